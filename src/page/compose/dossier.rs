//! What the briefs say about one person or body, and where.

use indexmap::IndexMap;

use super::{BriefPage, asks, claims, list, markings, plain, positions, sources_by_letter};
use crate::brief::{Ask, Brief, Id};
use crate::library::Library;
use crate::library::dossiers::{Dossier, Post, StatedPosition};
use crate::page::addressing::Addressing;
use crate::page::citation::Letters;
use crate::page::document::{
    AskEntry, Block, DocumentPart, Flow, ListEntry, NamedField, Role, Span,
};
use crate::text::Text;

/// Composes one person or body: posts as each source styles them, positions by brief and topic,
/// claims, and what they ask, promise, do and are asked.
pub fn part(library: &Library, letters: &Letters<'_>, dossier: &Dossier<'_>) -> DocumentPart {
    let page = DossierPage { library, letters, dossier };
    let sections = [
        ("POSITIONS", page.positions()),
        ("CLAIMS", list(Block::Entries, page.claims())),
        ("ASKS, COMMITMENTS AND ACTIONS", list(Block::Asks, page.asks(&dossier.asks_made))),
        ("ASKED OF THEM", list(Block::Asks, page.asks(&dossier.asks_received))),
        ("SOURCES", page.sources()),
    ];
    let mut blocks = vec![page.known()];
    for (heading, body) in sections.into_iter().filter(|(_, body)| !body.is_empty()) {
        blocks.push(Block::Heading(heading.into()));
        blocks.extend(body);
    }
    DocumentPart {
        label: if dossier.is_person() { "PERSON" } else { "BODY" }.into(),
        title: dossier.names().first().cloned().unwrap_or_default(),
        marking: markings(dossier.styles.iter().map(|style| style.brief)),
        blocks,
    }
}

/// A person or body, and the briefs they are looked up in.
struct DossierPage<'a> {
    library: &'a Library,
    letters: &'a Letters<'a>,
    dossier: &'a Dossier<'a>,
}

impl DossierPage<'_> {
    /// Composes who they are: other names, posts as each source styles them, and the people of a
    /// body.
    fn known(&self) -> Block {
        let names: Vec<String> =
            self.dossier.names().iter().skip(1).map(ToString::to_string).collect();
        let posts: Vec<Flow> = self.dossier.posts().iter().map(|post| self.post(post)).collect();
        let people: Vec<String> = self.dossier.people.iter().map(|id| self.name(id)).collect();
        let mut fields = vec![NamedField::new("Id", plain(self.dossier.id.as_str()))];
        if !names.is_empty() {
            fields.push(NamedField::new("Also", plain(&names.join(", "))));
        }
        if !posts.is_empty() {
            fields.push(NamedField::with_values("Post", posts));
        }
        if !people.is_empty() {
            fields.push(NamedField::new("People", plain(&people.join(", "))));
        }
        Block::Fields(fields)
    }

    /// Returns a post with its sources: `director general operations, National Crime Agency
    /// (source C)`.
    fn post(&self, post: &Post<'_>) -> Flow {
        let letters: Vec<&str> = post
            .briefs
            .iter()
            .filter_map(|brief| Some(self.letters.lettered(brief)?.letter.as_str()))
            .collect();
        let word = if letters.len() == 1 { "source" } else { "sources" };
        vec![
            Span::new(Role::Post, post.styled()),
            Span::new(Role::Plain, format!(" ({word} {})", letters.join(", "))),
        ]
    }

    fn name(&self, id: &Id) -> String {
        let named = self.library.briefs().find_map(|brief| brief.party(id));
        named.map_or_else(|| id.to_string(), |party| party.styled_name().to_string())
    }

    /// Lists what they say, under each brief with its topics.
    fn positions(&self) -> Vec<Block> {
        let mut by_brief: IndexMap<&Id, Vec<&StatedPosition<'_>>> = IndexMap::new();
        for position in &self.dossier.positions {
            by_brief.entry(&position.brief.id).or_default().push(position);
        }
        let mut blocks = Vec::new();
        for positions in by_brief.values() {
            let entries: Vec<ListEntry> = positions
                .iter()
                .filter_map(|position| {
                    let page = self.page(position.brief)?;
                    let body = positions::statement(&page, position.quote);
                    Some(ListEntry { labels: vec![page.label(&position.quote.id)], body })
                })
                .collect();
            if let Some(position) = positions.first() {
                blocks.push(Block::Subheading(self.source(position.brief)));
            }
            blocks.push(Block::Entries(entries));
        }
        blocks
    }

    /// Names a brief by its letter, its title and its topics.
    fn source(&self, brief: &Brief) -> Text {
        let letter = self.letters.lettered(brief).map_or("", |here| here.letter.as_str());
        let topics: Vec<&str> = brief.topics.iter().map(Id::as_str).collect();
        let topics =
            if topics.is_empty() { String::new() } else { format!(" ({})", topics.join(", ")) };
        format!("{letter} – {}{topics}", brief.source.title).into()
    }

    fn claims(&self) -> Vec<ListEntry> {
        let entry = |&(brief, claim)| Some(claims::entry(&self.page(brief)?, claim));
        self.dossier.claims.iter().filter_map(entry).collect()
    }

    fn asks(&self, asks: &[(&Brief, &Ask)]) -> Vec<AskEntry> {
        let entry = |&(brief, ask): &(&Brief, &Ask)| Some(asks::entry(&self.page(brief)?, ask));
        asks.iter().filter_map(entry).collect()
    }

    /// Lists the sources that name them.
    fn sources(&self) -> Vec<Block> {
        let naming =
            self.dossier.styles.iter().filter_map(|style| self.letters.lettered(style.brief));
        sources_by_letter(naming)
    }

    fn page(&self, brief: &Brief) -> Option<BriefPage<'_>> {
        let here = self.letters.lettered(brief)?;
        Some(BriefPage {
            library: self.library,
            addressing: Addressing::Letters(self.letters),
            here,
        })
    }
}
