//! Reads the fields of a brief from its lines, whether or not it is YAML yet.
//!
//! The parser of briefs says nothing of a file that is half typed, and an editor asks about little
//! else. This reader goes by indentation, dashes and brackets. Whatever cannot be read ends where the
//! next line is no longer indented for it, so that a bracket that is not closed yet hides nothing
//! below it. In a sound brief its fields are those of the parser, which a test holds it to.

use std::ops::Range;

use super::flow::FlowReader;
use crate::brief::{FieldPath, Step};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueStyle {
    /// On lines of its own, or not at all.
    Below,
    /// Without quotation marks.
    Plain,
    /// In quotation marks.
    Quoted,
    /// After `|` or `>`.
    Block,
    /// In brackets or braces.
    Bracketed,
}

/// A key with its value, or an element of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedField {
    /// The way to it.
    pub path: FieldPath,
    /// The bytes of its key; an element has none.
    pub key: Option<Range<usize>>,
    /// The bytes of its value as it is written, without an anchor or a tag; empty if it is [`ValueStyle::Below`].
    pub value: Range<usize>,
    /// How the value is written.
    pub style: ValueStyle,
}

impl ScannedField {
    /// Returns the bytes of a plain or quoted value without its marks.
    pub fn inside(&self, text: &str) -> Range<usize> {
        let Range { start, end } = self.value.clone();
        let raw = &text[start..end];
        match raw.chars().next() {
            Some(mark) if self.style == ValueStyle::Quoted => {
                let is_closed = raw.len() > 1 && raw.ends_with(mark);
                start + 1..if is_closed { end - 1 } else { end }
            }
            _ => start..end,
        }
    }

    /// Returns the bytes at which it begins: its key, or its value.
    pub fn start(&self) -> usize {
        self.key.as_ref().map_or(self.value.start, |key| key.start)
    }
}

/// What is being typed at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typing {
    /// A key of the map at this path, or, if that is no map, the value there.
    Key {
        /// The path of the map.
        container: FieldPath,
        /// The byte at which the word begins.
        start: usize,
    },
    /// The value at this path.
    Value {
        /// The path.
        path: FieldPath,
        /// The byte at which the value begins.
        start: usize,
    },
    /// A comment, or something that is over.
    Nothing,
}

/// Returns the fields of `text`, in its order.
pub fn scan(text: &str) -> Vec<ScannedField> {
    let mut scanner = Scanner::new(text);
    scanner.read();
    scanner.fields
}

/// Returns what is being typed at the end of `text`, which is what comes before the cursor.
pub fn typing_at_end(text: &str) -> Typing {
    let mut scanner = Scanner::new(text);
    scanner.read();
    scanner.typing
}

/// A map or a list on lines of its own.
#[derive(Clone, Debug)]
struct Level {
    column: usize,
    path: FieldPath,
    /// The index of the next element, if it is a list.
    next: Option<usize>,
}

struct Scanner<'t> {
    text: &'t str,
    fields: Vec<ScannedField>,
    levels: Vec<Level>,
    /// The last key or dash: its column, and the path of what follows it.
    last: Option<(usize, FieldPath)>,
    typing: Typing,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Self {
        let root = Level { column: 0, path: FieldPath::top(), next: None };
        let typing = Typing::Key { container: FieldPath::top(), start: text.len() };
        Self { text, fields: Vec::new(), levels: vec![root], last: None, typing }
    }

    fn read(&mut self) {
        let mut at = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        while at < self.text.len() {
            at = self.line(at);
        }
        if self.text.ends_with(['\n', '\r']) {
            self.blank(0);
        }
    }

    /// Reads the line that begins at `start`, with what its value takes of the next ones. Returns the
    /// start of the line after that.
    fn line(&mut self, start: usize) -> usize {
        let end = line_end(self.text, start);
        let column = indent(&self.text[start..end]);
        let content = &self.text[start + column..end];
        if content.is_empty() {
            if end == self.text.len() {
                self.blank(column);
            }
            return next_line(self.text, end);
        }
        if content.starts_with('#') || (column == 0 && content.starts_with("---")) {
            self.typing = Typing::Nothing;
            return next_line(self.text, end);
        }
        self.content(start + column, column)
    }

    /// Notes that the text ends after this many columns of an empty line.
    fn blank(&mut self, column: usize) {
        let levels = self.levels.clone();
        self.close(column, false);
        let container = self.levels.last().map(|level| level.path.clone()).unwrap_or_default();
        self.typing = Typing::Key { container, start: self.text.len() };
        self.levels = levels;
    }

    /// Closes the maps and lists that are over, and opens the one that begins at `column`.
    fn close(&mut self, column: usize, is_element: bool) {
        while let [_, .., last] = self.levels.as_slice()
            && (last.column > column
                || (last.column == column && last.next.is_some() && !is_element))
        {
            self.levels.pop();
        }
        let Some(level) = self.levels.last() else { return };
        let is_inner = column > level.column;
        if is_inner || (is_element && level.next.is_none()) {
            let is_below = |at: usize| at < column || (at == column && is_element && !is_inner);
            let below = self.last.as_ref().filter(|(at, _)| is_below(*at));
            let path = below.map_or_else(|| level.path.clone(), |(_, path)| path.clone());
            self.levels.push(Level { column, path, next: is_element.then_some(0) });
        }
    }

    /// Reads what begins at byte `at`, in this column of its line. Returns the start of the next line
    /// that it does not take.
    fn content(&mut self, at: usize, column: usize) -> usize {
        let end = line_end(self.text, at);
        let rest = &self.text[at..end];
        if rest == "-" || rest.starts_with("- ") || rest.starts_with("-\t") {
            return self.element(at, column, end);
        }
        if let Some((key, colon)) = key(rest) {
            self.close(column, false);
            let level = self.levels.last().map(|level| level.path.clone()).unwrap_or_default();
            let path = level.key(rest[key.clone()].trim_matches(['"', '\'']));
            let key = at + key.start..at + key.end;
            return self.value(at + colon + 1, column, path, Some(key));
        }
        self.bare(at, column, end)
    }

    fn element(&mut self, at: usize, column: usize, end: usize) -> usize {
        self.close(column, true);
        let Some(level) = self.levels.last_mut() else { return next_line(self.text, end) };
        let index = level.next.unwrap_or_default();
        level.next = Some(index + 1);
        let path = level.path.index(index);
        let rest = &self.text[at + 1..end];
        let inner = at + 1 + indent(rest);
        let content = &self.text[inner..end];
        if key(content).is_some() || content.starts_with("- ") {
            self.note(path.clone(), None, inner..inner, ValueStyle::Below);
            self.last = Some((column, path));
            return self.content(inner, column + inner - at);
        }
        self.value(at + 1, column, path, None)
    }

    /// Reads a line that is neither an element nor has a key: a value on a line of its own, or half a
    /// key.
    fn bare(&mut self, at: usize, column: usize, end: usize) -> usize {
        let before = self.levels.len();
        self.close(column, false);
        let container = self.levels.last().map(|level| level.path.clone()).unwrap_or_default();
        let below = self.last.clone().filter(|(_, path)| *path == container);
        let Some((limit, path)) = below else {
            self.typing = Typing::Key { container, start: at };
            return next_line(self.text, end);
        };
        if self.levels.len() > before || column > limit {
            let field = self.fields.iter().rposition(|field| field.path == path);
            let (value, style, next) = self.value_from(at, limit, &path);
            if let Some(field) = field
                && self.fields[field].style == ValueStyle::Below
            {
                (self.fields[field].value, self.fields[field].style) = (value.clone(), style);
            }
            if let Typing::Value { path, start } = &self.typing
                && style == ValueStyle::Plain
                && *start == at
            {
                self.typing = Typing::Key { container: path.clone(), start: at };
            }
            return next;
        }
        self.typing = Typing::Key { container, start: at };
        next_line(self.text, end)
    }

    /// Reads the value of a key or an element, after its colon or dash at byte `from`.
    fn value(
        &mut self,
        from: usize,
        limit: usize,
        path: FieldPath,
        key: Option<Range<usize>>,
    ) -> usize {
        let end = line_end(self.text, from);
        let start = from + indent(&self.text[from..end]);
        self.last = Some((limit, path.clone()));
        if start == end || self.text[start..end].starts_with('#') {
            self.note(path.clone(), key, start..start, ValueStyle::Below);
            self.typing =
                if start == end { Typing::Value { path, start } } else { Typing::Nothing };
            return next_line(self.text, end);
        }
        let index = self.fields.len();
        self.note(path.clone(), key, start..start, ValueStyle::Below);
        let (value, style, next) = self.value_from(start, limit, &path);
        (self.fields[index].value, self.fields[index].style) = (value, style);
        next
    }

    /// Reads the value that begins at byte `start` and may take lines that are indented by more than
    /// `limit`. Returns its bytes, how it is written, and the start of the line after it.
    fn value_from(
        &mut self,
        start: usize,
        limit: usize,
        path: &FieldPath,
    ) -> (Range<usize>, ValueStyle, usize) {
        let start = after_properties(self.text, start);
        let first_line = line_end(self.text, start);
        let first = self.text[start..].chars().next();
        let (style, end) = match first {
            Some('|' | '>') => (ValueStyle::Block, block_end(self.text, first_line, limit)),
            Some('"' | '\'') => {
                let most = deeper_end(self.text, first_line, limit);
                (ValueStyle::Quoted, quoted_end(self.text, start, most).unwrap_or(most))
            }
            Some('[' | '{') => {
                let most = deeper_end(self.text, first_line, limit);
                let mut flow = FlowReader::new(self.text, most, &mut self.fields);
                let end = flow.collection(start, path);
                let typing = flow.typing();
                self.typing = typing.unwrap_or(Typing::Nothing);
                return (
                    start..end,
                    ValueStyle::Bracketed,
                    next_line(self.text, line_end(self.text, end)),
                );
            }
            _ => (ValueStyle::Plain, plain_end(self.text, start, limit)),
        };
        self.typing = if self.ends_inside(start, end, style, limit) {
            Typing::Value { path: path.clone(), start }
        } else {
            Typing::Nothing
        };
        let next = if style == ValueStyle::Block && matches!(self.typing, Typing::Value { .. }) {
            self.text.len()
        } else {
            next_line(self.text, line_end(self.text, end))
        };
        (start..end, style, next)
    }

    /// Returns whether the end of the text is in the value with these bytes.
    fn ends_inside(&self, start: usize, end: usize, style: ValueStyle, limit: usize) -> bool {
        let after = &self.text[end..];
        match style {
            ValueStyle::Quoted => quoted_end(self.text, start, end).is_none() && after.is_empty(),
            ValueStyle::Block => {
                let last = after.rsplit(['\n', '\r']).next().unwrap_or_default();
                after.trim().is_empty() && (after.len() == last.len() || last.len() > limit)
            }
            _ => !after.contains(['\n', '\r', '#']),
        }
    }

    fn note(
        &mut self,
        path: FieldPath,
        key: Option<Range<usize>>,
        value: Range<usize>,
        style: ValueStyle,
    ) {
        self.fields.push(ScannedField { path, key, value, style });
    }
}

/// Returns the end of the line that `at` is in.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length)
}

/// Returns the start of the line after the one that ends at `end`.
fn next_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let length = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    end + length
}

/// Returns the number of blanks that a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Returns the bytes of the key that a line begins with, and the byte of its colon.
fn key(line: &str) -> Option<(Range<usize>, usize)> {
    let first = line.chars().next()?;
    if matches!(first, '"' | '\'') {
        let close = quoted_end(line, 0, line.len())?;
        let is_key = line[close..].starts_with(':') && is_after_colon(&line[close + 1..]);
        return is_key.then_some((0..close, close));
    }
    if matches!(first, '[' | '{' | '|' | '>' | '#' | '*' | '&' | '!' | '%' | '@' | ',' | '?') {
        return None;
    }
    let colons = line.match_indices(':').map(|(at, _)| at);
    let colon = colons.into_iter().find(|at| is_after_colon(&line[at + 1..]))?;
    let name = line[..colon].trim_end();
    (!name.is_empty() && !name.contains(" #")).then_some((0..name.len(), colon))
}

fn is_after_colon(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// Returns whether a line begins with a key of one word, which no line of a text without marks does.
fn begins_with_key(line: &str) -> bool {
    let name = line.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    name.is_some_and(|at| at > 0 && line[at..].starts_with(':') && is_after_colon(&line[at + 1..]))
}

/// Returns the byte after the anchor and the tag at `at`.
fn after_properties(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let mut rest = &text[at..end];
    while rest.starts_with(['&', '!']) {
        let Some(word) = rest.find([' ', '\t']) else { break };
        rest = rest[word..].trim_start_matches([' ', '\t']);
    }
    end - rest.len()
}

/// Returns the byte after the mark that closes the quotation at `start`, if that is before `most`.
pub fn quoted_end(text: &str, start: usize, most: usize) -> Option<usize> {
    let mark = text[start..].chars().next()?;
    let mut chars = text[start + 1..most.max(start + 1)].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if mark == '"' => {
                chars.next();
            }
            '\'' if mark == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') => {
                chars.next();
            }
            c if c == mark => return Some(start + 1 + at + 1),
            _ => {}
        }
    }
    None
}

/// The lines after the one that ends at `end`: the start, the indent and the end of each.
fn lines_after(text: &str, end: usize) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
    let mut at = end;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let start = next_line(text, at);
        let line = line_end(text, start);
        at = line;
        (start <= text.len()).then(|| (start, indent(&text[start..line]), line))
    })
}

/// Returns the end of the last line that is indented by more than `limit`, of those after `end`.
fn block_end(text: &str, end: usize, limit: usize) -> usize {
    let mut last = end;
    for (start, indent, line) in lines_after(text, end) {
        match text[start..line].trim().is_empty() {
            true => {}
            false if indent > limit => last = line,
            false => break,
        }
    }
    last
}

/// As [`block_end`]. A line that begins with a closing bracket counts too, and empty lines at the end
/// of the text do.
fn deeper_end(text: &str, end: usize, limit: usize) -> usize {
    let mut last = end;
    for (start, indent, line) in lines_after(text, end) {
        let content = text[start..line].trim();
        if content.is_empty() {
            if line == text.len() && indent > limit {
                last = line;
            }
        } else if indent > limit || content.starts_with([']', '}']) {
            last = line;
        } else {
            break;
        }
    }
    last
}

/// Returns the end of the text without marks that begins at `start`.
fn plain_end(text: &str, start: usize, limit: usize) -> usize {
    let first = line_end(text, start);
    let without_comment = |from: usize, to: usize| {
        let line = &text[from..to];
        let sign = line.find(" #").or_else(|| line.find("\t#"));
        (from + sign.map_or(line, |at| &line[..at]).trim_end().len(), sign.is_some())
    };
    let (mut end, mut is_over) = without_comment(start, first);
    for (from, indent, line) in lines_after(text, first) {
        let content = text[from..line].trim();
        if content.is_empty() {
            continue;
        }
        let is_more = indent > limit && !content.starts_with('#') && !begins_with_key(content);
        if is_over || !is_more {
            break;
        }
        (end, is_over) = without_comment(from, line);
    }
    end
}

/// Returns the path’s keys if it has no index: `quotes`, `q1`, `by`. The indexes of a list in it are
/// left out.
pub fn keys(path: &FieldPath) -> Vec<&str> {
    let keys = path.steps().iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    keys.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::brief::Id;
    use crate::brief::{LineColumn, Spot, read};

    /// Fails unless the fields of a text that is YAML are where the parser has them.
    fn check_against_the_parser(text: &str, name: &str) {
        let fields = scan(text);
        let keyed = fields.iter().filter(|field| field.key.is_some());
        let valued = fields.iter().filter(|field| field.style != ValueStyle::Below);
        let spots: Vec<(&FieldPath, Spot, Range<usize>)> = keyed
            .map(|field| (&field.path, Spot::Key, field.key.clone().unwrap()))
            .chain(valued.map(|field| (&field.path, Spot::Value, field.value.clone())))
            .collect();
        let places = LineColumn::all(text, spots.iter().map(|(path, spot, _)| (*path, spot)));
        for ((path, spot, found), place) in spots.iter().zip(places) {
            // The parser shows of a large list its beginning, and of nothing a word.
            let is_short = found.len() < 400 && !text[found.clone()].contains('\n');
            if is_short || *spot == Spot::Key {
                assert_eq!(
                    &text[found.clone()],
                    &text[place.bytes.clone()],
                    "{name}: {path} {spot:?}"
                );
            }
            assert_eq!(found.start, place.bytes.start, "{name}: {path} {spot:?}");
        }
    }

    #[test]
    fn the_fields_of_shipped_briefs_are_those_of_the_parser() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
        for folder in ["briefs", "tests/it/bad", "tests/it/reader"] {
            for file in std::fs::read_dir(format!("{root}{folder}")).unwrap() {
                let path = file.unwrap().path();
                let Ok(text) = std::fs::read_to_string(&path) else { continue };
                let name = path.display().to_string();
                let reading = read(&Id::of_file("x"), text.as_bytes());
                let is_yaml = !reading.problems.iter().any(|one| {
                    one.rule == crate::brief::Rule::NotYaml
                        || one.rule == crate::brief::Rule::DuplicateKey
                });
                if crate::library::is_brief(&path) && is_yaml && *reading.yaml == *text {
                    check_against_the_parser(&text, &name);
                }
            }
        }
    }

    #[test]
    fn fields_are_found_however_they_are_written() {
        for text in [
            "a: b\nc:\n  d: e\n  f:\n    - g\n    - h: i\n      j: k\n  l: m\n",
            "a:\n- b\n- c: d\n  e: f\n- - g\n  - h\ni: j\n",
            "a: {b: c, 'd e': [f, \"g, h\", {i: j}], k: 'it''s'} # l\nm: n # o\np: q\n",
            "a: >-\n  b: c\n\n  d\ne: |\n  f\ng: 'h\n  i: j'\nk: l\n  m\n  n\no: p\n",
            "a: [b,\n  c, # d, e\n  f]\ng: h\ni: \"j \\\" k\"\nl: https://m.n/o#p\n",
            "---\na: b\n# c: d\n\ne:\n  # f: g\n  h: i\n",
            "a:\n  b:\n    'c\n    d'\n  e:\n    f\n    g\n  h: i\n",
        ] {
            check_against_the_parser(text, text);
        }
    }

    #[track_caller]
    fn check_typing(text: &str, expected: &str) {
        let shown = match typing_at_end(text) {
            Typing::Key { container, start } => format!("key {container}: {}", &text[start..]),
            Typing::Value { path, start } => format!("value {path}: {}", &text[start..]),
            Typing::Nothing => "nothing".to_owned(),
        };
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn knows_what_is_being_typed() {
        check_typing("", "key : ");
        check_typing("su", "key : su");
        check_typing("summary: ", "value summary: ");
        check_typing("summary:", "value summary: ");
        check_typing("summary: Boats ar", "value summary: Boats ar");
        check_typing("a: 'b' ", "nothing");
        check_typing("a: 'b [c1", "value a: 'b [c1");
        check_typing("a: b # c", "nothing");
        check_typing("a: >\n  b [c", "value a: >\n  b [c");
        check_typing("quotes:\n  q1:\n    b", "key quotes.q1: b");
        check_typing("quotes:\n  q1:\n    by: va", "value quotes.q1.by: va");
        check_typing("quotes:\n  q1:\n    by: vale\n    ", "key quotes.q1: ");
        check_typing("quotes:\n  q1:\n    by: vale\n  ", "key quotes: ");
        check_typing("quotes:\n  q1:\n    by: vale\n", "key : ");
        check_typing("quotes:\n  q1: {form: direct, by: ", "value quotes.q1.by: ");
        check_typing("quotes:\n  q1: {form: direct, b", "key quotes.q1: b");
        check_typing("quotes:\n  q1: {form: direct, by: [vale, ", "value quotes.q1.by.1: ");
        check_typing("quotes:\n  q1: {form: direct,\n    ", "key quotes.q1: ");
        check_typing("top_lines:\n  - a [", "value top_lines.0: a [");
        check_typing("top_lines:\n  - a\n  - ", "value top_lines.1: ");
        check_typing("asks:\n  a1:\n    to:\n      - dop\n      - v", "value asks.a1.to.1: v");
        check_typing("x: [a, b\ny: {c\nquotes:\n  q1:\n    by: ", "value quotes.q1.by: ");
    }

    #[test]
    fn what_is_not_closed_hides_nothing_below_it() {
        let text = "topics: [a, b\nsummary: 'x\nquotes:\n  q1: {by: vale, exact: \n  q2:\n    by\n    form: direct\n";
        let paths: Vec<String> = scan(text).iter().map(|field| field.path.to_string()).collect();
        for path in ["topics.1", "summary", "quotes.q1.exact", "quotes.q2.form"] {
            assert!(paths.contains(&path.to_owned()), "{path}: {paths:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[a-c:{}\\[\\],'\"|>#&!*\n\r \t\u{1f6a2}-]{0,80}") {
            for field in scan(&text) {
                prop_assert!(text.get(field.value.clone()).is_some());
                prop_assert!(text.get(field.inside(&text)).is_some());
                if let Some(key) = field.key {
                    prop_assert!(text.get(key).is_some());
                }
            }
            match typing_at_end(&text) {
                Typing::Key { start, .. } | Typing::Value { start, .. } => {
                    prop_assert!(text.get(start..).is_some());
                }
                Typing::Nothing => {}
            }
        }
    }
}
