//! Blocks that are set in or behind `>` and signed below: `> The pier is safe.`, `> — Dana Vale`.
//!
//! Markdown and many web pages print testimonies and pulled quotes so. The signature is the last line
//! of the block or the line after it, and opens with a dash; inside the block a name on a line of its
//! own is enough. Several who sign on lines of their own speak together. What is signed reaches up to
//! the signature before it. Where blank lines divide it, the parts above the last go on with the speaker.

use std::ops::Range;

use super::clause::{Clause, PartKind};
use super::mentions::{Mentions, SpokenBy};
use super::{Certainty, Stretch, Voice};
use crate::evidence::source::stops::ends_sentence;
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};
use crate::text::lines_at;

/// A signature has at most this many tokens.
const SHORT: usize = 16;

/// How a line is set apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineSetting {
    /// Behind `>`.
    Quoted,
    Indented,
    Plain,
}

/// A line that is not blank.
struct SetLine {
    setting: LineSetting,
    /// Its bytes without what sets it apart; empty for a lone `>`.
    bytes: Range<usize>,
    /// Whether a blank line is before it.
    is_apart: bool,
}

/// A block and who signs it.
struct SignedBlock {
    /// Its lines above the signature.
    lines: Range<usize>,
    speakers: Vec<SpokenBy>,
    /// Whether the signature is inside it, and not below.
    is_inside: bool,
}

/// Adds the stretches of blocks that are signed below to those that are `announced`, in order. A
/// signature outside its block signs none that is announced.
pub fn with_signed_blocks(
    announced: Vec<Stretch>,
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
) -> Vec<Stretch> {
    let reader = BlockReader { tokens, mentions, lines: lines(text.as_str()) };
    let mut found = announced;
    for block in reader.blocks() {
        let stretches = reader.stretches(&block);
        let overlaps = |one: &Stretch| {
            stretches
                .iter()
                .any(|own| one.bytes.start < own.bytes.end && own.bytes.start < one.bytes.end)
        };
        if block.is_inside {
            found.retain(|one| !overlaps(one));
        } else if found.iter().any(overlaps) {
            continue;
        }
        found.extend(stretches);
    }
    found.sort_by_key(|stretch| stretch.bytes.start);
    found
}

/// The lines that are not blank.
fn lines(text: &str) -> Vec<SetLine> {
    let mut found = Vec::new();
    let mut is_apart = true;
    for (start, line) in lines_at(text) {
        let line = line.trim_end();
        let inner = line.trim_start();
        if inner.is_empty() {
            is_apart = true;
            continue;
        }
        let is_mark = |c: char| c.is_whitespace() || c == '>';
        let content = inner.trim_start_matches(is_mark);
        let setting = match line.len() - inner.len() {
            _ if inner.starts_with('>') => LineSetting::Quoted,
            indent if indent > 1 || line.starts_with('\t') => LineSetting::Indented,
            _ => LineSetting::Plain,
        };
        let content = if setting == LineSetting::Quoted { content } else { inner };
        let end = start + line.len();
        found.push(SetLine { setting, bytes: end - content.len()..end, is_apart });
        is_apart = false;
    }
    found
}

struct BlockReader<'a> {
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
    lines: Vec<SetLine>,
}

impl BlockReader<'_> {
    /// The blocks that somebody signs, in order.
    fn blocks(&self) -> Vec<SignedBlock> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < self.lines.len() {
            let setting = self.lines[start].setting;
            let run = self.lines[start..].iter().take_while(|line| line.setting == setting);
            let end = start + run.count();
            // A text that is all set in has no block.
            if setting == LineSetting::Quoted || setting == LineSetting::Indented && start > 0 {
                self.blocks_of_run(start..end, &mut found);
            }
            start = end;
        }
        found
    }

    /// The blocks of a run of lines that are set alike: one above each signature.
    fn blocks_of_run(&self, run: Range<usize>, found: &mut Vec<SignedBlock>) {
        let mut start = run.start;
        let mut at = run.start;
        while at < run.end {
            let (after, signed) = self.signatures(at, run.end);
            let is_signed = !signed.is_empty() && self.may_be_signed(start..at);
            let (lines, after, speakers) = if is_signed {
                (start..at, after, signed)
            } else {
                (start..at + 1, at + 1, self.signed_at_end(at))
            };
            at = after;
            if !speakers.is_empty() {
                found.push(SignedBlock { lines, speakers, is_inside: true });
                start = at;
            }
        }
        let below = self.lines.get(run.end).filter(|_| self.may_be_signed(start..run.end));
        let speakers = below.map_or_else(Vec::new, |below| self.signature(&below.bytes));
        if !speakers.is_empty() {
            found.push(SignedBlock { lines: start..run.end, speakers, is_inside: false });
        }
    }

    /// Those who sign in the lines from `at`, and after which line.
    fn signatures(&self, at: usize, end: usize) -> (usize, Vec<SpokenBy>) {
        let mut speakers = Vec::new();
        let mut after = at;
        while after < end {
            let line = &self.lines[after];
            let mut signed = self.signature(&line.bytes);
            if signed.is_empty() && self.is_alone(after, end) {
                signed = self.signers(&line.bytes);
            }
            let is_between = line.bytes.is_empty() && !speakers.is_empty();
            if signed.is_empty() && !is_between {
                break;
            }
            speakers.extend(signed);
            after += 1;
        }
        (after, speakers)
    }

    /// Whether the line at `at` is the last of a block behind `>` and no sentence runs on into it.
    fn is_alone(&self, at: usize, end: usize) -> bool {
        let line = &self.lines[at];
        let is_last = self.lines[at + 1..end].iter().all(|line| line.bytes.is_empty());
        let before = at.checked_sub(1).map(|before| &self.lines[before].bytes);
        line.setting == LineSetting::Quoted
            && is_last
            && before.is_some_and(|before| before.is_empty() || self.ends_sentence(before))
    }

    /// Whether the lines of a block have words, and are not a list of names below a colon.
    fn may_be_signed(&self, lines: Range<usize>) -> bool {
        let mut words = self.lines[lines].iter().rev().filter(|line| !line.bytes.is_empty());
        let is_colon = |line: &SetLine| {
            let last = self.tokens.within(&line.bytes).next_back();
            last.is_some_and(|last| self.tokens[last].kind == TokenKind::Sign(':'))
        };
        words.next().is_some_and(|last| !is_colon(last))
    }

    /// Whoever signs a line that opens with a dash.
    fn signature(&self, line: &Range<usize>) -> Vec<SpokenBy> {
        let Some(first) = self.tokens.within(line).next() else { return Vec::new() };
        let opens = matches!(self.tokens[first].kind, TokenKind::Dash(_) | TokenKind::Sign('~'));
        if opens { self.signers(line) } else { Vec::new() }
    }

    /// Whoever signs at the end of the line at `at`, after a sentence and a dash.
    fn signed_at_end(&self, at: usize) -> Vec<SpokenBy> {
        let line = &self.lines[at].bytes;
        let tokens = self.tokens.within(line);
        let is_signing = |token: &usize| {
            matches!(self.tokens[*token].kind, TokenKind::Dash(_))
                && *token > tokens.start
                && ends_sentence(self.tokens, token - 1)
        };
        let dash = tokens.clone().rev().find(is_signing);
        dash.map_or_else(Vec::new, |dash| {
            self.signature(&(self.tokens[dash].bytes.start..line.end))
        })
    }

    /// Those whose names or posts open a line that says no more than who they are.
    fn signers(&self, line: &Range<usize>) -> Vec<SpokenBy> {
        let tokens = self.tokens.within(line);
        let is_word = |token: &usize| self.tokens[*token].kind == TokenKind::Word;
        let Some(first) = tokens.clone().find(is_word) else { return Vec::new() };
        let clause = Clause::new(self.tokens, self.mentions, &(first..tokens.end));
        if tokens.len() > SHORT || clause.has_verb() || self.ends_sentence(line) {
            return Vec::new();
        }
        let signers = clause.phrases_joined_from(0);
        let last = signers.last().and_then(|last| clause.parts.get(last.parts.end));
        let is_all = last.is_none_or(|next| {
            let word = self.tokens.spelling(next.tokens.start);
            matches!(next.kind, PartKind::Comma | PartKind::Break)
                || english::JOINERS_OF_POSTS.contains(word)
        });
        let somebody = signers.into_iter().map(|phrase| {
            let is_name = clause.parts[phrase.parts.end - 1].kind == PartKind::Name;
            let is_known =
                |one: &SpokenBy| matches!(one, SpokenBy::Party(_) | SpokenBy::SpokespersonOf(_));
            phrase.referent.somebody().filter(|one| is_name || is_known(one))
        });
        let all: Option<Vec<SpokenBy>> = somebody.collect();
        all.filter(|_| is_all).unwrap_or_default()
    }

    fn ends_sentence(&self, line: &Range<usize>) -> bool {
        let last = self
            .tokens
            .within(line)
            .rev()
            .find(|&token| !matches!(self.tokens[token].kind, TokenKind::Sign('*' | '_')));
        last.is_some_and(|last| ends_sentence(self.tokens, last))
    }

    /// The stretches of a block: one for each part between blank lines.
    fn stretches(&self, block: &SignedBlock) -> Vec<Stretch> {
        let lines = &self.lines[block.lines.clone()];
        let parts: Vec<&[SetLine]> = lines.chunk_by(|_, next| !next.is_apart).collect();
        let last = parts.len().saturating_sub(1);
        let stretch = |(number, part): (usize, &&[SetLine])| {
            let named = Voice::named(block.speakers.clone());
            let certainty = if number == last { named.certainty } else { Certainty::Carried };
            let bytes = part.first()?.bytes.start..part.last()?.bytes.end;
            Some(Stretch { bytes, voice: Voice { certainty, ..named } })
        };
        parts.iter().enumerate().filter_map(stretch).collect()
    }
}
