//! Which rows each pane has.

use std::ops::Range;

use super::{ASKS, BRIEFS, CLAIMS, OFFICIALS, QUOTES, SOURCE};
use crate::brief::{Ask, Brief, Claim, Id, Quote};
use crate::evidence::Finding;
use crate::library::{Entry, Library};
use crate::reader::list::{Row, RowId};
use crate::reader::pane::Pane;

/// What the rows of the panes depend on: versions, and what is selected. A pane whose part of it
/// stays the same keeps its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The version of the briefs.
    pub briefs: usize,
    /// The version of the search.
    pub search: usize,
    /// Whether notes are folded away.
    pub folds_notes: bool,
    /// The index in the library of the open brief.
    pub brief: Option<usize>,
    /// The party whose items are shown without the others'.
    pub party: Option<Id>,
    /// The claim or ask whose quotes are shown without the others.
    pub subject: Option<Id>,
    /// The quote whose passage is shown.
    pub quote: Option<Id>,
    /// The bytes of the sentences of the source that are chosen, while they are shown.
    pub chosen: Option<Range<usize>>,
}

impl Selection {
    /// Returns the part that the rows of `pane` depend on.
    pub fn for_pane(&self, pane: Pane) -> Self {
        let Self { briefs, search, folds_notes, brief, party, subject, quote, chosen } =
            self.clone();
        let whole_brief = Self { briefs, search, folds_notes, brief, ..Self::default() };
        match pane {
            BRIEFS => Self { briefs, search, ..Self::default() },
            CLAIMS | ASKS => Self { party, ..whole_brief },
            QUOTES => Self { party, subject, ..whole_brief },
            SOURCE => Self { quote, chosen, ..whole_brief },
            _ => whole_brief,
        }
    }

    /// Returns the open entry.
    pub fn entry<'a>(&self, library: &'a Library) -> Option<&'a Entry> {
        library.entries().get(self.brief?)
    }

    /// Returns the open brief, unless it is broken.
    pub fn open<'a>(&self, library: &'a Library) -> Option<&'a Brief> {
        self.entry(library)?.brief.as_deref()
    }

    /// Returns what was found of the quote whose passage is shown.
    pub fn finding<'a>(&self, entry: &'a Entry) -> Option<&'a Finding> {
        entry.findings().get(self.quote.as_ref()?)
    }

    /// Returns whether a quote is shown: it is by or to the party.
    pub fn shows_quote(&self, quote: &Quote) -> bool {
        let to = quote.to.as_ref();
        self.is_for(|party| quote.by.include(party) || to == Some(party))
    }

    /// Returns whether a claim is shown: it is by the party.
    pub fn shows_claim(&self, claim: &Claim) -> bool {
        self.is_for(|party| claim.by.party() == Some(party))
    }

    /// Returns whether an ask is shown: it is by or to the party.
    pub fn shows_ask(&self, ask: &Ask) -> bool {
        self.is_for(|party| ask.by == *party || ask.to.iter().any(|to| to.party() == Some(party)))
    }

    fn is_for(&self, is_for: impl FnOnce(&Id) -> bool) -> bool {
        self.party.as_ref().is_none_or(is_for)
    }
}

/// Returns the rows of a pane of items; none for other panes, and for a broken brief.
pub fn rows(library: &Library, selection: &Selection, pane: Pane) -> Vec<RowId> {
    let Some(brief) = selection.open(library) else { return Vec::new() };
    match pane {
        OFFICIALS => {
            let parties = brief.officials.ids().chain(brief.organisations.ids());
            std::iter::once(RowId::Everyone).chain(parties.cloned().map(RowId::Item)).collect()
        }
        CLAIMS => {
            let shown = brief.claims.iter().filter(|claim| selection.shows_claim(claim));
            shown.map(|claim| RowId::Item(claim.id.clone())).collect()
        }
        ASKS => {
            let shown = brief.asks.iter().filter(|ask| selection.shows_ask(ask));
            shown.map(|ask| RowId::Item(ask.id.clone())).collect()
        }
        QUOTES => quotes(brief, selection),
        _ => Vec::new(),
    }
}

/// Returns the quotes that the subject rests on, in its order, or every quote of the party.
fn quotes(brief: &Brief, selection: &Selection) -> Vec<RowId> {
    let evidence = selection.subject.as_ref().and_then(|subject| {
        let claim = brief.claims.get(subject).map(|claim| &claim.evidence);
        claim.or_else(|| brief.asks.get(subject).map(|ask| &ask.evidence))
    });
    if let Some(evidence) = evidence {
        return evidence.iter().cloned().map(RowId::Item).collect();
    }
    let shown = brief.quotes.iter().filter(|quote| selection.shows_quote(quote));
    shown.map(|quote| RowId::Item(quote.id.clone())).collect()
}

/// Returns the number of rows that a pane has when nothing is filtered.
pub fn total(library: &Library, selection: &Selection, pane: Pane) -> usize {
    if pane == BRIEFS {
        return library.entries().len();
    }
    let Some(brief) = selection.open(library) else { return 0 };
    match pane {
        OFFICIALS => 1 + brief.officials.len() + brief.organisations.len(),
        CLAIMS => brief.claims.len(),
        ASKS => brief.asks.len(),
        _ => brief.quotes.len(),
    }
}

/// What the Source pane shows.
#[derive(Clone, Debug)]
pub enum SourceRows {
    /// The text of the source.
    Paragraphs {
        /// The number of its paragraphs.
        count: usize,
        /// The first paragraph of the passage, counted from 1.
        passage: usize,
    },
    /// What is known of a source whose text is not available.
    About(Vec<Row>),
}

/// Returns the rows of the Source pane.
pub fn source_rows(library: &Library, selection: &Selection) -> SourceRows {
    let open = selection.entry(library).and_then(|entry| Some((entry, entry.brief.as_deref()?)));
    let Some((entry, brief)) = open else { return SourceRows::About(Vec::new()) };
    match entry.text() {
        Some(text) => {
            let finding = selection.finding(entry);
            let first = finding.and_then(|finding| finding.paragraphs.first());
            let passage = first.map_or(1, |number| usize::try_from(*number).unwrap_or(usize::MAX));
            SourceRows::Paragraphs { count: text.paragraphs().len(), passage }
        }
        None => SourceRows::About(super::overview::without_text(library, entry, brief, selection)),
    }
}
