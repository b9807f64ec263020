//! Prose that cites items in square brackets: `Night sailings have doubled [c2].`

use super::id::{Anchor, Id};
use crate::text::Text;

/// A paragraph of the author's words, cut at its citations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Words and citations in reading order.
    pub runs: Vec<Run>,
}

/// A stretch of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words, with the spaces around them.
    Words(Text),
    /// The items cited in one pair of brackets; at least one.
    Cite(Vec<Anchor>),
}

impl Prose {
    /// Reads one paragraph of a brief whose id is `here`. A pair of square brackets that holds
    /// ids alone, parted by commas, is a citation; any other is text.
    #[must_use]
    pub fn parse(raw: &str, here: &Id) -> Self {
        let text = Text::flow(raw);
        let mut runs = Vec::new();
        let mut words = 0;
        let mut from = 0;
        while let Some(open) = text[from..].find('[').map(|i| from + i) {
            let Some(close) = text[open..].find(']').map(|i| open + i) else { break };
            from = open + 1;
            if let Some(cited) = citation(&text[open + 1..close], here) {
                if words < open {
                    runs.push(Run::Words(Text::new(&text[words..open])));
                }
                runs.push(Run::Cite(cited));
                words = close + 1;
                from = words;
            }
        }
        if words < text.len() {
            runs.push(Run::Words(Text::new(&text[words..])));
        }
        Self { runs }
    }

    /// Reads prose of several paragraphs, which blank lines part.
    #[must_use]
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
        blocks.iter().map(|block| Self::parse(block, here)).filter(|prose| !prose.runs.is_empty()).collect()
    }

    /// Every item that is cited, in reading order.
    pub fn citations(&self) -> impl Iterator<Item = &Anchor> {
        self.runs.iter().flat_map(|run| match run {
            Run::Cite(anchors) => anchors.as_slice(),
            Run::Words(_) => &[],
        })
    }

    /// The words alone, as one string.
    #[must_use]
    pub fn words(&self) -> String {
        self.runs
            .iter()
            .filter_map(|run| match run {
                Run::Words(text) => Some(text.as_str()),
                Run::Cite(_) => None,
            })
            .collect()
    }
}

fn citation(inside: &str, here: &Id) -> Option<Vec<Anchor>> {
    inside.split(',').map(|part| Anchor::parse(part.trim(), here)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(raw: &str) -> Vec<String> {
        let runs = Prose::parse(raw, &Id::new("here").unwrap()).runs;
        runs.into_iter()
            .map(|run| match run {
                Run::Words(text) => text.to_string(),
                Run::Cite(anchors) => format!("{anchors:?}"),
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
    fn parts_paragraphs_at_blank_lines() {
        let paragraphs = Prose::paragraphs("one\ntwo\n\n \nthree [c1]\n", &Id::new("b").unwrap());
        let words: Vec<_> = paragraphs.iter().map(Prose::words).collect();
        assert_eq!(words, ["one two", "three "]);
    }
}
