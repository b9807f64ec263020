//! The command line of `topline print`.

use std::path::PathBuf;

use clap::{Args, value_parser};
use topline::commands::print::PrintSettings;
use topline::page::Section;

use super::Paths;

/// How briefs are printed.
#[derive(Debug, Default, Args)]
pub struct PrintArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// The columns of a line, 40 to 200 [default: 72, or the terminal's where that is less]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(40..=200))]
    width: Option<u16>,
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
    pub fn settings(&self, terminal: Option<usize>) -> PrintSettings {
        let default = PrintSettings::default();
        let narrow = terminal.map_or(default.width, |columns| columns.clamp(40, default.width));
        PrintSettings {
            width: self.width.map_or(narrow, usize::from),
            ascii: self.ascii,
            sections: if self.sections.is_empty() { default.sections } else { self.sections.clone() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_at_72_columns_or_the_terminal_if_that_is_less() {
        let width = |width, terminal| PrintArgs { width, ..PrintArgs::default() }.settings(terminal).width;
        assert_eq!(width(None, None), 72);
        assert_eq!(width(None, Some(200)), 72);
        assert_eq!(width(None, Some(60)), 60);
        assert_eq!(width(None, Some(20)), 40);
        assert_eq!(width(Some(100), Some(60)), 100);
    }
}
