//! Written questions and answers: `Asked by Eve Moss`, `Answered by Ian Marsh`, each on a line before
//! the words.

use std::ops::Range;

use super::mentions::{Mentions, SpokenBy};
use super::names::plain_words;
use super::{Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::lines_at;

/// Returns who asks and who answers, if a text has both. The lines between a name and the first
/// paragraph that ends as a sentence does are of a constituency, a date or a number.
pub fn written_answers(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
) -> Vec<Stretch> {
    let mut labels: Vec<(Range<usize>, SpokenBy)> = Vec::new();
    let mut verbs: Vec<String> = Vec::new();
    for (start, line) in lines_at(text.as_str()) {
        if let Some(verb) = verb(line) {
            let bytes = start..start + line.len();
            let named = mentions.within(&tokens.within(&bytes)).first();
            let somebody = named.and_then(|mention| mention.referent.clone().somebody());
            let somebody = somebody.unwrap_or(SpokenBy::Unknown(bytes.end));
            labels.push((bytes, somebody));
            verbs.push(verb);
        }
    }
    let has = |list: english::WordList| verbs.iter().any(|verb| list.contains(verb.as_str()));
    if !has(english::ASKED) || !has(english::ANSWERED) {
        return Vec::new();
    }
    let ends = labels.iter().skip(1).map(|(line, _)| line.start);
    let ends: Vec<usize> = ends.chain([text.as_str().len()]).collect();
    let stretch = |((line, speaker), end): (&(Range<usize>, SpokenBy), usize)| {
        let is_sentence = |line: &str| line.trim_end().ends_with(['.', '?', '!', ':', ';']);
        let mut lines = lines_at(&text.as_str()[line.end..end]);
        let (first, _) = lines.find(|(_, line)| is_sentence(line))?;
        let voice = Voice::named(vec![speaker.clone()]);
        Some(Stretch { bytes: line.end + first..end, voice })
    };
    labels.iter().zip(ends).filter_map(stretch).collect()
}

/// The verb of a line that says who asked or who answered: `Asked by`.
fn verb(line: &str) -> Option<String> {
    let words = plain_words(line.get(..60).unwrap_or(line));
    let [verb, by, ..] = words.as_slice() else { return None };
    let is_known = english::ASKED.contains(verb) || english::ANSWERED.contains(verb);
    (is_known && by == "by").then(|| verb.clone())
}
