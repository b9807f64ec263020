//! Writes a text in the style of the one that it replaces.

use std::ops::Range;

use super::Edit;
use crate::brief::yaml::properties;

/// How a text is written in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WrittenStyle {
    Plain,
    Single,
    Double,
    Block,
    /// A list or a map in brackets, or `*name`.
    Other,
}

/// A text as it is written in the file.
pub struct WrittenScalar<'t> {
    yaml: &'t str,
    /// Its bytes, behind its anchor and tag.
    bytes: Range<usize>,
    style: WrittenStyle,
}

impl<'t> WrittenScalar<'t> {
    /// Returns the text that takes up `node` in `yaml`, with what is in front of it.
    pub fn new(yaml: &'t str, node: Range<usize>) -> Self {
        let start = (node.start + properties(&yaml[node.clone()])).min(node.end);
        let style = match yaml[start..].chars().next() {
            Some('\'') => WrittenStyle::Single,
            Some('"') => WrittenStyle::Double,
            Some('|' | '>') => WrittenStyle::Block,
            Some('[' | '{' | '*') => WrittenStyle::Other,
            _ => WrittenStyle::Plain,
        };
        // YAML counts spaces that it does not know to a plain text; the walk does not.
        let is_foreign = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n');
        let rest = &yaml[node.end..];
        let foreign = match style {
            WrittenStyle::Plain => rest.len() - rest.trim_start_matches(is_foreign).len(),
            _ => 0,
        };
        Self { yaml, bytes: start..node.end + foreign, style }
    }

    /// Replaces all of it by `text`, in its own style if that can be.
    pub fn replaced(&self, text: &str) -> Vec<Vec<Edit>> {
        let in_marks = match self.style {
            WrittenStyle::Double => self.all(format!("\"{}\"", for_double(text))),
            _ => self.all(single(text)),
        };
        match self.style {
            WrittenStyle::Single | WrittenStyle::Double => vec![in_marks],
            _ => vec![self.all(text), in_marks],
        }
    }

    /// Replaces all of it by a list of `words`.
    pub fn listed(&self, words: &[String]) -> Vec<Edit> {
        let words: Vec<String> = words.iter().map(|word| entry(word)).collect();
        self.all(format!("[{}]", words.join(", ")))
    }

    /// Replaces an entry of a list by several.
    pub fn divided(&self, words: &[String]) -> Option<Vec<Vec<Edit>>> {
        let words: Vec<String> = words.iter().map(|word| entry(word)).collect();
        let line = self.yaml[..self.bytes.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = &self.yaml[line..self.bytes.start];
        let indent = before.strip_suffix("- ").filter(|indent| indent.trim().is_empty());
        let between = match indent {
            Some(indent) => format!("\n{indent}- "),
            None => ", ".to_owned(),
        };
        (self.style != WrittenStyle::Block).then(|| vec![self.all(words.join(&between))])
    }

    /// Puts it in the brackets of a list.
    pub fn in_brackets(&self) -> Vec<Vec<Edit>> {
        let bare = self.around(Vec::new(), "[", "]");
        match self.style {
            WrittenStyle::Plain => vec![self.in_single_marks(Vec::new(), "['", "']"), bare],
            WrittenStyle::Single | WrittenStyle::Double => vec![bare],
            WrittenStyle::Block | WrittenStyle::Other => Vec::new(),
        }
    }

    /// Replaces these parts of it, each by the text beside it.
    pub fn with(&self, parts: &[(Range<usize>, &str)]) -> Vec<Vec<Edit>> {
        let is_inside = |(place, _): &(Range<usize>, &str)| {
            self.bytes.start <= place.start && place.end <= self.bytes.end && !place.is_empty()
        };
        let is_apart = parts.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start);
        if !is_apart || !parts.iter().all(is_inside) {
            return Vec::new();
        }
        let edits = |encode: fn(&str) -> String| -> Vec<Edit> {
            parts.iter().map(|(place, text)| Edit::new(place.clone(), encode(text))).collect()
        };
        match self.style {
            WrittenStyle::Plain => {
                vec![edits(str::to_owned), self.in_single_marks(edits(for_single), "'", "'")]
            }
            WrittenStyle::Block => vec![edits(str::to_owned)],
            WrittenStyle::Single => vec![edits(for_single)],
            WrittenStyle::Double => vec![edits(for_double)],
            WrittenStyle::Other => Vec::new(),
        }
    }

    fn all(&self, text: impl Into<String>) -> Vec<Edit> {
        vec![Edit::new(self.bytes.clone(), text)]
    }

    /// Returns `edits` of a plain text and those that put it in single quotation marks, which `before` and
    /// `after` end and begin with.
    fn in_single_marks(&self, edits: Vec<Edit>, before: &str, after: &str) -> Vec<Edit> {
        let is_edited = |at: usize| edits.iter().any(|edit| edit.bytes.contains(&at));
        let apostrophes = self.yaml[self.bytes.clone()].match_indices('\'');
        let doubled: Vec<Edit> = apostrophes
            .map(|(at, _)| self.bytes.start + at)
            .filter(|at| !is_edited(*at))
            .map(|at| Edit::insert(at, "'"))
            .collect();
        let mut all = edits;
        all.extend(doubled);
        self.around(all, before, after)
    }

    fn around(&self, mut edits: Vec<Edit>, before: &str, after: &str) -> Vec<Edit> {
        edits.sort_by_key(|edit| (edit.bytes.start, edit.bytes.end));
        // An edit that begins or ends where a mark is added takes it up.
        match edits.first_mut().filter(|edit| edit.bytes.start == self.bytes.start) {
            Some(first) => first.replacement.insert_str(0, before),
            None => edits.insert(0, Edit::insert(self.bytes.start, before)),
        }
        match edits.last_mut().filter(|edit| edit.bytes.end == self.bytes.end) {
            Some(last) if !last.bytes.is_empty() => last.replacement.push_str(after),
            _ => edits.push(Edit::insert(self.bytes.end, after)),
        }
        edits
    }
}

/// Returns an entry of a list in brackets.
fn entry(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_');
    if word.chars().all(is_plain) { word.to_owned() } else { single(word) }
}

fn single(text: &str) -> String {
    format!("'{}'", for_single(text))
}

fn for_single(text: &str) -> String {
    text.replace('\'', "''")
}

fn for_double(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
