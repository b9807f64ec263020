//! Holds the source to lengths that can be read at a sitting. Blank lines, comments and tests do not
//! count.

use crate::support::source::{Source, sources};

/// The most lines of a function's body.
const LONGEST_FUNCTION: usize = 60;

/// The functions that are tables, by file and name: they may be as long as they need.
const TABLES: &[(&str, &str)] = &[("reader/keys/bindings", "table")];

/// The most lines of a file.
const LONGEST_FILE: usize = 500;

#[test]
fn no_function_is_longer_than_60_lines() {
    let mut found = Vec::new();
    for source in sources() {
        let long = source.functions().into_iter().filter(|function| {
            let allowed = (source.part.as_str(), function.name.as_str());
            function.lines > LONGEST_FUNCTION && !TABLES.contains(&allowed)
        });
        found.extend(long.map(|function| {
            let (part, line) = (&source.part, function.line);
            format!("src/{part}:{line}: {} has {} lines", function.name, function.lines)
        }));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let found: Vec<String> = sources()
        .iter()
        .map(|source| (source.part.as_str(), source.lines_of_code()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(part, lines)| format!("src/{part} has {lines} lines"))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_code_is_counted() {
    let code = "//! A file.\n\n/// A function.\nfn f() {\n    // why\n    g(\n        1,\n    );\n\n}\n\
                #[cfg(test)]\nmod tests {\n    fn g() {}\n\n    fn h() {}\n}\n";
    let source = Source::new("f", code.parse().unwrap());
    assert_eq!(source.lines_of_code(), 7, "the function’s five, and two that open the tests");
    let functions: Vec<_> =
        source.functions().into_iter().map(|function| (function.name, function.lines)).collect();
    assert_eq!(functions, [("f".to_owned(), 3)]);
}
