//! The command line of `topline find`.

use anyhow::Result;
use clap::Args;
use topline::brief::Id;
use topline::commands::Outcome;
use topline::commands::find::{self, FindFormat, FindSettings};
use topline::library::search::{Query, TextKind};

use super::console::Console;
use super::{Paths, one_of};

/// The query, and where to search.
#[derive(Debug, Args)]
pub struct FindArgs {
    /// Words that one item must all have; "a phrase"; -word to exclude a word; by:name and other fields
    ///
    /// A word may be in the item’s text, in the name, post or body of who says it or whom it is to,
    /// or in the title, publisher, topics, date or id of its brief. If all words are the brief’s, the
    /// brief is found. Paragraphs of the sources come last.
    ///
    /// by:hale, to:ofcom, topic:housing, since:2026-03, until:2026-06 and in:quotes narrow the
    /// search; quote a name of several words: by:"Morag Hale".
    ///
    /// Words match inside longer words. Accents and the style of quotation marks and dashes are
    /// ignored. Case matters only if the query has an upper-case letter. Put -- before a query
    /// that starts with a hyphen.
    #[arg(value_name = "QUERY")]
    query: String,
    #[command(flatten)]
    paths: Paths,
    /// Search only these parts of a brief, separated by commas: claims,quotes
    #[arg(long = "in", value_name = "PART", value_delimiter = ',', value_parser = one_of(TextKind::ALL, TextKind::word))]
    kinds: Vec<TextKind>,
    /// Find only what this person or body says, is told, asks or is asked, and what names them
    #[arg(long, value_name = "PARTY")]
    official: Option<String>,
    /// Write in this format: a line for each matching text, or JSON for programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(FindFormat::ALL, FindFormat::word), default_value = "text")]
    format: FindFormat,
}

impl FindArgs {
    /// Finds the words.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let user = self.paths.settings();
        let library = match &self.official {
            // A name is known only of all briefs together.
            Some(_) => self.paths.library(&user)?,
            None => self.paths.library_for(&Query::parse(&self.query), &user)?,
        };
        let official = self.official.as_deref().map(|name| library.party(name)).transpose()?;
        let settings = self.settings(official, console.colour);
        console.run(|out, messages| find::run(&library, &settings, out, messages))
    }

    /// Returns the settings asked for, about this person or body, in colour or not.
    fn settings(self, official: Option<Id>, colour: bool) -> FindSettings {
        FindSettings { query: self.query, kinds: self.kinds, official, format: self.format, colour }
    }
}
