//! Holds the source to its architecture: a layer imports only those to its left, and a crate is
//! imported only by its owners (`docs/architecture.md`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use toml::de::DeTable;
use walkdir::WalkDir;

/// The layers from left to right; `main` is the program, `cli` included.
const LAYERS: [&str; 8] =
    ["text", "brief", "evidence", "library", "page", "reader", "commands", "main"];

/// What `config`, which is outside the order of the layers, may import, and who may import it.
const LEFT_OF_CONFIG: [&str; 1] = ["text"];
const RIGHT_OF_CONFIG: [&str; 2] = ["commands", "main"];

/// Crates that every layer may use: they bring words of the language, not a field of their own.
const COMMON: &[&str] = &["indexmap", "serde", "serde_json", "thiserror"];

/// Who may import each other dependency: a layer, or a file or folder of one.
const OWNERS: &[(&str, &[&str])] = &[
    ("alphanumeric_sort", &["library"]),
    ("annotate_snippets", &["brief"]),
    ("anyhow", &["commands", "cli", "main"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("crossterm", &["reader/view", "reader/theme", "reader/terminal", "reader/keys"]),
    ("csv", &["commands/asks"]),
    ("directories", &["config"]),
    ("jiff", &["brief"]),
    ("notify", &["library"]),
    ("ratatui", &["reader/view", "reader/theme", "reader/terminal", "reader/keys"]),
    ("rust_embed", &["library"]),
    ("rustix", &["reader/terminal"]),
    ("schemars", &["brief", "page"]),
    ("serde_yaml", &["brief"]),
    ("sha2", &["evidence"]),
    ("shlex", &["reader/terminal"]),
    ("signal_hook", &["reader/terminal"]),
    ("strsim", &["text"]),
    ("terminal_size", &["cli"]),
    ("textwrap", &["text"]),
    ("toml", &["config"]),
    ("unicode_normalization", &["text", "evidence"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
    ("wait_timeout", &["reader/terminal"]),
    ("walkdir", &["library"]),
];

#[test]
fn a_layer_imports_only_what_is_left_of_it() {
    check(|source, import| {
        let (from, to) = (source.layer(), import.own_module()?);
        let allowed = match (from, to) {
            ("main", _) => true,
            ("config", to) => LEFT_OF_CONFIG.contains(&to),
            (from, "config") => RIGHT_OF_CONFIG.contains(&from),
            (from, to) => rank(to)? <= rank(from)?,
        };
        (!allowed).then(|| format!("{from} may not import {to}"))
    });
}

#[test]
fn a_crate_is_imported_only_by_its_owners() {
    check(|source, import| {
        let Import::Crate(name) = import else { return None };
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
        let mut imports = Vec::new();
        scan(code.parse().unwrap(), &mut imports);
        imports.into_iter().map(|(_, import)| format!("{import:?}")).collect()
    };
    assert_eq!(
        found("use crate::{brief::{Id, Date}, text}; // crate::page"),
        ["Own(\"brief\")", "Own(\"text\")"]
    );
    assert_eq!(found("write!(f, \"crate::page\", super::super::reader::x())"), ["Own(\"reader\")"]);
    assert_eq!(found("#[derive(schemars::JsonSchema)] struct E;"), ["Crate(\"schemars\")"]);
    assert_eq!(found("use clap as c; fn f() { c::x(); std::clap::y() }"), ["Crate(\"clap\")"]);
}

/// Fails with every import of the crate that `fault` finds fault with.
fn check(fault: impl Fn(&Source, &Import) -> Option<String>) {
    let mut faults = Vec::new();
    for source in sources() {
        let mut imports = Vec::new();
        scan(fs::read_to_string(&source.path).unwrap().parse().unwrap(), &mut imports);
        for (line, import) in imports {
            faults.extend(
                fault(&source, &import).map(|fault| format!("src/{}:{line}: {fault}", source.part)),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// One file of the crate.
struct Source {
    path: PathBuf,
    /// Its path in `src`, without `.rs` and `/mod.rs`.
    part: String,
}

impl Source {
    fn layer(&self) -> &str {
        match self.part.split('/').next().unwrap() {
            "cli" | "lib" => "main",
            layer => layer,
        }
    }

    fn is_part_of(&self, owner: &str) -> bool {
        Path::new(&self.part).starts_with(owner)
    }
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let files = WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|file| file.path().extension().is_some_and(|end| end == "rs"))
        .map(|file| {
            let part = file.path().strip_prefix(&src).unwrap().with_extension("");
            let part = part.to_str().unwrap().replace('\\', "/");
            Source { path: file.into_path(), part: part.trim_end_matches("/mod").to_owned() }
        })
        .collect()
}

/// What a path in the code begins with.
#[derive(Debug)]
enum Import {
    /// A module at the top of this crate, reached by `crate::` or, as it may seem, by `super::`.
    Own(String),
    /// A dependency.
    Crate(String),
}

impl Import {
    fn own_module(&self) -> Option<&str> {
        match self {
            Self::Own(module) => Some(module),
            Self::Crate(_) => None,
        }
    }
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == layer)
}

/// Collects the imports in `code`, those in macros and attributes too, with their lines. Comments
/// and strings are no code.
fn scan(code: TokenStream, found: &mut Vec<(usize, Import)>) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => scan(group.stream(), found),
            TokenTree::Ident(name) if is_path_head(&tokens, i) => {
                let line = name.span().start().line;
                match name.to_string().as_str() {
                    "crate" | "super" => {
                        found.extend(
                            after_supers(&tokens[i + 1..])
                                .into_iter()
                                .map(|own| (line, Import::Own(own))),
                        );
                    }
                    name if OWNERS.iter().any(|(owned, _)| *owned == name) => {
                        found.push((line, Import::Crate(name.to_owned())));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// Whether a path begins at `i`: `name::…`, or the whole of `use name`.
fn is_path_head(tokens: &[TokenTree], i: usize) -> bool {
    let used = i > 0 && is_word(&tokens[i - 1], "use");
    let continues = is_colon(tokens.get(i + 1)) && is_colon(tokens.get(i + 2));
    let within = i > 1 && is_colon(tokens.get(i - 1)) && is_colon(tokens.get(i - 2));
    (used || continues) && !within
}

/// The modules that a path leads to, from what follows its `crate` or first `super`.
fn after_supers(rest: &[TokenTree]) -> Vec<String> {
    match rest {
        [a, b, name @ TokenTree::Ident(_), rest @ ..] if is_colon(Some(a)) && is_colon(Some(b)) => {
            if is_word(name, "super") {
                after_supers(rest)
            } else {
                vec![name.to_string()]
            }
        }
        [a, b, TokenTree::Group(group), ..]
            if is_colon(Some(a)) && is_colon(Some(b)) && group.delimiter() == Delimiter::Brace =>
        {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            inner
                .split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
                .filter_map(|path| path.first().map(ToString::to_string))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':')
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(name) if name == word)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
