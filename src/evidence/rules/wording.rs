//! `dropped-hedge` and `stronger-verb`: a line says more than its evidence.

use std::collections::HashSet;
use std::ops::Range;

use super::RuleContext;
use super::prose::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::figures::{Figure, figures};
use crate::evidence::source::english;
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::text::sentences;

/// What a hedge softens, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hedge {
    /// The figure after it.
    Approximate,
    /// The figure after it, as an average.
    Average,
    /// Whom it names: suspected, potential, alleged.
    Suspected,
    /// The whole sentence, by statistics.
    Statistical,
    /// The whole sentence, by hearsay.
    Hearsay,
}

/// What the word `at` softens, if it is a hedge.
fn hedge(words: &[String], at: usize) -> Option<Hedge> {
    let word = words[at].as_str();
    let next = words.get(at + 1).map_or("", String::as_str);
    let lists = [
        (english::APPROXIMATELY, Hedge::Approximate),
        (english::ON_AVERAGE, Hedge::Average),
        (english::SUSPECTED, Hedge::Suspected),
        (english::STATISTICALLY, Hedge::Statistical),
        (english::BY_HEARSAY, Hedge::Hearsay),
    ];
    let listed = lists.into_iter().find(|(list, _)| list.contains(&word)).map(|(_, hedge)| hedge);
    let is_hearsay = next == "to" && english::HEARSAY_BEFORE_TO.contains(&word);
    listed.or(is_hearsay.then_some(Hedge::Hearsay))
}

/// Words by which a line may carry a hedge of the same kind.
fn carriers(hedge: Hedge) -> &'static [&'static str] {
    match hedge {
        Hedge::Approximate => english::CARRY_APPROXIMATELY,
        Hedge::Average => english::ON_AVERAGE,
        Hedge::Suspected => english::CARRY_SUSPECTED,
        Hedge::Statistical => english::CARRY_STATISTICALLY,
        Hedge::Hearsay => english::CARRY_HEARSAY,
    }
}

impl RuleContext<'_> {
    /// `dropped-hedge` and `stronger-verb`.
    pub fn on_wording(&self) -> Vec<Problem> {
        self.assertions()
            .iter()
            .flat_map(|field| {
                let line = Sentence::of(&field.text);
                let passages: Vec<&str> =
                    field.evidence.iter().flat_map(|quote| self.words_of_evidence(quote)).collect();
                let evidence: Vec<Sentence> = passages
                    .iter()
                    .flat_map(|text| sentences(text).map(|range| Sentence::of(&text[range])))
                    .collect();
                [dropped_hedge(field, &line, &evidence), stronger_verb(field, &line, &evidence)]
            })
            .flatten()
            .collect()
    }
}

fn dropped_hedge(
    field: &ProseField<'_>,
    line: &Sentence,
    evidence: &[Sentence],
) -> Option<Problem> {
    evidence.iter().find_map(|sentence| {
        (0..sentence.words.len()).find_map(|at| {
            let hedge = hedge(&sentence.words, at)?;
            let carried = carriers(hedge).iter().any(|word| line.has(word));
            let softened = sentence.softened(hedge, at, line).filter(|_| !carried)?;
            let word = &sentence.words[at];
            let message = format!("the source says “{word}” here, and the line does not");
            let problem = Problem::new(Rule::DroppedHedge, field.path.clone(), message);
            let problem =
                if softened.is_empty() { problem } else { problem.at(field.spot(&softened)) };
            Some(problem.help("keep the hedge: it is what the source can stand behind"))
        })
    })
}

fn stronger_verb(
    field: &ProseField<'_>,
    line: &Sentence,
    evidence: &[Sentence],
) -> Option<Problem> {
    let firm = line.words.iter().position(|word| english::FIRM_VERBS.contains(&word.as_str()))?;
    let nearest = evidence.iter().max_by_key(|sentence| line.shared(sentence))?;
    let is_firm =
        |word: &String| english::FIRM_VERBS.contains(&word.as_str()) || word.ends_with("'ll");
    let soft = nearest.words.iter().find(|word| english::SOFT_VERBS.contains(&word.as_str()))?;
    if line.shared(nearest) < 2 || nearest.words.iter().any(is_firm) {
        return None;
    }
    let message = format!("the line says “{}” where the source says “{soft}”", line.words[firm]);
    let problem = Problem::new(Rule::StrongerVerb, field.path.clone(), message)
        .at(field.spot(&line.places[firm]));
    Some(problem.help("say no more than the source does"))
}

/// A sentence by its words.
struct Sentence {
    words: Vec<String>,
    /// The bytes of each word.
    places: Vec<Range<usize>>,
    /// Which words a sign follows.
    stops: Vec<bool>,
    figures: Vec<Figure>,
}

impl Sentence {
    fn of(text: &str) -> Self {
        let tokens = Tokens::new(text);
        let mut sentence = Self {
            words: Vec::new(),
            places: Vec::new(),
            stops: Vec::new(),
            figures: figures(text),
        };
        for (i, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Word {
                sentence.words.push(tokens.spelling(i).to_lowercase());
                sentence.places.push(token.bytes.clone());
                sentence.stops.push(false);
            } else if let Some(stop) = sentence.stops.last_mut() {
                *stop = !matches!(token.kind, TokenKind::Dash(_));
            }
        }
        sentence
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }

    /// The words that carry meaning, without their endings.
    fn content(&self) -> HashSet<&str> {
        self.words
            .iter()
            .map(|word| stem(word))
            .filter(|stem| stem.chars().count() > 3 && !is_small(stem))
            .collect()
    }

    /// How many words of meaning both have.
    fn shared(&self, other: &Self) -> usize {
        self.content().intersection(&other.content()).count()
    }

    /// What the hedge at the word `at` softens, where `line` says it too: its bytes in the line; empty
    /// for a whole sentence.
    fn softened(&self, hedge: Hedge, at: usize, line: &Sentence) -> Option<Range<usize>> {
        match hedge {
            Hedge::Approximate | Hedge::Average => {
                let reach = if hedge == Hedge::Average { 4 } else { 2 };
                let from = self.places[at].end;
                let to = self.places.get(at + reach).or(self.places.last())?.end;
                let figure =
                    self.figures.iter().find(|figure| (from..to).contains(&figure.bytes.start))?;
                line.figures
                    .iter()
                    .find(|own| !own.is_weak && own.agrees(figure))
                    .map(|own| own.bytes.clone())
            }
            Hedge::Suspected => {
                let head = self.head(at)?;
                let own = line.words.iter().position(|word| word == head)?;
                (line.shared(self) > 1).then(|| line.places[own].clone())
            }
            Hedge::Statistical | Hedge::Hearsay => {
                let reach = self.clause(at);
                let within =
                    self.figures.iter().filter(|figure| reach.contains(&figure.bytes.start));
                let figure = within.clone().any(|figure| {
                    line.figures.iter().any(|own| !own.is_weak && own.agrees(figure))
                });
                let alike = line.shared(self) > 2 && 2 * line.shared(self) >= line.content().len();
                (figure || alike).then_some(0..0)
            }
        }
    }

    /// The bytes from the word `at` to the end of its clause.
    fn clause(&self, at: usize) -> Range<usize> {
        let ends = |i: &usize| {
            self.stops[*i]
                || self
                    .words
                    .get(i + 1)
                    .is_none_or(|next| english::CLAUSE_JOINERS.contains(&next.as_str()))
        };
        let end = (at..self.words.len()).find(ends).unwrap_or(at);
        self.places[at].start..self.places[end].end
    }

    /// The noun at the end of the phrase after the word `at`: `offenders` in `suspected offenders each month`.
    fn head(&self, at: usize) -> Option<&str> {
        let end = (at + 1..self.words.len())
            .find(|&i| is_small(&self.words[i]) || self.stops[i - 1])
            .unwrap_or(self.words.len());
        (end > at + 1 && !self.stops[at]).then(|| self.words[end - 1].as_str())
    }
}

fn stem(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    english::ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 3))
        .unwrap_or(word)
}

fn is_small(word: &str) -> bool {
    english::SMALL_WORDS.contains(&word)
}
