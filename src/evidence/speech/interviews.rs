//! Interviews without labels: a question in bold, or a paragraph that ends in `?`, and the answer
//! below it.

use std::ops::Range;

use super::mentions::{Mentions, SpokenBy};
use super::{Certainty, Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// An interview has at least this many questions.
const QUESTIONS: usize = 2;

/// Returns the questions and the answers. Whoever answers is named before the first question.
pub fn interview(text: &SourceText, tokens: &Tokens, mentions: &Mentions<'_>) -> Vec<Stretch> {
    let paragraphs = text.paragraphs().iter().cloned();
    let in_bold: Vec<Range<usize>> =
        paragraphs.clone().filter_map(|paragraph| bold(text.as_str(), &paragraph)).collect();
    let asks =
        |paragraph: &Range<usize>| text.as_str()[paragraph.clone()].trim_end().ends_with('?');
    let questions =
        if in_bold.len() >= QUESTIONS { in_bold } else { paragraphs.filter(asks).collect() };
    let Some(first) = questions.first().filter(|_| questions.len() >= QUESTIONS) else {
        return Vec::new();
    };
    let before = tokens.within(&(0..first.start));
    let guest = guest(tokens, mentions, &before)
        .unwrap_or_else(|| SpokenBy::Described(english::INTERVIEWEE.to_owned()));
    let answers = Voice { certainty: Certainty::Carried, ..Voice::named(vec![guest]) };
    let asks = Voice::named(vec![SpokenBy::Described(english::INTERVIEWER.to_owned())]);
    let ends = questions.iter().skip(1).map(|next| next.start).chain([text.as_str().len()]);
    let stretches = questions.iter().zip(ends).flat_map(|(question, end)| {
        let answer = Stretch { bytes: question.end..end, voice: answers.clone() };
        [Stretch { bytes: question.clone(), voice: asks.clone() }, answer]
    });
    stretches.collect()
}

/// The bold words that open a paragraph, if they are a sentence.
fn bold(text: &str, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let words = text[paragraph.clone()].strip_prefix("**")?;
    let end = words.find("**").filter(|&end| words[..end].ends_with(['?', '.', '!', '…']))?;
    let start = paragraph.start + 2;
    Some(start..start + end + 2)
}

/// The person after `with`, as in `An interview with Dana Vale`, else the only one in `range`.
fn guest(tokens: &Tokens, mentions: &Mentions<'_>, range: &Range<usize>) -> Option<SpokenBy> {
    let persons = |range: &Range<usize>| {
        let mut found: Vec<SpokenBy> = Vec::new();
        let named = mentions.within(range).iter();
        for mention in named.filter(|mention| mentions.is_surely_a_person(mention)) {
            let somebody = mention.referent.clone().somebody();
            found.extend(somebody.filter(|somebody| !found.contains(somebody)));
        }
        found
    };
    let with = range.clone().find(|&token| tokens.spelling(token) == "with");
    let after = with.and_then(|with| persons(&(with..range.end)).into_iter().next());
    after.or_else(|| persons(range).pop().filter(|_| persons(range).len() == 1))
}
