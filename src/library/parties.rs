//! Finds a person or a body by what people call them: an id, a name, a post.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use super::{Library, Origin, find};
use crate::brief::{self, Addressee, Id, Official, Party};
use crate::evidence::KnownParties;
use crate::files;
use crate::text::{Case, FoldedText, Needle, Text, UnknownWord, fold_for_search};

/// Why a name does not lead to one person or body.
#[derive(Clone, Debug)]
pub enum PartyError {
    /// No brief names anybody like it.
    Unknown(UnknownWord),
    /// It could be any of these.
    Ambiguous {
        /// The name as it was given.
        name: Text,
        /// The id and the name of each.
        parties: Vec<(Id, Text)>,
    },
}

impl fmt::Display for PartyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::Ambiguous { name, parties } => {
                let parties = parties.iter().map(|(id, name)| format!("`{id}` ({name})"));
                let parties = parties.collect::<Vec<_>>().join(", ");
                write!(f, "`{name}` could be {parties}: give the id")
            }
        }
    }
}

impl Error for PartyError {}

/// At most this many briefs of a folder are read for their parties.
const MOST_BRIEFS: usize = 20_000;

/// Returns the people and bodies of the briefs in `folder` and below it, in their order. What cannot be
/// read is passed over, and no source is read.
pub fn known_parties(folder: &Path) -> KnownParties {
    let mut known = KnownParties::default();
    let found = find(&[PathBuf::from(folder)]).unwrap_or_default();
    for origin in found.origins.iter().take(MOST_BRIEFS) {
        let Origin::File(path) = origin else { continue };
        let Ok(bytes) = files::read(path, brief::MAX_BYTES) else { continue };
        if let Some(brief) = brief::read(&origin.id(), &bytes).brief {
            known.add(&brief);
        }
    }
    known
}

/// What the briefs call one person or body.
#[derive(Debug, Default)]
struct Called {
    /// As it is printed first.
    styled: Text,
    /// Names, with and without honorific, and other names.
    names: Vec<Text>,
    /// The posts, with and without the body.
    posts: Vec<Text>,
}

impl Library {
    /// Returns the id of the person or body that a user calls `name`: by the id, or else by a name,
    /// or else by a post, or else by words of any of them. Case and accents do not matter.
    ///
    /// # Errors
    ///
    /// Fails if no brief names anybody like that, with the most similar, and if it could be
    /// several.
    pub fn party(&self, name: &str) -> Result<Id, PartyError> {
        let parties = self.called();
        if let Some(id) = Id::new(name).filter(|id| parties.contains_key(id)) {
            return Ok(id);
        }
        let folded = fold_for_search(name.trim());
        let is = |text: &Text| fold_for_search(text) == folded;
        let needle = Needle::new(name, Case::Folded);
        let has = |text: &Text| {
            needle.as_ref().is_some_and(|needle| FoldedText::new(text).contains(needle))
        };
        let ways: [&dyn Fn(&Called) -> bool; 4] = [
            &|called| called.names.iter().any(is),
            &|called| called.posts.iter().any(is),
            &|called| called.names.iter().any(has),
            &|called| called.posts.iter().any(has),
        ];
        for way in ways {
            let found: Vec<(&Id, &Called)> = parties
                .iter()
                .filter(|(_, called)| way(called))
                .map(|(id, called)| (*id, called))
                .collect();
            match found.as_slice() {
                [] => {}
                [(id, _)] => return Ok((*id).clone()),
                several => {
                    let parties =
                        several.iter().map(|(id, called)| ((*id).clone(), called.styled.clone()));
                    return Err(PartyError::Ambiguous {
                        name: name.into(),
                        parties: parties.collect(),
                    });
                }
            }
        }
        Err(PartyError::Unknown(unknown(name, &parties)))
    }

    /// Returns the addressee that a user calls `name`: `everyone`, `unstated`, or a
    /// [`party`](Self::party).
    ///
    /// # Errors
    ///
    /// As for a party.
    pub fn addressee(&self, name: &str) -> Result<Addressee, PartyError> {
        match name {
            "everyone" => Ok(Addressee::Everyone),
            "unstated" => Ok(Addressee::Unstated),
            name => self.party(name).map(Addressee::Party),
        }
    }

    /// Returns what everyone in the library is called, in the order in which they are first named.
    fn called(&self) -> IndexMap<&Id, Called> {
        let mut parties: IndexMap<&Id, Called> = IndexMap::new();
        for brief in self.briefs() {
            for official in &brief.officials {
                let Official { name, aka, post, organisation, .. } = official;
                let body = organisation.as_ref().and_then(|id| brief.organisations.get(id));
                let with_body = |post: &Text| Some(format!("{post}, {}", body?.name).into());
                let called = parties.entry(&official.id).or_default();
                called.call(Party::Official(official));
                called.names.push(name.clone());
                called.names.extend(aka.iter().cloned());
                called.posts.extend(post.iter().cloned().chain(post.as_ref().and_then(with_body)));
            }
            for organisation in &brief.organisations {
                parties
                    .entry(&organisation.id)
                    .or_default()
                    .call(Party::Organisation(organisation));
            }
        }
        parties
    }
}

impl Called {
    fn call(&mut self, party: Party<'_>) {
        let styled = party.styled_name();
        if self.names.is_empty() {
            self.styled = styled.clone();
        }
        self.names.push(styled);
    }
}

fn unknown(name: &str, parties: &IndexMap<&Id, Called>) -> UnknownWord {
    let fault = format!("no brief names `{}`", Text::new(name));
    if parties.is_empty() {
        return UnknownWord::new(format!("{fault}, or any other person or body"), name, &[]);
    }
    let names = parties.values().flat_map(|called| &called.names).map(Text::as_str);
    let known: BTreeSet<&str> = parties.keys().map(|id| id.as_str()).chain(names).collect();
    let known: Vec<&str> = known.into_iter().collect();
    UnknownWord::new(fault, name, &known)
        .spelt(|near| format!("`{near}`"))
        .otherwise("`topline officials` lists the people and bodies")
}
