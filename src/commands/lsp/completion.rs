//! What can be typed at the cursor: fields, ids, words of closed lists, names of files.

use std::collections::HashSet;
use std::ops::Range;

use super::exact;
use super::ids::{self, IdUse};
use super::scan::{ScannedField, Typing, keys, typing_at_end};
use super::view::{BriefView, is_file};
use crate::brief::{Brief, FieldPath, Id, Official, Party, Step, fields_of, quoted, words_of};
use crate::files;
use crate::text::{Text, shorten_to_words};

/// The most suggestions that are sent at once.
const MOST: usize = 500;

/// The columns of a text beside a suggestion.
pub const DETAIL: usize = 72;

/// Something that can be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the list shows.
    pub label: Text,
    /// What kind of thing it is.
    pub kind: SuggestionKind,
    /// A few words on it.
    pub detail: Option<Text>,
    /// More on it.
    pub documentation: Option<Text>,
    /// The bytes of the text that it replaces.
    pub replaces: Range<usize>,
    /// What it replaces them with.
    pub insert: String,
}

/// What kind of thing is suggested; editors show a sign for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A field of the format.
    Field,
    /// The id of an item.
    Item,
    /// The id of a person or a body.
    Party,
    /// A word of a closed list.
    Word,
    /// A quotation.
    Quotation,
    /// A file.
    File,
}

/// What can be typed at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The most likely first.
    pub list: Vec<Suggestion>,
    /// Whether there are more, which further letters will tell apart.
    pub is_cut: bool,
}

/// Returns what can be typed at the byte `at`. Of a great many, those that have what is typed so far.
pub fn complete(view: &BriefView<'_>, at: usize) -> Suggestions {
    let mut list = all(view, at);
    if list.len() <= MOST {
        return Suggestions { list, is_cut: false };
    }
    list.retain(|one| one.label.contains(&view.text[one.replaces.start.min(at)..at]));
    let is_cut = list.len() > MOST;
    list.truncate(MOST);
    Suggestions { list, is_cut }
}

/// Returns all that can be typed at the byte `at`, the most likely first.
fn all(view: &BriefView<'_>, at: usize) -> Vec<Suggestion> {
    let before = &view.text[..at];
    match typing_at_end(before) {
        Typing::Nothing => Vec::new(),
        Typing::Key { container, start } if takes_a_value(&container) => {
            at_value(view, &container, start, at)
        }
        Typing::Key { container, start } => at_key(view, &container, start, at),
        Typing::Value { path, start } => at_value(view, &path, start, at),
    }
}

/// Returns whether a text, and no map, belongs at `path`.
fn takes_a_value(path: &FieldPath) -> bool {
    let is_map_of_ids =
        matches!(path.steps(), [Step::Key(_)]) && ids::defined(&path.key("a")).is_some();
    !path.steps().is_empty() && fields_of(path).is_empty() && !is_map_of_ids
}

/// What a suggestion replaces: the word before the cursor, and what of it is after.
struct Word<'a> {
    view: &'a BriefView<'a>,
    replaces: Range<usize>,
}

impl Word<'_> {
    fn suggest(&self, label: impl Into<Text>, kind: SuggestionKind) -> Suggestion {
        let label = label.into();
        let insert = label.to_string();
        let replaces = self.replaces.clone();
        Suggestion { label, kind, detail: None, documentation: None, replaces, insert }
            .spaced(self.view)
    }

    fn item(&self, id: &str, detail: &str) -> Suggestion {
        let detail = Some(shorten_to_words(&Text::flow(detail), DETAIL).into());
        Suggestion { detail, ..self.suggest(id, SuggestionKind::Item) }
    }
}

impl Suggestion {
    /// Puts a space before it if it follows a colon: `by:vale` would be one word.
    fn spaced(mut self, view: &BriefView<'_>) -> Self {
        if view.text[..self.replaces.start].ends_with(':') {
            self.insert.insert(0, ' ');
        }
        self
    }
}

fn at_key(view: &BriefView<'_>, container: &FieldPath, start: usize, at: usize) -> Vec<Suggestion> {
    let word = Word { view, replaces: start..word_end(view.text, at, &[':']) };
    // The key that is being typed is not there yet.
    let is_other = |field: &&ScannedField| field.start() != start;
    let siblings: HashSet<&str> = view
        .fields
        .iter()
        .filter(is_other)
        .filter(|field| field.path.parent().as_ref() == Some(container))
        .filter_map(|field| keys(&field.path).last().copied())
        .collect();
    let has_colon = view.text[word.replaces.end..].trim_start_matches(' ').starts_with(':');
    let colon = if has_colon { "" } else { ": " };
    if let [Step::Key(section)] = container.steps()
        && ids::defined(&container.key("a")).is_some()
    {
        return new_items(&word, section, &siblings, has_colon);
    }
    let fields = fields_of(container);
    let missing = fields.into_iter().filter(|field| !siblings.contains(field.name.as_str()));
    let (required, others): (Vec<_>, Vec<_>) = missing.partition(|field| field.is_required);
    required
        .into_iter()
        .chain(others)
        .map(|field| {
            let detail = field.is_required.then(|| Text::new("required"));
            let suggestion = word.suggest(field.name.clone(), SuggestionKind::Field);
            let insert = format!("{}{colon}", field.name);
            Suggestion { detail, documentation: field.description, insert, ..suggestion }
        })
        .collect()
}

/// Returns the next free id of a section, and the people and bodies of other briefs that this one does
/// not have.
fn new_items(
    word: &Word<'_>,
    section: &str,
    siblings: &HashSet<&str>,
    has_colon: bool,
) -> Vec<Suggestion> {
    let given = ids::sections(&word.view.fields);
    if !ids::is_of_parties(section) {
        let letter = &section[..1];
        let is_free =
            |id: &String| !given.contains_key(id.as_str()) && !siblings.contains(id.as_str());
        let free = (1..=given.len() + siblings.len() + 1)
            .map(|number| format!("{letter}{number}"))
            .find(is_free);
        let suggest = |id: String| {
            let colon = if has_colon { "" } else { ":" };
            let insert = format!("{id}{colon}");
            let detail = Some(Text::new("the next free id"));
            Suggestion { detail, insert, ..word.suggest(id, SuggestionKind::Item) }
        };
        return free.map(suggest).into_iter().collect();
    }
    let mut seen = HashSet::new();
    let others = word.view.library.briefs().filter(|brief| brief.id != word.view.here);
    let mut suggestions = Vec::new();
    for brief in others {
        let parties: Vec<Party<'_>> = match section {
            "officials" => brief.officials.iter().map(Party::Official).collect(),
            _ => brief.organisations.iter().map(Party::Organisation).collect(),
        };
        for party in parties {
            let (id, value) = entry_of_party(party);
            if given.contains_key(id.as_str()) || !seen.insert(id.clone()) {
                continue;
            }
            let detail = Some(format!("{}, in {}", party.styled_name(), brief.id).into());
            let suggestion = word.suggest(id.as_str(), SuggestionKind::Party);
            let insert = if has_colon { id.to_string() } else { format!("{id}: {value}") };
            suggestions.push(Suggestion { detail, insert, ..suggestion });
        }
    }
    suggestions
}

/// Returns the id of a party, and its entry as a brief writes it.
fn entry_of_party(party: Party<'_>) -> (Id, String) {
    let one_line = |text: &Text| quoted(text, 0, 0).replace('\n', " ");
    match party {
        Party::Organisation(body) => (body.id.clone(), one_line(&body.name)),
        Party::Official(Official { id, name, post, organisation, honorific, aka: _ }) => {
            let mut fields = vec![format!("name: {}", one_line(name))];
            fields.extend(honorific.iter().map(|text| format!("honorific: {}", one_line(text))));
            fields.extend(post.iter().map(|text| format!("post: {}", one_line(text))));
            fields.extend(organisation.iter().map(|id| format!("organisation: {id}")));
            (id.clone(), format!("{{{}}}", fields.join(", ")))
        }
    }
}

fn at_value(view: &BriefView<'_>, path: &FieldPath, start: usize, at: usize) -> Vec<Suggestion> {
    if let ["quotes", id, "exact"] = keys(path).as_slice() {
        return exact::quotations(view, id, start, at);
    }
    if ids::is_prose(path) {
        return cite(view, start, at);
    }
    let word = Word { view, replaces: start..word_end(view.text, at, &[',', ']', '}', '#']) };
    if let Some(id_use) = ids::id_use(path) {
        return ids_for(&word, id_use, path);
    }
    match keys(path).as_slice() {
        ["topics"] => topics(&word),
        ["source", "text"] => texts(&word),
        [_, _, "inferred"] => vec![word.suggest("true", SuggestionKind::Word)],
        _ => {
            let words = words_of(path).into_iter();
            let suggest = |entry: crate::brief::SchemaEntry| {
                let suggestion = word.suggest(entry.name, SuggestionKind::Word);
                Suggestion { detail: entry.description, ..suggestion }
            };
            words.map(suggest).collect()
        }
    }
}

/// Returns the end of the word that the cursor at `at` is in: before a blank, the end of the line, or
/// one of the characters that `end` it.
fn word_end(text: &str, at: usize, end: &[char]) -> usize {
    let rest = &text[at..];
    let is_end = |c: char| c.is_whitespace() || end.contains(&c);
    at + rest.find(is_end).unwrap_or(rest.len())
}

/// Returns the ids that can be cited, if the cursor is in a bracket that may become a citation.
fn cite(view: &BriefView<'_>, start: usize, at: usize) -> Vec<Suggestion> {
    let before = &view.text[start..at];
    let Some(open) = before.rfind(['[', ']']).filter(|open| before[*open..].starts_with('['))
    else {
        return Vec::new();
    };
    let inside = &before[open + 1..];
    // `[they know]` is no citation.
    let is_id = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || "-/".contains(c));
    if !inside.split(',').all(|part| is_id(part.trim())) {
        return Vec::new();
    }
    let last = inside.rfind([',', ' ', '\n']).map_or(0, |comma| comma + 1);
    let from = start + open + 1 + last;
    let rest = &view.text[at..];
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '/';
    let word = Word { view, replaces: from..at + rest.find(|c| !is_id(c)).unwrap_or(rest.len()) };
    let mut found = own_items(&word, &["claims", "asks", "quotes"]);
    found.extend(items_of_others(&word, |_| true));
    found
}

fn ids_for(word: &Word<'_>, id_use: IdUse, path: &FieldPath) -> Vec<Suggestion> {
    match id_use {
        IdUse::Quote => own_items(word, &["quotes"]),
        IdUse::Brief => {
            let others = word.view.library.entries().iter();
            let others = others.filter(|entry| !is_file(entry, word.view.path));
            let sound = others.filter_map(|entry| entry.brief.as_ref());
            sound.map(|brief| word.item(&brief.id, &brief.source.title)).collect()
        }
        IdUse::Claim | IdUse::Ask => {
            let section = if id_use == IdUse::Claim { "claims" } else { "asks" };
            let mut found = items_of_others(word, |other| other == section);
            found.extend(own_items(word, &[section]));
            let own = match path.steps() {
                [_, Step::Key(own), ..] => own.as_str(),
                _ => "",
            };
            found.retain(|suggestion| suggestion.label != *own);
            found
        }
        IdUse::Organisation => parties(word, &["organisations"]),
        IdUse::Party => {
            let mut found = parties(word, &["officials", "organisations"]);
            let field = keys(path);
            let more: &[(&str, &str)] = match field.as_slice() {
                ["asks", _, "to"] => &[
                    ("unstated", "the source does not say who is asked"),
                    ("everyone", "everyone is asked"),
                ],
                ["quotes" | "claims", _, "by"] => &[("source", "the source in its own voice")],
                _ => &[],
            };
            found.extend(more.iter().map(|(name, detail)| {
                let detail = Some(Text::new(detail));
                Suggestion { detail, ..word.suggest(*name, SuggestionKind::Word) }
            }));
            found
        }
    }
}

/// Returns the people and bodies of this brief.
fn parties(word: &Word<'_>, sections: &[&str]) -> Vec<Suggestion> {
    let view = word.view;
    let mut found = Vec::new();
    for section in sections {
        let own = view.fields.iter().filter_map(|field| {
            let (in_section, id) = ids::defined(&field.path)?;
            (in_section == *section).then_some((field, id))
        });
        for (field, id) in own {
            let text_of = |key: &str| {
                let path =
                    if *section == "officials" { field.path.key(key) } else { field.path.clone() };
                let field = view.fields.iter().find(|field| field.path == path)?;
                Some(view.text[field.inside(view.text)].to_owned())
            };
            let post = if *section == "officials" { text_of("post") } else { None };
            let parts: Vec<String> = text_of("name").into_iter().chain(post).collect();
            let detail = Some(Text::flow(&parts.join(", ")));
            let suggestion = word.suggest(id.as_str(), SuggestionKind::Party);
            found.push(Suggestion { detail, ..suggestion });
        }
    }
    found
}

/// Returns the items of this brief in these sections, with what each says.
fn own_items(word: &Word<'_>, sections: &[&str]) -> Vec<Suggestion> {
    let view = word.view;
    let mut found = Vec::new();
    for section in sections {
        for field in &view.fields {
            let Some((in_section, id)) = ids::defined(&field.path) else { continue };
            if in_section == *section {
                found.push(word.item(&id, &says(view, &field.path)));
            }
        }
    }
    found
}

/// Returns what an item says: the first of its texts.
pub fn says(view: &BriefView<'_>, item: &FieldPath) -> String {
    let texts = ["exact", "gist", "text", "action", "name"].map(|name| item.key(name));
    let is_text = |field: &&ScannedField| texts.contains(&field.path);
    let field = view.fields.iter().find(is_text);
    let own = || view.fields.iter().find(|field| field.path == *item);
    field
        .or_else(own)
        .map(|field| view.text[field.inside(view.text)].to_owned())
        .unwrap_or_default()
}

/// Returns the quotes, claims and asks of other briefs whose section `is_wanted`, by their addresses.
fn items_of_others(word: &Word<'_>, is_wanted: impl Fn(&str) -> bool) -> Vec<Suggestion> {
    let others = word.view.library.briefs().filter(|brief| brief.id != word.view.here);
    let mut found = Vec::new();
    let mut add = |section: &str, brief: &Brief, id: &Id, says: &Text| {
        if is_wanted(section) {
            found.push(word.item(&brief.anchor(id).to_string(), says));
        }
    };
    for brief in others {
        brief.claims.iter().for_each(|claim| add("claims", brief, &claim.id, &claim.text));
        brief.asks.iter().for_each(|ask| add("asks", brief, &ask.id, &ask.action));
        brief.quotes.iter().for_each(|quote| add("quotes", brief, &quote.id, quote.words.text()));
    }
    found
}

fn topics(word: &Word<'_>) -> Vec<Suggestion> {
    let mut seen = HashSet::new();
    let topics = word.view.library.briefs().flat_map(|brief| &brief.topics);
    let new = topics.filter(|topic| seen.insert(*topic));
    new.map(|topic| word.suggest(topic.as_str(), SuggestionKind::Word)).collect()
}

/// Returns the texts beside the brief.
fn texts(word: &Word<'_>) -> Vec<Suggestion> {
    let folder = files::folder(word.view.path);
    let names = std::fs::read_dir(folder).into_iter().flatten().filter_map(|file| {
        let name = file.ok()?.file_name().into_string().ok()?;
        let is_text = [".txt", ".md", ".text"].iter().any(|end| name.ends_with(end));
        (is_text && !name.starts_with('.')).then_some(name)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.into_iter().map(|name| word.suggest(name, SuggestionKind::File)).collect()
}
