//! What follows from the focus, the selections and the size: each pane from those before it.

use super::content::{self, Scope};
use super::{App, Rows, index};
use crate::reader::layout::{Layout, Pane, Screen, Wanted, menu_columns};
use crate::reader::list::{Cursor, RowId};

impl App {
    /// Brings everything that is shown up to date.
    pub(super) fn settle(&mut self) {
        self.settle_brief();
        if self.settle_list(Pane::Officials) {
            self.settle_problems();
        }
        self.settle_list(Pane::Claims);
        self.settle_list(Pane::Asks);
        self.settle_subject();
        self.settle_list(Pane::Quotes);
        self.settle_source();
        self.settle_asks();
        self.settle_officials();
        self.settle_lines();
    }

    /// What the panes show, as their selections now say.
    pub(super) fn scope(&self) -> Scope {
        let item = |pane: Pane| match self.list(pane).selected() {
            Some(RowId::Item(id)) => Some(id.clone()),
            _ => None,
        };
        let briefs = self.list(Pane::Briefs);
        Scope {
            read: self.readings,
            brief: briefs.wanted().and_then(|_| self.briefs.get(briefs.index())).copied(),
            party: item(Pane::Officials),
            subject: self.subject.clone(),
            quote: item(Pane::Quotes),
            overview: self.overview,
            search: self.search.version(),
        }
    }

    /// Shows the rows of a pane anew where what they depend on has changed; says whether it has.
    fn settle_list(&mut self, pane: Pane) -> bool {
        let Some(index) = index(pane) else { return false };
        let scope = self.scope().of(pane);
        let changed = scope != self.shown[index];
        if changed {
            let rows = self.rows(&scope, pane);
            self.lists[index].show(rows);
            self.shown[index] = scope;
        }
        changed
    }

    /// The rows of a pane; where others are hidden, those that fit what is searched for.
    pub(super) fn rows(&self, scope: &Scope, pane: Pane) -> Vec<RowId> {
        let rows = content::rows(&self.library, scope, pane);
        // The quotes of a claim or an ask are what it rests on, whatever they say.
        let is_whole = pane == Pane::Quotes && scope.subject.is_some();
        if is_whole { rows } else { self.narrowed(scope.entry(&self.library), pane, rows) }
    }

    /// Shows the briefs; where others are hidden, those with anything that fits.
    fn settle_briefs(&mut self) {
        let scope = self.scope().of(Pane::Briefs);
        let [shown, ..] = &mut self.shown;
        if scope == *shown {
            return;
        }
        *shown = scope;
        let fits = |index: &usize| {
            let place = self.read.get(*index);
            !self.search.is_narrowed()
                || place.is_some_and(|place| !self.search.in_brief(*place).is_empty())
        };
        let entries = self.library.entries();
        self.briefs = (0..entries.len()).filter(fits).collect();
        let rows =
            self.briefs.iter().map(|index| RowId::Brief(entries[*index].id.clone())).collect();
        let [briefs, ..] = &mut self.lists;
        briefs.show(rows);
    }

    /// Goes on in another brief where one was in it last. The official stays, who is in both.
    fn settle_brief(&mut self) {
        self.settle_briefs();
        let scope = self.scope();
        let Some(entry) = scope.entry(&self.library) else { return };
        if self.open.as_ref() == Some(&entry.origin) {
            return;
        }
        let has_party = match (self.list(Pane::Officials).wanted(), &entry.brief) {
            (Some(RowId::Item(id)), Some(brief)) => brief.party(id).is_some(),
            _ => true,
        };
        let (id, origin) = (entry.id.clone(), entry.origin.clone());
        if let Some(before) = self.open.replace(origin) {
            self.left.insert(before, self.cursors());
        }
        let cursors =
            self.open.as_ref().and_then(|open| self.left.get(open)).cloned().unwrap_or_default();
        for (list, cursor) in self.lists.iter_mut().zip(cursors).skip(2) {
            list.restore(cursor);
        }
        if !has_party {
            self.list_mut(Pane::Officials).restore(Cursor::default());
        }
        self.subject = None;
        self.list_mut(Pane::Briefs).want(RowId::Brief(id));
    }

    fn settle_problems(&mut self) {
        self.problems = content::problems(&self.library, &self.scope());
        self.problem_list.show((0..self.problems.len()).map(RowId::Fixed).collect());
    }

    /// A claim or an ask that has the focus shows its quotes alone, from the first on.
    fn settle_subject(&mut self) {
        self.overview = match self.pane {
            Pane::Briefs => true,
            Pane::Source | Pane::Problems => self.overview,
            _ => false,
        };
        let selected = |pane| self.item_of(pane).map(|anchor| anchor.item);
        let subject = match self.pane {
            Pane::Briefs | Pane::Officials => None,
            Pane::Claims => selected(Pane::Claims),
            Pane::Asks => selected(Pane::Asks),
            _ => return,
        };
        if subject != self.subject {
            self.subject = subject;
            self.list_mut(Pane::Quotes).restore(Cursor::default());
        }
    }

    /// Shows the passage of the selected quote, from its first paragraph on.
    fn settle_source(&mut self) {
        let scope = self.scope().of(Pane::Source);
        let [.., shown] = &self.shown;
        if scope == *shown {
            return;
        }
        let is_new_passage =
            Scope { read: shown.read, search: shown.search, ..scope.clone() } != *shown;
        let rows = content::source_rows(&self.library, &scope);
        let [.., source] = &mut self.lists;
        match rows {
            Rows::Paragraphs { count, passage } => {
                source.show((1..=count).map(RowId::Paragraph).collect());
                if is_new_passage {
                    source.scroll_to(&RowId::Paragraph(passage));
                }
            }
            Rows::Fixed(rows) => {
                source.show((0..rows.len()).map(RowId::Fixed).collect());
                self.about = rows;
                if is_new_passage {
                    source.restore(Cursor::default());
                }
            }
        }
        let [.., shown] = &mut self.shown;
        *shown = scope;
    }

    /// Lays out the screen and sets the lines that show.
    fn settle_lines(&mut self) {
        let rows = [Pane::Briefs, Pane::Officials]
            .map(|pane| u16::try_from(self.list(pane).len()).unwrap_or(u16::MAX));
        let (screen, focus, zoomed) = (self.screen, self.pane(), self.zoomed);
        let broken = screen == Screen::Brief && self.is_broken();
        let menu = &self.menu;
        let menu = self.menu_list.lines(menu_columns(self.size.0), &|row| super::fixed(menu, row));
        let prompting = self.mode.prompt().is_some();
        let wanted = Wanted { screen, focus, zoomed, broken, rows, menu, prompting };
        self.layout = Layout::arrange(self.size.0, self.size.1, wanted);
        self.settle_grid();
        let slots: Vec<_> = self.layout.columns.iter().flatten().copied().collect();
        for slot in slots {
            let (columns, rows) = (usize::from(slot.inner.width), usize::from(slot.inner.height));
            self.with_list(slot.pane, |list, text| list.fit(columns, rows, text));
        }
        let help = self.layout.help;
        let (columns, rows) = (usize::from(help.width), usize::from(help.height));
        let help = &self.help;
        self.help_list.fit(columns, rows, &|row| super::fixed(help, row));
        let area = self.layout.menu;
        let menu = &self.menu;
        let (columns, rows) = (usize::from(area.width), usize::from(area.height));
        self.menu_list.fit(columns, rows, &|row| super::fixed(menu, row));
        self.settle_printed();
        self.settle_found();
    }
}
