//! The rest of the sentence that a quotation begins or ends inside, as far as the same person says
//! it.

use std::ops::Range;

use crate::evidence::index::SourceIndex;
use crate::evidence::source::quotation_marks::span_at;
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::TokenKind;

/// Of a sentence at most this many tokens on either side of a quotation are looked at.
const REACH: usize = 80;

/// The tokens of speech from the start of the sentence up to `range`. Words of the reporter between
/// the two parts of an interrupted sentence are left out.
pub fn speech_before(source: &SourceIndex<'_>, range: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut part = source.speech_around(range).start..range.start;
    loop {
        let stop = part.clone().rev().find(|token| ends_statement(source, *token));
        let start = stop.map_or(part.start, |stop| stop + 1);
        found.extend((start..part.end).rev().take(REACH.saturating_sub(found.len())));
        let earlier = stop.is_none().then(|| interrupted(source, part.start)).flatten();
        match earlier.filter(|_| found.len() < REACH) {
            Some(earlier) => part = earlier,
            None => break,
        }
    }
    found.reverse();
    found
}

/// The tokens of speech from `range` to the end of its sentence, with the sign that ends it.
pub fn speech_after(source: &SourceIndex<'_>, range: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut part = range.end..source.speech_around(range).end;
    loop {
        let stop = part.clone().find(|token| ends_statement(source, *token));
        let end = stop.map_or(part.end, |stop| stop + 1);
        found.extend((part.start..end).take(REACH.saturating_sub(found.len())));
        let later = stop.is_none().then(|| resumed(source, part.end)).flatten();
        match later.filter(|_| found.len() < REACH) {
            Some(later) => part = later,
            None => break,
        }
    }
    found
}

/// The bytes of the source from the start of the first sentence of `range` to the end of the last.
pub fn whole_sentence(source: &SourceIndex<'_>, range: &Range<usize>) -> Range<usize> {
    let start = speech_before(source, range).first().copied().unwrap_or(range.start);
    let inside = range.end.checked_sub(1).is_some_and(|last| ends_sentence(&source.tokens, last));
    let after = if inside { Vec::new() } else { speech_after(source, range) };
    let end = after.last().map_or(range.end, |last| last + 1);
    source.tokens.bytes(start..end)
}

/// Whether the sign ends a sentence, or what could be one.
fn ends_statement(source: &SourceIndex<'_>, token: usize) -> bool {
    matches!(source.tokens[token].kind, TokenKind::Sign(';' | ':'))
        || ends_sentence(&source.tokens, token)
}

/// The earlier part of a sentence that goes on at `start`, in the quotation before: it ended in a
/// comma, and this one begins with a small letter.
fn interrupted(source: &SourceIndex<'_>, start: usize) -> Option<Range<usize>> {
    let offset = source.tokens.get(start)?.bytes.start;
    let here = span_at(&source.speech.quoted_spans, offset)?;
    let before = source.speech.quoted_spans.get(here.checked_sub(1)?)?;
    let same_paragraph =
        source.text.paragraph_at(before.bytes.start) == source.text.paragraph_at(offset);
    let tokens = source.tokens.within(&before.bytes);
    let (comma, goes_on) = (tokens.end.checked_sub(1)?, begins_small(source, start));
    let is_comma = source.tokens[comma].kind == TokenKind::Sign(',');
    (same_paragraph && goes_on && is_comma && !tokens.is_empty()).then_some(tokens.start..comma)
}

/// The later part of a sentence that was broken off before `end`, as in [`interrupted`].
fn resumed(source: &SourceIndex<'_>, end: usize) -> Option<Range<usize>> {
    let last = source.tokens.get(end.checked_sub(1)?)?;
    let here = span_at(&source.speech.quoted_spans, last.bytes.start)?;
    let next = source.speech.quoted_spans.get(here + 1)?;
    let tokens = source.tokens.within(&next.bytes);
    let earlier = interrupted(source, tokens.start)?;
    (earlier.end + 1 == end).then_some(tokens)
}

fn begins_small(source: &SourceIndex<'_>, token: usize) -> bool {
    source.tokens.spelling(token).starts_with(char::is_lowercase)
}
