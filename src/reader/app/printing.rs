//! The brief as it prints: its preview, and what leaves the reader from there.

use super::{App, around};
use crate::library::Entry;
use crate::page::Document;
use crate::reader::action::{Copied, Effect, PageAction};
use crate::reader::overlays::Overlay;
use crate::reader::overlays::preview::{Preview, document, printed, printed_section};
use crate::reader::screens::Screen;
use crate::text::Text;

impl App {
    pub(super) fn toggle_preview(&mut self) {
        if matches!(self.overlay, Some(Overlay::Preview(_))) {
            self.overlay = None;
        } else if self.printed_entry().is_some_and(|entry| entry.brief.is_some()) {
            self.overlay = Some(Overlay::Preview(Preview::default()));
        } else {
            self.notify("this brief has errors and cannot be printed");
        }
    }

    pub(super) fn on_page(&mut self, action: PageAction) -> Effect {
        match action {
            PageAction::StepSection(count) => {
                if let Some(Overlay::Preview(preview)) = &mut self.overlay {
                    preview.step_section(count);
                }
                Effect::None
            }
            PageAction::Copy => self.copy_page().map_or(Effect::None, Effect::Copy),
            PageAction::ShowBelow => match self.document() {
                Some(document) => Effect::ShowBelow(printed(document, self.looks.ascii)),
                None => Effect::None,
            },
            PageAction::Save => {
                self.ask_file_name();
                Effect::None
            }
        }
    }

    /// Returns the brief that is printed: the one that the Brief screen shows.
    fn printed_entry(&self) -> Option<&Entry> {
        self.screens.brief.entry(&self.around())
    }

    fn document(&self) -> Option<Document> {
        document(self.printed_entry()?)
    }

    /// Returns the brief as it prints, or the section of it that is selected.
    fn copy_page(&self) -> Option<Copied> {
        let Some(Overlay::Preview(preview)) = &self.overlay else { return None };
        let (document, ascii) = (self.document()?, self.looks.ascii);
        let (what, text) = match preview.selected() {
            Some(section) => printed_section(document, ascii, section)?,
            None => ("the page".into(), printed(document, ascii)),
        };
        let id = &self.printed_entry()?.id;
        Some(Copied::plain(format!("{what} of {id}"), text))
    }

    /// Asks for the name of the file to save the preview to, which it opens if need be.
    fn ask_file_name(&mut self) {
        if !matches!(self.overlay, Some(Overlay::Preview(_))) {
            self.toggle_preview();
        }
        let around = around(&self.briefs, &self.search, self.told);
        let entry = self.screens.brief.entry(&around);
        if let (Some(Overlay::Preview(preview)), Some(entry)) = (&mut self.overlay, entry) {
            preview.ask_name(page_name(entry), &self.earlier_lines);
        }
    }

    /// Saves the brief as it prints to a file of this name.
    pub(super) fn save(&mut self, name: Text) -> Effect {
        if let Some(format) = other_format(&name) {
            self.notify(format!("this saves plain text: `topline print -o` writes {format}"));
            return Effect::None;
        }
        match self.document() {
            Some(document) if !name.is_empty() => {
                Effect::Save { name, text: printed(document, self.looks.ascii) }
            }
            _ => Effect::None,
        }
    }
}

/// Returns what a file of this name is expected to be, if that is not plain text.
fn other_format(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "docx" | "doc" | "odt" => Some("a Word file"),
        "html" | "htm" => Some("HTML"),
        "md" | "markdown" => Some("Markdown"),
        "json" => Some("JSON"),
        "pdf" => Some("HTML, which a browser prints as PDF"),
        _ => None,
    }
}

/// Returns the name that is proposed for the file of a printed brief: never that of the file that its
/// source is in.
fn page_name(entry: &Entry) -> Text {
    let name = |kind| Text::from(format!("{}.{kind}.txt", entry.id));
    let source = entry.brief.as_ref().and_then(|brief| brief.source.text.as_deref());
    let is_source = |name: &Text| source.is_some_and(|source| source.ends_with(name.as_str()));
    Some(name("page")).filter(|name| !is_source(name)).unwrap_or_else(|| name("printed"))
}
