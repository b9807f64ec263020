//! The wording of a quote.

use super::{in_marks, note, party, sentence, speakers_in_full};
use crate::brief::{Brief, Form, Quote};
use crate::evidence::{Evidence, Finding, State};
use crate::library::catalogue::BriefState;
use crate::page::document::{Flow, Role, Span, StateRole, join};
use crate::text::Text;

/// The wording of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteText {
    /// `Part quote:`, `Reported:` or `Stated:`; nothing before a full quotation.
    pub label: Option<Span>,
    /// The exact words in quotation marks, or the gist as a sentence without them; of a passage with
    /// both the gist first.
    pub words: Flow,
    /// Who speaks: `Dana Vale, chief inspector, Tidewater Safety Board`.
    pub speaker: Vec<Span>,
    /// To whom, when, and whether the attribution is inferred, separated by semicolons; often
    /// empty.
    pub circumstances: Vec<Span>,
    /// What the words rest on: `direct · ¶3, ¶4 · p. 7 · ✓ verified`. Only exact words have a state.
    pub basis: Vec<Span>,
    /// What is known of the exact words, in words; [`None`] if the quote has none.
    pub state: Option<Span>,
    /// The remark for colleagues.
    pub note: Option<Span>,
}

/// Returns the wording of a quote of `brief`, with its state and paragraphs.
pub fn quote(brief: &Brief, quote: &Quote, finding: Option<&Finding>) -> QuoteText {
    let anchor = brief.anchor(&quote.id);
    let gist = quote.words.gist().map(|gist| Span::new(Role::Gist, sentence(gist)));
    let exact = quote.words.exact().map(|exact| Span::new(Role::Quotation, in_marks(exact)));
    let words = [gist, exact].into_iter().flatten().map(|words| vec![words.to(anchor.clone())]);
    let state = quote.words.exact().map(|_| finding.map_or(State::Unverified, |found| found.state));
    QuoteText {
        label: form_label(quote.words.form()).map(|label| Span::new(Role::Label, label)),
        words: join(words, " "),
        speaker: speakers_in_full(brief, quote.by.parties()),
        circumstances: circumstances(brief, quote),
        basis: basis(quote, finding, state),
        state: state.map(|state| Span::new(Role::State(state.into()), state_words(state))),
        note: quote.note.as_ref().map(note),
    }
}

fn form_label(form: Form) -> Option<&'static str> {
    match form {
        Form::Direct => None,
        Form::Partial => Some("Part quote:"),
        Form::Reported => Some("Reported:"),
        Form::Passage => Some("Stated:"),
    }
}

/// Returns how the words of a quote are given, as it is said beside them.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Partial => "part quote",
        form => form.word(),
    }
}

fn circumstances(brief: &Brief, quote: &Quote) -> Vec<Span> {
    let to = quote.to.as_ref().map(|id| vec![Span::new(Role::Plain, "to "), party(brief, id)]);
    let said = quote.said.map(|date| vec![Span::new(Role::Plain, date.to_string())]);
    let inferred = quote.inferred.then(|| vec![Span::new(Role::Aside, "attribution inferred")]);
    join([to, said, inferred].into_iter().flatten(), "; ")
}

fn basis(quote: &Quote, finding: Option<&Finding>, known: Option<State>) -> Vec<Span> {
    let paragraphs = finding.map_or(&[][..], |found| &found.paragraphs);
    let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
    let at = finding.map_or(quote.at.as_ref(), |found| found.at(quote));
    let place = match (numbers.as_slice(), at) {
        ([], Some(_)) => None,
        ([], None) => Some(Span::new(Role::Aside, "paragraph not known")),
        (numbers, _) => Some(Span::new(Role::Citation, numbers.join(", "))),
    };
    let inferred = quote.inferred.then(|| Span::new(Role::Aside, "attribution inferred"));
    let at = at.map(|at| Span::new(Role::Citation, at.clone()));
    let parts = [
        Some(Span::new(Role::Label, form(quote.words.form()))),
        place,
        at,
        known.map(state),
        inferred,
    ];
    join(parts.into_iter().flatten().map(|part| vec![part]), " · ")
}

/// Returns the state of a quote’s exact words, with a sign that no line break separates from
/// them: `✓ verified`.
pub fn state(state: State) -> Span {
    let words = state_words(state);
    Span::new(Role::State(state.into()), format!("{}\u{a0}{words}", state_sign(state)))
}

/// Returns how many of `states` there are of each kind, the worst first: `✗ 1 failed`,
/// `✓ 9 verified`.
fn states(states: &[State]) -> Vec<Span> {
    let kinds = [StateRole::Failed, StateRole::Verified, StateRole::Unverified, StateRole::Locked];
    let counted = kinds.into_iter().filter_map(|kind| {
        let mut of_kind = states.iter().filter(|state| StateRole::from(**state) == kind);
        let state = *of_kind.next()?;
        let count = 1 + of_kind.count();
        let words = format!("{} {count} {}", state_sign(state), state.word());
        Some(Span::new(Role::State(kind), words))
    });
    counted.collect()
}

/// Returns how a brief stands against its source, the worst first: how many of its quotes are in which
/// state, and how many other errors were found: `✗ 1 problem`, `✓ 9 verified`.
pub fn standing(brief: &Brief, evidence: &Evidence) -> Vec<Span> {
    let mut spans = states(&evidence.states(brief).collect::<Vec<_>>());
    let problems = match evidence.faults().count() {
        0 => return spans,
        1 => "✗ 1 problem".to_owned(),
        more => format!("✗ {more} problems"),
    };
    let failed = Role::State(StateRole::Failed);
    let after_failed = usize::from(spans.first().is_some_and(|first| first.role == failed));
    spans.insert(after_failed, Span::new(failed, problems));
    spans
}

/// Returns the sign of a whole brief in this state.
pub fn brief_sign(state: BriefState) -> Span {
    let (sign, role) = match state {
        BriefState::Broken | BriefState::Failed => ('✗', Role::State(StateRole::Failed)),
        BriefState::Draft => ('…', Role::Caution),
        BriefState::Unverified => ('?', Role::State(StateRole::Unverified)),
        BriefState::Locked => ('◇', Role::State(StateRole::Locked)),
        BriefState::Verified => ('✓', Role::State(StateRole::Verified)),
    };
    Span::new(role, sign.to_string())
}

/// Returns the sign of a state.
pub fn state_sign(state: State) -> char {
    match state {
        State::Verified => '✓',
        State::Locked(_) => '◇',
        State::Unverified => '?',
        State::Failed => '✗',
    }
}

/// Returns the state of a quote’s exact words where it has been said that the text is not here:
/// `verified 21 November 2026`.
pub fn state_on_paper(state: State) -> Text {
    match state {
        State::Locked(date) => format!("verified {date}").into(),
        state => state_words(state),
    }
}

/// Returns the state of a quote’s exact words in words: `verified`.
pub fn state_words(state: State) -> Text {
    match state {
        State::Verified => "verified".into(),
        State::Locked(date) => format!("verified {date}; text not held").into(),
        State::Unverified => "unverified".into(),
        State::Failed => "failed".into(),
    }
}
