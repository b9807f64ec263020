//! Out of the reader: what is copied, opened and edited.

use super::App;
use crate::brief::Anchor;
use crate::library::{Entry, Origin};
use crate::page::{Extract, Role, Span, extract};
use crate::reader::action::{Copied, Effect, Mode};
use crate::reader::layout::{Pane, Screen};
use crate::reader::list::{Row, RowId};
use crate::reader::memory::Position;
use crate::reader::target::Target;

impl App {
    /// Where one is, to be resumed from; nothing before a brief is open.
    pub fn position(&self) -> Option<Position> {
        let scope = self.scope();
        let brief = scope.entry(&self.library)?.id.clone();
        let item = self.focus_in_brief().map(|anchor| anchor.item);
        Some(Position { at: Target { brief, item }, party: scope.party })
    }

    /// The item that has the focus; where none has, the brief that is open, if it is on the screen.
    pub(super) fn here(&self) -> Option<Target> {
        if let Some(Anchor { brief, item }) = self.focus() {
            return Some(Target { brief, item: Some(item) });
        }
        Some(Target { brief: self.entry()?.id.clone(), item: None })
    }

    /// The brief of the item that has the focus, else the one that is open, if it is on the screen.
    pub(super) fn entry(&self) -> Option<&Entry> {
        match self.screen {
            Screen::Brief => self.library.entries().get(self.scope().brief?),
            Screen::Asks | Screen::Officials => self.library.entry(&self.focus()?.brief),
        }
    }

    pub(super) fn choose_copy(&mut self) {
        let options = self.keymap.in_mode(Mode::Copying).filter_map(|bound| {
            let key = bound.keys.first()?.label();
            let help = Span::new(Role::Plain, bound.binding.help);
            bound.binding.action.copies().then(|| option(key, vec![help]))
        });
        self.choose(Mode::Copying, options.collect());
    }

    /// Shows a menu over the panes.
    pub(super) fn choose(&mut self, mode: Mode, rows: Vec<Row>) {
        self.mode = mode;
        self.menu_list.show((0..rows.len()).map(RowId::Fixed).collect());
        self.menu = rows;
    }

    pub(super) fn copy(&mut self, what: Extract) -> Effect {
        self.mode = Mode::Panes;
        let (Some(entry), Some(Target { brief, item })) = (self.entry(), self.here()) else {
            return self.refuse("there is nothing to copy here");
        };
        let Some(text) = extract(&self.library, entry, item.as_ref(), what) else {
            return self.refuse("there is nothing to copy here");
        };
        let name = item.as_ref().unwrap_or(&brief);
        let what = match what {
            Extract::Cited => name.to_string(),
            Extract::Markdown => format!("{name} as Markdown"),
            Extract::Words => format!("the words of {name}"),
            Extract::Permalink => format!("the permalink {text}"),
            Extract::File => format!("the file of {brief}"),
        };
        Effect::Copy(Copied { what: what.into(), text })
    }

    pub(super) fn open_source(&mut self) -> Effect {
        let brief = self.entry().and_then(|entry| entry.brief.as_ref());
        let url = brief.and_then(|brief| brief.source.url.clone());
        url.map_or_else(
            || self.refuse("the brief gives no web address of its source"),
            Effect::Open,
        )
    }

    pub(super) fn edit(&mut self) -> Effect {
        let Some(entry) = self.entry() else {
            return self.refuse("there is nothing to edit here");
        };
        match &entry.origin {
            Origin::File(file) => Effect::Edit { file: file.clone(), line: self.line() },
            Origin::Shipped(_) => {
                let id = entry.id.clone();
                self.refuse(&format!(
                    "{id} ships with topline and cannot be edited; Y f copies its file"
                ))
            }
            Origin::Stdin => {
                self.refuse("the brief came from standard input: there is no file to edit")
            }
        }
    }

    /// The line of the file that has the focus: of an item, or of a problem.
    fn line(&self) -> usize {
        let Some(entry) = self.entry() else { return 1 };
        let item = self.focus().map(|anchor| anchor.item);
        let problem = Some(self.problem_list.index()).filter(|_| self.pane() == Pane::Problems);
        let problem = problem.and_then(|index| entry.problems.get(index));
        problem.map_or_else(
            || entry.line_of(item.as_ref()),
            |problem| crate::brief::LineColumn::locate(&entry.yaml, problem).line,
        )
    }

    fn refuse(&mut self, reason: &str) -> Effect {
        self.say(reason);
        Effect::None
    }
}

/// The columns of the key in a menu.
pub(super) const OPTION: usize = 3;

/// A row of a menu.
pub(super) fn option(key: String, words: Vec<Span>) -> Row {
    let label = Some(Span::new(Role::Label, key));
    Row { label, indent: OPTION, blocks: vec![words], ..Row::default() }
}
