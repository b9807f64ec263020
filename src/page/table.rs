//! The widths of the columns of a table.

use super::document::{Flow, Matrix, Table};
use crate::text::{Text, width};

/// No column is made narrower than this many columns of the page, unless its cells are.
const NARROWEST: usize = 14;

/// Returns the widths of the columns of `table` on a page of `columns`, with `gap` between them:
/// what the cells need, or a share of what is left in proportion to it. Returns [`None`] if the
/// table does not fit.
pub fn widths(table: &Table, columns: usize, gap: usize) -> Option<Vec<usize>> {
    let room = columns.checked_sub(gap * table.columns.len().saturating_sub(1))?;
    let wanted = measure(table, |cell| width(&joined(cell)));
    if wanted.iter().sum::<usize>() <= room {
        return Some(wanted);
    }
    let word = |cell: &Flow| joined(cell).split(' ').map(width).max().unwrap_or(0);
    let needed: Vec<usize> = measure(table, word)
        .into_iter()
        .zip(&wanted)
        .map(|(word, &all)| word.max(NARROWEST).min(all))
        .collect();
    let spare = room.checked_sub(needed.iter().sum())?;
    let lacking: usize = wanted.iter().zip(&needed).map(|(all, least)| all - least).sum();
    let widen = |(all, least): (&usize, &usize)| least + spare * (all - least) / lacking.max(1);
    Some(wanted.iter().zip(&needed).map(widen).collect())
}

/// Returns the columns of the page that `matrix` needs, with `gap` between its own: every name and
/// every cell on one line.
pub fn matrix_columns(matrix: &Matrix, gap: usize) -> usize {
    let names = matrix.rows.iter().map(|row| width(&row.name.text));
    let name = names.chain([width(&matrix.corner)]).max().unwrap_or(0);
    let mut widths: Vec<usize> = matrix.columns.iter().map(|column| width(&column.text)).collect();
    for (column, cell) in matrix.rows.iter().flat_map(|row| &row.cells) {
        widths[*column] = widths[*column].max(width(&joined(cell)));
    }
    name + widths.into_iter().map(|column| gap + column).sum::<usize>()
}

/// Returns the largest value that `of` gives for any cell of each column, its name included.
fn measure(table: &Table, of: impl Fn(&Flow) -> usize) -> Vec<usize> {
    let cells = |column: usize| table.rows.iter().filter_map(move |row| row.get(column));
    let most = |(i, name): (usize, &Text)| cells(i).map(&of).max().unwrap_or(0).max(width(name));
    table.columns.iter().enumerate().map(most).collect()
}

fn joined(cell: &Flow) -> String {
    cell.iter().map(|span| span.text.as_str()).collect()
}
