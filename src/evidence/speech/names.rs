//! The names in a text: runs of words with a capital.
//!
//! A name is taken whole. `Foreign Office` is never `Office`, and `Minister for Ports Ian Marsh` is
//! one run: what of it is a title and what a name, the [`Cast`](super::cast::Cast) decides.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::evidence::source::words::{Dash, TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};

/// A run of words with a capital, and those that join them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its words as [`folded`] has them, those with a hyphen whole.
    pub words: Vec<String>,
    /// Whether it ends in `’s`: `Vale’s lawyer`.
    pub is_possessive: bool,
}

/// A name has at most about this many words; what goes on is another name.
const LONGEST: usize = 12;

/// A word as names are compared: in lower case, without accents, apostrophes and `’s`.
pub fn folded(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.is_ascii() {
        let letters = word.chars().filter(|c| *c != '\'');
        return letters.map(|c| c.to_ascii_lowercase()).collect();
    }
    let letters = word.nfd().filter(|c| !is_combining_mark(*c) && *c != '\'');
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the words of a name as [`folded`] has them.
pub fn folded_words(name: &str) -> Vec<String> {
    let tokens = Tokens::new(name);
    let mut words = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((word, end)) = word_at(&tokens, at) {
            words.push(word);
            at = end;
        } else {
            let is_and = tokens[at].kind == TokenKind::Sign('&');
            words.extend(is_and.then(|| "and".to_owned()));
            at += 1;
        }
    }
    joined_prefixes(words)
}

/// The word at the token `at` as [`folded`] has it, those with a hyphen whole, and the token after it.
fn word_at(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let is_word = |at: usize| kind(at) == Some(TokenKind::Word);
    let mut word = is_word(at).then(|| folded(tokens.spelling(at)))?;
    let mut end = at + 1;
    while kind(end) == Some(TokenKind::Dash(Dash::Joins)) && is_word(end + 1) {
        word.push('-');
        word.push_str(&folded(tokens.spelling(end + 1)));
        end += 2;
    }
    Some((word, end))
}

/// The words of a line in lower case, without the signs around them, for lines that are known by
/// their first words. Nothing is cut into tokens again.
pub fn plain_words(line: &str) -> Vec<String> {
    each_plain_word(line).collect()
}

/// Returns each of the [`plain_words`] as it is asked for.
pub fn each_plain_word(line: &str) -> impl Iterator<Item = String> {
    let words = line.split_whitespace();
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.filter(|word| !word.is_empty())
}

/// Returns the names of a text, in order. Names of bodies that are `known`, as [`folded_words`] has
/// them, are taken whole, whatever joins their words: `Culture, Media and Sport`.
pub fn names(text: &SourceText, tokens: &Tokens, known: &[Vec<String>]) -> Vec<Name> {
    let mut reader = NameReader::new(text, tokens);
    for phrase in known {
        reader.known.entry(phrase[0].clone()).or_default().push(phrase);
    }
    reader.surnames = reader.ends_of_names();
    let mut names = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_opener = reader.is_opener(at) && !reader.is_point_of(at);
        let start = at + usize::from(is_opener && reader.opens_sentence(at));
        match reader.name(start) {
            Some(name) => {
                at = name.tokens.end;
                names.push(name);
            }
            None => at = start.max(at + 1),
        }
    }
    names
}

/// Reads the names of a text.
pub struct NameReader<'a> {
    pub(super) text: &'a SourceText,
    pub(super) tokens: &'a Tokens,
    /// The names that are taken whole, by their first word.
    pub(super) known: HashMap<String, Vec<&'a Vec<String>>>,
    /// The words that end a name of several in the text, as surnames do.
    pub(super) surnames: HashSet<&'a str>,
    /// The words after `and` that the text shows to be the last field of a body.
    pub(super) fields: OnceCell<HashSet<String>>,
}

impl<'a> NameReader<'a> {
    fn new(text: &'a SourceText, tokens: &'a Tokens) -> Self {
        Self {
            text,
            tokens,
            known: HashMap::new(),
            surnames: HashSet::new(),
            fields: OnceCell::new(),
        }
    }

    /// The name that begins at the token `start`.
    fn name(&self, start: usize) -> Option<Name> {
        if !self.is_capital(start) {
            return None;
        }
        let mut words: Vec<String> = Vec::new();
        // The small words that join the next word to these, if there is one.
        let mut joiners: Vec<String> = Vec::new();
        let mut end = start;
        let mut next = start;
        while let Some((word, after)) =
            self.word(next).filter(|_| self.is_capital(next) && words.len() < LONGEST)
        {
            words.append(&mut joiners);
            end = if let Some((phrase, end)) = self.known_at(next, &word) {
                words.extend_from_slice(phrase);
                end
            } else {
                words.push(word);
                after
            };
            let after = end;
            if self.is_possessive(after - 1)
                && !owns_name_of_body(self.text, self.tokens, after - 1)
            {
                break;
            }
            let after = if self.is_point_of(after - 1) { after + 1 } else { after };
            let is_initial = self.is_capital(after) && self.is_point_of(after);
            if after > end
                && !is_initial
                && self.tokens.get(after).is_none_or(|token| !token.spaced)
            {
                break;
            }
            let Some(further) = self.goes_on(after, &words) else { break };
            joiners.extend((after..further).map(|at| folded(self.tokens.spelling(at))));
            next = further;
        }
        end = self.with_fields(&mut words, end);
        let is_possessive = self.is_possessive(end - 1);
        Some(Name { tokens: start..end, words: joined_prefixes(words), is_possessive })
    }

    /// The longest known name that begins with `first` at the token `at`, and the token after it.
    fn known_at(&self, at: usize, first: &str) -> Option<(&'a [String], usize)> {
        let ends = self.known.get(first)?.iter().filter_map(|phrase| {
            let mut next = at;
            for wanted in *phrase {
                while self.kind(next) == Some(TokenKind::Sign(',')) {
                    next += 1;
                }
                let is_and = self.kind(next) == Some(TokenKind::Sign('&')) && wanted == "and";
                let (word, end) =
                    if is_and { (wanted.clone(), next + 1) } else { self.word(next)? };
                (word == *wanted).then_some(())?;
                next = end;
            }
            Some((phrase.as_slice(), next))
        });
        ends.max_by_key(|(_, end)| *end)
    }

    /// The next word with a capital of a name whose `words` end before the token `at`, past the
    /// small words that join them.
    fn goes_on(&self, at: usize, words: &[String]) -> Option<usize> {
        if !self.is_adjacent(at) {
            return None;
        }
        if self.is_capital(at) {
            return Some(at);
        }
        let joins_bodies = takes_of(words);
        let mut next = at;
        while next < at + 3 && self.is_adjacent(next) {
            let is_owner = self.is(english::words!["and"], next)
                && owns_name_of_body(self.text, self.tokens, next - 1);
            let joins = self.is(english::PARTICLES, next)
                || is_owner
                || (joins_bodies && self.is(english::JOINERS_OF_BODIES, next))
                || (joins_bodies && next > at && self.is(english::words!["the"], next));
            if !joins {
                break;
            }
            next += 1;
        }
        let joined = next > at && self.is_capital(next) && self.is_adjacent(next);
        joined.then_some(next)
    }

    /// The words with a capital that end a run of several.
    fn ends_of_names(&self) -> HashSet<&'a str> {
        let is_capital = |at: usize| {
            at < self.tokens.len() && self.tokens.spelling(at).starts_with(char::is_uppercase)
        };
        let ends = |&at: &usize| {
            is_capital(at)
                && is_capital(at - 1)
                && self.is_adjacent(at)
                && !(is_capital(at + 1) && self.is_adjacent(at + 1))
        };
        let last = (1..self.tokens.len()).filter(ends).map(|at| self.tokens.spelling(at));
        last.map(|word| word.strip_suffix("'s").unwrap_or(word)).collect()
    }

    /// The word at the token `at`, those with a hyphen whole, and the token after it.
    pub(super) fn word(&self, at: usize) -> Option<(String, usize)> {
        word_at(self.tokens, at)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is(&self, list: english::WordList, at: usize) -> bool {
        at < self.tokens.len() && list.contains(self.tokens.lower(at))
    }

    /// Whether the token at `at` is a word that opens sentences and is no name there.
    fn is_opener(&self, at: usize) -> bool {
        let lists = [
            english::OPENERS,
            english::PREPOSITIONS,
            english::SPEECH_VERBS,
            english::SPEAKER_FOLLOWS,
            english::RELATIVES,
            english::AUXILIARIES,
            english::BE,
        ];
        let known = self.word(at).and_then(|(word, _)| self.known_at(at, &word));
        known.is_none() && lists.iter().any(|list| self.is(*list, at))
    }

    /// Whether a word with a capital begins at `at`, or one such as `al-Masri`. `Q2` is none.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let starts = |at: usize| {
            at < self.tokens.len() && self.tokens.spelling(at).starts_with(char::is_uppercase)
        };
        let has_particle = self.is(english::PARTICLES, at)
            && self.kind(at + 1) == Some(TokenKind::Dash(Dash::Joins))
            && starts(at + 2);
        let is_numbered =
            at < self.tokens.len() && self.tokens.spelling(at).contains(char::is_numeric);
        (starts(at) || has_particle)
            && !is_numbered
            && !is_date(self.tokens.spelling(at))
            && !self.is_i(at)
    }

    /// Whether the token at `at` is `I` or `I’m`, and no initial.
    fn is_i(&self, at: usize) -> bool {
        let word = self.tokens.spelling(at);
        word.starts_with("I'") || (word == "I" && !self.is_point_of(at))
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.tokens.spelling(at).ends_with("'s")
            || (self.tokens.spelling(at).ends_with('s')
                && self.text.as_str()[self.tokens[at].bytes.end..].starts_with(['\'', '’'])
                && self.tokens.get(at + 1).is_some_and(|next| {
                    next.spaced && self.tokens.spelling(at + 1).starts_with(char::is_lowercase)
                }))
    }

    /// Whether a point that belongs to the word at `at` follows it: `Gov.`, `J.`
    fn is_point_of(&self, at: usize) -> bool {
        let word = self.tokens.spelling(at);
        let shortens = english::ABBREVIATIONS.contains(word) || word.chars().count() == 1;
        shortens
            && self.kind(at + 1) == Some(TokenKind::Sign('.'))
            && self.tokens.get(at + 1).is_some_and(|point| !point.spaced)
    }

    /// Whether nothing but white space is between the token at `at` and the one before it, and both
    /// are in one paragraph.
    pub(super) fn is_adjacent(&self, at: usize) -> bool {
        let (Some(before), Some(here)) =
            (at.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(at))
        else {
            return false;
        };
        // The letters of a ligature are of the same bytes, so that the end may come after the start.
        let between = self.text.as_str().get(before.bytes.end..here.bytes.start).unwrap_or("");
        let owner = between.strip_prefix(['’', '\'']);
        let owner = owner.filter(|_| owns_name_of_body(self.text, self.tokens, at - 1));
        let between = owner.unwrap_or(between);
        between.chars().all(char::is_whitespace)
            && (!between.contains('\n')
                || self.is_wrapped_after(before.bytes.end, here.bytes.start))
    }

    /// Whether the line that ends between these bytes goes on: it is in one paragraph with the next,
    /// and long.
    fn is_wrapped_after(&self, end: usize, next: usize) -> bool {
        /// A shorter line of hard-wrapped text is a line of its own.
        const LONG: usize = 40;
        let line = self.text.as_str()[..end].rfind('\n').map_or(0, |at| at + 1);
        end - line > LONG && self.text.paragraph_at(end) == self.text.paragraph_at(next)
    }

    /// Whether a sentence, or words inside quotation marks, begin at the token `at`.
    fn opens_sentence(&self, at: usize) -> bool {
        !self.is_adjacent(at)
            || at.checked_sub(1).is_none_or(|before| self.kind(before) != Some(TokenKind::Word))
    }
}

/// Whether the token at `at` is a plural whose apostrophe is inside the name of a body: `Chiefs’` of
/// `Police Chiefs’ Council`.
pub fn owns_name_of_body(text: &SourceText, tokens: &Tokens, at: usize) -> bool {
    /// This many words may follow it in the name: `Farmers’ Trade Union`.
    const REST: usize = 3;
    let is_capital = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.spaced)
            && tokens.spelling(at).starts_with(char::is_uppercase)
    };
    let owns = |at: usize| {
        let end = tokens.get(at).map_or(0, |token| token.bytes.end);
        let rest = text.as_str().get(end..).unwrap_or_default();
        let spelling = tokens.spelling(at);
        spelling.ends_with('s') && !spelling.ends_with("'s") && rest.starts_with(['’', '\''])
    };
    let is_body = |at: usize| {
        let word = tokens.lower(at);
        let word = word.strip_suffix("'s").unwrap_or(word).to_owned();
        english::BODIES.contains(word.as_str()) || english::BODIES_OF_MEMBERS.contains(&word)
    };
    let is_word = tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_led = |at: usize| (at + 1..=at + REST).take_while(|&at| is_capital(at)).any(is_body);
    // `Crews’ and Pilots’ Union`
    let is_and = |at: usize| tokens.get(at).is_some_and(|_| tokens.spelling(at) == "and");
    let joined = at + 2;
    let is_joined = is_and(at + 1) && is_capital(joined) && owns(joined) && is_led(joined);
    is_word && owns(at) && (is_led(at) || is_joined)
}

/// Whether a word is a weekday or a month, and not one that is also a name: `June`.
pub fn is_date(spelling: &str) -> bool {
    let spelling = spelling.strip_suffix("'s").unwrap_or(spelling);
    let is = |list: english::WordList| list.contains(spelling.to_lowercase().as_str());
    let is_month = english::MONTHS.contains(spelling) && !is(english::AMBIGUOUS_MONTHS);
    is_month || (spelling.starts_with(char::is_uppercase) && is(english::WEEKDAYS))
}

/// Whether `of` or `for` may go on with a name: after a role (`Minister for Ports`), after one such
/// word (`Secretary of State for`) and after the name of a body. `Inspector Vale of Hull` ends.
fn takes_of(words: &[String]) -> bool {
    let is = |list: english::WordList, word: &String| list.contains(word.as_str());
    let mut last = words.iter().rev();
    let (Some(word), before) = (last.next(), last.next()) else { return false };
    is(english::ROLES, word)
        || before.is_some_and(|before| is(english::JOINERS_OF_BODIES, before))
        || words.iter().any(|word| is(english::BODIES, word))
}

/// The words with `O` and `Mac` made one with what follows them: `Ó Dónaill`, `O’Donaill`.
fn joined_prefixes(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut prefix = String::new();
    for word in words {
        if matches!(word.as_str(), "o" | "mac" | "mc") && prefix.is_empty() {
            prefix = word;
        } else {
            let prefix = std::mem::take(&mut prefix);
            joined.push(if prefix.is_empty() { word } else { prefix + &word });
        }
    }
    joined.extend(Some(prefix).filter(|prefix| !prefix.is_empty()));
    joined
}

/// Whether two words are one but for an ending: `ports` and `port`, `safeguard` and `safeguarding`.
pub fn is_same_word(one: &str, other: &str) -> bool {
    let stem = |word: &str| {
        let ending = english::ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        ending.filter(|stem| stem.chars().count() > 3).unwrap_or(word).to_owned()
    };
    one == other || stem(one) == stem(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let tokens = Tokens::from_source(&source);
        let found: Vec<String> =
            names(&source, &tokens, &[folded_words("Department for Culture, Media & Sport")])
                .iter()
                .map(|name| source.as_str()[tokens.bytes(name.tokens.clone())].to_owned())
                .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn takes_a_name_whole() {
        check(
            "The Foreign Office told Gov. Eve J. Moss of Hull.",
            &["Foreign Office", "Gov. Eve J. Moss", "Hull"],
        );
        check("Minister for Ports Ian Marsh left.", &["Minister for Ports Ian Marsh"]);
        check("Siân ap Emrys and Tessa Lewis-Hart sat.", &["Siân ap Emrys", "Tessa Lewis-Hart"]);
        check(
            "The Department for Culture, Media and Sport sat.",
            &["Department for Culture, Media and Sport"],
        );
        check("Dana Vale’s lawyer, Tom Reed", &["Dana Vale’s", "Tom Reed"]);
    }

    #[test]
    fn the_name_of_a_body_has_all_its_fields() {
        for name in [
            "Department for Work and Pensions",
            "Department for Environment, Food and Rural Affairs",
            "Department for Business and Trade",
            "Ministry of Coasts and Waterways",
            "Ministry of Housing, Communities and Local Government",
            "Office for Roads & Lights",
        ] {
            check(&format!("The {name} said so."), &[name]);
            check(&format!("At the {name}, Dana Vale said so."), &[name, "Dana Vale"]);
        }
        check("The Department of Ports and Dana Vale sat.", &["Department of Ports", "Dana Vale"]);
        check("The Department of Ports and Moss sat.", &["Department of Ports", "Moss"]);
        check(
            "Ed Reeves saw the Department of Ports and Reeves sat.",
            &["Ed Reeves", "Department of Ports", "Reeves"],
        );
        check("The Ministry of Ports and the Board sat.", &["Ministry of Ports", "Board"]);
        check(
            "The Ministry of Ports, Dana Vale and Fisheries Watch sat.",
            &["Ministry of Ports", "Dana Vale", "Fisheries Watch"],
        );
        check(
            "The Ministry of Ports, Food and the Harbour Board sat.",
            &["Ministry of Ports", "Food", "Harbour Board"],
        );
    }

    #[test]
    fn no_name_runs_over_a_mark_or_a_paragraph() {
        check("Vale “Moss”\n\nReed", &["Vale", "Moss", "Reed"]);
        check("“We act.” – I. Marsh", &["I. Marsh"]);
        check("Vale, Moss. Reed", &["Vale", "Moss", "Reed"]);
    }

    #[test]
    fn accents_apostrophes_and_spaces_inside_a_name_do_not_count() {
        for name in ["Síle Ó Dónaill", "Sile O’Donaill", "Sile O'Donaill", "SILE O Donaill"] {
            assert_eq!(folded_words(name), ["sile", "odonaill"], "{name}");
        }
    }
}
