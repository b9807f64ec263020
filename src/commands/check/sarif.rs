//! SARIF 2.1.0 (OASIS), which code-scanning services and editors read.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::diagnostics::{Diagnostic, DiagnosticFix, Diagnostics};
use crate::brief::{Edit, LineColumn, Rule, Severity};

/// Writes one SARIF log with one run.
pub fn write(diagnostics: &Diagnostics<'_>, out: &mut dyn Write) -> io::Result<()> {
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Rule::ALL.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": diagnostics.list.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn rule(rule: Rule) -> Value {
    json!({
        "id": rule.name(),
        "shortDescription": {"text": rule.summary()},
        "defaultConfiguration": {"level": level(rule.default_severity())},
    })
}

fn result(diagnostic: &Diagnostic<'_>) -> Value {
    let artifact = json!({"uri": uri(&diagnostic.entry.origin.to_string())});
    let mut result = json!({
        "ruleId": diagnostic.problem.rule.name(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == diagnostic.problem.rule),
        "level": level(diagnostic.severity),
        "message": {"text": diagnostic.whole_message()},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": artifact,
                "region": region(&diagnostic.place),
            },
            "logicalLocations": [{"fullyQualifiedName": diagnostic.item()}],
        }],
    });
    // A viewer may make every fix that a log has, so it has none that changes what is claimed.
    if let Some(found) = diagnostic.fix.as_ref().filter(|found| found.fix.is_safe) {
        result["fixes"] = json!([fix(found, &artifact)]);
    }
    result
}

fn region(place: &LineColumn) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

fn fix(DiagnosticFix { fix, places }: &DiagnosticFix, artifact: &Value) -> Value {
    let replacement = |(edit, place): (&Edit, &LineColumn)| json!({"deletedRegion": region(place), "insertedContent": {"text": edit.replacement}});
    let replacements: Vec<Value> = fix.edits.iter().zip(places).map(replacement).collect();
    json!({
        "description": {"text": fix.title.as_str()},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Allowed => "none",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Returns a path as a URI reference (RFC 3986): folders are separated by slashes, and all but
/// unreserved characters are percent-encoded.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.replace('\\', "/")
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uri_references() {
        assert_eq!(uri("briefs\\a b/é.yaml"), "briefs/a%20b/%C3%A9.yaml");
    }
}
