//! What a starter brief proposes, of invented sources in the styles of those who publish them.

use proptest::prelude::*;
use serde_json::Value;
use topline::brief::{Addressee, Brief, Due, Speaker};

use super::start_beside;
use crate::support::library::Folder;

/// Sources with the names of their files.
const SOURCES: [(&str, &str); 22] = [
    ("auditor", include_str!("auditor.txt")),
    ("broadcaster", include_str!("broadcaster.txt")),
    ("charity", include_str!("charity.txt")),
    ("commission", include_str!("commission.txt")),
    ("committee", include_str!("committee.txt")),
    ("debate", include_str!("debate.txt")),
    ("findings", include_str!("findings.txt")),
    ("government", include_str!("government.txt")),
    ("governor", include_str!("governor.txt")),
    ("joint", include_str!("joint.txt")),
    ("letter", include_str!("letter.txt")),
    ("newsletter", include_str!("newsletter.txt")),
    ("nhs", include_str!("nhs.txt")),
    ("ombudsman", include_str!("ombudsman.txt")),
    ("police", include_str!("police.txt")),
    ("regulator", include_str!("regulator.txt")),
    ("release", include_str!("release.txt")),
    ("speech", include_str!("speech.txt")),
    ("tabloid", include_str!("tabloid.txt")),
    ("university", include_str!("university.txt")),
    ("water", include_str!("water.txt")),
    ("weekly", include_str!("weekly.txt")),
];

/// Warnings that a starter brief may have: what only its author or its source can change.
const WARNINGS: [&str; 6] =
    ["no-date", "orphan", "relative-date", "past-due", "source-noise", "odd-character"];

/// Checks that only placeholders are wrong with the starter brief, in the order of the file, and returns
/// their fields.
#[track_caller]
fn to_fill_in(folder: &Folder, yaml: &str) -> Vec<String> {
    let report: Value =
        serde_json::from_str(&folder.run(&["check", "brief.yaml", "--format", "json"]).stdout)
            .unwrap();
    let problems = report["problems"].as_array().unwrap();
    let (placeholders, others): (Vec<&Value>, Vec<&Value>) =
        problems.iter().partition(|problem| problem["rule"] == "placeholder");
    for problem in others {
        assert!(WARNINGS.contains(&problem["rule"].as_str().unwrap()), "{problem:#}\n{yaml}");
    }
    let lines: Vec<u64> = placeholders.iter().map(|one| one["line"].as_u64().unwrap()).collect();
    assert!(lines.is_sorted(), "{lines:?}");
    let marked = yaml.lines().filter(|line| !line.trim_start().starts_with('#'));
    let marked = marked.filter(|line| line.contains("FILL IN"));
    assert_eq!(lines.len(), marked.count(), "{yaml}");
    placeholders.iter().map(|one| one["path"].as_str().unwrap().to_owned()).collect()
}

/// What a brief says, an item a line.
fn outline(brief: &Brief) -> String {
    let mut lines = Vec::new();
    if let Some(by) = &brief.source.by {
        lines.push(format!("{} by {by}", brief.source.kind));
    }
    lines.extend(brief.organisations.iter().map(|body| format!("{}: {}", body.id, body.name)));
    for official in &brief.officials {
        let post = official.post.as_deref().unwrap_or("-");
        let body = official.organisation.as_ref().map_or("-", |id| id.as_str());
        lines.push(format!("{}: {} | {post} | {body}", official.id, official.styled_name()));
    }
    for quote in &brief.quotes {
        let by = match quote.by.parties() {
            [] => "source".to_owned(),
            parties => parties.iter().map(ToString::to_string).collect::<Vec<_>>().join("+"),
        };
        let inferred = if quote.inferred { "?" } else { "" };
        let paragraph = quote.paragraph.map_or(String::new(), |number| format!(" ¶{number}"));
        let (id, form, text) = (&quote.id, quote.words.form(), quote.words.text());
        lines.push(format!("{id} {form} {by}{inferred}{paragraph}: {text}"));
    }
    for claim in &brief.claims {
        let by = match &claim.by {
            Speaker::Source => "source",
            Speaker::Party(id) => id,
        };
        lines.push(format!("{} {by} <- {}", claim.id, claim.evidence[0]));
    }
    for ask in &brief.asks {
        let to: Vec<&str> = ask.to.iter().map(Addressee::word).collect();
        let to = if to.is_empty() { String::new() } else { format!(" -> {}", to.join("+")) };
        let instrument = ask.instrument.as_ref().map_or(String::new(), |name| format!(" | {name}"));
        let due = ask.due.as_ref().map_or(String::new(), |due| match due {
            Due::Date(date) => format!(" | {date:#}"),
            Due::Words(words) => format!(" | “{words}”"),
        });
        let (id, kind, by, action) = (&ask.id, ask.kind, &ask.by, &ask.action);
        lines.push(format!(
            "{id} {kind} {by}{to}: {action}{instrument}{due} <- {}",
            ask.evidence[0]
        ));
    }
    lines.join("\n")
}

#[test]
fn proposes_what_sources_of_every_style_say() {
    for (name, text) in SOURCES {
        let (_, _, brief) = start_beside(text, &[]);
        insta::assert_snapshot!(format!("outline_of_{name}"), outline(&brief));
    }
}

#[test]
fn nothing_but_what_is_to_be_filled_in_is_wrong_with_a_starter_brief() {
    for (_, text) in SOURCES {
        let (folder, yaml, _) = start_beside(text, &[]);
        to_fill_in(&folder, &yaml);
    }
}

#[test]
fn a_page_of_eight_hundred_words_needs_fifteen_lines_at_most() {
    for name in ["release", "findings"] {
        let (_, text) = SOURCES.iter().find(|(other, _)| *other == name).unwrap();
        assert!((780..860).contains(&text.split_whitespace().count()));
        let (folder, yaml, brief) = start_beside(text, &[]);
        let fields = to_fill_in(&folder, &yaml);
        assert!(fields.len() <= 15, "{fields:?}");
        assert!(brief.claims.len() >= 4 && brief.asks.len() >= 4 && brief.officials.len() >= 3);
    }
}

/// Another brief of the folder, by the people and bodies in it.
const NEIGHBOUR: &str = "\
summary: A board warns.
source: {title: Warning, publisher: Harbour News, issued: 2026-01-05}
organisations:
  tidewater-board: Tidewater Safety Board
  ports: Department of Ports
officials:
  dvale: {name: Dana Vale, post: Chief Inspector, organisation: tidewater-board}
  moss: {name: Eve Moss, post: skipper}
  calder: {name: Rhona Calder, post: harbour master}
quotes:
  q1: {form: reported, by: [dvale, moss, calder], gist: warned of dark boats}
";

#[test]
fn takes_the_ids_of_the_briefs_beside_it() {
    let others = [("before.yaml", NEIGHBOUR), ("broken.yaml", "summary: [")];
    let (folder, _, brief) = start_beside(include_str!("government.txt"), &others);
    let names: Vec<String> = brief
        .officials
        .iter()
        .map(|one| format!("{} {}", one.id, one.name))
        .chain(brief.organisations.iter().map(|one| format!("{} {}", one.id, one.name)))
        .collect();
    assert_eq!(
        names,
        [
            "marsh Ian Marsh",
            "dvale Dana Vale",
            "ruth-calder Ruth Calder",
            "ports Department of Ports",
            "tidewater-board Tidewater Safety Board",
            "tfo Tidewater Ferry Owners",
        ]
    );
    assert_eq!(brief.officials["dvale"].post.as_deref(), Some("Chief Inspector"));
    let run = folder.run(&["check", "before.yaml", "brief.yaml", "--format", "json"]);
    assert!(!run.stdout.contains("same-id-other-person"), "{}", run.stdout);
    assert!(!run.stdout.contains("other-post"), "{}", run.stdout);
}

#[test]
fn a_surname_alone_is_the_one_person_of_that_name_beside_it() {
    let text = "Boats went dark\n\nMs Vale said: “We act now, and we act on all of it.”\n";
    let (_, yaml, brief) = start_beside(text, &[("before.yaml", NEIGHBOUR)]);
    assert_eq!(brief.officials["dvale"].name.as_str(), "Dana Vale");
    assert_eq!(brief.officials["dvale"].honorific.as_deref(), Some("Ms"));
    assert!(yaml.contains("  dvale:  # ¶2, only “Vale” here: is it the same person?\n"), "{yaml}");
    let (_, yaml, _) =
        start_beside(&text.replace("Ms Vale", "Dana Vale"), &[("before.yaml", NEIGHBOUR)]);
    assert!(yaml.contains("  dvale:  # ¶2\n"), "{yaml}");
}

#[test]
fn reads_posts_from_the_words_beside_a_name() {
    let quote = "“We act now, and on all of it.”";
    let check = |before: &str, expected: &str| {
        let text = format!("A title\n\n{}\n", before.replace('*', quote));
        let (_, _, brief) = start_beside(&text, &[]);
        let one = brief.officials.iter().next().expect(&text);
        let body = one.organisation.as_ref().map_or("-", |id| &brief.organisations[id].name);
        let post = one.post.as_deref().unwrap_or("-");
        assert_eq!(format!("{} | {post} | {body}", one.name), expected, "{text}");
    };
    check(
        "* said Dana Vale, President and Co-Founder of the Harbour Alliance.",
        "Dana Vale | President and Co-Founder | Harbour Alliance",
    );
    check("Transport Secretary Dana Vale said: *", "Dana Vale | Transport Secretary | -");
    check(
        "The Harbour Board met. Dana Vale, its chief inspector, said: *",
        "Dana Vale | chief inspector | Harbour Board",
    );
    check("Dana Vale, who chairs the Harbour Board, said: *", "Dana Vale | chair | Harbour Board");
    check(
        "The Harbour Board’s chief executive, Dana Vale, said: *",
        "Dana Vale | chief executive | Harbour Board",
    );
    check("Dana Vale, 43, a trustee of River Watch, said: *", "Dana Vale | trustee | River Watch");
    check(
        "* said Dr Dana Vale, Chief Executive, River Trust.",
        "Dana Vale | Chief Executive | River Trust",
    );
    check(
        "Dana Vale is chief inspector of the Harbour Board. Dana Vale said: *",
        "Dana Vale | chief inspector | Harbour Board",
    );
    check("Harbour Board chair Dana Vale said: *", "Dana Vale | chair | Harbour Board");
    check(
        "Dana Vale, who was appointed Minister for Coasts in March 2026, said: *",
        "Dana Vale | Minister for Coasts | -",
    );
    check(
        "The Harbour Board met at Northport. Its harbour master, Dana Vale, said: *",
        "Dana Vale | harbour master | Harbour Board",
    );
    check("Dana Vale, a mother of two, said: *", "Dana Vale | - | -");
    check("Dana Vale said on Wednesday: *", "Dana Vale | - | -");
}

#[test]
fn the_name_of_a_body_is_proposed_whole() {
    for name in [
        "Department for Work and Pensions",
        "Ministry of Housing, Communities and Local Government",
        "Office for Roads and Lights",
    ] {
        let text = format!(
            "A title\n\nThe {name} said: “We act now.”\n\n\
             Dana Vale, chief scientist at the {name}, said: “We act on all of it.”\n"
        );
        let (_, _, brief) = start_beside(&text, &[]);
        let bodies: Vec<&str> = brief.organisations.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(bodies, [name], "{text}");
        assert_eq!(brief.officials["vale"].post.as_deref(), Some("chief scientist"));
        assert_eq!(brief.officials["vale"].organisation.as_ref(), brief.organisations.ids().next());
    }
}

#[test]
fn reads_promises_of_what_others_do_and_asks_of_all() {
    let check = |sentence: &str, expected: &str| {
        let text = format!("A title\n\n{sentence}\n");
        let (_, yaml, brief) = start_beside(&text, &[]);
        let outline = outline(&brief);
        let ask = outline.lines().find(|line| line.starts_with('a')).expect(&yaml);
        assert_eq!(ask, expected, "{yaml}");
        assert!(!yaml.contains("all-harbour"), "{yaml}");
    };
    check(
        "A library will return by 31 March 2027, the Harbour Board has promised.",
        "a1 commitment harbour-board: FILL IN | 2027-03-31 <- q1",
    );
    check(
        "The Harbour Board has promised that a bus will return by 31 March 2027.",
        "a1 commitment harbour-board: ensure that a bus will return | 2027-03-31 <- q1",
    );
    check(
        "The Harbour Board said that it had cost £230,000, and called on the Ministry of Coasts to pay \
         for a pontoon.",
        "a1 ask harbour-board -> moc: pay for a pontoon <- q1",
    );
    for all in ["every harbour authority", "all harbour authorities"] {
        check(
            &format!(
                "Dana Vale, of the River Trust, said: “I urge {all} to fit new lights early.”"
            ),
            "a1 ask vale -> unstated: fit new lights early <- q1",
        );
    }
    check(
        "Dana Vale, of the River Trust, said: “I urge everyone to fit new lights early.”",
        "a1 ask vale -> everyone: fit new lights early <- q1",
    );
}

#[test]
fn a_spokesman_is_that_of_the_body_in_the_sentence_before() {
    let said = "“We will look at it in the new year.”";
    let trust = "A spokesman for the River Trust said that it would cost £40,000.";
    let rest = format!("The board did not say whether it would. A spokesman said: {said}");
    let (_, yaml, brief) = start_beside(
        &format!("A title\n\nThe Harbour Board has shut it.\n\n{trust}\n\n{rest}\n"),
        &[],
    );
    let quote = brief
        .quotes
        .iter()
        .find(|quote| quote.words.exact().is_some_and(|it| it.starts_with("We will")));
    let quote = quote.expect(&yaml);
    assert!(quote.by.include(&brief.organisations["harbour-board"].id) && quote.inferred, "{yaml}");
    let (_, yaml, brief) = start_beside(&format!("A title\n\n{trust}\n\n{rest}\n"), &[]);
    let trust = brief.organisations.iter().find(|body| body.name.as_str() == "River Trust");
    let spoken = brief.quotes.iter().filter(|quote| quote.words.exact().is_some());
    assert!(
        spoken.clone().all(|quote| trust.is_none_or(|trust| !quote.by.include(&trust.id))),
        "{yaml}"
    );
}

#[test]
fn a_party_is_beside_the_paragraph_that_names_it() {
    let text = "A title\n\nThe yard at Pellworth was shut.\n\n\
                Tom Reed of the University of Pellworth said: “The numbers are far from clear.”\n";
    let (_, yaml, _) = start_beside(text, &[]);
    assert!(yaml.contains("'University of Pellworth'  # ¶3"), "{yaml}");
}

#[test]
fn takes_no_day_place_or_title_for_a_party() {
    let text = "\
Lights out

On Wednesday the Ports Act was debated in Northport. United said: “We play on, whatever they say.”

“Lanterns on the Water” is a book about the River Dee. Ofcom said the book was on air.

Inspectors said the lights were old. The Harbour Plan will replace them.
";
    let (_, _, brief) = start_beside(text, &[]);
    let names: Vec<&str> = brief.organisations.iter().map(|body| body.name.as_str()).collect();
    assert!(brief.officials.is_empty(), "{:?}", brief.officials);
    for nobody in ["Wednesday", "Ports Act", "Northport", "River Dee", "Inspectors", "Harbour Plan"]
    {
        assert!(!names.contains(&nobody), "{names:?}");
    }
    assert!(names.contains(&"Ofcom"), "{names:?}");
}

#[test]
fn what_is_denied_asked_or_only_possible_is_no_deed() {
    for sentence in [
        "The Harbour Board has not launched a review.",
        "The Harbour Board did not urge the River Trust to act on it.",
        "Will the Harbour Board publish a code?",
        "If boats are lost, the Harbour Board will publish a code.",
        "Critics say the Harbour Board will publish a code.",
        "The Harbour Board will be closed on Friday.",
        "The Harbour Board was urged to publish a code.",
        "The Harbour Board wants to publish a code.",
    ] {
        let (_, yaml, brief) = start_beside(&format!("A title\n\n{sentence}\n"), &[]);
        assert!(brief.asks.is_empty(), "{yaml}");
    }
}

#[test]
fn a_long_debate_is_capped_and_says_so() {
    let turns: String = (1..=900)
        .map(|n| {
            let speaker = if n % 2 == 0 { "Dana Vale" } else { "Ian Marsh" };
            format!("{speaker}: We will inspect {n}0 boats by June 2027. The board said {n}5 were old.\n")
        })
        .collect();
    let (_, yaml, brief) = start_beside(&turns, &[]);
    assert!(brief.quotes.len() < 300 && brief.claims.len() <= 40 && brief.asks.len() <= 60);
    assert!(yaml.contains(
        "# Only 40 sentences with figures are proposed, those that seem to matter most; there are more"
    ));
}

/// Sentences of sources, in which `*` is somebody and `%` a body.
const SENTENCES: [&str; 22] = [
    "* said: “We inspected 84 boats and 31 had no light.”",
    "“That is not bad luck,” said *. “It is neglect, and they know it.”",
    "* said that 31 of 84 boats had no working stern light.",
    "% urges % to use its power to stop boats by June 2027.",
    "% is calling on ministers to publish a code under the Ports Act 2019.",
    "% will publish a lighting code by the end of the year.",
    "% has launched a £4.2 million fund for small boats.",
    "% has committed to training 40 inspectors.",
    "Night sailings have risen by 12% since 2019.",
    "According to %, one in five boats sails without a light.",
    "A spokesperson for % said: “We take this seriously and will respond in full.”",
    "* called it “a decade of drift” and wants % to act.",
    "He added: “We have hired six more inspectors since then.”",
    "“We could see nothing at all,” one passenger said.",
    "* told the inquiry that the lights were “old, dim and dirty”.",
    "The report, “Dark Water”, names 14 harbours.",
    "*:",
    "We will act, and we will act by 2030.",
    "* denied that the boats were “unfit to sail”.",
    "Asked whether it was “a disgrace”, * said it was not.",
    "It will cost up to £60,000, % estimates.",
    "They may not have had fewer than 20 boats.",
];

const PEOPLE: [&str; 8] = [
    "Dana Vale",
    "Ports Minister Sir Ian Marsh",
    "Ruth Calder, secretary of the Tidewater Ferry Owners,",
    "Dr Vale",
    "Professor Euan Baird of the University of Holt",
    "Detective Inspector Anil Rowe, of Northshire Police,",
    "Ms Vale",
    "MARSH",
];

const BODIES: [&str; 6] = [
    "the Tidewater Safety Board",
    "The Department of Ports",
    "Ofcom",
    "the National Harbour Agency (NHA)",
    "the board",
    "Tidewater Ferries",
];

/// A paragraph of a few sentences about anybody, set as in one of several layouts.
fn paragraph() -> impl Strategy<Value = String> {
    let sentence = (0..SENTENCES.len(), 0..PEOPLE.len(), 0..BODIES.len(), 0..BODIES.len())
        .prop_map(|(sentence, person, body, other)| {
            let sentence = SENTENCES[sentence].replace('*', PEOPLE[person]);
            sentence.replacen('%', BODIES[body], 1).replace('%', BODIES[other])
        });
    let layouts = ["{}", "{}", "> {}", "• {}", "    {}", "Dana Vale: {}", "Q12 Chair: {}", "“{}”"];
    (prop::collection::vec(sentence, 1..4), 0..layouts.len())
        .prop_map(move |(sentences, layout)| layouts[layout].replace("{}", &sentences.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_else_is_wrong_with_the_brief_of_any_source(
        paragraphs in prop::collection::vec(paragraph(), 1..14),
        between in prop_oneof![Just("\n"), Just("\n\n")],
        wrapped in any::<bool>(),
        around in prop_oneof![
            Just(("Board warns on lights\n\n", "\n")),
            Just(("", "")),
            Just(("Dear Minister,\n\n", "\n\nYours sincerely,\n\nRuth Calder\nSecretary, Tidewater Ferry Owners\n")),
            Just(("Speech by Dana Vale, chief inspector\n\n", "\n\nThank you.\n")),
            Just(("Night ferries\n\nDana Vale\n(Northport) (Lab)\n", "\n\nIan Marsh\nI will.\n")),
        ],
        other in any::<bool>(),
    ) {
        let mut text = around.0.to_owned() + &paragraphs.join(between) + around.1;
        if wrapped {
            text = text.replace(". ", ".\n");
        }
        let others: &[(&str, &str)] = if other { &[("before.yaml", NEIGHBOUR)] } else { &[] };
        let (folder, yaml, _) = start_beside(&text, others);
        to_fill_in(&folder, &yaml);
    }
}
