//! The brief as its file spells it: what serde reads, and what the JSON Schema is made from.
//!
//! Every field is optional here, so that a file can be read past a bad field; the rules on
//! what has to be there are applied when the checked [`Brief`](super::Brief) is made. The
//! descriptions become those of `brief.schema.json`, which editors show while a brief is
//! written, so they speak to its author.

mod values;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::vocabulary::{AskKind, Form, SourceType, Status};
use super::yaml::{Many, Scalar};

/// A topline brief: what one source says, who says it, and who asks what of whom.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "topline brief")]
pub struct BriefFile {
    /// What the source says, in your own words. Cites items as [c1] or [c1, a2].
    #[schemars(required, length(min = 1))]
    pub summary: Option<Scalar>,
    /// One or more topic ids, such as child-protection.
    #[serde(default)]
    #[schemars(schema_with = "values::many_ids")]
    pub topics: Option<Many<Scalar>>,
    /// What a minister reads first: at most 5 points of at most 30 words, each citing ids: [c1, a2].
    #[schemars(length(max = 5))]
    pub top_lines: Option<Vec<Scalar>>,
    /// Your own side's words, kept apart from the source's on screen and on paper.
    pub lines_to_take: Option<Vec<Scalar>>,
    /// What a reader needs to know before the claims make sense. A blank line begins a paragraph.
    pub background: Option<Scalar>,
    /// What the source does not say.
    pub gaps: Option<Vec<Scalar>>,
    /// When the brief was written: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub prepared: Option<Scalar>,
    /// Who wrote the brief.
    pub prepared_by: Option<Scalar>,
    /// The handling label, printed at the head and foot of every page.
    pub marking: Option<Scalar>,
    /// The one text that this brief summarises.
    #[schemars(required)]
    pub source: Option<SourceFields>,
    /// The bodies that speak or are asked: an id and the name of each.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<Scalar>")]
    pub organisations: Option<IndexMap<Scalar, Scalar>>,
    /// The people who act in a post, each under an id. Never victims or offenders.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<OfficialFields>")]
    pub officials: Option<IndexMap<Scalar, OfficialFields>>,
    /// The words and reported words that claims and asks rest on, each under an id such as q1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<QuoteFields>")]
    pub quotes: Option<IndexMap<Scalar, QuoteFields>>,
    /// The checkable statements, each under an id such as c1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<ClaimFields>")]
    pub claims: Option<IndexMap<Scalar, ClaimFields>>,
    /// The asks, commitments and actions, each under an id such as a1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<AskFields>")]
    pub asks: Option<IndexMap<Scalar, AskFields>>,
}

/// The source: what it is, who put it out, and where its text is kept.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "source")]
pub struct SourceFields {
    /// The title as printed. One that you made up goes in square brackets.
    #[schemars(required, length(min = 1))]
    pub title: Option<Scalar>,
    /// What kind of text it is; news unless said.
    #[serde(rename = "type")]
    pub kind: Option<SourceType>,
    /// Who published it; unknown where the source does not say.
    #[schemars(required, length(min = 1))]
    pub publisher: Option<Scalar>,
    /// The official or organisation whose own words the whole text is: of a speech, a statement,
    /// a letter, a law or a post. Such a text needs no quotation marks to be quoted.
    #[serde(default)]
    #[schemars(schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// Who wrote it, as printed.
    pub author: Option<Scalar>,
    /// The site, paper or programme it stood in.
    pub container: Option<Scalar>,
    /// When it came out: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub issued: Option<Scalar>,
    /// When you read it: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub accessed: Option<Scalar>,
    /// Its web address, http or https.
    #[schemars(url, regex(pattern = "^https?://"))]
    pub url: Option<Scalar>,
    /// The path of your saved UTF-8 copy, looked for beside the brief, then in the folder that
    /// --sources names.
    pub text: Option<Scalar>,
    /// What the source itself rests on, or the id of the brief about that; makes it second-hand.
    pub based_on: Option<Scalar>,
}

/// A person who acts in a post.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "official")]
pub struct OfficialFields {
    /// The name without title or honorific.
    #[schemars(required, length(min = 1))]
    pub name: Option<Scalar>,
    /// The post as this source styles it.
    #[schemars(required, length(min = 1))]
    pub post: Option<Scalar>,
    /// The id of the organisation the post is in.
    #[schemars(required, schema_with = "values::id")]
    pub organisation: Option<Scalar>,
    /// Such as Sir, Dame or Dr.
    pub honorific: Option<Scalar>,
    /// Other names the source uses for the same person.
    pub aka: Option<Many<Scalar>>,
}

/// Words of the source, or what was said in them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "quote")]
pub struct QuoteFields {
    /// How the words are given: a full quotation, a quoted phrase, reported speech, or an
    /// unattributed statement of the source's.
    #[schemars(required)]
    pub form: Option<Form>,
    /// The id of the official or organisation who speaks; source for a passage, and only there.
    #[schemars(required, schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// For direct and partial: the speaker's words as the source prints them, without the outer
    /// quotation marks. […] or ... leaves words out, [they] is our insertion.
    #[schemars(length(min = 1))]
    pub exact: Option<Scalar>,
    /// For reported and passage: what was said, in your own words.
    #[schemars(length(min = 1))]
    pub gist: Option<Scalar>,
    /// The paragraph of the source, counted from 1. Found by itself for direct and partial where
    /// the text is there.
    #[schemars(range(min = 1))]
    pub paragraph: Option<u32>,
    /// The words just before, where exact occurs more than once.
    pub prefix: Option<Scalar>,
    /// The words just after, where exact occurs more than once.
    pub suffix: Option<Scalar>,
    /// The id of whom it was said to.
    #[serde(default)]
    #[schemars(schema_with = "values::id")]
    pub to: Option<Scalar>,
    /// When it was said: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub said: Option<Scalar>,
    /// true where the attribution is ours, not the source's.
    pub inferred: Option<bool>,
    /// A remark for colleagues.
    pub note: Option<Scalar>,
}

/// One checkable sentence, and what it rests on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "claim")]
pub struct ClaimFields {
    /// One checkable sentence, in your own words.
    #[schemars(required, length(min = 1))]
    pub text: Option<Scalar>,
    /// The id of who asserts it; source where the source itself does.
    #[schemars(required, schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// The ids of the quotes it rests on.
    #[schemars(required, schema_with = "values::many_ids")]
    pub evidence: Option<Many<Scalar>>,
    /// The claims, usually in other briefs, that the same claimant makes in another outlet:
    /// brief-id/c2.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub repeats: Option<Many<Scalar>>,
    /// The claims that this one bears out, from an independent source.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub corroborates: Option<Many<Scalar>>,
    /// The claims that this one denies.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub contradicts: Option<Many<Scalar>>,
    /// The claims that this one gives later news of.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub updates: Option<Many<Scalar>>,
    /// The claims that this one hedges or limits.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub qualifies: Option<Many<Scalar>>,
    /// true where the attribution is ours, not the source's.
    pub inferred: Option<bool>,
    /// A remark for colleagues.
    pub note: Option<Scalar>,
}

/// Something asked, promised or being done.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ask")]
pub struct AskFields {
    /// Whether it is asked of someone, promised, or reported as being done.
    #[schemars(required)]
    pub kind: Option<AskKind>,
    /// The id of who asks, promises or acts.
    #[schemars(required, schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// The ids of whom it is asked of; unstated and everyone are allowed. An ask has to have it.
    #[serde(default)]
    #[schemars(schema_with = "values::many_ids")]
    pub to: Option<Many<Scalar>>,
    /// What is to be done. Begins with a verb.
    #[schemars(required, length(min = 1))]
    pub action: Option<Scalar>,
    /// The Act, power, code or fund as named.
    pub instrument: Option<Scalar>,
    /// A date (2026, 2026-02 or 2026-02-09) or the source's own word for it.
    #[serde(default)]
    #[schemars(schema_with = "values::due")]
    pub due: Option<Scalar>,
    /// How far it has come; open for an ask unless said.
    pub status: Option<Status>,
    /// The ids of the quotes it rests on.
    #[schemars(required, schema_with = "values::many_ids")]
    pub evidence: Option<Many<Scalar>>,
    /// The asks, here or in other briefs, that this one replies to.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub answers: Option<Many<Scalar>>,
    /// true where the attribution is ours, not the source's.
    pub inferred: Option<bool>,
    /// A remark for colleagues.
    pub note: Option<Scalar>,
}
