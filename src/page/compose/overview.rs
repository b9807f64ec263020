//! The brief in short, as the reader shows it beside the lists of items.

use super::{BriefPage, asks, cautions, items, list, source};
use crate::brief::{Ask, FieldPath, Prose};
use crate::library::Entry;
use crate::library::search::TextKind;
use crate::page::document::{Block, Flow, ListEntry, NamedField, Role, Span, join};
use crate::page::section::Section;
use crate::text::Text;

/// A block of the brief in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewBlock {
    /// The kind of text that the block shows: its first flow, entry or field is the first text of
    /// this kind in the brief, the second the second. [`None`] for headings and remarks.
    pub kind: Option<TextKind>,
    /// What it says.
    pub block: Block,
}

/// Returns the front page of the brief: its source, its state and what is wrong with it; its summary;
/// then each section that has something to say, under its heading.
pub fn blocks(page: &BriefPage<'_>) -> Vec<OverviewBlock> {
    let brief = page.here.brief;
    let section = |kind, section| texts(kind, page.section(section));
    let provisos = list(Block::Bullets, cautions::provisos(page));
    let sections = [
        ("Top lines".into(), section(TextKind::TopLines, Section::TopLines)),
        ("Lines to take".into(), lines_to_take(page)),
        (asks_heading(page), remarks(ask_lines(page))),
        ("Background".into(), paragraphs(page, TextKind::Background, &brief.background)),
        ("Gaps".into(), section(TextKind::Gaps, Section::Gaps)),
        ("Cautions".into(), remarks(provisos)),
        ("Source".into(), texts(TextKind::Source, source::record(page))),
        ("This brief".into(), handling(page)),
    ];
    let headed = |(heading, body): (Text, Vec<OverviewBlock>)| {
        std::iter::once(remark(Block::Heading(heading))).chain(body)
    };
    let sections = sections.into_iter().filter(|(_, body)| !body.is_empty()).flat_map(headed);
    let summary = paragraphs(page, TextKind::Summary, std::slice::from_ref(&brief.summary));
    head(page).into_iter().chain(summary).chain(sections).collect()
}

/// Returns the title of the source, who published it and when; how many quotations are in which
/// state; what is wrong with the brief and what is still to be written.
fn head(page: &BriefPage<'_>) -> Vec<OverviewBlock> {
    let about = &page.here.brief.source;
    let title = vec![Span::new(Role::Title, about.title.clone())];
    let standing = items::standing(page.here.brief, page.here.evidence);
    let standing = join(standing.into_iter().map(|state| vec![state]), "  ");
    let body = [title, items::source(about), standing].into_iter().filter(|flow| !flow.is_empty());
    let title = Block::Entries(vec![ListEntry { labels: Vec::new(), body: body.collect() }]);
    remarks(std::iter::once(title).chain(list(Block::Bullets, cautions::faults(page))))
}

/// Returns the asks, commitments and actions in a line each.
fn ask_lines(page: &BriefPage<'_>) -> Vec<Block> {
    let line = |ask: &Ask| {
        let wording =
            items::ask(page.here.brief, ask, page.linked(&ask.id), |item| page.address(item));
        let whose = [wording.parties, vec![Span::new(Role::Plain, ":")]].concat();
        let anchor = page.here.brief.anchor(&ask.id);
        ListEntry {
            labels: vec![wording.kind.to(anchor)],
            body: vec![join([whose, vec![wording.action]], " ")],
        }
    };
    list(Block::Entries, page.here.brief.asks.iter().map(line).collect())
}

/// Returns `Asks (6: 4 unanswered)`.
fn asks_heading(page: &BriefPage<'_>) -> Text {
    let asks = &page.here.brief.asks;
    let is_unanswered = |ask: &&Ask| asks::is_unanswered(page, ask);
    match asks.iter().filter(is_unanswered).count() {
        0 => format!("Asks ({})", asks.len()),
        unanswered => format!("Asks ({}: {unanswered} unanswered)", asks.len()),
    }
    .into()
}

/// Returns what was found wrong with the `nth` text of a kind, counted from 0, that the brief in short
/// shows.
pub fn faults(entry: &Entry, kind: TextKind, nth: usize) -> Vec<Flow> {
    match kind {
        TextKind::TopLines | TextKind::Gaps | TextKind::Summary => {}
        // It is one text, whose paragraphs are rows.
        TextKind::Background if nth == 0 => {}
        _ => return Vec::new(),
    }
    items::faults_within(entry, &field(kind, nth))
}

/// Returns the field that the `nth` text of a kind, counted from 0, is in.
pub fn field(kind: TextKind, nth: usize) -> FieldPath {
    let field = FieldPath::top().key(&kind.word().replace('-', "_"));
    match kind {
        TextKind::TopLines | TextKind::LinesToTake | TextKind::Gaps => field.index(nth),
        _ => field,
    }
}

fn remark(block: Block) -> OverviewBlock {
    OverviewBlock { kind: None, block }
}

fn remarks(blocks: impl IntoIterator<Item = Block>) -> Vec<OverviewBlock> {
    blocks.into_iter().map(remark).collect()
}

/// Returns each text as one paragraph, so that rows and texts of the brief correspond.
fn paragraphs(page: &BriefPage<'_>, kind: TextKind, texts: &[Prose]) -> Vec<OverviewBlock> {
    let paragraph =
        |prose| OverviewBlock { kind: Some(kind), block: Block::Paragraph(page.prose(prose)) };
    texts.iter().map(paragraph).collect()
}

fn texts(kind: TextKind, blocks: Vec<Block>) -> Vec<OverviewBlock> {
    blocks.into_iter().map(|block| OverviewBlock { kind: Some(kind), block }).collect()
}

/// Returns the lines to take. They are texts of the brief; the remark above them, which says whose
/// words they are, is not.
fn lines_to_take(page: &BriefPage<'_>) -> Vec<OverviewBlock> {
    let blocks = page.section(Section::LinesToTake).into_iter();
    let tagged = blocks.map(|block| {
        let kind = matches!(block, Block::Bullets(_)).then_some(TextKind::LinesToTake);
        OverviewBlock { kind, block }
    });
    tagged.collect()
}

/// Returns what the brief says of itself. Its marking, which paper has at the top of the page,
/// comes last.
fn handling(page: &BriefPage<'_>) -> Vec<OverviewBlock> {
    let marking = page.here.brief.marking.as_ref().map(|marking| {
        let field = NamedField::new("Marking", vec![Span::new(Role::Plain, marking.clone())]);
        (TextKind::Marking, field)
    });
    let fields = source::handling(page).into_iter().chain(marking);
    fields.flat_map(|(kind, field)| texts(kind, vec![Block::Fields(vec![field])])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Id, read};
    use crate::evidence::Evidence;
    use crate::library::{Entry, Library, Origin};
    use crate::page::{self, Extent, Flow, compose_overview, compose_source};

    const YAML: &str = r#"
summary: Boats [c1] sail. None sinks [far/c2].
topics: [ports, night]
top_lines: ["One [c1, q1].", Two.]
lines_to_take: [We care.]
background: "First.\n\nSecond."
gaps: [Nobody asked.]
prepared: 2026-02-09
prepared_by: Kim
marking: OFFICIAL
source:
  title: Boats
  publisher: unknown
  type: webpage
  by: board
  accessed: 2026-02-08
  url: https://example.org
  based_on: far
organisations: {board: Harbour Board}
quotes:
  q1: {form: reported, by: board, gist: boats sail}
claims:
  c1: {text: Boats sail, by: board, evidence: q1}
"#;

    fn library(yaml: &str) -> Library {
        let reading = read(&Id::new("boats").unwrap(), yaml.as_bytes());
        let brief = reading.brief.unwrap_or_else(|| panic!("{:?}", reading.problems));
        let file = Origin::File("boats.yaml".into());
        let evidence = Evidence::default().into();
        Library::new(vec![Entry {
            brief: Some(brief.into()),
            evidence,
            ..Entry::unreadable(file, "")
        }])
    }

    fn text(flow: &Flow) -> String {
        flow.iter().map(|span| span.text.as_str()).collect()
    }

    /// Returns the texts of a block, those of one item on one line.
    fn lines(block: &Block) -> Vec<String> {
        let joined = |flows: &[Flow]| flows.iter().map(text).collect::<Vec<_>>().join(" / ");
        match block {
            Block::Heading(heading) => vec![format!("# {heading}")],
            Block::Paragraph(flow) => vec![text(flow)],
            Block::Numbered(flows) | Block::Bullets(flows) => flows.iter().map(text).collect(),
            Block::Fields(fields) => fields
                .iter()
                .map(|field| format!("{}: {}", field.name, joined(&field.values)))
                .collect(),
            Block::Entries(entries) => entries.iter().map(|entry| joined(&entry.body)).collect(),
            block => panic!("{block:?}"),
        }
    }

    #[test]
    fn says_what_paper_says_with_items_by_their_ids() {
        let library = library(YAML);
        let overview = compose_overview(&library, &library.entries()[0]);
        let said: Vec<(Option<TextKind>, String)> = overview
            .iter()
            .flat_map(|said| lines(&said.block).into_iter().map(|line| (said.kind, line)))
            .collect();
        let expected = [
            (None, "Boats / Publisher unknown, web page, no date"),
            (Some(TextKind::Summary), "Boats [c1] sail. None sinks [far/c2]."),
            (None, "# Top lines"),
            (Some(TextKind::TopLines), "One [c1, q1]."),
            (Some(TextKind::TopLines), "Two."),
            (None, "# Lines to take"),
            (None, "Our own words, not the source’s."),
            (Some(TextKind::LinesToTake), "We care."),
            (None, "# Background"),
            (Some(TextKind::Background), "First."),
            (Some(TextKind::Background), "Second."),
            (None, "# Gaps"),
            (Some(TextKind::Gaps), "Nobody asked."),
            (None, "# Cautions"),
            (None, "The source is undated, of unknown publisher and second-hand. Based on: far."),
            (None, "# Source"),
            (
                Some(TextKind::Source),
                "Boats / Publisher unknown, web page, no date / https://example.org",
            ),
            (Some(TextKind::Source), "Words: all by Harbour Board"),
            (Some(TextKind::Source), "Accessed: 8 February 2026"),
            (Some(TextKind::Source), "Based on: far"),
            (Some(TextKind::Source), "Copy: none held"),
            (None, "# This brief"),
            (Some(TextKind::Topics), "Topics: ports, night"),
            (Some(TextKind::PreparedBy), "Prepared: 9 February 2026 by Kim"),
            (Some(TextKind::Marking), "Marking: OFFICIAL"),
        ];
        assert_eq!(said, expected.map(|(kind, line)| (kind, line.to_owned())));
    }

    #[test]
    fn has_no_heading_over_what_a_brief_lacks() {
        let library = library("summary: Boats.\nsource: {title: Boats, publisher: unknown}");
        let overview = compose_overview(&library, &library.entries()[0]);
        let headings = overview.iter().filter(|said| matches!(said.block, Block::Heading(_)));
        let headings: Vec<String> = headings.flat_map(|said| lines(&said.block)).collect();
        assert_eq!(headings, ["# Cautions", "# Source"]);
    }

    #[test]
    fn a_file_without_a_brief_has_no_overview() {
        let entry = Entry::unreadable(Origin::Stdin, "cannot be read");
        let library = Library::default();
        assert_eq!(compose_overview(&library, &entry), []);
        assert_eq!(compose_source(&library, &entry), []);
    }

    #[test]
    fn every_field_of_the_source_is_on_paper_too() {
        let library = library(YAML);
        let paper = page::compose(&library, &Extent::Sections(vec![Section::Source]));
        let [.., Block::Fields(on_paper), _] = paper.parts[0].blocks.as_slice() else {
            panic!("{paper:?}")
        };
        let blocks = compose_source(&library, &library.entries()[0]);
        let on_screen = blocks.iter().filter_map(|block| match block {
            Block::Fields(fields) => Some(fields),
            _ => None,
        });
        assert!(on_screen.flatten().all(|field| on_paper.contains(field)));
    }
}
