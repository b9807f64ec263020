//! Search as its rules say it, text by text: what a [`Scan`] is compared with.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::context::{brief_texts, party_texts};
use super::narrowing::Condition;
use super::passages::{Passage, passages};
use super::{Belonging, PartyRole, Query, QueryField, Scan, TextKind, paragraph};
use crate::brief::Brief;
use crate::library::{Entry, Library, Origin, load};
use crate::text::{FoldedText, Needle, Text};

/// Words, with what folding makes equal and what it keeps apart.
const WORDS: &[&str] = &[
    "boat",
    "Boats",
    "böat",
    "light",
    "Stern light",
    "2 May",
    "12 May",
    "Act",
    "ACT",
    "Straße",
    "STRASSE",
    "“night”",
    "it’s",
    "İnver",
    "ﬁnd",
    "e\u{301}",
    "the",
    "Σίσυφος",
    "a – b",
];

/// What may be written in a query, beside the words.
const PARTS: &[&str] = &[
    "b",
    "A",
    "o",
    "boa",
    "strasse",
    "ACT",
    "\"stern li",
    "\"a - b\"",
    "2 may",
    "-light",
    "-The",
    "-\"stern light\"",
    "by:vale",
    "by:boat",
    "to:hale",
    "-to:hale",
    "to:everyone",
    "by:board",
    "topic:boat",
    "-topic:night",
    "since:2026-03",
    "until:2026-03",
    "-until:2026-06",
    "in:quotes",
    "in:source",
    "-in:claims",
    "in:text",
    "in:topics",
    "in:qotes",
    "boats",
    "night-light",
    "unstated",
];

/// The number of texts that a generated brief has.
const TEXTS: usize = 17;

/// Returns some words.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS), 1..4).prop_map(|words| words.join(" "))
}

/// Returns a query.
pub fn query() -> impl Strategy<Value = String> {
    let part = prop_oneof![select(PARTS), select(WORDS)];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.join(" "))
}

/// Returns a brief as the text of its file, and the text of its source; a few are broken.
pub fn brief() -> impl Strategy<Value = (String, String)> {
    let topics = subsequence(vec!["boats", "night-light", "harbour"], 0..3);
    let date = select(vec![None, Some("2026-02"), Some("2026-03-02"), Some("2 May 2026")]);
    let texts = prop::collection::vec(words(), TEXTS);
    let source = prop::collection::vec(words(), 1..4).prop_map(|lines| lines.join("\n"));
    (texts, topics, date, source, 0..9).prop_map(|(texts, topics, date, source, luck)| {
        let yaml = if luck == 0 {
            format!("{{\"summary\": {}, \"qoutes\": 1}}", json!(texts[0]))
        } else {
            yaml(&texts, &topics, date).to_string()
        };
        (yaml, source)
    })
}

fn yaml(texts: &[String], topics: &[&str], date: Option<&str>) -> Value {
    let mut texts = texts.iter();
    let mut text = || texts.next().cloned().unwrap_or_default();
    let mut brief = json!({
        "summary": text(),
        "topics": topics,
        "top_lines": [text(), text()],
        "background": format!("{}\n\n{}", text(), text()),
        "gaps": [text()],
        "marking": text(),
        "source": {"title": text(), "publisher": text(), "text": "source.txt"},
        "organisations": {"board": text()},
        "officials": {
            "vale": {"name": text(), "post": text(), "organisation": "board", "aka": [text()]},
            "hale": {"name": text()},
        },
        "quotes": {
            "q1": {"form": "reported", "by": "vale", "to": "hale", "gist": text(), "paragraph": 1},
        },
        "claims": {"c1": {"text": text(), "by": "vale", "evidence": "q1"}},
        "asks": {
            "a1": {"kind": "ask", "by": "board", "to": ["hale", "everyone"], "action": text(), "evidence": "q1"},
        },
    });
    if let Some(date) = date {
        brief["source"]["issued"] = json!(date);
    }
    brief
}

/// Loads a brief of this name from `folder`, where it is written, with its source's text.
pub fn write_and_load(folder: &Path, name: &str, (yaml, text): &(String, String)) -> Entry {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("source.txt"), text).unwrap();
    let path = folder.join(name).with_extension("yaml");
    fs::write(&path, yaml).unwrap();
    load(&Origin::File(path), &[])
}

/// Returns the numbers of the passages of `entry` that match and those of the paragraphs of its source, as
/// [`Library::search`] defines it.
pub fn fitting(entry: &Entry, query: &Query) -> (Vec<usize>, Vec<usize>) {
    let in_brief = |needle: &Needle| any_has(&brief_texts(entry), needle);
    let passages: Vec<Passage<'_>> = passages(entry).collect();
    let has_topics = passages.iter().any(|passage| {
        passage.kind == TextKind::Topics && query.fits(|needle| has(passage, needle))
    });
    let fits = |passage: &Passage<'_>| {
        let is_its_own = |needle: &Needle| {
            let mut parties = passage.parties.iter();
            has(passage, needle) || parties.any(|(_, party)| is_called(entry, party, needle))
        };
        let stands_for_brief = match passage.kind {
            TextKind::Source => true,
            TextKind::Problems => passage.nth == 0,
            _ => false,
        };
        let is_about_it = query.asks_for_items()
            || query.wanted().iter().any(is_its_own)
            || (stands_for_brief && !has_topics);
        !query.is_empty()
            && query.wanted().iter().all(|needle| is_its_own(needle) || in_brief(needle))
            && !query.unwanted().iter().any(|needle| has(passage, needle))
            && is_about_it
            && admits(entry, query, passage.kind, &passage.parties)
    };
    let numbered = passages.iter().enumerate();
    let passages = numbered.filter(|(_, one)| fits(one)).map(|(number, _)| number).collect();
    (passages, fitting_paragraphs(entry, query))
}

fn fitting_paragraphs(entry: &Entry, query: &Query) -> Vec<usize> {
    let Some(text) = entry.text() else { return Vec::new() };
    let in_brief = |needle: &Needle| any_has(&brief_texts(entry), needle);
    let fits = |index: &usize| {
        let paragraph = FoldedText::new(&paragraph(text, *index).unwrap());
        let has = |needle: &Needle| paragraph.contains(needle);
        query.wanted().iter().all(|needle| in_brief(needle) || has(needle))
            && !query.unwanted().iter().any(has)
            && (query.wanted().iter().any(has) || query.asks_for_items())
            && admits(entry, query, TextKind::Text, &[])
    };
    (0..text.paragraphs().len()).filter(fits).collect()
}

fn admits(entry: &Entry, query: &Query, kind: TextKind, parties: &[(PartyRole, &str)]) -> bool {
    query.narrowings().iter().all(|narrowing| {
        let brief = entry.brief.as_deref();
        let meets = match narrowing.condition() {
            Condition::Words(needle) if narrowing.field == QueryField::Topic => {
                let mut topics = brief.iter().flat_map(|brief| &brief.topics);
                topics.any(|topic| FoldedText::new(&Text::new(topic)).contains(needle))
            }
            Condition::Words(needle) => parties.iter().any(|(role, party)| {
                role.is_narrowed_by(narrowing.field) && is_called(entry, party, needle)
            }),
            Condition::Date(limit) => {
                let date = brief.and_then(Brief::date);
                date.is_some_and(|date| match narrowing.field {
                    QueryField::Until => date.first_day() <= limit.last_day(),
                    _ => date.last_day() >= limit.first_day(),
                })
            }
            Condition::Parts(kinds) => kinds.contains(&kind),
            Condition::Unknown => false,
        };
        meets != narrowing.excludes
    })
}

fn has(passage: &Passage<'_>, needle: &Needle) -> bool {
    passage.fields.iter().any(|field| FoldedText::new(&field.text).contains(needle))
}

fn is_called(entry: &Entry, party: &str, needle: &Needle) -> bool {
    entry.brief.as_ref().is_some_and(|brief| any_has(&party_texts(brief, party, ""), needle))
}

fn any_has(texts: &[Belonging], needle: &Needle) -> bool {
    texts.iter().any(|text| FoldedText::new(&text.text).contains(needle))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_scan_finds_what_the_rules_say(
        briefs in prop::collection::vec(brief(), 1..5),
        queries in prop::collection::vec(query(), 20),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let entries = briefs.iter().enumerate();
        let library = Library::new(entries
            .map(|(number, brief)| write_and_load(folder.path(), &format!("b{number}"), brief))
            .collect());
        for raw in queries {
            let query = Query::parse(&raw);
            let scan = Scan::new(&query);
            let (mut count_in_briefs, mut paragraphs) = (0, Vec::new());
            for entry in library.entries() {
                let expected = fitting(entry, &query);
                let found = scan.fitting(entry);
                let numbers = |in_source| -> Vec<usize> {
                    found.iter().flat_map(|found| found.numbers(in_source)).collect()
                };
                prop_assert_eq!(&(numbers(false), numbers(true)), &expected, "{}", raw);
                for in_source in [false, true] {
                    let count = found.as_ref().map_or(0, |found| found.count(in_source));
                    prop_assert_eq!(count, numbers(in_source).len());
                }
                count_in_briefs += expected.0.len();
                paragraphs.extend(expected.1);
            }
            // The hits are in the order of the library, those in sources last.
            let (in_sources, in_briefs): (Vec<_>, Vec<_>) =
                library.search(&query).partition(|hit| hit.kind == TextKind::Text);
            prop_assert_eq!(in_briefs.len(), count_in_briefs);
            prop_assert!(in_sources.iter().map(|hit| hit.nth).eq(paragraphs));
        }
    }
}

#[test]
fn generated_briefs_are_sound_and_their_items_are_found_by_their_ids() {
    let texts = vec!["Boats lack light.".to_owned(); TEXTS];
    let folder = tempfile::tempdir().unwrap();
    let brief = (yaml(&texts, &["boats"], Some("2026-03-02")).to_string(), "Boats.".to_owned());
    let entry = write_and_load(folder.path(), "b", &brief);
    assert!(entry.brief.is_some(), "{:?}", entry.problems);
    for (number, passage) in passages(&entry).enumerate() {
        if let Some(item) = passage.item {
            assert_eq!(entry.passage_of(item), Some(number));
        }
    }
}

#[test]
fn many_briefs_are_searched_on_all_cores_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let texts = vec!["Boats".to_owned(); TEXTS];
    let entry = |title: &str| {
        let mut brief = yaml(&texts, &[], None);
        brief["gaps"] = json!([title]);
        write_and_load(folder.path(), title, &(brief.to_string(), String::new()))
    };
    let (one, other) = (entry("pier"), entry("mole"));
    let entries = (0..1_000).map(|number| (if number % 3 == 0 { &one } else { &other }, None));
    let query = Query::parse("pier in:gaps");
    let found = Scan::new(&query).fitting_in_each(&entries.collect::<Vec<_>>());
    let mut numbered = found.iter().enumerate();
    assert!(numbered.all(|(number, fitting)| fitting.is_some() == (number % 3 == 0)));
    assert_eq!(found.len(), 1_000);
}
