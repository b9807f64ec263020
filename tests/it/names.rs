//! Holds the names of the source to two rules: no two public types share one, and no function is
//! called `of`.

use std::collections::BTreeMap;

use crate::support::source::sources;

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
        .filter(|(_, places)| places.len() > 1)
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(shared.is_empty(), "\n{}", shared.join("\n"));
}

#[test]
fn no_function_is_called_of() {
    let mut found = Vec::new();
    for source in sources() {
        let functions = source.functions().into_iter().filter(|function| function.name == "of");
        let places = functions.map(|function| format!("src/{}:{}", source.part, function.line));
        found.extend(places);
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
