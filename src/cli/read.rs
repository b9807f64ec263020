//! The command line of `topline read`.

use clap::Args;
use topline::reader::keys::{Key, KeyError};
use topline::reader::target::Target;

use super::Paths;

/// What to read, and how.
#[derive(Debug, Default, Args)]
pub struct ReadArgs {
    /// What to read
    #[command(flatten)]
    pub paths: Paths,
    /// Open at this brief, or at this item of it
    #[arg(long, value_name = "BRIEF[/ID]")]
    pub at: Option<Target>,
    /// Press these keys first, written as in vim: jj<enter>
    #[arg(long, value_name = "KEYS", requires = "snapshot", value_parser = keys)]
    pub keys: Option<Keys>,
    /// Draw one frame of this size as text, and end
    #[arg(long, value_name = "COLSxROWS", value_parser = size)]
    pub snapshot: Option<(u16, u16)>,
}

/// Keys to press, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Keys(pub Vec<Key>);

fn keys(text: &str) -> Result<Keys, KeyError> {
    Key::parse_all(text).map(Keys)
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let numbers =
        text.split_once('x').and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)));
    numbers.ok_or_else(|| "expected columns and rows, such as 120x36".to_owned())
}
