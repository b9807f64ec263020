//! What is doubtful about the speakers of quotes, for the rules that report it.

use std::ops::Range;

use super::{RuleContext, quote_path};
use crate::brief::{FieldPath, Quote};
use crate::evidence::quotation::speaker::{Doubt, SpeakerCheck};
use crate::evidence::{State, quotation};

/// A quote whose speaker is in doubt.
pub struct Doubtful {
    /// What is doubtful.
    pub doubt: Doubt,
    /// The name of the quote’s speaker.
    pub name: String,
    /// Where the words are: `¶3, ¶4`.
    pub places: String,
    /// The field that names the speaker.
    pub path: FieldPath,
}

/// The quotes whose speaker is in doubt, in the order of the file.
pub fn doubts(context: &RuleContext<'_>) -> Vec<Doubtful> {
    context.brief.quotes.iter().filter_map(|quote| doubtful(context, quote)).collect()
}

fn doubtful(context: &RuleContext<'_>, quote: &Quote) -> Option<Doubtful> {
    let source = context.source?;
    let finding = context.findings.get(&quote.id)?;
    let is_own = context.brief.source.by.as_ref().is_some_and(|own| quote.by.include(own));
    if quote.by.is_source() || finding.paragraphs.is_empty() || finding.state == State::Failed {
        return None;
    }
    let speakers = SpeakerCheck { source, brief: context.brief, quote };
    let doubt = match &*finding.spans {
        [] if is_own => None,
        [] => {
            let range = source.around(&finding.paragraphs, 0);
            (!quote.inferred && !speakers.is_named_near(&range)).then_some(Doubt::NotNear)
        }
        spans => spans.iter().find_map(|span: &Range<usize>| {
            speakers.spoken_by(&source.tokens.within(span)).ok()?.1
        }),
    };
    let places: Vec<String> =
        finding.paragraphs.iter().map(|number| format!("¶{number}")).collect();
    Some(Doubtful {
        doubt: doubt?,
        name: quotation::refusal::names_of(context.brief, quote.by.parties()),
        places: places.join(", "),
        path: quote_path(quote).key("by"),
    })
}
