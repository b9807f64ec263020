//! The help: what every key does, by group.

use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::keys::{Bound, Group, Keymap};
use crate::reader::light;
use crate::reader::list::{List, ListKind, Row};
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, Prompt, PromptKind};
use crate::reader::screens::Change;
use crate::reader::sheet::Sheet;
use crate::text::{Text, width};

/// The help, with the words that are searched for in it.
#[derive(Debug)]
pub struct Help {
    prompt: Prompt,
    /// Whether the words are being written.
    is_writing: bool,
    sheet: Sheet,
}

impl Help {
    /// Returns the whole help.
    pub fn new(keymap: &Keymap, earlier: &EarlierLines) -> Self {
        Self {
            prompt: earlier.prompt(PromptKind::Help),
            is_writing: false,
            sheet: Sheet::new(ListKind::Scrolling, rows(&Text::default(), keymap)),
        }
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        if self.is_writing { Mode::SearchingHelp } else { Mode::Help }
    }

    /// Returns the list.
    pub fn list(&self) -> &List {
        self.sheet.list()
    }

    /// Returns the words, while they are being written.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.is_writing.then_some(&self.prompt)
    }

    /// Returns the words, while they are being written, to change.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        self.is_writing.then_some(&mut self.prompt)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Returns whether words are being written, or only what matches them is shown.
    pub fn is_searched(&self) -> bool {
        self.is_writing || !self.prompt.text().is_empty()
    }

    /// Asks for words to search for.
    pub fn search(&mut self, keymap: &Keymap, earlier: &EarlierLines) {
        self.clear(keymap, earlier);
        self.is_writing = true;
    }

    /// Shows what matches the words now.
    pub fn written(&mut self, keymap: &Keymap) {
        self.sheet.replace(rows(&self.prompt.text(), keymap));
    }

    /// Goes on showing only what matches, and keeps the words.
    pub fn accept(&mut self, earlier: &mut EarlierLines) {
        earlier.keep(&self.prompt);
        self.is_writing = false;
    }

    /// Shows everything again.
    pub fn clear(&mut self, keymap: &Keymap, earlier: &EarlierLines) {
        *self = Self::new(keymap, earlier);
    }
}

/// Returns what the help says about `words`, by group, or all of it if there are none.
fn rows(words: &Text, keymap: &Keymap) -> Vec<Row> {
    let query = Query::parse(words);
    let bindings: Vec<&Bound> = keymap.by_action().filter(|bound| bound.matches(&query)).collect();
    if bindings.is_empty() {
        let none = format!("Nothing in the help matches {words}");
        return vec![Row::block(vec![Span::new(Role::Plain, none)])];
    }
    let indent = keymap.by_action().map(|bound| width(&bound.label())).max().unwrap_or(0) + 2;
    let groups = Group::ALL.into_iter().flat_map(|group| {
        let in_group = bindings.iter().filter(move |bound| bound.binding.group == group);
        let rows: Vec<Row> = in_group.map(|bound| row(bound, indent, &query)).collect();
        let heading = Row::block(vec![Span::new(Role::Heading, group.title())]);
        let (heading, end) =
            if rows.is_empty() { (None, None) } else { (Some(heading), Some(Row::default())) };
        heading.into_iter().chain(rows).chain(end)
    });
    groups.collect()
}

fn row(bound: &Bound, indent: usize, query: &Query) -> Row {
    let row = Row {
        label: Some(Span::new(Role::Label, bound.label())),
        indent,
        ..Row::block(vec![Span::new(Role::Plain, bound.binding.help)])
    };
    light::lit(row, query)
}
