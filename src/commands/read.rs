//! `topline read`: opens the reader, or draws one frame of it.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::brief::Id;
use crate::library::{Files, Loading, Origin};
use crate::reader::action::Action;
use crate::reader::app::App;
use crate::reader::keys::Key;
use crate::reader::memory::Memory;
use crate::reader::target::Target;
use crate::reader::terminal::{self, Shelf};
use crate::reader::theme::Theme;
use crate::reader::view::snapshot;

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The briefs, in order.
    pub origins: Vec<Origin>,
    /// The files and folders that they were found under; none for those that ship with topline.
    pub paths: Vec<PathBuf>,
    /// Folders that the texts of sources may be in, besides those of the briefs.
    pub sources: Vec<PathBuf>,
    /// Where to open; the first brief unless it says otherwise.
    pub at: Option<Target>,
    /// Whether there is to be colour.
    pub colour: bool,
    /// The folder to keep marks in, and where the reader was left; [`None`] keeps nothing.
    pub state: Option<PathBuf>,
}

impl ReadSettings {
    fn app(&self) -> App {
        App::new(self.origins.len(), self.at.clone())
    }

    /// What is remembered of the briefs. A brief on standard input is another each time.
    fn memory(&self) -> Option<Memory> {
        let state = self.state.as_ref().filter(|_| !self.origins.contains(&Origin::Stdin))?;
        Some(Memory::new(state, &self.paths))
    }

    fn theme(&self) -> Theme {
        if self.colour { Theme::terminal() } else { Theme::mono() }
    }

    /// Begins to read the briefs, that with the id `first` before the others.
    fn start(&self, first: Option<&Id>) -> Loading {
        let is_first = |origin: &Origin| Some(&origin.id()) == first;
        let first = self.origins.iter().position(is_first).unwrap_or(0);
        Loading::start_with(first, self.origins.clone(), self.sources.clone())
    }

    /// The files and folders whose changes bear on the briefs.
    fn watched(&self) -> Vec<PathBuf> {
        let paths = self.paths.iter().filter(|path| path.as_os_str() != "-");
        if self.paths.is_empty() { Vec::new() } else { paths.chain(&self.sources).cloned().collect() }
    }

    fn files(&self) -> Files {
        Files::new(self.paths.clone(), self.sources.clone(), self.origins.clone())
    }
}

/// Opens the reader in the terminal, until the user quits.
///
/// # Errors
///
/// Fails where the terminal cannot be read or written.
pub fn run(settings: &ReadSettings) -> io::Result<()> {
    let mut app = settings.app();
    let memory = settings.memory();
    if let Some(memory) = &memory {
        let (remembered, told) = memory.recall();
        app.resume(remembered);
        if let Some(told) = told {
            app.update(Action::Tell(told));
        }
    }
    let shelf = Shelf {
        loading: settings.start(app.opens_at()),
        files: settings.files(),
        watched: settings.watched(),
    };
    terminal::run(app, &settings.theme(), shelf, memory)
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
    let mut entries: Vec<_> = settings.start(None).entries().collect();
    entries.sort_by_key(|(index, _)| *index);
    for (index, entry) in entries {
        app.update(Action::Loaded(index, Box::new(entry)));
    }
    snapshot::press(&mut app, keys);
    out.write_all(snapshot::text(&snapshot::frame(&app, &settings.theme())).as_bytes())
}
