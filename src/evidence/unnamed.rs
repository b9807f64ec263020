//! Who speaks in those paragraphs of a source that do not name them: for a reader who looks at one
//! paragraph of a long turn, or at a quotation that follows `she added`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::index::SourceIndex;
use super::quotation::refusal::name_of;
use super::speech::{Certainty, SpokenBy, Voice};
use crate::brief::Brief;

/// The speaker of a paragraph that does not name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnnamedSpeaker {
    /// The party’s name as the brief has it, or what the source calls somebody else.
    pub name: String,
    /// Whether the source leaves no doubt.
    pub is_sure: bool,
}

/// The first such speaker of each paragraph, by its number, counted from 1.
pub fn unnamed_speakers(source: &SourceIndex<'_>, brief: &Brief) -> BTreeMap<u32, UnnamedSpeaker> {
    let mut found = BTreeMap::new();
    for (bytes, voice) in source.speech.stretches() {
        let (first, last) = (bytes.start, bytes.end.saturating_sub(1).max(bytes.start));
        for number in source.text.paragraph_at(first)..=source.text.paragraph_at(last) {
            if let Some(speaker) = unnamed(source, brief, voice, number) {
                found.entry(number).or_insert(speaker);
            }
        }
    }
    found
}

/// The speaker of `voice`, unless the paragraph names them.
fn unnamed(
    source: &SourceIndex<'_>,
    brief: &Brief,
    voice: &Voice,
    number: u32,
) -> Option<UnnamedSpeaker> {
    let [speaker] = voice.speakers.as_slice() else { return None };
    let paragraph = source.text.paragraphs().get((number as usize).checked_sub(1)?)?;
    let is_named = match speaker {
        SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id) => {
            source.names(id, &source.tokens.within(paragraph))
        }
        SpokenBy::Other(name, _) | SpokenBy::Described(name) => {
            source.text.as_str()[paragraph.clone()].contains(name.as_str())
        }
        SpokenBy::OneOf { .. } | SpokenBy::Unknown(_) => true,
    };
    let is_sure = voice.certainty >= Certainty::Carried;
    (!is_named).then(|| UnnamedSpeaker { name: name_of(brief, speaker), is_sure })
}
