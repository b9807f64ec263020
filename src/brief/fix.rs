//! How an edit fixes a problem, in words of the field and not of places in the file.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::{Text, bounded};

/// The one right fix of a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does, as a short imperative: ``write `vale` ``.
    pub title: Text,
    /// What changes.
    pub change: FixChange,
    /// Whether it leaves alone what is claimed. Other fixes are only offered.
    pub is_safe: bool,
}

/// What a fix changes of the field that its problem is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FixChange {
    /// The text becomes this one.
    Value(String),
    /// The text becomes a list of these words.
    List(Vec<String>),
    /// The entry of a list becomes these entries.
    Entries(Vec<String>),
    /// The text becomes the only entry of a list.
    Listed,
    /// The lines of the text become the entries of a list: each begins with a dash already.
    Dashes,
    /// The key becomes this one.
    Key(String),
    /// These characters of the text become these words. Characters are counted without white space,
    /// as in [`Spot::Within`](super::Spot::Within); no range is empty, and they are in order.
    Characters(Vec<(Range<usize>, String)>),
    /// The text that this byte of the file is in is put in quotation marks.
    Quote(usize),
    /// The text that the key was taken from is put in quotation marks.
    QuoteKey,
    /// The key, and the text of the field before it, become entries of a list.
    ListKey,
    /// The quotation mark or apostrophe at this byte of the file no longer ends the text that it is in.
    Unend(usize),
    /// The quotation mark or bracket at this byte of the file is closed.
    Close(usize),
    /// These bytes of the file are deleted.
    Delete(Range<usize>),
    /// These bytes of the file become an ordinary space.
    Space(Range<usize>),
    /// The tabs that indent lines, from the one with this byte of the file, become spaces.
    Tabs(usize),
}

impl Fix {
    /// Returns a fix that leaves alone what is claimed.
    pub fn new(change: FixChange) -> Self {
        Self { title: bounded(&change.title()), change, is_safe: true }
    }

    /// Returns the fix by which the text becomes `text`, an id or another word.
    pub fn value(text: impl Into<String>) -> Self {
        Self::new(FixChange::Value(text.into()))
    }

    /// Returns the same fix under another title.
    #[must_use]
    pub fn titled(self, title: impl Into<Text>) -> Self {
        Self { title: bounded(&title.into()), ..self }
    }

    /// Returns the same fix, safe only if `is_safe`.
    #[must_use]
    pub fn safe_if(self, is_safe: bool) -> Self {
        Self { is_safe: self.is_safe && is_safe, ..self }
    }
}

impl FixChange {
    fn title(&self) -> String {
        match self {
            Self::Value(text) => format!("write `{text}`"),
            Self::List(words) => format!("write a list: `[{}]`", words.join(", ")),
            Self::Entries(words) => format!("make an entry of each: `{}`", words.join("`, `")),
            Self::Listed => "make a list of it".into(),
            Self::Dashes => "begin each entry with `- `".into(),
            Self::Close(_) => "close it".into(),
            Self::Delete(_) => "delete it".into(),
            Self::Key(key) => format!("rename it `{key}`"),
            Self::Characters(parts) => {
                let words: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
                format!("write `{}`", words.join("`, `"))
            }
            Self::Quote(_) | Self::QuoteKey => "put the whole text in quotation marks".into(),
            Self::ListKey => "write the list in brackets".into(),
            Self::Unend(_) => "write this mark so that it does not end the text".into(),
            Self::Space(_) => "type an ordinary space".into(),
            Self::Tabs(_) => "indent with spaces".into(),
        }
    }
}
