//! Who is involved in which ask.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::dossiers;
use crate::brief::{Addressee, Anchor, Ask, AskKind, Brief, Party, Relation};
use crate::library::Library;
use crate::text::{Text, vocabulary};

vocabulary! {
    /// What the columns of the matrix are.
    #[derive(Default)]
    pub enum MatrixFold {
        /// One for each ask.
        #[default]
        Ask = "ask",
        /// One for all asks of a brief.
        Brief = "brief",
        /// One for all asks of briefs with a topic. An ask is in that of each topic of its brief.
        Topic = "topic",
        /// One for all asks of an addressee. An ask is in that of each.
        Addressee = "addressee",
    }
}

impl MatrixFold {
    /// Returns the fold after this one, wrapping at the end.
    #[must_use]
    pub fn next(self) -> Self {
        let here = Self::ALL.iter().position(|fold| *fold == self).unwrap_or(0);
        Self::ALL[(here + 1) % Self::ALL.len()]
    }
}

/// A column of the folded matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixGroup {
    /// The id of the ask or the brief, the topic, the name of the addressee.
    pub name: Text,
    /// Its asks, in the order of the library; at least one.
    pub asks: Vec<Anchor>,
}

/// Who is involved in which ask: a row for everyone who asks, promises, acts, is asked or answers,
/// and a column for every ask, commitment and action.
#[derive(Clone, Debug, Default)]
pub struct InvolvementMatrix {
    /// The rows: people, then bodies, in the order in which they are first named; then everyone,
    /// and unstated addressees, if anything is asked of them.
    pub rows: Vec<Addressee>,
    /// The columns: by brief, then in the order of the file.
    pub columns: Vec<Anchor>,
    cells: HashMap<(Addressee, Anchor), Vec<MatrixPart>>,
}

/// How a person or a body is involved in an ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatrixPart {
    /// They ask, promise or do it, as its kind says.
    Makes(AskKind),
    /// It is asked of them.
    IsAsked,
    /// They answer it, by this commitment, action or ask of theirs.
    Answers(Anchor),
}

impl InvolvementMatrix {
    /// Returns the matrix of `library`.
    pub fn new(library: &Library) -> Self {
        let mut matrix = Self::default();
        for (brief, ask) in
            library.briefs().flat_map(|brief| brief.asks.iter().map(move |ask| (brief, ask)))
        {
            let column = brief.anchor(&ask.id);
            matrix.add(Addressee::Party(ask.by.clone()), &column, MatrixPart::Makes(ask.kind));
            for to in &ask.to {
                matrix.add(to.clone(), &column, MatrixPart::IsAsked);
            }
            for link in ask.links.iter().filter(|link| link.relation == Relation::Answers) {
                matrix.add(
                    Addressee::Party(ask.by.clone()),
                    &link.target,
                    MatrixPart::Answers(column.clone()),
                );
            }
            matrix.columns.push(column);
        }
        let parties =
            dossiers(library).into_iter().map(|dossier| Addressee::Party(dossier.id.clone()));
        let all = parties.chain([Addressee::Everyone, Addressee::Unstated]);
        let with_cells: HashSet<&Addressee> = matrix.cells.keys().map(|(row, _)| row).collect();
        matrix.rows = all.filter(|row| with_cells.contains(row)).collect();
        matrix
    }

    /// Returns the columns folded, in the order in which each first occurs.
    pub fn folded(&self, library: &Library, fold: MatrixFold) -> Vec<MatrixGroup> {
        if fold == MatrixFold::Ask {
            let alone =
                |ask: &Anchor| MatrixGroup { name: Text::new(&ask.item), asks: vec![ask.clone()] };
            return self.columns.iter().map(alone).collect();
        }
        let mut groups: IndexMap<Text, Vec<Anchor>> = IndexMap::new();
        for brief in library.briefs() {
            for ask in &brief.asks {
                for name in group_names(brief, ask, fold) {
                    groups.entry(name).or_default().push(brief.anchor(&ask.id));
                }
            }
        }
        groups.into_iter().map(|(name, asks)| MatrixGroup { name, asks }).collect()
    }

    /// Returns how `row` is involved in `column`; empty if not at all.
    pub fn cell(&self, row: &Addressee, column: &Anchor) -> &[MatrixPart] {
        self.cells.get(&(row.clone(), column.clone())).map_or(&[], Vec::as_slice)
    }

    /// Returns the cells that are not empty, in no order.
    pub fn cells(&self) -> impl Iterator<Item = (&Addressee, &Anchor, &[MatrixPart])> {
        self.cells.iter().map(|((row, column), parts)| (row, column, parts.as_slice()))
    }

    fn add(&mut self, row: Addressee, column: &Anchor, part: MatrixPart) {
        self.cells.entry((row, column.clone())).or_default().push(part);
    }
}

/// Returns the names of the groups that an ask is in; at least one.
fn group_names(brief: &Brief, ask: &Ask, fold: MatrixFold) -> Vec<Text> {
    let names: Vec<Text> = match fold {
        MatrixFold::Ask => vec![Text::new(&ask.id)],
        MatrixFold::Brief => vec![Text::new(&brief.id)],
        MatrixFold::Topic => brief.topics.iter().map(|topic| Text::new(topic)).collect(),
        MatrixFold::Addressee => ask.to.iter().map(|to| addressee_name(brief, to)).collect(),
    };
    match fold {
        MatrixFold::Topic if names.is_empty() => vec!["no topic".into()],
        MatrixFold::Addressee if names.is_empty() => vec!["nobody".into()],
        _ => names,
    }
}

fn addressee_name(brief: &Brief, to: &Addressee) -> Text {
    let party = to.party().and_then(|id| brief.party(id)).map(Party::styled_name);
    party.unwrap_or_else(|| match to {
        Addressee::Unstated => "not stated".into(),
        to => to.word().into(),
    })
}
