//! Words that a speaker or an author quotes from somebody else, and people who are only described.

use topline::evidence::State;

use super::support::{self, gather, quoting};

const WORDS: &str = "We act now, all of us";

/// What is said of the words `{w}` in `text`, if they are given to Dana Vale and `source` has these
/// further fields: `refused`, `doubted` or `verified`.
#[track_caller]
fn verdict(source: &str, by: &str, text: &str) -> &'static str {
    support::verdict(source, by, WORDS, text)
}

#[test]
fn what_an_author_quotes_is_not_theirs() {
    for (text, expected) in [
        ("As my predecessor said, ‘{w}’. I agree.", "refused"),
        ("Ian Marsh told this committee: “{w}.” We wait.", "refused"),
        ("Our critics say that “{w}”. They are wrong.", "refused"),
        ("My mother used to say, “{w}.” She was right.", "refused"),
        ("In the words of Tom Reed, “{w}.” He was right.", "refused"),
        ("I never said “{w}”. I said no.", "refused"),
        ("You told us last week that “{w}”. It is untrue.", "doubted"),
        ("I asked a friend. “{w},” he said. I went on.", "doubted"),
        ("I met a woman in Hull. “{w},” she told me.", "doubted"),
        ("The report says: “{w}.” I accept it.", "doubted"),
        ("We have heard the slogan “{w}” before.", "doubted"),
        ("He wrote to me:\n\n> {w}.\n\nI replied.", "doubted"),
        ("To those who say “{w}”, I say no.", "doubted"),
        ("Thank you for your letter, in which you write “{w}”.", "doubted"),
        ("Your letter says: “{w}.” I note it.", "doubted"),
        ("The Act requires that “{w}”. I agree.", "refused"),
    ] {
        assert_eq!(verdict("  by: vale\n", "vale", text), expected, "{text}");
    }
}

#[test]
fn what_an_author_says_is_theirs_in_marks_and_without() {
    for text in [
        "Good morning. {w}. Thank you.",
        "“Good morning. {w}. Thank you.”",
        "I said then: “{w}.” I say it again.",
        "“{w},” I told the board last year.",
        "As we said in our report, “{w}”. It is true.",
        "Our report says: “{w}.” It is true.",
        "That is what I call “{w}”.",
        "I told my officials: “{w}.” They did.",
        "As I have said before: “{w}.”",
        "So I say to you: “{w}.”",
        "My message is simple: “{w}.”",
        "Dear Ms Moss,\n\nI wrote to you that “{w}”. It is so.\n\nYours, Dana Vale",
        "The lamps are out. {w}.\n\nComments (2)\n\nTom Reed says:\n\nNo.",
    ] {
        assert_eq!(verdict("  by: vale\n", "vale", text), "verified", "{text}");
    }
}

#[test]
fn what_others_write_below_a_text_may_not_be_its_authors() {
    for heading in ["Comments", "2 comments", "Comments (12)", "Replies"] {
        let text = format!("Lamps\n\nThe lamps are out.\n\n{heading}\n\nTom Reed\n\n{{w}}.");
        assert_eq!(verdict("  by: vale\n", "vale", &text), "doubted", "{heading}");
    }
}

#[test]
fn what_a_turn_quotes_is_not_its_holders() {
    for (words, expected) in [
        ("As the Minister for Works told this House, “{w}”. I agree.", "refused"),
        ("A constituent wrote to me: “{w}”. I agree.", "refused"),
        ("In the words of Eve Moss, “{w}”.", "refused"),
        ("He said “{w}”. I do not.", "doubted"),
        ("The right hon. Gentleman called it “{w}”.", "doubted"),
        ("You told us that “{w}”.", "doubted"),
        ("I note the board’s report that “{w}”. I agree.", "doubted"),
        ("We have the owner’s reply that “{w}”. I agree.", "doubted"),
        ("I stand by my report that “{w}”. I do.", "verified"),
        ("I said then, “{w}”. I say so now.", "verified"),
        ("This is what I call “{w}”. I say so now.", "verified"),
        ("The so-called “{w}” must end.", "verified"),
    ] {
        let text = format!("Dana Vale: {words}\n\nIan Marsh: No.\n\nDana Vale: Yes.");
        assert_eq!(verdict("  type: debate\n", "vale", &text), expected, "{words}");
    }
}

#[test]
fn a_person_who_is_only_described_may_be_the_speaker() {
    for (who, expected) in [
        ("said the 34-year-old", "verified"),
        ("the 34-year-old said", "verified"),
        ("said the woman", "verified"),
        ("said the Italian", "doubted"),
        ("the Yorkshirewoman added", "doubted"),
        ("her French counterpart said", "doubted"),
        ("said the former teacher", "doubted"),
        ("said the Labour MP", "doubted"),
        ("said her spokesman", "doubted"),
        ("said her husband", "doubted"),
        ("said the watchdog", "doubted"),
        ("the force confirmed", "doubted"),
        ("Northport heard", "doubted"),
        ("said the transport minister", "refused"),
        ("said a 34-year-old man", "refused"),
    ] {
        let text = format!("Dana Vale came to the pier.\n\n“{{w}},” {who}.");
        assert_eq!(verdict("", "vale", &text), expected, "{who}");
    }
}

#[test]
fn what_somebody_hears_rejects_or_is_asked_is_not_theirs() {
    for sentence in [
        "Asked if the plan was “{w}”, Dana Vale said no.",
        "Dana Vale rejected the suggestion that it was “{w}”.",
        "Dana Vale is under fire over claims that the plan is “{w}”.",
        "Dana Vale dismissed claims that the plan is “{w}”.",
        "Dana Vale arrived to shouts of “{w}”.",
        "Dana Vale was told: “{w}.”",
        "Dana Vale recalled being told “{w}”.",
        "As Dana Vale arrived, residents chanted “{w}”.",
        "“{w},” one of her critics told Dana Vale.",
        "“{w},” another said. Dana Vale listened.",
        "The Prime Minister said: “{w}.” Dana Vale agreed.",
        "Downing Street said: “{w}.” Dana Vale agreed.",
        "A report says “{w}”. Dana Vale agrees.",
        "Dana Vale was in the room when Tom Reed said: “{w}.”",
        "Dana Vale is no fan of Ian Marsh’s claim that “{w}”.",
    ] {
        assert_ne!(verdict("", "vale", sentence), "verified", "{sentence}");
    }
    for sentence in [
        "A statement issued by Dana Vale on Monday said: “{w}.”",
        "Ian Marsh resigned after being called “{w}” by Dana Vale.",
        "Dana Vale repeated her claim that it was “{w}”.",
        "“{w},” Ian Marsh was told, according to Dana Vale.",
        "Dana Vale, who was told no, said: “{w}.”",
        "Ian Marsh is no fan of Dana Vale’s claim that “{w}”.",
        "Harbour lamps\n\nDana Vale came. “{w},” she said.",
        "“{w}.”\n\n— Dana Vale, chief inspector\n\nIan Marsh left.",
    ] {
        assert_eq!(verdict("", "vale", sentence), "verified", "{sentence}");
    }
}

#[test]
fn a_body_that_the_text_has_not_named_is_nobody_of_the_brief() {
    for sentence in [
        "The company said it was “{w}”.",
        "The review found the plan was “{w}”.",
        "In a statement, the force said: “{w}.”",
        "“{w},” the company confirmed.",
    ] {
        let text = format!("“It is so,” said Dana Vale.\n\n{sentence}");
        assert_eq!(verdict("", "vale", &text), "doubted", "{sentence}");
    }
}

#[test]
fn a_weekday_or_a_place_is_no_speaker() {
    for sentence in [
        "Friday’s talk was short. “{w},” Vale said.",
        "Visiting Northport on Monday Vale said: “{w}.”",
        "Northport: “{w},” she said.",
        "Where did Vale say “{w}”?",
    ] {
        let text = format!("Dana Vale came to the pier.\n\n{sentence}");
        assert_eq!(verdict("", "vale", &text), "verified", "{sentence}");
    }
    let brief = quoting(WORDS);
    let text = format!("Dana Vale came.\n\nFriday’s statement said: “{WORDS}.”");
    assert_ne!(gather(&brief, &text).0.state, State::Failed);
}

#[test]
fn a_title_in_marks_is_nobodys_speech() {
    for text in [
        "Dana Vale was there. The report “{w}” came out in May.",
        "Dana Vale was there.\n\n“{w}” came out in May.",
    ] {
        let title = "The Night Boat to Hull";
        for by in ["vale", "marsh"] {
            assert_eq!(support::verdict("", by, title, text), "refused", "{text}");
        }
    }
}

#[test]
fn whoever_acts_just_before_words_is_likely_to_speak_them() {
    let words = "The lamps of the pier burn all night";
    for text in [
        "Ian Marsh was glad.\n\nDana Vale disagreed. “{w}.”",
        "“We are glad,” said Ian Marsh.\n\nDana Vale disagreed. “{w}.”",
        "“We are glad,” said Ian Marsh. Dana Vale shook her head. “{w}.”",
    ] {
        assert_eq!(support::verdict("", "vale", words, text), "verified", "{text}");
        assert_eq!(support::verdict("", "marsh", words, text), "doubted", "{text}");
    }
}

#[test]
fn a_signature_below_or_a_short_sentence_after_words_says_whose_they_are() {
    let words = "The lamps of the pier burn all night";
    for text in [
        "The pier is old.\n\n“{w}.”\n\n— Dana Vale, chief inspector\n",
        "Ian Marsh opened it.\n\n“{w}.”\n\n– Dana Vale\n\nIan Marsh left.\n",
        "“We are glad,” said Ian Marsh. “{w}.” Dana Vale added.",
        "Ian Marsh was there. “{w}.” That is the view of Dana Vale.",
    ] {
        assert_eq!(support::verdict("", "vale", words, text), "verified", "{text}");
        assert_eq!(support::verdict("", "marsh", words, text), "refused", "{text}");
    }
}

#[test]
fn each_item_of_a_list_says_whose_its_words_are() {
    let words = "The lamps of the pier burn all night";
    for mark in ["-", "–", "•", "*"] {
        for says in [": “{q}.”", " – “{q}.”", " said: “{q}.”"] {
            let item = |name: &str, q: &str| format!("{mark} {name}{}\n", says.replace("{q}", q));
            let text = format!(
                "Reaction to the plan\n\n{}{}{}",
                item("Ian Marsh, Ministry of Works", "We are glad"),
                item("Dana Vale, Harbour Safety Board", words),
                item("Tom Reed, River Watch", "It is late"),
            );
            assert_eq!(support::verdict("", "vale", words, &text), "verified", "{text}");
            assert_eq!(support::verdict("", "marsh", words, &text), "refused", "{text}");
            assert_eq!(support::verdict("", "marsh", "We are glad", &text), "verified", "{text}");
        }
    }
}

#[test]
fn a_name_alone_below_words_that_stand_alone_signs_them() {
    let words = "The lamps of the pier burn all night";
    let text = "What they say\n\n“We are glad.”\nSir Ian Marsh, Minister for Works\n\n“{w}.”\nDana Vale\n\n\
                “It is late.”\nTom Reed, River Watch\n";
    let text = &text.replace("{w}", words);
    assert_eq!(support::verdict("", "vale", words, text), "verified");
    assert_eq!(support::verdict("", "marsh", words, text), "refused");
    assert_eq!(support::verdict("", "marsh", "We are glad", text), "verified");
    assert_eq!(support::verdict("", "vale", "It is late", text), "refused");
    let above = "Dana Vale\n“{w}.”\n\nSir Ian Marsh\n“We are glad.”\n";
    assert_ne!(support::verdict("", "marsh", words, above), "verified");
}

#[test]
fn a_pronoun_after_a_clause_of_time_means_its_subject() {
    let words = "Come and stand there at night";
    for opens in [
        "When Dana Vale came to the board",
        "As Dana Vale left the hall",
        "After Dana Vale had met Tom Reed",
    ] {
        let text =
            format!("The plan\n\nBy Robert Quill\n\nI was wrong.\n\n{opens} she said: “{{w}}.”\n");
        assert_eq!(support::verdict("", "vale", words, &text), "verified", "{text}");
        assert_eq!(support::verdict("", "marsh", words, &text), "doubted", "{text}");
    }
}
