//! Briefs as they are read, and as they change on disk.

use super::App;
use crate::brief::Anchor;
use crate::library::catalogue::BriefSort;
use crate::library::{Changes, Entry};
use crate::reader::action::LibraryAction;
use crate::reader::briefs::Opening;
use crate::reader::memory::Position;
use crate::reader::screens::Screen;
use crate::reader::target::Target;

impl App {
    pub(super) fn on_library(&mut self, action: LibraryAction) {
        match action {
            LibraryAction::Loaded(entries) => self.loaded(entries),
            LibraryAction::Checked => self.screens.brief.show_checked(),
            LibraryAction::Changed(changes) => self.changed(changes),
        }
    }

    /// Takes in briefs that have been read, each at its place in the library.
    fn loaded(&mut self, entries: Vec<(usize, Entry)>) {
        for (place, entry) in entries {
            self.add(place, entry);
        }
        if !self.briefs.works_aside() {
            self.search.finish(&self.briefs);
        }
    }

    fn add(&mut self, place: usize, entry: Entry) {
        let id = entry.id.clone();
        self.search.add(place);
        self.briefs.add(place, entry);
        match self.briefs.take_opening(&id) {
            Some(opening) if *opening.brief() == id => self.open_at(opening),
            Some(opening) => {
                if let Opening::Asked(target) = opening {
                    self.notify(format!("no brief is called `{}`", target.brief));
                }
                self.open_first();
            }
            None => {}
        }
        // The first to be read is shown at once, and at last the first of the list.
        let is_first = self.briefs.read() == 1 && self.briefs.opening().is_none();
        if is_first || (self.opens_at_first && self.briefs.unread() == 0) {
            self.open_first();
        }
    }

    fn open_at(&mut self, opening: Opening) {
        self.open(&opening.brief().clone());
        match opening {
            Opening::Asked(Target { brief, item: Some(item) }) => {
                if !self.reach_item(&Anchor::new(&brief, &item)) {
                    self.notify(format!("`{brief}` has no item `{item}`"));
                }
            }
            Opening::Left(position) => self.return_to(position),
            Opening::Asked(_) => self.show_front(),
        }
    }

    /// Opens the first brief of the list as far as it has been read.
    fn open_first(&mut self) {
        self.refresh();
        self.screens.brief.open_first();
        self.refresh();
        self.show_front();
    }

    /// Shows the front page. The list of briefs keeps the focus where it is beside that page.
    fn show_front(&mut self) {
        if self.layout.is_tabbed() {
            self.screens.brief.show_overview();
        }
    }

    /// Shows what has changed, and stays at the same items.
    fn changed(&mut self, changes: Changes) {
        let here = self.briefs.take_missed().or_else(|| self.position());
        let exists = |app: &Self| {
            let brief = here.as_ref().map(|here| &here.at.brief);
            brief.is_some_and(|brief| app.briefs.library().entry(brief).is_some())
        };
        let existed = exists(self);
        self.briefs.update(changes);
        self.search.again(0, &self.briefs);
        self.search.finish(&self.briefs);
        self.refresh();
        let (screens, around) = self.split();
        screens.brief.drop_what_is_gone(&around);
        match (existed, exists(self), here) {
            (_, false, here) => self.briefs.miss(here),
            (false, true, Some(here)) => self.return_to(here),
            _ => {}
        }
    }

    /// Returns what the briefs are sorted by.
    pub fn sort(&self) -> BriefSort {
        self.screens.brief.sort()
    }

    /// Returns the place to resume at; nothing before a brief is open.
    pub fn position(&self) -> Option<Position> {
        let (around, screen) = (self.around(), &self.screens.brief);
        let brief = screen.entry(&around)?.id.clone();
        let item = screen.focused_item(&around).filter(|_| !screen.is_front());
        let item = item.map(|anchor| anchor.item);
        Some(Position { at: Target { brief, item }, party: screen.party(&around) })
    }

    /// Returns to a place, as far as it still exists.
    fn return_to(&mut self, Position { at, party }: Position) {
        self.open(&at.brief);
        if let Some(party) = party {
            let (screens, around) = self.split();
            if screens.brief.has_party(&party, &around) {
                screens.brief.choose_party(&party);
                self.refresh();
            }
        }
        match at.item {
            Some(item) => {
                self.reach_item(&Anchor::new(&at.brief, &item));
            }
            None => self.show_front(),
        }
    }
}
