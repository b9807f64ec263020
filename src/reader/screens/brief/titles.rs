//! What the titles of the screen and its panes say.

use super::rows::{Selection, total};
use super::{ASKS, BriefScreen, CLAIMS, OFFICIALS, PROBLEMS, QUOTES, SOURCE};
use crate::brief::Source;
use crate::evidence::State;
use crate::library::Entry;
use crate::page::{Role, Span, items};
use crate::reader::list::RowId;
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Screen};
use crate::reader::titles::{TitleBar, rank};
use crate::text::Text;

/// Returns the bar at the top.
pub fn title_bar(selection: &Selection, around: &Around<'_>) -> TitleBar {
    let (read, expected) = (around.briefs.read(), around.briefs.expected());
    let number = selection.brief.map_or(0, |brief| brief + 1);
    let position = if read < expected {
        format!("{number} of {expected}, {read} read")
    } else {
        format!("{number} of {expected}")
    };
    let Some(entry) = selection.entry(around.briefs.library()) else {
        return TitleBar { position, ..TitleBar::default() };
    };
    match &entry.brief {
        Some(brief) => TitleBar {
            position,
            title: brief.source.title.clone(),
            source: published(&brief.source),
            states: states(entry),
        },
        None => {
            TitleBar { position, title: entry.origin.to_string().into(), ..TitleBar::default() }
        }
    }
}

/// Returns what the title of a pane says beside its name: how many rows it has, and of what.
pub fn detail(screen: &BriefScreen, pane: Pane, around: &Around<'_>) -> String {
    let selection = screen.selection(around);
    match (pane, &screen.subject) {
        (SOURCE, _) => passage(&selection, around),
        (PROBLEMS, _) => String::new(),
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
    let filters: Vec<Text> = party.into_iter().chain(words).collect();
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

/// Returns `q3 ¶12, ¶13`, or what the Source pane shows instead of a passage.
fn passage(selection: &Selection, around: &Around<'_>) -> String {
    if selection.overview {
        return "overview".to_owned();
    }
    let entry = selection.entry(around.briefs.library());
    let (Some(entry), Some(quote)) = (entry, &selection.quote) else { return String::new() };
    let paragraphs = selection.finding(entry).map_or(&[][..], |finding| &finding.paragraphs);
    let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
    format!("{quote} {}", numbers.join(", ")).trim_end().to_owned()
}

/// Returns `Holyrood · no date`.
fn published(source: &Source) -> Vec<Span> {
    vec![items::publisher(source), Span::new(Role::Plain, " · "), items::issued(source)]
}

/// Returns `✓ 9 verified`, and so on for each state of the quotes that have exact words.
fn states(entry: &Entry) -> Vec<Span> {
    let Some(brief) = &entry.brief else { return Vec::new() };
    let exact = brief.quotes.values().filter(|quote| quote.words.exact().is_some());
    let findings = exact.filter_map(|quote| entry.evidence.findings.get(&quote.id));
    let states: Vec<State> = findings.map(|finding| finding.state).collect();
    let locked = states.iter().find(|state| matches!(state, State::Locked(_))).copied();
    let kinds = [
        Some(("✗", "failed", State::Failed)),
        Some(("✓", "verified", State::Verified)),
        Some(("?", "unverified", State::Unverified)),
        locked.map(|state| ("◇", "locked", state)),
    ];
    let counted = kinds.into_iter().flatten().filter_map(|(sign, word, kind)| {
        let count = states.iter().filter(|state| state.word() == kind.word()).count();
        (count > 0).then(|| Span::new(Role::State(kind.into()), format!("{sign} {count} {word}")))
    });
    counted.collect()
}
