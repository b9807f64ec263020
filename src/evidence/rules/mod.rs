//! The rules on what a brief says, as against how its file is written.
//!
//! Each looks at one brief and its source and knows no line and no column: it names a field and the
//! characters in it.

mod evidence_of;
mod figures;
mod independence;
mod ledger;
mod pages;
mod prose;
mod source;
mod speech;
mod wording;

use std::collections::HashMap;
use std::ops::Range;

pub use independence::not_independent;
pub use ledger::past_due;
pub use pages::{RuleExample, RulePage};

use super::Finding;
use super::source::SourceIndex;
use crate::brief::{Brief, Id, Path, Problem, Quote};

/// A brief, its source and what was found of its quotes.
pub struct RuleContext<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// Its source, where the text is here.
    pub source: Option<&'a SourceIndex<'a>>,
    /// What was found of each quote.
    pub findings: &'a HashMap<Id, Finding>,
    /// What the ellipses of each quote leave out; tokens of the source.
    pub elided: &'a HashMap<Id, Vec<Range<usize>>>,
}

impl RuleContext<'_> {
    /// What the rules say of the brief, but for its quotations themselves.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = self.on_the_source();
        found.extend(self.on_speech());
        found.extend(self.on_figures());
        found.extend(self.on_prose());
        found.extend(self.on_wording());
        found.extend(self.on_the_ledger());
        found
    }
}

fn quote_path(quote: &Quote) -> Path {
    Path::top().key("quotes").key(&quote.id)
}
