//! The types that are the schema, which `docs/print.schema.json` holds. Their descriptions are for
//! users of the JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::brief::{Form, Relation, SourceType};
use crate::page::records::{AskTerms, PartyRecord};

/// What `topline print --format json` writes. `version` is raised when a field changes its meaning
/// or is removed, but not when a field is added. A field without a value is null or an empty list.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "topline print")]
pub struct PrintReport<'a> {
    /// The version of this format: 1.
    pub version: u32,
    /// The briefs without errors, in the order in which they are printed.
    pub briefs: Vec<BriefRecord<'a>>,
}

/// One brief: a summary of one source.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Brief")]
pub struct BriefRecord<'a> {
    /// The id of the brief: the name of its file without the extension.
    pub id: &'a str,
    /// The paths of the fields that are still to be filled in; the brief is a draft if there are any.
    pub to_fill_in: Vec<String>,
    /// How it is to be handled.
    pub marking: Option<&'a str>,
    /// When it was prepared, as 2026, 2026-02 or 2026-02-09.
    pub prepared: Option<String>,
    /// Who prepared it.
    pub prepared_by: Option<&'a str>,
    /// The ids of its topics.
    pub topics: Vec<&'a str>,
    /// Its source.
    pub source: SourceRecord<'a>,
    /// What the source says, in the author’s words.
    pub summary: ProseRecord<'a>,
    /// What to read first.
    pub top_lines: Vec<ProseRecord<'a>>,
    /// Our own words, not the source’s.
    pub lines_to_take: Vec<ProseRecord<'a>>,
    /// The paragraphs of the background.
    pub background: Vec<ProseRecord<'a>>,
    /// What the source does not say.
    pub gaps: Vec<ProseRecord<'a>>,
    /// The organisations that it names.
    pub organisations: Vec<PartyRecord<'a>>,
    /// The people that it names, each in a post.
    pub officials: Vec<OfficialRecord<'a>>,
    /// The words of the source, or a report of them.
    pub quotes: Vec<QuoteRecord<'a>>,
    /// What is asserted.
    pub claims: Vec<ClaimRecord<'a>>,
    /// What is asked, promised or being done.
    pub asks: Vec<AskRecord<'a>>,
}

/// The text that a brief is about.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceRecord<'a> {
    /// Its title, in square brackets if the author of the brief supplied it.
    pub title: &'a str,
    /// What kind of text it is.
    pub r#type: SourceType,
    /// Who published it; null if that is not known.
    pub publisher: Option<&'a str>,
    /// The party that speaks throughout the text.
    pub by: Option<PartyRecord<'a>>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// The site, paper or programme that carried it.
    pub container: Option<&'a str>,
    /// When it was published.
    pub issued: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// Its web address.
    pub url: Option<&'a str>,
    /// The path of the saved copy, as the brief names it.
    pub text: Option<&'a str>,
    /// The SHA-256 of the saved copy in hexadecimal; null if the copy is not available.
    pub sha256: Option<String>,
    /// What it is based on, if it is second-hand: a description, or the id of a brief.
    pub based_on: Option<&'a str>,
}

/// A paragraph in the author’s words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Prose")]
pub struct ProseRecord<'a> {
    /// The words as written, including the citations: `Boats sail [c1].`
    pub text: &'a str,
    /// The addresses of the items that it cites, in reading order.
    pub cites: Vec<String>,
}

/// A person in a post.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Official")]
pub struct OfficialRecord<'a> {
    /// The id, which means the same in every brief.
    pub id: &'a str,
    /// The name without the honorific.
    pub name: &'a str,
    /// The honorific, such as Sir, Dame or Dr.
    pub honorific: Option<&'a str>,
    /// Other names.
    pub aka: Vec<&'a str>,
    /// The post, as this source words it; null if it gives none.
    pub post: Option<&'a str>,
    /// The organisation to which the post belongs; null if the brief names none.
    pub organisation: Option<PartyRecord<'a>>,
}

/// The words of the source, or a report of them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quote")]
pub struct QuoteRecord<'a> {
    /// Its address: `brief/quote`.
    pub item: String,
    /// Whether it gives the words directly, in part, as reported speech or as a passage.
    pub form: Form,
    /// Who speaks; of a joint statement the first.
    pub by: PartyRecord<'a>,
    /// The others who say the same words, if it is a joint statement.
    pub with: Vec<PartyRecord<'a>>,
    /// The party to whom it was said.
    pub to: Option<PartyRecord<'a>>,
    /// When it was said.
    pub said: Option<String>,
    /// The exact words: the speaker’s for a direct or partial quote, the source’s own for a passage.
    pub exact: Option<&'a str>,
    /// What was said, in the author’s words, for a reported quote or a passage.
    pub gist: Option<&'a str>,
    /// The state of the exact words; null if there are none.
    pub state: Option<StateWord>,
    /// The day on which they were verified, if the state is `locked`.
    pub verified: Option<String>,
    /// The paragraphs of the source in which it was found, counted from 1.
    pub paragraphs: Vec<u32>,
    /// The page, the column or the time at which the source has it.
    pub at: Option<&'a str>,
    /// Where the exact words are in the saved copy: for each part, its first character and the one
    /// after its last. Characters are counted from 0, after any byte order mark, as they are in the
    /// file: CRLF is two. Empty if the copy is not available.
    pub spans: Vec<[usize; 2]>,
    /// The addresses of the claims and asks that rest on it.
    pub supports: Vec<String>,
    /// Whether the author inferred the attribution, which the source does not state.
    pub inferred: bool,
    /// A note for colleagues.
    pub note: Option<&'a str>,
}

/// The state of a quote’s exact words: `verified` (they are in the saved copy), `locked` (they
/// were when they were locked, but the copy is not available), `unverified` (neither a copy nor a lock is
/// available) or `failed` (they are not in the saved copy).
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
    /// The amounts and years that it states, as it writes them, in order and each once.
    pub figures: Vec<&'a str>,
    /// Who asserts it.
    pub by: PartyRecord<'a>,
    /// The addresses of the quotes that it rests on.
    pub evidence: Vec<String>,
    /// How it bears on other claims.
    pub links: Vec<LinkRecord<'a>>,
    /// How other claims bear on it.
    pub linked_by: Vec<LinkRecord<'a>>,
    /// Whether the author inferred the attribution, which the source does not state.
    pub inferred: bool,
    /// A note for colleagues.
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
    /// Whether the author inferred the attribution, which the source does not state.
    pub inferred: bool,
    /// A note for colleagues.
    pub note: Option<&'a str>,
}

/// How two claims, or two asks, bear on each other.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Link")]
pub struct LinkRecord<'a> {
    /// The relation of the item with the link to the other; in `linked_by`, of the other to this item.
    pub relation: Relation,
    /// The address of the other: `brief/item`.
    pub item: String,
    /// The text of the other; null if its brief is not available.
    pub text: Option<&'a str>,
    /// The party of the other; null if its brief is not available.
    pub by: Option<PartyRecord<'a>>,
}
