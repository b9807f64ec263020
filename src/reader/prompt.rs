//! A line that the user writes at the foot of the screen, and those written before it.

use crate::text::{Input, Stroke, Text};

/// A line that is being written, with the earlier ones of this run.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    input: Input,
    /// What was written before, the latest last.
    earlier: Vec<Text>,
    /// How many lines back one has gone, and what had been written before that.
    recalled: usize,
    draft: Text,
}

impl Prompt {
    /// Begins a new line.
    pub fn open(&mut self) {
        self.input = Input::default();
        self.recalled = 0;
    }

    /// What is written.
    pub fn text(&self) -> Text {
        self.input.text()
    }

    /// What is written before the cursor, and from it on.
    pub fn parts(&self) -> (&str, &str) {
        self.input.parts()
    }

    /// Writes.
    pub fn apply(&mut self, stroke: &Stroke) {
        self.input.apply(stroke);
        self.recalled = 0;
    }

    /// Goes so many lines back (negative) or forward among the earlier ones; what had been written
    /// comes after the last.
    pub fn recall(&mut self, count: isize) {
        if self.recalled == 0 {
            self.draft = self.input.text();
        }
        let back = self.recalled.saturating_add_signed(-count).min(self.earlier.len());
        if back != self.recalled {
            self.recalled = back;
            let line = back.checked_sub(1).and_then(|back| self.earlier.iter().nth_back(back));
            self.input = Input::new(line.unwrap_or(&self.draft));
        }
    }

    /// Keeps what is written among the earlier lines, once.
    pub fn keep(&mut self) {
        let text = self.input.text();
        if !text.is_empty() {
            self.earlier.retain(|earlier| *earlier != text);
            self.earlier.push(text);
        }
    }

    /// The line that was kept last.
    pub fn last(&self) -> Option<&Text> {
        self.earlier.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recalls_earlier_lines_and_what_was_being_written() {
        let mut prompt = Prompt::default();
        for line in ["one", "two", "one"] {
            prompt.open();
            prompt.apply(&Stroke::Insert(line.into()));
            prompt.keep();
        }
        prompt.open();
        prompt.apply(&Stroke::Insert("dra".into()));
        let mut recalled = |count| {
            prompt.recall(count);
            prompt.text().to_string()
        };
        assert_eq!(
            [-1, -1, -1, 1, 1, 1].map(&mut recalled),
            ["one", "two", "two", "one", "dra", "dra"]
        );
    }
}
