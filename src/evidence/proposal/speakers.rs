//! Finds the speakers that a text names, before any brief lists its parties.
//!
//! A name is a run of capitalised words beside a verb of speech: `said Dana Vale`,
//! `the Harbour Board said`, `Dana Vale, its chief inspector, said`. Posts and honorifics before it
//! are no part of it.

use std::ops::Range;

use crate::brief::Id;
use crate::evidence::source::attribution::is_cue;
use crate::evidence::source::english;
use crate::evidence::source::surroundings::Surroundings;
use crate::evidence::source::words::{Dash, TokenKind, Tokens};
use crate::text::{Text, to_ascii};

/// A person or a body that a text names as speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSpeaker {
    /// An id made of the name; no other party of the text has it.
    pub id: Id,
    /// The name, without honorific.
    pub name: Text,
    /// Sir, Dame, Dr.
    pub honorific: Option<Text>,
    /// Whether it seems to be a person rather than a body.
    pub is_person: bool,
}

/// A name has at most this many tokens.
const LONGEST: usize = 12;

/// Returns everyone that the sentences around quotations name as speaking, in the order of the
/// text, each once.
pub fn named(text: &str, tokens: &Tokens, sentences: &[Surroundings]) -> Vec<NamedSpeaker> {
    let finder = NameFinder { text, tokens };
    let mut found: Vec<FoundName> = Vec::new();
    for range in sentences.iter().flat_map(|sentence| [&sentence.before, &sentence.after]) {
        for verb in range.clone().filter(|&token| is_cue(tokens.spelling(token))) {
            found.extend(finder.before(range.start..verb));
            found.extend(finder.after(verb + 1..range.end));
        }
    }
    let mut parties: Vec<NamedSpeaker> = Vec::new();
    for (i, name) in found.iter().enumerate() {
        let repeats = found[..i].iter().any(|other| other.text == name.text);
        let shortens = found.iter().any(|other| name.shortens(other));
        if !repeats && !shortens {
            parties.push(name.as_party(&parties));
        }
    }
    parties
}

/// A name as it was found.
struct FoundName {
    text: String,
    honorific: Option<Text>,
    is_person: bool,
}

impl FoundName {
    /// Whether this is only the surname or the initials of `other`.
    fn shortens(&self, other: &Self) -> bool {
        let surname = || other.is_person && other.text.rsplit(' ').next() == Some(&self.text);
        let initials = || !other.is_person && initials(&other.text) == self.text;
        !self.text.contains(' ') && other.text.contains(' ') && (surname() || initials())
    }

    fn as_party(&self, others: &[NamedSpeaker]) -> NamedSpeaker {
        let last = self.text.rsplit(' ').next().unwrap_or_default();
        let word = if self.is_person || !self.text.contains(' ') {
            last.to_owned()
        } else {
            initials(&self.text)
        };
        let word: String = to_ascii(&word).chars().filter(char::is_ascii_alphanumeric).collect();
        let word = word.to_lowercase();
        let is_free = |id: &Id| !id.is_reserved() && others.iter().all(|other| other.id != *id);
        let stem = Id::new(&word)
            .filter(|_| !is_numbered(&word))
            .map_or_else(|| "speaker".to_owned(), |_| word);
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let id = std::iter::once(stem.clone())
            .chain(numbered)
            .filter_map(|id| Id::new(&id))
            .find(is_free);
        NamedSpeaker {
            id: id.unwrap_or_else(|| Id::of_file(&stem)),
            name: Text::new(&self.text),
            honorific: self.honorific.clone(),
            is_person: self.is_person,
        }
    }
}

/// Whether `word` is one letter and a number, as the ids of quotes, claims and asks are.
fn is_numbered(word: &str) -> bool {
    word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_digit())
}

fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

struct NameFinder<'a> {
    text: &'a str,
    tokens: &'a Tokens,
}

impl NameFinder<'_> {
    /// The name in front of a verb: right before it, or at the sentence's start with commas around
    /// what it says of the name.
    fn before(&self, range: Range<usize>) -> Option<FoundName> {
        let auxiliaries = range
            .clone()
            .rev()
            .take_while(|&token| self.is_one_of(english::AUXILIARIES, token))
            .count();
        let end = range.end - auxiliaries;
        let last = end.checked_sub(1).filter(|last| range.contains(last))?;
        if self.tokens[last].kind == TokenKind::Sign(',') {
            let start = range.clone().find(|&token| !self.is_one_of(&["the"], token))?;
            let stop = self.run(start, last);
            let is_apposed = stop < last && self.tokens[stop].kind == TokenKind::Sign(',');
            return if is_apposed { self.name(start..stop) } else { None };
        }
        let starts = end.saturating_sub(LONGEST).max(range.start)..end;
        let start = starts
            .into_iter()
            .find(|&start| self.is_capital(start) && self.run(start, end) == end)?;
        self.name(start..end)
    }

    /// The name right after a verb.
    fn after(&self, range: Range<usize>) -> Option<FoundName> {
        let start = range.clone().find(|&token| !self.is_one_of(english::BEFORE_SPEAKER, token))?;
        self.name(start..self.run(start, range.end))
    }

    /// Where the run of capitalised words ends that begins at `start`, at `limit` at the latest.
    fn run(&self, start: usize, limit: usize) -> usize {
        let mut end = start;
        for at in start..limit.min(start + LONGEST) {
            let token = &self.tokens[at];
            let inside = match token.kind {
                TokenKind::Word if self.is_capital(at) => {
                    end = at + 1;
                    true
                }
                TokenKind::Word => end == at && self.is_one_of(english::JOINERS, at),
                TokenKind::Sign('.') => end == at && !token.spaced && self.is_shortened(at),
                TokenKind::Dash(dash) => end == at && dash == Dash::Joins,
                _ => false,
            };
            if !inside || at == start && end == start {
                break;
            }
        }
        end
    }

    /// Whether the point at `at` is that of an initial or a title.
    fn is_shortened(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|word| {
            self.tokens.spelling(word).chars().count() == 1
                || self.is_one_of(english::HONORIFICS, word)
        })
    }

    /// The name in a run of capitalised words.
    fn name(&self, mut run: Range<usize>) -> Option<FoundName> {
        let follows_the =
            run.start.checked_sub(1).is_some_and(|before| self.is_one_of(&["the"], before));
        let opening =
            run.clone().take_while(|&token| self.is_one_of(english::OPENERS, token)).count();
        let follows_the =
            follows_the || (opening > 0 && self.is_one_of(&["the"], run.start + opening - 1));
        run.start += opening;
        let role = run.clone().rev().find(|&token| self.is_one_of(english::ROLES, token));
        run.start = role.map_or(run.start, |role| role + 1);
        let honorific =
            run.clone().next().filter(|&token| self.is_one_of(english::HONORIFICS, token));
        if let Some(at) = honorific {
            let has_point =
                self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Sign('.'));
            run.start = (at + 1 + usize::from(has_point)).min(run.end);
        }
        let first = run.clone().next().filter(|&first| self.is_capital(first))?;
        let text = Text::flow(&self.text[self.tokens.bytes(run.clone())]);
        let of_a_name =
            |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\u{2010}' | '.' | '\'' | '’');
        if !text.chars().all(of_a_name) || self.tokens.spelling(first).chars().all(char::is_numeric)
        {
            return None;
        }
        let count = self.tokens.count_words(run.clone());
        let is_body = follows_the
            || run.clone().any(|token| {
                self.is_one_of(english::BODIES, token)
                    || self.is_one_of(english::JOINERS_OF_BODIES, token)
            });
        let is_person = honorific.is_some() || role.is_some() || (count > 1 && !is_body);
        let honorific = honorific.map(|at| Text::new(self.tokens.spelling(at)));
        let text = self.spelt_out(&text).unwrap_or_else(|| text.to_string());
        Some(FoundName { text, honorific, is_person })
    }

    /// The name of a body that the text gives before its initials: `National Crime Agency (NCA)`.
    fn spelt_out(&self, short: &str) -> Option<String> {
        if short.chars().count() < 2 || !short.chars().all(char::is_uppercase) {
            return None;
        }
        let all = self.tokens;
        let sign = |token: usize, wanted| {
            all.get(token).is_some_and(|token| token.kind == TokenKind::Sign(wanted))
        };
        let in_brackets = |&at: &usize| {
            self.tokens.spelling(at) == short && sign(at - 1, '(') && sign(at + 1, ')')
        };
        let bracket = (1..all.len()).find(in_brackets)? - 1;
        let starts = bracket.saturating_sub(LONGEST)..bracket;
        starts.into_iter().filter(|&start| self.run(start, bracket) == bracket).find_map(|start| {
            let name = Text::flow(&self.text[self.tokens.bytes(start..bracket)]);
            (initials(&name) == short).then(|| name.to_string())
        })
    }

    fn is_capital(&self, token: usize) -> bool {
        self.tokens.spelling(token).starts_with(char::is_uppercase)
    }

    fn is_one_of(&self, list: &[&str], token: usize) -> bool {
        list.contains(&self.tokens.spelling(token).to_lowercase().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::source::surroundings::surroundings;
    use crate::evidence::source::{SourceText, quotation_marks};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let tokens = Tokens::from_source(&source);
        let quoted_spans = quotation_marks::quoted_spans(source.as_str(), source.paragraphs());
        let sentences = surroundings(&source, &tokens, &quoted_spans);
        let shown = |named: NamedSpeaker| {
            let honorific =
                named.honorific.map_or(String::new(), |honorific| format!("{honorific}+"));
            let kind = if named.is_person { "person" } else { "body" };
            format!("{}: {kind} {honorific}{}", named.id, named.name)
        };
        let found: Vec<String> =
            named(source.as_str(), &tokens, &sentences).into_iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn takes_the_name_beside_a_verb_of_speech() {
        check("“We act,” said Dana Vale.", &["vale: person Dana Vale"]);
        check("Dana Vale said: “We act.”", &["vale: person Dana Vale"]);
        check("Yesterday Dana Vale also said: “We act.”", &["vale: person Dana Vale"]);
        check("Dana Vale, its chief inspector, said: “We act.”", &["vale: person Dana Vale"]);
        check(
            "“We act,” said J. Marsh-O’Neil of the board.",
            &["marshoneil: person J. Marsh-O’Neil"],
        );
    }

    #[test]
    fn leaves_posts_and_honorifics_out_of_a_name() {
        check("“We act,” said Transport Secretary Dana Vale.", &["vale: person Dana Vale"]);
        check("Prime Minister Sir Ian Marsh said: “We act.”", &["marsh: person Sir+Ian Marsh"]);
        check("Dr. Vale said: “We act.”", &["vale: person Dr+Vale"]);
        check("The Prime Minister said: “We act.”", &[]);
    }

    #[test]
    fn tells_bodies_from_people() {
        check("The Harbour Safety Board said: “We act.”", &["hsb: body Harbour Safety Board"]);
        check("“We act,” the NCA said.", &["nca: body NCA"]);
        check(
            "The National Crime Agency (NCA) met.\nThe NCA said: “We act.”",
            &["nca: body National Crime Agency"],
        );
        check("in the words of the Ministry of Works, “a drift”.", &["mw: body Ministry of Works"]);
    }

    #[test]
    fn lists_a_speaker_once_by_the_fullest_name() {
        check(
            "Vale said: “No.”\n“We act,” said Dana Vale.\nMr Vale said: “Yes.”",
            &["vale: person Dana Vale"],
        );
        check(
            "“We act,” said Dana Vale. “No,” said Eve Vale.",
            &["vale: person Dana Vale", "vale-2: person Eve Vale"],
        );
    }

    #[test]
    fn names_nobody_by_a_pronoun_or_a_common_noun() {
        check(
            "She said: “We act.” “No,” he said. The agency, which works with others, said “yes”.",
            &[],
        );
    }
}
