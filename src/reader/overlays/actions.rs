//! The actions, found by name and run.

use super::Panel;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::action::{Action, Motion};
use crate::reader::keys::{Bound, Keymap};
use crate::reader::light;
use crate::reader::list::{ListKind, Row, RowId};
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, Prompt, PromptKind};
use crate::reader::screens::Change;
use crate::reader::sheet::Sheet;
use crate::text::Text;

/// The columns that the names of actions take.
const NAME: usize = 20;

/// The actions that can be run now.
#[derive(Debug)]
pub struct Actions {
    /// The words that they are found by.
    pub prompt: Prompt,
    /// The modes whose actions can be run.
    modes: Vec<Mode>,
    /// The actions of the rows.
    found: Vec<Action>,
    sheet: Sheet,
}

impl Actions {
    /// Returns the actions of some modes.
    pub fn new(modes: Vec<Mode>, keymap: &Keymap, earlier: &EarlierLines) -> Self {
        let prompt = earlier.prompt(PromptKind::Action);
        let sheet = Sheet::new(ListKind::Selecting, Vec::new());
        let mut actions = Self { prompt, modes, found: Vec::new(), sheet };
        actions.written(keymap);
        actions
    }

    /// Shows the actions that match the words now.
    pub fn written(&mut self, keymap: &Keymap) {
        let found = matching(&self.prompt.text(), &self.modes, keymap);
        let (actions, rows) = found.into_iter().unzip();
        self.found = actions;
        self.sheet.replace(rows);
    }

    /// Returns the action that is selected.
    pub fn selected(&self) -> Option<Action> {
        self.found.get(self.sheet.list().index()).cloned()
    }

    /// Selects an action, to run it.
    pub fn pick(&mut self, row: &RowId) -> Option<Action> {
        let RowId::Fixed(index) = row else { return None };
        self.sheet.select(*index);
        Some(Action::Accept)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Moves the selection.
    pub fn go(&mut self, motion: Motion) {
        self.sheet.change(|list, text| list.go(motion, text));
    }

    /// Returns what is visible.
    pub fn panel(&self) -> Panel<'_> {
        let list = self.sheet.list();
        let number = if list.is_empty() { 0 } else { list.index() + 1 };
        Panel { title: "Actions", detail: format!("{number}/{}", list.len()), list }
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
