//! The command line of `topline asks`.

use anyhow::Result;
use clap::Args;
use topline::brief::{AskKind, Date, Status, date_in_any_form};
use topline::commands::Outcome;
use topline::commands::asks::{self, AsksFormat, AsksSettings};
use topline::library::Library;
use topline::library::register::{Filter, Sort};
use topline::text::{Case, Needle};

use super::console::Console;
use super::{Paths, one_of};

/// Which asks, commitments and actions, and how.
#[derive(Debug, Args)]
pub struct AsksArgs {
    #[command(flatten)]
    paths: Paths,
    /// List only what this person or body asks, promises or does; can be repeated
    #[arg(long, value_name = "PARTY")]
    by: Vec<String>,
    /// List only items addressed to this person or body, to `everyone` or to `unstated`; can be
    /// repeated
    #[arg(long, value_name = "PARTY")]
    to: Vec<String>,
    /// List only items by this person or body, or addressed to them
    #[arg(long, value_name = "PARTY")]
    official: Option<String>,
    /// List only this kind; can be repeated
    #[arg(long = "kind", value_name = "KIND", value_parser = one_of(AskKind::ALL, AskKind::word))]
    kinds: Vec<AskKind>,
    /// List only items with this status; can be repeated
    #[arg(long = "status", value_name = "STATUS", value_parser = one_of(Status::ALL, Status::word))]
    statuses: Vec<Status>,
    /// List only items that name an Act, power, code or fund containing these words
    #[arg(long, value_name = "WORDS", value_parser = needle)]
    instrument: Option<Needle>,
    /// List only items of briefs with this topic; can be repeated
    #[arg(long = "topic", value_name = "TOPIC")]
    topics: Vec<String>,
    /// List only items of briefs dated on or after this date; of a month or a year, its first day
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    /// List only items of briefs dated on or before this date; of a month or a year, its last day
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
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
        let library = self.paths.library_to_print(&self.paths.settings())?;
        let settings = AsksSettings {
            sort: self.sort,
            format: self.format,
            width: Console::report_width(),
            bom: self.bom,
            today: Date::today(),
            filter: self.filter(&library)?,
        };
        console.run(|out, messages| asks::run(&library, &settings, out, messages))
    }

    /// Returns the filter asked for, with the ids of those in `library` whom it names.
    fn filter(self, library: &Library) -> Result<Filter> {
        let by = self.by.iter().map(|name| library.party(name)).collect::<Result<_, _>>()?;
        let to = self.to.iter().map(|name| library.addressee(name)).collect::<Result<_, _>>()?;
        let topics =
            self.topics.iter().map(|name| library.topic(name)).collect::<Result<_, _>>()?;
        Ok(Filter {
            by,
            to,
            official: self.official.as_deref().map(|name| library.party(name)).transpose()?,
            kinds: self.kinds,
            statuses: self.statuses,
            instrument: self.instrument,
            topics,
            since: self.since,
            until: self.until,
            due_by: self.due_by,
            past_due: self.past_due,
            unanswered: self.unanswered,
        })
    }
}

fn needle(words: &str) -> Result<Needle, &'static str> {
    Needle::new(words, Case::Folded).ok_or("expected at least one word")
}

fn date(word: &str) -> Result<Date, &'static str> {
    date_in_any_form(word).ok_or(
        "expected a year, a month or a day that exists, such as `2026`, `2026-06` or `2026-06-30`",
    )
}
