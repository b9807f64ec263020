//! Prose and its citations.

use super::BriefPage;
use crate::brief::{Anchor, Prose, ProseRun};
use crate::page::addressing::Addressing;
use crate::page::document::{Flow, Role, Span, join};
use crate::text::sentences;

/// Sets prose of the page’s brief. On paper, the citations of a sentence come at its end; elsewhere
/// they stay where the author put them.
pub fn flow(page: &BriefPage<'_>, prose: &Prose) -> Flow {
    match page.addressing {
        Addressing::Letters(_) => cited_by_sentence(page, prose),
        Addressing::Within(_) | Addressing::Across => cited_in_place(page, prose),
    }
}

fn cited_in_place(page: &BriefPage<'_>, prose: &Prose) -> Flow {
    let runs = prose.runs.iter().flat_map(|run| match run {
        ProseRun::Words(words) => vec![Span::new(Role::Plain, words.clone())],
        ProseRun::Cite(anchors) => page.cite(anchors),
    });
    runs.collect()
}

fn cited_by_sentence(page: &BriefPage<'_>, prose: &Prose) -> Flow {
    let (words, cited) = lift(prose);
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
    lift(prose).0
}

/// Returns the words without citations and the gaps they leave, and what was cited at which offset.
fn lift(prose: &Prose) -> (String, Vec<(usize, &[Anchor])>) {
    let mut words = String::new();
    let mut cited: Vec<(usize, &[Anchor])> = Vec::new();
    for run in &prose.runs {
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
    use crate::brief::Id;

    fn lifted(raw: &str) -> (String, Vec<(usize, String)>) {
        let prose = Prose::parse(raw, &Id::new("b").unwrap());
        let (words, cited) = lift(&prose);
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
}
