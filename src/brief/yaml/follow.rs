//! Follows a path through a file to the byte at which its last step begins.
//!
//! `serde_yaml` gives places only in errors. So the text is walked again along the path, everything
//! else is skipped, and the value (or key) at its end fails on purpose with a known mark: the error
//! then carries the place. A visitor of `deserialize_any` has to fail, or the place is that of the
//! parent.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::brief::field_path::Step;
use crate::text::Text;

/// What the error that is raised on purpose says.
const MARK: &str = "topline found the place";

/// What stands at the end of a path.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// A text, decoded.
    Text(String),
    /// A number, a truth value or nothing.
    Token,
    /// A map or a list.
    #[default]
    Collection,
}

/// The byte at which the value at the end of `steps` begins, or the `nth` key of that name,
/// counted from 1; and what it is.
pub fn follow(text: &str, steps: &[Step], nth_key: Option<usize>) -> Option<(usize, Node)> {
    let found = RefCell::default();
    let document = serde_yaml::Deserializer::from_str(text).next()?;
    let error = Follow { steps, nth_key, found: &found }.deserialize(document).err()?;
    let location = error.location().filter(|_| error.to_string().contains(MARK))?;
    Some((location.index(), found.into_inner()))
}

/// Follows a path down to its end, and fails there.
#[derive(Clone, Copy)]
struct Follow<'p> {
    steps: &'p [Step],
    nth_key: Option<usize>,
    found: &'p RefCell<Node>,
}

impl<'de> DeserializeSeed<'de> for Follow<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Follow<'_> {
    /// Fails on purpose, if the path ends here. Where one value stands for a list, it is its
    /// own first entry.
    fn end<E: de::Error>(self, node: Node) -> Result<(), E> {
        let is_only_entry = node != Node::Collection && self.steps == [Step::Index(0)];
        if self.steps.is_empty() || is_only_entry {
            self.found.replace(node);
            return Err(E::custom(MARK));
        }
        Ok(())
    }

    fn further(self) -> Self {
        Self { steps: self.steps.get(1..).unwrap_or_default(), ..self }
    }
}

macro_rules! end_at_tokens {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: de::Error>(self, _: $type) -> Result<(), E> {
            self.end(Node::Token)
        })+
    };
}

impl<'de> Visitor<'de> for Follow<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    end_at_tokens! {
        visit_bool: bool;
        visit_i64: i64;
        visit_i128: i128;
        visit_u64: u64;
        visit_u128: u128;
        visit_f64: f64;
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.end(Node::Token)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.end(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some(Step::Index(wanted)) = self.steps.first() else {
            self.end(Node::Collection)?;
            return IgnoredAny.visit_seq(list).map(drop);
        };
        for _ in 0..*wanted {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(self.further())?;
        IgnoredAny.visit_seq(list).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some(Step::Key(wanted)) = self.steps.first() else {
            self.end(Node::Collection)?;
            return IgnoredAny.visit_map(map).map(drop);
        };
        let nth_key = self.nth_key.filter(|_| self.steps.len() == 1);
        let key = WantedKey { wanted, fail_at: nth_key, seen: &Cell::new(0), found: self.found };
        while let Some(is_wanted) = map.next_key_seed(key)? {
            if is_wanted && nth_key.is_none() {
                map.next_value_seed(self.further())?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Tells whether a key is the wanted one, and fails at the one whose place is asked for.
#[derive(Clone, Copy)]
struct WantedKey<'p> {
    wanted: &'p str,
    fail_at: Option<usize>,
    seen: &'p Cell<usize>,
    found: &'p RefCell<Node>,
}

impl<'de> DeserializeSeed<'de> for WantedKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for WantedKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<bool, E> {
        if Text::new(key) != *self.wanted {
            return Ok(false);
        }
        self.seen.set(self.seen.get() + 1);
        if self.fail_at == Some(self.seen.get()) {
            self.found.replace(Node::Text(key.to_owned()));
            return Err(E::custom(MARK));
        }
        Ok(true)
    }
}
