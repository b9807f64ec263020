//! The ids of one brief, which share one namespace, and the kinds of item they name.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexMap;

use crate::brief::id::Id;
use crate::text::{Text, in_backticks};

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    Organisation,
    Official,
    Quote,
    Claim,
    Ask,
}

impl ItemKind {
    /// Officials and organisations: those who can speak and be asked.
    pub const PARTIES: &'static [Self] = &[Self::Official, Self::Organisation];

    /// Every kind, in the order of the format, with the section that holds it.
    pub const SECTIONS: [(Self, &'static str); 5] = [
        (Self::Organisation, "organisations"),
        (Self::Official, "officials"),
        (Self::Quote, "quotes"),
        (Self::Claim, "claims"),
        (Self::Ask, "asks"),
    ];

    /// Returns the list of this kind alone.
    pub fn alone(self) -> &'static [Self] {
        match self {
            Self::Organisation => &[Self::Organisation],
            Self::Official => &[Self::Official],
            Self::Quote => &[Self::Quote],
            Self::Claim => &[Self::Claim],
            Self::Ask => &[Self::Ask],
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Official => "official",
            Self::Quote => "quote",
            Self::Claim => "claim",
            Self::Ask => "ask",
        }
    }
}

/// With its article, as messages use it: `an official`.
impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = self.word();
        let article = if word.starts_with(['a', 'o']) { "an" } else { "a" };
        write!(f, "{article} {word}")
    }
}

/// Returns the kinds that a reference may lead to, as messages name them: `an official or an
/// organisation`.
pub fn one_of(kinds: &[ItemKind]) -> String {
    match kinds {
        [] => "an item".into(),
        kinds => kinds.iter().map(ItemKind::to_string).collect::<Vec<_>>().join(" or "),
    }
}

/// The ids that a brief declares, in the order of the file.
#[derive(Debug, Default)]
pub struct Ids {
    kinds: IndexMap<Id, ItemKind>,
    /// What messages offer, by the kinds that fit; made once, after all ids are known.
    candidates: HashMap<&'static [ItemKind], Text>,
}

impl Ids {
    /// Adds an id. Returns the kind of the item that already has it, if one has.
    pub fn declare(&mut self, id: Id, kind: ItemKind) -> Option<ItemKind> {
        if let Some(taken) = self.kind(&id) {
            return Some(taken);
        }
        self.kinds.insert(id, kind);
        None
    }

    /// Returns what `id` names.
    pub fn kind(&self, id: &str) -> Option<ItemKind> {
        self.kinds.get(id).copied()
    }

    /// Returns the ids that name one of `kinds` (all, if `kinds` is empty), as a message offers
    /// them.
    pub fn candidates(&mut self, kinds: &'static [ItemKind]) -> Text {
        if let Some(offered) = self.candidates.get(kinds) {
            return offered.clone();
        }
        let offered = Text::from(self.offer(kinds));
        self.candidates.insert(kinds, offered.clone());
        offered
    }

    /// Returns whether `id` names an item of one of `kinds`.
    pub fn is_one_of(&self, id: &str, kinds: &[ItemKind]) -> bool {
        self.kind(id).is_some_and(|kind| kinds.contains(&kind))
    }

    /// Returns how many ids there are.
    pub fn count(&self) -> usize {
        self.kinds.len()
    }

    /// Returns the ids that name one of `kinds`; all, if `kinds` is empty.
    pub fn of_kinds(&self, kinds: &[ItemKind]) -> impl Iterator<Item = &Id> {
        let fits = move |kind: &ItemKind| kinds.is_empty() || kinds.contains(kind);
        self.kinds.iter().filter(move |(_, kind)| fits(kind)).map(|(id, _)| id)
    }

    fn offer(&self, kinds: &[ItemKind]) -> String {
        /// A longer list would not help.
        const MOST: usize = 20;
        let ids: Vec<&str> = self.of_kinds(kinds).map(Id::as_str).collect();
        let what = match kinds {
            [] => "items".into(),
            kinds => kinds
                .iter()
                .map(|kind| format!("{}s", kind.word()))
                .collect::<Vec<_>>()
                .join(" and "),
        };
        match ids.len() {
            0 => format!("this brief has no {what}"),
            n if n > MOST => {
                format!(
                    "the first {MOST} of this brief’s {n} {what}: {}",
                    in_backticks(&ids[..MOST])
                )
            }
            _ => format!("this brief’s {what}: {}", in_backticks(&ids)),
        }
    }
}
