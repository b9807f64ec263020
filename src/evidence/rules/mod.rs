//! The rules on what a brief says, not on how its file is written.
//!
//! Each rule looks at one brief and its source and knows no line and no column: it names a field
//! and the characters in it. A rule is a row of [`RULES`], a file of its own with a function
//! `check`, and the page beside it, which [`RulePage`] reads.
//!
//! Some rules are checked elsewhere: those on how a file is written while it is read, those on
//! quotations while they are looked for, `stale-lock` by the lock, and those that compare briefs
//! by the library, two of them with a function from here.

mod details;
mod doubts;
mod dropped_hedge;
mod fields;
mod long_top_lines;
mod missing_figure;
mod named_paragraph;
mod no_date;
mod no_source_text;
mod not_independent;
mod odd_character;
mod orphan;
mod other_count;
mod outer_marks;
mod pages;
mod passages;
mod past_due;
mod placeholder;
mod relative_date;
mod scare_quote;
mod second_hand_quote;
mod source_format;
mod speaker_not_near;
mod speakers_words;
mod spokesperson;
mod stronger_verb;
mod support;
mod texts;
mod turned_bound;
mod uncited_top_line;
mod unsupported_quotation;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use details::Details;
use fields::ProseField;
pub use not_independent::not_independent;
pub use pages::{RuleExample, RulePage};
pub use past_due::past_due;
pub use placeholder::is_placeholder;

use super::Finding;
use super::effort::Effort;
use super::figures::{FigureReading, FigureSet};
use super::index::SourceIndex;
use super::index::passages::PassageIndex;
use crate::brief::{Brief, ById, FieldPath, Id, Problem, Quote, Rule};

/// What a rule says of a brief.
type Check = fn(&RuleContext<'_>) -> Vec<Problem>;

/// The rules in the order in which they report: of two problems in one place the first comes first.
const RULES: &[(Rule, Check)] = &[
    (Rule::NoDate, no_date::check),
    (Rule::RelativeDate, relative_date::check),
    (Rule::Placeholder, placeholder::check),
    (Rule::SourceFormat, source_format::check),
    (Rule::NoSourceText, no_source_text::check),
    (Rule::SecondHandQuote, second_hand_quote::check),
    (Rule::OddCharacter, odd_character::check),
    (Rule::OuterMarks, outer_marks::check),
    (Rule::ScareQuote, scare_quote::check),
    (Rule::SpeakerNotNear, speaker_not_near::check),
    (Rule::Spokesperson, spokesperson::check),
    (Rule::NotVerbatim, named_paragraph::check),
    (Rule::MissingFigure, missing_figure::check),
    (Rule::TurnedBound, turned_bound::check),
    (Rule::UnsupportedQuotation, unsupported_quotation::check),
    (Rule::SpeakersWords, speakers_words::check),
    (Rule::DroppedHedge, dropped_hedge::check),
    (Rule::StrongerVerb, stronger_verb::check),
    (Rule::UncitedTopLine, uncited_top_line::check),
    (Rule::LongTopLines, long_top_lines::check),
    (Rule::Orphan, orphan::check),
];

/// A brief, its source and what was found of its quotes: everything that a rule may look at.
pub struct RuleContext<'a> {
    brief: &'a Brief,
    /// Its source, if the text is available.
    source: Option<&'a SourceIndex<'a>>,
    /// Whether the brief names a text that is neither available nor locked. It may have what the quotes
    /// of the brief do not, so nothing is missing from it yet.
    lacks_text: bool,
    /// What was found of each quote.
    findings: &'a ById<Finding>,
    /// The claims, the actions and the top lines.
    assertions: Vec<ProseField<'a>>,
    /// The summary, the background, the gaps and the notes.
    other_prose: Vec<ProseField<'a>>,
    /// Our own side's words.
    lines_to_take: Vec<ProseField<'a>>,
    /// The gists.
    gists: Vec<ProseField<'a>>,
    /// The words of each quote, if the text is not available.
    own_words: HashMap<&'a Id, PassageIndex>,
    /// What the rest of the brief says in figures.
    details: Details,
    /// The figures of all of them.
    own_figures: OnceCell<FigureSet>,
    /// The dates that the whole source names by their distance from its own.
    dates_by_distance: OnceCell<HashSet<FigureReading>>,
    /// The work that is left for words in quotation marks.
    effort: Effort,
}

impl<'a> RuleContext<'a> {
    /// Reads the author's words in `brief`, for every rule. A brief may be locked, so that its quotes
    /// are known without the text.
    pub fn new(
        brief: &'a Brief,
        source: Option<&'a SourceIndex<'a>>,
        is_locked: bool,
        findings: &'a ById<Finding>,
    ) -> Self {
        let quotes = brief.quotes.iter().filter(|_| source.is_none());
        let own_words =
            quotes.map(|quote| (&quote.id, PassageIndex::from_text(quote.words.text()))).collect();
        Self {
            brief,
            source,
            lacks_text: source.is_none() && brief.source.text.is_some() && !is_locked,
            findings,
            assertions: fields::assertions(brief),
            other_prose: fields::other_prose(brief),
            lines_to_take: fields::lines_to_take(brief),
            gists: fields::gists(brief),
            own_words,
            details: Details::new(brief),
            own_figures: OnceCell::new(),
            dates_by_distance: OnceCell::new(),
            effort: Effort::new(),
        }
    }

    /// Every field in which the brief says what the source says.
    fn whole_page(&self) -> impl Iterator<Item = &ProseField<'a>> {
        self.assertions.iter().chain(&self.gists).chain(&self.other_prose)
    }

    /// Everything that the rules report, except on quotations themselves.
    pub fn problems(&self) -> Vec<Problem> {
        let found = RULES.iter().flat_map(|(rule, check)| {
            let found = check(self);
            debug_assert!(found.iter().all(|problem| problem.rule == *rule), "{rule}");
            found
        });
        found.collect()
    }
}

/// Returns the path of a quote.
fn quote_path(quote: &Quote) -> FieldPath {
    FieldPath::top().key("quotes").key(&quote.id)
}
