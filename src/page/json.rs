//! The whole of briefs for programs: links resolved, and where each quote stands in its source.
//!
//! The types here are the schema, which `docs/print.schema.json` holds; their descriptions speak
//! to those who read the JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::records::{AskTerms, PartyRecord, addresses};
use crate::brief::{self, Anchor, Brief, Date, Form, Id, Item, Prose, Relation, SourceType};
use crate::evidence::{SourceText, State};
use crate::library::{Entry, Library};
use crate::text::Text;

/// The version of this shape: raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Writes the sound briefs of `library` as one JSON object with a newline at its end.
pub fn json(library: &Library) -> String {
    let sound = library.entries().iter().filter_map(|entry| Some((entry, entry.brief.as_ref()?)));
    let briefs = sound.map(|(entry, brief)| Recorder { library, entry, brief }.brief()).collect();
    let printed = PrintReport { version: VERSION, briefs };
    // Serialising to text fails only for maps whose keys are no strings, and there is none.
    serde_json::to_string_pretty(&printed).unwrap_or_default() + "\n"
}

/// The JSON Schema of what [`json`] writes.
pub fn json_schema() -> serde_json::Value {
    brief::schema_of::<PrintReport<'_>>()
}

/// What `topline print --format json` writes. `version` is raised when a field changes its meaning
/// or goes away; a new field may come without that. A field that has nothing to say is null, or an
/// empty list.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "topline print")]
struct PrintReport<'a> {
    /// The version of this shape: 1.
    version: u32,
    /// The sound briefs, in the order in which they are printed.
    briefs: Vec<BriefRecord<'a>>,
}

/// One brief: what one source says.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Brief")]
struct BriefRecord<'a> {
    /// The id of the brief: the stem of its file's name.
    id: &'a str,
    /// How it is to be handled.
    marking: Option<&'a str>,
    /// When it was prepared, as 2026, 2026-02 or 2026-02-09.
    prepared: Option<String>,
    /// Who prepared it.
    prepared_by: Option<&'a str>,
    /// The ids of its topics.
    topics: Vec<&'a str>,
    /// The source it is about.
    source: SourceRecord<'a>,
    /// What the source says, in the author's words.
    summary: ProseRecord<'a>,
    /// What is read first.
    top_lines: Vec<ProseRecord<'a>>,
    /// The own side's words, not the source's.
    lines_to_take: Vec<ProseRecord<'a>>,
    /// The paragraphs of the background.
    background: Vec<ProseRecord<'a>>,
    /// What the source does not say.
    gaps: Vec<ProseRecord<'a>>,
    /// The bodies that it names.
    organisations: Vec<PartyRecord<'a>>,
    /// The people that it names, each in a post.
    officials: Vec<OfficialRecord<'a>>,
    /// Words of the source, or what was said in them.
    quotes: Vec<QuoteRecord<'a>>,
    /// What is asserted.
    claims: Vec<ClaimRecord<'a>>,
    /// What is asked, promised and being done.
    asks: Vec<AskRecord<'a>>,
}

/// The text that a brief is about.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
struct SourceRecord<'a> {
    /// Its title; one that the author of the brief made up is in square brackets.
    title: &'a str,
    /// What kind of text it is.
    r#type: SourceType,
    /// Who published it; null where that is not known.
    publisher: Option<&'a str>,
    /// Whose own words the whole text is.
    by: Option<PartyRecord<'a>>,
    /// Who wrote it.
    author: Option<&'a str>,
    /// The site, paper or programme it stood in.
    container: Option<&'a str>,
    /// When it came out.
    issued: Option<String>,
    /// When it was read.
    accessed: Option<String>,
    /// Its web address.
    url: Option<&'a str>,
    /// The path of the saved copy, as the brief names it.
    text: Option<&'a str>,
    /// The SHA-256 of the saved copy in hexadecimal; null where the copy is not here.
    sha256: Option<&'a str>,
    /// What it rests on: a description, or the id of a brief. It makes the source second-hand.
    based_on: Option<&'a str>,
}

/// A paragraph of the author's words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Prose")]
struct ProseRecord<'a> {
    /// The words as they are written, with the citations in them: `Boats sail [c1].`
    text: &'a str,
    /// The addresses of the items that it cites, in reading order.
    cites: Vec<String>,
}

/// A person acting in a post.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Official")]
struct OfficialRecord<'a> {
    /// The id, which means the same in every brief.
    id: &'a str,
    /// The name without honorific.
    name: &'a str,
    /// Sir, Dame, Dr.
    honorific: Option<&'a str>,
    /// Other names.
    aka: Vec<&'a str>,
    /// The post, as this source styles it.
    post: &'a str,
    /// The body of the post.
    organisation: PartyRecord<'a>,
}

/// Words of the source, or what was said in them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quote")]
struct QuoteRecord<'a> {
    /// Its address: `brief/quote`.
    item: String,
    /// How it gives the words.
    form: Form,
    /// Who speaks.
    by: PartyRecord<'a>,
    /// Whom it was said to.
    to: Option<PartyRecord<'a>>,
    /// When it was said.
    said: Option<String>,
    /// The speaker's exact words, of a direct or partial quote.
    exact: Option<&'a str>,
    /// What was said, in the author's words, of a reported quote or a passage.
    gist: Option<&'a str>,
    /// What is known of the exact words; null where there are none.
    state: Option<StateWord>,
    /// The day on which they were verified, where the state is `locked`.
    verified: Option<String>,
    /// The paragraphs of the source that it stands in, counted from 1.
    paragraphs: Vec<u32>,
    /// Where the exact words stand in the saved copy: the first character of each part and the one
    /// after its last. Characters count from 0, after a byte order mark, as the file has them:
    /// CRLF is two. Empty where the copy is not here.
    spans: Vec<[usize; 2]>,
    /// The addresses of the claims and asks that rest on it.
    supports: Vec<String>,
    /// Whether the attribution is the author's, not the source's.
    inferred: bool,
    /// A remark for colleagues.
    note: Option<&'a str>,
}

/// What is known of a quote's exact words: `verified` (they stand in the saved copy), `locked` (they
/// did when they were locked; the copy is not here), `unverified` (neither copy nor lock is here) or
/// `failed`.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "State")]
enum StateWord {
    Verified,
    Locked,
    Unverified,
    Failed,
}

/// One checkable sentence.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Claim")]
struct ClaimRecord<'a> {
    /// Its address: `brief/claim`.
    item: String,
    /// The sentence.
    text: &'a str,
    /// Who asserts it.
    by: PartyRecord<'a>,
    /// The addresses of the quotes that it rests on.
    evidence: Vec<String>,
    /// How it bears on other claims.
    links: Vec<LinkRecord<'a>>,
    /// How other claims bear on it.
    linked_by: Vec<LinkRecord<'a>>,
    /// Whether the attribution is the author's, not the source's.
    inferred: bool,
    /// A remark for colleagues.
    note: Option<&'a str>,
}

/// Something asked, promised or being done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Ask")]
struct AskRecord<'a> {
    /// Its address: `brief/ask`.
    item: String,
    #[serde(flatten)]
    terms: AskTerms<'a>,
    /// The addresses of the quotes that it rests on.
    evidence: Vec<String>,
    /// The asks that it answers.
    links: Vec<LinkRecord<'a>>,
    /// What answers it.
    linked_by: Vec<LinkRecord<'a>>,
    /// Whether the attribution is the author's, not the source's.
    inferred: bool,
    /// A remark for colleagues.
    note: Option<&'a str>,
}

/// How two claims, or two asks, bear on each other.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
struct LinkRecord<'a> {
    /// What the one that has the link says of the other; in `linked_by`, what the other says of this.
    relation: Relation,
    /// The address of the other: `brief/item`.
    item: String,
    /// What the other says; null where its brief is not here.
    text: Option<&'a str>,
    /// Whose the other is; null where its brief is not here.
    by: Option<PartyRecord<'a>>,
}

/// Reads one brief into records.
struct Recorder<'a> {
    library: &'a Library,
    entry: &'a Entry,
    brief: &'a Brief,
}

impl<'a> Recorder<'a> {
    fn brief(&self) -> BriefRecord<'a> {
        let brief = self.brief;
        BriefRecord {
            id: &brief.id,
            marking: brief.marking.as_deref(),
            prepared: brief.prepared.map(Date::iso),
            prepared_by: brief.prepared_by.as_deref(),
            topics: brief.topics.iter().map(Id::as_str).collect(),
            source: self.source(),
            summary: prose(&brief.summary),
            top_lines: brief.top_lines.iter().map(prose).collect(),
            lines_to_take: brief.lines_to_take.iter().map(prose).collect(),
            background: brief.background.iter().map(prose).collect(),
            gaps: brief.gaps.iter().map(prose).collect(),
            organisations: brief
                .organisations
                .keys()
                .map(|id| PartyRecord::new(brief, id))
                .collect(),
            officials: self.officials(),
            quotes: brief.quotes.values().map(|quote| self.quote(quote)).collect(),
            claims: brief.claims.values().map(|claim| self.claim(claim)).collect(),
            asks: brief.asks.values().map(|ask| self.ask(ask)).collect(),
        }
    }

    fn source(&self) -> SourceRecord<'a> {
        let source = &self.brief.source;
        SourceRecord {
            title: &source.title,
            r#type: source.kind,
            publisher: source.publisher.as_deref(),
            by: source.by.as_ref().map(|id| PartyRecord::new(self.brief, id)),
            author: source.author.as_deref(),
            container: source.container.as_deref(),
            issued: source.issued.map(Date::iso),
            accessed: source.accessed.map(Date::iso),
            url: source.url.as_deref(),
            text: source.text.as_deref(),
            sha256: self.entry.evidence.text.as_ref().map(SourceText::digest),
            based_on: source.based_on.as_deref(),
        }
    }

    fn officials(&self) -> Vec<OfficialRecord<'a>> {
        let official = |official: &'a brief::Official| OfficialRecord {
            id: &official.id,
            name: &official.name,
            honorific: official.honorific.as_deref(),
            aka: official.aka.iter().map(Text::as_str).collect(),
            post: &official.post,
            organisation: PartyRecord::new(self.brief, &official.organisation),
        };
        self.brief.officials.values().map(official).collect()
    }

    fn quote(&self, quote: &'a brief::Quote) -> QuoteRecord<'a> {
        let anchor = self.brief.anchor(&quote.id);
        let state = self.entry.state(&quote.id);
        let finding = self.entry.evidence.findings.get(&quote.id);
        QuoteRecord {
            form: quote.words.form(),
            by: PartyRecord::from_speaker(self.brief, &quote.by),
            to: quote.to.as_ref().map(|id| PartyRecord::new(self.brief, id)),
            said: quote.said.map(Date::iso),
            exact: quote.words.exact().map(Text::as_str),
            gist: quote.words.gist().map(Text::as_str),
            state: state.map(|state| match state {
                State::Verified => StateWord::Verified,
                State::Locked(_) => StateWord::Locked,
                State::Unverified => StateWord::Unverified,
                State::Failed => StateWord::Failed,
            }),
            verified: state.and_then(State::locked_on).map(Date::iso),
            paragraphs: finding.map_or_else(Vec::new, |finding| finding.paragraphs.clone()),
            spans: finding
                .map_or_else(Vec::new, |finding| self.entry.evidence.characters(&finding.spans)),
            supports: addresses(&self.library.links().get(&anchor).supports),
            inferred: quote.inferred,
            note: quote.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn claim(&self, claim: &'a brief::Claim) -> ClaimRecord<'a> {
        let anchor = self.brief.anchor(&claim.id);
        let linked = self.library.links().get(&anchor);
        ClaimRecord {
            text: &claim.text,
            by: PartyRecord::from_speaker(self.brief, &claim.by),
            evidence: claim.evidence.iter().map(|id| self.brief.anchor(id).to_string()).collect(),
            links: self.links(&claim.links),
            linked_by: self.links(&linked.incoming),
            inferred: claim.inferred,
            note: claim.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn ask(&self, ask: &'a brief::Ask) -> AskRecord<'a> {
        let anchor = self.brief.anchor(&ask.id);
        let linked = self.library.links().get(&anchor);
        AskRecord {
            terms: AskTerms::new(self.brief, ask),
            evidence: ask.evidence.iter().map(|id| self.brief.anchor(id).to_string()).collect(),
            links: self.links(&ask.links),
            linked_by: self.links(&linked.incoming),
            inferred: ask.inferred,
            note: ask.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn links(&self, links: &[brief::Link]) -> Vec<LinkRecord<'a>> {
        links.iter().map(|link| self.link(link)).collect()
    }

    fn link(&self, link: &brief::Link) -> LinkRecord<'a> {
        let other = self.library.entry(&link.target.brief).and_then(|entry| entry.brief.as_ref());
        let found = other.and_then(|brief| match brief.item(&link.target.item)? {
            Item::Claim(claim) => {
                Some((claim.text.as_str(), PartyRecord::from_speaker(brief, &claim.by)))
            }
            Item::Ask(ask) => Some((ask.action.as_str(), PartyRecord::new(brief, &ask.by))),
            Item::Quote(_) | Item::Official(_) | Item::Organisation(_) => None,
        });
        let (text, by) = found.unzip();
        LinkRecord { relation: link.relation, item: link.target.to_string(), text, by }
    }
}

fn prose(prose: &Prose) -> ProseRecord<'_> {
    ProseRecord { text: &prose.text, cites: prose.citations().map(Anchor::to_string).collect() }
}
