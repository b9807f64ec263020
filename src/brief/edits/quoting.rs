//! Edits of a file that YAML reads otherwise than it was meant, or cannot read: texts that need
//! quotation marks, marks that end a text early, and tabs.
//!
//! Where such a text begins and ends has to be guessed from its line, so there are several ways.

use std::ops::Range;

use super::Edit;

/// No more ways than this are tried for one text.
const MOST_WAYS: usize = 12;

/// What people begin the entries of a list with.
const DASHES: [char; 6] = ['-', '–', '—', '•', '‣', '*'];

/// Quotation marks that YAML does not know, in pairs.
const CURLY: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('„', '“'), ('”', '”'), ('«', '»')];

/// Returns the ways to put the text with the byte `at` in quotation marks.
pub fn quoted(yaml: &str, at: usize) -> Vec<Vec<Edit>> {
    let mut ways: Vec<Vec<Edit>> = Vec::new();
    for start in starts(yaml, at) {
        for end in ends(yaml, start, at) {
            let edits = in_marks(yaml, start..end);
            if !ways.contains(&edits) {
                ways.push(edits);
            }
        }
    }
    ways.truncate(MOST_WAYS);
    ways
}

/// Begins each line of a text that has a dash of any kind with the dash of a list.
pub fn with_dashes(yaml: &str, value: Range<usize>) -> Vec<Edit> {
    let lines = crate::text::lines_at(&yaml[value.clone()]);
    let begun = lines.filter_map(|(from, line)| {
        let content = line.trim_start_matches(' ');
        let dash = content.chars().next().filter(|c| DASHES.contains(c))?;
        let start = value.start + from + line.len() - content.len();
        let rest = &content[dash.len_utf8()..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        Some(Edit::new(start..start + dash.len_utf8() + blanks, "- "))
    });
    begun.collect()
}

/// Returns the ways to close the quotation mark or the bracket at `at`.
pub fn closed(yaml: &str, at: usize) -> Vec<Vec<Edit>> {
    let closing = match yaml[at..].chars().next() {
        Some('[') => "]",
        Some('{') => "}",
        Some('"') => "\"",
        Some('\'') => "'",
        _ => return Vec::new(),
    };
    let mut ends = ends(yaml, at, at);
    ends.dedup();
    ends.into_iter().map(|end| vec![Edit::insert(end, closing)]).collect()
}

/// Returns the ways to put brackets around the text of a field and the keys that follow it, of which one is
/// at `at`.
pub fn listed(yaml: &str, at: usize) -> Vec<Vec<Edit>> {
    let line = line_of(yaml, at);
    let is_value = |start: &usize| yaml[..*start].trim_end().ends_with(':');
    let Some(start) = starts(yaml, at).into_iter().find(is_value) else { return Vec::new() };
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_/ ,".contains(c);
    let rest = &yaml[at..line.end];
    let keys = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
    // The last of these words is a field if a colon follows it.
    let keys = if rest[keys.len()..].starts_with(':') {
        keys.rsplit_once(',').map_or("", |(keys, _)| keys)
    } else {
        keys
    };
    let end = at + keys.trim_end_matches([' ', ',']).len();
    vec![vec![Edit::insert(start, "["), Edit::insert(end, "]")]]
}

/// Returns the ways to keep the mark at `at` from ending the text that it is in.
pub fn unended(yaml: &str, at: usize) -> Vec<Vec<Edit>> {
    let Some(mark) = yaml[at..].chars().next() else { return Vec::new() };
    let line = line_of(yaml, at);
    let escape = if mark == '\'' { "'" } else { "\\" };
    let escaped = vec![Edit::insert(at, escape)];
    let is_apostrophe = mark == '\'' && yaml[..at].ends_with(char::is_alphanumeric);
    if is_apostrophe && yaml[at + 1..].starts_with(char::is_alphanumeric) {
        return vec![escaped];
    }
    let Some(start) = starts(yaml, at).into_iter().find(|start| yaml[*start..].starts_with(mark))
    else {
        return vec![escaped];
    };
    let ends: Vec<usize> = ends(yaml, start, at).into_iter().filter(|end| *end > at).collect();
    // A mark after a blank opens a quotation inside the text; any other closes one at its beginning.
    if yaml[..at].ends_with(' ') {
        let is_nested = |end: &&usize| yaml[..**end].ends_with(mark) && **end <= line.end;
        let nested = ends.iter().filter(is_nested).map(|end| {
            let inside = yaml[start + 1..end - 1].match_indices(mark);
            inside.map(|(inside, _)| Edit::insert(start + 1 + inside, escape)).collect()
        });
        return nested.collect();
    }
    let wrapped = ends.into_iter().map(|end| wrapped(yaml, start..end));
    // The boats’ lights, unless a quotation closes here.
    is_apostrophe.then_some(escaped).into_iter().chain(wrapped).collect()
}

/// Returns the ways to indent by spaces where tabs do, on the line with the byte `at` and all after it.
pub fn without_tabs(yaml: &str, at: usize) -> Vec<Vec<Edit>> {
    let first = line_of(yaml, at).start;
    let tabs: Vec<usize> = crate::text::lines_at(yaml)
        .filter(|(start, _)| *start >= first)
        .flat_map(|(start, line)| {
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            line[..indent].match_indices('\t').map(move |(tab, _)| start + tab)
        })
        .collect();
    let by = |width: usize| {
        let spaces = |tab: &usize| Edit::new(*tab..tab + 1, " ".repeat(width));
        tabs.iter().map(spaces).collect()
    };
    let beside = beside(yaml, first);
    let widths = [2, 4, 8].into_iter().chain(beside.filter(|width| ![2, 4, 8].contains(width)));
    widths.map(by).collect()
}

/// Returns by how much the lines before and after the one that starts at `first` are indented.
fn beside(yaml: &str, first: usize) -> impl Iterator<Item = usize> {
    let is_written = |line: &&str| !line.trim().is_empty();
    let before = yaml[..first].lines().rev().find(is_written);
    let after = yaml[first..].lines().skip(1).find(is_written);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    before.into_iter().chain(after).map(indent).filter(|width| *width > 0)
}

/// Returns the bytes of the line with the byte `at`, without its line end.
fn line_of(yaml: &str, at: usize) -> Range<usize> {
    let at = yaml.floor_char_boundary(at);
    let start = yaml[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = yaml[at..].find('\n').map_or(yaml.len(), |newline| at + newline);
    start..end
}

/// Returns where the text with the byte `at` may begin, the nearest first.
fn starts(yaml: &str, at: usize) -> Vec<usize> {
    let line = line_of(yaml, at);
    let mut content = line.start + indent(&yaml[line.clone()]);
    while yaml[content..line.end].starts_with("- ") {
        let entry = yaml[content + 2..line.end].trim_start_matches(' ');
        content = line.end - entry.len();
    }
    let mut starts = vec![content];
    starts.extend(value_after_key(yaml, content..line.end));
    let brackets = yaml[content..line.end].match_indices(['{', '[', ',']);
    for (bracket, _) in brackets {
        let rest = yaml[content + bracket + 1..line.end].trim_start_matches(' ');
        let part = line.end - rest.len();
        starts.push(part);
        starts.extend(value_after_key(yaml, part..line.end));
    }
    starts.retain(|start| *start <= at);
    starts.sort_unstable_by(|a, b| b.cmp(a));
    starts.dedup();
    starts
}

/// Returns where the value of a field begins, if this part of a line begins with one.
fn value_after_key(yaml: &str, part: Range<usize>) -> Option<usize> {
    let (key, value) = yaml[part.clone()].split_once(": ")?;
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (!key.is_empty() && key.chars().all(is_word))
        .then(|| part.end - value.trim_start_matches(' ').len())
}

/// Returns where the text that begins at `start` and has the byte `at` may end, the likeliest first.
fn ends(yaml: &str, start: usize, at: usize) -> Vec<usize> {
    let line = line_of(yaml, at);
    let trimmed = |end: usize| start + yaml[start..end].trim_end().len();
    let mut ends = Vec::new();
    if is_in_brackets(&yaml[line.start..start]) {
        let after = at.max(start);
        let commas = yaml[after..line.end].match_indices(", ").map(|(comma, _)| after + comma);
        let is_field = |comma: &usize| value_after_key(yaml, comma + 2..line.end).is_some();
        ends.extend(commas.filter(is_field).take(1));
        let closing = yaml[..line.end].trim_end().trim_end_matches([']', '}', ' ']).len();
        ends.extend((closing > after).then_some(closing));
        let last = yaml[..line.end].trim_end();
        ends.extend(last.ends_with([']', '}']).then(|| last.len() - 1));
    }
    ends.push(block_end(yaml, start));
    ends.push(line.end);
    let mut ends: Vec<usize> = ends.into_iter().filter(|end| *end > start).map(trimmed).collect();
    ends.retain(|end| *end > start);
    ends
}

/// Returns whether this part of a line opens more brackets than it closes.
fn is_in_brackets(before: &str) -> bool {
    let opened = before.matches(['{', '[']).count();
    opened > before.matches(['}', ']']).count()
}

/// Returns the end of the lines that go on with a text: those that are indented further than what it
/// belongs to.
fn block_end(yaml: &str, start: usize) -> usize {
    let line = line_of(yaml, start);
    let own = &yaml[line.clone()];
    let is_alone = own[..start - line.start].trim().is_empty();
    // A text on a line of its own is as far in as those that go on with it.
    let least = if is_alone { indent(own) } else { indent(own) + 1 };
    let mut end = line.end;
    for (from, next) in crate::text::lines_at(&yaml[line.end..]).skip(1) {
        let next = next.trim_end();
        if next.is_empty() || indent(next) < least || next.trim_start().starts_with('#') {
            break;
        }
        end = line.end + from + next.len();
    }
    end
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Puts a text in quotation marks, in the place of curly ones around it if it has them.
fn in_marks(yaml: &str, bytes: Range<usize>) -> Vec<Edit> {
    let text = &yaml[bytes.clone()];
    let curly = CURLY.into_iter().find(|(open, close)| {
        text.starts_with(*open) && text.ends_with(*close) && text.chars().nth(1).is_some()
    });
    let is_around = |(open, close): (char, char)| {
        let inside = &text[open.len_utf8()..text.len() - close.len_utf8()];
        !inside.contains(open) && (close == '’' || !inside.contains(close))
    };
    match curly.filter(|pair| is_around(*pair)) {
        Some((open, close)) => {
            let inside = bytes.start + open.len_utf8()..bytes.end - close.len_utf8();
            around(yaml, &bytes, inside)
        }
        None => around(yaml, &bytes, bytes.clone()),
    }
}

/// Puts a text in the other kind of quotation marks than those that it begins with.
fn wrapped(yaml: &str, bytes: Range<usize>) -> Vec<Edit> {
    around(yaml, &bytes, bytes.clone())
}

/// Replaces what is of `outer` before and after `inside` by quotation marks.
fn around(yaml: &str, outer: &Range<usize>, inside: Range<usize>) -> Vec<Edit> {
    let text = &yaml[inside.clone()];
    let mark = if text.contains(['"', '\\']) { '\'' } else { '"' };
    let mut edits = vec![Edit::new(outer.start..inside.start, mark)];
    if mark == '\'' {
        let doubled = text.match_indices('\'');
        edits.extend(doubled.map(|(at, _)| Edit::insert(inside.start + at, "'")));
    }
    edits.push(Edit::new(inside.end..outer.end, mark));
    edits
}
