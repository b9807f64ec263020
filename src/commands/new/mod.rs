//! `topline new`: a starter brief, with the quotations of its source proposed.

mod from_source;
mod source_section;
mod starter;

use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use self::source_section::TextPath;
use self::starter::Starter;
use super::Outcome;
use crate::brief::Id;
use crate::files;
use crate::library;
use crate::text::Text;

/// The brief to start, and where to write it.
#[derive(Clone, Debug)]
pub struct NewSettings {
    /// The id of the brief.
    pub id: Id,
    /// The saved text of its source.
    pub source: Option<PathBuf>,
    /// The file to write, or the folder to write it into; the current folder if none is named.
    pub output: Option<PathBuf>,
}

/// Writes the starter brief, and reports on `messages` where it is and what it proposes.
///
/// # Errors
///
/// Returns an error if the file exists, if its name is not that of the brief, or if the source
/// cannot be read, or if the file cannot be written.
pub fn run(settings: &NewSettings, messages: &mut dyn Write) -> Result<Outcome> {
    let file = file(settings)?;
    let name = Text::from(file.as_path());
    if file.symlink_metadata().is_ok() {
        return Err(exists(&name));
    }
    let mut starter = Starter::default();
    if let Some(source) = &settings.source {
        let shown = Text::from(source.as_path());
        let text =
            library::read_text(source).map_err(|reason| anyhow!("the source {shown} {reason}"))?;
        starter.text = Some(text_path(source, files::folder(&file)));
        from_source::fill(&mut starter, &settings.id, &text)?;
    }
    files::create(&file, starter::compose(&starter).as_bytes()).map_err(|error| {
        match error.kind() {
            ErrorKind::AlreadyExists => exists(&name),
            _ => anyhow::Error::from(error).context(format!("{name} cannot be written")),
        }
    })?;
    writeln!(messages, "{name}: {}", summary(&starter, settings.source.is_some()))?;
    Ok(Outcome::Yes)
}

fn exists(name: &Text) -> anyhow::Error {
    anyhow!("{name} already exists; choose another id, or another place with `-o`")
}

/// Returns the file to write; its stem is the id of the brief.
fn file(settings: &NewSettings) -> Result<PathBuf> {
    let name = format!("{}.yaml", settings.id);
    let file = match &settings.output {
        None => PathBuf::from(&name),
        Some(folder) if folder.is_dir() => folder.join(&name),
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
    let inferred = starter.quotes.iter().filter(|quote| quote.quotation.inferred).count();
    match starter.quotes.len() {
        0 if has_source => "starter brief written; no quotations found in the source".to_owned(),
        0 => "starter brief written".to_owned(),
        1 => format!(
            "starter brief written with 1 quotation{}",
            if inferred == 1 { ", its speaker inferred" } else { "" }
        ),
        all => format!(
            "starter brief written with {all} quotations, {inferred} with an inferred speaker"
        ),
    }
}
