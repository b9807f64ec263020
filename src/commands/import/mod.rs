//! `topline import`: the plain text of a page or a document, and the starter brief about it.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::Outcome;
use super::new::{OpenedSource, SourceOptions, start};
use crate::brief::{Date, Id};
use crate::files;
use crate::import::{FileKind, ImportOptions};
use crate::text::{bounded, to_ascii};

/// The sources to import, and where to write them.
#[derive(Clone, Debug)]
pub struct ImportSettings {
    /// The files; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// The folder to write into; the current folder if none is named.
    pub folder: Option<PathBuf>,
    /// The id of the brief, if only one file is imported.
    pub id: Option<Id>,
    /// What the files are, if they do not show it.
    pub kind: Option<FileKind>,
    /// Whether everything on a web page is kept.
    pub whole_page: bool,
    /// The web address of the file, if only one is imported.
    pub url: Option<String>,
    /// Today.
    pub today: Date,
}

/// The longest id that is made of a name or a title, in characters.
const LONGEST_ID: usize = 40;

/// Imports each file, and reports on `messages` what was kept of it. A file that cannot be imported
/// does not stop the others.
///
/// # Errors
///
/// Some file was not imported; or options that are for one file are given for several.
pub fn run(
    settings: &ImportSettings,
    stdin: &mut dyn Read,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    let [file] = settings.files.as_slice() else {
        return import_several(settings, stdin, messages);
    };
    import_one(settings, file, stdin, messages)?;
    Ok(Outcome::Yes)
}

fn import_several(
    settings: &ImportSettings,
    stdin: &mut dyn Read,
    messages: &mut dyn Write,
) -> Result<Outcome> {
    if settings.id.is_some() || settings.url.is_some() {
        bail!("`--id` and `--url` are for one file; import the files one by one");
    }
    let mut failed = 0;
    for file in &settings.files {
        if let Err(error) = import_one(settings, file, stdin, messages) {
            failed += 1;
            writeln!(messages, "topline: {}", bounded(&format!("{error:#}")))?;
        }
    }
    match (failed, settings.files.len()) {
        (0, _) => Ok(Outcome::Yes),
        (failed, all) => bail!("{failed} of {all} files were not imported"),
    }
}

fn import_one(
    settings: &ImportSettings,
    file: &Path,
    stdin: &mut dyn Read,
    messages: &mut dyn Write,
) -> Result<()> {
    let brief_of = |id: &Id| settings.folder.clone().unwrap_or_default().join(format!("{id}.yaml"));
    let mut options = SourceOptions {
        import: ImportOptions {
            kind: settings.kind,
            whole_page: settings.whole_page,
            keep_lines: false,
        },
        url: settings.url.clone(),
        today: settings.today,
    };
    let (id, mut opened) = if file == Path::new("-") {
        let opened = OpenedSource::piped(stdin, &options)?;
        let id = settings.id.clone().map_or_else(|| made_id(&opened.title()), Ok)?;
        (id, opened)
    } else {
        let made = || made_id(&file.file_stem().unwrap_or_default().to_string_lossy());
        let id = settings.id.clone().map_or_else(made, Ok);
        let text = id.as_ref().ok().map(|id| brief_of(id).with_extension("txt"));
        options.import.keep_lines = text.is_some_and(|text| files::is_same(file, &text));
        let opened = OpenedSource::imported(file, &options)?;
        (id?, opened)
    };
    let brief = brief_of(&id);
    opened.keep_in_place(&brief.with_extension("txt"));
    start(&id, &brief, Some(&opened), None, messages)
}

/// Makes an id of a file’s name or a title: its letters and digits in ASCII, from the first letter on.
fn made_id(name: &str) -> Result<Id> {
    let plain = to_ascii(name).to_lowercase().replace('\'', "");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut made = String::new();
    for word in words.skip_while(|word| !word.starts_with(|c: char| c.is_ascii_lowercase())) {
        if !made.is_empty() && made.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !made.is_empty() {
            made.push('-');
        }
        made.extend(word.chars().take(LONGEST_ID));
    }
    Id::new(&made)
        .filter(|id| !id.is_reserved())
        .ok_or_else(|| anyhow!("no id can be made of `{}`; name one with `--id`", bounded(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_a_name_as_people_write_it() {
        let id = |name: &str| made_id(name).map(|id| id.to_string()).ok();
        for (name, made) in [
            ("Board warns on unlit ferries", Some("board-warns-on-unlit-ferries")),
            ("2026-02-09 Board’s letter (final)", Some("boards-letter-final")),
            ("Âge d’Or", Some("age-dor")),
            ("a_b.c", Some("a-b-c")),
            ("Source", None),
            ("2026", None),
            ("…", None),
            ("", None),
        ] {
            assert_eq!(id(name).as_deref(), made, "{name}");
        }
        let long = "The board of ports and harbours has warned all of the ferries again";
        assert_eq!(id(long).as_deref(), Some("the-board-of-ports-and-harbours-has"));
        assert_eq!(id(&"x".repeat(90)).unwrap().len(), LONGEST_ID);
    }
}
