use std::collections::HashMap;
use std::ops::Range;

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Form, Id, Problem, Rule};
use crate::evidence::source::quotation_marks;
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::text::{Text, shorten_to_words};

/// Every field with a run of a speaker's words that is not marked as quoted.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let ours: Vec<&ProseField<'_>> = context.whole_page().collect();
    let spoken = SpokenRuns::new(context, &ours);
    if spoken.is_silent() {
        return Vec::new();
    }
    ours.into_iter().filter_map(|field| repeated(field, &spoken)).collect()
}

/// Returns the first run of a speaker's words that a field gives as its own.
fn repeated(field: &ProseField<'_>, spoken: &SpokenRuns<'_>) -> Option<Problem> {
    let tokens = &field.tokens;
    let quoted_spans = field.quoted_spans();
    let unmarked: Vec<Option<usize>> = (0..tokens.len())
        .filter(|&token| tokens[token].kind == TokenKind::Word)
        .map(|token| {
            quotation_marks::span_at(&quoted_spans, tokens[token].bytes.start)
                .is_none()
                .then_some(token)
        })
        .collect();
    let run = unmarked.split(Option::is_none).find_map(|run| {
        let run: Vec<usize> = run.iter().flatten().copied().collect();
        let grams = run.windows(REPEATED);
        let heard = |gram: &[usize]| spoken.heard(tokens, gram);
        let (first, place) =
            grams.clone().enumerate().find_map(|(at, gram)| Some((at, heard(gram)?)))?;
        let length = grams.skip(first).take_while(|gram| heard(gram).is_some()).count();
        Some((run[first]..run[first + length + REPEATED - 2] + 1, place))
    });
    let (run, place) = run?;
    let bytes = tokens.bytes(run.clone());
    let count = tokens.count_words(run);
    let words = shorten_to_words(&Text::flow(&field.text[bytes.clone()]), SHOWN);
    let place = match place {
        Place::Quote(id) => format!("quote `{id}`"),
        Place::Paragraph(number) => format!("¶{number}"),
    };
    let message = format!(
        "these {count} words are a speaker’s, in {place}, but here they have no quotation marks: \
         “{words}”"
    );
    let problem =
        Problem::new(Rule::SpeakersWords, field.path.clone(), message).at(field.spot(&bytes));
    Some(problem.help("use your own words, or quote them with `exact`"))
}

/// The words that a message repeats have at most this many columns.
const SHOWN: usize = 60;

/// This many consecutive words of a speaker's are a quotation.
const REPEATED: usize = 8;

/// Where a speaker's words are.
#[derive(Clone)]
enum Place {
    /// In a quote of the brief.
    Quote(Id),
    /// In a paragraph of the source, counted from 1.
    Paragraph(u32),
}

/// A run of words, each by its number.
type WordNumbers = [usize; REPEATED];

/// The runs of words in the brief's own prose that the source prints inside quotation marks.
struct SpokenRuns<'a> {
    /// The words of the prose in lower case, each with a number, so that runs are compared quickly.
    numbers: HashMap<&'a str, usize>,
    /// Every run of the prose, and where the source has it.
    runs: HashMap<WordNumbers, Option<Place>>,
}

impl<'a> SpokenRuns<'a> {
    fn new(context: &RuleContext<'_>, fields: &[&'a ProseField<'_>]) -> Self {
        let mut spoken = Self { numbers: HashMap::new(), runs: HashMap::new() };
        for field in fields {
            let tokens = &field.tokens;
            let words = words_in(tokens, 0..tokens.len());
            for word in &words {
                let next = spoken.numbers.len();
                spoken.numbers.entry(tokens.lower(*word)).or_insert(next);
            }
            let runs = words.windows(REPEATED).filter_map(|run| spoken.numbers_of(tokens, run));
            let runs: Vec<WordNumbers> = runs.collect();
            spoken.runs.extend(runs.into_iter().map(|run| (run, None)));
        }
        if let Some(source) = context.source {
            for span in &source.speech.quoted_spans {
                let place = Place::Paragraph(source.text.paragraph_at(span.bytes.start));
                spoken.hear(&source.tokens, source.tokens.within(&span.bytes), &place);
            }
        }
        for quote in context.brief.quotes.iter().filter(|quote| quote.words.form() == Form::Direct)
        {
            let tokens = Tokens::new(quote.words.text());
            spoken.hear(&tokens, 0..tokens.len(), &Place::Quote(quote.id.clone()));
        }
        spoken
    }

    /// The numbers of the words of a run; [`None`] if the prose does not have them all.
    fn numbers_of(&self, tokens: &Tokens, run: &[usize]) -> Option<WordNumbers> {
        let mut numbers = [0; REPEATED];
        for (number, token) in numbers.iter_mut().zip(run) {
            *number = *self.numbers.get(tokens.lower(*token))?;
        }
        Some(numbers)
    }

    fn hear(&mut self, tokens: &Tokens, range: Range<usize>, place: &Place) {
        for run in words_in(tokens, range).windows(REPEATED) {
            let run = self.numbers_of(tokens, run);
            if let Some(heard) = run.and_then(|run| self.runs.get_mut(&run)) {
                heard.get_or_insert_with(|| place.clone());
            }
        }
    }

    /// Whether nobody says any run of the prose.
    fn is_silent(&self) -> bool {
        self.runs.values().all(Option::is_none)
    }

    fn heard(&self, tokens: &Tokens, run: &[usize]) -> Option<Place> {
        self.runs.get(&self.numbers_of(tokens, run)?).cloned().flatten()
    }
}

/// Returns the tokens in `range` that are words.
fn words_in(tokens: &Tokens, range: Range<usize>) -> Vec<usize> {
    range.filter(|&token| tokens[token].kind == TokenKind::Word).collect()
}
