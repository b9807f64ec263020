//! Every text, number and truth value of a file, with its path: what has to be the same after an edit
//! somewhere else.

use std::cell::RefCell;
use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::documents::documents;
use super::plain::for_each_plain_value;
use super::scalar::Scalar;
use super::{budget, syntax};
use crate::brief::field_path::{FieldPath, Step};

/// Returns the path and the value of everything in prepared `text` that is no list or map, in the order
/// of the file; [`None`] if it is not YAML.
///
/// An empty list or map counts as an empty text, and so does a key that is none.
pub fn leaves(text: &str) -> Option<Vec<(FieldPath, String)>> {
    syntax::check_limits(text).ok()?;
    let found = RefCell::default();
    budget::within(text.len().saturating_mul(4), || {
        for document in documents(text) {
            LeafSeed { path: FieldPath::top(), found: &found }.deserialize(document).ok()?;
        }
        Some(())
    })?;
    Some(found.into_inner())
}

struct LeafSeed<'f> {
    path: FieldPath,
    found: &'f RefCell<Vec<(FieldPath, String)>>,
}

impl LeafSeed<'_> {
    fn note(self, value: String) {
        self.found.borrow_mut().push((self.path, value));
    }

    fn inner(&self, step: Step) -> Self {
        Self { path: self.path.with(step), found: self.found }
    }
}

impl<'de> DeserializeSeed<'de> for LeafSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        budget::draw(1)?;
        deserializer.deserialize_any(self)
    }
}

macro_rules! note_values {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: de::Error>(self, value: $type) -> Result<(), E> {
            self.note(value.to_string());
            Ok(())
        })+
    };
}

impl<'de> Visitor<'de> for LeafSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    for_each_plain_value!(note_values);

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.note(String::new());
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        budget::draw(text.len())?;
        self.note(text.to_owned());
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        while list.next_element_seed(self.inner(Step::Index(index)))?.is_some() {
            index += 1;
        }
        if index == 0 {
            self.note(String::new());
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut is_empty = true;
        while let Some(Scalar(key)) = map.next_key()? {
            is_empty = false;
            map.next_value_seed(self.inner(Step::Key(key.as_str().into())))?;
        }
        if is_empty {
            self.note(String::new());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_value_with_its_path() {
        let found = leaves("a: {b: [x, 2, {}], c: >\n  one\n  two\n}\n").is_none();
        assert!(found, "a block inside brackets is not YAML");
        let found = leaves("a: {b: [x, 2, {}], c: 'it''s'}\nd: !!str 5\ne:\n").unwrap();
        let shown: Vec<String> =
            found.iter().map(|(path, value)| format!("{path}={value}")).collect();
        assert_eq!(shown, ["a.b.0=x", "a.b.1=2", "a.b.2=", "a.c=it's", "d=5", "e="]);
    }
}
