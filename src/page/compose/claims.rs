//! What is asserted, by whom, and how it bears on other claims.

use super::page_one::PageOne;
use super::{BriefPage, doubt, items};
use crate::brief::Claim;
use crate::page::document::{ListEntry, Role, Span, join};

/// Returns the claims of a brief. One that is a top line on `page_one`, word for word, is given by its
/// number.
pub fn entries(page: &BriefPage<'_>, page_one: Option<&PageOne<'_>>) -> Vec<ListEntry> {
    let entry = |claim: &Claim| {
        let top_line =
            page_one.and_then(|page_one| page_one.top_line(&items::sentence(&claim.text)));
        worded(page, claim, top_line)
    };
    page.here.brief.claims.iter().map(entry).collect()
}

/// Composes a claim with its citation, and below it the remarks on it.
pub fn entry(page: &BriefPage<'_>, claim: &Claim) -> ListEntry {
    worded(page, claim, None)
}

fn worded(page: &BriefPage<'_>, claim: &Claim, top_line: Option<usize>) -> ListEntry {
    let linked = page.linked(&claim.id);
    let wording = items::claim(page.here.brief, claim, linked, |item| page.address(item));
    let by = vec![wording.by, Span::new(Role::Plain, ":")];
    let text = match top_line {
        Some(number) => Span::new(Role::Plain, format!("top line {number}, word for word."))
            .to(page.here.brief.anchor(&claim.id)),
        None => wording.text,
    };
    let line = join([by, vec![text], page.cite_own(&claim.id)], " ");
    let besides = join(
        [doubt(page.here, &claim.id, &claim.evidence), wording.relations, wording.remarks],
        " ",
    );
    let body = [line, besides].into_iter().filter(|flow| !flow.is_empty()).collect();
    ListEntry { labels: vec![page.label(&claim.id)], body }
}
