//! `dropped-hedge` and `stronger-verb`: a line says more than its evidence.

use std::collections::HashSet;
use std::ops::Range;

use super::RuleContext;
use super::prose::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::figures::{Figure, figures};
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

fn hedge(words: &[String], at: usize) -> Option<Hedge> {
    let next = words.get(at + 1).map_or("", String::as_str);
    Some(match (words[at].as_str(), next) {
        (
            "around" | "about" | "approximately" | "roughly" | "nearly" | "almost" | "circa"
            | "estimated",
            _,
        ) => Hedge::Approximate,
        ("average" | "averages" | "averaged", _) => Hedge::Average,
        ("suspected" | "potential" | "alleged" | "possible", _) => Hedge::Suspected,
        ("statistically", _) => Hedge::Statistical,
        ("said" | "believed" | "thought" | "understood" | "reported", "to")
        | ("reportedly" | "allegedly" | "apparently", _) => Hedge::Hearsay,
        _ => return None,
    })
}

/// Words by which a line may carry a hedge of the same kind.
fn carriers(hedge: Hedge) -> &'static [&'static str] {
    match hedge {
        Hedge::Approximate => &[
            "around",
            "about",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "circa",
            "estimated",
            "some",
            "up",
            "over",
            "more",
            "average",
        ],
        Hedge::Average => &["average", "averages", "averaged"],
        Hedge::Suspected => {
            &["suspected", "potential", "alleged", "possible", "suspects", "suspect", "risk"]
        }
        Hedge::Statistical => &["statistically", "statistical", "statistics"],
        Hedge::Hearsay => &[
            "said",
            "says",
            "reported",
            "reportedly",
            "allegedly",
            "alleged",
            "apparently",
            "believed",
            "thought",
            "understood",
            "according",
            "estimated",
        ],
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
    const FIRM: &[&str] = &["will", "shall", "must"];
    const SOFT: &[&str] = &[
        "committed",
        "wants",
        "want",
        "wanted",
        "plans",
        "plan",
        "planned",
        "aims",
        "aim",
        "hopes",
        "hope",
        "intends",
        "proposes",
        "proposed",
        "considering",
        "considers",
        "seeks",
        "would",
        "could",
        "may",
        "might",
        "should",
        "calls",
        "calling",
        "called",
        "asks",
        "asked",
        "urges",
        "urged",
        "commitment",
    ];
    let firm = line.words.iter().position(|word| FIRM.contains(&word.as_str()))?;
    let nearest = evidence.iter().max_by_key(|sentence| line.shared(sentence))?;
    let is_firm = |word: &String| FIRM.contains(&word.as_str()) || word.ends_with("'ll");
    let soft = nearest.words.iter().find(|word| SOFT.contains(&word.as_str()))?;
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
                || self.words.get(i + 1).is_none_or(|next| next == "and" || next == "but")
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
    ["ing", "ed", "es", "s", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 3))
        .unwrap_or(word)
}

fn is_small(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "each", "every", "a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "from",
        "with", "and", "or", "but", "that", "which", "who", "was", "were", "is", "are", "be",
        "been", "has", "have", "had", "this", "these", "those", "their", "its", "it", "they", "he",
        "she", "we", "as", "than", "then", "into", "over", "under", "will", "would", "said",
        "says", "more", "most", "some", "also", "not", "when", "where", "while",
    ];
    SMALL.contains(&word)
}
