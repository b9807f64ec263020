//! Where the reader can be opened, left and marked.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::brief::Id;

/// A brief or an item of it, written as the permalink that `topline read --at` takes:
/// `nca-holyrood`, `nca-holyrood/q3`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target {
    /// The brief.
    pub brief: Id,
    /// The item of it that gets the focus.
    pub item: Option<Id>,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.item {
            Some(item) => write!(f, "{}/{item}", self.brief),
            None => write!(f, "{}", self.brief),
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (brief, item) =
            text.split_once('/').map_or((text, None), |(brief, item)| (brief, Some(item)));
        let item = item
            .map(|item| Id::new(item).ok_or_else(|| format!("`{item}` is not a valid id")))
            .transpose()?;
        Ok(Self { brief: Id::of_file(brief), item })
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}
