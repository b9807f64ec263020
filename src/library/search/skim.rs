//! Which briefs a query may find something in, as far as the bytes of their files tell.
//!
//! A brief is passed over only if it cannot match: a word of the query is neither in its file nor in the
//! text of its source, however they are spelt. Everything else is left to the search.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Query;
use crate::brief::{Addressee, Id};
use crate::text::{MONTHS, fold_for_search};

/// What must be in the file of a brief, or in the text of its source, for a query to match.
#[derive(Debug)]
pub struct Skim {
    /// Runs of letters of the wanted words, folded. No file is needed to know other words: digits can be
    /// spelt in several ways, and a run that is part of a month may come from a date.
    runs: BTreeSet<String>,
}

impl Skim {
    /// Returns what a query needs; [`None`] if that says nothing, or if the query is also about briefs that
    /// do not match: a name or a topic is unknown only if no brief has it.
    pub fn new(query: &Query) -> Option<Self> {
        let runs = query.wanted().iter().flat_map(|needle| {
            let letters = needle.folded().split(|c: char| !c.is_ascii_lowercase());
            letters.filter(|run| !run.is_empty() && !is_part_of_a_given_word(run))
        });
        let runs: BTreeSet<String> = runs.map(str::to_owned).collect();
        (query.narrowings().is_empty() && !runs.is_empty()).then_some(Self { runs })
    }

    /// Returns whether the query may match the brief `id` with these bytes, which rests on a text with those.
    pub fn may_fit(&self, id: &Id, yaml: &[u8], text: Option<&[u8]>) -> bool {
        let id = fold_for_search(id.as_str());
        let files = [Some(yaml), text].into_iter().flatten().map(folded);
        let Some(files) = files.collect::<Option<Vec<_>>>() else { return true };
        let has = |run: &String| files.iter().any(|file| file.contains(run)) || id.contains(run);
        self.runs.iter().all(has)
    }
}

/// Returns whether a run of letters is in a word that briefs are found by and that is in no file.
fn is_part_of_a_given_word(run: &str) -> bool {
    let words = MONTHS.into_iter().chain([Addressee::Everyone.word(), Addressee::Unstated.word()]);
    words.into_iter().any(|word| word.contains(run))
}

/// Returns a file in which each run of letters is that the texts in it have when they are folded; [`None`] if
/// that cannot be said without parsing it: a backslash may spell a letter, or join two lines.
fn folded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = str::from_utf8(bytes).ok().filter(|text| !text.contains('\\'))?;
    Some(if text.chars().all(|c| c.is_ascii() || parts_letters(c)) {
        text.to_ascii_lowercase().into()
    } else {
        fold_for_search(text).into()
    })
}

/// Returns whether a character, none of ASCII, is of those marks that are frequent and folded to no letter.
fn parts_letters(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{a7}' | '«' | '»' | '°' | '·' | '‐'..='‧' | '‰'..='⁞' | '€')
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::super::{Scan, reference};
    use super::*;

    #[test]
    fn marks_that_part_letters_do_so_when_they_are_folded() {
        for c in ('\u{80}'..=char::MAX).filter(|c| parts_letters(*c)) {
            let folded = fold_for_search(&format!("a{c}b"));
            let between = folded.strip_prefix('a').and_then(|rest| rest.strip_suffix('b')).unwrap();
            let is_no_letter = |c: char| !c.is_alphabetic();
            assert!(!between.is_empty() && between.chars().all(is_no_letter), "{c:?}: {folded}");
        }
    }

    #[test]
    fn a_brief_is_passed_over_only_if_a_word_cannot_be_in_it() {
        let id = Id::new("harbour-news").unwrap();
        let may_fit = |query: &str, yaml: &str, text: &str| {
            let skim = Skim::new(&Query::parse(query)).unwrap();
            skim.may_fit(&id, yaml.as_bytes(), Some(text.as_bytes()))
        };
        assert!(may_fit("stern lights", "a: Lights at\n  the STERN", ""));
        assert!(may_fit("stern lights", "a: stern", "lights"));
        assert!(may_fit("\"stern light\"", "a: stern\n\n  light", ""));
        assert!(may_fit("harbour boats", "a: boats", ""));
        assert!(may_fit("2 march boats", "a: boats", ""));
        assert!(may_fit("-night boats", "a: boats by night", ""));
        assert!(may_fit("cafe", "a: café", "") && may_fit("café", "a: CAFE", ""));
        assert!(may_fit("software", "a: soft\u{ad}ware", ""));
        assert!(may_fit("cafe", "a: \"caf\\xe9\"", "") && may_fit("it's so", "a: 'it''s so'", ""));
        assert!(!may_fit("boats", "a: boat’s", "“boat” – s"));
        assert!(!may_fit("stern lights", "a: stern light", ""));
        assert!(!may_fit("cafes", "a: café", ""));
        for all in ["", "2026", "-boats", "by:vale boats", "may", "every", "б"] {
            assert!(Skim::new(&Query::parse(all)).is_none(), "{all}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_that_matches_is_passed_over(
            briefs in prop::collection::vec(reference::brief(), 4),
            queries in prop::collection::vec(reference::query(), 24),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let names = ["boat", "night-light", "a", "b"];
            let entries: Vec<_> = names.into_iter().zip(&briefs).map(|(name, brief)| {
                reference::write_and_load(folder.path(), name, brief)
            }).collect();
            for query in queries.iter().map(|query| Query::parse(query)) {
                let Some(skim) = Skim::new(&query) else { continue };
                for (entry, (_, text)) in entries.iter().zip(&briefs).filter(|(entry, _)| entry.brief.is_some()) {
                    let yaml = entry.yaml().as_bytes();
                    if !skim.may_fit(&entry.id, yaml, Some(text.as_bytes())) {
                        prop_assert!(Scan::new(&query).fitting(entry).is_none(), "{query:?}");
                    }
                }
            }
            fs::remove_dir_all(folder.path()).unwrap();
        }
    }
}
