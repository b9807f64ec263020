//! What an author meant who wrote something else where an id belongs: a name, an id in capitals,
//! several ids in one text.

use std::cell::Cell;
use std::fmt::Display;

use super::Resolver;
use super::ids::ItemKind;
use crate::brief::field_path::Spot;
use crate::brief::fix::{Fix, FixChange};
use crate::brief::format::BriefFile;
use crate::brief::id::{Anchor, Id};
use crate::brief::prose::Prose;
use crate::brief::yaml::Scalar;
use crate::text::{Text, UnknownWord, to_ascii};

/// How an id is spelt.
pub const SPELLING: &str = "an id is a lower-case letter followed by lower-case letters, digits or hyphens, such as `c1` or `rob-jones`";

/// A shorter id is near every other.
const LEAST_FOR_SPELLING: usize = 3;

/// No id or name is longer; so much is compared letter by letter.
const MOST_FOR_SPELLING: usize = 60;

/// No list in one text is longer, in bytes.
const LONGEST_LIST: usize = 1000;

/// How many ids and names a brief may have looked at for all its problems; a brief with more of them
/// gets plainer help.
const MOST_LOOKS: usize = 20_000;

/// What to write instead of a text that is no id.
pub struct Instead {
    pub help: Text,
    pub fix: Option<Fix>,
}

impl Instead {
    /// Returns the question whether `id` was meant.
    fn meant(id: &str, is_sure: bool) -> Self {
        let fix = Fix::value(id).safe_if(is_sure);
        Self { help: format!("did you mean `{id}`?").into(), fix: Some(fix) }
    }

    /// Returns the same for a text of which the id is only this part.
    pub fn within(self, spot: &Spot) -> Self {
        let part = |fix: Fix| match (&fix.change, spot) {
            (FixChange::Value(id), Spot::Within(range)) => {
                let change = FixChange::Characters(vec![(range.clone(), id.clone())]);
                Fix { change, ..fix }
            }
            _ => fix,
        };
        Self { fix: self.fix.map(part), ..self }
    }
}

/// What people and bodies are called.
#[derive(Debug, Default)]
pub struct Names {
    names: Vec<Name>,
    looks: Cell<usize>,
}

/// Something that a person or body is called.
#[derive(Debug)]
struct Name {
    folded: String,
    id: Id,
    /// Whether it may be somebody else’s too, next year if not today.
    is_post: bool,
}

impl Names {
    /// Returns what the people and bodies of `file` are called: by name, other names, post, and name
    /// with honorific.
    pub fn new(file: &BriefFile) -> Self {
        let mut names = Vec::new();
        let mut add = |Scalar(key): &Scalar, name: &str, is_post| {
            let folded = folded(name);
            let id = sound_id(key).filter(|_| !folded.is_empty());
            names.extend(id.map(|id| Name { folded, id, is_post }));
        };
        for (key, Scalar(name)) in file.organisations.iter().flatten() {
            add(key, name, false);
        }
        for (key, official) in file.officials.iter().flatten() {
            let name = official.name.iter().chain(official.aka.iter().flat_map(|aka| &aka.values));
            name.for_each(|Scalar(name)| add(key, name, false));
            if let (Some(Scalar(honorific)), Some(Scalar(name))) =
                (&official.honorific, &official.name)
            {
                add(key, &format!("{honorific} {name}"), false);
            }
            official.post.iter().for_each(|Scalar(post)| add(key, post, true));
        }
        Self { names, looks: Cell::new(0) }
    }

    /// Returns whether so many more ids or names may be looked at.
    fn may_look(&self, at: usize) -> bool {
        self.looks.set(self.looks.get().saturating_add(at));
        self.looks.get() <= MOST_LOOKS
    }

    /// Returns those of the people and bodies who `fit` that are called `name`. If none is, those who
    /// have it as part of what they are called, or whose name is part of it.
    fn find(&self, name: &str, fit: impl Fn(&Id) -> bool) -> Vec<&Id> {
        let name = folded(name);
        if name.is_empty() || !self.may_look(self.names.len()) {
            return Vec::new();
        }
        let is_part = |whole: &str, part: &str| format!(" {whole} ").contains(&format!(" {part} "));
        let alike: [&dyn Fn(&Name) -> bool; 3] =
            [&|known| known.folded == name, &|known| is_part(&known.folded, &name), &|known| {
                !known.is_post && is_part(&name, &known.folded)
            }];
        let found = alike.iter().map(|is_alike| {
            let found = self.names.iter().filter(|known| fit(&known.id) && is_alike(known));
            let mut ids: Vec<&Id> = found.map(|known| &known.id).collect();
            ids.dedup();
            ids
        });
        found.into_iter().find(|ids| !ids.is_empty()).unwrap_or_default()
    }

    /// Returns whether somebody is called exactly `name`.
    fn has(&self, name: &str) -> bool {
        let name = folded(name);
        self.may_look(self.names.len()) && self.names.iter().any(|known| known.folded == name)
    }

    /// Returns whether `name` is a whole name of the person or body, which nobody else has.
    fn is_name_of(&self, name: &str, id: &Id) -> bool {
        let name = folded(name);
        let mut called = self.names.iter().filter(|known| known.folded == name);
        called.clone().next().is_some() && called.all(|known| known.id == *id && !known.is_post)
    }

    /// Returns the person or body who `fits` and whose name is spelt most like `name`.
    fn nearest(&self, name: &str, fits: impl Fn(&Id) -> bool) -> Option<&Id> {
        let fitting = |known: &&Name| fits(&known.id) && known.folded.len() <= MOST_FOR_SPELLING;
        let known: Vec<&Name> = self.names.iter().filter(fitting).collect();
        let words: Vec<&str> = known.iter().map(|known| known.folded.as_str()).collect();
        let unknown = UnknownWord::new("", &folded(name), &words);
        let near = unknown.nearest()?;
        known.iter().find(|known| known.folded == near).map(|known| &known.id)
    }
}

/// Returns a name as names are compared: in lower case, without punctuation and accents.
fn folded(name: &str) -> String {
    let name = to_ascii(name).to_lowercase();
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the id that a name is most simply made into: `Night Safety` is `night-safety`.
pub fn sound_id(name: &str) -> Option<Id> {
    let id = folded(name).replace(' ', "-");
    let id = id.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    Id::new(id).filter(|id| !id.is_reserved())
}

/// Returns how an id is spelt, with the one that was probably meant.
pub fn spelling(meant: Option<&Id>) -> String {
    meant.map_or_else(|| SPELLING.into(), |id| format!("write `{id}`: {SPELLING}"))
}

/// Returns the entries of a list that was written as one text: `q1, q5`.
fn entries(text: &str, separates: impl Fn(char) -> bool) -> Vec<&str> {
    text.split(separates).map(str::trim).filter(|part| !part.is_empty()).collect()
}

impl Resolver<'_> {
    /// Returns the ids or addresses that `text` lists, if each of its entries is one or names one of
    /// `kinds`. If any id will do, as for topics, `kinds` is empty.
    pub fn listed(&self, text: &str, kinds: &[ItemKind]) -> Option<Vec<String>> {
        let is_sound = Anchor::parse(text, self.here).is_some();
        if is_sound || text.len() > LONGEST_LIST || self.names.has(text) {
            return None;
        }
        let text = text.trim_matches(|c: char| "[](){}".contains(c) || c.is_whitespace());
        let mut listed = entries(text, |c| matches!(c, ',' | ';'));
        if listed.len() == 1 && !kinds.is_empty() {
            listed = text.split(" and ").flat_map(|part| entries(part, |c| c == '&')).collect();
        }
        // Blanks separate words, too; ids that exist are no words.
        if listed.len() == 1 && text.split_whitespace().all(|id| self.ids.kind(id).is_some()) {
            listed = text.split_whitespace().collect();
        }
        let ids = listed.iter().map(|entry| match Anchor::parse(entry, self.here) {
            Some(_) => Some((*entry).to_owned()),
            None if kinds.is_empty() => Some(sound_id(entry)?.to_string()),
            None => Some(self.named(entry, kinds)?.to_string()),
        });
        if listed.len() > 1 { ids.collect() } else { None }
    }

    /// Returns the only item of one of `kinds` that `text` names.
    fn named(&self, text: &str, kinds: &[ItemKind]) -> Option<Id> {
        match self.all_named(text, kinds).as_slice() {
            [id] => Some(id.clone()),
            _ => None,
        }
    }

    /// Returns the items of one of `kinds` that `text` names: by a name, or by an id in capitals or
    /// between brackets.
    fn all_named(&self, text: &str, kinds: &[ItemKind]) -> Vec<Id> {
        if let Some(id) = sound_id(text).filter(|id| self.ids.is_one_of(id, kinds)) {
            return vec![id];
        }
        self.names.find(text, |id| self.ids.is_one_of(id, kinds)).into_iter().cloned().collect()
    }

    /// Returns how to fix `text`, which is not the id of an item of one of `kinds`.
    pub fn instead(&mut self, text: &str, kinds: &'static [ItemKind]) -> Instead {
        let without_fix = |help: Text| Instead { help, fix: None };
        if let Some(ids) = self.listed(text, kinds) {
            return without_fix(format!("write only one id here: {}", ids_or(&ids)).into());
        }
        match self.all_named(text, kinds).as_slice() {
            [] => {}
            [id] => {
                let is_sure =
                    sound_id(text).as_ref() == Some(id) || self.names.is_name_of(text, id);
                return Instead::meant(id, is_sure);
            }
            ids => {
                let help = format!("more than one is called this: write {}", ids_or(ids));
                return without_fix(help.into());
            }
        }
        if let Some(near) = self.near(text, kinds) {
            return near;
        }
        let known = self.ids.candidates(kinds);
        if kinds == ItemKind::PARTIES && Id::new(text).is_none() && !text.is_empty() {
            let help = format!(
                "give this name an id under `officials` or `organisations`, and write the id here; {known}"
            );
            return without_fix(help.into());
        }
        without_fix(known)
    }

    /// Returns how to fix `text`, which is not the address of an item of `kind`.
    pub fn address_instead(&self, text: &str, kind: ItemKind) -> Instead {
        let words: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || "/\\:#.()[]".contains(c)).collect();
        let words = words.into_iter().filter(|word| !word.is_empty());
        let address = words.collect::<Vec<_>>().join("/").to_lowercase();
        match Anchor::parse(&address, self.here) {
            // Two words may be an address or anything else.
            Some(_) => Instead::meant(&address, text.contains(['/', '\\', ':', '#'])),
            None => Instead {
                help: format!(
                    "write the id of {kind} in this brief, or `brief-id/item-id` for one in another; {SPELLING}"
                )
                .into(),
                fix: None,
            },
        }
    }

    /// Returns the citation that a pair of brackets was meant to be which holds only ids of quotes,
    /// claims and asks, but is none: `(a1)`, `[a1; c2]` or `[C2]`.
    pub fn meant_citation(&self, bracketed: &str) -> Option<String> {
        let inside = &bracketed[1..bracketed.len() - 1];
        // `(A1)` may be a road; in square brackets it is nothing else.
        let is_square = bracketed.starts_with('[');
        let inside = if is_square { inside.to_lowercase() } else { inside.to_owned() };
        let ids = inside
            .split(" and ")
            .flat_map(|part| entries(part, |c| c.is_whitespace() || matches!(c, ',' | ';' | '&')));
        let ids: Vec<&str> = ids.collect();
        let is_cited =
            |id: &&str| self.ids.is_one_of(id, &[ItemKind::Quote, ItemKind::Claim, ItemKind::Ask]);
        let citation = format!("[{}]", ids.join(", "));
        let is_one = Prose::cited(bracketed, self.here).next().is_some();
        (!is_one && !ids.is_empty() && ids.iter().all(is_cited)).then_some(citation)
    }

    /// Returns the question whether an id or a name was meant that is spelt much like `text`. It is sure
    /// only of an id that begins alike.
    pub fn near(&self, text: &str, kinds: &[ItemKind]) -> Option<Instead> {
        let length = text.chars().count();
        // No slip of the pen makes `q9` of `q1`.
        let is_numbered = text.contains(|c: char| c.is_ascii_digit());
        if is_numbered
            || !(LEAST_FOR_SPELLING..=MOST_FOR_SPELLING).contains(&length)
            || !self.names.may_look(self.ids.count() + self.names.names.len())
        {
            return None;
        }
        let ids: Vec<&str> = self.ids.of_kinds(kinds).map(Id::as_str).collect();
        let unknown = UnknownWord::new("", text, &ids);
        if let Some(id) = unknown.nearest() {
            let begins_alike = text.chars().next() == id.chars().next();
            return Some(Instead::meant(id, begins_alike && unknown.is_sure()));
        }
        let takes_names = kinds.iter().any(|kind| ItemKind::PARTIES.contains(kind));
        let by_name = || self.names.nearest(text, |id| self.ids.is_one_of(id, kinds));
        takes_names.then(by_name)?.map(|id| Instead::meant(id, false))
    }
}

/// Returns ids as a choice: `` `vale` or `marsh` ``.
fn ids_or(ids: &[impl Display]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(people: usize) -> Names {
        let name = |i| Name { folded: format!("person {i}"), id: Id::of_file("p"), is_post: false };
        Names { names: (0..people).map(name).collect(), looks: Cell::new(0) }
    }

    #[test]
    fn the_work_for_names_is_bounded_whatever_the_number_of_problems() {
        for (people, most) in [(10, 2_000), (5_000, 4), (50_000, 0)] {
            let names = names(people);
            let found = (0..5_000).filter(|_| !names.find("Person 1", |_| true).is_empty());
            assert_eq!(found.count(), most);
        }
    }

    #[test]
    fn an_id_is_made_of_any_name_that_has_letters() {
        let id = |name| sound_id(name).map(|id| id.to_string());
        assert_eq!(id("Night Safety").as_deref(), Some("night-safety"));
        assert_eq!(id("  Zoë  Moss’s 2nd ").as_deref(), Some("zoe-moss-s-2nd"));
        assert_eq!(id("2nd Pier").as_deref(), Some("nd-pier"));
        for none in ["", "42", "–", "Source", "船"] {
            assert_eq!(id(none), None, "{none}");
        }
    }
}
