//! The record of a source in CSL-JSON (Citation Style Language, schema 1.0.2), as Zotero and other
//! reference managers export it.

use serde::Deserialize;
use serde_json::Value;

use super::{ImportError, Metadata, SourcedValue};

/// Where these values come from, to follow the word “from”.
const ORIGIN: &str = "the CSL record";

/// One record. What is not needed, or is of another type than the schema has it, is passed over.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct CslRecord {
    #[serde(default)]
    id: Value,
    #[serde(default, rename = "type")]
    kind: Value,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    author: Value,
    #[serde(default)]
    publisher: Value,
    #[serde(default)]
    container_title: Value,
    #[serde(default)]
    issued: Value,
    #[serde(default)]
    accessed: Value,
    #[serde(default, rename = "URL")]
    url: Value,
    #[serde(default, rename = "DOI")]
    doi: Value,
}

/// Returns what the record in `bytes` says of a source. Of several the one with the key `id` is taken.
///
/// # Errors
///
/// Returns an error if the bytes are no CSL-JSON, or hold no record or several others.
pub fn csl_metadata(bytes: &[u8], id: &str) -> Result<Metadata, ImportError> {
    let json: Value = serde_json::from_slice(without_mark(bytes)).map_err(|error| {
        ImportError::new(format!("is not JSON ({error})"), "export the source as CSL JSON")
    })?;
    let values = match json {
        Value::Array(values) => values,
        value => vec![value],
    };
    let records: Result<Vec<CslRecord>, _> =
        values.into_iter().map(serde_json::from_value).collect();
    let mut records = records.map_err(|_| {
        let what = "is not CSL-JSON: expected an object for each source";
        ImportError::new(what, "export the source as CSL JSON")
    })?;
    let of_id = records.iter().position(|record| text(&record.id).as_deref() == Some(id));
    match (records.len(), of_id) {
        (1, _) => Ok(records.swap_remove(0).metadata()),
        (_, Some(index)) => Ok(records.swap_remove(index).metadata()),
        (0, None) => Err(ImportError::new("has no record", "export the source as CSL JSON")),
        (count, None) => Err(ImportError::new(
            format!("has {count} records, none with the key `{id}`"),
            "export only the one that the brief is about",
        )),
    }
}

impl CslRecord {
    fn metadata(self) -> Metadata {
        let value = |value: &Value| SourcedValue::new(&text(value)?, ORIGIN);
        let address = |value: &Value| SourcedValue::url(&text(value)?, ORIGIN);
        let doi = || SourcedValue::url(&format!("https://doi.org/{}", text(&self.doi)?), ORIGIN);
        let kind = self.kind.as_str().and_then(source_type);
        Metadata {
            title: value(&self.title),
            publisher: value(&self.publisher),
            author: names(&self.author).and_then(|names| SourcedValue::new(&names, ORIGIN)),
            issued: date(&self.issued).and_then(|date| SourcedValue::new(&date, ORIGIN)),
            accessed: date(&self.accessed).and_then(|date| SourcedValue::new(&date, ORIGIN)),
            url: address(&self.url).or_else(doi),
            container: value(&self.container_title),
            kind: kind.and_then(|kind| SourcedValue::new(kind, ORIGIN)),
            is_mail: false,
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// Returns a text, or a number as text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Returns names as people write them: `Dana Vale, Tom Reed`.
fn names(value: &Value) -> Option<String> {
    let part = |name: &Value, part: &str| name.get(part).and_then(text);
    let name = |name: &Value| {
        let parts = ["given", "non-dropping-particle", "family", "suffix"];
        let parts: Vec<String> = parts.iter().filter_map(|named| part(name, named)).collect();
        part(name, "literal").or_else(|| (!parts.is_empty()).then(|| parts.join(" ")))
    };
    let names: Vec<String> = value.as_array()?.iter().filter_map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Returns a date as 2026, 2026-02 or 2026-02-09, or else as it is written. Of a range it is the first
/// day.
fn date(value: &Value) -> Option<String> {
    let parts = value.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array);
    let number = |part: &Value| text(part)?.parse::<u16>().ok();
    let numbers: Vec<u16> = parts.into_iter().flatten().map_while(number).collect();
    match numbers.as_slice() {
        [year] => Some(format!("{year:04}")),
        [year, month] => Some(format!("{year:04}-{month:02}")),
        [year, month, day, ..] => Some(format!("{year:04}-{month:02}-{day:02}")),
        [] => value.get("raw").or_else(|| value.get("literal")).and_then(text),
    }
}

/// Returns the type that a brief has for a type of CSL.
fn source_type(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "article-newspaper" | "article-magazine" => "news",
        "speech" => "speech",
        "hearing" => "debate",
        "report" | "article-journal" | "article" | "book" | "paper-conference" | "thesis" => {
            "report"
        }
        "personal_communication" => "letter",
        "bill" | "legislation" | "regulation" | "treaty" => "law",
        "interview" => "interview",
        "broadcast" | "motion_picture" => "broadcast",
        "post" | "post-weblog" => "post",
        "webpage" => "webpage",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Metadata {
        csl_metadata(json.as_bytes(), "x").unwrap()
    }

    fn value(value: Option<SourcedValue>) -> String {
        value.map_or_else(String::new, |value| value.value)
    }

    #[test]
    fn says_what_a_reference_manager_knows() {
        let found = read(
            "\u{feff}[{\"id\": \"http://zotero.org/1\", \"type\": \"article-newspaper\", \"title\": \"Boats, again\",\
             \"author\": [{\"family\": \"Reed\", \"given\": \"Tom\"}, {\"literal\": \"The Board\"}],\
             \"container-title\": \"Harbour Post\", \"URL\": \"https://example.org/a\",\
             \"issued\": {\"date-parts\": [[\"2026\", 2, \"9\"]]}, \"accessed\": {\"date-parts\": [[2026, 2]]}}]",
        );
        assert_eq!(value(found.title), "Boats, again");
        assert_eq!(value(found.author), "Tom Reed, The Board");
        assert_eq!(value(found.container), "Harbour Post");
        assert_eq!(value(found.url), "https://example.org/a");
        assert_eq!(value(found.issued), "2026-02-09");
        assert_eq!(value(found.accessed), "2026-02");
        assert_eq!(value(found.kind), "news");
        assert_eq!(found.publisher, None);
    }

    #[test]
    fn passes_over_what_the_schema_does_not_have() {
        let found = read(
            "{\"title\": [1], \"author\": \"x\", \"issued\": {\"raw\": \"9 February\"}, \"DOI\": \"10.1/x\", \"type\": 3}",
        );
        assert_eq!((found.title, found.author, found.kind), (None, None, None));
        assert_eq!(value(found.issued), "9 February");
        assert_eq!(value(found.url), "https://doi.org/10.1/x");
    }

    #[test]
    fn of_several_records_takes_the_one_with_the_key_of_the_brief() {
        let two = b"[{\"id\": \"x\", \"title\": \"One\"}, {\"id\": 7, \"title\": \"Two\"}]";
        assert_eq!(value(csl_metadata(two, "x").unwrap().title), "One");
        assert_eq!(value(csl_metadata(two, "7").unwrap().title), "Two");
        assert_eq!(
            csl_metadata(two, "y").unwrap_err().to_string(),
            "has 2 records, none with the key `y`; export only the one that the brief is about"
        );
    }

    #[test]
    fn refuses_what_is_no_record() {
        for (json, message) in [
            ("[]", "has no record; export the source as CSL JSON"),
            (
                "[1]",
                "is not CSL-JSON: expected an object for each source; export the source as CSL JSON",
            ),
        ] {
            assert_eq!(csl_metadata(json.as_bytes(), "x").unwrap_err().to_string(), message);
        }
        let deep = "[".repeat(100_000);
        assert!(csl_metadata(deep.as_bytes(), "x").is_err());
        assert!(
            csl_metadata(b"@article{x}", "x").unwrap_err().to_string().starts_with("is not JSON")
        );
    }
}
