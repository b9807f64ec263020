//! Which stretches of a text stand inside quotation marks.
//!
//! Marks are curly, straight, low, angular, single or doubled single ones. A quotation that runs
//! over paragraphs may open each of them and close once, or open once and close once. A closing
//! mark may be missing at a paragraph's end; where one is missing earlier nobody can tell where
//! the quotation ends, and nothing up to the next mark is taken for quoted. Apostrophes are no
//! marks.

use std::ops::Range;

use super::normal::{is_double_mark, is_single_mark, is_unseen};

/// A stretch of text inside the outermost quotation marks of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its bytes, without the marks.
    pub bytes: Range<usize>,
    /// Whether it goes on with the quotation that the stretch before it left open.
    pub continues: bool,
}

/// The stretches of `text` inside quotation marks, in order.
pub fn stretches(text: &str, paragraphs: &[Range<usize>]) -> Vec<Stretch> {
    let paragraphs: Vec<Paragraph<'_>> =
        paragraphs.iter().map(|bytes| Paragraph::read(text, bytes.clone())).collect();
    let mut stretches = Vec::new();
    let mut open = None;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        open = paragraph.stretches(&paragraphs[i + 1..], open, &mut stretches);
    }
    stretches
}

/// The stretch among `stretches`, which are in order, that the byte at `offset` stands in.
pub fn find(stretches: &[Stretch], offset: usize) -> Option<usize> {
    let after = stretches.partition_point(|stretch| stretch.bytes.start <= offset);
    after.checked_sub(1).filter(|&i| offset < stretches[i].bytes.end)
}

/// What kind of mark it is; a quotation closes with a mark of the kind it opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Angular,
    Single,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Debug)]
struct Mark {
    bytes: Range<usize>,
    style: Style,
    side: Side,
    /// Whether its shape alone says which side it is.
    sure: bool,
}

/// How a paragraph bears on a quotation that the one before left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// It opens with a mark.
    Opens,
    /// Its first mark closes.
    Closes,
    /// It has no marks.
    Silent,
    /// Its first mark opens somewhere inside it.
    Other,
}

struct Paragraph<'a> {
    text: &'a str,
    bytes: Range<usize>,
    /// Double and angular marks, in order.
    doubles: Vec<Mark>,
    /// Single marks that may open or close a quotation, in order.
    singles: Vec<Mark>,
}

impl<'a> Paragraph<'a> {
    fn read(text: &'a str, bytes: Range<usize>) -> Self {
        let mut doubles = Vec::new();
        let mut singles = Vec::new();
        let mut before = None;
        let mut speech_begins = true;
        let mut chars = text[bytes.clone()].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mut end = at + c.len_utf8();
            let next = chars.peek().map(|&(_, next)| next);
            let is_pair = matches!(c, '\'' | '`' | '’' | '‘' | '´' | '‚') && next == Some(c);
            if is_pair && let Some((at, next)) = chars.next() {
                end = at + next.len_utf8();
            }
            let after = text[bytes.clone()][end..].chars().find(|c| !is_unseen(*c));
            let place = bytes.start + at..bytes.start + end;
            if is_pair || is_double_mark(c) {
                doubles.push(double(c, before, after, place));
            } else if is_single_mark(c)
                && let Some(mark) =
                    single(c, before, &text[place.end..bytes.end], speech_begins, place)
            {
                singles.push(mark);
            }
            if !is_unseen(c) {
                before = Some(c);
                speech_begins = matches!(c, ':' | ',') || (speech_begins && c.is_whitespace());
            }
        }
        Self { text, bytes, doubles, singles }
    }

    fn start(&self, style: Style) -> Start {
        let marks = if style == Style::Single { &self.singles } else { &self.doubles };
        let Some(first) = marks.iter().find(|mark| mark.style == style) else {
            return Start::Silent;
        };
        let at_start = self.text[self.bytes.start..first.bytes.start].trim().is_empty();
        match first.side {
            Side::Opens | Side::Either if at_start => Start::Opens,
            Side::Closes if first.sure => Start::Closes,
            _ => Start::Other,
        }
    }

    /// Adds this paragraph's stretches to `out`. `open` is the style of the quotation that the
    /// paragraph before left open; what this one leaves open is given back.
    fn stretches(
        &self,
        after: &[Self],
        open: Option<Style>,
        out: &mut Vec<Stretch>,
    ) -> Option<Style> {
        let (doubles, doubles_open) = self.double_stretches(after, open);
        let (singles, singles_open) = self.single_stretches(after, open, &doubles);
        let outermost = |double: &Stretch| find(&singles, double.bytes.start).is_none();
        let from = out.len();
        out.extend(doubles.into_iter().filter(outermost));
        out.extend(singles.iter().cloned());
        out[from..].sort_by_key(|stretch| stretch.bytes.start);
        singles_open.or(doubles_open)
    }

    fn double_stretches(
        &self,
        after: &[Self],
        open: Option<Style>,
    ) -> (Vec<Stretch>, Option<Style>) {
        let open = open.filter(|style| *style != Style::Single);
        let start = open.map(|style| self.start(style));
        if start == Some(Start::Silent) {
            return (vec![Stretch { bytes: self.bytes.clone(), continues: true }], open);
        }
        let mut out = Vec::new();
        let mut continues = start == Some(Start::Opens);
        let mut levels: Vec<Level> = Vec::new();
        if let (Some(style), Some(Start::Closes)) = (open, start) {
            levels.push(Level::new(style, self.bytes.start));
            continues = true;
        }
        for mark in &self.doubles {
            let top = levels.last().map(|level| level.style);
            match mark.side {
                Side::Opens if levels.len() == DEEPEST => {}
                Side::Opens => levels.push(Level::new(mark.style, mark.bytes.end)),
                Side::Either if top != Some(mark.style) => {
                    levels.push(Level::new(mark.style, mark.bytes.end));
                }
                Side::Closes | Side::Either => {
                    let Some(depth) = levels.iter().rposition(|level| level.style == mark.style)
                    else {
                        continue;
                    };
                    levels.truncate(depth + 1);
                    let Some(closed) = levels.pop() else { continue };
                    let bytes = closed.from..mark.bytes.start;
                    if let Some(outer) = levels.last_mut() {
                        outer.inner.push(bytes);
                    } else {
                        out.push(Stretch { bytes, continues });
                        continues = false;
                    }
                }
            }
        }
        let left_open = self.left_open(levels, after, continues, &mut out);
        (out, left_open)
    }

    /// Decides on the marks that nothing closed before the paragraph's end.
    fn left_open(
        &self,
        levels: Vec<Level>,
        after: &[Self],
        continues: bool,
        out: &mut Vec<Stretch>,
    ) -> Option<Style> {
        let inner: Vec<Range<usize>> =
            levels.iter().skip(1).map(|level| level.from..self.bytes.end).collect();
        let outer = levels.into_iter().next()?;
        let goes_on = goes_on(outer.style, after);
        let ends_in_inner = outer.inner.last().is_some_and(|last| {
            !self.text[last.end..self.bytes.end].contains(char::is_alphanumeric)
        });
        if (outer.inner.is_empty() && inner.is_empty()) || (goes_on && !ends_in_inner) {
            out.push(Stretch { bytes: outer.from..self.bytes.end, continues });
            return goes_on.then_some(outer.style);
        }
        let found =
            outer.inner.into_iter().chain(inner).map(|bytes| Stretch { bytes, continues: false });
        out.extend(found);
        None
    }

    fn single_stretches(
        &self,
        after: &[Self],
        open: Option<Style>,
        doubles: &[Stretch],
    ) -> (Vec<Stretch>, Option<Style>) {
        let mut out = Vec::new();
        let inside = |mark: &&Mark| find(doubles, mark.bytes.start).is_some();
        let singles: Vec<&Mark> = self.singles.iter().filter(|mark| !inside(mark)).collect();
        let mut continues = open == Some(Style::Single);
        let mut i = 0;
        while i < singles.len() {
            let mark = singles[i];
            i += 1;
            if mark.side == Side::Closes {
                continue;
            }
            let close = self.close(&singles[i..]);
            let bytes = match close {
                Some(close) => mark.bytes.end..singles[i + close].bytes.start,
                None if self.single_runs_on(mark, after) => mark.bytes.end..self.bytes.end,
                None => continue,
            };
            out.push(Stretch { bytes, continues });
            continues = false;
            match close {
                Some(close) => i += close + 1,
                None => return (out, goes_on(Style::Single, after).then_some(Style::Single)),
            }
        }
        (out, None)
    }

    /// The mark among `marks` that closes a single quotation: the first that can, but a possessive
    /// (`the boys’ coats`) gives way to a later one in the same quotation.
    fn close(&self, marks: &[&Mark]) -> Option<usize> {
        let mut possessive = None;
        for (i, mark) in marks.iter().enumerate() {
            match mark.side {
                Side::Opens => break,
                Side::Closes | Side::Either if self.is_possessive(mark) => {
                    possessive = possessive.or(Some(i));
                }
                Side::Closes | Side::Either => return Some(i),
            }
        }
        possessive
    }

    fn is_possessive(&self, mark: &Mark) -> bool {
        let before = &self.text[self.bytes.start..mark.bytes.start];
        let mut after = self.text[mark.bytes.end..self.bytes.end].chars();
        before.ends_with(['s', 'S', 'z', 'x'])
            && after.next().is_some_and(char::is_whitespace)
            && after.next().is_some_and(char::is_lowercase)
    }

    /// Whether a single mark that nothing closes still opens a quotation: the next paragraph goes
    /// on with it, or it stands where speech begins.
    fn single_runs_on(&self, mark: &Mark, after: &[Self]) -> bool {
        let before = self.text[self.bytes.start..mark.bytes.start].trim_end();
        goes_on(Style::Single, after)
            || (mark.sure && (before.is_empty() || before.ends_with([':', ','])))
    }
}

/// A quotation mark that is open, and the quotations that were closed inside it.
struct Level {
    style: Style,
    from: usize,
    inner: Vec<Range<usize>>,
}

impl Level {
    fn new(style: Style, from: usize) -> Self {
        Self { style, from, inner: Vec::new() }
    }
}

/// Quotations inside quotations go no deeper than this.
const DEEPEST: usize = 8;

/// How many paragraphs without marks may stand inside one quotation.
const SILENT: usize = 12;

/// Whether the paragraphs that follow go on with a quotation that was left open.
fn goes_on(style: Style, after: &[Paragraph<'_>]) -> bool {
    let mut starts = after.iter().take(SILENT + 1).map(|paragraph| paragraph.start(style));
    match starts.next() {
        Some(Start::Opens | Start::Closes) => true,
        Some(Start::Silent) => starts.find(|start| *start != Start::Silent) == Some(Start::Closes),
        _ => false,
    }
}

fn double(c: char, before: Option<char>, after: Option<char>, bytes: Range<usize>) -> Mark {
    let style = if matches!(c, '«' | '»') { Style::Angular } else { Style::Double };
    let place = side_by_place(before, after);
    let opening_place = place == Side::Opens;
    let closing_place = place == Side::Closes;
    let (side, sure) = match c {
        '“' | '«' | '‘' | '‚' if closing_place => (Side::Closes, false),
        '“' | '«' | '‘' | '‚' | '`' | '„' | '‟' | '❝' | '〝' => (Side::Opens, true),
        '”' | '»' | '’' if opening_place => (Side::Opens, false),
        '”' | '»' | '❞' | '〞' | '’' | '´' => (Side::Closes, true),
        _ => (place, false),
    };
    Mark { bytes, style, side, sure }
}

/// A single mark, unless it is an apostrophe: one between letters, or one that leaves out the
/// start of a word or a year; where speech begins, a mark that can open a quotation does.
fn single(
    c: char,
    before: Option<char>,
    rest: &str,
    speech_begins: bool,
    bytes: Range<usize>,
) -> Option<Mark> {
    let after = rest.chars().find(|c| !is_unseen(*c));
    let is_shaped = matches!(c, '‹' | '›' | '‘' | '‚' | '`');
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let side = match side_by_place(before, after) {
        _ if letter(before) && letter(after) => return None,
        Side::Opens if is_elision(rest) && (c == '’' || !speech_begins) => return None,
        Side::Either if c == '’' || c == '´' => Side::Closes,
        side => side,
    };
    let sure = is_shaped || (c == '’' && side == Side::Closes && !letter(before));
    Some(Mark { bytes, style: Style::Single, side, sure })
}

/// Whether a word begins here that an apostrophe shortens: `’tis`, `’90s`.
fn is_elision(rest: &str) -> bool {
    let seen = rest.chars().filter(|c| !is_unseen(*c));
    let word: String = seen.take_while(|c| c.is_alphanumeric()).take(8).collect();
    let year = word.trim_end_matches('s');
    let is_year = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    is_year
        || ["tis", "twas", "til", "em", "cause", "n", "bout"]
            .contains(&word.to_lowercase().as_str())
}

fn side_by_place(before: Option<char>, after: Option<char>) -> Side {
    let opens_before = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '{' | '-' | '–' | '—' | '/' | '“' | '„' | '«' | '‘' | '"' | '\''
            )
    });
    let closes_after = after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, ')' | ']' | '}' | '-' | '–' | '—' | '/' | '”' | '»' | '’' | '"' | '\'')
            || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
    });
    let text_after = after.is_some_and(|c| {
        !c.is_whitespace() && !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
    });
    let text_before = before.is_some_and(|c| !c.is_whitespace());
    match (opens_before && text_after, closes_after && text_before) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        (true, true) if after.is_some_and(char::is_alphanumeric) => Side::Opens,
        _ => Side::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::SourceText;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let found = stretches(source.as_str(), source.paragraphs());
        let shown: Vec<String> = found
            .iter()
            .map(|stretch| {
                let words = &source.as_str()[stretch.bytes.clone()];
                if stretch.continues { format!("+{words}") } else { words.to_owned() }
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn knows_marks_of_every_style() {
        check("He said: “We act.” She left.", &["We act."]);
        check("He said: \"We act,\" and \"left\".", &["We act,", "left"]);
        check("Er sagte: „Wir handeln.“ Sie ging.", &["Wir handeln."]);
        check("Er sagte: „Wir handeln“, und ging.", &["Wir handeln"]);
        check("Il a dit : « Nous agissons. » Puis « non ».", &[" Nous agissons. ", " non "]);
        check("Er sagte: »Wir handeln«, und ging.", &["Wir handeln"]);
        check("Han sade: ”Vi agerar.” Hon gick.", &["Vi agerar."]);
        check("He said: ''We act,'' and left.", &["We act,"]);
        check("He said: ``We act,'' and left.", &["We act,"]);
        check("He said: ‘We act,’ and left.", &["We act,"]);
        check("He said: 'We act,' and left.", &["We act,"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("It’s the owners’ fault, the boys’ coats, ’tis the ’90s.", &[]);
        check("It's the owners' fault, the boys' coats, 'tis the '90s.", &[]);
        check(
            "He said: ‘The boys’ coats weren’t lit,’ and left.",
            &["The boys’ coats weren’t lit,"],
        );
        check(
            "He said: 'The boys' coats weren't lit,' and left.",
            &["The boys' coats weren't lit,"],
        );
        check("the ‘rogue boats’ that left ‘late’", &["rogue boats", "late"]);
    }

    #[test]
    fn takes_the_outermost_marks() {
        check("“He told me ‘no’ and left,” she said.", &["He told me ‘no’ and left,"]);
        check("‘He told me “no” and left,’ she said.", &["He told me “no” and left,"]);
        check("“He told me “no” and left,” she said.", &["He told me “no” and left,"]);
        check("\"He told me 'no' and left,\" she said.", &["He told me 'no' and left,"]);
    }

    #[test]
    fn follows_a_quotation_over_paragraphs() {
        check("“One.\n“Two.\n“Three,” she said.", &["One.", "+Two.", "+Three,"]);
        check("‘One.\n‘Two.\n‘Three,’ she said.", &["One.", "+Two.", "+Three,"]);
        check("“One.\nTwo.\nThree,” she said.", &["One.", "+Two.", "+Three,"]);
        check("“One.”\n“Two.”\nThree.", &["One.", "Two."]);
    }

    #[test]
    fn bears_with_a_missing_mark_at_a_paragraphs_end() {
        check("She said: “We act.\nThe board met.", &["We act."]);
        check("She said: \"We act.\nThe board met.", &["We act."]);
    }

    #[test]
    fn takes_nothing_for_quoted_where_a_mark_is_missing_inside_a_paragraph() {
        check("“We act, she said. “And now we go.” The board met.", &["And now we go."]);
        check("“We act, she said. “And now we go.”\n“Next.”", &["And now we go.", "Next."]);
    }
}
