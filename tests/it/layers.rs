//! Holds the source to its architecture: a layer imports only those to its left, so does a room of
//! a layer, and a crate is imported only by its owners (`docs/architecture.md`).

use std::collections::BTreeSet;
use std::fs;

use toml::de::DeTable;

use crate::support::source::{Import, Source, root, sources};

/// The layers from left to right; `main` is the program, `cli` included.
const LAYERS: [&str; 10] = [
    "text", "files", "import", "brief", "evidence", "library", "page", "reader", "commands", "main",
];

/// What `config`, which is outside the order of the layers, may import, and who may import it.
const LEFT_OF_CONFIG: [&str; 2] = ["text", "files"];
const RIGHT_OF_CONFIG: [&str; 2] = ["commands", "main"];

/// The rooms of a layer from left to right. A room imports only those to its left, by their names;
/// those that share a group know nothing of each other. Here `mod` is the layer's own file, which
/// may import every room; a room may import from it only if it is listed and to the left.
const ROOMS: &[(&str, &[&[&str]])] = &[
    (
        "brief",
        &[
            &["date", "field_path", "fix", "id", "rule", "vocabulary"],
            &["by_id", "near_date", "problem", "prose"],
            &["model", "yaml"],
            &["format", "report"],
            &["edits", "own_lines"],
            &["schema"],
            &["resolve"],
            &["reading"],
            &["writing"],
        ],
    ),
    ("config", &[&["folders"], &["file"]]),
    (
        "evidence",
        &[
            &["source"],
            &["figures", "pages", "speech"],
            &["effort"],
            &["index"],
            &["mod", "proposal"],
            &["lock", "quotation", "source_words"],
            &["rules", "unnamed"],
            &["excerpt"],
        ],
    ),
    (
        "reader",
        &[
            &["mode", "pane", "prompt", "target", "theme"],
            &["layout", "memory"],
            &["action", "briefs"],
            &["search"],
            &["list"],
            &["light", "sheet", "titles"],
            &["screens"],
            &["history", "keys"],
            &["overlays"],
            &["app"],
            &["view"],
            &["terminal"],
        ],
    ),
];

/// Crates that every layer may use: they bring words of the language, not a field of their own.
const COMMON: &[&str] = &["indexmap", "serde", "serde_json", "thiserror"];

/// Who may import each other dependency: a layer, or a file or folder of one.
const OWNERS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["brief"]),
    ("anyhow", &["commands", "cli", "main"]),
    ("cfb", &["import"]),
    ("chardetng", &["import/charset"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("crossterm", &["reader/view", "reader/theme", "reader/terminal", "reader/keys"]),
    ("csv", &["commands/cells"]),
    ("icalendar", &["commands/asks"]),
    ("directories", &["config/folders"]),
    ("dom_query", &["import/html"]),
    ("dom_smoothie", &["import/html"]),
    ("encoding_rs", &["import"]),
    ("flate2", &["page/docx/archive"]),
    ("jiff", &["brief"]),
    ("lsp_server", &["commands/lsp/protocol"]),
    ("lsp_types", &["commands/lsp/protocol"]),
    ("mail_parser", &["import/mail", "import/outlook"]),
    ("memchr", &["library/search"]),
    ("mimalloc", &["main"]),
    ("nix", &["reader/terminal/unix"]),
    ("notify", &["library"]),
    ("pdf_extract", &["import/pdf"]),
    ("percent_encoding", &["commands/lsp/protocol/uri", "text"]),
    ("postcard", &["library/cache"]),
    ("quick_xml", &["import/xml", "page/markup"]),
    ("ratatui", &["reader/view", "reader/theme", "reader/terminal", "reader/keys"]),
    ("rust_embed", &["library"]),
    ("rustix", &["files", "import/apart", "reader/terminal"]),
    ("schemars", &["brief", "page"]),
    ("serde_yaml", &["brief"]),
    ("sha2", &["evidence/source", "library/cache"]),
    ("shlex", &["reader/terminal"]),
    ("signal_hook", &["reader/terminal"]),
    ("similar", &["commands/check/patch"]),
    ("smol_str", &["text/clean"]),
    ("strsim", &["text"]),
    ("supports_hyperlinks", &["cli"]),
    // Only `files` writes with it; the tests of the others make folders with it.
    ("tempfile", &["files", "config", "library", "page", "reader"]),
    ("terminal_size", &["cli"]),
    ("terminput", &["reader/terminal"]),
    ("terminput_crossterm", &["reader/terminal"]),
    ("textwrap", &["text"]),
    ("toml", &["config/file"]),
    ("undoc", &["import/word"]),
    ("unicode_normalization", &["text", "evidence"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
    ("wait_timeout", &["import", "reader/terminal"]),
    ("zip", &["import/package", "page/docx/archive"]),
];

#[test]
fn a_layer_imports_only_what_is_left_of_it() {
    check(|source, import| {
        let (from, to) = (source.layer(), own(import)?.first()?.as_str());
        let allowed = match (from, to) {
            ("main", _) => true,
            ("config", to) => to == "config" || LEFT_OF_CONFIG.contains(&to),
            (from, "config") => RIGHT_OF_CONFIG.contains(&from),
            (from, to) => rank(to)? <= rank(from)?,
        };
        (!allowed).then(|| format!("{from} may not import {to}"))
    });
}

#[test]
fn a_room_imports_only_what_is_left_of_it() {
    check(|source, import| {
        let (layer, rooms) = ROOMS.iter().find(|(layer, _)| *layer == source.layer())?;
        let position = |room: &str| rooms.iter().position(|group| group.contains(&room));
        let from = source.room()?;
        let Some(here) = position(from) else {
            return Some(format!("{layer} has no room {from} in this test"));
        };
        let [in_layer, to, ..] = own(import)? else { return None };
        let room = if position(to).is_some() { to } else { "mod" };
        let allowed =
            in_layer != layer || to == from || position(room).is_some_and(|there| there < here);
        (!allowed).then(|| format!("{from} may not import {to}"))
    });
}

#[test]
fn a_crate_is_imported_only_by_its_owners() {
    check(|source, import| {
        let Import::Other(name) = import else { return None };
        let (_, owners) = OWNERS.iter().find(|(owned, _)| owned == name)?;
        let allowed = owners.iter().any(|owner| source.is_part_of(owner));
        (!allowed).then(|| format!("{name} may be imported by {} alone", owners.join(", ")))
    });
}

#[test]
fn every_dependency_is_common_or_has_an_owner() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest = DeTable::parse(&manifest).unwrap();
    let of = |table: &DeTable<'_>| -> Vec<String> {
        let dependencies = table.get("dependencies").and_then(|value| value.get_ref().as_table());
        dependencies
            .into_iter()
            .flatten()
            .map(|(name, _)| name.get_ref().replace('-', "_"))
            .collect()
    };
    let mut declared: BTreeSet<String> = of(manifest.get_ref()).into_iter().collect();
    let targets = manifest.get_ref().get("target").and_then(|value| value.get_ref().as_table());
    for (_, target) in targets.into_iter().flatten() {
        declared.extend(of(target.get_ref().as_table().unwrap()));
    }
    let known = OWNERS.iter().map(|(name, _)| name).chain(COMMON);
    assert_eq!(declared, known.map(ToString::to_string).collect());
}

#[test]
fn imports_are_found_in_every_form() {
    let found = |code: &str| -> Vec<String> {
        let imports = Source::new("page/layout", code.parse().unwrap()).imports();
        imports
            .into_iter()
            .map(|(_, import)| match import {
                Import::Own(path) => path.join("/"),
                Import::Other(name) => format!("other: {name}"),
            })
            .collect()
    };
    assert_eq!(
        found("use crate::{brief::{Id, date::Date}, text}; // crate::page"),
        ["brief/Id", "brief/date/Date", "text", "other: brief", "other: date"]
    );
    assert_eq!(
        found("write!(f, \"crate::page\", super::super::reader::x(), self::y::Z)"),
        ["reader/x", "page/layout/y/Z"]
    );
    assert_eq!(
        found("mod tests { use super::*; use super::super::plain; }"),
        ["page/layout", "page/plain"]
    );
    assert_eq!(found("#[derive(schemars::JsonSchema)] struct E;"), ["other: schemars"]);
    assert_eq!(
        found("use clap as c; fn f() { c::x(); std::clap::y() }"),
        ["other: clap", "other: c", "other: std"]
    );
}

/// Fails with every import of the crate that `fault` finds fault with.
fn check(fault: impl Fn(&Source, &Import) -> Option<String>) {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|source| source.imports().into_iter().map(move |import| (source, import)))
        .filter_map(|(source, (line, import))| {
            Some(format!("src/{}:{line}: {}", source.part, fault(source, &import)?))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The path of an import of this crate.
fn own(import: &Import) -> Option<&[String]> {
    match import {
        Import::Own(path) => Some(path),
        Import::Other(_) => None,
    }
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == layer)
}
