//! Brings the panes up to date, each from those before it: the open brief, the party whose items are
//! shown, the claims and asks, the quotes of the focused one, the passage of the selected quote.

use super::rows::{self, Selection, SourceRows};
use super::{
    ASKS, BRIEFS, BriefScreen, CLAIMS, OFFICIALS, OVERVIEW, PANES, QUOTES, SOURCE, index, overview,
    places, wording,
};
use crate::brief::{Brief, Id};
use crate::library::Entry;
use crate::reader::list::{Cursor, ListKind, RowId};
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Screen};

impl BriefScreen {
    /// Brings all panes up to date.
    pub fn refresh_all(&mut self, around: &Around<'_>) {
        self.refresh_briefs(around);
        self.refresh_open(around);
        if self.refresh_list(OFFICIALS, around) {
            let problems = wording::problems(self.entry(around));
            self.problems.show(problems);
        }
        self.refresh_overview(around);
        self.refresh_list(CLAIMS, around);
        self.refresh_list(ASKS, around);
        self.refresh_subject(around);
        self.refresh_list(QUOTES, around);
        self.refresh_source(around);
    }

    /// Returns what the selections of the panes say.
    pub fn selection(&self, around: &Around<'_>) -> Selection {
        let item = |pane: Pane| match self.lists[index(pane)?].selected() {
            Some(RowId::Item(id)) => Some(id.clone()),
            _ => None,
        };
        let briefs = self.list(BRIEFS);
        Selection {
            briefs: around.briefs.version(),
            search: around.search.version(),
            folds_notes: around.folds_notes,
            brief: briefs.wanted().and_then(|_| self.open_index(around)),
            party: item(OFFICIALS),
            subject: self.subject.clone(),
            // On the front page no quote has been chosen.
            quote: item(QUOTES).filter(|_| !self.is_front()),
            chosen: self.chosen(),
        }
    }

    /// Returns the index in the library of the brief that is selected in the list.
    fn open_index(&self, around: &Around<'_>) -> Option<usize> {
        around.briefs.index(self.shelf.place(self.list(BRIEFS).index())?)
    }

    /// Returns the rows of a pane for a selection. If a search hides what does not match, they are
    /// those that match; but the quotes of a claim or an ask are what it rests on, whatever they
    /// say.
    pub fn rows(&self, selection: &Selection, pane: Pane, around: &Around<'_>) -> Vec<RowId> {
        let mut rows = rows::rows(around.briefs.library(), selection, pane);
        let is_evidence = pane == QUOTES && selection.subject.is_some();
        if around.search.is_narrowed()
            && !is_evidence
            && let Some(entry) = selection.entry(around.briefs.library())
        {
            narrow(&mut rows, entry, pane, around);
        }
        rows
    }

    /// Opens the selected brief at the place where it was left. The party stays selected if it is in
    /// both briefs.
    fn refresh_open(&mut self, around: &Around<'_>) {
        let Some(entry) = self.entry(around) else { return };
        if self.open.as_ref() == Some(&entry.origin) {
            return;
        }
        let has_party = match (self.list_mut(OFFICIALS).wanted(), &entry.brief) {
            (Some(RowId::Item(id)), Some(brief)) => brief.party(id).is_some(),
            _ => true,
        };
        if let Some(before) = self.open.replace(entry.origin.clone()) {
            self.left.insert(before, self.cursors());
        }
        let cursors = self.left.get(&entry.origin).cloned().unwrap_or_default();
        for (pane, cursor) in PANES.into_iter().zip(cursors) {
            if ![BRIEFS, OFFICIALS].contains(&pane) {
                self.list_mut(pane).restore(cursor);
            }
        }
        if !has_party {
            self.list_mut(OFFICIALS).restore(Cursor::default());
        }
        self.subject = None;
        self.chosen = 0..0;
        self.open(&entry.id);
    }

    /// Shows the rows of a pane again if what they depend on has changed. Says whether it has.
    fn refresh_list(&mut self, pane: Pane, around: &Around<'_>) -> bool {
        let Some(index) = index(pane) else { return false };
        let selection = self.selection(around).for_pane(pane);
        let changed = selection != self.made_from[index];
        if changed {
            let rows = self.rows(&selection, pane, around);
            self.lists[index].show(rows);
            self.made_from[index] = selection;
        }
        changed
    }

    /// Makes the brief in short again if it is shown and what it depends on has changed.
    fn refresh_overview(&mut self, around: &Around<'_>) {
        let selection = self.selection(around).for_pane(OVERVIEW);
        let [made_from, ..] = &mut self.made_from;
        if !places::is_front(self.pane) || selection == *made_from {
            return;
        }
        *made_from = selection;
        let library = around.briefs.library();
        self.overview =
            self.entry(around).map(|entry| overview::rows(library, entry)).unwrap_or_default();
        let rows = (0..self.overview.len()).map(RowId::Fixed).collect();
        self.list_mut(OVERVIEW).show(rows);
    }

    /// A claim or an ask that has the focus becomes the subject: its quotes are shown from the first
    /// on, without the others.
    fn refresh_subject(&mut self, around: &Around<'_>) {
        let focused = self.pane;
        let subject = match focused {
            OVERVIEW | BRIEFS | OFFICIALS => None,
            CLAIMS | ASKS => self.selected_item(focused, around).map(|anchor| anchor.item),
            _ => return,
        };
        if subject != self.subject {
            self.subject = subject;
            self.list_mut(QUOTES).restore(Cursor::default());
        }
    }

    /// Shows the passage of the selected quote, from its first paragraph on, and the sentences that are
    /// chosen.
    fn refresh_source(&mut self, around: &Around<'_>) {
        let selection = self.selection(around).for_pane(SOURCE);
        let [.., made_from] = &self.made_from;
        let Selection { briefs, search, folds_notes, chosen, .. } = made_from.clone();
        let (same_chosen, all) = (Selection { chosen, ..selection.clone() }, made_from.clone());
        let is_new = same_chosen != all;
        let is_new_passage = Selection { briefs, search, folds_notes, ..same_chosen } != all;
        if is_new {
            self.show_source_rows(&selection, is_new_passage, around);
        }
        if self.is_reading() {
            self.settle_chosen(around);
        }
        let selection = Selection { chosen: self.chosen(), ..selection };
        let [.., made_from] = &mut self.made_from;
        if selection != *made_from {
            *made_from = selection;
            self.list_mut(SOURCE).lay_out_again();
        }
    }

    fn show_source_rows(
        &mut self,
        selection: &Selection,
        is_new_passage: bool,
        around: &Around<'_>,
    ) {
        let library = around.briefs.library();
        let source = self.list_mut(SOURCE);
        match rows::source_rows(library, selection) {
            SourceRows::Paragraphs { count, passage } => {
                source.set_kind(ListKind::Selecting);
                source.show((1..=count).map(RowId::Paragraph).collect());
                if is_new_passage {
                    self.select_paragraph(passage);
                    self.choose_passage(selection, around);
                }
            }
            SourceRows::About(rows) => {
                source.set_kind(ListKind::Scrolling);
                source.show((0..rows.len()).map(RowId::Fixed).collect());
                if is_new_passage {
                    source.restore(Cursor::default());
                }
                self.about = rows;
            }
        }
    }

    /// Chooses the sentence in which the words of the selected quote begin.
    fn choose_passage(&mut self, selection: &Selection, around: &Around<'_>) {
        let entry = selection.entry(around.briefs.library());
        let passage = entry.and_then(|entry| {
            let start = selection.finding(entry)?.spans.first()?.start;
            Some((start, entry.text()?))
        });
        if let Some((start, text)) = passage {
            self.choose_at(start, text);
        }
    }
}

/// Keeps the rows that match. A party matches with anything that it says, asks or is asked.
fn narrow(rows: &mut Vec<RowId>, entry: &Entry, pane: Pane, around: &Around<'_>) {
    let Some(place) = around.briefs.place_of(entry) else { return };
    let matches = |id: &Id| around.search.has_item(place, entry, id);
    let brief = entry.brief.as_ref();
    rows.retain(|row| match row {
        RowId::Item(id) if pane == OFFICIALS => {
            matches(id) || brief.is_some_and(|brief| has_part_in(brief, id, matches))
        }
        RowId::Item(id) => matches(id),
        _ => true,
    });
}

/// Returns whether a party says, asks or is asked any item that matches.
fn has_part_in(brief: &Brief, party: &Id, matches: impl Fn(&Id) -> bool) -> bool {
    let items = brief.quotes.ids().chain(brief.claims.ids()).chain(brief.asks.ids());
    let mut matching = items.filter(|id| matches(id));
    matching.any(|id| brief.item(id).is_some_and(|item| item.involves(party)))
}
