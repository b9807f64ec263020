//! The record of one person or body across briefs: their posts, what they say, and what they ask and
//! are asked.

use super::WordedRows;
use crate::brief::{Addressee, Anchor, Ask, Brief};
use crate::library::Library;
use crate::library::dossiers::{Dossier, StatedPosition, dossier};
use crate::page::{Role, Span, items};
use crate::reader::list::{Row, RowId};
use crate::reader::screens::{Around, item_row};
use crate::text::Text;

/// Returns the rows of the record, section by section. A search may hide some.
pub fn rows(around: &Around<'_>, person: &Addressee) -> WordedRows {
    let library = around.briefs.library();
    let mut record = Recorder { around, rows: WordedRows::new() };
    match person {
        Addressee::Party(id) => {
            if let Some(dossier) = dossier(library, id) {
                record.dossier(&dossier);
            }
        }
        Addressee::Everyone => record.asks("Asked of everyone", &asked_of(library, person)),
        Addressee::Unstated => {
            record.asks("Asked of nobody in particular", &asked_of(library, person));
        }
    }
    record.rows
}

fn asked_of<'a>(library: &'a Library, to: &Addressee) -> Vec<(&'a Brief, &'a Ask)> {
    let asks = library.briefs().flat_map(|brief| brief.asks.iter().map(move |ask| (brief, ask)));
    asks.filter(|(_, ask)| ask.to.contains(to)).collect()
}

/// Writes a record.
struct Recorder<'a> {
    around: &'a Around<'a>,
    rows: WordedRows,
}

impl Recorder<'_> {
    fn dossier(&mut self, dossier: &Dossier<'_>) {
        self.names(dossier);
        self.people(dossier);
        for (topics, positions) in topics(dossier) {
            self.items(&format!("Says on {topics}"), positions.iter().map(anchor));
        }
        self.asks("Asks, promises and does", &dossier.asks_made);
        self.asks("Is asked", &dossier.asks_received);
        let claims = dossier.claims.iter();
        self.items("Claims", claims.map(|(brief, claim)| brief.anchor(&claim.id)));
    }

    /// Writes the posts of a person, or the names of a body, as each brief has them.
    fn names(&mut self, dossier: &Dossier<'_>) {
        let (title, names) = if dossier.is_person() {
            let posts =
                dossier.posts().into_iter().map(|post| (post.styled().to_string(), post.briefs));
            ("Posts", posts.collect())
        } else {
            let briefs = dossier.styles.iter().map(|style| style.brief).collect();
            ("Names", vec![(dossier.names().join("; "), briefs)])
        };
        let rows = names.into_iter().filter_map(|(words, briefs): (String, Vec<&Brief>)| {
            let anchor = briefs.first()?.anchor(dossier.id);
            let briefs: Vec<&str> = briefs.iter().map(|brief| brief.id.as_str()).collect();
            let words = vec![
                Span::new(Role::Post, words),
                Span::new(Role::Plain, " — "),
                Span::new(Role::Citation, briefs.join(", ")),
            ];
            Some((anchor, Row::block(words)))
        });
        self.section(title, rows);
    }

    /// Lists those who act in a post of a body.
    fn people(&mut self, dossier: &Dossier<'_>) {
        let library = self.around.briefs.library();
        let rows = dossier.people.iter().filter_map(|id| {
            let brief = library.briefs().find(|brief| brief.officials.contains(id))?;
            let words = items::official(brief, brief.officials.get(id)?);
            Some((brief.anchor(id), Row::block(words)))
        });
        self.section("People", rows);
    }

    fn asks(&mut self, title: &str, asks: &[(&Brief, &Ask)]) {
        self.items(title, asks.iter().map(|(brief, ask)| brief.anchor(&ask.id)));
    }

    fn items(&mut self, title: &str, items: impl Iterator<Item = Anchor>) {
        let around = self.around;
        let rows = items.filter_map(|anchor| Some((anchor.clone(), item_row(around, &anchor)?)));
        self.section(title, rows);
    }

    /// Writes a section, unless it would be empty. Its last row has a gap after it.
    fn section(&mut self, title: &str, rows: impl IntoIterator<Item = (Anchor, Row)>) {
        let title = Text::new(title);
        let from = self.rows.len();
        let around = self.around;
        for (anchor, row) in rows.into_iter().filter(|(anchor, _)| around.lets_through(anchor)) {
            self.rows.insert(RowId::Under(title.clone(), anchor), row);
        }
        if self.rows.len() > from {
            self.rows[from].heading = vec![vec![Span::new(Role::Heading, title)]];
            let last = self.rows.len() - 1;
            self.rows[last].gap = true;
        }
    }
}

/// Returns the positions by topic. Topics that have the same positions are named together.
fn topics<'a>(dossier: &Dossier<'a>) -> Vec<(String, Vec<StatedPosition<'a>>)> {
    let mut found: Vec<(String, Vec<StatedPosition<'a>>)> = Vec::new();
    for (topic, positions) in dossier.positions_by_topic() {
        let name = topic.map_or("no particular topic", |topic| topic.as_str());
        match found.iter_mut().find(|(_, others)| same(others, &positions)) {
            Some((names, _)) => *names = format!("{names}, {name}"),
            None => found.push((name.to_owned(), positions)),
        }
    }
    found
}

fn same(a: &[StatedPosition<'_>], b: &[StatedPosition<'_>]) -> bool {
    a.iter().map(anchor).eq(b.iter().map(anchor))
}

fn anchor(position: &StatedPosition<'_>) -> Anchor {
    position.brief.anchor(&position.quote.id)
}
