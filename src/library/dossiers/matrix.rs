//! Who is involved in which ask.

use std::collections::{HashMap, HashSet};

use super::dossiers;
use crate::brief::{Addressee, Anchor, AskKind, Relation};
use crate::library::Library;

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
            library.briefs().flat_map(|brief| brief.asks.values().map(move |ask| (brief, ask)))
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
