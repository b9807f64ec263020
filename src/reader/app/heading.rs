//! What the titles say: of the screen, and of each pane.

use super::App;
use crate::brief::{Id, Source};
use crate::evidence::State;
use crate::page::{Role, Span, StateRole, items};
use crate::reader::layout::{Pane, Screen};
use crate::reader::list::RowId;
use crate::text::Text;

/// The bar at the top of the screen, from left to right.
#[derive(Clone, Debug, Default)]
pub struct TitleBar {
    /// Which brief of how many: `2 of 3`; while briefs are being read, how many have been.
    pub position: String,
    /// The title of the source, or of the file where the brief is broken.
    pub title: Text,
    /// Who published the source, and when.
    pub source: Vec<Span>,
    /// How many quotes have which state.
    pub states: Vec<Span>,
}

impl App {
    /// What the bar at the top says.
    pub fn title_bar(&self) -> TitleBar {
        match self.screen {
            Screen::Brief => self.title_of_brief(),
            Screen::Asks => TitleBar {
                title: "Asks, commitments and actions".into(),
                states: self.asks.total.spans(),
                ..self.title_across()
            },
            Screen::Officials => {
                TitleBar { title: "Officials and organisations".into(), ..self.title_across() }
            }
        }
    }

    /// How many briefs a screen tells of, and how many it cannot.
    fn title_across(&self) -> TitleBar {
        let (read, expected) = (self.read.len(), self.expected);
        let position = match (read < expected, expected) {
            (true, _) => format!("{read} of {expected} briefs read"),
            (false, 1) => "1 brief".to_owned(),
            (false, _) => format!("{expected} briefs"),
        };
        let broken = self.library.entries().iter().filter(|entry| entry.brief.is_none()).count();
        let left_out = Span::new(Role::State(StateRole::Failed), format!("✗ {broken} left out"));
        let source = if broken > 0 { vec![left_out] } else { Vec::new() };
        TitleBar { position, source, ..TitleBar::default() }
    }

    fn title_of_brief(&self) -> TitleBar {
        let scope = self.scope();
        let (read, expected) = (self.read.len(), self.expected);
        let place = scope.brief.map_or(0, |brief| brief + 1);
        let position = if read < expected {
            format!("{place} of {expected}, {read} read")
        } else {
            format!("{place} of {expected}")
        };
        let Some(entry) = scope.entry(&self.library) else {
            return TitleBar { position, ..TitleBar::default() };
        };
        match &entry.brief {
            Some(brief) => TitleBar {
                position,
                title: brief.source.title.clone(),
                source: published(&brief.source),
                states: self.states(),
            },
            None => {
                TitleBar { position, title: entry.origin.to_string().into(), ..TitleBar::default() }
            }
        }
    }

    /// `✓ 9 verified`, and so on for each state that a quote with exact words has.
    fn states(&self) -> Vec<Span> {
        let scope = self.scope();
        let Some(entry) = scope.entry(&self.library) else { return Vec::new() };
        let Some(brief) = &entry.brief else { return Vec::new() };
        let exact = brief.quotes.values().filter(|quote| quote.words.exact().is_some());
        let states: Vec<State> =
            exact.filter_map(|quote| Some(entry.evidence.findings.get(&quote.id)?.state)).collect();
        let count =
            |wanted: fn(&State) -> bool| states.iter().filter(|state| wanted(state)).count();
        let counted = [
            ("✗", "failed", count(|state| *state == State::Failed), State::Failed),
            ("✓", "verified", count(|state| *state == State::Verified), State::Verified),
            ("?", "unverified", count(|state| *state == State::Unverified), State::Unverified),
        ];
        let locked = states.iter().find(|state| matches!(state, State::Locked(_)));
        let locked = locked
            .map(|state| ("◇", "locked", count(|state| matches!(state, State::Locked(_))), *state));
        counted
            .into_iter()
            .chain(locked)
            .filter(|(_, _, count, _)| *count > 0)
            .map(|(sign, word, count, state)| {
                let role = Role::State(state.into());
                Span::new(role, format!("{sign} {count} {word}"))
            })
            .collect()
    }

    /// What the title of a pane says beside its name: how many there are, and of what.
    pub fn detail(&self, pane: Pane) -> String {
        let list = self.list(pane);
        match pane {
            Pane::Source => self.passage(),
            Pane::Problems => String::new(),
            Pane::Quotes if self.subject.is_some() => {
                let subject = self.subject.as_ref().map_or("", Id::as_str);
                format!("{} for {subject}", list.len())
            }
            Pane::Claims | Pane::Asks | Pane::Quotes => self.of_all(pane, self.party()),
            Pane::Briefs | Pane::Officials => self.of_all(pane, None),
            Pane::People => of(list),
            Pane::Register => self.asks_detail(),
            Pane::Record => self.officials.name().map(ToString::to_string).unwrap_or_default(),
            Pane::Matrix => {
                let (column, columns) = self.officials.grid.position();
                format!("{} · column {column}/{columns}", of(list))
            }
        }
    }

    /// `3/9`; where some are hidden, how many of all are shown, whose, and what they match.
    fn of_all(&self, pane: Pane, party: Option<Text>) -> String {
        let list = self.list(pane);
        let matches = self.search.is_narrowed().then(|| self.search.words().clone());
        let whose: Vec<Text> = party.into_iter().chain(matches).collect();
        if whose.is_empty() {
            return of(list);
        }
        format!("{} of {} · {}", list.len(), self.total(pane), whose.join(" · "))
    }

    /// The name of the official or organisation whose items alone are shown.
    fn party(&self) -> Option<Text> {
        let RowId::Item(id) = self.list(Pane::Officials).selected()? else { return None };
        Some(self.scope().open(&self.library)?.party(id)?.styled_name())
    }

    fn total(&self, pane: Pane) -> usize {
        let scope = self.scope();
        if pane == Pane::Briefs {
            return self.library.entries().len();
        }
        let Some(brief) = scope.open(&self.library) else { return 0 };
        match pane {
            Pane::Officials => 1 + brief.officials.len() + brief.organisations.len(),
            Pane::Claims => brief.claims.len(),
            Pane::Asks => brief.asks.len(),
            _ => brief.quotes.len(),
        }
    }

    /// `q3 ¶12, ¶13`, or what the pane shows in place of a passage.
    fn passage(&self) -> String {
        let scope = self.scope();
        if scope.overview {
            return "the brief in short".to_owned();
        }
        let (Some(entry), Some(quote)) = (scope.entry(&self.library), &scope.quote) else {
            return String::new();
        };
        let paragraphs =
            entry.evidence.findings.get(quote).map_or(&[][..], |found| &found.paragraphs);
        let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
        format!("{quote} {}", numbers.join(", ")).trim_end().to_owned()
    }
}

/// `Holyrood · no date`.
fn published(source: &Source) -> Vec<Span> {
    vec![items::publisher(source), Span::new(Role::Plain, " · "), items::issued(source)]
}

fn of(list: &crate::reader::list::List) -> String {
    if list.is_empty() { "none".to_owned() } else { format!("{}/{}", list.index() + 1, list.len()) }
}
