//! An open brief as the editor has it, with what is known around it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ids::{self, IdMention, IdTarget};
use super::scan::{ScannedField, scan};
use crate::brief::{Anchor, Brief, Id};
use crate::evidence::Proposal;
use crate::library::{Entry, Library, Origin};

/// An open brief: the text as it is now, and what was found when it was last checked.
pub struct BriefView<'a> {
    /// Its id.
    pub here: Id,
    /// Its file.
    pub path: &'a Path,
    /// Its text, saved or not.
    pub text: &'a Arc<str>,
    /// The fields of the text.
    pub fields: Vec<ScannedField>,
    /// The briefs around it, and itself as it was last checked.
    pub library: &'a Library,
    /// The brief as it was last sound.
    pub sound: Option<&'a Brief>,
    /// The quotations of its source.
    pub proposal: Option<&'a Proposal>,
    /// Reads a file as the editor has it, or else as it is saved.
    pub read: &'a dyn Fn(&Path) -> Option<Arc<str>>,
}

impl<'a> BriefView<'a> {
    /// Returns the entry of the brief as it was last checked.
    pub fn entry(&self) -> Option<&'a Entry> {
        self.library.entries().iter().find(|entry| is_file(entry, self.path))
    }

    /// Returns the ids in its text.
    pub fn mentions(&self) -> Vec<IdMention> {
        ids::mentions(self.text, &self.fields, &self.here)
    }

    /// Returns the id that the byte `at` is in, or follows.
    pub fn mention_at(&self, at: usize) -> Option<IdMention> {
        self.mentions()
            .into_iter()
            .find(|mention| mention.whole.start <= at && at <= mention.whole.end)
    }

    /// Returns the innermost field whose key or value the byte `at` is in, or follows.
    pub fn field_at(&self, at: usize) -> Option<&ScannedField> {
        let is_in = |bytes: &Range<usize>| bytes.start <= at && at <= bytes.end;
        self.fields.iter().rev().find(|field| {
            field.key.as_ref().is_some_and(is_in)
                || (!field.value.is_empty() && is_in(&field.value))
        })
    }

    /// Returns the file and the text of the brief that has an item, which may be this one.
    pub fn file_of(&self, brief: &Id) -> Option<(PathBuf, Arc<str>)> {
        if *brief == self.here {
            return Some((self.path.to_owned(), Arc::clone(self.text)));
        }
        self.text_of(self.library.entry(brief)?)
    }

    /// Returns the file and the text of an entry.
    pub fn text_of(&self, entry: &Entry) -> Option<(PathBuf, Arc<str>)> {
        let Origin::File(path) = &entry.origin else { return None };
        Some((path.clone(), (self.read)(path)?))
    }

    /// Returns whether an item is a person or a body.
    pub fn is_party(&self, anchor: &Anchor) -> bool {
        let is_party = |section: &String| ids::is_of_parties(section);
        if anchor.brief == self.here {
            return ids::sections(&self.fields).get(&anchor.item).is_some_and(is_party);
        }
        let other = self.library.entry(&anchor.brief).and_then(|entry| entry.brief.as_ref());
        other.is_some_and(|brief| brief.party(&anchor.item).is_some())
    }

    /// Returns every place in the library that names what `target` does, the file and the text of each
    /// brief once, with the places in it. A person or a body is the same in every brief that has the
    /// id for the same name; another item has an address of its own.
    pub fn occurrences(&self, target: &IdTarget) -> Vec<BriefOccurrences> {
        let same: Vec<Id> = match target {
            IdTarget::Item(anchor) if self.is_party(anchor) => {
                let entries = self.library.entries_with_party(&anchor.item, &anchor.brief);
                let others = entries.into_iter().map(|entry| entry.id.clone());
                others.chain([anchor.brief.clone()]).collect()
            }
            IdTarget::Item(anchor) => vec![anchor.brief.clone()],
            IdTarget::Brief(_) => Vec::new(),
        };
        let is_meant = |mention: &IdMention| match (&mention.leads_to, target) {
            (IdTarget::Item(found), IdTarget::Item(wanted)) => {
                found.item == wanted.item && same.contains(&found.brief)
            }
            (IdTarget::Brief(found), IdTarget::Brief(wanted)) => found == wanted,
            (IdTarget::Item(found), IdTarget::Brief(wanted)) => {
                found.brief == *wanted && mention.whole != mention.bytes
            }
            (IdTarget::Brief(_), IdTarget::Item(_)) => false,
        };
        let own = (self.path.to_owned(), Arc::clone(self.text));
        let others = self.library.entries().iter().filter(|entry| !is_file(entry, self.path));
        let files = std::iter::once((self.here.clone(), own))
            .chain(others.filter_map(|entry| Some((entry.id.clone(), self.text_of(entry)?))));
        files
            .filter_map(|(id, (path, text))| {
                let mut mentions = ids::mentions(&text, &scan(&text), &id);
                mentions.retain(is_meant);
                let found = BriefOccurrences { id, path, text, mentions };
                (!found.mentions.is_empty()).then_some(found)
            })
            .collect()
    }
}

/// The places of an id in one brief.
pub struct BriefOccurrences {
    /// The id of the brief.
    pub id: Id,
    /// Its file.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// The places, in order.
    pub mentions: Vec<IdMention>,
}

/// Returns whether an entry was read from this file.
pub fn is_file(entry: &Entry, path: &Path) -> bool {
    matches!(&entry.origin, Origin::File(file) if file == path)
}
