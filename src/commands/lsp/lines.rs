//! Where the lines of a text begin, and the positions by which an editor names its places.

use std::ops::Range;

/// How an editor counts the columns of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Bytes of UTF-8, if the editor offers it.
    Byte,
    /// Code units of UTF-16, which every editor knows.
    #[default]
    Utf16,
}

/// A place in a text as an editor names it; lines and columns count from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePosition {
    /// The line.
    pub line: usize,
    /// The column, in the editor’s unit.
    pub column: usize,
}

/// The lines of a text. A line ends with LF, CRLF or CR, as the protocol has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTable {
    /// The bytes of each line without its end.
    lines: Vec<Range<usize>>,
}

impl LineTable {
    /// Returns the lines of `text`; there is always one.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut lines, mut start) = (Vec::new(), 0);
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'\n' if at > start || at == 0 || bytes[at - 1] != b'\r' => {
                    lines.push(start..at);
                    start = at + 1;
                }
                b'\n' => start = at + 1,
                b'\r' => {
                    lines.push(start..at);
                    start = at + 1;
                }
                _ => {}
            }
        }
        lines.push(start..text.len());
        Self { lines }
    }

    /// Returns the byte of `text`, which these are the lines of, at a position. A column after the end
    /// of its line is its end, and a line after the last the end of the text. A column inside a
    /// character is its start.
    pub fn byte(&self, text: &str, position: LinePosition, unit: ColumnUnit) -> usize {
        let Some(line) = self.lines.get(position.line) else { return text.len() };
        let content = &text[line.clone()];
        match unit {
            ColumnUnit::Byte => line.start + content.floor_char_boundary(position.column),
            ColumnUnit::Utf16 => {
                let mut units = 0;
                let reached = content.char_indices().find(|(_, c)| {
                    units += c.len_utf16();
                    units > position.column
                });
                line.start + reached.map_or(content.len(), |(at, _)| at)
            }
        }
    }

    /// Returns the position of a byte of `text`, which these are the lines of.
    pub fn position(&self, text: &str, byte: usize, unit: ColumnUnit) -> LinePosition {
        let line = self.lines.partition_point(|line| line.start <= byte).saturating_sub(1);
        let Range { start, end } = self.lines[line].clone();
        let before = &text[start..text.floor_char_boundary(byte.clamp(start, end))];
        let column = match unit {
            ColumnUnit::Byte => before.len(),
            ColumnUnit::Utf16 => before.encode_utf16().count(),
        };
        LinePosition { line, column }
    }

    /// Returns the byte of `text` at a line and a column that count from 1, columns in characters, as
    /// problems do. They do not count a byte order mark.
    pub fn byte_of_character(&self, text: &str, line: usize, column: usize) -> usize {
        let index = line.saturating_sub(1);
        let Some(line) = self.lines.get(index) else { return text.len() };
        let content = &text[line.clone()];
        let mark = usize::from(index == 0 && content.starts_with('\u{feff}'));
        let reached = content.char_indices().nth(column.saturating_sub(1) + mark);
        line.start + reached.map_or(content.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn starts(text: &str) -> Vec<&str> {
        LineTable::new(text).lines.into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn a_line_ends_as_the_protocol_says() {
        assert_eq!(starts("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(starts("\r\n\n\r\r\n"), ["", "", "", "", ""]);
        assert_eq!(starts(""), [""]);
        assert_eq!(starts("a\u{2028}b\u{85}"), ["a\u{2028}b\u{85}"]);
    }

    #[test]
    fn counts_columns_in_either_unit() {
        let text = "a: 🚢é x\n";
        let lines = LineTable::new(text);
        let x = text.find('x').unwrap();
        let position = |unit| lines.position(text, x, unit).column;
        assert_eq!((position(ColumnUnit::Utf16), position(ColumnUnit::Byte)), (7, 10));
        let byte = |column, unit| lines.byte(text, LinePosition { line: 0, column }, unit);
        assert_eq!((byte(7, ColumnUnit::Utf16), byte(10, ColumnUnit::Byte)), (x, x));
        assert_eq!(byte(4, ColumnUnit::Utf16), 3, "inside the ship");
        assert_eq!(byte(99, ColumnUnit::Utf16), text.len() - 1);
        assert_eq!(lines.byte_of_character(text, 1, 7), x);
    }

    #[test]
    fn characters_are_counted_after_a_byte_order_mark() {
        let text = "\u{feff}ab";
        assert_eq!(LineTable::new(text).byte_of_character(text, 1, 2), 4);
    }

    proptest! {
        #[test]
        fn a_byte_has_a_position_that_leads_back(text in "[a🚢é\r\n]{0,30}", at in 0usize..40) {
            let lines = LineTable::new(&text);
            let byte = text.floor_char_boundary(at.min(text.len()));
            for unit in [ColumnUnit::Byte, ColumnUnit::Utf16] {
                let back = lines.byte(&text, lines.position(&text, byte, unit), unit);
                let is_inside_crlf = text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
                prop_assert!(back == byte || is_inside_crlf && back + 1 == byte);
            }
        }
    }
}
