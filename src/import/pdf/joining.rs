//! Lines of pages to paragraphs.

use std::collections::HashSet;

use super::super::paragraphs::{Paragraphs, one_line};
use super::notes::PageBody;

/// The paragraphs of a PDF.
#[derive(Debug, Default)]
pub struct JoinedPages {
    /// The paragraphs. One that goes on over the end of a page has a page break in it.
    pub paragraphs: Vec<String>,
    /// The paragraphs before which a page begins.
    begins: HashSet<usize>,
    /// How many words were divided by the end of a line, and joined again.
    pub joined_words: usize,
}

/// Separates two pages. The evidence layer reads it as white space.
const PAGE_BREAK: char = '\u{c}';

impl JoinedPages {
    /// Joins the title, as the document’s properties have it, if lines that are paragraphs of their own at the head of
    /// the text are its parts.
    pub fn join_title(&mut self, title: &str) {
        /// So many paragraphs may stand before the title, and so many lines may it have.
        const MOST: usize = 4;
        let title = one_line(title).trim().to_owned();
        for first in 0..MOST.min(self.paragraphs.len()) {
            for lines in 2..=MOST.min(self.paragraphs.len() - first) {
                let end = first + lines;
                let is_on_one_page = !self.begins.iter().any(|begin| *begin < end);
                if is_on_one_page && self.paragraphs[first..end].join(" ") == title {
                    self.paragraphs.splice(first..end, [title]);
                    self.begins = self.begins.iter().map(|begin| begin + 1 - lines).collect();
                    return;
                }
            }
        }
    }

    /// Adds notes, each a paragraph.
    fn push_notes(&mut self, notes: &mut Vec<&Vec<String>>, words: &Words) {
        for note in notes.drain(..) {
            let mut paragraph = note.first().cloned().unwrap_or_default();
            for line in note.iter().skip(1) {
                self.joined_words += usize::from(words.join(&mut paragraph, line, false));
            }
            self.paragraphs.push(paragraph);
        }
    }

    /// Returns the text with its page breaks.
    pub fn into_paragraphs(self) -> Paragraphs {
        let mut paragraphs = Paragraphs::default();
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            if self.begins.contains(&index) {
                paragraphs.end_page();
            }
            let parts: Vec<&str> = paragraph.split(PAGE_BREAK).collect();
            paragraphs.push_over_pages(&parts);
        }
        paragraphs
    }
}

/// Joins the lines of pages. The notes of a page follow the paragraph that its end interrupts.
pub fn joined(pages: &[PageBody]) -> JoinedPages {
    let words = Words::new(pages);
    let widest = typical_width(pages);
    let mut text = JoinedPages::default();
    let mut notes: Vec<&Vec<String>> = Vec::new();
    let mut last = String::new();
    for (number, page) in pages.iter().enumerate() {
        let mut is_first = true;
        let mut after_blank = true;
        for line in &page.lines {
            if line.is_empty() {
                after_blank = true;
                continue;
            }
            let before = text.paragraphs.last().cloned().unwrap_or_default();
            let goes_on = if is_first {
                number > 0 && goes_over_a_page(&before, &last, line, widest)
            } else if after_blank {
                // Lines that are set far apart have a blank line between any two.
                let is_apart = is_list_item(line) || is_row(line) || is_row(&last);
                is_unfinished(&before) && begins_inside(line) && !is_apart
            } else {
                goes_on(&last, line, widest)
            };
            if let Some(paragraph) = text.paragraphs.last_mut().filter(|_| goes_on) {
                text.joined_words += usize::from(words.join(paragraph, line, is_first));
            } else {
                text.push_notes(&mut notes, &words);
                if is_first && number > 0 {
                    text.begins.insert(text.paragraphs.len());
                }
                text.paragraphs.push(line.clone());
            }
            (is_first, after_blank) = (false, false);
            last.clone_from(line);
        }
        notes.extend(&page.notes);
    }
    text.push_notes(&mut notes, &words);
    text
}

/// The characters of a full line: most lines of a text are full.
fn typical_width(pages: &[PageBody]) -> usize {
    let lines = pages.iter().flat_map(|page| &page.lines).filter(|line| !line.is_empty());
    let mut widths: Vec<usize> = lines.map(|line| line.chars().count()).collect();
    widths.sort_unstable();
    // The widest tenth may be tables.
    widths.get(widths.len() * 9 / 10).copied().unwrap_or_default()
}

/// Whether a line goes on in the next one, of the same block.
fn goes_on(line: &str, next: &str, widest: usize) -> bool {
    if is_list_item(next) || is_row(line) || is_row(next) {
        return false;
    }
    let is_short = line.chars().count() * 4 < widest * 3;
    let ends = line.ends_with(['.', '!', '?', ':', '”', '"']);
    // A short line that ends a sentence ends a paragraph; so does a heading, after which a sentence begins.
    !(is_short && (ends || !begins_inside(next)))
}

/// Whether the paragraph `before`, whose last line is `last`, goes on overleaf in the line `next`. One
/// that begins with a capital may be a heading: the paragraph has to stop where nothing ends, or in the
/// middle of a full line of text that is more than one line.
fn goes_over_a_page(before: &str, last: &str, next: &str, widest: usize) -> bool {
    if before.is_empty() || !is_unfinished(before) || is_list_item(next) || is_row(next) {
        return false;
    }
    let word = before.rsplit([' ', PAGE_BREAK]).next().unwrap_or_default();
    let is_open = before.ends_with([',', '(', '–', '—']) || NEVER_LAST.contains(&word);
    let is_full = |line: &str| line.chars().count() * 5 >= widest * 4;
    let is_text = is_full(last) && before.chars().count() > last.chars().count();
    begins_inside(next) || is_open || (is_text && is_full(next) && has_small_words(before))
}

/// Whether a text has words without a capital, as more than a heading does.
fn has_small_words(text: &str) -> bool {
    let words = || text.split_whitespace();
    words().filter(|word| word.starts_with(char::is_lowercase)).count() * 2 > words().count()
}

/// Words after which no sentence and no heading ends.
const NEVER_LAST: [&str; 30] = [
    "a", "an", "and", "at", "because", "between", "but", "by", "for", "from", "if", "in", "into",
    "its", "of", "on", "or", "our", "than", "that", "the", "their", "to", "under", "which",
    "while", "who", "whose", "with", "without",
];

/// Whether a text stops inside a sentence.
fn is_unfinished(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ':', '”', '"', ')'])
}

/// Whether a line can be inside a sentence: it begins with a small letter, or with what names and figures begin
/// with after an unfinished line.
fn begins_inside(line: &str) -> bool {
    line.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
}

/// Whether a line is a row of a table that has nothing but figures: `2023–24 61 9.8`.
fn is_row(line: &str) -> bool {
    let figures = line.split(' ').filter(|word| word.contains(|c: char| c.is_ascii_digit()));
    !line.contains(char::is_alphabetic) && figures.count() > 1
}

/// Whether a line begins with the mark of a list: `•`, `–`, `(a)`, `12.`
fn is_list_item(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    let is_sign = ["•", "–", "-", "*", "▪", "◦", "■", "\u{f0b7}", "o"].contains(&first);
    let inner = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let is_mark = inner.len() < first.len()
        && (1..=3).contains(&inner.len())
        && (inner.bytes().all(|b| b.is_ascii_digit()) || inner.len() == 1 && first.ends_with(')'));
    is_sign || is_mark
}

/// What is written with a hyphen before another word.
const BEFORE_A_HYPHEN: [&str; 34] = [
    "all", "anti", "co", "cross", "decision", "ex", "first", "five", "four", "full", "half",
    "high", "ill", "inter", "long", "low", "mid", "multi", "near", "non", "one", "over", "part",
    "post", "pre", "quasi", "second", "self", "short", "so", "three", "two", "well", "whole",
];

/// The words of the whole text: they show whether a hyphen at the end of a line belongs to its word.
struct Words(HashSet<String>);

impl Words {
    fn new(pages: &[PageBody]) -> Self {
        let lines =
            pages.iter().flat_map(|page| page.lines.iter().chain(page.notes.iter().flatten()));
        let words = lines.flat_map(|line| {
            // The first and the last of a line may be half of one.
            line.split(' ')
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        });
        Self(words.filter(|word| !word.is_empty()).collect())
    }

    /// Adds a line to a paragraph, over the end of a page if `is_next_page`. Returns whether that joined the
    /// halves of a word.
    fn join(&self, paragraph: &mut String, line: &str, is_next_page: bool) -> bool {
        let gap = if is_next_page { PAGE_BREAK } else { ' ' };
        if let Some(without) = paragraph.strip_suffix('\u{ad}') {
            paragraph.truncate(without.len());
            paragraph.push_str(line);
            return true;
        }
        let half = paragraph.rsplit([' ', PAGE_BREAK]).next().unwrap_or_default();
        let is_cut =
            half.len() > 1 && half.ends_with(['-', '‐']) && line.starts_with(char::is_lowercase);
        if !is_cut {
            paragraph.push(gap);
            paragraph.push_str(line);
            return false;
        }
        let rest = line.split(' ').next().unwrap_or_default();
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let whole = plain(&format!("{}{rest}", half.trim_end_matches(['-', '‐'])));
        let hyphened = plain(&format!("{half}{rest}"));
        let own = plain(half.trim_end_matches(['-', '‐']));
        let has_own = half.matches('-').count() > 1 || BEFORE_A_HYPHEN.contains(&own.as_str());
        // The text itself shows it best.
        let keeps = self.0.contains(&hyphened) || has_own && !self.0.contains(&whole);
        if !keeps {
            paragraph.pop();
        }
        paragraph.push_str(line);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pages: &[&str]) -> String {
        let page = |page: &&str| PageBody {
            lines: page.lines().map(str::to_owned).collect(),
            notes: Vec::new(),
        };
        let pages: Vec<PageBody> = pages.iter().map(page).collect();
        joined(&pages).into_paragraphs().into_text()
    }

    #[test]
    fn joins_lines_and_the_halves_of_words() {
        let page = "Board warns\n\nWe inspected all of the boats in the har-\nbour, a well-known one, and the well-\n\
            known ferry was unlit at its cross-\ndepartmental inspec-\ntion in May.\nThe next paragraph begins here, and it is long\nenough.";
        assert_eq!(
            text(&[page]),
            "Board warns\n\nWe inspected all of the boats in the harbour, a well-known one, and the well-known \
             ferry was unlit at its cross-departmental inspection in May.\n\nThe next paragraph begins here, and it is long enough.\n"
        );
    }

    #[test]
    fn a_paragraph_goes_on_over_the_end_of_a_page() {
        assert_eq!(
            text(&[
                "We inspected 84 boats and",
                "thirty-one had no light.\n\nIt ends.",
                "New page."
            ]),
            "We inspected 84 boats and\u{c}thirty-one had no light.\n\nIt ends.\n\u{c}\nNew page.\n"
        );
    }

    #[test]
    fn a_sentence_that_goes_on_overleaf_with_a_capital_is_one() {
        let long = "We inspected all of the boats in the harbour in May,\nand they were looked at again by inspectors of";
        assert_eq!(
            text(&[&format!("{long} the"), "Harbour Board.\n\nIt ends."]),
            "We inspected all of the boats in the harbour in May, and they were looked at again by inspectors \
             of the\u{c}Harbour Board.\n\nIt ends.\n"
        );
        let whole = text(&[
            "We inspected all of the boats in the harbour in May,\nand they were looked at again by inspector Dana",
            "Vale and by her officers of the harbour in June.\n\nIt ends.",
        ]);
        assert!(whole.contains("inspector Dana\u{c}Vale and by"), "{whole}");
        // Headings, at the end of a page and at the beginning of one.
        for pages in [
            [
                "We inspected all of the boats in the harbour.\n\nWhat we found",
                "Vale and her officers were there.",
            ],
            [
                "We inspected all of the boats in the harbour in May,\nand they were looked at again by some inspectors",
                "Findings\n\nVale was there.",
            ],
            [
                "The Boats of the Harbour of Northport and All Their\nLights in the Winter of the Year of the Storms",
                "Vale and her officers were there at all times of it.",
            ],
        ] {
            assert!(text(&pages).contains("\u{c}\n"), "{}", text(&pages));
        }
    }

    #[test]
    fn the_rows_of_a_table_of_figures_are_paragraphs() {
        assert_eq!(
            text(&[
                "Boats in the years\n2022–23 61 9.8\n2023–24 79 14.1",
                "2024–25 118 19.7\nWe act."
            ]),
            "Boats in the years\n\n2022–23 61 9.8\n\n2023–24 79 14.1\n\u{c}\n2024–25 118 19.7\n\nWe act.\n"
        );
        assert_eq!(
            text(&["Boats\n\n2022–23 61\n\n2023–24 79\n\n2025 (to May) 9"]).lines().count(),
            7
        );
    }

    #[test]
    fn the_items_of_a_list_are_paragraphs() {
        assert_eq!(
            text(&[
                "The board wants:\n• lights on every boat that sails at night\nor at dusk;\n(b) notices;\n3. fines."
            ]),
            "The board wants:\n\n• lights on every boat that sails at night or at dusk;\n\n(b) notices;\n\n3. fines.\n"
        );
        assert_eq!(
            text(&["The board wants:\n\n• lights at night;\n\n• notices, and\n\n3. fines"]),
            "The board wants:\n\n• lights at night;\n\n• notices, and\n\n3. fines\n"
        );
    }

    #[test]
    fn a_title_of_several_lines_is_one_paragraph() {
        let page = |page: &str| PageBody {
            lines: page.lines().map(str::to_owned).collect(),
            notes: Vec::new(),
        };
        let pages = [page("Board\n\nA report to the\n\nHarbour Users\n\nWe act."), page("We end.")];
        let text = |title: &str| {
            let mut text = joined(&pages);
            text.join_title(title);
            text.into_paragraphs().into_text()
        };
        assert_eq!(
            text("A report to  the Harbour Users"),
            "Board\n\nA report to the Harbour Users\n\nWe act.\n\u{c}\nWe end.\n"
        );
        let apart = "Board\n\nA report to the\n\nHarbour Users\n\nWe act.\n\u{c}\nWe end.\n";
        assert_eq!(text("A report"), apart);
        assert_eq!(text("We act. We end."), apart);
    }

    #[test]
    fn lines_set_far_apart_are_joined() {
        assert_eq!(
            text(&["We inspected\n\n84 boats, and\n\nthirty-one were unlit.\n\nIt is neglect."]),
            "We inspected 84 boats, and thirty-one were unlit.\n\nIt is neglect.\n"
        );
    }
}
