//! Composes the document: what the printed briefs say, section by section.

mod across;
mod asks;
mod cautions;
mod claims;
mod dossier;
mod figures;
mod positions;
mod prose;
mod source;

use super::citation::{Lettered, Register};
use indexmap::IndexSet;

use super::document::{Block, Document, Field, Flow, Part, Role, Span};
use super::items;
use super::section::Section;
use crate::brief::{Brief, Id, Prose};
use crate::library::{Library, Linked, dossiers};
use crate::text::Text;

/// Composes the sound briefs of `library`, each with those of `sections` that have something to
/// say, in the order of the page. What they say of each other comes last, on a page of its own,
/// where there are several.
pub fn compose(library: &Library, sections: &[Section]) -> Document {
    let register = Register::new(library);
    let pages = register.briefs().iter().map(|here| Page { library, register: &register, here });
    let mut parts: Vec<Part> = pages.map(|page| page.part(sections)).collect();
    if parts.len() > 1 && sections.contains(&Section::CrossSource) {
        parts.push(across::part(library, &register));
    }
    Document { parts, notes: register.notes() }
}

/// Composes what the sound briefs of `library` say of one person or body; nothing where none
/// names them.
pub fn compose_dossier(library: &Library, id: &Id) -> Document {
    let register = Register::new(library);
    let dossier = dossiers::dossier(library, id);
    let parts = dossier.iter().map(|dossier| dossier::part(library, &register, dossier)).collect();
    Document { parts, notes: register.notes() }
}

/// One brief and what it is printed with.
struct Page<'a> {
    library: &'a Library,
    register: &'a Register<'a>,
    here: &'a Lettered<'a>,
}

impl Page<'_> {
    fn part(&self, sections: &[Section]) -> Part {
        let brief = self.here.brief;
        let mut blocks = vec![source::head(self)];
        for &section in Section::ALL.iter().filter(|section| sections.contains(section)) {
            let body = self.section(section);
            if !body.is_empty() {
                blocks.push(Block::Heading(section.heading().into()));
                blocks.extend(body);
            }
        }
        Part {
            label: format!("BRIEF {}", self.here.letter).into(),
            title: brief.source.title.clone(),
            marking: brief.marking.clone(),
            blocks,
        }
    }

    /// What stands under a section's heading; nothing where it has nothing to say.
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
        prose::flow(self.register, self.here, prose)
    }

    fn all_prose(&self, paragraphs: &[Prose]) -> Vec<Flow> {
        paragraphs.iter().map(|prose| self.prose(prose)).collect()
    }

    /// Cites what the item with this id rests on.
    fn cite(&self, item: &Id) -> Flow {
        self.register.cite(self.here, [&self.here.brief.anchor(item)])
    }

    fn linked(&self, item: &Id) -> &Linked {
        self.library.links().get(&self.here.brief.anchor(item))
    }

    /// An item's address as a label: `A-c1`.
    fn label(&self, item: &Id) -> Span {
        Span::new(Role::Label, format!("{}-{item}", self.here.letter))
            .to(self.here.brief.anchor(item))
    }
}

/// Says of an item of `here` that some of the quotations it rests on failed.
fn doubt(here: &Lettered<'_>, evidence: &[Id]) -> Flow {
    let doubt = || Span::new(Role::Caution, "Rests on a quotation that failed.");
    here.has_failed(evidence).then(doubt).into_iter().collect()
}

/// Which letter stands for the source of which of `briefs`, and how citations are read.
fn letters<'a>(briefs: impl Iterator<Item = &'a Lettered<'a>>) -> Vec<Block> {
    let sources: Vec<Field> = briefs.map(source::named).collect();
    let Some(letter) = sources.first().map(|source| source.name.clone()) else { return Vec::new() };
    vec![Block::Fields(sources), source::legend(&letter)]
}

/// How what comes from several briefs is to be handled: as each of them says.
fn markings<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Option<Text> {
    let markings: IndexSet<&str> = briefs.filter_map(|brief| brief.marking.as_deref()).collect();
    (!markings.is_empty()).then(|| Vec::from_iter(markings).join("; ").into())
}

fn lines_to_take(page: &Page<'_>) -> Vec<Block> {
    let lines = page.all_prose(&page.here.brief.lines_to_take);
    if lines.is_empty() {
        return Vec::new();
    }
    let whose = Span::new(Role::Caution, "Our own words, not the source’s.");
    vec![Block::Paragraph(vec![whose]), Block::Bullets(lines)]
}

fn gaps_and_cautions(page: &Page<'_>) -> Vec<Block> {
    let gaps = page.all_prose(&page.here.brief.gaps);
    let lists = [("Gaps in the source", gaps), ("Cautions", cautions::list(page))];
    let titled = |(title, list): (&str, _)| [Block::Subheading(title.into()), Block::Bullets(list)];
    lists.into_iter().filter(|(_, list)| !list.is_empty()).flat_map(titled).collect()
}

fn list<T>(block: impl Fn(Vec<T>) -> Block, items: Vec<T>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![block(items)] }
}
