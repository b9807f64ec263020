//! The fields in which the brief speaks its own words, and the marks in them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{RuleContext, quote_path};
use crate::brief::{Anchor, Form, Item, Path, Problem, Prose, Quote, Rule, Run, Spot};
use crate::evidence::quotation::matching::{Insertions, SegmentSearch};
use crate::evidence::quotation::pattern::{Pattern, PatternPiece};
use crate::evidence::source::quotation_marks::{self, QuotedSpan};
use crate::evidence::source::words::{TokenKind, Tokens};

/// Stands in a field's text for a citation.
const CITATION: char = '\u{fffc}';

/// The author's words in one field, and what they rest on.
pub struct ProseField<'a> {
    /// The field.
    pub path: Path,
    /// Its text, with a placeholder for each citation.
    pub text: String,
    /// How many characters that are not white space each citation takes up in the file.
    citations: Vec<usize>,
    /// The quotes it cites, by way of claims and asks too.
    pub evidence: Vec<&'a Quote>,
    /// Whether it cites another brief, whose quotes are not seen from here.
    pub cites_elsewhere: bool,
}

impl ProseField<'_> {
    /// The place of these bytes of the text.
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

    /// The stretches in quotation marks.
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

impl<'a> RuleContext<'a> {
    /// The claims, the actions and the top lines: what has to be borne out.
    pub fn assertions(&self) -> Vec<ProseField<'a>> {
        let claims = self.brief.claims.values().map(|claim| {
            self.plain(
                Path::top().key("claims").key(&claim.id).key("text"),
                &claim.text,
                &claim.evidence,
            )
        });
        let actions = self.brief.asks.values().map(|ask| {
            self.plain(
                Path::top().key("asks").key(&ask.id).key("action"),
                &ask.action,
                &ask.evidence,
            )
        });
        claims.chain(actions).chain(self.list("top_lines", &self.brief.top_lines)).collect()
    }

    /// Every other field of prose, but the gists.
    pub fn other_prose(&self) -> Vec<ProseField<'a>> {
        let top = Path::top();
        let mut fields =
            vec![self.prose(top.key("summary"), std::slice::from_ref(&self.brief.summary))];
        fields.push(self.prose(top.key("background"), &self.brief.background));
        fields.extend(self.list("gaps", &self.brief.gaps));
        fields.extend(self.list("lines_to_take", &self.brief.lines_to_take));
        fields.retain(|field| !field.text.is_empty());
        fields
    }

    /// The gists, each resting on what its speaker is quoted with.
    pub fn gists(&self) -> Vec<ProseField<'a>> {
        let gist = |quote: &'a Quote| {
            let by_the_same = self.brief.quotes.values().filter(|other| other.by == quote.by);
            Some(ProseField {
                path: quote_path(quote).key("gist"),
                text: quote.words.gist()?.to_string(),
                citations: Vec::new(),
                evidence: by_the_same.collect(),
                cites_elsewhere: false,
            })
        };
        self.brief.quotes.values().filter_map(gist).collect()
    }

    fn plain(&self, path: Path, text: &str, evidence: &[crate::brief::Id]) -> ProseField<'a> {
        let evidence = evidence.iter().filter_map(|id| self.brief.quotes.get(id)).collect();
        ProseField {
            path,
            text: text.to_owned(),
            citations: Vec::new(),
            evidence,
            cites_elsewhere: false,
        }
    }

    fn list(&self, name: &str, list: &'a [Prose]) -> Vec<ProseField<'a>> {
        let field = |(index, prose)| {
            self.prose(Path::top().key(name).index(index), std::slice::from_ref(prose))
        };
        list.iter().enumerate().map(field).collect()
    }

    fn prose(&self, path: Path, paragraphs: &'a [Prose]) -> ProseField<'a> {
        let mut field = ProseField {
            path,
            text: String::new(),
            citations: Vec::new(),
            evidence: Vec::new(),
            cites_elsewhere: false,
        };
        for (i, paragraph) in paragraphs.iter().enumerate() {
            if i > 0 {
                field.text.push('\n');
            }
            for run in &paragraph.runs {
                match run {
                    Run::Words(words) => field.text.push_str(words),
                    Run::Cite(anchors) => {
                        field.text.push(CITATION);
                        field.citations.push(self.width(anchors));
                        self.cite(anchors, &mut field);
                    }
                }
            }
        }
        field
    }

    /// The characters of a citation in the file: its ids, the brackets and the commas.
    fn width(&self, anchors: &[Anchor]) -> usize {
        let id = |anchor: &Anchor| {
            if anchor.brief == self.brief.id {
                anchor.item.len()
            } else {
                anchor.to_string().chars().count()
            }
        };
        anchors.iter().map(|anchor| id(anchor) + 1).sum::<usize>() + 1
    }

    fn cite(&self, anchors: &[Anchor], field: &mut ProseField<'a>) {
        for anchor in anchors {
            if anchor.brief != self.brief.id {
                field.cites_elsewhere = true;
                continue;
            }
            let quotes = match self.brief.item(&anchor.item) {
                Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
                Some(Item::Claim(claim)) => claim.evidence.as_slice(),
                Some(Item::Ask(ask)) => ask.evidence.as_slice(),
                Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
            };
            field.evidence.extend(quotes.iter().filter_map(|id| self.brief.quotes.get(id)));
        }
    }

    /// `unsupported-quotation` and `speakers-words`.
    pub fn on_prose(&self) -> Vec<Problem> {
        let assertions = self.assertions();
        let gists = self.gists();
        let marked = assertions.iter().chain(&gists).filter_map(|field| self.unsupported(field));
        let mut found: Vec<Problem> = marked.collect();
        found.extend(self.other_prose().iter().filter_map(|field| self.unsupported(field)));
        let claims = assertions.iter().filter(|field| field.path.steps().len() == 3);
        let ours: Vec<&ProseField<'_>> = claims.chain(&gists).collect();
        let spoken = Spoken::of(self, &ours);
        found.extend(ours.into_iter().filter_map(|field| repeated(field, &spoken)));
        found
    }

    /// The first words in quotation marks that no cited quote has.
    fn unsupported(&self, field: &ProseField<'_>) -> Option<Problem> {
        if field.cites_elsewhere {
            return None;
        }
        let span = field.quoted_spans().into_iter().find(|span| {
            let quoted = &field.text[span.bytes.clone()];
            !is_title(quoted) && !field.evidence.iter().any(|quote| has(quote, quoted))
        })?;
        let quoted = field.text[span.bytes.clone()].trim();
        let message = format!(
            "“{quoted}” is in quotation marks, but in no direct or partial quote that is cited here"
        );
        let holder = self.brief.quotes.values().find(|quote| has(quote, quoted));
        let help = match holder {
            Some(quote) => format!("`{}` has these words: cite it", quote.id),
            None => {
                "make a quote of them and cite it, or say it in your own words without the marks"
                    .to_owned()
            }
        };
        let problem = Problem::new(Rule::UnsupportedQuotation, field.path.clone(), message);
        Some(problem.at(field.spot(&span.bytes)).help(help))
    }
}

/// The first run of a speaker's words that a field gives as its own.
fn repeated(field: &ProseField<'_>, spoken: &Spoken) -> Option<Problem> {
    let tokens = Tokens::new(&field.text);
    let quoted_spans = field.quoted_spans();
    let unmarked: Vec<Option<usize>> = (0..tokens.len())
        .filter(|&token| tokens[token].kind == TokenKind::Word)
        .map(|token| {
            quotation_marks::find(&quoted_spans, tokens[token].bytes.start)
                .is_none()
                .then_some(token)
        })
        .collect();
    let run = unmarked.split(Option::is_none).find_map(|run| {
        let run: Vec<usize> = run.iter().flatten().copied().collect();
        let grams = run.windows(REPEATED);
        let first = grams.clone().position(|gram| spoken.has(&gram_of(&tokens, gram)))?;
        let length =
            grams.skip(first).take_while(|gram| spoken.has(&gram_of(&tokens, gram))).count();
        Some(run[first]..run[first + length + REPEATED - 2] + 1)
    })?;
    let bytes = tokens.bytes(run.clone());
    let count = tokens.count_words(run);
    let message =
        format!("these {count} words are a speaker's in the source, and not marked as such");
    let problem =
        Problem::new(Rule::SpeakersWords, field.path.clone(), message).at(field.spot(&bytes));
    Some(problem.help("say it in your own words, or quote it with `exact`"))
}

/// So many consecutive words of a speaker's are a quotation.
const REPEATED: usize = 8;

/// The runs of words in the brief's own prose that the source prints inside quotation marks.
struct Spoken {
    /// Every run of the prose, and whether the source has it.
    runs: HashMap<String, bool>,
    /// The first words of the runs.
    firsts: HashSet<String>,
}

impl Spoken {
    fn of(check: &RuleContext<'_>, fields: &[&ProseField<'_>]) -> Self {
        let mut spoken = Self { runs: HashMap::new(), firsts: HashSet::new() };
        for field in fields {
            let tokens = Tokens::new(&field.text);
            for run in words_in(&tokens, 0..tokens.len()).windows(REPEATED) {
                spoken.firsts.insert(tokens.spelling(run[0]).to_lowercase());
                spoken.runs.insert(gram_of(&tokens, run), false);
            }
        }
        for quote in check.brief.quotes.values().filter(|quote| quote.words.form() == Form::Direct)
        {
            let tokens = Tokens::new(quote.words.text());
            spoken.hear(&tokens, 0..tokens.len());
        }
        if let Some(source) = check.source {
            for span in &source.quoted_spans {
                spoken.hear(&source.tokens, source.tokens.within(&span.bytes));
            }
        }
        spoken
    }

    fn hear(&mut self, tokens: &Tokens, range: Range<usize>) {
        for run in words_in(tokens, range).windows(REPEATED) {
            if self.firsts.contains(&tokens.spelling(run[0]).to_lowercase())
                && let Some(heard) = self.runs.get_mut(&gram_of(tokens, run))
            {
                *heard = true;
            }
        }
    }

    fn has(&self, run: &str) -> bool {
        self.runs.get(run) == Some(&true)
    }
}

/// The tokens in `range` that are words.
fn words_in(tokens: &Tokens, range: Range<usize>) -> Vec<usize> {
    range.filter(|&token| tokens[token].kind == TokenKind::Word).collect()
}

fn gram_of(tokens: &Tokens, run: &[usize]) -> String {
    let lower: Vec<String> =
        run.iter().map(|&token| tokens.spelling(token).to_lowercase()).collect();
    lower.join(" ")
}

/// Whether a quote's exact words have these in them. Their first letter may be of either case.
fn has(quote: &Quote, quoted: &str) -> bool {
    let Some(exact) = quote.words.exact() else { return false };
    let (exact, wanted) = (Tokens::new(exact), Tokens::new(quoted));
    let search = SegmentSearch { source: &exact, exact: &wanted, insertions: Insertions::Fair };
    let patterns = [Some(Pattern::literal(&wanted)), Pattern::edited(&wanted)];
    patterns.into_iter().flatten().any(|mut pattern| {
        if let Some(first) =
            pattern.segments.first_mut().and_then(|segment| segment.pieces.first_mut())
            && let PatternPiece::Token(token) = *first
        {
            *first = PatternPiece::OtherCase {
                spelling: wanted.spelling(token).to_owned(),
                freed: 1,
                tokens: token..token + 1,
            };
        }
        !pattern.segments.is_empty()
            && pattern.segments.iter().all(|segment| !search.occurrences(segment).is_empty())
    })
}

/// Whether words in quotation marks are a title: two or more, and every one but the small ones has
/// a capital.
fn is_title(quoted: &str) -> bool {
    let words: Vec<&str> = quoted.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let large = words.iter().filter(|word| word.chars().count() > 3);
    words.len() > 1
        && words.first().is_some_and(|first| capital(&first))
        && large.clone().all(|word| capital(&word))
}
