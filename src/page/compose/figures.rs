//! Every claim with a figure, as a table.

use std::collections::HashSet;

use super::{Page, items};
use crate::brief::Claim;
use crate::page::document::{Block, Flow, Role, Span, Table};
use crate::text::Text;

/// The claims that hold a figure; nothing where none does.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let brief = page.here.brief;
    let row = |claim: &Claim| -> Option<Vec<Flow>> {
        let figures = figures(&claim.text);
        if figures.is_empty() {
            return None;
        }
        let wording =
            items::claim(brief, claim, page.linked(&claim.id), |anchor| page.register.address(anchor));
        let figures = Span::new(Role::Label, figures.join("; "));
        Some(vec![vec![figures], vec![wording.text], vec![wording.by], page.cite(&claim.id)])
    };
    let rows: Vec<_> = brief.claims.values().filter_map(row).collect();
    let columns = ["Figure", "Claim", "Said by", "Source"].map(Text::from).into();
    (!rows.is_empty()).then_some(Block::Table(Table { columns, rows }))
}

/// The figures of a sentence as it writes them, in order and without repeats: numbers in digits
/// or words, with the magnitude or unit that follows. `One` is seldom a figure and is left out.
fn figures(text: &str) -> Vec<String> {
    let mut figures: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !"£$€%".contains(c));
        let is_number = bare.contains(|c: char| c.is_ascii_digit()) || is_number_word(bare);
        match figures.last_mut() {
            Some(figure) if open && (is_number || is_magnitude(bare)) => {
                figure.push(' ');
                figure.push_str(bare);
            }
            _ if is_number => figures.push(bare.to_owned()),
            _ => {}
        }
        open = (is_number || open && is_magnitude(bare)) && word.ends_with(bare);
    }
    let mut seen = HashSet::new();
    figures.retain(|figure| seen.insert(figure.clone()));
    figures
}

fn is_number_word(word: &str) -> bool {
    const WORDS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
        hundreds thousand thousands million millions billion billions dozen dozens half third quarter \
        doubled doubles double trebled tripled halved twice";
    let word = word.to_lowercase();
    !word.is_empty() && word.split('-').all(|part| WORDS.split(' ').any(|number| number == part))
}

fn is_magnitude(word: &str) -> bool {
    matches!(word, "per" | "cent" | "percent" | "million" | "billion" | "m" | "bn" | "k")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_figures_in_digits_and_in_words() {
        for (text, expected) in [
            ("31 of 84 boats, or 31, had no light.", &["31", "84"][..]),
            ("Sailings have doubled since 2019.", &["doubled", "2019"]),
            ("It cost £20 million, or 30 per cent more.", &["£20 million", "30 per cent"]),
            ("Twenty-four boats and two thousand people.", &["Twenty-four", "two thousand"]),
            ("No one of them sailed.", &[]),
        ] {
            assert_eq!(figures(text), expected, "{text}");
        }
    }
}
