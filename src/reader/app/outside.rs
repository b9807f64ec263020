//! Out of the reader: what is copied, opened, edited, marked and saved.

use super::App;
use crate::brief::{Anchor, LineColumn};
use crate::library::{Entry, Origin};
use crate::page::{Extract, extract};
use crate::reader::action::{Copied, Effect};
use crate::reader::memory::Marks;
use crate::reader::mode::ScreenName;
use crate::reader::overlays::Overlay;
use crate::reader::overlays::menu::Menu;
use crate::reader::overlays::preview::{document, printed};
use crate::reader::screens::Screen;
use crate::reader::target::Target;
use crate::text::Text;

impl App {
    /// Returns the item that has the focus, or else the brief that the user is looking at.
    fn here(&self) -> Option<Target> {
        if let Some(Anchor { brief, item }) = self.focus() {
            return Some(Target { brief, item: Some(item) });
        }
        Some(Target { brief: self.entry()?.id.clone(), item: None })
    }

    /// Returns the brief that the user is looking at.
    pub(super) fn entry(&self) -> Option<&Entry> {
        self.screens.shown().entry(&self.around())
    }

    /// Copies the focused item.
    pub(super) fn copy(&mut self, wanted: Extract) -> Effect {
        self.overlay = None;
        let extracted = self.entry().zip(self.here()).and_then(|(entry, here)| {
            let text = extract(self.briefs.library(), entry, here.item.as_ref(), wanted)?;
            Some((text, here))
        });
        let Some((text, Target { brief, item })) = extracted else {
            return self.refuse("there is nothing to copy");
        };
        let name = item.as_ref().unwrap_or(&brief);
        let what = match wanted {
            Extract::Cited => name.to_string(),
            Extract::Markdown => format!("{name} as Markdown"),
            Extract::Words => format!("the words of {name}"),
            Extract::Permalink => format!("the permalink {text}"),
            Extract::File => format!("the file of {brief}"),
        };
        Effect::Copy(Copied { what: what.into(), text })
    }

    /// Opens the web address of the source.
    pub(super) fn open_source(&mut self) -> Effect {
        let brief = self.entry().and_then(|entry| entry.brief.as_ref());
        let url = brief.and_then(|brief| brief.source.url.clone());
        let refusal = "the brief gives no web address for its source";
        url.map_or_else(|| self.refuse(refusal), Effect::Open)
    }

    /// Opens the file of the brief in an editor, at the focused item.
    pub(super) fn edit(&mut self) -> Effect {
        let Some(entry) = self.entry() else {
            return self.refuse("there is nothing to edit");
        };
        match &entry.origin {
            Origin::File(file) => Effect::Edit { file: file.clone(), line: self.line(entry) },
            Origin::Elsewhere(_) => {
                self.refuse("the link leads out of the library, so there is no file to edit")
            }
            Origin::Shipped(_) => {
                let id = &entry.id;
                let refusal =
                    format!("`{id}` comes with topline and cannot be edited; Y f copies its file");
                self.refuse(&refusal)
            }
            Origin::Stdin => {
                self.refuse("the brief came from standard input, so there is no file to edit")
            }
        }
    }

    /// Returns the line of an entry's file that has the focus: of a problem, or of an item.
    fn line(&self, entry: &Entry) -> usize {
        let around = self.around();
        let problem = (self.screens.shown == ScreenName::Brief)
            .then(|| self.screens.brief.selected_problem(&around))
            .flatten()
            .and_then(|index| entry.problems.get(index));
        let item = self.focus().map(|anchor| anchor.item);
        problem.map_or_else(
            || entry.line_of(item.as_ref()),
            |problem| LineColumn::locate(&entry.yaml, problem).line,
        )
    }

    /// Asks for the letter to mark the focused item with.
    pub(super) fn choose_mark(&mut self) {
        if let Some(here) = self.here() {
            self.overlay = Some(Overlay::Marking);
            self.notify(format!("press a letter to mark `{here}`, or Esc to cancel"));
        }
    }

    /// Marks the focused item with a letter.
    pub(super) fn mark(&mut self, letter: char) -> Effect {
        self.overlay = None;
        let Some(here) = self.here() else { return Effect::None };
        self.notify(format!("`{here}` is marked {letter}: ' {letter} goes back to it"));
        self.marks.insert(letter, here.clone());
        Effect::Mark(letter, here)
    }

    /// Opens the menu of marks, and asks for those that other readers have set meanwhile.
    pub(super) fn choose_jump(&mut self) -> Effect {
        let menu = Menu::of_marks(&self.marks, &self.around(), self.size.0);
        self.overlay = Some(Overlay::Menu(menu));
        Effect::Recall
    }

    /// Takes in the marks that other readers have set.
    pub(super) fn marked(&mut self, marks: Marks) {
        self.marks.extend(marks);
        let around = super::around(&self.briefs, &self.search, self.today);
        if let Some(Overlay::Menu(menu)) = &mut self.overlay {
            menu.show_marks(&self.marks, &around, self.size.0);
        }
    }

    /// Goes to a mark.
    pub(super) fn jump(&mut self, letter: char) {
        self.overlay = None;
        let Some(Target { brief, item }) = self.marks.get(&letter).cloned() else {
            let none = format!("no item is marked {letter}: m {letter} marks the focused item");
            return self.notify(none);
        };
        match item {
            Some(item) => self.follow_to(&Anchor::new(&brief, &item)),
            None if self.briefs.library().entry(&brief).is_some() => self.leave_for(&brief),
            None => self.notify(format!("`{brief}` is not in this library")),
        }
    }

    /// Asks for the name of the file to save the preview to, which it opens if need be.
    pub(super) fn ask_file_name(&mut self) {
        if !matches!(self.overlay, Some(Overlay::Preview(_))) {
            self.toggle_preview();
        }
        let around = super::around(&self.briefs, &self.search, self.today);
        let entry = self.screens.brief.entry(&around);
        if let (Some(Overlay::Preview(preview)), Some(entry)) = (&mut self.overlay, entry) {
            preview.ask_name(format!("{}.txt", entry.id).into(), &self.earlier_lines);
        }
    }

    /// Saves the brief as it prints to a file of this name.
    pub(super) fn save(&mut self, name: Text) -> Effect {
        let document = self.screens.brief.entry(&self.around()).and_then(document);
        match document {
            Some(document) if !name.is_empty() => {
                Effect::Save { name, text: printed(document, self.looks.ascii) }
            }
            _ => Effect::None,
        }
    }

    /// Takes the mouse from the terminal, or returns it.
    pub(super) fn toggle_mouse(&mut self) -> Effect {
        self.uses_mouse = !self.uses_mouse;
        self.notify(if self.uses_mouse {
            "the mouse selects, follows and scrolls; M returns it to the terminal"
        } else {
            "the mouse is left to the terminal"
        });
        Effect::Mouse(self.uses_mouse)
    }

    fn refuse(&mut self, reason: &str) -> Effect {
        self.notify(reason);
        Effect::None
    }
}
