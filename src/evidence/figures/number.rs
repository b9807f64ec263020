//! Numbers as they are spelt: in digits, with a suffix, or in words.

use super::amount::Ratio;

/// A number in digits, and the letters that follow it without a space: `20` and `m` of `20m`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits<'a> {
    /// What the digits say.
    pub value: Ratio,
    /// Lower-case or not, as spelt; often empty.
    pub suffix: &'a str,
    /// Whether they are four digits without a separator, as a year is.
    pub is_year: bool,
    /// The hours and minutes, where a colon or a point parts them.
    pub clock: Option<(i128, i128)>,
}

/// The number that `word` begins with; nothing where it begins with a letter.
pub fn digits(word: &str) -> Option<Digits<'_>> {
    let end = word.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | ':')).unwrap_or(word.len());
    let (number, suffix) = word.split_at(end);
    let (fraction, suffix) = vulgar(suffix);
    let clock = number.split_once([':', '.']).and_then(|(hours, minutes)| {
        let (hours, minutes) = (hours.parse::<i128>().ok()?, minutes.parse::<i128>().ok()?);
        (number.len() - number.find([':', '.'])? == 3 && hours < 25 && minutes < 60)
            .then_some((hours, minutes))
    });
    let value = match (decimal(number), fraction) {
        (Some(whole), Some(part)) => whole.plus(part)?,
        (None, Some(part)) if number.is_empty() => part,
        (Some(whole), None) => whole,
        (None, _) if number.contains(':') => Ratio::whole(clock?.0 * 60 + clock?.1),
        (None, _) => return None,
    };
    let is_year =
        number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()) && fraction.is_none();
    Some(Digits { value, suffix, is_year, clock })
}

/// `1,000`, `1,000.50`, `3.5`, `1.000.000`.
fn decimal(number: &str) -> Option<Ratio> {
    let grouped = |parts: &[&str]| {
        parts.len() > 1
            && (1..=3).contains(&parts[0].len())
            && parts[1..].iter().all(|part| part.len() == 3)
    };
    let points: Vec<&str> = number.split('.').collect();
    if points.len() > 2 {
        return if grouped(&points) {
            points.concat().parse().ok().map(Ratio::whole)
        } else {
            None
        };
    }
    let (whole, places) = number.split_once('.').unwrap_or((number, ""));
    let commas: Vec<&str> = whole.split(',').collect();
    if commas.len() > 1 && !grouped(&commas) {
        return None;
    }
    let digits = format!("{}{places}", commas.concat());
    let scale = 10i128.checked_pow(u32::try_from(places.len()).ok()?)?;
    Ratio::new(digits.parse().ok()?, scale)
}

fn vulgar(suffix: &str) -> (Option<Ratio>, &str) {
    let Some(first) = suffix.chars().next() else { return (None, suffix) };
    let ratio = match first {
        '½' => Ratio::new(1, 2),
        '¼' => Ratio::new(1, 4),
        '¾' => Ratio::new(3, 4),
        '⅓' => Ratio::new(1, 3),
        '⅔' => Ratio::new(2, 3),
        '⅕' => Ratio::new(1, 5),
        '⅛' => Ratio::new(1, 8),
        _ => None,
    };
    if ratio.is_some() { (ratio, &suffix[first.len_utf8()..]) } else { (None, suffix) }
}

/// What a magnitude multiplies by: `thousand`, `k`, `million`, `m`, `bn`.
pub fn magnitude(word: &str) -> Option<Ratio> {
    let exponent = match word {
        "hundred" => 2,
        "thousand" | "k" => 3,
        "million" | "m" | "mn" | "mln" => 6,
        "billion" | "bn" | "b" => 9,
        "trillion" | "tn" | "trn" => 12,
        "dozen" => return Some(Ratio::whole(12)),
        _ => return None,
    };
    Some(Ratio::whole(10i128.pow(exponent)))
}

/// Numbers below a hundred that have a word.
pub fn small(word: &str) -> Option<i128> {
    const BELOW_TWENTY: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let place = |list: &[&str]| {
        list.iter().position(|name| *name == word).and_then(|at| i128::try_from(at).ok())
    };
    place(BELOW_TWENTY).or_else(|| tens(word))
}

/// `twenty` to `ninety`.
pub fn tens(word: &str) -> Option<i128> {
    const TENS: &[&str] =
        &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter()
        .position(|name| *name == word)
        .and_then(|at| i128::try_from(at + 2).ok())
        .map(|tens| tens * 10)
}

/// `first` to `twentieth`, and the tens up to `hundredth`.
pub fn ordinal(word: &str) -> Option<i128> {
    const ORDINALS: &[&str] = &[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    let small =
        ORDINALS.iter().position(|name| *name == word).and_then(|at| i128::try_from(at + 1).ok());
    small.or_else(|| match word {
        "hundredth" => Some(100),
        word => tens(&format!("{}y", word.strip_suffix("ieth")?)),
    })
}

/// The parts that a fraction's word names: 3 for `third` and `thirds`, 2 for `half`.
pub fn part(word: &str) -> Option<i128> {
    match word {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        word => ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|parts| *parts > 2),
    }
}

/// How many times as much a word says: 2 for `doubled`, a half for `halved`.
pub fn multiple(word: &str) -> Option<Ratio> {
    match word {
        "doubled" | "doubling" | "twice" => Some(Ratio::whole(2)),
        "tripled" | "tripling" | "trebled" | "trebling" | "thrice" => Some(Ratio::whole(3)),
        "quadrupled" | "quadrupling" => Some(Ratio::whole(4)),
        "halved" | "halving" => Ratio::new(1, 2),
        word => small(word.strip_suffix("fold")?).map(Ratio::whole),
    }
}

/// The month that a capitalised word names.
pub fn month(word: &str) -> Option<u8> {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let is = |name: &&str| {
        *name == word
            || (word.len() >= 3 && word != "Mar" && name.starts_with(word) && word.len() <= 4)
    };
    MONTHS.iter().position(is).and_then(|at| u8::try_from(at + 1).ok())
}
