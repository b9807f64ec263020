//! The fields in which a brief speaks in its author's words, and what each rests on.

use std::cell::OnceCell;
use std::ops::Range;

use super::quote_path;
use crate::brief::{Anchor, Brief, FieldPath, Id, Item, Prose, ProseRun, Quote, Spot};
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::quotation_marks::{self, QuotedSpan};
use crate::evidence::source::words::Tokens;

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
    /// How many characters other than white space each citation takes up in the file.
    citations: Vec<usize>,
    line: OnceCell<Sentence>,
}

impl<'a> ProseField<'a> {
    /// Returns a field without citations in its text.
    fn new(path: FieldPath, text: String, evidence: Vec<&'a Quote>) -> Self {
        Self::from_citing(path, CitingText { text, evidence, ..CitingText::default() })
    }

    fn from_citing(path: FieldPath, citing: CitingText<'a>) -> Self {
        let CitingText { text, citations, evidence, cites_elsewhere } = citing;
        let tokens = Tokens::new(&text);
        Self { path, text, tokens, evidence, cites_elsewhere, citations, line: OnceCell::new() }
    }

    /// Returns the whole field as one sentence.
    pub fn line(&self) -> &Sentence {
        self.line.get_or_init(|| Sentence::new(&self.text, &self.tokens, 0..self.tokens.len()))
    }

    /// Returns the place of these bytes of the text.
    pub fn spot(&self, bytes: &Range<usize>) -> Spot {
        let mut citations = self.citations.iter();
        let mut count = |text: &str| -> usize {
            let characters = text.chars().filter(|c| !c.is_whitespace());
            characters
                .map(|c| if c == CITATION { citations.next().copied().unwrap_or(1) } else { 1 })
                .sum()
        };
        let start = count(&self.text[..bytes.start]);
        Spot::Within(start..start + count(&self.text[bytes.clone()]))
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
    let quotes = |evidence: &[Id]| evidence.iter().filter_map(|id| brief.quotes.get(id)).collect();
    let claims = brief.claims.values().map(|claim| {
        let path = top.key("claims").key(&claim.id).key("text");
        ProseField::new(path, claim.text.to_string(), quotes(&claim.evidence))
    });
    let actions = brief.asks.values().map(|ask| {
        let path = top.key("asks").key(&ask.id).key("action");
        ProseField::new(path, ask.action.to_string(), quotes(&ask.evidence))
    });
    claims.chain(actions).chain(list(brief, "top_lines", &brief.top_lines)).collect()
}

/// Returns every other field of prose, except the gists.
pub fn other_prose(brief: &Brief) -> Vec<ProseField<'_>> {
    let top = FieldPath::top();
    let summary = prose(brief, top.key("summary"), std::slice::from_ref(&brief.summary));
    let mut fields = vec![summary, prose(brief, top.key("background"), &brief.background)];
    fields.extend(list(brief, "gaps", &brief.gaps));
    fields.extend(list(brief, "lines_to_take", &brief.lines_to_take));
    fields.retain(|field| !field.text.is_empty());
    fields
}

/// Returns the gists, each resting on everything that its speaker is quoted with.
pub fn gists(brief: &Brief) -> Vec<ProseField<'_>> {
    let gist = |quote: &Quote| {
        let by_the_same = brief.quotes.values().filter(|other| other.by == quote.by);
        let text = quote.words.gist()?.to_string();
        Some(ProseField::new(quote_path(quote).key("gist"), text, by_the_same.collect()))
    };
    brief.quotes.values().filter_map(gist).collect()
}

fn list<'a>(
    brief: &'a Brief,
    name: &str,
    list: &'a [Prose],
) -> impl Iterator<Item = ProseField<'a>> {
    let path = FieldPath::top().key(name);
    list.iter()
        .enumerate()
        .map(move |(index, line)| prose(brief, path.index(index), std::slice::from_ref(line)))
}

fn prose<'a>(brief: &'a Brief, path: FieldPath, paragraphs: &'a [Prose]) -> ProseField<'a> {
    let mut citing = CitingText::default();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        if i > 0 {
            citing.text.push('\n');
        }
        for run in &paragraph.runs {
            match run {
                ProseRun::Words(words) => citing.text.push_str(words),
                ProseRun::Cite(anchors) => citing.cite(brief, anchors),
            }
        }
    }
    ProseField::from_citing(path, citing)
}

/// Text with citations in it, while it is being put together.
#[derive(Default)]
struct CitingText<'a> {
    text: String,
    citations: Vec<usize>,
    evidence: Vec<&'a Quote>,
    cites_elsewhere: bool,
}

impl<'a> CitingText<'a> {
    fn cite(&mut self, brief: &'a Brief, anchors: &[Anchor]) {
        self.text.push(CITATION);
        self.citations.push(width(brief, anchors));
        for anchor in anchors {
            if anchor.brief != brief.id {
                self.cites_elsewhere = true;
                continue;
            }
            let quotes = match brief.item(&anchor.item) {
                Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
                Some(Item::Claim(claim)) => claim.evidence.as_slice(),
                Some(Item::Ask(ask)) => ask.evidence.as_slice(),
                Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
            };
            self.evidence.extend(quotes.iter().filter_map(|id| brief.quotes.get(id)));
        }
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
