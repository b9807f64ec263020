//! Places in a text that do not depend on its white space.

use std::ops::Range;

/// How many characters other than white space are before each byte of a text.
///
/// Folding, indenting and wrapping in a file change only white space, so a place that is counted like
/// this can be found in the file as in the text.
#[derive(Clone, Debug)]
pub struct SolidPlaces(Vec<usize>);

impl SolidPlaces {
    /// Counts the characters of `text`.
    pub fn new(text: &str) -> Self {
        Self::with_widths(text, |_| 1)
    }

    /// Counts the characters of `text`, each as many as `width` says.
    pub fn with_widths(text: &str, mut width: impl FnMut(char) -> usize) -> Self {
        let mut places = Vec::with_capacity(text.len() + 1);
        let mut count = 0;
        for c in text.chars() {
            places.extend(std::iter::repeat_n(count, c.len_utf8()));
            count += if c.is_whitespace() { 0 } else { width(c) };
        }
        places.push(count);
        Self(places)
    }

    /// Returns these bytes of the text as a range of its characters.
    ///
    /// # Panics
    ///
    /// Panics if they lie outside the text.
    pub fn range(&self, bytes: &Range<usize>) -> Range<usize> {
        self.0[bytes.start]..self.0[bytes.end]
    }
}

/// Counts the characters of `text` that are not white space.
pub fn solid_length(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_no_white_space() {
        let text = "é b\n\tcd";
        let places = SolidPlaces::new(text);
        assert_eq!(places.range(&(0..text.len())), 0..4);
        assert_eq!(places.range(&(3..4)), 1..2);
        assert_eq!(places.range(&(5..8)), 2..4);
        assert_eq!(solid_length(text), 4);
    }
}
