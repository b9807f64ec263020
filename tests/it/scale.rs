//! `docs/scale.md`: the statements that `docs/scale/run` takes from it.

use std::collections::BTreeSet;
use std::fs;

/// The engines that the page has statements for.
const ENGINES: [&str; 4] = ["DuckDB", "SQLite", "PostgreSQL", "ClickHouse"];

fn page() -> String {
    fs::read_to_string("docs/scale.md").unwrap()
}

/// What is under the heading `## name`.
fn section<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("\n## {name}\n")).unwrap();
    rest.split("\n## ").next().unwrap()
}

/// The fields of the table of records.
fn documented(page: &str) -> BTreeSet<&str> {
    let rows = section(page, "The records").lines();
    let cells = rows.filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    cells.flat_map(|cell| cell.split('`').step_by(2)).collect()
}

/// The columns between `start` and the line that ends them, without the quotation marks of reserved
/// words.
fn columns<'p>(page: &'p str, start: &str, end: &str) -> BTreeSet<&'p str> {
    let (_, rest) = page.split_once(start).unwrap();
    let (columns, _) = rest.split_once(end).unwrap();
    let names = columns.split(',').filter_map(|column| column.split_whitespace().next());
    names.map(|name| name.trim_matches(['"', '`'])).collect()
}

#[test]
fn tables_with_named_columns_have_every_field_of_the_records() {
    let page = page();
    assert_eq!(columns(&page, "CREATE TYPE topline_record AS (", "\n);"), documented(&page));
    let made = section(&page, "ClickHouse");
    assert_eq!(columns(made, "CREATE TABLE records (", ",\n  INDEX"), documented(&page));
}

#[test]
fn every_engine_is_asked_every_question_in_order() {
    let page = page();
    let questions: Vec<_> = section(&page, "The questions")
        .lines()
        .filter_map(|line| line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok()))
        .map(|(_, question)| question)
        .collect();
    assert!(questions.len() >= 6, "{questions:?}");
    for engine in ENGINES {
        let asked: Vec<_> =
            section(&page, engine).lines().filter_map(|line| line.strip_prefix("-- ")).collect();
        assert_eq!(asked, questions, "{engine}");
    }
}
