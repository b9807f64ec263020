//! `topline new`: a starter brief, with the quotations of its source proposed.

mod from_source;
mod items;
mod opened;
mod parties;
mod saving;
mod source_section;
mod starter;

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use self::saving::{brief_exists, no_folder};
use self::source_section::TextPath;
use self::starter::Starter;
use super::Outcome;
use crate::brief::{Date, Id};
use crate::files;
use crate::import::{Account, ImportOptions, Imported, MAX_BYTES, Metadata, csl_metadata};
use crate::library;
use crate::text::Text;

pub use self::opened::{OpenedSource, SourceOptions};

/// The brief to start, and where to write it.
#[derive(Clone, Debug)]
pub struct NewSettings {
    /// The id of the brief.
    pub id: Id,
    /// The saved text of its source, or the page or document to import.
    pub source: Option<PathBuf>,
    /// The record of its source in CSL-JSON, which counts more than what the source says of itself.
    pub csl: Option<PathBuf>,
    /// The file to write, or the folder to write it into; the current folder if none is named.
    pub output: Option<PathBuf>,
    /// Today.
    pub today: Date,
}

/// Writes the starter brief, and reports on `messages` where it is and what it proposes. A source
/// that is not plain text is imported: its text is written beside the brief.
///
/// # Errors
///
/// Returns an error if a file exists, if the file’s name is not that of the brief, if the source
/// cannot be read or imported, or if a file cannot be written.
pub fn run(settings: &NewSettings, messages: &mut dyn Write) -> Result<Outcome> {
    let file = file(settings)?;
    refuse_existing(&file)?;
    let options =
        SourceOptions { import: ImportOptions::default(), url: None, today: settings.today };
    let source = settings.source.as_deref();
    let source = source.map(|source| OpenedSource::open(source, &options)).transpose()?;
    let record = settings.csl.as_deref().map(|csl| record(csl, &settings.id)).transpose()?;
    start(&settings.id, &file, source.as_ref(), record, messages)?;
    Ok(Outcome::Yes)
}

/// Writes the starter brief `id` about `source` to `file`, and beside it the text of a source that
/// was imported; both or neither. What the `record` says counts more than what the source says of
/// itself. Reports on `messages` what was kept and what is proposed.
///
/// # Errors
///
/// As [`run`].
pub fn start(
    id: &Id,
    file: &Path,
    source: Option<&OpenedSource>,
    record: Option<Metadata>,
    messages: &mut dyn Write,
) -> Result<()> {
    refuse_existing(file)?;
    let text_file = file.with_extension("txt");
    let mut starter = Starter { metadata: record.unwrap_or_default(), ..Starter::default() };
    if let Some(source) = source {
        starter.text = Some(match (&source.imported, &source.path) {
            (None, Some(path)) => text_path(path, files::folder(file)),
            _ => TextPath::Below(Text::from(format!("{id}.txt"))),
        });
        let imported = source.imported.as_ref().map(|imported| imported.metadata.clone());
        starter.metadata = starter.metadata.or(imported.unwrap_or_default());
        let known = library::known_parties(files::folder(file));
        from_source::fill(&mut starter, id, &source.text, &known)?;
    }
    let imported = source.and_then(|source| source.imported.as_ref());
    let text = imported.map(|imported| (text_file.as_path(), imported.text.as_str()));
    saving::save(file, &starter::compose(&starter), text)?;
    if let (Some(source), Some(imported)) = (source, imported) {
        writeln!(messages, "{}", account(source, imported, &text_file))?;
    }
    let name = Text::from(file);
    writeln!(messages, "{name}: {}", summary(&starter, source.is_some()))?;
    Ok(())
}

/// Reads the record of a source in CSL-JSON.
fn record(file: &Path, id: &Id) -> Result<Metadata> {
    let name = Text::from(file);
    let bytes = files::read(file, MAX_BYTES).map_err(|unread| anyhow!("{name} {unread}"))?;
    csl_metadata(&bytes, id).map_err(|error| anyhow!("{name} {error}"))
}

/// Refuses a brief that exists, before anything is read.
fn refuse_existing(file: &Path) -> Result<()> {
    if file.symlink_metadata().is_ok() {
        return Err(brief_exists(&Text::from(file)));
    }
    Ok(())
}

/// Says what was kept of a source that was imported, and what was not.
fn account(source: &OpenedSource, imported: &Imported, text_file: &Path) -> String {
    let count = source.text.paragraphs().len();
    let paragraphs = if count == 1 { "paragraph" } else { "paragraphs" };
    let mut said = format!("{}: {count} {paragraphs} of {}", Text::from(text_file), source.name);
    let Account { left_out, remarks } = &imported.account;
    if !left_out.is_empty() {
        said = format!("{said}; left out: {}", left_out.join(", "));
    }
    for remark in remarks {
        said = format!("{said}; {remark}");
    }
    Text::flow(&said).to_string()
}

/// Returns the file to write; its stem is the id of the brief.
fn file(settings: &NewSettings) -> Result<PathBuf> {
    let name = format!("{}.yaml", settings.id);
    let file = match &settings.output {
        None => PathBuf::from(&name),
        Some(folder) if folder.is_dir() => folder.join(&name),
        Some(folder) if is_absent_folder(folder) => return Err(no_folder(folder)),
        Some(file) => file.clone(),
    };
    let fits = file.file_stem().is_some_and(|stem| stem == settings.id.as_str());
    if !fits || !library::is_brief(&file) {
        let file = Text::from(file.as_path());
        bail!(
            "a brief’s file must be named after its id; for `{}`, name it {name}, not {file}",
            settings.id
        );
    }
    Ok(file)
}

/// Whether a path that leads nowhere is meant as a folder: it ends as one does, or has no extension.
fn is_absent_folder(path: &Path) -> bool {
    let ends_as_one = path.to_string_lossy().ends_with(std::path::is_separator);
    (ends_as_one || path.extension().is_none()) && path.symlink_metadata().is_err()
}

/// Returns the path from `folder` to `source`, as a brief may give it.
fn text_path(source: &Path, folder: &Path) -> TextPath {
    let below = || {
        let (source, folder) = (source.canonicalize().ok()?, folder.canonicalize().ok()?);
        let path = source.strip_prefix(folder).ok()?;
        let parts = path.components().map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        });
        let path = parts.collect::<Option<Vec<&str>>>()?.join("/");
        let is_plain =
            *Text::flow(&path) == path && !path.contains('\\') && path.chars().nth(1) != Some(':');
        (is_plain && path != "~" && path != "null").then(|| Text::new(&path))
    };
    let name = || Text::from(Path::new(source.file_name().unwrap_or(source.as_os_str())));
    below().map_or_else(|| TextPath::Elsewhere(name()), TextPath::Below)
}

fn summary(starter: &Starter, has_source: bool) -> String {
    let proposal = &starter.proposal;
    let counts = [
        (proposal.quotes.len(), "quote"),
        (proposal.claims.len(), "claim"),
        (proposal.asks.len(), "ask, commitment or action"),
    ];
    let counted = |(count, name): &(usize, &str)| {
        let plural = name.replacen("ask, commitment or action", "asks, commitments and action", 1);
        if *count == 1 { format!("1 {name}") } else { format!("{count} {plural}s") }
    };
    let found: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(counted).collect();
    match found.as_slice() {
        [] if has_source => {
            "starter brief written; nothing to propose was found in the source".to_owned()
        }
        [] => "starter brief written".to_owned(),
        found => {
            let inferred = proposal.quotes.iter().filter(|quote| quote.item.inferred).count();
            let inferred = match inferred {
                0 => String::new(),
                1 => "; the speaker of 1 quote is inferred".to_owned(),
                many => format!("; the speakers of {many} quotes are inferred"),
            };
            format!("starter brief written with {}{inferred}", found.join(", "))
        }
    }
}
