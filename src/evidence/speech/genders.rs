//! Who is a woman and who a man, by the pronoun that begins the sentence after one about them:
//! `Catherine Sable opened the pier. She said …`.

use super::mentions::Mention;
use super::titles::Gender;
use crate::evidence::source::normal::is_single_mark;
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::is_double_mark;

/// The members of the cast, by number, of whom a pronoun says it. A sentence about two people, and
/// one in quotation marks, says nothing.
pub fn learned(text: &SourceText, tokens: &Tokens, all: &[Mention]) -> Vec<(usize, Gender)> {
    let mut found = Vec::new();
    let mut mentions = all.iter().peekable();
    let mut about: Option<usize> = None;
    let mut start = 0;
    for end in (0..tokens.len()).filter(|&token| ends_sentence(tokens, token)) {
        let gender = pronoun(text, tokens, start);
        found.extend(about.zip(gender));
        let mut people: Vec<usize> = Vec::new();
        while let Some(mention) = mentions.next_if(|mention| mention.name.tokens.start <= end) {
            people.extend(mention.member.filter(|_| mention.name.tokens.start >= start));
        }
        people.dedup();
        about = match people.as_slice() {
            [one] => Some(*one),
            [] if gender.is_some() => about,
            _ => None,
        };
        start = end + 1;
    }
    found
}

/// What the pronoun at the beginning of a sentence says, unless a quotation mark is before it.
fn pronoun(text: &SourceText, tokens: &Tokens, start: usize) -> Option<Gender> {
    let first = tokens.get(start)?;
    let word = tokens.lower(start);
    let gender = match word {
        word if english::HE.contains(word) => Gender::Man,
        word if english::SHE.contains(word) => Gender::Woman,
        _ => return None,
    };
    let before = text.as_str()[..first.bytes.start].chars().next_back();
    let is_quoted = before.is_some_and(|c| is_double_mark(c) || is_single_mark(c));
    (!is_quoted).then_some(gender)
}
