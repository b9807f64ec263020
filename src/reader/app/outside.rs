//! Out of the reader: what is copied, opened, edited and marked.

use super::App;
use crate::brief::{Anchor, FieldPath, Item, LineColumn, Spot};
use crate::library::{Entry, Origin};
use crate::page::{Extract, extract, extract_line, words_address};
use crate::reader::action::{Copied, Effect};
use crate::reader::memory::Marks;
use crate::reader::mode::ScreenName;
use crate::reader::overlays::Overlay;
use crate::reader::overlays::menu::Menu;
use crate::reader::target::Target;
use crate::text::Text;

impl App {
    /// Returns the item that has the focus, or else the brief that the user is looking at.
    fn here_or_brief(&self) -> Option<Target> {
        if let Some(Anchor { brief, item }) = self.focus() {
            return Some(Target { brief, item: Some(item) });
        }
        Some(Target { brief: self.entry()?.id.clone(), item: None })
    }

    /// Returns the brief that the user is looking at.
    pub(super) fn entry(&self) -> Option<&Entry> {
        self.screens.shown().entry(&self.around())
    }

    /// Copies the focused item, or the line of the brief in short.
    pub(super) fn copy(&mut self, wanted: Extract) -> Effect {
        self.overlay = None;
        let extracted = self.extracted_line(wanted).or_else(|| self.copied_passage(wanted));
        if let Some(copied) = extracted {
            return Effect::Copy(copied);
        }
        let extracted = self.entry().zip(self.here_or_brief()).and_then(|(entry, here)| {
            let text = extract(self.briefs.library(), entry, here.item.as_ref(), wanted)?;
            Some((text, here))
        });
        let Some((text, Target { brief, item })) = extracted else {
            return self.refuse(match wanted {
                Extract::Yaml => {
                    "this item has no lines of its own in its file; Y f copies the file"
                }
                _ => "there is nothing to copy",
            });
        };
        let name = item.as_ref().unwrap_or(&brief);
        let what = match wanted {
            Extract::Permalink => format!("the permalink {text}"),
            Extract::File => format!("the file of {brief}"),
            wanted => copied_as(name.as_str(), wanted),
        };
        Effect::Copy(Copied::in_form(wanted, what, text))
    }

    /// Returns the selected line of the brief in short as it is copied.
    fn extracted_line(&self, wanted: Extract) -> Option<Copied> {
        let (_, line) = self.selected_field()?;
        let text = extract_line(self.entry()?.brief.as_ref()?, &line, wanted)?;
        Some(Copied::in_form(wanted, copied_as("the line", wanted), text))
    }

    /// Returns the field that the selected line of the brief in short shows, and what it says.
    fn selected_field(&self) -> Option<(FieldPath, Text)> {
        let brief = Some(&self.screens.brief).filter(|_| self.screens.shown == ScreenName::Brief);
        brief?.selected_field()
    }

    /// Opens the web address of the source as the brief gives it.
    pub(super) fn open_address(&mut self) -> Effect {
        let brief = self.entry().and_then(|entry| entry.brief.as_ref());
        self.open_web(brief.and_then(|brief| brief.source.url.clone()))
    }

    /// Opens the web address of the source: at the words of the focused quote, or of those that the
    /// focused item rests on.
    pub(super) fn open_source(&mut self) -> Effect {
        self.open_web(self.address_to_open())
    }

    fn open_web(&mut self, address: Option<Text>) -> Effect {
        let refusal = "the brief gives no web address for its source";
        address.map_or_else(|| self.refuse(refusal), Effect::Open)
    }

    fn address_to_open(&self) -> Option<Text> {
        let entry = self.entry()?;
        let brief = entry.brief.as_ref()?;
        let quotes = match self.focus().and_then(|focus| brief.item(&focus.item)) {
            Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
            Some(Item::Claim(claim)) => &claim.evidence,
            Some(Item::Ask(ask)) => &ask.evidence,
            Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
        };
        let at_words = words_address(brief, entry.evidence(), quotes).map(Text::from);
        at_words.or_else(|| brief.source.url.clone())
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
        match (problem, self.selected_field()) {
            (Some(problem), _) => LineColumn::locate(entry.yaml(), problem).line,
            (None, Some((field, _))) => LineColumn::at(entry.yaml(), &field, &Spot::Value).line,
            (None, None) => entry.line_of(item.as_ref()),
        }
    }

    /// Asks for the letter to mark the focused item with.
    pub(super) fn choose_mark(&mut self) {
        if let Some(here) = self.here_or_brief() {
            self.overlay = Some(Overlay::Marking);
            self.notify(format!("press a letter to mark `{here}`, or Esc to cancel"));
        }
    }

    /// Marks the focused item with a letter.
    pub(super) fn mark(&mut self, letter: char) -> Effect {
        self.overlay = None;
        let Some(here) = self.here_or_brief() else { return Effect::None };
        self.notify(format!("`{here}` is marked {letter}: ' {letter} goes back to it"));
        self.marks.insert(letter, here.clone());
        Effect::Mark(letter, here)
    }

    /// Opens the menu of marks, and asks for those that other readers have set meanwhile.
    pub(super) fn choose_jump(&mut self) -> Effect {
        let menu = Menu::of_marks(&self.keymap, &self.marks, &self.around(), self.size.0);
        self.overlay = Some(Overlay::Menu(menu));
        Effect::Recall
    }

    /// Takes in the marks that other readers have set.
    pub(super) fn marked(&mut self, marks: Marks) {
        self.marks.extend(marks);
        let around = super::around(&self.briefs, &self.search, self.told);
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

    pub(super) fn refuse(&mut self, reason: &str) -> Effect {
        self.notify(reason);
        Effect::None
    }
}

/// Returns what a message calls something that is copied in a form.
pub(super) fn copied_as(name: &str, form: Extract) -> String {
    match form {
        Extract::Full => format!("{name} with its source"),
        Extract::Markdown => format!("{name} as Markdown"),
        Extract::Html => format!("{name} as HTML"),
        Extract::Yaml => format!("{name} as YAML"),
        Extract::Words => format!("the words of {name}"),
        Extract::Cited | Extract::Permalink | Extract::File => name.to_owned(),
    }
}
