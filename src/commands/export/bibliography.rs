//! The sources as CSL-JSON (Citation Style Language, schema 1.0.2), for Zotero, pandoc and Word.

use serde::Serialize;
use serde_json::Value;

use crate::brief::{Brief, Date, Id, SourceType};

/// The source of one brief.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem<'a> {
    /// The id of the brief, which is the citation key.
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[LiteralName; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<CslDate>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyword: Option<String>,
}

/// A name as it is written, which is not taken apart.
#[derive(Serialize)]
struct LiteralName {
    literal: String,
}

/// A year, a month or a day.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: [Vec<Value>; 1],
}

impl<'a> CslItem<'a> {
    /// Returns the record of the source of `brief`.
    pub fn new(brief: &'a Brief) -> Self {
        let source = &brief.source;
        let (kind, genre) = csl_type(source.kind);
        let by = || Some(brief.party(source.by.as_ref()?)?.styled_name().to_string());
        let author = source.author.as_ref().map(ToString::to_string).or_else(by);
        let appeared_in = source.container.as_deref().or(match source.kind {
            SourceType::News | SourceType::Webpage => source.publisher.as_deref(),
            _ => None,
        });
        let topics: Vec<&str> = brief.topics.iter().map(Id::as_str).collect();
        Self {
            id: &brief.id,
            kind,
            genre,
            title: &source.title,
            author: author.map(|literal| [LiteralName { literal }]),
            container_title: appeared_in,
            publisher: source.publisher.as_deref(),
            issued: source.issued.map(csl_date),
            accessed: source.accessed.map(csl_date),
            url: source.url.as_deref(),
            keyword: (!topics.is_empty()).then(|| topics.join(", ")),
        }
    }
}

/// Returns the type of the Citation Style Language that a source has, and what the type does not say.
fn csl_type(kind: SourceType) -> (&'static str, Option<&'static str>) {
    match kind {
        SourceType::News => ("article-newspaper", None),
        SourceType::Statement => ("document", Some("Statement")),
        SourceType::Speech => ("speech", None),
        SourceType::Debate => ("document", Some("Debate")),
        SourceType::Report => ("report", None),
        SourceType::Letter => ("personal_communication", Some("Letter")),
        SourceType::Law => ("legislation", None),
        SourceType::Interview => ("interview", None),
        SourceType::Broadcast => ("broadcast", None),
        SourceType::Post => ("post", None),
        SourceType::Webpage => ("webpage", None),
    }
}

fn csl_date(date: Date) -> CslDate {
    let parts = date
        .iso()
        .split('-')
        .filter_map(|part| part.parse::<u16>().ok())
        .map(Value::from)
        .collect();
    CslDate { date_parts: [parts] }
}
