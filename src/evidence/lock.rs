//! The lock: what was in its source on a day, for those who may not have the source.
//!
//! Press cuttings are licensed, so briefs are often shared without their texts. `topline.lock` says
//! of each brief that its quotations were verified, against which text and when. It guards against
//! drift: a quote that was changed since, a text that is another one. It does not guard against a
//! forger: whoever can write the brief can write the lock.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::source::SourceText;
use super::source::digest::sha256;
use super::source::words::{TokenKind, Tokens};
use crate::brief::{self, Brief, Date, Id, Problem, Quote, Rule, Words};
use crate::files::{self, UnreadFile};
use crate::text::{Text, bounded};

/// The version of the format; raised when an older program would misread it.
const VERSION: u32 = 1;

/// A lock may be at most this large.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How long a lock waits for other runs of topline that change it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The name of the file, beside the briefs.
pub const LOCK_FILE: &str = "topline.lock";

/// What was verified of every brief in a folder, by the brief's id.
///
/// As a file it is JSON: an object with `version` and `briefs`, keys in alphabetical order, two
/// spaces of indent, one newline at the end. The same lock is the same bytes on every machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    version: u32,
    briefs: BTreeMap<String, Locked>,
}

/// What was verified of one brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locked {
    /// The SHA-256 of the source's text as it was saved, in hexadecimal.
    source: String,
    /// The day.
    verified: String,
    /// The SHA-256 of each quote, normalised, by its id.
    quotes: BTreeMap<String, String>,
}

/// Why a lock was not read or not written.
#[derive(Debug, Error)]
pub enum LockError {
    /// The file could not be read.
    #[error("{path} {unread}", path = Text::from(path.as_path()))]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why, in words that follow its name.
        unread: UnreadFile,
    },
    /// The file could not be written.
    #[error("{path} cannot be written: {error}", path = Text::from(path.as_path()))]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is a link that leads out of its folder, and is not followed.
    #[error("{path} is a link to another folder, which is not followed: copy the lock itself here", path = Text::from(path.as_path()))]
    Elsewhere {
        /// The link.
        path: PathBuf,
    },
    /// The file is no lock.
    #[error("{path} is not a lock that topline can read ({reason}): delete it and lock again", path = Text::from(path.as_path()))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What was expected.
        reason: String,
    },
    /// The file was written by a newer topline. It is left as it is.
    #[error("{path} is a version {version} lock, but this topline reads up to version {VERSION}: update topline", path = Text::from(path.as_path()))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
}

impl Default for Lock {
    fn default() -> Self {
        Self { version: VERSION, briefs: BTreeMap::new() }
    }
}

impl Lock {
    /// Reads a lock from its bytes. `path` is only for the error.
    ///
    /// # Errors
    ///
    /// The bytes are no lock, or one of a newer version.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, LockError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let unreadable = |error: serde_json::Error| LockError::Unreadable {
            path: path.into(),
            reason: bounded(&error.to_string()).to_string(),
        };
        let Version { version } = serde_json::from_slice(bytes).map_err(unreadable)?;
        if version > VERSION {
            return Err(LockError::Newer { path: path.into(), version });
        }
        serde_json::from_slice(bytes).map_err(unreadable)
    }

    /// Reads the lock in the file at `path`; [`None`] if there is none.
    ///
    /// # Errors
    ///
    /// The file cannot be read, leads out of its folder, is no lock or is one of a newer version.
    pub fn read(path: &Path) -> Result<Option<Self>, LockError> {
        if leads_elsewhere(path) {
            return Err(LockError::Elsewhere { path: path.into() });
        }
        match files::read(path, MAX_BYTES) {
            Ok(bytes) => Self::parse(&bytes, path).map(Some),
            Err(UnreadFile::Absent) => Ok(None),
            Err(unread) => Err(LockError::Unread { path: path.into(), unread }),
        }
    }

    /// What is locked of the brief `id`.
    pub fn get(&self, id: &Id) -> Option<&Locked> {
        self.briefs.get(id.as_str())
    }

    /// Locks the brief `id`.
    pub fn set(&mut self, id: &Id, locked: Locked) {
        self.briefs.insert(id.to_string(), locked);
    }

    /// Takes out every brief that `keep` does not want.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.briefs.retain(|id, _| keep(id));
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Changes the lock in the file at `path`, as it is now, while no other run of topline can. A lock
    /// that `change` leaves as it was is not written.
    ///
    /// # Errors
    ///
    /// What is there is no lock or one of a newer version, and is left as it is; it is held by others;
    /// or it cannot be written.
    pub fn update(path: &Path, change: impl FnOnce(&mut Self)) -> Result<(), LockError> {
        let unwritten = |error| LockError::Unwritten { path: path.into(), error };
        let _held = files::hold_folder(files::folder(path), PATIENCE).map_err(unwritten)?;
        files::sweep(path);
        let old = Self::read(path)?.unwrap_or_default();
        let mut lock = old.clone();
        change(&mut lock);
        if lock == old {
            return Ok(());
        }
        files::replace(path, &lock.to_bytes()).map_err(unwritten)
    }
}

/// Returns whether the file at `path` is a link out of the folder that it is in.
fn leads_elsewhere(path: &Path) -> bool {
    match (files::folder(path).canonicalize(), path.canonicalize()) {
        (Ok(folder), Ok(file)) => !file.starts_with(folder),
        _ => false,
    }
}

impl Locked {
    /// Locks `brief` as verified against `text` on the day `today`.
    pub fn new(brief: &Brief, text: &SourceText, today: Date) -> Self {
        let quotes = brief.quotes.iter().map(|quote| (quote.id.to_string(), digest(quote)));
        Self {
            source: text.digest().to_owned(),
            verified: format!("{today:#}"),
            quotes: quotes.collect(),
        }
    }

    /// The day it was verified; [`None`] if the lock has no date there.
    pub fn verified(&self) -> Option<Date> {
        Date::parse(&self.verified)
    }

    /// Returns all that is locked, as bytes of no particular form.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether `quote` is as it was.
    pub(super) fn holds(&self, quote: &Quote) -> bool {
        self.quotes.get(quote.id.as_str()).is_some_and(|locked| *locked == digest(quote))
    }

    /// `stale-lock`: every quote that was changed, added or taken away, and a text that is another
    /// one.
    pub(super) fn problems(&self, brief: &Brief, text: Option<&SourceText>) -> Vec<Problem> {
        let since = self.verified().map_or_else(String::new, |date| format!(" on {date}"));
        let help = "check it against the source, then lock again with `topline check --lock`";
        let problem =
            |path, message: String| Problem::new(Rule::StaleLock, path, message).help(help);
        let top = brief::FieldPath::top();
        let quotes = brief.quotes.iter().filter(|quote| !self.holds(quote)).map(|quote| {
            let what =
                if self.quotes.contains_key(quote.id.as_str()) { "changed" } else { "added" };
            problem(
                top.key("quotes").key(&quote.id),
                format!("this quote was {what} after the brief was locked{since}"),
            )
        });
        let gone = self.quotes.keys().filter(|id| !brief.quotes.contains(id.as_str())).map(|id| {
            problem(
                top.key("quotes"),
                format!("quote `{id}` was deleted after the brief was locked{since}"),
            )
        });
        let other_text = text.filter(|text| text.digest() != self.source).map(|_| {
            problem(
                top.key("source").key("text"),
                format!("this is not the text against which the brief was locked{since}"),
            )
        });
        quotes.chain(gone).chain(other_text).collect()
    }
}

/// The digest of a quote's words, speaker and place; typography does not count.
fn digest(quote: &Quote) -> String {
    let form = match quote.words {
        Words::Excerpt { .. } => "passage exact",
        _ => quote.words.form().word(),
    };
    let paragraph = quote.paragraph.map_or_else(String::new, |number| number.to_string());
    let neighbour =
        |text: &Option<Text>| text.as_ref().map_or_else(String::new, |text| normalised(text));
    let parts = [
        form.to_owned(),
        speakers(quote),
        normalised(quote.words.text()),
        neighbour(&quote.prefix),
        neighbour(&quote.suffix),
        paragraph,
    ];
    let place = quote.at.as_ref().map(|at| normalised(at));
    sha256(parts.into_iter().chain(place).collect::<Vec<_>>().join("\n"))
}

/// The ids of those who speak, in order.
fn speakers(quote: &Quote) -> String {
    let ids: Vec<&str> = quote.by.parties().iter().map(Id::as_str).collect();
    if ids.is_empty() { "source".to_owned() } else { ids.join(" ") }
}

/// The tokens of a text, separated by one space, without a stop or a comma at its end.
fn normalised(text: &str) -> String {
    let tokens = Tokens::new(text);
    let ends =
        matches!(tokens.last().map(|last| last.kind), Some(TokenKind::Sign('.' | ',' | ';')));
    let kept = tokens.len() - usize::from(ends);
    let spelt = tokens[..kept].iter().enumerate().map(|(i, token)| match token.kind {
        TokenKind::Word => tokens.spelling(i).to_owned(),
        TokenKind::Dash(_) => "-".to_owned(),
        TokenKind::Ellipsis => "...".to_owned(),
        TokenKind::Sign(sign) => sign.to_string(),
    });
    spelt.collect::<Vec<_>>().join(" ")
}
