//! One brief: its format, how it is read from YAML, and its problems.
//!
//! [`read`] turns the bytes of a file into a [`Brief`] or into every structural problem
//! the file has. The brief is checked: links inside the brief lead to items of the right
//! kind, and all text is safe to show.

mod by_id;
mod date;
mod edits;
mod field_path;
mod fix;
mod format;
mod id;
mod model;
mod near_date;
mod own_lines;
mod problem;
mod prose;
mod reading;
mod report;
mod resolve;
mod rule;
mod schema;
mod vocabulary;
mod writing;
mod yaml;

pub use by_id::{ById, Identified};
pub use date::Date;
pub use edits::{Edit, candidates, edited, edited_bytes};
pub use field_path::{FieldPath, Spot, Step};
pub use fix::{Fix, FixChange};
pub use id::{Anchor, Id};
pub use model::{
    Addressee, Ask, Brief, Claim, Due, Item, Link, Official, Organisation, Party, Quote, Source,
    Speaker, Speakers, Support, Words,
};
pub use near_date::{date_in_any_form, is_month};
pub use own_lines::{indent_of, yaml_of};
pub use problem::Problem;
pub use prose::{Prose, ProseRun, list_mark};
pub use reading::{Reading, read, text_of};
pub use report::{LineColumn, ReportStyle, report};
pub use rule::{Rule, Severity};
pub use schema::{SchemaEntry, describe, fields_of, json_schema, schema_of, words_of};
pub use vocabulary::{AskKind, Form, Relation, SourceType, Status};
pub use writing::{
    push_ask, push_claim, push_comment, push_official, push_quote, push_text, quoted,
};
#[cfg(test)]
pub use yaml::PARSES;
pub use yaml::{MAX_BYTES, leaves};
