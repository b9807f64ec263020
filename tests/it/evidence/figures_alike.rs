//! Ways of writing the same figure, which agree, and figures that only look alike.

use proptest::prelude::*;
use topline::evidence::{Figure, figures};

use super::figures::{borne_out, check};

/// Claims that the source does not bear out.
#[track_caller]
fn refused(source: &str, claims: &[&str]) {
    for claim in claims {
        let found = check(source, claim);
        let all = found.iter().all(|problem| problem.starts_with("missing-figure"));
        assert!(all && !found.is_empty(), "{source} / {claim}: {found:?}");
    }
}

/// Texts of which each bears out every other.
#[track_caller]
fn same(texts: &[&str]) {
    for source in texts {
        borne_out(source, texts);
    }
}

#[test]
fn shares_of_a_whole() {
    same(&[
        "One in five boats sank.",
        "20 out of 100 boats sank.",
        "20% of boats sank.",
        "A fifth of boats sank.",
    ]);
    borne_out(
        "31/84 boats were unlit.",
        &["31 of 84 boats were unlit.", "31 out of the 84 were unlit."],
    );
    borne_out("Of 84 boats, 31 were unlit.", &["31 of 84 boats were unlit."]);
    refused("31/84 boats were unlit.", &["13/84 boats were unlit.", "31/48 boats were unlit."]);
    refused("31 of 84 boats were unlit.", &["84 of 31 boats were unlit."]);
    refused("One in five boats sank.", &["One in six boats sank.", "25% of boats sank."]);
    refused("It rose by 20 points.", &["It rose by 20%.", "It rose 20 per cent."]);
    refused("It rose by 0.5 per cent.", &["It rose by 5 per cent.", "It rose by 50%."]);
}

#[test]
fn times_of_day() {
    same(&["It sailed at 5 p.m. sharp.", "It sailed at 5pm.", "It sailed at 17:00."]);
    same(&[
        "It sailed at noon.",
        "It sailed at 12:00.",
        "It sailed at 12pm.",
        "It sailed at midday.",
    ]);
    same(&["It sailed at half past five.", "It sailed at 5:30."]);
    refused("It sailed at 5pm.", &["It sailed at 6pm.", "It sailed at 5am.", "5 boats sailed."]);
    refused("It sailed at half past five.", &["It sailed at half past six.", "It sailed at 5:15."]);
}

#[test]
fn days_months_and_years() {
    same(&[
        "It sank on 9 March 2025.",
        "It sank on 09/03/2025.",
        "It sank on 2025-03-09.",
        "It sank on March 9, 2025.",
    ]);
    same(&["It ran in 2023/24.", "It ran in 2023-24.", "It ran in 2023–24."]);
    borne_out("It ran in 2019–21.", &["It ended in 2021.", "It began in 2019."]);
    borne_out("It sank on 9 March.", &["It sank in March.", "It sank in the month of March."]);
    borne_out("It sank on Tuesday.", &["It sank on Tuesday."]);
    borne_out("It grew in the third quarter.", &["It grew in Q3."]);
    refused(
        "It sank on 9 March 2025.",
        &["It sank on 9 April 2025.", "It sank on 8 March 2025.", "9 boats sank."],
    );
    refused("It ran in 2023/24.", &["It ran in 2024/25."]);
    refused("It sank in March.", &["It sank in June."]);
    refused("It sank on Tuesday.", &["It sank on Wednesday."]);
    refused("It grew in the third quarter of 2025.", &["It grew in the second quarter of 2025."]);
    refused("In H1 it grew.", &["In H2 it grew."]);
}

#[test]
fn may_is_a_month_or_a_verb() {
    borne_out("They may act.", &["The board may act.", "They may, or may not, act."]);
    borne_out("It acts in May.", &["It will have acted by May.", "The May report is due."]);
    refused("They may act.", &["It acts in May.", "It acts by the end of May."]);
    refused("It acts in March.", &["It acts in May."]);
}

#[test]
fn ages() {
    same(&["She, 31, is ill.", "She is 31 years old.", "She is aged 31."]);
    borne_out("Dana Vale (31) is ill.", &["Dana Vale, 31, is ill."]);
    same(&["He is in his thirties.", "He is in his 30s."]);
    refused("He is in his thirties.", &["He is in his 40s."]);
    refused("Under-18s are banned.", &["Under-16s are banned."]);
}

#[test]
fn measures() {
    same(&["It took 14 days.", "It took two weeks.", "It took a fortnight or 336 hours."]);
    same(&["It took 18 months.", "It took a year and a half.", "It took one and a half years."]);
    same(&["It fell by 0.5 degrees.", "It fell by half a degree."]);
    same(&["It is 20 °C.", "It is 20°C.", "It is 20C.", "It is 20 degrees Celsius."]);
    borne_out("It is 20 °C.", &["It is 20 degrees."]);
    same(&["It makes 500MW.", "It makes 500 megawatts.", "It makes 0.5 gigawatts."]);
    same(&["It used 5 kg.", "It used 5,000 g.", "It used 0.005 tonnes."]);
    same(&["It goes at 20mph.", "It goes at 20 miles per hour."]);
    borne_out("It took 24 hours.", &["It took a day."]);
    borne_out("It fell over the past year.", &["It fell over 12 months."]);
    borne_out("Both sank.", &["Two boats sank."]);
    refused("It takes five months.", &["It takes five years.", "It takes 5 weeks."]);
    refused("It is 20 °C.", &["It is 20 °F.", "It is 2 °C."]);
    refused("It makes 500MW.", &["It makes 500GW.", "It makes 500 MWh.", "It makes 50MW."]);
    refused("It holds 20GB.", &["It holds 200GB.", "It holds 20TB."]);
    refused("It is −5 degrees.", &["It is 5 degrees."]);
}

#[test]
fn money() {
    same(&["It costs 50p.", "It costs £0.50.", "It costs 50 pence."]);
    same(&["It cost A$5m.", "It cost 5 million Australian dollars."]);
    same(&["It cost $5m.", "It cost US$5m.", "It cost 5 million dollars."]);
    same(&["It cost £5m a year.", "It cost £5m annually.", "It cost £5m per year."]);
    borne_out("It cost £5m a year.", &["It cost £5m."]);
    refused("It weighs 20 pounds.", &["It costs £20.", "It costs 20 pounds."]);
    refused("It cost A$5m.", &["It cost C$5m.", "It cost US$5m.", "It cost $5m."]);
    refused("It cost £5m a year.", &["It cost £5m a week.", "It cost £5m a month."]);
}

#[test]
fn names_are_no_counts() {
    for name in [
        "section 12",
        "Article 12",
        "Clause 12",
        "page 12",
        "room 12",
        "Route 12",
        "Rule 12",
        "Proposition 12",
        "COP12",
        "an F-12",
        "the A12",
        "12 Harbour Street",
        "12 March",
        "12:30",
    ] {
        let source = format!("We know of {name}.");
        refused(&source, &["12 boats were stopped."]);
        borne_out(&source, &[&source]);
    }
    borne_out("We use sections 4, 8 and 12.", &["They use section 12.", "They use s. 4."]);
    borne_out("We use section 12(3)(b).", &["They use section 12(3).", "They use section 12."]);
    refused("We use Clause 3(2).", &["They use clause 3(4).", "They use Clause 4(2)."]);
    refused("Ring 020 7946 0018.", &["They stopped 20 boats.", "Ring 020 7946 0019."]);
    refused("Resolution 1973 was passed.", &["They stopped 1,973 boats."]);
    refused("We met at COP26.", &["They met at COP27."]);
    refused("We won by 31 votes to 12.", &["31 boats were stopped."]);
}

#[test]
fn a_period_told_from_another_is_no_name() {
    for period in ["Last year", "This month", "Every week", "That season", "The following day"] {
        let counted = format!("{period} 5,300 of the boats sank.");
        let apart = format!("{period}, 5,300 of the boats sank.");
        same(&[&counted, &apart]);
        borne_out("5,300 boats sank.", &[&counted]);
        refused(&counted, &[&counted.replace("5,300", "5,400")]);
    }
    refused("We know of week 12.", &["12 boats were stopped."]);
}

#[test]
fn what_is_not_understood_is_compared_as_it_is_written() {
    for (source, claim) in [
        ("It is 3:1.", "It is 4:1."),
        ("It is open 24/7.", "It is open 24/6."),
        ("It is 2,5 million.", "It is 3,5 million."),
        ("It is a 4x4.", "It is a 4x2."),
        ("Write to SW1A 2AA.", "Write to SW1A 3AA."),
        ("It is CO2.", "It is CO3."),
    ] {
        borne_out(source, &[source]);
        refused(source, &[claim]);
    }
}

#[test]
fn numbers_that_are_not_exact() {
    borne_out("They saw hundreds of boats.", &["They saw hundreds of boats."]);
    borne_out("They saw 400 boats.", &["They saw hundreds of boats."]);
    borne_out("They saw 27,000 boats.", &["They saw tens of thousands of boats."]);
    refused("They saw dozens of boats.", &["They saw hundreds of boats.", "They saw 24 boats."]);
    refused("They saw hundreds of boats.", &["They saw 400 boats."]);
    refused("Thefts rose.", &["Thefts doubled.", "Thefts will quadruple the total."]);
    refused("Thefts trebled.", &["Thefts doubled."]);
    refused("We met twice.", &["Thefts are twice as high."]);
}

#[test]
fn one_or_none_is_no_number_of_the_same() {
    refused("We saw two boats.", &["They saw one boat."]);
    refused("We saw 31 boats.", &["They saw no boats."]);
    borne_out("We saw 31 boats and one boat sank.", &["They saw one boat sink."]);
    borne_out(
        "We saw 31 boats.",
        &["No one sank.", "One of the boats sank.", "They had no light."],
    );
}

/// A number below a thousand in words.
fn in_words(number: u32) -> String {
    const SMALL: [&str; 20] = [
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
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[number as usize / 10], in_words(number % 10)),
        _ if number.is_multiple_of(100) => format!("{} hundred", in_words(number / 100)),
        _ => format!("{} hundred and {}", in_words(number / 100), in_words(number % 100)),
    }
}

/// The ways of writing one figure of each kind; no figure of a kind is one of another.
fn ways(number: u32) -> Vec<Vec<String>> {
    let words = in_words(number);
    vec![
        vec![format!("{number} boats"), format!("{words} boats"), format!("{number}.0 boats")],
        vec![
            format!("{number},000 lights"),
            format!("{number}k lights"),
            format!("{words} thousand lights"),
        ],
        vec![
            format!("{number}% of it"),
            format!("{number} per cent of it"),
            format!("{words} percent of it"),
        ],
        vec![
            format!("£{number}"),
            format!("{words} pounds"),
            format!("GBP {number}"),
            format!("{number}00p"),
        ],
        vec![
            format!("£{number}m"),
            format!("{words} million pounds"),
            format!("£{number},000,000"),
        ],
        vec![
            format!("${number}bn"),
            format!("US${number} billion"),
            format!("{words} billion dollars"),
        ],
        vec![format!("{number} weeks"), format!("{} days", 7 * number), format!("{words} weeks")],
        vec![
            format!("{number} years"),
            format!("{} months", 12 * number),
            format!("a {words}-year span"),
        ],
        vec![format!("{number} kg"), format!("{words} kilograms"), format!("{number}kg")],
        vec![format!("{number} percentage points"), format!("{number}pp")],
        vec![format!("section {number}"), format!("s. {number}"), format!("Section {number}(2)")],
        vec![format!("COP{number}"), format!("cop{number}")],
        vec![format!("{number} °C"), format!("{number}C"), format!("{words} degrees Celsius")],
        vec![
            format!("−{number} °F"),
            format!("minus {number} °F"),
            format!("{number} °F below zero"),
        ],
    ]
}

/// Whether every figure of `claim` has one of `source` that agrees with it.
fn bears_out(source: &str, claim: &str) -> bool {
    let known = figures(source);
    let mut stated = figures(claim);
    stated.retain(|figure: &Figure| !figure.is_weak);
    !stated.is_empty() && stated.iter().all(|figure| known.iter().any(|known| figure.agrees(known)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_figure_agrees_with_itself_in_each_other_way_of_writing(number in 2u32..1000) {
        for ways in ways(number) {
            // The first way is what the others are to say; a section bears out no paragraph of it.
            for way in &ways {
                prop_assert!(bears_out(way, &ways[0]), "{way} / {}", ways[0]);
                prop_assert!(bears_out(way, way), "{way}");
                let is_part = way.ends_with("(2)");
                prop_assert!(is_part || bears_out(&ways[0], way), "{} / {way}", ways[0]);
            }
        }
    }

    #[test]
    fn a_figure_agrees_with_no_other(number in 2u32..1000, other in 2u32..1000) {
        prop_assume!(number != other);
        for (ways, others) in ways(number).into_iter().zip(ways(other)) {
            for (way, other) in ways.iter().flat_map(|way| others.iter().map(move |other| (way, other))) {
                prop_assert!(!bears_out(way, other), "{way} / {other}");
            }
        }
    }

    #[test]
    fn a_figure_agrees_with_none_of_another_kind(number in 2u32..1000) {
        let kinds = ways(number);
        for (i, ways) in kinds.iter().enumerate() {
            for others in kinds.iter().skip(i + 1) {
                for (way, other) in ways.iter().flat_map(|way| others.iter().map(move |other| (way, other))) {
                    prop_assert!(!bears_out(way, other) && !bears_out(other, way), "{way} / {other}");
                }
            }
        }
    }

    #[test]
    fn nothing_with_a_digit_is_passed_over(word in "[a-zA-Z]{0,3}[0-9]{1,4}[a-zA-Z/:,.-]{0,3}[0-9]{0,2}") {
        let stated = figures(&format!("It is {word} then"));
        prop_assert!(stated.iter().any(|figure| !figure.is_weak), "{word}: {stated:?}");
    }

    #[test]
    fn any_text_bears_itself_out(text in "[ a-z0-9£$%°.,:/()–-]{0,60}") {
        let known = figures(&text);
        for figure in &known {
            prop_assert!(figure.agrees(figure), "{figure:?}");
        }
    }
}
