//! Finds the parts of a text inside quotation marks.
//!
//! Marks are curly, straight, low, angular, corner, single or doubled single ones, entities of HTML or
//! its element `q`. A paragraph of dialogue may open with a dash instead. A quotation that runs
//! over paragraphs may open each of them and close once, or open once and close once. A closing
//! mark may be missing at a paragraph's end; if one is missing earlier, the end of
//! the quotation cannot be known, and nothing up to the next mark counts as quoted. Apostrophes are
//! no marks.

use std::ops::Range;

use super::english;
use super::normal::{entity, is_single_mark, is_unseen};
use super::stops::ENDS_OF_SPEECH;
use crate::text::is_double_mark;

/// A part of a text inside the outermost quotation marks of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedSpan {
    /// Its bytes, without the marks.
    pub bytes: Range<usize>,
    /// Whether it goes on with the quotation that the span before it left open.
    pub continues: bool,
}

/// Returns the spans of `text` inside quotation marks, in order.
pub fn quoted_spans(text: &str, paragraphs: &[Range<usize>]) -> Vec<QuotedSpan> {
    let parts = paragraphs.iter().flat_map(|bytes| parts(text, bytes.clone()));
    let paragraphs: Vec<MarkedParagraph<'_>> =
        parts.map(|bytes| MarkedParagraph::read(text, bytes)).collect();
    let mut quoted_spans = Vec::new();
    let mut open = None;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let from = quoted_spans.len();
        open = paragraph.quoted_spans(&paragraphs[i + 1..], open, &mut quoted_spans);
        if quoted_spans.len() == from {
            quoted_spans.extend(dash_speech(text, &paragraph.bytes));
        }
    }
    quoted_spans
}

/// A paragraph, cut where a line ends in a stop and the next opens with the mark that the paragraph
/// has first: a release may set each paragraph of speech on a line of its own, with no blank line.
fn parts(text: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let is_opening = |c: &char| matches!(c, '“' | '"' | '‘' | '\'');
    let first = text[paragraph.clone()].chars().find(is_opening);
    let mut parts = Vec::new();
    let mut start = paragraph.start;
    for (at, _) in text[paragraph.clone()].match_indices('\n') {
        let end = paragraph.start + at;
        let next = text[end..paragraph.end].trim_start().chars().next();
        let is_over = text[..end].trim_end().ends_with(ENDS_OF_SPEECH);
        if is_over && next.is_some_and(|next| Some(next) == first) {
            parts.push(start..end);
            start = end + 1;
        }
    }
    parts.push(start..paragraph.end);
    parts
}

/// Returns the index of the span that the byte at `offset` is in. The spans are in order.
pub fn span_at(quoted_spans: &[QuotedSpan], offset: usize) -> Option<usize> {
    let after = quoted_spans.partition_point(|span| span.bytes.start <= offset);
    after.checked_sub(1).filter(|&i| offset < quoted_spans[i].bytes.end)
}

/// What kind of mark it is; a quotation closes with a mark of the kind it opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkStyle {
    Double,
    Angular,
    Corner,
    WhiteCorner,
    Single,
}

/// What a mark can do in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkSide {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Debug)]
struct QuotationMark {
    bytes: Range<usize>,
    style: MarkStyle,
    side: MarkSide,
    /// Whether its shape is enough to say which side it is.
    sure: bool,
    /// Whether it closes an open quotation though the space is on its wrong side: `all, ”said`.
    closes_late: bool,
}

/// How a paragraph bears on a quotation that the one before left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ParagraphStart {
    /// It opens with a mark.
    Opens,
    /// Its first mark closes.
    Closes,
    /// It has no marks.
    Silent,
    /// Its first mark opens somewhere inside it.
    Other,
}

struct MarkedParagraph<'a> {
    text: &'a str,
    bytes: Range<usize>,
    /// Double and angular marks, in order.
    doubles: Vec<QuotationMark>,
    /// Single marks that may open or close a quotation, in order.
    singles: Vec<QuotationMark>,
}

impl<'a> MarkedParagraph<'a> {
    fn read(text: &'a str, bytes: Range<usize>) -> Self {
        let mut doubles = Vec::new();
        let mut singles = Vec::new();
        let mut before = None;
        let mut speech_begins = true;
        let mut at = bytes.start;
        while let Some((c, length)) = sign(&text[at..bytes.end]) {
            let start = at;
            at += length;
            if is_double_mark(c) || is_single_mark(c) {
                let next = sign(&text[at..bytes.end]);
                let is_pair = matches!(c, '\'' | '`' | '’' | '‘' | '´' | '‚')
                    && next.is_some_and(|(next, _)| next == c);
                at += next.filter(|_| is_pair).map_or(0, |(_, length)| length);
                let (place, rest) = (start..at, &text[at..bytes.end]);
                if is_pair || is_double_mark(c) {
                    let closes_late = closes_late(c, &text[bytes.start..start], rest);
                    let mark = double(c, before, first_seen(rest), place);
                    doubles.push(QuotationMark { closes_late, ..mark });
                } else {
                    singles.extend(single(c, before, rest, speech_begins, place));
                }
            }
            if !is_unseen(c) {
                before = Some(c);
                speech_begins = matches!(c, ':' | ',') || (speech_begins && c.is_whitespace());
            }
        }
        Self { text, bytes, doubles, singles }
    }

    fn start(&self, style: MarkStyle) -> ParagraphStart {
        let marks = if style == MarkStyle::Single { &self.singles } else { &self.doubles };
        let Some(first) = marks.iter().find(|mark| mark.style == style) else {
            return ParagraphStart::Silent;
        };
        let at_start = self.text[self.bytes.start..first.bytes.start].trim().is_empty();
        match first.side {
            MarkSide::Opens | MarkSide::Either if at_start => ParagraphStart::Opens,
            MarkSide::Closes if first.sure => ParagraphStart::Closes,
            _ => ParagraphStart::Other,
        }
    }

    /// Adds this paragraph's spans to `out`. `open` is the style of the quotation that the
    /// paragraph before left open; what this one leaves open is given back.
    fn quoted_spans(
        &self,
        after: &[Self],
        open: Option<MarkStyle>,
        out: &mut Vec<QuotedSpan>,
    ) -> Option<MarkStyle> {
        let (doubles, doubles_open) = self.double_stretches(after, open);
        let (singles, singles_open) = self.single_stretches(after, open, &doubles);
        let outermost = |double: &QuotedSpan| span_at(&singles, double.bytes.start).is_none();
        let from = out.len();
        out.extend(doubles.into_iter().filter(outermost));
        out.extend(singles.iter().cloned());
        out[from..].sort_by_key(|span| span.bytes.start);
        singles_open.or(doubles_open)
    }

    fn double_stretches(
        &self,
        after: &[Self],
        open: Option<MarkStyle>,
    ) -> (Vec<QuotedSpan>, Option<MarkStyle>) {
        let open = open.filter(|style| *style != MarkStyle::Single);
        let start = open.map(|style| self.start(style));
        if start == Some(ParagraphStart::Silent) {
            return (vec![QuotedSpan { bytes: self.bytes.clone(), continues: true }], open);
        }
        let mut out = Vec::new();
        let mut continues = start == Some(ParagraphStart::Opens);
        let mut levels: Vec<OpenMark> = Vec::new();
        if let (Some(style), Some(ParagraphStart::Closes)) = (open, start) {
            levels.push(OpenMark::new(style, self.bytes.start));
            continues = true;
        }
        for mark in &self.doubles {
            let top = levels.last().map(|level| level.style);
            let late = mark.closes_late && top == Some(mark.style);
            match if late { MarkSide::Closes } else { mark.side } {
                MarkSide::Opens if levels.len() == DEEPEST => {}
                MarkSide::Opens => levels.push(OpenMark::new(mark.style, mark.bytes.end)),
                MarkSide::Either if top != Some(mark.style) => {
                    levels.push(OpenMark::new(mark.style, mark.bytes.end));
                }
                MarkSide::Closes | MarkSide::Either => {
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
                        out.push(QuotedSpan { bytes, continues });
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
        levels: Vec<OpenMark>,
        after: &[Self],
        continues: bool,
        out: &mut Vec<QuotedSpan>,
    ) -> Option<MarkStyle> {
        let inner: Vec<Range<usize>> =
            levels.iter().skip(1).map(|level| level.from..self.bytes.end).collect();
        let outer = levels.into_iter().next()?;
        let goes_on = goes_on(outer.style, after);
        let ends_in_inner = outer.inner.last().is_some_and(|last| {
            !self.text[last.end..self.bytes.end].contains(char::is_alphanumeric)
        });
        if (outer.inner.is_empty() && inner.is_empty()) || (goes_on && !ends_in_inner) {
            out.push(QuotedSpan { bytes: outer.from..self.bytes.end, continues });
            return goes_on.then_some(outer.style);
        }
        let found = outer
            .inner
            .into_iter()
            .chain(inner)
            .map(|bytes| QuotedSpan { bytes, continues: false });
        out.extend(found);
        None
    }

    fn single_stretches(
        &self,
        after: &[Self],
        open: Option<MarkStyle>,
        doubles: &[QuotedSpan],
    ) -> (Vec<QuotedSpan>, Option<MarkStyle>) {
        let mut out = Vec::new();
        let inside = |mark: &&QuotationMark| span_at(doubles, mark.bytes.start).is_some();
        let singles: Vec<&QuotationMark> =
            self.singles.iter().filter(|mark| !inside(mark)).collect();
        let mut continues = open == Some(MarkStyle::Single);
        let mut i = 0;
        while i < singles.len() {
            let mark = singles[i];
            i += 1;
            if mark.side == MarkSide::Closes {
                continue;
            }
            let close = self.close(&singles[i..]);
            let bytes = match close {
                Some(close) => mark.bytes.end..singles[i + close].bytes.start,
                None if self.single_runs_on(mark, after) => mark.bytes.end..self.bytes.end,
                None => continue,
            };
            out.push(QuotedSpan { bytes, continues });
            continues = false;
            match close {
                Some(close) => i += close + 1,
                None => {
                    return (out, goes_on(MarkStyle::Single, after).then_some(MarkStyle::Single));
                }
            }
        }
        (out, None)
    }

    /// The mark among `marks` that closes a single quotation: the first that can, but a possessive
    /// (`the boys’ coats`) gives way to a later one in the same quotation.
    fn close(&self, marks: &[&QuotationMark]) -> Option<usize> {
        let mut possessive = None;
        for (i, mark) in marks.iter().enumerate() {
            match mark.side {
                MarkSide::Opens => break,
                MarkSide::Closes | MarkSide::Either if self.is_possessive(mark) => {
                    possessive = possessive.or(Some(i));
                }
                MarkSide::Closes | MarkSide::Either => return Some(i),
            }
        }
        possessive
    }

    fn is_possessive(&self, mark: &QuotationMark) -> bool {
        let before = &self.text[self.bytes.start..mark.bytes.start];
        let mut after = self.text[mark.bytes.end..self.bytes.end].chars();
        before.ends_with(['s', 'S', 'z', 'x'])
            && after.next().is_some_and(char::is_whitespace)
            && after.next().is_some_and(char::is_alphabetic)
    }

    /// Whether a single mark that nothing closes still opens a quotation: the next paragraph goes
    /// on with it, or it is at a place where speech begins.
    fn single_runs_on(&self, mark: &QuotationMark, after: &[Self]) -> bool {
        let before = self.text[self.bytes.start..mark.bytes.start].trim_end();
        goes_on(MarkStyle::Single, after)
            || (mark.sure && (before.is_empty() || before.ends_with([':', ','])))
    }
}

/// A quotation mark that is open, and the quotations that were closed inside it.
struct OpenMark {
    style: MarkStyle,
    from: usize,
    inner: Vec<Range<usize>>,
}

impl OpenMark {
    fn new(style: MarkStyle, from: usize) -> Self {
        Self { style, from, inner: Vec::new() }
    }
}

/// Quotations inside quotations go no deeper than this.
const DEEPEST: usize = 8;

/// At most this many paragraphs without marks can be inside one quotation.
const SILENT: usize = 12;

/// Whether the paragraphs that follow go on with a quotation that was left open.
fn goes_on(style: MarkStyle, after: &[MarkedParagraph<'_>]) -> bool {
    let mut starts = after.iter().take(SILENT + 1).map(|paragraph| paragraph.start(style));
    match starts.next() {
        Some(ParagraphStart::Opens | ParagraphStart::Closes) => true,
        Some(ParagraphStart::Silent) => {
            starts.find(|start| *start != ParagraphStart::Silent) == Some(ParagraphStart::Closes)
        }
        _ => false,
    }
}

fn double(
    c: char,
    before: Option<char>,
    after: Option<char>,
    bytes: Range<usize>,
) -> QuotationMark {
    let style = match c {
        '«' | '»' => MarkStyle::Angular,
        '「' | '」' => MarkStyle::Corner,
        '『' | '』' => MarkStyle::WhiteCorner,
        _ => MarkStyle::Double,
    };
    let place = side_by_place(before, after);
    let opening_place = place == MarkSide::Opens;
    let closing_place = place == MarkSide::Closes;
    let (side, sure) = match c {
        '「' | '『' => (MarkSide::Opens, true),
        '“' | '«' | '‘' | '‚' if closing_place => (MarkSide::Closes, false),
        '“' | '«' | '‘' | '‚' | '`' | '„' | '‟' | '❝' | '〝' => {
            (MarkSide::Opens, true)
        }
        '”' | '»' | '’' if opening_place => (MarkSide::Opens, false),
        '”' | '»' | '❞' | '〞' | '’' | '´' | '」' | '』' => (MarkSide::Closes, true),
        _ => (place, false),
    };
    QuotationMark { bytes, style, side, sure, closes_late: false }
}

/// A single mark, unless it is an apostrophe: one between letters, or one that leaves out the
/// start of a word or a year; where speech begins, a mark that can open a quotation does.
fn single(
    c: char,
    before: Option<char>,
    rest: &str,
    speech_begins: bool,
    bytes: Range<usize>,
) -> Option<QuotationMark> {
    let after = first_seen(rest);
    let is_shaped = matches!(c, '‹' | '›' | '‘' | '‚' | '`');
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let side = match side_by_place(before, after) {
        _ if letter(before) && letter(after) => return None,
        MarkSide::Opens if c == '’' && before_speech_verb(rest) => MarkSide::Closes,
        MarkSide::Opens if is_elision(rest) && (c == '’' || !speech_begins) => return None,
        MarkSide::Either if c == '’' || c == '´' => MarkSide::Closes,
        side => side,
    };
    let sure = is_shaped || (c == '’' && side == MarkSide::Closes && !letter(before));
    Some(QuotationMark { bytes, style: MarkStyle::Single, side, sure, closes_late: false })
}

/// Whether a word begins here that an apostrophe shortens: `’tis`, `’90s`.
fn is_elision(rest: &str) -> bool {
    let seen = rest.chars().filter(|c| !is_unseen(*c));
    let word: String = seen.take_while(|c| c.is_alphanumeric()).take(8).collect();
    let year = word.trim_end_matches('s');
    let is_year = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    is_year || english::ELISIONS.contains(word.to_lowercase().as_str())
}

/// The character at the start of `rest`, or what an entity or a tag there stands for, and its length.
fn sign(rest: &str) -> Option<(char, usize)> {
    let c = rest.chars().next()?;
    let quotes = [("<q>", '“'), ("</q>", '”')];
    let tag = quotes.iter().find(|(tag, _)| c == '<' && rest.starts_with(tag));
    Some(match tag {
        Some((tag, mark)) => (*mark, tag.len()),
        None => entity(rest).unwrap_or((c, c.len_utf8())),
    })
}

/// The first character of `rest` that is seen.
fn first_seen(rest: &str) -> Option<char> {
    let mut at = 0;
    while let Some((c, length)) = sign(&rest[at..]) {
        if !is_unseen(c) {
            return Some(c);
        }
        at += length;
    }
    None
}

/// Whether a double mark with the space on its wrong side closes: it has the shape of a closing one,
/// or it is after a comma and before a verb of speech.
fn closes_late(c: char, before: &str, rest: &str) -> bool {
    let spaced = before.ends_with(char::is_whitespace) && rest.starts_with(char::is_alphanumeric);
    let stop = before.trim_end().ends_with([',', '.', '!', '?', '…']);
    spaced && stop && (c == '”' || before_speech_verb(rest))
}

/// Whether a verb of speech comes first, as after a quotation: `said`.
fn before_speech_verb(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    english::SPEECH_VERBS.contains(word)
}

/// The parts of a paragraph that opens with a dash which are speech, in the dialogue of Spanish and
/// other books: up to the dash before the words of the narrator, and from the one after them on.
fn dash_speech(text: &str, bytes: &Range<usize>) -> Vec<QuotedSpan> {
    let paragraph = &text[bytes.clone()];
    let is_dash = |c: char| matches!(c, '—' | '―');
    let mut dashes = paragraph.char_indices().filter(|(_, c)| is_dash(*c));
    let Some((0, first)) = dashes.next() else { return Vec::new() };
    let mut from = first.len_utf8();
    if !paragraph[from..].starts_with(|c: char| c.is_alphabetic() || matches!(c, '¿' | '¡')) {
        return Vec::new();
    }
    let mut spans = Vec::new();
    let mut speaking = true;
    let mut span = |range: Range<usize>| {
        let bytes = bytes.start + range.start..bytes.start + range.end;
        spans.push(QuotedSpan { bytes, continues: false });
    };
    for (at, dash) in dashes {
        let opens = paragraph[..at].ends_with(char::is_whitespace)
            && paragraph[at + dash.len_utf8()..].starts_with(char::is_lowercase);
        match speaking {
            true if opens => span(from..at),
            false if !opens => from = at + dash.len_utf8(),
            _ => continue,
        }
        speaking = !speaking;
    }
    let has_narrator = !spans.is_empty();
    if speaking && has_narrator {
        let bytes = bytes.start + from..bytes.end;
        spans.push(QuotedSpan { bytes, continues: false });
    }
    spans
}

fn side_by_place(before: Option<char>, after: Option<char>) -> MarkSide {
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
        (true, false) => MarkSide::Opens,
        (false, true) => MarkSide::Closes,
        (true, true) if after.is_some_and(char::is_alphanumeric) => MarkSide::Opens,
        _ => MarkSide::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::source::SourceText;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let found = quoted_spans(source.as_str(), source.paragraphs());
        let shown: Vec<String> = found
            .iter()
            .map(|span| {
                let words = &source.as_str()[span.bytes.clone()];
                if span.continues { format!("+{words}") } else { words.to_owned() }
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
    fn knows_marks_of_other_scripts_and_of_html() {
        check("ヴェイルは「船は安全です」と述べた。", &["船は安全です"]);
        check("彼は「彼女は『いや』と言った」と述べた。", &["彼女は『いや』と言った"]);
        check("—Actuamos ahora —dijo Vale.", &["Actuamos ahora "]);
        check("—Actuamos —dijo Vale—. Y mañana también.", &["Actuamos ", ". Y mañana también."]);
        check("—light nine piers", &[]);
        check("<p>Vale said: <q>We act now.</q></p>", &["We act now."]);
        check("She said: &ldquo;We act&rdquo; and &quot;left&quot;.", &["We act", "left"]);
        check("She said: &#8216;We can&#8217;t,&#8217; and left.", &["We can&#8217;t,"]);
    }

    #[test]
    fn a_mark_with_the_space_on_its_wrong_side_closes() {
        check("“We act, ”said Vale. She left.", &["We act, "]);
        check("\"We act, \"said Vale. She left.", &["We act, "]);
        check("‘We act, ’said Vale. She left.", &["We act, "]);
        check("“We act, ” said Vale. “And now.” She left.", &["We act, ", "And now."]);
        check("”Vi agerar”, sade hon. ”Vi går.”", &["Vi agerar", "Vi går."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("‘The owners’ Association lied,’ he said.", &["The owners’ Association lied,"]);
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
        for (open, close) in [("“", "”"), ("\"", "\""), ("‘", "’")] {
            let text = format!(
                "A\n\nShe said: {open}One.\n{open}Two.\n{open}Three.{close}\nHe: {open}No.{close}"
            );
            check(&text, &["One.", "+Two.", "+Three.", "No."]);
            let text = format!("A\n\nShe calls the\n{open}One{close} and {open}Two{close} so.");
            check(&text, &["One", "Two"]);
        }
        check("A\n\n“He said,\n‘no’ and left,” she said.", &["He said,\n‘no’ and left,"]);
        check("A\n\n‘He said,\n“no” and left,’ she said.", &["He said,\n“no” and left,"]);
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
