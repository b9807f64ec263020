//! Rules on the source itself: its date, its text, and what it rests on.

use super::{RuleContext, quote_path};
use crate::brief::{Due, Path, Problem, Rule};
use crate::evidence::source::english;
use crate::evidence::source::words::Tokens;

impl RuleContext<'_> {
    /// `no-date`, `relative-date`, `no-source-text`, `second-hand-quote` and `odd-character`.
    pub fn on_the_source(&self) -> Vec<Problem> {
        let source = &self.brief.source;
        let path = Path::top().key("source");
        let mut found = Vec::new();
        if source.issued.is_none() {
            let problem = Problem::new(Rule::NoDate, path.clone(), "the source has no date");
            found.push(
                problem.help("give `issued`, as far as it is known: 2026, 2026-02 or 2026-02-09"),
            );
            found.extend(self.relative_dates());
        }
        if source.text.is_none() {
            let message =
                "no text of the source is kept: nothing in this brief can be checked against it";
            let problem = Problem::new(Rule::NoSourceText, path.clone(), message);
            found.push(problem.help("save the text as UTF-8 and name the file in `text`"));
        }
        if source.based_on.is_some() {
            let exact = self.brief.quotes.values().filter(|quote| quote.words.exact().is_some());
            found.extend(exact.map(|quote| {
                let message =
                    "a quotation at second hand: the source rests on another, which may have it otherwise";
                let problem = Problem::new(Rule::SecondHandQuote, quote_path(quote).key("exact"), message);
                problem.help("check it against what the source rests on, if that can be had")
            }));
        }
        found.extend(self.odd_characters(&path.key("text")));
        found
    }

    fn relative_dates(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        for field in self.assertions().iter().chain(&self.other_prose()) {
            if let Some(bytes) = relative_date(&field.text) {
                let words = &field.text[bytes.clone()];
                let problem = Problem::new(Rule::RelativeDate, field.path.clone(), unplaced(words));
                found.push(
                    problem
                        .at(field.spot(&bytes))
                        .help("name the day, the month or the year, or give the source's `issued`"),
                );
            }
        }
        for ask in self.brief.asks.values() {
            if let Some(Due::Words(words)) = &ask.due
                && let Some(bytes) = relative_date(words)
            {
                let path = Path::top().key("asks").key(&ask.id).key("due");
                found.push(Problem::new(Rule::RelativeDate, path, unplaced(&words[bytes])));
            }
        }
        found
    }

    /// One problem for each odd character of the text, however often it occurs.
    fn odd_characters(&self, path: &Path) -> Vec<Problem> {
        let Some(text) = self.source.map(|source| source.text) else { return Vec::new() };
        let odd = text.odd_characters();
        let mut characters: Vec<char> = odd.iter().map(|odd| odd.character).collect();
        characters.sort_unstable();
        characters.dedup();
        let problem = |character: char| {
            let mut places = odd.iter().filter(|odd| odd.character == character);
            let first = places.next()?.offset;
            let line = text.as_str()[..first].matches('\n').count() + 1;
            let more = match places.count() {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            let message = format!(
                "the saved text has U+{:04X}, which is never shown, in line {line}{more}",
                character as u32
            );
            let problem = Problem::new(Rule::OddCharacter, path.clone(), message);
            Some(problem.help("take it out of the saved text"))
        };
        characters.into_iter().filter_map(problem).collect()
    }
}

fn unplaced(words: &str) -> String {
    format!("“{words}” of an undated source: nobody can tell when that is")
}

/// The first words of `text` that tell a time by the day of speaking: `last month`, `yesterday`, `two years
/// ago`.
fn relative_date(text: &str) -> Option<std::ops::Range<usize>> {
    let tokens = Tokens::new(text);
    let lower = |token: usize| {
        if token < tokens.len() { tokens.spelling(token).to_lowercase() } else { String::new() }
    };
    (0..tokens.len()).find_map(|token| {
        let word = lower(token);
        if english::RELATIVE_DAYS.contains(&word.as_str()) {
            let start = if word == "ago" { token.saturating_sub(2) } else { token };
            return Some(tokens.bytes(start..token + 1));
        }
        let tells = english::RELATIVE.contains(&word.as_str())
            && english::TIMES.contains(&lower(token + 1).as_str());
        tells.then(|| tokens.bytes(token..token + 2))
    })
}
