//! The record of one person or body across briefs: their posts, what they say, and what they ask and
//! are asked.

use super::WordedRows;
use crate::brief::{Addressee, Anchor, Ask, Brief, Claim, Id};
use crate::library::Library;
use crate::library::dossiers::{Dossier, StatedPosition, dossier};
use crate::page::{Role, Span, items};
use crate::reader::list::{Row, RowId};
use crate::reader::screens::asks::ask_row;
use crate::reader::screens::{Around, blocks};
use crate::text::Text;

/// The rows of the record, section by section. A search may hide some.
pub fn rows(around: &Around<'_>, person: &Addressee) -> WordedRows {
    let library = around.briefs.library();
    let mut record = Recorder { around, library, rows: WordedRows::new() };
    match person {
        Addressee::Party(id) => {
            if let Some(dossier) = dossier(library, id) {
                record.dossier(&dossier);
            }
        }
        Addressee::Everyone => record.asks("Asked of everyone", &asked_of(library, person)),
        Addressee::Unstated => record.asks("Asked of nobody named", &asked_of(library, person)),
    }
    record.rows
}

fn asked_of<'a>(library: &'a Library, to: &Addressee) -> Vec<(&'a Brief, &'a Ask)> {
    let asks = library.briefs().flat_map(|brief| brief.asks.values().map(move |ask| (brief, ask)));
    asks.filter(|(_, ask)| ask.to.contains(to)).collect()
}

/// Writes a record.
struct Recorder<'a> {
    around: &'a Around<'a>,
    library: &'a Library,
    rows: WordedRows,
}

impl Recorder<'_> {
    fn dossier(&mut self, dossier: &Dossier<'_>) {
        self.styles(dossier);
        self.people(dossier);
        for (topics, positions) in topics(dossier) {
            let title = format!("Says on {topics}");
            self.section(
                &title,
                positions.iter().map(|position| (anchor(position), position_row(position))),
            );
        }
        self.asks("Asks, promises and does", &dossier.asks_made);
        self.asks("Is asked", &dossier.asks_received);
        self.claims(&dossier.claims);
    }

    /// The posts of a person, or the names of a body, as each brief has them.
    fn styles(&mut self, dossier: &Dossier<'_>) {
        let posts: Vec<_> = if dossier.is_person() {
            dossier
                .posts()
                .into_iter()
                .map(|post| {
                    let body = post
                        .organisation
                        .map(|body| format!(", {}", body.name))
                        .unwrap_or_default();
                    (format!("{}{body}", post.post), post.briefs)
                })
                .collect()
        } else {
            vec![(
                dossier.names().join("; "),
                dossier.styles.iter().map(|style| style.brief).collect(),
            )]
        };
        let rows = posts.into_iter().filter_map(|(words, briefs)| {
            let anchor = briefs.first()?.anchor(dossier.id);
            let briefs: Vec<&str> = briefs.iter().map(|brief| brief.id.as_str()).collect();
            let words = vec![
                Span::new(Role::Post, words),
                Span::new(Role::Plain, " — "),
                Span::new(Role::Citation, briefs.join(", ")),
            ];
            Some((anchor, Row { blocks: vec![words], ..Row::default() }))
        });
        let title = if dossier.is_person() { "Styled" } else { "Named" };
        self.section(title, rows.collect::<Vec<_>>());
    }

    /// Those who act in a post of a body.
    fn people(&mut self, dossier: &Dossier<'_>) {
        let brief_of =
            |id: &Id| self.library.briefs().find(|brief| brief.officials.contains_key(id));
        let rows: Vec<_> = dossier
            .people
            .iter()
            .filter_map(|id| {
                let brief = brief_of(id)?;
                let words = items::official(brief, brief.officials.get(*id)?);
                Some((brief.anchor(id), Row { blocks: vec![words], ..Row::default() }))
            })
            .collect();
        self.section("Its people", rows);
    }

    fn asks(&mut self, title: &str, asks: &[(&Brief, &Ask)]) {
        let (library, today) = (self.library, self.around.today);
        let rows = asks.iter().filter_map(|(brief, ask)| {
            let anchor = brief.anchor(&ask.id);
            let row = ask_row(library, &anchor, today)?;
            Some((anchor, row))
        });
        self.section(title, rows);
    }

    fn claims(&mut self, claims: &[(&Brief, &Claim)]) {
        let library = self.library;
        let rows = claims.iter().map(|(brief, claim)| {
            let anchor = brief.anchor(&claim.id);
            let linked = library.links().get(&anchor);
            let text = items::claim(brief, claim, linked, |anchor| anchor.to_string().into());
            let place = vec![Span::new(Role::Citation, anchor.to_string())];
            let blocks = blocks([vec![text.text], text.relations, text.remarks, place]);
            (
                anchor,
                Row { blocks, count: Some(linked.evidence.len()), gap: true, ..Row::default() },
            )
        });
        self.section("Claims", rows);
    }

    /// A section of this name, unless it would be empty. Its last row has a gap after it.
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

/// The positions by topic. Topics under which the same positions stand are named together.
fn topics<'a>(dossier: &Dossier<'a>) -> Vec<(String, Vec<StatedPosition<'a>>)> {
    let mut found: Vec<(String, Vec<StatedPosition<'a>>)> = Vec::new();
    for (topic, positions) in dossier.positions_by_topic() {
        let name = topic.map_or("no topic in particular", |topic| topic.as_str());
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

/// What someone says: the words, to whom and when, and what they rest on.
fn position_row(position: &StatedPosition<'_>) -> Row {
    let StatedPosition { entry, brief, quote } = position;
    let text = items::quote(brief, quote, entry.evidence.findings.get(&quote.id));
    let label = text.label.into_iter().flat_map(|label| [label, Span::new(Role::Plain, " ")]);
    let mut basis = vec![
        Span::new(Role::Citation, anchor(position).to_string()),
        Span::new(Role::Plain, " · "),
    ];
    basis.extend(text.basis);
    Row {
        blocks: blocks([
            label.chain([text.words]).collect(),
            text.circumstances,
            basis,
            text.note.into_iter().collect(),
        ]),
        gap: true,
        ..Row::default()
    }
}
