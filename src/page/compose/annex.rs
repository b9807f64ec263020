//! The annex of a brief: the proof of what page one says. What page one has said, the annex only cites.

use super::page_one::PageOne;
use super::{BriefPage, asks, cautions, claims, headed, list, positions};
use crate::page::document::{Block, DocumentPart};
use crate::page::section::Section;

/// Composes the annex to `page_one`.
pub fn part(page: &BriefPage<'_>, page_one: &PageOne<'_>) -> DocumentPart {
    let page_one = Some(page_one);
    let in_full = |section: Section| (section.heading(), page.section(section));
    let sections = [
        (Section::Positions.heading(), positions::voices(page, page_one)),
        (Section::Claims.heading(), list(Block::Entries, claims::entries(page, page_one))),
        ("NOTES ON ASKS", list(Block::Entries, asks::notes(page))),
        in_full(Section::Background),
        in_full(Section::Gaps),
        ("ERRORS FOUND BY TOPLINE CHECK", list(Block::Entries, cautions::error_entries(page))),
        in_full(Section::Source),
    ];
    let blocks = sections.into_iter().flat_map(|(heading, body)| headed(heading, body));
    page.part("ANNEX", blocks.collect())
}
