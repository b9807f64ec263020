//! The speakers of a text, before any brief lists its parties.

use std::collections::HashMap;

use crate::brief::Id;
use crate::evidence::speech::names::folded_words;
use crate::evidence::speech::titles::{NameParts, honorific};
use crate::evidence::speech::{Mentions, SpokenBy};
use crate::text::{Text, to_ascii};

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
        Some(NamedSpeaker {
            id: self.free_id(&name, is_person),
            honorific: known.or_else(|| honorific(&before)).map(|honorific| Text::new(&honorific)),
            name: Text::new(&name),
            is_person,
        })
    }

    /// An id made of a name that no other speaker has.
    fn free_id(&self, name: &str, is_person: bool) -> Id {
        let last = name.rsplit(' ').next().unwrap_or_default();
        let word = if is_person || !name.contains(' ') { last.to_owned() } else { initials(name) };
        let word: String = to_ascii(&word).chars().filter(char::is_ascii_alphanumeric).collect();
        let word = word.to_lowercase();
        let is_free =
            |id: &Id| !id.is_reserved() && self.speakers.iter().all(|other| other.id != *id);
        let stem = Id::new(&word)
            .filter(|_| !is_numbered(&word))
            .map_or_else(|| "speaker".to_owned(), |_| word);
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let id = std::iter::once(stem.clone())
            .chain(numbered)
            .filter_map(|id| Id::new(&id))
            .find(is_free);
        id.unwrap_or_else(|| Id::of_file(&stem))
    }
}

/// The first `count` words of a name, and the others.
fn split_words(name: &str, count: usize) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (before, after) = words.split_at(count.min(words.len()));
    (before.join(" "), after.join(" "))
}

/// Whether `word` is one letter and a number, as the ids of quotes, claims and asks are.
fn is_numbered(word: &str) -> bool {
    word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_digit())
}

fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::proposal::propose;
    use crate::evidence::source::SourceText;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = |named: &NamedSpeaker| {
            let honorific =
                named.honorific.as_ref().map_or(String::new(), |honorific| format!("{honorific}+"));
            let kind = if named.is_person { "person" } else { "body" };
            format!("{}: {kind} {honorific}{}", named.id, named.name)
        };
        let proposal = propose(&SourceText::new(text), 100);
        let found: Vec<String> = proposal.speakers.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn takes_the_name_beside_a_verb_of_speech() {
        check("“We act,” said Dana Vale.", &["vale: person Dana Vale"]);
        check("Dana Vale said: “We act.”", &["vale: person Dana Vale"]);
        check("Yesterday Dana Vale also said: “We act.”", &["vale: person Dana Vale"]);
        check("Dana Vale, its chief inspector, said: “We act.”", &["vale: person Dana Vale"]);
        check(
            "“We act,” said J. Marsh-O’Neil of the board.",
            &["marshoneil: person J. Marsh-O’Neil"],
        );
    }

    #[test]
    fn leaves_posts_and_honorifics_out_of_a_name() {
        check("“We act,” said Transport Secretary Dana Vale.", &["vale: person Dana Vale"]);
        check("Prime Minister Sir Ian Marsh said: “We act.”", &["marsh: person Sir+Ian Marsh"]);
        check("Dr. Vale said: “We act.”", &["vale: person Dr+Vale"]);
        check("The Prime Minister said: “We act.”", &[]);
    }

    #[test]
    fn tells_bodies_from_people() {
        check("The Harbour Safety Board said: “We act.”", &["hsb: body Harbour Safety Board"]);
        check("“We act,” the NCA said.", &["nca: body NCA"]);
        check(
            "The National Crime Agency (NCA) met.\nThe NCA said: “We act.”",
            &["nca: body National Crime Agency"],
        );
        check("in the words of the Ministry of Works, “a drift”.", &["mw: body Ministry of Works"]);
    }

    #[test]
    fn lists_a_speaker_once_by_the_fullest_name() {
        check(
            "Vale said: “No.”\n“We act,” said Dana Vale.\nMr Vale said: “Yes.”",
            &["vale: person Dana Vale"],
        );
        check(
            "“We act,” said Dana Vale. “No,” said Eve Vale.",
            &["vale: person Dana Vale", "vale-2: person Eve Vale"],
        );
    }

    #[test]
    fn names_nobody_by_a_pronoun_or_a_common_noun() {
        check(
            "She said: “We act.” “No,” he said. The agency, which works with others, said “yes”.",
            &[],
        );
    }
}
