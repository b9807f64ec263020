//! The source of a brief: the head of a brief and its SOURCE section.

use super::{BriefPage, items, plain};
use crate::brief::{Date, Id};
use crate::evidence::State;
use crate::library::search::TextKind;
use crate::page::addressing::Addressing;
use crate::page::citation::Lettered;
use crate::page::document::{Block, Flow, ListEntry, NamedField, Role, Span};

/// Returns what comes under a brief’s title: whether it is a draft, its source, when and by whom it was
/// prepared, and how its quotations were checked.
pub fn head(page: &BriefPage<'_>) -> Block {
    let draft = draft(page.here.evidence.to_fill_in().count());
    let proof = proof(page.here.evidence.has_text(), &page.here.states());
    let draft = named_fields([("DRAFT", draft.map(|what| vec![Span::new(Role::Caution, what)]))]);
    let rest = named_fields([("Prepared", prepared(page)), ("Checked", Some(plain(&proof)))]);
    Block::Fields(draft.into_iter().chain([lettered(page)]).chain(rest).collect())
}

/// Says how many places are still to be filled in, if any are.
pub fn draft(places: usize) -> Option<String> {
    match places {
        0 => None,
        1 => Some("1 place to fill in".to_owned()),
        places => Some(format!("{places} places to fill in")),
    }
}

/// Returns the source behind its letter: publisher, kind and date, and its address.
fn lettered(page: &BriefPage<'_>) -> NamedField {
    let source = &page.here.brief.source;
    let url = source.url.as_ref().map(|url| vec![Span::new(Role::Url, url.clone())]);
    let name = format!("Source {}", page.here.letter);
    let values = std::iter::once(items::source(source)).chain(url).collect();
    NamedField::with_values(&name, values).of_source(&page.here.letter)
}

/// Returns what is known of the source in addition to what the head says, and how to read the page.
pub fn section(page: &BriefPage<'_>) -> Vec<Block> {
    let address = match &page.here.brief.source.url {
        Some(url) => Span::new(Role::Url, url.clone()),
        None => Span::new(Role::Aside, "no web address"),
    };
    let address = NamedField::new(&page.here.letter, vec![address]);
    let topics = topics(page).map(|topics| NamedField::new("Topics", topics));
    let fields = std::iter::once(address).chain(known(page)).chain(topics).collect();
    vec![Block::Fields(fields), legend(&page.here.letter, has_unplaced(page))]
}

/// Returns whether the paragraph of some quote is not known.
fn has_unplaced(page: &BriefPage<'_>) -> bool {
    let findings = &page.here.evidence.findings;
    let is_placed =
        |id: &Id| findings.get(id).is_some_and(|finding| !finding.paragraphs.is_empty());
    !page.here.brief.quotes.ids().all(is_placed)
}

/// Returns the source without its letter: its title, publisher, kind, date and address, then what
/// else is known of it.
pub fn record(page: &BriefPage<'_>) -> Vec<Block> {
    let source =
        ListEntry { labels: Vec::new(), body: items::source_lines(&page.here.brief.source) };
    vec![Block::Entries(vec![source]), Block::Fields(known(page))]
}

/// Returns what is known of the source in addition to its title, publisher, kind, date and address.
fn known(page: &BriefPage<'_>) -> Vec<NamedField> {
    let brief = page.here.brief;
    let source = &brief.source;
    let words = source
        .by
        .as_ref()
        .map(|by| vec![Span::new(Role::Plain, "all by "), items::party(brief, by)]);
    let based_on = based_on(page).map(|what| vec![Span::new(Role::Plain, what)]);
    let copy = source.text.as_deref().unwrap_or("none held");
    let fields = [
        ("Words", words),
        ("Author", source.author.as_deref().map(plain)),
        ("In", source.container.as_deref().map(plain)),
        ("Accessed", source.accessed.map(|date| plain(&date.to_string()))),
        ("Based on", based_on),
        ("Copy", Some(plain(copy))),
    ];
    named_fields(fields)
}

fn named_fields<const N: usize>(fields: [(&str, Option<Flow>); N]) -> Vec<NamedField> {
    fields.into_iter().filter_map(|(name, value)| Some(NamedField::new(name, value?))).collect()
}

/// Returns what the brief says of itself, each field with the text of the brief that it shows.
pub fn handling(page: &BriefPage<'_>) -> Vec<(TextKind, NamedField)> {
    let fields = [
        (TextKind::Topics, "Topics", topics(page)),
        (TextKind::PreparedBy, "Prepared", prepared(page)),
    ];
    let known = |(kind, name, value): (TextKind, &str, Option<Flow>)| {
        Some((kind, NamedField::new(name, value?)))
    };
    fields.into_iter().filter_map(known).collect()
}

fn topics(page: &BriefPage<'_>) -> Option<Flow> {
    let topics: Vec<&str> = page.here.brief.topics.iter().map(Id::as_str).collect();
    (!topics.is_empty()).then(|| plain(&topics.join(", ")))
}

/// Returns a source behind its letter: title, publisher, kind, date and address.
pub fn named(here: &Lettered<'_>) -> NamedField {
    NamedField::with_values(&here.letter, items::source_lines(&here.brief.source))
        .of_source(&here.letter)
}

/// Explains how to read a citation, with the source of this letter as the example.
pub fn legend(letter: &str, has_unplaced: bool) -> Block {
    let unplaced = if has_unplaced {
        format!(
            " [{letter}] on its own is a place in source {letter} whose paragraph is not known."
        )
    } else {
        String::new()
    };
    Block::Paragraph(plain(&format!(
        "[{letter}3] is paragraph 3 of source {letter}, counted from the top.{unplaced} Words in double quotation \
         marks are the source’s own, except those in square brackets; all other wording is ours."
    )))
}

/// Returns what the source rests on. A brief that is printed too goes by the letter of its source.
pub fn based_on(page: &BriefPage<'_>) -> Option<String> {
    let based_on = page.here.brief.source.based_on.as_ref()?;
    let printed = match page.addressing {
        Addressing::Letters(letters) => Id::new(based_on).and_then(|id| letters.get(&id)),
        Addressing::Within(_) | Addressing::Across => None,
    };
    Some(printed.map_or_else(|| based_on.to_string(), |brief| format!("source {}", brief.letter)))
}

fn prepared(page: &BriefPage<'_>) -> Option<Flow> {
    let brief = page.here.brief;
    let date = brief.prepared.map(|date| date.to_string());
    let by = brief.prepared_by.as_ref().map(|by| format!("by {by}"));
    let parts: Vec<String> = date.into_iter().chain(by).collect();
    (!parts.is_empty()).then(|| plain(&parts.join(" ")))
}

/// Says how many quotations are verified, and if the source’s text is not here, since when they are.
fn proof(text_is_here: bool, states: &[State]) -> String {
    let count = |wanted| states.iter().filter(|state| **state == wanted).count();
    let failed = match count(State::Failed) {
        0 => String::new(),
        failed => format!(", {failed} failed"),
    };
    match (text_is_here, states.len()) {
        (true, 0) => "no quotations to check".into(),
        (false, 0) => "text not here; no quotations to check".into(),
        (true, all) => {
            format!("{} of {} verified{failed}", count(State::Verified), quotations(all))
        }
        (false, _) => format!("text not here; {}{failed}", verified_earlier(states)),
    }
}

/// Says what the lock records. Its date is that of the quotation that was locked first.
fn verified_earlier(states: &[State]) -> String {
    let dates = states.iter().filter_map(|state| state.locked_on());
    match (dates.clone().count(), dates.min()) {
        (_, None) => "quotations not verified".into(),
        (locked, Some(date)) => {
            format!("{locked} of {} verified {date}", quotations(states.len()))
        }
    }
}

/// Returns the day on which every locked quotation was verified, if it is one day.
pub fn locked_on(states: &[State]) -> Option<Date> {
    let mut dates = states.iter().filter_map(|state| state.locked_on());
    let first = dates.next()?;
    dates.all(|date| date == first).then_some(first)
}

/// Counts quotations: `1 quotation`, `2 quotations`.
pub fn quotations(count: usize) -> String {
    if count == 1 { "1 quotation".into() } else { format!("{count} quotations") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_the_quotations_were_checked() {
        use State::{Failed, Unverified, Verified};
        let [early, late] =
            ["2026-11-20", "2026-11-21"].map(|day| State::Locked(Date::parse(day).unwrap()));
        for (text_is_here, states, expected) in [
            (true, &[][..], "no quotations to check"),
            (true, &[Verified], "1 of 1 quotation verified"),
            (true, &[Verified, Failed, Verified], "2 of 3 quotations verified, 1 failed"),
            (false, &[], "text not here; no quotations to check"),
            (false, &[Unverified, Unverified], "text not here; quotations not verified"),
            (false, &[late, early], "text not here; 2 of 2 quotations verified 20 November 2026"),
            (
                false,
                &[late, Failed],
                "text not here; 1 of 2 quotations verified 21 November 2026, 1 failed",
            ),
        ] {
            assert_eq!(proof(text_is_here, states), expected);
        }
    }
}
