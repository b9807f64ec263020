//! Quotations cut from invented texts: in other typography they are verified, with one word altered
//! they are refused.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test it alterations` makes 100,000 of each.

use proptest::prelude::*;
use topline::evidence::State;
use unicode_normalization::UnicodeNormalization;

use super::support::{brief, gather, quote};

/// A generator of choices from one seed (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.roll(one_in) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.roll(list.len())]
    }
}

const WORDS: &[&str] = &[
    "we",
    "they",
    "the",
    "a",
    "of",
    "and",
    "to",
    "in",
    "is",
    "was",
    "were",
    "are",
    "not",
    "no",
    "never",
    "can't",
    "don't",
    "board's",
    "owner’s",
    "boat",
    "boats",
    "light",
    "lights",
    "stern-light",
    "night-watch",
    "harbour",
    "port",
    "ports",
    "inspector",
    "inspectors",
    "night",
    "law",
    "café",
    "naïve",
    "façade",
    "office",
    "fluid",
    "officer",
    "31",
    "84",
    "1,000",
    "1,200",
    "£20",
    "31%",
    "2019",
    "3.5",
    "twelve",
    "will",
    "would",
    "may",
    "must",
    "said",
    "warned",
    "before",
    "after",
    "if",
    "unless",
    "only",
    "some",
    "most",
    "all",
    "every",
    "passengers",
    "freight",
    "crew",
    "code",
    "power",
    "notice",
    "stop",
    "sail",
    "sails",
    "sailed",
    "sailing",
    "fix",
    "fixes",
    "fixed",
    "know",
    "knows",
    "knew",
    "it",
    "its",
    "their",
    "many",
    "few",
    "new",
    "old",
    "safe",
    "unsafe",
    "lit",
    "unlit",
    "co-operate",
    "well-known",
];

/// One word of a made text, and the sign after it.
#[derive(Clone, Debug, PartialEq)]
struct Word {
    spelling: String,
    after: &'static str,
}

/// What one person says, in paragraphs of words.
type Speech = Vec<Vec<Word>>;

/// A made report.
struct Report {
    /// Who speaks in each speech; what they say.
    speeches: Vec<(&'static str, Speech)>,
    /// What the reporter says after each speech.
    between: Vec<Vec<Word>>,
}

fn sentence(dice: &mut Dice) -> Vec<Word> {
    let length = 3 + dice.roll(10);
    let mut words: Vec<Word> = (0..length)
        .map(|i| {
            let after = match dice.roll(12) {
                0 => ",",
                1 if i > 0 => " –",
                2 if i > 0 => "…",
                _ => "",
            };
            Word { spelling: dice.pick(WORDS).to_owned(), after }
        })
        .collect();
    if words[0].spelling.starts_with(|c: char| c.is_ascii_lowercase()) {
        words[0].spelling[..1].make_ascii_uppercase();
    }
    // A dash between two numbers makes a range of them, which nothing may cut.
    for i in 1..length {
        let number = |word: &Word| word.spelling.ends_with(|c: char| c.is_numeric());
        if words[i].spelling.contains(char::is_numeric)
            && number(&words[i - 1])
            && words[i - 1].after == " –"
        {
            words[i - 1].after = "";
        }
    }
    words[length - 1].after = dice.pick(&[".", ".", ".", "?", "!"]);
    words
}

fn report(dice: &mut Dice) -> Report {
    let speeches = (0..2 + dice.roll(4)).map(|_| {
        let speaker = dice.pick(&["vale", "marsh"]);
        let paragraphs = 1 + dice.roll(3);
        let speech: Speech = (0..paragraphs)
            .map(|_| (0..=dice.roll(3)).flat_map(|_| sentence(dice)).collect())
            .collect();
        (speaker, speech)
    });
    let speeches: Vec<_> = speeches.collect();
    let between = speeches.iter().map(|_| sentence(dice)).collect();
    Report { speeches, between }
}

/// A way to set the same words.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Typesetting {
    apostrophe: &'static str,
    hyphen: &'static str,
    dash: &'static str,
    ellipsis: &'static str,
    decomposed: bool,
    ligatures: bool,
    invisible: bool,
    odd_spaces: bool,
}

impl Typesetting {
    fn any(dice: &mut Dice) -> Self {
        Self {
            apostrophe: dice.pick(&["'", "’", "‘", "ʼ", "´"]),
            hyphen: dice.pick(&["-", "\u{2010}", "\u{2011}"]),
            dash: dice.pick(&[
                " – ",
                " - ",
                "—",
                " — ",
                " -- ",
                "–",
                " \u{2212} ",
                "\u{2009}–\u{2009}",
            ]),
            ellipsis: dice.pick(&["…", "...", " . . .", " …"]),
            decomposed: dice.chance(3),
            ligatures: dice.chance(4),
            invisible: dice.chance(3),
            odd_spaces: dice.chance(3),
        }
    }

    fn set(&self, words: &[Word], dice: &mut Dice) -> String {
        let mut out = String::new();
        for (i, word) in words.iter().enumerate() {
            out.push_str(&self.spell(&word.spelling, dice));
            let last = i + 1 == words.len();
            match word.after {
                " –" if last => {}
                " –" => {
                    out.push_str(self.dash);
                    continue;
                }
                "…" => out.push_str(self.ellipsis),
                after => out.push_str(after),
            }
            if !last {
                out.push_str(if self.odd_spaces {
                    dice.pick(&[" ", "\u{a0}", "  ", "\u{2009}", "\u{202f}"])
                } else {
                    " "
                });
            }
        }
        out
    }

    fn spell(&self, word: &str, dice: &mut Dice) -> String {
        let mut word = word.replace(['\'', '’'], self.apostrophe).replace('-', self.hyphen);
        if self.ligatures {
            word =
                word.replace("ffi", "\u{fb03}").replace("fl", "\u{fb02}").replace("fi", "\u{fb01}");
        }
        if self.decomposed {
            word = word.nfd().collect();
        }
        if self.invisible && dice.chance(2) {
            let at = word.char_indices().map(|(at, _)| at).nth(1);
            let fits = |at: &usize| word[*at..].starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some(at) =
                at.filter(fits).filter(|_| word.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                word.insert_str(at, dice.pick(&["\u{ad}", "\u{200b}", "\u{2060}"]));
            }
        }
        word
    }
}

const MARKS: &[(&str, &str)] = &[
    ("“", "”"),
    ("\"", "\""),
    ("„", "“"),
    ("«\u{a0}", "\u{a0}»"),
    ("»", "«"),
    ("''", "''"),
    ("‘", "’"),
    ("”", "”"),
];

/// Sets the whole report.
fn print(report: &Report, dice: &mut Dice) -> String {
    let style = Typesetting::any(dice);
    let (open, close) = MARKS[dice.roll(MARKS.len())];
    let mut paragraphs = vec!["Made report".to_owned()];
    for ((speaker, speech), between) in report.speeches.iter().zip(&report.between) {
        let name = if *speaker == "vale" {
            "Dana Vale of the Harbour Safety Board"
        } else {
            "Sir Ian Marsh"
        };
        let ends = speech.len() - 1;
        for (i, words) in speech.iter().enumerate() {
            let text = style.set(words, dice);
            let start = if i == 0 { format!("{name} said: ") } else { String::new() };
            let end = if i == ends { close } else { "" };
            paragraphs.push(format!("{start}{open}{text}{end}"));
        }
        paragraphs.push(style.set(between, dice));
    }
    let newline = dice.pick(&["\n", "\r\n"]);
    let blocks: Vec<String> = paragraphs.iter().map(|paragraph| wrap(paragraph, newline)).collect();
    let wrapped = blocks.join(&format!("{newline}{newline}"));
    if dice.chance(2) && wrapped.lines().all(|line| line.chars().count() <= 120) {
        wrapped
    } else {
        let long = "x".repeat(130);
        paragraphs.join(newline) + newline + &long
    }
}

/// Breaks lines at about 60 characters, at plain spaces and after plain hyphens.
fn wrap(paragraph: &str, newline: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    let mut chars = paragraph.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let joins = c == '-'
            && before.is_alphabetic()
            && chars.peek().is_some_and(|next| next.is_alphabetic());
        if column > 60 && c == ' ' && before != ' ' {
            out.push_str(newline);
            column = 0;
        } else if column > 60 && joins {
            out.push(c);
            out.push_str(newline);
            column = 0;
        } else {
            out.push(c);
            column += 1;
        }
        before = c;
    }
    out
}

/// A stretch of words that one person speaks.
fn cut(report: &Report, dice: &mut Dice) -> (&'static str, Vec<Word>) {
    let (speaker, speech) = &report.speeches[dice.roll(report.speeches.len())];
    let words: Vec<Word> = speech.concat();
    let length = (3 + dice.roll(12)).min(words.len());
    let start = dice.roll(words.len() - length + 1);
    // A range of numbers (`31%–1,000`) is one figure, which no quotation may cut.
    let is_number = |at: usize| words[at].spelling.contains(char::is_numeric);
    let cuts_range =
        |at: &usize| (1..words.len()).contains(at) && is_number(at - 1) && is_number(*at);
    let end = (start + 2..=start + length).rev().find(|end| !cuts_range(end));
    let end = end.unwrap_or(start + length);
    let later = (start..end - 1).find(|start| !cuts_range(start));
    // Nothing comes before the first word.
    let start = later.or_else(|| (0..start).rev().find(|start| !cuts_range(start))).unwrap_or(0);
    let mut cut = words[start..end].to_vec();
    if let Some(last) = cut.last_mut()
        && (last.after == " –" || last.after == "…" || dice.chance(2))
    {
        last.after = if last.after == "?" { "?" } else { "" };
    }
    (speaker, cut)
}

fn spellings(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.spelling.replace('’', "'").nfc().collect()).collect()
}

/// How often these words occur in one speech, of `speaker` or, for [`None`], of anybody.
fn count(report: &Report, speaker: Option<&str>, words: &[String]) -> usize {
    let speeches =
        report.speeches.iter().filter(|(by, _)| speaker.is_none_or(|speaker| speaker == *by));
    let count = |(_, speech): &(&str, Speech)| {
        spellings(&speech.concat()).windows(words.len()).filter(|window| *window == words).count()
    };
    speeches.map(count).sum()
}

/// Alters one word of what a person says, or returns [`None`] if this change alters no words.
fn alter(words: &[Word], dice: &mut Dice) -> Option<Vec<Word>> {
    let mut altered = words.to_vec();
    let inside = 1 + dice.roll(words.len().saturating_sub(2).max(1));
    let any = dice.roll(words.len());
    let plain = |spelling: &str| Word { spelling: spelling.to_owned(), after: "" };
    match dice.roll(9) {
        0 => dice.pick(WORDS).clone_into(&mut altered[any].spelling),
        1 => drop(altered.remove(inside.min(words.len() - 2))),
        2 => altered.insert(inside, plain(dice.pick(WORDS))),
        3 => altered.swap(inside, inside - 1),
        4 => altered.insert(inside, plain("not")),
        5 => altered[any].spelling.push('s'),
        6 => {
            let number =
                altered.iter().position(|word| word.spelling.contains(char::is_numeric))?;
            let digit = altered[number].spelling.find(char::is_numeric)?;
            let next = (altered[number].spelling.as_bytes()[digit] - b'0' + 1) % 10;
            altered[number].spelling.replace_range(digit..=digit, &next.to_string());
        }
        7 => {
            let negation = altered[inside..]
                .iter()
                .position(|word| ["not", "no", "never"].contains(&word.spelling.as_str()))?;
            (inside + negation + 1 < altered.len()).then(|| altered.remove(inside + negation))?;
        }
        _ => {
            let first = altered[any].spelling.chars().next().filter(char::is_ascii_alphabetic)?;
            let other = if first.is_uppercase() {
                first.to_lowercase().to_string()
            } else {
                first.to_uppercase().to_string()
            };
            altered[any].spelling.replace_range(..1, &other);
        }
    }
    // After an ellipsis, the altered words might occur elsewhere.
    altered.iter_mut().filter(|word| word.after == "…").for_each(|word| word.after = "");
    (spellings(&altered) != spellings(words)).then_some(altered)
}

fn state(by: &str, exact: &str, text: &str) -> (State, String) {
    let (finding, problems) = gather(&brief("", &quote(by, exact, "")), text);
    let messages: Vec<String> =
        problems.iter().map(|problem| format!("{}: {}", problem.rule, problem.message)).collect();
    (finding.state, messages.join("\n"))
}

fn config() -> ProptestConfig {
    // A seed has no smaller one that makes a smaller text.
    ProptestConfig {
        max_shrink_iters: 0,
        failure_persistence: None,
        max_global_rejects: 10_000_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_quotation_in_other_typography_is_verified(seed: u64) {
        let mut dice = Dice(seed);
        let report = report(&mut dice);
        let (speaker, words) = cut(&report, &mut dice);
        prop_assume!(count(&report, None, &spellings(&words)) == 1);
        let exact = Typesetting::any(&mut dice).set(&words, &mut dice);
        let text = print(&report, &mut dice);
        let (state, messages) = state(speaker, &exact, &text);
        prop_assert_eq!(state, State::Verified, "{}\n{}\n{}", exact, messages, text);
    }

    #[test]
    fn a_quotation_with_one_word_altered_is_refused(seed: u64) {
        let mut dice = Dice(seed);
        let report = report(&mut dice);
        let (speaker, words) = cut(&report, &mut dice);
        let Some(altered) = alter(&words, &mut dice) else { return Err(TestCaseError::reject("nothing to alter")) };
        prop_assume!(count(&report, Some(speaker), &spellings(&altered)) == 0);
        let exact = Typesetting::any(&mut dice).set(&altered, &mut dice);
        let text = print(&report, &mut dice);
        let (state, messages) = state(speaker, &exact, &text);
        prop_assert_eq!(state, State::Failed, "{}\n{}\n{}", exact, messages, text);
    }

    #[test]
    fn words_of_two_speakers_joined_are_refused(seed: u64) {
        let mut dice = Dice(seed);
        let report = report(&mut dice);
        let (first, (second, then)) = (cut(&report, &mut dice), cut(&report, &mut dice));
        prop_assume!(first.0 != second);
        prop_assume!(count(&report, Some(second), &spellings(&first.1)) == 0);
        prop_assume!(count(&report, Some(first.0), &spellings(&then)) == 0);
        // An ellipsis omits words, and both speakers may say the rest.
        prop_assume!(then.iter().all(|word| word.after != "…"));
        let style = Typesetting::any(&mut dice);
        let exact = format!("{} […] {}", style.set(&first.1, &mut dice), style.set(&then, &mut dice));
        let text = print(&report, &mut dice);
        let (state, messages) = state(first.0, &exact, &text);
        prop_assert_eq!(state, State::Failed, "{}\n{}\n{}", exact, messages, text);
    }

    #[test]
    fn the_reporters_words_are_refused(seed: u64) {
        let mut dice = Dice(seed);
        let report = report(&mut dice);
        let words = &report.between[dice.roll(report.between.len())];
        // An ellipsis omits words, and the rest may occur in somebody’s speech.
        prop_assume!(words.iter().all(|word| word.after != "…"));
        prop_assume!(count(&report, None, &spellings(words)) == 0);
        let exact = Typesetting::any(&mut dice).set(words, &mut dice);
        let text = print(&report, &mut dice);
        let (state, messages) = state("vale", &exact, &text);
        prop_assert_eq!(state, State::Failed, "{}\n{}\n{}", exact, messages, text);
    }
}
