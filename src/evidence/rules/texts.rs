//! Every text that an author writes into a brief.

use crate::brief::{Brief, Due, FieldPath};
use crate::text::Text;

/// One text of a brief.
pub struct BriefText<'a> {
    /// The field.
    pub path: FieldPath,
    /// What it says.
    pub text: &'a str,
    /// Whether the words are meant to be the source’s.
    pub is_the_sources: bool,
}

/// Returns every text of `brief` in the order of the format, except ids and addresses.
pub fn texts(brief: &Brief) -> Vec<BriefText<'_>> {
    let mut texts = Texts::default();
    prose(&mut texts, brief);
    source(&mut texts, brief);
    parties(&mut texts, brief);
    items(&mut texts, brief);
    texts.0
}

#[derive(Default)]
struct Texts<'a>(Vec<BriefText<'a>>);

impl<'a> Texts<'a> {
    /// Adds the fields of a map that have a text, in the author’s words.
    fn ours(&mut self, at: &FieldPath, fields: &[(&str, Option<&'a Text>)]) {
        self.add(at, fields, false);
    }

    /// Adds the fields of a map that have a text, in the source’s words.
    fn sources(&mut self, at: &FieldPath, fields: &[(&str, Option<&'a Text>)]) {
        self.add(at, fields, true);
    }

    fn add(&mut self, at: &FieldPath, fields: &[(&str, Option<&'a Text>)], is_the_sources: bool) {
        let given = fields.iter().filter_map(|(name, text)| Some((at.key(name), (*text)?)));
        self.0.extend(given.map(|(path, text)| BriefText { path, text, is_the_sources }));
    }
}

fn prose<'a>(texts: &mut Texts<'a>, brief: &'a Brief) {
    let top = FieldPath::top();
    texts.ours(&top, &[("summary", Some(&brief.summary.text))]);
    let lists = [
        ("top_lines", &brief.top_lines),
        ("lines_to_take", &brief.lines_to_take),
        ("gaps", &brief.gaps),
    ];
    for (name, list) in lists {
        for (index, line) in list.iter().enumerate() {
            let path = top.key(name).index(index);
            texts.0.push(BriefText { path, text: &line.text, is_the_sources: false });
        }
    }
    for paragraph in &brief.background {
        texts.ours(&top, &[("background", Some(&paragraph.text))]);
    }
    let handling =
        [("prepared_by", brief.prepared_by.as_ref()), ("marking", brief.marking.as_ref())];
    texts.ours(&top, &handling);
}

fn source<'a>(texts: &mut Texts<'a>, brief: &'a Brief) {
    let (at, source) = (FieldPath::top().key("source"), &brief.source);
    texts.sources(&at, &[("title", Some(&source.title))]);
    let known = [
        ("publisher", source.publisher.as_ref()),
        ("author", source.author.as_ref()),
        ("container", source.container.as_ref()),
        ("based_on", source.based_on.as_ref()),
    ];
    texts.ours(&at, &known);
}

fn parties<'a>(texts: &mut Texts<'a>, brief: &'a Brief) {
    let organisations = FieldPath::top().key("organisations");
    for organisation in &brief.organisations {
        texts.ours(&organisations, &[(&organisation.id, Some(&organisation.name))]);
    }
    for official in &brief.officials {
        let at = FieldPath::top().key("officials").key(&official.id);
        texts.ours(&at, &[("name", Some(&official.name))]);
        texts.sources(&at, &[("post", official.post.as_ref())]);
        texts.ours(&at, &[("honorific", official.honorific.as_ref())]);
        for name in &official.aka {
            texts.ours(&at, &[("aka", Some(name))]);
        }
    }
}

fn items<'a>(texts: &mut Texts<'a>, brief: &'a Brief) {
    let path = |section: &str, id: &str| FieldPath::top().key(section).key(id);
    for quote in &brief.quotes {
        let at = path("quotes", &quote.id);
        let words = [
            ("exact", quote.words.exact()),
            ("prefix", quote.prefix.as_ref()),
            ("suffix", quote.suffix.as_ref()),
        ];
        texts.sources(&at, &words);
        let ours = [
            ("gist", quote.words.gist()),
            ("at", quote.at.as_ref()),
            ("note", quote.note.as_ref()),
        ];
        texts.ours(&at, &ours);
    }
    for claim in &brief.claims {
        let ours = [("text", Some(&claim.text)), ("note", claim.note.as_ref())];
        texts.ours(&path("claims", &claim.id), &ours);
    }
    for ask in &brief.asks {
        let at = path("asks", &ask.id);
        texts.ours(&at, &[("action", Some(&ask.action)), ("note", ask.note.as_ref())]);
        let due = ask.due.as_ref().and_then(Due::words);
        texts.sources(&at, &[("instrument", ask.instrument.as_ref()), ("due", due)]);
    }
}
