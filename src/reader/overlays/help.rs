//! The help: what the signs mean, and what every key does, by group.

use super::legend;
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

/// Returns what the help says about `words`, or all of it if there are none: the legend, then the keys
/// by group.
fn rows(words: &Text, keymap: &Keymap) -> Vec<Row> {
    let query = Query::parse(words);
    let keys = keymap.by_action().map(|bound| width(&bound.label())).max().unwrap_or(0);
    let indent = keys.max(legend::widest()) + 2;
    let of_group = |group: Group| {
        let bindings = keymap.by_action().filter(|bound| bound.binding.group == group);
        let matching = bindings.filter(|bound| bound.matches(&query));
        section(group.title(), matching.map(|bound| row(bound, indent, &query)).collect())
    };
    let mut rows = section(legend::TITLE, legend::rows(&query, indent).collect());
    rows.extend(Group::ALL.into_iter().flat_map(of_group));
    if rows.is_empty() {
        let none = format!("Nothing in the help matches {words}");
        rows.push(Row::block(vec![Span::new(Role::Plain, none)]));
    }
    rows
}

/// Returns rows under their heading, with an empty line after them; nothing if there are none.
fn section(title: &'static str, rows: Vec<Row>) -> Vec<Row> {
    if rows.is_empty() {
        return rows;
    }
    let heading = Row::block(vec![Span::new(Role::Heading, title)]);
    std::iter::once(heading).chain(rows).chain([Row::default()]).collect()
}

fn row(bound: &Bound, indent: usize, query: &Query) -> Row {
    let row = Row {
        label: Some(Span::new(Role::Label, bound.label())),
        indent,
        ..Row::block(vec![Span::new(Role::Plain, bound.binding.help)])
    };
    light::lit(row, query)
}
