//! The rules that a brief is checked against, and how much each weighs.

use std::fmt;
use std::str::FromStr;

use crate::text::UnknownWord;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not shown.
    Allowed,
    /// To be looked at; the brief stands.
    Warning,
    /// The brief does not stand.
    Error,
}

macro_rules! rules {
    ($(#[doc = $summary:literal] $variant:ident = $name:literal, $severity:ident;)+) => {
        /// A rule that `topline check` applies.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $summary] $variant,)+
        }

        impl Rule {
            /// Every rule, errors first, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The rule's name on the command line and in reports.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// One line on what breaks it.
            pub fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => $summary.trim_ascii(),)+
                }
            }

            /// The severity where nobody sets another.
            pub fn default_severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// The file is not YAML, not UTF-8, or over the format's limits.
    NotYaml = "not-yaml", Error;
    /// A field that the format does not have.
    UnknownField = "unknown-field", Error;
    /// A value of another type than the field takes.
    WrongType = "wrong-type", Error;
    /// A field that has to be there is not.
    MissingField = "missing-field", Error;
    /// A key that is given twice in one map.
    DuplicateKey = "duplicate-key", Error;
    /// A reference to an item that is not there.
    UnknownId = "unknown-id", Error;
    /// An item that takes a name which the format keeps for itself.
    ReservedId = "reserved-id", Error;
    /// An id that is spelt wrong, or that two items share.
    BadId = "bad-id", Error;
    /// A reference to an item of another kind.
    WrongKind = "wrong-kind", Error;
    /// A claim or an ask without evidence.
    NoEvidence = "no-evidence", Error;
    /// An ask without an addressee.
    NoAddressee = "no-addressee", Error;
    /// One id that names two people or bodies.
    SameIdOtherPerson = "same-id-other-person", Error;
    /// `exact` is not in the source.
    NotVerbatim = "not-verbatim", Error;
    /// A quotation that lies outside the source's quotation marks.
    ReportersWords = "reporters-words", Error;
    /// Quoted words of the source's that are repeated unmarked.
    SpeakersWords = "speakers-words", Error;
    /// `exact` occurs more than once and nothing tells which is meant.
    AmbiguousQuote = "ambiguous-quote", Error;
    /// Parts of a quotation that are out of order, or of two speakers.
    OutOfOrder = "out-of-order", Error;
    /// A figure that is in none of its evidence.
    MissingFigure = "missing-figure", Error;
    /// Words in quotation marks that no cited quote has.
    UnsupportedQuotation = "unsupported-quotation", Error;
    /// A brief or a source that has changed since it was locked.
    StaleLock = "stale-lock", Error;
    /// A source without a date.
    NoDate = "no-date", Warning;
    /// A relative date in a source that has none.
    RelativeDate = "relative-date", Warning;
    /// A source whose text is not kept.
    NoSourceText = "no-source-text", Warning;
    /// An ellipsis that leaves out much, a "not" or a condition.
    HeavyEllipsis = "heavy-ellipsis", Warning;
    /// A partial quote of under three words.
    ScareQuote = "scare-quote", Warning;
    /// A quotation without its speaker near it.
    SpeakerNotNear = "speaker-not-near", Warning;
    /// A hedge of the source's that the claim drops.
    DroppedHedge = "dropped-hedge", Warning;
    /// A verb that says more than the evidence.
    StrongerVerb = "stronger-verb", Warning;
    /// `corroborates` between claims that rest on one claimant.
    NotIndependent = "not-independent", Warning;
    /// A person whose post is styled differently elsewhere.
    OtherPost = "other-post", Warning;
    /// A top line that cites nothing.
    UncitedTopLine = "uncited-top-line", Warning;
    /// Too many or too long top lines.
    LongTopLines = "long-top-lines", Warning;
    /// A quotation out of a second-hand source.
    SecondHandQuote = "second-hand-quote", Warning;
    /// An ask whose date has passed without an answer.
    PastDue = "past-due", Warning;
    /// An item that nothing uses.
    Orphan = "orphan", Warning;
    /// A character that is never shown.
    OddCharacter = "odd-character", Warning;
}

impl Rule {
    /// Whether a brief that breaks the rule cannot be read at all.
    pub fn is_structural(self) -> bool {
        self < Self::SameIdOtherPerson
    }
}

impl FromStr for Rule {
    type Err = UnknownWord;

    fn from_str(name: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|rule| rule.name()).collect();
            UnknownWord::new("there is no such rule", name, &names)
                .otherwise(format!("the rules are {}", names.join(", ")))
        })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
