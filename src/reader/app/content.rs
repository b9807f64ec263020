//! What each pane shows: which rows, and what they say.

use crate::brief::{
    Anchor, Ask, Brief, Claim, Id, LineColumn, Problem, Prose, ProseRun, Quote, Severity, Speaker,
};
use crate::evidence::Finding;
use crate::library::search::TextKind;
use crate::library::{Entry, Library};
use crate::page::{Role, Span, StateRole, items};
use crate::reader::layout::Pane;
use crate::reader::list::{Row, RowId};
use crate::text::{Text, width};

/// What decides what the panes show. A pane whose scope stays the same shows the same rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// How often briefs have been read.
    pub read: usize,
    /// The brief that is open, by its place in the library.
    pub brief: Option<usize>,
    /// The official or organisation whose items alone are shown.
    pub party: Option<Id>,
    /// The claim or ask whose quotes alone are shown.
    pub subject: Option<Id>,
    /// The quote whose passage is shown.
    pub quote: Option<Id>,
    /// Whether the brief as a whole is looked at.
    pub overview: bool,
    /// How often what is searched for has changed.
    pub search: usize,
}

impl Scope {
    /// The part of the scope that the rows of `pane` depend on.
    pub fn of(&self, pane: Pane) -> Self {
        let Self { read, brief, party, subject, quote, overview, search } = self.clone();
        let brief_alone = Self { read, brief, search, ..Self::default() };
        match pane {
            Pane::Briefs => Self { read, search, ..Self::default() },
            Pane::Officials | Pane::Problems => brief_alone,
            Pane::Claims | Pane::Asks => Self { party, ..brief_alone },
            Pane::Quotes => Self { party, subject, ..brief_alone },
            Pane::Source => Self { quote, overview, ..brief_alone },
            Pane::Register | Pane::People | Pane::Record | Pane::Matrix => Self::default(),
        }
    }

    /// The entry that is open.
    pub fn entry<'a>(&self, library: &'a Library) -> Option<&'a Entry> {
        library.entries().get(self.brief?)
    }

    /// The brief that is open, unless it is broken.
    pub fn open<'a>(&self, library: &'a Library) -> Option<&'a Brief> {
        self.entry(library)?.brief.as_ref()
    }

    fn shows_quote(&self, quote: &Quote) -> bool {
        let to = quote.to.as_ref();
        self.party.is_none() || quote.by.party() == self.party.as_ref() || to == self.party.as_ref()
    }

    fn shows_claim(&self, claim: &Claim) -> bool {
        self.party.is_none() || claim.by.party() == self.party.as_ref()
    }

    fn shows_ask(&self, ask: &Ask) -> bool {
        self.party.as_ref().is_none_or(|party| {
            ask.by == *party || ask.to.iter().any(|to| to.party() == Some(party))
        })
    }
}

/// The rows of a list.
pub fn rows(library: &Library, scope: &Scope, pane: Pane) -> Vec<RowId> {
    let Some(brief) = scope.open(library) else { return Vec::new() };
    match pane {
        Pane::Officials => {
            let parties = brief.officials.keys().chain(brief.organisations.keys());
            std::iter::once(RowId::Everyone).chain(parties.cloned().map(RowId::Item)).collect()
        }
        Pane::Claims => {
            ids(brief.claims.values().filter(|claim| scope.shows_claim(claim)), |claim| &claim.id)
        }
        Pane::Asks => ids(brief.asks.values().filter(|ask| scope.shows_ask(ask)), |ask| &ask.id),
        Pane::Quotes => quotes(brief, scope),
        _ => Vec::new(),
    }
}

fn ids<'a, T: 'a>(items: impl Iterator<Item = &'a T>, id: impl Fn(&T) -> &Id) -> Vec<RowId> {
    items.map(|item| RowId::Item(id(item).clone())).collect()
}

/// The quotes of the subject in its own order, else every quote of the party's.
fn quotes(brief: &Brief, scope: &Scope) -> Vec<RowId> {
    let evidence = scope.subject.as_ref().and_then(|subject| {
        let claim = brief.claims.get(subject).map(|claim| &claim.evidence);
        claim.or_else(|| brief.asks.get(subject).map(|ask| &ask.evidence))
    });
    match evidence {
        Some(evidence) => evidence.iter().cloned().map(RowId::Item).collect(),
        None => {
            ids(brief.quotes.values().filter(|quote| scope.shows_quote(quote)), |quote| &quote.id)
        }
    }
}

/// What a row of a list says.
pub fn row(library: &Library, scope: &Scope, pane: Pane, row: &RowId) -> Row {
    match row {
        RowId::Brief(id) => library.entry(id).map(brief_row),
        RowId::Everyone => scope.open(library).map(everyone_row),
        RowId::Item(id) => {
            scope.entry(library).and_then(|entry| item_row(library, entry, pane, id))
        }
        RowId::Paragraph(number) => {
            scope.entry(library).and_then(|entry| paragraph_row(entry, scope, *number))
        }
        RowId::Fixed(_)
        | RowId::Anywhere(_)
        | RowId::Under(..)
        | RowId::Party(_)
        | RowId::Found(_) => None,
    }
    .unwrap_or_default()
}

fn brief_row(entry: &Entry) -> Row {
    let name = Span::new(Role::Plain, entry.id.as_str());
    let broken = Span::new(Role::State(StateRole::Failed), "✗ ");
    let spans = if entry.brief.is_some() { vec![name] } else { vec![broken, name] };
    Row { blocks: vec![spans], ..Row::default() }
}

fn everyone_row(brief: &Brief) -> Row {
    let count = brief.claims.len() + brief.asks.len() + brief.quotes.len();
    Row {
        blocks: vec![vec![Span::new(Role::Plain, "everyone")]],
        count: Some(count),
        ..Row::default()
    }
}

fn item_row(library: &Library, entry: &Entry, pane: Pane, id: &Id) -> Option<Row> {
    let brief = entry.brief.as_ref()?;
    Some(match pane {
        Pane::Claims => with_faults(claim_row(library, brief, brief.claims.get(id)?), entry, id),
        Pane::Asks => with_faults(ask_row(library, brief, brief.asks.get(id)?), entry, id),
        Pane::Quotes => {
            with_faults(quote_row(library, entry, brief, brief.quotes.get(id)?), entry, id)
        }
        _ => party_row(brief, id),
    })
}

/// A row that says too why its item does not stand, if it doesn't.
fn with_faults(mut row: Row, entry: &Entry, id: &Id) -> Row {
    let is_fault = |problem: &&Problem| {
        problem.rule.default_severity() == Severity::Error
            && problem.path.item().is_some_and(|item| *item == id.as_str())
    };
    row.blocks.extend(entry.evidence.problems.iter().filter(is_fault).map(|problem| {
        let sign = Span::new(Role::State(StateRole::Failed), "✗ ");
        vec![sign, Span::new(Role::Caution, problem.message.clone())]
    }));
    row
}

fn party_row(brief: &Brief, id: &Id) -> Row {
    let scope = Scope { party: Some(id.clone()), ..Scope::default() };
    let claims = brief.claims.values().filter(|claim| scope.shows_claim(claim)).count();
    let asks = brief.asks.values().filter(|ask| scope.shows_ask(ask)).count();
    let quotes = brief.quotes.values().filter(|quote| scope.shows_quote(quote)).count();
    Row {
        blocks: vec![vec![items::party(brief, id)]],
        count: Some(claims + asks + quotes),
        ..Row::default()
    }
}

fn claim_row(library: &Library, brief: &Brief, claim: &Claim) -> Row {
    let linked = library.links().get(&brief.anchor(&claim.id));
    let text = items::claim(brief, claim, linked, |anchor| address(brief, anchor));
    let mut sentence = vec![text.text];
    if claim.by != Speaker::Source {
        sentence.extend([Span::new(Role::Post, " — "), Span { role: Role::Post, ..text.by }]);
    }
    Row {
        label: Some(Span::new(Role::Label, claim.id.as_str())),
        indent: label_columns(brief.claims.keys()),
        blocks: blocks([sentence, text.relations, quiet(text.remarks)]),
        count: Some(linked.evidence.len()),
        ..Row::default()
    }
}

fn ask_row(library: &Library, brief: &Brief, ask: &Ask) -> Row {
    let linked = library.links().get(&brief.anchor(&ask.id));
    let text = items::ask(brief, ask, linked, |anchor| address(brief, anchor));
    let mut sentence = text.parties;
    sentence.extend([Span::new(Role::Plain, ": "), text.action]);
    Row {
        label: Some(text.kind),
        indent: "COMMIT ".len(),
        blocks: blocks([sentence, text.terms, text.relations, quiet(text.remarks)]),
        count: Some(linked.evidence.len()),
        ..Row::default()
    }
}

fn quote_row(library: &Library, entry: &Entry, brief: &Brief, quote: &Quote) -> Row {
    let linked = library.links().get(&brief.anchor(&quote.id));
    let text = items::quote(brief, quote, entry.evidence.findings.get(&quote.id));
    let label = text.label.into_iter().flat_map(|label| [label, Span::new(Role::Plain, " ")]);
    let mut basis = vec![Span::new(Role::Label, format!("{} · ", quote.id))];
    basis.extend(text.basis);
    Row {
        blocks: blocks([
            label.chain([text.words]).collect(),
            text.speaker,
            text.circumstances,
            basis,
            text.note.into_iter().collect(),
        ]),
        count: Some(linked.supports.len()),
        gap: true,
        ..Row::default()
    }
}

/// Remarks, set back behind what they are on.
fn quiet(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        if span.role == Role::Plain {
            span.role = Role::Post;
        }
    }
    spans
}

/// The blocks that say anything.
pub fn blocks<const N: usize>(blocks: [Vec<Span>; N]) -> Vec<Vec<Span>> {
    blocks.into_iter().filter(|block| !block.is_empty()).collect()
}

/// An item of this brief goes by its id, one of another brief by its whole address.
fn address(brief: &Brief, anchor: &Anchor) -> Text {
    if anchor.brief == brief.id { anchor.item.as_str().into() } else { anchor.to_string().into() }
}

fn label_columns<'a>(ids: impl Iterator<Item = &'a Id>) -> usize {
    ids.map(|id| width(id)).max().unwrap_or(0) + 1
}

/// A paragraph of the source, with the words of the quote as its quotation.
fn paragraph_row(entry: &Entry, scope: &Scope, number: usize) -> Option<Row> {
    let text = entry.evidence.text.as_ref()?;
    let paragraph = text.paragraphs().get(number.checked_sub(1)?)?;
    let found = found(entry, scope);
    let lit = found.map_or(&[][..], |found| &found.spans);
    let mut spans = Vec::new();
    let mut at = paragraph.start;
    for range in lit {
        let (start, end) =
            (range.start.clamp(at, paragraph.end), range.end.clamp(at, paragraph.end));
        spans.push(plain(Role::Plain, &text.as_str()[at..start]));
        spans.push(plain(Role::Quotation, &text.as_str()[start..end]));
        at = end;
    }
    spans.push(plain(Role::Plain, &text.as_str()[at..paragraph.end]));
    spans.retain(|span| !span.text.is_empty());
    Some(Row {
        label: Some(Span::new(Role::Citation, format!("¶{number}"))),
        indent: width(&format!("¶{}", text.paragraphs().len())) + 1,
        blocks: vec![spans],
        gap: true,
        ..Row::default()
    })
}

/// Text on one line: a newline in it is a space.
fn plain(role: Role, text: &str) -> Span {
    Span::new(role, text.replace(['\n', '\t'], " "))
}

/// What was found of the quote whose passage is shown.
pub fn found<'a>(entry: &'a Entry, scope: &Scope) -> Option<&'a Finding> {
    entry.evidence.findings.get(scope.quote.as_ref()?)
}

/// What the Source pane shows.
#[derive(Clone, Debug)]
pub enum Rows {
    /// The text of the source: so many paragraphs, with the passage from this one on.
    Paragraphs {
        /// How many.
        count: usize,
        /// Counted from 1.
        passage: usize,
    },
    /// The brief as a whole, or what is known of a source whose text is not here.
    Fixed(Vec<Row>),
}

/// The text of the source where it is here, else what is known of it and of the quote; but the
/// brief in short where that is looked at as a whole.
pub fn source_rows(library: &Library, scope: &Scope) -> Rows {
    let Some(entry) = scope.entry(library) else { return Rows::Fixed(Vec::new()) };
    let Some(brief) = &entry.brief else { return Rows::Fixed(Vec::new()) };
    match &entry.evidence.text {
        _ if scope.overview => {
            Rows::Fixed(overview(brief).into_iter().map(|(_, row)| row).collect())
        }
        Some(text) => {
            let first = found(entry, scope).and_then(|found| found.paragraphs.first());
            let passage = first.map_or(1, |number| usize::try_from(*number).unwrap_or(usize::MAX));
            Rows::Paragraphs { count: text.paragraphs().len(), passage }
        }
        None => Rows::Fixed(without_text(entry, brief, scope)),
    }
}

fn without_text(entry: &Entry, brief: &Brief, scope: &Scope) -> Vec<Row> {
    let mut rows =
        vec![paragraph(vec![Span::new(Role::Caution, "The text of the source is not here.")])];
    rows.extend(record(brief));
    if let Some(quote) = scope.quote.as_ref().and_then(|id| brief.quotes.get(id)) {
        rows.push(heading(&format!("Known of {}", quote.id)));
        rows.push(paragraph(items::quote(brief, quote, found(entry, scope)).basis));
    }
    rows
}

/// The row of the brief in short to begin at so that what is the `nth` of a kind, from 0, is read: its
/// own, or the heading just above it.
pub fn overview_row(brief: &Brief, kind: TextKind, nth: usize) -> Option<RowId> {
    let kinds: Vec<Option<TextKind>> = overview(brief).into_iter().map(|(of, _)| of).collect();
    let (row, _) = kinds.iter().enumerate().filter(|(_, of)| **of == Some(kind)).nth(nth)?;
    let is_below_heading = row.checked_sub(1).is_some_and(|above| kinds[above].is_none());
    Some(RowId::Fixed(row - usize::from(is_below_heading)))
}

/// The brief in short, row by row, with what part of it each says.
fn overview(brief: &Brief) -> Vec<(Option<TextKind>, Row)> {
    let mut rows = vec![
        (None, heading("Summary")),
        (Some(TextKind::Summary), paragraph(prose(&brief.summary))),
    ];
    let sections = [
        (TextKind::TopLines, "Top lines", "•", &brief.top_lines),
        (TextKind::LinesToTake, "Lines to take", "•", &brief.lines_to_take),
        (TextKind::Background, "Background", "", &brief.background),
        (TextKind::Gaps, "Gaps", "•", &brief.gaps),
    ];
    for (kind, title, mark, texts) in
        sections.into_iter().filter(|(_, _, _, texts)| !texts.is_empty())
    {
        rows.push((None, heading(title)));
        rows.extend(texts.iter().map(|text| {
            let label = (!mark.is_empty()).then(|| Span::new(Role::Label, mark));
            let indent = if mark.is_empty() { 0 } else { 2 };
            (Some(kind), Row { label, indent, ..paragraph(prose(text)) })
        }));
    }
    rows.push((None, heading("Source")));
    rows.extend(record(brief).into_iter().map(|row| (Some(TextKind::Source), row)));
    let handling = handling(brief);
    if !handling.is_empty() {
        rows.push((None, heading("This brief")));
        rows.extend(handling.into_iter().map(|(kind, row)| (Some(kind), row)));
    }
    rows
}

/// What the brief says of itself.
fn handling(brief: &Brief) -> Vec<(TextKind, Row)> {
    let topics: Vec<&str> = brief.topics.iter().map(Id::as_str).collect();
    let fields = [
        (TextKind::Topics, "Topics", (!topics.is_empty()).then(|| topics.join(", ").into())),
        (TextKind::PreparedBy, "Prepared by", brief.prepared_by.clone()),
        (TextKind::Marking, "Marking", brief.marking.clone()),
    ];
    let known = fields.into_iter().filter_map(|(kind, name, value)| Some((kind, name, value?)));
    known
        .map(|(kind, name, value)| (kind, field(name, "Prepared by ", Role::Plain, value)))
        .collect()
}

/// One thing that is known, by name; `widest` is the widest of the names.
fn field(name: &str, widest: &str, role: Role, value: Text) -> Row {
    Row {
        label: Some(Span::new(Role::Label, name)),
        indent: width(widest),
        blocks: vec![vec![Span::new(role, value)]],
        ..Row::default()
    }
}

fn prose(prose: &Prose) -> Vec<Span> {
    let spans = prose.runs.iter().map(|run| match run {
        ProseRun::Words(words) => Span::new(Role::Plain, words.clone()),
        ProseRun::Cite(anchors) => {
            let ids: Vec<_> = anchors.iter().map(|anchor| anchor.item.as_str()).collect();
            Span::new(Role::Citation, format!("[{}]", ids.join(", ")))
        }
    });
    spans.collect()
}

/// The source: its title, and what is known of it.
fn record(brief: &Brief) -> Vec<Row> {
    let source = &brief.source;
    let mut rows = vec![
        Row { gap: false, ..paragraph(vec![Span::new(Role::Title, source.title.clone())]) },
        paragraph(items::source(source)),
    ];
    let fields = [
        ("Author", Role::Plain, source.author.clone()),
        ("In", Role::Plain, source.container.clone()),
        ("Rests on", Role::Caution, source.based_on.clone()),
        ("Address", Role::Url, source.url.clone()),
        ("Read on", Role::Plain, source.accessed.map(|date| date.to_string().into())),
    ];
    let known = fields.into_iter().filter_map(|(name, role, value)| Some((name, role, value?)));
    rows.extend(known.map(|(name, role, value)| field(name, "Rests on ", role, value)));
    rows
}

/// What is wrong with the brief that is open, with the lines of its file.
pub fn problems(library: &Library, scope: &Scope) -> Vec<Row> {
    let Some(entry) = scope.entry(library).filter(|entry| entry.brief.is_none()) else {
        return Vec::new();
    };
    let intro =
        || vec![Span::new(Role::Plain, "This brief cannot be shown until its file is mended.")];
    let places: Vec<usize> = entry
        .problems
        .iter()
        .map(|problem| LineColumn::locate(&entry.yaml, problem).line)
        .collect();
    let indent = places.iter().max().map_or(0, |line| width(&format!("line {line} ")));
    let rows = entry.problems.iter().zip(places).enumerate().map(|(index, (problem, line))| {
        let message = vec![Span::new(Role::Plain, problem.message.clone())];
        let help = problem.help.iter().map(|help| Span::new(Role::Gist, help.clone())).collect();
        Row {
            heading: if index == 0 {
                vec![intro(), vec![Span::new(Role::Plain, " ")]]
            } else {
                Vec::new()
            },
            label: Some(Span::new(Role::Label, format!("line {line}"))),
            indent,
            blocks: blocks([message, help]),
            gap: true,
            ..Row::default()
        }
    });
    rows.collect()
}

fn heading(title: &str) -> Row {
    Row { blocks: vec![vec![Span::new(Role::Heading, title)]], ..Row::default() }
}

fn paragraph(spans: Vec<Span>) -> Row {
    Row { blocks: vec![spans], gap: true, ..Row::default() }
}
