//! The fields in which a brief speaks in its author's words, and what each rests on.

use std::cell::OnceCell;
use std::ops::Range;

use super::quote_path;
use crate::brief::{Anchor, Ask, Brief, FieldPath, Id, Item, Prose, ProseRun, Quote, Spot};
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::english;
use crate::evidence::source::qualifiers::{self, Qualifier};
use crate::evidence::source::quotation_marks::{self, QuotedSpan};
use crate::evidence::source::words::Tokens;
use crate::text::{self, SolidPlaces};

/// A rule reports so many figures of one field.
pub const MOST_IN_FIELD: usize = 100;

/// Takes the place of a citation in a field's text.
const CITATION: char = '\u{fffc}';

/// The author's words in one field, and what they rest on.
pub struct ProseField<'a> {
    /// The field.
    pub path: FieldPath,
    /// Its text, with a placeholder for each citation.
    pub text: String,
    /// The tokens of its text.
    pub tokens: Tokens,
    /// The quotes it cites, by way of claims and asks too.
    pub evidence: Vec<&'a Quote>,
    /// Whether it cites another brief, whose quotes cannot be seen from here.
    pub cites_elsewhere: bool,
    /// What the field is.
    pub kind: FieldKind<'a>,
    citations: Vec<Citation>,
    line: OnceCell<Sentence>,
    denies: OnceCell<bool>,
    places: OnceCell<SolidPlaces>,
}

/// What a field is, which says what it rests on.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind<'a> {
    /// A claim or a top line: on all that it cites.
    Line,
    /// The action of an ask: on its evidence.
    Action(&'a Ask),
    /// The gist of a quote: on the passage that the quote names.
    Gist(&'a Quote),
    /// Prose: each sentence on what it cites.
    Prose,
    /// What the source does not say.
    Gap,
}

/// Part of a field that rests on the same quotes.
pub struct FieldPart<'a> {
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// The quotes; none if it cites nothing.
    pub evidence: Vec<&'a Quote>,
    /// Whether it cites anything.
    pub cites: bool,
    /// Whether it cites another brief.
    pub cites_elsewhere: bool,
}

/// A pair of brackets in a field that cites something.
struct Citation {
    /// The byte of the text that takes its place.
    at: usize,
    /// How many characters other than white space it takes up in the file.
    width: usize,
    /// Its quotes, among the field's evidence.
    evidence: Range<usize>,
    /// Whether it cites another brief.
    is_elsewhere: bool,
}

impl<'a> ProseField<'a> {
    /// A field without citations in its text.
    fn new(path: FieldPath, text: &str, evidence: Vec<&'a Quote>, kind: FieldKind<'a>) -> Self {
        let text = text.to_owned();
        Self::from_citing(path, CitingText { text, evidence, ..CitingText::default() }, kind)
    }

    fn from_citing(path: FieldPath, citing: CitingText<'a>, kind: FieldKind<'a>) -> Self {
        let CitingText { text, citations, evidence } = citing;
        let tokens = Tokens::new(&text);
        let cites_elsewhere = citations.iter().any(|citation| citation.is_elsewhere);
        Self {
            path,
            text,
            tokens,
            evidence,
            cites_elsewhere,
            kind,
            citations,
            line: OnceCell::new(),
            denies: OnceCell::new(),
            places: OnceCell::new(),
        }
    }

    /// Whether it cites or has evidence.
    pub fn cites(&self) -> bool {
        !self.evidence.is_empty() || !self.citations.is_empty()
    }

    /// The parts of the field, in order, each with what it rests on. Of prose each sentence is one;
    /// a citation after its end belongs to it.
    pub fn parts(&self) -> Vec<FieldPart<'a>> {
        let whole = |evidence, cites| FieldPart {
            bytes: 0..self.text.len(),
            evidence,
            cites,
            cites_elsewhere: self.cites_elsewhere,
        };
        match self.kind {
            FieldKind::Gist(quote) => vec![whole(vec![quote], true)],
            FieldKind::Line | FieldKind::Action(_) => {
                vec![whole(self.evidence.clone(), self.cites())]
            }
            FieldKind::Prose | FieldKind::Gap => self.sentences(),
        }
    }

    fn sentences(&self) -> Vec<FieldPart<'a>> {
        let mut citations = self.citations.iter().peekable();
        let sentence = |bytes: Range<usize>| {
            let gap = self.text[bytes.end..].chars().take_while(|c| c.is_whitespace());
            let after = bytes.end + gap.map(char::len_utf8).sum::<usize>();
            let mut part =
                FieldPart { bytes, evidence: Vec::new(), cites: false, cites_elsewhere: false };
            while let Some(cited) = citations.next_if(|citation| citation.at <= after) {
                part.cites = true;
                part.cites_elsewhere |= cited.is_elsewhere;
                part.evidence.extend(&self.evidence[cited.evidence.clone()]);
            }
            part
        };
        text::sentences(&self.text).map(sentence).collect()
    }

    /// Returns the whole field as one sentence.
    pub fn line(&self) -> &Sentence {
        self.line.get_or_init(|| Sentence::new(&self.text, &self.tokens, 0..self.tokens.len()))
    }

    /// Whether it denies something itself, and so may have a figure that the source denies.
    pub fn denies(&self) -> bool {
        let is_denial = |word: &String| {
            english::DENIALS.contains(word.as_str())
                || qualifiers::qualifier(word) == Some(Qualifier::Negation)
        };
        *self.denies.get_or_init(|| self.line().words.iter().any(is_denial))
    }

    /// The place of these bytes of the text.
    pub fn spot(&self, bytes: &Range<usize>) -> Spot {
        let places = self.places.get_or_init(|| {
            let mut citations = self.citations.iter();
            SolidPlaces::with_widths(&self.text, |c| {
                if c == CITATION { citations.next().map_or(1, |cited| cited.width) } else { 1 }
            })
        });
        Spot::Within(places.range(bytes))
    }

    /// Returns the parts of the text in quotation marks.
    pub fn quoted_spans(&self) -> Vec<QuotedSpan> {
        let mut start = 0;
        let paragraphs: Vec<Range<usize>> = self
            .text
            .split('\n')
            .map(|line| {
                let range = start..start + line.len();
                start = range.end + 1;
                range
            })
            .collect();
        quotation_marks::quoted_spans(&self.text, &paragraphs)
    }
}

/// Returns the claims, the actions and the top lines of `brief`: what evidence has to support.
pub fn assertions(brief: &Brief) -> Vec<ProseField<'_>> {
    let top = FieldPath::top();
    let claims = brief.claims.iter().map(|claim| {
        let path = top.key("claims").key(&claim.id).key("text");
        ProseField::new(path, &claim.text, quotes(brief, &claim.evidence), FieldKind::Line)
    });
    let actions = brief.asks.iter().map(|ask| {
        let path = top.key("asks").key(&ask.id).key("action");
        ProseField::new(path, &ask.action, quotes(brief, &ask.evidence), FieldKind::Action(ask))
    });
    let top_lines = list(brief, "top_lines", &brief.top_lines, FieldKind::Line);
    claims.chain(actions).chain(top_lines).collect()
}

fn quotes<'a>(brief: &'a Brief, evidence: &[Id]) -> Vec<&'a Quote> {
    evidence.iter().filter_map(|id| brief.quotes.get(id)).collect()
}

/// The summary, the background, the gaps and the notes.
pub fn other_prose(brief: &Brief) -> Vec<ProseField<'_>> {
    let top = FieldPath::top();
    let summary = std::slice::from_ref(&brief.summary);
    let mut fields = vec![
        prose(brief, top.key("summary"), summary, FieldKind::Prose),
        prose(brief, top.key("background"), &brief.background, FieldKind::Prose),
    ];
    fields.extend(list(brief, "gaps", &brief.gaps, FieldKind::Gap));
    fields.extend(notes(brief));
    fields.retain(|field| !field.text.is_empty());
    fields
}

/// Our own side's words, which rest on nothing.
pub fn lines_to_take(brief: &Brief) -> Vec<ProseField<'_>> {
    list(brief, "lines_to_take", &brief.lines_to_take, FieldKind::Prose).collect()
}

/// The notes on quotes, claims and asks. They may cite, as prose does.
fn notes(brief: &Brief) -> impl Iterator<Item = ProseField<'_>> {
    let quotes = brief.quotes.iter().map(|quote| ("quotes", &quote.id, &quote.note));
    let claims = brief.claims.iter().map(|claim| ("claims", &claim.id, &claim.note));
    let asks = brief.asks.iter().map(|ask| ("asks", &ask.id, &ask.note));
    quotes.chain(claims).chain(asks).filter_map(|(section, id, note)| {
        let path = FieldPath::top().key(section).key(id).key("note");
        let note = Prose::parse(note.as_ref()?, &brief.id);
        Some(prose(brief, path, std::slice::from_ref(&note), FieldKind::Prose))
    })
}

/// The gists. Words in quotation marks may be those of anything that their speaker is quoted with.
pub fn gists<'a>(brief: &'a Brief) -> Vec<ProseField<'a>> {
    let gist = |quote: &'a Quote| {
        let Quote { by, words, .. } = quote;
        let by_the_same = brief.quotes.iter().filter(|other| other.by == *by).collect();
        let path = quote_path(quote).key("gist");
        Some(ProseField::new(path, words.gist()?, by_the_same, FieldKind::Gist(quote)))
    };
    brief.quotes.iter().filter_map(gist).collect()
}

fn list<'a>(
    brief: &'a Brief,
    name: &str,
    list: &'a [Prose],
    kind: FieldKind<'a>,
) -> impl Iterator<Item = ProseField<'a>> {
    let path = FieldPath::top().key(name);
    list.iter()
        .enumerate()
        .map(move |(index, line)| prose(brief, path.index(index), std::slice::from_ref(line), kind))
}

fn prose<'a>(
    brief: &'a Brief,
    path: FieldPath,
    paragraphs: &[Prose],
    kind: FieldKind<'a>,
) -> ProseField<'a> {
    let mut citing = CitingText::default();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        if i > 0 {
            citing.text.push('\n');
        }
        for run in &paragraph.runs {
            match run {
                ProseRun::Words(words) => citing.text.push_str(words),
                ProseRun::Cite(anchors) => citing.cite(brief, anchors),
                ProseRun::Break { .. } => {}
            }
        }
    }
    ProseField::from_citing(path, citing, kind)
}

/// Text with citations in it, while it is being put together.
#[derive(Default)]
struct CitingText<'a> {
    text: String,
    citations: Vec<Citation>,
    evidence: Vec<&'a Quote>,
}

impl<'a> CitingText<'a> {
    fn cite(&mut self, brief: &'a Brief, anchors: &[Anchor]) {
        let (at, start) = (self.text.len(), self.evidence.len());
        self.text.push(CITATION);
        for anchor in anchors.iter().filter(|anchor| anchor.brief == brief.id) {
            let quotes = match brief.item(&anchor.item) {
                Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
                Some(Item::Claim(claim)) => &claim.evidence[..],
                Some(Item::Ask(ask)) => &ask.evidence[..],
                Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
            };
            self.evidence.extend(quotes.iter().filter_map(|id| brief.quotes.get(id)));
        }
        self.citations.push(Citation {
            at,
            width: width(brief, anchors),
            evidence: start..self.evidence.len(),
            is_elsewhere: anchors.iter().any(|anchor| anchor.brief != brief.id),
        });
    }
}

/// Returns the characters of a citation in the file: its ids, the brackets and the commas.
fn width(brief: &Brief, anchors: &[Anchor]) -> usize {
    let id = |anchor: &Anchor| {
        if anchor.brief == brief.id {
            anchor.item.len()
        } else {
            anchor.to_string().chars().count()
        }
    };
    anchors.iter().map(|anchor| id(anchor) + 1).sum::<usize>() + 1
}
