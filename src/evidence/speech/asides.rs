//! What stands in the speech of one person and is not theirs: `[A voice from the floor: “Shame!”]`,
//! `(Applause.)`, `Laughter` on a line of its own, a member of the audience who asks, and headings.

use std::ops::Range;

use super::names::plain_words;
use super::{Certainty, Stretch, Voice};
use crate::brief::SourceType;
use crate::evidence::source::quotation_marks::QuotedSpan;
use crate::evidence::source::{SourceText, english};
use crate::evidence::speech::mentions::SpokenBy;
use crate::text::is_double_mark;

/// A label and a note have at most this many words.
const SHORT: usize = 10;

/// A heading has at most this many words, and the paragraph below one has more.
const HEADING: usize = 12;

/// A part of a speech, a letter or a statement that its speaker does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// What the text calls whoever says it instead.
    pub speaker: Option<String>,
    /// Where the words of that speaker begin.
    words: usize,
}

/// Returns the asides of a text of this kind, in order and apart. Texts with more than one speaker by
/// their kind have none.
pub fn asides(text: &SourceText, kind: SourceType) -> Vec<Aside> {
    if !matches!(kind, SourceType::Speech | SourceType::Letter | SourceType::Statement) {
        return Vec::new();
    }
    let reader = AsideReader { text };
    let mut found = reader.headings(kind);
    for paragraph in text.paragraphs() {
        match reader.whole(paragraph) {
            Some(aside) => found.push(aside),
            None => found.extend(reader.brackets(paragraph)),
        }
    }
    found.sort_by_key(|aside| (aside.bytes.start, usize::MAX - aside.bytes.end));
    let mut end = 0;
    found.retain(|aside| {
        let is_apart = aside.bytes.start >= end;
        end = end.max(aside.bytes.end);
        is_apart
    });
    found
}

/// Cuts the asides out of the stretches of a text, and gives those of a speaker to that speaker.
pub fn without_asides(
    text: &SourceText,
    stretches: Vec<Stretch>,
    asides: &[Aside],
) -> Vec<Stretch> {
    if asides.is_empty() {
        return stretches;
    }
    let has_letters =
        |bytes: &Range<usize>| text.as_str()[bytes.clone()].contains(|c: char| c.is_alphanumeric());
    let mut cut = Vec::new();
    for stretch in stretches {
        let mut from = stretch.bytes.start;
        let first = asides.partition_point(|aside| aside.bytes.end <= from);
        for aside in asides[first..].iter().take_while(|one| one.bytes.start < stretch.bytes.end) {
            let bytes = from..aside.bytes.start.max(from);
            cut.push(Stretch { bytes, voice: stretch.voice.clone() });
            from = aside.bytes.end.min(stretch.bytes.end);
        }
        cut.push(Stretch { bytes: from..stretch.bytes.end, ..stretch });
    }
    let voiced = |aside: &Aside| {
        Some(Stretch { bytes: aside.words..aside.bytes.end, voice: aside.voice()? })
    };
    cut.extend(asides.iter().filter_map(voiced));
    cut.retain(|stretch| has_letters(&stretch.bytes));
    cut.sort_by_key(|stretch| stretch.bytes.start);
    cut
}

/// Gives words in quotation marks inside an aside to its speaker, or to nobody, unless the text names
/// somebody.
pub fn voice_asides(spans: &[QuotedSpan], voices: &mut [Voice], asides: &[Aside]) {
    for (span, voice) in spans.iter().zip(voices) {
        let Some(aside) = aside_at(asides, &span.bytes) else { continue };
        if voice.certainty < Certainty::Named {
            *voice = aside.voice().unwrap_or_else(|| Voice::named(Vec::new()));
        }
    }
}

/// The first of `asides`, which are in order, that shares bytes with `bytes`.
pub fn aside_at<'a>(asides: &'a [Aside], bytes: &Range<usize>) -> Option<&'a Aside> {
    let first = asides.partition_point(|aside| aside.bytes.end <= bytes.start);
    asides.get(first).filter(|aside| aside.bytes.start < bytes.end)
}

impl Aside {
    fn note(bytes: Range<usize>) -> Self {
        Self { words: bytes.end, bytes, speaker: None }
    }

    fn voice(&self) -> Option<Voice> {
        let speaker = self.speaker.clone()?;
        Some(Voice::named(vec![SpokenBy::Described(speaker)]))
    }
}

struct AsideReader<'a> {
    text: &'a SourceText,
}

impl AsideReader<'_> {
    /// A paragraph that is an aside as a whole: in brackets, a note, a labelled turn.
    fn whole(&self, paragraph: &Range<usize>) -> Option<Aside> {
        let raw = &self.text.as_str()[paragraph.clone()];
        let is_sign = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '.' | '—' | '–');
        let plain = raw.trim_matches(is_sign);
        let inside = in_brackets(plain);
        if plain.starts_with('[') && inside.is_some() || is_note(plain, inside.is_some()) {
            let label = inside.and_then(label_of);
            return Some(self.aside(paragraph, label));
        }
        if let Some(inside) = inside {
            return self.bracketed(paragraph, inside, true);
        }
        let label = label_of(plain)?;
        plain.starts_with(char::is_uppercase).then(|| self.aside(paragraph, Some(label)))
    }

    fn aside(&self, bytes: &Range<usize>, label: Option<&str>) -> Aside {
        let Some(label) = label else { return Aside::note(bytes.clone()) };
        let raw = &self.text.as_str()[bytes.clone()];
        let words = raw.find(label).map_or(bytes.start, |at| bytes.start + at + label.len() + 1);
        Aside { bytes: bytes.clone(), speaker: Some(named(label)), words: words.min(bytes.end) }
    }

    /// The asides in brackets among other words.
    fn brackets(&self, paragraph: &Range<usize>) -> Vec<Aside> {
        let raw = &self.text.as_str()[paragraph.clone()];
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut found = Vec::new();
        for (at, c) in raw.char_indices() {
            match c {
                '[' | '(' | '{' | '<' => open.push((c, at)),
                ']' | ')' | '}' | '>' => {
                    let Some((_, from)) = open.pop_if(|(opens, _)| closes(*opens) == c) else {
                        continue;
                    };
                    let bytes = paragraph.start + from..paragraph.start + at + c.len_utf8();
                    let inside = &raw[from + 1..at];
                    found.extend(self.bracketed(&bytes, inside, false));
                }
                _ => {}
            }
        }
        found
    }

    /// What is in brackets, if it is an aside. An author’s own brackets are none: `(a delegate said so)`.
    fn bracketed(&self, bytes: &Range<usize>, inside: &str, is_line: bool) -> Option<Aside> {
        if is_note(inside, true) {
            return Some(Aside::note(bytes.clone()));
        }
        if let Some(label) = label_of(inside) {
            return Some(self.aside(bytes, Some(label)));
        }
        let is_square = self.text.as_str()[bytes.clone()].starts_with('[');
        let outside = without_quoted(inside);
        let words = plain_words(&outside);
        let has = |list: english::WordList| words.iter().any(|word| list.contains(word.as_str()));
        let is_quoting = outside.len() < inside.len();
        let calls = has(english::HECKLERS) && (has(english::HECKLING) || is_quoting)
            || has(english::HECKLING) && is_quoting
            || has(english::WHERE_HECKLERS_ARE) && is_quoting;
        let is_labelled = is_quoting
            && inside.split_once(':').is_some_and(|(label, words)| {
                label.split_whitespace().count() <= SHORT
                    && words.trim_start().starts_with(|c: char| is_double_mark(c) || c == '‘')
            });
        let is_apart = is_square
            || is_line
            || inside.trim_start().starts_with(|c: char| c.is_uppercase() || is_double_mark(c));
        (words.len() <= SHORT && is_apart && (calls || is_labelled))
            .then(|| Aside::note(bytes.clone()))
    }

    /// Lines without a stop between paragraphs of prose, and those above a speech or a statement.
    fn headings(&self, kind: SourceType) -> Vec<Aside> {
        let paragraphs = self.text.paragraphs();
        let may_be = |at: usize| self.may_be_heading(&paragraphs[at]);
        let is_long = |at: usize| {
            let raw = &self.text.as_str()[paragraphs[at].clone()];
            ends_prose(raw) && raw.split_whitespace().nth(HEADING).is_some()
        };
        let ends = |at: usize| ends_prose(&self.text.as_str()[paragraphs[at].clone()]);
        let has_head = kind != SourceType::Letter && (0..paragraphs.len()).any(is_long);
        let head = (0..paragraphs.len()).take_while(|&at| has_head && may_be(at)).count();
        let inside = (head.max(1)..paragraphs.len().saturating_sub(1))
            .filter(|&at| may_be(at) && ends(at - 1) && is_long(at + 1));
        (0..head).chain(inside).map(|at| Aside::note(paragraphs[at].clone())).collect()
    }

    fn may_be_heading(&self, paragraph: &Range<usize>) -> bool {
        let raw = self.text.as_str()[paragraph.clone()].trim();
        let raw = raw.trim_matches(['*', '_', '#', ' ']);
        let looks_like_one = raw.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && !raw.contains('\n')
            && raw.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '’'));
        if !looks_like_one {
            return false;
        }
        let words = plain_words(raw);
        words.len() <= 2 * HEADING
            && words.first().is_some_and(|first| !english::NO_HEADINGS.contains(first.as_str()))
    }
}

fn ends_prose(raw: &str) -> bool {
    let raw = raw.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    raw.ends_with(['.', '?', '!', '…', '”', '"', '’', ':', ']', ')'])
}

fn closes(open: char) -> char {
    match open {
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => ')',
    }
}

/// What is inside the brackets that hold all of these words.
fn in_brackets(words: &str) -> Option<&str> {
    let open = words.chars().next().filter(|c| matches!(c, '[' | '(' | '{' | '<'))?;
    let inside = words[open.len_utf8()..].strip_suffix(closes(open))?;
    (!inside.contains([open, closes(open)])).then_some(inside)
}

/// Whether words say no more than what is heard in the hall: `Laughter and applause.` Without brackets a
/// sentence may say that too: `They pause.`
fn is_note(words: &str, is_bracketed: bool) -> bool {
    let starts_large = words.trim_start().starts_with(char::is_uppercase);
    let words = plain_words(words);
    let is = |list: english::WordList, word: &String| list.contains(word.as_str());
    let is_cry = |word: &String| word == "hear";
    let has_note = words.iter().any(|word| is(english::STAGE_DIRECTIONS, word))
        || (words.len() >= 2 && words.iter().all(is_cry));
    let fits = |word: &String| {
        is(english::STAGE_DIRECTIONS, word) || is(english::BESIDE_STAGE_DIRECTIONS, word)
    };
    has_note && words.len() <= SHORT && words.iter().all(fits) && (is_bracketed || starts_large)
}

/// The label of somebody without a name at the start of `words`: `A member of the audience`.
fn label_of(words: &str) -> Option<&str> {
    let (label, rest) = words.split_once(':')?;
    let plain = plain_words(label);
    let is = |list: english::WordList, word: &String| list.contains(word.as_str());
    if plain.len() > SHORT || label.contains(['.', '“', '"']) || rest.trim().is_empty() {
        return None;
    }
    let is_question = plain.first().is_some_and(|first| is(english::QUESTIONS, first));
    let is_number = |word: &String| word.chars().all(char::is_numeric);
    let from = |after: &[String]| {
        after.first().is_none_or(|next| is(english::AFTER_HECKLERS, next) || is_number(next))
    };
    if is_question {
        // `Question: who pays? Answer: you do.` is a figure of speech.
        return (from(&plain[1..]) && !rest.contains(':')).then_some(label);
    }
    let head = plain.iter().position(|word| !is(english::BEFORE_HECKLERS, word))?;
    let (noun, after) = (&plain[head], &plain[head + 1..]);
    let is_placed = after.iter().any(|word| is(english::WHERE_HECKLERS_ARE, word));
    let is_vague = is(english::HECKLERS_IN_PLACES, noun) && !is_placed;
    let is_place = is(english::WHERE_HECKLERS_ARE, noun) && plain[..head].contains(&"from".into());
    let is_heckler = is(english::HECKLERS, noun) && !is_vague || is_place;
    (is_heckler && from(after)).then_some(label)
}

/// A label as a sentence has it: `a voice from the floor`.
fn named(label: &str) -> String {
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let has_article = label.split(' ').next().is_some_and(|first| {
        english::BEFORE_HECKLERS.contains(first) || english::QUESTIONS.contains(first)
    });
    if has_article { label } else { format!("a {label}") }
}

/// Words without those in double quotation marks.
fn without_quoted(words: &str) -> String {
    let mut is_inside = false;
    let keep = |c: &char| {
        if is_double_mark(*c) {
            is_inside = !is_inside;
            return false;
        }
        !is_inside
    };
    words.chars().filter(keep).collect()
}
