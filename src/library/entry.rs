//! One file of the library: the brief it holds, or why it holds none.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::lazy_evidence::LazyEvidence;
use super::search::Index;
use crate::brief::{self, Brief, Id, LineColumn, Problem, Quote, Rule, Spot};
use crate::evidence::State;
use crate::files;
use crate::text::Text;

/// Where a brief came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file, by the path that it was found under.
    File(PathBuf),
    /// A brief in a folder that was searched which is a link out of everything that was named. It is
    /// not followed.
    Elsewhere(PathBuf),
    /// A file of this name among the briefs that ship inside the program.
    Shipped(String),
    /// Standard input.
    Stdin,
}

impl Origin {
    /// Returns the id of the brief: the stem of the file's name; `stdin` for standard input.
    pub fn id(&self) -> Id {
        let path = match self {
            Self::File(path) | Self::Elsewhere(path) => path,
            Self::Shipped(name) => Path::new(name),
            Self::Stdin => Path::new("stdin"),
        };
        let stem = Path::new(path.file_stem().unwrap_or(path.as_os_str()));
        Id::of_file(&Text::from(stem))
    }
}

/// The path as messages name it, safe to show; `-` for standard input, as on the command line.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) | Self::Elsewhere(path) => Text::from(path.as_path()).fmt(f),
            Self::Shipped(name) => name.fmt(f),
            Self::Stdin => "-".fmt(f),
        }
    }
}

/// A brief file that was read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The stem of the file's name.
    pub id: Id,
    /// Where it came from.
    pub origin: Origin,
    /// The text of the file, which [`yaml`](Self::yaml) returns; not set where it is read again for that.
    pub yaml: OnceLock<Arc<str>>,
    /// The brief; [`None`] if the file does not follow the format.
    pub brief: Option<Arc<Brief>>,
    /// Every structural problem of the file. If there is a brief, none of them is an error, unless
    /// it is the [last good version](Self::after).
    pub problems: Vec<Problem>,
    /// How the brief rests on its source, once it is asked for.
    pub evidence: LazyEvidence,
    /// Its texts, folded for search.
    pub index: Index,
}

impl Entry {
    /// Returns the text of the file, in which the places of problems are counted.
    pub fn yaml(&self) -> &str {
        self.yaml.get_or_init(|| match &self.origin {
            Origin::File(path) => {
                // A file that has gone is reported as a change; until then it has no text.
                brief::text_of(&files::read(path, brief::MAX_BYTES).unwrap_or_default())
            }
            Origin::Elsewhere(_) | Origin::Shipped(_) | Origin::Stdin => Arc::from(""),
        })
    }

    /// Returns the paragraphs of the source that have `quotes` of this brief, in order.
    pub fn paragraphs<'a>(&self, quotes: impl IntoIterator<Item = &'a Id>) -> Vec<u32> {
        let findings = quotes.into_iter().filter_map(|quote| self.findings().get(quote));
        let paragraphs: BTreeSet<u32> =
            findings.flat_map(|finding| finding.paragraphs.iter().copied()).collect();
        paragraphs.into_iter().collect()
    }

    /// Returns what is known of the exact words of a quote; [`None`] if the brief has no such
    /// quote, or gives only its gist.
    pub fn state(&self, quote: &Id) -> Option<State> {
        self.brief.as_ref()?.quotes.get(quote)?.words.exact()?;
        Some(self.findings().get(quote).map_or(State::Unverified, |finding| finding.state))
    }

    /// Returns the page, the column or the time at which the source has a quote of this brief.
    pub fn at<'a>(&'a self, quote: &'a Quote) -> Option<&'a Text> {
        let finding = self.findings().get(&quote.id);
        finding.map_or(quote.at.as_ref(), |finding| finding.at(quote))
    }

    /// Returns the entry of a file that could not be read at all. `message` says why.
    pub fn unreadable(origin: Origin, message: impl Into<Text>) -> Self {
        Self {
            id: origin.id(),
            origin,
            yaml: OnceLock::from(Arc::from("")),
            brief: None,
            problems: vec![Problem::new(Rule::NotYaml, brief::FieldPath::top(), message)],
            evidence: LazyEvidence::default(),
            index: Index::default(),
        }
    }

    /// Returns the entry of a file that held `before` when it was last read. If it no longer holds
    /// a brief, the last good one is kept, with the text and the problems of the file as it is now.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        if self.brief.is_some() || before.brief.is_none() {
            return self;
        }
        Self { yaml: self.yaml, problems: self.problems, ..before }
    }

    /// Returns what prevents the file from being read; [`None`] if it holds a brief.
    pub fn fault(&self) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.is_error())
    }

    /// Returns what the file has of an item, with its id: its lines, if it begins one, outdented.
    pub fn yaml_of(&self, item: &Id) -> Option<Text> {
        let path = self.brief.as_ref()?.path(item)?;
        brief::yaml_of(self.yaml(), &path)
    }

    /// Returns the line of the file, from 1, that has its fault, or else the item with this id, or
    /// else the first line.
    pub fn line_of(&self, item: Option<&Id>) -> usize {
        if let Some(fault) = self.fault() {
            return LineColumn::locate(self.yaml(), fault).line;
        }
        let path = item.and_then(|item| self.brief.as_ref()?.path(item));
        path.map_or(1, |path| LineColumn::at(self.yaml(), &path, &Spot::Key).line)
    }
}
