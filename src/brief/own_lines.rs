//! What a file has of one item.

use super::field_path::{FieldPath, Spot};
use super::report::LineColumn;
use crate::text::Text;

/// Returns the lines of `yaml` that belong to the key that `path` leads to: from its own line to the
/// one before the next that is not indented more. They are outdented as far as the key. Nothing is
/// returned of a key that does not begin its line, as in `{q1: …, q2: …}`.
pub fn yaml_of(yaml: &str, path: &FieldPath) -> Option<Text> {
    let (first, indent) = line_of_key(yaml, path)?;
    let mut lines = yaml.lines().skip(first);
    let first = lines.next()?;
    let belongs = |line: &&str| line.trim().is_empty() || self::indent(line) > indent;
    let mut own: Vec<&str> = std::iter::once(first)
        .chain(lines.take_while(belongs))
        .map(|line| outdent(line, indent))
        .collect();
    let end = own.iter().rposition(|line| !line.is_empty())? + 1;
    own.truncate(end);
    Some(format!("{}\n", own.join("\n")).into())
}

/// Returns by how many spaces the key that `path` leads to is indented; nothing if it does not begin its
/// line.
pub fn indent_of(yaml: &str, path: &FieldPath) -> Option<usize> {
    line_of_key(yaml, path).map(|(_, indent)| indent)
}

/// Returns the index of the line that begins with the key, and its indent.
fn line_of_key(yaml: &str, path: &FieldPath) -> Option<(usize, usize)> {
    let key = LineColumn::at(yaml, path, &Spot::Key);
    let line = key.line.checked_sub(1)?;
    let indent = indent(yaml.lines().nth(line)?);
    (indent + 1 == key.column).then_some((line, indent))
}

/// Returns the number of spaces that a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn outdent(line: &str, indent: usize) -> &str {
    line.get(indent..).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(yaml: &str, key: &str) -> Option<String> {
        yaml_of(yaml, &FieldPath::top().key("quotes").key(key)).map(|text| text.to_string())
    }

    #[test]
    fn takes_the_lines_of_a_key_and_outdents_them() {
        let yaml = "quotes:\n  q1:\n    form: direct\n    exact: >\n      One\n\n      two.\n\n  # next\n  q2: {form: partial}\n";
        let q1 = "q1:\n  form: direct\n  exact: >\n    One\n\n    two.\n";
        assert_eq!(own(yaml, "q1").as_deref(), Some(q1));
        assert_eq!(own(yaml, "q2").as_deref(), Some("q2: {form: partial}\n"));
    }

    #[test]
    fn has_nothing_of_a_key_inside_a_line() {
        assert_eq!(own("quotes: {q1: {form: direct}}\n", "q1"), None);
    }
}
