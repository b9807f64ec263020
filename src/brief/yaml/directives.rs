//! How many directives (`%TAG ! x`) follow one another, before anything is parsed: libyaml compares each
//! with all before it, so that 30,000 of them take it seconds and four megabytes of them hours.

use crate::text::lines_at;

/// The most that may follow one another. A brief needs none.
pub const MOST_DIRECTIVES: usize = 100;

/// Returns the byte of the line with which too many lines in a row begin with `%` to be parsed. Blank
/// lines and comments between them do not count.
///
/// In a text in quotation marks such a line is no directive. It counts all the same, as a text that
/// has so many is not worth a look at all that is before it.
pub fn too_many(text: &str) -> Option<usize> {
    let mut in_a_row = 0;
    for (start, line) in lines_at(text) {
        if line.starts_with('%') {
            in_a_row += 1;
        } else if !line.trim_start().is_empty() && !line.trim_start().starts_with('#') {
            in_a_row = 0;
        }
        if in_a_row > MOST_DIRECTIVES {
            return Some(start);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_directives_in_a_row() {
        for between in ["", "\n", "# x\n", "  # x\n \n"] {
            let file = |count: usize| format!("%TAG ! x\n{between}").repeat(count) + "---\na: b\n";
            assert_eq!(too_many(&file(100)), None);
            let line = 100 * (9 + between.len());
            assert_eq!(too_many(&file(101)), Some(line), "{between:?}");
        }
        assert_eq!(too_many(&"%TAG ! x\n--- x\n...\n".repeat(500)), None);
        assert_eq!(too_many(&"a: 5\n 100\n  % b\n".repeat(500)), None);
    }
}
