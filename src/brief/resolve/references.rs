//! Collects the ids of a brief, and checks everything that refers to one: single references, lists
//! and the citations of prose.

use std::cell::LazyCell;

use indexmap::IndexMap;

use super::Resolver;
use super::ids::{ItemKind, one_of};
use super::meant::{Instead, SPELLING, sound_id, spelling};
use crate::brief::field_path::{FieldPath, Spot};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::format::BriefFile;
use crate::brief::id::{Anchor, Id, RESERVED};
use crate::brief::model::{Speaker, Speakers};
use crate::brief::problem::Problem;
use crate::brief::prose::{Prose, short_brackets};
use crate::brief::rule::Rule;
use crate::brief::yaml::{Many, Scalar};
use crate::text::{SolidPlaces, Text, in_backticks};

impl Resolver<'_> {
    /// Checks the name of the file.
    pub fn check_name(&mut self) {
        if Id::new(self.here).is_none() {
            let message = format!(
                "the file name `{}` is not a valid id, so other briefs cannot cite this one",
                self.here
            );
            let problem =
                Problem::new(Rule::BadId, FieldPath::top(), message).at(Spot::Bytes(0..0));
            self.fields.report(problem.help(format!("rename the file; {SPELLING}")));
        }
    }

    /// Records the ids of all items, so that a reference may come before its item.
    pub fn declare(&mut self, file: &BriefFile) {
        let mut misspelt = Vec::new();
        for (kind, section) in ItemKind::SECTIONS {
            for key in keys(file, kind) {
                let path = FieldPath::top().key(section).key(&key.0);
                match Id::new(&key.0) {
                    Some(id) => self.declare_one(kind, &path, &id),
                    None => misspelt.push((kind, path, &key.0)),
                }
            }
            for id in self.fields.unread_items(section).filter_map(|key| Id::new(key)) {
                self.ids.declare(id, kind);
            }
        }
        for (kind, path, key) in misspelt {
            self.declare_misspelt(kind, path, key);
        }
    }

    /// Reports a key that is no id. What refers to the item by the id that it should have is right.
    fn declare_misspelt(&mut self, kind: ItemKind, path: FieldPath, key: &str) {
        let message = format!("`{key}` is not a valid id for {kind}");
        let free = sound_id(key).filter(|id| self.ids.declare(id.clone(), kind).is_none());
        let problem = Problem::new(Rule::BadId, path, message).at(Spot::Key);
        let kept = free.as_ref().filter(|_| key.starts_with(char::is_alphabetic));
        let fix = kept.map(|id| Fix::new(FixChange::Key(id.to_string())));
        self.fields.report(problem.help(spelling(free.as_ref())).fix(fix));
    }

    fn declare_one(&mut self, kind: ItemKind, path: &FieldPath, id: &Id) {
        let problem =
            |rule, message: String| Problem::new(rule, path.clone(), message).at(Spot::Key);
        if id.is_reserved() {
            let message = format!("`{id}` is a reserved word and cannot name {kind}");
            let help =
                format!("choose another id; the reserved words are {}", in_backticks(&RESERVED));
            self.fields.report(problem(Rule::ReservedId, message).help(help));
        } else if let Some(taken) = self.ids.declare(id.clone(), kind) {
            let message = format!("`{id}` already names {taken}");
            let help = "choose another id; every id in a brief must be unique";
            self.fields.report(problem(Rule::BadId, message).help(help));
        }
    }

    /// Reads who speaks: a party, or the source.
    pub fn speaker(&mut self, path: &FieldPath, by: Scalar) -> Option<Speaker> {
        match by.0.trim() {
            "source" => Some(Speaker::Source),
            _ => self.reference(path, by, ItemKind::PARTIES).map(Speaker::Party),
        }
    }

    /// Reads who speaks in a quote: one party, several together, or the source, which always speaks
    /// alone. [`None`] if none of them can be read.
    pub fn speakers(&mut self, at: &FieldPath, by: Many<Scalar>) -> Option<Speakers> {
        let by = self.ids_of(&at.key("by"), Some(by), ItemKind::PARTIES);
        if by.is_empty() {
            self.fields.missing(Rule::MissingField, at, "by");
            return None;
        }
        let is_joint = by.len() > 1;
        let read = by.into_iter().map(|(path, id)| {
            let speaker = self.speaker(&path, id);
            if is_joint && speaker == Some(Speaker::Source) {
                let message = "`source` cannot speak together with others";
                let help = "list only the parties whose joint statement it is";
                self.fields.report(Problem::new(Rule::WrongKind, path, message).help(help));
            }
            speaker
        });
        let speakers: Vec<Option<Speaker>> = read.collect();
        let speakers: Option<Vec<Speaker>> = speakers.into_iter().collect();
        Some(Speakers::new(speakers?.iter().flat_map(Speaker::parties).cloned()))
    }

    /// Returns the ids or addresses of `values`, each with its path. Reports a text that lists several,
    /// and reads it as that list.
    pub fn ids_of(
        &mut self,
        path: &FieldPath,
        values: Option<Many<Scalar>>,
        kinds: &'static [ItemKind],
    ) -> Vec<(FieldPath, Scalar)> {
        let mut ids = Vec::new();
        for (place, value) in self.fields.many(path, values) {
            let Some(listed) = self.listed(&value.0, kinds) else {
                ids.push((place, value));
                continue;
            };
            let message = format!("expected an id, found `{}`", Text::flow(&value.0));
            let fix = Fix::new(if place == *path {
                FixChange::List(listed.clone())
            } else {
                FixChange::Entries(listed.clone())
            });
            let problem = Problem::new(Rule::BadId, place.clone(), message);
            self.fields.report(problem.help(fix.title.clone()).fix(fix));
            ids.extend(listed.into_iter().map(|id| (place.clone(), Scalar(id))));
        }
        ids
    }

    /// Reads a topic: an id that no item declares.
    pub fn topic(&mut self, path: &FieldPath, value: Scalar) -> Option<Id> {
        self.id(path, value, |_, text| {
            let meant = sound_id(text);
            // `ferries night-safety` may be two.
            let may_be_two = text.contains(' ') && text.contains('-');
            let kept = meant.as_ref().filter(|_| text.starts_with(char::is_alphabetic));
            let fix = kept.map(|id| Fix::value(id.as_str()).safe_if(!may_be_two));
            Instead { help: spelling(meant.as_ref()).into(), fix }
        })
    }

    /// Reads an id. `instead` says how to fix a text that is none.
    fn id(
        &mut self,
        path: &FieldPath,
        value: Scalar,
        instead: impl FnOnce(&mut Self, &str) -> Instead,
    ) -> Option<Id> {
        let text = self.fields.text(path, Some(value)).unwrap_or_default();
        let id = Id::new(&text);
        if id.is_none() {
            let message = format!("expected an id, found `{text}`");
            let Instead { help, fix } = instead(self, &text);
            let problem = Problem::new(Rule::BadId, path.clone(), message);
            self.fields.report(problem.help(help).fix(fix));
        }
        id
    }

    /// Reads a reference to an item of this brief.
    pub fn reference(
        &mut self,
        path: &FieldPath,
        value: Scalar,
        kinds: &'static [ItemKind],
    ) -> Option<Id> {
        let id = self.id(path, value, |resolver, text| resolver.instead(text, kinds))?;
        self.leads_to(path, || Spot::Value, &id, kinds).then_some(id)
    }

    /// Reads a reference to an item of this brief or another. Follows it only if it stays in this
    /// one.
    pub fn anchor(&mut self, path: &FieldPath, value: Scalar, kind: ItemKind) -> Option<Anchor> {
        let text = self.fields.text(path, Some(value)).unwrap_or_default();
        let Some(anchor) = Anchor::parse(&text, self.here) else {
            let message = format!("expected the address of {kind}, found `{text}`");
            let Instead { help, fix } = self.address_instead(&text, kind);
            let problem = Problem::new(Rule::BadId, path.clone(), message);
            self.fields.report(problem.help(help).fix(fix));
            return None;
        };
        let fits = anchor.brief != *self.here
            || self.leads_to(path, || Spot::Value, &anchor.item, kind.alone());
        fits.then_some(anchor)
    }

    /// Returns whether `id` names an item of one of `kinds` (any, if `kinds` is empty); reports it
    /// if it does not.
    fn leads_to(
        &mut self,
        path: &FieldPath,
        spot: impl FnOnce() -> Spot,
        id: &Id,
        kinds: &'static [ItemKind],
    ) -> bool {
        let (rule, message) = match self.ids.kind(id) {
            Some(kind) if kinds.is_empty() || kinds.contains(&kind) => return true,
            Some(kind) => {
                (Rule::WrongKind, format!("expected {}, but `{id}` is {kind}", one_of(kinds)))
            }
            None if id.is_reserved() => (
                Rule::WrongKind,
                format!(
                    "expected {}, but `{id}` is a reserved word and not allowed here",
                    one_of(kinds)
                ),
            ),
            None if self.may_be_unread(kinds) => return true,
            None => (Rule::UnknownId, format!("this brief has no item `{id}`")),
        };
        let near = if rule == Rule::UnknownId { self.near(id, kinds) } else { None };
        let spot = spot();
        let Instead { help, fix } = match near {
            Some(near) => near.within(&spot),
            None => Instead { help: self.ids.candidates(kinds), fix: None },
        };
        self.fields.report(Problem::new(rule, path.clone(), message).at(spot).help(help).fix(fix));
        false
    }

    /// Whether a section that may hold items of `kinds` (any, if `kinds` is empty) could not be read. What
    /// is in it is not known, and its own problem is reported.
    fn may_be_unread(&self, kinds: &[ItemKind]) -> bool {
        let is_unread = |(kind, section): &(ItemKind, &str)| {
            (kinds.is_empty() || kinds.contains(kind)) && self.fields.is_unread(section)
        };
        self.fields.has_unknown_section() || ItemKind::SECTIONS.iter().any(is_unread)
    }

    pub fn prose_list(&mut self, field: &str, values: Option<Vec<Scalar>>) -> Vec<Prose> {
        let list = self.fields.list(&FieldPath::top().key(field), values);
        list.into_iter()
            .filter_map(|(path, value)| {
                let text = self.fields.text(&path, Some(value));
                if text.is_none() {
                    let message = format!("`{path}` is empty");
                    let problem = Problem::new(Rule::MissingField, path.clone(), message);
                    self.fields.report(problem.help("write its text, or remove the entry"));
                }
                text.map(|text| self.prose(&path, &text))
            })
            .collect()
    }

    /// Reads one text, and reports the citations in it that lead nowhere.
    pub fn prose(&mut self, path: &FieldPath, text: &str) -> Prose {
        self.citations(path, text);
        Prose::parse(text, self.here)
    }

    pub fn citations(&mut self, path: &FieldPath, text: &str) {
        let places = LazyCell::new(|| SolidPlaces::new(text));
        for (anchor, bytes) in Prose::cited(text, self.here) {
            if anchor.brief == *self.here {
                let spot = || Spot::Within(places.range(&bytes));
                self.leads_to(path, spot, &anchor.item, &[]);
            }
        }
        for bytes in short_brackets(text) {
            let Some(citation) = self.meant_citation(&text[bytes.clone()]) else { continue };
            let found = &text[bytes.clone()];
            let message =
                format!("expected a citation such as `[c1]` or `[c1, a2]`, found `{found}`");
            let problem = Problem::new(Rule::BadId, path.clone(), message);
            let range = places.range(&bytes);
            let problem = problem.at(Spot::Within(range.clone()));
            let fix = Fix::new(FixChange::Characters(vec![(range, citation)]));
            self.fields.report(problem.help(fix.title.clone()).fix(fix));
        }
    }
}

/// Returns the keys of the section that holds items of this kind.
fn keys(file: &BriefFile, kind: ItemKind) -> Vec<&Scalar> {
    fn keys_of<T>(section: Option<&IndexMap<Scalar, T>>) -> Vec<&Scalar> {
        section.map(|items| items.keys().collect()).unwrap_or_default()
    }
    match kind {
        ItemKind::Organisation => keys_of(file.organisations.as_ref()),
        ItemKind::Official => keys_of(file.officials.as_ref()),
        ItemKind::Quote => keys_of(file.quotes.as_ref()),
        ItemKind::Claim => keys_of(file.claims.as_ref()),
        ItemKind::Ask => keys_of(file.asks.as_ref()),
    }
}
