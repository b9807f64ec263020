//! The page of each rule: its examples do what they say, and it fits a terminal.

use std::collections::BTreeSet;

use topline::brief::{Date, Problem, Rule};
use topline::evidence::{Evidence, Lock, Locked, RuleExample, RulePage, SourceText};
use topline::library::{Entry, Library};

use crate::support::library::entry;

/// The brief that an example’s sections are put into.
const BASE: &str = "\
summary: Boats sail without lights.
source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
  text: source.txt
organisations:
  board: Harbour Safety Board
  ministry: Ministry of Works
officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
claims:
  c1: {text: The board inspected boats., by: vale, evidence: q1}
asks:
  a1: {kind: commitment, by: ministry, action: act on lights, evidence: q1}
";

const SOURCE: &str = "Dana Vale of the Harbour Safety Board said: “We inspected 84 boats.”\nThe Ministry of Works will act by June.\n";

/// The sections of a YAML text: the key of each and its lines.
fn sections(yaml: &str) -> Vec<(&str, String)> {
    let mut sections: Vec<(&str, String)> = Vec::new();
    for line in yaml.lines() {
        if !line.starts_with(' ') {
            sections.push((line.split(':').next().unwrap(), String::new()));
        }
        let (_, lines) = sections.last_mut().unwrap();
        lines.push_str(line);
        lines.push('\n');
    }
    sections
}

fn whole(example: &str) -> String {
    let own = sections(example);
    let is_own = |key: &str| own.iter().any(|(own, _)| *own == key);
    let base = sections(BASE).into_iter().filter(|(key, _)| !is_own(key));
    base.chain(own.clone()).map(|(_, lines)| lines).collect()
}

fn read(id: &str, example: &str) -> Entry {
    entry(id, &whole(example), None)
}

fn date(raw: &str) -> Date {
    Date::parse(raw).unwrap()
}

/// Every problem of an example.
fn problems(rule: Rule, example: &RuleExample) -> Vec<Problem> {
    let tested = read("example", example.brief);
    let mut found = tested.problems.clone();
    let Some(brief) = tested.brief.clone() else { return found };
    let text = || SourceText::new(example.source.unwrap_or(SOURCE));
    let other = example.beside.map(|beside| read("other", beside));
    let other_brief = other.as_ref().map(|other| other.brief.clone().unwrap());
    let mut locked = None;
    if let (Rule::StaleLock, Some(before)) = (rule, &other_brief) {
        assert!(Evidence::gather(before, Some(text()), None).can_be_locked(before));
        locked = Some(Locked::new(before, &text(), date("2026-02-10")));
    }
    // A lock is for those who do not have the text.
    let text = locked.is_none().then(text);
    found.extend(Evidence::gather(&brief, text, locked.as_ref()).problems);
    let library = Library::new(other.into_iter().chain([tested]).collect());
    found.extend(
        library.problems_across(date("2026-02-10")).into_iter().map(|(_, problem)| problem),
    );
    found
}

/// The rules that an example breaks.
fn broken(rule: Rule, example: &RuleExample) -> BTreeSet<Rule> {
    problems(rule, example).iter().map(|problem| problem.rule).collect()
}

#[test]
fn every_page_has_an_example_that_breaks_its_rule_and_one_that_does_not() {
    for rule in Rule::ALL {
        let page = RulePage::new(*rule);
        let (failing, passing) = (broken(*rule, &page.failing()), broken(*rule, &page.passing()));
        assert!(failing.contains(rule), "{rule}: the failing example passes: {failing:?}");
        assert!(!passing.contains(rule), "{rule}: the passing example fails: {passing:?}");
        let only: Vec<&Rule> = failing.difference(&passing).collect();
        assert_eq!(only, [rule], "{rule}: the failing example breaks other rules too");
    }
}

#[test]
fn a_page_fits_a_terminal() {
    for rule in Rule::ALL {
        let shown = RulePage::new(*rule).to_string();
        for line in shown.lines() {
            assert!(line.chars().count() <= 100 && line.trim_end() == line, "{rule}: {line}");
        }
    }
    insta::assert_snapshot!(RulePage::new(Rule::AmbiguousQuote));
}

#[test]
fn the_lock_of_an_example_is_one_that_can_be_read() {
    let brief = read("example", "").brief.unwrap();
    let mut lock = Lock::default();
    lock.set(&brief.id, Locked::new(&brief, &SourceText::new(SOURCE), date("2026-02-10")));
    assert_eq!(Lock::parse(&lock.to_bytes(), "topline.lock".as_ref()).unwrap(), lock);
}
