//! Finds what an author did that ends in a syntax error. libyaml places an error where it can read no
//! further, which is often behind what has to be fixed.

use std::ops::Range;

use crate::brief::fix::FixChange;
use crate::text::lines_at;

/// What an author did, where, and how to fix it.
#[derive(Debug, PartialEq, Eq)]
pub struct Cause {
    pub means: String,
    pub bytes: Range<usize>,
    pub fix: String,
    pub change: Option<FixChange>,
}

/// A line of the file, without its line end.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    /// How many blanks are before its first word.
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Whether it says nothing to YAML.
    fn is_empty(&self) -> bool {
        let text = self.text.trim();
        text.is_empty() || text.starts_with('#')
    }

    /// Its field and the value behind it, if it begins with a field, which is a single word.
    fn field(&self) -> Option<(&'t str, &'t str)> {
        let text = self.text.trim();
        let (key, value) = text.split_once(": ").or_else(|| Some((text.strip_suffix(':')?, "")))?;
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let is_key = !key.is_empty() && key.starts_with(|c: char| c.is_ascii_alphabetic());
        (is_key && key.chars().all(is_word)).then(|| (key, value.trim()))
    }

    /// The bytes of its first word: a field, if it has one.
    fn first_word(&self) -> Range<usize> {
        let start = self.start + self.indent();
        let word = self.text[self.indent()..].find([':', ' ']);
        start..start + word.unwrap_or(self.text.len() - self.indent()).max(1)
    }
}

/// Returns the cause of a syntax error at `place` that is sure to be one, wherever the error is.
pub fn sure(text: &str, place: usize) -> Option<Cause> {
    let lines = lines_to(text, place);
    let (last, before) = lines.split_last()?;
    let above = before.iter().rfind(|line| !line.is_empty());
    let near = || [Some(last), above].into_iter().flatten();
    near().find_map(no_break_space).or_else(|| near().find_map(|line| early_end(text, line, place)))
}

/// Returns what most often causes an error at `place` that libyaml words as `said`.
pub fn likely(said: &str, text: &str, place: usize) -> Option<Cause> {
    if said.contains("did not find expected key") {
        indentation(text, place)
    } else if said.contains("mapping values are not allowed") {
        indentation(text, place).or_else(|| colon(text, place))
    } else if said.contains("could not find expected ':'") {
        no_space(text, place).or_else(|| colon_above(text, place))
    } else if said.contains("while parsing a flow mapping") {
        colon_in_braces(text, place)
    } else {
        None
    }
}

/// Returns the cause of a wrong value at `place` that YAML reads without an error. It may be a map
/// where a text belongs.
pub fn of_wrong_value(text: &str, place: usize, is_map_for_text: bool) -> Option<Cause> {
    let lines = lines_to(text, place);
    let line = lines.last()?;
    let field = || if is_map_for_text { before_colon(line) } else { words_as_field(line) };
    no_break_space(line).or_else(field)
}

/// Returns the cause of a field whose name is `key`, if that begins with a space that YAML does not
/// know as one.
pub fn of_key(text: &str, key: &str) -> Option<Cause> {
    let (start, line) = lines_at(text).find(|(_, line)| line.starts_with(key))?;
    no_break_space(&Line { start, text: line.trim_end_matches('\n') })
}

/// Returns the cause of an error at `place` for which a field is too far to the left or right.
fn indentation(text: &str, place: usize) -> Option<Cause> {
    let lines = lines_to(text, place);
    let (line, before) = lines.split_last()?;
    let (field, _) = line.field()?;
    let indent = line.indent();
    let mut fields = before.iter().rev().filter(|line| line.field().is_some());
    let above = fields.clone().find(|above| above.indent() <= indent)?;
    let (outer, value) = above.field()?;
    if above.indent() == indent {
        return None;
    }
    // A field above that is like this one, but not next to it: the one between is too far out.
    let sibling = fields.find(|field| field.start < above.start && field.indent() <= indent);
    if let Some(sibling) = sibling.filter(|sibling| sibling.indent() == indent) {
        let name = sibling.field()?.0;
        return Some(Cause {
            means: format!("`{outer}` is not indented like `{name}` above and `{field}` below it"),
            bytes: above.first_word(),
            fix: format!("indent it as they are, by {}", spaces(indent)),
            change: None,
        });
    }
    let deeper = before.iter().rfind(|line| line.field().is_some())?;
    if deeper.indent() > indent {
        let name = deeper.field()?.0;
        let to = siblings_indent(before, above, deeper.indent());
        return Some(Cause {
            means: format!(
                "`{field}` is indented less than `{name}` above it, but more than `{outer}`"
            ),
            bytes: line.first_word(),
            fix: format!("indent it like the fields that it belongs to, by {}", spaces(to)),
            change: None,
        });
    }
    (!value.is_empty()).then(|| Cause {
        means: format!("`{field}` is indented further than `{outer}` above it, which has a value"),
        bytes: line.first_word(),
        fix: format!(
            "indent it like `{outer}`, by {}; if it is text, put the whole text in quotation marks",
            spaces(above.indent())
        ),
        change: None,
    })
}

/// Returns the cause of an error at the colon at `place`: it is inside a text.
fn colon(text: &str, place: usize) -> Option<Cause> {
    let lines = lines_to(text, place);
    let line = lines.last()?;
    let begins = match line.text.trim_start().strip_prefix("- ") {
        Some(entry) => line.text.len() - entry.trim_start().len(),
        None => line.text.find(": ")? + 2,
    };
    let value = line.text.get(begins..)?.trim_start();
    let is_plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!']);
    let is_inside = place < line.start + line.text.len() && text[place..].starts_with(':');
    (is_plain && is_inside && line.start + begins <= place).then(|| inside_text(place))
}

/// Returns the cause of an error at a line without a colon: the text that it goes on with has one.
fn colon_above(text: &str, place: usize) -> Option<Cause> {
    let lines = lines_to(text, place);
    let (_, before) = lines.split_last()?;
    words_as_field(before.iter().rfind(|line| !line.is_empty())?)
}

/// Returns the cause of an error at a line that has a field, but no space behind its colon.
fn no_space(text: &str, place: usize) -> Option<Cause> {
    let lines = lines_to(text, place);
    let line = lines.last()?;
    let (key, value) = line.text.trim_start().split_once(':')?;
    let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
    let is_joined = !key.is_empty()
        && key.chars().all(is_word)
        && !value.starts_with([' ', '/'])
        && !value.is_empty();
    let at = line.start + line.indent() + key.len() + 1;
    is_joined.then(|| Cause {
        means: format!("the colon after `{key}` has no space behind it, so this is no field"),
        bytes: at - 1..at,
        fix: "type a space after the colon".into(),
        change: Some(FixChange::Space(at..at)),
    })
}

/// Returns the cause of an error in the map that the `{` at `place` begins: the text of a field has a colon.
fn colon_in_braces(text: &str, place: usize) -> Option<Cause> {
    let inside = text.get(place..)?.lines().next()?.strip_prefix('{')?;
    let mut start = place + 1;
    for field in inside.split_inclusive(", ") {
        let (key, value) = field.split_once(": ").unwrap_or((field, ""));
        let begins = start + key.len() + 2;
        let is_plain = !value.starts_with(['"', '\'', '[', '{', '&', '*', '!']);
        if let Some(colon) = value.find(": ").filter(|_| is_plain) {
            return Some(inside_text(begins + colon));
        }
        if value.starts_with(['"', '\''])
            && !value.trim_end_matches([',', ' ', '}']).ends_with(['"', '\''])
        {
            // A text in marks may have commas and colons; what is behind it is not looked at.
            return None;
        }
        start += field.len();
    }
    None
}

/// A colon behind several words: no field has such a name.
fn words_as_field(line: &Line<'_>) -> Option<Cause> {
    before_colon(line).filter(|cause| {
        let words = &line.text[..cause.bytes.start - line.start];
        // A text in quotation marks may end on this line, and a field come after it.
        let is_behind_text = words.contains("', ") || words.contains("\", ");
        words.trim_start_matches([' ', '-']).contains(' ') && !is_behind_text
    })
}

/// The first colon of a text without quotation marks.
fn before_colon(line: &Line<'_>) -> Option<Cause> {
    let content = line.text.trim_start_matches([' ', '-']);
    let is_plain = !content.starts_with(['"', '\'', '[', '{', '#']);
    let at = content.find(": ").filter(|_| is_plain)?;
    Some(inside_text(line.start + line.text.len() - content.len() + at))
}

fn inside_text(colon: usize) -> Cause {
    Cause {
        means:
            "in this text a colon is followed by a space, which makes a field of what is before it"
                .into(),
        bytes: colon..colon + 1,
        fix: "put the whole text in straight quotation marks, `\"`".into(),
        change: Some(FixChange::Quote(colon)),
    }
}

/// Returns the lines as far as the one that has `place`.
fn lines_to(text: &str, place: usize) -> Vec<Line<'_>> {
    lines_at(text)
        .take_while(|(start, _)| *start <= place)
        .map(|(start, line)| Line { start, text: line.trim_end_matches('\n') })
        .collect()
}

/// Returns how far fields under `outer` are indented, at most as far as `most`.
fn siblings_indent(lines: &[Line<'_>], outer: &Line<'_>, most: usize) -> usize {
    let below = lines.iter().filter(|line| line.start > outer.start && line.field().is_some());
    below.map(Line::indent).min().unwrap_or(most)
}

fn spaces(count: usize) -> String {
    match count {
        0 => "no spaces".into(),
        1 => "1 space".into(),
        _ => format!("{count} spaces"),
    }
}

/// A no-break space, or another that YAML does not know, where a blank has to be: before the first
/// word, behind the mark of a list, or behind the colon of a field.
fn no_break_space(line: &Line<'_>) -> Option<Cause> {
    let is_foreign = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
    let content = line.text.trim_start();
    let indented = line.text.len() - content.len();
    let (at, place) = if let Some(at) = line.text[..indented].find(is_foreign) {
        (at, "in the indentation")
    } else {
        let behind = |mark: &str| {
            let rest = content.strip_prefix(mark)?;
            rest.starts_with(is_foreign).then(|| indented + mark.len())
        };
        let field = content.find(':').map(|colon| &content[..=colon]);
        let is_key = |key: &&str| !key.contains(char::is_whitespace);
        let entry = content.strip_prefix("- ").map_or(content, str::trim_start);
        let of_entry = || {
            let colon = entry.find(':').filter(|colon| is_key(&&entry[..*colon]))?;
            let at = line.text.len() - entry.len() + colon + 1;
            line.text[at..].starts_with(is_foreign).then_some(at)
        };
        let behind_field = || field.filter(is_key).and_then(behind).or_else(of_entry);
        behind("-")
            .map(|at| (at, "after this `-`"))
            .or_else(|| Some((behind_field()?, "after this colon")))?
    };
    let character = line.text[at..].chars().next()?;
    let name = match character {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        _ => "a space of another width",
    };
    let start = line.start + at;
    Some(Cause {
        means: format!(
            "{name} (U+{:04X}) {place}, where YAML needs an ordinary space",
            u32::from(character)
        ),
        bytes: start..start + character.len_utf8(),
        fix: "type an ordinary space instead, here and on the lines that were pasted with it"
            .into(),
        change: Some(FixChange::Space(start..start + character.len_utf8())),
    })
}

/// A quotation mark or apostrophe inside a text in such marks, which ends it there.
fn early_end(text: &str, line: &Line<'_>, place: usize) -> Option<Cause> {
    let opened = line
        .text
        .char_indices()
        .find(|(at, c)| matches!(c, '\'' | '"') && is_start_of_value(&line.text[..*at]));
    let (mut from, mark) = opened.map(|(at, mark)| (line.start + at, mark))?;
    // A line may hold several texts in marks; the error is behind the one that ends early.
    loop {
        let end = closing(text, from + 1, mark)?;
        if end > place {
            return None;
        }
        let after = &text[end + 1..];
        let rest = after.trim_start_matches([' ', '\t']);
        let may_follow = rest.is_empty()
            || rest.starts_with(['\n', ',', '}', ']', ':'])
            || (rest.starts_with('#') && rest.len() < after.len());
        if !may_follow {
            return Some(cut_short(end, mark));
        }
        let line_end = line.start + line.text.len();
        let rest = text.get(end + 1..line_end)?;
        let next = rest
            .char_indices()
            .find(|(at, c)| *c == mark && is_start_of_value(&text[line.start..end + 1 + at]))?;
        from = end + 1 + next.0;
    }
}

fn cut_short(end: usize, mark: char) -> Cause {
    let (means, fix) = match mark {
        '\'' => (
            "this apostrophe ends the text, which begins with the same mark",
            "write the apostrophe twice, `''`, or put the text in double quotation marks, `\"`",
        ),
        _ => (
            "this quotation mark ends the text, which begins with the same mark",
            "write `\\\"` for a mark inside the text; if the text only begins with a quotation, put all of it in single quotation marks",
        ),
    };
    Cause {
        means: means.into(),
        bytes: end..end + 1,
        fix: fix.into(),
        change: Some(FixChange::Unend(end)),
    }
}

/// Whether a value begins behind this part of a line.
fn is_start_of_value(before: &str) -> bool {
    let trimmed = before.trim_end_matches([' ', '\t']);
    let is_apart = trimmed.len() < before.len();
    match trimmed.chars().next_back() {
        Some(':' | '-') => is_apart,
        Some('[' | '{' | ',') => true,
        _ => false,
    }
}

/// Returns the byte of the mark that closes a text which begins at `from`.
fn closing(text: &str, from: usize, mark: char) -> Option<usize> {
    let mut characters = text[from..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if mark == '"' => {
                characters.next();
            }
            '\'' if mark == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            c if c == mark => return Some(from + at),
            _ => {}
        }
    }
    None
}
