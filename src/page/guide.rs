//! The words by which a reader finds the way in a document: they belong to no brief.

/// What comes before the number of a page and before the number of pages: `page 2 of 3`.
pub const PAGE_OF: [&str; 2] = ["page ", " of "];

/// The link past everything that comes before the text.
pub const SKIP: &str = "Skip to the text";

/// Returns what a link back to the citation with this number, of several, is called.
pub fn back_to(number: usize) -> String {
    format!("Back to citation {number}")
}

/// What the columns of a table of asks, commitments and actions are called.
pub const ASK_COLUMNS: [&str; 3] = ["Item", "Who", "What"];
