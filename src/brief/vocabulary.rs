//! The words that the format fixes: kinds, forms, relations and states.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::vocabulary;

vocabulary! {
    /// What kind of text a source is.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum SourceType {
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
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Form {
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
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum AskKind {
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
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Status {
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
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Relation {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Files and the schema spell a word by the attribute on its enumeration.
    #[test]
    fn serde_spells_every_word_as_messages_do() {
        fn spelt<T: Serialize>(all: &[T]) -> Vec<String> {
            let words = all.iter().map(|word| serde_json::to_value(word).unwrap());
            words.map(|word| word.as_str().unwrap().to_owned()).collect()
        }
        fn words<T: ToString>(all: &[T]) -> Vec<String> {
            all.iter().map(T::to_string).collect()
        }
        assert_eq!(spelt(SourceType::ALL), words(SourceType::ALL));
        assert_eq!(spelt(Form::ALL), words(Form::ALL));
        assert_eq!(spelt(AskKind::ALL), words(AskKind::ALL));
        assert_eq!(spelt(Status::ALL), words(Status::ALL));
        assert_eq!(spelt(Relation::ALL), words(Relation::ALL));
    }
}
