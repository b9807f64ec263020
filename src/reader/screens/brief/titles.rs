//! What the titles of the screen and its panes say.

use super::rows::{Selection, total};
use super::{ASKS, BRIEFS, BriefScreen, CLAIMS, OFFICIALS, OVERVIEW, PROBLEMS, QUOTES, SOURCE};
use crate::brief::Source;
use crate::library::Entry;
use crate::library::catalogue::BriefSort;
use crate::page::{Role, Span, StateRole, items};
use crate::reader::list::RowId;
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Screen};
use crate::reader::titles::{TitleBar, rank};
use crate::text::Text;

/// Returns the bar at the top.
pub fn title_bar(screen: &BriefScreen, around: &Around<'_>) -> TitleBar {
    let selection = screen.selection(around);
    let (read, expected) = (around.briefs.read(), around.briefs.expected());
    let listed = screen.list(BRIEFS);
    let number = if selection.brief.is_some() { listed.index() + 1 } else { 0 };
    let position = if read < expected {
        format!("{number} of {expected}, {read} read")
    } else {
        format!("{number} of {}", listed.len())
    };
    let broken = around.briefs.broken();
    let failed = Span::new(Role::State(StateRole::Failed), format!("✗ {broken} broken"));
    let broken = (broken > 0).then_some(failed);
    let Some(entry) = selection.entry(around.briefs.library()) else {
        return TitleBar { position, ..TitleBar::default() };
    };
    let states = broken.into_iter().chain(states(entry)).collect();
    match &entry.brief {
        // The front page has the title and the source itself.
        Some(_) if screen.is_front() => {
            let position = format!("{position}   {}", in_order(screen.sort()));
            TitleBar { position, states, ..TitleBar::default() }
        }
        Some(brief) => TitleBar {
            position,
            title: brief.source.title.clone(),
            source: published(&brief.source),
            states,
        },
        None => TitleBar {
            position,
            title: entry.origin.to_string().into(),
            states,
            ..TitleBar::default()
        },
    }
}

/// Returns in which order the briefs are.
fn in_order(sort: BriefSort) -> &'static str {
    match sort {
        BriefSort::Date => "newest first",
        BriefSort::Title => "by title",
        BriefSort::Publisher => "by publisher",
        BriefSort::State => "worst first",
        BriefSort::Path => "by path",
    }
}

/// Returns what the title of a pane says beside its name: how many rows it has, and of what.
pub fn detail(screen: &BriefScreen, pane: Pane, around: &Around<'_>) -> String {
    let selection = screen.selection(around);
    match (pane, &screen.subject) {
        (SOURCE, _) => resting(screen, around).unwrap_or_else(|| passage(&selection, around)),
        (OVERVIEW | PROBLEMS, _) => String::new(),
        (QUOTES, Some(subject)) => format!("{} for {subject}", screen.list(pane).len()),
        (CLAIMS | ASKS | QUOTES, _) => {
            rank_of_all(screen, pane, party(screen, &selection, around), around)
        }
        _ => rank_of_all(screen, pane, None, around),
    }
}

/// Returns `3/9`; or, if rows are hidden, how many of all are shown, whose, and what they match.
fn rank_of_all(
    screen: &BriefScreen,
    pane: Pane,
    party: Option<Text>,
    around: &Around<'_>,
) -> String {
    let list = screen.list(pane);
    let words = around.search.is_narrowed().then(|| around.search.words().clone());
    let shelf = screen.shelf.filters().filter(|_| pane == BRIEFS);
    let filters: Vec<Text> = party.into_iter().chain(shelf).chain(words).collect();
    if filters.is_empty() {
        return rank(list);
    }
    let total = total(around.briefs.library(), &screen.selection(around), pane);
    format!("{} of {total} · {}", list.len(), filters.join(" · "))
}

/// Returns the name of the party whose items are shown without the others'.
fn party(screen: &BriefScreen, selection: &Selection, around: &Around<'_>) -> Option<Text> {
    let RowId::Item(id) = screen.list(OFFICIALS).selected()? else { return None };
    Some(selection.open(around.briefs.library())?.party(id)?.styled_name())
}

/// Returns `q3 ¶12, ¶13`.
fn passage(selection: &Selection, around: &Around<'_>) -> String {
    let entry = selection.entry(around.briefs.library());
    let (Some(entry), Some(quote)) = (entry, &selection.quote) else { return String::new() };
    let paragraphs = selection.finding(entry).map_or(&[][..], |finding| &finding.paragraphs);
    let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
    format!("{quote} {}", numbers.join(", ")).trim_end().to_owned()
}

/// Returns the paragraph that is read, and what rests on it: `¶12 · q3, c2`.
fn resting(screen: &BriefScreen, around: &Around<'_>) -> Option<String> {
    let number = screen.selected_paragraph().filter(|_| screen.is_reading())?;
    let resting = screen.resting(number, around);
    let items: Vec<&str> = resting.iter().map(|anchor| anchor.item.as_str()).collect();
    let items = if items.is_empty() { String::new() } else { format!(" · {}", items.join(", ")) };
    Some(format!("¶{number}{items}"))
}

/// Returns `Holyrood · no date`.
fn published(source: &Source) -> Vec<Span> {
    vec![items::publisher(source), Span::new(Role::Plain, " · "), items::issued(source)]
}

/// Returns `✗ 1 problem`, `✓ 9 verified`, and so on.
fn states(entry: &Entry) -> Vec<Span> {
    let Some(brief) = &entry.brief else { return Vec::new() };
    items::standing(brief, entry.evidence())
}
