//! The texts of one brief, folded for search.

use std::sync::OnceLock;

use super::TextKind;
use crate::brief::{Brief, Due, FieldPath, Id, Prose};
use crate::text::{FoldedText, Needle, Text, solid_length};

/// The folded texts of one brief. They are made when it is first searched, and then kept.
#[derive(Clone, Debug, Default)]
pub struct Index(OnceLock<Vec<Passage>>);

/// Texts of a brief that are searched together: those of one item, or of one line of a list.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Which kind of text it is.
    pub kind: TextKind,
    /// The item, unless it is a part of the brief that has no id.
    pub item: Option<Id>,
    /// Its texts, in the order of the format.
    pub fields: Vec<IndexedField>,
}

/// One text, and where it is.
#[derive(Clone, Debug)]
pub struct IndexedField {
    /// The field of the brief.
    pub path: FieldPath,
    /// The number of characters of the field, without white space, that come before the text.
    /// Paragraphs of one field are separate texts.
    pub before: usize,
    /// The text.
    pub text: FoldedText,
}

impl Passage {
    /// Returns whether a word is in one of its texts.
    pub fn has(&self, needle: &Needle) -> bool {
        self.fields.iter().any(|field| field.text.contains(needle))
    }
}

impl Index {
    /// Returns the texts of `brief`, whose index this is, in the order of [`TextKind`].
    pub fn passages(&self, brief: &Brief) -> &[Passage] {
        self.0.get_or_init(|| passages(brief))
    }
}

fn passages(brief: &Brief) -> Vec<Passage> {
    let mut found = Collector::default();
    found.prose(TextKind::Summary, std::slice::from_ref(&brief.summary), |_| {
        FieldPath::top().key("summary")
    });
    found.topics(brief);
    found.prose(TextKind::TopLines, &brief.top_lines, |index| {
        FieldPath::top().key("top_lines").index(index)
    });
    found.prose(TextKind::LinesToTake, &brief.lines_to_take, |index| {
        FieldPath::top().key("lines_to_take").index(index)
    });
    found.background(brief);
    found.prose(TextKind::Gaps, &brief.gaps, |index| FieldPath::top().key("gaps").index(index));
    found.handling(brief);
    found.source(brief);
    found.parties(brief);
    found.items(brief);
    found.0
}

#[derive(Default)]
struct Collector(Vec<Passage>);

impl Collector {
    fn add(&mut self, kind: TextKind, item: Option<&Id>, fields: Vec<IndexedField>) {
        if !fields.is_empty() {
            self.0.push(Passage { kind, item: item.cloned(), fields });
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
            self.add(TextKind::Background, None, vec![IndexedField { before, ..text }]);
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
    }

    fn parties(&mut self, brief: &Brief) {
        for organisation in brief.organisations.values() {
            let path = FieldPath::top().key("organisations").key(&organisation.id);
            self.add(
                TextKind::Organisations,
                Some(&organisation.id),
                vec![field(path, &organisation.name)],
            );
        }
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
        }
        for claim in brief.claims.values() {
            let texts = [("text", Some(&claim.text)), ("note", claim.note.as_ref())];
            self.add(
                TextKind::Claims,
                Some(&claim.id),
                fields(&FieldPath::top().key("claims").key(&claim.id), texts),
            );
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
        }
    }
}

fn field(path: FieldPath, text: &Text) -> IndexedField {
    IndexedField { path, before: 0, text: FoldedText::new(text) }
}

/// Returns the fields of one map that have a text.
fn fields<'a>(
    at: &FieldPath,
    texts: impl IntoIterator<Item = (&'a str, Option<&'a Text>)>,
) -> Vec<IndexedField> {
    texts.into_iter().filter_map(|(name, text)| Some(field(at.key(name), text?))).collect()
}
