//! The printed brief as HTML, read by a parser of browsers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};
use topline::commands::print::{self, PrintFormat, PrintSettings};
use topline::library::Library;
use topline::page::{self, Block, Document, DocumentPart, Extent, Role, Section, Span};

use super::formats::{HOSTILE, assert_says, document, hostile, on_paper, plainest, whole};
use super::support::{any_brief, at, full};
use crate::support::library::{Folder, library, library_of, sound};

/// Every element that a page may have.
const ELEMENTS: [&str; 35] = [
    "a", "article", "body", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4",
    "head", "header", "html", "li", "main", "meta", "ol", "p", "section", "span", "style", "table",
    "tbody", "td", "th", "thead", "title", "tr", "ul", "nav", "caption", "strong",
];

/// What paper has and HTML sets without signs: the marks of lists and fields, rules, the form of
/// tables.
const LAYOUT: &str = "-=:.0123456789";

/// Where a browser finds the first quote of `ferry-lights`.
const IN_THE_SOURCE: &str = "https://example.org/tsb/unlit-ferries#:~:text=We%20inspected%2084%20boats%20and,\
    had%20no%20working%20stern%20light.&text=That%20is%20not%20bad%20luck%2C,know%20how%20to%20fix%20it";

fn in_html() -> PrintSettings {
    PrintSettings { format: PrintFormat::Html, ..at(72) }
}

fn read(library: &Library) -> Html {
    Html::parse_document(&print::text(library, &in_html()))
}

fn read_pack(library: &Library) -> Html {
    let settings = PrintSettings { pack: Some(whole()), ..in_html() };
    Html::parse_document(&print::text(library, &settings))
}

fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// What the page says: no links back, no names of columns that paper does not have, no matrix.
fn said(html: &Html, without: &str) -> String {
    let hidden = format!(".back, .asks thead, .matrix{without}");
    let hidden: BTreeSet<_> = select(html, &hidden).iter().map(|element| element.id()).collect();
    let [main] = select(html, "main")[..] else { panic!("not one main element") };
    let mut said = String::new();
    for node in main.descendants() {
        let is_hidden = node.ancestors().any(|outer| hidden.contains(&outer.id()));
        if let (false, Node::Text(text)) = (is_hidden, node.value()) {
            said.push_str(text);
        }
    }
    said
}

/// Checks everything that holds for every page.
#[track_caller]
fn assert_sound(html: &Html) {
    assert_eq!(html.errors, [""; 0]);
    let names: BTreeSet<&str> =
        select(html, "*").iter().map(|element| element.value().name()).collect();
    let foreign: Vec<_> = names.iter().filter(|name| !ELEMENTS.contains(name)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let comments = html.tree.nodes().filter(|node| node.value().is_comment()).count();
    assert_eq!(comments, 0);
    let mut ids = BTreeSet::new();
    for element in select(html, "[id]") {
        assert!(ids.insert(element.attr("id").unwrap()), "{element:?} has the id of another");
    }
    for link in select(html, "a") {
        let href = link.attr("href").unwrap();
        let leads = match href.strip_prefix('#') {
            Some(target) => ids.contains(target),
            None => href.starts_with("https://") || href.starts_with("http://"),
        };
        assert!(leads, "{href} leads nowhere");
    }
    let mut level = 0;
    for heading in select(html, "h1, h2, h3, h4, h5, h6") {
        let next: u8 = heading.value().name()[1..].parse().unwrap();
        assert!(next <= level + 1, "{} follows h{level}", text(heading));
        level = next;
    }
    let attributes = select(html, "*");
    let attributes = attributes.iter().flat_map(|element| element.value().attrs());
    let foreign: Vec<_> =
        attributes.filter(|(name, _)| name.starts_with("on") || *name == "style").collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[track_caller]
fn assert_reads(library: &Library) {
    assert_page(&read(library), document(library, None));
}

#[track_caller]
fn assert_page(html: &Html, document: Document) {
    assert_sound(html);
    assert_says(&said(html, ", .marking"), &on_paper(&plainest(document)), LAYOUT);
}

#[test]
fn a_pack_says_what_the_plain_pack_says_and_its_contents_lead_to_its_parts() {
    for library in [library(["briefs"]), full()] {
        let html = read_pack(&library);
        assert_page(&html, document(&library, Some(&whole())));
        assert_eq!(text(select(&html, "title")[0]), "Boats & <crews>");
        for link in select(&html, ".contents a") {
            let part = select(&html, link.attr("href").unwrap())[0];
            let title = text(part.select(&Selector::parse("h1").unwrap()).next().unwrap());
            assert!(text(link).ends_with(&title), "{}", text(link));
        }
    }
}

#[test]
fn says_what_the_plain_page_says_in_its_order() {
    for library in [library(["briefs"]), full(), sound(library(["tests/it/print/across"]))] {
        assert_reads(&library);
    }
}

#[test]
fn a_page_has_its_language_its_title_and_nothing_from_elsewhere() {
    let html = read(&full());
    assert_eq!(html.root_element().attr("lang"), Some("en-GB"));
    assert_eq!(text(select(&html, "title")[0]), "Short crews");
    let skip = select(&html, "body > a")[0];
    let main = select(&html, "main")[0];
    assert_eq!(skip.attr("href"), Some(&*format!("#{}", main.attr("id").unwrap())));
    for loading in ["script", "link", "img", "iframe", "[src]", "[srcset]"] {
        assert!(select(&html, loading).is_empty(), "{loading}");
    }
    let style = text(select(&html, "style")[0]);
    assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
}

#[test]
fn a_citation_leads_to_the_words_of_its_quote_and_back() {
    let html = read(&library(["briefs/ferry-lights.yaml"]));
    let citation = select(&html, "ol.numbered a")[0];
    assert_eq!(text(citation), "A3");
    let quote = select(&html, citation.attr("href").unwrap())[0];
    assert!(text(quote).starts_with("“We inspected 84 boats"));
    let id = citation.attr("id").unwrap();
    let back = select(&html, &format!(".back a[href='#{id}']"))[0];
    assert_eq!(back.attr("aria-label"), Some("Back to citation 1"));
    let statement = quote.parent().and_then(ElementRef::wrap).unwrap();
    let from_the_quote = statement.select(&Selector::parse("a").unwrap()).next().unwrap();
    assert_eq!(from_the_quote.attr("href").unwrap(), IN_THE_SOURCE);
}

#[test]
fn a_citation_of_words_that_are_not_on_the_page_leads_to_them_in_the_source() {
    let extent = Extent::Sections(vec![Section::TopLines]);
    let settings = PrintSettings { extent, ..in_html() };
    let page = print::text(&library(["briefs/ferry-lights.yaml"]), &settings);
    let html = Html::parse_document(&page);
    assert_sound(&html);
    let links = select(&html, "ol.numbered a");
    let links: Vec<_> = links.iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(links[0], IN_THE_SOURCE);
    let at_words =
        |link: &&&str| link.starts_with("https://example.org/tsb/unlit-ferries#:~:text=");
    assert_eq!(links.iter().filter(at_words).count(), 2, "{links:?}");
    assert_eq!(links[2..], ["#source-A"; 2], "reported speech has no words of its own");
}

#[test]
fn a_citation_leads_to_the_source_on_the_page_if_that_has_no_address() {
    let yaml = include_str!("../../../briefs/ferry-lights.yaml").replace("  url:", "  #url:");
    let folder = Folder::with(&[("ferry-lights.yaml", yaml)]);
    let html = read(&library([folder.root()]));
    let quote = select(&html, ".statements li")[0];
    let citation = quote.select(&Selector::parse("a").unwrap()).next().unwrap();
    assert_eq!(citation.attr("href"), Some("#source-A"));
}

#[test]
fn a_citation_of_a_brief_that_is_not_printed_is_text() {
    let html = read(&full());
    let linked: Vec<String> = select(&html, "a").into_iter().map(text).collect();
    assert!(said(&html, "").contains("[elsewhere/c3]"));
    assert!(!linked.iter().any(|link| link.contains("elsewhere")), "{linked:?}");
}

#[test]
fn only_web_addresses_are_links() {
    for (url, link) in [
        ("https://example.org/a?b=<c>", Some("https://example.org/a?b=%3Cc%3E")),
        ("javascript:alert(1)//https://example.org", None),
        ("file:///etc/passwd", None),
    ] {
        let part = DocumentPart {
            label: "BRIEF A".into(),
            title: "Boats".into(),
            marking: None,
            blocks: vec![Block::Paragraph(vec![Span::new(Role::Url, url)])],
        };
        let mut page = Vec::new();
        page::html(&Document { parts: vec![part], ..Document::default() }, &mut page).unwrap();
        let html = Html::parse_document(&String::from_utf8(page).unwrap());
        assert_sound(&html);
        let links: Vec<_> = select(&html, "main a").iter().map(|a| a.attr("href")).collect();
        assert_eq!(links, Vec::from_iter(link.map(Some)), "{url}");
        assert_eq!(text(select(&html, "main p")[1]), url);
    }
}

#[test]
fn tables_name_their_columns_and_rows() {
    let html = read(&sound(library(["tests/it/print/across"])));
    for table in select(&html, "table") {
        let scopes = |selector: &str, scope: &str| {
            let cells: Vec<_> = table.select(&Selector::parse(selector).unwrap()).collect();
            assert!(!cells.is_empty());
            assert!(cells.iter().all(|cell| cell.attr("scope") == Some(scope)), "{}", table.html());
        };
        scopes("thead th", "col");
        scopes("tbody th", "row");
    }
    let matrix = select(&html, ".wide table")[0];
    let cell = Selector::parse("td").unwrap();
    let cells: Vec<String> =
        matrix.select(&cell).map(text).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cells[..2], ["asks", "is asked, answers"]);
}

#[test]
fn the_marking_is_on_every_sheet() {
    let html = read(&full());
    let markings: Vec<String> = select(&html, ".marking").into_iter().map(text).collect();
    assert_eq!(markings, ["FOR OFFICIAL USE"; 6]);
    let style = text(select(&html, "style")[0]);
    assert_eq!(style.matches("@top-center { content: 'FOR\\20 OFFICIAL\\20 USE'; }").count(), 3);
}

#[test]
fn hostile_text_stays_text() {
    for text in HOSTILE {
        assert_reads(&hostile(text));
    }
}

#[test]
fn a_page_is_the_same_bytes_every_time() {
    let library = library(["briefs"]);
    assert_eq!(print::text(&library, &in_html()), print::text(&library, &in_html()));
}

#[test]
fn a_page_in_ascii_is_ascii() {
    let page = print::text(&library(["briefs"]), &PrintSettings { ascii: true, ..in_html() });
    assert!(page.is_ascii());
    assert_sound(&Html::parse_document(&page));
}

#[test]
fn a_dossier_is_sound_too() {
    let official = topline::brief::Id::new("jones");
    let page = print::text(&library(["briefs"]), &PrintSettings { official, ..in_html() });
    assert_sound(&Html::parse_document(&page));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_brief_reads_as_what_it_says(yaml in any_brief()) {
        assert_reads(&library_of(&[("any", &yaml, None)]));
    }

    #[test]
    fn any_text_stays_text(text in "x(\\PC|[<>&\"'/=!\\-\\[\\]{}\\\\]|</?[a-z]{1,6}>?|&[a-z]{1,4};?){0,24}x") {
        let library = hostile(&text);
        assert_reads(&library);
        let html = read(&library);
        let marking = document(&library, None).parts[0].marking.clone().unwrap();
        let shown = select(&html, ".marking").into_iter().map(self::text).next().unwrap();
        prop_assert_eq!(shown, marking.replace(['\n', '\t'], " "));
    }
}
