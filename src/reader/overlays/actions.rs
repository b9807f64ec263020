//! The actions, found by name and run.

use super::finder::Finder;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::action::Action;
use crate::reader::keys::{Bound, Keymap, aliases};
use crate::reader::light;
use crate::reader::list::Row;
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, PromptKind};
use crate::text::{Text, UnknownWord};

/// The columns that the names of actions take.
const NAME: usize = 20;

/// The actions that can be run now.
#[derive(Debug)]
pub struct Actions {
    /// Those that the words find. None is selected before the words name it, or the user picks it.
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

    /// Shows the actions that match the words now. The one that they name is the first, and selected;
    /// then come those that have them in their names.
    pub fn written(&mut self, keymap: &Keymap) {
        let words = self.finder.prompt.text();
        let named = self.named(&words, keymap);
        let is_named = |bound: &Bound| named.is_some() && bound.binding.name == named;
        let has_in_name =
            |bound: &Bound| bound.binding.name.is_some_and(|name| name.contains(words.trim()));
        let mut found = self.matching(&words, keymap);
        found.sort_by_key(|bound| (!is_named(bound), !has_in_name(bound)));
        let query = Query::parse(&words);
        let rows = found.into_iter().filter_map(|bound| {
            let row = light::lit(row(bound)?, &query);
            Some((bound.binding.action.clone(), row))
        });
        if named.is_some() { self.finder.show(rows) } else { self.finder.show_unselected(rows) }
    }

    /// Returns why Enter runs nothing: what is written names no action.
    pub fn refusal(&self, keymap: &Keymap) -> String {
        let words = self.finder.prompt.text();
        let typed = words.trim();
        let candidates = self.beginning_with(aliases::meant(typed), keymap);
        if !candidates.is_empty() {
            let candidates = candidates.join(", ");
            return format!("`{typed}` could be any of {candidates}; Tab picks one");
        }
        let fault = format!("no action is called `{typed}`");
        let known: Vec<&str> =
            self.runnable(keymap).filter_map(|bound| bound.binding.name).collect();
        UnknownWord::new(fault, typed, &known).otherwise(": lists those there are").to_string()
    }

    /// Returns the name of the action that is written: whole, or its only possible beginning.
    fn named<'a>(&self, words: &Text, keymap: &'a Keymap) -> Option<&'a str> {
        let meant = aliases::meant(words.trim());
        let whole = self.runnable(keymap).filter_map(|bound| bound.binding.name);
        let whole = whole.into_iter().find(|name| *name == meant);
        whole.or_else(|| match self.beginning_with(meant, keymap).as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    }

    fn beginning_with<'a>(&self, start: &str, keymap: &'a Keymap) -> Vec<&'a str> {
        if start.is_empty() {
            return Vec::new();
        }
        let names = self.runnable(keymap).filter_map(|bound| bound.binding.name);
        names.filter(|name| name.starts_with(start)).collect()
    }

    /// Returns the actions whose name, other names, key or help matches.
    fn matching<'a>(&self, words: &Text, keymap: &'a Keymap) -> Vec<&'a Bound> {
        let meant = aliases::meant(words.trim());
        let setting = aliases::setting(words.trim());
        let query = Query::parse(&setting.map_or_else(|| words.clone(), Text::from));
        let fits = |bound: &&Bound| {
            bound.binding.name == Some(meant)
                || bound.matches(&query)
                    && (setting != Some("") || bound.binding.name.is_some_and(aliases::is_setting))
        };
        self.runnable(keymap).filter(fits).collect()
    }

    /// Returns the actions that can be run, in the order of the help.
    fn runnable<'a>(&self, keymap: &'a Keymap) -> impl Iterator<Item = &'a Bound> {
        let can_run = |bound: &&Bound| {
            self.modes.iter().any(|mode| bound.binding.modes.contains(mode))
                && bound.binding.name.is_some()
        };
        keymap.by_action().filter(can_run)
    }
}

/// Returns how an action is shown: its name, what it does, its keys.
fn row(bound: &Bound) -> Option<Row> {
    let help = Span::new(Role::Plain, format!("{}  ", bound.binding.help));
    Some(Row {
        label: Some(Span::new(Role::Label, bound.binding.name?)),
        indent: NAME,
        ..Row::block(vec![help, Span::new(Role::Citation, bound.label())])
    })
}
