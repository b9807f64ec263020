//! The briefs that ship with the program are right.

use topline::brief::Id;
use topline::evidence::{Evidence, SourceText, State};

use crate::support::library::{Folder, read_brief};

#[test]
fn ferry_lights_agrees_with_its_source() {
    let folder = Folder::ferry_lights();
    let brief = read_brief("ferry-lights", &folder.read("ferry-lights.yaml"));
    let text = SourceText::new(&folder.read("ferry-lights.txt"));
    let evidence = Evidence::gather(&brief, Some(text), None);
    assert_eq!(evidence.problems, []);
    let finding = |id: &str| evidence.findings[&Id::new(id).unwrap()].clone();
    assert_eq!((finding("q1").state, finding("q1").paragraphs), (State::Verified, vec![3, 4]));
    assert_eq!((finding("q2").state, finding("q2").paragraphs), (State::Verified, vec![5]));
}
