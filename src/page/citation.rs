//! Citations: the letters of the printed briefs, and what an item rests on as `[A3, A4]`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexMap;

use super::document::{Flow, Note, Role, Span};
use super::items;
use crate::brief::{Anchor, Brief, Id, Item};
use crate::evidence::{Evidence, SourceWords, State};
use crate::library::Library;
use crate::text::{Text, address_at_words, web_address};

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
        self.evidence.states(self.brief).collect()
    }

    /// Returns what is known of the exact words of a quote of the brief.
    pub fn state(&self, quote: &Id) -> State {
        self.evidence.state(quote)
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
            .filter_map(|entry| Some((entry.brief.as_ref()?, entry.evidence())));
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
    pub fn notes(&self) -> IndexMap<Text, Note> {
        let mut notes = IndexMap::new();
        for lettered in &self.briefs {
            let quotes = lettered.brief.quotes.ids();
            let mut places: BTreeSet<Place> =
                quotes.flat_map(|quote| places(lettered, quote)).collect();
            places.insert(Place::default());
            for place in places {
                notes.insert(mark(lettered, &place), note(lettered, &place));
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
        let mut cited: BTreeMap<Cited, (Text, Anchor)> = BTreeMap::new();
        for item in items {
            let lettered =
                if item.brief == here.brief.id { Some(here) } else { self.get(&item.brief) };
            if let Some(lettered) = lettered {
                add_places(lettered, &item.item, &mut cited);
            } else {
                let citation = (item.to_string().into(), item.clone());
                cited.insert(Cited::Elsewhere(item.clone()), citation);
            }
        }
        bracketed(cited.into_values())
    }
}

/// Returns where the exact words of the quotes of `library` are on the web, if a brief gives the address of
/// its source.
pub fn word_addresses(library: &Library) -> HashMap<Anchor, String> {
    let quotes = library.entries().iter().flat_map(|entry| {
        let quotes = entry
            .brief
            .iter()
            .flat_map(|brief| brief.exact_quotes().map(move |quote| (brief, quote)));
        quotes.map(move |(brief, quote)| (entry, brief, quote))
    });
    let addressed = quotes.filter_map(|(entry, brief, quote)| {
        let address = words_address(brief, entry.evidence(), [&quote.id])?;
        Some((brief.anchor(&quote.id), address))
    });
    addressed.collect()
}

/// Returns the web address of the source of `brief` at the exact words of `quotes`; [`None`] if they have
/// none, or the brief gives no address that can be followed.
pub fn words_address<'q>(
    brief: &Brief,
    evidence: &Evidence,
    quotes: impl IntoIterator<Item = &'q Id>,
) -> Option<String> {
    let address = web_address(brief.source.url.as_ref()?)?;
    let quotes = quotes.into_iter().filter_map(|id| brief.quotes.get(id));
    let words: Vec<SourceWords> = quotes.flat_map(|quote| evidence.source_words(quote)).collect();
    (!words.is_empty())
        .then(|| address_at_words(&address, words.iter().map(|words| words.exact.as_str())))
}

/// What a citation points at, in the order it is printed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Cited {
    /// A place in a printed brief’s source.
    Printed { order: usize, place: Place },
    /// An item of a brief that is not printed.
    Elsewhere(Anchor),
}

/// A place in a source.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The paragraph; [`None`] for the source as a whole.
    paragraph: Option<u32>,
    /// The page, the column or the time that the brief gives.
    at: Option<Text>,
}

/// Returns the paragraphs in which a quote of `lettered` was found, in order; the last of them has
/// the page that the brief gives.
fn places(lettered: &Lettered<'_>, quote: &Id) -> Vec<Place> {
    let finding = lettered.evidence.findings.get(quote);
    let paragraphs = finding.map_or(&[][..], |finding| &finding.paragraphs);
    let quote = lettered.brief.quotes.get(quote);
    let at = quote.and_then(|quote| finding.map_or(quote.at.as_ref(), |found| found.at(quote)));
    let (before, last) = match paragraphs.split_last() {
        Some((last, before)) => (before, Some(*last)),
        None => (&[][..], None),
    };
    let before = before.iter().map(|paragraph| Place { paragraph: Some(*paragraph), at: None });
    before.chain([Place { paragraph: last, at: at.cloned() }]).collect()
}

/// Adds the paragraphs in which the quotes under an item of `lettered` were found.
fn add_places(lettered: &Lettered<'_>, item: &Id, cited: &mut BTreeMap<Cited, (Text, Anchor)>) {
    let Lettered { order, brief, .. } = lettered;
    let quotes = match brief.item(item) {
        Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
        Some(Item::Claim(claim)) => &claim.evidence,
        Some(Item::Ask(ask)) => &ask.evidence,
        Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
    };
    for quote in quotes {
        for place in places(lettered, quote) {
            let text = mark(lettered, &place);
            cited
                .entry(Cited::Printed { order: *order, place })
                .or_insert_with(|| (text, brief.anchor(quote)));
        }
    }
}

/// Returns the citation of a place in a source, or of the source as a whole: `A3`, `A3 (p. 7)`, `A`.
fn mark(lettered: &Lettered<'_>, place: &Place) -> Text {
    let number = place.paragraph.map_or_else(String::new, |number| number.to_string());
    let at = place.at.as_ref().map_or_else(String::new, |at| format!(" ({at})"));
    format!("{}{number}{at}", lettered.letter).into()
}

/// Returns what a citation refers to.
fn note(lettered: &Lettered<'_>, place: &Place) -> Note {
    let letter = lettered.letter.as_str();
    let place = match (place.paragraph, &place.at) {
        (Some(paragraph), Some(at)) => format!("paragraph {paragraph}, {at}"),
        (Some(paragraph), None) => format!("paragraph {paragraph}"),
        (None, Some(at)) => at.to_string(),
        (None, None) => "paragraph not known".into(),
    };
    let place = vec![Span::new(Role::Plain, format!("Source {letter}, {place}"))];
    let source = items::source_lines(&lettered.brief.source);
    Note { letter: letter.into(), place, source }
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
