//! The people and bodies of a text: the parties of a brief, and everybody else whom the text names.

use std::collections::{HashMap, HashSet};

use super::names::{Name, folded_words};
use super::titles::{Gender, NameParts, gender, honorific, is_role, is_same_name};
use crate::brief::{Brief, Id};
use crate::evidence::source::english;

/// A person or a body.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// Its id, if it is a party of the brief.
    pub party: Option<Id>,
    /// Its name, as the brief or else the text has it.
    pub name: String,
    /// The words of each of its names, as [`folded`](super::names::folded) has them.
    pub names: Vec<Vec<String>>,
    /// What the honorifics in the brief and the text say of a person.
    pub gender: Option<Gender>,
    /// The words of a person’s post, and of the body it is in.
    pub post: Vec<String>,
    /// The titles that the brief and the text give a person.
    pub titles: Vec<String>,
    /// Whether it is a person.
    pub is_person: bool,
    /// The honorific that the text gives a person who is not in the brief.
    pub honorific: Option<String>,
}

/// Everybody whom a text may name, by number.
#[derive(Debug, Default)]
pub struct Cast {
    members: Vec<Member>,
    /// How many of them, the first, are parties of the brief.
    parties: usize,
    /// Members by their whole names; bodies by their initials too.
    by_name: HashMap<Vec<String>, usize>,
    /// People by each word that ends one of their names.
    by_surname: HashMap<String, Vec<usize>>,
    /// People by each word that begins one of their names.
    by_given: HashMap<String, Vec<usize>>,
    /// Bodies by each word of their names.
    by_word: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// The parties of `brief`.
    pub fn of_brief(brief: &Brief) -> Self {
        let mut cast = Self::default();
        for body in &brief.organisations {
            cast.add_body(Some(body.id.clone()), &body.name);
        }
        for official in &brief.officials {
            let names = std::iter::once(&official.name).chain(&official.aka);
            let honorific = official.honorific.as_ref().map(|honorific| folded_words(honorific));
            let mut post: Vec<String> =
                official.post.iter().flat_map(|post| folded_words(post)).collect();
            let body = official.organisation.as_ref().and_then(|id| brief.organisations.get(id));
            if let Some(body) = body {
                post.extend(folded_words(&body.name));
                post.push(body.id.to_string());
            }
            let names: Vec<Vec<String>> = names.map(|name| folded_words(name)).collect();
            let parts = names.iter().map(|name| NameParts::new(name));
            let titles: Vec<String> = parts.flat_map(|parts| parts.title.to_vec()).collect();
            let honorifics = honorific.into_iter().flatten().chain(titles.iter().cloned());
            cast.add_person(Member {
                party: Some(official.id.clone()),
                name: official.name.to_string(),
                names: names.iter().flat_map(|name| without_titles(name)).collect(),
                gender: honorifics.clone().find_map(|word| gender(&word)),
                titles: honorifics.collect(),
                post,
                ..Member::default()
            });
        }
        cast.parties = cast.members.len();
        cast
    }

    /// The member with this number.
    pub fn member(&self, number: usize) -> &Member {
        &self.members[number]
    }

    /// Notes that a person whose sex nothing else shows is a man or a woman.
    pub fn learn_gender(&mut self, number: usize, gender: Gender) {
        let member = &mut self.members[number];
        member.gender = member.gender.or(Some(gender));
    }

    /// The parties of the brief with their numbers.
    pub fn parties(&self) -> impl Iterator<Item = (usize, &Member)> {
        self.members[..self.parties].iter().enumerate()
    }

    /// The names of bodies that have to be taken whole.
    pub fn phrases(&self) -> Vec<Vec<String>> {
        let bodies = self.members.iter().filter(|member| !member.is_person);
        bodies.flat_map(|body| &body.names).filter(|name| name.len() > 1).cloned().collect()
    }

    /// Adds everybody whom `names` name in full and who is no party of the brief. `printed` gives a
    /// name as the text has it.
    pub fn add_others(&mut self, names: &[Name], printed: impl Fn(&Name) -> String) {
        // `the Trust` is the trust that the text names in full, be it only later.
        let (kinds, full): (Vec<&Name>, Vec<&Name>) =
            names.iter().partition(|name| is_kind_of_body(&name.words));
        for name in full.into_iter().chain(kinds) {
            let parts = NameParts::new(&name.words);
            if let Some(person) = self.person_in_full(&parts, &name.words) {
                let person = &mut self.members[person];
                person.gender = person.gender.or(parts.gender);
                let titles = parts.title.iter().filter(|title| !person.titles.contains(title));
                let titles: Vec<String> = titles.cloned().collect();
                person.titles.extend(titles);
                let honorific = || honorific(&printed(name));
                person.honorific = person.honorific.take().or_else(honorific);
            } else if names_body(&name.words) && self.body_in_full(&name.words).is_none() {
                if self.bodies_in_part(&name.words).is_empty() {
                    self.add_body(None, &printed(name));
                }
            } else if parts.is_full_name() && !is_body(&name.words) {
                self.add_person(Member {
                    name: without_title(&printed(name), parts.title.len()),
                    honorific: honorific(&printed(name)),
                    names: vec![parts.core.to_vec()],
                    gender: parts.gender,
                    post: parts.title.to_vec(),
                    titles: parts.title.to_vec(),
                    ..Member::default()
                });
            }
        }
    }

    /// The person whom a name gives in full, at its end if titles or bodies come before.
    pub fn person_in_full(&self, parts: &NameParts<'_>, words: &[String]) -> Option<usize> {
        let end = parts.title.len() + parts.core.len();
        let starts = 0..end.saturating_sub(1);
        let whole = starts.into_iter().find_map(|start| self.by_name.get(&words[start..end]));
        let whole = whole.copied().filter(|&number| self.members[number].is_person);
        whole.or_else(|| {
            let alike = |number: &usize| {
                let names = &self.members[*number].names;
                names.iter().any(|name| is_same_name(name, parts.core))
            };
            let people = self.surnamed(parts.core.last().filter(|_| parts.is_full_name())?);
            let mut alike = people.iter().copied().filter(alike);
            alike.next().filter(|_| alike.next().is_none())
        })
    }

    /// The body whose name, initials or id these words are.
    pub fn body_in_full(&self, words: &[String]) -> Option<usize> {
        let words = match words.first().map(String::as_str) {
            Some("the" | "uk") if words.len() > 1 => &words[1..],
            _ => words,
        };
        self.by_name.get(words).copied().filter(|&number| !self.members[number].is_person)
    }

    /// The bodies of whose names `words` are a part in order, with the last word or the kind of body
    /// among them: `Harbour Board` of `Harbour Safety Board`.
    pub fn bodies_in_part(&self, words: &[String]) -> Vec<usize> {
        let Some(last) = words.last() else { return Vec::new() };
        let has_part = |number: &usize| {
            let name = &self.members[*number].names[0];
            let is_head = name.last() == Some(last) || english::BODIES.contains(last.as_str());
            let mut rest = name.iter();
            is_head && words.iter().all(|word| rest.any(|other| other == word))
        };
        let bodies = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        bodies.iter().copied().filter(has_part).collect()
    }

    /// The people with this surname.
    pub fn surnamed(&self, surname: &str) -> &[usize] {
        self.by_surname.get(surname).map_or(&[], Vec::as_slice)
    }

    /// The people with this given name.
    pub fn given(&self, name: &str) -> &[usize] {
        self.by_given.get(name).map_or(&[], Vec::as_slice)
    }

    fn add_person(&mut self, person: Member) {
        let number = self.members.len();
        let add = |map: &mut HashMap<String, Vec<usize>>, word: Option<&String>| {
            let people = word.map(|word| map.entry(word.clone()).or_default());
            if let Some(people) = people.filter(|people| people.last() != Some(&number)) {
                people.push(number);
            }
        };
        for words in &person.names {
            add(&mut self.by_surname, words.last());
            add(&mut self.by_given, words.first());
            self.by_name.entry(words.clone()).or_insert(number);
        }
        self.members.push(Member { is_person: true, ..person });
    }

    fn add_body(&mut self, party: Option<Id>, name: &str) {
        let number = self.members.len();
        let mut words = folded_words(name);
        words.drain(..usize::from(words.first().is_some_and(|first| first == "the")));
        // A leading `UK` is no part of the name that a body is looked for by.
        let known = self.by_name.get(&words).map(|known| &self.members[*known]);
        if words.is_empty() || known.is_some_and(|known| !known.is_person && party.is_none()) {
            return;
        }
        let initials = initials(&words, party.as_ref()).into_iter().map(|initials| vec![initials]);
        for name in std::iter::once(words.clone()).chain(initials) {
            self.by_name.entry(name).or_insert(number);
        }
        for word in words.iter().collect::<HashSet<_>>() {
            self.by_word.entry(word.clone()).or_default().push(number);
        }
        let name = name.to_owned();
        self.members.push(Member { party, name, names: vec![words], ..Member::default() });
    }
}

/// The words of a person’s name without the titles before them, all of them if nothing else is left;
/// and without the place of a peer: `Baroness Fenn of Holt`.
fn without_titles(name: &[String]) -> Vec<Vec<String>> {
    let core = NameParts::new(name).core;
    let core = if core.is_empty() { name } else { core };
    let of = core.iter().position(|word| word == "of").filter(|at| *at > 0);
    std::iter::once(core.to_vec()).chain(of.map(|at| core[..at].to_vec())).collect()
}

/// Whether a name is that of a body, by one of its words.
pub fn is_body(words: &[String]) -> bool {
    words.iter().any(|word| english::BODIES.contains(word.as_str()))
}

/// Whether a name is that of a body, and not of whoever holds a post in one: `Public Services Ombudsman`.
fn names_body(words: &[String]) -> bool {
    is_body(words)
        && words.last().is_none_or(|last| !is_role(last) || is_body(std::slice::from_ref(last)))
}

/// Whether a name is no more than a kind of body, of which there are many: `Trust`.
pub fn is_kind_of_body(words: &[String]) -> bool {
    let [word] = words else { return false };
    let word = word.as_str();
    english::BODIES.contains(word) && !english::BODIES_OF_ONE_WORD.contains(word)
}

/// What a body may be called by letters: `NCA`, `DfE`, and its id.
fn initials(words: &[String], id: Option<&Id>) -> Vec<String> {
    let letters = |counts: &dyn Fn(&&String) -> bool| -> String {
        words.iter().filter(counts).filter_map(|word| word.chars().next()).collect()
    };
    let large = |word: &&String| !english::SMALL_WORDS.contains(word.as_str());
    let mut initials = vec![letters(&|_| true), letters(&large)];
    initials.extend(id.map(ToString::to_string));
    initials.retain(|initials| initials.chars().count() > 1);
    initials.dedup();
    initials
}

/// A printed name without the words of its title. `Ó Dónaill` counts as one word.
fn without_title(printed: &str, title: usize) -> String {
    printed.split_whitespace().skip(title).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::source::SourceText;
    use crate::evidence::source::words::Tokens;
    use crate::evidence::speech::mentions::printed;
    use crate::evidence::speech::names::names;

    fn members(text: &str) -> usize {
        let text = SourceText::new(text);
        let tokens = Tokens::from_source(&text);
        let mut cast = Cast::default();
        cast.add_others(&names(&text, &tokens, &[]), |name| printed(&text, &tokens, name));
        cast.members.len()
    }

    /// Otherwise each name would be looked for among all that came before.
    #[test]
    fn nobody_is_added_twice() {
        for phrase in [
            "Chief Inspector of the Board of ",
            "The Board of the ",
            "UK Board of ",
            "Dana Vale, ",
            "McVale Board, Dr. O’Vale’s Board of Ports. ",
            "Ministry of Ports and Lights (MPL), ",
            "the Met’s Board. The Board’s. ",
        ] {
            let one = members(&phrase.repeat(36));
            assert_eq!(members(&phrase.repeat(360)), one, "{phrase}");
        }
    }
}
