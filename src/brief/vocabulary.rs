//! The fixed words of the format: kinds, forms, relations and statuses.

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
        /// A statement that a body published.
        Statement = "statement",
        /// A speech.
        Speech = "speech",
        /// The record of a debate.
        Debate = "debate",
        /// A report.
        Report = "report",
        /// A letter.
        Letter = "letter",
        /// An Act, a regulation or other legislation.
        Law = "law",
        /// The transcript of an interview.
        Interview = "interview",
        /// The transcript of a broadcast.
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
        /// A full quotation: at least a sentence in the speaker’s own words.
        Direct = "direct",
        /// A quoted phrase in the reporter’s sentence.
        Partial = "partial",
        /// Reported speech: what was said, in the reporter’s words.
        Reported = "reported",
        /// A statement that the source makes and attributes to nobody.
        Passage = "passage",
    }
}

vocabulary! {
    /// What an entry in the register of asks is.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum AskKind {
        /// Something that somebody is asked to do.
        Ask = "ask",
        /// Something that is promised.
        Commitment = "commitment",
        /// Something that is reported as being done.
        Action = "action",
    }
}

vocabulary! {
    /// How far an ask, a commitment or an action has got.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Status {
        /// Not answered yet; the status of an ask unless the brief says otherwise.
        Open = "open",
        /// Agreed.
        Accepted = "accepted",
        /// Agreed in part.
        PartAccepted = "part-accepted",
        /// Refused.
        Rejected = "rejected",
        /// Being done.
        Underway = "underway",
        /// Done.
        Done = "done",
        /// Overtaken by events or dropped.
        Lapsed = "lapsed",
    }
}

vocabulary! {
    /// How one item relates to another, with the names of the Citation Typing Ontology (CiTO).
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Relation {
        /// The same claimant says the same in another outlet.
        Repeats = "repeats",
        /// An independent source says the same.
        Corroborates = "corroborates",
        /// It says the opposite.
        Contradicts = "contradicts",
        /// It gives later news of it.
        Updates = "updates",
        /// It says the same with a hedge or a limit.
        Qualifies = "qualifies",
        /// It answers an ask.
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
