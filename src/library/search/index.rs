//! What is searched of one brief, folded: one text that a scan goes through.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::context::{brief_texts, party_texts, words_for_parties};
use super::passages::{self, Passage};
use super::{PartyRole, TextKind};
use crate::library::Entry;
use crate::text::{FoldedGroups, Seeker, Text};

/// The folded texts of one brief. They are made when it is first searched, and then kept.
#[derive(Clone, Debug, Default)]
pub struct Index(OnceLock<Box<Indexed>>);

impl Index {
    /// Returns what is searched of `entry`, whose index this is.
    pub(super) fn for_entry(&self, entry: &Entry) -> &Indexed {
        self.0.get_or_init(|| Box::new(Indexed::new(entry)))
    }

    /// Returns whether the texts have been folded.
    pub fn is_made(&self) -> bool {
        self.0.get().is_some()
    }
}

/// What is searched of a brief: the texts of its passages, the paragraphs of its source, what it is
/// known by, and what it calls each party. Each is a group.
#[derive(Clone, Debug)]
pub struct Indexed {
    groups: FoldedGroups,
    passages: usize,
    /// The number of passages and paragraphs: what may match.
    items: usize,
    /// The passage that lists the topics.
    pub topics: Option<usize>,
    /// The passage that is the match if all words are those of the brief: its title, its date.
    pub standing: Option<usize>,
    /// Who is involved in which passage, by party.
    involved: Vec<Involvement>,
}

/// A party in a passage.
#[derive(Clone, Copy, Debug)]
struct Involvement {
    /// The group of what the party is called.
    party: usize,
    role: PartyRole,
    passage: usize,
}

/// Where some words are.
#[derive(Clone, Debug)]
pub struct FoundWords {
    /// For each passage and then each paragraph, whether they are in it or in the name of a party.
    pub items: Vec<bool>,
    /// Whether they are in what the brief is known by.
    pub in_brief: bool,
}

impl Indexed {
    fn new(entry: &Entry) -> Self {
        let mut groups = FoldedGroups::default();
        let mut involved = Vec::new();
        for passage in passages::passages(entry) {
            let Passage { fields, parties, .. } = passage;
            let number = groups.count();
            involved.extend(parties.into_iter().map(|(role, word)| (role, word, number)));
            groups.add(fields.iter().map(|field| field.text.as_str()));
        }
        let passages = groups.count();
        if let Some(text) = entry.text() {
            for range in text.paragraphs() {
                groups.add([&text.as_str()[range.clone()]]);
            }
        }
        let items = groups.count();
        groups.add(texts(&brief_texts(entry)));
        let mut parties = HashMap::new();
        for (brief, word) in entry.brief.as_deref().into_iter().flat_map(words_for_parties) {
            parties.insert(word, groups.count());
            groups.add(texts(&party_texts(brief, word, "")));
        }
        groups.shrink();
        let involvement = |(role, word, passage): (PartyRole, &str, usize)| {
            Some(Involvement { party: *parties.get(word)?, role, passage })
        };
        let mut involved: Vec<Involvement> = involved.into_iter().filter_map(involvement).collect();
        involved.sort_by_key(|one| one.party);
        let standing = if entry.brief.is_some() { TextKind::Source } else { TextKind::Problems };
        Self {
            topics: passages::first(entry, TextKind::Topics),
            standing: passages::first(entry, standing),
            groups,
            passages,
            items,
            involved,
        }
    }

    /// Returns the numbers of the passages.
    pub fn passages(&self) -> Range<usize> {
        0..self.passages
    }

    /// Returns the numbers of the passages and then of the paragraphs.
    pub fn items(&self) -> Range<usize> {
        0..self.items
    }

    /// Looks for some words everywhere. Returns [`None`] if they are nowhere.
    pub fn find(&self, words: &Seeker<'_>) -> Option<FoundWords> {
        let mut having = self.groups.having(words, 0..self.groups.count()).peekable();
        having.peek()?;
        let mut found = FoundWords { items: vec![false; self.items], in_brief: false };
        for group in having {
            match group.cmp(&self.items) {
                Ordering::Less => found.items[group] = true,
                Ordering::Equal => found.in_brief = true,
                Ordering::Greater => {
                    self.with_party(group).for_each(|one| found.items[one.passage] = true);
                }
            }
        }
        Some(found)
    }

    /// Returns the passages and paragraphs whose own texts have some words.
    pub fn having<'a>(&'a self, words: &'a Seeker<'_>) -> impl Iterator<Item = usize> + 'a {
        self.groups.having(words, self.items())
    }

    /// Returns whether a topic has some words.
    pub fn has_topic(&self, words: &Seeker<'_>) -> bool {
        let topics = self.topics.map_or(0..0, |topics| topics..topics + 1);
        self.groups.having(words, topics).next().is_some()
    }

    /// Returns whether a name, the post or the body of any party has some words.
    pub fn names(&self, words: &Seeker<'_>) -> bool {
        self.groups.having(words, self.parties()).next().is_some()
    }

    /// Returns the passages in which a party that some words name has a role.
    pub fn naming<'a>(
        &'a self,
        words: &'a Seeker<'_>,
        has_role: impl Fn(PartyRole) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let parties = self.groups.having(words, self.parties());
        let involved = parties.flat_map(|party| self.with_party(party));
        involved.filter(move |one| has_role(one.role)).map(|one| one.passage)
    }

    fn parties(&self) -> Range<usize> {
        self.items + 1..self.groups.count()
    }

    fn with_party(&self, party: usize) -> impl Iterator<Item = &Involvement> {
        let first = self.involved.partition_point(|one| one.party < party);
        self.involved[first..].iter().take_while(move |one| one.party == party)
    }
}

fn texts(texts: &[super::Belonging]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| Text::as_str(&text.text))
}
