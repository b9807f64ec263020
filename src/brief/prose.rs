//! Prose that cites items in square brackets: `Night sailings have doubled [c2].`

use std::ops::Range;

use super::id::{Anchor, Id};
use crate::text::Text;

/// A paragraph of the author's words, cut at its citations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The paragraph as it is written, on one line, citations and all.
    pub text: Text,
    /// Words and citations in reading order.
    pub runs: Vec<ProseRun>,
}

/// A stretch of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseRun {
    /// Words, with the spaces around them.
    Words(Text),
    /// The items cited in one pair of brackets; at least one.
    Cite(Vec<Anchor>),
}

impl Prose {
    /// Reads one paragraph of a brief whose id is `here`. A pair of square brackets that holds only
    /// ids, separated by commas, is a citation; any other is text.
    pub fn parse(raw: &str, here: &Id) -> Self {
        let text = Text::flow(raw);
        let mut runs = Vec::new();
        let mut words = 0;
        for (inside, cited) in brackets(&text, here) {
            if words + 1 < inside.start {
                runs.push(ProseRun::Words(Text::new(&text[words..inside.start - 1])));
            }
            runs.push(ProseRun::Cite(cited.into_iter().map(|(anchor, _)| anchor).collect()));
            words = inside.end + 1;
        }
        if words < text.len() {
            runs.push(ProseRun::Words(Text::new(&text[words..])));
        }
        Self { text, runs }
    }

    /// Returns every item that `text` cites, with the bytes at which it does.
    pub fn cited(text: &str, here: &Id) -> impl Iterator<Item = (Anchor, Range<usize>)> {
        brackets(text, here).into_iter().flat_map(|(_, cited)| cited)
    }

    /// Reads prose of several paragraphs, separated by blank lines.
    pub fn paragraphs(raw: &str, here: &Id) -> Vec<Self> {
        let mut blocks = vec![String::new()];
        for line in raw.lines() {
            if line.trim().is_empty() {
                blocks.push(String::new());
            } else if let Some(block) = blocks.last_mut() {
                block.push_str(line);
                block.push('\n');
            }
        }
        blocks
            .iter()
            .map(|block| Self::parse(block, here))
            .filter(|prose| !prose.runs.is_empty())
            .collect()
    }

    /// Returns every item that is cited, in reading order.
    pub fn citations(&self) -> impl Iterator<Item = &Anchor> {
        self.runs.iter().flat_map(|run| match run {
            ProseRun::Cite(anchors) => anchors.as_slice(),
            ProseRun::Words(_) => &[],
        })
    }

    /// Returns the words without the citations, as one string.
    pub fn words(&self) -> String {
        self.runs
            .iter()
            .filter_map(|run| match run {
                ProseRun::Words(text) => Some(text.as_str()),
                ProseRun::Cite(_) => None,
            })
            .collect()
    }
}

/// An item that is cited, and the bytes at which it is.
type Cited = (Anchor, Range<usize>);

/// Returns the pairs of square brackets in `text` that hold only ids: the bytes between each pair,
/// and what it cites.
fn brackets(text: &str, here: &Id) -> Vec<(Range<usize>, Vec<Cited>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('[').map(|i| from + i + 1) {
        let Some(close) = text[open..].find(']').map(|i| open + i) else { break };
        from = open;
        if let Some(cited) = citation(text, open..close, here) {
            found.push((open..close, cited));
            from = close + 1;
        }
    }
    found
}

fn citation(text: &str, inside: Range<usize>, here: &Id) -> Option<Vec<Cited>> {
    let mut start = inside.start;
    text[inside]
        .split(',')
        .map(|part| {
            let id = part.trim();
            let at = start + (part.len() - part.trim_start().len());
            start += part.len() + 1;
            Some((Anchor::parse(id, here)?, at..at + id.len()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(raw: &str) -> Vec<String> {
        let runs = Prose::parse(raw, &Id::new("here").unwrap()).runs;
        runs.into_iter()
            .map(|run| match run {
                ProseRun::Words(text) => text.to_string(),
                ProseRun::Cite(anchors) => format!("{anchors:?}"),
            })
            .collect()
    }

    #[test]
    fn cuts_prose_at_its_citations() {
        assert_eq!(
            show("Boats [c1], and\n boats [c2, there/a1]."),
            ["Boats ", "[here/c1]", ", and boats ", "[here/c2, there/a1]", "."]
        );
    }

    #[test]
    fn leaves_other_brackets_alone() {
        assert_eq!(show("as [They] said […] and [a b"), ["as [They] said […] and [a b"]);
        assert_eq!(show("[x [c1]"), ["[x ", "[here/c1]"]);
        assert_eq!(show("[[c1]]"), ["[", "[here/c1]", "]"]);
        assert!(show(" \n").is_empty());
    }

    #[test]
    fn says_where_each_item_is_cited() {
        let text = "é [c1,  there/a1] [sic!]";
        let cited: Vec<_> =
            Prose::cited(text, &Id::new("b").unwrap()).map(|(_, range)| &text[range]).collect();
        assert_eq!(cited, ["c1", "there/a1"]);
    }

    #[test]
    fn separates_paragraphs_at_blank_lines() {
        let paragraphs = Prose::paragraphs("one\ntwo\n\n \nthree [c1]\n", &Id::new("b").unwrap());
        let words: Vec<_> = paragraphs.iter().map(Prose::words).collect();
        assert_eq!(words, ["one two", "three "]);
    }
}
