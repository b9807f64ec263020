//! The command line of `topline read`.

use clap::Args;
use topline::reader::keys::{Key, KeyError};
use topline::reader::target::Target;
use topline::reader::view::snapshot::Form;

use super::{Paths, one_of};

/// The most columns, and the most rows, that a frame may have.
const LARGEST: u16 = 1000;

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
    #[arg(long, value_name = "KEYS", requires = "snapshot", value_parser = keys, default_value = "", hide_default_value = true)]
    pub keys: Keys,
    /// Draw one frame of this size, and end
    #[arg(long, value_name = "COLSxROWS", value_parser = size)]
    pub snapshot: Option<(u16, u16)>,
    /// Show this theme: terminal, light, dark, mono, or own, which the palette of the config file makes
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Select, follow and scroll with the mouse, which is the terminal's otherwise
    #[arg(long)]
    pub mouse: bool,
    /// Show only characters of ASCII, which is the way where the locale is not UTF-8
    #[arg(long)]
    pub ascii: bool,
    /// What to draw the frame as
    #[arg(long = "as", value_name = "FORMAT", requires = "snapshot", value_parser = one_of(Form::ALL, Form::word), default_value = "text")]
    pub form: Form,
}

impl ReadArgs {
    /// Reads these briefs in the usual way.
    pub fn from_paths(paths: Paths) -> Self {
        Self { paths, ..Self::default() }
    }
}

/// Keys to press, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Keys(pub Vec<Key>);

fn keys(text: &str) -> Result<Keys, KeyError> {
    Key::parse_all(text).map(Keys)
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let number = |digits: &str| digits.parse().ok().filter(|number| *number <= LARGEST);
    text.split_once('x')
        .and_then(|(columns, rows)| Some((number(columns)?, number(rows)?)))
        .ok_or_else(|| format!("expected columns and rows up to {LARGEST}, such as 120x36"))
}
