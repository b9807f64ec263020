//! Which of the YAML files that an editor opens are briefs.
//!
//! Every brief ends in `.yaml` or `.yml`, and so do the settings of half the world’s programs. A file is
//! a brief if its keys at the left margin say so.

use std::path::Path;

use crate::brief::{FieldPath, MAX_BYTES, fields_of};
use crate::files;
use crate::library;
use crate::text::UnknownWord;

/// What a file seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// A brief, or something that would be one.
    Brief,
    /// A YAML file that says nothing yet.
    Blank,
    /// Something else.
    Other,
}

/// Returns what a file with this path and this text seems to be. A brief has one of the format’s fields
/// at the left margin, and no more keys of other kinds there than of those or of misspelt ones; or it names the schema of a
/// brief in a comment, as `# yaml-language-server` does.
pub fn likeness(path: &Path, text: &str) -> Likeness {
    if !library::is_brief(path) {
        return Likeness::Other;
    }
    let names_schema = |line: &str| {
        line.starts_with('#') && line.contains("$schema=") && line.contains("brief.schema.json")
    };
    if text.lines().take(10).any(names_schema) {
        return Likeness::Brief;
    }
    let fields = fields_of(&FieldPath::top());
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let (mut own, mut near, mut others) = (0, 0, 0);
    for line in text.lines() {
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if line.starts_with([' ', '\t', '#', '-', ']', '}']) {
            continue;
        }
        let Some((key, rest)) = line.split_once(':') else { continue };
        if !(rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}'])) {
            continue;
        }
        let key = key.trim_matches(['"', '\'', ' ']);
        if names.iter().any(|name| name.eq_ignore_ascii_case(key)) {
            own += 1;
        } else if UnknownWord::new("", key, &names).nearest().is_some() {
            near += 1;
        } else {
            others += 1;
        }
    }
    match (own, near + others) {
        (0, 0) if !text.trim_start().starts_with(['-', '[', '{']) => Likeness::Blank,
        (1.., _) if own + near >= others => Likeness::Brief,
        _ => Likeness::Other,
    }
}

/// Returns whether a brief is in the folder of this file, so that a new file there will be one.
pub fn is_beside_briefs(path: &Path) -> bool {
    /// The most files that are looked at.
    const MOST: usize = 20;
    let files = std::fs::read_dir(files::folder(path)).into_iter().flatten().flatten();
    let others = files.map(|file| file.path()).filter(|other| library::is_brief(other));
    others.filter(|other| other != path).take(MOST).any(|other| {
        let text =
            files::read(&other, MAX_BYTES).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        text.is_some_and(|text| likeness(&other, &text) == Likeness::Brief)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Likeness) {
        assert_eq!(likeness(Path::new("a.yaml"), text), expected, "{text}");
    }

    #[test]
    fn a_brief_has_the_fields_of_one() {
        check("summary: x\nsource: {title: x}\n", Likeness::Brief);
        check("summary: x", Likeness::Brief);
        check("topics: [a, b\nsummary: A summary.", Likeness::Brief);
        check("quotes:\n  q1: {form: direct}\norganizations:\n", Likeness::Brief);
        check("topics: a\nsumary: x\nsorce: y\noficials:\nquote:\n", Likeness::Brief);
        check("# yaml-language-server: $schema=./brief.schema.json\n", Likeness::Brief);
    }

    #[test]
    fn other_settings_are_no_briefs() {
        check("services:\n  web: {image: nginx}\nvolumes: {}\n", Likeness::Other);
        check("name: build\non: push\njobs:\n  a: {}\n", Likeness::Other);
        check("name: x\nversion: '1'\nsummary: A package.\ndescription: y\n", Likeness::Other);
        check("package: {name: x}\nsource: {url: y}\nbuild: {}\ntest: {}\n", Likeness::Other);
        check("- a\n- b\n", Likeness::Other);
        assert_eq!(likeness(Path::new("a.txt"), "summary: x"), Likeness::Other);
    }

    #[test]
    fn a_file_without_keys_says_nothing_yet() {
        check("", Likeness::Blank);
        check("# a note\n\n", Likeness::Blank);
    }
}
