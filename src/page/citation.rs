//! Citations: the letters of the printed briefs, and what an item rests on as `[A3, A4]`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexMap;

use super::document::{Flow, Role, Span, join};
use super::items;
use crate::brief::{Anchor, Brief, Id, Item};
use crate::evidence::{Evidence, State};
use crate::library::Library;
use crate::text::Text;

/// A brief that is printed, under its letter.
#[derive(Clone, Debug)]
pub struct Lettered<'a> {
    /// Its index among the printed briefs, from 0.
    pub order: usize,
    /// A, B, … Z, AA, AB …
    pub letter: String,
    /// The brief itself.
    pub brief: &'a Brief,
    /// How it rests on its source.
    pub evidence: &'a Evidence,
}

impl<'a> Lettered<'a> {
    /// Gives `brief` the letter that belongs to the index `order`.
    pub fn new(order: usize, brief: &'a Brief, evidence: &'a Evidence) -> Self {
        Self { order, letter: letter(order), brief, evidence }
    }

    /// Returns what is known of each quote with exact words, in the order of the file.
    pub fn states(&self) -> Vec<State> {
        let exact = self.brief.quotes.values().filter(|quote| quote.words.exact().is_some());
        exact.map(|quote| self.state(&quote.id)).collect()
    }

    /// Returns whether any of these quotes of the brief failed.
    pub fn has_failed(&self, quotes: &[Id]) -> bool {
        quotes.iter().any(|quote| self.state(quote) == State::Failed)
    }

    /// Returns what is known of the exact words of a quote of the brief.
    pub fn state(&self, quote: &Id) -> State {
        self.evidence.findings.get(quote).map_or(State::Unverified, |finding| finding.state)
    }
}

/// The briefs that are printed together, each with its letter.
#[derive(Debug)]
pub struct Letters<'a> {
    briefs: Vec<Lettered<'a>>,
    by_id: HashMap<&'a Id, usize>,
}

impl<'a> Letters<'a> {
    /// Gives a letter to each sound brief of `library`, in order.
    pub fn new(library: &'a Library) -> Self {
        let sound = library
            .entries()
            .iter()
            .filter_map(|entry| Some((entry.brief.as_ref()?, &entry.evidence)));
        let briefs: Vec<Lettered<'a>> = sound
            .enumerate()
            .map(|(order, (brief, evidence))| Lettered::new(order, brief, evidence))
            .collect();
        let mut by_id = HashMap::new();
        for lettered in &briefs {
            by_id.entry(&lettered.brief.id).or_insert(lettered.order);
        }
        Self { briefs, by_id }
    }

    /// Returns the printed briefs in order.
    pub fn briefs(&self) -> &[Lettered<'a>] {
        &self.briefs
    }

    /// Returns the address of an item on paper: `B-c5`, or `nca-holyrood/c5` if its brief is not
    /// printed.
    pub fn address(&self, anchor: &Anchor) -> Text {
        match self.get(&anchor.brief) {
            Some(lettered) => format!("{}-{}", lettered.letter, anchor.item).into(),
            None => anchor.to_string().into(),
        }
    }

    /// Returns the printed brief with this id; the first if two have it.
    pub fn get(&self, id: &Id) -> Option<&Lettered<'a>> {
        self.by_id.get(id).map(|&order| &self.briefs[order])
    }

    /// Returns `brief` with its letter, even if another brief has the same id.
    pub fn lettered(&self, brief: &Brief) -> Option<&Lettered<'a>> {
        let is_it = |lettered: &&Lettered<'a>| std::ptr::eq(lettered.brief, brief);
        self.get(&brief.id).filter(is_it).or_else(|| self.briefs.iter().find(is_it))
    }

    /// Returns what every citation of a printed source refers to, by its text: for `A3`, source A
    /// and its third paragraph.
    pub fn notes(&self) -> IndexMap<Text, Flow> {
        let mut notes = IndexMap::new();
        for lettered in &self.briefs {
            let found = lettered.evidence.findings.values().flat_map(|finding| &finding.paragraphs);
            let paragraphs: BTreeSet<u32> = found.copied().collect();
            for place in std::iter::once(None).chain(paragraphs.into_iter().map(Some)) {
                notes.insert(mark(lettered, place), note(lettered, place));
            }
        }
        notes
    }

    /// Cites what `items` rest on, from the brief `here`: `[A3, A4]`, in order and each once.
    /// Returns an empty flow if they rest on nothing.
    pub fn cite<'i>(
        &self,
        here: &Lettered<'_>,
        items: impl IntoIterator<Item = &'i Anchor>,
    ) -> Flow {
        let mut places: BTreeMap<Cited, (Text, Anchor)> = BTreeMap::new();
        for item in items {
            let lettered =
                if item.brief == here.brief.id { Some(here) } else { self.get(&item.brief) };
            if let Some(lettered) = lettered {
                add_places(lettered, &item.item, &mut places);
            } else {
                let citation = (item.to_string().into(), item.clone());
                places.insert(Cited::Elsewhere(item.clone()), citation);
            }
        }
        bracketed(places.into_values())
    }
}

/// What a citation points at, in the order it is printed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Cited {
    /// A paragraph of a printed brief’s source, or the source as a whole.
    Printed { order: usize, paragraph: Option<u32> },
    /// An item of a brief that is not printed.
    Elsewhere(Anchor),
}

/// Adds the paragraphs in which the quotes under an item of `lettered` were found.
fn add_places(lettered: &Lettered<'_>, item: &Id, places: &mut BTreeMap<Cited, (Text, Anchor)>) {
    let Lettered { order, brief, evidence, .. } = lettered;
    let quotes = match brief.item(item) {
        Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
        Some(Item::Claim(claim)) => &claim.evidence,
        Some(Item::Ask(ask)) => &ask.evidence,
        Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
    };
    for quote in quotes {
        let paragraphs =
            evidence.findings.get(quote).map_or(&[][..], |finding| &finding.paragraphs);
        let mut add = |paragraph: Option<u32>| {
            places
                .entry(Cited::Printed { order: *order, paragraph })
                .or_insert_with(|| (mark(lettered, paragraph), brief.anchor(quote)));
        };
        if paragraphs.is_empty() {
            add(None);
        }
        for &paragraph in paragraphs {
            add(Some(paragraph));
        }
    }
}

/// Returns the citation of a paragraph of a source, or of the source as a whole: `A3`, `A`.
fn mark(lettered: &Lettered<'_>, paragraph: Option<u32>) -> Text {
    let number = paragraph.map_or_else(String::new, |number| number.to_string());
    format!("{}{number}", lettered.letter).into()
}

/// Returns what a citation refers to.
fn note(lettered: &Lettered<'_>, paragraph: Option<u32>) -> Flow {
    let source = &lettered.brief.source;
    let place = match paragraph {
        Some(paragraph) => format!("paragraph {paragraph}"),
        None => "paragraph not known".into(),
    };
    let plain = |text: String| vec![Span::new(Role::Plain, text)];
    let place = plain(format!("Source {}, {place}:", lettered.letter));
    join([place, join(items::source_lines(source), ", ")], " ")
}

/// Sets the text of each citation, and where it leads, in one pair of square brackets.
pub fn bracketed(citations: impl Iterator<Item = (Text, Anchor)>) -> Flow {
    let mut flow = Flow::new();
    for (text, anchor) in citations {
        let before = if flow.is_empty() { "[" } else { ", " };
        flow.push(Span::new(Role::Citation, before));
        flow.push(Span::new(Role::Citation, text).to(anchor));
    }
    if !flow.is_empty() {
        flow.push(Span::new(Role::Citation, "]"));
    }
    flow
}

/// Returns the letter for an index: A to Z, then AA, AB and so on.
fn letter(order: usize) -> String {
    let last = char::from(b'A' + u8::try_from(order % 26).unwrap_or_default());
    match order / 26 {
        0 => last.into(),
        more => letter(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(letter),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
