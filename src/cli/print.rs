//! The command line of `topline print`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, value_parser};
use topline::commands::print::{PrintFormat, PrintSettings};
use topline::page::Section;

use super::Paths;

/// How briefs are printed.
#[derive(Debug, Default, Args)]
pub struct PrintArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// What to print: plain text, or Markdown for pasting into another document
    #[arg(long, value_name = "FORMAT", value_parser = format(), default_value = "text")]
    format: PrintFormat,
    /// The columns of a line, 40 to 200 [default: 72, or the terminal's where that is less]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(40..=200))]
    width: Option<u16>,
    /// Cut the text into pages of so many lines, 20 or more, with a head on each and a form feed between
    #[arg(long, value_name = "LINES", value_parser = value_parser!(u16).range(20..))]
    page_length: Option<u16>,
    /// Spell typographic characters in ASCII
    #[arg(long)]
    ascii: bool,
    /// Print only this section; may be given several times
    #[arg(long = "section", value_name = "NAME", long_help = section_help())]
    sections: Vec<Section>,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn section_help() -> String {
    let names: Vec<String> = Section::ALL.iter().map(|section| section.name()).collect();
    format!(
        "Print only this section; may be given several times. The sections are {}. The first words of a name \
         will do: asks",
        names.join(", ")
    )
}

impl PrintArgs {
    /// Prints these briefs in the usual way.
    pub fn of(paths: Paths) -> Self {
        Self { paths, ..Self::default() }
    }

    /// What is asked for; `terminal` is the width of the terminal that it is printed to, if it is.
    ///
    /// # Errors
    ///
    /// Fails where an option has no meaning in the format.
    pub fn settings(&self, terminal: Option<usize>) -> Result<PrintSettings, Misplaced> {
        let default = PrintSettings::default();
        let of_text = [("--width", self.width.is_some()), ("--page-length", self.page_length.is_some())];
        if self.format != PrintFormat::Text
            && let Some((option, _)) = of_text.into_iter().find(|(_, given)| *given)
        {
            return Err(Misplaced { option, format: self.format.name() });
        }
        let narrow = terminal.map_or(default.width, |columns| columns.clamp(40, default.width));
        Ok(PrintSettings {
            format: self.format,
            width: self.width.map_or(narrow, usize::from),
            page_length: self.page_length.map(usize::from),
            ascii: self.ascii,
            sections: if self.sections.is_empty() { default.sections } else { self.sections.clone() },
        })
    }
}

/// An option that has no meaning in a format.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{option} has no meaning with --format {format}")]
pub struct Misplaced {
    option: &'static str,
    format: &'static str,
}

fn format() -> impl TypedValueParser<Value = PrintFormat> {
    PossibleValuesParser::new(PrintFormat::ALL.map(PrintFormat::name)).try_map(|name| {
        PrintFormat::ALL.into_iter().find(|format| format.name() == name).ok_or("no such format")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_at_72_columns_or_the_terminal_if_that_is_less() {
        let width =
            |width, terminal| PrintArgs { width, ..PrintArgs::default() }.settings(terminal).unwrap().width;
        assert_eq!(width(None, None), 72);
        assert_eq!(width(None, Some(200)), 72);
        assert_eq!(width(None, Some(60)), 60);
        assert_eq!(width(None, Some(20)), 40);
        assert_eq!(width(Some(100), Some(60)), 100);
    }
}
