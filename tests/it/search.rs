//! Search over a library: what matches, in which order, what is highlighted and where that is.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use topline::brief::{Addressee, Brief, Id, LineColumn};
use topline::library::search::{Hit, Query};
use topline::library::{Changes, Library};
use topline::page::{self, Extent};

use crate::support::library::{Folder, library};

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
            entry.yaml(),
            &field.path,
            &field.spot(field.lit.last().unwrap().clone()),
        );
        let text = &entry.yaml()[place.bytes];
        let line = entry.yaml().lines().nth(place.line - 1).unwrap();
        let before: String = line.chars().take(place.column - 1).collect();
        assert!(line[before.len()..].starts_with(text));
        assert_eq!(format!("{}:{} {text}", place.line, place.column), expected);
    }
}

const HARBOUR: &str = r"summary: Piers need rails.
topics: [harbours, pier-safety]
source:
  title: Minister answers on piers
  publisher: Harbour Gazette
  issued: 2026-01-02
  text: harbour.txt
organisations: {inver: Inver Council, gazette: Harbour Gazette}
officials:
  hale: {name: Morag Hale, honorific: Dame, post: Minister for Piers, organisation: inver, aka: [M. Hale]}
quotes:
  q1: {form: direct, by: hale, exact: Rails will be fitted at Inverlee.}
  q2: {form: reported, by: gazette, to: hale, gist: asks when work begins, paragraph: 2}
claims:
  c1: {text: Rails are coming., by: hale, evidence: q1}
asks:
  a1: {kind: ask, by: gazette, to: [hale, everyone], action: say when work begins, evidence: q2}
";

const HARBOUR_TEXT: &str = "Dame Morag Hale said: \"Rails will be fitted at Inverlee.\"\n\
    The Gazette had asked when work begins. The lamp on the north mole is dark.\n";

/// The library of both briefs, and of a broken one.
fn harbour() -> Library {
    Folder::with(&[
        ("b.yaml", BOATS),
        ("night.yaml", "summary: Night.\nsource: {title: T, publisher: P}\nqoutes: {}\n"),
        ("report-1000.yaml", HARBOUR),
        ("harbour.txt", HARBOUR_TEXT),
    ])
    .library()
}

/// The labels of the hits, with their briefs.
fn labels(query: &str) -> Vec<String> {
    let library = harbour();
    let query = Query::parse(query);
    library.search(&query).map(|hit| format!("{} {}", hit.entry.id, hit.label())).collect()
}

#[test]
fn words_may_match_what_an_item_belongs_to() {
    let all_of_hers = ["quote q1", "quote q2", "claim c1", "ask a1", "official hale"];
    let all_of_hers = all_of_hers.map(|label| format!("report-1000 {label}"));
    assert_eq!(labels("hale")[..5], all_of_hers, "by her or to her, and then the source");
    assert_eq!(labels("hale inverl"), ["report-1000 quote q1", "report-1000 in the source ¶1"]);
    assert_eq!(labels("minister rails coming"), ["report-1000 claim c1"], "her post");
    assert_eq!(labels("\"inver council\" coming"), ["report-1000 claim c1"], "her body");
    assert_eq!(labels("\"dame morag\" coming"), ["report-1000 claim c1"], "with the honorific");
    assert_eq!(labels("gazette coming"), ["report-1000 claim c1"], "the publisher");
    assert_eq!(labels("pier-safety coming"), ["report-1000 claim c1"], "a topic");
    assert_eq!(labels("answers coming"), ["report-1000 claim c1"], "the title");
}

#[test]
fn words_of_a_brief_alone_find_the_brief() {
    for query in
        ["report-1000", "2 january", "2 jan 2026", "january 2026", "2026-01", "report 2 jan"]
    {
        assert_eq!(labels(query), ["report-1000 source"], "{query}");
    }
    assert_eq!(labels("12 january"), [""; 0]);
    assert_eq!(labels("pier-safety"), ["report-1000 topic"]);
}

#[test]
fn fields_narrow_the_search() {
    let of_gazette = ["report-1000 quote q2", "report-1000 ask a1"];
    assert_eq!(labels("by:gazette"), of_gazette);
    assert_eq!(labels("by:hale"), ["report-1000 quote q1", "report-1000 claim c1"]);
    assert_eq!(labels("by:\"Morag Hale\" coming"), ["report-1000 claim c1"]);
    assert_eq!(labels("to:hale"), of_gazette);
    assert_eq!(labels("to:everyone"), ["report-1000 ask a1"]);
    assert_eq!(labels("rails topic:harbour -in:text"), labels("rails -in:text"));
    assert_eq!(labels("rails topic:boats"), [""; 0]);
    assert_eq!(labels("in:claims"), ["b claim c1", "report-1000 claim c1"]);
    assert_eq!(labels("in:claim since:2026"), ["report-1000 claim c1"], "undated ones do not");
    assert_eq!(labels("in:claims since:2026-01-03"), [""; 0]);
    assert_eq!(labels("in:claims until:2026-01"), ["report-1000 claim c1"]);
    assert_eq!(labels("in:claims until:\"1 January 2026\""), [""; 0]);
    assert_eq!(labels("in:claims -by:hale"), ["b claim c1"]);
    assert_eq!(labels("in:qotes rails"), [""; 0]);
}

#[test]
fn what_is_unknown_after_a_field_gets_the_nearest_name() {
    let unknown = |query: &str| {
        let unknown = harbour().unknown_in(&Query::parse(query));
        unknown.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(unknown("by:hael"), ["no brief names `hael`; did you mean `by:hale`?"]);
    assert_eq!(unknown("-to:mroag"), ["no brief names `mroag`; did you mean `to:morag`?"]);
    assert_eq!(
        unknown("in:qotes"),
        ["no part of a brief is called `qotes`; did you mean `in:quotes`?"]
    );
    assert_eq!(
        unknown("topic:harbors"),
        ["no brief has the topic `harbors`; did you mean `topic:harbours`?"]
    );
    assert_eq!(unknown("since:soon"), ["`since:` takes a date such as 2026-03, not `soon`"]);
    assert_eq!(unknown("by:hale to:everyone topic:boats in:text until:2026 10:30"), [""; 0]);
}

#[test]
fn the_texts_of_the_sources_come_last() {
    assert_eq!(labels("lamp mole"), ["report-1000 in the source ¶2"]);
    assert_eq!(labels("\"north mole\" report-1000"), ["report-1000 in the source ¶2"]);
    assert_eq!(labels("mole -lamp"), [""; 0]);
    assert_eq!(labels("Mole"), [""; 0], "case counts");
    assert_eq!(labels("in:text by:hale"), [""; 0], "nobody is named as its speaker");
    assert_eq!(labels("in:source lamp mole"), ["report-1000 in the source ¶2"]);
    let rails = labels("rails");
    assert_eq!(rails.last().unwrap(), "report-1000 in the source ¶1");
    assert_eq!(rails[0], "report-1000 quote q1");
}

#[test]
fn broken_briefs_and_their_problems_are_found() {
    assert_eq!(labels("qoutes"), ["night problem"]);
    assert_eq!(labels("night"), ["night problem"], "by its id");
    assert_eq!(labels("in:problems night"), ["night problem"]);
}

#[test]
fn says_which_of_the_words_are_in_what_an_item_belongs_to() {
    let library = harbour();
    let belongs_to = |query: &str| {
        let query = Query::parse(query);
        let hit = library.search(&query).next().unwrap();
        let lit = hit.belongs_to.iter().map(|belonging| {
            let lit = belonging.lit.iter().map(|range| &belonging.text[range.clone()]);
            format!("{}: {}", belonging.label, lit.collect::<Vec<_>>().join(" "))
        });
        lit.collect::<Vec<_>>()
    };
    assert_eq!(belongs_to("inverlee"), [""; 0]);
    assert_eq!(belongs_to("inverlee dame gazette"), ["by: Dame", "publisher: Gazette"]);
    assert_eq!(belongs_to("by:morag inverlee"), ["by: Morag"]);
    assert_eq!(belongs_to("2 jan 2026"), ["date: 2 Jan 2026"]);
}

/// The briefs whose texts have been folded.
fn folded(library: &Library) -> Vec<&str> {
    let entries = library.entries().iter().filter(|entry| entry.is_folded());
    entries.map(|entry| entry.id.as_str()).collect()
}

#[test]
fn texts_are_folded_for_a_search_and_for_nothing_else() {
    let library = harbour();
    page::compose(&library, &Extent::default());
    assert_eq!(library.topics().len(), 3);
    assert_eq!(folded(&library), [""; 0]);
    assert_eq!(library.search(&Query::parse("topic:nowhere")).count(), 0);
    assert_eq!(folded(&library).len(), library.entries().len());
}

#[test]
fn only_a_brief_that_has_changed_is_folded_again() {
    let folder = Folder::with(&[("a.yaml", BOATS), ("b.yaml", BOATS), ("c.yaml", BOATS)]);
    let mut library = folder.library();
    assert_eq!(library.search(&Query::parse("drifting in:summary")).count(), 0);
    let origins = library.entries().iter().map(|entry| entry.origin.clone()).collect();
    folder.write("b.yaml", BOATS.replace("Small boats", "Drifting boats"));
    library.update(Changes { origins, entries: vec![folder.entry("b.yaml")] });
    assert_eq!(folded(&library), ["a", "c"]);
    assert_eq!(hits(&library, "drifting in:summary").len(), 1);
}

/// An item of a brief: the texts of its own, and those that it belongs to.
struct Texts {
    item: Id,
    part: &'static str,
    own: Vec<String>,
    belongs_to: Vec<String>,
}

fn texts(brief: &Brief) -> Vec<Texts> {
    let named = |parties: Vec<&Id>| -> Vec<String> {
        let mut named = vec![brief.source.title.to_string(), brief.id.to_string()];
        named.extend(brief.source.publisher.iter().map(ToString::to_string));
        named.extend(brief.topics.iter().map(ToString::to_string));
        named.extend(brief.date().iter().flat_map(|date| [date.to_string(), date.iso()]));
        for party in parties {
            named
                .extend([party.to_string(), brief.party(party).unwrap().styled_name().to_string()]);
            if let Some(official) = brief.officials.get(party) {
                named.extend(official.post.iter().chain(&official.aka).map(ToString::to_string));
                let body = official.organisation.as_ref();
                named.extend(body.map(|id| brief.organisations[id].name.to_string()));
            }
        }
        named
    };
    let quotes = brief.quotes.iter().map(|quote| Texts {
        item: quote.id.clone(),
        part: "quotes",
        own: vec![quote.words.text().to_string()],
        belongs_to: named(quote.by.parties().iter().chain(&quote.to).collect()),
    });
    let claims = brief.claims.iter().map(|claim| Texts {
        item: claim.id.clone(),
        part: "claims",
        own: vec![claim.text.to_string()],
        belongs_to: named(claim.by.party().into_iter().collect()),
    });
    let asks = brief.asks.iter().map(|ask| Texts {
        item: ask.id.clone(),
        part: "asks",
        own: vec![ask.action.to_string()],
        belongs_to: named(
            std::iter::once(&ask.by).chain(ask.to.iter().filter_map(Addressee::party)).collect(),
        ),
    });
    quotes.chain(claims).chain(asks).collect()
}

proptest! {
    #[test]
    fn every_item_is_found_by_its_words_and_by_those_of_what_it_belongs_to(
        brief: Index, item: Index, own: Index, other: Index, folded: bool,
    ) {
        static LIBRARY: LazyLock<Library> =
            LazyLock::new(|| library(["briefs", "tests/it/reader"]));
        let library = &*LIBRARY;
        let briefs: Vec<&Brief> = library.briefs().collect();
        let brief = brief.get(&briefs);
        let texts = texts(brief);
        let Texts { item, part, own: own_texts, belongs_to } = item.get(&texts);
        let word = |texts: &[String], index: Index| {
            let words: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
            let word = index.get(&words).replace(['"', '“', '”'], "");
            format!("\"{}\"", if folded { word.to_lowercase() } else { word })
        };
        let (own, other) = (word(own_texts, own), word(belongs_to, other));
        let finds = |query: &str| {
            let query = Query::parse(query);
            library.search(&query).any(|hit| hit.entry.id == brief.id && hit.item == Some(item))
        };
        prop_assume!(!Query::parse(&own).is_empty() && !Query::parse(&other).is_empty());
        prop_assert!(finds(&own), "{}/{item} by {own}", brief.id);
        prop_assert!(finds(&format!("{own} {other}")), "{}/{item} by {own} {other}", brief.id);
        prop_assert!(finds(&format!("{other} in:{part}")), "{}/{item} by {other}", brief.id);
        let query = Query::parse(&other);
        prop_assert!(
            library.search(&query).any(|hit| hit.entry.id == brief.id),
            "{} by {other}",
            brief.id
        );
    }
}
