//! Every claim with a figure, as a table.

use super::{Page, items};
use crate::page::document::{Block, Flow, Role, Span, Table};
use crate::text::Text;

/// The claims that hold a figure; nothing where none does.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let brief = page.here.brief;
    let row = |claim: &crate::brief::Claim| -> Option<Vec<Flow>> {
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

fn figures(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}
