//! The rules that a brief is checked against, and how serious a breach of each is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::UnknownWord;

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The problem is not shown.
    Allowed,
    /// Somebody should look at it, but the brief can be used.
    Warning,
    /// The brief cannot be used as it is.
    Error,
}

macro_rules! rules {
    ($(#[doc = $summary:literal] $variant:ident = $name:literal, $severity:ident;)+) => {
        /// A rule that `topline check` applies.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule {
            $(#[doc = $summary] $variant,)+
        }

        impl Rule {
            /// Every rule, errors first, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the rule's name on the command line and in reports.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Returns one line on what breaks the rule.
            pub fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => $summary.trim_ascii(),)+
                }
            }

            /// Returns the severity unless a configuration sets another.
            pub fn default_severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// A file that is not YAML, is not UTF-8 or exceeds the format’s limits.
    NotYaml = "not-yaml", Error;
    /// A field that is not in the format.
    UnknownField = "unknown-field", Error;
    /// A value of the wrong type for its field.
    WrongType = "wrong-type", Error;
    /// A required field that is missing.
    MissingField = "missing-field", Error;
    /// A key that appears more than once in the same map.
    DuplicateKey = "duplicate-key", Error;
    /// A reference to an item that does not exist.
    UnknownId = "unknown-id", Error;
    /// An id that the format reserves.
    ReservedId = "reserved-id", Error;
    /// An id or a citation that is not valid, or an id that two items share.
    BadId = "bad-id", Error;
    /// A reference to the wrong kind of item.
    WrongKind = "wrong-kind", Error;
    /// A text that is cut off by a comment.
    CutByComment = "cut-by-comment", Error;
    /// A claim or an ask without evidence.
    NoEvidence = "no-evidence", Error;
    /// An ask without an addressee.
    NoAddressee = "no-addressee", Error;
    /// An id that names different people or bodies in two briefs.
    SameIdOtherPerson = "same-id-other-person", Error;
    /// A text that is still to be written.
    Placeholder = "placeholder", Error;
    /// A saved text that is not plain text in UTF-8.
    SourceFormat = "source-format", Error;
    /// A quotation that is not in the source word for word.
    NotVerbatim = "not-verbatim", Error;
    /// A quotation from outside the source’s quotation marks.
    ReportersWords = "reporters-words", Error;
    /// Quoted words that the source gives to somebody else.
    OtherSpeaker = "other-speaker", Error;
    /// Quoted words repeated without quotation marks.
    SpeakersWords = "speakers-words", Error;
    /// A quotation that matches more than one passage of the source.
    AmbiguousQuote = "ambiguous-quote", Error;
    /// A quotation whose parts are out of order, or from two speakers.
    OutOfOrder = "out-of-order", Error;
    /// A figure that none of the evidence contains.
    MissingFigure = "missing-figure", Error;
    /// A bound that is the opposite of the source’s: “more than” for “fewer than”.
    TurnedBound = "turned-bound", Error;
    /// Words in quotation marks that no cited quote contains.
    UnsupportedQuotation = "unsupported-quotation", Error;
    /// A brief or a source that has changed since it was locked.
    StaleLock = "stale-lock", Error;
    /// A source without a date.
    NoDate = "no-date", Warning;
    /// A relative date in a source that has none.
    RelativeDate = "relative-date", Warning;
    /// A source without its text.
    NoSourceText = "no-source-text", Warning;
    /// An ellipsis that leaves out a long passage, a “not” or a condition, or joins two sentences.
    HeavyEllipsis = "heavy-ellipsis", Warning;
    /// A quotation cut off from a “not”, a condition or a limit in its sentence.
    Clipped = "clipped", Warning;
    /// Brackets that stand for more than a pronoun or the words around a name.
    LooseBrackets = "loose-brackets", Warning;
    /// A quotation with footnote marks, page numbers or the like between its words.
    SourceNoise = "source-noise", Warning;
    /// A quotation with its quotation marks around it.
    OuterMarks = "outer-marks", Warning;
    /// A partial quote of one or two words.
    ScareQuote = "scare-quote", Warning;
    /// A quotation whose speaker the source does not name nearby.
    SpeakerNotNear = "speaker-not-near", Warning;
    /// A spokesperson’s words given to the person, or a body’s to its official.
    Spokesperson = "spokesperson", Warning;
    /// A claim that drops a hedge in its source.
    DroppedHedge = "dropped-hedge", Warning;
    /// A verb that is stronger than the evidence.
    StrongerVerb = "stronger-verb", Warning;
    /// A claim that `corroborates` another by the same claimant.
    NotIndependent = "not-independent", Warning;
    /// A person whose post differs in another brief.
    OtherPost = "other-post", Warning;
    /// A top line that cites nothing.
    UncitedTopLine = "uncited-top-line", Warning;
    /// Too many top lines, or one that is too long.
    LongTopLines = "long-top-lines", Warning;
    /// A quotation from a second-hand source.
    SecondHandQuote = "second-hand-quote", Warning;
    /// An ask that is past its date without a recorded outcome.
    PastDue = "past-due", Warning;
    /// An item that nothing uses.
    Orphan = "orphan", Warning;
    /// A hidden or control character, which topline never shows.
    OddCharacter = "odd-character", Warning;
}

impl Rule {
    /// Returns whether a brief that breaks the rule cannot be read at all.
    pub fn is_structural(self) -> bool {
        self < Self::SameIdOtherPerson
    }
}

impl FromStr for Rule {
    type Err = UnknownWord;

    fn from_str(name: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|rule| rule.name()).collect();
            UnknownWord::new(format!("no rule is called `{name}`"), name, &names)
                .otherwise(format!("the rules are {}", names.join(", ")))
        })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
