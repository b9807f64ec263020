//! What a library knows across its briefs: the register of asks, the points that are made, and
//! the dossiers of people and bodies.

use topline::brief::{Addressee, Anchor, AskKind, Date, Id, Status};
use topline::evidence::State;
use topline::library::Library;
use topline::library::dossiers::{Dossier, InvolvementMatrix, dossier, dossiers};
use topline::library::points::Points;
use topline::library::register::{Filter, RegisterRow, Sort, register};
use topline::text::{Case, Needle};

use crate::support::library::{self as support, Folder, sound};

/// A letter in which the board asks the ministry for three things.
const LETTER: &str = "\
summary: The board wants lights.
topics: [lights, boats]
source: {title: Letter, publisher: The Board, issued: 2026-01-10}
organisations: {board: The Board, ports: Ministry of Ports}
officials:
  vale: {name: Dana Vale, post: chair, organisation: board, aka: [D. Vale]}
quotes:
  q1: {form: direct, by: vale, exact: \"Fit lights, [they] said.\", paragraph: 7}
  q2: {form: reported, by: board, gist: wants inspectors, paragraph: 2}
claims:
  c1: {text: Half the boats are unlit., by: vale, evidence: q1}
  c2: {text: Inspectors are too few., by: board, evidence: q2}
asks:
  a1: {kind: ask, by: vale, to: ports, action: fit lights, instrument: Ports Act 1999, due: 2026-03, evidence: [q1, q2]}
  a2: {kind: ask, by: board, to: [ports, everyone], action: count boats, due: 2026-04-01, evidence: q2}
  a3: {kind: ask, by: board, to: unstated, action: Ban night sailing, due: soon, evidence: q2}
";

/// A reply to it, which repeats and answers.
const REPLY: &str = "\
summary: The ministry answers.
topics: [boats]
source: {title: Reply, publisher: Gazette}
organisations: {board: The Board, ports: Ministry of Ports}
officials:
  vale: {name: Dana Vale, honorific: Dame, post: head of the board, organisation: board}
  marsh: {name: Ian Marsh, post: minister, organisation: ports}
quotes:
  q1: {form: reported, by: marsh, gist: will fit lights, paragraph: 1}
  q2: {form: reported, by: vale, gist: still half unlit, paragraph: 2}
  q3: {form: reported, by: marsh, gist: lights were fitted last year, paragraph: 3}
claims:
  c1: {text: Half the boats are unlit., by: vale, evidence: q2, repeats: letter/c1}
  c2: {text: A tenth of the boats are unlit., by: marsh, evidence: q3, contradicts: letter/c1}
asks:
  a1: {kind: commitment, by: marsh, action: fit lights, due: 2026-02, evidence: q1, answers: letter/a1}
  a2: {kind: action, by: ports, action: buy lights, status: done, due: 2025, evidence: q1}
  a3: {kind: ask, by: marsh, to: vale, action: wait, status: rejected, due: 2026-01-01, evidence: q1}
";

/// The library of these briefs, which are sound.
fn library(briefs: &[(&str, &str)]) -> Library {
    sound(Folder::with(briefs).library())
}

fn letters() -> Library {
    library(&[("letter.yaml", LETTER), ("reply.yaml", REPLY)])
}

fn today() -> Date {
    Date::parse("2026-03-31").unwrap()
}

fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

fn anchor(raw: &str) -> Anchor {
    Anchor::parse(raw, &id("none")).unwrap()
}

fn addresses(rows: &[RegisterRow<'_>]) -> Vec<String> {
    rows.iter().map(|row| row.anchor().to_string()).collect()
}

#[track_caller]
fn assert_admits(filter: &Filter, expected: &[&str]) {
    let library = letters();
    let mut rows = register(&library, today());
    rows.retain(|row| filter.admits(row));
    assert_eq!(addresses(&rows), expected);
}

#[test]
fn the_register_has_every_ask_in_the_order_of_the_library() {
    let library = letters();
    let rows = register(&library, today());
    assert_eq!(
        addresses(&rows),
        ["letter/a1", "letter/a2", "letter/a3", "reply/a1", "reply/a2", "reply/a3"]
    );
    assert_eq!(rows[0].by(), "Dana Vale");
    assert_eq!(rows[1].to(), ["Ministry of Ports", "everyone"]);
    assert_eq!(rows[2].to(), ["addressee not stated"]);
    assert_eq!(rows[0].paragraphs(), [2, 7]);
}

#[test]
fn the_register_links_answers_in_both_directions() {
    let library = letters();
    let rows = register(&library, today());
    assert_eq!(rows[0].answered_by, [anchor("reply/a1")]);
    assert_eq!(rows[3].answers, [anchor("letter/a1")]);
    assert!(rows[1].answered_by.is_empty() && rows[1].answers.is_empty());
}

#[test]
fn unanswered_is_an_open_ask_that_nothing_answers() {
    assert_admits(&Filter { unanswered: true, ..Filter::default() }, &["letter/a2", "letter/a3"]);
}

#[test]
fn past_due_is_what_had_its_day_and_is_neither_over_nor_answered() {
    assert_admits(&Filter { past_due: true, ..Filter::default() }, &["reply/a1"]);
    let library = letters();
    let later = register(&library, Date::parse("2026-04-02").unwrap());
    let late: Vec<_> = later.into_iter().filter(|row| row.is_past_due).collect();
    assert_eq!(
        addresses(&late),
        ["letter/a2", "reply/a1"],
        "a1 is answered, reply/a2 done, reply/a3 rejected"
    );
}

#[test]
fn the_register_is_filtered_by_each_thing_it_knows() {
    let filter = Filter::default();
    assert_admits(
        &Filter { by: vec![id("vale"), id("ports")], ..filter.clone() },
        &["letter/a1", "reply/a2"],
    );
    let to = vec![Addressee::Everyone, Addressee::Party(id("vale"))];
    assert_admits(&Filter { to, ..filter.clone() }, &["letter/a2", "reply/a3"]);
    assert_admits(
        &Filter { official: Some(id("vale")), ..filter.clone() },
        &["letter/a1", "reply/a3"],
    );
    assert_admits(&Filter { kinds: vec![AskKind::Commitment], ..filter.clone() }, &["reply/a1"]);
    let statuses = vec![Status::Done, Status::Rejected];
    assert_admits(&Filter { statuses, ..filter.clone() }, &["reply/a2", "reply/a3"]);
    let instrument = Needle::new("ports act", Case::Folded);
    assert_admits(&Filter { instrument, ..filter.clone() }, &["letter/a1"]);
    let due_by = Date::parse("2026-03");
    assert_admits(
        &Filter { due_by, ..filter.clone() },
        &["letter/a1", "reply/a1", "reply/a2", "reply/a3"],
    );
    let both = Filter { by: vec![id("board")], to: vec![Addressee::Unstated], ..filter };
    assert_admits(&both, &["letter/a3"]);
}

#[test]
fn the_register_is_sorted_by_each_thing_it_knows() {
    let library = letters();
    for (sort, expected) in [
        (Sort::Source, "letter/a1 letter/a2 letter/a3 reply/a1 reply/a2 reply/a3"),
        (Sort::Kind, "letter/a1 letter/a2 letter/a3 reply/a3 reply/a1 reply/a2"),
        (Sort::By, "letter/a1 reply/a1 reply/a3 reply/a2 letter/a2 letter/a3"),
        (Sort::To, "letter/a3 reply/a3 letter/a1 letter/a2 reply/a1 reply/a2"),
        (Sort::Action, "letter/a3 reply/a2 letter/a2 letter/a1 reply/a1 reply/a3"),
        (Sort::Instrument, "letter/a1 letter/a2 letter/a3 reply/a1 reply/a2 reply/a3"),
        (Sort::Due, "reply/a2 reply/a3 reply/a1 letter/a1 letter/a2 letter/a3"),
        (Sort::Status, "letter/a1 letter/a2 letter/a3 reply/a3 reply/a2 reply/a1"),
        (Sort::Answered, "letter/a2 letter/a3 reply/a1 reply/a2 reply/a3 letter/a1"),
    ] {
        let mut rows = register(&library, today());
        sort.sort(&mut rows);
        assert_eq!(addresses(&rows).join(" "), expected, "{sort:?}");
    }
}

/// Each point as the addresses of its claims.
fn points_of(points: &Points<'_>) -> Vec<String> {
    let addresses = |anchors: Vec<Anchor>| {
        anchors.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    points.all().iter().map(|point| addresses(point.anchors().collect())).collect()
}

#[test]
fn repeated_claims_are_one_point_over_any_number_of_steps() {
    let third = REPLY
        .replace("repeats: letter/c1", "repeats: reply/c1")
        .replace("contradicts: letter/c1", "corroborates: letter/c2");
    let library =
        library(&[("letter.yaml", LETTER), ("reply.yaml", REPLY), ("third.yaml", &third)]);
    let points = Points::new(&library);
    assert_eq!(
        points_of(&points),
        ["letter/c1 reply/c1 third/c1", "letter/c2", "reply/c2", "third/c2"]
    );
    assert_eq!(points.index(&anchor("third/c1")), Some(0));
    assert_eq!(points.all()[0].briefs().len(), 3);
    assert_eq!(points.independent(0), 1, "three outlets, one claimant");
    assert_eq!(points.independent(1), 2, "the board and the minister");
    let relations: Vec<_> = points
        .relations()
        .iter()
        .map(|link| format!("{} {} {}", link.from, link.relation, link.to))
        .collect();
    assert_eq!(relations, ["reply/c2 contradicts letter/c1", "third/c2 corroborates letter/c2"]);
    assert_eq!(points.relations_of(0).count(), 1);
    assert_eq!(points.relations_of(2).count(), 1);
}

#[test]
fn corroboration_by_the_same_claimant_is_not_independent() {
    let agreeing = REPLY.replace("contradicts: letter/c1", "corroborates: letter/c1");
    let library_of_two = library(&[("letter.yaml", LETTER), ("reply.yaml", &agreeing)]);
    assert_eq!(Points::new(&library_of_two).independent(0), 2);
    let same = agreeing.replace("unlit., by: marsh", "unlit., by: vale");
    let library_of_one = library(&[("letter.yaml", LETTER), ("reply.yaml", &same)]);
    assert_eq!(Points::new(&library_of_one).independent(0), 1);
}

#[test]
fn a_second_hand_source_speaks_with_the_voice_of_the_first() {
    let first = LETTER.replace("unlit., by: vale", "unlit., by: source");
    let second = REPLY
        .replace("publisher: Gazette", "publisher: Gazette, based_on: letter")
        .replace("unlit., by: marsh", "unlit., by: source")
        .replace("contradicts", "corroborates");
    let library = library(&[("letter.yaml", &first), ("reply.yaml", &second)]);
    let points = Points::new(&library);
    let copy = points.index(&anchor("reply/c2")).unwrap();
    assert_eq!(points.independent(copy), 1);
}

#[test]
fn a_claim_that_repeats_a_missing_one_is_a_point_of_its_own() {
    let library = library(&[("reply.yaml", REPLY)]);
    let points = Points::new(&library);
    assert_eq!(points_of(&points), ["reply/c1", "reply/c2"]);
    assert_eq!(points.relations().len(), 1);
}

/// A dossier in one line.
fn summary(dossier: &Dossier<'_>) -> String {
    format!(
        "{} {} said {} claims {} made {} received {} people {:?}",
        dossier.id,
        dossier.names().iter().map(ToString::to_string).collect::<Vec<_>>().join(" / "),
        dossier.positions.len(),
        dossier.claims.len(),
        dossier.asks_made.len(),
        dossier.asks_received.len(),
        dossier.people,
    )
}

#[test]
fn a_dossier_gathers_a_person_or_body_across_briefs() {
    let library = letters();
    let all: Vec<_> = dossiers(&library).iter().map(summary).collect();
    assert_eq!(
        all,
        [
            "vale Dana Vale / Dame Dana Vale / D. Vale said 2 claims 2 made 1 received 1 people []",
            "marsh Ian Marsh said 2 claims 1 made 2 received 0 people []",
            "board The Board said 1 claims 1 made 2 received 0 people [vale]",
            "ports Ministry of Ports said 0 claims 0 made 1 received 2 people [marsh]",
        ]
    );
    assert!(dossier(&library, &id("nobody")).is_none());
}

#[test]
fn a_dossier_has_posts_as_styled_and_positions_by_topic() {
    let library = letters();
    let vale = dossier(&library, &id("vale")).unwrap();
    assert!(vale.is_person());
    let posts: Vec<_> = vale
        .posts()
        .iter()
        .map(|post| format!("{}: {:?}", post.styled(), post.briefs[0].id))
        .collect();
    assert_eq!(posts, ["chair, The Board: letter", "head of the board, The Board: reply"]);
    let topics: Vec<_> = vale
        .positions_by_topic()
        .into_iter()
        .map(|(topic, positions)| (topic.unwrap().to_string(), positions.len()))
        .collect();
    assert_eq!(topics, [("lights".to_owned(), 1), ("boats".to_owned(), 2)]);
    assert_eq!(vale.positions[0].state(), Some(State::Unverified));
    assert_eq!(vale.positions[1].state(), None, "reported speech has no exact words");
}

/// The matrix as rows of `who: column part, …`.
fn rows(library: &Library) -> Vec<String> {
    let matrix = InvolvementMatrix::new(library);
    let row = |who: &Addressee| {
        let cells = matrix.columns.iter().filter_map(|column| {
            let parts = matrix.cell(who, column);
            (!parts.is_empty()).then(|| format!("{column} {parts:?}"))
        });
        format!("{who:?}: {}", cells.collect::<Vec<_>>().join(", "))
    };
    matrix.rows.iter().map(row).collect()
}

#[test]
fn the_matrix_says_what_everyone_has_to_do_with_each_ask() {
    assert_eq!(
        rows(&letters()),
        [
            "Party(vale): letter/a1 [Makes(Ask)], reply/a3 [IsAsked]",
            "Party(marsh): letter/a1 [Answers(reply/a1)], reply/a1 [Makes(Commitment)], reply/a3 [Makes(Ask)]",
            "Party(board): letter/a2 [Makes(Ask)], letter/a3 [Makes(Ask)]",
            "Party(ports): letter/a1 [IsAsked], letter/a2 [IsAsked], reply/a2 [Makes(Action)]",
            "Everyone: letter/a2 [IsAsked]",
            "Unstated: letter/a3 [IsAsked]",
        ]
    );
}

/// Compared with the two briefs, and with the texts they are about, by hand.
#[test]
fn the_nca_briefs_give_their_matrix_their_unanswered_asks_and_their_points() {
    let library = support::library(["briefs/nca-bbc-digest.yaml", "briefs/nca-holyrood.yaml"]);
    assert_eq!(
        rows(&library),
        [
            "Party(jones): nca-holyrood/a4 [Makes(Ask)]",
            "Party(riggs): nca-bbc-digest/a2 [Makes(Ask)]",
            "Party(starmer): nca-bbc-digest/a4 [Makes(Commitment)]",
            "Party(nca): nca-bbc-digest/a1 [Makes(Ask)], nca-bbc-digest/a3 [Makes(Ask)], nca-holyrood/a1 [Makes(Ask)], \
             nca-holyrood/a2 [Makes(Ask)], nca-holyrood/a3 [Makes(Ask)], nca-holyrood/a5 [Makes(Action)], \
             nca-holyrood/a6 [Makes(Action)]",
            "Party(government): nca-bbc-digest/a5 [Makes(Action)]",
            "Party(tech-companies): nca-bbc-digest/a1 [IsAsked], nca-bbc-digest/a2 [IsAsked]",
            "Party(ofcom): nca-holyrood/a1 [IsAsked]",
            "Everyone: nca-holyrood/a4 [IsAsked]",
            "Unstated: nca-bbc-digest/a3 [IsAsked], nca-holyrood/a2 [IsAsked], nca-holyrood/a3 [IsAsked]",
        ]
    );
    let unanswered: Vec<_> = register(&library, today())
        .into_iter()
        .filter(RegisterRow::is_unanswered)
        .map(|row| row.anchor().to_string())
        .collect();
    assert_eq!(
        unanswered.join(" "),
        "nca-bbc-digest/a1 nca-bbc-digest/a2 nca-bbc-digest/a3 nca-holyrood/a1 nca-holyrood/a2 nca-holyrood/a3 \
         nca-holyrood/a4"
    );
    let points = Points::new(&library);
    let repeated: Vec<_> =
        points_of(&points).into_iter().filter(|point| point.contains(' ')).collect();
    assert_eq!(
        repeated,
        [
            "nca-bbc-digest/c1 nca-holyrood/c3",
            "nca-bbc-digest/c5 nca-holyrood/c2",
            "nca-bbc-digest/c9 nca-holyrood/c13",
            "nca-bbc-digest/c12 nca-holyrood/c11",
        ]
    );
    let qualified: Vec<_> = points
        .relations()
        .iter()
        .map(|link| format!("{} {} {}", link.from, link.relation, link.to))
        .collect();
    assert_eq!(
        qualified,
        [
            "nca-bbc-digest/c6 qualifies nca-holyrood/c9",
            "nca-holyrood/c10 qualifies nca-bbc-digest/c3"
        ]
    );
    assert!((0..points.all().len()).all(|index| points.independent(index) == 1));
}
