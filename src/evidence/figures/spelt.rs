//! Numbers in words: `forty-two`, `three hundred and seven`, `a million`, and the words that they
//! are made of.

use std::ops::Range;

use super::amount::{ONE, Ratio};
use super::parser::Number;
use super::tokens::LowerTokens;
use crate::evidence::source::english;

/// The number in words that begins at the token `at`.
pub fn number_at(tokens: &LowerTokens<'_>, at: usize) -> Option<Number> {
    let article = english::ARTICLES.contains(tokens.word(at));
    let mut next = at + usize::from(article);
    let (mut total, mut current) = (Ratio::whole(0), Ratio::whole(0));
    let mut magnitude = ONE;
    let mut run = NumberWords { tokens, start: at, spelt: 0, scaled: false };
    if article {
        whole_magnitude(tokens.word(next))?;
        current = ONE;
    }
    loop {
        let word = tokens.word(next);
        if let Some(small) = small(word).filter(|_| run.adds(next)) {
            current = current.plus(Ratio::whole(small))?;
            run.spelt += 1;
            run.scaled = false;
        } else if let Some(times) = whole_magnitude(word).filter(|_| run.spelt > 0 || article) {
            current = current.times(times)?;
            magnitude = times;
            run.scaled = true;
            if times != Ratio::whole(100) {
                total = total.plus(current)?;
                current = Ratio::whole(0);
            }
        } else if !run.leads_on(next) {
            break;
        }
        next += 1;
    }
    let value = total.plus(current)?;
    let is_weak = value == ONE && run.spelt == 1;
    let is_number = (run.spelt > 0 || article) && !is_zero_of_name(tokens, at..next);
    is_number.then_some(Number { magnitude, is_weak, ..Number::new(value, at..next) })
}

/// The end of a word with a number in it that counts nothing: `half-hearted`, `third-party`.
pub fn idiom_at(tokens: &LowerTokens<'_>, at: usize) -> Option<usize> {
    let start = at + usize::from(english::ARTICLES.contains(tokens.word(at)));
    let end = |idiom: &&str| {
        idiom.split(' ').try_fold(start, |at, word| {
            (tokens.word(at) == word).then(|| tokens.past_hyphen(at + 1))
        })
    };
    english::NUMBER_IDIOMS.iter().find_map(end)
}

/// Whether the word in `number` is the zero of a name: `zero-hours`, `net zero`.
fn is_zero_of_name(tokens: &LowerTokens<'_>, number: Range<usize>) -> bool {
    tokens.word(number.start) == "zero"
        && (tokens.is_dash(number.end)
            || tokens.word_before(number.start, 1) == "net"
            || tokens.is_hyphen(number.start.saturating_sub(1))
            || english::AFTER_ZERO.contains(tokens.word(number.end)))
}

/// The words of a number that were read so far.
struct NumberWords<'a> {
    tokens: &'a LowerTokens<'a>,
    /// The first of them.
    start: usize,
    /// How many of them are numbers below a hundred.
    spelt: usize,
    /// Whether the last of them is a magnitude.
    scaled: bool,
}

impl NumberWords<'_> {
    /// Whether the token at `next` ties the number after it to those before: the `and` of
    /// `three hundred and seven`, the hyphen of `forty-two`.
    fn leads_on(&self, next: usize) -> bool {
        let ties = if self.tokens.is_hyphen(next) {
            self.adds(next + 1)
        } else {
            self.tokens.word(next) == "and" && self.scaled
        };
        ties && small(self.tokens.word(next + 1)).is_some()
    }

    /// Whether a number below a hundred at `next` goes on with those before: after nothing, after
    /// tens if it is below ten, after a magnitude.
    fn adds(&self, next: usize) -> bool {
        let before = next.checked_sub(1).filter(|before| *before >= self.start);
        let before = before.map_or("", |before| {
            let word = if self.tokens.is_dash(before) { before.saturating_sub(1) } else { before };
            self.tokens.word(word)
        });
        let is_unit = small(self.tokens.word(next)).is_some_and(|small| (1..10).contains(&small));
        self.spelt == 0 || self.scaled || (is_unit && tens(before).is_some())
    }
}

/// The factor of a magnitude: `thousand`, `k`, `million`, `m`, `bn`.
pub fn magnitude(word: &str) -> Option<Ratio> {
    english::MAGNITUDES.get(word).map(Ratio::whole)
}

/// The factor of a magnitude that is not a letter or two.
fn whole_magnitude(word: &str) -> Option<Ratio> {
    magnitude(word).filter(|_| word.len() > 2)
}

/// Numbers below a hundred that have a word.
pub fn small(word: &str) -> Option<i128> {
    place(english::BELOW_TWENTY, word).or_else(|| tens(word))
}

/// `twenty` to `ninety`.
fn tens(word: &str) -> Option<i128> {
    place(english::TENS, word).map(|place| 10 * (place + 2))
}

/// `first` to `nineteenth`, and the tens up to `hundredth`.
pub fn ordinal(word: &str) -> Option<i128> {
    let small = place(english::ORDINALS, word).map(|place| place + 1);
    small.or_else(|| match word {
        "hundredth" => Some(100),
        word => tens(&format!("{}y", word.strip_suffix("ieth")?)),
    })
}

/// The parts that a fraction's word names: 3 for `third` and `thirds`, 2 for `half`.
pub fn part(word: &str) -> Option<i128> {
    match word {
        word if english::HALVES.contains(word) => Some(2),
        word if english::QUARTERS.contains(word) => Some(4),
        word => ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|parts| *parts > 2),
    }
}

/// How many times as much a word says: 2 for `doubled`, a half for `halved`.
pub fn multiple(word: &str) -> Option<Ratio> {
    if english::HALVED.contains(word) {
        return Ratio::new(1, 2);
    }
    let times = english::MULTIPLES.get(word).or_else(|| small(word.strip_suffix("fold")?));
    times.map(Ratio::whole)
}

/// The place of `word` in `list`, from 0.
pub fn place(list: english::WordList, word: &str) -> Option<i128> {
    list.place(word).and_then(|at| i128::try_from(at).ok())
}
