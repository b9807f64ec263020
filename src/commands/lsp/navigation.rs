//! Where a thing is given, and everywhere it is used.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ids::{self, IdTarget};
use super::scan::{keys, scan};
use super::view::BriefView;
use crate::brief::{Anchor, Id};
use crate::library::{Entry, Origin, text_of_source};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// The bytes of the text.
    pub bytes: Range<usize>,
}

/// Returns where the thing at the byte `at` is given: an item in its brief, the text of the source, the
/// words of a quotation in that text.
pub fn definition(view: &BriefView<'_>, at: usize, sources: &[PathBuf]) -> Option<FilePlace> {
    if let Some(mention) = view.mention_at(at) {
        return match mention.leads_to {
            IdTarget::Brief(id) => start_of(view, &id),
            IdTarget::Item(anchor) if at < mention.bytes.start => start_of(view, &anchor.brief),
            IdTarget::Item(anchor) => item(view, &anchor),
        };
    }
    let field = view.field_at(at)?;
    match keys(&field.path).as_slice() {
        ["source", "text"] => {
            let name = &view.text[field.inside(view.text)];
            let (_, path) = text_of_source(name, &Origin::File(view.path.to_owned()), sources)?;
            let text = (view.read)(&path)?;
            Some(FilePlace { path, text, bytes: 0..0 })
        }
        ["quotes", id, "exact"] => words(view, view.entry()?, id),
        _ => None,
    }
}

/// Returns the start of a brief.
fn start_of(view: &BriefView<'_>, brief: &Id) -> Option<FilePlace> {
    let (path, text) = view.file_of(brief)?;
    Some(FilePlace { path, text, bytes: 0..0 })
}

/// Returns the key of an item.
fn item(view: &BriefView<'_>, anchor: &Anchor) -> Option<FilePlace> {
    let (path, text) = view.file_of(&anchor.brief)?;
    let mut found = ids::mentions(&text, &scan(&text), &anchor.brief);
    found.retain(|mention| {
        mention.is_definition && mention.leads_to == IdTarget::Item(anchor.clone())
    });
    let bytes = found.into_iter().next()?.bytes;
    Some(FilePlace { path, text, bytes })
}

/// Returns the first of a quote’s words in the text of the source.
fn words(view: &BriefView<'_>, entry: &Entry, id: &str) -> Option<FilePlace> {
    let finding = entry.findings().get(&Id::new(id)?)?;
    let path: &Path = entry.source_file()?;
    let characters = entry.evidence().characters(finding.spans.get(..1)?);
    let [start, end] = *characters.first()?;
    let text = (view.read)(path)?;
    let mark = usize::from(text.starts_with('\u{feff}'));
    let byte = |character: usize| {
        let place = text.char_indices().nth(character + mark);
        place.map_or(text.len(), |(at, _)| at)
    };
    let bytes = byte(start)..byte(end);
    Some(FilePlace { path: path.to_owned(), text, bytes })
}

/// Returns every place that names what is at the byte `at`, the place where it is given included only if
/// `with_definition`.
pub fn references(view: &BriefView<'_>, at: usize, with_definition: bool) -> Vec<FilePlace> {
    let Some(mention) = view.mention_at(at) else { return Vec::new() };
    let found = view.occurrences(&mention.leads_to).into_iter().flat_map(|found| {
        let kept = found.mentions.into_iter();
        let kept = kept.filter(move |mention| with_definition || !mention.is_definition);
        let (path, text) = (found.path, found.text);
        kept.map(move |mention| FilePlace {
            path: path.clone(),
            text: Arc::clone(&text),
            bytes: mention.bytes,
        })
    });
    found.collect()
}

/// Returns the places in the open brief that name what is at the byte `at`, and whether each gives it.
pub fn highlights(view: &BriefView<'_>, at: usize) -> Vec<(Range<usize>, bool)> {
    let Some(wanted) = view.mention_at(at) else { return Vec::new() };
    let same = view.mentions().into_iter().filter(|other| other.leads_to == wanted.leads_to);
    same.map(|mention| (mention.whole, mention.is_definition)).collect()
}
