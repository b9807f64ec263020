//! The brief as written in its file: what serde reads, and what the JSON Schema is made from.
//!
//! Every field is optional here, so that reading can go on after a bad field. Required fields are
//! enforced when the checked [`Brief`](super::Brief) is made. The descriptions become those of
//! `brief.schema.json`, which editors show while a brief is written, so they address its author.

mod values;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::vocabulary::{AskKind, Form, SourceType, Status};
use super::yaml::{Many, Scalar};

/// A topline brief: what one source says, who says it, and who asks whom to do what.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "topline brief")]
pub struct BriefFile {
    /// What the source says, in your own words. Cite items as [c1] or [c1, a2].
    #[schemars(required, length(min = 1))]
    pub summary: Option<Scalar>,
    /// One or more topic ids, such as child-protection.
    #[serde(default)]
    #[schemars(schema_with = "values::many_ids")]
    pub topics: Option<Many<Scalar>>,
    /// What a minister reads first: at most 5 points of at most 30 words, each citing items as [c1] or
    /// [c1, a2].
    #[schemars(length(max = 5))]
    pub top_lines: Option<Vec<Scalar>>,
    /// Your own side’s lines, kept separate from the source’s words on screen and on paper.
    pub lines_to_take: Option<Vec<Scalar>>,
    /// What a reader needs to know to make sense of the claims. Separate paragraphs with a blank line.
    pub background: Option<Scalar>,
    /// What the source does not say.
    pub gaps: Option<Vec<Scalar>>,
    /// When the brief was written: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub prepared: Option<Scalar>,
    /// Who wrote the brief.
    pub prepared_by: Option<Scalar>,
    /// The handling label, printed at the top and bottom of every page.
    pub marking: Option<Scalar>,
    /// The one text that this brief summarises.
    #[schemars(required)]
    pub source: Option<SourceFields>,
    /// The bodies that speak or are asked: the id and name of each.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<Scalar>")]
    pub organisations: Option<IndexMap<Scalar, Scalar>>,
    /// The people who speak or are asked, in a post or by their own choice, each under an id. Never
    /// victims or offenders who are only spoken of.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<OfficialFields>")]
    pub officials: Option<IndexMap<Scalar, OfficialFields>>,
    /// The quoted and reported words that claims and asks rest on, each under an id such as q1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<QuoteFields>")]
    pub quotes: Option<IndexMap<Scalar, QuoteFields>>,
    /// The claims that can be checked, each under an id such as c1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<ClaimFields>")]
    pub claims: Option<IndexMap<Scalar, ClaimFields>>,
    /// The asks, commitments and actions, each under an id such as a1.
    #[serde(default)]
    #[schemars(schema_with = "values::map_of::<AskFields>")]
    pub asks: Option<IndexMap<Scalar, AskFields>>,
}

/// The source: what it is, who published it, and where its text is kept.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "source")]
pub struct SourceFields {
    /// The title as printed. If you made it up, put it in square brackets.
    #[schemars(required, length(min = 1))]
    pub title: Option<Scalar>,
    /// What kind of text it is; news if you leave this out.
    #[serde(rename = "type")]
    pub kind: Option<SourceType>,
    /// Who published it; unknown if the source does not say.
    #[schemars(required, length(min = 1))]
    pub publisher: Option<Scalar>,
    /// The id of the official or organisation, if the whole text is in their own words: a speech, a
    /// statement, a letter, a law or a post. You can quote from such a text where it has no quotation
    /// marks.
    #[serde(default)]
    #[schemars(schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// Who wrote it, as printed.
    pub author: Option<Scalar>,
    /// The site, paper or programme it appeared in.
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
    /// The path to your saved UTF-8 copy, from the brief’s folder or the --sources folder.
    pub text: Option<Scalar>,
    /// The text that the source is itself based on, or the id of the brief about that text. This makes
    /// the source second-hand.
    pub based_on: Option<Scalar>,
}

/// A person who speaks or is asked.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "official")]
pub struct OfficialFields {
    /// The name, without a title or honorific.
    #[schemars(required, length(min = 1))]
    pub name: Option<Scalar>,
    /// The post, as this source describes it. Leave it out if the source gives none.
    pub post: Option<Scalar>,
    /// The id of the organisation that the post is in.
    #[serde(default)]
    #[schemars(schema_with = "values::id")]
    pub organisation: Option<Scalar>,
    /// A title such as Sir, Dame or Dr.
    pub honorific: Option<Scalar>,
    /// Other names of the same person, as the source uses them or as another brief has them.
    pub aka: Option<Many<Scalar>>,
}

/// The source’s words, or the gist of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "quote")]
pub struct QuoteFields {
    /// How the words are given: a full quotation, a quoted phrase, reported speech, or a statement
    /// that the source attributes to nobody.
    #[schemars(required)]
    pub form: Option<Form>,
    /// The id of the official or organisation who speaks, or a list of them for a joint statement.
    /// For a passage, and only for a passage, it is source.
    #[schemars(required, schema_with = "values::many_ids")]
    pub by: Option<Many<Scalar>>,
    /// For direct and partial: the speaker’s words as the source prints them, without the outer
    /// quotation marks. For a passage: the source’s own words, if you quote them. Mark words left
    /// out with […] or ..., and your own with square brackets: [they].
    #[schemars(length(min = 1))]
    pub exact: Option<Scalar>,
    /// For reported, and for a passage without exact: what was said, in your own words.
    #[schemars(length(min = 1))]
    pub gist: Option<Scalar>,
    /// The paragraph of the source, counted from 1. For direct and partial, topline finds it if the
    /// source’s text is available.
    #[schemars(range(min = 1))]
    pub paragraph: Option<u32>,
    /// The words just before exact, if it occurs more than once.
    pub prefix: Option<Scalar>,
    /// The words just after exact, if it occurs more than once.
    pub suffix: Option<Scalar>,
    /// Where the source has it, if it counts pages, columns or minutes: p. 7, col. 212, 00:04:31.
    pub at: Option<Scalar>,
    /// The id of the official or organisation it was said to.
    #[serde(default)]
    #[schemars(schema_with = "values::id")]
    pub to: Option<Scalar>,
    /// When it was said: 2026, 2026-02 or 2026-02-09.
    #[serde(default)]
    #[schemars(schema_with = "values::date")]
    pub said: Option<Scalar>,
    /// true if the attribution is yours, not the source’s.
    pub inferred: Option<bool>,
    /// A note for colleagues.
    pub note: Option<Scalar>,
}

/// One sentence that can be checked, and its evidence.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "claim")]
pub struct ClaimFields {
    /// One sentence that can be checked, in your own words.
    #[schemars(required, length(min = 1))]
    pub text: Option<Scalar>,
    /// The id of the official or organisation who asserts it; source if the source itself does.
    #[schemars(required, schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// The ids of the quotes it rests on.
    #[schemars(required, schema_with = "values::many_ids")]
    pub evidence: Option<Many<Scalar>>,
    /// The claims, usually in other briefs, in which the same claimant says the same in another
    /// outlet: brief-id/c2.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub repeats: Option<Many<Scalar>>,
    /// The claims that this one confirms from an independent source.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub corroborates: Option<Many<Scalar>>,
    /// The claims that this one contradicts.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub contradicts: Option<Many<Scalar>>,
    /// The claims that this one updates with later news.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub updates: Option<Many<Scalar>>,
    /// The claims that this one repeats with a hedge or a limit.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub qualifies: Option<Many<Scalar>>,
    /// true if the attribution is yours, not the source’s.
    pub inferred: Option<bool>,
    /// A note for colleagues.
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
    /// The id of the official or organisation who asks, promises or acts.
    #[schemars(required, schema_with = "values::id")]
    pub by: Option<Scalar>,
    /// The ids of those who are asked, or unstated or everyone. Required for an ask.
    #[serde(default)]
    #[schemars(schema_with = "values::many_ids")]
    pub to: Option<Many<Scalar>>,
    /// What is to be done, beginning with a verb.
    #[schemars(required, length(min = 1))]
    pub action: Option<Scalar>,
    /// The Act, power, code or fund, as the source names it.
    pub instrument: Option<Scalar>,
    /// When it is due: 2026, 2026-02 or 2026-02-09, or the source’s own words.
    #[serde(default)]
    #[schemars(schema_with = "values::due")]
    pub due: Option<Scalar>,
    /// How far it has got; an ask is open if you leave this out.
    pub status: Option<Status>,
    /// The ids of the quotes it rests on.
    #[schemars(required, schema_with = "values::many_ids")]
    pub evidence: Option<Many<Scalar>>,
    /// The asks, in this brief or others, that this one answers.
    #[serde(default)]
    #[schemars(schema_with = "values::many_anchors")]
    pub answers: Option<Many<Scalar>>,
    /// true if the attribution is yours, not the source’s.
    pub inferred: Option<bool>,
    /// A note for colleagues.
    pub note: Option<Scalar>,
}
