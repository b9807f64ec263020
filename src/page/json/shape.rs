//! The types that are the schema, which `docs/print.schema.json` holds. Their descriptions address those
//! who read the JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::brief::{Form, Relation, SourceType};
use crate::page::records::{AskTerms, PartyRecord};

/// What `topline print --format json` writes. `version` is raised when a field changes its meaning
/// or goes away; a new field may come without that. A field that has nothing to say is null, or an
/// empty list.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "topline print")]
pub struct PrintReport<'a> {
    /// The version of this shape: 1.
    pub version: u32,
    /// The sound briefs, in the order in which they are printed.
    pub briefs: Vec<BriefRecord<'a>>,
}

/// One brief: what one source says.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Brief")]
pub struct BriefRecord<'a> {
    /// The id of the brief: the stem of its file's name.
    pub id: &'a str,
    /// How it is to be handled.
    pub marking: Option<&'a str>,
    /// When it was prepared, as 2026, 2026-02 or 2026-02-09.
    pub prepared: Option<String>,
    /// Who prepared it.
    pub prepared_by: Option<&'a str>,
    /// The ids of its topics.
    pub topics: Vec<&'a str>,
    /// The source it is about.
    pub source: SourceRecord<'a>,
    /// What the source says, in the author's words.
    pub summary: ProseRecord<'a>,
    /// What is read first.
    pub top_lines: Vec<ProseRecord<'a>>,
    /// The own side's words, not the source's.
    pub lines_to_take: Vec<ProseRecord<'a>>,
    /// The paragraphs of the background.
    pub background: Vec<ProseRecord<'a>>,
    /// What the source does not say.
    pub gaps: Vec<ProseRecord<'a>>,
    /// The bodies that it names.
    pub organisations: Vec<PartyRecord<'a>>,
    /// The people that it names, each in a post.
    pub officials: Vec<OfficialRecord<'a>>,
    /// Words of the source, or what was said in them.
    pub quotes: Vec<QuoteRecord<'a>>,
    /// What is asserted.
    pub claims: Vec<ClaimRecord<'a>>,
    /// What is asked, promised and being done.
    pub asks: Vec<AskRecord<'a>>,
}

/// The text that a brief is about.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceRecord<'a> {
    /// Its title; one that the author of the brief made up is in square brackets.
    pub title: &'a str,
    /// What kind of text it is.
    pub r#type: SourceType,
    /// Who published it; null where that is not known.
    pub publisher: Option<&'a str>,
    /// Whose own words the whole text is.
    pub by: Option<PartyRecord<'a>>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// The site, paper or programme it stood in.
    pub container: Option<&'a str>,
    /// When it came out.
    pub issued: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// Its web address.
    pub url: Option<&'a str>,
    /// The path of the saved copy, as the brief names it.
    pub text: Option<&'a str>,
    /// The SHA-256 of the saved copy in hexadecimal; null where the copy is not here.
    pub sha256: Option<&'a str>,
    /// What it rests on: a description, or the id of a brief. It makes the source second-hand.
    pub based_on: Option<&'a str>,
}

/// A paragraph of the author's words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Prose")]
pub struct ProseRecord<'a> {
    /// The words as they are written, with the citations in them: `Boats sail [c1].`
    pub text: &'a str,
    /// The addresses of the items that it cites, in reading order.
    pub cites: Vec<String>,
}

/// A person acting in a post.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Official")]
pub struct OfficialRecord<'a> {
    /// The id, which means the same in every brief.
    pub id: &'a str,
    /// The name without honorific.
    pub name: &'a str,
    /// Sir, Dame, Dr.
    pub honorific: Option<&'a str>,
    /// Other names.
    pub aka: Vec<&'a str>,
    /// The post, as this source styles it.
    pub post: &'a str,
    /// The body of the post.
    pub organisation: PartyRecord<'a>,
}

/// Words of the source, or what was said in them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quote")]
pub struct QuoteRecord<'a> {
    /// Its address: `brief/quote`.
    pub item: String,
    /// How it gives the words.
    pub form: Form,
    /// Who speaks.
    pub by: PartyRecord<'a>,
    /// Whom it was said to.
    pub to: Option<PartyRecord<'a>>,
    /// When it was said.
    pub said: Option<String>,
    /// The speaker's exact words, of a direct or partial quote.
    pub exact: Option<&'a str>,
    /// What was said, in the author's words, of a reported quote or a passage.
    pub gist: Option<&'a str>,
    /// What is known of the exact words; null where there are none.
    pub state: Option<StateWord>,
    /// The day on which they were verified, where the state is `locked`.
    pub verified: Option<String>,
    /// The paragraphs of the source that it stands in, counted from 1.
    pub paragraphs: Vec<u32>,
    /// Where the exact words stand in the saved copy: the first character of each part and the one
    /// after its last. Characters count from 0, after a byte order mark, as the file has them:
    /// CRLF is two. Empty where the copy is not here.
    pub spans: Vec<[usize; 2]>,
    /// The addresses of the claims and asks that rest on it.
    pub supports: Vec<String>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A remark for colleagues.
    pub note: Option<&'a str>,
}

/// What is known of a quote's exact words: `verified` (they stand in the saved copy), `locked` (they
/// did when they were locked; the copy is not here), `unverified` (neither copy nor lock is here) or
/// `failed`.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "State")]
pub enum StateWord {
    Verified,
    Locked,
    Unverified,
    Failed,
}

/// One checkable sentence.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Claim")]
pub struct ClaimRecord<'a> {
    /// Its address: `brief/claim`.
    pub item: String,
    /// The sentence.
    pub text: &'a str,
    /// Who asserts it.
    pub by: PartyRecord<'a>,
    /// The addresses of the quotes that it rests on.
    pub evidence: Vec<String>,
    /// How it bears on other claims.
    pub links: Vec<LinkRecord<'a>>,
    /// How other claims bear on it.
    pub linked_by: Vec<LinkRecord<'a>>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A remark for colleagues.
    pub note: Option<&'a str>,
}

/// Something asked, promised or being done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Ask")]
pub struct AskRecord<'a> {
    /// Its address: `brief/ask`.
    pub item: String,
    #[serde(flatten)]
    pub terms: AskTerms<'a>,
    /// The addresses of the quotes that it rests on.
    pub evidence: Vec<String>,
    /// The asks that it answers.
    pub links: Vec<LinkRecord<'a>>,
    /// What answers it.
    pub linked_by: Vec<LinkRecord<'a>>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A remark for colleagues.
    pub note: Option<&'a str>,
}

/// How two claims, or two asks, bear on each other.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
pub struct LinkRecord<'a> {
    /// What the one that has the link says of the other; in `linked_by`, what the other says of this.
    pub relation: Relation,
    /// The address of the other: `brief/item`.
    pub item: String,
    /// What the other says; null where its brief is not here.
    pub text: Option<&'a str>,
    /// Whose the other is; null where its brief is not here.
    pub by: Option<PartyRecord<'a>>,
}
