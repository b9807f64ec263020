//! What can be followed in a brief: the text of the source, web addresses, cited items.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::ids::{IdTarget, mentions};
use super::navigation::FilePlace;
use super::scan::{ValueStyle, keys, scan};
use super::view::BriefView;
use crate::brief::{Anchor, Id};
use crate::library::{Origin, text_of_source};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedLink {
    /// The bytes of the brief that can be clicked.
    pub bytes: Range<usize>,
    /// Where it leads.
    pub leads_to: LinkedTo,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkedTo {
    /// A file.
    File(PathBuf),
    /// A place in a brief.
    Place(FilePlace),
    /// A web address.
    Web(String),
}

/// Returns the links of the brief, in its order. The texts of sources may be in the folders `sources`.
pub fn links(view: &BriefView<'_>, sources: &[PathBuf]) -> Vec<FollowedLink> {
    let mut links = Vec::new();
    for field in &view.fields {
        let bytes = field.inside(view.text);
        let value = &view.text[bytes.clone()];
        let is_text = matches!(field.style, ValueStyle::Plain | ValueStyle::Quoted);
        let leads_to = match keys(&field.path).as_slice() {
            ["source", "text"] if is_text => {
                let origin = Origin::File(view.path.to_owned());
                text_of_source(value, &origin, sources).map(|(_, path)| LinkedTo::File(path))
            }
            ["source", "url"] if value.starts_with("https://") || value.starts_with("http://") => {
                Some(LinkedTo::Web(value.to_owned()))
            }
            _ => None,
        };
        links.extend(leads_to.map(|leads_to| FollowedLink { bytes, leads_to }));
    }
    let mut places = ItemPlaces { view, known: HashMap::new() };
    for mention in view.mentions().into_iter().filter(|mention| !mention.is_definition) {
        let place = match &mention.leads_to {
            IdTarget::Item(anchor) => places.item(anchor),
            IdTarget::Brief(id) => {
                view.file_of(id).map(|(path, text)| FilePlace { path, text, bytes: 0..0 })
            }
        };
        let leads_to = place.map(LinkedTo::Place);
        links.extend(leads_to.map(|leads_to| FollowedLink { bytes: mention.whole, leads_to }));
    }
    links.sort_by_key(|link| link.bytes.start);
    links
}

/// Where the items of briefs are given; each brief is read once.
struct ItemPlaces<'a> {
    view: &'a BriefView<'a>,
    known: HashMap<Id, HashMap<Id, FilePlace>>,
}

impl ItemPlaces<'_> {
    fn item(&mut self, anchor: &Anchor) -> Option<FilePlace> {
        let view = self.view;
        let items = self.known.entry(anchor.brief.clone()).or_insert_with(|| {
            let Some((path, text)) = view.file_of(&anchor.brief) else { return HashMap::new() };
            let found = mentions(&text, &scan(&text), &anchor.brief).into_iter();
            let given = found.filter(|mention| mention.is_definition);
            let places = given.filter_map(|mention| match mention.leads_to {
                IdTarget::Item(anchor) => {
                    let (path, text) = (path.clone(), Arc::clone(&text));
                    Some((anchor.item, FilePlace { path, text, bytes: mention.bytes }))
                }
                IdTarget::Brief(_) => None,
            });
            places.collect()
        });
        items.get(&anchor.item).cloned()
    }
}
