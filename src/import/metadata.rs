//! What a file says about itself: its title, who published it, when. Each with where that is said.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// What a file says about itself. The values are lines of clean text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The title as printed.
    pub title: Option<SourcedValue>,
    /// Who published it.
    pub publisher: Option<SourcedValue>,
    /// Who wrote it.
    pub author: Option<SourcedValue>,
    /// When it came out, as the file writes the date.
    pub issued: Option<SourcedValue>,
    /// When it was read or saved, as the file writes the date.
    pub accessed: Option<SourcedValue>,
    /// Its web address; http or https.
    pub url: Option<SourcedValue>,
    /// The site, paper or programme that it appeared in.
    pub container: Option<SourcedValue>,
    /// The kind of text, in the words of the format of a brief: `debate`.
    pub kind: Option<SourcedValue>,
    /// Whether it is a mail, which may be the source itself or bring it.
    pub is_mail: bool,
}

/// A value, and where the file says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcedValue {
    /// The value, on one line.
    pub value: String,
    /// Where it is said, to follow the word “from”: `the page’s heading`.
    pub origin: String,
}

/// The most characters that a value has. What is longer is no title and no name.
const LONGEST: usize = 500;

impl SourcedValue {
    /// Returns a value that says something: neither empty, nor longer than a title or a name is.
    pub fn new(value: &str, origin: &str) -> Option<Self> {
        let value = Text::flow(value);
        let says_something = value.contains(char::is_alphanumeric);
        (says_something && value.chars().count() <= LONGEST)
            .then(|| Self { value: value.to_string(), origin: origin.to_owned() })
    }

    /// Returns a web address, if it is one.
    pub fn url(value: &str, origin: &str) -> Option<Self> {
        let value = value.trim();
        let is_address = ["http://", "https://"].iter().any(|scheme| {
            value.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
        });
        if !is_address || value.contains(char::is_whitespace) {
            return None;
        }
        Self::new(value, origin)
    }
}

impl Metadata {
    /// Takes from `other` what is not known yet.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            author: self.author.or(other.author),
            issued: self.issued.or(other.issued),
            accessed: self.accessed.or(other.accessed),
            url: self.url.or(other.url),
            container: self.container.or(other.container),
            kind: self.kind.or(other.kind),
            is_mail: self.is_mail || other.is_mail,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_says_something_on_one_line() {
        let value = |raw: &str| SourcedValue::new(raw, "x").map(|value| value.value);
        assert_eq!(value(" Board\n warns\u{1b} ").as_deref(), Some("Board warns\u{fffd}"));
        assert_eq!(value(" – "), None);
        assert_eq!(value(&"x".repeat(LONGEST + 1)), None);
    }

    #[test]
    fn an_address_has_a_scheme_that_a_brief_may_name() {
        let url = |raw: &str| SourcedValue::url(raw, "x").is_some();
        assert!(url("HTTPS://example.org/a"));
        assert!(
            ["ftp://example.org", "/a", "javascript:x", "http://a b", ""]
                .iter()
                .all(|raw| !url(raw))
        );
    }
}
