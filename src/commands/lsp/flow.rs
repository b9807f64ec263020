//! Reads maps and lists in brackets for [`scan`](super::scan), closed or not.

use std::ops::Range;

use super::scan::{ScannedField, Typing, ValueStyle, quoted_end};
use crate::brief::FieldPath;

/// Brackets in brackets deeper than this are not read.
const DEEPEST: usize = 16;

/// Reads brackets.
pub struct FlowReader<'t, 'f> {
    text: &'t str,
    /// The byte that it does not read on from.
    most: usize,
    fields: &'f mut Vec<ScannedField>,
    typing: Option<Typing>,
    depth: usize,
}

impl<'t, 'f> FlowReader<'t, 'f> {
    /// Returns a reader of `text` up to the byte `most`, which adds what it reads to `fields`.
    pub fn new(text: &'t str, most: usize, fields: &'f mut Vec<ScannedField>) -> Self {
        Self { text, most, fields, typing: None, depth: 0 }
    }

    /// Returns what is being typed, if the text ends inside the brackets.
    pub fn typing(self) -> Option<Typing> {
        self.typing
    }

    /// Reads the collection whose bracket is at byte `at`. Returns the byte after it.
    pub fn collection(&mut self, at: usize, path: &FieldPath) -> usize {
        if self.depth == DEEPEST {
            return self.most;
        }
        self.depth += 1;
        let is_map = self.text[at..].starts_with('{');
        let (mut at, mut index) = (at + 1, 0);
        let end = loop {
            at = self.after_blanks(at);
            match self.text[at..self.most].chars().next() {
                None => {
                    let start = self.text.len();
                    self.ends_with(at, || {
                        if is_map {
                            Typing::Key { container: path.clone(), start }
                        } else {
                            Typing::Value { path: path.index(index), start }
                        }
                    });
                    break self.most;
                }
                Some(']' | '}') => break at + 1,
                Some(',') => at += 1,
                Some(_) if is_map => at = self.pair(at, path),
                Some(_) => {
                    at = self.value(at, path.index(index), None);
                    index += 1;
                }
            }
        };
        self.depth -= 1;
        end
    }

    /// Reads a key and its value.
    fn pair(&mut self, at: usize, path: &FieldPath) -> usize {
        let end = self.word_end(at, true);
        let key = at..at + self.text[at..end].trim_end().len();
        if !self.text[end..self.most].starts_with(':') {
            let container = path.clone();
            self.ends_with(end, || Typing::Key { container, start: at });
            // Whatever it is, it is passed over.
            return end.max(at + self.text[at..].chars().next().map_or(1, char::len_utf8));
        }
        let name = self.text[key.clone()].trim_matches(['"', '\'']);
        self.value(end + 1, path.key(name), Some(key))
    }

    /// Reads a value. Returns the byte after it.
    fn value(&mut self, at: usize, path: FieldPath, key: Option<Range<usize>>) -> usize {
        let start = self.after_blanks(at);
        let index = self.fields.len();
        let style = ValueStyle::Below;
        self.fields.push(ScannedField { path: path.clone(), key, value: start..start, style });
        let (end, style) = match self.text[start..self.most].chars().next() {
            Some('[' | '{') => (self.collection(start, &path), ValueStyle::Bracketed),
            Some('"' | '\'') => (self.word_end(start, false), ValueStyle::Quoted),
            Some(',' | ']' | '}') => (start, ValueStyle::Below),
            _ => (self.word_end(start, false), ValueStyle::Plain),
        };
        if style != ValueStyle::Bracketed {
            let is_closed = style == ValueStyle::Quoted
                && quoted_end(self.text, start, end).is_some_and(|closed| closed == end);
            if !is_closed {
                self.ends_with(end, || Typing::Value { path, start });
            }
        }
        let kept = start + self.text[start..end].trim_end().len();
        (self.fields[index].value, self.fields[index].style) = (start..kept, style);
        end
    }

    /// Returns the byte after the word at `at`: a quotation, or all up to the next comma, bracket or
    /// comment, or to the colon of a key.
    fn word_end(&self, at: usize, is_key: bool) -> usize {
        let rest = &self.text[at..self.most];
        if rest.starts_with(['"', '\'']) {
            return quoted_end(self.text, at, self.most).unwrap_or(self.most);
        }
        let mut before = ' ';
        let mut chars = rest.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let is_over = match c {
                ',' | ']' | '}' | '[' | '{' => true,
                '#' => before.is_whitespace(),
                ':' if is_key => chars
                    .peek()
                    .is_none_or(|(_, next)| next.is_whitespace() || ",]}".contains(*next)),
                _ => false,
            };
            if is_over {
                return at + offset;
            }
            before = c;
        }
        self.most
    }

    /// Returns the byte of the next character that is neither blank nor in a comment.
    fn after_blanks(&self, at: usize) -> usize {
        let mut at = at.min(self.most);
        loop {
            let rest = &self.text[at..self.most];
            at += rest.len() - rest.trim_start().len();
            if !self.text[at..self.most].starts_with('#') {
                return at;
            }
            at += self.text[at..self.most].find(['\n', '\r']).unwrap_or(self.most - at);
        }
    }

    /// Notes what is being typed if the text ends at `at`, and nothing further in says so.
    fn ends_with(&mut self, at: usize, typing: impl FnOnce() -> Typing) {
        if at == self.text.len() && self.typing.is_none() {
            self.typing = Some(typing());
        }
    }
}
