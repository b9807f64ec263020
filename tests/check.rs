//! Bad briefs, and what is said of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use topline::brief::{self, Id};

/// The problems of a brief as `line:column rule: message = help`.
fn problems(yaml: &str) -> Vec<String> {
    let reading = brief::read(&Id::new("test").unwrap(), yaml.as_bytes());
    reading
        .problems
        .iter()
        .map(|problem| {
            let start = brief::place(&reading.yaml, problem).start;
            let before = &reading.yaml[..start];
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
            format!(
                "{line}:{column} {}: {} = {}",
                problem.rule,
                problem.message,
                problem.help.clone().unwrap_or_default()
            )
        })
        .collect()
}

#[test]
fn the_shipped_briefs_hold_to_the_format() {
    for id in ["ferry-lights", "nca-bbc-digest", "nca-holyrood"] {
        let yaml = std::fs::read_to_string(format!("briefs/{id}.yaml")).unwrap();
        assert_eq!(problems(&yaml), [""; 0], "{id}");
    }
}
