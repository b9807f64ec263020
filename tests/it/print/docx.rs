//! The printed brief as a Word file, its archive opened and its XML parsed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};
use topline::commands::print::{self, PrintFormat, PrintSettings};
use topline::library::Library;
use topline::page::{Citations, Document, Pack};
use zip::{DateTime, ZipArchive};

use super::formats::{HOSTILE, assert_says, document, hostile, on_paper, plainest, whole};
use super::support::{any_brief, at, full};
use crate::support::library::{library, library_of, sound};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What paper has and Word sets without signs, with the brackets around citations.
const LAYOUT: &str = "-=:.,[]0123456789";

fn bytes(library: &Library, pack: Option<Pack>) -> Vec<u8> {
    let mut out = Vec::new();
    let settings = PrintSettings { format: PrintFormat::Docx, pack, ..at(72) };
    print::write(library, &settings, &mut out).unwrap();
    out
}

/// The files of an archive, by name.
type Files = BTreeMap<String, String>;

fn read(library: &Library) -> Files {
    open(bytes(library, None))
}

fn open(bytes: Vec<u8>) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names[0], "[Content_Types].xml");
    let mut file = |name: &String| {
        let mut file = archive.by_name(name).unwrap();
        assert_eq!(file.last_modified(), Some(DateTime::default()));
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (name.clone(), text)
    };
    names.iter().map(&mut file).collect()
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

fn value<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    node.attribute((W, "val"))
}

fn all<'a, 'i>(xml: &'a Xml<'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    xml.descendants().filter(move |node| is(node, name))
}

/// The text of the runs in a node.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| is(node, "t")).filter_map(|node| node.text()).collect()
}

/// What the footnote of each number is the citation of.
fn citations(files: &Files, document: &Document) -> BTreeMap<String, String> {
    let xml = Xml::parse(&files["word/footnotes.xml"]).unwrap();
    let citation = |footnote: Node<'_, '_>| {
        let said = text(footnote);
        let mut names = document.notes.iter().filter(|(_, note)| {
            let place: String = note.place.iter().map(|span| span.text.as_str()).collect();
            let full: String = note.in_full().iter().map(|span| span.text.as_str()).collect();
            [place, full].iter().any(|text| fits(text, said.trim_start()))
        });
        let (name, _) =
            names.next_back().unwrap_or_else(|| panic!("no citation has the note {said}"));
        (footnote.attribute((W, "id")).unwrap().to_owned(), name.to_string())
    };
    all(&xml, "footnote").filter(|note| !note.has_attribute((W, "type"))).map(citation).collect()
}

/// Whether `said` is `text`, with what XML may not hold replaced.
fn fits(text: &str, said: &str) -> bool {
    text.chars().zip(said.chars()).all(|(a, b)| a == b || b == '\u{fffd}' || b == ' ')
        && text.chars().count() == said.chars().count()
}

/// What the body says, with citations where the marks of footnotes are; no matrix, nor the names of
/// the columns of asks.
fn said(files: &Files, document: &Document) -> String {
    let citations = citations(files, document);
    let xml = Xml::parse(&files["word/document.xml"]).unwrap();
    let is_hidden = |node: &Node<'_, '_>| {
        node.ancestors().any(|outer| {
            is(&outer, "tbl") && text(outer).starts_with("Who")
                || is(&outer, "p") && text(outer) == "WHO IS INVOLVED IN WHICH ASK"
                || is(&outer, "tr") && text(outer) == "ItemWhoWhat"
        })
    };
    let is_mark = |node: &Node<'_, '_>| {
        let style = node.parent().and_then(|run| run.descendants().find(|node| is(node, "rStyle")));
        style.is_some_and(|style| value(&style) == Some("FootnoteReference"))
    };
    let part = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" if !is_mark(&node) => node.text().map(str::to_owned),
        "footnoteReference" => Some(citations[node.attribute((W, "id")).unwrap()].clone()),
        "instrText" => {
            let number = node.text()?.trim().strip_prefix("NOTEREF _Footnote")?;
            Some(citations[number.split_once(' ')?.0].clone())
        }
        _ => None,
    };
    xml.descendants().filter(|node| !is_hidden(node)).filter_map(part).collect()
}

/// Checks everything that holds for every file.
#[track_caller]
fn assert_sound(files: &Files) {
    let xml =
        |name: &str| Xml::parse(&files[name]).unwrap_or_else(|error| panic!("{name}: {error}"));
    let types = xml("[Content_Types].xml");
    let declared: BTreeSet<String> = types
        .descendants()
        .filter_map(|node| node.attribute("PartName"))
        .map(|name| name[1..].to_owned())
        .collect();
    let held: BTreeSet<String> = files
        .keys()
        .filter(|name| !name.contains("_rels/") && !name.starts_with('['))
        .cloned()
        .collect();
    assert_eq!(declared, held);
    let styles = xml("word/styles.xml");
    let styles: BTreeSet<&str> =
        all(&styles, "style").filter_map(|style| style.attribute((W, "styleId"))).collect();
    for name in files.keys() {
        let part = xml(name);
        for node in part.descendants() {
            if matches!(
                node.tag_name().name(),
                "pStyle" | "rStyle" | "tblStyle" | "basedOn" | "next"
            ) {
                assert!(
                    styles.contains(value(&node).unwrap()),
                    "{name} has an unknown style: {node:?}"
                );
            }
            if is(&node, "t") || is(&node, "instrText") {
                assert!(!node.text().unwrap_or_default().contains(['\n', '\t']), "{name}");
            }
            if is(&node, "tc") {
                assert!(node.last_element_child().is_some_and(|last| is(&last, "p")), "{name}");
            }
        }
        assert_related(files, name, &part);
    }
    assert_footnotes(&xml("word/document.xml"), &xml("word/footnotes.xml"));
    let lists = xml("word/numbering.xml");
    let lists: BTreeSet<&str> =
        all(&lists, "num").filter_map(|list| list.attribute((W, "numId"))).collect();
    let body = xml("word/document.xml");
    assert!(all(&body, "numId").filter_map(|list| value(&list)).all(|list| lists.contains(list)));
}

/// Checks that a part leads only to files of the archive and to web addresses.
#[track_caller]
fn assert_related(files: &Files, name: &str, part: &Xml<'_>) {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let related = files.get(format!("{folder}/_rels/{file}.rels").trim_start_matches('/'));
    let related = related.map(|xml| Xml::parse(xml).unwrap());
    let mut ids = BTreeSet::new();
    for relation in related
        .iter()
        .flat_map(Xml::descendants)
        .filter(|node| node.has_tag_name("Relationship") || node.attribute("Target").is_some())
    {
        let target = relation.attribute("Target").unwrap();
        assert!(ids.insert(relation.attribute("Id").unwrap()), "{name}: two relations of one id");
        match relation.attribute("TargetMode") {
            Some("External") => assert!(
                target.starts_with("http")
                    && target.is_ascii()
                    && !target.contains([' ', '"', '<', '>']),
                "{target}"
            ),
            _ => assert!(files.contains_key(&format!("{folder}/{target}")), "{name}: {target}"),
        }
    }
    let used = part.descendants().filter_map(|node| node.attribute((R, "id")));
    for id in used {
        assert!(ids.contains(id), "{name} has no relation {id}");
    }
}

/// Checks that every footnote has one mark, in order, and every other mark leads to one.
#[track_caller]
fn assert_footnotes(body: &Xml<'_>, footnotes: &Xml<'_>) {
    let id = |node: Node<'_, '_>| node.attribute((W, "id")).map(str::to_owned);
    let marks: Vec<String> = all(body, "footnoteReference").filter_map(id).collect();
    let held: Vec<String> = all(footnotes, "footnote").filter_map(id).skip(2).collect();
    assert_eq!(marks, held);
    assert_eq!(held, (1..=held.len()).map(|number| number.to_string()).collect::<Vec<_>>());
    let bookmarks: BTreeSet<&str> =
        all(body, "bookmarkStart").filter_map(|node| node.attribute((W, "name"))).collect();
    for code in all(body, "instrText").filter_map(|node| node.text()) {
        let bookmark = code.split(' ').nth(2).unwrap();
        assert!(bookmarks.contains(bookmark), "{code}");
    }
}

#[track_caller]
fn assert_reads(library: &Library) {
    assert_file(&read(library), document(library, None));
}

#[track_caller]
fn assert_file(files: &Files, document: Document) {
    assert_sound(files);
    let said = said(files, &document);
    assert_says(&said, &on_paper(&plainest(document)), LAYOUT);
}

#[test]
fn a_pack_says_what_the_plain_pack_says_and_finds_the_pages_of_its_parts() {
    let library = full();
    let files = open(bytes(&library, Some(whole())));
    assert_file(&files, document(&library, Some(&whole())));
    let body = Xml::parse(&files["word/document.xml"]).unwrap();
    let codes = all(&body, "instrText").filter_map(|code| code.text());
    let pages: Vec<&str> = codes.filter(|code| code.starts_with(" PAGEREF")).collect();
    assert_eq!(pages[..2], [" PAGEREF _Part2 \\h ", " PAGEREF _Part3 \\h "]);
    let header = Xml::parse(&files["word/header3.xml"]).unwrap();
    assert!(text(header.root()).starts_with("Boats & <crews>"));
}

#[test]
fn says_what_the_plain_page_says_in_its_order() {
    for library in [library(["briefs"]), full(), sound(library(["tests/it/print/across"]))] {
        assert_reads(&library);
    }
}

#[test]
fn a_part_names_a_source_in_full_once_and_has_one_footnote_for_each_paragraph() {
    let files = read(&library(["briefs/ferry-lights.yaml"]));
    let xml = Xml::parse(&files["word/footnotes.xml"]).unwrap();
    let footnotes: Vec<String> = all(&xml, "footnote").map(text).skip(2).collect();
    assert_eq!(footnotes[0], footnotes[4]);
    assert_eq!(
        footnotes[..4],
        [
            " Source A, paragraph 3: Board warns on unlit ferries, Tidewater Safety Board, statement, 9 February \
             2026, https://example.org/tsb/unlit-ferries",
            " Source A, paragraph 4",
            " Source A, paragraph 5",
            " Source A, paragraph 6",
        ]
    );
    let body = Xml::parse(&files["word/document.xml"]).unwrap();
    let first = all(&body, "p").find(|paragraph| text(*paragraph).starts_with("31 of 84")).unwrap();
    assert_eq!(text(first), "31 of 84 boats inspected had no working stern light., ");
}

#[test]
fn citations_are_in_the_text_if_asked_for() {
    let mut out = Vec::new();
    let settings =
        PrintSettings { format: PrintFormat::Docx, citations: Citations::Inline, ..at(72) };
    print::write(&library(["briefs/ferry-lights.yaml"]), &settings, &mut out).unwrap();
    let files = open(out);
    assert_sound(&files);
    let body = Xml::parse(&files["word/document.xml"]).unwrap();
    assert_eq!(all(&body, "footnoteReference").count(), 0);
    assert!(text(body.root()).contains("had no working stern light. [A3, A4]"));
}

#[test]
fn every_kind_of_text_has_its_style() {
    let files = read(&full());
    let body = Xml::parse(&files["word/document.xml"]).unwrap();
    let styled = |style: &str| -> Vec<String> {
        let has_style = |paragraph: &Node<'_, '_>| {
            let style_of = paragraph.descendants().find(|node| is(node, "pStyle"));
            style_of.is_some_and(|of| value(&of) == Some(style))
        };
        all(&body, "p").filter(has_style).map(text).collect()
    };
    assert_eq!(styled("Subtitle"), ["BRIEF A", "ANNEX A", "BRIEF B", "ANNEX B", "CROSS-SOURCE"]);
    assert_eq!(styled("Title")[1..3], ["Short crews", "Reply on crews"]);
    assert_eq!(styled("Heading1")[..3], ["SUMMARY", "TOP LINES", "LINES TO TAKE"]);
    assert!(
        styled("Heading2").contains(&"Dr Mara Holt, inspector of crews, Crew Board".to_owned())
    );
    assert!(styled("ListNumber")[0].starts_with("Every third crew is short of a hand."));
    assert_eq!(styled("ListBullet")[0], "We are reading the report.");
    assert!(styled("Quote")[0].starts_with("“One crew in three"), "{:?}", styled("Quote"));
    assert!(styled("Statement").contains(&"Not quoted in this source.".to_owned()));
    for table in all(&body, "tbl") {
        let head = table.descendants().find(|node| is(node, "tr")).unwrap();
        assert!(head.descendants().any(|node| is(&node, "tblHeader")));
    }
}

#[test]
fn each_part_has_its_marking_and_the_number_of_the_page() {
    let files = read(&full());
    // The second brief has no marking.
    for part in [0, 1, 4] {
        for kind in ["first", "header"] {
            let xml = Xml::parse(&files[&format!("word/{kind}{part}.xml")]).unwrap();
            let said = text(xml.root());
            assert!(said.contains("FOR OFFICIAL USE") && said.contains("page 1 of 1"), "{said}");
            let codes: Vec<&str> = all(&xml, "instrText").filter_map(|node| node.text()).collect();
            assert_eq!(codes, [" PAGE ", " NUMPAGES "]);
        }
        let footer = Xml::parse(&files[&format!("word/footer{part}.xml")]).unwrap();
        assert_eq!(text(footer.root()), "FOR OFFICIAL USE");
    }
    assert!(!files["word/header2.xml"].contains("OFFICIAL"));
    let body = Xml::parse(&files["word/document.xml"]).unwrap();
    assert_eq!(all(&body, "sectPr").count(), 5);
}

#[test]
fn properties_name_the_title_and_who_prepared_it_and_no_date() {
    let files = read(&full());
    let properties = &files["docProps/core.xml"];
    for said in ["<dc:title>Short crews<", "<dc:creator>Ferries team<", "<dc:language>en-GB<"] {
        assert!(properties.contains(said), "{properties}");
    }
    assert!(!properties.contains("dcterms"), "{properties}");
}

#[test]
fn hostile_text_stays_text() {
    for text in HOSTILE {
        assert_reads(&hostile(text));
    }
}

#[test]
fn a_place_that_is_still_to_be_filled_in_has_a_footnote_too() {
    let yaml = "summary: Boats sail.\nsource: {title: Boats, publisher: unknown}\n\
        quotes:\n  q1: {form: passage, by: source, gist: Boats sail}\n  \
          q2: {form: passage, by: source, gist: Boats sink, at: FILL IN}\n\
        claims: {c1: {text: Boats sail and sink, by: source, evidence: [q1, q2]}}\n";
    let library = library_of(&[("draft", yaml, None)]);
    assert_reads(&library);
    let pack = open(bytes(&library, Some(whole())));
    assert_file(&pack, document(&library, Some(&whole())));
    for files in [read(&library), pack] {
        let body = &files["word/document.xml"];
        assert!(!body.contains("[A ("), "{body}");
    }
}

#[test]
fn a_file_is_the_same_bytes_every_time() {
    let library = library(["briefs"]);
    assert!(bytes(&library, None) == bytes(&library, None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_brief_reads_as_what_it_says(yaml in any_brief()) {
        assert_reads(&library_of(&[("any", &yaml, None)]));
    }
}
