//! Briefs made for one test.

use topline::brief::{Brief, Id, Problem, Rule, Severity, Spot};
use topline::evidence::{Evidence, Finding, SourceText, State};

use crate::support::library::read_brief;

/// The people and bodies of every test's brief.
const PARTIES: &str = "
organisations:
  board: Harbour Safety Board
  ministry: Ministry of Works
officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
  marsh: {name: Ian Marsh, honorific: Sir, post: Minister for Works, organisation: ministry}
";

/// Reads a brief whose `source` has these further fields and which has these further sections.
#[track_caller]
pub fn brief(source: &str, sections: &str) -> Brief {
    let yaml = format!(
        "summary: A test.\nsource:\n  title: A test\n  publisher: The Gazette\n  issued: 2026-02-09\n  text: text.txt\n{source}{PARTIES}{sections}"
    );
    read_brief("test", &yaml)
}

/// A brief with one direct quote of Dana Vale's, `q`.
#[track_caller]
pub fn quoting(exact: &str) -> Brief {
    brief("", &quote("vale", exact, ""))
}

/// The section with one direct quote, `q`.
pub fn quote(by: &str, exact: &str, more: &str) -> String {
    let exact = serde_json::to_string(exact).unwrap();
    format!("quotes:\n  q: {{form: direct, by: {by}, exact: {exact}{more}}}\n")
}

/// The finding on the quote `q` of `brief` in `text`, and every problem.
pub fn gather(brief: &Brief, text: &str) -> (Finding, Vec<Problem>) {
    let evidence = Evidence::gather(brief, Some(SourceText::new(text)), None);
    let finding = evidence.findings[&Id::new("q").unwrap()].clone();
    (finding, evidence.problems)
}

/// What is said of `words`, which stand for `{w}` in `text`, if they are given to `by` and the source
/// has these further fields: `refused`, `doubted` or `verified`.
#[track_caller]
pub fn verdict(source: &str, by: &str, words: &str, text: &str) -> &'static str {
    let brief = brief(source, &quote(by, words, ""));
    let (finding, problems) = gather(&brief, &text.replace("{w}", words));
    let is_doubted = problems.iter().any(|problem| problem.rule == Rule::SpeakerNotNear);
    match finding.state {
        State::Failed => "refused",
        _ if is_doubted => "doubted",
        _ => "verified",
    }
}

/// The problems of rules that are errors, as `rule: message`.
pub fn errors(problems: &[Problem]) -> Vec<String> {
    let is_error = |rule: Rule| rule.default_severity() == Severity::Error;
    problems
        .iter()
        .filter(|problem| is_error(problem.rule))
        .map(|problem| format!("{}: {}", problem.rule, problem.message))
        .collect()
}

/// The characters of `text` that a problem points at.
pub fn pointed_at(problem: &Problem, text: &str) -> String {
    let Spot::Within(range) = &problem.spot else { return String::new() };
    text.chars().filter(|c| !c.is_whitespace()).skip(range.start).take(range.len()).collect()
}
