//! `topline read`: opens the reader, or draws one frame of it.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;

use crate::brief::Id;
use crate::config::Settings;
use crate::library::{Cache, Files, Loading, Origin};
use crate::reader::action::{Action, LibraryAction};
use crate::reader::app::App;
use crate::reader::keys::{Key, Keymap};
use crate::reader::memory::Memory;
use crate::reader::target::Target;
use crate::reader::terminal::{self, LiveLibrary};
use crate::reader::theme::{Depth, Themes};
use crate::reader::view::snapshot::{self, FrameFormat};
use crate::text::Text;

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct ReadSettings {
    /// The briefs, in order.
    pub origins: Vec<Origin>,
    /// The files and folders in which they were found; empty for those that ship with topline.
    pub paths: Vec<PathBuf>,
    /// Folders that the texts of sources may be in, as well as those of the briefs.
    pub sources: Vec<PathBuf>,
    /// Where to open; the first brief if [`None`].
    pub at: Option<Target>,
    /// The themes that the terminal can show.
    pub themes: Themes,
    /// Whether only ASCII characters are shown.
    pub ascii: bool,
    /// Whether web addresses are links for the terminal.
    pub links: bool,
    /// Whether the reader uses the mouse from the start.
    pub mouse: bool,
    /// What the keys mean.
    pub keymap: Keymap,
    /// The faults in the user’s settings.
    pub faults: Vec<Text>,
    /// The folder for marks and the last position; [`None`] if nothing is
    /// kept.
    pub state: Option<PathBuf>,
    /// What was worked out of the briefs before, if that is kept.
    pub cache: Option<Arc<Cache>>,
}

impl ReadSettings {
    fn app(&self) -> App {
        let mut app = App::new(self.origins.len(), self.at.clone());
        app.set_theme(self.themes.clone(), self.ascii);
        app.set_links(self.links);
        app.set_mouse(self.mouse);
        app.set_keymap(self.keymap.clone());
        app
    }

    /// Returns what is remembered of the briefs. Nothing is remembered of
    /// standard input, which is a different brief each time.
    fn memory(&self) -> Option<Memory> {
        let state = self.state.as_ref().filter(|_| !self.origins.contains(&Origin::Stdin))?;
        Some(Memory::new(state, &self.paths))
    }

    /// Starts reading the briefs, with the one called `first` before the others.
    fn start(&self, first: Option<&Id>) -> LiveLibrary {
        let place = |first: &Id| self.origins.iter().position(|origin| origin.id() == *first);
        let files = Files::new(self.paths.clone(), self.sources.clone(), self.origins.clone())
            .with_cache(self.cache.clone());
        let loading = files.start(first.and_then(place).unwrap_or(0));
        LiveLibrary { loading, files, watched: self.watched() }
    }

    /// Returns the files and folders whose changes affect the briefs.
    fn watched(&self) -> Vec<PathBuf> {
        let paths = self.paths.iter().filter(|path| path.as_os_str() != "-");
        if self.paths.is_empty() {
            Vec::new()
        } else {
            paths.chain(&self.sources).cloned().collect()
        }
    }
}

/// Returns the themes for a terminal of this `depth`. The one that was `asked` for is chosen, or
/// else the one that the config file names. Also returns the faults of those in the config
/// file.
///
/// # Errors
///
/// Fails if no theme has the name that was asked for.
pub fn themes(
    settings: &Settings,
    asked: Option<&str>,
    depth: Depth,
) -> Result<(Themes, Vec<Text>)> {
    let config = &settings.config;
    let mut themes = Themes::default();
    let mut faults = Vec::new();
    for (setting, fault) in themes.add(&config.palette, |setting| (&setting.name, &setting.value)) {
        faults.push(settings.fault(setting, &fault));
    }
    if let Some(setting) = &config.theme {
        faults.extend(
            themes.choose(&setting.value).err().map(|fault| settings.fault(setting, &fault)),
        );
    }
    if let Some(name) = asked {
        themes.choose(name).map_err(anyhow::Error::msg)?;
    }
    Ok((themes.at(depth), faults))
}

/// Returns the user’s keymap, and the faults in the config file’s changes to the keys.
pub fn keymap(settings: &Settings) -> (Keymap, Vec<Text>) {
    let mut keymap = Keymap::default();
    let faults = keymap.rebind(&settings.config.keys, |setting| (&setting.name, &setting.value));
    let faults =
        faults.into_iter().map(|(setting, fault)| settings.fault(setting, &fault)).collect();
    (keymap, faults)
}

/// Opens the reader in the terminal, until the user quits.
///
/// # Errors
///
/// Fails if the terminal cannot be read or written.
pub fn run(settings: &ReadSettings) -> io::Result<()> {
    let mut app = settings.app();
    let memory = settings.memory();
    if let Some(memory) = &memory {
        let (remembered, fault) = memory.recall();
        app.resume(remembered);
        if let Some(fault) = fault {
            app.update(Action::Notify(fault));
        }
    }
    let live = settings.start(app.opens_at());
    if settings.paths.is_empty() && app.opens_at().is_none() {
        let welcome =
            "these briefs ship with topline; `topline FOLDER` opens yours, ? shows the keys";
        app.update(Action::Notify(welcome.into()));
    }
    if let Some(first) = settings.faults.first() {
        app.update(Action::Notify(first.clone()));
    }
    terminal::run(app, live, memory)?;
    // The threads of the reader may still have briefs, which would keep the cache from being dropped.
    settings.cache.iter().for_each(|cache| cache.save());
    Ok(())
}

/// Draws the screen of `columns` × `rows` cells, after all briefs have been read and `keys` have
/// been pressed.
///
/// # Errors
///
/// Fails if `out` cannot be written.
pub fn snapshot(
    settings: &ReadSettings,
    (columns, rows): (u16, u16),
    keys: &[Key],
    form: FrameFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut app = settings.app();
    app.update(Action::Resized(columns, rows));
    let (origins, sources) = (settings.origins.clone(), settings.sources.clone());
    let loading = Loading::start_cached(origins, sources, settings.cache.clone());
    let mut entries: Vec<_> = loading.entries().collect();
    entries.sort_by_key(|(index, _)| *index);
    for (index, entry) in entries {
        app.update(Action::Library(LibraryAction::Loaded(vec![(index, entry)])));
    }
    snapshot::press(&mut app, keys);
    out.write_all(form.draw(&app).as_bytes())
}
