//! The speakers of a text, before any brief lists its parties.

use std::collections::HashMap;

use super::ids::IdGiver;
use super::known::KnownParties;
use crate::brief::Id;
use crate::evidence::speech::names::folded_words;
use crate::evidence::speech::titles::{NameParts, honorific};
use crate::evidence::speech::{Mentions, SpokenBy};
use crate::text::Text;

/// A person or a body that a text names as speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSpeaker {
    /// An id made of the name; no other party of the text has it.
    pub id: Id,
    /// The name, without honorific.
    pub name: Text,
    /// Sir, Dame, Dr.
    pub honorific: Option<Text>,
    /// Whether it seems to be a person rather than a body.
    pub is_person: bool,
}

/// The speakers found so far, by what the text calls them.
#[derive(Default)]
pub struct SpeakerList {
    /// The speakers in the order of the text.
    pub speakers: Vec<NamedSpeaker>,
    ids: HashMap<String, Id>,
}

impl SpeakerList {
    /// The id of somebody who speaks, who is added if they are new. Returns [`None`] for somebody
    /// without a name.
    pub fn id_of(&mut self, speaker: &SpokenBy, mentions: &Mentions<'_>) -> Option<Id> {
        let name = match speaker {
            SpokenBy::Other(name, 0) => name,
            SpokenBy::OneOf { likeliest: Some(likeliest), .. } => {
                return self.id_of(likeliest, mentions);
            }
            _ => return None,
        };
        if let Some(id) = self.ids.get(name) {
            return Some(id.clone());
        }
        let named = self.named(name, mentions)?;
        let id = named.id.clone();
        self.ids.insert(name.clone(), id.clone());
        self.speakers.push(named);
        Some(id)
    }

    fn named(&self, printed: &str, mentions: &Mentions<'_>) -> Option<NamedSpeaker> {
        let words = folded_words(printed);
        let parts = NameParts::new(&words);
        let member = mentions.called(&words);
        let seems_a_person = !parts.title.is_empty() || parts.is_full_name();
        let is_person = member.map_or(seems_a_person, |member| member.is_person);
        let title = if is_person { parts.title.len() } else { 0 };
        let (before, name) = split_words(printed, title);
        if name.is_empty() || !printed.starts_with(char::is_uppercase) {
            return None;
        }
        let known = member.and_then(|member| member.honorific.clone());
        let nobody = KnownParties::default();
        let mut ids = IdGiver::new(&nobody, self.speakers.iter().map(|other| other.id.clone()));
        Some(NamedSpeaker {
            id: if is_person { ids.for_person(&name) } else { ids.for_body(&name, None) },
            honorific: known.or_else(|| honorific(&before)).map(|honorific| Text::new(&honorific)),
            name: Text::new(&name),
            is_person,
        })
    }
}

/// The first `count` words of a name, and the others.
fn split_words(name: &str, count: usize) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (before, after) = words.split_at(count.min(words.len()));
    (before.join(" "), after.join(" "))
}
