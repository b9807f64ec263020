//! The texts of one brief, folded for search.

use std::sync::OnceLock;

use super::TextKind;
use super::context::BriefContext;
use super::narrowing::QueryField;
use super::paragraphs::FoldedParagraphs;
use crate::brief::{Addressee, Brief, Due, FieldPath, Id, Problem, Prose, Spot};
use crate::library::Entry;
use crate::text::{FoldedText, Needle, Text, solid_length};

/// The folded texts of one brief. They are made when it is first searched, and then kept.
#[derive(Clone, Debug, Default)]
pub struct Index(OnceLock<Box<Indexed>>);

/// What is searched of a brief.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// Its texts, in the order of [`TextKind`].
    pub passages: Vec<Passage>,
    /// What they belong to.
    pub context: BriefContext,
    /// The text of its source.
    pub paragraphs: FoldedParagraphs,
}

/// Texts of a brief that are searched together: those of one item, or of one line of a list.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Which kind of text it is.
    pub kind: TextKind,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<Id>,
    /// Its texts, in the order of the format; at least one.
    pub fields: Vec<IndexedField>,
    /// The parties that it is by or to, by the words that the brief has for them.
    pub parties: Vec<(PartyRole, Text)>,
    /// Whether it is the match if all words are those of the brief: its title, its date.
    pub stands_for_brief: bool,
}

/// How a party is involved in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyRole {
    /// They say, assert, ask, promise or do it.
    By,
    /// It is said to them or asked of them.
    To,
    /// It is the entry of that party itself.
    Itself,
}

impl PartyRole {
    /// Returns what it is called beside a name.
    pub fn label(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To => "to",
            Self::Itself => "in",
        }
    }

    /// Returns whether a field of a query is about parties in this role.
    pub fn is_narrowed_by(self, field: QueryField) -> bool {
        matches!((self, field), (Self::By, QueryField::By) | (Self::To, QueryField::To))
    }
}

/// One text, and where it is.
#[derive(Clone, Debug)]
pub struct IndexedField {
    /// The field of the brief.
    pub path: FieldPath,
    /// Where in the field the text is.
    pub place: FieldPlace,
    /// The text.
    pub text: FoldedText,
}

/// Where in a field a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldPlace {
    /// After so many characters, without white space. Paragraphs of one field are separate texts.
    After(usize),
    /// The text is about this part of the field.
    At(Spot),
}

impl Passage {
    /// Returns whether a word is in one of its texts.
    pub fn has(&self, needle: &Needle) -> bool {
        self.fields.iter().any(|field| field.text.contains(needle))
    }
}

impl Index {
    /// Returns what is searched of `entry`, whose index this is.
    pub fn for_entry(&self, entry: &Entry) -> &Indexed {
        self.0.get_or_init(|| {
            let paragraphs = entry.text().map(FoldedParagraphs::new);
            Box::new(Indexed {
                passages: passages(entry),
                context: BriefContext::new(entry),
                paragraphs: paragraphs.unwrap_or_default(),
            })
        })
    }
}

fn passages(entry: &Entry) -> Vec<Passage> {
    let mut found = Collector::default();
    let Some(brief) = &entry.brief else {
        found.problems(&entry.problems);
        return found.0;
    };
    found.items(brief);
    found.prose(TextKind::TopLines, &brief.top_lines, |index| {
        FieldPath::top().key("top_lines").index(index)
    });
    found.prose(TextKind::LinesToTake, &brief.lines_to_take, |index| {
        FieldPath::top().key("lines_to_take").index(index)
    });
    found.prose(TextKind::Summary, std::slice::from_ref(&brief.summary), |_| {
        FieldPath::top().key("summary")
    });
    found.background(brief);
    found.prose(TextKind::Gaps, &brief.gaps, |index| FieldPath::top().key("gaps").index(index));
    found.topics(brief);
    found.parties(brief);
    found.source(brief);
    found.handling(brief);
    found.0
}

#[derive(Default)]
struct Collector(Vec<Passage>);

impl Collector {
    fn add(&mut self, kind: TextKind, item: Option<&Id>, fields: Vec<IndexedField>) {
        if !fields.is_empty() {
            self.0.push(Passage {
                kind,
                item: item.cloned(),
                fields,
                parties: Vec::new(),
                stands_for_brief: false,
            });
        }
    }

    /// Names the parties of the passage that was added last.
    fn name<'a>(&mut self, role: PartyRole, parties: impl IntoIterator<Item = &'a str>) {
        if let Some(last) = self.0.last_mut() {
            last.parties.extend(parties.into_iter().map(|party| (role, party.into())));
        }
    }

    /// Makes the passage that was added last the one that stands for the brief.
    fn let_stand_for_brief(&mut self) {
        if let Some(last) = self.0.last_mut() {
            last.stands_for_brief = true;
        }
    }

    /// Adds the problems of a file that holds no brief. The first stands for the file.
    fn problems(&mut self, problems: &[Problem]) {
        for (index, problem) in problems.iter().enumerate() {
            let texts = std::iter::once(&problem.message).chain(&problem.help);
            let text = |text| IndexedField {
                path: problem.path.clone(),
                place: FieldPlace::At(problem.spot.clone()),
                text: FoldedText::new(text),
            };
            self.add(TextKind::Problems, None, texts.map(text).collect());
            if index == 0 {
                self.let_stand_for_brief();
            }
        }
    }

    fn prose(&mut self, kind: TextKind, lines: &[Prose], path: impl Fn(usize) -> FieldPath) {
        for (index, line) in lines.iter().enumerate() {
            self.add(kind, None, vec![field(path(index), &line.text)]);
        }
    }

    fn topics(&mut self, brief: &Brief) {
        let path = FieldPath::top().key("topics");
        let topics = brief.topics.iter().enumerate();
        self.add(
            TextKind::Topics,
            None,
            topics.map(|(index, topic)| field(path.index(index), &Text::new(topic))).collect(),
        );
    }

    fn background(&mut self, brief: &Brief) {
        let mut before = 0;
        for paragraph in &brief.background {
            let text = field(FieldPath::top().key("background"), &paragraph.text);
            self.add(
                TextKind::Background,
                None,
                vec![IndexedField { place: FieldPlace::After(before), ..text }],
            );
            before += solid_length(&paragraph.text);
        }
    }

    fn handling(&mut self, brief: &Brief) {
        let texts = [
            (TextKind::PreparedBy, "prepared_by", brief.prepared_by.as_ref()),
            (TextKind::Marking, "marking", brief.marking.as_ref()),
        ];
        for (kind, name, text) in texts {
            self.add(kind, None, fields(&FieldPath::top(), [(name, text)]));
        }
    }

    fn source(&mut self, brief: &Brief) {
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
        self.add(TextKind::Source, None, fields(&FieldPath::top().key("source"), texts));
        self.let_stand_for_brief();
    }

    fn parties(&mut self, brief: &Brief) {
        for official in brief.officials.values() {
            let path = FieldPath::top().key("officials").key(&official.id);
            let texts = [
                ("name", Some(&official.name)),
                ("post", official.post.as_ref()),
                ("honorific", official.honorific.as_ref()),
            ];
            let aka = official.aka.iter().enumerate();
            let aka = aka.map(|(index, name)| field(path.key("aka").index(index), name));
            let all = fields(&path, texts).into_iter().chain(aka).collect();
            self.add(TextKind::Officials, Some(&official.id), all);
            self.name(PartyRole::Itself, [official.id.as_str()]);
        }
        for organisation in brief.organisations.values() {
            let path = FieldPath::top().key("organisations").key(&organisation.id);
            self.add(
                TextKind::Organisations,
                Some(&organisation.id),
                vec![field(path, &organisation.name)],
            );
            self.name(PartyRole::Itself, [organisation.id.as_str()]);
        }
    }

    fn items(&mut self, brief: &Brief) {
        for quote in brief.quotes.values() {
            let texts = [
                ("exact", quote.words.exact()),
                ("gist", quote.words.gist()),
                ("prefix", quote.prefix.as_ref()),
                ("suffix", quote.suffix.as_ref()),
                ("at", quote.at.as_ref()),
                ("note", quote.note.as_ref()),
            ];
            self.add(
                TextKind::Quotes,
                Some(&quote.id),
                fields(&FieldPath::top().key("quotes").key(&quote.id), texts),
            );
            self.name(PartyRole::By, quote.by.parties().iter().map(Id::as_str));
            self.name(PartyRole::To, quote.to.as_ref().map(Id::as_str));
        }
        for claim in brief.claims.values() {
            let texts = [("text", Some(&claim.text)), ("note", claim.note.as_ref())];
            self.add(
                TextKind::Claims,
                Some(&claim.id),
                fields(&FieldPath::top().key("claims").key(&claim.id), texts),
            );
            self.name(PartyRole::By, claim.by.party().map(Id::as_str));
        }
        for ask in brief.asks.values() {
            let due = ask.due.as_ref().and_then(Due::words);
            let texts = [
                ("action", Some(&ask.action)),
                ("instrument", ask.instrument.as_ref()),
                ("due", due),
                ("note", ask.note.as_ref()),
            ];
            self.add(
                TextKind::Asks,
                Some(&ask.id),
                fields(&FieldPath::top().key("asks").key(&ask.id), texts),
            );
            self.name(PartyRole::By, [ask.by.as_str()]);
            self.name(PartyRole::To, ask.to.iter().map(Addressee::word));
        }
    }
}

fn field(path: FieldPath, text: &Text) -> IndexedField {
    IndexedField { path, place: FieldPlace::After(0), text: FoldedText::new(text) }
}

/// Returns the fields of one map that have a text.
fn fields<'a>(
    at: &FieldPath,
    texts: impl IntoIterator<Item = (&'a str, Option<&'a Text>)>,
) -> Vec<IndexedField> {
    texts.into_iter().filter_map(|(name, text)| Some(field(at.key(name), text?))).collect()
}
