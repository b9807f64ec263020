//! A deserializer that tracks its position, and reads on after an error.
//!
//! It wraps `serde_yaml`'s. On the way down it keeps the path, skips the fields that it has to
//! leave out, and finds and skips keys that are given more than once or that the format does not have. A
//! value of the wrong type still ends the parse, but the path of that value is known, so that the
//! next parse can leave it out.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};

use super::plain::for_each_plain_value;
use super::scalar::Scalar;
use crate::brief::field_path::{FieldPath, Spot, Step};
use crate::brief::fix::{Fix, FixChange};
use crate::brief::id::Id;
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::text::{UnknownWord, in_backticks};

/// No key is longer than this. A longer one is not read, so that no path is long.
pub const MAX_KEY_BYTES: usize = 256;

/// The state of a walk through the file.
#[derive(Debug)]
pub struct Walk<'a> {
    unread: &'a BTreeSet<FieldPath>,
    state: RefCell<WalkState>,
}

#[derive(Debug, Default)]
struct WalkState {
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// The fields that were probably meant by names that the format does not have, and those of a
    /// brief that may have been meant to be anything.
    misspelt: Vec<FieldPath>,
    failed_at: Option<FieldPath>,
    meant: Option<Fix>,
}

/// What a walk found, apart from what it read.
#[derive(Debug)]
pub struct Findings {
    /// The problems of the keys that were skipped.
    pub problems: Vec<Problem>,
    /// The fields that are missing only because their names are misspelt.
    pub misspelt: Vec<FieldPath>,
    /// The path of the value that ended the walk.
    pub failed_at: Option<FieldPath>,
    /// The word that was probably meant there, if one of a few belongs there.
    pub meant: Option<Fix>,
}

impl<'a> Walk<'a> {
    /// Returns a walk that skips `unread`.
    pub fn new(unread: &'a BTreeSet<FieldPath>) -> Self {
        Self { unread, state: RefCell::default() }
    }

    /// Returns what was found.
    pub fn finish(self) -> Findings {
        let WalkState { problems, misspelt, failed_at, meant, .. } = self.state.into_inner();
        Findings { problems, misspelt, failed_at, meant }
    }

    fn here(&self) -> FieldPath {
        self.state.borrow().path.iter().cloned().collect()
    }

    /// Returns whether the value one step further is to be left out.
    fn leaves_out(&self, step: impl FnOnce() -> Step) -> bool {
        !self.unread.is_empty() && self.unread.contains(&self.here().with(step()))
    }

    fn enter(&self, step: Step) {
        self.state.borrow_mut().path.push(step);
    }

    /// Leaves the step that was entered last. If reading failed below it, notes the deepest path.
    fn leave<T, E>(&self, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() && self.state.borrow().failed_at.is_none() {
            let here = self.here();
            self.state.borrow_mut().failed_at = Some(here);
        }
        self.state.borrow_mut().path.pop();
        result
    }

    /// Explains a key without a value that was reported last: `evidence: q1, q2` in braces is a field and
    /// a key, and was meant to be a list.
    fn explain_bare_key(&self, key: &str) {
        let mut state = self.state.borrow_mut();
        let Some(problem) = state.problems.last_mut() else { return };
        let is_it = problem.path.steps().last() == Some(&Step::Key(key.into()));
        let is_entry = Id::new(key).is_some() && problem.fix.is_none();
        if is_it && is_entry && problem.rule == Rule::UnknownField {
            let help = format!("if it belongs to the field before it, write a list: `[…, {key}]`");
            *problem = problem.clone().help(help).fix(Fix::new(FixChange::ListKey));
        }
    }

    fn report(&self, problem: Problem) {
        self.state.borrow_mut().problems.push(problem);
    }
}

/// A deserializer, visitor, seed or access that is part of a [`Walk`].
pub struct Guided<'w, T> {
    inner: T,
    walk: &'w Walk<'w>,
    fields: Option<&'static [&'static str]>,
}

impl<'w, T> Guided<'w, T> {
    /// Guides `inner`.
    pub fn new(inner: T, walk: &'w Walk<'w>) -> Self {
        Self { inner, walk, fields: None }
    }
}

macro_rules! guide {
    ($($method:ident($($argument:ident: $type:ty),*);)+) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($argument,)* Guided::new(visitor, self.walk))
        })+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Guided<'_, D> {
    type Error = D::Error;

    guide! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize);
        deserialize_map();
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = Guided { inner: visitor, walk: self.walk, fields: Some(fields) };
        self.inner.deserialize_struct(name, fields, visitor)
    }

    /// Reads a word: every enumeration of the format is one, and a YAML tag names no variant.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(WordVisitor { variants, visitor, walk: self.walk })
    }
}

/// Reads one of a few words.
struct WordVisitor<'w, V> {
    variants: &'static [&'static str],
    visitor: V,
    walk: &'w Walk<'w>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for WordVisitor<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.variants.join(", "))
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<V::Value, E> {
        if !self.variants.contains(&word) {
            let meant = UnknownWord::new("", word, self.variants);
            let fix = meant.nearest().map(|near| Fix::value(near).safe_if(meant.is_sure()));
            self.walk.state.borrow_mut().meant = fix;
            return Err(E::custom(UnknownWord::not_one_of(word, self.variants)));
        }
        self.visitor.visit_enum(word.into_deserializer())
    }
}

macro_rules! pass_on {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: serde::de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        })+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Guided<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    for_each_plain_value!(pass_on);

    pass_on! {
        visit_str: &str;
        visit_borrowed_str: &'de str;
        visit_string: String;
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Guided::new(inner, self.walk))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Guided::new(inner, self.walk))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(access)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(GuidedList { inner, walk: self.walk, index: 0 })
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let map = GuidedMap {
            inner,
            walk: self.walk,
            fields: self.fields,
            seen: HashSet::new(),
            repeated: HashSet::new(),
        };
        self.inner.visit_map(map)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Guided<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Guided::new(inner, self.walk))
    }
}

struct GuidedList<'w, A> {
    inner: A,
    walk: &'w Walk<'w>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for GuidedList<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        while self.walk.leaves_out(|| Step::Index(self.index)) {
            self.inner.next_element::<IgnoredAny>()?;
            self.index += 1;
        }
        self.walk.enter(Step::Index(self.index));
        self.index += 1;
        let element = self.inner.next_element_seed(Guided::new(seed, self.walk));
        self.walk.leave(element)
    }
}

struct GuidedMap<'w, A> {
    inner: A,
    walk: &'w Walk<'w>,
    fields: Option<&'static [&'static str]>,
    seen: HashSet<String>,
    /// The keys that were given more than once and are reported.
    repeated: HashSet<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for GuidedMap<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        while let Some(Scalar(key)) = self.inner.next_key::<Scalar>()? {
            if self.is_read(&key) {
                self.walk.enter(Step::Key(key.as_str().into()));
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            if self.inner.next_value::<Option<IgnoredAny>>()?.is_none() {
                self.walk.explain_bare_key(&key);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.inner.next_value_seed(Guided::new(seed, self.walk));
        self.walk.leave(value)
    }
}

/// A key that is too long has no path of its own.
fn long_key(at: FieldPath) -> Problem {
    let message = format!("a key in it has more than {MAX_KEY_BYTES} bytes");
    Problem::new(Rule::UnknownField, at, message).help("shorten it; an id is a word or two")
}

fn repeated_key(path: FieldPath, key: &str) -> Problem {
    Problem::new(Rule::DuplicateKey, path, format!("`{key}` appears more than once"))
        .at(Spot::Key)
        .help("remove all but one, or give this one another name")
}

impl<A> GuidedMap<'_, A> {
    /// Returns whether to read the value of `key`. Reports why, if not.
    fn is_read(&mut self, key: &str) -> bool {
        if key.len() > MAX_KEY_BYTES {
            self.walk.report(long_key(self.walk.here()));
            return false;
        }
        if self.walk.leaves_out(|| Step::Key(key.into())) {
            return false;
        }
        let path = || self.walk.here().key(key);
        if !self.seen.insert(key.to_owned()) {
            if self.repeated.insert(key.to_owned()) {
                self.walk.report(repeated_key(path(), key));
            }
            return false;
        }
        match self.fields {
            Some(fields) if !fields.contains(&key) => {
                self.walk.report(self.unknown_field(path(), key, fields));
                false
            }
            _ => true,
        }
    }

    /// Returns the problem of a field that the format does not have, with the nearest of the fields
    /// that the map still lacks.
    fn unknown_field(
        &self,
        path: FieldPath,
        key: &str,
        fields: &'static [&'static str],
    ) -> Problem {
        let place = match path.parent() {
            Some(parent) if parent != FieldPath::top() => format!("`{parent}`"),
            _ => "a brief".into(),
        };
        let message = format!("{place} has no field `{key}`");
        let free: Vec<&str> =
            fields.iter().copied().filter(|field| !self.seen.contains(*field)).collect();
        let unknown = UnknownWord::new(message.as_str(), key, &free);
        let is_top = self.walk.here() == FieldPath::top();
        if is_top || unknown.nearest().is_some() {
            let meant = self.walk.here().key(unknown.nearest().unwrap_or(key));
            self.walk.state.borrow_mut().misspelt.push(meant);
        }
        let move_it = if is_top { "indent it if it belongs to the field above; " } else { "" };
        let fix = unknown
            .nearest()
            .map(|near| Fix::new(FixChange::Key(near.to_owned())).safe_if(unknown.is_sure()));
        let unknown = unknown
            .spelt(|near| format!("`{near}`"))
            .otherwise(format!("{move_it}its fields are {}", in_backticks(fields)));
        let problem = Problem::new(Rule::UnknownField, path, message).at(Spot::Key);
        let bare = key.trim_matches(['“', '”', '‘', '’', '„', '«', '»', '`']);
        if bare != key && fields.contains(&bare) {
            let fix = Fix::new(FixChange::Key(bare.to_owned()));
            return problem.help(format!("write `{bare}`, without quotation marks")).fix(fix);
        }
        if key.ends_with(['”', '’', '“', '»']) {
            return problem.help(
                "the comma before it ends a text: curly quotation marks do not quote in YAML, so put \
                 straight ones, `\"`, around the whole text",
            ).fix(Fix::new(FixChange::QuoteKey));
        }
        match unknown.help() {
            Some(help) => problem.help(help).fix(fix),
            None => problem,
        }
    }
}
