//! The cells of a row in words, for the table and for Markdown.

use std::collections::HashSet;

use crate::brief::{AskKind, Brief, Due};
use crate::library::register::RegisterRow;
use crate::page::items;
use crate::text::Text;

/// What a row says. What is missing is named, and left blank only if that is clear.
pub struct Wording {
    /// Its address and the paragraphs of its evidence: `ferry-lights/a1 ¶5`.
    pub item: Text,
    /// Ask, commitment or action.
    pub kind: &'static str,
    /// Who asks, promises or acts.
    pub by: Text,
    /// Who is asked.
    pub to: Text,
    /// What is to be done.
    pub action: Text,
    /// The Act, power, code or fund.
    pub instrument: Text,
    /// By when.
    pub due: Text,
    /// Its status, and what it answers or is answered by.
    pub status: Text,
}

impl Wording {
    /// Returns the wording of `row`.
    pub fn new(row: &RegisterRow<'_>) -> Self {
        let paragraphs = row.paragraphs().into_iter().map(|number| format!(" ¶{number}"));
        let inferred = if row.ask.inferred { " (inferred)" } else { "" };
        Self {
            item: (row.anchor().to_string() + &paragraphs.collect::<String>()).into(),
            kind: row.ask.kind.word(),
            by: format!("{}{inferred}", row.by()).into(),
            to: row.to().join(", ").into(),
            action: row.ask.action.clone(),
            instrument: row.ask.instrument.clone().unwrap_or_default(),
            due: due(row),
            status: status(row),
        }
    }
}

fn due(row: &RegisterRow<'_>) -> Text {
    match &row.ask.due {
        Some(Due::Date(date)) if row.is_past_due => format!("{date}, past due").into(),
        Some(Due::Date(date)) => date.to_string().into(),
        Some(Due::Words(words)) => words.clone(),
        None if row.ask.kind == AskKind::Action => Text::default(),
        None => "no date".into(),
    }
}

fn status(row: &RegisterRow<'_>) -> Text {
    let mut words = vec![row.ask.status.map_or("no status", |status| status.word()).to_owned()];
    if row.is_unanswered() {
        words.push("unanswered".to_owned());
    }
    words.extend(row.answers.iter().map(|anchor| format!("answers {anchor}")));
    words.extend(row.answered_by.iter().map(|anchor| format!("answered by {anchor}")));
    words.join(", ").into()
}

/// Returns the briefs of `rows`, each once, in the order of the rows.
pub fn briefs<'a>(rows: &[RegisterRow<'a>]) -> Vec<&'a Brief> {
    // Two files may have the same id, so a brief is known by where it is.
    let mut seen = HashSet::new();
    let briefs = rows.iter().map(|row| row.brief);
    briefs.filter(|brief| seen.insert(std::ptr::from_ref(*brief))).collect()
}

/// Returns what a brief is about: `Board warns on unlit ferries. Tidewater Safety Board, statement,
/// 9 February 2026`.
pub fn source(brief: &Brief) -> Text {
    let details = items::source(&brief.source).into_iter().map(|span| span.text.to_string());
    format!("{} {}", items::sentence(&brief.source.title), details.collect::<String>()).into()
}
