//! The printed brief as Markdown, rendered by a parser of CommonMark.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use topline::commands::print::{self, PrintFormat, PrintSettings};
use topline::library::Library;
use topline::page::{self, Block, Citations, Document, Extent, Flow, Role, Span};
use topline::text::Text;

use super::support::{any_brief, assert_prints, at};
use crate::support::library::{library, library_of};

fn in_markdown() -> PrintSettings {
    PrintSettings { format: PrintFormat::Markdown, ..at(72) }
}

/// What a reader of rendered Markdown sees: text, and what kind of thing each piece is.
#[derive(Debug, Default, PartialEq)]
struct Rendered {
    /// All text outside footnotes, without white space.
    text: String,
    /// The text of the footnotes, without white space.
    notes: String,
    /// The headings: how deep, and what they say without white space.
    headings: Vec<(usize, String)>,
    /// Where links lead.
    links: Vec<String>,
    /// The cells of each table, its head included.
    tables: Vec<usize>,
    /// Markup that a brief never makes.
    foreign: Vec<String>,
}

fn options() -> Options {
    // Whatever a dialect may read as markup.
    (Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES)
        | Options::ENABLE_FOOTNOTES
}

fn render(markdown: &str) -> Rendered {
    let mut rendered = Rendered::default();
    let mut in_note = false;
    let mut heading = None;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) => {
                let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                if let Some((_, heading)) = &mut heading {
                    *heading = format!("{heading}{text}");
                }
                if in_note { rendered.notes.push_str(&text) } else { rendered.text.push_str(&text) }
            }
            Event::FootnoteReference(name) => {
                let name = format!("[^{name}]");
                if in_note { rendered.notes.push_str(&name) } else { rendered.text.push_str(&name) }
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                in_note = true;
                rendered.notes.extend(["[^", &*name, "]"]);
            }
            Event::End(TagEnd::FootnoteDefinition) => in_note = false,
            Event::Start(Tag::Heading { level, id: None, .. }) => {
                heading = Some((level as usize, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => rendered.headings.extend(heading.take()),
            Event::Start(Tag::Link { dest_url, .. }) => rendered.links.push(dest_url.to_string()),
            Event::Start(Tag::Table(_)) => rendered.tables.push(0),
            Event::Start(Tag::TableCell) => *rendered.tables.last_mut().unwrap() += 1,
            Event::Start(
                Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::TableHead | Tag::TableRow,
            )
            | Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
            other => rendered.foreign.push(format!("{other:?}")),
        }
    }
    rendered
}

/// What `document` says, as [`render`] finds it.
fn expected(document: &Document) -> Rendered {
    let mut expected = Rendered::default();
    let mut cited = Vec::new();
    for part in &document.parts {
        let title = format!("{}:{}", part.label, part.title);
        let marking = part.marking.as_deref().unwrap_or_default();
        expected.say(marking);
        expected.head(1, &title);
        for block in &part.blocks {
            expected.block(block, document, &mut cited);
        }
        expected.say(marking);
    }
    for (name, note) in document.notes.iter().filter(|(name, _)| cited.contains(name)) {
        expected.notes.push_str(&footnote(document, name));
        let mut note_alone = Rendered::default();
        note_alone.flow(&note.in_full(), document, &mut Vec::new());
        expected.notes.push_str(&note_alone.text);
        expected.links.extend(note_alone.links);
    }
    expected
}

/// The reference to the footnote of a citation; a page in it is only in the footnote itself.
fn footnote(document: &Document, name: &str) -> String {
    match name.split_once(' ') {
        Some((mark, _)) => format!("[^{mark}-{}]", document.notes.get_index_of(name).unwrap()),
        None => format!("[^{name}]"),
    }
}

impl Rendered {
    fn say(&mut self, text: &str) {
        self.text.extend(text.chars().filter(|c| !c.is_whitespace()));
    }

    fn head(&mut self, level: usize, text: &str) {
        let from = self.text.len();
        self.say(text);
        self.headings.push((level, self.text[from..].to_owned()));
    }

    fn flow(&mut self, flow: &[Span], document: &Document, cited: &mut Vec<Text>) {
        for span in flow {
            match (span.role, &span.anchor) {
                (Role::Citation, None) => {}
                (Role::Citation, Some(_)) if document.notes.contains_key(&span.text) => {
                    self.say(&footnote(document, &span.text));
                    cited.push(span.text.clone());
                }
                (Role::Citation, Some(_)) => self.say(&format!("[{}]", span.text)),
                (Role::Url, _) => {
                    self.say(&span.text);
                    self.links.push(span.text.to_string());
                }
                _ => self.say(&span.text),
            }
        }
    }

    fn flows<'a>(
        &mut self,
        flows: impl IntoIterator<Item = &'a Flow>,
        document: &Document,
        cited: &mut Vec<Text>,
    ) {
        for flow in flows {
            self.flow(flow, document, cited);
        }
    }

    fn block(&mut self, block: &Block, document: &Document, cited: &mut Vec<Text>) {
        match block {
            Block::Heading(heading) => self.head(2, heading),
            Block::Subheading(name) => self.head(3, name),
            Block::Paragraph(flow) => self.flow(flow, document, cited),
            Block::Lines(flows) | Block::Numbered(flows) | Block::Bullets(flows) => {
                self.flows(flows, document, cited);
            }
            Block::Fields(fields) => {
                for field in fields {
                    self.say(&format!("{}:", field.name));
                    self.flows(&field.values, document, cited);
                }
            }
            Block::Entries(entries) => {
                for entry in entries {
                    for label in &entry.labels {
                        self.say(&label.text);
                    }
                    self.flows(&entry.body, document, cited);
                }
            }
            Block::Asks(asks) => {
                let names = ["Item", "Kind", "Who", "What", "Terms", "Remarks", "Source"];
                for name in names {
                    self.say(name);
                }
                self.tables.push(names.len() * (asks.len() + 1));
                for ask in asks {
                    self.say(&ask.label.text);
                    self.say(&ask.kind.text);
                    self.flows([&ask.parties, &ask.action, &ask.terms], document, cited);
                    self.flows([&ask.remarks, &ask.cited], document, cited);
                }
            }
            Block::Voice { speaker, statements } => {
                let name: String = speaker.iter().map(|span| span.text.as_str()).collect();
                self.head(3, &name);
                self.flows(statements.iter().flatten(), document, cited);
            }
            Block::Matrix(matrix) if matrix.columns.len() > 8 => {}
            Block::Matrix(matrix) => {
                self.head(2, &matrix.heading);
                self.block(&Block::Table(matrix.table()), document, cited);
            }
            Block::Contents(entries) => {
                self.flows(entries.iter().map(|entry| &entry.title), document, cited);
            }
            Block::Table(table) => {
                for name in &table.columns {
                    self.say(name);
                }
                self.tables.push(table.columns.len() * (table.rows.len() + 1));
                self.flows(table.rows.iter().flatten(), document, cited);
            }
        }
    }
}

#[track_caller]
fn assert_renders(library: &Library) {
    let markdown = print::text(library, &in_markdown());
    assert_eq!(
        render(&markdown),
        expected(&page::compose(library, &Extent::default())),
        "{markdown}"
    );
}

#[test]
fn prints_citations_in_the_text_if_asked() {
    let settings = PrintSettings { citations: Citations::Inline, ..in_markdown() };
    let markdown = print::text(&library(["briefs/ferry-lights.yaml"]), &settings);
    let line = "1. 31 of 84 boats inspected had no working stern light. \\[A3, A4\\]\n";
    assert!(markdown.contains(line) && !markdown.contains("[^"), "{markdown}");
}

#[test]
fn prints_the_shipped_briefs_as_markdown() {
    let library = library(["briefs"]);
    assert_prints("shipped.md", &library, &in_markdown());
    assert_renders(&library);
}

#[test]
fn what_a_source_says_never_becomes_markup() {
    for hostile in [
        "# A heading",
        "- a list\n- of two",
        "1. one",
        "> quoted",
        "---",
        "===",
        "a\n===",
        "**strong** _soft_ ~~struck~~ `code` $x^2$ ^up^ ==lit==",
        "[a link](https://evil.example) [^A2] [^a]: note ![an image](x.png)",
        "<b>bold</b> <!-- hidden --> <https://evil.example> <script>alert(1)</script>",
        "&lt;b&gt; &copy; &#42;",
        "a | b \\| c \\\\| d \\",
        "https://evil.example www.evil.example",
        "term\n: definition",
        "```\ncode\n```",
        "a heading {#id .class}",
        "+++\ntoml = 1\n+++",
        "[[a wiki]] :tada: [X] done [ ] not",
        "Stop!",
    ] {
        let quoted = serde_json::to_string(hostile).unwrap();
        let yaml = format!(
            "{{summary: {quoted}, top_lines: [{quoted}], background: {quoted}, gaps: [{quoted}], marking: {quoted}, \
             source: {{title: {quoted}, publisher: {quoted}, author: {quoted}}}, organisations: {{org: {quoted}}}, \
             officials: {{o: {{name: {quoted}, post: {quoted}, organisation: org}}}}, \
             quotes: {{q: {{form: direct, by: o, exact: {quoted}, note: {quoted}}}}}, \
             claims: {{c: {{text: {quoted}, by: o, evidence: q}}}}, \
             asks: {{a: {{kind: ask, by: o, to: org, action: {quoted}, instrument: {quoted}, evidence: q}}}}}}"
        );
        let library = library_of(&[("hostile", &yaml, None)]);
        assert!(library.briefs().next().is_some(), "{:?}", library.entries()[0].problems);
        assert_renders(&library);
    }
}

/// Any text of signs that Markdown may treat as markup.
fn any_markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[-\\\\`*_\\[\\](){}<>#+.!|~$^&:=@/\"' 0-9]{1,6}",
        1 => "[a-z]{1,4}",
        1 => prop::sample::select(vec!["https://x.example", "www.x.example", "[^A]", "[^A]:", "<b>", "<!--", "&amp;", "\n", "\n\n", "    ", "\t", "![", "](x)", "a@b.example"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..10).prop_map(|pieces| format!("{}x", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_markup_makes_markup(texts in prop::collection::vec(any_markup(), 12)) {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap();
        let yaml = serde_json::json!({
            "summary": text(), "top_lines": [text()], "background": text(), "marking": text(),
            "source": {"title": text(), "publisher": text()},
            "organisations": {"org": text()},
            "quotes": {
                "q1": {"form": "direct", "by": "org", "exact": text(), "note": text()},
                "q2": {"form": "reported", "by": "org", "gist": text(), "paragraph": 3},
            },
            "claims": {"c1": {"text": text(), "by": "org", "evidence": ["q1", "q2"]}},
            "asks": {"a1": {"kind": "ask", "by": "org", "to": "unstated", "action": text(), "evidence": "q2"}},
        });
        let library = library_of(&[("any", &yaml.to_string(), None)]);
        prop_assume!(library.briefs().next().is_some());
        let markdown = print::text(&library, &in_markdown());
        prop_assert_eq!(render(&markdown), expected(&page::compose(&library, &Extent::default())), "{}", markdown);
    }

    #[test]
    fn any_brief_renders_as_what_it_says(yaml in any_brief()) {
        let library = library_of(&[("any", &yaml, None)]);
        let markdown = print::text(&library, &in_markdown());
        prop_assert_eq!(render(&markdown), expected(&page::compose(&library, &Extent::default())), "{}", markdown);
    }
}
