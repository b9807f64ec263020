//! The command line of `topline read`.

use std::io::{self, IsTerminal};

use anyhow::{Context, Result, bail};
use clap::Args;
use supports_hyperlinks::Stream;
use topline::commands::read::{self, ReadSettings};
use topline::commands::{Outcome, open};
use topline::config::Settings;
use topline::reader::keys::{Key, KeyError};
use topline::reader::target::Target;
use topline::reader::terminal;
use topline::reader::theme::Depth;
use topline::reader::view::snapshot::FrameFormat;

use super::console::{Console, report_all};
use super::{Paths, one_of};

/// The most columns, and the most rows, that a frame may have.
const LARGEST: u16 = 1000;

/// What to read, and how.
#[derive(Debug, Default, Args)]
pub struct ReadArgs {
    /// What to read
    #[command(flatten)]
    paths: Paths,
    /// Open at this brief, or at this item in it
    #[arg(long, value_name = "BRIEF[/ID]")]
    at: Option<Target>,
    /// Press these keys first, in Vim notation: jj<enter>
    #[arg(long, value_name = "KEYS", requires = "snapshot", value_parser = keys, default_value = "", hide_default_value = true)]
    keys: Keys,
    /// Draw one frame of this size and exit
    #[arg(long, value_name = "COLSxROWS", value_parser = size)]
    snapshot: Option<(u16, u16)>,
    /// Use this theme: terminal, light, dark, mono, or own (the palette in the config file)
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Use the mouse to select, follow and scroll, instead of leaving it to the terminal
    #[arg(long)]
    mouse: bool,
    /// Show only ASCII characters; the default if the locale is not UTF-8
    #[arg(long)]
    ascii: bool,
    /// Do not make web addresses links that the terminal can open
    #[arg(long)]
    no_links: bool,
    /// Draw the frame in this format
    #[arg(long = "as", value_name = "FORMAT", requires = "snapshot", value_parser = one_of(FrameFormat::ALL, FrameFormat::word), default_value = "text")]
    form: FrameFormat,
}

impl ReadArgs {
    /// Reads these briefs in the usual way.
    pub fn from_paths(paths: Paths) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Shows only ASCII characters, if that is asked for.
    #[must_use]
    pub fn or_ascii(self, ascii: bool) -> Self {
        Self { ascii: self.ascii || ascii, ..self }
    }

    /// Opens the reader, or draws one frame of it.
    pub fn run(self, console: &mut Console) -> Result<Outcome> {
        let snapshot = self.snapshot.map(|size| (size, self.keys.0.clone(), self.form));
        let settings = self.settings(console)?;
        match snapshot {
            Some((size, keys, form)) => {
                read::snapshot(&settings, size, &keys, form, &mut console.out)?;
            }
            None if io::stdout().is_terminal() => {
                read::run(&settings).context("cannot use the terminal")?;
            }
            None => bail!("the reader needs a terminal; `topline print` prints the briefs as text"),
        }
        Ok(Outcome::Yes)
    }

    /// Returns the settings asked for. Reports what is wrong with the user’s theme and keys.
    ///
    /// # Errors
    ///
    /// Fails if no theme has the name that is asked for, and if no brief is found.
    fn settings(self, console: &Console) -> Result<ReadSettings> {
        let (paths, user) = (&self.paths.paths, self.paths.settings());
        let (themes, faults) = read::themes(&user, self.theme.as_deref(), self.depth(console))?;
        let (keymap, in_keys) = read::keymap(&user);
        let mut faults = [faults, in_keys].concat();
        let origins = open::briefs(paths, &user, &mut |notice| faults.push(notice.clone()))?;
        report_all(&faults);
        let places = open::places(paths, &user);
        Ok(ReadSettings {
            cache: open::cache(&places, &origins, &user),
            origins,
            paths: places,
            sources: self.paths.sources(&user),
            at: self.at,
            themes,
            ascii: self.ascii || self.snapshot.is_none() && terminal::is_ascii(),
            links: self.snapshot.is_none() && !self.no_links && takes_links(&user),
            mouse: self.mouse,
            keymap,
            faults,
            state: user.folders.map(|folders| folders.state),
        })
    }

    /// Returns how many colours may be shown: all in a picture, otherwise as many as the terminal
    /// has.
    fn depth(&self, console: &Console) -> Depth {
        match self.snapshot {
            Some(_) if console.picture_colour => Depth::True,
            None if console.colour => terminal::depth(),
            _ => Depth::None,
        }
    }
}

/// Returns whether the terminal is to have links: as the config file says, or if the terminal is known
/// to take them.
fn takes_links(user: &Settings) -> bool {
    user.config.links.unwrap_or_else(|| supports_hyperlinks::on(Stream::Stdout))
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
        .ok_or_else(|| format!("expected columns and rows up to {LARGEST}, such as `120x36`"))
}
