//! The screen in ASCII, for terminals and locales that know no more.

use ratatui::buffer::{Buffer, Cell};

use crate::text::{to_ascii, width};

/// Folds every cell to one character of ASCII: borders become `-`, `|` and `+`, the bar beside the
/// selected row `>`.
pub fn fold(buffer: &mut Buffer) {
    let mut covered = 0;
    for cell in &mut buffer.content {
        if covered > 0 {
            covered -= 1;
            cell.set_char(' ');
        } else if !cell.symbol().is_ascii() {
            covered = width(cell.symbol()).saturating_sub(1);
            fold_cell(cell);
        }
    }
}

fn fold_cell(cell: &mut Cell) {
    let plain = match cell.symbol() {
        "─" => '-',
        "│" => '|',
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => '+',
        "▌" => '>',
        "●" => '#',
        "…" => '~',
        other => to_ascii(other).chars().next().unwrap_or(' '),
    };
    cell.set_char(plain);
}
