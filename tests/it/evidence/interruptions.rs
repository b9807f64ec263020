//! What others call out, what is noted in brackets and headings are not the words of whoever speaks.

use proptest::prelude::*;

use super::support::verdict;

const BEFORE: &str = "We will not close the depot, and I have told the board so";
const AFTER: &str = "Let me go on with what the winter has taught every one of us about lamps";

/// Words that somebody calls out, and the label under which a text gives them.
const LABELS: &[&str] = &[
    "A voice from the floor",
    "VOICE FROM THE FLOOR",
    "A heckler",
    "Heckler",
    "A member of the audience",
    "MEMBER OF THE AUDIENCE",
    "Audience member",
    "A delegate",
    "Another delegate from the back of the hall",
    "Second voice from the gallery",
    "From the floor",
    "A woman in the audience",
    "Someone at the back",
    "A protester shouting from the stalls",
    "Several voices",
    "Question from the floor",
];

const CRIES: &[&str] = &["Shame on all of you", "What about the 12", "And the 12 on Sundays"];

const NOTES: &[&str] = &[
    "Laughter",
    "Applause.",
    "Laughter and applause",
    "Prolonged applause from the gallery",
    "Interruption.",
    "Heckling continues",
    "The minister pauses",
    "Hear, hear!",
    "Cheers",
    "Boos and jeers",
    "Standing ovation",
    "inaudible",
];

const BRACKETS: &[(&str, &str)] = &[("[", "]"), ("(", ")"), ("{", "}"), ("*[", "]*"), ("_(", ")_")];

/// The speech with something planted between its sentences, in a paragraph of its own or not.
fn speech(planted: &str, is_apart: bool) -> String {
    let gap = if is_apart { "\n\n" } else { " " };
    format!(
        "Speech by Dana Vale, chief inspector, to the owners\n\nGood evening to all of you, and thank you.\n\n\
         {BEFORE}.{gap}{planted}{gap}{AFTER}.\n\nThank you."
    )
}

#[track_caller]
fn check(planted: &str, words: &str, is_apart: bool) {
    let text = speech(planted, is_apart);
    for source in ["  type: speech\n  by: vale\n", "  type: speech\n"] {
        assert_eq!(verdict(source, "vale", words, &text), "refused", "{words}\n{text}");
        for own in [BEFORE, AFTER] {
            assert_eq!(verdict(source, "vale", own, &text), "verified", "{own}\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_called_out_in_brackets_is_not_the_speakers(
        label in prop::sample::select(LABELS),
        cry in prop::sample::select(CRIES),
        (open, close) in prop::sample::select(BRACKETS),
        marks in prop::sample::select(&[("“", "”"), ("\"", "\""), ("‘", "’"), ("", "")][..]),
        stop in prop::sample::select(&["!", "?", "."][..]),
        is_apart in any::<bool>(),
    ) {
        let planted = format!("{open}{label}: {}{cry}{stop}{}{close}", marks.0, marks.1);
        check(&planted, cry, is_apart);
    }

    #[test]
    fn what_is_called_out_under_a_label_is_not_the_speakers(
        label in prop::sample::select(LABELS),
        cry in prop::sample::select(CRIES),
        marks in prop::sample::select(&[("“", "”"), ("\"", "\""), ("", "")][..]),
    ) {
        check(&format!("{label}: {}{cry}!{}", marks.0, marks.1), cry, true);
    }

    #[test]
    fn a_note_of_what_is_heard_is_not_the_speakers(
        note in prop::sample::select(NOTES),
        (open, close) in prop::sample::select(BRACKETS),
        is_apart in any::<bool>(),
    ) {
        check(&format!("{open}{note}{close}"), note.trim_end_matches(['.', '!']), is_apart);
    }

    #[test]
    fn any_brackets_leave_what_is_around_them(inside in "[\\[\\]\\(\\)a-zA-Z:“” ]{0,40}") {
        let text = speech(&inside, true);
        prop_assert_eq!(verdict("  type: speech\n  by: vale\n", "vale", BEFORE, &text), "verified");
    }
}

#[test]
fn what_is_called_out_is_not_the_speakers_however_it_is_told() {
    for (planted, words) in [
        ("[A heckler shouts “Shame on all of you!”]", "Shame on all of you"),
        ("[“Shame on all of you!” from the gallery]", "Shame on all of you"),
        ("[Cries of “Shame on all of you!”]", "Shame on all of you"),
        ("(A delegate calls out from the back: “Shame on you!”)", "Shame on you"),
        ("[Protesters are led from the hall]", "Protesters are led from the hall"),
        ("[Tom Reed: “Shame on all of you!”]", "Shame on all of you"),
        ("Laughter", "Laughter"),
        ("APPLAUSE", "APPLAUSE"),
        ("Question: Who pays for the lamps?", "Who pays for the lamps?"),
        ("What we will do next", "What we will do next"),
    ] {
        check(planted, words, true);
    }
}

#[test]
fn what_a_speaker_puts_in_brackets_and_after_a_colon_is_theirs() {
    for planted in [
        "We met the crews (and the delegates who {w}) in June.",
        "I told the audience at the pier: {w}.",
        "The question is simple: {w}.",
        "People say it is dear: {w}.",
        "A man in Hull put it to me: {w}.",
        "Laughter is no answer, and {w}.",
        "(A delegate told me in June that {w}.)",
        "Three points:\n\n- {w}\n\n- The lamps will be tested every week of the winter, and so will the crews.",
    ] {
        let text = speech(planted, true);
        let words = "every lamp is to be tested by the crews";
        let found = verdict("  type: speech\n  by: vale\n", "vale", words, &text);
        assert_eq!(found, "verified", "{planted}");
    }
}
