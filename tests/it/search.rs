//! Search over a library: what matches, in which order, what is highlighted and where that is.

use topline::brief::LineColumn;
use topline::library::Library;
use topline::library::search::{Hit, Query};

use crate::support::library::Folder;

const BOATS: &str = r#"summary: Small boats sail unlit.
topics: [boats]
top_lines: ["31 boats had no light [c1]."]
lines_to_take: [We light boats.]
background: |
  The first
  paragraph.

  Boats, as "ever" [q1, c1], drift.
gaps: [How many boats there are.]
marking: OFFICIAL
prepared_by: Boat desk
source: {title: Of boats, publisher: Boat News, author: B. Oat, based_on: A boat's log}
organisations: {board: Boat Board}
officials:
  vale: {name: Dana Vale, post: boat inspector, organisation: board, aka: [Dee, "Boats’ Vale"]}
quotes:
  q1: {form: partial, by: vale, exact: "a b\u00f6at – “adrift”", suffix: at sea, note: Boatswain's word}
claims:
  c1:
    text: Boats lack
      lights.
    by: vale
    evidence: q1
asks:
  a1: {kind: ask, by: vale, to: board, action: light boats, instrument: Boats Act, due: when boats sail, evidence: q1}
"#;

/// The library of this brief.
fn boats() -> Library {
    Folder::with(&[("b.yaml", BOATS)]).library()
}

/// Each hit as `brief kind item: path text, path text`, with the matches in braces.
fn hits(library: &Library, query: &str) -> Vec<String> {
    library.search(&Query::parse(query)).map(|hit| shown(&hit)).collect()
}

fn shown(hit: &Hit<'_>) -> String {
    let fields = hit.fields.iter().map(|field| {
        let mut text = field.text.to_string();
        for lit in field.lit.iter().rev() {
            text.insert(lit.end, '}');
            text.insert(lit.start, '{');
        }
        format!("{} {text}", field.path)
    });
    let item = hit.item.map_or("-", |item| item.as_str());
    format!(
        "{} {} {item}: {}",
        hit.entry.id,
        hit.kind.word(),
        fields.collect::<Vec<_>>().join(" | ")
    )
}

#[test]
fn finds_every_text_of_a_brief_quotes_claims_and_asks_first() {
    let library = boats();
    assert_eq!(library.entries()[0].problems, []);
    assert_eq!(
        hits(&library, "boat"),
        [
            "b quotes q1: quotes.q1.exact a {böat} – “adrift” | quotes.q1.note {Boat}swain's word",
            "b claims c1: claims.c1.text {Boat}s lack lights.",
            "b asks a1: asks.a1.action light {boat}s | asks.a1.instrument {Boat}s Act | asks.a1.due when {boat}s sail",
            "b top-lines -: top_lines.0 31 {boat}s had no light [c1].",
            "b lines-to-take -: lines_to_take.0 We light {boat}s.",
            "b summary -: summary Small {boat}s sail unlit.",
            "b background -: background {Boat}s, as \"ever\" [q1, c1], drift.",
            "b gaps -: gaps.0 How many {boat}s there are.",
            "b topics -: topics.0 {boat}s",
            "b officials vale: officials.vale.post {boat} inspector | officials.vale.aka.1 {Boat}s’ Vale",
            "b organisations board: organisations.board {Boat} Board",
            "b source -: source.title Of {boat}s | source.publisher {Boat} News | source.based_on A {boat}'s log",
            "b prepared-by -: prepared_by {Boat} desk",
        ]
    );
    assert_eq!(hits(&library, "official")[0], "b marking -: marking {OFFICIAL}");
    assert_eq!(hits(&library, "\"b. oat\""), ["b source -: source.author {B. Oat}"]);
}

#[test]
fn wants_every_word_somewhere_in_one_item() {
    let library = boats();
    assert_eq!(
        hits(&library, "act light"),
        ["b asks a1: asks.a1.action {light} boats | asks.a1.instrument Boats {Act}"]
    );
    assert_eq!(hits(&library, "lights -boats"), [""; 0]);
    assert_eq!(hits(&library, "adrift \"at sea\" -light").len(), 1);
    assert_eq!(hits(&library, "-boats"), [""; 0], "nothing is asked for");
}

#[test]
fn lights_words_that_overlap_as_one() {
    let library = boats();
    assert_eq!(
        hits(&library, "\"small bo\" boats unlit"),
        ["b summary -: summary {Small boats} sail {unlit}."]
    );
}

#[test]
fn is_blind_to_accents_and_marks_but_keeps_the_case_that_is_asked_for() {
    let library = boats();
    assert_eq!(
        hits(&library, "\"boat - \" \"adrift\""),
        ["b quotes q1: quotes.q1.exact a {böat –} “{adrift}”"]
    );
    assert_eq!(hits(&library, "Act"), ["b asks a1: asks.a1.instrument Boats {Act}"]);
    assert_eq!(hits(&library, "vale’s boats'"), [""; 0]);
    assert_eq!(hits(&library, "boats' vale in:officials").len(), 1);
}

#[test]
fn groups_by_brief_and_passes_over_broken_ones() {
    let other = BOATS.replace("Small boats", "Big boats");
    let folder = Folder::with(&[("a.yaml", "summary: ["), ("b.yaml", BOATS), ("c.yaml", &other)]);
    let library = folder.library();
    assert_eq!(
        hits(&library, "sail unlit"),
        [
            "b summary -: summary Small boats {sail} {unlit}.",
            "c summary -: summary Big boats {sail} {unlit}."
        ]
    );
}

#[test]
fn knows_where_in_the_file_each_match_is() {
    let library = boats();
    let entry = &library.entries()[0];
    for (query, expected) in [
        ("unlit", "1:27 unlit"),
        ("drift ever", "9:30 drift"),
        ("lights", "22:7 lights"),
        ("adrift", "18:56 adrift"),
        ("dee", "16:76 Dee"),
        ("boats’", "16:82 Boats’"),
    ] {
        let query = Query::parse(query);
        let mut hits = library.search(&query);
        let hit = hits.find(|hit| !hit.fields[0].lit.is_empty()).unwrap();
        let field = &hit.fields[0];
        let place = LineColumn::at(
            &entry.yaml,
            &field.path,
            &field.spot(field.lit.last().unwrap().clone()),
        );
        let text = &entry.yaml[place.bytes];
        let line = entry.yaml.lines().nth(place.line - 1).unwrap();
        let before: String = line.chars().take(place.column - 1).collect();
        assert!(line[before.len()..].starts_with(text));
        assert_eq!(format!("{}:{} {text}", place.line, place.column), expected);
    }
}
