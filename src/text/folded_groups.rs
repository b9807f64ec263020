//! Many texts folded for search as one, so that one scan says which of them have some words.

use std::iter;
use std::ops::Range;

use memchr::memmem;

use super::fold::{Case, Needle, push_kept, push_without_case};

/// Ends each text, so that no words are in two of them: folding leaves no such character.
const END: char = '\n';

/// Texts in groups, folded for search. A group has some words if one of its texts has them; the texts
/// themselves are not kept.
///
/// ```
/// use topline::text::{Case, FoldedGroups, Needle, Seeker};
///
/// let mut groups = FoldedGroups::new(Case::Folded);
/// groups.add(["Die Straße", "naïve"]);
/// groups.add(["Straßen"]);
/// let needle = Needle::new("STRASSE", Case::Folded).unwrap();
/// assert!(groups.having(&Seeker::new(&needle), 0..2).eq([0, 1]));
/// ```
#[derive(Clone, Debug)]
pub struct FoldedGroups {
    case: Case,
    /// The folded texts of all groups, one after the other.
    text: String,
    /// The byte at which each group ends.
    ends: Vec<u32>,
}

impl FoldedGroups {
    /// Returns no groups yet. They are for needles of the same case.
    pub fn new(case: Case) -> Self {
        Self { case, text: String::new(), ends: Vec::new() }
    }

    /// Adds a group of texts after the others.
    pub fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        for text in texts {
            self.add_folded(text);
            self.text.push(END);
        }
        // Texts are bounded where they are read, far below this.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    fn add_folded(&mut self, text: &str) {
        let start = self.text.len();
        push_kept(text, &mut self.text);
        match self.case {
            Case::Kept => {}
            Case::Folded if self.text[start..].is_ascii() => {
                self.text[start..].make_ascii_lowercase();
            }
            Case::Folded => {
                let kept = self.text.split_off(start);
                push_without_case(&kept, &mut self.text);
            }
        }
    }

    /// Gives back the memory that no group takes.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Returns the number of groups.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Returns those of `groups` that have the words, in order. There may be fewer groups.
    pub fn having<'a>(
        &'a self,
        words: &'a Seeker<'_>,
        groups: Range<usize>,
    ) -> impl Iterator<Item = usize> + 'a {
        let end = groups.end.min(self.count());
        let text = &self.text[..self.start(end)];
        let mut group = groups.start.min(end);
        let mut from = self.start(group);
        iter::from_fn(move || {
            let start = words.find(text, from)?;
            let mut ends = self.ends[group..].iter();
            group += ends.position(|end| *end as usize > start)?;
            from = self.ends[group] as usize;
            group += 1;
            Some(group - 1)
        })
    }

    /// Returns whether a group has the words. There may be no such group.
    pub fn has(&self, words: &Seeker<'_>, group: usize) -> bool {
        let end = self.ends.get(group).map_or(0, |end| *end as usize);
        end > 0 && words.find(&self.text[..end], self.start(group)).is_some()
    }

    /// Returns the byte at which a group begins.
    fn start(&self, group: usize) -> usize {
        group.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }
}

/// A needle that is ready to be looked for in many texts.
#[derive(Clone, Debug)]
pub struct Seeker<'n> {
    needle: &'n Needle,
    finder: memmem::Finder<'n>,
}

impl<'n> Seeker<'n> {
    /// Makes a needle ready.
    pub fn new(needle: &'n Needle) -> Self {
        Self { needle, finder: memmem::Finder::new(needle.words()) }
    }

    /// Returns whether case counts for the needle.
    pub fn case(&self) -> Case {
        if self.needle.keeps_case() { Case::Kept } else { Case::Folded }
    }

    /// Returns where `text` has the words first, from the byte `from` on.
    fn find(&self, text: &str, mut from: usize) -> Option<usize> {
        let text = text.as_bytes();
        loop {
            let start = from + self.finder.find(&text[from..])?;
            if self.needle.may_follow(text[..start].last().copied()) {
                return Some(start);
            }
            from = start + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::FoldedText;
    use super::*;

    fn groups(case: Case, texts: &[Vec<String>]) -> FoldedGroups {
        let mut groups = FoldedGroups::new(case);
        for group in texts {
            groups.add(group.iter().map(String::as_str));
        }
        groups
    }

    #[test]
    fn looks_only_in_the_groups_that_are_asked_for() {
        let texts = [vec!["boat"], vec![], vec!["pier", "boats"], vec!["boat"]];
        let groups = groups(
            Case::Folded,
            &texts.map(|group| group.into_iter().map(str::to_owned).collect()),
        );
        let needle = Needle::new("boat", Case::Folded).unwrap();
        let having = |range| groups.having(&Seeker::new(&needle), range).collect::<Vec<_>>();
        assert_eq!(having(0..4), [0, 2, 3]);
        assert_eq!(having(1..3), [2]);
        assert_eq!(having(1..2), [0; 0]);
        assert_eq!((having(3..9), having(7..9)), (vec![3], vec![]));
        assert_eq!(groups.count(), 4);
    }

    #[test]
    fn no_words_are_in_two_texts() {
        let groups =
            groups(Case::Folded, &[vec!["stern".into(), "light 1".into()], vec!["2 May".into()]]);
        for (words, whole, found) in
            [("stern light", false, vec![]), ("2 may", true, vec![1]), ("n\nl", false, vec![])]
        {
            let needle = Needle::new(words, Case::Folded).unwrap();
            let needle = if whole { needle.from_whole_number() } else { needle };
            assert_eq!(groups.having(&Seeker::new(&needle), 0..2).collect::<Vec<_>>(), found);
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let odd = "(İ|ı|ß|ẞ|é|e\u{301}|\u{301}|Σ|ς|ﬁ|ﬀ|“|’|–|…|\u{a0}|\u{ad}|👩\u{200d}👧|각|Ǆ|ΐ|½|㎒|ſ|K)";
        proptest::string::string_regex(&format!("([a-cA-C12 \t\n]{{0,3}}{odd}|\\PC){{0,9}}"))
            .unwrap()
    }

    proptest! {
        #[test]
        fn a_group_has_what_its_texts_contain_one_by_one(
            texts in prop::collection::vec(prop::collection::vec(text(), 0..3), 0..5),
            words in "[a-cA-C12]|[a-c]{2}|2 [a-c]|ss|SS|\\PC{1,2}|Σ|i",
            kept: bool,
            whole: bool,
        ) {
            let case = if kept { Case::Kept } else { Case::Folded };
            let Some(needle) = Needle::new(&words, case) else { return Ok(()) };
            let whole = whole && words.starts_with(|c: char| c.is_ascii_digit());
            let needle = if whole { needle.from_whole_number() } else { needle };
            let contains = |group: &Vec<String>| {
                group.iter().any(|text| FoldedText::new(&text.as_str().into()).contains(&needle))
            };
            let expected: Vec<usize> =
                (0..texts.len()).filter(|index| contains(&texts[*index])).collect();
            let texts: Vec<Vec<String>> = texts
                .iter()
                .map(|group| group.iter().map(|text| super::super::Text::new(text).to_string()).collect())
                .collect();
            let found: Vec<usize> =
                groups(case, &texts).having(&Seeker::new(&needle), 0..texts.len()).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
