//! Many texts folded for search as one, so that one scan says which of them have some words.

use std::hint::black_box;
use std::ops::Range;

use memchr::memmem;

use super::bits;
use crate::text::{Case, Needle, push_folded_text};

/// Ends each text, so that no words are in two of them: folding leaves no such character.
const END: char = '\n';

/// The bytes of a page of memory, and of the line of it that is fetched at once, on most machines.
const PAGE: usize = 4096;
pub const LINE: usize = 64;

/// The letters and digits that are looked up and not looked for.
const LETTERS: usize = 36;

/// One group in this many is few: it takes less time to look in each of them than through the text of all.
const FEW: usize = 8;

/// Texts in groups, folded for search. A group has some words if one of its texts has them; the texts
/// themselves are not kept.
#[derive(Clone, Debug)]
pub struct FoldedGroups {
    /// The folded texts of all groups, one after the other.
    text: Box<str>,
    /// The byte at which each group ends.
    ends: Box<[u32]>,
    /// For each letter the groups that have it.
    with_letters: Box<[u64]>,
}

/// Groups of texts that are being folded.
#[derive(Debug)]
pub struct Folding {
    case: Case,
    text: String,
    ends: Vec<u32>,
    /// The letters that each group has.
    letters: Vec<u64>,
}

impl Folding {
    /// Begins without any group. They are for needles of the same case.
    pub fn new(case: Case) -> Self {
        Self { case, text: String::new(), ends: Vec::new(), letters: Vec::new() }
    }

    /// Makes room for texts of about so many bytes.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds a group of texts after the others.
    pub fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let start = self.text.len();
        for text in texts {
            push_folded_text(text, self.case, &mut self.text);
            self.text.push(END);
        }
        let letters = self.text[start..].bytes().map(|byte| LETTER[usize::from(byte)]);
        self.letters.push(letters.fold(0, |all, one| all | one));
        // Texts are bounded where they are read, far below this.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Returns the groups.
    pub fn finish(self) -> FoldedGroups {
        let length = self.ends.len().div_ceil(64);
        let mut with_letters = vec![0; LETTERS * length];
        for (group, letters) in self.letters.iter().enumerate() {
            for letter in bits::numbers(&[*letters]) {
                bits::insert(&mut with_letters[letter * length..], group);
            }
        }
        FoldedGroups {
            text: self.text.into(),
            ends: self.ends.into(),
            with_letters: with_letters.into(),
        }
    }
}

impl FoldedGroups {
    /// Returns the number of groups.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Asks for the memory that a search goes through; that of the text if words are looked for.
    pub fn read_ahead(&self, in_text: bool) {
        read_ahead(&self.with_letters, LINE);
        if in_text {
            read_ahead(&self.ends, LINE);
            read_ahead(self.text.as_bytes(), PAGE);
        }
    }

    /// Returns whether a group has the words. There may be no such group.
    pub fn has(&self, words: &Seeker<'_>, group: usize) -> bool {
        let range = self.range(group);
        range.is_some_and(|range| words.find(&self.text[..range.end], range.start).is_some())
    }

    /// Takes out of `groups` those that lack the words, or are none.
    pub fn retain(&self, words: &Seeker<'_>, groups: &mut [u64]) {
        for letter in words.letters() {
            bits::intersect(groups, self.with_letter(letter));
        }
        if words.is_letter() {
            return;
        }
        let sought = bits::count(groups, 0..self.count());
        #[cfg(test)]
        tests::SOUGHT.set(tests::SOUGHT.get() + sought);
        if sought * FEW <= self.count() {
            bits::retain(groups, |group| self.has(words, group));
        } else {
            // The next that is found tells of all groups up to it.
            let mut found = None;
            bits::retain(groups, |group| {
                let Some(Range { start, end }) = self.range(group) else { return false };
                if found.is_none_or(|found| found < start) {
                    found = Some(words.find(&self.text, start).unwrap_or(usize::MAX));
                }
                found < Some(end)
            });
        }
    }

    fn with_letter(&self, letter: usize) -> &[u64] {
        let length = self.count().div_ceil(64);
        &self.with_letters[letter * length..(letter + 1) * length]
    }

    /// Returns the bytes of the text of a group.
    fn range(&self, group: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(group)?;
        let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(start as usize..end as usize)
    }
}

/// Reads one of `items` in each stretch of so many bytes. Nothing waits for it, so the memory of others can be
/// asked for before it has come; a search would wait for one after the other.
pub fn read_ahead<T: Copy>(items: &[T], bytes: usize) {
    for item in items.iter().step_by(bytes / size_of::<T>()) {
        black_box(*item);
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

    /// Returns the numbers of the letters that each text with the words has.
    fn letters(&self) -> impl Iterator<Item = usize> {
        self.needle.words().bytes().filter_map(letter)
    }

    /// Returns whether every text with its one letter has the words.
    pub fn is_letter(&self) -> bool {
        self.needle.words().len() == 1
            && self.letters().next().is_some()
            && self.needle.may_follow(Some(b'0'))
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

/// For each byte the set of the letter that it is.
const LETTER: [u64; 256] = {
    let mut sets = [0; 256];
    let mut byte = 0;
    while byte < sets.len() {
        #[expect(clippy::cast_possible_truncation, reason = "there are 256 bytes")]
        if let Some(letter) = letter(byte as u8) {
            sets[byte] = 1 << letter;
        }
        byte += 1;
    }
    sets
};

/// Returns the number of a letter or a digit of ASCII, from 0.
const fn letter(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as usize),
        b'0'..=b'9' => Some((byte - b'0') as usize + 26),
        _ => None,
    }
}

#[cfg(test)]
pub mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;
    use crate::text::{FoldedText, Text};

    thread_local! {
        /// How many groups words were looked for in.
        pub static SOUGHT: Cell<usize> = const { Cell::new(0) };
    }

    fn folded<T: AsRef<str>>(case: Case, texts: &[Vec<T>]) -> FoldedGroups {
        let mut groups = Folding::new(case);
        for group in texts {
            groups.add(group.iter().map(T::as_ref));
        }
        groups.finish()
    }

    /// Returns those of the groups `among` that have the words.
    fn having(groups: &FoldedGroups, needle: &Needle, among: &[usize]) -> Vec<usize> {
        let limit = among.iter().max().map_or(0, |last| last + 1);
        let mut bits = vec![0; limit.div_ceil(64)];
        bits::insert_all(&mut bits, among.iter().copied());
        let words = Seeker::new(needle);
        groups.retain(&words, &mut bits);
        for group in among {
            assert_eq!(groups.has(&words, *group), bits::has(&bits, *group), "{group}");
        }
        bits::numbers(&bits).collect()
    }

    fn needle(words: &str) -> Needle {
        Needle::new(words, Case::Folded).unwrap()
    }

    #[test]
    fn tells_which_groups_have_words_however_they_are_spelt() {
        let groups = folded(Case::Folded, &[vec!["Die Straße", "naïve"], vec!["Straßen"]]);
        assert_eq!(having(&groups, &needle("STRASSE"), &[0, 1]), [0, 1]);
        assert_eq!(having(&groups, &needle("naive"), &[0, 1]), [0]);
    }

    #[test]
    fn looks_only_in_the_groups_that_are_asked_for() {
        let groups =
            folded(Case::Folded, &[vec!["boat"], vec![], vec!["pier", "boats"], vec!["boat"]]);
        let among = |among: &[usize]| having(&groups, &needle("boat"), among);
        assert_eq!(among(&[0, 1, 2, 3]), [0, 2, 3]);
        assert_eq!(among(&[1, 2]), [2]);
        assert_eq!(among(&[1]), [0; 0]);
        assert_eq!((among(&[3, 4, 99]), among(&[7])), (vec![3], vec![]));
        assert_eq!(groups.count(), 4);
    }

    #[test]
    fn a_letter_is_looked_up_and_words_are_looked_for_only_where_all_their_letters_are() {
        let texts: Vec<_> = (0..40).map(|i| vec![format!("boat {i}")]).collect();
        let groups = folded(Case::Folded, &[texts, vec![vec!["unlit quay".to_owned()]]].concat());
        let all: Vec<usize> = (0..41).collect();
        let sought = |words: &str| {
            SOUGHT.take();
            (having(&groups, &needle(words), &all), SOUGHT.take())
        };
        assert_eq!(sought("u"), (vec![40], 0));
        assert_eq!(sought("7"), (vec![7, 17, 27, 37], 0));
        assert_eq!(sought("xylophone"), (vec![], 0));
        assert_eq!(sought("un"), (vec![40], 1));
        assert_eq!(sought("nu"), (vec![], 1));
        assert_eq!(sought("at 33"), (vec![33], 13));
        assert_eq!(sought("-"), (vec![], 41));
    }

    #[test]
    fn no_words_are_in_two_texts() {
        let groups = folded(Case::Folded, &[vec!["stern", "light 1"], vec!["2 May"]]);
        for (words, whole, found) in
            [("stern light", false, vec![]), ("2 may", true, vec![1]), ("n\nl", false, vec![])]
        {
            let needle = if whole { needle(words).from_whole_number() } else { needle(words) };
            assert_eq!(having(&groups, &needle, &[0, 1]), found);
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
            texts in prop::collection::vec(prop::collection::vec(text(), 0..3), 0..70),
            words in "[a-cA-C12]|[a-c]{2}|2 [a-c]|ss|SS|\\PC{1,2}|Σ|i",
            kept: bool,
            whole: bool,
            nth in 1..12_usize,
        ) {
            let case = if kept { Case::Kept } else { Case::Folded };
            let Some(needle) = Needle::new(&words, case) else { return Ok(()) };
            let whole = whole && words.starts_with(|c: char| c.is_ascii_digit());
            let needle = if whole { needle.from_whole_number() } else { needle };
            let texts: Vec<Vec<Text>> =
                texts.iter().map(|group| group.iter().map(|text| Text::new(text)).collect()).collect();
            let contains = |group: &Vec<Text>| {
                group.iter().any(|text| FoldedText::new(text).contains(&needle))
            };
            let among: Vec<usize> = (0..texts.len()).step_by(nth).collect();
            let expected: Vec<usize> =
                among.iter().copied().filter(|index| contains(&texts[*index])).collect();
            prop_assert_eq!(having(&folded(case, &texts), &needle, &among), expected);
        }
    }
}
