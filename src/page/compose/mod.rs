//! Composes the document: what the printed briefs say, section by section.

mod across;
mod annex;
mod asks;
mod cautions;
mod claims;
mod dossier;
mod drafts;
mod figures;
mod overview;
mod pack;
mod page_one;
mod positions;
mod prose;
mod source;

use std::convert::Infallible;

use indexmap::IndexSet;

pub use self::overview::{OverviewBlock, faults as overview_faults, field as overview_field};
pub use self::pack::{Pack, compose_each_of_pack, compose_pack};
use self::page_one::PageOne;
use super::addressing::Addressing;
use super::citation::{Lettered, Letters};
use super::document::{Block, Document, DocumentPart, Flow, NamedField, Role, Span};
use super::items;
use super::section::{Extent, Section};
use crate::brief::{Anchor, Brief, Id, Prose};
use crate::library::{Entry, Library, Linked, dossiers, in_order};
use crate::text::Text;

/// Composes the sound briefs of `library`, each in this extent, in the order of the page. If all of
/// several briefs is composed, how they are connected comes last, on a page of its own.
pub fn compose(library: &Library, extent: &Extent) -> Document {
    let marked = drafts::marked(library);
    let library = marked.as_ref().unwrap_or(library);
    let parts = collected(|take| parts(library, extent, |part| part, take));
    document(library, parts)
}

/// Returns a document of `parts`, which were composed from `library`.
fn document(library: &Library, parts: Vec<DocumentPart>) -> Document {
    let notes = Letters::new(library).notes();
    Document { parts, notes, prepared_by: preparers(library), ..Document::default() }
}

/// Returns what `compose` gives to the function that it is given.
fn collected<T>(
    compose: impl FnOnce(&mut dyn FnMut(T) -> Result<(), Infallible>) -> Result<(), Infallible>,
) -> Vec<T> {
    let mut all = Vec::new();
    let Ok(()) = compose(&mut |one| {
        all.push(one);
        Ok(())
    });
    all
}

/// Composes the parts that [`compose`] would, makes of each what is wanted by `set`, and gives that to
/// `take`, in order. Briefs are composed and set on all cores, only a few ahead of what is taken.
///
/// # Errors
///
/// Fails if `take` fails.
pub fn compose_each<T: Send, E>(
    library: &Library,
    extent: &Extent,
    set: impl Fn(DocumentPart) -> T + Sync,
    take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let marked = drafts::marked(library);
    parts(marked.as_ref().unwrap_or(library), extent, set, take)
}

fn parts<T: Send, E>(
    library: &Library,
    extent: &Extent,
    set: impl Fn(DocumentPart) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let letters = Letters::new(library);
    let addressing = Addressing::Letters(&letters);
    let several = letters.briefs().len() > 1;
    let briefs = if several && extent.is_across_alone() { &[] } else { letters.briefs() };
    let parts = |index: usize| -> Vec<T> {
        let page = BriefPage { library, addressing, here: &briefs[index] };
        page.parts(extent).into_iter().map(&set).collect()
    };
    in_order(briefs.len(), parts, |parts| parts.into_iter().try_for_each(&mut take))?;
    if several && extent.is_across() { take(set(across::part(library, &letters))) } else { Ok(()) }
}

/// Composes what the sound briefs of `library` say of one person or body. The document is empty if
/// none names them.
pub fn compose_dossier(library: &Library, id: &Id) -> Document {
    let marked = drafts::marked(library);
    let library = marked.as_ref().unwrap_or(library);
    let letters = Letters::new(library);
    let dossier = dossiers::dossier(library, id);
    let parts = dossier.iter().map(|dossier| dossier::part(library, &letters, dossier)).collect();
    Document { parts, notes: letters.notes(), ..Document::default() }
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
    let here = Lettered::new(0, brief, entry.evidence());
    compose(&BriefPage { library, addressing: Addressing::Within(&brief.id), here: &here })
}

/// One brief, and how items are addressed in what it says.
struct BriefPage<'a> {
    library: &'a Library,
    addressing: Addressing<'a>,
    here: &'a Lettered<'a>,
}

impl BriefPage<'_> {
    /// Composes this much of the brief.
    fn parts(&self, extent: &Extent) -> Vec<DocumentPart> {
        match extent {
            Extent::Full { .. } => {
                let chosen = PageOne::new(self);
                vec![page_one::part(self, &chosen), annex::part(self, &chosen)]
            }
            Extent::PageOne => vec![page_one::part(self, &PageOne::new(self))],
            Extent::Sections(sections) => {
                let head = std::iter::once(source::head(self));
                vec![self.part("BRIEF", head.chain(self.sections(sections)).collect())]
            }
        }
    }

    /// Returns a part about this brief: `BRIEF A`, `ANNEX A`.
    fn part(&self, kind: &str, blocks: Vec<Block>) -> DocumentPart {
        let brief = self.here.brief;
        DocumentPart {
            label: format!("{kind} {}", self.here.letter).into(),
            title: brief.source.title.clone(),
            marking: brief.marking.clone(),
            blocks,
        }
    }

    /// Returns those of `sections` that have something to say, each under its heading, in the order of
    /// the page.
    fn sections(&self, sections: &[Section]) -> Vec<Block> {
        let wanted = Section::ALL.iter().filter(|section| sections.contains(section));
        wanted.flat_map(|&section| headed(section.heading(), self.section(section))).collect()
    }

    /// Returns what comes under a section’s heading; no blocks if the section has nothing to say.
    fn section(&self, section: Section) -> Vec<Block> {
        let brief = self.here.brief;
        match section {
            Section::Summary => prose::blocks(self, &brief.summary),
            Section::TopLines => list(Block::Numbered, self.all_prose(&brief.top_lines)),
            Section::LinesToTake => lines_to_take(self),
            Section::Asks => asks::blocks(self, true),
            Section::InTheirWords => page_one::in_their_words(self, &PageOne::new(self)),
            Section::Cautions => list(Block::Bullets, cautions::list(self)),
            Section::Positions => positions::voices(self, None),
            Section::Claims => list(Block::Entries, claims::entries(self, None)),
            Section::Figures => figures::table(self).into_iter().collect(),
            Section::Background => {
                brief.background.iter().flat_map(|prose| prose::blocks(self, prose)).collect()
            }
            Section::Gaps => list(Block::Bullets, self.all_prose(&brief.gaps)),
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

    /// Returns the address of the item of this brief with this id.
    fn own_address(&self, item: &Id) -> Text {
        self.address(&self.here.brief.anchor(item))
    }

    /// Returns whether it is composed for paper, not for the screen.
    fn is_on_paper(&self) -> bool {
        matches!(self.addressing, Addressing::Letters(_))
    }

    fn linked(&self, item: &Id) -> Linked<'_> {
        self.library.links().linked(self.here.brief, item)
    }

    /// Returns the address of an item of this brief as a label: `A-c1`.
    fn label(&self, item: &Id) -> Span {
        Span::new(Role::Label, self.own_address(item)).to(self.here.brief.anchor(item))
    }
}

/// Warns of an item of `here` if some of the quotations that it rests on failed, or if an error was found
/// in it.
fn doubt(here: &Lettered<'_>, item: &Id, evidence: &[Id]) -> Flow {
    let doubt = items::doubt(here.evidence, item, evidence);
    let sentence = |doubt| items::sentence(&items::capitalised(doubt).into());
    doubt.map(|doubt| Span::new(Role::Caution, sentence(doubt))).into_iter().collect()
}

/// Lists the sources of `briefs` by their letters, and explains how to read citations.
fn sources_by_letter<'a>(briefs: impl Iterator<Item = &'a Lettered<'a>>) -> Vec<Block> {
    let sources: Vec<NamedField> = briefs.map(source::named).collect();
    let Some(letter) = sources.first().map(|source| source.name.clone()) else { return Vec::new() };
    vec![Block::Fields(sources), source::legend(&letter, false)]
}

/// Joins the markings of several briefs.
fn markings<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Option<Text> {
    joined(briefs.filter_map(|brief| brief.marking.as_deref()))
}

/// Joins the names of those who prepared the briefs.
fn preparers(library: &Library) -> Option<Text> {
    joined(library.briefs().filter_map(|brief| brief.prepared_by.as_deref()))
}

/// Joins texts, each once. Returns [`None`] if there are none.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Text> {
    let texts: IndexSet<&str> = texts.collect();
    (!texts.is_empty()).then(|| Vec::from_iter(texts).join("; ").into())
}

fn plain(text: &str) -> Flow {
    vec![Span::new(Role::Plain, text)]
}

fn lines_to_take(page: &BriefPage<'_>) -> Vec<Block> {
    let lines = page.all_prose(&page.here.brief.lines_to_take);
    if lines.is_empty() {
        return Vec::new();
    }
    let whose = Span::new(Role::Aside, "Our own words, not the source’s.");
    vec![Block::Paragraph(vec![whose]), Block::Bullets(lines)]
}

/// Returns `body` under its heading; nothing if there is no body.
fn headed(heading: &str, body: Vec<Block>) -> Vec<Block> {
    let heading = (!body.is_empty()).then(|| Block::Heading(heading.into()));
    heading.into_iter().chain(body).collect()
}

fn list<T>(block: impl Fn(Vec<T>) -> Block, items: Vec<T>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![block(items)] }
}
