//! One report, what has to come of it, and the check that it does.

use serde_json::Value;

use crate::support::library::Folder;

pub const TITLE: &str = "Board warns on unlit ferries";

/// The report below its title.
pub const PARAGRAPHS: [&str; 5] = [
    "Small ferries are sailing at night without working lights, the Tidewater Safety Board has warned \
     in a report on 84 boats that it inspected last winter.",
    "Dana Vale, the board’s chief inspector, said: “We inspected 84 boats and 31 had no working stern \
     light. That is not bad luck, it is neglect.”",
    "The report puts it down to “a decade of drift” – at a cost of £5 million, say ferry owners in \
     Orléans Bay.",
    "The Minister for Ports, Sir Ian Marsh, said: “We have hired six inspectors, and a lighting code \
     will follow by June.”",
    "The board wants the department to use its power to stop boats that have no lights.",
];

/// A brief with quotations of the report, whose text is `story.txt`.
const KNOWN: &str = "\
summary: Ferries sail unlit [q1, q2, q3, q4].
source: {title: Board warns on unlit ferries, publisher: Tidewater Gazette, issued: 2026-02-09, text: story.txt}
organisations: {tsb: Tidewater Safety Board, dop: Department of Ports}
officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: tsb}
  marsh: {name: Ian Marsh, honorific: Sir, post: Minister for Ports, organisation: dop}
quotes:
  q1: {form: direct, by: vale, exact: 'We inspected 84 boats and 31 had no working stern light. That is not bad luck, it is neglect.'}
  q2: {form: partial, by: source, exact: a decade of drift}
  q3: {form: direct, by: marsh, exact: 'We have hired six inspectors, and a lighting code will follow by June.'}
  q4: {form: passage, by: source, exact: The board wants the department to use its power to stop boats that have no lights.}
";

/// The text that every kind of file gives.
pub fn text() -> String {
    let paragraphs = std::iter::once(TITLE).chain(PARAGRAPHS);
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Imports a file. Returns its folder and what the program said.
#[track_caller]
pub fn imported(name: &str, bytes: impl AsRef<[u8]>, options: &[&str]) -> (Folder, String) {
    let folder = Folder::with(&[(name, bytes)]);
    let said = folder.run(&[&["import", name, "--id", "story"], options].concat()).said();
    (folder, said)
}

/// Imports a file that is the report. Fails unless its text comes out letter for letter, the starter brief
/// has nothing wrong, and known quotations are in the text. Returns the folder and what was said.
#[track_caller]
pub fn holds(name: &str, bytes: impl AsRef<[u8]>) -> (Folder, String) {
    let (folder, said) = imported(name, bytes, &[]);
    assert_eq!(folder.read("story.txt").replace('\u{c}', ""), text(), "{name}");
    let started = starter_states(&folder);
    assert!(
        started.iter().filter(|state| *state == "verified").count() >= 2,
        "{name}: {started:?}"
    );
    assert!(!started.contains(&"failed".to_owned()), "{name}: {started:?}");
    folder.write(
        "known.yaml",
        KNOWN.replace("by: source, exact: a decade", "by: tsb, exact: a decade"),
    );
    assert_eq!(states(&folder, "known.yaml").1, ["verified"; 4], "{name}");
    (folder, said)
}

/// The states of the quotes of the starter brief, which has no errors but what is still to be written.
#[track_caller]
pub fn starter_states(folder: &Folder) -> Vec<String> {
    let (problems, states) = states(folder, "story.yaml");
    for problem in problems.iter().filter(|problem| problem["severity"] == "error") {
        assert_eq!(problem["rule"], "placeholder", "{problem:#}\n{}", folder.read("story.yaml"));
    }
    states
}

fn states(folder: &Folder, brief: &str) -> (Vec<Value>, Vec<String>) {
    let run = folder.run(&["check", brief, "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    let quotes = report["quotes"].as_array().unwrap().iter();
    let states = quotes.map(|quote| quote["state"].as_str().unwrap().to_owned()).collect();
    (report["problems"].as_array().unwrap().clone(), states)
}

/// The lines of the `source:` section of the starter brief that have a value.
#[track_caller]
pub fn source_section(folder: &Folder) -> String {
    let yaml = folder.read("story.yaml");
    let section = yaml.split_once("\nsource:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let fields = section.lines().filter(|line| !line.trim_start().starts_with('#'));
    fields.map(|line| line.trim().to_owned() + "\n").collect()
}
