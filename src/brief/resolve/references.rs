//! Collects the ids of a brief, and checks everything that refers to one: single references, lists
//! and the citations of prose.

use std::cell::LazyCell;

use indexmap::IndexMap;

use super::Resolver;
use super::ids::{ItemKind, one_of};
use super::meant::{Instead, SPELLING, sound_id, spelling};
use super::trail::{TOP, Trail};
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
                match Id::new(&key.0) {
                    Some(id) => self.declare_one(kind, &TOP.key(section).key(&key.0), &id),
                    None => misspelt.push((kind, section, &key.0)),
                }
            }
            for id in self.fields.unread_items(section).filter_map(|key| Id::new(key)) {
                self.ids.declare(id, kind);
            }
        }
        for (kind, section, key) in misspelt {
            self.declare_misspelt(kind, &TOP.key(section).key(key), key);
        }
    }

    /// Reports a key that is no id. What refers to the item by the id that it should have is right.
    fn declare_misspelt(&mut self, kind: ItemKind, at: &Trail<'_>, key: &str) {
        let message = format!("`{key}` is not a valid id for {kind}");
        let free = sound_id(key).filter(|id| self.ids.declare(id.clone(), kind).is_none());
        let problem = Problem::new(Rule::BadId, at.path(), message).at(Spot::Key);
        let kept = free.as_ref().filter(|_| key.starts_with(char::is_alphabetic));
        let fix = kept.map(|id| Fix::new(FixChange::Key(id.to_string())));
        self.fields.report(problem.help(spelling(free.as_ref())).fix(fix));
    }

    fn declare_one(&mut self, kind: ItemKind, at: &Trail<'_>, id: &Id) {
        let problem = |rule, message: String| Problem::new(rule, at.path(), message).at(Spot::Key);
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
    pub fn speaker(&mut self, at: &Trail<'_>, by: Scalar) -> Option<Speaker> {
        match by.0.trim() {
            "source" => Some(Speaker::Source),
            _ => self.reference(at, by, ItemKind::PARTIES).map(Speaker::Party),
        }
    }

    /// Reads who speaks in a quote: one party, several together, or the source, which always speaks
    /// alone. [`None`] if none of them can be read.
    pub fn speakers(&mut self, at: &Trail<'_>, by: Many<Scalar>) -> Option<Speakers> {
        let field = at.key("by");
        let by = self.ids_of(&field, Some(by), ItemKind::PARTIES);
        if by.is_empty() {
            self.fields.missing(Rule::MissingField, at, "by");
            return None;
        }
        let is_joint = by.len() > 1;
        let read = by.into_iter().map(|(at, id)| {
            let speaker = self.speaker(&at, id);
            if is_joint && speaker == Some(Speaker::Source) {
                let message = "`source` cannot speak together with others";
                let help = "list only the parties whose joint statement it is";
                self.fields.report(Problem::new(Rule::WrongKind, at.path(), message).help(help));
            }
            speaker
        });
        let speakers: Vec<Option<Speaker>> = read.collect();
        let speakers: Option<Vec<Speaker>> = speakers.into_iter().collect();
        Some(Speakers::new(speakers?.iter().flat_map(Speaker::parties).cloned()))
    }

    /// Returns the ids or addresses of `values`, each with its trail. Reports a text that lists several,
    /// and reads it as that list.
    pub fn ids_of<'t>(
        &mut self,
        at: &'t Trail<'t>,
        values: Option<Many<Scalar>>,
        kinds: &'static [ItemKind],
    ) -> Vec<(Trail<'t>, Scalar)> {
        let mut ids = Vec::new();
        let is_list = values.as_ref().is_some_and(|many| many.is_list);
        for (place, value) in self.fields.many(at, values) {
            let Some(listed) = self.listed(&value.0, kinds) else {
                ids.push((place, value));
                continue;
            };
            let message = format!("expected an id, found `{}`", Text::flow(&value.0));
            let fix = Fix::new(if is_list {
                FixChange::Entries(listed.clone())
            } else {
                FixChange::List(listed.clone())
            });
            let problem = Problem::new(Rule::BadId, place.path(), message);
            self.fields.report(problem.help(fix.title.clone()).fix(fix));
            ids.extend(listed.into_iter().map(|id| (place, Scalar(id))));
        }
        ids
    }

    /// Reads a topic: an id that no item declares.
    pub fn topic(&mut self, at: &Trail<'_>, value: Scalar) -> Option<Id> {
        self.id(at, value, |_, text| {
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
        at: &Trail<'_>,
        value: Scalar,
        instead: impl FnOnce(&mut Self, &str) -> Instead,
    ) -> Option<Id> {
        let text = self.fields.text(at, Some(value)).unwrap_or_default();
        let id = Id::new(&text);
        if id.is_none() {
            let message = format!("expected an id, found `{text}`");
            let Instead { help, fix } = instead(self, &text);
            let problem = Problem::new(Rule::BadId, at.path(), message);
            self.fields.report(problem.help(help).fix(fix));
        }
        id
    }

    /// Reads a reference to an item of this brief.
    pub fn reference(
        &mut self,
        at: &Trail<'_>,
        value: Scalar,
        kinds: &'static [ItemKind],
    ) -> Option<Id> {
        let id = self.id(at, value, |resolver, text| resolver.instead(text, kinds))?;
        self.leads_to(at, || Spot::Value, &id, kinds).then_some(id)
    }

    /// Reads a reference to an item of this brief or another. Follows it only if it stays in this
    /// one.
    pub fn anchor(&mut self, at: &Trail<'_>, value: Scalar, kind: ItemKind) -> Option<Anchor> {
        let text = self.fields.text(at, Some(value)).unwrap_or_default();
        let Some(anchor) = Anchor::parse(&text, self.here) else {
            let message = format!("expected the address of {kind}, found `{text}`");
            let Instead { help, fix } = self.address_instead(&text, kind);
            let problem = Problem::new(Rule::BadId, at.path(), message);
            self.fields.report(problem.help(help).fix(fix));
            return None;
        };
        let fits = anchor.brief != *self.here
            || self.leads_to(at, || Spot::Value, &anchor.item, kind.alone());
        fits.then_some(anchor)
    }

    /// Returns whether `id` names an item of one of `kinds` (any, if `kinds` is empty); reports it
    /// if it does not.
    fn leads_to(
        &mut self,
        at: &Trail<'_>,
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
        self.fields.report(Problem::new(rule, at.path(), message).at(spot).help(help).fix(fix));
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

    pub fn prose_list(&mut self, field: &str, values: Option<Vec<Scalar>>) -> Box<[Prose]> {
        let field = TOP.key(field);
        let list = self.fields.list(&field, values);
        list.into_iter()
            .filter_map(|(at, value)| {
                let text = self.fields.text(&at, Some(value));
                if text.is_none() {
                    let message = format!("`{at}` is empty");
                    let problem = Problem::new(Rule::MissingField, at.path(), message);
                    self.fields.report(problem.help("write its text, or remove the entry"));
                }
                text.map(|text| self.prose(&at, &text))
            })
            .collect()
    }

    /// Reads one text, and reports the citations in it that lead nowhere.
    pub fn prose(&mut self, at: &Trail<'_>, text: &str) -> Prose {
        self.citations(at, text);
        Prose::parse(text, self.here)
    }

    pub fn citations(&mut self, at: &Trail<'_>, text: &str) {
        let places = LazyCell::new(|| SolidPlaces::new(text));
        for (anchor, bytes) in Prose::cited(text, self.here) {
            if anchor.brief == *self.here {
                let spot = || Spot::Within(places.range(&bytes));
                self.leads_to(at, spot, &anchor.item, &[]);
            }
        }
        for bytes in short_brackets(text) {
            let Some(citation) = self.meant_citation(&text[bytes.clone()]) else { continue };
            let found = &text[bytes.clone()];
            let message =
                format!("expected a citation such as `[c1]` or `[c1, a2]`, found `{found}`");
            let problem = Problem::new(Rule::BadId, at.path(), message);
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
