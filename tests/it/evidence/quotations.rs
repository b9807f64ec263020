//! True and altered quotations, kind by kind.

use topline::evidence::State;

use super::support::{brief, errors, gather, pointed_at, quote, quoting};

/// A report in the style of a newspaper, with two speakers.
const REPORT: &str = "\
Harbour lights

Dana Vale, chief inspector of the Harbour Safety Board, said: “We inspected 84 boats and 31 had no working stern light – most of the owners had been warned before. They do not know how to fix it, and we will not wait.

“Several were carrying passengers, crew and freight that night. If the lights are out, the boat stays in port,” she added. The board's staff saw it all. “That is neglect. Nobody should be surprised.”

Sir Ian Marsh, Minister for Works, replied: “The ministry will act by June. We have hired six inspectors.” He said the board was “slow to act”.
";

#[track_caller]
fn stands(exact: &str) {
    let (finding, problems) = gather(&quoting(exact), REPORT);
    assert_eq!(errors(&problems), [""; 0], "{exact}");
    assert_eq!(finding.state, State::Verified, "{exact}");
}

#[track_caller]
fn refused(exact: &str, expected: &str) {
    let (finding, problems) = gather(&quoting(exact), REPORT);
    assert_eq!(errors(&problems), [expected], "{exact}");
    assert_eq!(finding.state, State::Failed, "{exact}");
}

#[test]
fn true_quotations_are_verified() {
    stands("We inspected 84 boats and 31 had no working stern light");
    stands("We inspected 84 boats and 31 had no working stern light.");
    stands("Several were carrying passengers, crew and freight that night.");
    stands("most of the owners had been warned before. They do not know how to fix it");
    stands("and we will not wait. Several were carrying passengers");
    stands("[S]everal were carrying passengers");
    stands("[m]ost of the owners had been warned");
    stands("We inspected 84 boats […] most of the owners had been warned before.");
    stands("We inspected 84 boats ... Several were carrying passengers, crew and freight");
    stands("Several were carrying passengers […] That is neglect.");
    stands("most of [them] had been warned before");
    stands("They do not know [sic] how to fix it");
    stands("We inspect[ed] 84 boats".replace("inspect[ed]", "inspected").as_str());
    stands("the boat[] stays in port");
}

#[test]
fn one_changed_word_is_refused() {
    refused(
        "We inspected 84 boats and 32 had no working stern light",
        "not-verbatim: not in the source: it says “…boats and 31 had no…”, not “…boats and 32 had no…”",
    );
    refused(
        "They know how to fix it",
        "not-verbatim: not in the source: it says “…before. They do not know how…”, not “They know how…”",
    );
    refused(
        "They do not know how to fix them",
        "not-verbatim: not in the source: it says “…to fix it, and we…”, not “…to fix them”",
    );
    refused(
        "Several are carrying passengers, crew and freight that night",
        "not-verbatim: not in the source: it says “…wait. “Several were carrying passengers…”, not “Several are carrying passengers…”",
    );
    refused(
        "Several were carrying passengers, crews and freight that night",
        "not-verbatim: not in the source: it says “…carrying passengers, crew and freight…”, not “…carrying passengers, crews and freight…”",
    );
    refused(
        "Several were carrying crew, passengers and freight that night",
        "not-verbatim: not in the source: it says “…were carrying passengers, crew and…”, not “…were carrying crew, passengers and…”",
    );
    refused(
        "we inspected 84 boats",
        "not-verbatim: not in the source: it says “…Board, said: “We inspected 84…”, not “we inspected 84…”",
    );
}

#[test]
fn a_word_cut_short_is_refused() {
    for exact in
        ["inspected 84 boat", "e inspected 84 boats", "working stern ligh", "84 boats and 3"]
    {
        let (finding, _) = gather(&quoting(exact), REPORT);
        assert_eq!(finding.state, State::Failed, "{exact}");
    }
    let text = "Dana Vale said: “It is non-compliant, costs £1,000.50, is 31% off and can’t run.”";
    for exact in [
        "It is non",
        "compliant",
        "1,000.50, is 31% off",
        "costs £1,000",
        "is 31",
        "31% off and can",
        "and can't ru",
    ] {
        let (finding, _) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Failed, "{exact}");
    }
    for exact in ["It is non-compliant", "costs £1,000.50", "31% off and can't run"] {
        let (finding, problems) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Verified, "{exact} {problems:?}");
    }
}

#[test]
fn a_negation_dropped_at_an_ellipsis_is_refused() {
    refused(
        "They do […] know how to fix it",
        "not-verbatim: the ellipsis leaves out “not”, which changes the meaning: the source has “They do not know how to fix it, and we will not wait.”",
    );
    refused(
        "we will […] wait",
        "not-verbatim: the ellipsis leaves out “not”, which changes the meaning: the source has “They do not know how to fix it, and we will not wait.”",
    );
    refused(
        "We inspected 84 boats […] should be surprised",
        "not-verbatim: the ellipsis leaves out “Nobody”, which changes the meaning: the source has “Nobody should be surprised.”",
    );
}

#[test]
fn an_insertion_that_swallows_a_negation_is_refused() {
    for exact in [
        "warned before. [They] know how to fix it",
        "[They] know how to fix it",
        "and we [shall] wait",
        "and we [cannot] not wait",
    ] {
        let (finding, problems) = gather(&quoting(exact), REPORT);
        assert_eq!(finding.state, State::Failed, "{exact} {problems:?}");
    }
    refused(
        "warned before. [They] know how to fix it",
        "not-verbatim: words in brackets replace a negation, a condition, a hedge or a quantity in the source: \
         “We inspected 84 boats and 31 had no working stern light – most of the owners had been warned before. They do not know how to fix it, and we will not wait.”",
    );
    refused(
        "and [we] wait",
        "not-verbatim: words in brackets replace a negation, a condition, a hedge or a quantity in the source: \
         “They do not know how to fix it, and we will not wait.”",
    );
    stands("and [we do not] wait");
    stands("[T]hey do [not] know how to fix it".replace("[not]", "not").as_str());
}

#[test]
fn an_insertion_that_swallows_a_figure_is_refused() {
    for exact in [
        "We inspected [many] boats",
        "84 boats and [some] had no working stern light",
        "use[less] boats",
    ] {
        let (finding, _) = gather(&quoting(exact), REPORT);
        assert_eq!(finding.state, State::Failed, "{exact}");
    }
}

#[test]
fn words_of_two_speakers_are_not_joined() {
    refused(
        "That is neglect. […] We have hired six inspectors.",
        "out-of-order: in the source its parts are by different speakers: Dana Vale and Sir Ian Marsh",
    );
    refused(
        "We inspected 84 boats […] slow to act",
        "out-of-order: in the source its parts are by different speakers: Dana Vale and Sir Ian Marsh",
    );
}

#[test]
fn parts_out_of_order_are_refused() {
    refused(
        "That is neglect. […] We inspected 84 boats",
        "out-of-order: its parts are in a different order in the source",
    );
}

#[test]
fn the_reporters_words_are_not_the_speakers() {
    refused(
        "The board's staff saw it all.",
        "reporters-words: in ¶3 “The board's staff saw it all” is outside the source’s quotation marks, \
         so these are not the words of Dana Vale",
    );
    refused(
        "the boat stays in port, she added. The board's staff saw it all",
        "reporters-words: in ¶3 “she added. The board's staff saw it all” is outside the source’s quotation \
         marks, so these are not the words of Dana Vale",
    );
}

#[test]
fn a_question_is_not_stated() {
    let text = "Dana Vale said: “Is this safe? We think so.”";
    let (finding, problems) = gather(&quoting("Is this safe."), text);
    assert_eq!(finding.state, State::Failed);
    assert_eq!(
        errors(&problems),
        ["not-verbatim: the source asks a question, but the quote ends as a statement"]
    );
    assert_eq!(gather(&quoting("Is this safe?"), text).0.state, State::Verified);
}

#[test]
fn typography_does_not_matter() {
    let plain = "Vale said: \"The crew's night-watch - all of it - can't see... the cafe's sign.\"";
    let texts = [
        plain.to_owned(),
        "Vale said: “The crew’s night\u{2011}watch – all of it – can’t see… the cafe’s sign.”".into(),
        "Vale said: „The crew‘s night-watch—all of it—can‘t see . . . the cafe‘s sign.“".into(),
        "Vale said: «\u{a0}The crew's night\u{2010}watch\u{2009}\u{2212} all of it -- can't see… the cafe's sign.\u{202f}»".into(),
        "Vale said: ''The crew's night-watch - all of it - can't see... the cafe's sign.''".into(),
        "Vale said: ‘The crew’s night-watch – all of it – can’t see… the cafe’s sign.’".into(),
        "Vale said: 'The crew's night-watch – all of it – can't see… the cafe's sign.'".into(),
        "Vale said: “The cr\u{ad}ew’s ni\u{200b}ght-watch –\r\nall of it – can’t\r\nsee… the cafe’s sign.”\r\n\r\nEnd.".into(),
    ];
    for text in &texts {
        for exact in [
            "The crew's night-watch - all of it - can't see... the cafe's sign.",
            "The crew’s night\u{2011}watch – all of it – can’t see… the cafe’s sign",
        ] {
            let (finding, problems) = gather(&quoting(exact), text);
            assert_eq!(errors(&problems), [""; 0], "{exact}\n{text}");
            assert_eq!(finding.state, State::Verified);
        }
    }
    let text = "Vale said: “The o\u{fb03}ce cafe\u{301} is na\u{ef}ve.”";
    assert_eq!(gather(&quoting("The office café is nai\u{308}ve."), text).0.state, State::Verified);
}

#[test]
fn hyphens_at_line_ends_are_read_both_ways() {
    let text = "Dana Vale said: “We wait un-\ntil the stern-\nlight is lit and ever-\nywhere else.”\n\nThe board met.\n";
    for exact in [
        "We wait until the stern-light is lit and everywhere else",
        "We wait un-til the sternlight is lit",
    ] {
        let (finding, problems) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Verified, "{exact} {problems:?}");
    }
    assert_eq!(gather(&quoting("We wait un"), text).0.state, State::Failed);
}

#[test]
fn a_sources_own_brackets_and_ellipses_are_quoted_as_they_are() {
    let text =
        "Dana Vale said: “The threat to CSA [child sexual abuse] work... is not [sic] over (yet).”";
    for exact in [
        "The threat to CSA [child sexual abuse] work... is not [sic] over (yet).",
        "threat to CSA [child sexual abuse] work… is not",
        "The threat […] is not [sic] over (yet).",
        "The threat to CSA [child sexual abuse] work […] is not [sic] over",
        "The threat to CSA [abuse] work",
    ] {
        let (finding, problems) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Verified, "{exact} {problems:?}");
    }
}

#[test]
fn a_number_between_the_lines_is_named_as_a_page_number() {
    let text = "Dana Vale said: “We inspected every boat in the\n12\nharbour and found no light.”\n\nThe board met.\n";
    let (finding, problems) =
        gather(&quoting("We inspected every boat in the harbour and found no light."), text);
    assert_eq!(finding.state, State::Failed);
    let help = problems.iter().find_map(|problem| problem.help.as_ref()).unwrap();
    assert!(
        help.starts_with(
            "a page number seems to have been left in the saved text: delete it there"
        ),
        "{help}"
    );
}

#[test]
fn points_at_the_word_that_differs() {
    for (exact, word) in [
        ("We inspected 84 boats and 32 had no working stern light", "32"),
        ("Several\n  were carrying\n  passengers, crews and freight", "crews"),
        ("That was neglect.", "was"),
    ] {
        let (_, problems) = gather(&quoting(exact), REPORT);
        assert_eq!(pointed_at(&problems[0], exact), word);
    }
}

#[test]
fn places_and_spans_are_those_of_the_text() {
    let (finding, _) =
        gather(&quoting("We inspected 84 boats […] crew and freight that night"), REPORT);
    assert_eq!(*finding.paragraphs, [2, 3]);
    let spans: Vec<&str> = finding.spans.iter().map(|span| &REPORT[span.clone()]).collect();
    assert_eq!(spans, ["We inspected 84 boats", "crew and freight that night"]);
}

#[test]
fn words_that_occur_twice_need_their_neighbours() {
    let text = "Dana Vale said: “We will act now. They say: wait. We will act later.”";
    let (finding, problems) = gather(&quoting("We will act"), text);
    assert_eq!(
        errors(&problems),
        ["ambiguous-quote: the source has these words 2 times, in ¶1, ¶1"]
    );
    assert_eq!(finding.state, State::Failed);
    for more in [", prefix: wait.", ", suffix: later", ", suffix: later."] {
        let brief = brief("", &quote("vale", "We will act", more));
        let (finding, problems) = gather(&brief, text);
        assert_eq!(errors(&problems), [""; 0], "{more}");
        assert_eq!(&*finding.spans, std::slice::from_ref(&(52..63)), "{more}");
    }
    let (_, problems) = gather(&brief("", &quote("vale", "We will act", ", prefix: never")), text);
    assert_eq!(
        errors(&problems),
        ["not-verbatim: this prefix is not next to the quote anywhere in the source"]
    );
}

#[test]
fn the_paragraph_is_offered_to_tell_words_apart_only_if_it_does() {
    let said = "Dana Vale said: “We will act now.”";
    for (text, offered) in [
        (format!("{said}\n{said}"), true),
        (format!("{said}\n{said} {said}"), true),
        (format!("{said} {said}"), false),
    ] {
        let (_, problems) = gather(&quoting("We will act now"), &text);
        let help = problems[0].help.as_deref().unwrap();
        assert_eq!(help.contains("name its `paragraph`"), offered, "{text}: {help}");
        assert!(help.ends_with("just before as `prefix`, or those just after as `suffix`"));
    }
    let by_paragraph = brief("", &quote("vale", "We will act now", ", paragraph: 2"));
    let (finding, problems) = gather(&by_paragraph, &format!("{said}\n{said}"));
    assert_eq!((errors(&problems), &*finding.paragraphs), (vec![], &[2][..]));
}

#[test]
fn a_text_that_is_the_speakers_own_needs_no_marks() {
    let text = "Friends, the harbour is safe. It will stay so.";
    let own = brief(
        "  type: speech\n  by: marsh\n",
        &quote("marsh", "the harbour is safe. It will stay so.", ""),
    );
    assert_eq!(gather(&own, text).0.state, State::Verified);
    let other = brief("  type: speech\n  by: marsh\n", &quote("vale", "the harbour is safe.", ""));
    assert_eq!(gather(&other, text).0.state, State::Failed);
}

#[test]
fn in_a_transcript_the_turn_shows_who_speaks() {
    let text = "Presenter: Is the harbour safe?\nDana Vale: It is not. We found boats without lights.\n\
                Sir Ian Marsh: We have hired six inspectors.\nVale: That is a start.";
    let check = |by: &str, exact: &str| {
        let (finding, problems) =
            gather(&brief("  type: interview\n", &quote(by, exact, "")), text);
        (finding.state, errors(&problems))
    };
    assert_eq!(check("vale", "We found boats without lights."), (State::Verified, vec![]));
    assert_eq!(check("vale", "It is not. […] That is a start."), (State::Verified, vec![]));
    assert_eq!(
        check("vale", "We have hired six inspectors."),
        (
            State::Failed,
            vec![
                "other-speaker: in ¶3 the source gives these words to Sir Ian Marsh, not to Dana Vale"
                    .to_owned()
            ]
        )
    );
    assert_eq!(
        check("vale", "It is not. […] We have hired six inspectors."),
        (
            State::Failed,
            vec![
                "out-of-order: in the source its parts are by different speakers: Dana Vale and Sir Ian Marsh"
                    .to_owned()
            ]
        )
    );
}

#[test]
fn words_that_the_source_gives_to_somebody_else_are_refused() {
    let given =
        |by: &str, exact: &str| errors(&gather(&brief("", &quote(by, exact, "")), REPORT).1);
    assert_eq!(
        given("vale", "We have hired six inspectors."),
        ["other-speaker: in ¶4 the source gives these words to Sir Ian Marsh, not to Dana Vale"]
    );
    assert_eq!(
        given("marsh", "We inspected 84 boats"),
        ["other-speaker: in ¶2 the source gives these words to Dana Vale, not to Sir Ian Marsh"]
    );
    assert_eq!(given("board", "We inspected 84 boats"), [""; 0]);
}

#[test]
fn an_inferred_speaker_is_refused_only_where_the_source_names_another_beside_the_verb() {
    let inferred = |text: &str| {
        let brief = brief("", &quote("marsh", "We inspected 84 boats", ", inferred: true"));
        errors(&gather(&brief, text).1)
    };
    assert_eq!(inferred("“We inspected 84 boats,” said Dana Vale.").len(), 1);
    assert_eq!(inferred("Dana Vale was in the port. “We inspected 84 boats.”"), [""; 0]);
    assert_eq!(inferred("Dana Vale spoke. “We inspected 84 boats,” she said."), [""; 0]);
}

#[test]
fn a_speaker_may_be_named_in_many_ways() {
    let other = "\nSir Ian Marsh said: “We wait.”\n";
    for told in [
        "“We act now, all of us,” said Dana Vale. “And then we rest.”",
        "“We act now, all of us,” Vale told Sir Ian Marsh. “And then we rest.”",
        "Dana Vale, in answer to Ian Marsh, said: “We act now, all of us. And then we rest.”",
        "Dana Vale, chief inspector of the Harbour Safety Board, said: “We act now, all of us. And then we rest.”",
        "“We act now, all of us,” the chief inspector said, adding: “And then we rest.”",
        "“We act now, all of us,” said the board. She added: “And then we rest.”",
        "Dana Vale met the press.\n“We act now, all of us,” she said.\n“And then we rest.”",
        "According to Dana Vale, “we act now”: “We act now, all of us.” And: “And then we rest.”",
        "“We act now, all of us.\n“And then we rest,” said Dana.",
        "Dana Vale said:\n“We act now, all of us.”\n“And then we rest.”",
    ] {
        for exact in ["We act now, all of us", "We act now, all of us […] And then we rest."] {
            let (finding, problems) = gather(&quoting(exact), &format!("{told}{other}"));
            assert_eq!(errors(&problems), [""; 0], "{told}");
            assert_eq!(finding.state, State::Verified, "{told}");
        }
    }
}

#[test]
fn another_speaker_is_distinguished_from_the_same_one() {
    for told in [
        "“We act now, all of us,” said Dana Vale. “And then we rest,” Sir Ian Marsh told Dana Vale.",
        "“We act now, all of us,” said Dana Vale. John Grey replied: “And then we rest.”",
        "“We act now, all of us,” said Dana Vale. The mayor added: “And then we rest.”",
        "“We act now, all of us,” said Dana Vale.\nIan Marsh was there. He replied: “And then we rest.”",
        "Dana Vale: “We act now, all of us?” “And then we rest.”",
        "“We act now, all of us,” said Dana Vale.\nA long day ended.\nThe law says: “And then we rest.”",
    ] {
        let (finding, problems) =
            gather(&quoting("We act now, all of us […] And then we rest."), told);
        assert_eq!(finding.state, State::Failed, "{told} {problems:?}");
    }
}

#[test]
fn words_of_two_speakers_with_nothing_between_are_not_one_quotation() {
    let text = "Dana Vale: “Will you act?” “We will, in June.”";
    let (_, problems) = gather(&quoting("Will you act? We will, in June."), text);
    assert_eq!(
        errors(&problems),
        ["out-of-order: in ¶1 these words are not all by the same speaker"]
    );
}

#[test]
fn marks_of_every_style_hold_a_quotation() {
    for text in [
        "„Wir handeln jetzt alle“, sagte Vale.",
        "»Wir handeln jetzt alle«, sagte Vale.",
        "« Wir handeln jetzt alle », sagte Vale.",
        "\"Wir handeln jetzt alle\", sagte Vale.",
        "''Wir handeln jetzt alle'', sagte Vale.",
        "'Wir handeln jetzt alle,' sagte Vale.",
        "‘Wir handeln jetzt alle,’ sagte Vale.",
        "Vale: “Er sagte: ‘Wir handeln jetzt alle’, und ging.”",
        "Vale: ‘Er sagte: “Wir handeln jetzt alle”, und ging.’",
        "Vale: “Er sagte: “Wir handeln jetzt alle”, und ging.”",
        "Vale sagte: “Wir handeln jetzt alle.\nDer Hafen ruht.",
        "Vale sagte: “Es ist spät.\n“Wir handeln jetzt alle.\n“Gute Nacht.”",
        "Vale sagte: “Es ist spät.”\n“Wir handeln jetzt alle.”\n“Gute Nacht.”",
        "Vale sagte: “Es ist spät.\nWir handeln jetzt alle.\nGute Nacht.”",
        "It’s the owners’ fault. ‘Wir handeln jetzt alle,’ Vale said of the boats’ lights.",
    ] {
        let (finding, problems) = gather(&quoting("Wir handeln jetzt alle"), text);
        assert_eq!(finding.state, State::Verified, "{text} {problems:?}");
    }
    for text in [
        "Vale sagte: “Es ist spät.” Wir handeln jetzt alle. “Gute Nacht.”",
        "Vale sagte: \"Es ist spät.\" Wir handeln jetzt alle. \"Gute Nacht.\"",
        "Vale sagte: ‘Es ist spät.’ Wir handeln jetzt alle. ‘Gute Nacht.’",
        "Vale sagte: 'Es ist spät.' Wir handeln jetzt alle. 'Gute Nacht.'",
        "Vale sagte: “Es ist spät.\nWir handeln jetzt alle.\nDer Hafen ruht.",
        "It’s the owners’ fault. Wir handeln jetzt alle, Vale said of the boats’ lights.",
        "It's the owners' fault. Wir handeln jetzt alle, Vale said of the boats' lights.",
        "In the ’90s: Wir handeln jetzt alle, Vale said of the boats’ lights.",
        "Vale sagte: “Es ist spät, sie ging. Wir handeln jetzt alle. “Gute Nacht.”",
    ] {
        let (finding, _) = gather(&quoting("Wir handeln jetzt alle"), text);
        assert_eq!(finding.state, State::Failed, "{text}");
    }
}

#[test]
fn a_true_quotation_is_found_among_much_text() {
    let line = "The board of the harbour met, and the law on the lights of the boats was read to the owners.\n";
    let text = format!(
        "{}Dana Vale said: “The board of the harbour met, and left early.”\n{}",
        line.repeat(2000),
        line.repeat(2000)
    );
    assert_eq!(
        *gather(&quoting("The board of the harbour met, and left early"), &text).0.paragraphs,
        [2001]
    );
    let (_, problems) = gather(&quoting("The board of the harbour met, and left late"), &text);
    assert_eq!(
        errors(&problems),
        [
            "not-verbatim: not in the source: it says “…and left early.” The board…”, not “…and left late”"
        ]
    );
}
