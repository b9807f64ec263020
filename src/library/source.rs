//! Finds the saved text of a brief's source, and never looks outside the folders it may be in.

use std::path::{Path, PathBuf};

use super::near_name::FolderNames;
use super::source_folders::SourceFolders;
use super::{Origin, shipped};
use crate::brief::{self, Brief, Fix, Problem, Rule};
use crate::evidence::{ForeignFormat, SourceText};
use crate::files;

/// The text of a source may be at most this large.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The text of a source, and the file it was read from; a shipped one has none.
#[derive(Debug)]
pub struct Saved {
    pub text: SourceText,
    pub file: Option<PathBuf>,
}

/// Why the text of a source is not available.
#[derive(Debug)]
pub enum Unread {
    /// No folder has a file with this name.
    Absent(Problem),
    /// A file exists, but it cannot be used.
    Unusable(Problem),
}

/// Returns the text called `name` as the brief at `origin` would get it, and the file it was read from;
/// [`None`] if it is not available.
pub fn text_of_source(
    name: &str,
    origin: &Origin,
    folders: &[PathBuf],
) -> Option<(SourceText, PathBuf)> {
    let saved = read_named(name, origin, folders, &SourceFolders::default()).ok()??;
    Some((saved.text, saved.file?))
}

/// Returns the bytes of the text called `name`, as the brief at `origin` would get it; [`None`] if it is not
/// available.
pub fn bytes_of_text(
    name: &str,
    origin: &Origin,
    folders: &[PathBuf],
    resolved: &SourceFolders,
) -> Option<Vec<u8>> {
    let file = resolved.file(Path::new(name), &all_folders(origin, folders)).ok()??;
    files::read(&file, MAX_BYTES).ok()
}

/// Reads the text that `brief` names, from the folder of the brief or else from the first of
/// `folders` that has it. Returns [`None`] if the brief names none.
///
/// # Errors
///
/// Returns the problem of a text that does not exist, is outside these folders once links are
/// followed, is too large or is not UTF-8.
pub fn read(
    brief: &Brief,
    origin: &Origin,
    folders: &[PathBuf],
    resolved: &SourceFolders,
) -> Result<Option<Saved>, Unread> {
    let name = brief.source.text.as_deref();
    name.map_or(Ok(None), |name| read_named(name, origin, folders, resolved))
}

/// Reads the text called `name`. See [`read`].
fn read_named(
    name: &str,
    origin: &Origin,
    folders: &[PathBuf],
    resolved: &SourceFolders,
) -> Result<Option<Saved>, Unread> {
    let path = brief::FieldPath::top().key("source").key("text");
    let problem = |reason: &str| {
        let message = format!("the source’s text, {name}, {reason}");
        Problem::new(Rule::NoSourceText, path.clone(), message)
    };
    let unusable = |unread: UnreadText| {
        let message = format!("the source’s text, {name}, {}", unread.reason);
        Unread::Unusable(match unread.foreign {
            Some(format) => {
                Problem::new(Rule::SourceFormat, path.clone(), message).help(format.fix())
            }
            None => problem(&unread.reason),
        })
    };
    if let Origin::Shipped(_) = origin
        && let Some(bytes) = shipped::bytes(name)
    {
        let text = decode(&bytes).map_err(unusable)?;
        return Ok(Some(Saved { text, file: None }));
    }
    match resolved.file(Path::new(name), &all_folders(origin, folders)) {
        Ok(Some(file)) => match read_file(&file) {
            Ok(text) => Ok(Some(Saved { text, file: Some(file) })),
            Err(unread) => Err(unusable(unread)),
        },
        Ok(None) => Err(Unread::Absent(problem(
            "is neither beside the brief nor in a folder named with `--sources`",
        ))),
        Err(reason) => Err(Unread::Unusable(problem(reason))),
    }
}

/// Returns the problem of a text that does not exist, with the name that was probably meant.
pub fn absent(
    problem: Problem,
    brief: &Brief,
    origin: &Origin,
    folders: &[PathBuf],
    names: &FolderNames,
) -> Problem {
    let name = brief.source.text.as_deref().unwrap_or_default();
    let beside = beside(origin).map(Path::to_path_buf);
    let folders: Vec<PathBuf> = beside.into_iter().chain(folders.iter().cloned()).collect();
    match names.nearest(name, &folders) {
        Some(near) => {
            let is_same = near.to_lowercase() == name.to_lowercase();
            let fix = Fix::value(&near).safe_if(is_same);
            problem.help(format!("did you mean `{near}`?")).fix(fix)
        }
        None => problem.help("until it is there, quotations and figures are not checked"),
    }
}

/// Reads bytes as the text of a source.
///
/// # Errors
///
/// Returns the reason in words that follow the file's name: `is not UTF-8 but UTF-16: save it as
/// UTF-8`.
pub fn decode_text(bytes: &[u8]) -> Result<SourceText, String> {
    let text = decode(bytes).map_err(|unread| match unread.foreign {
        Some(format) => format!("{}: {}", unread.reason, format.fix()),
        None => unread.reason,
    })?;
    match ForeignFormat::in_text(text.as_str()) {
        Some((format, _)) => Err(format!("{}: {}", format.what(), format.fix())),
        None => Ok(text),
    }
}

/// Why a text could not be read.
struct UnreadText {
    /// In words that follow the file's name.
    reason: String,
    /// What it is instead of plain text.
    foreign: Option<ForeignFormat>,
}

fn read_file(path: &Path) -> Result<SourceText, UnreadText> {
    let bytes = files::read(path, MAX_BYTES)
        .map_err(|unread| UnreadText { reason: unread.to_string(), foreign: None })?;
    decode(&bytes)
}

fn decode(bytes: &[u8]) -> Result<SourceText, UnreadText> {
    let foreign = ForeignFormat::in_bytes(bytes);
    match (std::str::from_utf8(bytes), foreign) {
        (Ok(text), None) => Ok(SourceText::new(text)),
        (Err(error), Some(format @ ForeignFormat::OneByte)) => {
            let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            Err(UnreadText { reason: format!("{} (line {line})", format.what()), foreign })
        }
        (_, foreign) => {
            let what = foreign.map_or("is not UTF-8", ForeignFormat::what);
            Err(UnreadText { reason: what.to_owned(), foreign })
        }
    }
}

/// Returns the folders that the text of a brief may be in, in the order in which they are looked in.
fn all_folders<'a>(origin: &'a Origin, folders: &'a [PathBuf]) -> Vec<&'a Path> {
    beside(origin).into_iter().chain(folders.iter().map(PathBuf::as_path)).collect()
}

/// Returns the folder that a brief's file is in.
fn beside(origin: &Origin) -> Option<&Path> {
    let Origin::File(path) = origin else { return None };
    Some(files::folder(path))
}
