//! The names of the months.

/// The months in order, in lower case.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the number of the month that a word names, from 1. It may be cut to three letters or more.
pub fn month_number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let fits = |month: &&str| word.len() >= 3 && month.starts_with(word.as_str());
    (1..).zip(MONTHS).find(|(_, month)| fits(month)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_may_be_cut_to_three_letters() {
        for (word, number) in [
            ("January", Some(1)),
            ("Sept", Some(9)),
            ("DEC", Some(12)),
            ("Ma", None),
            ("Mare", None),
        ] {
            assert_eq!(month_number(word), number, "{word}");
        }
    }
}
