//! Rules on quotes: who says them, how short they are and what they leave out.

use std::ops::Range;

use super::{RuleContext, quote_path};
use crate::brief::{Id, Problem, Quote, Rule, Words as Given};
use crate::evidence::State;
use crate::evidence::quotation;
use crate::evidence::source::attribution::SpokenBy;
use crate::evidence::source::qualifiers::{Qualifier, qualifier};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{PassageOwner, SourceIndex};

/// An ellipsis that leaves out more words than this is heavy.
const HEAVY: usize = 50;

/// A quoted phrase of fewer words than this is a scare quote.
const PHRASE: usize = 3;

impl RuleContext<'_> {
    /// `heavy-ellipsis`, `scare-quote` and `speaker-not-near`, and a `paragraph` that is not so.
    pub fn on_speech(&self) -> Vec<Problem> {
        let found = |quote| {
            [
                self.heavy_ellipsis(quote),
                scare_quote(quote),
                self.speaker_not_near(quote),
                self.other_paragraph(quote),
            ]
        };
        self.brief.quotes.values().flat_map(found).flatten().collect()
    }

    fn heavy_ellipsis(&self, quote: &Quote) -> Option<Problem> {
        let tokens = &self.source?.tokens;
        let gaps = self.elided.get(&quote.id)?;
        let weighs = |token: &usize| {
            let word = tokens.spelling(*token);
            matches!(qualifier(word), Some(Qualifier::Negation | Qualifier::Condition))
                .then(|| word.to_owned())
        };
        let message = gaps.iter().find_map(|gap| {
            let length = tokens.count_words(gap.clone());
            let heavy = (length > HEAVY).then(|| format!("an ellipsis leaves out {length} words"));
            heavy.or_else(|| {
                let word = gap.clone().find_map(|token| weighs(&token))?;
                Some(format!(
                    "an ellipsis leaves out “{word}”: see that the quote still says what was said"
                ))
            })
        })?;
        let problem = Problem::new(Rule::HeavyEllipsis, quote_path(quote).key("exact"), message);
        Some(problem.help("make two quotes of it, or quote more"))
    }

    fn speaker_not_near(&self, quote: &Quote) -> Option<Problem> {
        let source = self.source?;
        let by = quote.by.party()?;
        let finding = self.findings.get(&quote.id)?;
        let own = self.brief.source.by.as_ref() == Some(by);
        if own || quote.inferred || finding.paragraphs.is_empty() || finding.state == State::Failed
        {
            return None;
        }
        let name = self.brief.party(by)?.styled_name();
        let places = finding
            .paragraphs
            .iter()
            .map(|number| format!("¶{number}"))
            .collect::<Vec<_>>()
            .join(", ");
        let path = quote_path(quote).key("by");
        if let Some(other) = self.given_to(source, quote, &finding.spans) {
            let other = self.brief.party(&other)?.styled_name();
            let problem = Problem::new(
                Rule::SpeakerNotNear,
                path,
                format!(
                    "in {places} the source seems to give these words to {other}, not to {name}"
                ),
            );
            return Some(problem.help(
                "set `by` to who says them; where the attribution is yours, say `inferred: true`",
            ));
        }
        let near = source.around(&finding.paragraphs, 2);
        if quotation::is_named_in(source, self.brief, quote, near) {
            return None;
        }
        let message =
            format!("nothing within two paragraphs of {places} names {name} or their organisation");
        let problem = Problem::new(Rule::SpeakerNotNear, path, message);
        Some(
            problem.help("check who says it; where the attribution is yours, say `inferred: true`"),
        )
    }

    /// The other party of the brief that the source gives a quotation to.
    fn given_to(
        &self,
        source: &SourceIndex<'_>,
        quote: &Quote,
        spans: &[Range<usize>],
    ) -> Option<Id> {
        let by = quote.by.party()?;
        let organisation =
            |id: &Id| self.brief.officials.get(id).map(|official| &official.organisation);
        let tokens = source.tokens.within(spans.first()?);
        let PassageOwner::Speaker(SpokenBy::Party(spoken_by)) = source.owner_of(&tokens, Some(by))
        else {
            return None;
        };
        let same = spoken_by == *by
            || organisation(&spoken_by) == Some(by)
            || organisation(by) == Some(&spoken_by);
        (!same).then_some(spoken_by)
    }

    fn other_paragraph(&self, quote: &Quote) -> Option<Problem> {
        let text = self.source?.text;
        let named = quote.paragraph?;
        let finding = self.findings.get(&quote.id)?;
        let all = text.paragraphs().len();
        let message = if named as usize > all {
            format!("the source has {all} paragraphs, and no ¶{named}")
        } else if finding.state == State::Verified && !finding.paragraphs.contains(&named) {
            let places: Vec<String> =
                finding.paragraphs.iter().map(|number| format!("¶{number}")).collect();
            format!("these words stand in {}, not in ¶{named}", places.join(" and "))
        } else {
            return None;
        };
        let problem = Problem::new(Rule::NotVerbatim, quote_path(quote).key("paragraph"), message);
        Some(problem.help(
            "a blank line ends a paragraph in hard-wrapped text; in any other each line is one",
        ))
    }
}

fn scare_quote(quote: &Quote) -> Option<Problem> {
    let Given::Partial(exact) = &quote.words else { return None };
    let tokens = Tokens::new(exact);
    let count = tokens.count_words(0..tokens.len());
    let message = "so short a phrase in quotation marks reads as irony";
    let problem = Problem::new(Rule::ScareQuote, quote_path(quote).key("exact"), message);
    (count < PHRASE)
        .then(|| problem.help("quote the phrase it stands in, or report it with a `gist`"))
}
