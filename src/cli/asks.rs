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
    /// List only what this person or body asks, promises or does; can be repeated
    #[arg(long, value_name = "ID", value_parser = id)]
    by: Vec<Id>,
    /// List only items addressed to this person or body, to `everyone` or to `unstated`; can be
    /// repeated
    #[arg(long, value_name = "ID", value_parser = addressee)]
    to: Vec<Addressee>,
    /// List only items by this person or body, or addressed to them
    #[arg(long, value_name = "ID", value_parser = id)]
    official: Option<Id>,
    /// List only this kind; can be repeated
    #[arg(long = "kind", value_name = "KIND", value_parser = one_of(AskKind::ALL, AskKind::word))]
    kinds: Vec<AskKind>,
    /// List only items with this status; can be repeated
    #[arg(long = "status", value_name = "STATUS", value_parser = one_of(Status::ALL, Status::word))]
    statuses: Vec<Status>,
    /// List only items that name an Act, power, code or fund containing these words
    #[arg(long, value_name = "WORDS", value_parser = needle)]
    instrument: Option<Needle>,
    /// List only items due by the end of this date: 2026, 2026-06 or 2026-06-30
    #[arg(long, value_name = "DATE", value_parser = date)]
    due_by: Option<Date>,
    /// List only items due before today that are neither closed nor answered
    #[arg(long)]
    past_due: bool,
    /// List only open asks that have no answer
    #[arg(long)]
    unanswered: bool,
    /// Sort by this column
    #[arg(long, value_name = "COLUMN", value_parser = one_of(Sort::ALL, Sort::word), default_value = "source")]
    sort: Sort,
    /// Write in this format: a table, the same table in Markdown, CSV for spreadsheets, what is due as a
    /// calendar (ics), or JSON for programs
    #[arg(long, value_name = "FORMAT", value_parser = one_of(AsksFormat::ALL, AsksFormat::word), default_value = "table")]
    format: AsksFormat,
    /// Start CSV with a byte order mark, so that Excel reads UTF-8
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

    /// Returns the settings asked for, in a table of at most `width` columns, on the day `today`.
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
    Needle::new(words, Case::Folded).ok_or("expected at least one word")
}

fn date(word: &str) -> Result<Date, &'static str> {
    Date::parse(word).ok_or(
        "expected a year, a month or a day that exists, such as `2026`, `2026-06` or `2026-06-30`",
    )
}
