//! Lists in which a word is looked up at once, however long they are.

use std::ops::Deref;
use std::slice;

/// Words in their order, each once. The compiler makes the table by which they are found.
#[derive(Clone, Copy)]
pub struct WordList {
    words: &'static [&'static str],
    /// The place of each word, counted from 1, at its hash or after it; 0 where there is none.
    slots: &'static [u16],
}

impl WordList {
    /// The `words`, with the [`table`] of them.
    pub const fn new(words: &'static [&'static str], slots: &'static [u16]) -> Self {
        Self { words, slots }
    }

    /// Whether it has `word`.
    pub fn contains(self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// The place of `word`, counted from 0.
    pub fn place(self, word: &str) -> Option<usize> {
        let mut slot = hash(word);
        loop {
            let place = usize::from(self.slots[slot & (self.slots.len() - 1)]).checked_sub(1)?;
            if self.words[place] == word {
                return Some(place);
            }
            slot += 1;
        }
    }
}

/// The words, as a slice.
impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.words
    }
}

impl IntoIterator for WordList {
    type Item = &'static &'static str;
    type IntoIter = slice::Iter<'static, &'static str>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.iter()
    }
}

/// What each of some words means, looked up at once.
#[derive(Clone, Copy)]
pub struct WordTable<T: 'static> {
    words: WordList,
    /// What the word at each place means.
    values: &'static [T],
}

impl<T: Copy> WordTable<T> {
    /// The `words` with what each of them means.
    pub const fn new(words: WordList, values: &'static [T]) -> Self {
        Self { words, values }
    }

    /// What `word` means. If two rows have it, the first one counts.
    pub fn get(self, word: &str) -> Option<T> {
        self.words.place(word).map(|place| self.values[place])
    }

    /// Its words, in their order.
    pub fn words(self) -> WordList {
        self.words
    }

    /// What the words mean, in their order: several times the same, if several words mean it.
    pub fn values(self) -> impl Iterator<Item = T> {
        self.values.iter().copied()
    }
}

/// Makes a [`WordList`] of these words.
macro_rules! words {
    ($($word:literal),* $(,)?) => {{
        const WORDS: &[&str] = &[$($word),*];
        const SLOTS: [u16; $crate::evidence::source::english::slots(WORDS.len())] =
            $crate::evidence::source::english::table(WORDS);
        $crate::evidence::source::english::WordList::new(WORDS, &SLOTS)
    }};
}
pub(crate) use words;

/// Makes a [`WordTable`] of rows, each what its words mean.
macro_rules! word_table {
    ($($value:literal => [$($word:literal),* $(,)?]),* $(,)?) => {
        $crate::evidence::source::english::WordTable::new(
            $crate::evidence::source::english::words![$($($word),*),*],
            &[$($({ let _ = $word; $value }),*),*],
        )
    };
}
pub(crate) use word_table;

/// How many slots a list of so many words has: a power of two, of which half or more stay empty.
pub const fn slots(words: usize) -> usize {
    (2 * words + 1).next_power_of_two()
}

/// The slots of `words`, of which there are fewer than 65,536.
#[expect(clippy::cast_possible_truncation, reason = "no list is so long")]
pub const fn table<const SLOTS: usize>(words: &[&str]) -> [u16; SLOTS] {
    let mut slots = [0; SLOTS];
    let mut place = 0;
    while place < words.len() {
        let mut slot = hash(words[place]);
        while slots[slot & (SLOTS - 1)] != 0 {
            slot += 1;
        }
        place += 1;
        slots[slot & (SLOTS - 1)] = place as u16;
    }
    slots
}

/// A number by which words differ: of their length, and of their first, middle and last bytes.
#[expect(clippy::cast_possible_truncation, reason = "eight bits of a length are enough")]
const fn hash(word: &str) -> usize {
    let bytes = word.as_bytes();
    let length = bytes.len();
    if length == 0 {
        return 0;
    }
    let number = (bytes[0] as u32) << 24
        | (bytes[length / 2] as u32) << 16
        | (bytes[length - 1] as u32) << 8
        | (length & 0xff) as u32;
    (number.wrapping_mul(0x9e37_79b1) >> 16) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_its_words_and_no_others() {
        let list = words!["a", "an", "and", "ants", "été", "aunt"];
        for (place, word) in list.iter().enumerate() {
            assert_eq!(list.place(word), Some(place));
        }
        for other in ["", "b", "A", "ands", "ends", "ét", "aint"] {
            assert!(!list.contains(other), "{other}");
        }
        assert!(!words![].contains(""));
    }

    #[test]
    fn most_words_are_where_their_hash_says() {
        let list = super::super::SPEECH_VERBS;
        let steps = |word: &str| {
            let place = list.place(word).and_then(|place| u16::try_from(place + 1).ok());
            (0..list.slots.len()).find(|step| Some(list.slots[(hash(word) + step) & (list.slots.len() - 1)]) == place)
        };
        let steps: usize = list.iter().filter_map(|word| steps(word)).sum();
        assert!(steps < 2 * list.len(), "{steps}");
    }
}
