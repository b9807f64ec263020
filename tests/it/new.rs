//! Starter briefs, from the built program, and what any text makes of one.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use topline::brief::{self, Brief, Form, Id, Severity};
use topline::commands::new::{self, NewSettings};
use topline::evidence::{Evidence, SourceText, State};

const TEXT: &str = "\
Board warns on unlit boats

The Harbour Safety Board has warned of what it called “a decade of drift”.

Dana Vale, the board’s chief inspector, said: “We inspected 84 boats and 31 had
no working light.

“That is not bad luck: it’s neglect.”

“We will act,” said Ports Minister Sir Ian Marsh. “We have hired six inspectors.”

A skipper’s “very dark night” is no defence.
";

/// A folder in which the program is run.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
        command.args(arguments).current_dir(self.path()).env_remove("TOPLINE_LIBRARY");
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env(variable, self.path());
        }
        command.output().unwrap()
    }

    /// What a command says that is done.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let messages = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), output.stdout.as_slice()),
            (Some(0), &b""[..]),
            "{messages}"
        );
        messages
    }

    /// What a command says that cannot be done.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
        String::from_utf8(output.stderr).unwrap()
    }

    /// The names of the rules that `check` finds broken, and the state of each quote. No rule is an error.
    #[track_caller]
    fn checked(&self, brief: &str) -> (Vec<String>, Vec<String>) {
        let output = self.run(&["check", brief, "--format", "json"]);
        let report = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{report}");
        let report: Value = serde_json::from_str(&report).unwrap();
        let all = |list: &str, field: &str| {
            let items = report[list].as_array().unwrap().iter();
            items.map(|item| item[field].as_str().unwrap().to_owned()).collect()
        };
        (all("problems", "rule"), all("quotes", "state"))
    }
}

#[test]
fn proposes_the_quotations_of_a_source() {
    let folder = Folder::with(&[("unlit-boats.txt", TEXT.as_bytes())]);
    let said = folder.done(&["new", "unlit-boats", "--source", "unlit-boats.txt"]);
    assert_eq!(
        said,
        "unlit-boats.yaml: a starter brief with 6 quotations, the speaker of 2 inferred\n"
    );
    insta::assert_snapshot!(folder.read("unlit-boats.yaml"));
}

#[test]
fn a_starter_brief_passes_the_check_beside_its_source() {
    let folder = Folder::with(&[("unlit-boats.txt", TEXT.as_bytes())]);
    folder.done(&["new", "unlit-boats", "--source", "unlit-boats.txt"]);
    let (problems, states) = folder.checked("unlit-boats.yaml");
    assert!(
        problems.iter().all(|rule| ["orphan", "no-date", "missing-field"].contains(&rule.as_str())),
        "{problems:?}"
    );
    assert_eq!(states, ["verified"; 6]);
}

#[test]
fn a_starter_brief_without_a_source_passes_the_check() {
    let folder = Folder::with(&[]);
    assert_eq!(folder.done(&["new", "empty"]), "empty.yaml: a starter brief\n");
    let (_, states) = folder.checked("empty.yaml");
    assert_eq!(states, [""; 0]);
    insta::assert_snapshot!(folder.read("empty.yaml"));
}

#[test]
fn a_field_is_used_by_taking_its_mark_away() {
    let folder = Folder::with(&[]);
    folder.done(&["new", "used"]);
    let take_away = |line: &str| match line.split_once('#') {
        Some((indent, field)) if indent.trim().is_empty() && is_field(field) => {
            format!("{indent}{field}\n")
        }
        _ => format!("{line}\n"),
    };
    let used: String = folder.read("used.yaml").lines().map(take_away).collect();
    let used = used.replace("  by: an-id", "  by: dop");
    let reading = brief::read(&Id::new("used").unwrap(), used.as_bytes());
    let brief = reading.brief.unwrap_or_else(|| panic!("{used}\n{:#?}", reading.problems));
    assert_eq!((brief.top_lines.len(), brief.quotes.len(), brief.asks.len()), (1, 2, 1));
    assert_eq!(brief.source.text.unwrap(), "source.txt");
}

/// Whether this is a field or a list's entry without its mark, and no remark.
fn is_field(line: &str) -> bool {
    !line.starts_with(' ') || line.starts_with("  ")
}

#[test]
fn never_writes_over_a_file() {
    let folder = Folder::with(&[("a.txt", TEXT.as_bytes()), ("a.yaml", b"mine")]);
    let said = "topline: a.yaml is there already, and topline new never writes over a file; choose another id, or -o\n";
    assert_eq!(folder.refused(&["new", "a", "--source", "a.txt"]), said);
    assert_eq!(folder.read("a.yaml"), "mine");
}

#[cfg(unix)]
#[test]
fn never_writes_through_a_link() {
    let folder = Folder::with(&[]);
    std::os::unix::fs::symlink(folder.path().join("elsewhere.yaml"), folder.path().join("a.yaml"))
        .unwrap();
    assert!(folder.refused(&["new", "a"]).starts_with("topline: a.yaml is there already"));
    assert!(!folder.path().join("elsewhere.yaml").exists());
}

#[test]
fn writes_to_the_file_or_into_the_folder_that_is_named() {
    let folder = Folder::with(&[("briefs/texts/a.txt", TEXT.as_bytes())]);
    folder.done(&["new", "a", "--source", "briefs/texts/a.txt", "-o", "briefs"]);
    assert!(folder.read("briefs/a.yaml").contains("  text: 'texts/a.txt'\n"));
    folder.done(&["new", "b", "-o", "briefs/b.yml"]);
    assert_eq!(folder.checked("briefs/b.yml").1, [""; 0]);
    assert_eq!(
        folder.refused(&["new", "c", "-o", "briefs/d.yaml"]),
        "topline: the id of a brief is the stem of its file's name: for c name it c.yaml, not briefs/d.yaml\n"
    );
    assert!(
        folder
            .refused(&["new", "c", "-o", "nowhere/c.yaml"])
            .starts_with("topline: cannot write nowhere/c.yaml: ")
    );
}

#[test]
fn a_source_that_lies_elsewhere_is_to_be_copied() {
    let folder = Folder::with(&[("texts/a.txt", TEXT.as_bytes()), ("briefs/keep.txt", b"")]);
    folder.done(&["new", "a", "--source", "texts/a.txt", "-o", "briefs"]);
    let yaml = folder.read("briefs/a.yaml");
    assert!(
        yaml.contains("into this folder, or one below, and name it here\n  #text: 'a.txt'\n"),
        "{yaml}"
    );
    assert_eq!(folder.checked("briefs/a.yaml").1, ["unverified"; 6]);
    fs::copy(folder.path().join("texts/a.txt"), folder.path().join("briefs/a.txt")).unwrap();
    fs::write(
        folder.path().join("briefs/a.yaml"),
        yaml.replace("  #text: 'a.txt'", "  text: 'a.txt'"),
    )
    .unwrap();
    assert_eq!(folder.checked("briefs/a.yaml").1, ["verified"; 6]);
}

#[test]
fn refuses_a_bad_id() {
    let folder = Folder::with(&[]);
    for (id, reason) in [
        ("Unlit", "an id is a lower-case letter, then lower-case letters, digits and hyphens"),
        ("../a", "an id is a lower-case letter, then lower-case letters, digits and hyphens"),
        ("source", "the format keeps this word for itself"),
    ] {
        let said = folder.refused(&["new", id]);
        assert!(
            said.starts_with(&format!("error: invalid value '{id}' for '<ID>': {reason}\n")),
            "{said}"
        );
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn says_why_a_source_cannot_be_read_and_writes_nothing() {
    let folder = Folder::with(&[("latin.txt", b"one\ncaf\xe9\n")]);
    assert_eq!(
        folder.refused(&["new", "a", "--source", "latin.txt"]),
        "topline: the source latin.txt is not UTF-8 in line 2: save it as UTF-8\n"
    );
    assert_eq!(
        folder.refused(&["new", "a", "--source", "none.txt"]),
        "topline: the source none.txt cannot be read: it is not there, or it is a link that leads nowhere\n"
    );
    assert!(!folder.path().join("a.yaml").exists());
}

#[test]
fn line_ends_make_no_difference() {
    let crlf = TEXT.replace('\n', "\r\n");
    let folder = Folder::with(&[
        ("a.txt", TEXT.as_bytes()),
        ("b/a.txt", format!("\u{feff}{crlf}").as_bytes()),
    ]);
    folder.done(&["new", "a", "--source", "a.txt"]);
    folder.done(&["new", "a", "--source", "b/a.txt", "-o", "b"]);
    assert_eq!(folder.read("a.yaml"), folder.read("b/a.yaml"));
    assert_eq!(folder.checked("b/a.yaml").1, ["verified"; 6]);
}

/// The starter brief of `text`, and what evidence there is for it. Fails where there is an error in it, or
/// where a quote does not stand in the text.
#[track_caller]
fn starter(text: &str) -> (String, Brief) {
    let folder = Folder::with(&[("a.txt", text.as_bytes())]);
    let settings = NewSettings {
        id: Id::new("a").unwrap(),
        source: Some(folder.path().join("a.txt")),
        output: Some(folder.path().into()),
    };
    new::run(&settings, &mut Vec::new()).unwrap();
    let yaml = folder.read("a.yaml");
    let reading = brief::read(&settings.id, yaml.as_bytes());
    let brief = reading.brief.unwrap_or_else(|| panic!("{yaml}\n{:#?}", reading.problems));
    let evidence = Evidence::gather(&brief, Some(SourceText::new(text)), None);
    let is_error = |rule: brief::Rule| rule.default_severity() == Severity::Error;
    let errors: Vec<_> =
        evidence.problems.iter().filter(|problem| is_error(problem.rule)).collect();
    assert!(errors.is_empty(), "{yaml}\n{errors:#?}");
    assert!(
        brief.quotes.values().all(|quote| evidence.findings[&quote.id].state == State::Verified),
        "{yaml}"
    );
    (yaml, brief)
}

#[track_caller]
fn quotes(text: &str) -> Vec<String> {
    let (_, brief) = starter(text);
    let shown = brief.quotes.values().map(|quote| {
        let by = quote.by.party().map_or("source", |id| id.as_str());
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
fn tells_two_places_of_one_wording_apart() {
    assert_eq!(
        quotes("It was “a bad year” here. It was “a bad year” there.\n"),
        ["partial unknown-speaker? ¶1: It was | a bad year | here. It was “a bad year”"]
    );
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
        [
            "direct vale ¶1: It was a bad year for us all.",
            "partial unknown-speaker? ¶2: a bad year"
        ]
    );
}

#[test]
fn a_text_without_quotations_gives_a_brief_without_quotes() {
    let folder = Folder::with(&[("a.txt", b"A title\n\nThe board met, and said nothing.\n")]);
    let said = folder.done(&["new", "a", "--source", "a.txt"]);
    assert_eq!(said, "a.yaml: a starter brief; the source has no quotation to propose\n");
    assert_eq!(folder.checked("a.yaml").1, [""; 0]);
}

#[test]
fn a_title_that_is_not_plain_stands_in_brackets() {
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
    assert!(yaml.contains(
        "# Only the first 100 quotations were looked at: there are more from ¶101 on.\n"
    ));
}

#[test]
fn a_quotation_too_long_to_propose_is_named() {
    let (yaml, brief) =
        starter(&format!("A title\nDana Vale said: “It is dark{}.”\n", " and dark".repeat(300)));
    assert_eq!(brief.quotes.len(), 0);
    assert!(
        yaml.contains("# Not proposed, being long or not to be told apart: words in ¶2.\n"),
        "{yaml}"
    );
}

#[test]
fn hostile_words_are_read_back_as_they_are() {
    let words = "--- #1: it's \\n {a} [b] 'c' & *d | %e > `f` @g, yes: no\u{2028}~";
    let (_, brief) = starter(&format!(
        "--- #: 'x'\r\n\r\nDana Vale said: “{words} now.”\r\n\u{1b}[31m\u{202e}\r\n"
    ));
    let given: Vec<_> = brief
        .quotes
        .values()
        .map(|quote| (quote.words.form(), quote.words.text().as_str()))
        .collect();
    assert_eq!(given, [(Form::Partial, "x"), (Form::Direct, format!("{words} now.").as_str())]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_gives_a_brief_whose_quotes_stand_in_it(
        text in prop_oneof![
            any::<String>(),
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
        starter(&text);
    }
}
