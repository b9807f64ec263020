//! The wording of items: the one place that says how a quote, a claim, an ask, a person or a source
//! reads, on screen and on paper.
//!
//! The parts of an item come by name if screen and paper put them in different places. What is missing
//! is said and never left blank.

mod asks;
mod claims;
mod parties;
mod quotes;
mod remarks;
mod rows;
mod sentences;
mod sources;

pub use asks::{AskText, ask, is_unanswered, is_undated, status_sentence};
pub use claims::{ClaimText, claim, figures};
pub use parties::{official, parties, party, speaker, speakers_in_full};
pub use quotes::{
    QuoteText, brief_sign, form, quote, standing, state, state_on_paper, state_sign, state_words,
};
pub use remarks::{doubt, note, remarks};
pub use rows::{ItemRow, Listing, faults_within, row};
pub use sentences::{capitalised, in_marks, sentence};
pub use sources::{issued, publisher, source, source_lines, unnamed_speaker};

use self::remarks::relations;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Brief, Date, Id, read};
    use crate::evidence::{Finding, State};
    use crate::library::Links;
    use crate::page::Span;

    const YAML: &str = r#"
summary: Boats sail.
source: {title: Boats, publisher: unknown, type: webpage}
organisations: {board: Harbour Board, ports: Department of Ports}
officials:
  marsh: {name: Ian Marsh, honorific: Sir, post: Minister for Ports, organisation: ports}
quotes:
  q1: {form: direct, by: marsh, exact: "They told me “no” twice.", to: board, said: 2026-02}
  q2: {form: partial, by: board, exact: a decade of drift, inferred: true, note: Said by its chair}
  q3: {form: reported, by: board, gist: wants lights}
  q4: {form: passage, by: source, gist: nobody minds?}
claims:
  c1: {text: Boats sail, by: source, evidence: q4, qualifies: far/c1, contradicts: [c2, far/c2]}
  c2: {text: Boats lie idle., by: marsh, evidence: q1, inferred: true, note: He was asked twice}
asks:
  a1: {kind: ask, by: board, to: [ports, marsh, everyone], action: light the boats, instrument: Lights Act, evidence: q3}
  a2: {kind: ask, by: board, to: [ports, unstated], action: pay, due: 2026-06, evidence: q3}
  a3: {kind: commitment, by: marsh, action: write a code, due: soon, evidence: q1, answers: a1}
  a4: {kind: action, by: marsh, to: board, action: hire, evidence: q1}
"#;

    fn brief() -> Brief {
        read(&Id::new("boats").unwrap(), YAML.as_bytes()).brief.unwrap()
    }

    fn text(spans: &[Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn quote_of(brief: &Brief, id: &str, state: State, paragraphs: &[u32]) -> QuoteText {
        let item = &brief.quotes[id];
        quote(brief, item, Some(&Finding::unplaced(&item.id, state, paragraphs)))
    }

    fn ask_of(brief: &Brief, id: &str) -> [String; 4] {
        let links = Links::from_briefs([brief].into_iter());
        let item = &brief.asks[id];
        let linked = links.linked(brief, &item.id);
        let wording = ask(brief, item, linked, |anchor| anchor.item.as_str().into());
        [
            text(&wording.parties),
            wording.action.text.to_string(),
            text(&wording.terms),
            text(&wording.relations),
        ]
    }

    #[test]
    fn words_a_full_quotation() {
        let brief = brief();
        let wording = quote_of(&brief, "q1", State::Verified, &[3, 4]);
        assert_eq!(wording.label, None);
        assert_eq!(text(&wording.words), "“They told me ‘no’ twice.”");
        assert_eq!(
            text(&wording.speaker),
            "Sir Ian Marsh, Minister for Ports, Department of Ports"
        );
        assert_eq!(text(&wording.circumstances), "to Harbour Board; February 2026");
        assert_eq!(text(&wording.basis), "direct · ¶3, ¶4 · ✓\u{a0}verified");
    }

    #[test]
    fn words_a_part_quote_whose_attribution_is_inferred() {
        let brief = brief();
        let locked = State::Locked(Date::parse("2026-11-21").unwrap());
        let wording = quote_of(&brief, "q2", locked, &[5]);
        assert_eq!(wording.label.unwrap().text, "Part quote:");
        assert_eq!(text(&wording.words), "“a decade of drift”");
        assert_eq!(wording.state.unwrap().text, "verified 21 November 2026; text not held");
        assert_eq!(wording.note.unwrap().text, "Note: Said by its chair.");
        assert_eq!(
            text(&wording.basis),
            "part quote · ¶5 · ◇\u{a0}verified 21 November 2026; text not held · attribution inferred"
        );
    }

    #[test]
    fn never_sets_a_gist_in_marks_nor_gives_it_a_state() {
        let brief = brief();
        for (id, label, words, basis) in [
            ("q3", "Reported:", "wants lights.", "reported · paragraph not known"),
            ("q4", "Stated:", "nobody minds?", "passage · paragraph not known"),
        ] {
            let wording = quote_of(&brief, id, State::Unverified, &[]);
            assert_eq!(wording.label.unwrap().text, label);
            assert_eq!(text(&wording.words), words);
            assert_eq!(wording.state, None);
            assert_eq!(text(&wording.basis), basis);
        }
    }

    #[test]
    fn words_claims_with_their_relations_and_doubts() {
        let brief = brief();
        let links = Links::from_briefs([&brief].into_iter());
        let words = |id: &str| {
            let item = &brief.claims[id];
            let linked = links.linked(&brief, &item.id);
            let wording = claim(&brief, item, linked, |anchor| anchor.to_string().into());
            [wording.by, wording.text]
                .map(|span| span.text.to_string())
                .into_iter()
                .chain([text(&wording.relations), text(&wording.remarks)])
                .collect::<Vec<_>>()
        };
        let c1 =
            ["The source", "Boats sail.", "Contradicts boats/c2, far/c2. Qualifies far/c1.", ""];
        assert_eq!(words("c1"), c1);
        let remarks = "Attribution inferred. Note: He was asked twice.";
        assert_eq!(
            words("c2"),
            ["Sir Ian Marsh", "Boats lie idle.", "Contradicted by boats/c1.", remarks]
        );
    }

    #[test]
    fn words_asks_by_who_asks_whom_for_what_and_the_status() {
        let brief = brief();
        let parties = "Harbour Board to Department of Ports, Sir Ian Marsh and everyone";
        assert_eq!(
            ask_of(&brief, "a1"),
            [parties, "light the boats.", "Under: Lights Act. By: no date.", "Answered by a3."]
        );
        let parties = "Harbour Board to Department of Ports, addressee not stated";
        assert_eq!(
            ask_of(&brief, "a2"),
            [parties, "pay.", "By: June 2026. No answer in this source.", ""]
        );
        assert_eq!(
            ask_of(&brief, "a3"),
            ["Sir Ian Marsh", "write a code.", "When: soon.", "Answers a1."]
        );
        assert_eq!(ask_of(&brief, "a4"), ["Sir Ian Marsh to Harbour Board", "hire.", "", ""]);
    }

    #[test]
    fn says_what_is_not_known_of_a_source() {
        assert_eq!(text(&source(&brief().source)), "Publisher unknown, web page, no date");
    }

    #[test]
    fn gives_each_state_its_own_sign_and_word() {
        let states =
            [State::Verified, State::Unverified, State::Failed].map(|known| state(known).text);
        assert_eq!(states, ["✓\u{a0}verified", "?\u{a0}unverified", "✗\u{a0}failed"]);
    }
}
