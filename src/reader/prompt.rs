//! The line that the user writes at the bottom of the screen, and those written before it.

use crate::text::{Input, Stroke, Text};

/// What a prompt asks for. The lines written for each are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// Words to search every brief for.
    Search,
    /// Words to search the help for.
    Help,
    /// Words to search the page for.
    Page,
    /// Words to find an action by.
    Action,
    /// Words to find by what briefs have in common.
    Filter,
    /// The name of a file.
    File,
}

/// The lines that have been written in this run, by what they were written for.
#[derive(Clone, Debug, Default)]
pub struct EarlierLines([Vec<Text>; 6]);

impl EarlierLines {
    /// Returns an empty prompt that can recall the lines written for `kind`.
    pub fn prompt(&self, kind: PromptKind) -> Prompt {
        Prompt { earlier: self.0[kind as usize].clone(), ..Prompt::new(kind) }
    }

    /// Keeps the line of a prompt, as the latest.
    pub fn keep(&mut self, prompt: &Prompt) {
        let text = prompt.text();
        if !text.is_empty() {
            let earlier = &mut self.0[prompt.kind as usize];
            earlier.retain(|earlier| *earlier != text);
            earlier.push(text);
        }
    }

    /// Returns the line that was kept last for `kind`.
    pub fn last(&self, kind: PromptKind) -> Option<&Text> {
        self.0[kind as usize].last()
    }
}

/// A line that is being written.
#[derive(Clone, Debug)]
pub struct Prompt {
    kind: PromptKind,
    input: Input,
    /// The lines that were written before, the latest last.
    earlier: Vec<Text>,
    /// The number of lines that the user has gone back, and the line that was being written then.
    recalled: usize,
    draft: Text,
}

impl Prompt {
    fn new(kind: PromptKind) -> Self {
        let (input, draft) = (Input::default(), Text::default());
        Self { kind, input, earlier: Vec::new(), recalled: 0, draft }
    }

    /// Returns what it asks for.
    pub fn kind(&self) -> PromptKind {
        self.kind
    }

    /// Returns the line.
    pub fn text(&self) -> Text {
        self.input.text()
    }

    /// Returns the line up to the cursor, and from it on.
    pub fn parts(&self) -> (&str, &str) {
        self.input.parts()
    }

    /// Returns whether the line has room for all that a stroke writes.
    pub fn fits(&self, stroke: &Stroke) -> bool {
        self.input.fits(stroke)
    }

    /// Writes, as much as the line has room for.
    pub fn apply(&mut self, stroke: &Stroke) {
        self.input.apply(stroke);
        self.recalled = 0;
    }

    /// Goes `count` lines back (negative) or forward among the earlier lines. The line that was
    /// being written comes after the last.
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recalls_earlier_lines_and_the_one_being_written() {
        let mut earlier = EarlierLines::default();
        for line in ["one", "two", "one"] {
            let mut prompt = earlier.prompt(PromptKind::Search);
            prompt.apply(&Stroke::Insert(line.into()));
            earlier.keep(&prompt);
        }
        let mut prompt = earlier.prompt(PromptKind::Search);
        prompt.apply(&Stroke::Insert("dra".into()));
        let mut recalled = |count| {
            prompt.recall(count);
            prompt.text().to_string()
        };
        let lines = [-1, -1, -1, 1, 1, 1].map(&mut recalled);
        assert_eq!(lines, ["one", "two", "two", "one", "dra", "dra"]);
        assert_eq!(earlier.last(PromptKind::Action), None);
    }
}
