//! Prose that cites items in square brackets: `Night sailings have doubled [c2].`

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::id::{Anchor, Id};
use crate::text::Text;

/// A paragraph of the author's words, cut at its citations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    /// The paragraph as it is written, on one line, citations and all.
    pub text: Text,
    /// Words and citations in reading order.
    pub runs: Box<[ProseRun]>,
}

/// A stretch of prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProseRun {
    /// Words, with the spaces around them.
    Words(Text),
    /// The items cited in one pair of brackets; at least one.
    Cite(Box<[Anchor]>),
    /// The end of a line that the author set.
    Break {
        /// Whether a blank line comes before what follows.
        after_blank: bool,
        /// Whether what follows is an item of a list, a row of a table or a line of verse, and not a
        /// paragraph.
        is_set: bool,
    },
}

/// Where a line that the author set begins in the text of prose.
struct LineStart {
    at: usize,
    after_blank: bool,
    is_set: bool,
}

impl Prose {
    /// Reads one text of a brief whose id is `here`. A pair of square brackets that holds only ids,
    /// separated by commas, is a citation; any other is text. Items of a list, rows of a table, indented
    /// lines and paragraphs keep lines of their own.
    pub fn parse(raw: &str, here: &Id) -> Self {
        let (text, starts) = lines(raw);
        let mut starts = starts.into_iter().peekable();
        let mut runs = Vec::new();
        let mut words = |from: usize, to: usize, runs: &mut Vec<ProseRun>| {
            let mut from = from;
            while let Some(start) = starts.next_if(|start| start.at <= to) {
                let LineStart { at, after_blank, is_set } = start;
                push_words(&text[from..at.max(from)], runs);
                runs.push(ProseRun::Break { after_blank, is_set });
                from = at.max(from);
            }
            push_words(&text[from..to], runs);
        };
        let mut end = 0;
        for (inside, cited) in brackets(&text, here) {
            words(end, inside.start - 1, &mut runs);
            runs.push(ProseRun::Cite(cited.into_iter().map(|(anchor, _)| anchor).collect()));
            end = inside.end + 1;
        }
        words(end, text.len(), &mut runs);
        Self { text, runs: runs.into() }
    }

    /// Returns every item that `text` cites, with the bytes at which it does.
    pub fn cited(text: &str, here: &Id) -> impl Iterator<Item = (Anchor, Range<usize>)> {
        brackets(text, here).into_iter().flat_map(|(_, cited)| cited)
    }

    /// Reads prose of several paragraphs, separated by blank lines.
    pub fn paragraphs(raw: &str, here: &Id) -> Box<[Self]> {
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
            ProseRun::Cite(anchors) => &anchors[..],
            ProseRun::Words(_) | ProseRun::Break { .. } => &[],
        })
    }

    /// Returns the words without the citations, as one string.
    pub fn words(&self) -> String {
        self.runs
            .iter()
            .filter_map(|run| match run {
                ProseRun::Words(text) => Some(text.as_str()),
                ProseRun::Cite(_) | ProseRun::Break { .. } => None,
            })
            .collect()
    }
}

fn push_words(words: &str, runs: &mut Vec<ProseRun>) {
    if !words.is_empty() {
        runs.push(ProseRun::Words(Text::new(words)));
    }
}

/// Sets `raw` on one line, and returns where the lines that are more than a turn of the pen begin in it.
fn lines(raw: &str) -> (Text, Vec<LineStart>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut after_blank = false;
    for line in raw.lines() {
        let flowed = Text::flow(line);
        if flowed.is_empty() {
            after_blank = true;
            continue;
        }
        if !text.is_empty() {
            text.push(' ');
            let is_set = has_own_line(line, &flowed);
            if after_blank || is_set {
                starts.push(LineStart { at: text.len(), after_blank, is_set });
            }
        }
        text.push_str(&flowed);
        after_blank = false;
    }
    (text.into(), starts)
}

/// Whether a line is an item of a list, a row of a table, or indented.
fn has_own_line(line: &str, flowed: &str) -> bool {
    let is_indented = line.starts_with("    ") || line.starts_with('\t');
    is_indented || flowed.starts_with('|') || list_mark(flowed).is_some()
}

/// Returns the mark of an item of a list, `-` or `2.`, and the space after it.
pub fn list_mark(line: &str) -> Option<&str> {
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let mark = match line[digits..].chars().next()? {
        '.' | ')' if (1..=3).contains(&digits) => digits + 1,
        mark @ ('-' | '*' | '•' | '–') if digits == 0 => mark.len_utf8(),
        _ => return None,
    };
    line[mark..].starts_with(' ').then(|| &line[..=mark])
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

/// Returns the pairs of brackets of every style in `text` that hold no other bracket, and only as much
/// as a citation might: the bytes of each pair, with its brackets.
pub fn short_brackets(text: &str) -> Vec<Range<usize>> {
    /// A citation of a dozen items.
    const MOST: usize = 100;
    let mut found = Vec::new();
    let mut opened = None;
    for (at, c) in text.char_indices() {
        match (c, opened) {
            ('(' | '[' | '{', _) => opened = Some((at, c)),
            (')' | ']' | '}', Some((start, open))) => {
                let is_pair = matches!((open, c), ('(', ')') | ('[', ']') | ('{', '}'));
                if is_pair && at - start <= MOST {
                    found.push(start..at + 1);
                }
                opened = None;
            }
            _ => {}
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
                ProseRun::Break { is_set: true, .. } => "/".into(),
                ProseRun::Break { is_set: false, .. } => "¶".into(),
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
    fn keeps_the_lines_of_lists_tables_verse_and_paragraphs() {
        assert_eq!(
            show(
                "It asks\nfor:\n- lights [c1];\n  and\n- crews.\n\nThen 2. more\n2) ports\n| a |\n    verse\n"
            ),
            [
                "It asks for: ",
                "/",
                "- lights ",
                "[here/c1]",
                "; and ",
                "/",
                "- crews. ",
                "¶",
                "Then 2. more ",
                "/",
                "2) ports ",
                "/",
                "| a | ",
                "/",
                "verse"
            ]
        );
        assert_eq!(show("- one\n- [c1]"), ["- one ", "/", "- ", "[here/c1]"]);
        assert_eq!(show("-one\n-two 9 July\n2026. Then"), ["-one -two 9 July 2026. Then"]);
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
