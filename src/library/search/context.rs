//! What the items of a brief belong to: who says them to whom, and the brief itself. Its words are
//! found with theirs.

use std::ops::Range;

use super::PartyRole;
use super::query::light;
use crate::brief::{Addressee, Brief, FieldPath, Id, Official, Party};
use crate::library::Entry;
use crate::text::{FoldedText, Needle, Text};

/// A text that items belong to, and its matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// What it is: `by`, `to`, `title`, `date`.
    pub label: &'static str,
    /// The field of the brief.
    pub path: FieldPath,
    /// The text.
    pub text: Text,
    /// The bytes of the text that match, in order and without overlaps.
    pub lit: Vec<Range<usize>>,
}

/// Returns the texts of `entry` that have any of `needles`: of the parties, or else of the brief. Each
/// field once. A party is also named by the needles that `named` gives for its role.
pub fn lit_texts<'n>(
    entry: &Entry,
    parties: &[(PartyRole, &str)],
    needles: &[&'n Needle],
    named: impl Fn(PartyRole) -> Vec<&'n Needle>,
) -> Vec<Belonging> {
    let mut found = Vec::new();
    if let Some(brief) = &entry.brief {
        for (role, word) in parties {
            let needles = [needles, &named(*role)].concat();
            light_fields(party_texts(brief, word, role.label()), &needles, &mut found);
        }
    }
    let is_named = |needle: &Needle| {
        found.iter().any(|other: &Belonging| FoldedText::new(&other.text).contains(needle))
    };
    let others: Vec<&Needle> = needles.iter().copied().filter(|needle| !is_named(needle)).collect();
    light_fields(brief_texts(entry), &others, &mut found);
    found
}

/// Adds the texts that have any of `needles`, unless their field is there already.
fn light_fields(texts: Vec<Belonging>, needles: &[&Needle], found: &mut Vec<Belonging>) {
    if needles.is_empty() {
        return;
    }
    for text in texts {
        let lit = light(&FoldedText::new(&text.text), needles.iter().copied());
        if !lit.is_empty() && !found.iter().any(|other| other.path == text.path) {
            found.push(Belonging { lit, ..text });
        }
    }
}

/// Returns the words for everyone that items of `brief` can be by or to, with the brief.
pub fn words_for_parties(brief: &Brief) -> impl Iterator<Item = (&Brief, &str)> {
    let ids = brief.officials.ids().chain(brief.organisations.ids()).map(Id::as_str);
    let words = ids.chain([Addressee::Everyone.word(), Addressee::Unstated.word()]);
    words.map(move |word| (brief, word))
}

/// Returns what a brief calls one of its parties: the name with post and body, other names, the id.
pub fn party_texts(brief: &Brief, word: &str, label: &'static str) -> Vec<Belonging> {
    let text = |path: FieldPath, text: Text| Belonging { label, path, text, lit: Vec::new() };
    let party = Id::new(word).and_then(|id| Some((brief.party(&id)?, brief.path(&id)?)));
    let Some((party, path)) = party else { return vec![text(FieldPath::top(), word.into())] };
    let mut texts = vec![text(path.clone(), in_full(brief, party))];
    if let Party::Official(official) = party {
        let aka = official.aka.iter().enumerate();
        texts.extend(aka.map(|(index, name)| text(path.key("aka").index(index), name.clone())));
    }
    texts.push(text(path, word.into()));
    texts
}

/// Returns a name with post and body: `Sir Ian Marsh, Minister for Ports, Department of Ports`.
fn in_full(brief: &Brief, party: Party<'_>) -> Text {
    let name = party.styled_name();
    let Party::Official(Official { post, organisation, .. }) = party else { return name };
    let body = organisation.as_ref().and_then(|id| Some(&brief.organisations.get(id)?.name));
    let words = std::iter::once(&name).chain(post).chain(body).map(Text::as_str);
    words.collect::<Vec<_>>().join(", ").into()
}

/// Returns the texts that a brief is known by: its title, publisher, author, topics, date and id.
pub fn brief_texts(entry: &Entry) -> Vec<Belonging> {
    let text = |label, path, text| Belonging { label, path, text, lit: Vec::new() };
    let mut texts = Vec::new();
    if let Some(brief) = &entry.brief {
        let source = FieldPath::top().key("source");
        let about = &brief.source;
        let fields = [
            ("title", Some(&about.title)),
            ("publisher", about.publisher.as_ref()),
            ("author", about.author.as_ref()),
            ("container", about.container.as_ref()),
        ];
        for (name, field) in fields {
            texts.extend(field.map(|field| text(name, source.key(name), field.clone())));
        }
        for (index, topic) in brief.topics.iter().enumerate() {
            let path = FieldPath::top().key("topics").index(index);
            texts.push(text("topic", path, Text::new(topic)));
        }
        if let Some(date) = brief.date() {
            let path = date_path(brief);
            let forms = [date.to_string(), date.short(), date.iso()];
            texts.extend(forms.map(|form| text("date", path.clone(), form.into())));
        }
    }
    texts.push(text("brief", FieldPath::top(), Text::new(&entry.id)));
    texts
}

/// Returns the field that gives the date of a brief.
fn date_path(brief: &Brief) -> FieldPath {
    let source = FieldPath::top().key("source");
    match (brief.source.issued, brief.source.accessed) {
        (Some(_), _) => source.key("issued"),
        (None, Some(_)) => source.key("accessed"),
        (None, None) => FieldPath::top().key("prepared"),
    }
}
