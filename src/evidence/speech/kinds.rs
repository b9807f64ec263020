//! What kind of text a text seems to be, by how it is laid out: a letter, a speech, the record of a
//! debate, or none of them.

use super::letters::letter;
use super::mentions::{Mentions, SpokenBy};
use super::speeches::speech;
use super::turns::turns;
use super::{Certainty, Stretch};
use crate::brief::SourceType;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// A speech has at least this many words in the first person.
const FIRST_PERSON: usize = 3;

/// A record has at least this many turns.
const TURNS: usize = 4;

/// Returns the kind of a text that is plainly one: a letter with a salutation, a close and a name; a
/// speech below a heading that says whose it is; a debate whose turns are under names. All others are
/// news.
pub fn likely_kind(text: &SourceText, tokens: &Tokens, mentions: &Mentions<'_>) -> SourceType {
    let is_signed = |stretch: &Stretch| stretch.voice.certainty == Certainty::Named;
    if letter(text, tokens, mentions, false).is_some_and(|letter| is_signed(&letter)) {
        return SourceType::Letter;
    }
    let in_first_person = |stretch: &Stretch| {
        let own = tokens.within(&stretch.bytes).filter(|&token| {
            let word = tokens.lower(token);
            english::FIRST_PERSON.contains(word)
        });
        own.count() >= FIRST_PERSON
    };
    let whole = speech(text, tokens, mentions);
    if whole.is_some_and(|speech| in_first_person(&speech) && is_outside_marks(text, &speech)) {
        return SourceType::Speech;
    }
    let is_record = turns(text, tokens, mentions, false).is_empty()
        && is_record(text, &turns(text, tokens, mentions, true));
    if is_record { SourceType::Debate } else { SourceType::News }
}

/// Whether a stretch is in few quotation marks, as what somebody says and no report of it is.
fn is_outside_marks(text: &SourceText, stretch: &Stretch) -> bool {
    let words = &text.as_str()[stretch.bytes.clone()];
    words.matches(['“', '"']).count() <= words.split_whitespace().count() / 50
}

/// Whether several people have most of a text in turns.
fn is_record(text: &SourceText, turns: &[Stretch]) -> bool {
    let mut speakers: Vec<&SpokenBy> = Vec::new();
    for speaker in turns.iter().take(100).filter_map(|turn| turn.voice.speakers.first()) {
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    let spoken: usize = turns.iter().map(|turn| turn.bytes.len()).sum();
    turns.len() >= TURNS && speakers.len() > 1 && spoken * 2 > text.as_str().len()
}
