//! Every claim with a figure, as a table.

use super::{BriefPage, items};
use crate::brief::Claim;
use crate::page::document::{Block, Flow, Role, Span, Table};
use crate::text::Text;

/// Composes the claims that state an amount or a year. Returns [`None`] if none does.
pub fn table(page: &BriefPage<'_>) -> Option<Block> {
    let rows: Vec<_> = page.here.brief.claims.iter().filter_map(|claim| row(page, claim)).collect();
    let columns = ["Figure", "Claim", "Said by", "Source"].map(Text::from).into();
    (!rows.is_empty()).then_some(Block::Table(Table { columns, rows }))
}

/// Composes a claim after its figures, in order and each once.
fn row(page: &BriefPage<'_>, claim: &Claim) -> Option<Vec<Flow>> {
    let spelt = items::figures(claim);
    if spelt.is_empty() {
        return None;
    }
    let figures = Span::new(Role::Label, Vec::from_iter(spelt).join("; "));
    let wording =
        items::claim(page.here.brief, claim, page.linked(&claim.id), |item| page.address(item));
    let mut by = vec![wording.by];
    by.extend(claim.inferred.then(|| Span::new(Role::Aside, " (inferred)")));
    Some(vec![vec![figures], vec![wording.text], by, page.cite_own(&claim.id)])
}
