//! What stands between the words of a saved text and was never said: footnote marks, page numbers
//! and running heads, list bullets, mail's `>` marks, tags, and the timing of subtitles.

use std::collections::HashMap;
use std::ops::Range;

use super::normal::{PAGE_END, SOFT_HYPHEN};
use super::stops::ENDS_OF_SPEECH;

/// A running head is at most this many characters long.
const HEAD: usize = 90;

/// The noise in `text`, in order; bytes.
pub fn noise(text: &str) -> Vec<Range<usize>> {
    let lines = Line::all(text);
    let mut found = joined_over_pages(text, &lines_of_noise(&lines));
    for line in &lines {
        found.extend(line.opening_mark());
        found.extend(line.footnotes());
        found.extend(line.tags());
        found.extend(line.times());
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

/// `text` with spaces for its noise, byte for byte. What parts a word is the end of a page.
pub fn without(text: &str, noise: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in noise {
        out.push_str(&text[from..range.start]);
        let part = &text[range.clone()];
        if parts_word(&text[..range.start]) && part.starts_with('\n') {
            out.push(PAGE_END);
            out.extend(std::iter::repeat_n(' ', range.len() - 1));
        } else {
            out.extend(part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
        from = range.end;
    }
    out.push_str(&text[from..]);
    out
}

/// Whether a text ends in a hyphen inside a word.
fn parts_word(before: &str) -> bool {
    before
        .strip_suffix(['-', '\u{2010}', SOFT_HYPHEN])
        .is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// The lines of a page that part a word, as one, with the blank lines around them: `har-`, `14`,
/// `bour`.
fn joined_over_pages(text: &str, lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_blank =
        |from: &Range<usize>, to: &Range<usize>| text[from.end..to.start].trim().is_empty();
    let mut found = Vec::new();
    for page in lines.chunk_by(is_blank) {
        let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
        let before = text[..first.start].trim_end();
        let next = text[last.end..].trim_start();
        if parts_word(before) && next.starts_with(char::is_lowercase) {
            found.push(before.len()..text.len() - next.len());
        } else {
            found.extend(page.iter().cloned());
        }
    }
    found
}

/// A line of a text, with its bytes.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Line<'a> {
    fn all(text: &'a str) -> Vec<Self> {
        let mut start = 0;
        text.split('\n')
            .map(|line| {
                let found = Self { text: line, start };
                start += line.len() + 1;
                found
            })
            .collect()
    }

    fn bytes(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether it has the times of a subtitle: `00:00:04,000 --> 00:00:06,000`.
    fn is_timing(&self) -> bool {
        self.text.split_once("-->").is_some_and(|(from, to)| is_time(from) && is_time(to))
    }

    /// Whether it is a time alone, as above the lines of a transcript: `00:04`, `[0:04]`.
    fn is_time_alone(&self) -> bool {
        let line = self.text.trim();
        is_time(line.trim_start_matches('[').trim_end_matches(']')) && !line.contains(' ')
    }

    fn is_number(&self) -> bool {
        let number = self.text.trim().trim_matches(|c: char| !c.is_alphanumeric());
        let has_only = |is: fn(&u8) -> bool| number.as_bytes().iter().all(is);
        let is_roman =
            number.len() > 1 && has_only(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l'));
        let is_short = (1..=6).contains(&number.len());
        is_short && (has_only(u8::is_ascii_digit) || is_roman)
    }

    /// Whether it is what a page has beside its text: `OFFICIAL`, `[Page 12]`, `12/40`, a time of
    /// Hansard's.
    fn is_furniture(&self) -> bool {
        const MARKINGS: &[&str] =
            &["OFFICIAL", "OFFICIAL SENSITIVE", "OFFICIAL-SENSITIVE", "Advertisement"];
        let line = self.text.trim().trim_matches(['[', ']']);
        let is_number = |text: &str| {
            (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let both = |mark: &str, line: &str| {
            line.split_once(mark).is_some_and(|(one, other)| is_number(one) && is_number(other))
        };
        let time = line.strip_suffix(" pm").or_else(|| line.strip_suffix(" am"));
        MARKINGS.contains(&line)
            || line.strip_prefix("Page ").is_some_and(is_number)
            || both("/", line)
            || both(":", line)
            || both(" of ", line)
            || time.is_some_and(|time| both(".", time))
    }

    /// Whether it may be the head of a page: short, with a number at its start or end.
    fn has_page_number(&self) -> bool {
        let line = self.text.trim();
        let is_page = |word: Option<&str>| {
            word.is_some_and(|word| {
                word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        line.chars().count() <= HEAD
            && (is_page(line.split_whitespace().next())
                || is_page(line.split_whitespace().next_back()))
    }

    /// Whether a number at its start or end is set apart as on a printed page: `14   Lights at sea`,
    /// `Annual report | 14`, `Page 14 of 90`.
    fn is_set_like_a_head(&self) -> bool {
        let line = self.text.trim();
        let first = line.split_whitespace().next().unwrap_or_default();
        line.contains("  ") || line.contains(['|', '\t', '·']) || first.eq_ignore_ascii_case("page")
    }

    /// Whether it may be the title of a text, as pages have it after their number.
    fn may_be_title(&self) -> bool {
        let line = self.text.trim();
        line.chars().count() <= HEAD
            && line.starts_with(char::is_uppercase)
            && !line.ends_with(ENDS_OF_SPEECH)
    }

    /// The line without its digits, which is the same on every page.
    fn form(&self) -> String {
        self.text.trim().chars().filter(|c| !c.is_ascii_digit()).collect()
    }

    /// A list bullet or mail's `>` marks at its start.
    fn opening_mark(&self) -> Option<Range<usize>> {
        let rest = self.text.trim_start();
        let start = self.start + self.text.len() - rest.len();
        let mail = rest.len() - rest.trim_start_matches(['>', ' ']).len();
        if rest.starts_with('>') {
            return Some(start..start + mail);
        }
        let bullet = rest.chars().next().filter(|c| is_bullet(*c))?;
        let length = bullet.len_utf8();
        rest[length..].starts_with(char::is_whitespace).then_some(start..start + length)
    }

    /// Marks of footnotes after words: `acts[3]`, `acts³`, `acts†`.
    fn footnotes(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut end = 0;
        for (at, c) in self.text.char_indices() {
            if at < end || !(is_superscript(c) || matches!(c, '[' | '(' | '*' | '†' | '‡')) {
                continue;
            }
            let stopped = self.text[..at].ends_with(['.', ',', ';', '!', '?', '”', '"']);
            let mark = if c == '(' && !stopped { 0 } else { mark_at(&self.text[at..]) };
            end = at + mark;
            if mark > 0 && follows_word(&self.text[..at]) && !goes_on(&self.text[end..]) {
                found.push(self.start + at..self.start + end);
            }
        }
        found
    }

    /// Times of a recording between its words: `[00:03]`, `(00:04)`.
    fn times(&self) -> Vec<Range<usize>> {
        let opens = self.text.char_indices().filter(|(_, c)| matches!(c, '[' | '('));
        let timed = opens.filter_map(|(at, _)| {
            let length = time_in_brackets(&self.text[at..])?;
            Some(self.start + at..self.start + at + length)
        });
        timed.collect()
    }

    /// Tags of HTML, with the number between `<sup>` and `</sup>`.
    fn tags(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(open) = self.text[from..].find('<').map(|at| from + at) {
            let length = tag_length(&self.text[open..]);
            if length > 0 {
                found.push(self.start + open..self.start + open + length);
            }
            from = open + length.max(1);
        }
        found
    }
}

/// Whether a text begins with a time: `00:00:04,000`.
fn is_time(text: &str) -> bool {
    let time = text.split_whitespace().next().unwrap_or_default();
    time.contains(':') && time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | ',' | '.'))
}

/// How long the time in brackets at the start of `rest` is. In round brackets it has to begin with
/// a nought, as no time of day need.
fn time_in_brackets(rest: &str) -> Option<usize> {
    /// A time in brackets has at most this many bytes.
    const LONGEST: usize = 14;
    let close = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b']' | b')'))?;
    let inside = &rest[1..close];
    let fits = rest.starts_with('[') || inside.starts_with('0');
    (fits
        && inside.starts_with(|c: char| c.is_ascii_digit())
        && is_time(inside)
        && !inside.contains(' '))
    .then_some(close + 1)
}

/// The lines that are noise: of subtitles, and those of a page between two parts of a sentence.
fn lines_of_noise(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| !line.is_blank() && line.text.len() <= HEAD) {
        *times.entry(line.form()).or_default() += 1;
    }
    let are_timed = lines.iter().filter(|line| line.is_time_alone()).nth(1).is_some();
    let mut found = Vec::new();
    let mut open_sentence = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let cue = line.is_number() && lines.get(at + 1).is_some_and(Line::is_timing);
        if cue || line.is_timing() || are_timed && line.is_time_alone() {
            found.push(line.bytes());
        } else if !line.is_blank() {
            let blank = |line: Option<&Line<'_>>| line.is_none_or(Line::is_blank);
            let before = at.checked_sub(1).and_then(|before| lines.get(before));
            let apart = blank(before) || blank(lines.get(at + 1));
            let times = times.get(&line.form()).copied().unwrap_or_default();
            let is_numbered = line.has_page_number() && (times > 1 || line.is_set_like_a_head());
            let is_title = line.may_be_title() && end_in_number(&lines[..at]);
            let is_head =
                line.is_number() || line.is_furniture() || is_numbered || is_title || times > 2;
            if open_sentence && apart && is_head && goes_on_after(&lines[at + 1..]) {
                found.push(line.bytes());
            } else {
                open_sentence = !line.text.trim_end().ends_with(ENDS_OF_SPEECH);
            }
        }
        at += 1;
    }
    found
}

/// Whether the last of `lines` that is not blank is the number of a page.
fn end_in_number(lines: &[Line<'_>]) -> bool {
    lines.iter().rev().take(3).find(|line| !line.is_blank()).is_some_and(Line::is_number)
}

/// Whether the next lines go on with a sentence: the first that is no page's begins with a small
/// letter.
fn goes_on_after(lines: &[Line<'_>]) -> bool {
    let is_blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    let is_page = |at: usize| {
        let line = &lines[at];
        let is_title = line.may_be_title() && is_blank(at.checked_sub(1)) && is_blank(Some(at + 1));
        line.is_blank()
            || line.is_number()
            || line.is_furniture()
            || line.has_page_number()
            || is_title
    };
    let next = (0..lines.len().min(6)).find(|at| !is_page(*at));
    next.is_some_and(|at| lines[at].text.trim_start().starts_with(char::is_lowercase))
}

/// How long the footnote's mark at the start of `rest` is; 0 if there is none.
fn mark_at(rest: &str) -> usize {
    /// A mark in brackets has at most this many bytes.
    const LONGEST: usize = 20;
    let raised = rest.find(|c| !(is_superscript(c) || c == ',')).unwrap_or(rest.len());
    let raised = rest[..raised].trim_end_matches(',').len();
    if raised > 0 && rest.starts_with(is_superscript) {
        return raised;
    }
    if rest.starts_with(['*', '†', '‡']) {
        return rest.chars().next().map_or(0, char::len_utf8);
    }
    let Some(close) = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b']' | b')'))
    else {
        return 0;
    };
    let inside = &rest[1..close];
    let has_only = |is: fn(&u8) -> bool| !inside.is_empty() && inside.as_bytes().iter().all(is);
    let is_number = has_only(u8::is_ascii_digit) && close <= 4;
    let is_letter = has_only(u8::is_ascii_lowercase) && inside.len() == 1;
    let is_roman = has_only(|byte| matches!(byte, b'i' | b'v' | b'x')) && close <= 5;
    let is_named = inside == "citation needed"
        || ["note ", "fn ", "n "].iter().any(|label| inside.starts_with(label));
    let is_list = has_only(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b' ' | b'-'))
        && inside.starts_with(|c: char| c.is_ascii_digit());
    let is_square = rest.starts_with('[');
    if is_number || is_square && (is_letter || is_roman || is_named || is_list) {
        close + 1
    } else {
        0
    }
}

/// Whether a footnote may be marked after this: a word of three letters or more, a stop, or another
/// mark. `m²` and `10³` have none.
fn follows_word(before: &str) -> bool {
    let letters = before.chars().rev().take(3).take_while(|c| c.is_alphabetic()).count();
    letters == 3
        || before.ends_with(['.', ',', ';', ':', '!', '?', '”', '’', '"', '\'', ')', ']', '»'])
}

fn goes_on(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

fn is_superscript(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '◦'
            | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '·'
            | '⁃'
            | '*'
            | '-'
            | '–'
    )
}

/// How long the tag at the start of `rest` is, with what is raised by it; 0 if there is none.
fn tag_length(rest: &str) -> usize {
    const LONGEST: usize = 300;
    const NAMES: &[&str] = &[
        "a",
        "b",
        "i",
        "p",
        "u",
        "br",
        "em",
        "strong",
        "span",
        "div",
        "li",
        "ul",
        "ol",
        "sup",
        "sub",
        "blockquote",
        "cite",
        "small",
        "mark",
        "abbr",
        "td",
        "tr",
        "v",
        "c",
    ];
    let inside = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>');
    let Some(end) = end.filter(|_| NAMES.contains(&name)) else { return 0 };
    let raised = rest[end + 1..].bytes().take(8).position(|byte| byte == b'<');
    match raised.map(|length| (length, &rest[end + 1 + length..])) {
        Some((length, close)) if name == "sup" && close.starts_with("</sup>") => {
            end + 1 + length + "</sup>".len()
        }
        _ => end + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = noise(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_the_marks_of_footnotes() {
        check("acts[3] now.[12] So³ it acts†, he said.”¹⁴ A[a] b", &["[3]", "[12]", "†", "¹⁴"]);
        check(
            "acts[iv] now.(3) Board[note 5] acts[citation needed]",
            &["[iv]", "(3)", "[note 5]", "[citation needed]"],
        );
        check("acts¹,² now[1, 2] and Board[fn 3]", &["¹,²", "[1, 2]", "[fn 3]"]);
        check("section 12(3) and boats[sic] and act (3)", &[]);
        check(
            "acts³ and <sup>3</sup> lights<sup>4</sup> b",
            &["³", "<sup>3</sup>", "<sup>4</sup>"],
        );
        check("20 km² and 10³ and [they] know [3] boats", &[]);
    }

    #[test]
    fn finds_pages_only_inside_a_sentence() {
        let page = "that is more than in any\n\n14   Lights at sea\n\nyear since then.";
        check(page, &["14   Lights at sea"]);
        check("more than in any\n\n14\n\nyear since then.", &["14"]);
        check("more than in any.\n\n14   Lights at sea\n\nyear since then.", &[]);
        check("more than in any\n\n14   Lights at sea\n\nThe year.", &[]);
        check("boats in the\n12\nharbour.", &[]);
        check("we lost\n\n14 boats\n\nin the harbour", &[]);
        for line in ["OFFICIAL", "[Page 12]", "12/40", "13:05", "1.05 pm"] {
            check(&format!("more than in any\n\n{line}\n\nyear since then."), &[line]);
            check(&format!("more than in any.\n\n{line}\n\nThe year."), &[]);
        }
        let titled = "in any\n\n14\n\nLights at sea\n\nyear";
        check(titled, &["14", "Lights at sea"]);
        check("A title\n\nWe lost in any\n\nxiv\n\nyear", &["xiv"]);
        check("in any\n\nLights at sea\n\nyear", &[]);
        check("in any\n\n14 of 90\n\nyear", &["14 of 90"]);
        let head = "in any\n\nLights at sea 14\n\nyear. It is of\n\nLights at sea 15\n\nthe board";
        check(head, &["Lights at sea 14", "Lights at sea 15"]);
    }

    #[test]
    fn finds_bullets_mail_marks_and_timings() {
        check("We ask:\n• lights;\n- ropes.\n> > said", &["•", "-", "> > "]);
        check(
            "1\n00:00:01,000 --> 00:00:04,000\nWe will\n",
            &["1", "00:00:01,000 --> 00:00:04,000"],
        );
        check("-5 degrees\n", &[]);
        check("00:01\nWe will\n[0:04]\nact\n", &["00:01", "[0:04]"]);
        check("At 10:30\n10:45\nWe act", &[]);
        check("[00:03] last (0:04) year (10:30) [sic]", &["[00:03]", "(0:04)"]);
        check("<v Dana Vale>We <c>act</c>", &["<v Dana Vale>", "<c>", "</c>"]);
    }

    #[test]
    fn joins_a_word_that_a_page_parts() {
        for (text, gap) in [
            ("the har-\n\n14\n\nbour now", "\n\n14\n\n"),
            ("the har\u{ad}\n\n14\n\nLights at sea\n\nbour now", "\n\n14\n\nLights at sea\n\n"),
        ] {
            check(text, &[gap]);
            let quiet = without(text, &noise(text));
            assert_eq!(quiet.len(), text.len());
            assert_eq!(quiet.matches(PAGE_END).count(), 1, "{quiet}");
            assert_eq!(quiet.matches('\n').count(), 0, "{quiet}");
        }
        check("the har-\n\n14\n\nBoats", &[]);
    }

    #[test]
    fn leaves_every_other_byte_in_its_place() {
        let text = "acts³ now[12],\nand so";
        assert_eq!(without(text, &noise(text)), "acts   now    ,\nand so");
    }
}
