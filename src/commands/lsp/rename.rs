//! Gives an item another id, in every brief that names it.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::ids::{self, IdTarget};
use super::scan::scan;
use super::view::{BriefOccurrences, BriefView};
use crate::brief::{self, Id};

/// What is replaced in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// The bytes of the text that are replaced, in order, and by what.
    pub replaced: Vec<(Range<usize>, String)>,
}

/// Returns the bytes of the id at the byte `at`, if it can be given another name.
///
/// # Errors
///
/// There is no id, or it is that of a brief, which is the name of its file.
pub fn renamed_bytes(view: &BriefView<'_>, at: usize) -> Result<Range<usize>, String> {
    let mention = view.mention_at(at).ok_or("no id is here: put the cursor on one")?;
    match mention.leads_to {
        IdTarget::Item(_) if mention.bytes.start <= at => Ok(mention.bytes),
        _ => Err("a brief’s id is the name of its file: rename the file".to_owned()),
    }
}

/// Returns what has to be replaced to call the item at the byte `at` `name`.
///
/// # Errors
///
/// The name is no id, or another item already has it in one of the briefs; or one of the briefs cannot
/// be read, so that some of its places could be missed.
pub fn rename(view: &BriefView<'_>, at: usize, name: &str) -> Result<Vec<FileChange>, String> {
    renamed_bytes(view, at)?;
    let mention = view.mention_at(at).ok_or("no id is here: put the cursor on one")?;
    let id = Id::new(name).filter(|id| !id.is_reserved()).ok_or_else(|| {
        format!(
            "`{name}` cannot be an id: use a lower-case letter followed by lower-case letters, digits \
             or hyphens, and no word that the format reserves"
        )
    })?;
    let found = view.occurrences(&mention.leads_to);
    if !found.iter().any(|brief| brief.mentions.iter().any(|mention| mention.is_definition)) {
        return Err("no brief of this library gives this id".to_owned());
    }
    for brief in &found {
        is_sound(brief)?;
        is_free(brief, &id)?;
    }
    if let IdTarget::Item(anchor) = &mention.leads_to
        && view.is_party(anchor)
    {
        let is_other = |brief: &&brief::Brief| found.iter().all(|found| found.id != brief.id);
        let other = view.library.briefs().filter(is_other).find(|brief| brief.party(&id).is_some());
        if let Some(brief) = other {
            return Err(format!(
                "`{id}` is somebody else in `{}`, and an id must mean the same in every brief",
                brief.id
            ));
        }
    }
    let change = |brief: BriefOccurrences| {
        let replaced = brief.mentions.into_iter().map(|mention| (mention.bytes, id.to_string()));
        FileChange { path: brief.path, text: brief.text, replaced: replaced.collect() }
    };
    Ok(found.into_iter().map(change).collect())
}

/// Fails unless the brief is YAML, so that every place in it was found.
fn is_sound(found: &BriefOccurrences) -> Result<(), String> {
    let reading = brief::read(&found.id, found.text.as_bytes());
    match reading.problems.iter().find(|problem| problem.rule == brief::Rule::NotYaml) {
        Some(problem) => {
            Err(format!("`{}` cannot be read: {}; fix it first", found.id, problem.message))
        }
        None => Ok(()),
    }
}

/// Fails if an item of the brief already has the id.
fn is_free(found: &BriefOccurrences, id: &Id) -> Result<(), String> {
    let gives = found.mentions.iter().any(|mention| mention.is_definition);
    if gives && ids::sections(&scan(&found.text)).contains_key(id) {
        return Err(format!("`{}` already has an item `{id}`: choose another id", found.id));
    }
    Ok(())
}
