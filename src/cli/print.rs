//! The command line of `topline print`.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, value_parser};
use topline::commands::print::{self, PrintFormat, PrintSettings};
use topline::commands::{Outcome, output};
use topline::config::Folders;
use topline::page::{Citations, Extent, Pack, Section};
use topline::text::Text;

use super::console::Console;
use super::{Paths, one_of};

/// How briefs are printed.
#[derive(Debug, Default, Args)]
pub struct PrintArgs {
    #[command(flatten)]
    paths: Paths,
    /// Print in this format: plain text, Markdown to paste into another document, a page for a
    /// browser or a mail, a Word file, or JSON for programs [default: the one that the name given
    /// with `-o` ends in, or text]
    #[arg(long, value_name = "FORMAT", value_parser = one_of(PrintFormat::ALL, PrintFormat::word))]
    format: Option<PrintFormat>,
    /// Wrap lines at this many columns, 40 to 200 [default: 72, or the terminal’s width if less]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(40..=200))]
    width: Option<u16>,
    /// Break the text into pages of this many lines, 20 or more, with a header on each page and a
    /// form feed between pages
    #[arg(long, value_name = "LINES", value_parser = value_parser!(u16).range(20..))]
    page_length: Option<u16>,
    /// Replace typographic characters with ASCII
    #[arg(long)]
    ascii: bool,
    /// Write the citations in Markdown and Word as footnotes, or inline as `[A3]`, for example to
    /// paste into an e-mail [default: footnotes]
    #[arg(long, value_name = "HOW", value_parser = one_of(Citations::ALL, Citations::word))]
    citations: Option<Citations>,
    /// Print only page one of each brief: what is acted on, without the annex
    #[arg(long, conflicts_with_all = ["sections", "official"])]
    short: bool,
    #[command(flatten)]
    bundle: BundleArgs,
    /// Print only this section; can be repeated
    #[arg(long = "section", value_name = "NAME", value_parser = Section::from_first_words, long_help = section_help())]
    sections: Vec<Section>,
    /// Print what the briefs say about this person or body, instead of the briefs; not as JSON
    #[arg(long, value_name = "PARTY", conflicts_with_all = ["sections", "no_cross_source"])]
    official: Option<String>,
    /// Leave out the last page, which shows how the briefs are connected
    #[arg(long)]
    no_cross_source: bool,
    #[command(flatten)]
    target: TargetArgs,
}

/// Where the briefs are written.
#[derive(Debug, Default, Args)]
pub struct TargetArgs {
    /// Write to this file, which must not exist yet; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file named with `-o` if it exists, but never a brief, a source or a lock
    #[arg(long, requires = "output")]
    force: bool,
}

impl TargetArgs {
    /// Returns the file to write, unless it is standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| file.as_os_str() != "-")
    }
}

/// Whether the briefs are bundled.
#[derive(Debug, Default, Args)]
pub struct BundleArgs {
    /// Print the briefs as one bundle in pages: cover, contents, across the sources, page one of each,
    /// then the annexes
    #[arg(long, conflicts_with_all = ["sections", "official"])]
    pack: bool,
    /// The title of the pack
    #[arg(long, value_name = "TITLE", requires = "pack")]
    title: Option<String>,
}

fn section_help() -> String {
    let words: Vec<&str> = Section::ALL.iter().map(|section| section.word()).collect();
    format!(
        "Print only this section; can be repeated. The sections are {}. The first words of a name \
         are enough: asks",
        words.join(", ")
    )
}

impl PrintArgs {
    /// Prints these briefs in the usual way.
    pub fn from_paths(paths: Paths) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Replaces typographic characters with ASCII, if that is asked for.
    #[must_use]
    pub fn or_ascii(self, ascii: bool) -> Self {
        Self { ascii: self.ascii || ascii, ..self }
    }

    /// Prints the briefs, to a file if one is named.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let mut settings = self.settings(Console::columns())?;
        let file = self.target.file();
        if settings.format == PrintFormat::Docx && file.is_none() && Console::is_terminal() {
            bail!("a Word file cannot be shown in a terminal; name a file with `-o brief.docx`");
        }
        let user = self.paths.settings();
        let library = if settings.format.shows_sources() {
            self.paths.library_to_show(&user)?
        } else {
            self.paths.library_to_print(&user)?
        };
        settings.official = self.official.as_deref().map(|name| library.party(name)).transpose()?;
        let outcome = console.run(|_, messages| print::announce(&library, messages))?;
        let write = |out: &mut dyn Write| print::write(&library, &settings, out);
        if let Some(file) = file {
            let config = user.folders.as_ref().map(Folders::config_file);
            output::write(file, write, &library, config.as_deref(), self.target.force)?;
        } else {
            Console::stream(write)?;
        }
        Ok(outcome)
    }

    /// Returns the settings asked for, except about whom; `terminal` is the width of the terminal, if they are printed
    /// to one.
    ///
    /// # Errors
    ///
    /// Fails if an option cannot be used with the format.
    fn settings(&self, terminal: Option<usize>) -> Result<PrintSettings, Misplaced> {
        let default = PrintSettings::default();
        if let Some(misplaced) = self.misplaced() {
            return Err(misplaced);
        }
        let narrow = terminal.map_or(default.width, |columns| columns.clamp(40, default.width));
        Ok(PrintSettings {
            format: self.format(),
            width: self.width.map_or(narrow, usize::from),
            page_length: self.page_length.map(usize::from),
            ascii: self.ascii,
            citations: self.citations.unwrap_or_default(),
            extent: self.extent(),
            pack: self.bundle.pack.then(|| self.pack()),
            official: None,
        })
    }

    /// Returns the format asked for, or else the one that the name of the output ends in.
    fn format(&self) -> PrintFormat {
        let ending = self.target.file().and_then(Path::extension).and_then(OsStr::to_str);
        let named = match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("html" | "htm") => PrintFormat::Html,
            Some("docx") => PrintFormat::Docx,
            Some("md" | "markdown") => PrintFormat::Markdown,
            Some("json") => PrintFormat::Json,
            _ => PrintFormat::Text,
        };
        self.format.unwrap_or(named)
    }

    fn extent(&self) -> Extent {
        let across = !self.no_cross_source;
        match self.sections.as_slice() {
            [] if self.short => Extent::PageOne,
            [] => Extent::Full { across },
            sections => {
                let is_wanted = |section: &&Section| across || **section != Section::CrossSource;
                Extent::Sections(sections.iter().filter(is_wanted).copied().collect())
            }
        }
    }

    fn pack(&self) -> Pack {
        Pack {
            title: self
                .bundle
                .title
                .as_deref()
                .map(Text::flow)
                .filter(|title| !title.trim().is_empty()),
            annexes: !self.short,
            across: !self.no_cross_source,
        }
    }

    /// Returns the first option that cannot be used with the format.
    fn misplaced(&self) -> Option<Misplaced> {
        use PrintFormat::{Docx, Html, Json, Markdown, Text};
        let format = self.format();
        let options = [
            ("--width", self.width.is_some(), &[Markdown, Html, Docx, Json][..]),
            ("--page-length", self.page_length.is_some(), &[Markdown, Html, Docx, Json]),
            ("--ascii", self.ascii, &[Json]),
            ("--citations", self.citations.is_some(), &[Text, Html, Json]),
            ("--short", self.short, &[Json]),
            ("--pack", self.bundle.pack, &[Json]),
            ("--section", !self.sections.is_empty(), &[Json]),
            ("--official", self.official.is_some(), &[Json]),
            ("--no-cross-source", self.no_cross_source, &[Json]),
        ];
        let misplaced = |(_, is_given, formats): &(_, bool, &[PrintFormat])| {
            *is_given && formats.contains(&format)
        };
        let (option, ..) = options.into_iter().find(misplaced)?;
        Some(Misplaced { option, format: format.word() })
    }
}

/// An option that cannot be used with a format.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{option}` cannot be used with `--format {format}`")]
pub struct Misplaced {
    option: &'static str,
    format: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_at_72_columns_or_the_terminal_if_that_is_less() {
        let width = |width, terminal| {
            PrintArgs { width, ..PrintArgs::default() }.settings(terminal).unwrap().width
        };
        assert_eq!(width(None, None), 72);
        assert_eq!(width(None, Some(200)), 72);
        assert_eq!(width(None, Some(60)), 60);
        assert_eq!(width(None, Some(20)), 40);
        assert_eq!(width(Some(100), Some(60)), 100);
    }
}
