//! The brief as it prints: seen, and saved to a file.

use super::App;
use crate::library::Library;
use crate::page::{self, Document, Section};
use crate::reader::action::{Effect, Mode};
use crate::reader::list::{Cursor, GUTTER, List, Manner, Row, RowId};
use crate::text::{Stroke, Text};

/// The columns of a printed line, as `topline print` has them by itself.
const COLUMNS: usize = 72;

/// The printed brief that lies over the panes.
#[derive(Debug)]
pub(super) struct Printed {
    /// Which reading of which brief it is of, and in how many columns.
    of: Option<(usize, usize, usize)>,
    pub(super) rows: Vec<Row>,
    pub(super) list: List,
}

impl Default for Printed {
    fn default() -> Self {
        Self { of: None, rows: Vec::new(), list: List::new(Manner::Scrolls) }
    }
}

impl App {
    pub(super) fn toggle_printed(&mut self) {
        if self.mode == Mode::Printed {
            self.mode = Mode::Panes;
        } else if self.document().is_some() {
            self.mode = Mode::Printed;
            self.printed.list.restore(Cursor::default());
        } else {
            self.say("there is no sound brief here to print");
        }
    }

    /// Asks for the file to save the printed brief to.
    pub(super) fn ask_for_file(&mut self) {
        if self.mode != Mode::Printed {
            self.toggle_printed();
        }
        if self.mode == Mode::Printed {
            let name = self.scope().entry(&self.library).map(|entry| format!("{}.txt", entry.id));
            self.ask(Mode::Naming);
            self.write(&Stroke::Insert(Text::from(name.unwrap_or_default())));
        }
    }

    /// Saves the printed brief to the file that was named.
    pub(super) fn save(&mut self, name: Text) -> Effect {
        self.mode = Mode::Printed;
        let Some(document) = self.document().filter(|_| !name.is_empty()) else {
            return Effect::None;
        };
        let document = if self.looks.ascii { document.into_ascii() } else { document };
        Effect::Save { name, text: page::plain(&page::layout(&document, COLUMNS)).into() }
    }

    /// Sets the printed brief anew where it is another, or the screen is.
    pub(super) fn settle_printed(&mut self) {
        let area = self.layout.help;
        let (columns, height) = (usize::from(area.width), usize::from(area.height));
        if matches!(self.mode, Mode::Printed | Mode::Naming) {
            let room = columns.saturating_sub(GUTTER + 1).clamp(1, COLUMNS);
            let now = self.scope().brief.map(|brief| (self.readings, brief, room));
            if self.printed.of != now {
                let document = self.document().unwrap_or_default();
                let line = |spans| Row { blocks: vec![spans], is_set: true, ..Row::default() };
                self.printed.rows = page::layout(&document, room).into_iter().map(line).collect();
                self.printed.list.show((0..self.printed.rows.len()).map(RowId::Fixed).collect());
                self.printed.of = now;
            }
        }
        let rows = &self.printed.rows;
        self.printed.list.fit(columns, height, &|row| super::fixed(rows, row));
    }

    /// The open brief as a document, as if it were the only one; nothing where it is broken.
    fn document(&self) -> Option<Document> {
        let entry =
            self.scope().entry(&self.library).filter(|entry| entry.brief.is_some())?.clone();
        Some(page::compose(&Library::new(vec![entry]), Section::ALL))
    }
}
