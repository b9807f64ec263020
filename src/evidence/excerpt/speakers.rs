//! Who says the words of an excerpt.

use std::borrow::Cow;
use std::ops::Range;

use crate::brief::{Brief, Id, SourceType};
use crate::evidence::index::SourceIndex;
use crate::evidence::quotation::refusal::name_of;
use crate::evidence::speech::{Certainty, Owner, SpokenBy, Voice};

/// Who says the words of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptSpeaker {
    /// The parties of the brief who speak.
    pub parties: Vec<Id>,
    /// What the source calls others who speak; empty, as the parties may be, if it names nobody.
    pub others: Vec<String>,
    /// Whether the source leaves no doubt.
    pub is_sure: bool,
}

impl ExcerptSpeaker {
    /// Returns who speaks with a voice.
    pub fn new(brief: &Brief, voice: &Voice) -> Self {
        let mut found = Self { parties: Vec::new(), others: Vec::new(), is_sure: voice.is_sure() };
        for speaker in &voice.speakers {
            match speaker {
                SpokenBy::Party(id) => found.parties.push(id.clone()),
                SpokenBy::Unknown(_) => {}
                other => found.others.push(called(brief, other)),
            }
        }
        found
    }
}

/// What the source calls somebody, unless they are one party of the brief.
fn called(brief: &Brief, speaker: &SpokenBy) -> String {
    match speaker {
        SpokenBy::OneOf { likeliest: Some(likeliest), .. } => called(brief, likeliest),
        SpokenBy::Other(name, _) | SpokenBy::Described(name) | SpokenBy::OneOf { name, .. } => {
            name.clone()
        }
        other => name_of(brief, other),
    }
}

/// Returns the voice that says all of these bytes of the source.
pub fn spoken<'a>(
    source: &'a SourceIndex<'_>,
    brief: &Brief,
    bytes: &Range<usize>,
) -> Option<Cow<'a, Voice>> {
    let tokens = source.tokens.within(bytes);
    let own = brief.source.by.as_ref().filter(|_| is_in_own_words(brief.source.kind));
    let own = own.filter(|_| !source.speech.is_after_text(&source.tokens, &tokens));
    let own = own.filter(|_| source.speech.aside_in(&source.tokens, &tokens).is_none());
    let in_own = |by: &Id| {
        let speakers = vec![SpokenBy::Party(by.clone())];
        let certainty = Certainty::Named;
        Cow::Owned(Voice { speakers, certainty, mentioned: Vec::new(), is_denied: false })
    };
    match source.owner_of(&tokens) {
        _ if source.tokens.count_words(tokens.clone()) == 0 => None,
        Owner::Speaker(voice) if own.is_some_and(|by| is_own(brief, voice, by)) => own.map(in_own),
        Owner::Speaker(voice) if voice.is_denied => None,
        Owner::Speaker(voice) => Some(Cow::Borrowed(voice)),
        Owner::Reporter => own.map(in_own),
        Owner::Several => None,
    }
}

/// Whether words are those of whoever the whole source is by, or of somebody who writes for them.
fn is_own(brief: &Brief, voice: &Voice, by: &Id) -> bool {
    let writes = |speaker: &SpokenBy| match speaker {
        SpokenBy::Party(id) => {
            let official = brief.officials.get(id);
            id == by || official.is_some_and(|official| official.organisation.as_ref() == Some(by))
        }
        _ => false,
    };
    voice.certainty < Certainty::Carried || voice.speakers.iter().any(writes)
}

/// Whether a text of this kind is in the words of the party that it is by. A statement and a report
/// speak of that party too.
fn is_in_own_words(kind: SourceType) -> bool {
    matches!(kind, SourceType::Letter | SourceType::Speech | SourceType::Post | SourceType::Law)
}

/// Returns the parts of these bytes that somebody speaks, in order, each with its voice.
pub fn spoken_parts<'a>(
    source: &'a SourceIndex<'_>,
    bytes: &Range<usize>,
) -> Vec<(Range<usize>, &'a Voice)> {
    let speech = &source.speech;
    let unmarked = speech.unmarked().iter();
    let unmarked = unmarked.filter(|stretch| stretch.voice.certainty > Certainty::Unknown);
    let unmarked: Vec<_> = unmarked
        .filter_map(|stretch| Some((shared(&stretch.bytes, bytes)?, &stretch.voice)))
        .collect();
    let is_in_turn = |part: &Range<usize>| {
        unmarked.iter().any(|(turn, _)| turn.start <= part.start && part.end <= turn.end)
    };
    let quoted = speech.quoted().filter(|(_, voice)| !voice.speakers.is_empty());
    let quoted = quoted.filter_map(|(span, voice)| Some((shared(&span.bytes, bytes)?, voice)));
    let quoted: Vec<_> = quoted.filter(|(part, _)| !is_in_turn(part)).collect();
    let mut parts: Vec<_> = unmarked.iter().cloned().chain(quoted).collect();
    let has_words = |part: &Range<usize>| source.tokens.count_words(source.tokens.within(part)) > 0;
    parts.retain(|(part, voice)| has_words(part) && !voice.is_denied);
    parts.sort_by_key(|(part, _)| part.start);
    parts
}

fn shared(one: &Range<usize>, other: &Range<usize>) -> Option<Range<usize>> {
    let both = one.start.max(other.start)..one.end.min(other.end);
    (both.start < both.end).then_some(both)
}
