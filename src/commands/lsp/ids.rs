//! The ids in a brief: where each is given, and where it is used.

use std::collections::HashMap;
use std::ops::Range;

use super::scan::{ScannedField, ValueStyle, keys};
use crate::brief::{Anchor, FieldPath, Id, Prose, Step};

/// The sections whose keys are ids.
const SECTIONS: [&str; 5] = ["organisations", "officials", "quotes", "claims", "asks"];

/// What an id in a field has to be the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdUse {
    /// A person or a body.
    Party,
    /// A body.
    Organisation,
    /// A quote of this brief.
    Quote,
    /// A claim, here or in another brief.
    Claim,
    /// An ask, here or in another brief.
    Ask,
    /// A brief.
    Brief,
}

/// Returns what an id at `path` has to be the id of; [`None`] if the field takes none.
pub fn id_use(path: &FieldPath) -> Option<IdUse> {
    match keys(path).as_slice() {
        ["officials", _, "organisation"] => Some(IdUse::Organisation),
        ["source", "based_on"] => Some(IdUse::Brief),
        ["source" | "claims", .., "by"] | ["quotes" | "asks", _, "by" | "to"] => Some(IdUse::Party),
        ["claims" | "asks", _, "evidence"] => Some(IdUse::Quote),
        ["claims", _, "repeats" | "corroborates" | "contradicts" | "updates" | "qualifies"] => {
            Some(IdUse::Claim)
        }
        ["asks", _, "answers"] => Some(IdUse::Ask),
        _ => None,
    }
}

/// Returns whether the text at `path` cites items in square brackets.
pub fn is_prose(path: &FieldPath) -> bool {
    let prose = ["summary", "background", "top_lines", "lines_to_take", "gaps"];
    matches!(keys(path).as_slice(), [field] if prose.contains(field))
}

/// Returns the section and the id of the item that begins with this field’s key.
pub fn defined(path: &FieldPath) -> Option<(&str, Id)> {
    match path.steps() {
        [Step::Key(section), Step::Key(id)] if SECTIONS.contains(&section.as_str()) => {
            Some((section, Id::new(id)?))
        }
        _ => None,
    }
}

/// An id in a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdMention {
    /// The bytes of the id, without that of another brief before it.
    pub bytes: Range<usize>,
    /// The bytes of all of it: `other-brief/a1`.
    pub whole: Range<usize>,
    /// What it leads to.
    pub leads_to: IdTarget,
    /// Whether the item is given here.
    pub is_definition: bool,
}

/// What an id leads to, which may not exist.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IdTarget {
    /// An item of this or another brief.
    Item(Anchor),
    /// A whole brief.
    Brief(Id),
}

/// Returns every id in the brief `here`, in the order of its text.
pub fn mentions(text: &str, fields: &[ScannedField], here: &Id) -> Vec<IdMention> {
    let mut found = Vec::new();
    for field in fields {
        if let (Some((_, id)), Some(key)) = (defined(&field.path), &field.key) {
            let marks = usize::from(text[key.clone()].starts_with(['"', '\'']));
            let bytes = key.start + marks..key.end - marks;
            let leads_to = IdTarget::Item(Anchor::new(here, &id));
            found.push(IdMention { whole: bytes.clone(), bytes, leads_to, is_definition: true });
        }
        if is_prose(&field.path) {
            found.extend(cited(text, &field.value, here));
        } else if let Some(id_use) = id_use(&field.path)
            && matches!(field.style, ValueStyle::Plain | ValueStyle::Quoted)
        {
            found.extend(used(text, field.inside(text), id_use, here));
        }
    }
    found
}

/// Returns the ids that prose cites.
fn cited(text: &str, value: &Range<usize>, here: &Id) -> Vec<IdMention> {
    let cited = Prose::cited(&text[value.clone()], here);
    let mention = |(anchor, bytes): (Anchor, Range<usize>)| {
        address(text, value.start + bytes.start..value.start + bytes.end, anchor)
    };
    cited.map(mention).collect()
}

/// Returns the id that is all of a value.
fn used(text: &str, bytes: Range<usize>, id_use: IdUse, here: &Id) -> Option<IdMention> {
    let raw = &text[bytes.clone()];
    let start = bytes.start + raw.len() - raw.trim_start().len();
    let whole = start..start + raw.trim().len();
    if id_use == IdUse::Brief {
        let leads_to = IdTarget::Brief(Id::new(raw.trim())?);
        return Some(IdMention { bytes: whole.clone(), whole, leads_to, is_definition: false });
    }
    let anchor = Anchor::parse(raw.trim(), here).filter(|anchor| !anchor.item.is_reserved())?;
    Some(address(text, whole, anchor))
}

fn address(text: &str, whole: Range<usize>, anchor: Anchor) -> IdMention {
    let slash = text[whole.clone()].find('/').map_or(0, |at| at + 1);
    let bytes = whole.start + slash..whole.end;
    IdMention { bytes, whole, leads_to: IdTarget::Item(anchor), is_definition: false }
}

/// Returns the section of each id that is given in a brief.
pub fn sections(fields: &[ScannedField]) -> HashMap<Id, String> {
    let given = fields.iter().filter_map(|field| defined(&field.path));
    given.map(|(section, id)| (id, section.to_owned())).collect()
}

/// Returns whether the items of a section are people or bodies.
pub fn is_of_parties(section: &str) -> bool {
    matches!(section, "organisations" | "officials")
}
