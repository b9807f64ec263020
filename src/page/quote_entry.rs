//! Words of a source as an entry for the `quotes` of its brief, ready to be pasted at their end.

use std::ops::Range;

use super::items;
use crate::brief::{Brief, Id, indent_of, push_quote};
use crate::evidence::{DraftQuote, Excerpt, MissingSpeaker};
use crate::library::Entry;
use crate::text::Text;

/// An entry for the `quotes` of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteEntry {
    /// Its id, which nothing in the brief has.
    pub id: Id,
    /// What it is: `reported, by tsb`.
    pub form: Text,
    /// The lines of YAML, indented as the other quotes of the brief are. A brief without quotes gets
    /// the line `quotes:` above.
    pub yaml: Text,
    /// What the author has to do after pasting it, if anything.
    pub to_do: Option<Text>,
}

/// Returns these bytes of the source’s text as an entry for the `quotes` of the brief in `entry`.
///
/// # Errors
///
/// Returns why there is none: the brief or the text of its source is not available, or no quote of these
/// words would pass the check.
pub fn quote_entry(entry: &Entry, bytes: Range<usize>) -> Result<QuoteEntry, Text> {
    let (Some(brief), Some(text)) = (&entry.brief, entry.text()) else {
        return Err("the text of the source is not available".into());
    };
    let id = free_id(entry, brief);
    let excerpt = Excerpt::new(brief, text, bytes);
    let DraftQuote { quote, missing } = excerpt.quote(&id)?;
    let head = if brief.quotes.is_empty() { "quotes:\n" } else { "" };
    let mut yaml = head.to_owned();
    let remark = missing.as_ref().map(remark);
    push_quote(&mut yaml, indent(entry, brief), &quote, remark.as_deref());
    let by = match quote.by.parties() {
        [] => "the source".to_owned(),
        parties => parties.join(", "),
    };
    let is_gist = quote.words.exact().is_none();
    let others = (excerpt.voices() > 1).then(|| "what others say in it is left out".into());
    let gist = is_gist.then(|| "put its gist in your own words".into());
    Ok(QuoteEntry {
        form: format!("{}, by {by}", items::form(quote.words.form())).into(),
        id,
        yaml: Text::new(&yaml),
        to_do: missing.as_ref().map(to_do).or(gist).or(others),
    })
}

/// Returns the next id of the kind that the quotes of a brief have: after `q9` it is `q10`. One that the
/// file has already is not free, even if the brief is an earlier version of it.
fn free_id(entry: &Entry, brief: &Brief) -> Id {
    let last = brief.quotes.ids().next_back().map_or("", Id::as_str);
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let stem = if stem.is_empty() || stem == last { "q" } else { stem };
    let numbers = brief.quotes.ids().filter_map(|id| id.strip_prefix(stem)?.parse::<usize>().ok());
    let next = numbers.max().map_or(1, |highest| highest.saturating_add(1));
    let mut ids = (next..).map(|number| Id::of_file(&format!("{stem}{number}")));
    let is_free =
        |id: &Id| brief.item(id).is_none() && !entry.yaml().lines().any(|line| is_key(line, id));
    ids.find(is_free).unwrap_or_else(|| Id::of_file(stem))
}

/// Returns whether a line of YAML begins with a key.
fn is_key(line: &str, key: &str) -> bool {
    line.trim_start().strip_prefix(key).is_some_and(|rest| rest.starts_with(':'))
}

/// Returns how far the quotes of a brief are indented in its file, if each begins a line.
fn indent(entry: &Entry, brief: &Brief) -> usize {
    const USUAL: usize = 2;
    let path = brief.quotes.ids().next_back().and_then(|id| brief.path(id));
    let indent = path.and_then(|path| indent_of(entry.yaml(), &path));
    indent.filter(|indent| *indent > 0).unwrap_or(USUAL)
}

/// Returns the comment beside `by`: how to list a speaker who is not in the brief.
fn remark(missing: &MissingSpeaker) -> String {
    match missing {
        MissingSpeaker::Named(named) if named.is_person => {
            let honorific = named.honorific.as_ref();
            let honorific = honorific.map(|words| format!(", honorific: {words}"));
            let honorific = honorific.unwrap_or_default();
            format!("FILL IN under officials: {}: {{name: {}{honorific}}}", named.id, named.name)
        }
        MissingSpeaker::Named(named) => {
            format!("FILL IN under organisations: {}: {}", named.id, named.name)
        }
        MissingSpeaker::Described(name) => format!("FILL IN: the source says only “{name}”"),
        MissingSpeaker::Unknown => "FILL IN: the source does not name the speaker".to_owned(),
    }
}

fn to_do(missing: &MissingSpeaker) -> Text {
    match missing {
        MissingSpeaker::Named(named) => {
            let list = if named.is_person { "officials" } else { "organisations" };
            format!("add {} to {list} as `{}`", named.name, named.id)
        }
        MissingSpeaker::Described(name) => format!("fill in `by`: the source says only “{name}”"),
        MissingSpeaker::Unknown => "fill in `by`: the source does not name the speaker".to_owned(),
    }
    .into()
}
