//! `topline read`: opens the reader, or draws one frame of it.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::library::{Loading, Origin};
use crate::reader::action::Action;
use crate::reader::app::App;
use crate::reader::keys::Key;
use crate::reader::target::Target;
use crate::reader::theme::Theme;
use crate::reader::view::snapshot;
use crate::reader::terminal;

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The briefs, in order.
    pub origins: Vec<Origin>,
    /// Folders that the texts of sources may be in, besides those of the briefs.
    pub sources: Vec<PathBuf>,
    /// Where to open; the first brief unless it says otherwise.
    pub at: Option<Target>,
    /// Whether there is to be colour.
    pub colour: bool,
}

impl ReadSettings {
    fn app(&self) -> App {
        App::new(self.origins.len(), self.at.clone())
    }

    fn theme(&self) -> Theme {
        if self.colour { Theme::terminal() } else { Theme::mono() }
    }

    fn start(&self) -> Loading {
        Loading::start(self.origins.clone(), self.sources.clone())
    }
}

/// Opens the reader in the terminal, until the user quits.
///
/// # Errors
///
/// Fails where the terminal cannot be read or written.
pub fn run(settings: &ReadSettings) -> io::Result<()> {
    terminal::run(settings.app(), &settings.theme(), settings.start())
}

/// Draws the screen of `columns` × `rows` cells as text, once all briefs have been read and `keys`
/// have been pressed.
///
/// # Errors
///
/// Fails where `out` cannot be written.
pub fn snapshot(
    settings: &ReadSettings,
    (columns, rows): (u16, u16),
    keys: &[Key],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut app = settings.app();
    app.update(Action::Resized(columns, rows));
    for (index, entry) in settings.start().entries() {
        app.update(Action::Loaded(index, Box::new(entry)));
    }
    snapshot::press(&mut app, keys);
    out.write_all(snapshot::text(&snapshot::frame(&app, &settings.theme())).as_bytes())
}
