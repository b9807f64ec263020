use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Form, Problem, Rule};
use crate::evidence::source::quotation_marks;
use crate::evidence::source::words::{TokenKind, Tokens};

/// Every field with a run of a speaker's words that is not marked as quoted.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let ours: Vec<&ProseField<'_>> = context.whole_page().collect();
    let spoken = SpokenRuns::new(context, &ours);
    ours.into_iter().filter_map(|field| repeated(field, &spoken)).collect()
}

/// Returns the first run of a speaker's words that a field gives as its own.
fn repeated(field: &ProseField<'_>, spoken: &SpokenRuns) -> Option<Problem> {
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
        let first = grams.clone().position(|gram| spoken.has(&gram_of(tokens, gram)))?;
        let length =
            grams.skip(first).take_while(|gram| spoken.has(&gram_of(tokens, gram))).count();
        Some(run[first]..run[first + length + REPEATED - 2] + 1)
    })?;
    let bytes = tokens.bytes(run.clone());
    let count = tokens.count_words(run);
    let message = format!(
        "the source quotes these {count} words from a speaker, but here they have no quotation marks"
    );
    let problem =
        Problem::new(Rule::SpeakersWords, field.path.clone(), message).at(field.spot(&bytes));
    Some(problem.help("use your own words, or quote them with `exact`"))
}

/// This many consecutive words of a speaker's are a quotation.
const REPEATED: usize = 8;

/// The runs of words in the brief's own prose that the source prints inside quotation marks.
struct SpokenRuns {
    /// Every run of the prose, and whether the source has it.
    runs: HashMap<String, bool>,
    /// The first words of the runs.
    firsts: HashSet<String>,
}

impl SpokenRuns {
    fn new(context: &RuleContext<'_>, fields: &[&ProseField<'_>]) -> Self {
        let mut spoken = Self { runs: HashMap::new(), firsts: HashSet::new() };
        for field in fields {
            let tokens = &field.tokens;
            for run in words_in(tokens, 0..tokens.len()).windows(REPEATED) {
                spoken.firsts.insert(tokens.spelling(run[0]).to_lowercase());
                spoken.runs.insert(gram_of(tokens, run), false);
            }
        }
        for quote in
            context.brief.quotes.values().filter(|quote| quote.words.form() == Form::Direct)
        {
            let tokens = Tokens::new(quote.words.text());
            spoken.hear(&tokens, 0..tokens.len());
        }
        if let Some(source) = context.source {
            for span in &source.speech.quoted_spans {
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

/// Returns the tokens in `range` that are words.
fn words_in(tokens: &Tokens, range: Range<usize>) -> Vec<usize> {
    range.filter(|&token| tokens[token].kind == TokenKind::Word).collect()
}

fn gram_of(tokens: &Tokens, run: &[usize]) -> String {
    let lower: Vec<String> =
        run.iter().map(|&token| tokens.spelling(token).to_lowercase()).collect();
    lower.join(" ")
}
