//! The source of a brief: the head of a brief and its SOURCE section.

use super::{BriefPage, items};
use crate::brief::Id;
use crate::evidence::State;
use crate::library::search::TextKind;
use crate::page::addressing::Addressing;
use crate::page::citation::Lettered;
use crate::page::document::{Block, Flow, ListEntry, NamedField, Role, Span};

/// Returns what comes under a brief’s title: whether it is a draft, its source, and how its quotations
/// were checked.
pub fn head(page: &BriefPage<'_>) -> Block {
    let source = NamedField::new("Source", items::source(&page.here.brief.source));
    let text = NamedField::new(
        "Text",
        plain(&checked(page.here.evidence.text.is_some(), &page.here.states())),
    );
    let draft = draft(page).map(|what| NamedField::new("Draft", what));
    Block::Fields(draft.into_iter().chain([source, text]).collect())
}

/// Says how much of the brief is still to be filled in, if anything is.
fn draft(page: &BriefPage<'_>) -> Option<Flow> {
    let what = match page.here.evidence.to_fill_in().count() {
        0 => return None,
        1 => "1 place is still to be filled in".to_owned(),
        places => format!("{places} places are still to be filled in"),
    };
    Some(vec![Span::new(Role::Caution, what)])
}

/// Returns everything that is known of the source and of the brief, and how to read the page.
pub fn section(page: &BriefPage<'_>) -> Vec<Block> {
    let handling = handling(page).into_iter().map(|(_, field)| field);
    let fields = std::iter::once(named(page.here)).chain(known(page)).chain(handling).collect();
    vec![Block::Fields(fields), legend(&page.here.letter)]
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
    let based_on = based_on(page).map(|what| vec![Span::new(Role::Caution, what)]);
    let copy = source.text.as_deref().unwrap_or("none held");
    let fields = [
        ("Words", words),
        ("Author", source.author.as_deref().map(plain)),
        ("In", source.container.as_deref().map(plain)),
        ("Accessed", source.accessed.map(|date| plain(&date.to_string()))),
        ("Based on", based_on),
        ("Copy", Some(plain(copy))),
    ];
    fields.into_iter().filter_map(|(name, value)| Some(NamedField::new(name, value?))).collect()
}

/// Returns what the brief says of itself, each field with the text of the brief that it shows.
pub fn handling(page: &BriefPage<'_>) -> Vec<(TextKind, NamedField)> {
    let topics: Vec<&str> = page.here.brief.topics.iter().map(Id::as_str).collect();
    let fields = [
        (TextKind::Topics, "Topics", (!topics.is_empty()).then(|| plain(&topics.join(", ")))),
        (TextKind::PreparedBy, "Prepared", prepared(page)),
    ];
    let known = |(kind, name, value): (TextKind, &str, Option<Flow>)| {
        Some((kind, NamedField::new(name, value?)))
    };
    fields.into_iter().filter_map(known).collect()
}

/// Returns a source behind its letter: title, publisher, kind, date and address.
pub fn named(here: &Lettered<'_>) -> NamedField {
    NamedField {
        name: here.letter.as_str().into(),
        values: items::source_lines(&here.brief.source),
    }
}

/// Explains how to read a citation, with the source of this letter as the example.
pub fn legend(letter: &str) -> Block {
    Block::Paragraph(plain(&format!(
        "[{letter}3] is paragraph 3 of source {letter}, counted from the top. Words in double quotation marks are \
         the source’s own, except those in square brackets; all other wording is ours."
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

/// Says whether the source’s text is available, and how many quotations are verified.
fn checked(text_is_here: bool, states: &[State]) -> String {
    let count = |wanted| states.iter().filter(|state| **state == wanted).count();
    let failed = match count(State::Failed) {
        0 => String::new(),
        failed => format!(", {failed} failed"),
    };
    match (text_is_here, states.len()) {
        (true, 0) => "held; no quotations to check".into(),
        (false, 0) => "not held; no quotations to check".into(),
        (true, all) => {
            format!("held; {} of {} verified{failed}", count(State::Verified), quotations(all))
        }
        (false, _) => checked_earlier(states) + &failed,
    }
}

/// Says what the lock records. Its date is that of the quotation that was locked first.
fn checked_earlier(states: &[State]) -> String {
    let dates = states.iter().filter_map(|state| state.locked_on());
    match (dates.clone().count(), dates.min()) {
        (_, None) => "not held; quotations not verified".into(),
        (locked, Some(date)) if locked == states.len() => {
            format!("not held; quotations verified {date}")
        }
        (locked, Some(date)) => {
            format!("not held; {locked} of {} verified {date}", quotations(states.len()))
        }
    }
}

fn quotations(count: usize) -> String {
    if count == 1 { "1 quotation".into() } else { format!("{count} quotations") }
}

fn plain(text: &str) -> Flow {
    vec![Span::new(Role::Plain, text)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Date;

    #[test]
    fn says_how_the_quotations_were_checked() {
        use State::{Failed, Unverified, Verified};
        let [early, late] =
            ["2026-11-20", "2026-11-21"].map(|day| State::Locked(Date::parse(day).unwrap()));
        for (text_is_here, states, expected) in [
            (true, &[][..], "held; no quotations to check"),
            (true, &[Verified], "held; 1 of 1 quotation verified"),
            (true, &[Verified, Failed, Verified], "held; 2 of 3 quotations verified, 1 failed"),
            (false, &[], "not held; no quotations to check"),
            (false, &[Unverified, Unverified], "not held; quotations not verified"),
            (false, &[late, early], "not held; quotations verified 20 November 2026"),
            (
                false,
                &[late, Failed],
                "not held; 1 of 2 quotations verified 21 November 2026, 1 failed",
            ),
        ] {
            assert_eq!(checked(text_is_here, states), expected);
        }
    }
}
