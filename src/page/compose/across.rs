//! What several briefs say about the same people, asks and points: the last page if several are
//! printed.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};

use super::{doubt, items, markings, sources_by_letter};
use crate::brief::{Addressee, Anchor, Ask, AskKind, Brief, Item, Link, Party, Relation, Status};
use crate::library::Library;
use crate::library::dossiers::{self, Dossier, dossiers};
use crate::library::points::{Bearing, Point, Points};
use crate::page::citation::Letters;
use crate::page::document::{
    Block, DocumentPart, Flow, ListEntry, Matrix, MatrixRow, Role, Span, join,
};
use crate::text::Text;

/// A matrix with more cells than this is not composed: nobody could read it.
const MOST_CELLS: usize = 4_000;

/// Composes the page on how the printed briefs of `library` are connected.
pub fn part(library: &Library, letters: &Letters<'_>) -> DocumentPart {
    let across = Across { library, letters, dossiers: dossiers(library) };
    let sections = [
        ("WHAT WAS ASKED OF WHOM", across.asked()),
        ("THE SAME POINT IN SEVERAL SOURCES", across.points()),
        ("NAMES AND POSTS THAT DIFFER", across.styles()),
    ];
    let mut blocks = sources_by_letter(letters.briefs().iter());
    blocks.extend(across.matrix());
    for (heading, body) in sections.into_iter().filter(|(_, body)| !body.is_empty()) {
        blocks.push(Block::Heading(heading.into()));
        blocks.extend(body);
    }
    DocumentPart { marking: markings(library.briefs()), blocks, ..bare(letters) }
}

/// Returns the page without what it says.
pub fn bare(letters: &Letters<'_>) -> DocumentPart {
    DocumentPart {
        label: "CROSS-SOURCE".into(),
        title: format!("How {} sources are connected", letters.briefs().len()).into(),
        marking: None,
        blocks: Vec::new(),
    }
}

/// The printed briefs, and what is known across them.
struct Across<'a> {
    library: &'a Library,
    letters: &'a Letters<'a>,
    dossiers: Vec<Dossier<'a>>,
}

impl Across<'_> {
    /// Composes who is involved in which ask.
    fn matrix(&self) -> Option<Block> {
        if self.library.briefs().map(|brief| brief.asks.len()).sum::<usize>() > MOST_CELLS {
            return None;
        }
        let matrix = dossiers::InvolvementMatrix::new(self.library);
        let columns: HashMap<&Anchor, usize> =
            matrix.columns.iter().enumerate().map(|(i, anchor)| (anchor, i)).collect();
        let mut cells: HashMap<&Addressee, Vec<(usize, Flow)>> = HashMap::new();
        for (row, column, parts) in matrix.cells() {
            if let Some(&column) = columns.get(column) {
                cells.entry(row).or_default().push((column, cell(parts)));
            }
        }
        let rows = matrix.rows.iter().filter_map(|row| {
            let mut cells = cells.remove(row)?;
            cells.sort_by_key(|(column, _)| *column);
            Some(MatrixRow { name: self.addressee(row), cells })
        });
        let rows: Vec<MatrixRow> = rows.collect();
        let label = |anchor: &Anchor| {
            Span::new(Role::Label, self.letters.address(anchor)).to(anchor.clone())
        };
        let columns: Vec<Span> = matrix.columns.iter().map(label).collect();
        let heading = "WHO IS INVOLVED IN WHICH ASK".into();
        let matrix = Matrix { heading, corner: "Who".into(), columns, rows };
        let is_readable = matrix.rows.len() * matrix.columns.len() <= MOST_CELLS;
        (is_readable && !matrix.rows.is_empty()).then_some(Block::Matrix(matrix))
    }

    /// Lists every ask under each party that it is asked of, with its answers.
    fn asked(&self) -> Vec<Block> {
        let mut asks: IndexMap<&Addressee, Vec<(&Brief, &Ask)>> = IndexMap::new();
        for brief in self.library.briefs() {
            for ask in brief.asks.iter().filter(|ask| ask.kind == AskKind::Ask) {
                for to in &ask.to {
                    asks.entry(to).or_default().push((brief, ask));
                }
            }
        }
        let is_unanswered = |(brief, ask): &(&Brief, &Ask)| {
            self.answers(brief, ask).next().is_none() && is_open(ask)
        };
        let lacking = asks.values().flatten().any(is_unanswered).then(|| {
            let words = "Asks without an answer below have none in these sources.";
            Block::Paragraph(vec![Span::new(Role::Aside, words)])
        });
        let of_one = |(to, asks): (&Addressee, Vec<(&Brief, &Ask)>)| Block::Voice {
            speaker: vec![self.addressee(to)],
            statements: asks.into_iter().map(|(brief, ask)| self.ask(brief, ask)).collect(),
        };
        lacking.into_iter().chain(asks.into_iter().map(of_one)).collect()
    }

    /// Returns the wording of an ask, with its status and its answers below it.
    fn ask(&self, brief: &Brief, ask: &Ask) -> Vec<Flow> {
        let anchor = brief.anchor(&ask.id);
        let answers = self.answers(brief, ask).map(|link| self.named("Answered by", &link.target));
        let status = ask.status.filter(|_| !is_open(ask)).map(items::status_sentence);
        let status = status.map(|status| vec![Span::new(Role::Plain, status)]);
        let label = Span::new(Role::Label, self.letters.address(&anchor)).to(anchor.clone());
        let line = join([vec![label], self.claim(&anchor)], " ");
        std::iter::once(line).chain(status).chain(answers).collect()
    }

    fn answers(&self, brief: &Brief, ask: &Ask) -> impl Iterator<Item = &Link> {
        let incoming = self.library.links().incoming(&brief.anchor(&ask.id));
        incoming.iter().filter(|link| link.relation == Relation::Answers)
    }

    /// Lists the points that several sources make, and those that bear on points of other sources.
    fn points(&self) -> Vec<Block> {
        let points = Points::new(self.library);
        let mut bearings: HashMap<usize, Vec<&Bearing>> = HashMap::new();
        for bearing in
            points.relations().iter().filter(|bearing| bearing.from.brief != bearing.to.brief)
        {
            if let (Some(from), Some(_)) = (points.index(&bearing.from), points.index(&bearing.to))
            {
                bearings.entry(from).or_default().push(bearing);
            }
        }
        let entry = |(index, point): (usize, &Point<'_>)| {
            let bearings = bearings.get(&index).map_or(&[][..], Vec::as_slice);
            let repeated = match point.briefs().len() {
                1 => None,
                count => Some(format!("One point in {count} sources: count it once.")),
            };
            if repeated.is_none() && bearings.is_empty() {
                return None;
            }
            let mut claims = point.anchors();
            let first = claims.next()?;
            let mut body = vec![self.claim(&first)];
            body.extend(claims.map(|claim| self.named("Also", &claim)));
            body.extend(repeated.map(|repeated| vec![Span::new(Role::Aside, repeated)]));
            body.extend(bearings.iter().map(|bearing| self.bearing(&first, bearing)));
            if bearings.iter().any(|bearing| bearing.relation == Relation::Corroborates) {
                body.push(independence(points.independent(index)));
            }
            let label = Span::new(Role::Label, self.letters.address(&first)).to(first.clone());
            Some(ListEntry { labels: vec![label], body })
        };
        let entries: Vec<ListEntry> = points.all().iter().enumerate().filter_map(entry).collect();
        if entries.is_empty() {
            let none = "No claim from one source is linked to a claim from another.";
            return vec![Block::Paragraph(vec![Span::new(Role::Aside, none)])];
        }
        vec![Block::Entries(entries)]
    }

    /// Says how a claim of the point that is listed under `first` bears on another point.
    fn bearing(&self, first: &Anchor, bearing: &Bearing) -> Flow {
        let verb = items::capitalised(bearing.relation.word());
        if bearing.from == *first {
            return self.named(&verb, &bearing.to);
        }
        let from = self.letters.address(&bearing.from);
        self.named(&format!("{from} {}", bearing.relation.word()), &bearing.to)
    }

    /// Lists the people whose name or post differs between sources.
    fn styles(&self) -> Vec<Block> {
        let voice = |dossier: &Dossier<'_>| {
            let mut styles: IndexMap<Text, (Flow, Vec<&str>)> = IndexMap::new();
            for style in &dossier.styles {
                let Party::Official(official) = style.party else { continue };
                let flow = items::official(style.brief, official);
                let words = flow.iter().map(|span| span.text.as_str()).collect::<String>();
                let letter = self.letters.lettered(style.brief).map(|here| here.letter.as_str());
                styles.entry(words.into()).or_insert((flow, Vec::new())).1.extend(letter);
            }
            let statement = |(flow, letters): (Flow, Vec<&str>)| {
                let word = if letters.len() == 1 { "source" } else { "sources" };
                let where_so =
                    Span::new(Role::Plain, format!("In {word} {}: ", letters.join(", ")));
                vec![[vec![where_so], flow].concat()]
            };
            let name =
                Span::new(Role::Speaker, dossier.names().first().cloned().unwrap_or_default());
            (styles.len() > 1).then(|| Block::Voice {
                speaker: vec![name],
                statements: styles.into_values().map(statement).collect(),
            })
        };
        self.dossiers.iter().filter_map(voice).collect()
    }

    /// Returns the name of a party that is asked something.
    fn addressee(&self, to: &Addressee) -> Span {
        match to {
            Addressee::Party(id) => {
                self.library.briefs().find(|brief| brief.party(id).is_some()).map_or_else(
                    || Span::new(Role::Speaker, Text::new(id)),
                    |brief| items::party(brief, id),
                )
            }
            Addressee::Everyone => Span::new(Role::Speaker, "Everyone"),
            Addressee::Unstated => Span::new(Role::Aside, "Addressee not stated"),
        }
    }

    /// Returns an item with its address, after `how` it is involved: `Answered by B-a1, Sir Ian Marsh:
    /// … [B2]`.
    fn named(&self, how: &str, item: &Anchor) -> Flow {
        let address = Span::new(Role::Relation, self.letters.address(item)).to(item.clone());
        let how = vec![Span::new(Role::Plain, format!("{how} ")), address];
        join([how, self.claim(item)], " ")
    }

    /// Returns the wording of a claim or an ask: its party, its words, any doubts and its citation.
    fn claim(&self, item: &Anchor) -> Flow {
        let Some(here) = self.letters.get(&item.brief) else { return Flow::new() };
        let (by, words, evidence, inferred) = match here.brief.item(&item.item) {
            Some(Item::Claim(claim)) => (
                items::speaker(here.brief, &claim.by),
                &claim.text,
                &claim.evidence,
                claim.inferred,
            ),
            Some(Item::Ask(ask)) => {
                (items::party(here.brief, &ask.by), &ask.action, &ask.evidence, ask.inferred)
            }
            _ => return Flow::new(),
        };
        let words = Span::new(Role::Plain, items::sentence(words)).to(item.clone());
        let said = vec![by, Span::new(Role::Plain, ": "), words];
        let remarks = [doubt(here, &item.item, evidence), items::remarks(inferred, None)];
        join([said].into_iter().chain(remarks).chain([self.letters.cite(here, [item])]), " ")
    }
}

fn is_open(ask: &Ask) -> bool {
    matches!(ask.status, Some(Status::Open) | None)
}

/// Says how many claimants make the point, each counted once.
fn independence(claimants: usize) -> Flow {
    let words = match claimants {
        1 => "1 claimant says so: no independent confirmation.".to_owned(),
        claimants => format!("{claimants} claimants say so, each counted once."),
    };
    vec![Span::new(Role::Aside, words)]
}

/// Says how a party is involved in an ask.
fn cell(parts: &[dossiers::MatrixPart]) -> Flow {
    let word = |part: &dossiers::MatrixPart| match part {
        dossiers::MatrixPart::Makes(AskKind::Ask) => "asks",
        dossiers::MatrixPart::Makes(AskKind::Commitment) => "commits",
        dossiers::MatrixPart::Makes(AskKind::Action) => "acts",
        dossiers::MatrixPart::IsAsked => "is asked",
        dossiers::MatrixPart::Answers(_) => "answers",
    };
    let words: IndexSet<&str> = parts.iter().map(word).collect();
    vec![Span::new(Role::Plain, Vec::from_iter(words).join(", "))]
}
