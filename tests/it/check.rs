//! Bad briefs, and the reports they get.

use proptest::prelude::*;
use topline::brief::{self, FieldPath, Id, LineColumn, Problem, ReportStyle, Rule, Severity};

use crate::support::library::SHIPPED;

/// The reports on the file `name`, as a person sees them.
fn reports(name: &str, bytes: &[u8]) -> String {
    let reading = brief::read(&Id::new("test").unwrap(), bytes);
    assert_eq!(
        reading.brief.is_none(),
        reading.problems.iter().any(is_error),
        "{:?}",
        reading.problems
    );
    let style = ReportStyle { colour: false, width: 110 };
    let report = |problem: &Problem| {
        let place = LineColumn::locate(&reading.yaml, problem);
        let severity = problem.rule.default_severity();
        brief::report(name, &reading.yaml, problem, &place, severity, style) + "\n\n"
    };
    reading.problems.iter().map(report).collect()
}

fn is_error(problem: &Problem) -> bool {
    problem.rule.default_severity() == Severity::Error
}

#[test]
fn each_bad_brief_gets_every_message_it_deserves() {
    insta::glob!("bad/*.yaml", |path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        insta::assert_snapshot!(reports(name, &std::fs::read(path).unwrap()));
    });
}

#[test]
fn each_structural_rule_has_a_bad_brief() {
    for rule in Rule::ALL.iter().filter(|rule| rule.is_structural() && **rule != Rule::NotYaml) {
        let file = format!("{rule}.yaml");
        let said = reports(&file, &std::fs::read(format!("tests/it/bad/{file}")).unwrap());
        assert!(said.contains(&format!("error[{rule}]: ")), "{said}");
    }
}

#[test]
fn files_that_are_not_utf8_are_placed_and_never_shown_raw() {
    let said = reports("a.yaml", b"summary: \x1b[31m caf\xe9\n");
    assert!(!said.contains('\u{1b}'), "{said:?}");
    assert_eq!(
        said,
        "error[not-yaml]: the byte 0xE9 is not valid UTF-8\n \
         --> a.yaml:1:19\n  \
           |\n\
         1 | summary: \u{fffd}[31m caf\u{fffd}\n  \
           |                   ^\n  \
           |\n  \
           = help: save the file as UTF-8; it may now be in Windows-1252 or Latin-1\n\n"
    );
    let said = reports("a.yaml", b"\xFF\xFEs\0u\0");
    assert!(said.starts_with("error[not-yaml]: expected UTF-8, found UTF-16\n"), "{said}");
}

#[test]
fn the_shipped_briefs_hold_to_the_format() {
    for id in SHIPPED {
        let yaml = std::fs::read(format!("briefs/{id}.yaml")).unwrap();
        assert_eq!(reports(id, &yaml), "", "{id}");
    }
}

#[test]
fn the_schema_that_ships_is_made_from_the_types() {
    let shipped = std::fs::read_to_string("briefs/brief.schema.json").unwrap();
    let made = format!("{:#}\n", brief::json_schema());
    assert!(shipped == made, "write it again: cargo run -- schema > briefs/brief.schema.json");
}

#[test]
fn the_schema_takes_the_shipped_briefs_and_describes_every_field() {
    let schema = brief::json_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for id in SHIPPED {
        let yaml = std::fs::read_to_string(format!("briefs/{id}.yaml")).unwrap();
        let brief: serde_json::Value = serde_yaml::from_str(&yaml).unwrap();
        let errors: Vec<_> = validator.iter_errors(&brief).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{id}");
    }
    let objects = std::iter::once(&schema).chain(schema["$defs"].as_object().unwrap().values());
    for (name, field) in objects.filter_map(|object| object["properties"].as_object()).flatten() {
        assert!(field["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}");
    }
}

/// Every scalar of a value, with its path.
fn scalars(value: &serde_yaml::Value, path: &FieldPath, found: &mut Vec<(FieldPath, String)>) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                scalars(value, &path.key(key.as_str().unwrap()), found);
            }
        }
        serde_yaml::Value::Sequence(list) => {
            for (index, value) in list.iter().enumerate() {
                scalars(value, &path.index(index), found);
            }
        }
        serde_yaml::Value::String(text) => found.push((path.clone(), text.clone())),
        _ => {}
    }
}

#[test]
fn every_text_of_the_shipped_briefs_is_placed_to_the_character() {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for id in SHIPPED {
        let yaml = std::fs::read_to_string(format!("briefs/{id}.yaml")).unwrap();
        let mut found = Vec::new();
        scalars(&serde_yaml::from_str(&yaml).unwrap(), &FieldPath::top(), &mut found);
        assert!(found.len() > 50, "{id}");
        for (path, text) in found {
            let place = LineColumn::locate(&yaml, &Problem::new(Rule::WrongType, path.clone(), ""));
            let written = yaml[place.bytes].trim_start_matches('>').trim_matches('"');
            assert_eq!(solid(written), solid(&text), "{path}");
        }
    }
}

proptest! {
    #[test]
    fn no_damage_to_a_brief_makes_it_panic_or_reach_the_terminal(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, any::<prop::sample::Index>()), 1..6)
    ) {
        const PIECES: [&str; 16] = [
            "\u{1b}[2J", "\u{202e}", "\t", "\"", "'", "[", "{", ": ", "- ", "&a ", "*a ", "\n---\n", "\u{85}", "é", "\0", "\n",
        ];
        let mut yaml = std::fs::read_to_string("briefs/ferry-lights.yaml").unwrap();
        for (at, cut, piece) in edits {
            let start = yaml.floor_char_boundary(at.index(yaml.len() + 1));
            let end = yaml.floor_char_boundary((start + cut).min(yaml.len())).max(start);
            yaml.replace_range(start..end, PIECES[piece.index(PIECES.len())]);
        }
        let said = reports("a.yaml", yaml.as_bytes());
        prop_assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{:?}", said);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let said = reports("a.yaml", &bytes);
        prop_assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{:?}", said);
    }
}
