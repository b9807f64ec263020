//! Search over every text of every brief.

mod index;
mod query;

use std::ops::Range;

pub use index::Index;
pub use query::Query;

use self::index::{Field, Passage, solid};
use super::{Entry, Library};
use crate::brief::{Brief, Id, Path, Spot};
use crate::text::{Needle, Text};

/// A part of a brief, in the order in which hits are grouped: that of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The summary.
    Summary,
    /// The topics.
    Topics,
    /// A top line.
    TopLines,
    /// A line to take.
    LinesToTake,
    /// A paragraph of the background.
    Background,
    /// Something that the source does not say.
    Gaps,
    /// Who wrote the brief.
    PreparedBy,
    /// Its handling label.
    Marking,
    /// What is known of the source.
    Source,
    /// A body.
    Organisations,
    /// A person.
    Officials,
    /// A quote.
    Quotes,
    /// A claim.
    Claims,
    /// An ask, a commitment or an action.
    Asks,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 14] = [
        Self::Summary,
        Self::Topics,
        Self::TopLines,
        Self::LinesToTake,
        Self::Background,
        Self::Gaps,
        Self::PreparedBy,
        Self::Marking,
        Self::Source,
        Self::Organisations,
        Self::Officials,
        Self::Quotes,
        Self::Claims,
        Self::Asks,
    ];

    /// Its name on the command line, and over its group: `top-lines`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// What one of it is called: `top line`.
    #[must_use]
    pub fn singular(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Summary => ("summary", "summary"),
            Self::Topics => ("topics", "topic"),
            Self::TopLines => ("top-lines", "top line"),
            Self::LinesToTake => ("lines-to-take", "line to take"),
            Self::Background => ("background", "background"),
            Self::Gaps => ("gaps", "gap"),
            Self::PreparedBy => ("prepared-by", "prepared by"),
            Self::Marking => ("marking", "marking"),
            Self::Source => ("source", "source"),
            Self::Organisations => ("organisations", "organisation"),
            Self::Officials => ("officials", "official"),
            Self::Quotes => ("quotes", "quote"),
            Self::Claims => ("claims", "claim"),
            Self::Asks => ("asks", "ask"),
        }
    }
}

/// Something in a brief that fits a query.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// Where it stands.
    pub entry: &'a Entry,
    /// The brief it stands in.
    pub brief: &'a Brief,
    /// What part of the brief it is.
    pub kind: Kind,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<&'a Id>,
    /// The texts in which something is lit; at least one.
    pub fields: Vec<HitField<'a>>,
}

/// A text in which something is lit.
#[derive(Clone, Debug)]
pub struct HitField<'a> {
    /// The field of the brief.
    pub path: &'a Path,
    /// The text.
    pub text: &'a Text,
    /// The bytes of the text that are lit, in order and apart from each other.
    pub lit: Vec<Range<usize>>,
    before: usize,
}

impl HitField<'_> {
    /// The part of the field that a range of bytes of the text is, by which its place in the file
    /// can be found.
    #[must_use]
    pub fn spot(&self, bytes: Range<usize>) -> Spot {
        let start = self.before + solid(&self.text[..bytes.start]);
        Spot::Within(start..start + solid(&self.text[bytes]))
    }
}

impl Library {
    /// What fits `query`: by brief, then by kind, then in the order of the file.
    ///
    /// An item, or a line of a list, fits where each wanted word stands in one of its texts and no
    /// unwanted one in any.
    pub fn search<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = Hit<'a>> + 'a {
        self.entries().iter().flat_map(|entry| entry.search(query))
    }
}

impl Entry {
    /// What of this brief fits `query`, as [`Library::search`] says.
    pub fn search<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = Hit<'a>> + 'a {
        self.brief.iter().flat_map(move |brief| {
            let passages = self.index.passages(brief).iter();
            passages.filter(|passage| fits(passage, query)).map(move |passage| Hit {
                entry: self,
                brief,
                kind: passage.kind,
                item: passage.item.as_ref(),
                fields: passage.fields.iter().filter_map(|field| light(field, query)).collect(),
            })
        })
    }
}

fn fits(passage: &Passage, query: &Query) -> bool {
    let has = |needle: &Needle| passage.fields.iter().any(|field| field.text.contains(needle));
    !query.is_empty() && query.wanted().iter().all(has) && !query.unwanted().iter().any(has)
}

/// The field with all that is wanted lit, where any of it is there.
fn light<'a>(field: &'a Field, query: &Query) -> Option<HitField<'a>> {
    let mut found: Vec<Range<usize>> =
        query.wanted().iter().flat_map(|needle| field.text.find(needle)).collect();
    found.sort_unstable_by_key(|range| range.start);
    let mut lit: Vec<Range<usize>> = Vec::new();
    for range in found {
        match lit.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => lit.push(range),
        }
    }
    let Field { path, before, text } = field;
    (!lit.is_empty()).then(|| HitField { path, text: text.text(), lit, before: *before })
}
