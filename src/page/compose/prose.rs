//! Prose and its citations.

use super::BriefPage;
use crate::brief::{Anchor, Prose, ProseRun, list_mark};
use crate::page::addressing::Addressing;
use crate::page::document::{Block, Flow, Role, Span, join};
use crate::text::{Text, sentences};

/// Sets prose of the page’s brief on one line. On paper, the citations of a sentence come at its end;
/// elsewhere they stay where the author put them.
pub fn flow(page: &BriefPage<'_>, prose: &Prose) -> Flow {
    match page.addressing {
        Addressing::Letters(_) => cited_by_sentence(page, &prose.runs),
        Addressing::Within(_) | Addressing::Across => cited_in_place(page, prose),
    }
}

/// Sets prose of the page’s brief as its author did: paragraphs, lists and lines.
pub fn blocks(page: &BriefPage<'_>, prose: &Prose) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut after_blank, mut is_set) = (true, false);
    for line in prose.runs.split_inclusive(|run| matches!(run, ProseRun::Break { .. })) {
        let mut flow = cited_by_sentence(page, line);
        let item = list_item(&mut flow);
        let last = if after_blank { None } else { blocks.last_mut() };
        let begun = add_line(flow, item, is_set, last);
        blocks.extend(begun);
        if let Some(ProseRun::Break { after_blank: blank, is_set: set }) = line.last() {
            (after_blank, is_set) = (*blank, *set);
        }
    }
    blocks
}

/// Adds a line to the block before it, or else returns a block that begins with it.
fn add_line(
    mut flow: Flow,
    item: Option<ListItem>,
    is_set: bool,
    last: Option<&mut Block>,
) -> Option<Block> {
    match (item, last) {
        (Some(ListItem::Bullet), Some(Block::Bullets(flows))) => flows.push(flow),
        (Some(ListItem::Bullet), _) => return Some(Block::Bullets(vec![flow])),
        (Some(ListItem::Number(1)), _) => return Some(Block::Numbered(vec![flow])),
        (Some(ListItem::Number(number)), Some(Block::Numbered(flows)))
            if number == flows.len() + 1 =>
        {
            flows.push(flow);
        }
        (item, last) => {
            if let Some(ListItem::Number(number)) = item {
                flow.insert(0, Span::new(Role::Plain, format!("{number}. ")));
            }
            match last {
                _ if !is_set => return Some(Block::Paragraph(flow)),
                Some(Block::Lines(flows)) => flows.push(flow),
                _ => return Some(Block::Lines(vec![flow])),
            }
        }
    }
    None
}

/// An item of a list, by its mark.
enum ListItem {
    Bullet,
    Number(usize),
}

/// Takes the mark of an item of a list from the start of `flow`.
fn list_item(flow: &mut Flow) -> Option<ListItem> {
    let first = flow.first_mut()?;
    let mark = list_mark(&first.text)?;
    let digits: String = mark.chars().take_while(char::is_ascii_digit).collect();
    let item = digits.parse().map_or(ListItem::Bullet, ListItem::Number);
    first.text = Text::new(&first.text[mark.len()..]);
    Some(item)
}

fn cited_in_place(page: &BriefPage<'_>, prose: &Prose) -> Flow {
    let runs = prose.runs.iter().flat_map(|run| match run {
        ProseRun::Words(words) => vec![Span::new(Role::Plain, words.clone())],
        ProseRun::Cite(anchors) => page.cite(anchors),
        ProseRun::Break { .. } => Vec::new(),
    });
    runs.collect()
}

fn cited_by_sentence(page: &BriefPage<'_>, runs: &[ProseRun]) -> Flow {
    let (words, cited) = lift(runs);
    let citation_alone = words.is_empty().then_some(0..0);
    let flows = sentences(&words).chain(citation_alone).flat_map(|sentence| {
        let cited = cited
            .iter()
            .filter(|(offset, _)| holds(&sentence, *offset))
            .flat_map(|(_, items)| *items);
        let citation = page.cite(cited);
        [vec![Span::new(Role::Plain, words[sentence].trim_end())], citation]
    });
    join(flows, " ")
}

/// Returns the words of prose without its citations and the gaps that they leave.
pub fn words(prose: &Prose) -> String {
    lift(&prose.runs).0
}

/// Returns the words without citations and the gaps they leave, and what was cited at which offset.
fn lift(runs: &[ProseRun]) -> (String, Vec<(usize, &[Anchor])>) {
    let mut words = String::new();
    let mut cited: Vec<(usize, &[Anchor])> = Vec::new();
    for run in runs {
        match run {
            ProseRun::Words(text) => {
                let parted = !words.is_empty() && !words.ends_with(' ');
                if parted && text.starts_with(char::is_alphanumeric) {
                    words.push(' ');
                }
                words.push_str(if words.is_empty() { text.trim_start() } else { text });
            }
            ProseRun::Cite(anchors) => {
                words.truncate(words.trim_end().len());
                cited.push((words.len(), anchors));
            }
            ProseRun::Break { .. } => {}
        }
    }
    words.truncate(words.trim_end().len());
    (words, cited)
}

/// Returns whether a citation lifted out at `offset` belongs to `sentence`: it came after words of
/// it.
fn holds(sentence: &std::ops::Range<usize>, offset: usize) -> bool {
    offset > sentence.start && offset <= sentence.end || (offset == 0 && sentence.start == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Id, read};
    use crate::library::{Entry, Library, Origin};
    use crate::page::{Extent, Section, compose};

    fn lifted(raw: &str) -> (String, Vec<(usize, String)>) {
        let prose = Prose::parse(raw, &Id::new("b").unwrap());
        let (words, cited) = lift(&prose.runs);
        (words, cited.into_iter().map(|(offset, items)| (offset, format!("{items:?}"))).collect())
    }

    #[test]
    fn lifts_citations_out_and_closes_the_gaps() {
        for (raw, words, offsets) in [
            ("Boats sail [c1].", "Boats sail.", vec![10]),
            ("Boats [c1] sail [c2]; none sink.", "Boats sail; none sink.", vec![5, 10]),
            ("[c1] Boats sail", "Boats sail", vec![0]),
            ("Boats[c1]sail. [c2] ", "Boats sail.", vec![5, 11]),
            ("[c1]", "", vec![0]),
        ] {
            let (lifted, cited) = lifted(raw);
            assert_eq!(lifted, words, "{raw}");
            assert_eq!(
                cited.iter().map(|(offset, _)| *offset).collect::<Vec<_>>(),
                offsets,
                "{raw}"
            );
        }
    }

    #[test]
    fn a_citation_belongs_to_the_sentence_it_is_in_or_ends() {
        let sentences = [0..12, 12..20];
        let holder = |offset| sentences.iter().position(|sentence| holds(sentence, offset));
        assert_eq!([0, 5, 11, 12, 13, 20].map(holder), [0, 0, 0, 0, 1, 1].map(Some));
    }

    /// Returns the kinds of blocks that a summary becomes, and their lines.
    fn set(summary: &str) -> Vec<String> {
        let lines: String = summary.lines().map(|line| format!("  {line}\n")).collect();
        let yaml = format!("summary: |\n{lines}\nsource: {{title: Boats, publisher: unknown}}\n");
        let reading = read(&Id::new("boats").unwrap(), yaml.as_bytes());
        let file = Origin::File("boats.yaml".into());
        let entry = Entry { brief: reading.brief.map(Into::into), ..Entry::unreadable(file, "") };
        let extent = Extent::Sections(vec![Section::Summary]);
        let document = compose(&Library::new(vec![entry]), &extent);
        let flows = |kind: &str, flows: &[Flow]| {
            let line = |flow: &Flow| flow.iter().map(|span| span.text.as_str()).collect::<String>();
            format!("{kind}: {}", flows.iter().map(line).collect::<Vec<_>>().join(" / "))
        };
        let kind = |block: &Block| match block {
            Block::Paragraph(flow) => flows("paragraph", std::slice::from_ref(flow)),
            Block::Bullets(items) => flows("bullets", items),
            Block::Numbered(items) => flows("numbered", items),
            Block::Lines(lines) => flows("lines", lines),
            block => panic!("{block:?}"),
        };
        document.parts[0].blocks[2..].iter().map(kind).collect()
    }

    #[test]
    fn sets_lists_tables_and_verse_as_they_are_written() {
        let summary = "It asks for:\n- lights;\n  and more\n- crews.\n\nThen:\n1. ports\n2. piers\n\n\
                       | a | b |\n| 1 | 2 |\n\n    Boats go by,\n    unlit.\n\n7. is\n8. no list";
        assert_eq!(
            set(summary),
            [
                "paragraph: It asks for:",
                "bullets: lights; and more / crews.",
                "paragraph: Then:",
                "numbered: ports / piers",
                "lines: | a | b | / | 1 | 2 |",
                "lines: Boats go by, / unlit.",
                "lines: 7. is / 8. no list",
            ]
        );
        assert_eq!(set("Boats sail\nat night."), ["paragraph: Boats sail at night."]);
    }
}
