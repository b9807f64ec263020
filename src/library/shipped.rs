//! The briefs that ship inside the program, so that a fresh install opens on something real.

use std::borrow::Cow;
use std::path::Path;

use rust_embed::RustEmbed;

use super::Origin;
use super::natural::NaturalName;

#[derive(RustEmbed)]
#[folder = "briefs/"]
#[include = "*.yaml"]
#[include = "*.txt"]
#[include = "topline.lock"]
struct ShippedFiles;

/// Returns the shipped briefs, in natural order.
pub fn origins() -> Vec<Origin> {
    let mut names: Vec<_> = ShippedFiles::iter()
        .filter(|name| Path::new(&**name).extension().is_some_and(|end| end == "yaml"))
        .map(Cow::into_owned)
        .collect();
    names.sort_by_cached_key(|name| NaturalName::new(name.into()));
    names.into_iter().map(Origin::Shipped).collect()
}

/// Returns the bytes of the shipped file called `name`: a brief, the text of a source, or the lock.
pub fn bytes(name: &str) -> Option<Cow<'static, [u8]>> {
    ShippedFiles::get(name).map(|file| file.data)
}
