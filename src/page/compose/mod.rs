//! Composes the document: what the printed briefs say, section by section.

mod across;
mod asks;
mod cautions;
mod claims;
mod dossier;
mod figures;
mod overview;
mod positions;
mod prose;
mod source;

use indexmap::IndexSet;

pub use self::overview::OverviewBlock;
use super::addressing::Addressing;
use super::citation::{Lettered, Letters};
use super::document::{Block, Document, DocumentPart, Flow, NamedField, Role, Span};
use super::items;
use super::section::Section;
use crate::brief::{Anchor, Brief, Id, Prose};
use crate::library::{Entry, Library, Linked, dossiers};
use crate::text::Text;

/// Composes the sound briefs of `library`, each with those of `sections` that have something to
/// say, in the order of the page. If there are several briefs, how they are connected comes last,
/// on its own page.
pub fn compose(library: &Library, sections: &[Section]) -> Document {
    let letters = Letters::new(library);
    let addressing = Addressing::Letters(&letters);
    let pages = letters.briefs().iter().map(|here| BriefPage { library, addressing, here });
    let mut parts: Vec<DocumentPart> = pages.map(|page| page.part(sections)).collect();
    if parts.len() > 1 && sections.contains(&Section::CrossSource) {
        parts.push(across::part(library, &letters));
    }
    let prepared_by = joined(library.briefs().filter_map(|brief| brief.prepared_by.as_deref()));
    Document { parts, notes: letters.notes(), prepared_by }
}

/// Composes what the sound briefs of `library` say of one person or body. The document is empty if
/// none names them.
pub fn compose_dossier(library: &Library, id: &Id) -> Document {
    let letters = Letters::new(library);
    let dossier = dossiers::dossier(library, id);
    let parts = dossier.iter().map(|dossier| dossier::part(library, &letters, dossier)).collect();
    Document { parts, notes: letters.notes(), prepared_by: None }
}

/// Composes the brief in the file `entry` of `library` in short, for the screen: the words of the
/// page, with items addressed by their ids. Returns no blocks if the file holds no brief.
pub fn compose_overview(library: &Library, entry: &Entry) -> Vec<OverviewBlock> {
    on_screen(library, entry, overview::blocks)
}

/// Composes what is known of the source of `entry`, as in [`compose_overview`].
pub fn compose_source(library: &Library, entry: &Entry) -> Vec<Block> {
    on_screen(library, entry, source::record)
}

fn on_screen<T>(
    library: &Library,
    entry: &Entry,
    compose: impl Fn(&BriefPage<'_>) -> Vec<T>,
) -> Vec<T> {
    let Some(brief) = &entry.brief else { return Vec::new() };
    let here = Lettered::new(0, brief, &entry.evidence);
    compose(&BriefPage { library, addressing: Addressing::Within(&brief.id), here: &here })
}

/// One brief, and how items are addressed in what it says.
struct BriefPage<'a> {
    library: &'a Library,
    addressing: Addressing<'a>,
    here: &'a Lettered<'a>,
}

impl BriefPage<'_> {
    fn part(&self, sections: &[Section]) -> DocumentPart {
        let brief = self.here.brief;
        let mut blocks = vec![source::head(self)];
        for &section in Section::ALL.iter().filter(|section| sections.contains(section)) {
            let body = self.section(section);
            if !body.is_empty() {
                blocks.push(Block::Heading(section.heading().into()));
                blocks.extend(body);
            }
        }
        DocumentPart {
            label: format!("BRIEF {}", self.here.letter).into(),
            title: brief.source.title.clone(),
            marking: brief.marking.clone(),
            blocks,
        }
    }

    /// Returns what comes under a section’s heading; no blocks if the section has nothing to say.
    fn section(&self, section: Section) -> Vec<Block> {
        let brief = self.here.brief;
        match section {
            Section::Summary => vec![Block::Paragraph(self.prose(&brief.summary))],
            Section::TopLines => list(Block::Numbered, self.all_prose(&brief.top_lines)),
            Section::LinesToTake => lines_to_take(self),
            Section::Asks => list(Block::Asks, asks::entries(self)),
            Section::Positions => positions::voices(self),
            Section::Claims => list(Block::Entries, claims::entries(self)),
            Section::Figures => figures::table(self).into_iter().collect(),
            Section::Background => {
                self.all_prose(&brief.background).into_iter().map(Block::Paragraph).collect()
            }
            Section::Gaps => gaps_and_cautions(self),
            Section::Source => source::section(self),
            Section::CrossSource => Vec::new(),
        }
    }

    fn prose(&self, prose: &Prose) -> Flow {
        prose::flow(self, prose)
    }

    fn all_prose(&self, paragraphs: &[Prose]) -> Vec<Flow> {
        paragraphs.iter().map(|prose| self.prose(prose)).collect()
    }

    /// Returns the address of an item.
    fn address(&self, item: &Anchor) -> Text {
        self.addressing.address(item)
    }

    /// Cites `items`.
    fn cite<'i>(&self, items: impl IntoIterator<Item = &'i Anchor>) -> Flow {
        self.addressing.cite(self.here, items)
    }

    /// Cites what the item of this brief with this id rests on.
    fn cite_own(&self, item: &Id) -> Flow {
        self.cite([&self.here.brief.anchor(item)])
    }

    fn linked(&self, item: &Id) -> &Linked {
        self.library.links().get(&self.here.brief.anchor(item))
    }

    /// Returns the address of an item of this brief as a label: `A-c1`.
    fn label(&self, item: &Id) -> Span {
        Span::new(Role::Label, format!("{}-{item}", self.here.letter))
            .to(self.here.brief.anchor(item))
    }
}

/// Warns if some of the quotations that an item of `here` rests on failed.
fn doubt(here: &Lettered<'_>, evidence: &[Id]) -> Flow {
    let doubt = || Span::new(Role::Caution, "Rests on a quotation that failed.");
    here.has_failed(evidence).then(doubt).into_iter().collect()
}

/// Lists the sources of `briefs` by their letters, and explains how to read citations.
fn sources_by_letter<'a>(briefs: impl Iterator<Item = &'a Lettered<'a>>) -> Vec<Block> {
    let sources: Vec<NamedField> = briefs.map(source::named).collect();
    let Some(letter) = sources.first().map(|source| source.name.clone()) else { return Vec::new() };
    vec![Block::Fields(sources), source::legend(&letter)]
}

/// Joins the markings of several briefs.
fn markings<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Option<Text> {
    joined(briefs.filter_map(|brief| brief.marking.as_deref()))
}

/// Joins texts, each once. Returns [`None`] if there are none.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Text> {
    let texts: IndexSet<&str> = texts.collect();
    (!texts.is_empty()).then(|| Vec::from_iter(texts).join("; ").into())
}

fn lines_to_take(page: &BriefPage<'_>) -> Vec<Block> {
    let lines = page.all_prose(&page.here.brief.lines_to_take);
    if lines.is_empty() {
        return Vec::new();
    }
    let whose = Span::new(Role::Caution, "Our own words, not the source’s.");
    vec![Block::Paragraph(vec![whose]), Block::Bullets(lines)]
}

fn gaps_and_cautions(page: &BriefPage<'_>) -> Vec<Block> {
    let cautions = list(Block::Bullets, cautions::list(page));
    let lists = [("Gaps in the source", gaps(page)), ("Cautions", cautions)];
    let titled = |(title, list): (&str, Vec<Block>)| {
        std::iter::once(Block::Subheading(title.into())).chain(list)
    };
    lists.into_iter().filter(|(_, list)| !list.is_empty()).flat_map(titled).collect()
}

fn gaps(page: &BriefPage<'_>) -> Vec<Block> {
    list(Block::Bullets, page.all_prose(&page.here.brief.gaps))
}

fn list<T>(block: impl Fn(Vec<T>) -> Block, items: Vec<T>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![block(items)] }
}
