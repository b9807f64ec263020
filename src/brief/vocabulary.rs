//! The words that the format fixes: kinds, forms, relations and states.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares an enumeration whose variants have one spelling each, in YAML, in the schema and
/// in messages.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as a brief spells it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

vocabulary! {
    /// What kind of text a source is.
    SourceType {
        /// A news report.
        News = "news",
        /// A statement that a body put out.
        Statement = "statement",
        /// A speech.
        Speech = "speech",
        /// A debate, as its record gives it.
        Debate = "debate",
        /// A report.
        Report = "report",
        /// A letter.
        Letter = "letter",
        /// An Act, a regulation or another law.
        Law = "law",
        /// An interview, as its transcript gives it.
        Interview = "interview",
        /// A broadcast, as its transcript gives it.
        Broadcast = "broadcast",
        /// A post on a social network or a blog.
        Post = "post",
        /// Any other web page.
        Webpage = "webpage",
    }
}

vocabulary! {
    /// How a quote gives the words.
    Form {
        /// A full quotation: at least a sentence in the speaker's own words.
        Direct = "direct",
        /// A quoted phrase inside the reporter's sentence.
        Partial = "partial",
        /// Reported speech: what was said, in the reporter's words.
        Reported = "reported",
        /// A statement that the source makes itself and attributes to nobody.
        Passage = "passage",
    }
}

vocabulary! {
    /// What an entry of the asks register is.
    AskKind {
        /// Something asked of somebody.
        Ask = "ask",
        /// Something promised.
        Commitment = "commitment",
        /// Something reported as being done.
        Action = "action",
    }
}

vocabulary! {
    /// How far an ask, a commitment or an action has come.
    Status {
        /// Not answered yet; what an ask is unless the brief says otherwise.
        Open = "open",
        /// Agreed to.
        Accepted = "accepted",
        /// Agreed to in part.
        PartAccepted = "part-accepted",
        /// Refused.
        Rejected = "rejected",
        /// Being done.
        Underway = "underway",
        /// Done.
        Done = "done",
        /// Overtaken or given up.
        Lapsed = "lapsed",
    }
}

vocabulary! {
    /// How one item bears on another, by the names of the Citation Typing Ontology (CiTO).
    Relation {
        /// The same claimant says the same in another outlet.
        Repeats = "repeats",
        /// An independent source says the same.
        Corroborates = "corroborates",
        /// It says the opposite.
        Contradicts = "contradicts",
        /// It gives later news of the same.
        Updates = "updates",
        /// It says the same with a hedge or a limit.
        Qualifies = "qualifies",
        /// It replies to an ask.
        Answers = "answers",
    }
}
