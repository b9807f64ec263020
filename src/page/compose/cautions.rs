//! What a reader of page one must not miss, and what was found when the brief was checked.

use indexmap::{IndexMap, IndexSet};

use super::page_one::evidence;
use super::{BriefPage, source};
use crate::brief::{FieldPath, Id, Item, Problem, Prose, Step};
use crate::evidence::State;
use crate::page::document::{Flow, ListEntry, Role, Span};
use crate::page::items;
use crate::text::Text;

/// The most items that a caution names.
const MOST_NAMED: usize = 5;

/// Returns the cautions about what page one says, one or two sentences each.
pub fn list(page: &BriefPage<'_>) -> Vec<Flow> {
    let told = [about_source(page), inferred(page), failed(page), unverified(page), errors(page)];
    told.into_iter().flatten().collect()
}

/// Returns the cautions about what somebody has to mend: what failed, what is wrong, what is still to
/// be written.
pub fn faults(page: &BriefPage<'_>) -> Vec<Flow> {
    [failed(page), errors(page), unwritten(page)].into_iter().flatten().collect()
}

/// Returns the other cautions of [`list`]: what a reader has to know of a brief without faults.
pub fn provisos(page: &BriefPage<'_>) -> Vec<Flow> {
    [about_source(page), inferred(page), unverified(page)].into_iter().flatten().collect()
}

/// Returns a caution about what somebody has to mend.
fn alarm(text: impl Into<Text>) -> Flow {
    vec![Span::new(Role::Caution, text)]
}

/// Returns a caution that nobody can do anything about.
fn proviso(text: impl Into<Text>) -> Flow {
    vec![Span::new(Role::Plain, text)]
}

/// Says what the source lacks, in one sentence, and what it rests on.
fn about_source(page: &BriefPage<'_>) -> Option<Flow> {
    let about = &page.here.brief.source;
    let based_on = source::based_on(page);
    let faults: Vec<&str> = [
        (about.issued.is_none(), "undated"),
        (about.publisher.is_none(), "of unknown publisher"),
        (based_on.is_some(), "second-hand"),
    ]
    .into_iter()
    .filter_map(|(is_so, fault)| is_so.then_some(fault))
    .collect();
    let basis = based_on.map_or_else(String::new, |what| {
        let sentence = items::sentence(&format!("Based on: {what}").into());
        format!(" {sentence}")
    });
    (!faults.is_empty()).then(|| proviso(format!("The source is {}.{basis}", listed(&faults))))
}

/// Names the asks, and the claims that page one cites, whose attribution the source does not state.
fn inferred(page: &BriefPage<'_>) -> Option<Flow> {
    let brief = page.here.brief;
    let asks = brief.asks.iter().filter(|ask| ask.inferred);
    let mut names: Vec<String> = asks.map(|ask| page.own_address(&ask.id).to_string()).collect();
    for (claim, place) in cited_claims(page) {
        names.push(format!("{} ({place})", page.own_address(claim)));
    }
    (!names.is_empty()).then(|| {
        proviso(format!("Attribution inferred, not stated by the source: {}.", named(&names)))
    })
}

/// Returns the inferred claims that the prose of page one cites, each with the first place that does.
fn cited_claims<'a>(page: &BriefPage<'a>) -> IndexMap<&'a Id, String> {
    let mut places = IndexMap::new();
    for (place, prose) in prose(page) {
        for item in cited(page, prose) {
            if let Some(Item::Claim(claim)) = page.here.brief.item(item)
                && claim.inferred
            {
                places.entry(&claim.id).or_insert_with(|| place.clone());
            }
        }
    }
    places
}

/// Returns the prose of page one, each with the name of its place.
fn prose<'a>(page: &BriefPage<'a>) -> impl Iterator<Item = (String, &'a Prose)> {
    let brief = page.here.brief;
    let numbered = |name: &'static str, lines: &'a [Prose]| {
        lines.iter().enumerate().map(move |(i, prose)| (format!("{name} {}", i + 1), prose))
    };
    numbered("top line", &brief.top_lines)
        .chain([("summary".to_owned(), &brief.summary)])
        .chain(numbered("line to take", &brief.lines_to_take))
}

/// Returns the items of the brief of `page` that `prose` cites.
fn cited<'a>(page: &BriefPage<'a>, prose: &'a Prose) -> impl Iterator<Item = &'a Id> {
    let here = &page.here.brief.id;
    prose.citations().filter(move |anchor| anchor.brief == *here).map(|anchor| &anchor.item)
}

/// Warns of quotations that are not in the source, and names what page one rests on them.
fn failed(page: &BriefPage<'_>) -> Option<Flow> {
    let is_failed = |id: &Id| page.here.state(id) == State::Failed;
    let rests =
        |prose: &Prose| cited(page, prose).any(|item| evidence(page, item).iter().any(&is_failed));
    let resting: Vec<String> =
        prose(page).filter(|(_, prose)| rests(prose)).map(|(place, _)| place).collect();
    let names: Vec<String> =
        exact(page).filter(|id| is_failed(id)).map(|id| page.own_address(id).to_string()).collect();
    let resting = match resting.as_slice() {
        [] => String::new(),
        places => format!(" Resting on it: {}.", named(places)),
    };
    (!names.is_empty()).then(|| {
        alarm(format!("Not in the source as quoted, do not use: {}.{resting}", named(&names)))
    })
}

/// Warns of quotations that were not compared, if others were.
fn unverified(page: &BriefPage<'_>) -> Option<Flow> {
    let states = page.here.states();
    let is_unverified = |state: &State| *state == State::Unverified;
    (states.iter().any(is_unverified) && !states.iter().all(is_unverified))
        .then(|| alarm("Quotations marked unverified have not been compared with the source."))
}

fn exact<'a>(page: &BriefPage<'a>) -> impl Iterator<Item = &'a Id> {
    page.here.brief.exact_quotes().map(|quote| &quote.id)
}

/// Names the items in which `topline check` finds errors of another kind than those already said.
fn errors(page: &BriefPage<'_>) -> Option<Flow> {
    let places = page.here.evidence.faults();
    let places: IndexSet<Text> = places.map(|problem| place(page, problem)).collect();
    let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    let listed = if page.is_on_paper() { ", listed in the annex" } else { "" };
    (!places.is_empty())
        .then(|| alarm(format!("topline check reports errors{listed}: {}.", named(&places))))
}

/// Names the places that are still to be filled in.
fn unwritten(page: &BriefPage<'_>) -> Option<Flow> {
    let places = page.here.evidence.to_fill_in();
    let places: Vec<String> = places.map(|path| field_name(path).to_string()).collect();
    (!places.is_empty()).then(|| alarm(format!("To be filled in: {}.", named(&places))))
}

/// Lists the errors that were found when the brief was checked against its source.
pub fn error_entries(page: &BriefPage<'_>) -> Vec<ListEntry> {
    let entry = |problem: &Problem| {
        let message = items::sentence(&Text::flow(&problem.message));
        let message = vec![Span::new(Role::Caution, message)];
        ListEntry {
            labels: vec![Span::new(Role::Label, place(page, problem))],
            body: vec![message],
        }
    };
    page.here.evidence.errors().map(entry).collect()
}

fn place(page: &BriefPage<'_>, problem: &Problem) -> Text {
    match problem.path.item() {
        Some(item) => Id::new(item).map_or_else(|| item.clone(), |id| page.own_address(&id)),
        None => field_name(&problem.path),
    }
}

/// Returns what a reader calls a field: `top line 2`, `summary`. Its list counts from 1.
fn field_name(path: &FieldPath) -> Text {
    let name = match path.steps() {
        [Step::Key(list), Step::Index(index), ..] => match list.as_str() {
            "top_lines" => format!("top line {}", index + 1),
            "lines_to_take" => format!("line to take {}", index + 1),
            "gaps" => format!("gap {}", index + 1),
            "background" => format!("background {}", index + 1),
            _ => path.to_string(),
        },
        _ => path.to_string(),
    };
    name.into()
}

/// Names the first of several things, and says how many more there are.
fn named(names: &[String]) -> String {
    match names.len().checked_sub(MOST_NAMED) {
        None | Some(0) => names.join(", "),
        Some(more) => format!("{} and {more} more", names[..MOST_NAMED].join(", ")),
    }
}

/// Joins words by commas and a last `and`.
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
