//! The generated briefs are fit to measure with: they are read and checked like real ones.

#[path = "../../benches/corpus/mod.rs"]
pub mod generator;

use topline::brief::{Date, Problem, Severity};
use topline::evidence::State;

use crate::support::library::Folder;

#[test]
fn every_quotation_and_figure_of_a_generated_brief_is_in_its_source() {
    let folder = Folder::new();
    generator::write(folder.root(), 60).unwrap();
    let library = folder.library();
    assert_eq!(library.briefs().count(), 60);
    let is_error = |problem: &&Problem| problem.rule.default_severity() == Severity::Error;
    for entry in library.entries() {
        let problems: Vec<_> =
            entry.problems.iter().chain(&entry.evidence().problems).filter(is_error).collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", entry.id);
        let brief = entry.brief.as_ref().unwrap();
        for quote in brief.quotes.iter().filter(|quote| quote.words.exact().is_some()) {
            assert_eq!(
                entry.findings()[&quote.id].state,
                State::Verified,
                "{}/{}",
                entry.id,
                quote.id
            );
        }
    }
    let across = library.problems_across(Date::parse("2026-11-21").unwrap());
    assert!(across.is_empty(), "{across:#?}");
}
