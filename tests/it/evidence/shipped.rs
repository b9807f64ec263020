//! The briefs that ship with the program are right.

use topline::brief::{self, Id};
use topline::evidence::{Evidence, SourceText, State};

#[test]
fn ferry_lights_stands_in_its_source() {
    let yaml = include_bytes!("../../../briefs/ferry-lights.yaml");
    let brief = brief::read(&Id::new("ferry-lights").unwrap(), yaml).brief.unwrap();
    let text = SourceText::new(include_str!("../../../briefs/ferry-lights.txt"));
    let evidence = Evidence::gather(&brief, Some(text), None);
    assert_eq!(evidence.problems, []);
    let finding = |id: &str| evidence.findings[&Id::new(id).unwrap()].clone();
    assert_eq!((finding("q1").state, finding("q1").paragraphs), (State::Verified, vec![3, 4]));
    assert_eq!((finding("q2").state, finding("q2").paragraphs), (State::Verified, vec![5]));
}
