//! What is searched of one brief, folded: one text that a scan goes through.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::bits;
use super::context::{brief_texts, party_texts, words_for_parties};
use super::folded_groups::{FoldedGroups, Folding, LINE, Seeker, read_ahead};
use super::passages::{self, Passage};
use super::{PartyRole, TextKind};
use crate::evidence::SourceText;
use crate::library::Entry;
use crate::text::{Case, Text};

/// The bytes that the passages of a brief and the names of its parties usually take.
const USUAL: usize = 12 * 1024;

/// The folded texts of one brief. They are made when it is first searched, and then kept.
#[derive(Clone, Debug, Default)]
pub struct Index(OnceLock<FoldedEntry>);

impl Index {
    /// Returns what is searched of `entry`, whose index this is.
    pub(super) fn for_entry<'a>(&'a self, entry: &'a Entry) -> Indexed<'a> {
        let folded = self.0.get_or_init(|| FoldedEntry::new(entry));
        Indexed { entry, folded }
    }

    /// Returns whether the texts have been folded.
    pub(super) fn is_made(&self) -> bool {
        self.0.get().is_some()
    }
}

/// What is searched of a brief: the texts of its passages, the paragraphs of its source, what it is
/// known by, and what it calls each party. Each is a group. A search goes through those of all briefs, so it
/// is kept small. No file that is read has as many texts as a number of 32 bits.
#[derive(Clone, Debug)]
struct FoldedEntry {
    caseless: FoldedGroups,
    /// The same with upper and lower case; made when a search first tells them apart.
    cased: OnceLock<Box<FoldedGroups>>,
    passages: u32,
    /// The number of passages and paragraphs: what may match.
    items: u32,
    /// The passage that lists the topics.
    topics: Option<u32>,
    /// The passage that is the match if all words are those of the brief: its title, its date.
    standing: Option<u32>,
    /// For each party and role the passages in which the party has that role.
    involved: Box<[u64]>,
}

/// What is searched of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Indexed<'a> {
    entry: &'a Entry,
    folded: &'a FoldedEntry,
}

impl FoldedEntry {
    fn new(entry: &Entry) -> Self {
        let text = entry.text_in_passing();
        let passages: usize = passages::counts(entry).iter().map(|(_, count)| count).sum();
        let mut involved = Involved::new(entry, passages);
        let caseless = groups(Case::Folded, entry, text.as_ref(), |passage| involved.add(passage));
        let standing = if entry.brief.is_some() { TextKind::Source } else { TextKind::Problems };
        Self {
            caseless,
            cased: OnceLock::new(),
            passages: short(passages),
            items: short(passages + text.map_or(0, |text| text.paragraphs().len())),
            topics: passages::first(entry, TextKind::Topics).map(short),
            standing: passages::first(entry, standing).map(short),
            involved: involved.sets.into(),
        }
    }

    /// Returns the passages in which a party has a role.
    fn with_role(&self, party: usize, role: PartyRole) -> &[u64] {
        let length = (self.passages as usize).div_ceil(64);
        &self.involved[set_of(party, role, length)]
    }
}

/// Returns the groups of an entry: passages, paragraphs, what it is known by, parties. `see` is shown each
/// passage in order.
fn groups(
    case: Case,
    entry: &Entry,
    text: Option<&SourceText>,
    mut see: impl FnMut(&Passage<'_>),
) -> FoldedGroups {
    let mut groups = Folding::new(case);
    groups.reserve(text.map_or(0, |text| text.as_str().len()) + USUAL);
    for passage in passages::passages(entry) {
        groups.add(passage.fields.iter().map(|field| field.text.as_str()));
        see(&passage);
    }
    if let Some(text) = text {
        for range in text.paragraphs() {
            groups.add([&text.as_str()[range.clone()]]);
        }
    }
    groups.add(texts(&brief_texts(entry)));
    for (brief, word) in entry.brief.as_deref().into_iter().flat_map(words_for_parties) {
        groups.add(texts(&party_texts(brief, word, "")));
    }
    groups.finish()
}

/// Returns a number of texts in the memory that it is kept in.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Returns where the passages are in which a party, numbered from 0, has a role; `length` is what such a set
/// takes.
fn set_of(party: usize, role: PartyRole, length: usize) -> Range<usize> {
    let start = (party * PartyRole::ALL.len() + role as usize) * length;
    start..start + length
}

/// Who is involved in the passages of a brief that have been seen.
struct Involved<'a> {
    /// The numbers of the parties.
    parties: HashMap<&'a str, usize>,
    seen: usize,
    /// What a set takes.
    length: usize,
    sets: Vec<u64>,
}

impl<'a> Involved<'a> {
    fn new(entry: &'a Entry, passages: usize) -> Self {
        let words = entry.brief.as_deref().into_iter().flat_map(words_for_parties);
        let words: Vec<&str> = words.map(|(_, word)| word).collect();
        let length = passages.div_ceil(64);
        let sets = vec![0; words.len() * PartyRole::ALL.len() * length];
        Self { parties: words.into_iter().zip(0..).collect(), seen: 0, length, sets }
    }

    fn add(&mut self, passage: &Passage<'_>) {
        for (role, word) in &passage.parties {
            if let Some(&party) = self.parties.get(word) {
                let set = set_of(party, *role, self.length);
                bits::insert(&mut self.sets[set], self.seen);
            }
        }
        self.seen += 1;
    }
}

impl<'a> Indexed<'a> {
    /// Asks for the memory that a search goes through; that of the text if words are looked for.
    pub fn read_ahead(&self, in_text: bool) {
        self.folded.caseless.read_ahead(in_text);
        read_ahead(&self.folded.involved, LINE);
    }

    /// Returns the passage that lists the topics.
    pub fn topics(&self) -> Option<usize> {
        self.folded.topics.map(|passage| passage as usize)
    }

    /// Returns the passage that is the match if all words are those of the brief: its title, its date.
    pub fn standing(&self) -> Option<usize> {
        self.folded.standing.map(|passage| passage as usize)
    }

    /// Returns the numbers of the passages.
    pub fn passages(&self) -> Range<usize> {
        0..self.folded.passages as usize
    }

    /// Returns the numbers of the passages and then of the paragraphs.
    pub fn items(&self) -> Range<usize> {
        0..self.folded.items as usize
    }

    /// Returns the number of groups: the passages, the paragraphs, what the brief is known by, the parties.
    pub fn count(&self) -> usize {
        self.folded.caseless.count()
    }

    /// Takes out of `groups` those that lack some words. Those of passages and paragraphs have their
    /// numbers; the next is what the brief is known by.
    pub fn retain(&self, words: &Seeker<'_>, groups: &mut [u64]) {
        self.groups(words).retain(words, groups);
    }

    /// Makes `items` the passages and paragraphs that are among `groups`, or in which one of the parties
    /// among them has a part.
    pub fn items_with(&self, groups: &[u64], items: &mut Vec<u64>) {
        let end = self.items().end;
        items.clear();
        items.extend_from_slice(groups);
        bits::cut(items, end);
        for party in bits::numbers_from(groups, end + 1) {
            for role in PartyRole::ALL {
                bits::unite(items, self.folded.with_role(party - end - 1, role));
            }
        }
    }

    /// Returns whether a topic has some words.
    pub fn has_topic(&self, words: &Seeker<'_>) -> bool {
        self.topics().is_some_and(|topics| self.groups(words).has(words, topics))
    }

    /// Returns whether a name, the post or the body of any party has some words.
    pub fn names(&self, words: &Seeker<'_>) -> bool {
        self.parties_with(words).next().is_some()
    }

    /// Returns the passages in which each of the parties that some words name has a role.
    pub fn naming(
        &self,
        words: &'a Seeker<'_>,
        role: PartyRole,
    ) -> impl Iterator<Item = &'a [u64]> + 'a {
        let folded = self.folded;
        self.parties_with(words).map(move |party| folded.with_role(party, role))
    }

    /// Returns the numbers of the parties that some words name, from 0.
    fn parties_with(&self, words: &'a Seeker<'_>) -> impl Iterator<Item = usize> + 'a {
        let (groups, first) = (self.groups(words), self.items().end + 1);
        let parties = first..self.count();
        parties.filter(|group| groups.has(words, *group)).map(move |group| group - first)
    }

    /// Returns the groups in which to look for some words.
    fn groups(&self, words: &Seeker<'_>) -> &'a FoldedGroups {
        match words.case() {
            Case::Folded => &self.folded.caseless,
            // If the source has changed since, its paragraphs are others until the brief is read again.
            Case::Kept => self.folded.cased.get_or_init(|| {
                let text = self.entry.text_in_passing();
                Box::new(groups(Case::Kept, self.entry, text.as_ref(), |_| {}))
            }),
        }
    }
}

fn texts(texts: &[super::Belonging]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| Text::as_str(&text.text))
}
