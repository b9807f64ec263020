//! Which tokens may begin a figure. Most words of a text begin none, and are passed over for one lookup.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tokens::LowerTokens;
use crate::evidence::source::english;
use crate::evidence::source::words::TokenKind;

/// Whether a figure, or a word with a number in it that counts nothing, may begin at the token `at`. Where
/// it says no, no recogniser finds anything.
pub fn may_begin(tokens: &LowerTokens<'_>, at: usize) -> bool {
    match tokens.kind(at) {
        Some(TokenKind::Word) => {
            let word = tokens.word(at);
            STARTS.contains(word) || word.contains(char::is_numeric) || is_code(tokens, at)
        }
        Some(TokenKind::Sign(sign)) => matches!(sign, '§' | '¶'),
        Some(TokenKind::Dash(_)) => tokens.is_hyphen(at),
        Some(TokenKind::Ellipsis) | None => false,
    }
}

/// Whether a hyphen joins a number to the word at `at`: `F-35`.
fn is_code(tokens: &LowerTokens<'_>, at: usize) -> bool {
    tokens.is_hyphen(at + 1) && tokens.is_digits(at + 2)
}

/// The words without a digit that may begin a figure, in lower case.
static STARTS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lists = [
        english::ARTICLES,
        english::BELOW_TWENTY,
        english::TENS,
        english::ORDINALS,
        english::HALVES,
        english::QUARTERS,
        english::HALVED,
        english::HOW_OFTEN,
        english::THIRTIES,
        english::WEEKDAYS,
        english::words!["tens", "hundredth"],
    ];
    let numbered = [
        english::NAMED_HOURS,
        english::MULTIPLES,
        english::BARE_MULTIPLES,
        english::SMALL_NUMBERS,
        english::SEVERAL,
    ];
    let numbered = numbered.into_iter().map(english::WordTable::words);
    let lists = lists.into_iter().chain(numbered).chain([english::LAW_LABELS.words()]);
    let measures = english::MEASURES.values();
    let idioms = english::NUMBER_IDIOMS.iter().filter_map(|idiom| idiom.split(' ').next());
    let plain = lists.flatten().copied();
    plain.chain(measures).chain(idioms).map(str::to_owned).chain(formed()).collect()
});

/// Those that are formed of others: `twofold`, `thirtieth`, `Tuesday’s`, `Feb`.
fn formed() -> impl Iterator<Item = String> {
    let small = english::BELOW_TWENTY.into_iter().chain(english::TENS);
    let folds = small.map(|number| format!("{number}fold"));
    let tens =
        english::TENS.iter().filter_map(|tens| Some(format!("{}ieth", tens.strip_suffix('y')?)));
    let weekdays = english::WEEKDAYS.iter();
    let weekdays = weekdays.flat_map(|day| ["s", "'s"].map(|ending| format!("{day}{ending}")));
    let months = english::MONTHS.iter().map(|month| month.to_lowercase());
    let months = months.flat_map(|month| {
        [3, 4]
            .map(|short| month.get(..short).unwrap_or_default().to_owned())
            .into_iter()
            .chain([month.clone()])
    });
    folds.chain(tens).chain(weekdays).chain(months)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::evidence::figures::parser::FigureParser;
    use crate::evidence::source::words::Tokens;

    /// The words that the recognisers of figures know, a few of their forms, and numbers in digits.
    fn words() -> Vec<String> {
        let code = concat!(
            include_str!("../source/english/figures.rs"),
            include_str!("../source/english/mod.rs")
        );
        let listed = code.split('"').skip(1).step_by(2).filter(|word| word.len() < 40);
        let mut words: Vec<String> = listed.map(str::to_owned).collect();
        words.extend(formed());
        let others = "5 1,000 3.5 2½ ½ 20m 10:30 5th 1990s £ £20 £5–6m 31% 20% 2019 2019–21 84 09/02/2025 \
            2025-02-09 09.02.25 COP26 F-35 X-9 § § 4 ¶ ¶3 ° °C - – -5 −5 ( ) 3(2) (31) / km/h $ A$ US$ p.m. \
            o'clock past net CO₂ ³ ٣ + < , . : … twofold 0207 946 00 18 s. no. years-old c. every";
        words.extend(others.split(' ').map(str::to_owned));
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_may_begin_no_figure_begins_none(
            picked in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, "|[ ]|-|,|\\.| of | and "), 1..24)
        ) {
            let words = words();
            let mut text = String::new();
            for (index, case, joiner) in picked {
                let word = index.get(&words);
                let capital = word.chars().next().map(|first| first.to_uppercase().to_string() + &word[first.len_utf8()..]);
                match case {
                    0 => text.push_str(word),
                    1 => text.push_str(&capital.unwrap_or_default()),
                    _ => text.push_str(&word.to_uppercase()),
                }
                text.push_str(if joiner.is_empty() { " " } else { &joiner });
            }
            let tokens = Tokens::new(&text);
            let tokens = LowerTokens::new(&text, &tokens, 0..tokens.len());
            let parser = FigureParser::new(&tokens);
            for at in (0..tokens.len()).filter(|at| !may_begin(&tokens, *at)) {
                prop_assert!(!parser.begins(at), "“{}” in “{text}”", tokens.spelling(at));
            }
        }
    }
}
