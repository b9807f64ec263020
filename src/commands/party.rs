//! People and bodies that are named on the command line.

use anyhow::{Result, bail};

use crate::brief::Id;
use crate::library::Library;
use crate::text::UnknownWord;

/// Checks that every one of `ids` is a person or a body of `library`, so that a typing error is not
/// mistaken for an empty answer.
///
/// # Errors
///
/// Fails at the first that is not, and suggests the most similar id.
pub fn known<'a>(library: &Library, ids: impl IntoIterator<Item = &'a Id>) -> Result<()> {
    for id in ids {
        if library.briefs().any(|brief| brief.party(id).is_some()) {
            continue;
        }
        let parties = library
            .briefs()
            .flat_map(|brief| brief.officials.keys().chain(brief.organisations.keys()));
        let mut names: Vec<&str> = parties.map(Id::as_str).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            bail!("no brief names `{id}`, or any other person or body");
        }
        bail!(
            UnknownWord::new(format!("no brief names `{id}`"), id, &names)
                .spelt(|near| format!("`{near}`"))
                .otherwise(format!("the people and bodies are `{}`", names.join("`, `")))
        );
    }
    Ok(())
}
