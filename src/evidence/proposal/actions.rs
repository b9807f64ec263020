//! What of a sentence is an action, what it rests on and when it is due: `publish a code by June 2026
//! under the Ports Act`.

use std::ops::Range;

use crate::brief::{Due, date_in_any_form};
use crate::evidence::source::words::{Dash, TokenKind, Tokens, is_currency};
use crate::evidence::source::{SourceText, english};
use crate::text::Text;

/// An action of more words than this has to be put shorter by whoever writes the brief.
const LONGEST: usize = 32;

/// An action as a sentence gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionWords {
    /// The tokens of the action, without what it rests on and when it is due if they end it.
    pub tokens: Range<usize>,
    /// The Act, the code or the fund.
    pub instrument: Option<Text>,
    /// When it is due.
    pub due: Option<Due>,
}

/// Reads the action that begins with the first token of `range`, which ends with its sentence. [`None`]
/// if it has no end that can be seen, or no more than its verb.
pub fn action_words(
    text: &SourceText,
    tokens: &Tokens,
    range: &Range<usize>,
) -> Option<ActionWords> {
    let reader = ActionReader { text, tokens };
    let mut end = reader.end(range);
    let (mut instrument, mut due) = (None, None);
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in range.start + 1..end {
        let word = reader.word(at);
        let inside = at..end;
        if instrument.is_none() && english::BEFORE_INSTRUMENTS.contains(word) {
            if let Some(until) = reader.instrument(at + 1, end) {
                instrument = Some(reader.printed(reader.past_article(at + 1)..until));
                parts.push(at..until);
            }
        } else if due.is_none()
            && english::BEFORE_DUE.contains(word)
            && let Some((found, until)) = reader.due(&inside)
        {
            due = Some(found);
            parts.push(at..until);
        }
    }
    while let Some(last) = parts.pop() {
        if last.end == end && last.start > range.start + 1 {
            end = last.start;
        }
    }
    let is_last = |at: &usize| match tokens[*at].kind {
        TokenKind::Word | TokenKind::Sign('%' | ')') => true,
        TokenKind::Sign(sign) => is_currency(sign),
        _ => false,
    };
    let mut end = range.clone().take_while(|at| *at < end).filter(is_last).last()? + 1;
    // `set up a line on which crews report`
    while end > range.start + 1 && english::PREPOSITIONS.contains(reader.word(end - 1)) {
        end -= 1;
    }
    let words = tokens.count_words(range.start..end);
    let (next, after) = (reader.word(range.start + 1), reader.word(range.start + 2));
    let points_back = english::POINTERS.contains(next) || (next == "all" && after == "of");
    let tokens = range.start..end;
    (!points_back && (2..=LONGEST).contains(&words)).then_some(ActionWords {
        tokens,
        instrument,
        due,
    })
}

/// Reads when something is due from tokens that begin with a word such as `by`.
pub fn due_words(text: &SourceText, tokens: &Tokens, range: &Range<usize>) -> Option<Due> {
    ActionReader { text, tokens }.due(range).map(|(due, _)| due)
}

struct ActionReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
}

impl ActionReader<'_> {
    /// Where the action ends: with the clause, or before what is said about it.
    fn end(&self, range: &Range<usize>) -> usize {
        let ends = |&at: &usize| match self.tokens[at].kind {
            TokenKind::Sign(';' | ':' | '!' | '?') | TokenKind::Dash(Dash::Parts) => true,
            TokenKind::Sign('.') => self.tokens.get(at + 1).is_none_or(|next| next.spaced),
            TokenKind::Sign(',') => !self.goes_on(at, range.end),
            TokenKind::Word if self.word(at) == "and" => {
                self.opens_clause(at + 1) || self.asks_others(at + 1)
            }
            TokenKind::Word => english::END_ACTIONS.contains(self.word(at)) && at > range.start + 2,
            _ => false,
        };
        let past = range.start + 1..range.end;
        past.into_iter().find(ends).unwrap_or(range.end)
    }

    /// Whether a clause of its own begins at the token `at`: `has launched`, `we have`.
    fn opens_clause(&self, at: usize) -> bool {
        let word = self.word(at);
        let lists = [
            english::AUXILIARIES,
            english::BE,
            english::HE,
            english::SHE,
            english::THEY,
            english::FIRST_PERSON,
            english::SPEECH_VERBS,
        ];
        word == "that" || lists.iter().any(|list| list.contains(word))
    }

    /// Whether others are asked from the token `at` on: `and ministers to act`.
    fn asks_others(&self, at: usize) -> bool {
        let word = self.word(at);
        let are_many = word.ends_with('s') && !word.ends_with("ss") && self.word(at + 1) == "to";
        are_many && !english::PREPOSITIONS.contains(word)
    }

    /// Whether a list goes on after the comma at `at`, and nothing about the action: `, saying it`.
    fn goes_on(&self, at: usize, end: usize) -> bool {
        if self.is_around_aside(at, end) {
            return true;
        }
        let next = self.word(at + 1);
        let lists = [english::END_ACTIONS, english::RELATIVES, english::HE, english::SHE];
        let is_other = lists.iter().any(|list| list.contains(next))
            || next.ends_with("ing")
            || matches!(next, "it" | "they" | "we" | "i" | "with" | "the" | "a" | "so")
            || (next == "and" && self.opens_clause(at + 2));
        let rest = at + 1..end;
        let says = rest.clone().any(|at| english::REPORTING_VERBS.contains(self.word(at)));
        !is_other && !says && rest.len() > 1
    }

    /// Whether the comma at `at` opens or closes words about when or how, after which the object comes:
    /// `publish each quarter, from April 2026, the number`.
    fn is_around_aside(&self, at: usize, end: usize) -> bool {
        /// An aside has at most this many tokens.
        const LONGEST: usize = 6;
        let is_comma = |at: &usize| self.tokens[*at].kind == TokenKind::Sign(',');
        let leads = |at: usize| english::PREPOSITIONS.contains(self.word(at));
        let has_object =
            |close: usize| matches!(self.word(close + 1), "a" | "an" | "its" | "the" | "their");
        let says =
            |close: usize| (close..end).any(|at| english::REPORTING_VERBS.contains(self.word(at)));
        let closes = |open: usize| (open + 2..end.min(open + LONGEST + 2)).find(is_comma);
        let is_aside = |open: usize| {
            let close = closes(open).filter(|_| leads(open + 1));
            close.filter(|close| has_object(*close) && !says(*close))
        };
        let opened = (at.saturating_sub(LONGEST + 1)..at).filter(is_comma);
        is_aside(at).is_some() || opened.into_iter().any(|open| is_aside(open) == Some(at))
    }

    /// The end of the name of what an action rests on, which begins at `start`: `the Ports (Lighting)
    /// Act 2019`.
    fn instrument(&self, start: usize, end: usize) -> Option<usize> {
        let from = self.past_article(start);
        let is_capital = |at: usize| self.tokens.spelling(at).starts_with(char::is_uppercase);
        if from >= end || !is_capital(from) {
            return None;
        }
        let inside = (from..end.min(from + 14)).take_while(|&at| {
            let small = matches!(self.word(at), "and" | "of" | "for" | "the" | "on" | "to");
            let sign = matches!(
                self.tokens[at].kind,
                TokenKind::Sign('(' | ')' | '’' | '&') | TokenKind::Dash(Dash::Joins)
            );
            is_capital(at) || small || sign
        });
        let last = inside.filter(|&at| {
            let word = self.word(at);
            is_capital(at) && english::INSTRUMENTS.contains(word.trim_end_matches("'s"))
        });
        let last = last.last()?;
        let is_year = |at: usize| at < end && is_year(self.word(at));
        Some(if is_year(last + 1) { last + 2 } else { last + 1 })
    }

    fn past_article(&self, at: usize) -> usize {
        at + usize::from(matches!(self.word(at), "the" | "its" | "their" | "a"))
    }

    /// When something is due, by the word at the start of `range`, and the end of that.
    fn due(&self, range: &Range<usize>) -> Option<(Due, usize)> {
        let (at, end) = (range.start, range.end.min(range.start + 8));
        let longest = (at + 2..=end).rev().find_map(|until| {
            let words = self.printed(at + 1..until);
            let words = words.trim_end_matches(',');
            let names_time = is_year(words.rsplit(' ').next().unwrap_or_default());
            let date = date_in_any_form(words).filter(|_| names_time)?;
            Some((Due::Date(date), until))
        });
        if longest.is_some() {
            return longest;
        }
        let is_time = |at: &usize| {
            let word = self.word(*at);
            english::DUE_TIMES.contains(word) || is_year(word)
        };
        let stops = |at: &usize| self.tokens[*at].kind != TokenKind::Word;
        let until = (at + 1..end).find(stops).unwrap_or(end);
        let last = (at + 1..until).rev().find(is_time)?;
        let from = if self.word(at) == "within" { at } else { at + 1 };
        let is_short = last + 1 - from <= 6;
        is_short.then(|| (Due::Words(self.printed(from..last + 1)), last + 1))
    }

    fn printed(&self, range: Range<usize>) -> Text {
        self.text.on_one_line(&self.tokens.bytes(range))
    }

    /// The word at `at` in lower case; empty for a sign.
    fn word(&self, at: usize) -> &str {
        self.tokens.lower(at)
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && word.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let text = SourceText::new(words);
        let tokens = Tokens::from_source(&text);
        let found = action_words(&text, &tokens, &(0..tokens.len()));
        let shown = found.map_or_else(String::new, |found| {
            let action = text.on_one_line(&tokens.bytes(found.tokens));
            let due = found.due.map_or_else(String::new, |due| match due {
                Due::Date(date) => format!(" | {date:#}"),
                Due::Words(words) => format!(" | “{words}”"),
            });
            let instrument = found.instrument.map_or_else(String::new, |name| format!(" | {name}"));
            format!("{action}{instrument}{due}")
        });
        assert_eq!(shown, expected, "{words}");
    }

    #[test]
    fn parts_an_action_from_what_it_rests_on_and_when_it_is_due() {
        check("publish a lighting code by June 2026.", "publish a lighting code | 2026-06");
        check(
            "stop boats under the Ports (Lighting) Act 2019.",
            "stop boats | Ports (Lighting) Act 2019",
        );
        check(
            "hire six inspectors by the end of the year, Vale said.",
            "hire six inspectors | “the end of the year”",
        );
        check(
            "fit lights within six months under the Safe Seas Fund",
            "fit lights | Safe Seas Fund | “within six months”",
        );
        check(
            "report to the board by 1 March 2027 and every year",
            "report to the board by 1 March 2027 and every year | 2027-03-01",
        );
        check(
            "fit lights, train crews and report faults.",
            "fit lights, train crews and report faults",
        );
        check("fit lights, saying it was late.", "fit lights");
        check("act.", "");
    }
}
