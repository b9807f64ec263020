//! Who speaks: in every layout and by every form of attribution a true quotation is verified, and the
//! same words given to somebody else are refused.

use proptest::prelude::*;
use topline::brief::{Brief, Problem, Rule};
use topline::evidence::State;

use super::support::{self, brief, errors, gather, quote, quoting};
use crate::support::library::read_brief;

/// The words that are quoted.
const WORDS: &str = "We act now, all of us";

/// Forms of attribution in a sentence. `{q}` is the quotation with its marks, `{X}` whoever
/// speaks, and `{y}` somebody else.
const SENTENCES: &[&str] = &[
    "{q,} said {X}.",
    "{q,} {X} said.",
    "{q,} {X} told {y}.",
    "{q,} {X} has told reporters.",
    "{q,} said {X}, who had met {y}.",
    "{q,} said {X} of {y}.",
    "{q,} {X}, asked by {y}, replied.",
    "{q,} {X} acknowledged before {y}.",
    "{q,} {y} was told by {X}.",
    "{q,} according to {X}.",
    "{q.} – {X}",
    "{X} said: {q.}",
    "{X}: {q.}",
    "{X} told {y}: {q.}",
    "{X}, who had met {y}, said: {q.}",
    "{X} was angry at what {y} had said: {q.}",
    "{X} made it plain to {y}: {q.}",
    "{X} responded to {y} by saying: {q.}",
    "{X}, asked about {y}, replied that {q.}",
    "Asked by {y} whether it was so, {X} said: {q.}",
    "In a letter to {y}, {X} wrote: {q.}",
    "Speaking of {y}, {X} was firm: {q.}",
    "{y} quoted {X} as saying: {q.}",
    "{y} was told by {X}: {q.}",
    "A friend of {y} listened. {X} said: {q.}",
    "{q,} was {X}’s verdict on {y}.",
    "{q,} was the message from {X} to {y}.",
    "{q.} So says {X}.",
    "{q,} is how {X} put it to {y}.",
    "{y} was accused of {q,} by {X}.",
    "As {X} puts it, {q.}",
    "For {X}, the answer to {y} is plain: {q.}",
    "There was praise for {y} from {X}: {q.}",
    "A local trader, {X}, said: {q.}",
    "Welcoming the news from {y}, founder of Friends of the Pier, {X}, said: {q.}",
    "According to {X}, who had met {y}, {q.}",
    "It was left to {X}, who said: {q.}",
    "{X}’s open letter to {y} says: {q.}",
    "{y} faces a revolt after {X} called the plan {q.}",
    "{y} was sorry because {X} dismissed it as {q.}",
    "{y} is under fire as {X} branded the plan {q.}",
    "When {X} called it {q,} {y} said no.",
    "Although {X} called it {q,} {y} will go on.",
    "A review of the pier by {X} found {q.}",
    "{y} was in the room when {X} said: {q.}",
    "{y} was angered by {X} saying {q.}",
    "{X} angered {y} by saying {q.}",
    "By saying {q,} {X} angered {y}.",
    "{y} shrugged off what {X} called {q.}",
    "{y} was called {q,} by {X}.",
    "{y} criticised {X} for saying {q.}",
    "{X} apologised to {y} for saying {q.}",
    "{y} quoted {X}: {q.}",
    "Visiting the pier on Monday {X} told {y}: {q.}",
    "Northport: {y} was there, and {q,} {X} said.",
    "{y} had barely sat down when {X} stood up to say: {q.}",
    "{y} was still speaking when {X} got up and said: {q.}",
    "No sooner had {y} left than {X} rose to say: {q.}",
    "{y} had hardly finished before {X} rose to say: {q.}",
    "{y} waited while {X}, who was late, rang the Gazette to say: {q.}",
    "{X} rang the Gazette, as {y} left, to say: {q.}",
    "{X}’s reply to {y} was blunt: {q.}",
    "{X}’s answer to {y} is short: {q.}",
    "A warning to {y} from {X} was short: {q.}",
    "{y} said that it was old, and {X}, 40, that {q.}",
    "{y} told the board of the lamps, {X} that {q.}",
    "{X} said that {y} had put right {q.}.",
    "{X}, who chairs the board, said the plan of {y} put forward {q.}.",
];

/// Layouts of speech without quotation marks, each with the type of its source.
const RECORDS: &[(&str, &str)] = &[
    ("debate", "{Y}: I thank the House.\n\n{X}: {w}.\n\n{Y}: I do not agree."),
    (
        "debate",
        "{Y} (Northport) (Ind)\n\nI thank {X}.\n\n{X} (Eastvale) (Ind)\n\n{w}.\n\n{Y}\n\nNo.",
    ),
    (
        "debate",
        "{Y}: I thank {X}.\n\n{X}: One.\n\nFirst: two.\n\n[Interruption.]\n\nHon. Members: Oh!\n\n{w}.",
    ),
    (
        "debate",
        "{Y}\n(Northport) (Ind)\n\nI thank {X}.\n\n{X}\n(Eastvale) (Ind)\n\n{w}.\n\n{Y}\n\nNo.",
    ),
    (
        "debate",
        "The Minister of State for Piers ({Y})\n\nNo.\n\nThe Vice-Chair ({X})\n\nSo be it.\n\n{Y}\n\nYes.\n\n{X}\n\n{w}.",
    ),
    ("debate", "Members present: {X} (Chair); {Y}.\n\nQ1 Chair: {w}.\n\n{Y}: It is not."),
    (
        "debate",
        "{X}: I thank {Y}.\n\n{Y}: As {X} told this House, “{w}”. I do not agree.\n\n{X}: No.",
    ),
    ("debate", "{Y}: I disagree.\n\n{X}: I said then, “{w}”. I say it again.\n\n{Y}: No."),
    ("debate", "Q1 {Y}: Is it so?\n\nThe Witness: No.\n\nQ2 {X}: {w}.\n\nThe Witness: Yes."),
    ("debate", "Q1 Chair: Is it so?\n\n{Y}: It is not.\n\n{X}: {w}.\n\nQ2 Chair: Thank you."),
    ("interview", "{Y}  00:01:12\nI thank {X}.\n\n{X}  00:01:20\n{w}.\n\n{Y}  00:01:31\nNo."),
    ("interview", "[{Y}] I thank {X}.\n\n[{X}] {w}.\n\n[{Y}] No."),
    ("interview", "{Y}. – I thank {X}.\n\n{X}. – {w}.\n\n{Y}. – No."),
    (
        "interview",
        "An interview with {X}\n\nQ: Does {Y} agree?\n\nA: Ask there.\n\nQ: And you?\n\nA: {w}.",
    ),
    (
        "broadcast",
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v {Y}>Not yet.\n\n00:04.000 --> 00:06.000\n<v {X}>{w}.\n",
    ),
    ("statement", "{Y} met {X}.\n\n{X} said:\n\n{w}.\n\n{Y} said:\n\nWe do not agree."),
    (
        "statement",
        "The port is old.\n\n{X} said:\n\n  Yes.\n\n  {w}.\n\nThe lights are out.\n\n{Y} left.\n",
    ),
    (
        "statement",
        "{X} said:\n\nWe are glad.\n\nThe port is old.\n\n{w}.\n\nThis follows a review.\n\n{Y} said:\n\nNo.",
    ),
    (
        "statement",
        "{Y} said:\n\nWe are glad.\n\nIn reply, {X} added:\n\n{w}.\n\nENDS\n\nWe are a board.",
    ),
    ("statement", "{X} came.\n\nThey are expected to say:\n\n{w}.\n\n{Y} said:\n\nNo."),
    ("statement", "{X}, who met {Y}, said:\n\n> {w}.\n\nThe lights are out."),
    (
        "statement",
        "{X} said:\n“We are glad.\n“{w}.\n“Thank you.”\n\n{Y} said: “No.”\n\nThe port is old.",
    ),
    (
        "statement",
        "The port is old.\n\n{X} said: \"We are glad.\n\"{w}.\"\n{Y} said: \"No.\n\"Not yet.\"",
    ),
    ("statement", "{X} said:\n\n• {w}.\n\n• No.\n\nThe lights are out. {Y} left."),
];

/// Ways to name a person or a body of the tests' brief, by id.
const NAMES: &[(&str, &[&str])] = &[
    (
        "vale",
        &[
            "Dana Vale",
            "Vale",
            "Ms Vale",
            "Chief Inspector Dana Vale",
            "Insp. Vale",
            "Dana Vale MP",
        ],
    ),
    (
        "marsh",
        &[
            "Ian Marsh",
            "Sir Ian Marsh",
            "Mr. Marsh",
            "Marsh",
            "Works Minister Ian Marsh",
            "I. Marsh",
        ],
    ),
    (
        "moss",
        &["Eve Moss", "Gov. Eve Moss", "Eve J. Moss", "Lt. Col. Eve Moss", "Rt. Hon. Eve Moss"],
    ),
    ("reed", &["Tom Reed", "Mr Tom Reed", "Cllr. Tom Reed", "former Sen. Tom Reed"]),
];

/// The marks that a quotation may have.
const MARKS: &[(&str, &str)] = &[("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("„", "“")];

/// A brief in which Dana Vale, Ian Marsh and Eve Moss are listed, and Tom Reed is not.
#[track_caller]
fn by(kind: &str, speaker: &str) -> Brief {
    let yaml = format!(
        "summary: A test.\nsource: {{title: A test, publisher: The Gazette, issued: 2026-02-09, text: t.txt, type: {kind}}}\n\
         organisations:\n  board: Harbour Safety Board\n  ministry: Ministry of Works\n\
         officials:\n  vale: {{name: Dana Vale, post: chief inspector, organisation: board}}\n\
         \x20 marsh: {{name: Ian Marsh, honorific: Sir, post: Minister for Works, organisation: ministry}}\n\
         \x20 moss: {{name: Eve Moss, post: owner, organisation: ministry}}\n\
         quotes:\n  q: {{form: direct, by: {speaker}, exact: '{WORDS}'}}\n"
    );
    read_brief("test", &yaml)
}

fn set(form: &str, marks: (&str, &str), speaker: &str, other: &str) -> String {
    let (open, close) = marks;
    form.replace("{q,}", &format!("{open}{WORDS},{close}"))
        .replace("{q.}", &format!("{open}{WORDS}.{close}"))
        .replace("{w}", WORDS)
        .replace("{X}", speaker)
        .replace("{y}", other)
        .replace("{Y}", other)
}

fn is_doubted(problems: &[Problem]) -> bool {
    let rules = [Rule::SpeakerNotNear, Rule::Spokesperson];
    problems.iter().any(|problem| rules.contains(&problem.rule))
}

/// Checks that the words are the speaker's and nobody else's. `said` are the ids of the two people,
/// whoever speaks first.
fn only_the_speaker_stands(
    kind: &str,
    text: &str,
    said: (&str, &str),
) -> Result<(), TestCaseError> {
    let (speaker, other) = said;
    let listed = |id: &&str| *id != "reed";
    for id in [Some(speaker), Some(other), Some("vale")].into_iter().flatten().filter(listed) {
        let (finding, problems) = gather(&by(kind, id), text);
        if id == speaker {
            prop_assert_eq!(errors(&problems), [""; 0], "{} by {}", text, id);
            prop_assert!(!is_doubted(&problems), "{} by {}: {:?}", text, id, problems);
        } else {
            prop_assert_eq!(finding.state, State::Failed, "{} by {}", text, id);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_sentence_around_a_quotation_says_who_speaks(
        form in 0..SENTENCES.len(),
        marks in 0..MARKS.len(),
        people in (0..NAMES.len(), 1..NAMES.len()),
        names in (0..6_usize, 0..6_usize),
        before in any::<bool>(),
    ) {
        let (speaker, others) = &NAMES[people.0];
        let (other, other_names) = &NAMES[(people.0 + people.1) % NAMES.len()];
        let name = others[names.0 % others.len()];
        let other_name = other_names[names.1 % other_names.len()];
        let sentence = set(SENTENCES[form], MARKS[marks], name, other_name);
        let lead = if before { format!("{other_name} listened to {name}.\n\n") } else { String::new() };
        let text = format!("Harbour lights\n\n{lead}{sentence}\n");
        only_the_speaker_stands("news", &text, (speaker, other))?;
    }

    #[test]
    fn the_layout_of_a_record_says_who_speaks(
        layout in 0..RECORDS.len(),
        people in (0..3_usize, 1..3_usize),
    ) {
        let (kind, form) = RECORDS[layout];
        let (speaker, names) = &NAMES[people.0];
        let (other, other_names) = &NAMES[(people.0 + people.1) % 3];
        let text = format!("Harbour lights\n\n{}\n", set(form, ("", ""), names[0], other_names[0]));
        only_the_speaker_stands(kind, &text, (speaker, other))?;
    }
}

/// The state of the words given to `speaker`, and what is reported of the speaker.
#[track_caller]
fn told(text: &str, speaker: &str) -> String {
    let yaml = "organisations: {ho: Home Office, fo: Foreign Office, gmp: Greater Manchester Police}\n\
        officials:\n  marlin: {name: Jess Marlin, post: safeguarding minister, organisation: ho, honorific: Ms}\n\
        \x20 hart: {name: Ian Hart, post: policing minister, organisation: ho}\n\
        \x20 lewis: {name: Tessa Lewis-Hart, post: chief constable, organisation: gmp}\n\
        \x20 emrys: {name: Siân ap Emrys, aka: [Jane Emrys], post: director, organisation: fo}\n";
    let yaml = format!(
        "summary: A test.\nsource: {{title: A test, publisher: P, issued: 2026-02-09, text: t.txt}}\n{yaml}{}",
        quote(speaker, WORDS, "")
    );
    let (_, problems) = gather(&read_brief("test", &yaml), text);
    let rules = [Rule::OtherSpeaker, Rule::Spokesperson, Rule::SpeakerNotNear];
    let found: Vec<String> = problems
        .iter()
        .filter(|problem| rules.contains(&problem.rule))
        .map(|problem| problem.rule.to_string())
        .collect();
    found.join(" ")
}

#[test]
fn a_name_is_taken_whole() {
    for (text, yes, no) in [
        ("said the Foreign Office.", "fo", "ho"),
        ("said the safeguarding minister.", "marlin", "hart"),
        ("said the Home Office’s policing minister.", "hart", "marlin"),
        ("said Hart.", "hart", "lewis"),
        ("said Mrs Lewis-Hart.", "lewis", "hart"),
        ("said Sian Ap Emrys.", "emrys", "hart"),
        ("said Jane Emrys.", "emrys", "marlin"),
        ("said Manchester Police.", "gmp", "ho"),
        ("said GMP.", "gmp", "ho"),
        ("said the Police.", "gmp", "ho"),
        ("said a Greater Manchester Police spokesman.", "gmp", "ho"),
        ("said a spokesperson for the Home Office.", "ho", "fo"),
    ] {
        let text = format!("“{WORDS},” {text}");
        assert_eq!(told(&text, yes), "", "{text} by {yes}");
        assert_eq!(told(&text, no), "other-speaker", "{text} by {no}");
    }
}

#[test]
fn somebody_who_is_not_in_the_brief_is_somebody_else() {
    for speaker in [
        "Jess Arden",
        "the transport minister",
        "the Prime Minister",
        "the Cabinet Office",
        "one resident",
        "a friend of Jess Marlin",
        "the mayor",
        "Ms Marlin’s lawyer",
        "Mr Marlin",
    ] {
        let text = format!("Jess Marlin listened. “{WORDS},” said {speaker}.");
        assert_eq!(told(&text, "marlin"), "other-speaker", "{text}");
    }
}

#[test]
fn a_surname_of_two_people_is_a_tie() {
    let text = |last: &str| {
        format!("Ian Hart came with Ann Hart. {last} spoke. “{WORDS},” said the port’s Hart.")
    };
    assert_eq!(told(&text("Ann Hart"), "hart"), "other-speaker");
    assert_eq!(told(&text("Ian Hart"), "hart"), "speaker-not-near");
    let text = format!("Ian Hart came with Miss Ann Hart. “{WORDS},” said Mr Hart.");
    assert_eq!(told(&text, "hart"), "");
}

#[test]
fn a_spokespersons_words_are_the_bodys_and_not_the_ministers() {
    let text = format!("Jess Marlin was away. “{WORDS},” said a Home Office spokesperson.");
    assert_eq!(told(&text, "ho"), "");
    assert_eq!(told(&text, "marlin"), "spokesperson");
    let text = format!("“{WORDS},” said Jess Marlin.");
    assert_eq!(told(&text, "ho"), "");
    let text = format!("“{WORDS},” said the Home Office.");
    assert_eq!(told(&text, "marlin"), "spokesperson");
}

#[test]
fn words_that_somebody_denies_or_quotes_are_not_theirs() {
    for text in [
        "Jess Marlin denied saying “{w}”.",
        "Jess Marlin never said “{w}”.",
        "Jess Marlin said: “He told me ‘{w}’ and left.”",
        "Jess Marlin said: “I thank Ian Hart, who said ‘{w}’ and left.”",
        "The Act says “{w}”, and Jess Marlin enforces it.",
    ] {
        let text = text.replace("{w}", WORDS);
        assert_eq!(told(&text, "marlin"), "other-speaker", "{text}");
    }
    for text in [
        "Jess Marlin said: “I told them ‘{w}’ and left.”",
        "Jess Marlin denied lying and said “{w}”.",
        "Jess Marlin did not attend but said “{w}”.",
    ] {
        let text = text.replace("{w}", WORDS);
        assert_eq!(told(&text, "marlin"), "", "{text}");
    }
}

#[test]
fn two_who_speak_together_both_speak() {
    let text = format!("“{WORDS},” Jess Marlin and Ian Hart said in a joint statement.");
    assert_eq!((told(&text, "marlin"), told(&text, "hart")), (String::new(), String::new()));
    assert_eq!(told(&text, "lewis"), "other-speaker");
}

#[test]
fn a_pronoun_means_whoever_was_named_last_and_fits() {
    for (text, by, expected) in [
        ("Jess Marlin came.\n\n“{w},” she said.", "marlin", ""),
        ("Jess Marlin came.\n\n“{w},” he said.", "marlin", "speaker-not-near"),
        ("“Yes,” said Ian Hart. “{w},” he added.", "hart", ""),
        ("“Yes,” said Ian Hart. “{w},” he added.", "lewis", "speaker-not-near"),
        (
            "“Yes,” said Jess Marlin. Ian Hart disagreed. “{w},” he added.",
            "marlin",
            "speaker-not-near",
        ),
    ] {
        let text = text.replace("{w}", WORDS);
        assert_eq!(told(&text, by), expected, "{text} by {by}");
    }
}

#[test]
fn a_place_is_not_whom_a_pronoun_means() {
    let verdict = |by: &str, text: &str| support::verdict("", by, WORDS, text);
    for place in ["Leeds", "Milton Keynes", "St Albans"] {
        let known = format!("The pier in {place} was shut.\n\n");
        for (before, she) in [
            ("Dana Vale opened it. ", "verified"),
            ("Dana Vale opened it.\n\n", "verified"),
            ("“We are glad,” said Dana Vale.\n\n", "verified"),
            ("Dana Vale opened it. Tom Reed paid.\n\n", "doubted"),
            ("", "doubted"),
        ] {
            for after in ["“{w},” she said.", "She said: “{w}.”"] {
                let text = format!("{known}{before}Now {place} has a pier. {after}");
                assert_eq!(verdict("vale", &text), she, "{text}");
                assert_eq!(verdict("marsh", &text), "doubted", "{text}");
            }
        }
    }
    // A single name may be a place or somebody of whom the text says no more.
    for text in [
        "Dana Vale opened it.\n\nNow Leeds has a pier. “{w},” she said.",
        "Dana Vale opened it.\n\nPriya was there. “{w},” she said.",
        "Dana Vale opened it.\n\nShe had no confidence in Moss. “{w},” she said.",
    ] {
        assert_eq!(verdict("vale", text), "doubted", "{text}");
        assert_eq!(verdict("marsh", text), "doubted", "{text}");
    }
}

#[test]
fn parts_of_two_speakers_are_refused_whether_the_brief_lists_them_or_not() {
    for text in [
        "“One thing is true,” said a police spokesman. “{w},” said a council spokesman.",
        "“One thing is true,” said John Smith. “{w},” said Ann Smith.",
        "“One thing is true,” said one resident. “{w},” said another resident.",
        "“One thing is true,” said Dana Vale. “{w},” said Eve Vale.",
        "“One thing is true,” said Gov. Dana Vale. “{w},” said Gov. Eve Moss.",
    ] {
        let text = format!("{}\n\nDana Vale wept.", text.replace("{w}", WORDS));
        let brief = brief("", &quote("vale", &format!("One thing is true […] {WORDS}"), ""));
        assert_eq!(gather(&brief, &text).0.state, State::Failed, "{text}");
    }
}

#[test]
fn an_announced_speech_ends_where_the_text_returns_to_its_news() {
    const LAMPS: &str = "The lamps burn all night";
    let brief = quoting(LAMPS);
    for (rest, state, expected) in [
        // Nothing shows whether she goes on.
        ("{w}.", State::Verified, "speaker-not-near"),
        // She does.
        ("{w}.\n\nWe are proud.", State::Verified, ""),
        ("We say that:\n\n- {w}.", State::Verified, ""),
        // The release speaks of itself, or of her.
        ("This follows a review. {w}.", State::Failed, "reporters-words"),
        ("Notes to editors\n\n{w}.\n\nWe are a board.", State::Failed, "reporters-words"),
        ("Dana Vale went out. {w}.", State::Failed, "reporters-words"),
        ("{w}.\n\nTom Reed said:\n\nNo.", State::Verified, ""),
        // Somebody else speaks, whoever it is.
        ("In reply, Tom Reed added:\n\n{w}.", State::Failed, "other-speaker"),
    ] {
        let text = format!("Harbour\n\nDana Vale said:\n\nWe are glad.\n\n{rest}\n");
        let (finding, problems) = gather(&brief, &text.replace("{w}", LAMPS));
        let rules = problems.iter().map(|problem| problem.rule.to_string());
        let told: Vec<String> =
            rules.filter(|rule| rule.contains("speaker") || rule.contains("reporter")).collect();
        assert_eq!((finding.state, told.join(" ").as_str()), (state, expected), "{rest}");
    }
}

#[test]
fn a_map_of_many_equal_quotations_is_linear() {
    let sentence = format!("“{WORDS},” said Dana Vale. ");
    let (finding, problems) = gather(&by("news", "vale"), &sentence.repeat(4000));
    assert_eq!(finding.state, State::Failed);
    assert!(errors(&problems)[0].starts_with("ambiguous-quote"));
}
