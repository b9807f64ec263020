//! The command line of `topline asks`.

use anyhow::Result;
use clap::Args;
use topline::brief::{Addressee, AskKind, Date, Id, Status};
use topline::commands::asks::{self, AsksFormat, AsksSettings};
use topline::commands::{Outcome, open};
use topline::library::register::{Filter, Sort};
use topline::text::{Case, Needle};

use super::console::{Console, user_settings};
use super::{Paths, id, one_of};

/// Which asks, commitments and actions, and how.
#[derive(Debug, Args)]
pub struct AsksArgs {
    #[command(flatten)]
    paths: Paths,
    /// Only what this person or body asks, promises or does; may be given several times
    #[arg(long, value_name = "ID", value_parser = id)]
    by: Vec<Id>,
    /// Only what is asked of this person or body, or of unstated or everyone; may be given several
    /// times
    #[arg(long, value_name = "ID", value_parser = addressee)]
    to: Vec<Addressee>,
    /// Only what this person or body asks, promises or does, or is asked
    #[arg(long, value_name = "ID", value_parser = id)]
    official: Option<Id>,
    /// Only this kind; may be given several times
    #[arg(long = "kind", value_name = "KIND", value_parser = one_of(AskKind::ALL, AskKind::word))]
    kinds: Vec<AskKind>,
    /// Only what has come this far; may be given several times
    #[arg(long = "status", value_name = "STATUS", value_parser = one_of(Status::ALL, Status::word))]
    statuses: Vec<Status>,
    /// Only what names an Act, power, code or fund with these words in it
    #[arg(long, value_name = "WORDS", value_parser = needle)]
    instrument: Option<Needle>,
    /// Only what is due by the end of this date: 2026, 2026-06, 2026-06-30
    #[arg(long, value_name = "DATE", value_parser = date)]
    due_by: Option<Date>,
    /// Only what was due before today and is neither over nor answered
    #[arg(long)]
    past_due: bool,
    /// Only open asks that nothing answers
    #[arg(long)]
    unanswered: bool,
    /// What to sort by
    #[arg(long, value_name = "COLUMN", value_parser = one_of(Sort::ALL, Sort::word), default_value = "source")]
    sort: Sort,
    /// What to write: a table for people, the same in Markdown, CSV for spreadsheets, or JSON for
    /// programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(AsksFormat::ALL, AsksFormat::word), default_value = "table")]
    format: AsksFormat,
    /// Begin CSV with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,
}

impl AsksArgs {
    /// Lists the asks.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let library = open::library(&self.paths.paths, &[], &user_settings())?;
        let settings = self.settings(Console::report_width(), Date::today());
        console.run(|out, messages| asks::run(&library, &settings, out, messages))
    }

    /// What is asked for, in a table of at most `width` columns, on the day `today`.
    fn settings(self, width: usize, today: Date) -> AsksSettings {
        let filter = Filter {
            by: self.by,
            to: self.to,
            official: self.official,
            kinds: self.kinds,
            statuses: self.statuses,
            instrument: self.instrument,
            due_by: self.due_by,
            past_due: self.past_due,
            unanswered: self.unanswered,
        };
        AsksSettings { filter, sort: self.sort, format: self.format, width, bom: self.bom, today }
    }
}

fn addressee(word: &str) -> Result<Addressee, String> {
    match word {
        "unstated" => Ok(Addressee::Unstated),
        "everyone" => Ok(Addressee::Everyone),
        word => id(word).map(Addressee::Party),
    }
}

fn needle(words: &str) -> Result<Needle, &'static str> {
    Needle::new(words, Case::Folded).ok_or("expected a word")
}

fn date(word: &str) -> Result<Date, &'static str> {
    Date::parse(word)
        .ok_or("expected a year, a month or a day that exists: 2026, 2026-06, 2026-06-30")
}
