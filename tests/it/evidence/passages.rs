//! The source’s own words.

use topline::evidence::State;

use super::support::{brief, errors, gather};

const REPORT: &str = "Night sailings have doubled since 2019, and the so-called “ghost boats” are half of them.\n\n\
     “We inspected 84 boats,” Dana Vale told the Gazette on Monday. She added that “the rest were lit”.\n";

/// The state and the errors of a passage of the source with these words.
fn passage(source: &str, exact: &str, text: &str) -> (State, String) {
    let exact = serde_json::to_string(exact).unwrap();
    let quotes = format!("quotes:\n  q: {{form: passage, by: source, exact: {exact}}}\n");
    let (finding, problems) = gather(&brief(source, &quotes), text);
    (finding.state, errors(&problems).join("; "))
}

#[test]
fn words_outside_speech_are_the_sources_own() {
    for own in [
        "Night sailings have doubled since 2019",
        "the so-called ghost boats are half of them",
        "Night sailings […] are half of them",
        "told the Gazette on Monday",
    ] {
        assert_eq!(passage("", own, REPORT), (State::Verified, String::new()), "{own}");
    }
}

#[test]
fn words_of_a_speaker_are_not_the_sources_own() {
    for (said, what) in [
        ("We inspected 84 boats", "We inspected 84 boats"),
        ("inspected 84 boats,” Dana Vale told", "inspected 84 boats"),
        ("She added that the rest were lit", "the rest were lit"),
        ("the rest were lit", "the rest were lit"),
        ("Night sailings have doubled […] We inspected", "We inspected"),
    ] {
        let (state, refused) = passage("", said, REPORT);
        assert_eq!(state, State::Failed, "{said}");
        let expected = format!("in ¶2 somebody says “{what}");
        assert!(refused.contains("speakers-words: ") && refused.contains(&expected), "{refused}");
    }
}

#[test]
fn words_that_are_nowhere_are_refused() {
    let (state, refused) = passage("", "Night sailings have trebled since 2019", REPORT);
    assert_eq!(state, State::Failed);
    assert!(refused.starts_with("not-verbatim: "), "{refused}");
}

#[test]
fn the_turn_of_a_speaker_in_a_transcript_is_speech() {
    let text = "The session opened at noon.\n\nDana Vale: We inspected 84 boats at noon.\n\n\
                Sir Ian Marsh: Thank you.\n";
    assert_eq!(passage("  type: debate\n", "The session opened", text).0, State::Verified);
    assert_eq!(passage("  type: debate\n", "We inspected 84 boats", text).0, State::Failed);
}
