//! The semantic document that screen, paper and Markdown share.
//!
//! It says what each stretch of text is (a [`Role`]) and which item it is about; how that
//! looks is decided by the code that renders it. [`compose`] makes it from the briefs of a
//! library, [`layout`] sets it in lines, and [`plain`] writes these as text.

mod addressing;
mod citation;
mod compose;
mod document;
mod docx;
mod extract;
mod guide;
mod head;
mod html;
pub mod items;
mod json;
mod layout;
mod markdown;
mod markup;
mod paging;
mod plain;
mod quote_entry;
pub mod records;
mod section;
mod table;
mod typeset;

pub use citation::{word_addresses, words_address};
pub use compose::{
    OverviewBlock, Pack, compose, compose_dossier, compose_each, compose_each_of_pack,
    compose_overview, compose_pack, compose_source, overview_faults, overview_field,
};
pub use document::{
    AskEntry, Block, ContentsEntry, Document, DocumentPart, Flow, ListEntry, Matrix, MatrixRow,
    NamedField, Note, Role, Span, StateRole, Table, join,
};
pub use docx::docx;
pub use extract::{Extract, extract, extract_line, extract_passage};
pub use html::html;
pub use json::{json, json_schema};
pub use layout::{layout, layout_blocks, layout_part};
pub use markdown::{Citations, markdown};
pub use paging::{PagedPart, Paging};
pub use plain::plain;
pub use quote_entry::{QuoteEntry, quote_entry};
pub use section::{Extent, Section};
pub use typeset::{SetLine, blank, set_beside, typeset};
