use std::ops::Range;

use super::RuleContext;
use super::fields::ProseField;
use crate::brief::{Problem, Rule};
use crate::evidence::figures::{BoundKind, Figure};
use crate::evidence::index::sentences::Sentence;
use crate::evidence::source::english;

/// Reports claims, actions and top lines that drop a hedge of their evidence.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let of_figures = context.assertions.iter().filter_map(|field| bound(context, field));
    let of_words = context.assertions.iter().filter_map(|field| dropped_hedge(context, field));
    of_figures.chain(of_words).collect()
}

/// The first figure of a field whose bound is not that of its evidence.
fn bound(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let stated = field.stated();
    let carried = CarriedBounds::new(field);
    let (figure, message) = stated.iter().find_map(|(part, figures)| {
        figures.iter().find_map(|figure| {
            let agreeing = context.agreeing(part, figure);
            Some((figure, other_bound(field, &carried, figure, &agreeing)?))
        })
    })?;
    let problem = Problem::new(Rule::DroppedHedge, field.path.clone(), message);
    let problem = problem.at(field.spot(&figure.bounded_bytes()));
    Some(problem.help("keep the hedge, or the line claims more than the source does"))
}

/// The bounds that a field may state somewhere in its words, though not beside the figure.
struct CarriedBounds(Vec<BoundKind>);

impl CarriedBounds {
    fn new(field: &ProseField<'_>) -> Self {
        let lists = [
            (english::CARRY_AT_MOST, BoundKind::AtMost),
            (english::CARRY_AT_LEAST, BoundKind::AtLeast),
            (english::CARRY_APPROXIMATELY, BoundKind::About),
        ];
        let is_carried = |list: english::WordList| list.iter().any(|word| field.line().has(word));
        let carried = lists.into_iter().filter(|(list, _)| is_carried(*list));
        Self(carried.map(|(_, bound)| bound).collect())
    }

    fn has(&self, bound: BoundKind) -> bool {
        self.0.contains(&bound)
    }
}

/// What is wrong if no figure of the evidence is as exact as `figure`.
fn other_bound(
    field: &ProseField<'_>,
    carried: &CarriedBounds,
    figure: &Figure,
    agreeing: &[&Figure],
) -> Option<String> {
    let known = agreeing.first()?;
    match (&figure.limit, &known.limit) {
        (None, Some(limit)) if agreeing.iter().all(|known| known.limit.is_some()) => {
            let words = &limit.words;
            (!carried.has(limit.bound))
                .then(|| format!("the source says “{words}” here, but this line does not"))
        }
        (Some(own), _) if own.bound != BoundKind::About => {
            let has_none = |known: &&Figure| {
                matches!(known.bound(), None | Some(BoundKind::About)) && !known.is_range_end
            };
            let figure = field.text[figure.bytes.clone()].trim();
            let words = &own.words;
            agreeing
                .iter()
                .all(has_none)
                .then(|| format!("this line says “{words}” of {figure}, but the source does not"))
        }
        _ => None,
    }
}

fn dropped_hedge(context: &RuleContext<'_>, field: &ProseField<'_>) -> Option<Problem> {
    let line = field.line();
    context.sentences(field).find_map(|sentence| {
        (0..sentence.words.len()).find_map(|at| {
            let hedge = hedge(sentence, at)?;
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
fn hedge(sentence: &Sentence, at: usize) -> Option<Hedge> {
    let word = sentence.words[at].as_str();
    let next = sentence.words.get(at + 1).filter(|_| sentence.runs_on(at));
    let next = next.map_or("", String::as_str);
    let lists = [
        (english::ON_AVERAGE, Hedge::Average),
        (english::SUSPECTED, Hedge::Suspected),
        (english::STATISTICALLY, Hedge::Statistical),
        (english::BY_HEARSAY, Hedge::Hearsay),
    ];
    let listed = lists.into_iter().find(|(list, _)| list.contains(word)).map(|(_, hedge)| hedge);
    let is_hearsay = next == "to" && english::HEARSAY_BEFORE_TO.contains(word);
    listed.or(is_hearsay.then_some(Hedge::Hearsay))
}

/// Words by which a line may carry a hedge of the same kind.
fn carriers(hedge: Hedge) -> english::WordList {
    match hedge {
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
        Hedge::Average => {
            let from = sentence.places[at].end;
            let to = sentence.places.get(at + 4).or(sentence.places.last())?.end;
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
