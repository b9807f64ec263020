//! The pages of a source that words are on, as they are cited.

use std::ops::Range;

use super::source::SourceText;
use crate::text::Text;

/// Returns `p. 7` or `pp. 6–7` for words at these places of `text`, or else for these paragraphs, counted
/// from 1; [`None`] if the text has one page, or there are neither.
pub fn cited(text: &SourceText, paragraphs: &[u32], spans: &[Range<usize>]) -> Option<Text> {
    // A page break before a paragraph is part of it.
    let bytes = |number: &u32| {
        let paragraph = text.paragraphs().get((*number as usize).checked_sub(1)?)?;
        let words = &text.as_str()[paragraph.clone()];
        Some(paragraph.end - words.trim_start().len()..paragraph.end)
    };
    let places = || spans.iter().cloned().chain(paragraphs.iter().filter_map(bytes));
    let (first, last) = (places().next()?, places().take(spans.len().max(1)).last()?);
    let (from, to) = (text.page_at(first.start)?, text.page_at(last.end.saturating_sub(1))?);
    Some(if from == to { format!("p. {from}") } else { format!("pp. {from}–{to}") }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_on_a_page_or_run_over_several() {
        let text = SourceText::new("one two\n\u{c}three\nfour\u{c}five\n");
        let cited = |words: &str| {
            let at = text.as_str().find(words).unwrap();
            let span = at..at + words.len();
            cited(&text, &[], std::slice::from_ref(&span)).unwrap().to_string()
        };
        assert_eq!(cited("two"), "p. 1");
        assert_eq!(cited("three"), "p. 2");
        assert_eq!(cited("four five"), "pp. 2–3");
    }

    #[test]
    fn a_paragraph_is_on_the_pages_it_runs_over() {
        let text = SourceText::new("one two\n\u{c}three\nfour\u{c}five\n");
        assert_eq!(cited(&text, &[2], &[]).as_deref(), Some("p. 2"));
        assert_eq!(cited(&text, &[3], &[]).as_deref(), Some("pp. 2–3"));
        assert_eq!(cited(&text, &[4], &[]), None);
        assert_eq!(cited(&SourceText::new("one"), &[1], &[]), None);
    }
}
