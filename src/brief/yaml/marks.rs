//! The lines and columns of `serde_yaml`, and the bytes that they mean.

use std::fmt::Display;

/// A line and a column, counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub line: usize,
    pub column: usize,
}

impl Mark {
    /// Returns the place that the message of an error of `serde_yaml` ends with, which is all that
    /// a visitor can learn of it: `… at line 4 column 3`. At the start of the file it names none.
    pub fn of_error(error: &impl Display) -> Self {
        Self::at_end_of(&error.to_string()).unwrap_or(Self { line: 1, column: 1 })
    }

    /// Returns the place that a message ends with, if any.
    pub fn at_end_of(message: &str) -> Option<Self> {
        let (_, place) = message.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        Some(Self { line: line.parse().ok()?, column: column.parse().ok()? })
    }
}

/// Returns the byte of `text` at each of `marks`, which are in order, in one pass.
pub fn bytes_of(text: &str, marks: impl Iterator<Item = Mark>) -> Vec<usize> {
    let mut cursor = Cursor::new(text);
    marks.map(|mark| cursor.go_on_until(|_, here| here >= mark).0).collect()
}

/// Returns the mark of each of the `bytes` of `text`, which are in order, in one pass.
pub fn marks_of(text: &str, bytes: impl Iterator<Item = usize>) -> Vec<Mark> {
    let mut cursor = Cursor::new(text);
    bytes.map(|byte| cursor.go_on_until(|at, _| at >= byte).1).collect()
}

/// A place in a text that only moves on.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    mark: Mark,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, mark: Mark { line: 1, column: 1 } }
    }

    /// Moves on to the first place that `is_there` takes, or to the end.
    fn go_on_until(&mut self, is_there: impl Fn(usize, Mark) -> bool) -> (usize, Mark) {
        for c in self.text[self.at..].chars() {
            if is_there(self.at, self.mark) {
                break;
            }
            self.at += c.len_utf8();
            self.mark = match c {
                '\n' => Mark { line: self.mark.line + 1, column: 1 },
                _ => Mark { column: self.mark.column + 1, ..self.mark },
            };
        }
        (self.at, self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bytes_of_marks_in_one_pass() {
        let marks = [(1, 1), (1, 3), (1, 3), (2, 1), (2, 2), (4, 9)];
        let marks = marks.map(|(line, column)| Mark { line, column });
        assert_eq!(bytes_of("éa\nbc\n", marks.into_iter()), [0, 3, 3, 4, 5, 7]);
    }

    #[test]
    fn finds_the_marks_of_bytes_in_one_pass() {
        let marks = marks_of("éa\nbc\n", [0, 2, 2, 4, 7, 7].into_iter());
        let marks: Vec<(usize, usize)> =
            marks.into_iter().map(|mark| (mark.line, mark.column)).collect();
        assert_eq!(marks, [(1, 1), (1, 2), (1, 2), (2, 1), (3, 1), (3, 1)]);
    }

    #[test]
    fn reads_the_place_at_the_end_of_a_message() {
        let mark = |message: &str| Mark::of_error(&message);
        assert_eq!(mark("a at line 9: x at line 4 column 3"), Mark { line: 4, column: 3 });
        assert_eq!(mark("x"), Mark { line: 1, column: 1 });
    }
}
