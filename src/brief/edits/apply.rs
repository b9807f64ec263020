//! Applies edits to the text of a file, and to its bytes.

use std::ops::Range;

use super::Edit;
use crate::brief::yaml;

/// Returns prepared `yaml` with `edits`, which are in order and apart.
pub fn edited(yaml: &str, edits: &[Edit]) -> String {
    let mut text = String::with_capacity(yaml.len());
    let mut kept = 0;
    for Edit { bytes, replacement } in edits {
        text.push_str(&yaml[kept..bytes.start]);
        text.push_str(replacement);
        kept = bytes.end;
    }
    text.push_str(&yaml[kept..]);
    text
}

/// Returns the bytes of a file with `edits` of its prepared text, which are in order and apart.
///
/// All other bytes stay, and so do a byte order mark, line ends and characters that are never shown.
/// What is written anew has the line ends of the file. Returns [`None`] if the file is not UTF-8 or too
/// large.
pub fn edited_bytes(file: &[u8], edits: &[Edit]) -> Option<Vec<u8>> {
    let (prepared, _) = yaml::prepare(file).ok()?;
    let text = std::str::from_utf8(file).ok()?;
    let own = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line_end = if own.contains("\r\n") { "\r\n" } else { "\n" };
    let mut ends = edits.iter().flat_map(|edit| [edit.bytes.start, edit.bytes.end]).peekable();
    let mut places: Vec<usize> = Vec::new();
    let mut at = text.len() - own.len();
    let mut raw = own.chars().peekable();
    for (offset, _) in prepared.char_indices() {
        while ends.next_if(|end| *end <= offset).is_some() {
            places.push(at);
        }
        let c = raw.next()?;
        at += c.len_utf8();
        if c == '\r' && raw.next_if_eq(&'\n').is_some() {
            at += 1;
        }
    }
    places.extend(ends.map(|_| at));
    let mut bytes = Vec::with_capacity(file.len());
    let mut kept = 0;
    for (place, edit) in places.chunks_exact(2).zip(edits) {
        let Range { start, end } = place[0]..place[1];
        bytes.extend_from_slice(file.get(kept..start)?);
        bytes.extend_from_slice(edit.replacement.replace('\n', line_end).as_bytes());
        kept = end;
    }
    bytes.extend_from_slice(file.get(kept..)?);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_the_bytes_that_the_prepared_text_has_there() {
        let file = "\u{feff}a: \u{1b}é\r\nb: x\rc: y\u{2028}z\n";
        let (prepared, _) = yaml::prepare(file.as_bytes()).unwrap();
        let at = |part: &str| prepared.find(part).unwrap();
        let edits = [
            Edit::new(at("é")..at("é") + 2, "e\nf"),
            Edit::insert(at("x") + 1, "!"),
            Edit::new(at("z")..at("z") + 1, ""),
        ];
        let bytes = edited_bytes(file.as_bytes(), &edits).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}a: \u{1b}e\r\nf\r\nb: x!\rc: y\u{2028}\n"
        );
        assert_eq!(edited_bytes(file.as_bytes(), &[]).unwrap(), file.as_bytes());
        assert_eq!(edited_bytes(b"\xff", &[]), None);
    }
}
