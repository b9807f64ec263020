//! How a page addresses an item, and how it cites what something rests on.

use super::citation::{Lettered, Letters, bracketed};
use super::document::Flow;
use crate::brief::{Anchor, Id};
use crate::text::Text;

/// How the addresses of items are written.
#[derive(Clone, Copy, Debug)]
pub enum Addressing<'a> {
    /// On paper: `B-c5`, by the letters of the printed briefs. Citations name paragraphs of the
    /// sources: `[B3, B4]`.
    Letters(&'a Letters<'a>),
    /// Within the brief that has this id: `c5`, and `nca-holyrood/c5` for an item of another brief.
    /// Citations name items: `[c5]`.
    Within(&'a Id),
    /// Across briefs: `nca-holyrood/c5`. Citations name items: `[nca-holyrood/c5]`.
    Across,
}

impl Addressing<'_> {
    /// Returns the address of an item.
    pub fn address(self, item: &Anchor) -> Text {
        match self {
            Self::Letters(letters) => letters.address(item),
            Self::Within(brief) if item.brief == *brief => item.item.as_str().into(),
            Self::Within(_) | Self::Across => item.to_string().into(),
        }
    }

    /// Cites `items` from the brief `here`. Returns an empty flow if there is nothing to cite.
    pub fn cite<'i>(
        self,
        here: &Lettered<'_>,
        items: impl IntoIterator<Item = &'i Anchor>,
    ) -> Flow {
        match self {
            Self::Letters(letters) => letters.cite(here, items),
            Self::Within(_) | Self::Across => {
                let addressed = items.into_iter().map(|item| (self.address(item), item.clone()));
                bracketed(addressed)
            }
        }
    }
}
