//! The error for an unknown word, with the known word that may have been meant.

use std::error::Error;
use std::fmt;

/// The error for an unknown word, with the known word that may have been meant.
///
/// The message says what is wrong, then suggests the nearest word. If no word is near, it may add
/// another clause that helps:
///
/// ```
/// use topline::text::UnknownWord;
///
/// let unknown = |word| {
///     UnknownWord::new(format!("no rule is called `{word}`"), word, &["no-date", "orphan"])
///         .otherwise("the rules are no-date, orphan")
///         .to_string()
/// };
/// assert_eq!(unknown("no-dat"), "no rule is called `no-dat`; did you mean no-date?");
/// assert_eq!(unknown("x"), "no rule is called `x`; the rules are no-date, orphan");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    fault: String,
    nearest: Option<String>,
    is_sure: bool,
    otherwise: Option<String>,
}

impl UnknownWord {
    /// Returns the error for `word`, which is not among `known`; `fault` says what is wrong with
    /// it.
    pub fn new(fault: impl Into<String>, word: &str, known: &[&str]) -> Self {
        let (nearest, is_sure) = match nearest(word, known) {
            Some(Nearest { word, is_sure }) => (Some(word.to_owned()), is_sure),
            None => (None, false),
        };
        Self { fault: fault.into(), nearest, is_sure, otherwise: None }
    }

    /// Returns the error for `word` in a place that takes one of the words `known`, all of which
    /// the message lists: ``expected one of text, json, found `jsn`; did you mean `json`?``.
    pub fn not_one_of(word: &str, known: &[&str]) -> Self {
        let fault = format!("expected one of {}, found `{word}`", known.join(", "));
        Self::new(fault, word, known).spelt(|near| format!("`{near}`"))
    }

    /// Returns the same error with the nearest word spelt as the user should type it.
    #[must_use]
    pub fn spelt(self, spell: impl FnOnce(&str) -> String) -> Self {
        Self { nearest: self.nearest.as_deref().map(spell), ..self }
    }

    /// Returns the same error with a clause that is added if no known word is near.
    #[must_use]
    pub fn otherwise(self, clause: impl Into<String>) -> Self {
        Self { otherwise: Some(clause.into()), ..self }
    }

    /// Returns the known word that may have been meant, as it is spelt.
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }

    /// Returns whether the nearest word is spelt alike, and no other is as near.
    pub fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// Returns what the message says after its first clause: the question, or the clause that
    /// replaces it.
    pub fn help(&self) -> Option<String> {
        match &self.nearest {
            Some(nearest) => Some(format!("did you mean {nearest}?")),
            None => self.otherwise.clone(),
        }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault)?;
        self.help().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

impl Error for UnknownWord {}

/// The nearest of some words.
struct Nearest<'k> {
    word: &'k str,
    /// Whether it is spelt alike, and no other is as near.
    is_sure: bool,
}

/// Returns the word of `known` that is nearest to `word`: by Damerau-Levenshtein distance, at
/// most a third of the word’s length; else the first that `word` abbreviates.
fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<Nearest<'k>> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let near: Vec<(usize, &str)> = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&word, &known.to_lowercase()), *known))
        .filter(|&(distance, _)| distance <= (length / 3).max(1))
        .collect();
    if let Some(&(least, word)) = near.iter().min_by_key(|&&(distance, _)| distance) {
        let is_sure = near.iter().all(|&(distance, other)| distance > least || other == word);
        return Some(Nearest { word, is_sure });
    }
    let abbreviated = known.iter().copied().find(|known| length >= 3 && known.starts_with(&word));
    abbreviated.map(|word| Nearest { word, is_sure: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_the_nearest_word_and_none_that_is_far() {
        let known = ["summary", "source", "gist", "paragraph"];
        let nearest = |word: &str, known: &[&'static str]| Some(nearest(word, known)?.word);
        assert_eq!(nearest("sumary", &known), Some("summary"));
        assert_eq!(nearest("Source", &known), Some("source"));
        assert_eq!(nearest("para", &known), Some("paragraph"));
        assert_eq!(nearest("author", &known), None);
        assert_eq!(nearest("", &known), None);
    }

    #[test]
    fn is_sure_of_a_word_only_if_no_other_is_as_near() {
        let is_sure =
            |word| UnknownWord::new("", word, &["to", "by", "text", "paragraph"]).is_sure();
        assert!(is_sure("txt") && is_sure("To"));
        assert!(!is_sure("bo") && !is_sure("para") && !is_sure("author"));
    }

    #[test]
    fn spells_the_nearest_word_as_it_is_typed() {
        let unknown = |word| {
            UnknownWord::new(format!("no brief names {word}"), word, &["vale"])
                .spelt(|near| format!("`{near}`"))
        };
        assert_eq!(unknown("vael").to_string(), "no brief names vael; did you mean `vale`?");
        assert_eq!(unknown("vael").help().as_deref(), Some("did you mean `vale`?"));
        assert_eq!(unknown("harbour").to_string(), "no brief names harbour");
    }
}
