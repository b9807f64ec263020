//! Identifiers: of briefs, of the items in them, and of the two together.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// Words that mean something in YAML or in the format, which no item may use as its id.
pub const RESERVED: [&str; 7] = ["source", "unstated", "everyone", "yes", "no", "on", "off"];

/// The pattern of an [`Id`], as a regular expression.
pub const PATTERN: &str = "^[a-z][a-z0-9-]*$";

/// The name of a brief, an organisation, an official, a quote, a claim or an ask:
/// a lower-case letter, then lower-case letters, digits and hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(Text);

impl Id {
    /// Returns `raw` as an id, if it is a valid one.
    pub fn new(raw: &str) -> Option<Self> {
        let rest = raw.strip_prefix(|c: char| c.is_ascii_lowercase())?;
        rest.chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            .then(|| Self(raw.into()))
    }

    /// Returns the id of a brief, from its file's stem. A stem that is not a valid id is kept as it
    /// is, cleaned, so that the file can still be listed; `check` reports the problem.
    pub fn of_file(stem: &str) -> Self {
        Self(stem.into())
    }

    /// Returns the id as a string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the id as a text.
    pub fn text(&self) -> &Text {
        &self.0
    }

    /// Returns whether the format reserves this name.
    pub fn is_reserved(&self) -> bool {
        RESERVED.contains(&self.as_str())
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// The address of an item across the library, written `brief/item`: `nca-holyrood/q3`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The brief that the item is in.
    pub brief: Id,
    /// The item's id in that brief.
    pub item: Id,
}

impl Anchor {
    /// Returns the address of `item` in `brief`.
    pub fn new(brief: &Id, item: &Id) -> Self {
        Self { brief: brief.clone(), item: item.clone() }
    }

    /// Returns the address that `raw` spells; without a slash, an item of the brief `here`.
    pub fn parse(raw: &str, here: &Id) -> Option<Self> {
        match raw.split_once('/') {
            Some((brief, item)) => Some(Self { brief: Id::new(brief)?, item: Id::new(item)? }),
            None => Some(Self { brief: here.clone(), item: Id::new(raw)? }),
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.brief, self.item)
    }
}

impl fmt::Debug for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_lower_case_ids_alone() {
        for good in ["c1", "nca-holyrood", "a", "x-9-"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in ["", "1c", "-a", "Jones", "a_b", "a b", "é", "a/b"] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn reads_addresses_with_and_without_a_brief() {
        let here = Id::new("here").unwrap();
        assert_eq!(Anchor::parse("c2", &here).unwrap().to_string(), "here/c2");
        assert_eq!(Anchor::parse("there/c2", &here).unwrap().to_string(), "there/c2");
        assert_eq!(Anchor::parse("there/c2/x", &here), None);
        assert_eq!(Anchor::parse("/c2", &here), None);
    }
}
