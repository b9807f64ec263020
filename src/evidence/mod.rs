//! Checks whether a brief's quotations, words and figures are in its source.
//!
//! [`Evidence::gather`] is the way in. It reads the source once (`source`), looks for each
//! quotation (`quotation`), compares figures (`figures`) and applies the rules (`rules`); a
//! lock (`lock`) vouches for words whose source is not available. [`propose`] goes the other way,
//! from a source to the quotes that a brief could make of it.

mod effort;
mod excerpt;
mod figures;
mod index;
mod lock;
mod pages;
mod proposal;
mod quotation;
mod rules;
mod source;
mod source_words;
mod speech;
mod unnamed;

use std::collections::BTreeMap;
use std::ops::Range;

pub use excerpt::{DraftQuote, Excerpt, ExcerptSpeaker, MissingSpeaker};
pub use figures::{Figure, figures};
pub use lock::{LOCK_FILE, Lock, LockError, Locked};
pub use proposal::{
    FILL_IN, KnownParties, NamedSpeaker, Proposal, Proposed, ProposedTitle, propose,
    proposed_imprint, proposed_title,
};
pub use rules::{RuleExample, RulePage, is_placeholder, not_independent, past_due};
pub use source::SourceText;
pub use source::foreign::ForeignFormat;
pub use source_words::SourceWords;
pub use unnamed::UnnamedSpeaker;

use serde::{Deserialize, Serialize};

use crate::brief::{Brief, ById, Date, FieldPath, Id, Identified, Problem, Quote, Rule};
use crate::text::Text;
use index::SourceIndex;
use rules::RuleContext;

/// What is known of a quote's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// They are in the source's text.
    Verified,
    /// They were in the source's text on this day; the text is not available now.
    Locked(Date),
    /// Neither the text nor a lock is available. A quote without exact words has none to verify,
    /// and is always in this state.
    Unverified,
    /// They are not in the text, or they have changed since they were locked.
    Failed,
}

impl State {
    /// Returns the state's name in records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Locked(_) => "locked",
            Self::Unverified => "unverified",
            Self::Failed => "failed",
        }
    }

    /// Returns the day the words were verified, if only a lock says so.
    pub fn locked_on(self) -> Option<Date> {
        match self {
            Self::Locked(date) => Some(date),
            Self::Verified | Self::Unverified | Self::Failed => None,
        }
    }
}

/// Where a quote was found in its source, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The id of the quote.
    pub quote: Id,
    /// What is known of its words.
    pub state: State,
    /// The paragraphs of the source it is in, counted from 1, in order: those found in the text,
    /// else the one that the brief names.
    pub paragraphs: Box<[u32]>,
    /// The bytes of the source's text that its words take up, in order; more than one range if an
    /// ellipsis separates them. Empty if they were not found, or if the quote has no exact words.
    pub spans: Box<[Range<usize>]>,
    /// The pages of the source it is on, as they are cited, if the text has several: `p. 7`, `pp. 6–7`.
    pub pages: Option<Text>,
}

impl Identified for Finding {
    fn id(&self) -> &Id {
        &self.quote
    }
}

impl Finding {
    /// Returns the finding of words at `spans` of `text`, which are in these paragraphs; of words that
    /// have none, the finding of the paragraphs.
    pub fn in_text(
        quote: &Id,
        state: State,
        paragraphs: Vec<u32>,
        spans: Vec<Range<usize>>,
        text: &SourceText,
    ) -> Self {
        let pages = pages::cited(text, &paragraphs, &spans);
        Self { pages, spans: spans.into(), ..Self::unplaced(quote, state, paragraphs) }
    }

    /// Returns the finding of words that nobody has looked for: in the paragraphs that a brief names.
    pub fn unplaced(quote: &Id, state: State, paragraphs: impl Into<Box<[u32]>>) -> Self {
        let (quote, paragraphs) = (quote.clone(), paragraphs.into());
        Self { quote, state, paragraphs, spans: Box::default(), pages: None }
    }

    /// Returns the page, the column or the time at which the source has `quote`: as the brief gives it,
    /// or else the page that it was found on.
    pub fn at<'a>(&'a self, quote: &'a Quote) -> Option<&'a Text> {
        quote.at.as_ref().or(self.pages.as_ref())
    }
}

/// All that is known of how one brief rests on its source.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The source's text, if it is available and kept.
    pub text: Option<SourceText>,
    /// Whether the text is available and [not kept](Self::without_text).
    pub is_text_passed: bool,
    /// The same of a brief that breaks the format, for which nothing else is known of the whole.
    pub text_of_part: Option<SourceText>,
    /// What was found of each quote.
    pub findings: ById<Finding>,
    /// Who speaks in those paragraphs of the text, counted from 1, that do not name them.
    pub unnamed_speakers: BTreeMap<u32, UnnamedSpeaker>,
    /// What is wrong with the brief's words and figures.
    pub problems: Vec<Problem>,
}

impl Evidence {
    /// Looks for every quote of `brief` in `text`, and compares both with what is `locked` of the
    /// brief.
    ///
    /// To lock a brief again, gather without the lock: an old one would be held against it.
    pub fn gather(brief: &Brief, text: Option<SourceText>, locked: Option<&Locked>) -> Self {
        let source = text.as_ref().map(|text| SourceIndex::new(text, brief));
        let mut problems = Vec::new();
        let findings = findings_in(source.as_ref(), brief, locked, &mut problems);
        let context = RuleContext::new(brief, source.as_ref(), locked.is_some(), &findings);
        problems.extend(context.problems());
        drop(context);
        problems
            .extend(locked.into_iter().flat_map(|locked| locked.problems(brief, text.as_ref())));
        let unnamed_speakers =
            source.map(|source| unnamed::unnamed_speakers(&source, brief)).unwrap_or_default();
        Self { text, findings, unnamed_speakers, problems, ..Self::default() }
    }

    /// Returns the same evidence without the text: for who shows what is known of many briefs, and no
    /// source.
    #[must_use]
    pub fn without_text(self) -> Self {
        Self { is_text_passed: self.has_text(), text: None, ..self }
    }

    /// Returns whether the source's text is available.
    pub fn has_text(&self) -> bool {
        self.text.is_some() || self.is_text_passed
    }

    /// Looks for every quote of `brief` as [`gather`](Self::gather) does, and applies no other rule.
    pub fn findings(
        brief: &Brief,
        text: Option<&SourceText>,
        locked: Option<&Locked>,
    ) -> ById<Finding> {
        let source = text.map(|text| SourceIndex::new(text, brief));
        findings_in(source.as_ref(), brief, locked, &mut Vec::new())
    }

    /// What is wrong with the exact words of the quotes of `brief`, a part of one that breaks the format.
    pub fn of_quotations(brief: &Brief, text: SourceText) -> Self {
        let source = SourceIndex::new(&text, brief);
        let verdicts = brief.exact_quotes().filter_map(|quote| {
            Some(quotation::verify(&source, brief, quote, quote.words.exact()?))
        });
        let problems =
            verdicts.flat_map(|verdict| verdict.problem.into_iter().chain(verdict.warnings));
        let problems = problems.collect();
        drop(source);
        Self { problems, text_of_part: Some(text), ..Self::default() }
    }

    /// These bytes of the source's text as the first character and the one after the last of the
    /// saved file, as [`SourceText::characters`] counts them. Empty without the text.
    pub fn characters(&self, spans: &[Range<usize>]) -> Vec<[usize; 2]> {
        let places = |text: &SourceText| {
            let ranges = spans.iter().map(|span| text.characters(span));
            ranges.map(|range| [range.start, range.end]).collect()
        };
        self.text.as_ref().map_or_else(Vec::new, places)
    }

    /// The paths of the fields that are still to be filled in.
    pub fn to_fill_in(&self) -> impl Iterator<Item = &FieldPath> {
        let placeholders = self.problems.iter().filter(|problem| problem.rule == Rule::Placeholder);
        placeholders.map(|problem| &problem.path)
    }

    /// The errors that a check of the brief against its source found.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.is_error())
    }

    /// Whether any of these quotes failed.
    pub fn has_failed(&self, quotes: &[Id]) -> bool {
        quotes.iter().any(|quote| self.state(quote) == State::Failed)
    }

    /// Whether any of the [`faults`](Self::faults) is in an item.
    pub fn has_fault(&self, item: &Id) -> bool {
        self.faults().any(|problem| problem.path.item().is_some_and(|at| *at == item.as_str()))
    }

    /// Those errors that neither the states of the quotes tell nor the places that are still to be filled
    /// in.
    pub fn faults(&self) -> impl Iterator<Item = &Problem> {
        self.errors().filter(|problem| {
            let item = problem.path.item().and_then(|item| Id::new(item));
            let has_failed = item.is_some_and(|item| self.state(&item) == State::Failed);
            problem.rule != Rule::Placeholder && !has_failed
        })
    }

    /// Returns whether the text is available and has every exact quote of the brief, so that it can
    /// be locked.
    pub fn can_be_locked(&self, brief: &Brief) -> bool {
        self.has_text() && self.states(brief).all(|state| state == State::Verified)
    }

    /// Returns what is known of the exact words of a quote.
    pub fn state(&self, quote: &Id) -> State {
        self.findings.get(quote).map_or(State::Unverified, |finding| finding.state)
    }

    /// Returns what is known of each quote of the brief that has exact words, in the order of the file.
    pub fn states(&self, brief: &Brief) -> impl Iterator<Item = State> {
        brief.exact_quotes().map(|quote| self.state(&quote.id))
    }
}

/// Returns what is found of every quote of `brief`, and adds what is wrong with them to `problems`.
fn findings_in(
    source: Option<&SourceIndex<'_>>,
    brief: &Brief,
    locked: Option<&Locked>,
    problems: &mut Vec<Problem>,
) -> ById<Finding> {
    let mut finding = |quote: &Quote| match (source, quote.words.exact()) {
        (Some(source), Some(exact)) => {
            let verdict = quotation::verify(source, brief, quote, exact);
            problems.extend(verdict.problem);
            problems.extend(verdict.warnings);
            verdict.finding
        }
        (_, exact) => {
            let state = exact.map_or(State::Unverified, |_| without_text(quote, locked));
            let paragraphs: Vec<u32> = quote.paragraph.into_iter().collect();
            match source {
                Some(source) => {
                    Finding::in_text(&quote.id, state, paragraphs, Vec::new(), source.text)
                }
                None => Finding::unplaced(&quote.id, state, paragraphs),
            }
        }
    };
    brief.quotes.iter().map(&mut finding).collect()
}

/// Returns the state of exact words whose text is not available.
fn without_text(quote: &Quote, locked: Option<&Locked>) -> State {
    match locked.map(|locked| (locked.holds(quote), locked.verified())) {
        None => State::Unverified,
        Some((true, Some(date))) => State::Locked(date),
        Some(_) => State::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief;
    use source::words::lexed_bytes;

    /// Returns a brief in which every kind of rule looks at the first two paragraphs, again and
    /// again.
    fn brief() -> Brief {
        let mut yaml = "summary: x\nsource: {title: x, publisher: x, text: x.txt}\n\
            organisations: {board: Harbour Board}\n\
            quotes:\n  r: {form: reported, by: board, gist: had 84 boats}\n"
            .to_owned();
        let push = |yaml: &mut String, line: &str, times: usize| {
            (0..times).for_each(|i| yaml.push_str(&line.replace("{i}", &i.to_string())));
        };
        let quote = "  q{i}: {form: partial, by: board, exact: 'We saw […] boats', paragraph: 1}\n";
        push(&mut yaml, quote, 5);
        yaml.push_str("claims:\n");
        let claim =
            "  c{i}: {text: It will see 48 boats “there”., by: board, evidence: [q{i}, r]}\n";
        push(&mut yaml, claim, 5);
        yaml.push_str("top_lines:\n");
        push(&mut yaml, "  - It saw 31 boats last month [c{i}, q{i}].\n", 5);
        let reading = brief::read(&Id::of_file("x"), yaml.as_bytes());
        assert_eq!(reading.problems, []);
        reading.brief.unwrap()
    }

    #[test]
    fn a_source_is_cut_into_tokens_once() {
        let brief = brief();
        let lexed = |text: &str| {
            lexed_bytes::take();
            let evidence = Evidence::gather(&brief, Some(SourceText::new(text)), None);
            assert!(!evidence.problems.is_empty());
            lexed_bytes::take()
        };
        let one = "The Harbour Board said: “We saw around 84 boats there.”";
        let more = format!("{one} It may want 5 to 6 million boats.\nThe board wants 7 boats.");
        assert_eq!(lexed(&more) - lexed(one), more.len() - one.len());
    }
}
