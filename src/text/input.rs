//! A line of text that is being edited.

use unicode_segmentation::UnicodeSegmentation;

use super::Text;

/// An edit of an [`Input`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Writes at the cursor, as much as the line has room for. White space of any kind becomes spaces:
    /// the input is one line.
    Insert(Text),
    /// Moves the cursor by one character.
    Left,
    /// Moves the cursor by one character.
    Right,
    /// Moves the cursor to the start of the word before it.
    WordLeft,
    /// Moves the cursor past the end of the next word.
    WordRight,
    /// Moves the cursor to the start.
    Start,
    /// Moves the cursor to the end.
    End,
    /// Deletes the character before the cursor.
    DeleteLeft,
    /// Deletes the character at the cursor.
    DeleteRight,
    /// Deletes back to the start of the word before the cursor; words are separated by white space.
    DeleteWord,
    /// Deletes everything before the cursor.
    DeleteToStart,
    /// Deletes everything after the cursor.
    DeleteToEnd,
}

/// One line of text and a cursor in it. The cursor moves by graphemes: what the reader sees as one
/// character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The byte that the cursor is before.
    cursor: usize,
}

impl Input {
    /// The most characters that a line holds.
    pub const LONGEST: usize = 4096;

    /// Returns an input that holds `text`, with the cursor at its end.
    pub fn new(text: &Text) -> Self {
        let mut input = Self::default();
        input.apply(&Stroke::Insert(text.clone()));
        input
    }

    /// Returns the text.
    pub fn text(&self) -> Text {
        Text::new(&self.text)
    }

    /// Returns whether the input is empty.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns the text before the cursor, and the text after it.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Returns whether the line has room for all that a stroke writes.
    pub fn fits(&self, stroke: &Stroke) -> bool {
        match stroke {
            Stroke::Insert(text) => text.chars().count() <= self.room(),
            _ => true,
        }
    }

    /// Returns how many more characters the line has room for.
    fn room(&self) -> usize {
        Self::LONGEST.saturating_sub(self.text.chars().count())
    }

    /// Applies a stroke.
    pub fn apply(&mut self, stroke: &Stroke) {
        let (before, after) = self.parts();
        let (start, end) = (0, self.text.len());
        let left = before.graphemes(true).next_back().map_or(0, |last| before.len() - last.len());
        let right = self.cursor + after.graphemes(true).next().map_or(0, str::len);
        let word_left = start_of_last_word(before);
        let word_right = self.cursor + end_of_first_word(after);
        match stroke {
            Stroke::Insert(text) => self.insert(text),
            Stroke::Left => self.cursor = left,
            Stroke::Right => self.cursor = right,
            Stroke::WordLeft => self.cursor = word_left,
            Stroke::WordRight => self.cursor = word_right,
            Stroke::Start => self.cursor = start,
            Stroke::End => self.cursor = end,
            Stroke::DeleteLeft => self.delete(left, self.cursor),
            Stroke::DeleteRight => self.delete(self.cursor, right),
            Stroke::DeleteWord => self.delete(word_left, self.cursor),
            Stroke::DeleteToStart => self.delete(start, self.cursor),
            Stroke::DeleteToEnd => self.delete(self.cursor, end),
        }
    }

    fn insert(&mut self, text: &str) {
        let fitting = text.chars().take(self.room());
        let line: String = fitting.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.drain(from..to);
        self.cursor = from;
    }
}

fn start_of_last_word(text: &str) -> usize {
    let trimmed = text.trim_end();
    trimmed
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8())
}

fn end_of_first_word(text: &str) -> usize {
    let word = text.len() - text.trim_start().len();
    text[word..].find(char::is_whitespace).map_or(text.len(), |end| word + end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `text` after some strokes, with `|` at the cursor, which is at first at its end.
    #[track_caller]
    fn assert_written(text: &str, strokes: &[Stroke], expected: &str) {
        let mut input = Input::new(&text.into());
        for stroke in strokes {
            input.apply(stroke);
        }
        let (before, after) = input.parts();
        assert_eq!(format!("{before}|{after}"), expected);
    }

    #[test]
    fn writes_at_the_cursor_and_moves_by_what_is_seen_as_one_character() {
        let insert = |text: &str| Stroke::Insert(text.into());
        assert_written("", &[insert("ab"), Stroke::Left, insert("x")], "ax|b");
        assert_written("e\u{301}👩\u{200d}👧", &[Stroke::Left], "e\u{301}|👩\u{200d}👧");
        assert_written("e\u{301}👩\u{200d}👧", &[Stroke::DeleteLeft, Stroke::DeleteLeft], "|");
        assert_written(
            "ab",
            &[Stroke::Start, Stroke::Left, Stroke::Right, Stroke::DeleteRight],
            "a|",
        );
        assert_written("ab", &[Stroke::Right, Stroke::DeleteRight], "ab|");
    }

    #[test]
    fn deletes_words_and_ends_of_the_line() {
        assert_written("one two  ", &[Stroke::DeleteWord], "one |");
        assert_written("one", &[Stroke::DeleteWord, Stroke::DeleteWord], "|");
        assert_written(
            "one two six",
            &[Stroke::WordLeft, Stroke::WordLeft, Stroke::DeleteToStart],
            "|two six",
        );
        assert_written(
            "one two six",
            &[Stroke::Start, Stroke::WordRight, Stroke::DeleteToEnd],
            "one|",
        );
        assert_written(
            "one two",
            &[Stroke::Start, Stroke::WordRight, Stroke::WordRight, Stroke::WordRight],
            "one two|",
        );
        assert_written("one", &[Stroke::Start, Stroke::End], "one|");
    }

    #[test]
    fn stays_one_line_without_control_characters() {
        assert_written("a\n\tb\u{1b}c", &[], "a  b\u{fffd}c|");
    }

    #[test]
    fn holds_a_limited_number_of_characters() {
        let mut input = Input::new(&"é".repeat(Input::LONGEST - 2).into());
        let more = Stroke::Insert("abc".into());
        assert!(input.fits(&Stroke::Insert("ab".into())) && !input.fits(&more));
        input.apply(&Stroke::Start);
        input.apply(&more);
        assert_eq!((input.parts().0, input.text().chars().count()), ("ab", Input::LONGEST));
        assert!(input.fits(&Stroke::DeleteLeft));
    }

    proptest! {
        #[test]
        fn no_strokes_leave_the_text(strokes in prop::collection::vec(any_stroke(), 0..20)) {
            let mut input = Input::default();
            for stroke in &strokes {
                input.apply(stroke);
                let (before, after) = input.parts();
                prop_assert_eq!(format!("{before}{after}"), input.text().to_string());
            }
        }
    }

    fn any_stroke() -> impl Strategy<Value = Stroke> {
        let keys = [
            Stroke::Left,
            Stroke::Right,
            Stroke::WordLeft,
            Stroke::WordRight,
            Stroke::Start,
            Stroke::End,
            Stroke::DeleteLeft,
            Stroke::DeleteRight,
            Stroke::DeleteWord,
            Stroke::DeleteToStart,
            Stroke::DeleteToEnd,
        ];
        prop_oneof![
            "\\PC{0,3}|[ \u{301}\u{200d}👩a\n]{0,3}".prop_map(|text| Stroke::Insert(text.into())),
            prop::sample::select(keys.to_vec()),
        ]
    }
}
