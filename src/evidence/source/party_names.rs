//! How a source names the parties of a brief.

use std::ops::Range;

use super::english;
use super::words::{TokenKind, Tokens};
use crate::brief::{Brief, Id, Official, Organisation};

/// The names of one party, as a source may use them.
#[derive(Clone, Debug, Default)]
pub struct PartyNames {
    /// Names of one or more words, in lower case.
    phrases: Vec<Vec<String>>,
    /// Initials, which count only in capitals.
    capitals: Vec<String>,
}

impl PartyNames {
    /// The names of an official: surname, other names, post and initials.
    pub fn from_official(official: &Official) -> Self {
        let mut names = Self::default();
        for name in std::iter::once(&official.name).chain(&official.aka) {
            names.phrases.extend(phrase(name).pop().map(|surname| vec![surname]));
            names.capitals.extend(initials(name));
        }
        let post = official.post.as_ref().map(|post| phrase(post)).unwrap_or_default();
        names.phrases.extend(
            post.iter()
                .filter(|word| english::ROLES.contains(&word.as_str()))
                .map(|role| vec![role.clone()]),
        );
        names.phrases.push(post);
        names.tidy()
    }

    /// The names of an organisation: its name, its last word, its initials.
    pub fn from_organisation(organisation: &Organisation) -> Self {
        let mut names = Self::default();
        let name = phrase(&organisation.name);
        names.phrases.extend(
            name.last().filter(|word| word.chars().count() > 3).map(|word| vec![word.clone()]),
        );
        names.phrases.push(name);
        names.capitals.extend(initials(&organisation.name));
        names.capitals.push(organisation.id.to_uppercase());
        names.tidy()
    }

    /// The names of the party `id` of `brief`; empty if it is no party.
    pub fn in_brief(brief: &Brief, id: &Id) -> Self {
        let official = brief.officials.get(id).map(Self::from_official);
        official
            .or_else(|| brief.organisations.get(id).map(Self::from_organisation))
            .unwrap_or_default()
    }

    /// Where in `range` one of the names begins, first to last.
    pub fn mentions<'a>(
        &'a self,
        tokens: &'a Tokens,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = usize> + 'a {
        range.filter(move |&at| self.is_at(tokens, at))
    }

    fn is_at(&self, tokens: &Tokens, at: usize) -> bool {
        if tokens[at].kind != TokenKind::Word {
            return false;
        }
        let spelling = without_possessive(tokens.spelling(at));
        self.capitals.iter().any(|capitals| capitals == spelling)
            || self.phrases.iter().any(|phrase| is_phrase_at(phrase, tokens, at))
    }

    /// The same names and one more, in lower case.
    pub fn with(mut self, name: Option<String>) -> Self {
        self.phrases.extend(name.map(|name| vec![name]));
        self.tidy()
    }

    fn tidy(mut self) -> Self {
        self.phrases.retain(|phrase| phrase.iter().any(|word| !word.is_empty()));
        self.capitals.retain(|capitals| capitals.chars().count() > 1);
        self
    }
}

/// The parties of a brief and their names.
#[derive(Default)]
pub struct PartyIndex {
    officials: Vec<(Id, PartyNames)>,
    organisations: Vec<(Id, PartyNames)>,
}

impl PartyIndex {
    /// The parties of `brief`.
    pub fn new(brief: &Brief) -> Self {
        Self::from_parties(brief.officials.values(), brief.organisations.values())
    }

    /// These people and bodies.
    pub fn from_parties<'b>(
        officials: impl Iterator<Item = &'b Official> + Clone,
        organisations: impl Iterator<Item = &'b Organisation>,
    ) -> Self {
        let given = |official: &Official| {
            official.name.split(' ').next().unwrap_or_default().to_lowercase()
        };
        let all = officials.clone();
        let is_shared = |name: &str| all.clone().filter(|other| given(other) == name).count() > 1;
        let officials = officials.map(|official| {
            let given = Some(given(official)).filter(|name| !is_shared(name));
            (official.id.clone(), PartyNames::from_official(official).with(given))
        });
        Self {
            officials: officials.collect(),
            organisations: organisations
                .map(|body| (body.id.clone(), PartyNames::from_organisation(body)))
                .collect(),
        }
    }

    /// Every party that `range` mentions.
    pub fn all_in(&self, tokens: &Tokens, range: &Range<usize>) -> Vec<Id> {
        let parties = self.officials.iter().chain(&self.organisations);
        let named =
            parties.filter(|(_, names)| names.mentions(tokens, range.clone()).next().is_some());
        named.map(|(id, _)| id.clone()).collect()
    }

    /// The party that `range` mentions last, or first.
    pub fn mentioned(&self, tokens: &Tokens, range: &Range<usize>, last: bool) -> Option<Id> {
        self.nearest(tokens, range, last).map(|(_, id)| id)
    }

    /// The party that `range` mentions last, or first, and where; an official before an
    /// organisation.
    pub fn nearest(
        &self,
        tokens: &Tokens,
        range: &Range<usize>,
        last: bool,
    ) -> Option<(usize, Id)> {
        [&self.officials, &self.organisations].into_iter().find_map(|parties| {
            let places = parties.iter().filter_map(|(id, names)| {
                let mut mentions = names.mentions(tokens, range.clone());
                let place = if last { mentions.next_back() } else { mentions.next() };
                place.map(|place| (place, id))
            });
            let found = if last {
                places.max_by_key(|(place, _)| *place)
            } else {
                places.min_by_key(|(place, _)| *place)
            };
            found.map(|(place, id)| (place, id.clone()))
        })
    }
}

fn is_phrase_at(phrase: &[String], tokens: &Tokens, at: usize) -> bool {
    let mut found = (at..tokens.len()).filter(|&i| tokens[i].kind == TokenKind::Word);
    phrase.iter().all(|wanted| {
        found
            .next()
            .is_some_and(|i| without_possessive(tokens.spelling(i)).to_lowercase() == *wanted)
    })
}

fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// The words of a name, in lower case.
fn phrase(name: &str) -> Vec<String> {
    let tokens = Tokens::new(name);
    let spellings = (0..tokens.len()).filter(|&i| tokens[i].kind == TokenKind::Word);
    let phrase: Vec<String> =
        spellings.map(|i| without_possessive(tokens.spelling(i)).to_lowercase()).collect();
    if phrase.first().is_some_and(|first| first == "the") { phrase[1..].to_vec() } else { phrase }
}

/// The capitals that a name's words begin with: `NCA`.
fn initials(name: &str) -> Option<String> {
    let initials: String = name
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    (initials.chars().count() > 1).then_some(initials)
}
