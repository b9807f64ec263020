//! What is searched of one brief, folded: one text that a scan goes through.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::bits;
use super::context::{brief_texts, party_texts, words_for_parties};
use super::passages::{self, Passage};
use super::{PartyRole, TextKind};
use crate::evidence::SourceText;
use crate::library::Entry;
use crate::text::{Case, FoldedGroups, Seeker, Text};

/// The folded texts of one brief. They are made when it is first searched, and then kept.
#[derive(Clone, Debug, Default)]
pub struct Index(OnceLock<Box<FoldedEntry>>);

impl Index {
    /// Returns what is searched of `entry`, whose index this is.
    pub(super) fn for_entry<'a>(&'a self, entry: &'a Entry) -> Indexed<'a> {
        let folded = self.0.get_or_init(|| Box::new(FoldedEntry::new(entry)));
        Indexed { entry, folded }
    }

    /// Returns whether the texts have been folded.
    pub fn is_made(&self) -> bool {
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
    /// Who is involved in which passage, by party.
    involved: Box<[Involvement]>,
    /// Where the involvements of each party end.
    ends: Box<[u32]>,
}

/// What is searched of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Indexed<'a> {
    entry: &'a Entry,
    folded: &'a FoldedEntry,
}

/// A party in a passage.
#[derive(Clone, Copy, Debug)]
struct Involvement {
    /// The number of the party, from 0.
    party: u32,
    role: PartyRole,
    passage: u32,
}

impl FoldedEntry {
    fn new(entry: &Entry) -> Self {
        let text = entry.text_in_passing();
        let mut involved = Involved::new(entry);
        let caseless = groups(Case::Folded, entry, text.as_ref(), |passage| involved.add(passage));
        let passages: usize = passages::counts(entry).iter().map(|(_, count)| count).sum();
        let items = passages + text.map_or(0, |text| text.paragraphs().len());
        let standing = if entry.brief.is_some() { TextKind::Source } else { TextKind::Problems };
        let involved = involved.by_party();
        let parties = caseless.count() - items - 1;
        let end = |party| short(involved.partition_point(|one| one.party <= party));
        Self {
            ends: (0..short(parties)).map(end).collect(),
            topics: passages::first(entry, TextKind::Topics).map(short),
            standing: passages::first(entry, standing).map(short),
            involved,
            caseless,
            cased: OnceLock::new(),
            passages: short(passages),
            items: short(items),
        }
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
    let mut groups = FoldedGroups::new(case);
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
    groups.shrink();
    groups
}

/// Returns a number of texts in the memory that it is kept in.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Who is involved in the passages of a brief that have been seen.
struct Involved<'a> {
    /// The numbers of the parties.
    parties: HashMap<&'a str, u32>,
    passages: u32,
    found: Vec<Involvement>,
}

impl<'a> Involved<'a> {
    fn new(entry: &'a Entry) -> Self {
        let words = entry.brief.as_deref().into_iter().flat_map(words_for_parties);
        let parties = words.map(|(_, word)| word).zip(0..).collect();
        Self { parties, passages: 0, found: Vec::new() }
    }

    fn add(&mut self, passage: &Passage<'_>) {
        for (role, word) in &passage.parties {
            if let Some(&party) = self.parties.get(word) {
                self.found.push(Involvement { party, role: *role, passage: self.passages });
            }
        }
        self.passages += 1;
    }

    fn by_party(mut self) -> Box<[Involvement]> {
        self.found.sort_by_key(|one| one.party);
        self.found.into()
    }
}

impl<'a> Indexed<'a> {
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

    /// Returns those of `groups` that have some words. Those of passages and paragraphs have their
    /// numbers; the next is what the brief is known by.
    pub fn having(
        &self,
        words: &'a Seeker<'_>,
        groups: Range<usize>,
    ) -> impl Iterator<Item = usize> + 'a {
        self.groups(words).having(words, groups)
    }

    /// Returns whether a group has some words.
    pub fn has(&self, words: &Seeker<'_>, group: usize) -> bool {
        self.groups(words).has(words, group)
    }

    /// Makes `items` the passages and paragraphs that are among `groups`, or in which one of the parties
    /// among them has a part.
    pub fn items_with(&self, groups: &[u64], items: &mut Vec<u64>) {
        let end = self.items().end;
        items.clear();
        items.extend_from_slice(groups);
        bits::cut(items, end);
        for party in bits::numbers_from(groups, end + 1) {
            bits::insert_all(items, self.with_party(party).map(|one| one.passage as usize));
        }
    }

    /// Returns whether a topic has some words.
    pub fn has_topic(&self, words: &Seeker<'_>) -> bool {
        let topics = self.topics().map_or(0..0, |topics| topics..topics + 1);
        self.groups(words).having(words, topics).next().is_some()
    }

    /// Returns whether a name, the post or the body of any party has some words.
    pub fn names(&self, words: &Seeker<'_>) -> bool {
        self.groups(words).having(words, self.parties()).next().is_some()
    }

    /// Returns the passages in which a party that some words name has a role.
    pub fn naming(
        &self,
        words: &'a Seeker<'_>,
        has_role: impl Fn(PartyRole) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let indexed = *self;
        let parties = self.groups(words).having(words, self.parties());
        let involved = parties.flat_map(move |party| indexed.with_party(party));
        involved.filter(move |one| has_role(one.role)).map(|one| one.passage as usize)
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

    fn parties(&self) -> Range<usize> {
        self.items().end + 1..self.count()
    }

    /// Returns the involvements of the party whose names are in a group.
    fn with_party(&self, group: usize) -> impl Iterator<Item = &'a Involvement> + use<'a> {
        let FoldedEntry { involved, ends, .. } = self.folded;
        let party = group - self.items().end - 1;
        let end = |party: usize| ends.get(party).map_or(involved.len(), |end| *end as usize);
        involved[party.checked_sub(1).map_or(0, end)..end(party)].iter()
    }
}

fn texts(texts: &[super::Belonging]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| Text::as_str(&text.text))
}
