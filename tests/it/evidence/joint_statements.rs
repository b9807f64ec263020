//! Quotations that several parties say together, and people who act in no post.

use topline::evidence::{Evidence, State};

use super::support::{brief, errors, gather, quote};
use crate::support::library::read_brief;

const STATEMENT: &str = "“We will not let boats sail dark,” the Harbour Safety Board said in a statement with the \
     ministry.\n\n“Then try it,” said Eve Moss, a boatman.\n";

#[test]
fn a_joint_statement_is_verified_if_the_source_names_any_of_those_who_make_it() {
    for by in ["[board, ministry]", "[ministry, board]", "[vale, ministry]", "board", "[board]"] {
        let brief = brief("", &quote(by, "We will not let boats sail dark", ""));
        let (finding, problems) = gather(&brief, STATEMENT);
        assert_eq!((finding.state, errors(&problems)), (State::Verified, vec![]), "{by}");
    }
}

#[test]
fn a_joint_statement_of_others_is_refused() {
    let brief = brief("", &quote("[marsh, ministry]", "We will not let boats sail dark", ""));
    let (finding, problems) = gather(&brief, STATEMENT);
    assert_eq!(finding.state, State::Failed);
    let said = errors(&problems).join("");
    assert!(said.contains("not to Sir Ian Marsh or Ministry of Works"), "{said}");
}

#[test]
fn a_person_without_a_post_is_quoted_as_any_other() {
    let yaml = "
summary: A test [q].
source: {title: A test, publisher: The Gazette, issued: 2026-02-09, text: text.txt}
officials: {moss: {name: Eve Moss}}
quotes: {q: {form: direct, by: moss, exact: Then try it}}
";
    let (finding, problems) = gather(&read_brief("test", yaml), STATEMENT);
    assert_eq!((finding.state, problems), (State::Verified, vec![]));
}

#[test]
fn a_lock_holds_the_speakers_and_the_place() {
    let quoting =
        |by: &str, more: &str| brief("", &quote(by, "We will not let boats sail dark", more));
    let text = topline::evidence::SourceText::new(STATEMENT);
    let joint = quoting("[board, ministry]", ", at: p. 7");
    let today = topline::brief::Date::parse("2026-02-09").unwrap();
    let locked = topline::evidence::Locked::new(&joint, &text, today);
    let state = |brief| {
        let evidence = Evidence::gather(&brief, None, Some(&locked));
        evidence.findings.iter().next().unwrap().state
    };
    assert_eq!(state(joint), State::Locked(today));
    for (by, more) in
        [("board", ", at: p. 7"), ("[board, ministry]", ", at: p. 8"), ("[board, ministry]", "")]
    {
        assert_eq!(state(quoting(by, more)), State::Failed, "{by}{more}");
    }
}
