//! Written questions and answers: `Asked by Eve Moss`, `Answered by Ian Marsh`, each on a line before
//! the words.

use std::ops::Range;

use super::mentions::{Mentions, SpokenBy};
use super::names::plain_words;
use super::{Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// Returns who asks and who answers, if a text has both. The lines between a name and the first
/// paragraph that ends as a sentence does are of a constituency, a date or a number.
pub fn written_answers(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
) -> Vec<Stretch> {
    let mut labels: Vec<(Range<usize>, SpokenBy)> = Vec::new();
    let mut verbs: Vec<String> = Vec::new();
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let bytes = start..start + line.len();
        start = bytes.end;
        if let Some(verb) = verb(line) {
            let named = mentions.within(&tokens.within(&bytes)).first();
            let somebody = named.and_then(|mention| mention.referent.clone().somebody());
            labels.push((bytes, somebody.unwrap_or(SpokenBy::Unknown(start))));
            verbs.push(verb);
        }
    }
    let has = |list: &[&str]| verbs.iter().any(|verb| list.contains(&verb.as_str()));
    if !has(english::ASKED) || !has(english::ANSWERED) {
        return Vec::new();
    }
    let ends = labels.iter().skip(1).map(|(line, _)| line.start);
    let ends: Vec<usize> = ends.chain([text.as_str().len()]).collect();
    let stretch = |((line, speaker), end): (&(Range<usize>, SpokenBy), usize)| {
        let is_sentence = |part: &Range<usize>| {
            text.as_str()[part.clone()].trim_end().ends_with(['.', '?', '!', ':', ';'])
        };
        let parts =
            text.as_str()[line.end..end].split_inclusive('\n').scan(line.end, |at, part| {
                *at += part.len();
                Some(*at - part.len()..*at)
            });
        let first = parts.clone().find(is_sentence)?;
        let voice = Voice::named(vec![speaker.clone()]);
        Some(Stretch { bytes: first.start..end, voice })
    };
    labels.iter().zip(ends).filter_map(stretch).collect()
}

/// The verb of a line that says who asked or who answered: `Asked by`.
fn verb(line: &str) -> Option<String> {
    let words = plain_words(line.get(..60).unwrap_or(line));
    let [verb, by, ..] = words.as_slice() else { return None };
    let is_known = [english::ASKED, english::ANSWERED].concat().contains(&verb.as_str());
    (is_known && by == "by").then(|| verb.clone())
}
