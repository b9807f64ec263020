//! Walks through a file once, and says at which byte the wanted keys and values begin.
//!
//! `serde_yaml` gives places only in errors, so wherever a place is wanted, reading fails on purpose
//! and goes on. A key that fails has been read. A value must not be read when it fails, or the rest
//! of a list or map would be taken for what follows it: it is asked to nest so deeply that
//! `serde_yaml` refuses before it reads.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::documents::documents;
use super::guided::MAX_KEY_BYTES;
use super::marks::{Mark, bytes_of};
use super::plain::for_each_plain_value;
use super::{budget, syntax};
use crate::brief::field_path::Step;
use crate::text::Text;

/// A key, or the value that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Key,
    Value,
}

/// What is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text with so many characters, white space not counted.
    Text(usize),
    /// A number, a truth value or nothing.
    Token,
    /// A map or a list.
    Collection,
}

impl Node {
    fn of_text(text: &str) -> Self {
        Self::Text(text.chars().filter(|c| !c.is_whitespace()).count())
    }
}

/// A key or a value that was wanted.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    pub path: Vec<Step>,
    pub half: Half,
    /// The byte at which it begins.
    pub start: usize,
    pub node: Node,
}

/// Returns the places that `wants` asks for, in the order of the file.
///
/// If a key is given twice, so is its path. A single value in place of a list is its own first entry
/// too. Ends early, in silence, where `text` is not YAML, or where aliases repeat too much of it.
pub fn walk(text: &str, wants: impl Fn(&[Step], Half) -> bool) -> Vec<Place> {
    if syntax::check_limits(text).is_err() {
        return Vec::new();
    }
    let walker = Walker { wants, path: RefCell::default(), found: RefCell::default() };
    let document = || documents(text).next();
    budget::within(text.len().saturating_mul(2), || {
        // The top is met before anything is read, so its place takes a parse of its own.
        let start = walker.wants_value().then(document).flatten().and_then(start_of);
        // What cannot be read has no place.
        let _ = document().map(|top| ValueSeed { start, walker: &walker }.deserialize(top));
    });
    walker.into_places(text)
}

struct Found {
    path: Vec<Step>,
    half: Half,
    start: Mark,
    node: Node,
}

struct Walker<F> {
    wants: F,
    path: RefCell<Vec<Step>>,
    found: RefCell<Vec<Found>>,
}

impl<F: Fn(&[Step], Half) -> bool> Walker<F> {
    /// Returns whether the place of the value here is wanted.
    fn wants_value(&self) -> bool {
        let mut path = self.path.borrow_mut();
        let wants = |path: &[Step]| (self.wants)(path, Half::Value);
        wants(&path) || {
            path.push(Step::Index(0));
            let wants_entry = wants(&path);
            path.pop();
            wants_entry
        }
    }

    /// Notes where the key or the value here begins, if it is wanted.
    fn note(&self, half: Half, start: Mark, node: Node) {
        let mut path = self.path.borrow_mut();
        let push = |path: &[Step]| {
            if (self.wants)(path, half) {
                let path = path.to_vec();
                self.found.borrow_mut().push(Found { path, half, start, node });
            }
        };
        push(&path);
        if half == Half::Value && node != Node::Collection {
            path.push(Step::Index(0));
            push(&path);
            path.pop();
        }
    }

    fn into_places(self, text: &str) -> Vec<Place> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|found| found.start);
        let starts = bytes_of(text, found.iter().map(|found| found.start));
        found
            .into_iter()
            .zip(starts)
            .map(|(Found { path, half, node, .. }, start)| Place { path, half, start, node })
            .collect()
    }
}

/// Returns where what `next` leads to begins, without reading it; [`None`] if nothing is there.
fn start_of_next<E: fmt::Display>(
    next: impl FnOnce(TooDeep) -> Result<Option<()>, E>,
) -> Option<Mark> {
    next(TooDeep).err().map(|error| Mark::of_error(&error))
}

fn start_of<'de, D: Deserializer<'de>>(deserializer: D) -> Option<Mark> {
    start_of_next(|probe| probe.deserialize(deserializer).map(Some))
}

/// A seed that nests until `serde_yaml` refuses, and so reads nothing.
struct TooDeep;

impl<'de> DeserializeSeed<'de> for TooDeep {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_newtype_struct("", self)
    }
}

impl<'de> Visitor<'de> for TooDeep {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that nests too deeply")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }
}

/// Reads a value, and all that is in it.
struct ValueSeed<'w, F> {
    /// Where it begins, if that is wanted.
    start: Option<Mark>,
    walker: &'w Walker<F>,
}

impl<F: Fn(&[Step], Half) -> bool> ValueSeed<'_, F> {
    fn note(&self, node: Node) {
        if let Some(start) = self.start {
            self.walker.note(Half::Value, start, node);
        }
    }

    /// Returns the seed for the value one step further, once its place is known.
    fn inner(&self, start_of_next: impl FnOnce() -> Option<Mark>) -> Self {
        let start = self.walker.wants_value().then(start_of_next).flatten();
        Self { start, walker: self.walker }
    }

    fn enter(&self, step: Step) {
        self.walker.path.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.walker.path.borrow_mut().pop();
    }
}

impl<'de, F: Fn(&[Step], Half) -> bool> DeserializeSeed<'de> for ValueSeed<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        budget::draw(1)?;
        deserializer.deserialize_any(self)
    }
}

macro_rules! note_tokens {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: de::Error>(self, _: $type) -> Result<(), E> {
            self.visit_unit()
        })+
    };
}

impl<'de, F: Fn(&[Step], Half) -> bool> Visitor<'de> for ValueSeed<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    for_each_plain_value!(note_tokens);

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.note(Node::Token);
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        budget::draw(text.len())?;
        self.note(Node::of_text(text));
        Ok(())
    }

    /// Reads a value with a tag as if it had none.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.note(Node::Collection);
        for index in 0.. {
            self.enter(Step::Index(index));
            let seed = self.inner(|| start_of_next(|probe| list.next_element_seed(probe)));
            let element = list.next_element_seed(seed)?;
            self.leave();
            if element.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.note(Node::Collection);
        while let Some(is_readable) = self.read_key(&mut map)? {
            if is_readable {
                let seed =
                    self.inner(|| start_of_next(|probe| map.next_value_seed(probe).map(Some)));
                map.next_value_seed(seed)?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
            self.leave();
        }
        self.leave();
        Ok(())
    }
}

impl<F: Fn(&[Step], Half) -> bool> ValueSeed<'_, F> {
    /// Enters the next key and reads it. Returns whether its value can be read, too: it cannot if the
    /// key is a list or map, or too long for any field.
    fn read_key<'de, A: MapAccess<'de>>(&self, map: &mut A) -> Result<Option<bool>, A::Error> {
        self.enter(Step::Index(0));
        let node = Cell::new(None);
        let key = KeySeed { walker: self.walker, node: &node };
        match (map.next_key_seed(key), node.get()) {
            (Ok(key), _) => Ok(key),
            (Err(error), Some(node)) => {
                self.walker.note(Half::Key, Mark::of_error(&error), node);
                Ok(Some(true))
            }
            (Err(error), None) => Err(error),
        }
    }
}

/// Reads a key, and fails if its place is wanted. Says whether its value can be read.
struct KeySeed<'w, F> {
    walker: &'w Walker<F>,
    /// What the key is, if it failed because its place is wanted.
    node: &'w Cell<Option<Node>>,
}

impl<'de, F: Fn(&[Step], Half) -> bool> DeserializeSeed<'de> for KeySeed<'_, F> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        budget::draw(1)?;
        deserializer.deserialize_str(self)
    }
}

impl<F: Fn(&[Step], Half) -> bool> Visitor<'_> for KeySeed<'_, F> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        budget::draw(key.len())?;
        if key.len() > MAX_KEY_BYTES {
            return Ok(false);
        }
        let mut path = self.walker.path.borrow_mut();
        path.pop();
        path.push(Step::Key(Text::new(key)));
        if (self.walker.wants)(&path, Half::Key) {
            self.node.set(Some(Node::of_text(key)));
            return Err(E::custom("topline found the place"));
        }
        Ok(true)
    }
}
