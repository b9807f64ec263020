//! The title of a text, as far as its first paragraph shows it.

use std::ops::Range;

use super::imprint::is_imprint;
use crate::evidence::source::SourceText;
use crate::text::Text;

/// The title of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposedTitle {
    /// As the text has it.
    Printed(Text),
    /// Made of the words that the text begins with.
    MadeUp(Text),
}

/// A paragraph of more characters than this is no title.
const LONGEST_TITLE: usize = 150;

/// A title that is made up has this many of the first words.
const TITLE_WORDS: usize = 8;

/// Of a longer word in a title that is made up only this many characters are kept.
const TITLE_WORD: usize = 40;

/// This many paragraphs may be an imprint above the title.
const IMPRINTS: usize = 3;

/// Returns the first paragraph if it is set as a title is: short, without a stop at its end, above
/// others; else a title made of the first words. The date and the kind of paper may be above it.
pub fn proposed_title(text: &SourceText) -> ProposedTitle {
    let all = text.paragraphs();
    let is_above = |range: &&Range<usize>| text.as_str()[(*range).clone()].lines().all(is_imprint);
    let number = all.iter().take(IMPRINTS).take_while(is_above).count();
    let paragraph = all.get(number).map_or("", |range| &text.as_str()[range.clone()]);
    let first = Text::flow(paragraph);
    let has_word = first.contains(char::is_alphabetic);
    let is_short = first.chars().count() <= LONGEST_TITLE && paragraph.lines().count() <= 2;
    let runs_on =
        first.ends_with(['.', ',', ';', ':', '…', '-', '–', '—']) || first.contains("://");
    if has_word && is_short && !runs_on && all.len() > number + 1 {
        return ProposedTitle::Printed(first);
    }
    let words: Vec<String> = paragraph
        .split_whitespace()
        .take(TITLE_WORDS)
        .map(|word| word.chars().filter(|c| !matches!(c, '[' | ']')).take(TITLE_WORD).collect())
        .collect();
    let opening = Text::flow(&words.join(" "));
    ProposedTitle::MadeUp(if opening.is_empty() { "untitled".into() } else { opening })
}
