//! Starter briefs: those of the built program, and those of any text.

mod claims;
mod deeds;
mod parties;
mod proposals;

use proptest::prelude::*;
use serde_json::Value;
use topline::brief::{Brief, Date, Form, Id, Rule, Severity};
use topline::commands::new::{self, NewSettings};
use topline::evidence::{Evidence, ForeignFormat, SourceText, State};

use crate::support::library::{Folder, read_brief};

const TEXT: &str = "\
Board warns on unlit boats

The Harbour Safety Board has warned of what it called “a decade of drift”.

Dana Vale, the board’s chief inspector, said: “We inspected 84 boats and 31 had
no working light.

“That is not bad luck: it’s neglect.”

“We will act,” said Ports Minister Sir Ian Marsh. “We have hired six inspectors.”

A skipper’s “very dark night” is no defence.
";

/// Returns the rules that `check` finds broken and the state of each quote. Only texts that are still
/// to be written are errors.
#[track_caller]
fn checked(folder: &Folder, brief: &str) -> (Vec<String>, Vec<String>) {
    let run = folder.run(&["check", brief, "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    for problem in report["problems"].as_array().unwrap() {
        let (rule, severity) = (&problem["rule"], &problem["severity"]);
        assert!(rule == "placeholder" || severity == "warning", "{problem:#}");
    }
    let all = |list: &str, field: &str| {
        let items = report[list].as_array().unwrap().iter();
        items.map(|item| item[field].as_str().unwrap().to_owned()).collect()
    };
    (all("problems", "rule"), all("quotes", "state"))
}

/// The starter brief of a source, in a folder with other files.
#[track_caller]
fn start_beside(text: &str, others: &[(&str, &str)]) -> (Folder, String, Brief) {
    let mut files = vec![("brief.txt", text)];
    files.extend(others);
    let folder = Folder::with(&files);
    folder.run(&["new", "brief", "--source", "brief.txt"]).said();
    let yaml = folder.read("brief.yaml");
    let brief = read_brief("brief", &yaml);
    (folder, yaml, brief)
}

/// The starter brief of a text, and its YAML.
#[track_caller]
fn start(text: &str) -> (String, Brief) {
    let (_, yaml, brief) = start_beside(text, &[]);
    (yaml, brief)
}

#[test]
fn proposes_the_quotations_of_a_source() {
    let folder = Folder::with(&[("unlit-boats.txt", TEXT)]);
    let said = folder.run(&["new", "unlit-boats", "--source", "unlit-boats.txt"]).said();
    assert_eq!(
        said,
        "unlit-boats.yaml: starter brief written with 5 quotes, 1 claim, 1 ask, commitment or action\n"
    );
    insta::assert_snapshot!(folder.read("unlit-boats.yaml"));
}

#[test]
fn a_starter_brief_passes_the_check_beside_its_source() {
    let folder = Folder::with(&[("unlit-boats.txt", TEXT)]);
    folder.run(&["new", "unlit-boats", "--source", "unlit-boats.txt"]).said();
    let (problems, states) = checked(&folder, "unlit-boats.yaml");
    let placeholders = problems.iter().filter(|rule| *rule == "placeholder").count();
    let others: Vec<&str> =
        problems.iter().map(String::as_str).filter(|rule| *rule != "placeholder").collect();
    // The summary, three top lines, the publisher and a claim.
    assert_eq!((placeholders, others), (6, vec!["no-date", "orphan", "orphan"]), "{problems:?}");
    assert_eq!(states, ["verified"; 5]);
}

#[test]
fn quotes_that_nothing_cites_are_named_in_one_warning_until_the_first_is_cited() {
    let text = "Boats\n\nDana Vale said: “We act now.” “We act on it,” she said. “We must.”\n";
    let folder = Folder::with(&[("unlit-boats.txt", text)]);
    folder.run(&["new", "unlit-boats", "--source", "unlit-boats.txt"]).said();
    let orphans = |folder: &Folder| {
        let run = folder.run(&["check", "unlit-boats.yaml", "--format", "json"]).stdout;
        let report: Value = serde_json::from_str(&run).unwrap();
        let problems = report["problems"].as_array().unwrap().iter();
        let orphans = problems.filter(|problem| problem["rule"] == "orphan");
        orphans.map(|orphan| orphan["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let yaml = folder.read("unlit-boats.yaml");
    let lines: Vec<&str> = yaml.lines().filter(|line| !line.contains("- FILL IN")).collect();
    folder.write("unlit-boats.yaml", lines.join("\n").replace("\ntop_lines:", "") + "\n");
    let said = "no claim, ask or line of prose cites any of the 3 quotes: `q1`, `q2`, `q3`";
    assert_eq!(orphans(&folder), [said]);
    let claim = "\nclaims: {c1: {text: We hear, by: source, evidence: [q2]}}\n";
    folder.write("unlit-boats.yaml", folder.read("unlit-boats.yaml") + claim);
    let said = |id: &str| format!("no claim, ask or line of prose cites `{id}`");
    assert_eq!(orphans(&folder), [said("q1"), said("q3")]);
}

#[test]
fn a_starter_brief_without_a_source_passes_the_check() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["new", "empty"]).said(), "empty.yaml: starter brief written\n");
    let (_, states) = checked(&folder, "empty.yaml");
    assert_eq!(states, [""; 0]);
    insta::assert_snapshot!(folder.read("empty.yaml"));
}

#[test]
fn a_field_is_used_by_taking_its_mark_away() {
    let folder = Folder::new();
    folder.run(&["new", "used"]).said();
    let take_away = |line: &str| match line.split_once('#') {
        Some((indent, field)) if indent.trim().is_empty() && is_field(field) => {
            format!("{indent}{field}\n")
        }
        _ => format!("{line}\n"),
    };
    let used: String = folder.read("used.yaml").lines().map(take_away).collect();
    let used = used.replace("  by: an-id", "  by: dop");
    let brief = read_brief("used", &used);
    assert_eq!((brief.top_lines.len(), brief.quotes.len(), brief.asks.len()), (1, 2, 1));
    assert_eq!(brief.source.text.unwrap(), "source.txt");
}

/// Returns whether this is a field or an entry of a list, without its mark, and not a remark.
fn is_field(line: &str) -> bool {
    !line.starts_with(' ') || line.starts_with("  ")
}

#[test]
fn never_writes_over_a_file() {
    let folder = Folder::with(&[("a.txt", TEXT), ("a.yaml", "mine")]);
    let said = "topline: a.yaml already exists; choose another id, or another place with `-o`\n";
    assert_eq!(folder.run(&["new", "a", "--source", "a.txt"]).refused(), said);
    assert_eq!(folder.read("a.yaml"), "mine");
}

#[cfg(unix)]
#[test]
fn never_writes_through_a_link() {
    let folder = Folder::new();
    std::os::unix::fs::symlink(folder.path("elsewhere.yaml"), folder.path("a.yaml")).unwrap();
    assert!(folder.run(&["new", "a"]).refused().starts_with("topline: a.yaml already exists"));
    assert!(!folder.has("elsewhere.yaml"));
}

#[test]
fn writes_to_the_file_or_into_the_folder_that_is_named() {
    let folder = Folder::with(&[("briefs/texts/a.txt", TEXT)]);
    folder.run(&["new", "a", "--source", "briefs/texts/a.txt", "-o", "briefs"]).said();
    assert!(folder.read("briefs/a.yaml").contains("  text: 'texts/a.txt'\n"));
    folder.run(&["new", "b", "-o", "briefs/b.yml"]).said();
    assert_eq!(checked(&folder, "briefs/b.yml").1, [""; 0]);
    assert_eq!(
        folder.run(&["new", "c", "-o", "briefs/d.yaml"]).refused(),
        "topline: a brief’s file must be named after its id; for `c`, name it c.yaml, not briefs/d.yaml\n"
    );
    assert!(
        folder
            .run(&["new", "c", "-o", "nowhere/c.yaml"])
            .refused()
            .starts_with("topline: nowhere/c.yaml cannot be written: ")
    );
}

#[test]
fn a_source_in_another_folder_has_to_be_copied() {
    let folder = Folder::with(&[("texts/a.txt", TEXT), ("briefs/keep.txt", "")]);
    folder.run(&["new", "a", "--source", "texts/a.txt", "-o", "briefs"]).said();
    let yaml = folder.read("briefs/a.yaml");
    assert!(
        yaml.contains(
            "into this folder, or a folder below it, and give its path\n  #text: 'a.txt'\n"
        ),
        "{yaml}"
    );
    assert_eq!(checked(&folder, "briefs/a.yaml").1, ["unverified"; 5]);
    folder.copy("texts/a.txt", "briefs/a.txt");
    folder.replace("briefs/a.yaml", "  #text: 'a.txt'", "  text: 'a.txt'");
    assert_eq!(checked(&folder, "briefs/a.yaml").1, ["verified"; 5]);
}

#[test]
fn refuses_a_bad_id() {
    let folder = Folder::new();
    for (id, reason) in [
        ("Unlit", "an id is a lower-case letter followed by lower-case letters, digits or hyphens"),
        ("../a", "an id is a lower-case letter followed by lower-case letters, digits or hyphens"),
        ("source", "the format reserves this word; choose another id"),
    ] {
        let said = folder.run(&["new", id]).refused();
        assert!(
            said.starts_with(&format!("error: invalid value '{id}' for '<ID>': {reason}\n")),
            "{said}"
        );
    }
    assert!(folder.is_empty());
}

#[test]
fn says_why_a_source_cannot_be_read_and_writes_nothing() {
    let folder = Folder::with(&[("mail.txt", "Dear all,=20\nwe act.\n")]);
    assert_eq!(
        folder.run(&["new", "a", "--source", "mail.txt"]).refused(),
        "topline: the source mail.txt is the encoded text of an e-mail (quoted-printable or Base64): \
         open it in a mail program, and copy what it shows into a plain text file\n"
    );
    assert_eq!(
        folder.run(&["new", "a", "--source", "none.txt"]).refused(),
        "topline: the source none.txt does not exist, or is a broken link\n"
    );
    assert!(!folder.has("a.yaml"));
}

#[test]
fn line_ends_make_no_difference() {
    let crlf = TEXT.replace('\n', "\r\n");
    let folder = Folder::with(&[("a.txt", TEXT), ("b/a.txt", &format!("\u{feff}{crlf}"))]);
    folder.run(&["new", "a", "--source", "a.txt"]).said();
    folder.run(&["new", "a", "--source", "b/a.txt", "-o", "b"]).said();
    assert_eq!(folder.read("a.yaml"), folder.read("b/a.yaml"));
    assert_eq!(checked(&folder, "b/a.yaml").1, ["verified"; 5]);
}

/// The starter brief of `text`. Fails if it has an error or if the text lacks the words of a quote.
#[track_caller]
fn starter(text: &str) -> (String, Brief) {
    let folder = Folder::with(&[("a.txt", text)]);
    let settings = NewSettings {
        id: Id::new("a").unwrap(),
        csl: None,
        source: Some(folder.path("a.txt")),
        output: Some(folder.root().into()),
        today: Date::today(),
    };
    new::run(&settings, &mut Vec::new()).unwrap();
    let yaml = folder.read("a.yaml");
    let brief = read_brief("a", &yaml);
    let evidence = Evidence::gather(&brief, Some(SourceText::new(text)), None);
    let is_error =
        |rule: Rule| rule.default_severity() == Severity::Error && rule != Rule::Placeholder;
    let errors: Vec<_> =
        evidence.problems.iter().filter(|problem| is_error(problem.rule)).collect();
    assert!(errors.is_empty(), "{yaml}\n{errors:#?}");
    assert!(
        brief.exact_quotes().all(|quote| evidence.state(&quote.id) == State::Verified),
        "{yaml}"
    );
    (yaml, brief)
}

#[track_caller]
fn quotes(text: &str) -> Vec<String> {
    let (_, brief) = starter(text);
    let shown = brief.quotes.iter().map(|quote| {
        let by = quote.by.parties().first().map_or("source", |id| id.as_str());
        let inferred = if quote.inferred { "?" } else { "" };
        let prefix = quote.prefix.as_ref().map_or(String::new(), |prefix| format!("{prefix} | "));
        let suffix = quote.suffix.as_ref().map_or(String::new(), |suffix| format!(" | {suffix}"));
        format!(
            "{} {by}{inferred} ¶{}: {prefix}{}{suffix}",
            quote.words.form(),
            quote.paragraph.unwrap(),
            quote.words.text()
        )
    });
    shown.collect()
}

#[test]
fn distinguishes_two_places_of_one_wording() {
    assert_eq!(quotes("It was “a bad year” here. It was “a bad year” there.\n"), [""; 0]);
    assert_eq!(
        quotes("The NCA said it was “a bad year”. Ofcom said it was “a bad year” too.\n"),
        ["partial nca ¶1: a bad year", "partial ofcom ¶1: a bad year"]
    );
    assert_eq!(
        quotes(
            "Dana Vale said: “It was a bad year for us all.”\nEve Moss called it “a bad year”.\n"
        ),
        ["direct vale ¶1: It was a bad year for us all.", "partial moss ¶2: a bad year"]
    );
    assert_eq!(
        quotes("Dana Vale said: “It was a bad year for us all.”\nEveryone had “a bad year”.\n"),
        ["direct vale ¶1: It was a bad year for us all."]
    );
}

#[test]
fn a_text_without_quotations_gives_a_brief_without_quotes() {
    let folder = Folder::with(&[("a.txt", "A title\n\nThe board met, and said nothing.\n")]);
    let said = folder.run(&["new", "a", "--source", "a.txt"]).said();
    assert_eq!(said, "a.yaml: starter brief written; nothing to propose was found in the source\n");
    assert_eq!(checked(&folder, "a.yaml").1, [""; 0]);
}

#[test]
fn a_title_that_is_not_plain_is_in_brackets() {
    let title = |text: &str| starter(text).1.source.title.to_string();
    assert_eq!(title("Board warns\n\nIt met.\n"), "Board warns");
    assert_eq!(title("Board warns.\n\nIt met.\n"), "[Board warns.]");
    assert_eq!(
        title("The board [of ports] met today in the old harbour town.\n"),
        "[The board of ports met today in the]"
    );
    assert_eq!(title(""), "[untitled]");
    assert_eq!(title("--- # it's: \"so\"\n\nx\n"), "--- # it's: \"so\"");
}

#[test]
fn a_text_with_many_quotations_is_capped_with_a_comment() {
    let text: String = (1..=150)
        .map(|n| ["Dana Vale said: “It is number ", &n.to_string(), " now.”\n"].concat())
        .collect();
    let (yaml, brief) = starter(&text);
    assert_eq!(brief.quotes.len(), 100);
    assert!(
        yaml.contains(
            "# Only the first 100 quotations are proposed; there are more from ¶101 on.\n"
        )
    );
}

#[test]
fn a_quotation_too_long_to_propose_is_named() {
    let (yaml, brief) =
        starter(&format!("A title\nDana Vale said: “It is dark{}.”\n", " and dark".repeat(300)));
    assert_eq!(brief.quotes.len(), 0);
    assert!(
        yaml.contains(
            "# Not proposed, because they are too long, of a word or two, or said by nobody who is named: words in\n# quotation marks in ¶2.\n"
        ),
        "{yaml}"
    );
}

#[test]
fn hostile_words_are_read_back_as_they_are() {
    let words = "--- #1: it's \\n {a} [b] 'c' & *d | %e > `f` @g, yes: no ~";
    let (_, brief) = starter(&format!(
        "--- #: 'x'\r\n\r\nDana Vale said: “{words} now.”\r\n\u{1b}[31m\u{202e}\r\n"
    ));
    let given: Vec<_> = brief
        .quotes
        .iter()
        .map(|quote| (quote.words.form(), quote.words.text().as_str()))
        .collect();
    // A line separator ends a line of the source, as a newline does.
    let words = format!("{} now.", words.replace('\u{2028}', " "));
    assert_eq!(given, [(Form::Direct, words.as_str())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_gives_a_brief_whose_quotes_are_in_it(
        text in prop_oneof![
            any::<String>(),
            "[a-b\\x00]{1,4}",
            prop::collection::vec(prop_oneof![
                "[a-z]{1,6}", "[A-Z][a-z]{1,6}", Just("said".into()), Just("the".into()), Just("Dana Vale".into()),
                Just("Sir Ian".into()), Just("unknown".into()), Just("He".into()), Just("board".into()),
                Just("“".into()), Just("”".into()), Just("\"".into()), Just("‘".into()), Just("’".into()),
                Just(",”".into()), Just(".”".into()), Just(":".into()), Just(".".into()), Just("?".into()), Just("\n".into()),
                Just("\n\n".into()), Just("\r\n".into()), Just("- ".into()), Just("-\n".into()), Just("#".into()),
                Just("[…]".into()), Just("[they]".into()), Just("...".into()), Just("\u{0}".into()), Just("\u{2028}".into()),
                Just("---\n".into()), Just("'".into()), Just("\\".into()), Just("£5%".into()), Just("q1".into()),
            ], 0..60).prop_map(|parts: Vec<String>| parts.join(" ")),
        ],
    ) {
        let in_text = || Some(ForeignFormat::in_text(&text)?.0);
        match ForeignFormat::in_bytes(text.as_bytes()).or_else(in_text) {
            None => drop(starter(&text)),
            Some(format) => {
                let folder = Folder::with(&[("a.txt", &text)]);
                let said = folder.run(&["new", "a", "--source", "a.txt"]).refused();
                prop_assert!(said.contains(format.what()) && said.contains(format.fix()), "{}", said);
            }
        }
    }
}
