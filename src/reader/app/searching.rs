//! Search: what is written in the prompts, and the way to what is found.

use super::{App, help};
use crate::brief::{Anchor, Brief, Id, Item};
use crate::library::Entry;
use crate::library::search::Hit;
use crate::reader::action::{Effect, Mode, Motion};
use crate::reader::layout::{Pane, Screen};
use crate::reader::list::{Cursor, RowId};
use crate::reader::prompt::Prompt;
use crate::reader::search::{Found, Standing};
use crate::text::{Stroke, Text};

/// What has been written in each prompt.
#[derive(Debug, Default)]
pub(super) struct Prompts {
    search: Prompt,
    help: Prompt,
    action: Prompt,
    file: Prompt,
}

impl App {
    /// What stands before the words that are being written, and these up to the cursor and after it.
    pub fn prompt(&self) -> Option<(&'static str, &str, &str)> {
        let (before, after) = self.prompt_of(self.mode).parts();
        Some((self.mode.prompt()?, before, after))
    }

    /// The words that are searched for and which match one is at: `boats 3/17`; nothing where nothing
    /// is searched for.
    pub fn searched(&self) -> Option<String> {
        let total = self.search.total();
        let words = self.search.words();
        let rank = self.current().and_then(|found| self.search.rank(found));
        self.search.is_active().then(|| match rank {
            Some(rank) => format!("{words}  {}/{total}", rank + 1),
            None if total == 0 => format!("{words}  no match"),
            None => format!("{words}  {total} found"),
        })
    }

    pub(super) fn ask(&mut self, mode: Mode) {
        self.mode = mode;
        self.prompt_mut().open();
        match mode {
            Mode::Choosing => self.list_actions(),
            Mode::SearchingHelp => self.search_help(),
            Mode::Naming => {}
            _ => self.pick_near(),
        }
    }

    pub(super) fn narrow(&mut self) {
        if !self.search.is_active() {
            self.ask(Mode::Narrowing);
        } else if self.search.total() == 0 {
            self.say(format!("nothing matches {}", self.search.words()));
        } else {
            self.search.narrow(!self.search.is_narrowed());
        }
    }

    pub(super) fn write(&mut self, stroke: &Stroke) {
        self.prompt_mut().apply(stroke);
        self.written();
    }

    pub(super) fn recall(&mut self, count: isize) {
        self.prompt_mut().recall(count);
        self.written();
    }

    /// Finds what is written now.
    fn written(&mut self) {
        match self.mode {
            Mode::Choosing => self.list_actions(),
            Mode::SearchingHelp => self.search_help(),
            Mode::Naming => {}
            _ => {
                let words = self.prompts.search.text();
                self.search.narrow(false);
                self.search.seek(&words, self.read.iter().copied().zip(self.library.entries()));
                self.pick_near();
            }
        }
    }

    /// Picks the first match from where one is.
    fn pick_near(&mut self) {
        self.found_list.restore(Cursor::default());
        if let Some(found) = self.search.near(self.standing()) {
            self.found_list.want(RowId::Found(found));
        }
    }

    pub(super) fn pick(&mut self, motion: Motion) {
        if self.mode == Mode::Choosing {
            let rows = &self.action_rows;
            self.action_list.go(motion, &|row| super::fixed(rows, row));
        } else {
            self.with_found_list(|list, text| list.go(motion, text));
        }
    }

    pub(super) fn accept(&mut self) -> Effect {
        match self.mode {
            Mode::Choosing => return self.run_action(),
            Mode::Naming => {
                self.prompts.file.keep();
                return self.save(self.prompts.file.text());
            }
            Mode::SearchingHelp => {
                self.prompts.help.keep();
                self.mode = Mode::Help;
            }
            mode => self.accept_search(mode == Mode::Narrowing),
        }
        Effect::None
    }

    /// Goes to the match that is picked. Where there is none, the prompt stays, which says why.
    fn accept_search(&mut self, narrows: bool) {
        let nothing_written = self.prompts.search.text().is_empty();
        match self.found_list.selected() {
            Some(RowId::Found(found)) if self.search.is_active() => {
                let found = *found;
                self.prompts.search.keep();
                self.mode = Mode::Panes;
                self.search.narrow(narrows);
                self.leave_for_found(found);
            }
            _ if nothing_written => self.mode = Mode::Panes,
            _ => {}
        }
    }

    pub(super) fn step_found(&mut self, count: isize) {
        if !self.search.is_active() {
            let Some(words) = self.prompts.search.last().cloned() else {
                return self.say("nothing is searched for yet: / searches every brief");
            };
            self.search.seek(&words, self.read.iter().copied().zip(self.library.entries()));
        }
        let here = self.standing();
        let Some(found) = self.search.step(here, count) else {
            return self.say(format!("nothing matches {}", self.search.words()));
        };
        if self.screen == Screen::Brief && self.current().is_some() {
            self.go_to_found(found);
        } else {
            self.leave_for_found(found);
        }
        let goes_round =
            if count > 0 { Standing::from(found) <= here } else { Standing::from(found) >= here };
        if goes_round {
            self.say(if count > 0 { "on from the first match" } else { "on from the last match" });
        }
    }

    /// Stops searching: nothing is lit or hidden any more.
    pub(super) fn stop_searching(&mut self) {
        self.search.clear();
        self.looked_up = None;
    }

    /// Leaves a prompt without what is written in it.
    pub(super) fn cancel(&mut self) {
        match self.mode {
            Mode::SearchingHelp => {
                self.forget_help_search();
                self.mode = Mode::Help;
            }
            Mode::Choosing => self.mode = Mode::Panes,
            Mode::Naming => self.mode = Mode::Printed,
            _ => {
                self.mode = Mode::Panes;
                self.stop_searching();
            }
        }
    }

    /// Whether the help shows only what was searched for in it.
    pub(super) fn is_help_searched(&self) -> bool {
        !self.prompts.help.text().is_empty()
    }

    pub(super) fn forget_help_search(&mut self) {
        self.prompts.help.open();
        self.search_help();
    }

    /// The match that one is at.
    fn current(&self) -> Option<Found> {
        let Standing { place, passage } = self.standing();
        Some(Found { place, passage: passage? }).filter(|found| self.search.has(*found))
    }

    /// Where one stands among all that can be found.
    fn standing(&self) -> Standing {
        let entry = self.entry();
        let Some(place) = entry.and_then(|entry| self.place_of(entry)) else {
            return Standing::default();
        };
        let item = self.focus().map(|anchor| anchor.item);
        let passage = match item {
            Some(item) => entry.and_then(|entry| entry.passage_of(&item)),
            None if self.pane() == Pane::Source => {
                self.looked_up.filter(|found| found.place == place).map(|found| found.passage)
            }
            None => None,
        };
        Standing { place, passage }
    }

    /// Goes to something that was found, from which there is a way back.
    fn leave_for_found(&mut self, found: Found) {
        let here = self.place();
        self.go_to_found(found);
        self.settle();
        if self.place() != here {
            self.history.leave(here);
        }
    }

    /// Goes to something that was found, and notes no way back.
    fn go_to_found(&mut self, found: Found) {
        let leaves_party = self.pane == Pane::Officials && self.current().is_some();
        let Some((brief, to)) =
            self.hit(found).map(|hit| (hit.brief.id.clone(), Destination::of(&hit)))
        else {
            return;
        };
        if leaves_party {
            self.show_everyone();
        }
        self.screen = Screen::Brief;
        self.open(&brief);
        match to {
            Destination::Item(pane, item) => self.reach(pane, &item),
            Destination::Overview(row) => {
                self.pane = Pane::Source;
                self.overview = true;
                self.subject = None;
                self.looked_up = Some(found);
                self.settle();
                if let Some(row) = row {
                    self.list_mut(Pane::Source).scroll_to(&row);
                }
            }
        }
    }

    /// What was found, where its brief is still here.
    fn hit(&self, found: Found) -> Option<Hit<'_>> {
        let index = self.read.binary_search(&found.place).ok()?;
        self.library.entries().get(index)?.hit(found.passage, self.search.query())
    }

    /// The rows of a pane that fit what is searched for; all of them, unless the others are hidden.
    pub(super) fn narrowed(
        &self,
        entry: Option<&Entry>,
        pane: Pane,
        mut rows: Vec<RowId>,
    ) -> Vec<RowId> {
        let (true, Some(entry)) = (self.search.is_narrowed(), entry) else { return rows };
        let Some(place) = self.place_of(entry) else { return rows };
        let fits = |id: &Id| self.search.has_item(place, entry, id);
        let brief = entry.brief.as_ref();
        rows.retain(|row| match (row, pane) {
            (RowId::Item(id), Pane::Officials) => {
                fits(id) || brief.is_some_and(|brief| has_part_in(brief, id, fits))
            }
            (RowId::Item(id), _) => fits(id),
            _ => true,
        });
        rows
    }

    /// Whether an item of any brief fits what is searched for, or nothing is hidden that does not.
    pub(super) fn is_let_through(&self, item: &Anchor) -> bool {
        !self.search.is_narrowed() || self.search.has_anchor(&self.library, &self.read, item)
    }

    /// The place of an entry in the order of the library.
    pub(super) fn place_of(&self, entry: &Entry) -> Option<usize> {
        let index = self.library.entries().iter().position(|other| other.origin == entry.origin)?;
        self.read.get(index).copied()
    }

    fn prompt_of(&self, mode: Mode) -> &Prompt {
        match mode {
            Mode::Choosing => &self.prompts.action,
            Mode::SearchingHelp => &self.prompts.help,
            Mode::Naming => &self.prompts.file,
            _ => &self.prompts.search,
        }
    }

    fn prompt_mut(&mut self) -> &mut Prompt {
        match self.mode {
            Mode::Choosing => &mut self.prompts.action,
            Mode::SearchingHelp => &mut self.prompts.help,
            Mode::Naming => &mut self.prompts.file,
            _ => &mut self.prompts.search,
        }
    }

    fn search_help(&mut self) {
        self.help = help::rows(&self.prompts.help.text(), &self.keymap);
        self.help_list.show((0..self.help.len()).map(RowId::Fixed).collect());
        self.help_list.restore(Cursor::default());
    }

    fn list_actions(&mut self) {
        let modes: &[Mode] = match self.screen {
            Screen::Brief => &[Mode::Panes, Mode::Copying],
            Screen::Asks => &[Mode::Asks, Mode::Copying, Mode::Sorting, Mode::Limiting],
            Screen::Officials => &[Mode::Officials, Mode::Copying],
        };
        let found = help::actions(&self.prompts.action.text(), modes, &self.keymap);
        (self.actions, self.action_rows) = found.into_iter().unzip();
        self.action_list.show((0..self.actions.len()).map(RowId::Fixed).collect());
        self.action_list.restore(Cursor::default());
    }

    /// Runs the action that is picked. Where there is none, the prompt stays.
    fn run_action(&mut self) -> Effect {
        let Some(action) = self.actions.get(self.action_list.index()).cloned() else {
            return Effect::None;
        };
        self.prompts.action.keep();
        self.mode = Mode::Panes;
        self.forget(&action);
        self.apply(action)
    }
}

/// Where a match is shown.
enum Destination {
    Item(Pane, Id),
    /// The brief in short, at this row.
    Overview(Option<RowId>),
}

impl Destination {
    fn of(hit: &Hit<'_>) -> Self {
        let Some(id) = hit.item else {
            return Self::Overview(super::content::overview_row(hit.brief, hit.kind, hit.nth));
        };
        let pane = match hit.brief.item(id) {
            Some(Item::Claim(_)) => Pane::Claims,
            Some(Item::Ask(_)) => Pane::Asks,
            Some(Item::Quote(_)) => Pane::Quotes,
            Some(Item::Official(_) | Item::Organisation(_)) | None => Pane::Officials,
        };
        Self::Item(pane, id.clone())
    }
}

/// Whether a party says, asks or is asked any item that fits.
fn has_part_in(brief: &Brief, party: &Id, fits: impl Fn(&Id) -> bool) -> bool {
    let items = brief.quotes.keys().chain(brief.claims.keys()).chain(brief.asks.keys());
    items.filter(|id| fits(id)).any(|id| brief.item(id).is_some_and(|item| item.involves(party)))
}

/// What the prompt says where nothing is found: why, and what to try.
pub(super) fn advice(words: &Text, is_active: bool, unread: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if !is_active {
        if words.starts_with('-') {
            lines.push("Say also what has to be there: -word only leaves out.".to_owned());
        }
        lines.push("Each word has to stand somewhere in an item, in any order.".to_owned());
        lines.push(
            "\"stern light\" finds the words together; -night leaves out what has that word."
                .to_owned(),
        );
        lines.push(
            "A capital letter makes case count; accents and kinds of quotation marks never do."
                .to_owned(),
        );
        return lines;
    }
    lines.push(format!("Nothing matches {words}"));
    if unread > 0 {
        lines.push(format!("{unread} briefs are still being read."));
    }
    if words.contains(char::is_uppercase) {
        lines.push(format!("A capital letter makes case count: try {}", words.to_lowercase()));
    }
    if words.contains('"') || words.contains(char::is_whitespace) {
        lines.push(
            "All of it has to stand in one item: try fewer words, or words without quotation marks."
                .to_owned(),
        );
    } else {
        lines.push("Try a part of the word, or another word for it.".to_owned());
    }
    lines.push("The briefs are searched, not the texts of their sources.".to_owned());
    lines
}
