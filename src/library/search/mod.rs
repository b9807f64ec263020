//! Search over every text of every brief, and over the texts of the sources.

mod context;
mod index;
mod narrowing;
mod paragraphs;
mod query;
mod unknown;

use std::borrow::Cow;
use std::ops::Range;

pub use context::Belonging;
pub use index::Index;
pub use narrowing::{Narrowing, QueryField};
pub use query::Query;

use self::context::lit_texts;
use self::index::{FieldPlace, Indexed, IndexedField, PartyRole, Passage};
use self::paragraphs::paragraph;
use self::query::light;
use super::{Entry, Library};
use crate::brief::{FieldPath, Id, Spot, Step};
use crate::text::{FoldedText, Needle, Text, solid_length, vocabulary};

vocabulary! {
    /// A part of a brief, in the order in which hits are grouped: what is most worth finding first.
    pub enum TextKind {
        /// A quote.
        Quotes = "quotes",
        /// A claim.
        Claims = "claims",
        /// An ask, a commitment or an action.
        Asks = "asks",
        /// A top line.
        TopLines = "top-lines",
        /// A line to take.
        LinesToTake = "lines-to-take",
        /// The summary.
        Summary = "summary",
        /// A paragraph of the background.
        Background = "background",
        /// Something that the source does not say.
        Gaps = "gaps",
        /// The topics.
        Topics = "topics",
        /// A person.
        Officials = "officials",
        /// A body.
        Organisations = "organisations",
        /// What is known of the source.
        Source = "source",
        /// Who wrote the brief.
        PreparedBy = "prepared-by",
        /// Its handling label.
        Marking = "marking",
        /// What prevents a file from being read as a brief.
        Problems = "problems",
        /// A paragraph of the source’s text.
        Text = "text",
    }
}

impl TextKind {
    /// Returns what one of it is called: `top line`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Quotes => "quote",
            Self::Claims => "claim",
            Self::Asks => "ask",
            Self::TopLines => "top line",
            Self::LinesToTake => "line to take",
            Self::Summary => "summary",
            Self::Background => "background",
            Self::Gaps => "gap",
            Self::Topics => "topic",
            Self::Officials => "official",
            Self::Organisations => "organisation",
            Self::Source => "source",
            Self::PreparedBy => "prepared by",
            Self::Marking => "marking",
            Self::Problems => "problem",
            Self::Text => "in the source",
        }
    }
}

/// Something in a brief, or in the text of its source, that matches a query.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The file that it is in.
    pub entry: &'a Entry,
    /// Which kind of text it is.
    pub kind: TextKind,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<&'a Id>,
    /// Its index among the texts of its kind in the brief, from 0.
    pub nth: usize,
    /// The texts with matches. If only what it belongs to has any, its first text.
    pub fields: Vec<HitField<'a>>,
    /// What it belongs to, as far as that has the words that its own texts lack.
    pub belongs_to: Vec<Belonging>,
}

/// A text with matches.
#[derive(Clone, Debug)]
pub struct HitField<'a> {
    /// The field of the brief.
    pub path: Cow<'a, FieldPath>,
    /// The text.
    pub text: Cow<'a, Text>,
    /// The bytes of the text that match, in order and without overlaps.
    pub lit: Vec<Range<usize>>,
    place: FieldPlace,
}

impl Hit<'_> {
    /// Returns what it is called: `quote q3`, `top line 2`, `source`, `in the source ¶12`.
    pub fn label(&self) -> String {
        match (self.item, self.kind) {
            (Some(item), kind) => format!("{} {item}", kind.singular()),
            (None, TextKind::TopLines | TextKind::LinesToTake | TextKind::Gaps) => {
                format!("{} {}", self.kind.singular(), self.nth + 1)
            }
            (None, TextKind::Text) => format!("{} ¶{}", self.kind.singular(), self.nth + 1),
            (None, kind) => kind.singular().to_owned(),
        }
    }
}

/// The main fields of items, which are not named.
const MAIN_FIELDS: [&str; 5] = ["exact", "gist", "text", "action", "name"];

impl HitField<'_> {
    /// Returns the name of the field within its hit: `note`, `aka 1`; often empty.
    pub fn label(&self) -> String {
        let (item, rest) = match self.path.steps() {
            [Step::Key(section), rest @ ..] if ["source", "topics"].contains(&section.as_str()) => {
                (false, rest)
            }
            [_, Step::Key(_), rest @ ..] => (true, rest),
            _ => return String::new(),
        };
        let words = rest.iter().filter_map(|step| match step {
            Step::Key(key) if item && MAIN_FIELDS.contains(&key.as_str()) => None,
            Step::Key(key) => Some(key.to_string()),
            Step::Index(index) => Some((index + 1).to_string()),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Returns the part of the field that is a range of bytes of the text, from which its place in
    /// the file can be found.
    pub fn spot(&self, bytes: Range<usize>) -> Spot {
        match &self.place {
            FieldPlace::At(spot) => spot.clone(),
            FieldPlace::After(before) => {
                let start = before + solid_length(&self.text[..bytes.start]);
                Spot::Within(start..start + solid_length(&self.text[bytes]))
            }
        }
    }
}

impl Library {
    /// Returns what matches `query`: by brief, then by kind, then in the order of the file. What is in
    /// the texts of the sources comes last.
    ///
    /// An item, or a line of a list, matches if each wanted word is in one of its texts, in a name,
    /// the post or the body of somebody it is by or to, or in the title, publisher, topics, date or
    /// id of its brief; and if no unwanted word is in its texts. If all wanted words are the brief’s,
    /// the match is the brief.
    pub fn search<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = Hit<'a>> + 'a {
        let in_briefs = self
            .entries()
            .iter()
            .flat_map(|entry| entry.fitting(query).filter_map(|passage| entry.hit(passage, query)));
        let in_sources = self.entries().iter().flat_map(|entry| {
            let fitting = entry.fitting_paragraphs(query).into_iter();
            fitting.filter_map(|paragraph| entry.hit_in_source(paragraph, query))
        });
        in_briefs.chain(in_sources)
    }
}

impl Entry {
    /// Returns the numbers, from 0, of the passages of this brief that match `query`;
    /// [`hit`](Self::hit) says what each is.
    pub fn fitting<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = usize> + 'a {
        let passages = self.passages().iter().enumerate();
        passages.filter(|(_, passage)| self.fits(passage, query)).map(|(number, _)| number)
    }

    /// Returns the indexes of the paragraphs of the source’s text that match `query`, together with
    /// what the brief is known by; [`hit_in_source`](Self::hit_in_source) says what each says.
    pub fn fitting_paragraphs(&self, query: &Query) -> Vec<usize> {
        let Indexed { paragraphs, context, .. } = self.index.for_entry(self);
        let Some(text) = self.text() else { return Vec::new() };
        let in_brief: Vec<&Needle> =
            query.wanted().iter().filter(|needle| context.brief_has(needle)).collect();
        let is_found = |needle: &Needle| in_brief.contains(&needle) || !paragraphs.lack(needle);
        if !query.wanted().iter().all(is_found) || !self.admits(query, TextKind::Text, &[]) {
            return Vec::new();
        }
        let fits = |index: &usize| {
            let has = |needle: &Needle| paragraphs.has(*index, text, needle);
            query.wanted().iter().all(|needle| in_brief.contains(&needle) || has(needle))
                && !query.unwanted().iter().any(has)
                && (query.wanted().iter().any(has) || query.asks_for_items())
        };
        (0..paragraphs.count()).filter(fits).collect()
    }

    /// Returns the passage with this number and its matches with `query`.
    pub fn hit<'a>(&'a self, number: usize, query: &Query) -> Option<Hit<'a>> {
        let passage = self.passages().get(number)?;
        let mut fields: Vec<HitField<'_>> =
            passage.fields.iter().map(|field| hit_field(field, query)).collect();
        if fields.iter().any(|field| !field.lit.is_empty()) {
            fields.retain(|field| !field.lit.is_empty());
        } else {
            fields.truncate(1);
        }
        Some(Hit {
            entry: self,
            kind: passage.kind,
            item: passage.item.as_ref(),
            nth: self.passages()[..number]
                .iter()
                .filter(|other| other.kind == passage.kind)
                .count(),
            fields,
            belongs_to: self.belongings(passage, query),
        })
    }

    /// Returns the paragraph of the source’s text at `index` and its matches with `query`.
    pub fn hit_in_source<'a>(&'a self, index: usize, query: &Query) -> Option<Hit<'a>> {
        let text = FoldedText::new(&paragraph(self.text()?, index)?);
        let lacking: Vec<&Needle> =
            query.wanted().iter().filter(|needle| !text.contains(needle)).collect();
        let field = HitField {
            path: Cow::Owned(FieldPath::top()),
            lit: query.light(&text),
            text: Cow::Owned(text.text().clone()),
            place: FieldPlace::At(Spot::Value),
        };
        Some(Hit {
            entry: self,
            kind: TextKind::Text,
            item: None,
            nth: index,
            fields: vec![field],
            belongs_to: lit_texts(self, &[], &lacking, |_| Vec::new()),
        })
    }

    /// Returns the number of the passage of an item.
    pub fn passage_of(&self, item: &Id) -> Option<usize> {
        self.passages().iter().position(|passage| passage.item.as_ref() == Some(item))
    }

    /// Folds the texts for search now, so that the first search is faster.
    pub fn prepare(&self) {
        self.passages();
    }

    fn passages(&self) -> &[Passage] {
        &self.index.for_entry(self).passages
    }

    /// Returns whether a passage of this brief matches `query`.
    fn fits(&self, passage: &Passage, query: &Query) -> bool {
        let context = &self.index.for_entry(self).context;
        let is_its_own = |needle: &Needle| {
            let mut parties = passage.parties.iter();
            passage.has(needle) || parties.any(|(_, party)| context.party_has(party, needle))
        };
        let is_about_it = || {
            query.asks_for_items()
                || query.wanted().iter().any(is_its_own)
                || (passage.stands_for_brief && !self.has_topics(query))
        };
        !query.is_empty()
            && query.wanted().iter().all(|needle| is_its_own(needle) || context.brief_has(needle))
            && !query.unwanted().iter().any(|needle| passage.has(needle))
            && is_about_it()
            && self.admits(query, passage.kind, &passage.parties)
    }

    /// Returns whether the list of topics has all words of `query`, and so stands for the brief.
    fn has_topics(&self, query: &Query) -> bool {
        let mut topics = self.passages().iter().filter(|other| other.kind == TextKind::Topics);
        topics.any(|topics| query.fits(|needle| topics.has(needle)))
    }

    /// Returns whether what narrows `query` admits a text of a kind, by or to these parties.
    fn admits(&self, query: &Query, kind: TextKind, parties: &[(PartyRole, Text)]) -> bool {
        let context = &self.index.for_entry(self).context;
        query.narrowings().iter().all(|narrowing| {
            narrowing.admits(self.brief.as_deref(), kind, |field, needle| {
                let mut narrowed = parties.iter().filter(|(role, _)| role.is_narrowed_by(field));
                narrowed.any(|(_, party)| context.party_has(party, needle))
            })
        })
    }

    /// Returns what a passage belongs to that has words which its own texts lack, or that a field of
    /// the query names.
    fn belongings(&self, passage: &Passage, query: &Query) -> Vec<Belonging> {
        let lacking: Vec<&Needle> =
            query.wanted().iter().filter(|needle| !passage.has(needle)).collect();
        let named = |role: PartyRole| {
            let narrowings = query.narrowings().iter();
            narrowings
                .filter(|narrowing| !narrowing.excludes && role.is_narrowed_by(narrowing.field))
                .filter_map(Narrowing::words)
                .collect()
        };
        lit_texts(self, &passage.parties, &lacking, named)
    }
}

/// Returns a field with its matches.
fn hit_field<'a>(field: &'a IndexedField, query: &Query) -> HitField<'a> {
    let IndexedField { path, place, text } = field;
    HitField {
        path: Cow::Borrowed(path),
        text: Cow::Borrowed(text.text()),
        lit: light(text, query.wanted()),
        place: place.clone(),
    }
}
