//! Holds the names of the source to two rules: no two public types share one, and no function is
//! called `of`.

use std::collections::BTreeMap;

use crate::support::source::sources;

/// The names that types still share, by the rooms that have to give them up.
const STILL_SHARED: &[(&str, &str)] = &[("Search", "evidence"), ("Words", "evidence")];

/// The rooms that still have a function called `of`.
const STILL_OF: &[&str] = &["evidence"];

#[test]
fn no_two_public_types_share_a_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for declared in source.public_types() {
            let place = format!("src/{}:{}", source.part, declared.line);
            places.entry(declared.name).or_default().push(place);
        }
    }
    let shared: Vec<String> = places
        .into_iter()
        .filter(|(name, places)| places.len() > 1 && !is_allowed(name))
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(shared.is_empty(), "\n{}", shared.join("\n"));
}

fn is_allowed(name: &str) -> bool {
    STILL_SHARED.iter().any(|(allowed, _)| *allowed == name)
}

#[test]
fn no_function_is_called_of() {
    let mut found = Vec::new();
    for source in sources() {
        let functions = source.functions().into_iter().filter(|function| function.name == "of");
        let places = functions.map(|function| format!("src/{}:{}", source.part, function.line));
        if !STILL_OF.iter().any(|room| source.is_part_of(room)) {
            found.extend(places);
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
