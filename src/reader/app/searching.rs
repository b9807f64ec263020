//! Search: what is written in the prompts, and the way to the matches.

use super::following::pane_of;
use super::{App, around};
use crate::brief::Id;
use crate::library::search::TextKind;
use crate::reader::action::{Effect, Motion};
use crate::reader::briefs::Briefs;
use crate::reader::list::RowId;
use crate::reader::mode::ScreenName;
use crate::reader::overlays::Overlay;
use crate::reader::overlays::matches::Matches;
use crate::reader::pane::Pane;
use crate::reader::prompt::PromptKind;
use crate::reader::screens::brief::{self, overview_row};
use crate::reader::search::{Match, Search, SearchPosition};
use crate::text::{Input, Stroke};

impl App {
    /// Returns the words of the search, and which match the user is at: `boats 3/17`; nothing if
    /// there is no search, or if the page is searched instead.
    pub fn searched(&self) -> Option<String> {
        if matches!(self.overlay, Some(Overlay::Preview(_))) {
            return None;
        }
        let (total, words) = (self.search.total(), self.search.words());
        let rank = self.current_match().and_then(|found| self.search.rank(found));
        self.search.is_active().then(|| match rank {
            Some(rank) => format!("{words}  {}/{total}", rank + 1),
            None if total == 0 && self.is_searching() => format!("{words}  searching"),
            None if total == 0 => format!("{words}  no match"),
            None => format!("{words}  {total} found"),
        })
    }

    /// Asks for words to search for: in the help, to search that for.
    pub(super) fn ask_words(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => help.search(&self.keymap, &self.earlier_lines),
            Some(Overlay::Preview(preview)) => preview.ask_words(&self.earlier_lines),
            _ => self.open_matches(false),
        }
    }

    /// Shows only what matches, or all again. Asks for words if there are none.
    pub(super) fn narrow(&mut self) {
        if !self.search.is_active() {
            self.open_matches(true);
        } else if self.search.total() == 0 {
            self.notify(format!("nothing matches {}", self.search.words()));
        } else {
            self.search.narrow(!self.search.is_narrowed());
        }
    }

    fn open_matches(&mut self, narrows: bool) {
        self.overlay = Some(Overlay::Matches(Matches::new(narrows, &self.earlier_lines)));
        self.select_near();
        self.prepare_search();
    }

    /// Makes ready for words that are about to be written, while no key waits.
    fn prepare_search(&mut self) {
        if self.briefs.works_aside() {
            self.search.prepare(self.search_position().place, &self.briefs);
        }
    }

    /// Selects the first match from the brief on that the user is in.
    fn select_near(&mut self) {
        let here = self.search_position().place;
        let around = around(&self.briefs, &self.search, self.told);
        if let Some(Overlay::Matches(matches)) = &mut self.overlay {
            matches.select_near(here, &around);
        }
    }

    /// Writes in the prompt. Says so if what was pasted is too long for a line.
    pub(super) fn write(&mut self, strokes: &[Stroke]) {
        if let Some(prompt) = self.overlay.as_mut().and_then(Overlay::prompt_mut) {
            let mut fits = true;
            for stroke in strokes {
                fits &= prompt.fits(stroke);
                prompt.apply(stroke);
            }
            self.written();
            if !fits {
                let most = Input::LONGEST;
                self.notify(format!("a line holds {most} characters; the rest was left out"));
            }
        }
    }

    /// Brings back a line that was written earlier.
    pub(super) fn recall(&mut self, count: isize) {
        if let Some(prompt) = self.overlay.as_mut().and_then(Overlay::prompt_mut) {
            prompt.recall(count);
            self.written();
        }
    }

    /// Finds what the line says now.
    fn written(&mut self) {
        match &mut self.overlay {
            Some(Overlay::Actions(actions)) => actions.written(&self.keymap),
            Some(Overlay::Choices(choices)) => choices.written(),
            Some(Overlay::Help(help)) => help.written(&self.keymap),
            Some(Overlay::Preview(preview)) => preview.written(),
            Some(Overlay::Matches(matches)) => {
                let words = matches.prompt.text();
                self.search.narrow(false);
                self.search.seek(&words, self.search_position().place, &self.briefs);
                if !self.briefs.works_aside() {
                    self.search.finish(&self.briefs);
                }
                self.select_near();
                self.prepare_search();
            }
            _ => {}
        }
    }

    /// Returns whether some of the briefs are still to be searched, or to be made ready for words that are
    /// about to be written.
    pub fn is_searching(&self) -> bool {
        !self.search.is_finished()
    }

    /// Searches some more of them. Returns whether there is something new to show: the first match, or all.
    pub fn search_on(&mut self) -> bool {
        self.go_on_searching(|search, briefs| {
            search.go_on(briefs);
        })
    }

    /// Searches more of the briefs, and returns whether that gives something to show. The match that is
    /// selected may be another then, unless all had been searched before briefs came in.
    pub(super) fn go_on_searching(&mut self, go_on: impl FnOnce(&mut Search, &Briefs)) -> bool {
        let (was_settled, had_found) = (self.search.is_settled(), self.search.has_found());
        go_on(&mut self.search, &self.briefs);
        let is_new = self.search.is_finished() || self.search.has_found() != had_found;
        if !is_new || !self.search.is_active() {
            return false;
        }
        if !was_settled || !had_found {
            self.select_near();
        }
        self.refresh();
        true
    }

    /// Moves among what the prompt finds.
    pub(super) fn pick(&mut self, motion: Motion) {
        let around = around(&self.briefs, &self.search, self.told);
        match &mut self.overlay {
            Some(Overlay::Actions(actions)) => actions.finder.go(motion),
            Some(Overlay::Choices(choices)) => choices.finder.go(motion),
            Some(Overlay::Matches(matches)) => matches.go(motion, &around),
            _ => {}
        }
    }

    /// Accepts the line: runs the selected action, goes to the selected match, saves to the file. If
    /// there is none, the prompt stays.
    pub(super) fn accept(&mut self) -> Effect {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => {
                help.accept(&mut self.earlier_lines);
                Effect::None
            }
            Some(Overlay::Actions(_)) => self.run_line(),
            Some(Overlay::Choices(choices)) => {
                if let Some(filter) = choices.finder.selected() {
                    self.earlier_lines.keep(&choices.finder.prompt);
                    self.overlay = None;
                    self.set_brief_filter(filter);
                }
                Effect::None
            }
            Some(Overlay::Preview(preview)) => {
                let name = preview.accept(&mut self.earlier_lines);
                name.map_or(Effect::None, |name| self.save(name))
            }
            Some(Overlay::Matches(matches)) => {
                let (found, narrows) = (matches.selected(), matches.is_narrowing);
                if let Some(found) = found.filter(|_| self.search.is_active()) {
                    self.earlier_lines.keep(&matches.prompt);
                    self.overlay = None;
                    self.search.narrow(narrows);
                    self.leave_for_match(found);
                } else if matches.prompt.text().is_empty() {
                    self.overlay = None;
                }
                Effect::None
            }
            Some(Overlay::Menu(_) | Overlay::Marking) | None => Effect::None,
        }
    }

    /// Goes to the match `count` after the current one. Searches for the last words again if the
    /// search has ended.
    pub(super) fn step_match(&mut self, count: isize) {
        if let Some(Overlay::Preview(preview)) = &mut self.overlay {
            let told = preview.step_match(count);
            return self.notify(told);
        }
        if count < 0 && !self.search.is_active() {
            return self.fold_notes();
        }
        if !self.search.is_active() {
            let Some(words) = self.earlier_lines.last(PromptKind::Search) else {
                return self.notify("there is no search yet: / searches every brief");
            };
            self.search.seek(words, 0, &self.briefs);
            self.search.finish(&self.briefs);
        }
        let here = self.search_position();
        let Some(found) = self.search.step(here, count) else {
            return self.notify(format!("nothing matches {}", self.search.words()));
        };
        if self.screens.shown == ScreenName::Brief && self.current_match().is_some() {
            self.go_to_match(found);
        } else {
            self.leave_for_match(found);
        }
        let (here, there) = (self.search.order(here), self.search.order(found.into()));
        let wraps = if count > 0 { there <= here } else { there >= here };
        if wraps {
            self.notify(if count > 0 {
                "search wrapped to the first match"
            } else {
                "search wrapped to the last match"
            });
        }
    }

    /// Returns the match that the user is at.
    fn current_match(&self) -> Option<Match> {
        let SearchPosition { in_source, place, passage } = self.search_position();
        Some(Match { in_source, place, passage: passage? }).filter(|found| self.search.has(*found))
    }

    /// Returns where the user is among the matches.
    fn search_position(&self) -> SearchPosition {
        let entry = self.entry();
        let Some(place) = entry.and_then(|entry| self.briefs.place_of(entry)) else {
            return SearchPosition::default();
        };
        let looked_up = self.search.looked_up(place).filter(|_| self.is_looking_up());
        let passage = match self.focus() {
            _ if looked_up.is_some_and(|found| found.in_source) => None,
            Some(anchor) => entry.and_then(|entry| entry.passage_of(&anchor.item)),
            None => None,
        };
        let here = SearchPosition { place, passage, ..SearchPosition::default() };
        // In the text of the source, the user is at the paragraph that is selected.
        let paragraph = self.screens.brief.selected_paragraph();
        let looked_up = looked_up.map(|found| match paragraph.and_then(|at| at.checked_sub(1)) {
            Some(passage) if found.in_source => Match { passage, ..found },
            _ => found,
        });
        looked_up.filter(|_| passage.is_none()).map_or(here, SearchPosition::from)
    }

    /// Returns whether the user is where matches without an item are shown.
    fn is_looking_up(&self) -> bool {
        [brief::OVERVIEW, brief::SOURCE, brief::PROBLEMS].contains(&self.pane())
    }

    /// Goes to a match, and notes the way back.
    fn leave_for_match(&mut self, found: Match) {
        let here = self.screens.location();
        self.go_to_match(found);
        self.refresh();
        if self.screens.location() != here {
            self.history.leave(here);
        }
    }

    /// Goes to a match without noting a way back.
    fn go_to_match(&mut self, found: Match) {
        let leaves_party = self.screens.brief.is_choosing_party() && self.current_match().is_some();
        let Some((brief, to)) = self.destination(found) else { return };
        if leaves_party {
            self.screens.brief.show_everyone();
        }
        self.screens.shown = ScreenName::Brief;
        self.open(&brief);
        match to {
            Destination::Item(pane, item) => self.reach(pane, &item),
            Destination::Overview(row) => {
                self.screens.brief.show_overview();
                self.search.look_up(found);
                self.refresh();
                if let Some(row) = row {
                    self.screens.brief.select_in_overview(row);
                }
            }
            Destination::Paragraph(number) => {
                self.screens.brief.show_source();
                self.search.look_up(found);
                self.refresh();
                self.screens.brief.select_paragraph(number);
            }
            Destination::Problem(index) => {
                self.screens
                    .brief
                    .show_problem(index, &around(&self.briefs, &self.search, self.told));
                self.search.look_up(found);
            }
        }
    }

    /// Returns the brief that a match is in, and where it is shown there.
    fn destination(&self, found: Match) -> Option<(Id, Destination)> {
        let entry = self.briefs.at(found.place)?;
        let hit = found.hit(entry, self.search.query())?;
        let brief = entry.id.clone();
        match hit.kind {
            TextKind::Text => return Some((brief, Destination::Paragraph(hit.nth + 1))),
            TextKind::Problems => return Some((brief, Destination::Problem(hit.nth))),
            _ => {}
        }
        let Some(id) = hit.item else {
            let row = overview_row(self.briefs.library(), entry, hit.kind, hit.nth);
            return Some((brief, Destination::Overview(row)));
        };
        let item = entry.brief.as_ref().and_then(|brief| brief.item(id));
        let pane = item.map_or(brief::OFFICIALS, |item| pane_of(&item));
        Some((brief, Destination::Item(pane, id.clone())))
    }
}

/// Where a match is shown on the Brief screen.
enum Destination {
    Item(Pane, Id),
    /// The brief in short, at this row.
    Overview(Option<RowId>),
    /// A paragraph of the source’s text, counted from 1.
    Paragraph(usize),
    /// A problem of a broken brief, counted from 0.
    Problem(usize),
}
