//! The brief as it prints, section by section, and what is written above it: words to search it for,
//! or the name of a file to save it to.

use super::page_search::PageSearch;
use crate::library::search::Query;
use crate::library::{Entry, Library, Origin};
use crate::page::{self, Document, Extent, Role, SetLine};
use crate::reader::layout::Area;
use crate::reader::light;
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
    /// What is being written: words to search for, or the name of a file.
    prompt: Option<Prompt>,
    search: PageSearch,
    /// The lines of each section: the head of the page, then each heading with what is below it.
    sections: Vec<Vec<SetLine>>,
    /// A row for each section. One is selected if the user steps through them.
    sheet: Sheet,
    /// What the rows were last made from: the version of the briefs, the brief, and the width.
    made_from: Option<(usize, Origin, usize)>,
}

/// A preview that is still empty.
impl Default for Preview {
    fn default() -> Self {
        Self {
            prompt: None,
            search: PageSearch::default(),
            sections: Vec::new(),
            sheet: Sheet::new(ListKind::Scrolling, Vec::new()),
            made_from: None,
        }
    }
}

impl Preview {
    /// Asks for the name of a file, and proposes one.
    pub fn ask_name(&mut self, proposal: Text, earlier: &EarlierLines) {
        let mut prompt = earlier.prompt(PromptKind::File);
        prompt.apply(&Stroke::Insert(proposal));
        self.prompt = Some(prompt);
    }

    /// Asks for words to search the page for.
    pub fn ask_words(&mut self, earlier: &EarlierLines) {
        self.prompt = Some(earlier.prompt(PromptKind::Page));
    }

    /// Returns what the keys act on.
    pub fn mode(&self) -> Mode {
        match self.prompt.as_ref().map(Prompt::kind) {
            Some(PromptKind::File) => Mode::Naming,
            Some(_) => Mode::SearchingPage,
            None => Mode::Preview,
        }
    }

    /// Returns the line that is being written.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// Returns the line that is being written, to change.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        self.prompt.as_mut()
    }

    /// Searches for the words that are written now.
    pub fn written(&mut self) {
        if let Some(prompt) =
            self.prompt.as_ref().filter(|prompt| prompt.kind() == PromptKind::Page)
        {
            self.search.seek(Query::parse(&prompt.text()), &self.sections);
            self.show();
            self.show_match();
        }
    }

    /// Accepts the line: goes on showing what was searched for, or returns the name of the file.
    pub fn accept(&mut self, earlier: &mut EarlierLines) -> Option<Text> {
        let prompt = self.prompt.take()?;
        earlier.keep(&prompt);
        (prompt.kind() == PromptKind::File).then(|| prompt.text())
    }

    /// Goes to the line that matches, `count` after the current one. Returns what to tell of it.
    pub fn step_match(&mut self, count: isize) -> String {
        self.search.step(count);
        self.show_match();
        self.search.told()
    }

    /// Selects the section that comes `count` after the selected one, or else the first one from the
    /// top of the screen on.
    pub fn step_section(&mut self, count: isize) {
        let Some(last) = self.sections.len().checked_sub(1) else { return };
        let (top, line) = self.sheet.list().first_visible();
        let next = match self.selected() {
            None if count < 0 || line == 0 => top,
            selected => selected.unwrap_or(top).saturating_add_signed(count).min(last),
        };
        self.sheet.set_kind(ListKind::Selecting);
        self.sheet.select(next);
        self.sheet.scroll_to(next, 0);
    }

    /// Undoes the selection or the search, whichever is there. Says whether there was one.
    pub fn back_out(&mut self) -> bool {
        if let Some(prompt) = self.prompt.take() {
            if prompt.kind() == PromptKind::Page {
                self.forget_search();
            }
        } else if self.selected().is_some() {
            self.let_go();
        } else if self.search.is_active() {
            self.forget_search();
        } else {
            return false;
        }
        true
    }

    /// Returns the index of the selected section.
    pub fn selected(&self) -> Option<usize> {
        let list = self.sheet.list();
        list.is_selecting().then(|| list.index())
    }

    /// Returns what the title says: which match the user is at, or which section is selected.
    pub fn detail(&self) -> String {
        match self.selected().and_then(|index| self.sections.get(index)) {
            Some(section) => name(section),
            None if self.search.is_active() => self.search.told(),
            None => String::new(),
        }
    }

    /// Returns the list.
    pub fn list(&self) -> &List {
        self.sheet.list()
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Lets go of the selected section, so that movement goes by lines again.
    pub fn let_go(&mut self) {
        self.sheet.set_kind(ListKind::Scrolling);
    }

    fn forget_search(&mut self) {
        self.search = PageSearch::default();
        self.show();
    }

    /// Lays the brief out again if it is another, or if the width has changed.
    pub fn refresh(&mut self, area: Area, around: &Around<'_>, open: Option<&Entry>) {
        let room = area.columns().saturating_sub(GUTTER + 1).clamp(1, COLUMNS);
        let now = open.map(|entry| (around.briefs.version(), entry.origin.clone(), room));
        if self.made_from != now {
            let document = open.and_then(document).unwrap_or_default();
            self.sections = sections(page::layout(&document, room));
            self.search.seek_again(&self.sections);
            self.show();
            self.made_from = now;
        }
    }

    /// Shows the sections, with what is searched for lit.
    fn show(&mut self) {
        let line = |line: &SetLine| light::lit_line(line, self.search.query());
        let row = |lines: &Vec<SetLine>| Row {
            blocks: lines.iter().map(line).collect(),
            setting: Typesetting::Lines,
            ..Row::default()
        };
        self.sheet.show(self.sections.iter().map(row).collect());
    }

    fn show_match(&mut self) {
        if let Some((section, line)) = self.search.current() {
            self.let_go();
            self.sheet.scroll_to(section, line);
        }
    }
}

/// Divides a page into its head and its sections, each from its heading on.
fn sections(lines: Vec<SetLine>) -> Vec<Vec<SetLine>> {
    let mut sections: Vec<Vec<SetLine>> = vec![Vec::new()];
    for line in lines {
        let is_heading = line.first().is_some_and(|span| span.role == Role::Heading);
        match sections.last_mut() {
            Some(section) if !is_heading => section.push(line),
            _ => sections.push(vec![line]),
        }
    }
    sections
}

/// Returns the first line of a section: its heading.
fn name(section: &[SetLine]) -> String {
    section.first().into_iter().flatten().map(|span| span.text.as_str()).collect()
}

/// Returns a brief as a document, as if it were the only one; nothing if it is broken.
pub fn document(entry: &Entry) -> Option<Document> {
    entry.brief.as_ref()?;
    Some(page::compose(&Library::new(vec![entry.clone()]), &Extent::default()))
}

/// Returns a document as it is saved.
pub fn printed(document: Document, ascii: bool) -> Text {
    plain(&lines_of(document, ascii), ascii)
}

/// Returns a section of a document as it is copied, with its name; nothing if there are not so many.
pub fn printed_section(document: Document, ascii: bool, index: usize) -> Option<(Text, Text)> {
    let sections = sections(lines_of(document, ascii));
    let section = sections.get(index)?;
    let end = section.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    Some((name(section).into(), plain(&section[..end], ascii)))
}

fn lines_of(document: Document, ascii: bool) -> Vec<SetLine> {
    let document = if ascii { document.into_ascii() } else { document };
    page::layout(&document, COLUMNS)
}

fn plain(lines: &[SetLine], ascii: bool) -> Text {
    let text = page::plain(lines);
    if ascii { to_ascii(&text).into() } else { text.into() }
}
