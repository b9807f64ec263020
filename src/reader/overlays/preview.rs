//! The brief as it prints, and the name of the file to save that to.

use crate::library::{Entry, Library, Origin};
use crate::page::{self, Document, Extent};
use crate::reader::layout::Area;
use crate::reader::list::{GUTTER, List, ListKind, Row, Typesetting};
use crate::reader::mode::Mode;
use crate::reader::prompt::{EarlierLines, Prompt, PromptKind};
use crate::reader::screens::{Around, Change};
use crate::reader::sheet::Sheet;
use crate::text::{Stroke, Text, to_ascii};

/// The columns of a printed line, as `topline print` has them by default.
const COLUMNS: usize = 72;

/// The preview.
#[derive(Debug)]
pub struct Preview {
    /// The name of the file, while it is being written.
    pub naming: Option<Prompt>,
    sheet: Sheet,
    /// What the rows were last made from: the version of the briefs, the brief, and the width.
    made_from: Option<(usize, Origin, usize)>,
}

/// A preview that is still empty.
impl Default for Preview {
    fn default() -> Self {
        let sheet = Sheet::new(ListKind::Scrolling, Vec::new());
        Self { naming: None, sheet, made_from: None }
    }
}

impl Preview {
    /// Asks for the name of a file, and proposes one.
    pub fn ask_name(&mut self, proposal: Text, earlier: &EarlierLines) {
        let mut prompt = earlier.prompt(PromptKind::File);
        prompt.apply(&Stroke::Insert(proposal));
        self.naming = Some(prompt);
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        if self.naming.is_some() { Mode::Naming } else { Mode::Preview }
    }

    /// Returns the list.
    pub fn list(&self) -> &List {
        self.sheet.list()
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Lays the brief out again if it is another, or if the width has changed.
    pub fn refresh(&mut self, area: Area, around: &Around<'_>, open: Option<&Entry>) {
        let room = area.columns().saturating_sub(GUTTER + 1).clamp(1, COLUMNS);
        let now = open.map(|entry| (around.briefs.version(), entry.origin.clone(), room));
        if self.made_from != now {
            let document = open.and_then(document).unwrap_or_default();
            let line = |spans| Row { setting: Typesetting::Lines, ..Row::block(spans) };
            self.sheet.show(page::layout(&document, room).into_iter().map(line).collect());
            self.made_from = now;
        }
    }
}

/// Returns a brief as a document, as if it were the only one; nothing if it is broken.
pub fn document(entry: &Entry) -> Option<Document> {
    entry.brief.as_ref()?;
    Some(page::compose(&Library::new(vec![entry.clone()]), &Extent::default()))
}

/// Returns a document as it is saved.
pub fn printed(document: Document, ascii: bool) -> Text {
    if ascii {
        let lines = page::layout(&document.into_ascii(), COLUMNS);
        return to_ascii(&page::plain(&lines)).into();
    }
    page::plain(&page::layout(&document, COLUMNS)).into()
}
