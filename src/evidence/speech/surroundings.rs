//! The sentence around a quotation, outside its marks, in which a source says who speaks.

use std::ops::Range;

use super::Stretch;
use crate::evidence::source::quotation_marks::QuotedSpan;
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::{Dash, TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};

/// The sentence around a quoted span, as tokens.
pub struct Surroundings {
    /// What leads up to the span.
    pub before: Range<usize>,
    /// What runs on after it.
    pub after: Range<usize>,
    /// Where the turn begins that it is in, after its label; 0 if it is in none.
    pub turn: usize,
}

/// The sentence around each of `quoted_spans`, without the label of the turn that it is in.
pub fn surroundings(
    source: &SourceText,
    tokens: &Tokens,
    quoted_spans: &[QuotedSpan],
    turns: &[Stretch],
) -> Vec<Surroundings> {
    let finder = SurroundingsFinder { source, tokens, quoted_spans, turns };
    (0..quoted_spans.len())
        .map(|i| Surroundings {
            before: finder.before(i),
            after: finder.after(i),
            turn: tokens.within(&(finder.turn(i)..source.as_str().len())).start,
        })
        .collect()
}

struct SurroundingsFinder<'a> {
    source: &'a SourceText,
    tokens: &'a Tokens,
    quoted_spans: &'a [QuotedSpan],
    turns: &'a [Stretch],
}

impl SurroundingsFinder<'_> {
    /// The tokens of the sentence that runs on after the span.
    fn after(&self, i: usize) -> Range<usize> {
        let span = &self.quoted_spans[i].bytes;
        let paragraph = self.paragraph_end(span.end);
        let next = self.quoted_spans.get(i + 1).map_or(paragraph, |next| {
            let start = next.bytes.start.min(paragraph);
            self.item_start(span.end..start).unwrap_or(start)
        });
        let inside = self.source.as_str()[span.clone()].trim_end();
        let range = self.tokens.within(&(span.end..next));
        if let Some(signature) = self.signature_below(i).filter(|_| range.is_empty()) {
            return signature;
        }
        let end =
            range.clone().find(|&token| ends_sentence(self.tokens, token)).unwrap_or(range.end);
        let introduces_next = end == range.end
            && next < paragraph
            && self.tokens[range.clone()]
                .last()
                .is_some_and(|token| token.kind == TokenKind::Sign(':'));
        let first = range.clone().next();
        let begins_sentence =
            first.is_some_and(|first| self.tokens.spelling(first).starts_with(char::is_uppercase));
        let is_signed =
            first.is_some_and(|first| self.tokens[first].kind == TokenKind::Dash(Dash::Parts));
        let is_tag = self.is_tag(range.start..end);
        let sentence_over = (inside.ends_with('.') && begins_sentence && !is_signed && !is_tag)
            || (inside.ends_with(['?', '!']) && introduces_next && begins_sentence);
        if sentence_over { range.start..range.start } else { range.start..end }
    }

    /// The paragraph below the span, if it is a dash and a name: `— Dana Vale, inspector`.
    fn signature_below(&self, i: usize) -> Option<Range<usize>> {
        const SHORT: usize = 16;
        let number = self.source.paragraph_at(self.quoted_spans[i].bytes.end) as usize;
        let below = self.source.paragraphs().get(number)?;
        let tokens = self.tokens.within(below);
        let is_signed = self.source.as_str()[below.clone()].starts_with(['—', '–', '-', '―']);
        (is_signed && tokens.len() <= SHORT).then_some(tokens)
    }

    /// Whether a sentence only says who spoke: `Ann added.`, `That is the view of Moss.`
    fn is_tag(&self, sentence: Range<usize>) -> bool {
        let is = |list: english::WordList, at: usize| {
            sentence.contains(&at) && list.contains(self.tokens.lower(at))
        };
        let ends_in_verb =
            sentence.end.checked_sub(1).is_some_and(|last| is(english::SPEECH_VERBS, last));
        let points_back = is(english::POINT_BACK, sentence.start)
            && (is(english::BE, sentence.start + 1)
                || is(english::SPEECH_VERBS, sentence.start + 1));
        (ends_in_verb && sentence.len() <= 4) || (points_back && sentence.len() <= 12)
    }

    /// The tokens of the sentence that leads up to the span.
    fn before(&self, i: usize) -> Range<usize> {
        let start = self.quoted_spans[i].bytes.start;
        let previous = i.checked_sub(1).map_or(0, |before| self.quoted_spans[before].bytes.end);
        let number = self.source.paragraph_at(start) as usize - 1;
        let paragraphs = self.source.paragraphs();
        let own = paragraphs.get(number).map_or(0, |paragraph| paragraph.start);
        let own = own.max(self.turn(i));
        let own = self.item_start(own.max(previous)..start).unwrap_or(own);
        let mut range = self.tokens.within(&(own.max(previous)..start));
        if range.is_empty() && own >= previous && number > 0 {
            let lead = &paragraphs[number - 1];
            if self.source.as_str()[lead.clone()].trim_end().ends_with(':') {
                range = self.tokens.within(&(lead.start.max(previous)..lead.end));
            }
        }
        let sentence = range.clone().rev().find(|&token| ends_sentence(self.tokens, token));
        sentence.map_or(range.start, |end| end + 1)..range.end
    }

    /// Where the last item of a list begins in `bytes`, which a quotation follows: `- Dana Vale: “…”`.
    fn item_start(&self, bytes: Range<usize>) -> Option<usize> {
        let text = self.source.as_str().get(bytes.clone())?;
        let is_item = |start: &usize| {
            let line = text[*start..].trim_start();
            line.starts_with(['-', '–', '—', '•', '*', '·', '▪', '◦'])
        };
        let breaks = text.rmatch_indices('\n').map(|(at, _)| at + 1);
        breaks.into_iter().find(is_item).map(|start| bytes.start + start)
    }

    /// The byte at which the turn of the span begins, else 0.
    fn turn(&self, i: usize) -> usize {
        let start = self.quoted_spans[i].bytes.start;
        let after = self.turns.partition_point(|turn| turn.bytes.start <= start);
        let turn = after.checked_sub(1).map(|before| &self.turns[before].bytes);
        turn.filter(|turn| start < turn.end).map_or(0, |turn| turn.start)
    }

    fn paragraph_end(&self, offset: usize) -> usize {
        let number = self.source.paragraph_at(offset) as usize - 1;
        self.source.paragraphs().get(number).map_or(offset, |paragraph| paragraph.end.max(offset))
    }
}
