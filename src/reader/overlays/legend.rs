//! The legend: what the signs and words on the screen mean.

use crate::library::search::Query;
use crate::page::{Role, Span, StateRole};
use crate::reader::light;
use crate::reader::list::Row;
use crate::text::{Text, width};

/// The title of the legend.
pub const TITLE: &str = "Signs and words";

/// Every sign and word, in the role that it has on the screen, and what it means.
const SIGNS: [(Role, &str, &str); 24] = [
    (Role::Plain, "▌", "the row that the keys act on"),
    (Role::Relation, "•", "linked with that row"),
    (Role::Relation, "●2", "linked with so many items: Enter goes there"),
    (Role::State(StateRole::Verified), "✓ verified", "these words stand in the text of the source"),
    (
        Role::State(StateRole::Locked),
        "◇ locked",
        "they did when they were last checked; the text is not here",
    ),
    (Role::State(StateRole::Unverified), "? unverified", "nobody has compared them with the text"),
    (
        Role::State(StateRole::Failed),
        "✗ failed",
        "the text does not have these words so, or not from this speaker",
    ),
    (
        Role::State(StateRole::Failed),
        "✗ line 9",
        "a brief that cannot be shown, and the line that is at fault",
    ),
    (
        Role::State(StateRole::Failed),
        "✗ 1 problem",
        "another error that a check found, such as a figure that nothing bears out",
    ),
    (Role::Caution, "…", "a brief with something still to be filled in"),
    (Role::Label, "direct", "whole sentences in the speaker’s own words"),
    (Role::Label, "part quote", "the speaker’s own words, inside a sentence of the source"),
    (Role::Label, "reported", "what the source says that somebody said, in our words"),
    (Role::Label, "stated", "what the source itself says, in our words"),
    (Role::Label, "passage", "the source’s own words, outside what it quotes"),
    (Role::Aside, "inferred", "the source does not say outright who says it"),
    (Role::Label, "ASK", "what somebody is asked to do"),
    (Role::Label, "COMMIT", "what somebody promises to do"),
    (Role::Label, "ACTION", "what somebody has done or is doing"),
    (Role::Plain, "UNANSWERED", "an open ask that no brief here answers"),
    (Role::Caution, "PAST DUE", "its date has passed, and it is not done"),
    (Role::Citation, "¶3", "the third paragraph of the text of the source"),
    (Role::Aside, "q3 c2", "beside a paragraph: the quotes, claims and asks that rest on it"),
    (Role::Label, "1 2 3", "digits go to panes; they do not repeat a key"),
];

/// Returns the columns of the widest sign.
pub fn widest() -> usize {
    SIGNS.iter().map(|(_, sign, _)| width(sign)).max().unwrap_or(0)
}

/// Returns the rows of the legend that match, each sign in so many columns.
pub fn rows(query: &Query, indent: usize) -> impl Iterator<Item = Row> {
    let row = move |(role, sign, meaning): &(Role, &'static str, &'static str)| Row {
        label: Some(Span::new(*role, *sign)),
        indent,
        ..Row::block(vec![Span::new(Role::Plain, *meaning)])
    };
    let matches = |(_, sign, meaning): &&(Role, &str, &str)| {
        let text = Text::from(format!("{sign} {meaning} {TITLE}"));
        query.is_empty() || light::text_matches(&text, query)
    };
    SIGNS.iter().filter(matches).map(row).map(|row| light::lit(row, query))
}
