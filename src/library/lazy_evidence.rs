//! How a brief rests on its source, worked out when it is first asked for.
//!
//! Reading the text of a source and looking for its quotations takes most of the time that a brief
//! takes. Most commands show neither, and the reader shows those of a few briefs at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::all_cores::on_all_cores;
use super::cache::{Basis, Cache, Kind};
use super::fault::{catch, report};
use super::locks::Locks;
use super::near_name::FolderNames;
use super::sightings::Sightings;
use super::source::{self, Unread};
use super::source_folders::SourceFolders;
use super::{Entry, Origin};
use crate::brief::{Brief, ById, FieldPath, Problem, Rule, Spot};
use crate::evidence::{Evidence, Finding, Locked, SourceText, UnnamedSpeaker};
use crate::text::Text;

/// What is beside the briefs that are read together, each folder looked at once.
#[derive(Debug, Default)]
pub struct Neighbours {
    /// Folders that the texts of sources may be in, as well as those of the briefs.
    pub sources: Vec<PathBuf>,
    /// What is known of all these folders.
    pub folders: SourceFolders,
    /// The locks in the folders of the briefs.
    pub locks: Locks,
    /// The names of the files in those folders.
    pub names: FolderNames,
    /// What the briefs were like before they were read.
    pub sightings: Arc<Sightings>,
    /// What was worked out before, if that is kept.
    pub cache: Option<Arc<Cache>>,
    /// Whether the texts of sound files are not kept, but read again if they are asked for. Only for who shows
    /// the files and does not change them: they may have changed since.
    pub passes_files: bool,
    /// Whether the texts of sources are read when briefs are compared with them, and not kept.
    pub passes_texts: bool,
}

impl Neighbours {
    /// Returns what is beside briefs that are read once.
    pub fn new(sources: Vec<PathBuf>, cache: Option<Arc<Cache>>) -> Self {
        Self { sources, cache, ..Self::default() }
    }

    /// Returns what is beside briefs of which each file is noted in `sightings` before it is read.
    pub fn noted(
        sources: Vec<PathBuf>,
        cache: Option<Arc<Cache>>,
        sightings: &Arc<Sightings>,
    ) -> Self {
        Self {
            sources,
            folders: SourceFolders::noted(sightings),
            locks: Locks::noted(sightings),
            sightings: Arc::clone(sightings),
            cache,
            ..Self::default()
        }
    }
}

/// How many briefs a core takes at a time.
const RUN: usize = 8;

/// The evidence of one brief, in the steps in which it is asked for: the text of its source, where its
/// quotes are in it, everything that is known of how the brief rests on it.
///
/// It is read once, from the files as they are then. What is worked out in one clone is there in all.
#[derive(Clone, Debug, Default)]
pub struct LazyEvidence(Arc<Steps>);

#[derive(Debug, Default)]
struct Steps {
    neighbours: Arc<Neighbours>,
    /// What could be read of a brief that breaks the format.
    part: Option<Box<Brief>>,
    /// The file that the brief was read from; [`None`] if nothing is kept.
    basis: Option<Basis>,
    saved: OnceLock<SavedText>,
    /// The file that a text was read from which is not kept.
    passed_file: OnceLock<Option<PathBuf>>,
    findings: OnceLock<ById<Finding>>,
    evidence: OnceLock<Evidence>,
}

/// The text of a source, or why it is not available.
#[derive(Debug, Default)]
struct SavedText {
    text: Option<SourceText>,
    /// The file it was read from; one that ships has none.
    file: Option<PathBuf>,
    problem: Option<Problem>,
}

impl LazyEvidence {
    /// Returns the evidence of a brief that was read from a file of this `basis`, or of the `part` of one
    /// that could be read.
    pub fn new(neighbours: Arc<Neighbours>, part: Option<Brief>, basis: Option<Basis>) -> Self {
        Self(Arc::new(Steps { neighbours, part: part.map(Box::new), basis, ..Steps::default() }))
    }

    /// Returns what was worked out before of the briefs that were read together, if that is kept.
    pub fn cache(&self) -> Option<&Cache> {
        self.0.neighbours.cache.as_deref()
    }
}

/// What is known already.
impl From<Evidence> for LazyEvidence {
    fn from(evidence: Evidence) -> Self {
        let saved = SavedText { text: evidence.text.clone(), ..SavedText::default() };
        Self(Arc::new(Steps { saved: saved.into(), evidence: evidence.into(), ..Steps::default() }))
    }
}

impl Entry {
    /// Returns the text of the brief’s source, if it is available.
    pub fn text(&self) -> Option<&SourceText> {
        self.saved().text.as_ref()
    }

    /// Returns the text of the brief’s source as [`text`](Self::text) does, and does not keep it: for who
    /// goes through the texts of all briefs and shows none.
    pub fn text_in_passing(&self) -> Option<SourceText> {
        match (self.evidence.0.saved.get(), &self.brief) {
            (Some(saved), _) => saved.text.clone(),
            (None, Some(brief)) => self.read_text(brief).text,
            (None, None) => None,
        }
    }

    /// Returns the file that the text of the source was read from; [`None`] if the text is not
    /// available or ships inside the program.
    pub fn source_file(&self) -> Option<&Path> {
        let Steps { saved, passed_file, .. } = &*self.evidence.0;
        match (saved.get(), passed_file.get()) {
            (None, Some(file)) => file.as_deref(),
            _ => self.saved().file.as_deref(),
        }
    }

    /// Returns where the quotes of the brief are in the source, and how sure that is. Less work than
    /// [`evidence`](Self::evidence).
    pub fn findings(&self) -> &ById<Finding> {
        let Steps { findings, evidence, .. } = &*self.evidence.0;
        if let Some(evidence) = evidence.get() {
            return &evidence.findings;
        }
        let find_in = |brief, text: Option<&SourceText>| {
            self.with_lock(|lock| {
                let verdicts = self.verdicts(text, lock);
                verdicts.recall(Kind::Findings).unwrap_or_else(|| {
                    let findings = Evidence::findings(brief, text, lock);
                    verdicts.keep(Kind::Findings, &findings);
                    findings
                })
            })
        };
        let find = |brief| self.with_saved(brief, |saved| find_in(brief, saved.text.as_ref()));
        let find = || self.brief.as_deref().map(find).unwrap_or_default();
        findings.get_or_init(|| catch(find).unwrap_or_default())
    }

    /// Returns all that is known of how the brief rests on its source.
    pub fn evidence(&self) -> &Evidence {
        let gather = || match (&self.brief, &self.evidence.0.part) {
            (Some(brief), _) => self.gather(brief),
            (None, Some(part)) => self.gather_part(part).unwrap_or_default(),
            (None, None) => Evidence::default(),
        };
        self.evidence.0.evidence.get_or_init(|| catch(gather).unwrap_or_else(|said| failed(&said)))
    }

    /// Returns the evidence if it was worked out before.
    pub fn known_evidence(&self) -> Option<&Evidence> {
        self.evidence.0.evidence.get()
    }

    fn saved(&self) -> &SavedText {
        self.evidence.0.saved.get_or_init(|| {
            self.brief.as_deref().map(|brief| self.read_text(brief)).unwrap_or_default()
        })
    }

    /// Passes on what is saved of the source, which is kept if texts are.
    fn with_saved<T>(&self, brief: &Brief, take: impl FnOnce(&SavedText) -> T) -> T {
        if self.evidence.0.neighbours.passes_texts {
            let saved = self.read_text(brief);
            self.evidence.0.passed_file.get_or_init(|| saved.file.clone());
            take(&saved)
        } else {
            take(self.saved())
        }
    }

    /// Reads the text of the source. A missing text is no problem if the brief is locked.
    fn read_text(&self, brief: &Brief) -> SavedText {
        let Neighbours { sources, folders, names, .. } = &*self.evidence.0.neighbours;
        let problem = match source::read(brief, &self.origin, sources, folders) {
            Ok(saved) => {
                let (text, file) = saved.map_or((None, None), |read| (Some(read.text), read.file));
                return SavedText { text, file, problem: None };
            }
            Err(Unread::Absent(_)) if self.with_lock(|lock| lock.is_some()) => None,
            Err(Unread::Absent(problem)) => {
                Some(source::absent(problem, brief, &self.origin, sources, names))
            }
            Err(Unread::Unusable(problem)) => Some(problem),
        };
        SavedText { problem, ..SavedText::default() }
    }

    /// Passes on what is locked of the brief.
    fn with_lock<T>(&self, take: impl FnOnce(Option<&Locked>) -> T) -> T {
        let lock = self.evidence.0.neighbours.locks.beside(&self.origin);
        let lock = (*lock).as_ref().ok().and_then(Option::as_ref);
        take(lock.and_then(|lock| lock.get(&self.id)))
    }

    /// Returns how the brief rests on the text or on the lock.
    fn gather(&self, brief: &Brief) -> Evidence {
        let evidence = self.with_saved(brief, |saved| self.gather_from(brief, saved));
        if self.evidence.0.neighbours.passes_texts { evidence.without_text() } else { evidence }
    }

    fn gather_from(&self, brief: &Brief, SavedText { text, problem, .. }: &SavedText) -> Evidence {
        let mut evidence = self.with_lock(|lock| {
            let gather = || Evidence::gather(brief, text.clone(), lock);
            self.verdicts(text.as_ref(), lock).evidence_or(gather)
        });
        evidence.text.clone_from(text);
        if let Err(error) = &*self.evidence.0.neighbours.locks.beside(&self.origin) {
            let unread = Problem::new(Rule::StaleLock, FieldPath::top(), error.to_string());
            evidence.problems.push(unread.at(Spot::Bytes(0..0)));
        }
        evidence.problems.extend(problem.clone());
        evidence
    }

    /// Returns what is wrong with the quotations in what could be read of a brief that breaks the format,
    /// if the text of its source is there.
    fn gather_part(&self, part: &Brief) -> Option<Evidence> {
        let Neighbours { sources, folders, .. } = &*self.evidence.0.neighbours;
        let saved = source::read(part, &self.origin, sources, folders).ok()??;
        let gather = || Evidence::of_quotations(part, saved.text.clone());
        let evidence = self.verdicts(Some(&saved.text), None).evidence_or(gather);
        Some(Evidence { text_of_part: Some(saved.text), ..evidence })
    }

    /// Returns what is kept of the brief, which rests on this text and this lock.
    fn verdicts(&self, text: Option<&SourceText>, lock: Option<&Locked>) -> Verdicts<'_> {
        let Steps { neighbours, basis, .. } = &*self.evidence.0;
        let basis = basis.as_ref().map(|file| {
            let text = text.map(|text| text.digest().as_bytes());
            let lock = lock.map(Locked::to_bytes);
            Basis::new([Some(file.as_bytes()), text, lock.as_deref()])
        });
        Verdicts { origin: &self.origin, kept: neighbours.cache.as_deref().zip(basis) }
    }
}

/// What is kept of one brief: all but the texts and what is beside it, which are looked at each time.
struct Verdicts<'a> {
    origin: &'a Origin,
    kept: Option<(&'a Cache, Basis)>,
}

impl Verdicts<'_> {
    fn recall<T: DeserializeOwned>(&self, kind: Kind) -> Option<T> {
        let (cache, basis) = self.kept.as_ref()?;
        cache.recall(kind, self.origin, basis)
    }

    fn keep(&self, kind: Kind, value: &impl Serialize) {
        if let Some((cache, basis)) = &self.kept {
            cache.keep(kind, self.origin, basis, value);
        }
    }

    /// Returns the evidence without its texts, or else what `gather` returns.
    fn evidence_or(&self, gather: impl FnOnce() -> Evidence) -> Evidence {
        let kept = || {
            let findings = self.recall(Kind::Findings)?;
            let (unnamed_speakers, problems): (BTreeMap<u32, UnnamedSpeaker>, Vec<Problem>) =
                self.recall(Kind::Rest)?;
            Some(Evidence { findings, unnamed_speakers, problems, ..Evidence::default() })
        };
        kept().unwrap_or_else(|| {
            let evidence = gather();
            self.keep(Kind::Findings, &evidence.findings);
            self.keep(Kind::Rest, &(&evidence.unnamed_speakers, &evidence.problems));
            evidence
        })
    }
}

/// Finds on all cores the quotes of each of `entries` in its source, for who asks for them of all.
pub fn find_quotes(entries: &[&Entry]) {
    on_all_cores(entries.len(), RUN, |index| {
        entries[index].findings();
    });
}

/// Returns the evidence of a brief that topline failed on, which `said` this.
fn failed(said: &Text) -> Evidence {
    let problem = Problem::new(Rule::NotYaml, FieldPath::top(), report(said));
    Evidence { problems: vec![problem], ..Evidence::default() }
}
