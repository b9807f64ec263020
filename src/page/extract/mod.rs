//! An item as it is copied out of the program: ready to be cited.
//!
//! Exact words keep their quotation marks and reported speech never gets any, whatever is copied.
//! A quotation that is not verified says so.

mod html;

use std::collections::BTreeSet;
use std::ops::Range;

use super::document::Span;
use super::items::{self, QuoteText};
use super::quote_entry;
use crate::brief::{Ask, Brief, Claim, Id, Item, Quote};
use crate::evidence::{Excerpt, ExcerptSpeaker, State};
use crate::library::{Entry, Library};
use crate::text::{Text, escape_markdown as escape};

/// What of an item is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extract {
    /// Its words and their citation on one line: `“…” — Dana Vale, chief inspector, …, ¶3`.
    Cited,
    /// The same with the title and the web address of the source.
    Full,
    /// The words and their citation as Markdown, with the source’s title as a link.
    Markdown,
    /// The same as HTML.
    Html,
    /// What the file of its brief has of it; all of that file for the brief as a whole.
    Yaml,
    /// Only its words.
    Words,
    /// Its address, which `topline read --at` takes: `ferry-lights/q1`.
    Permalink,
    /// The whole file of its brief.
    File,
}

impl Extract {
    /// Returns whether it has the words of what is copied, not only an address or a file.
    pub fn is_of_words(self) -> bool {
        !matches!(self, Self::Permalink | Self::File)
    }
}

/// Returns what is copied of an item of the brief in `entry`, or of the brief as a whole. A file
/// that holds no brief still has an address and a text.
pub fn extract(library: &Library, entry: &Entry, item: Option<&Id>, what: Extract) -> Option<Text> {
    match (what, item) {
        (Extract::File, _) | (Extract::Yaml, None) => return Some(Text::new(entry.yaml())),
        (Extract::Yaml, Some(item)) => return entry.yaml_of(item),
        (Extract::Permalink, Some(item)) => return Some(format!("{}/{item}", entry.id).into()),
        (Extract::Permalink, None) => return Some(entry.id.as_str().into()),
        _ => {}
    }
    let brief = entry.brief.as_ref()?;
    let source = || text(&items::source(&brief.source));
    match (what, item) {
        (Extract::Markdown, None) => {
            return Some(format!("{} — {}", title_in_markdown(brief), escape(&source())).into());
        }
        (Extract::Html, None) => return Some(html::brief_in_html(brief, &source())),
        _ => {}
    }
    let copied = match item {
        Some(item) => CopiedItem::new(library, entry, brief, brief.item(item)?),
        None => CopiedItem::from_brief(brief),
    };
    Some(match what {
        Extract::Full if item.is_none() => copied.plain(),
        _ => copied.written(brief, what),
    })
}

/// Returns what is copied of these bytes of the source’s text, if the brief and the text are available:
/// the words, with who says them. Of an address there is only that of the brief.
pub fn extract_passage(entry: &Entry, bytes: Range<usize>, what: Extract) -> Option<Text> {
    if !what.is_of_words() {
        return extract(&Library::default(), entry, None, what);
    }
    if what == Extract::Yaml {
        return quote_entry(entry, bytes).ok().map(|entry| entry.yaml);
    }
    let (brief, text) = (entry.brief.as_ref()?, entry.text()?);
    let excerpt = Excerpt::new(brief, text, bytes);
    Some(CopiedItem::from_excerpt(brief, &excerpt).written(brief, what))
}

/// Returns what is copied of a sentence of a brief that is no item of it, such as a top line; nothing if
/// it is not copied in this form. It is the author’s, and so cites the source of the brief.
pub fn extract_line(brief: &Brief, line: &Text, what: Extract) -> Option<Text> {
    let copied = CopiedItem {
        words: line.clone(),
        citation: source(brief, "", BTreeSet::new()),
        ..CopiedItem::default()
    };
    Some(match what {
        Extract::Cited => copied.plain(),
        Extract::Full => copied.full(brief),
        Extract::Words => copied.words,
        Extract::Markdown => copied.markdown(brief),
        Extract::Html => copied.html(brief),
        Extract::Yaml | Extract::Permalink | Extract::File => return None,
    })
}

/// The words of an item, and where they come from.
#[derive(Default)]
struct CopiedItem {
    /// What comes before words that are not exact: `Reported: `.
    label: String,
    words: Text,
    is_exact: bool,
    /// What comes after the words of an ask: by when, under what, and its status.
    terms: String,
    /// Who speaks, the publisher, the date, the paragraphs.
    citation: Vec<String>,
    /// What is wrong with it.
    caution: Option<String>,
}

impl CopiedItem {
    fn new(library: &Library, entry: &Entry, brief: &Brief, item: Item<'_>) -> Self {
        match item {
            Item::Quote(quote) => Self::from_quote(entry, brief, quote),
            Item::Claim(claim) => Self::from_claim(entry, brief, claim),
            Item::Ask(ask) => Self::from_ask(library, entry, brief, ask),
            Item::Official(official) => {
                let citation = source(brief, "", BTreeSet::new());
                Self {
                    words: text(&items::official(brief, official)).into(),
                    citation,
                    ..Self::default()
                }
            }
            Item::Organisation(organisation) => {
                let citation = source(brief, "", BTreeSet::new());
                Self { words: organisation.name.clone(), citation, ..Self::default() }
            }
        }
    }

    fn from_brief(brief: &Brief) -> Self {
        let url = brief.source.url.iter().map(ToString::to_string);
        let citation = std::iter::once(text(&items::source(&brief.source))).chain(url).collect();
        Self { words: brief.source.title.clone(), citation, ..Self::default() }
    }

    fn from_quote(entry: &Entry, brief: &Brief, quote: &Quote) -> Self {
        let QuoteText { label, words, circumstances, .. } =
            items::quote(brief, quote, entry.findings().get(&quote.id));
        let is_exact = quote.words.exact().is_some();
        let state =
            is_exact.then(|| state(entry, &quote.id)).filter(|state| *state != State::Verified);
        let said = if circumstances.is_empty() {
            String::new()
        } else {
            format!(" ({})", text(&circumstances))
        };
        Self {
            label: label
                .filter(|_| !is_exact)
                .map(|label| format!("{} ", label.text))
                .unwrap_or_default(),
            words: text(&words).into(),
            is_exact,
            terms: String::new(),
            citation: cite(
                entry,
                brief,
                quote.by.parties(),
                &said,
                std::slice::from_ref(&quote.id),
            )
            .into_iter()
            .chain(entry.at(quote).map(ToString::to_string))
            .collect(),
            caution: state.map(|state| items::state_words(state).to_string()),
        }
    }

    fn from_excerpt(brief: &Brief, excerpt: &Excerpt<'_>) -> Self {
        let speaker = excerpt.speaker().map(|speaker| {
            let ExcerptSpeaker { parties, others, is_sure } = speaker;
            let listed = (!parties.is_empty()).then(|| items::speakers_in_full(brief, &parties));
            let names = listed.iter().map(|names| text(names)).chain(others);
            let names = names.collect::<Vec<_>>().join(", ");
            match (names.as_str(), is_sure) {
                ("", _) => "speaker not named".to_owned(),
                (_, true) => names,
                (_, false) => format!("{names} (attribution inferred)"),
            }
        });
        let paragraphs = excerpt.paragraphs().into_iter().collect();
        Self {
            words: items::in_marks(&excerpt.words()),
            is_exact: true,
            citation: source(brief, &speaker.unwrap_or_default(), paragraphs),
            ..Self::default()
        }
    }

    fn from_claim(entry: &Entry, brief: &Brief, claim: &Claim) -> Self {
        let inferred = if claim.inferred { " (attribution inferred)" } else { "" };
        Self {
            label: "Claim: ".to_owned(),
            words: items::sentence(&claim.text),
            citation: cite(entry, brief, claim.by.parties(), inferred, &claim.evidence),
            caution: items::doubt(entry.evidence(), &claim.id, &claim.evidence).map(str::to_owned),
            ..Self::default()
        }
    }

    fn from_ask(library: &Library, entry: &Entry, brief: &Brief, ask: &Ask) -> Self {
        let linked = library.links().linked(brief, &ask.id);
        let wording = items::ask(brief, ask, linked, |anchor| anchor.to_string().into());
        let terms = text(&wording.terms);
        Self {
            label: format!("{} {}: ", wording.kind.text, text(&wording.parties)),
            words: wording.action.text,
            terms: if terms.is_empty() { terms } else { format!(" {terms}") },
            citation: source(brief, "", paragraphs(entry, &ask.evidence)),
            caution: items::doubt(entry.evidence(), &ask.id, &ask.evidence).map(str::to_owned),
            ..Self::default()
        }
    }

    fn written(self, brief: &Brief, what: Extract) -> Text {
        match what {
            Extract::Words => self.words,
            Extract::Full => self.full(brief),
            Extract::Markdown => self.markdown(brief),
            Extract::Html => self.html(brief),
            _ => self.plain(),
        }
    }

    fn plain(&self) -> Text {
        let Self { label, words, terms, .. } = self;
        format!("{label}{words}{terms} — {}{}", self.citation.join(", "), self.warning()).into()
    }

    /// Writes the title and the web address of the source, too, in parentheses as they are longer than
    /// the rest.
    fn full(&self, brief: &Brief) -> Text {
        let source = &brief.source;
        let url = source.url.as_ref().map(|url| format!(", {url}")).unwrap_or_default();
        format!("{} ({}{url})", self.plain(), source.title).into()
    }

    /// Writes exact words as a block quotation, and everything else as a paragraph. What comes from
    /// the brief or its source is escaped, so that none of it becomes Markdown.
    fn markdown(&self, brief: &Brief) -> Text {
        let Self { label, words, terms, .. } = self;
        let words = escape(&format!("{label}{words}{terms}"));
        // A name or a title could begin with what opens a block.
        let words = if self.is_exact || !label.is_empty() { words } else { format!("**{words}**") };
        let between = if self.is_exact { "\n>\n> " } else { " " };
        let start = if self.is_exact { "> " } else { "" };
        let from = escape(&format!("{}{}", self.citation.join(", "), self.warning()));
        format!("{start}{words}{between}— {from} ({})", title_in_markdown(brief)).into()
    }

    fn warning(&self) -> String {
        self.caution.as_ref().map(|caution| format!(" [{caution}]")).unwrap_or_default()
    }
}

/// Writes the title of the source, as a link if the source has an address.
fn title_in_markdown(brief: &Brief) -> String {
    let title = escape(&brief.source.title);
    match &brief.source.url {
        Some(url) => format!("[{title}](<{}>)", url.replace('<', "%3C").replace('>', "%3E")),
        None => format!("*{title}*"),
    }
}

/// Returns the speaker unless it is the source itself, the publisher, the date and the paragraphs.
fn cite(entry: &Entry, brief: &Brief, by: &[Id], said: &str, evidence: &[Id]) -> Vec<String> {
    let speaker = match by {
        [] => String::new(),
        parties => text(&items::speakers_in_full(brief, parties)) + said,
    };
    source(brief, &speaker, paragraphs(entry, evidence))
}

/// Returns what a citation says after the words. A publisher that has just been named is not named
/// again.
fn source(brief: &Brief, speaker: &str, paragraphs: BTreeSet<u32>) -> Vec<String> {
    let source = &brief.source;
    let publisher = source.publisher.as_ref().unwrap_or(&source.title);
    let is_named = speaker.ends_with(publisher.as_str());
    let publisher = (!is_named).then(|| publisher.to_string());
    let date = source.issued.map(|date| date.to_string());
    let speaker = (!speaker.is_empty()).then(|| speaker.to_owned());
    let paragraphs = paragraphs.into_iter().map(|number| format!("¶{number}"));
    [speaker, publisher, date].into_iter().flatten().chain(paragraphs).collect()
}

fn paragraphs(entry: &Entry, evidence: &[Id]) -> BTreeSet<u32> {
    let findings = evidence.iter().filter_map(|quote| entry.findings().get(quote));
    findings.flat_map(|finding| finding.paragraphs.iter().copied()).collect()
}

fn state(entry: &Entry, quote: &Id) -> State {
    entry.findings().get(quote).map_or(State::Unverified, |finding| finding.state)
}

fn text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Origin, load};

    fn library(yaml: &str, text: Option<&str>) -> Library {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("boats.yaml");
        std::fs::write(&file, yaml).unwrap();
        if let Some(text) = text {
            std::fs::write(folder.path().join("boats.txt"), text).unwrap();
        }
        let entry = load(&Origin::File(file), &[]);
        assert!(entry.brief.is_some(), "{:?}", entry.problems);
        // Before the folder is gone.
        entry.evidence();
        Library::new(vec![entry])
    }

    const YAML: &str = r#"
summary: Boats sail.
source: {title: Boats *at* night, publisher: Harbour News, issued: 2026-02-09, url: "https://example.org/a", text: boats.txt}
organisations: {board: Harbour Board, ports: Department of Ports}
officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
quotes:
  q1: {form: direct, by: vale, exact: "They told me “no” twice."}
  q2: {form: partial, by: board, exact: a decade of drift, inferred: true, to: ports}
  q3: {form: reported, by: board, gist: wants lights, paragraph: 3}
  q4: {form: passage, by: source, gist: nobody minds, paragraph: 1}
  q5: {form: direct, by: vale, exact: Nobody ever said this.}
claims:
  c1: {text: Boats sail without lights, by: vale, evidence: [q3, q1]}
  c2: {text: Nobody minds., by: source, evidence: q5}
asks:
  a1: {kind: ask, by: board, to: ports, action: light the boats, instrument: Lights Act, evidence: q3}
"#;

    const TEXT: &str = "Boats sail.\n\nDana Vale said: “They told me ‘no’ twice.”\n\n\
        The Harbour Board wants lights after “a decade of drift”.\n";

    fn copied(item: &str, what: Extract) -> String {
        let library = library(YAML, Some(TEXT));
        let item = Id::new(item);
        extract(&library, &library.entries()[0], item.as_ref(), what).unwrap().to_string()
    }

    #[test]
    fn cites_exact_words_in_their_marks() {
        let cited = "“They told me ‘no’ twice.” — Dana Vale, chief inspector, Harbour Board, Harbour News, \
                     9 February 2026, ¶2";
        assert_eq!(copied("q1", Extract::Cited), cited);
        let cited = "“a decade of drift” — Harbour Board (to Department of Ports; attribution inferred), \
                     Harbour News, 9 February 2026, ¶3";
        assert_eq!(copied("q2", Extract::Cited), cited);
    }

    #[test]
    fn never_sets_reported_speech_in_marks() {
        let reported = "Reported: wants lights. — Harbour Board, Harbour News, 9 February 2026, ¶3";
        assert_eq!(copied("q3", Extract::Cited), reported);
        assert_eq!(
            copied("q4", Extract::Cited),
            "Stated: nobody minds. — Harbour News, 9 February 2026, ¶1"
        );
        let claim = "Claim: Boats sail without lights. — Dana Vale, chief inspector, Harbour Board, \
                     Harbour News, 9 February 2026, ¶2, ¶3";
        assert_eq!(copied("c1", Extract::Cited), claim);
        for item in ["q3", "q4", "c1", "a1"] {
            for what in [Extract::Cited, Extract::Markdown, Extract::Words] {
                assert!(!copied(item, what).contains(['“', '”', '"']), "{item} {what:?}");
            }
        }
    }

    #[test]
    fn says_of_a_quotation_that_it_is_not_verified() {
        assert!(copied("q5", Extract::Cited).ends_with("Harbour News, 9 February 2026 [failed]"));
        assert!(copied("q5", Extract::Markdown).contains("\\[failed\\]"));
        assert!(copied("c2", Extract::Cited).ends_with(" [rests on a quotation that failed]"));
        let library = library(YAML, None);
        let cited =
            extract(&library, &library.entries()[0], Id::new("q1").as_ref(), Extract::Cited)
                .unwrap();
        assert!(cited.ends_with("9 February 2026 [unverified]"), "{cited}");
    }

    #[test]
    fn cites_an_ask_with_its_terms_and_a_person_with_the_source() {
        let ask = "ASK Harbour Board to Department of Ports: light the boats. Under: Lights Act. By: no date. \
                   No answer in this source. — Harbour News, 9 February 2026, ¶3";
        assert_eq!(copied("a1", Extract::Cited), ask);
        let person = "Dana Vale, chief inspector, Harbour Board — Harbour News, 9 February 2026";
        assert_eq!(copied("vale", Extract::Cited), person);
        assert_eq!(
            copied("ports", Extract::Cited),
            "Department of Ports — Harbour News, 9 February 2026"
        );
    }

    #[test]
    fn cites_a_brief_by_its_source() {
        let library = library(YAML, None);
        let copied = |what| extract(&library, &library.entries()[0], None, what).unwrap();
        let cited =
            "Boats *at* night — Harbour News, news report, 9 February 2026, https://example.org/a";
        assert_eq!(copied(Extract::Cited), cited);
        let linked = "[Boats \\*at\\* night](<https://example.org/a>) — Harbour News, news report, 9 February 2026";
        assert_eq!(copied(Extract::Markdown), linked);
        assert_eq!(copied(Extract::Permalink), "boats");
        assert_eq!(copied(Extract::File), YAML);
    }

    #[test]
    fn gives_words_and_addresses_alone() {
        assert_eq!(copied("q1", Extract::Words), "“They told me ‘no’ twice.”");
        assert_eq!(copied("a1", Extract::Words), "light the boats.");
        assert_eq!(copied("q1", Extract::Permalink), "boats/q1");
    }

    #[test]
    fn writes_markdown_that_shows_the_words_as_they_are() {
        assert_eq!(
            copied("q1", Extract::Markdown),
            "> “They told me ‘no’ twice.”\n>\n> — Dana Vale, chief inspector, Harbour Board, Harbour News, \
             9 February 2026, ¶2 ([Boats \\*at\\* night](<https://example.org/a>))"
        );
        assert!(
            copied("q3", Extract::Markdown)
                .starts_with("Reported: wants lights. — Harbour Board, ")
        );
        assert!(
            copied("vale", Extract::Markdown)
                .starts_with("**Dana Vale, chief inspector, Harbour Board** — ")
        );
    }

    #[test]
    fn names_the_title_and_the_address_of_the_source_in_full() {
        let full = copied("q1", Extract::Full);
        assert_eq!(
            full,
            format!("{} (Boats *at* night, https://example.org/a)", copied("q1", Extract::Cited))
        );
    }

    #[test]
    fn writes_html_in_which_every_word_is_text() {
        assert_eq!(
            copied("q1", Extract::Html),
            "<blockquote><p>“They told me ‘no’ twice.”</p></blockquote><p>— Dana Vale, chief inspector, \
             Harbour Board, Harbour News, 9 February 2026, ¶2 \
             (<a href=\"https://example.org/a\">Boats *at* night</a>)</p>"
        );
        let hostile = YAML.replace("Boats *at* night", "\"<script>alert(1)</script> & night\"");
        let hostile =
            hostile.replace("https://example.org/a", "https://bank.example@evil.example/");
        let library = library(&hostile, None);
        for item in [Some("c1"), Some("q3"), None] {
            let id = item.and_then(Id::new);
            let html =
                extract(&library, &library.entries()[0], id.as_ref(), Extract::Html).unwrap();
            assert!(
                html.contains("<em>&lt;script&gt;alert(1)&lt;/script&gt; &amp; night</em>"),
                "{html}"
            );
            assert!(!html.contains("href"), "{html}");
        }
    }

    #[test]
    fn takes_yaml_from_the_file_as_it_is() {
        let line = "q3: {form: reported, by: board, gist: wants lights, paragraph: 3}\n";
        assert_eq!(copied("q3", Extract::Yaml), line);
        // Inside a line there is no line of its own.
        let library = library(YAML, None);
        let item = Id::new("board");
        assert_eq!(extract(&library, &library.entries()[0], item.as_ref(), Extract::Yaml), None);
    }

    #[test]
    fn knows_the_address_of_a_broken_brief_and_none_of_its_items() {
        let file = tempfile::Builder::new().prefix("x").suffix(".yaml").tempfile().unwrap();
        let entry = load(&Origin::File(file.path().to_owned()), &[]);
        let library = Library::default();
        assert_eq!(extract(&library, &entry, None, Extract::Permalink).unwrap(), entry.id.as_str());
        assert_eq!(extract(&library, &entry, None, Extract::Cited), None);
    }
}
