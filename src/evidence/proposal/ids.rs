//! Ids as people write them: `vale`, `dana-vale`, `tsb`, `home-office`.

use std::collections::HashSet;

use super::known::KnownParties;
use crate::brief::Id;
use crate::text::to_ascii;

/// An id of more characters than this is cut after a word.
const LONG: usize = 32;

/// Gives ids to the parties of a proposal, each once.
pub struct IdGiver<'a> {
    known: &'a KnownParties,
    given: HashSet<Id>,
}

impl<'a> IdGiver<'a> {
    /// Gives no id that is one of `known`, or of `also`.
    pub fn new(known: &'a KnownParties, also: impl IntoIterator<Item = Id>) -> Self {
        Self { known, given: also.into_iter().collect() }
    }

    /// Notes that a party has the id that it has in other briefs. Returns whether it is free here.
    pub fn take(&mut self, id: &Id) -> bool {
        self.given.insert(id.clone())
    }

    /// An id for a person: the surname, or else the whole name.
    pub fn for_person(&mut self, name: &str) -> Id {
        let surname = name.rsplit(' ').next().unwrap_or(name);
        self.first_free(&[slug(surname), slug(name)], "person")
    }

    /// An id for a body: the letters that the text calls it by, its initials, or its name.
    pub fn for_body(&mut self, name: &str, letters: Option<&str>) -> Id {
        let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
        let letters = letters.map_or_else(|| initials(name), |letters| Some(slug(letters)));
        let whole = slug(name);
        self.first_free(&letters.into_iter().chain([whole]).collect::<Vec<_>>(), "body")
    }

    fn first_free(&mut self, stems: &[String], fallback: &str) -> Id {
        let usable = stems.iter().filter(|stem| Id::new(stem).is_some() && !is_numbered(stem));
        let stems: Vec<&str> = usable.map(String::as_str).collect();
        let last = stems.last().copied().unwrap_or(fallback).to_owned();
        let numbered = (2..).map(|number| format!("{last}-{number}"));
        let all = stems.iter().map(ToString::to_string).chain([last.clone()]).chain(numbered);
        let mut free = all
            .filter_map(|id| Id::new(&id))
            .filter(|id| !id.is_reserved() && !self.known.has(id) && !self.given.contains(id));
        let id = free.next().unwrap_or_else(|| Id::of_file(&last));
        self.given.insert(id.clone());
        id
    }
}

/// The initials of the words with a capital, with those of the small words if they are too few.
fn initials(name: &str) -> Option<String> {
    let words =
        || name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
    let letters = |all: bool| -> String {
        let counted = words().filter(|word| all || word.starts_with(char::is_uppercase));
        let first = counted.filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
        to_ascii(&first.collect::<String>()).to_lowercase()
    };
    let is_fit = |letters: &String| (3..=6).contains(&letters.len());
    Some(letters(false)).filter(is_fit).or_else(|| Some(letters(true)).filter(is_fit))
}

/// A name in lower case, with hyphens between its words.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in to_ascii(name).chars().filter(|c| !matches!(c, '\'' | '.')) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            if slug.len() > LONG {
                break;
            }
            slug.push('-');
        }
    }
    slug.truncate(LONG * 2);
    slug.trim_end_matches('-').to_owned()
}

/// Whether `word` is one letter and a number, as the ids of quotes, claims and asks are.
fn is_numbered(word: &str) -> bool {
    word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_ids_as_people_write_them() {
        let known = KnownParties::default();
        let mut ids = IdGiver::new(&known, []);
        let mut body = |name: &str| ids.for_body(name, None).to_string();
        assert_eq!(body("Tidewater Safety Board"), "tsb");
        assert_eq!(body("Department of Ports"), "dop");
        assert_eq!(body("the Department for Culture, Media and Sport"), "dcms");
        assert_eq!(body("Home Office"), "home-office");
        assert_eq!(body("Ofcom"), "ofcom");
        assert_eq!(body("Tidal Seas Bureau"), "tidal-seas-bureau");
        assert_eq!(ids.for_person("Dana Vale").to_string(), "vale");
        assert_eq!(ids.for_person("Eve Vale").to_string(), "eve-vale");
        assert_eq!(ids.for_person("Síle O’Dónaill").to_string(), "odonaill");
        assert_eq!(ids.for_person("Ann No").to_string(), "ann-no");
        assert_eq!(ids.for_person("王").to_string(), "person");
    }
}
