//! The passages of a brief: the texts that are searched together, and where each is.
//!
//! They are made when they are folded and when a match is shown, and not kept.

use crate::brief::{Addressee, Brief, Due, FieldPath, Id, Problem, Prose, Spot, Step};
use crate::library::Entry;
use crate::library::search::{PartyRole, TextKind};
use crate::text::{Text, solid_length};

/// Texts of a brief that are searched together: those of one item, or of one line of a list.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// Which kind of text it is.
    pub kind: TextKind,
    /// Its index among those of its kind, from 0.
    pub nth: usize,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<&'a Id>,
    /// Its texts, in the order of the format; at least one.
    pub fields: Vec<PassageField<'a>>,
    /// The parties that it is by or to, by the words that the brief has for them.
    pub parties: Vec<(PartyRole, &'a str)>,
}

/// One text, and the field of the brief that it is in.
#[derive(Clone, Debug)]
pub struct PassageField<'a> {
    /// The text.
    pub text: Text,
    field: Field<'a>,
}

impl<'a> PassageField<'a> {
    fn new(text: &Text, field: Field<'a>) -> Self {
        Self { text: text.clone(), field }
    }

    /// Returns the path of the field.
    pub fn path(&self) -> FieldPath {
        match self.field {
            Field::At(path) => path.clone(),
            Field::In { section, item, name, index } => {
                let names = [Some(section), item, name].into_iter().flatten();
                let names = names.map(|name| Step::Key(name.into()));
                names.chain(index.map(Step::Index)).collect()
            }
        }
    }
}

/// A field of a brief. Its path is made when a match is shown.
#[derive(Clone, Copy, Debug)]
enum Field<'a> {
    /// The one at this path.
    At(&'a FieldPath),
    /// `quotes.q1.note`, `source.title`, `officials.vale.aka[0]`, `gaps[2]`.
    In { section: &'a str, item: Option<&'a str>, name: Option<&'a str>, index: Option<usize> },
}

impl<'a> Field<'a> {
    /// The section itself.
    fn section(section: &'a str) -> Self {
        Self::In { section, item: None, name: None, index: None }
    }

    /// A field of the section, or of an item in it.
    fn of_map(section: &'a str, item: Option<&'a Id>, name: &'a str) -> Self {
        Self::In { section, item: item.map(Id::as_str), name: Some(name), index: None }
    }

    /// An element of a list of the brief.
    fn of_list(section: &'a str, index: usize) -> Self {
        Self::In { section, item: None, name: None, index: Some(index) }
    }
}

/// Where in a field a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldPlace {
    /// After so many characters, without white space. Paragraphs of one field are separate texts.
    After(usize),
    /// The text is about this part of the field.
    At(Spot),
}

/// Returns how many passages of each kind an entry has, in their order.
pub fn counts(entry: &Entry) -> Vec<(TextKind, usize)> {
    let Some(brief) = &entry.brief else {
        return vec![(TextKind::Problems, entry.problems.len())];
    };
    vec![
        (TextKind::Quotes, brief.quotes.len()),
        (TextKind::Claims, brief.claims.len()),
        (TextKind::Asks, brief.asks.len()),
        (TextKind::TopLines, brief.top_lines.len()),
        (TextKind::LinesToTake, brief.lines_to_take.len()),
        (TextKind::Summary, 1),
        (TextKind::Background, brief.background.len()),
        (TextKind::Gaps, brief.gaps.len()),
        (TextKind::Topics, usize::from(!brief.topics.is_empty())),
        (TextKind::Officials, brief.officials.len()),
        (TextKind::Organisations, brief.organisations.len()),
        (TextKind::Source, 1),
        (TextKind::PreparedBy, usize::from(brief.prepared_by.is_some())),
        (TextKind::Marking, usize::from(brief.marking.is_some())),
    ]
}

/// Returns the number of the first passage of a kind, if the entry has any.
pub fn first(entry: &Entry, kind: TextKind) -> Option<usize> {
    let counts = counts(entry);
    let index = counts.iter().position(|(other, count)| *other == kind && *count > 0)?;
    Some(counts[..index].iter().map(|(_, count)| count).sum())
}

/// Returns the number of the passage of an item.
pub fn number_of(entry: &Entry, item: &Id) -> Option<usize> {
    let brief = entry.brief.as_ref()?;
    let among = |kind, index: Option<usize>| Some(first(entry, kind)? + index?);
    among(TextKind::Quotes, brief.quotes.index_of(item))
        .or_else(|| among(TextKind::Claims, brief.claims.index_of(item)))
        .or_else(|| among(TextKind::Asks, brief.asks.index_of(item)))
        .or_else(|| among(TextKind::Officials, brief.officials.index_of(item)))
        .or_else(|| among(TextKind::Organisations, brief.organisations.index_of(item)))
}

/// Returns all passages of an entry, in order.
pub fn passages(entry: &Entry) -> impl Iterator<Item = Passage<'_>> {
    let all = counts(entry).into_iter();
    all.flat_map(|(kind, count)| (0..count).map(move |nth| (kind, nth)))
        .filter_map(|(kind, nth)| make(entry, kind, nth))
}

/// Returns the passage with a number, from 0.
pub fn passage(entry: &Entry, number: usize) -> Option<Passage<'_>> {
    let mut nth = number;
    for (kind, count) in counts(entry) {
        match nth.checked_sub(count) {
            None => return make(entry, kind, nth),
            Some(beyond) => nth = beyond,
        }
    }
    None
}

fn make(entry: &Entry, kind: TextKind, nth: usize) -> Option<Passage<'_>> {
    let Some(brief) = &entry.brief else {
        return Some(Passage {
            kind,
            nth,
            item: None,
            fields: problem_fields(entry.problems.get(nth)?),
            parties: Vec::new(),
        });
    };
    let line = |section, lines: &[Prose]| {
        Some(vec![PassageField::new(&lines.get(nth)?.text, Field::of_list(section, nth))])
    };
    let whole = |section, text: Option<&Text>| {
        Some(vec![PassageField::new(text?, Field::section(section))])
    };
    let fields = match kind {
        TextKind::Quotes => return quote(brief, nth),
        TextKind::Claims => return claim(brief, nth),
        TextKind::Asks => return ask(brief, nth),
        TextKind::Officials => return official(brief, nth),
        TextKind::Organisations => return organisation(brief, nth),
        TextKind::TopLines => line("top_lines", &brief.top_lines),
        TextKind::LinesToTake => line("lines_to_take", &brief.lines_to_take),
        TextKind::Gaps => line("gaps", &brief.gaps),
        TextKind::Summary => whole("summary", Some(&brief.summary.text)),
        TextKind::Background => whole("background", Some(&brief.background.get(nth)?.text)),
        TextKind::Topics => Some(topics(brief)),
        TextKind::Source => Some(source(brief)),
        TextKind::PreparedBy => whole("prepared_by", brief.prepared_by.as_ref()),
        TextKind::Marking => whole("marking", brief.marking.as_ref()),
        TextKind::Problems | TextKind::Text => None,
    }?;
    Some(Passage { kind, nth, item: None, fields, parties: Vec::new() })
}

/// Returns where in their fields the texts of a passage are.
pub fn place(entry: &Entry, passage: &Passage<'_>) -> FieldPlace {
    match (&entry.brief, passage.kind) {
        (None, _) => {
            let spot = entry.problems.get(passage.nth).map(|problem| problem.spot.clone());
            FieldPlace::At(spot.unwrap_or(Spot::Value))
        }
        (Some(brief), TextKind::Background) => {
            let before = brief.background.iter().take(passage.nth);
            FieldPlace::After(before.map(|paragraph| solid_length(&paragraph.text)).sum())
        }
        _ => FieldPlace::After(0),
    }
}

/// Returns the fields of a section, or of an item in it, that have a text.
fn fields<'a>(
    section: &'a str,
    item: Option<&'a Id>,
    texts: impl IntoIterator<Item = (&'a str, Option<&'a Text>)>,
) -> Vec<PassageField<'a>> {
    let field = |(name, text): (&'a str, Option<&Text>)| {
        Some(PassageField::new(text?, Field::of_map(section, item, name)))
    };
    texts.into_iter().filter_map(field).collect()
}

/// Returns what a problem of a file that holds no brief says.
fn problem_fields(problem: &Problem) -> Vec<PassageField<'_>> {
    let texts = std::iter::once(&problem.message).chain(&problem.help);
    texts.map(|text| PassageField::new(text, Field::At(&problem.path))).collect()
}

fn topics(brief: &Brief) -> Vec<PassageField<'_>> {
    let topics = brief.topics.iter().enumerate();
    topics
        .map(|(index, topic)| PassageField::new(topic.text(), Field::of_list("topics", index)))
        .collect()
}

fn source(brief: &Brief) -> Vec<PassageField<'_>> {
    let source = &brief.source;
    let texts = [
        ("title", Some(&source.title)),
        ("publisher", source.publisher.as_ref()),
        ("author", source.author.as_ref()),
        ("container", source.container.as_ref()),
        ("url", source.url.as_ref()),
        ("text", source.text.as_ref()),
        ("based_on", source.based_on.as_ref()),
    ];
    fields("source", None, texts)
}

fn quote(brief: &Brief, nth: usize) -> Option<Passage<'_>> {
    let quote = brief.quotes.nth(nth)?;
    let texts = [
        ("exact", quote.words.exact()),
        ("gist", quote.words.gist()),
        ("prefix", quote.prefix.as_ref()),
        ("suffix", quote.suffix.as_ref()),
        ("at", quote.at.as_ref()),
        ("note", quote.note.as_ref()),
    ];
    let by = quote.by.parties().iter().map(|party| (PartyRole::By, party.as_str()));
    let to = quote.to.iter().map(|party| (PartyRole::To, party.as_str()));
    Some(Passage {
        kind: TextKind::Quotes,
        nth,
        item: Some(&quote.id),
        fields: fields("quotes", Some(&quote.id), texts),
        parties: by.chain(to).collect(),
    })
}

fn claim(brief: &Brief, nth: usize) -> Option<Passage<'_>> {
    let claim = brief.claims.nth(nth)?;
    let texts = [("text", Some(&claim.text)), ("note", claim.note.as_ref())];
    let by = claim.by.party().map(|party| (PartyRole::By, party.as_str()));
    Some(Passage {
        kind: TextKind::Claims,
        nth,
        item: Some(&claim.id),
        fields: fields("claims", Some(&claim.id), texts),
        parties: by.into_iter().collect(),
    })
}

fn ask(brief: &Brief, nth: usize) -> Option<Passage<'_>> {
    let ask = brief.asks.nth(nth)?;
    let texts = [
        ("action", Some(&ask.action)),
        ("instrument", ask.instrument.as_ref()),
        ("due", ask.due.as_ref().and_then(Due::words)),
        ("note", ask.note.as_ref()),
    ];
    let to = ask.to.iter().map(|party| (PartyRole::To, Addressee::word(party)));
    Some(Passage {
        kind: TextKind::Asks,
        nth,
        item: Some(&ask.id),
        fields: fields("asks", Some(&ask.id), texts),
        parties: std::iter::once((PartyRole::By, ask.by.as_str())).chain(to).collect(),
    })
}

fn official(brief: &Brief, nth: usize) -> Option<Passage<'_>> {
    let official = brief.officials.nth(nth)?;
    let texts = [
        ("name", Some(&official.name)),
        ("post", official.post.as_ref()),
        ("honorific", official.honorific.as_ref()),
    ];
    let mut fields = fields("officials", Some(&official.id), texts);
    let aka = official.aka.iter().enumerate();
    fields.extend(aka.map(|(index, name)| {
        let field = Field::In {
            section: "officials",
            item: Some(&official.id),
            name: Some("aka"),
            index: Some(index),
        };
        PassageField::new(name, field)
    }));
    Some(Passage {
        kind: TextKind::Officials,
        nth,
        item: Some(&official.id),
        fields,
        parties: vec![(PartyRole::Itself, official.id.as_str())],
    })
}

fn organisation(brief: &Brief, nth: usize) -> Option<Passage<'_>> {
    let organisation = brief.organisations.nth(nth)?;
    let field = Field::In {
        section: "organisations",
        item: Some(&organisation.id),
        name: None,
        index: None,
    };
    Some(Passage {
        kind: TextKind::Organisations,
        nth,
        item: Some(&organisation.id),
        fields: vec![PassageField::new(&organisation.name, field)],
        parties: vec![(PartyRole::Itself, organisation.id.as_str())],
    })
}
