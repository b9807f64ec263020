//! The actions, found by name and run.

use super::finder::Finder;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::action::Action;
use crate::reader::keys::{Bound, Keymap};
use crate::reader::light;
use crate::reader::list::Row;
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, PromptKind};
use crate::text::Text;

/// The columns that the names of actions take.
const NAME: usize = 20;

/// The actions that can be run now.
#[derive(Debug)]
pub struct Actions {
    /// Those that the words find.
    pub finder: Finder<Action>,
    /// The modes whose actions can be run.
    modes: Vec<Mode>,
}

impl Actions {
    /// Returns the actions of some modes.
    pub fn new(modes: Vec<Mode>, keymap: &Keymap, earlier: &EarlierLines) -> Self {
        let finder = Finder::new("Actions", earlier.prompt(PromptKind::Action));
        let mut actions = Self { finder, modes };
        actions.written(keymap);
        actions
    }

    /// Shows the actions that match the words now.
    pub fn written(&mut self, keymap: &Keymap) {
        self.finder.show(matching(&self.finder.prompt.text(), &self.modes, keymap));
    }
}

/// Returns the actions of `modes` whose name, key or help matches `words`, and how each is shown.
fn matching(words: &Text, modes: &[Mode], keymap: &Keymap) -> Vec<(Action, Row)> {
    let query = Query::parse(words);
    let can_run = |bound: &&Bound| modes.iter().any(|mode| bound.binding.modes.contains(mode));
    let matching = keymap.by_action().filter(can_run).filter(|bound| bound.matches(&query));
    let rows = matching.filter_map(|bound| {
        let binding = bound.binding;
        let help = Span::new(Role::Plain, format!("{}  ", binding.help));
        let row = Row {
            label: Some(Span::new(Role::Label, binding.name?)),
            indent: NAME,
            ..Row::block(vec![help, Span::new(Role::Citation, bound.label())])
        };
        Some((binding.action.clone(), light::lit(row, &query)))
    });
    rows.collect()
}
