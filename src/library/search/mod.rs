//! Search over every text of every brief, and over the texts of the sources.

mod bits;
mod context;
mod fitting;
mod folded_groups;
mod index;
mod narrowing;
mod passages;
mod query;
#[cfg(test)]
pub(crate) mod reference;
mod scan;
mod skim;
mod unknown;

use std::ops::Range;

pub use context::Belonging;
pub use fitting::Fitting;
pub use index::Index;
pub use narrowing::{Narrowing, QueryField};
pub use query::Query;
pub use scan::{Scan, Searched};
pub use skim::Skim;

use self::context::lit_texts;
use self::passages::{FieldPlace, Passage, PassageField};
use super::{Entry, Library, on_all_cores};
use crate::brief::{FieldPath, Id, Spot, Step};
use crate::evidence::SourceText;
use crate::text::{FoldedText, Needle, Text, solid_length, vocabulary};

/// How many briefs a core folds at a time.
const FOLDED_TOGETHER: usize = 4;

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

/// How a party is involved in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyRole {
    /// They say, assert, ask, promise or do it.
    By,
    /// It is said to them or asked of them.
    To,
    /// It is the entry of that party itself.
    Itself,
}

impl PartyRole {
    /// Every role, in the order of their numbers.
    const ALL: [Self; 3] = [Self::By, Self::To, Self::Itself];

    /// Returns what it is called beside a name.
    fn label(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To => "to",
            Self::Itself => "in",
        }
    }

    /// Returns whether a field of a query is about parties in this role.
    fn is_narrowed_by(self, field: QueryField) -> bool {
        matches!((self, field), (Self::By, QueryField::By) | (Self::To, QueryField::To))
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
    pub fields: Vec<HitField>,
    /// What it belongs to, as far as that has the words that its own texts lack.
    pub belongs_to: Vec<Belonging>,
}

/// A text with matches.
#[derive(Clone, Debug)]
pub struct HitField {
    /// The field of the brief.
    pub path: FieldPath,
    /// The text.
    pub text: Text,
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

impl HitField {
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
        let briefs: Vec<Searched<'a>> = self.entries().iter().map(|entry| (entry, None)).collect();
        let found = Scan::new(query).fitting_in_each(&briefs);
        let found = self.entries().iter().zip(found);
        let found: Vec<(&Entry, Fitting)> =
            found.filter_map(|(entry, fitting)| Some((entry, fitting?))).collect();
        let numbers = |in_source| {
            found.clone().into_iter().flat_map(move |(entry, fitting)| {
                let numbers: Vec<usize> = fitting.numbers(in_source).collect();
                numbers.into_iter().map(move |number| (entry, number))
            })
        };
        let in_briefs = numbers(false).filter_map(|(entry, passage)| entry.hit(passage, query));
        let in_sources =
            numbers(true).filter_map(|(entry, paragraph)| entry.hit_in_source(paragraph, query));
        in_briefs.chain(in_sources)
    }
}

impl Entry {
    /// Returns the passage with this number, from 0, and its matches with `query`.
    pub fn hit<'a>(&'a self, number: usize, query: &Query) -> Option<Hit<'a>> {
        let passage = passages::passage(self, number)?;
        let place = passages::place(self, &passage);
        let texts: Vec<FoldedText> =
            passage.fields.iter().map(|field| FoldedText::new(&field.text)).collect();
        let lacking = lacking(query, &texts);
        let belongs_to = self.belongings(&passage.parties, &lacking, query);
        let Passage { kind, nth, item, fields, .. } = passage;
        let field = |(field, folded): (PassageField<'_>, &FoldedText)| HitField {
            path: field.path(),
            text: field.text,
            lit: query.light(folded),
            place: place.clone(),
        };
        let mut fields: Vec<HitField> = fields.into_iter().zip(&texts).map(field).collect();
        if fields.iter().any(|field| !field.lit.is_empty()) {
            fields.retain(|field| !field.lit.is_empty());
        } else {
            fields.truncate(1);
        }
        Some(Hit { entry: self, kind, item, nth, fields, belongs_to })
    }

    /// Returns the paragraph of the source’s text at `index` and its matches with `query`.
    pub fn hit_in_source<'a>(&'a self, index: usize, query: &Query) -> Option<Hit<'a>> {
        let text = FoldedText::new(&paragraph(self.text()?, index)?);
        let field = HitField {
            path: FieldPath::top(),
            lit: query.light(&text),
            text: text.text().clone(),
            place: FieldPlace::At(Spot::Value),
        };
        Some(Hit {
            entry: self,
            kind: TextKind::Text,
            item: None,
            nth: index,
            fields: vec![field],
            belongs_to: lit_texts(self, &[], &lacking(query, &[text]), |_| Vec::new()),
        })
    }

    /// Returns the number of the passage of an item.
    pub fn passage_of(&self, item: &Id) -> Option<usize> {
        passages::number_of(self, item)
    }

    /// Returns whether its texts have been folded for search.
    pub fn is_folded(&self) -> bool {
        self.index.is_made()
    }

    /// Returns what a passage of these parties belongs to that has words which its own texts lack, or
    /// that a field of the query names.
    fn belongings(
        &self,
        parties: &[(PartyRole, &str)],
        lacking: &[&Needle],
        query: &Query,
    ) -> Vec<Belonging> {
        let named = |role: PartyRole| {
            let narrowings = query.narrowings().iter();
            narrowings
                .filter(|narrowing| !narrowing.excludes && role.is_narrowed_by(narrowing.field))
                .filter_map(Narrowing::words)
                .collect()
        };
        lit_texts(self, parties, lacking, named)
    }
}

/// Folds the texts of these briefs for search, on all cores. A search does so too, brief after brief, as it
/// comes to them.
pub fn fold(briefs: &[&Entry]) {
    on_all_cores(briefs.len(), FOLDED_TOGETHER, |index| {
        briefs[index].index.for_entry(briefs[index]);
    });
}

/// Returns the wanted words that none of these texts has.
fn lacking<'q>(query: &'q Query, texts: &[FoldedText]) -> Vec<&'q Needle> {
    let has = |needle: &Needle| texts.iter().any(|text| text.contains(needle));
    query.wanted().iter().filter(|needle| !has(needle)).collect()
}

/// Returns the paragraph of `text` at `index`, on one line. Its bytes are those of the text.
fn paragraph(text: &SourceText, index: usize) -> Option<Text> {
    let range = text.paragraphs().get(index)?.clone();
    Some(text.as_str()[range].replace(['\n', '\t'], " ").into())
}
