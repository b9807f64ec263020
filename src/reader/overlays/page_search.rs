//! Search in the page that the preview shows.

use crate::library::search::Query;
use crate::page::SetLine;
use crate::reader::light;

/// What is searched for in a page, and the lines that have it.
#[derive(Debug, Default)]
pub struct PageSearch {
    query: Query,
    /// Each line with a match: its section, and its index there.
    lines: Vec<(usize, usize)>,
    /// The index of the one that the user is at.
    current: usize,
}

impl PageSearch {
    /// Searches sections for words: each section that has them all, and each line of it that has any.
    pub fn seek(&mut self, query: Query, sections: &[Vec<SetLine>]) {
        *self = Self { query, ..Self::default() };
        self.seek_again(sections);
    }

    /// Searches other sections for the same words.
    pub fn seek_again(&mut self, sections: &[Vec<SetLine>]) {
        let query = &self.query;
        let lines = sections.iter().enumerate().flat_map(|(index, section)| {
            let lines = if light::lines_match(section, query) { &section[..] } else { &[] };
            let is_lit = |line: &SetLine| light::lit_line(line, query).iter().any(|span| span.lit);
            let lit = lines.iter().enumerate().filter(move |(_, line)| is_lit(line));
            lit.map(move |(line, _)| (index, line)).collect::<Vec<_>>()
        });
        self.lines = lines.collect();
        self.current = self.current.min(self.lines.len().saturating_sub(1));
    }

    /// Returns what is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns whether anything is searched for.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty()
    }

    /// Goes to the line `count` after the current one, from the last to the first.
    pub fn step(&mut self, count: isize) {
        let lines = self.lines.len().cast_signed();
        if lines > 0 {
            self.current = (self.current.cast_signed() + count).rem_euclid(lines).cast_unsigned();
        }
    }

    /// Returns the section and the line that the user is at.
    pub fn current(&self) -> Option<(usize, usize)> {
        self.lines.get(self.current).copied()
    }

    /// Says which of how many matching lines the user is at.
    pub fn told(&self) -> String {
        match self.lines.len() {
            _ if !self.is_active() => "nothing is searched for: / searches the page".to_owned(),
            0 => "no match on this page".to_owned(),
            all => format!("match {} of {all}", self.current + 1),
        }
    }
}
