//! The people and bodies that other briefs know, so that a proposal gives them the ids they have there.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::brief::{Brief, Id, Official, Organisation};
use crate::evidence::source::english;
use crate::evidence::speech::names::{folded, folded_words};
use crate::evidence::speech::titles::{NameParts, is_same_name};

/// The people and bodies of some briefs, each as the first brief with its id has it.
#[derive(Clone, Debug, Default)]
pub struct KnownParties {
    officials: Vec<Official>,
    organisations: Vec<Organisation>,
    ids: HashSet<Id>,
    /// The people by each word that ends one of their names.
    by_surname: HashMap<String, IndexMap<Id, usize>>,
    /// The bodies by their names, without `the`, and by what they may be shortened to.
    by_name: HashMap<Vec<String>, usize>,
}

impl KnownParties {
    /// Adds the parties of `brief` that are not known yet.
    pub fn add(&mut self, brief: &Brief) {
        for official in &brief.officials {
            let number = self.officials.len();
            for name in std::iter::once(&official.name).chain(&official.aka) {
                let surname = core_of(name).pop().unwrap_or_default();
                let people = self.by_surname.entry(surname).or_default();
                people.entry(official.id.clone()).or_insert(number);
            }
            self.ids.insert(official.id.clone());
            self.officials.push(official.clone());
        }
        for body in &brief.organisations {
            if !self.ids.insert(body.id.clone()) {
                continue;
            }
            let number = self.organisations.len();
            let words = body_words(&body.name);
            for name in initials(&words)
                .into_iter()
                .map(|letters| vec![letters])
                .chain([vec![folded(&body.id)], words])
            {
                self.by_name.entry(name).or_insert(number);
            }
            self.organisations.push(body.clone());
        }
    }

    /// Whether somebody has this id.
    pub fn has(&self, id: &Id) -> bool {
        self.ids.contains(id)
    }

    /// The one person whom a name without titles means: with the same given name, or with the same
    /// surname if the name is no more than that.
    pub fn person(&self, name: &str) -> Option<&Official> {
        let words = core_of(name);
        let people = self.by_surname.get(words.last()?)?;
        let is_meant = |official: &&Official| {
            let mut names = std::iter::once(&official.name).chain(&official.aka);
            words.len() == 1 || names.any(|name| is_same_name(&core_of(name), &words))
        };
        let mut meant = people.values().map(|&number| &self.officials[number]).filter(is_meant);
        meant.next().filter(|_| meant.next().is_none())
    }

    /// The body that a name or its letters mean.
    pub fn body(&self, name: &str) -> Option<&Organisation> {
        let words = body_words(name);
        let whole = self.by_name.get(&words);
        let letters = || {
            let initials = initials(&words).into_iter();
            initials.filter_map(|letters| self.by_name.get(&vec![letters])).find(|&&number| {
                // Its name is no more than its letters, or the letters of two bodies would be one.
                body_words(&self.organisations[number].name).len() == 1
            })
        };
        whole.or_else(letters).map(|&number| &self.organisations[number])
    }
}

/// The words of a person’s name without titles.
fn core_of(name: &str) -> Vec<String> {
    let words = folded_words(name);
    let core = NameParts::new(&words).core;
    if core.is_empty() { words } else { core.to_vec() }
}

/// The words of a body’s name without `the` and `UK`.
fn body_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "uk") {
        words.remove(0);
    }
    words
}

/// What a name of several words may be shortened to: `dft`, with and without its small words.
fn initials(words: &[String]) -> Vec<String> {
    let letters = |words: &mut dyn Iterator<Item = &String>| -> String {
        words.filter_map(|word| word.chars().next()).collect()
    };
    let large = |word: &&String| !english::SMALL_WORDS.contains(word.as_str());
    let mut found = vec![letters(&mut words.iter()), letters(&mut words.iter().filter(large))];
    found.retain(|letters| letters.chars().count() > 2);
    found
}
