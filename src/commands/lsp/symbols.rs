//! The outline of a brief: its sections, and the items in them.

use std::ops::Range;

use super::completion::{DETAIL, says};
use super::ids;
use super::scan::ScannedField;
use super::view::BriefView;
use crate::brief::Step;
use crate::text::{Text, shorten_to_words};

/// A section or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Its name or id.
    pub name: Text,
    /// What it says, in a few words.
    pub detail: Text,
    /// What kind of thing it is.
    pub kind: OutlineKind,
    /// The bytes of its key and all below it.
    pub whole: Range<usize>,
    /// The bytes of its key.
    pub key: Range<usize>,
    /// What is in it.
    pub children: Vec<OutlineEntry>,
}

/// What kind of thing an entry of the outline is; editors show a sign for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// A field of the brief.
    Section,
    /// A person or a body.
    Party,
    /// A quote.
    Quote,
    /// A claim.
    Claim,
    /// An ask, a commitment or an action.
    Ask,
}

/// Returns the outline of the brief.
pub fn outline(view: &BriefView<'_>) -> Vec<OutlineEntry> {
    let mut sections: Vec<OutlineEntry> = Vec::new();
    for (index, field) in view.fields.iter().enumerate() {
        let Some(key) = field.key.clone() else { continue };
        let kind = match field.path.steps() {
            [Step::Key(_)] => OutlineKind::Section,
            [_, Step::Key(_)] => match ids::defined(&field.path) {
                Some(("quotes", _)) => OutlineKind::Quote,
                Some(("claims", _)) => OutlineKind::Claim,
                Some(("asks", _)) => OutlineKind::Ask,
                Some(_) => OutlineKind::Party,
                None => continue,
            },
            _ => continue,
        };
        let name = Text::flow(&view.text[key.clone()]);
        if name.is_empty() {
            continue;
        }
        let says =
            if kind == OutlineKind::Section { own(view, field) } else { says(view, &field.path) };
        let entry = OutlineEntry {
            name,
            detail: shorten_to_words(&Text::flow(&says), DETAIL).into(),
            kind,
            whole: key.start..end(&view.fields[index..], &key),
            key,
            children: Vec::new(),
        };
        match sections.last_mut() {
            Some(section) if kind != OutlineKind::Section => section.children.push(entry),
            _ => sections.push(entry),
        }
    }
    sections
}

/// Returns the text of a field.
fn own(view: &BriefView<'_>, field: &ScannedField) -> String {
    view.text[field.inside(view.text)].to_owned()
}

/// Returns the end of the first of these fields, with all that is below it.
fn end(fields: &[ScannedField], key: &Range<usize>) -> usize {
    let Some(first) = fields.first() else { return key.end };
    let inside = fields.iter().take_while(|field| field.path.is_within(&first.path));
    inside.map(|field| field.value.end.max(field.start())).max().unwrap_or(key.end).max(key.end)
}
