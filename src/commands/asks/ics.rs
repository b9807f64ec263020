//! What is due, as a calendar (RFC 5545).
//!
//! Each entry is an event of one day, because few calendars import tasks: the last day of what the
//! source gives, as a month is over on its last day. Nothing in it depends on when it is written.

use std::fmt;
use std::io::{self, Write};

use icalendar::{Calendar, Component, Event, Property};

use crate::brief::{Brief, Date, Due, Status};
use crate::library::register::RegisterRow;
use crate::page::{Span, items};
use crate::text::Text;

/// Names the program that wrote the calendar.
const PRODUCT: &str = "-//topline//asks//EN";

/// Writes the rows that have a date and are not over. Returns how many were left out.
pub fn write(rows: &[RegisterRow<'_>], out: &mut dyn Write) -> io::Result<LeftOut> {
    let mut left_out = LeftOut::default();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", PRODUCT));
    for row in rows {
        match row.ask.due.as_ref().and_then(Due::date) {
            _ if is_over(row) => left_out.over += 1,
            None => left_out.undated += 1,
            Some(due) => {
                calendar.push(event(row, due));
            }
        }
    }
    // A calendar without entries is not a valid one.
    if left_out.over + left_out.undated < rows.len() {
        out.write_all(folded(&calendar.to_string()).as_bytes())?;
    }
    Ok(left_out)
}

/// The lines of a calendar with at most 75 bytes each, as RFC 5545, 3.1 has it. `icalendar` leaves
/// out of its count the space that a folded line begins with.
fn folded(calendar: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if c != '\r' && c != '\n' && length + c.len_utf8() > LONGEST {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
    }
    folded
}

/// The rows that have no place in a calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// How many have no date.
    pub undated: usize,
    /// How many are done, rejected or lapsed.
    pub over: usize,
}

/// `2 items without a date and 1 that is over`.
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items = |count| if count == 1 { "1 item".to_owned() } else { format!("{count} items") };
        match (self.undated, self.over) {
            (undated, 0) => write!(f, "{} without a date", items(undated)),
            (0, over) => write!(f, "{} done, rejected or lapsed", items(over)),
            (undated, over) => {
                write!(f, "{} without a date and {over} done, rejected or lapsed", items(undated))
            }
        }
    }
}

fn is_over(row: &RegisterRow<'_>) -> bool {
    matches!(row.ask.status, Some(Status::Done | Status::Rejected | Status::Lapsed))
}

fn event(row: &RegisterRow<'_>, due: Date) -> Event {
    let stamp = format!("{}T000000Z", day(written(row.brief, due)));
    let mut day = Property::new("DTSTART", day(due));
    day.add_parameter("VALUE", "DATE");
    let mut event = Event::new();
    event
        .uid(&format!("{}@topline", row.anchor()))
        .append_property(("DTSTAMP", stamp.as_str()))
        .append_property(day)
        .append_property(("TRANSP", "TRANSPARENT"))
        .summary(&summary(row, due))
        .description(&description(row, due));
    if let Some(url) =
        row.brief.source.url.as_ref().filter(|url| !url.contains(char::is_whitespace))
    {
        event.append_property(("URL", url.as_str()));
    }
    event.done()
}

/// Returns when the entry was last revised: when the brief was prepared, or else when its source came out
/// or was read.
fn written(brief: &Brief, due: Date) -> Date {
    brief.prepared.or(brief.source.issued).or(brief.source.accessed).unwrap_or(due)
}

fn day(date: Date) -> String {
    date.last_day().strftime("%Y%m%d").to_string()
}

/// Says who is to do what. A date without a day is said, because the calendar shows one.
fn summary(row: &RegisterRow<'_>, due: Date) -> String {
    let parties = text(&items::parties(row.brief, row.ask));
    let when = if has_day(due) { String::new() } else { format!(" (by {due})") };
    format!("{parties}: {}{when}", row.ask.action)
}

fn has_day(date: Date) -> bool {
    date.iso().len() == "2026-02-09".len()
}

/// Says on lines of their own how the brief is to be handled, what the entry is, and where it comes from.
fn description(row: &RegisterRow<'_>, due: Date) -> String {
    let (brief, ask) = (row.brief, row.ask);
    let paragraphs: String = row.paragraphs().iter().map(|number| format!(" ¶{number}")).collect();
    let instrument = ask.instrument.as_ref().map(|act| format!("Under: {}", items::sentence(act)));
    let status = ask.status.map(items::status_sentence).map(str::to_owned);
    let inferred = ask.inferred.then(|| "Attribution inferred.".to_owned());
    let lines = [
        brief.marking.as_ref().map(ToString::to_string),
        Some(format!("{}, due {due}.", items::capitalised(ask.kind.word()))),
        instrument,
        status,
        inferred,
        Some(format!("Brief: {}{paragraphs}", row.anchor())),
        Some(format!("Source: {}, {}", brief.source.title, text(&items::source(&brief.source)))),
        brief.source.url.as_ref().map(ToString::to_string),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn text(spans: &[Span]) -> Text {
    spans.iter().map(|span| span.text.as_str()).collect::<String>().into()
}
