//! The quotations of a source that no quote of its brief has taken yet, after `exact:`.

use super::completion::{DETAIL, Suggestion, SuggestionKind};
use super::scan::{ScannedField, ValueStyle, keys, quoted_end};
use super::view::BriefView;
use crate::brief::{Quote, Words, quoted};
use crate::evidence::{FILL_IN, Proposal, Proposed};
use crate::text::{Text, shorten_to_words};

/// Returns the quotations of the source that could be the words of the quote `id`, whose value begins at
/// the byte `start` and has the cursor at `at`: those by its speaker first, then in the order of the
/// source.
pub fn quotations<'a>(view: &BriefView<'a>, id: &str, start: usize, at: usize) -> Vec<Suggestion> {
    let Some(proposal) = view.proposal else { return Vec::new() };
    let taken = taken(view, id);
    let is_free = |(_, exact): &(&Proposed<Quote>, &Text)| {
        let words = letters(exact);
        !taken.iter().any(|taken| taken.contains(&words) || words.contains(taken.as_str()))
    };
    let by = field(view, id, "by").unwrap_or_default();
    let is_by = |(quote, _): &(&Proposed<Quote>, &Text)| {
        !by.is_empty()
            && name_of(proposal, &quote.item).is_some_and(|name| is_called(view, &by, &name))
    };
    let exact = |quote: &'a Proposed<Quote>| match &quote.item.words {
        Words::Direct(exact) | Words::Partial(exact) => Some((quote, exact)),
        _ => None,
    };
    let free = proposal.quotes.iter().filter_map(exact).filter(is_free);
    let (own, others): (Vec<_>, Vec<_>) = free.partition(is_by);
    let place = Place::new(view, start, at);
    let both = own.into_iter().chain(others);
    both.map(|(quote, exact)| place.suggest(exact, quote.paragraph, name_of(proposal, &quote.item)))
        .collect()
}

/// Returns the name of who says a quote, if somebody with a name does.
fn name_of(proposal: &Proposal, quote: &Quote) -> Option<Text> {
    let [id] = quote.by.parties() else { return None };
    let mut people = proposal.officials.iter().map(|person| (&person.item.id, &person.item.name));
    let mut bodies = proposal.organisations.iter().map(|body| (&body.item.id, &body.item.name));
    let found =
        people.find(|(other, _)| *other == id).or_else(|| bodies.find(|(other, _)| *other == id));
    found.map(|(_, name)| name.clone()).filter(|name| *name != FILL_IN)
}

/// Where the words go.
struct Place<'a> {
    view: &'a BriefView<'a>,
    start: usize,
    end: usize,
}

impl<'a> Place<'a> {
    /// Returns the place of a value that begins at `start`, with all that is there of it.
    fn new(view: &'a BriefView<'a>, start: usize, at: usize) -> Self {
        let value = view.fields.iter().find(|field| field.value.start == start);
        let is_whole = |field: &&ScannedField| match field.style {
            ValueStyle::Plain => true,
            ValueStyle::Quoted => quoted_end(view.text, start, field.value.end).is_some(),
            _ => false,
        };
        let end = value.filter(is_whole).map_or(at, |field| field.value.end.max(at));
        Self { view, start, end }
    }

    fn suggest(&self, words: &Text, paragraph: u32, name: Option<Text>) -> Suggestion {
        // Some editors insert no line end where words are completed.
        let mut insert = quoted(words, 0, 0).replace('\n', " ");
        if self.view.text[..self.start].ends_with(':') {
            insert.insert(0, ' ');
        }
        let who = name.map_or_else(String::new, |name| format!(", {name}"));
        Suggestion {
            label: shorten_to_words(words, DETAIL).into(),
            kind: SuggestionKind::Quotation,
            detail: Some(format!("¶{paragraph}{who}").into()),
            documentation: Some(format!("“{words}”").into()),
            replaces: self.start..self.end,
            insert,
        }
    }
}

/// Returns the words of the other quotes, as letters.
fn taken(view: &BriefView<'_>, id: &str) -> Vec<String> {
    let is_taken = |field: &&ScannedField| matches!(keys(&field.path).as_slice(), ["quotes", other, "exact"] if *other != id);
    let fields = view.fields.iter().filter(is_taken);
    let parts = fields.flat_map(|field| {
        let words = view.text[field.inside(view.text)].replace("[…]", "...");
        words.split("...").map(letters).collect::<Vec<String>>()
    });
    parts.filter(|words| !words.is_empty()).collect()
}

/// Returns the letters and digits of a text alone, so that marks, spaces and folding do not matter.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns a field of a quote as it is written.
fn field(view: &BriefView<'_>, id: &str, name: &str) -> Option<String> {
    let is_it = |field: &&ScannedField| keys(&field.path).as_slice() == ["quotes", id, name];
    let field = view.fields.iter().find(is_it)?;
    Some(view.text[field.inside(view.text)].to_owned())
}

/// Returns whether the party `id` of the brief has this name, or a name with its last word.
fn is_called(view: &BriefView<'_>, id: &str, name: &str) -> bool {
    let is_it = |field: &&ScannedField| {
        matches!(keys(&field.path).as_slice(),
            ["officials", party, "name"] | ["organisations", party] if *party == id)
    };
    let own = view.fields.iter().find(is_it).map(|field| &view.text[field.inside(view.text)]);
    own.is_some_and(|own| own == name || own.rsplit(' ').next() == name.rsplit(' ').next())
}
