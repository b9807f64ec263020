//! The briefs that ship with the program are right.

use std::fs;

use topline::brief::{Anchor, AskKind, Date, Id, Relation};
use topline::evidence::{Evidence, SourceText, State};
use topline::library::register::row_at;

use crate::support::library::{Folder, library, read_brief};

/// The briefs that ship with the texts of their sources, and their quotes that have words to verify.
const WITH_TEXT: [(&str, usize); 2] = [("ferry-lights", 2), ("owners-letter", 7)];

#[test]
fn the_invented_briefs_say_what_their_sources_say() {
    for (id, verified) in WITH_TEXT {
        let read = |ending: &str| fs::read_to_string(format!("briefs/{id}.{ending}")).unwrap();
        let evidence = Evidence::gather(
            &read_brief(id, &read("yaml")),
            Some(SourceText::new(&read("txt"))),
            None,
        );
        assert_eq!(evidence.problems, [], "{id}");
        let states = evidence.findings.iter().map(|finding| finding.state);
        assert_eq!(states.filter(|state| *state == State::Verified).count(), verified, "{id}");
    }
}

#[test]
fn the_letter_answers_contradicts_and_promises() {
    let library = library(["briefs"]);
    let here = Id::new("ferry-lights").unwrap();
    let anchor = |raw: &str| Anchor::parse(raw, &here).unwrap();
    let incoming = |raw: &str| {
        let links = library.links().incoming(&anchor(raw)).iter();
        links.map(|link| (link.relation, link.target.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(incoming("ferry-lights/a1"), [(Relation::Answers, "owners-letter/a1".into())]);
    assert_eq!(incoming("ferry-lights/c1"), [(Relation::Qualifies, "owners-letter/c2".into())]);
    assert_eq!(incoming("ferry-lights/c2"), [(Relation::Contradicts, "owners-letter/c1".into())]);
    let today = Date::parse("2026-11-21").unwrap();
    let promise = row_at(&library, &anchor("owners-letter/a3"), today).unwrap();
    assert_eq!((promise.ask.kind, promise.is_past_due), (AskKind::Commitment, false));
    let letter = library.entries().iter().position(|entry| &*entry.id == "owners-letter").unwrap();
    assert!(library.problems_across(today).iter().all(|(entry, _)| *entry != letter));
}

#[test]
fn ferry_lights_agrees_with_its_source() {
    let folder = Folder::ferry_lights();
    let brief = read_brief("ferry-lights", &folder.read("ferry-lights.yaml"));
    let text = SourceText::new(&folder.read("ferry-lights.txt"));
    let evidence = Evidence::gather(&brief, Some(text), None);
    assert_eq!(evidence.problems, []);
    let finding = |id: &str| evidence.findings[&Id::new(id).unwrap()].clone();
    assert_eq!(
        (finding("q1").state, finding("q1").paragraphs.to_vec()),
        (State::Verified, vec![3, 4])
    );
    assert_eq!(
        (finding("q2").state, finding("q2").paragraphs.to_vec()),
        (State::Verified, vec![5])
    );
}
