//! The text of a starter brief.

use super::items::{push_asks, push_claims, push_quotes, push_top_lines};
use super::parties::push_parties;
use super::source_section::{TextPath, push_source};
use crate::brief::push_comment;
use crate::evidence::{Proposal, ProposedTitle};
use crate::import::Metadata;

/// The contents of a starter brief.
#[derive(Clone, Debug, Default)]
pub struct Starter {
    /// The title of its source, if there is a text.
    pub title: Option<ProposedTitle>,
    /// What the file of its source says about itself.
    pub metadata: Metadata,
    /// Where its source's text is kept.
    pub text: Option<TextPath>,
    /// What a brief could make of the text.
    pub proposal: Proposal,
}

const HEAD: &str = "\
# A starter brief. `topline check` lists what is still to be filled in, in the order of this file. Delete
# what you do not need: an item with everything indented below it, and its id wherever it is cited. To
# use a field that begins with #, remove the #. `topline schema` describes every field.

# FILL IN: what the source says, in your own words, in a few sentences.
summary: FILL IN
#topics: [child-protection]
";

const AFTER_TOP_LINES: &str = "\
#gaps:
#  - What the source does not say.
#prepared: 2026-02-10

source:
";

/// Returns the YAML of `starter`.
pub fn compose(starter: &Starter) -> String {
    let mut yaml = HEAD.to_owned();
    push_top_lines(&mut yaml, &starter.proposal);
    yaml.push_str(AFTER_TOP_LINES);
    push_source(&mut yaml, starter);
    push_parties(&mut yaml, &starter.proposal);
    push_quotes(&mut yaml, &starter.proposal);
    push_claims(&mut yaml, &starter.proposal);
    push_asks(&mut yaml, &starter.proposal);
    for note in &starter.proposal.notes {
        push(&mut yaml, "");
        push_comment(&mut yaml, 0, note);
    }
    yaml
}

/// Adds a line.
pub fn push(yaml: &mut String, line: &str) {
    yaml.push_str(line);
    yaml.push('\n');
}
