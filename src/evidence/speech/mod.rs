//! The map of speech: every stretch of a text that somebody speaks, whose it is, and how sure that is.
//!
//! It is made once for each source and read by `check`, by `new` and by the Source pane. Speech is
//! what is in quotation marks, a labelled turn, the paragraphs under a name, a block quotation.
//! Names are looked for first (`names`, `cast`, `mentions`), then sentences are read for who speaks
//! (`clause`, `phrases`, `subjects`), then each layout finds its stretches (`quoted`, `turns`, `announced`).

mod after_verbs;
mod announced;
mod answers;
mod appositions;
mod asides;
mod before_verbs;
mod cast;
mod clause;
mod deeds;
mod fields;
mod genders;
mod interviews;
mod kinds;
mod label_shapes;
mod labels;
mod letters;
mod members;
mod mentions;
pub mod names;
mod phrases;
mod places;
mod posts;
mod quoted;
mod reported;
mod signed_blocks;
mod speeches;
mod subjects;
mod surroundings;
pub mod titles;
mod turns;

use std::ops::Range;

use announced::announced;
use answers::written_answers;
pub use asides::Aside;
use asides::{aside_at, asides, voice_asides, without_asides};
pub use cast::{Cast, is_body, is_kind_of_body};
pub use deeds::{Asked, Deed, DeedWording, Doer, Teller, deeds, recommended, reports};
use interviews::interview;
pub use kinds::likely_kind;
use letters::letter;
pub use mentions::{Mention, Mentions, Referent, SpokenBy};
use posts::posts;
use quoted::QuotedVoices;
pub use reported::reported_by;
use signed_blocks::with_signed_blocks;
use speeches::{speech, written_statement};
use turns::turns;

use super::source::quotation_marks::{QuotedSpan, span_at};
use super::source::words::{TokenKind, Tokens};
use super::source::{SourceText, english};
use crate::brief::{Id, SourceType};

/// How surely a text says whose words they are; the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It does not say.
    Unknown,
    /// By a name in the sentence or the paragraph.
    Near,
    /// By a pronoun, or because the speaker goes on.
    Carried,
    /// By a name and a verb of speech, a label or a signature.
    Named,
}

/// Whose words a stretch of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who speaks: several if they speak together; nobody if the words are a title in marks.
    pub speakers: Vec<SpokenBy>,
    /// How surely the text says so.
    pub certainty: Certainty,
    /// The parties whom the sentence around the words names.
    pub mentioned: Vec<Id>,
    /// Whether the text says that the speaker did not say it.
    pub is_denied: bool,
}

impl Voice {
    /// Somebody of whom the text says nothing; the number tells one from another.
    fn unknown(number: usize) -> Self {
        let speakers = vec![SpokenBy::Unknown(number)];
        Self { speakers, certainty: Certainty::Unknown, mentioned: Vec::new(), is_denied: false }
    }

    /// Somebody else than whoever writes, of whom the text has said nothing: `he said`.
    fn somebody(number: usize) -> Self {
        Self { certainty: Certainty::Carried, ..Self::unknown(number) }
    }

    /// The parties of the brief who speak, each once: a body for its spokesperson, and of several whom a
    /// name fits the likeliest.
    pub fn parties(&self) -> Vec<Id> {
        let party = |speaker: &SpokenBy| match speaker {
            SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id) => Some(id.clone()),
            SpokenBy::OneOf { parties, likeliest, .. } => match likeliest.as_deref() {
                Some(SpokenBy::Party(id)) => Some(id.clone()),
                Some(_) => None,
                None => parties.first().cloned(),
            },
            SpokenBy::Other(..) | SpokenBy::Described(_) | SpokenBy::Unknown(_) => None,
        };
        let mut parties: Vec<Id> = Vec::new();
        for id in self.speakers.iter().filter_map(party) {
            if !parties.contains(&id) {
                parties.push(id);
            }
        }
        parties
    }

    /// Whether the text leaves no doubt about who speaks.
    pub fn is_sure(&self) -> bool {
        let is_tie = |speaker: &SpokenBy| matches!(speaker, SpokenBy::OneOf { .. });
        self.certainty >= Certainty::Carried && !self.speakers.iter().any(is_tie)
    }

    /// Whoever is named as speaking.
    fn named(speakers: Vec<SpokenBy>) -> Self {
        Self { speakers, certainty: Certainty::Named, mentioned: Vec::new(), is_denied: false }
    }
}

/// A stretch of a text in which one voice speaks.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Who speaks there.
    pub voice: Voice,
}

/// Whose words a part of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner<'a> {
    /// Nobody's but the text's own.
    Reporter,
    /// A speaker's.
    Speaker(&'a Voice),
    /// Of more than one speaker, with nothing between.
    Several,
}

/// The map of speech of one text.
pub struct SpeechMap {
    /// The parts in quotation marks.
    pub quoted_spans: Vec<QuotedSpan>,
    voices: QuotedVoices,
    /// Turns, announced paragraphs and block quotations, in order.
    unmarked: Vec<Stretch>,
    /// Whether it is the record of what people said, by turns.
    is_record: bool,
    /// Where the comments of others begin below the text; its end if it has none.
    comments: usize,
    /// What in the speech of one person is not theirs, in order.
    asides: Vec<Aside>,
}

impl SpeechMap {
    /// Reads who speaks in a text of this kind.
    pub fn new(
        text: &SourceText,
        tokens: &Tokens,
        quoted_spans: Vec<QuotedSpan>,
        mentions: &Mentions<'_>,
        kind: SourceType,
    ) -> Self {
        let is_record =
            matches!(kind, SourceType::Debate | SourceType::Interview | SourceType::Broadcast);
        let asides = asides(text, kind);
        let unmarked = unmarked(text, tokens, mentions, kind, is_record);
        let unmarked = without_asides(text, unmarked, &asides);
        let mut voices = QuotedVoices::new(text, tokens, &quoted_spans, mentions, &unmarked);
        voice_asides(&quoted_spans, &mut voices.outer, &asides);
        let comments = comments(text);
        Self { quoted_spans, voices, unmarked, is_record, comments, asides }
    }

    /// What among the tokens in `range` interrupts the speech of one person, or is a heading in it.
    pub fn aside_in(&self, tokens: &Tokens, range: &Range<usize>) -> Option<&Aside> {
        aside_at(&self.asides, &tokens.bytes(range.clone()))
    }

    /// Whether the tokens in `range` are in the comments of others below the text.
    pub fn is_after_text(&self, tokens: &Tokens, range: &Range<usize>) -> bool {
        tokens.bytes(range.clone()).start >= self.comments
    }

    /// Whether the text is the record of what people said, by turns.
    pub fn is_record(&self) -> bool {
        self.is_record
    }

    /// Whether the tokens in `range` come before the first turn of a record, where nothing says who
    /// speaks.
    pub fn is_before_turns(&self, tokens: &Tokens, range: &Range<usize>) -> bool {
        let end = tokens.bytes(range.clone()).end;
        self.is_record && self.unmarked.first().is_none_or(|turn| end <= turn.bytes.start)
    }

    /// The stretches in quotation marks with their voices, in order.
    pub fn quoted(&self) -> impl Iterator<Item = (&QuotedSpan, &Voice)> {
        self.quoted_spans.iter().zip(&self.voices.outer)
    }

    /// The stretches without quotation marks, in order.
    pub fn unmarked(&self) -> &[Stretch] {
        &self.unmarked
    }

    /// Every stretch of speech, in quotation marks and without, with its bytes.
    pub fn stretches(&self) -> impl Iterator<Item = (&Range<usize>, &Voice)> {
        let quoted = self.quoted().map(|(span, voice)| (&span.bytes, voice));
        quoted.chain(self.unmarked.iter().map(|stretch| (&stretch.bytes, &stretch.voice)))
    }

    /// Whose words the tokens in `range` are, every word of them.
    pub fn owner_of(&self, tokens: &Tokens, range: &Range<usize>) -> Owner<'_> {
        let words = tokens[range.clone()].iter().filter(|token| token.kind == TokenKind::Word);
        let mut owner: Option<&Voice> = None;
        for word in words {
            let Some(voice) = self.voice_at(word.bytes.start, &tokens.bytes(range.clone())) else {
                return Owner::Reporter;
            };
            match owner {
                Some(earlier)
                    if !std::ptr::eq(earlier, voice) && earlier.speakers != voice.speakers =>
                {
                    return Owner::Several;
                }
                _ => owner = Some(voice),
            }
        }
        owner.map_or(Owner::Reporter, Owner::Speaker)
    }

    /// Whose word the byte at `offset` is in, for words that take up `whole`: the innermost voice
    /// that the text names, and that speaks them all or is quoted in part.
    fn voice_at(&self, offset: usize, whole: &Range<usize>) -> Option<&Voice> {
        let inner = self.voices.inner.partition_point(|one| one.bytes.start <= offset);
        let inner = inner.checked_sub(1).map(|before| &self.voices.inner[before]);
        let holds = |one: &&Stretch| one.bytes.start <= whole.start && whole.end <= one.bytes.end;
        if let Some(inner) = inner.filter(holds) {
            return Some(&inner.voice);
        }
        let unmarked = self.unmarked.partition_point(|one| one.bytes.start <= offset);
        let unmarked = unmarked.checked_sub(1).map(|before| &self.unmarked[before]);
        let unmarked = unmarked.filter(|one| offset < one.bytes.end).map(|one| &one.voice);
        let span = span_at(&self.quoted_spans, offset);
        let quoted = span.map(|span| (&self.quoted_spans[span].bytes, &self.voices.outer[span]));
        match (quoted, unmarked) {
            (Some((bytes, voice)), Some(unmarked)) => {
                let is_whole = bytes.start <= whole.start && whole.end <= bytes.end;
                // A title in marks is nobody's words but those of whoever speaks around it.
                let is_spoken = !voice.speakers.is_empty();
                let is_quoted = is_whole && is_spoken && voice.certainty >= Certainty::Carried;
                Some(if is_quoted { voice } else { unmarked })
            }
            (Some((_, voice)), None) => Some(voice).filter(|voice| !voice.speakers.is_empty()),
            (None, unmarked) => unmarked,
        }
    }
}

/// The stretches without quotation marks, by the first layout that a text of this kind has.
fn unmarked(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    kind: SourceType,
    is_record: bool,
) -> Vec<Stretch> {
    let found = match kind {
        SourceType::Post => posts(text, tokens, mentions),
        _ => written_answers(text, tokens, mentions),
    };
    let found = if found.is_empty() { turns(text, tokens, mentions, is_record) } else { found };
    if !found.is_empty() {
        return found;
    }
    if kind == SourceType::Interview {
        return interview(text, tokens, mentions);
    }
    let is_letter = kind == SourceType::Letter;
    let whole = match kind {
        SourceType::Speech => speech(text, tokens, mentions),
        SourceType::News => None,
        SourceType::Statement => written_statement(text, tokens, mentions)
            .or_else(|| letter(text, tokens, mentions, false)),
        _ => letter(text, tokens, mentions, is_letter),
    };
    whole.map_or_else(
        || {
            let announced = announced(text, tokens, mentions, kind == SourceType::Speech);
            with_signed_blocks(announced, text, tokens, mentions)
        },
        |whole| vec![whole],
    )
}

/// Where a heading such as `Comments (2)` opens what others wrote below the text, else its end.
fn comments(text: &SourceText) -> usize {
    let is_heading = |paragraph: &&Range<usize>| {
        let line = text.as_str()[(*paragraph).clone()].lines().next().unwrap_or_default();
        let words = names::each_plain_word(line);
        let mut words = words.filter(|word| !word.starts_with(char::is_numeric));
        let heading = words.next().filter(|_| words.next().is_none());
        heading.is_some_and(|word| english::COMMENTS.contains(word.as_str()))
    };
    let heading = text.paragraphs().iter().skip(1).find(is_heading);
    heading.map_or(text.as_str().len(), |heading| heading.end)
}
