//! Texts that a comment cuts off without a word.

use crate::brief::field_path::{FieldPath, Spot, Step};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::brief::yaml::{TrailingComment, trailing_comments};

/// Whole sentences. A comment behind one is rare.
const PROSE: [&str; 12] = [
    "summary",
    "top_lines",
    "lines_to_take",
    "background",
    "gaps",
    "exact",
    "prefix",
    "suffix",
    "gist",
    "text",
    "action",
    "note",
];

/// Names and other short texts. A comment behind one is common.
const LABELS: [&str; 15] = [
    "title",
    "publisher",
    "author",
    "container",
    "based_on",
    "url",
    "prepared_by",
    "marking",
    "name",
    "post",
    "honorific",
    "aka",
    "at",
    "instrument",
    "due",
];

/// Returns a problem for each text of a file in sound YAML that ends at a comment, unless the comment
/// is set apart as one.
pub fn cut_texts(yaml: &str) -> Vec<Problem> {
    let may_cut = |comment: &str, blanks: usize| blanks < 2 || !is_set_apart(comment);
    let comments = trailing_comments(yaml, may_cut).into_iter();
    comments
        .filter(|comment| is_loss(comment, yaml))
        .map(|comment| problem(comment, yaml))
        .collect()
}

/// Whether the author hardly means the comment: in a sentence, unless two blanks come before it and
/// one after its `#`; in a name, if neither do.
fn is_loss(comment: &TrailingComment, yaml: &str) -> bool {
    let is_set_apart = is_set_apart(&yaml[comment.bytes.clone()]);
    match Kind::from_path(&comment.path) {
        Some(Kind::Prose) => comment.blanks < 2 || !is_set_apart,
        Some(Kind::Label) => comment.blanks < 2 && !is_set_apart,
        None => false,
    }
}

/// Whether a blank, or nothing, follows the `#`.
fn is_set_apart(comment: &str) -> bool {
    comment.trim_start_matches('#').chars().next().is_none_or(char::is_whitespace)
}

enum Kind {
    Prose,
    Label,
}

impl Kind {
    fn from_path(path: &FieldPath) -> Option<Self> {
        let mut keys = path.steps().iter().rev().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        });
        let field = keys.next()?;
        // The text of a source is the path of a file, that of a claim a sentence.
        let section = path.steps().first();
        let is_source = section == Some(&Step::Key("source".into()));
        let is_name = section == Some(&Step::Key("organisations".into()));
        match field {
            _ if is_name => Some(Self::Label),
            "text" if is_source => Some(Self::Label),
            field if PROSE.contains(&field) => Some(Self::Prose),
            field if LABELS.contains(&field) => Some(Self::Label),
            _ => None,
        }
    }
}

fn problem(comment: TrailingComment, yaml: &str) -> Problem {
    let lost = yaml[comment.bytes.clone()].trim_end();
    // A number (`#1`) is no comment; another word may be one.
    let (is_text, is_number) = (
        !is_set_apart(lost),
        lost.trim_start_matches('#').starts_with(|c: char| c.is_ascii_digit()),
    );
    let quote = Fix::new(FixChange::Quote(comment.bytes.start)).safe_if(is_number);
    let message = format!("the text ends before `{lost}`, which YAML reads as a comment");
    Problem::new(Rule::CutByComment, comment.path, message)
        .at(Spot::Bytes(comment.bytes))
        .help("put the whole text in straight quotation marks; if this is a comment, move it to a line of its own")
        .fix(is_text.then_some(quote))
}
