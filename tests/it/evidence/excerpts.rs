//! Sentences of a source: who says them, and the quotes that are made of them.

use std::ops::Range;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};
use topline::brief::{Rule, Severity};
use topline::evidence::SourceText;
use topline::library::Entry;
use topline::page::{Extract, QuoteEntry, extract_passage, quote_entry};

use crate::support::library::entry;

/// A brief of a source of this type, with quotes that say nothing.
fn brief(kind: &str, by: &str) -> String {
    format!(
        "summary: Boats sail.\n\
         source: {{title: Boats, type: {kind}, {by}publisher: Harbour News, issued: 2026-02-09, text: boats.txt}}\n\
         organisations: {{board: Harbour Board, ports: Department of Ports}}\n\
         officials:\n  vale: {{name: Dana Vale, post: chief inspector, organisation: board}}\n\
         quotes:\n  q1: {{form: reported, by: board, gist: boats sail, paragraph: 1}}\n"
    )
}

fn news(text: &str) -> Entry {
    entry("boats", &brief("news", ""), Some(text))
}

/// The place of words in the text of an entry’s source.
#[track_caller]
fn place(entry: &Entry, words: &str) -> Range<usize> {
    let text = entry.text().unwrap().as_str();
    let start = text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
    start..start + words.len()
}

#[track_caller]
fn made(text: &str, words: &str) -> QuoteEntry {
    let entry = news(text);
    quote_entry(&entry, place(&entry, words)).unwrap()
}

/// Fails unless this becomes of the words, in a news report.
#[track_caller]
fn assert_entry(text: &str, words: &str, expected: &str) {
    let lines = made(text, words).yaml;
    let lines: Vec<&str> = lines.lines().skip(1).map(str::trim).collect();
    assert_eq!(lines.join(" | "), expected);
}

#[test]
fn words_in_speech_are_quoted_as_far_as_they_go() {
    let text = "Dana Vale said: “We inspected 84 boats. Most were dark.”\n\nBoats: “a decade of drift”, the Harbour Board said.";
    let direct = "form: direct | by: vale | exact: 'Most were dark.' | paragraph: 1";
    assert_entry(text, "Most were dark.”", direct);
    let direct = "form: direct | by: vale | exact: 'We inspected 84 boats.' | paragraph: 1";
    assert_entry(text, "Dana Vale said: “We inspected 84 boats.", direct);
    let partial = "form: partial | by: board | exact: 'a decade of drift' | paragraph: 2";
    assert_entry(text, "Boats: “a decade of drift”, the Harbour Board said.", partial);
}

#[test]
fn a_speech_over_paragraphs_and_around_its_speaker_is_one_quote() {
    let text = "Dana Vale said: “We inspected 84 boats.\n\n“Most were dark.” Boats sail.\n\n“We act,” Dana Vale said. “We never wait.”";
    assert_entry(
        text,
        "“We inspected 84 boats.\n\n“Most were dark.”",
        "form: direct | by: vale | exact: 'We inspected 84 boats. Most were dark.' | paragraph: 1",
    );
    assert_entry(
        text,
        "“We act,” Dana Vale said. “We never wait.”",
        "form: direct | by: vale | exact: 'We act […] We never wait.' | paragraph: 3",
    );
}

#[test]
fn what_nobody_speaks_is_reported_or_stated() {
    let text = "The Harbour Board warned that lamps: 31 of them, are out. Boats sail at night.";
    let first = made(text, "The Harbour Board warned that lamps: 31 of them, are out.");
    assert!(
        first.yaml.contains("form: reported\n    by: board\n    gist: 'The Harbour Board warned")
    );
    assert_eq!(first.to_do.unwrap(), "put its gist in your own words");
    assert_entry(
        text,
        "Boats sail at night.",
        "form: passage | by: source | exact: 'Boats sail at night.' | paragraph: 1",
    );
}

#[test]
fn words_that_stand_twice_are_told_apart_by_those_before() {
    let text = "Boats sail. Then it rained. Boats sail. The harbour is shut.";
    let second = text.rfind("Boats sail.").unwrap();
    let entry = news(text);
    let made = |start: usize| quote_entry(&entry, start..start + "Boats sail.".len()).unwrap().yaml;
    assert!(made(second).contains("prefix: 'Boats sail. Then it rained.'"), "{}", made(second));
    assert!(made(0).contains("suffix: 'Then it rained. Boats sail. The'"), "{}", made(0));
}

#[test]
fn a_speaker_who_is_not_in_the_brief_is_named_with_what_to_add() {
    let text = "“We act now,” said Eve Moss. A resident said: “It is dark out there.”";
    let QuoteEntry { yaml, to_do, .. } = made(text, "“We act now,” said Eve Moss.");
    assert!(
        yaml.contains("by: moss  # FILL IN under officials: moss: {name: Eve Moss}\n"),
        "{yaml}"
    );
    assert_eq!(to_do.unwrap(), "add Eve Moss to officials as `moss`");
    let QuoteEntry { yaml, to_do, .. } = made(text, "A resident said: “It is dark out there.”");
    assert!(
        yaml.contains("by: unknown-speaker  # FILL IN: the source says only “A resident”"),
        "{yaml}"
    );
    assert_eq!(to_do.unwrap(), "fill in `by`: the source says only “A resident”");
}

#[test]
fn an_id_that_something_has_is_given_to_nobody_else() {
    let yaml = brief("news", "").replace("organisations: {", "organisations: {moss: Moss Ltd, ");
    let entry = entry("boats", &yaml, Some("“We act now,” said Eve Moss."));
    let made = quote_entry(&entry, 0.."“We act now,”".len()).unwrap();
    assert!(made.yaml.contains("moss-2: {name: Eve Moss}"), "{}", made.yaml);
}

#[test]
fn a_letter_is_quoted_from_whoever_it_is_by() {
    let text = "Dear Sir,\n\nBoats sail at\nnight. They sink.\n\nYours sincerely,\n\nDana Vale";
    let entry = entry("boats", &brief("letter", "by: board, "), Some(text));
    let bytes = place(&entry, "Boats sail at\nnight.");
    let made = quote_entry(&entry, bytes.clone()).unwrap();
    assert!(
        made.yaml.contains("form: direct\n    by: board\n    exact: 'Boats sail at night.'"),
        "{}",
        made.yaml
    );
    let cited = "“Boats sail at night.” — Harbour Board, Harbour News, 9 February 2026, ¶2";
    assert_eq!(extract_passage(&entry, bytes, Extract::Cited).unwrap(), cited);
}

#[test]
fn a_title_in_marks_is_said_by_whoever_speaks_around_it() {
    let text = "Q: Why?\nA: It was “Aaa boats.”, Dana Vale said.\nEve Moss: Boats sail. “Aab … ….”";
    let yaml = brief("speech", "by: vale, ")
        + "  q2: {form: direct, by: vale, exact: 'Aab … ….', paragraph: 3}\n";
    let entry = entry("boats", &yaml, Some(text));
    assert!(entry.brief.is_some());
    assert!(quote_entry(&entry, place(&entry, "“Aab … ….”")).is_ok());
}

#[test]
fn entries_fit_the_ids_and_the_indentation_of_the_brief() {
    let text = Some("Boats sail. They sink.");
    let made = |yaml: &str| {
        let entry = entry("boats", yaml, text);
        assert!(entry.brief.is_some(), "{:?}", entry.problems);
        quote_entry(&entry, place(&entry, "They sink.")).unwrap().yaml
    };
    let usual = brief("news", "");
    assert!(made(&usual).starts_with("  q2:\n    form: passage\n"));
    let own = usual.replace("  q1:", "      board-009:");
    assert!(made(&own).starts_with("      board-10:\n        form: passage\n"), "{}", made(&own));
    let named = usual.replace("  q1:", "  first:");
    assert!(made(&named).starts_with("  q1:\n"));
    let flow = usual
        .replace("quotes:\n  q1: {", "quotes: {q1: {")
        .replace("paragraph: 1}", "paragraph: 1}}");
    assert!(made(&flow).starts_with("  q2:\n"));
    let none = usual.split("quotes:").next().unwrap();
    assert!(made(none).starts_with("quotes:\n  q1:\n    form: passage\n"));
}

#[test]
fn sentences_are_cited_with_whoever_says_them_all() {
    let text = "Dana Vale said: “We act. We never wait.” Boats sail.\n\n\
        Moss met Dana Vale. “Perhaps,” he said. “It is dark,” said Eve Moss.\n\n“Who knows?”";
    let cited = |words: &str, what: Extract| {
        let entry = news(text);
        extract_passage(&entry, place(&entry, words), what).unwrap().to_string()
    };
    let plain = |words: &str| cited(words, Extract::Cited);
    let end = "Harbour News, 9 February 2026, ¶";
    assert_eq!(
        plain("We never wait.”"),
        format!("“We never wait.” — Dana Vale, chief inspector, Harbour Board, {end}1")
    );
    assert_eq!(plain("Boats sail."), format!("“Boats sail.” — {end}1"));
    let half = "“Dana Vale said: ‘We act.’” — ";
    assert_eq!(plain("Dana Vale said: “We act."), format!("{half}{end}1"));
    assert_eq!(plain("“It is dark,”"), format!("“It is dark,” — Eve Moss, {end}2"));
    assert_eq!(cited("Boats sail.", Extract::Words), "“Boats sail.”");
    assert!(
        cited("Boats sail.", Extract::Markdown).starts_with("> “Boats sail.”\n>\n> — Harbour News")
    );
    assert_eq!(cited("Boats sail.", Extract::Permalink), "boats");
}

/// Sentences, each with what may be hard to write in YAML or to find again.
fn any_words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "boats",
        "lights: dark",
        "on # 3",
        "- none",
        "“no”",
        "'tis",
        "it’s",
        "\"well\"",
        "‘so’",
        "…",
        "[sic]",
        "£5",
        "31",
        "caf\u{e9}",
        "日本",
        "🚢",
        "â€œbad",
        "a\u{a0}b",
        "x\u{ad}y",
        "{a",
        "*b",
        "&c",
        "!d",
        "%e",
        "@f",
        "`g`",
        "yes",
        "null",
        "~",
        "?",
        "|",
        ">",
        "http://example.org/a#b",
        "stern-light",
        "Mr. Moss",
        "Dana Vale",
        "¶3",
        "\u{2028}",
        "<b>",
        "A&amp;B",
        "\\n",
        "TBC",
    ]);
    (
        prop::collection::vec(odd, 1..6),
        "[A-Z][a-z]{2,8}",
        prop::sample::select(vec![".", "!", "?", ".”", "…"]),
    )
        .prop_map(|(words, first, end)| format!("{first} {}{end}", words.join(" ")))
}

/// A sentence in one of the ways in which texts give words.
fn any_sentence() -> impl Strategy<Value = String> {
    let speaker = prop::sample::select(vec![
        "Dana Vale",
        "the Harbour Board",
        "Eve Moss",
        "she",
        "a resident",
        "the Department of Ports",
        "a spokesperson for the Harbour Board",
    ]);
    (any_words(), any_words(), speaker, 0..12).prop_map(|(one, two, speaker, way)| match way {
        0 => format!("{speaker} said: “{one}”"),
        1 => format!("“{one} {two}” {speaker} said."),
        2 => format!("‘{one}’ said {speaker}. ‘{two}’"),
        3 => format!("\"{one}\" {speaker} said."),
        4 => format!("{speaker} warned that {one}"),
        5 => format!("{speaker} told her: “{one} ‘{two}’ {one}”"),
        6 => format!("It was “{one}”, {speaker} said."),
        7 => format!("{speaker} said: “{one}"),
        8 => "Boats sail.".to_owned(),
        9 => format!("{speaker}: {one} {two}"),
        10 => format!("“{one}”"),
        _ => one,
    })
}

/// A text in one of many layouts.
fn any_text() -> impl Strategy<Value = String> {
    let between =
        prop::sample::select(vec![" ", " ", "\n", "\n\n", "\r\n\r\n", "  \n\t\n", "\n> "]);
    let parts = prop::collection::vec((any_sentence(), between), 1..9);
    (
        parts,
        any::<bool>(),
        prop::sample::select(vec!["", "\u{feff}", "Boats sail\n\n", "Q: Why?\nA: "]),
    )
        .prop_map(|(parts, wraps, head)| {
            let text: String =
                parts.into_iter().map(|(sentence, between)| sentence + between).collect();
            let text = if wraps {
                text.replace(" said", "\nsaid").replace("stern-", "stern-\n")
            } else {
                text
            };
            format!("{head}{text}")
        })
}

const KINDS: [(&str, &str); 8] = [
    ("news", ""),
    ("statement", "by: board, "),
    ("speech", "by: vale, "),
    ("letter", "by: board, "),
    ("debate", ""),
    ("interview", ""),
    ("report", ""),
    ("law", "by: ports, "),
];

/// What the check says against the quote that was pasted.
fn faults(entry: &Entry, id: &str) -> Vec<String> {
    let problems = entry.problems.iter().chain(&entry.evidence().problems);
    let errors = problems.filter(|problem| problem.rule.default_severity() == Severity::Error);
    let about = errors.filter(|problem| {
        entry.brief.is_none() || problem.path.item().is_some_and(|item| item.as_str() == id)
    });
    about.map(|problem| format!("{}: {}", problem.rule, problem.message)).collect()
}

/// Pastes what was made at the end of the quotes. An author adds whoever is missing as the comment says.
fn pasted(yaml: &str, made: &QuoteEntry) -> String {
    let mut yaml = yaml.to_owned();
    for line in made.yaml.lines() {
        if let Some((_, person)) = line.split_once("# FILL IN under officials: ") {
            yaml = yaml.replace("officials:\n", &format!("officials:\n  {person}\n"));
        }
        if let Some((_, body)) = line.split_once("# FILL IN under organisations: ") {
            yaml = yaml.replace("organisations: {", &format!("organisations: {{{body}, "));
        }
        if line.contains("by: unknown-speaker") {
            yaml =
                yaml.replace("officials:\n", "officials:\n  unknown-speaker: {name: Kim Rowe}\n");
        }
    }
    yaml + &made.yaml
}

fn check(
    kind: (&str, &str),
    text: &str,
    from: prop::sample::Index,
    more: usize,
) -> Result<bool, TestCaseError> {
    let yaml = brief(kind.0, kind.1);
    let before = entry("boats", &yaml, Some(text));
    let source: &SourceText = before.text().unwrap();
    let sentences: Vec<Range<usize>> =
        (1..=source.paragraphs().len()).flat_map(|number| source.sentences(number)).collect();
    prop_assume!(!sentences.is_empty());
    let first = from.index(sentences.len());
    let last = (first + more).min(sentences.len() - 1);
    check_bytes(kind, text, sentences[first].start..sentences[last].end)
}

fn check_bytes(kind: (&str, &str), text: &str, bytes: Range<usize>) -> Result<bool, TestCaseError> {
    let yaml = brief(kind.0, kind.1);
    let before = entry("boats", &yaml, Some(text));
    let Ok(made) = quote_entry(&before, bytes) else { return Ok(false) };
    let after = entry("boats", &pasted(&yaml, &made), Some(text));
    let mut faults = faults(&after, &made.id);
    if made.yaml.contains("by: unknown-speaker") {
        // The text may give the words to somebody without a name, whoever the author supplies.
        faults.retain(|fault| {
            ![Rule::OtherSpeaker, Rule::ReportersWords]
                .iter()
                .any(|rule| fault.starts_with(rule.name()))
        });
    }
    prop_assert_eq!(faults, Vec::<String>::new(), "{}\n{:?}", made.yaml, text);
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_made_of_a_sentence_passes_the_check(
        kind in prop::sample::select(KINDS.to_vec()),
        text in any_text(),
        from in any::<prop::sample::Index>(),
        more in 0usize..3,
    ) {
        check(kind, &text, from, more)?;
    }
}

#[test]
fn a_speaker_whom_the_brief_lacks_is_tried_with_the_honorific_that_is_offered() {
    let text = "the Harbour Board: Aaa ? Mr. Moss… Aaa “no” boats. she said: “Aaa boats.” ";
    for end in text.match_indices(['?', '.', '…']).map(|(at, sign)| at + sign.len()) {
        check_bytes(("debate", ""), text, 0..end).unwrap();
    }
}

#[test]
fn nearly_every_sentence_makes_a_quote() {
    let mut runner = TestRunner::deterministic();
    let any = (prop::sample::select(KINDS.to_vec()), any_text(), any::<prop::sample::Index>());
    let mut made = 0;
    for _ in 0..200 {
        let (kind, text, from) = any.new_tree(&mut runner).unwrap().current();
        made += usize::from(check(kind, &text, from, 0).unwrap_or(false));
    }
    assert!(made > 180, "{made}");
}

#[test]
fn says_that_the_words_of_others_are_left_out() {
    let text = "“We inspected 84 boats,” said Dana Vale.\n\n“Nobody told us,” said the Department of Ports.";
    let left_out = Some("what others say in it is left out".into());
    assert_eq!(made(text, text).to_do, left_out);
    assert_eq!(made(text, "“We inspected 84 boats,” said Dana Vale.").to_do, None);
    let one = "“We inspected 84 boats,” said Dana Vale. “Most were dark.”";
    assert_eq!(made(one, one).to_do, None);
}

#[test]
fn an_id_that_the_file_has_is_not_offered_while_the_file_is_broken() {
    let text = "“We inspected 84 boats,” said Dana Vale.";
    let sound = news(text);
    let yaml = format!("{}  q2: {{form: direct\n", sound.yaml());
    let broken = Entry { yaml: Arc::<str>::from(yaml).into(), ..sound.clone() };
    let id = |entry: &Entry| quote_entry(entry, place(entry, text)).unwrap().id.to_string();
    assert_eq!([id(&sound), id(&broken)], ["q2", "q3"]);
}
