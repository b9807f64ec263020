//! Search over every text of every brief.

mod index;
mod query;

use std::ops::Range;

pub use index::Index;
pub use query::Query;

use self::index::{IndexedField, Passage};
use super::{Entry, Library};
use crate::brief::{Brief, FieldPath, Id, Spot, Step};
use crate::text::{Text, solid_length, vocabulary};

vocabulary! {
    /// A part of a brief, in the order in which hits are grouped: that of the format.
    pub enum TextKind {
        /// The summary.
        Summary = "summary",
        /// The topics.
        Topics = "topics",
        /// A top line.
        TopLines = "top-lines",
        /// A line to take.
        LinesToTake = "lines-to-take",
        /// A paragraph of the background.
        Background = "background",
        /// Something that the source does not say.
        Gaps = "gaps",
        /// Who wrote the brief.
        PreparedBy = "prepared-by",
        /// Its handling label.
        Marking = "marking",
        /// What is known of the source.
        Source = "source",
        /// A body.
        Organisations = "organisations",
        /// A person.
        Officials = "officials",
        /// A quote.
        Quotes = "quotes",
        /// A claim.
        Claims = "claims",
        /// An ask, a commitment or an action.
        Asks = "asks",
    }
}

impl TextKind {
    /// Returns what one of it is called: `top line`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Topics => "topic",
            Self::TopLines => "top line",
            Self::LinesToTake => "line to take",
            Self::Background => "background",
            Self::Gaps => "gap",
            Self::PreparedBy => "prepared by",
            Self::Marking => "marking",
            Self::Source => "source",
            Self::Organisations => "organisation",
            Self::Officials => "official",
            Self::Quotes => "quote",
            Self::Claims => "claim",
            Self::Asks => "ask",
        }
    }
}

/// Something in a brief that matches a query.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The file that it is in.
    pub entry: &'a Entry,
    /// The brief that it is in.
    pub brief: &'a Brief,
    /// Which kind of text it is.
    pub kind: TextKind,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<&'a Id>,
    /// Its index among the texts of its kind in the brief, from 0.
    pub nth: usize,
    /// The texts with matches; at least one.
    pub fields: Vec<HitField<'a>>,
}

/// A text with matches.
#[derive(Clone, Debug)]
pub struct HitField<'a> {
    /// The field of the brief.
    pub path: &'a FieldPath,
    /// The text.
    pub text: &'a Text,
    /// The bytes of the text that match, in order and without overlaps.
    pub lit: Vec<Range<usize>>,
    before: usize,
}

impl Hit<'_> {
    /// Returns what it is called: `quote q3`, `top line 2`, `source`.
    pub fn label(&self) -> String {
        match (self.item, self.kind) {
            (Some(item), kind) => format!("{} {item}", kind.singular()),
            (None, TextKind::TopLines | TextKind::LinesToTake | TextKind::Gaps) => {
                format!("{} {}", self.kind.singular(), self.nth + 1)
            }
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
        let start = self.before + solid_length(&self.text[..bytes.start]);
        Spot::Within(start..start + solid_length(&self.text[bytes]))
    }
}

impl Library {
    /// Returns what matches `query`: by brief, then by kind, then in the order of the file.
    ///
    /// An item, or a line of a list, matches if each wanted word is in one of its texts and no
    /// unwanted word is in any.
    pub fn search<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = Hit<'a>> + 'a {
        self.entries().iter().flat_map(|entry| entry.search(query))
    }
}

impl Entry {
    /// Returns what in this brief matches `query`, as in [`Library::search`].
    pub fn search<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = Hit<'a>> + 'a {
        self.fitting(query).filter_map(|passage| self.hit(passage, query))
    }

    /// Returns the numbers, from 0, of the passages of this brief that match `query`;
    /// [`hit`](Self::hit) says what each is.
    pub fn fitting<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = usize> + 'a {
        let passages = self.passages().iter().enumerate();
        passages
            .filter(|(_, passage)| query.fits(|needle| passage.has(needle)))
            .map(|(number, _)| number)
    }

    /// Returns the passage with this number and its matches with `query`.
    pub fn hit<'a>(&'a self, number: usize, query: &Query) -> Option<Hit<'a>> {
        let passage = self.passages().get(number)?;
        Some(Hit {
            entry: self,
            brief: self.brief.as_ref()?,
            kind: passage.kind,
            item: passage.item.as_ref(),
            nth: self.passages()[..number]
                .iter()
                .filter(|other| other.kind == passage.kind)
                .count(),
            fields: passage.fields.iter().filter_map(|field| light(field, query)).collect(),
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
        self.brief.as_ref().map_or(&[], |brief| self.index.passages(brief))
    }
}

/// Returns the field with its matches, if it has any.
fn light<'a>(field: &'a IndexedField, query: &Query) -> Option<HitField<'a>> {
    let IndexedField { path, before, text } = field;
    let lit = query.light(text);
    (!lit.is_empty()).then(|| HitField { path, text: text.text(), lit, before: *before })
}
