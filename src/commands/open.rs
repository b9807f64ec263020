//! Finds and reads the briefs that a command works on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, slice};

use anyhow::{Context, Result, bail};

use super::progress::Progress;
use crate::config::Settings;
use crate::library::search::Query;
use crate::library::{self, Cache, FoundBriefs, Library, Loading, Origin, shipped};
use crate::text::Text;

/// What is told to somebody who names no brief in a folder of briefs and has no library.
const AMONG_BRIEFS: &str = "no library is set up, so these are the briefs that come with topline: name `.` for those of this folder";

/// Finds the briefs under `paths`, in order. If there is no path, they are those of the user’s
/// library, or else those that ship with topline. `tell` is called with what the user has to know:
/// which folders were not searched, and that the briefs of the current folder were not meant.
///
/// # Errors
///
/// Fails if a path does not exist, and if there is no brief.
pub fn briefs(
    paths: &[PathBuf],
    settings: &Settings,
    tell: &mut dyn FnMut(&Text),
) -> Result<Vec<Origin>> {
    if !paths.is_empty() {
        return some(library::find(paths)?, paths, tell);
    }
    let Some(library) = settings.library() else {
        if is_among_briefs() {
            tell(&AMONG_BRIEFS.into());
        }
        return Ok(shipped::origins());
    };
    let path = slice::from_ref(&library.path);
    library::find(path)
        .map_err(anyhow::Error::from)
        .and_then(|found| some(found, path, tell))
        .with_context(|| format!("cannot open the library set by {}", library.named_by))
}

/// How briefs are read: by [`Loading::start_cached`], or by one of those that keep less.
pub type StartLoading = fn(Vec<Origin>, Vec<PathBuf>, Option<Arc<Cache>>) -> Loading;

/// Reads the briefs under `paths`, as [`briefs`] finds them, with the texts of their sources, which
/// may also be in the folders `sources`.
///
/// # Errors
///
/// As [`briefs`].
pub fn library(
    paths: &[PathBuf],
    sources: &[PathBuf],
    settings: &Settings,
    tell: &mut dyn FnMut(&Text),
) -> Result<Library> {
    library_by(Loading::start_cached, paths, sources, settings, tell)
}

/// Reads the briefs that [`library()`] reads, by `start`.
///
/// # Errors
///
/// As [`briefs`].
pub fn library_by(
    start: StartLoading,
    paths: &[PathBuf],
    sources: &[PathBuf],
    settings: &Settings,
    tell: &mut dyn FnMut(&Text),
) -> Result<Library> {
    let (origins, cache) = with_cache(paths, settings, tell)?;
    Ok(finish(start(origins, sources.to_vec(), cache)))
}

/// Returns the briefs under `paths`, as [`briefs`] finds them, and their cache.
fn with_cache(
    paths: &[PathBuf],
    settings: &Settings,
    tell: &mut dyn FnMut(&Text),
) -> Result<(Vec<Origin>, Option<Arc<Cache>>)> {
    let origins = briefs(paths, settings, tell)?;
    let cache = cache(&places(paths, settings), &origins, settings);
    Ok((origins, cache))
}

/// Waits for all briefs, and shows how far that is if it takes long.
fn finish(loading: Loading) -> Library {
    let total = loading.origins().len();
    let mut progress = Progress::start();
    loading.finish(|done| progress.show(done, total))
}

/// Reads the briefs that `query` may match, and those that are broken, of those that [`library()`] reads.
///
/// # Errors
///
/// As [`briefs`].
pub fn library_for(
    query: &Query,
    paths: &[PathBuf],
    sources: Vec<PathBuf>,
    settings: &Settings,
    tell: &mut dyn FnMut(&Text),
) -> Result<Library> {
    let (origins, cache) = with_cache(paths, settings, tell)?;
    let mut progress = Progress::start();
    let progress = |done| progress.show(done, origins.len());
    Ok(library::load_for_query(query, &origins, sources, cache, progress))
}

/// Opens the cache of the briefs that were found under `places` as `origins`; [`None`] if the user wants
/// none, or if the briefs have no place.
pub fn cache(places: &[PathBuf], origins: &[Origin], settings: &Settings) -> Option<Arc<Cache>> {
    let folder = settings.cache().filter(|_| !places.is_empty())?;
    Some(Arc::new(Cache::open(folder, places, origins)))
}

/// Returns where [`briefs`] looks: `paths`, or else the user’s library. The briefs that ship
/// with topline have no path.
pub fn places(paths: &[PathBuf], settings: &Settings) -> Vec<PathBuf> {
    let library = settings.library().filter(|_| paths.is_empty()).map(|library| library.path);
    paths.iter().cloned().chain(library).collect()
}

/// Returns the files and folders whose changes affect what [`library()`] reads.
pub fn watched(paths: &[PathBuf], sources: &[PathBuf], settings: &Settings) -> Vec<PathBuf> {
    let mut briefs = places(paths, settings);
    briefs.retain(|path| path.as_os_str() != "-");
    if briefs.is_empty() { briefs } else { [briefs.as_slice(), sources].concat() }
}

/// Returns whether the current folder has briefs in it.
fn is_among_briefs() -> bool {
    let is_hidden =
        |path: &Path| path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let entries = fs::read_dir(".").into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| library::is_brief(&path) && !is_hidden(&path))
}

/// Returns what was found, which must be something, and tells what was not searched.
fn some(found: FoundBriefs, paths: &[PathBuf], tell: &mut dyn FnMut(&Text)) -> Result<Vec<Origin>> {
    for folder in &found.outer_folders {
        let folder = Text::from(folder.as_path());
        let why = "is a link to a folder outside those that were named, and is not searched";
        tell(&format!("{folder} {why}: name the folder it leads to as well").into());
    }
    if found.origins.is_empty() {
        let paths: Vec<_> = paths.iter().map(|path| Text::from(path.as_path())).collect();
        bail!(
            "no briefs in {}; a brief is a .yaml or .yml file, and `topline schema` describes it",
            paths.join(", ")
        );
    }
    Ok(found.origins)
}
