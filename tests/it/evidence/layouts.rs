//! Layouts in which a text says once whose the words below or above are: speeches, letters, written
//! answers, interviews without labels, recordings.

use super::support;

const WORDS: &str = "The lamps of the pier burn all night";

/// What is said of the words `{w}` in `text`, a source of this type, if they are given to `by`.
#[track_caller]
fn verdict(kind: &str, by: &str, text: &str) -> &'static str {
    support::verdict(&format!("  type: {kind}\n"), by, WORDS, text)
}

#[test]
fn a_speech_is_whose_its_heading_says() {
    for heading in [
        "Speech delivered by Dana Vale at the Pier Hall",
        "Dana Vale’s speech at the Pier Hall.",
        "Remarks by Dana Vale at a dinner for Ian Marsh",
        "Dana Vale speech: Pier Hall",
        "The statement made by Dana Vale in the House on 9 February 2026.",
        "Dana Vale spoke at the Pier Hall on Monday.",
        "Lamps\n\nFrom: Harbour Safety Board and Dana Vale\n\nKeynote by Dana Vale\n\n\
         Delivered on: 9 February 2026 (Original script, may differ)",
        "In the hall, the chief inspector said:\n\nWelcome.\n\nDana Vale’s speech",
    ] {
        for body in [
            "Thank you.\n\nWe have a plan.\n\n{w}.",
            "Thank you, Ian.\n\nThe Ministry of Works has paid. {w}.\n\nIt is late.",
            "Good morning.\n\nSir Ian Marsh opened a pier. {w}.\n\nNotes to editors\n\nNone.",
        ] {
            let text = format!("Lamps for every pier\n\n{heading}\n\n{body}\n");
            assert_eq!(verdict("speech", "vale", &text), "verified", "{text}");
            assert_eq!(verdict("speech", "marsh", &text), "refused", "{text}");
        }
    }
}

#[test]
fn a_written_statement_is_whose_its_heading_says() {
    for heading in [
        "Statement made by\nDana Vale\nchief inspector",
        "Statement made by Dana Vale on 9 February 2026",
        "Statement made by\n\nDana Vale",
    ] {
        let text = format!(
            "Harbour Lighting: Written statement – HCWS114\n\n{heading}\n\n\
             Today I am publishing the report. {{w}}.\n\nI am grateful to Ian Marsh.\n"
        );
        assert_eq!(verdict("statement", "vale", &text), "verified", "{text}");
        assert_eq!(verdict("statement", "marsh", &text), "refused", "{text}");
    }
    let release = "Statement from Dana Vale\n\nThe pier is old. {w}.\n";
    assert_eq!(verdict("statement", "vale", release), "refused");
}

#[test]
fn an_announced_speech_goes_on_in_a_text_that_is_a_speech() {
    let text = "Lamps\n\nDana Vale said:\n\nWe are glad.\n\nThe pier is old.\n\n{w}.\n";
    assert_eq!(verdict("speech", "vale", text), "verified");
    assert_eq!(verdict("speech", "marsh", text), "doubted");
    let named = "Dana Vale said:\n\nWe are glad.\n\nThe Ministry of Works has paid. {w}.\n";
    assert_eq!(verdict("speech", "vale", named), "verified");
    assert_eq!(verdict("statement", "vale", named), "doubted");
}

#[test]
fn what_a_speech_quotes_is_not_the_speakers() {
    let text = "Speech by Dana Vale\n\nThank you. As Ian Marsh told us, “{w}.”\n\nWe agree.\n";
    assert_eq!(verdict("speech", "vale", text), "refused");
    assert_eq!(verdict("speech", "marsh", text), "verified");
}

#[test]
fn a_report_of_a_speech_is_no_speech() {
    let text = "Dana Vale gave a speech at the Pier Hall.\n\nWe were there.\n\n{w}.\n";
    assert_eq!(verdict("news", "vale", text), "refused");
}

#[test]
fn a_letter_is_spoken_by_all_who_sign_it() {
    for (close, signs) in [
        ("Yours sincerely,\n\nDana Vale\nChief Inspector", ["verified", "refused"]),
        ("Kind regards\nDana", ["verified", "refused"]),
        (
            "Yours faithfully\nDana Vale, Chief Inspector, Harbour Safety Board\nSir Ian Marsh, Minister",
            ["verified", "verified"],
        ),
        ("Signed,\n\nDana Vale\n\nIan Marsh\n\nTom Reed", ["verified", "verified"]),
        (
            "Best wishes\n\nRt Hon Sir Ian Marsh MP\nMinister for Works\n\ncc: Dana Vale",
            ["refused", "verified"],
        ),
        ("Yours ever,\n\nTom Reed", ["refused", "refused"]),
        ("Yours,\n\nOn behalf of the Harbour Safety Board", ["refused", "refused"]),
    ] {
        for salutation in ["Dear Ms Moss,\n\n", "Open letter\n\nDear all\n\n", "SIR – "] {
            let text = format!("{salutation}{{w}}. It is time.\n\n{close}\n");
            let found = ["vale", "marsh"].map(|by| verdict("letter", by, &text));
            assert_eq!(found, signs, "{text}");
        }
    }
    let alone = "SIR – {w}. It is time.\n\nDana Vale\nNorthport\n";
    assert_eq!(verdict("letter", "vale", alone), "verified");
    assert_eq!(verdict("letter", "marsh", alone), "refused");
}

#[test]
fn a_written_answer_is_that_of_whoever_answers() {
    let question = "To ask the Minister for Works, what steps he is taking on lamps.";
    for text in [
        format!(
            "Piers: Lighting\n\nUIN 12345, tabled on 2 February 2026\n\nAsked by Dana Vale\n\
             (Northport)\n\n{question}\n\nAnswered by Sir Ian Marsh\n(Eastvale)\n\n\
             Answered on 9 February 2026\n\n{{w}}.\n"
        ),
        format!(
            "Asked by Dana Vale on 2 February\n\n{question}\n\nAnswered by Ian Marsh on 9 February\n\n{{w}}.\n"
        ),
        format!("Dana Vale: {question} [12345]\n\nIan Marsh: {{w}}.\n"),
    ] {
        for kind in ["debate", "statement", "webpage"] {
            assert_eq!(verdict(kind, "marsh", &text), "verified", "{text}");
            assert_eq!(verdict(kind, "vale", &text), "refused", "{text}");
        }
    }
}

#[test]
fn an_interview_without_labels_is_answered_by_its_guest() {
    let rest = "Is it old?\n\nIt is.\n\nIt was built long ago.\n\n".repeat(5);
    let head = "An interview with Dana Vale\n\nWe met in Hull.\n\n";
    for text in [
        format!("{head}{rest}And now?\n\nYes. {{w}}.\n"),
        format!("{head}**Tell us more.**\n\nWhy?\n\nNo.\n\n**And now?**\n\n{{w}}.\n"),
        format!("{head}**Is it old?** It is.\n\n**And now?** {{w}}.\n"),
    ] {
        assert_eq!(verdict("interview", "vale", &text), "verified", "{text}");
        assert_eq!(verdict("interview", "marsh", &text), "doubted", "{text}");
    }
    let of_others =
        format!("{head}{rest}**And Ian Marsh?**\n\nHe paid.\n\n**And now?**\n\n{{w}}.\n");
    assert_eq!(verdict("interview", "vale", &of_others), "verified");
    assert_ne!(verdict("interview", "marsh", &of_others), "verified");
    let asked = format!("{head}{rest}**Is it true?**\n\n**So {{w}}?**\n\nYes.\n");
    assert_eq!(verdict("interview", "vale", &asked), "doubted");
}

#[test]
fn a_note_in_a_turn_is_nobodys_speech() {
    for text in [
        "Dana Vale: It is so.\n\n[{w}.]\n\nWe agree.\n\nIan Marsh: Yes.\n",
        "Dana Vale: It is so.\n({w}.)\nWe agree.\n\nIan Marsh: Yes.\n",
        "Dana Vale: It is so. [Laughter: {w}.] We agree.\n\nIan Marsh: Yes.\n",
        "Dana Vale: It is so.\n\n*[{w}]*\n\nIan Marsh: Yes.\n",
    ] {
        for by in ["vale", "marsh"] {
            assert_eq!(verdict("debate", by, text), "refused", "{text}");
        }
    }
    let after = "Dana Vale: It is so. [Laughter.] {w}.\n\nIan Marsh: Yes.\n";
    assert_eq!(verdict("debate", "vale", after), "verified");
    assert_eq!(verdict("debate", "marsh", after), "refused");
}

#[test]
fn questions_and_answers_may_be_numbered_and_may_be_one() {
    for [asks, answers] in
        [["Q:", "A:"], ["Q1:", "A1:"], ["Q.", "A."], ["Q1.", "A1."], ["Q12.", "A."], ["Q1)", "A1)"]]
    {
        let text = |asked: &str, answered: &str| {
            format!("Dana Vale talked to us.\n\n{asks} {asked}?\n\n{answers} {answered}.\n")
        };
        assert_eq!(verdict("interview", "vale", &text("Is it so", "{w}")), "verified", "{asks}");
        assert_eq!(verdict("interview", "marsh", &text("Is it so", "{w}")), "refused", "{asks}");
        assert_eq!(verdict("interview", "vale", &text("{w}", "It is so")), "refused", "{asks}");
    }
}

#[test]
fn a_numbered_speaker_of_a_recording_may_be_anybody() {
    for text in [
        "Speaker 1: Is it so?\n\nSpeaker 2: {w}.\n\nSpeaker 1: Thank you, Dana Vale.",
        "SPEAKER_00: Is it so?\n\nSPEAKER_01: {w}.\n\nSPEAKER_00: Thank you, Dana Vale.",
        "Speaker 1  00:01\nIs it so, Dana Vale?\n\nSpeaker 2  00:12\n{w}.\n\nSpeaker 1  00:20\nYes.",
    ] {
        assert_eq!(verdict("broadcast", "vale", text), "doubted", "{text}");
    }
    for text in [
        "[00:01] Raj: Is it so?\n\n[00:31] {X}: {w}.\n\n[00:40] Raj: Yes.",
        "00:01 Raj: Is it so?\n\n00:31 {X}: {w}.\n\n00:40 Raj: Yes.",
        "**Raj:** Is it so?\n\n**{X}:** {w}.\n\n**Raj:** Yes.",
        "**Raj**: Is it so?\n\n**{X}**: {w}.\n\n**Raj**: Yes.",
    ] {
        let text = |name: &str| text.replace("{X}", name);
        assert_eq!(verdict("broadcast", "vale", &text("Dana")), "verified");
        assert_eq!(verdict("broadcast", "marsh", &text("Dana Vale")), "refused");
    }
}

#[test]
fn a_post_is_whose_name_and_handle_are_above_it() {
    for heading in [
        "{X} @handle · 9 Feb",
        "{X} (@handle) February 9, 2026",
        "**{X}** @han_dle.example.org – 2h",
        "{X}\n@handle",
        "{X} @handle@pier.example, 9 February 2026, 17:00",
    ] {
        for body in ["{w}.", "Good news. {w}. @dop please note.", "We know:\n\n{w}."] {
            let post = |name: &str| format!("{}\n{body}\n\n", heading.replace("{X}", name));
            let reply = "Tom Reed @reed · 10 Feb\nAt last.\n";
            for (text, vale, marsh) in [
                (format!("{}{reply}", post("Dana Vale")), "verified", "refused"),
                (format!("{reply}\n{}", post("Ian Marsh")), "refused", "verified"),
                (
                    format!("Dana Vale @vale · 9 Feb\nNo.\n\n{}", post("Eve Moss")),
                    "refused",
                    "refused",
                ),
            ] {
                assert_eq!(verdict("post", "vale", &text), vale, "{text}");
                assert_eq!(verdict("post", "marsh", &text), marsh, "{text}");
            }
        }
    }
    let mention = "Dana Vale @vale is right.\n\n{w}.\n";
    assert_eq!(verdict("post", "vale", mention), "refused");
}
