//! What a query names that no brief has, with the nearest that one does.

use std::collections::BTreeSet;

use super::folded_groups::Seeker;
use super::narrowing::{Narrowing, QueryField};
use super::{Query, TextKind};
use crate::brief::{Id, Party};
use crate::library::Library;
use crate::text::{Text, UnknownWord};

/// The most topics that a message lists.
const LISTED: usize = 12;

impl Library {
    /// Returns an error for each field of `query` whose value means nothing in this library:
    /// ``no brief names `hael`; did you mean `by:hale`?``.
    pub fn unknown_in(&self, query: &Query) -> Vec<UnknownWord> {
        let narrowings = query.narrowings().iter();
        narrowings.filter(|narrowing| !self.knows(narrowing)).map(|one| self.unknown(one)).collect()
    }

    fn knows(&self, narrowing: &Narrowing) -> bool {
        let Some(needle) = narrowing.words() else { return narrowing.is_known() };
        let words = Seeker::new(needle);
        self.entries().iter().map(|entry| entry.index.for_entry(entry)).any(|indexed| {
            match narrowing.field {
                QueryField::Topic => indexed.has_topic(&words),
                _ => indexed.names(&words),
            }
        })
    }

    fn unknown(&self, narrowing: &Narrowing) -> UnknownWord {
        let Narrowing { field, value, .. } = narrowing;
        let fault = match field {
            QueryField::By | QueryField::To => format!("no brief names `{value}`"),
            QueryField::Topic => format!("no brief has the topic `{value}`"),
            QueryField::Since | QueryField::Until => {
                let fault = format!("`{field}:` takes a date such as 2026-03, not `{value}`");
                return UnknownWord::new(fault, value, &[]);
            }
            QueryField::In => format!("no part of a brief is called `{value}`"),
        };
        let known = match field {
            QueryField::Topic => self.topics(),
            QueryField::In => TextKind::ALL.iter().map(|kind| kind.word().to_owned()).collect(),
            _ => self.words_of_names(),
        };
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let others = match field {
            QueryField::In => format!("the parts are {}", known.join(", ")),
            QueryField::Topic => topics_in_words(&known),
            _ => "`topline officials` lists the names".to_owned(),
        };
        UnknownWord::new(fault, value, &known)
            .spelt(|near| format!("`{field}:{near}`"))
            .otherwise(others)
    }

    /// Returns the topic with this name.
    ///
    /// # Errors
    ///
    /// Fails if no brief has it, with the most similar.
    pub fn topic(&self, name: &str) -> Result<Id, UnknownWord> {
        let topics = self.topics();
        let topic = Id::new(name).filter(|topic| topics.contains(topic.as_str()));
        topic.ok_or_else(|| {
            let known: Vec<&str> = topics.iter().map(String::as_str).collect();
            UnknownWord::new(format!("no brief has the topic `{}`", Text::new(name)), name, &known)
                .spelt(|near| format!("`{near}`"))
                .otherwise(topics_in_words(&known))
        })
    }

    /// Returns the topics of all briefs, each once, in alphabetical order.
    pub fn topics(&self) -> BTreeSet<String> {
        self.briefs().flat_map(|brief| &brief.topics).map(Id::to_string).collect()
    }

    /// Returns the ids of everyone whom a brief names, and the words of their names, in lower case.
    fn words_of_names(&self) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for brief in self.briefs() {
            let people = brief.officials.iter().map(Party::Official);
            let bodies = brief.organisations.iter().map(Party::Organisation);
            for party in people.chain(bodies) {
                words.extend(party.styled_name().split_whitespace().map(str::to_lowercase));
            }
            let ids = brief.officials.ids().chain(brief.organisations.ids());
            words.extend(ids.map(Id::to_string));
        }
        words
    }
}

fn topics_in_words(topics: &[&str]) -> String {
    match topics {
        [] => "no brief has any topic".to_owned(),
        _ if topics.len() > LISTED => {
            let (listed, others) = topics.split_at(LISTED);
            format!("the topics are {} and {} others", listed.join(", "), others.len())
        }
        _ => format!("the topics are {}", topics.join(", ")),
    }
}
