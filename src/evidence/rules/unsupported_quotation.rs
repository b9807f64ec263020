use std::collections::HashSet;

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Quote, Rule};
use crate::evidence::effort::Effort;
use crate::evidence::index::SourceIndex;
use crate::evidence::quotation::matching::{Insertions, SegmentSearch};
use crate::evidence::quotation::pattern::{Pattern, PatternPiece};
use crate::evidence::source::words::Tokens;

/// Reports words in quotation marks, in any field of the author's, that no cited quote has.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.whole_page().filter_map(|field| unsupported(context, field)).collect()
}

/// Returns the first words in quotation marks that no cited quote has.
fn unsupported(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    if field.cites_elsewhere {
        return None;
    }
    let mut seen = HashSet::new();
    let span = field.quoted_spans().into_iter().find(|span| {
        let quoted = &field.text[span.bytes.clone()];
        if !seen.insert(quoted) {
            return false;
        }
        let is_cited = || field.evidence.iter().any(|quote| has(context, quote, quoted));
        let is_known = || !field.cites() && (context.lacks_text || is_in_source(context, quoted));
        !is_title(quoted) && !is_cited() && !is_known()
    })?;
    let quoted = field.text[span.bytes.clone()].trim();
    let holder = context.brief.quotes.iter().find(|quote| has(context, quote, quoted));
    let message = if field.cites() {
        format!(
            "“{quoted}” is in quotation marks, but no direct or partial quote cited here contains it"
        )
    } else if context.source.is_some() {
        format!("“{quoted}” is in quotation marks, but not in the source")
    } else {
        format!("“{quoted}” is in quotation marks, but no direct or partial quote contains it")
    };
    let help = match holder {
        Some(quote) => format!("cite `{}`, which contains these words", quote.id),
        None => "add a quote that contains it and cite that, or use your own words without quotation marks"
            .to_owned(),
    };
    let problem = Problem::new(Rule::UnsupportedQuotation, field.path.clone(), message);
    Some(problem.at(field.spot(&span.bytes)).help(help))
}

/// Whether words in quotation marks in a text that cites nothing are in a quote of the brief, or in
/// the source.
fn is_in_source(context: &RuleContext<'_>, quoted: &str) -> bool {
    let in_text =
        |source: &SourceIndex<'_>| occurs(&source.tokens, &Tokens::new(quoted), &context.effort);
    context.brief.quotes.iter().any(|quote| has(context, quote, quoted))
        || context.source.is_some_and(in_text)
}

/// Whether a quote's exact words have these in them.
fn has(context: &RuleContext<'_>, quote: &Quote, quoted: &str) -> bool {
    let Some(exact) = quote.words.exact() else { return false };
    context.effort.draw(exact.len() + quoted.len())
        && occurs(&Tokens::new(exact), &Tokens::new(quoted), &context.effort)
}

/// Whether `text` has the words `wanted`, whose first letter may be of either case.
fn occurs(text: &Tokens, wanted: &Tokens, effort: &Effort) -> bool {
    let search =
        SegmentSearch { source: text, exact: wanted, insertions: Insertions::Fair, effort };
    let patterns = [Some(Pattern::literal(wanted)), Pattern::edited(wanted)];
    patterns.into_iter().flatten().any(|mut pattern| {
        if let Some(first) =
            pattern.segments.first_mut().and_then(|segment| segment.pieces.first_mut())
            && let PatternPiece::Token(token) = *first
        {
            *first = PatternPiece::OtherCase {
                spelling: wanted.spelling(token).to_owned(),
                freed: 1,
                tokens: token..token + 1,
            };
        }
        !pattern.segments.is_empty()
            && pattern.segments.iter().all(|segment| !search.occurrences(segment).is_empty())
    })
}

/// Returns whether words in quotation marks are a title: two or more, and every one except
/// the small ones has a capital.
fn is_title(quoted: &str) -> bool {
    let words: Vec<&str> = quoted.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let large = words.iter().filter(|word| word.chars().count() > 3);
    words.len() > 1
        && words.first().is_some_and(|first| capital(&first))
        && large.clone().all(|word| capital(&word))
}
