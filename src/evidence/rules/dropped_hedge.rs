use std::ops::Range;

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::english;

/// Reports claims, actions and top lines that drop a hedge of their evidence.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.assertions.iter().filter_map(|field| dropped_hedge(context, field)).collect()
}

fn dropped_hedge(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let line = field.line();
    context.sentences(field).find_map(|sentence| {
        (0..sentence.words.len()).find_map(|at| {
            let hedge = hedge(&sentence.words, at)?;
            let carried = carriers(hedge).iter().any(|word| line.has(word));
            let softened = softened(sentence, hedge, at, line).filter(|_| !carried)?;
            let word = &sentence.words[at];
            let message = format!("the source says “{word}” here, but this line does not");
            let problem = Problem::new(Rule::DroppedHedge, field.path.clone(), message);
            let problem =
                if softened.is_empty() { problem } else { problem.at(field.spot(&softened)) };
            Some(
                problem
                    .help("keep the hedge: without it, the line claims more than the source does"),
            )
        })
    })
}

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

/// Returns what the word `at` softens, if it is a hedge.
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

/// Returns what the hedge at the word `at` softens, if `line` says it too: its bytes in the line;
/// empty for a whole sentence.
fn softened(sentence: &Sentence, hedge: Hedge, at: usize, line: &Sentence) -> Option<Range<usize>> {
    match hedge {
        Hedge::Approximate | Hedge::Average => {
            let reach = if hedge == Hedge::Average { 4 } else { 2 };
            let from = sentence.places[at].end;
            let to = sentence.places.get(at + reach).or(sentence.places.last())?.end;
            let figure =
                sentence.figures.iter().find(|figure| (from..to).contains(&figure.bytes.start))?;
            line.figures
                .iter()
                .find(|own| !own.is_weak && own.agrees(figure))
                .map(|own| own.bytes.clone())
        }
        Hedge::Suspected => {
            let head = sentence.head(at)?;
            let own = line.words.iter().position(|word| word == head)?;
            (line.shared(sentence) > 1).then(|| line.places[own].clone())
        }
        Hedge::Statistical | Hedge::Hearsay => {
            let reach = sentence.clause(at);
            let within =
                sentence.figures.iter().filter(|figure| reach.contains(&figure.bytes.start));
            let figure = within
                .clone()
                .any(|figure| line.figures.iter().any(|own| !own.is_weak && own.agrees(figure)));
            let alike =
                line.shared(sentence) > 2 && 2 * line.shared(sentence) >= line.content().len();
            (figure || alike).then_some(0..0)
        }
    }
}
