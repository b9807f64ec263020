//! The text of a page, with and without the raised numbers that lead to its footnotes.

use pdf_extract::{
    Document, MediaBox, OutputDev, OutputError, PlainTextOutput, Transform, output_doc_page,
};

use super::super::paragraphs::one_line;

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageText {
    /// Its lines, without the marks of notes.
    pub lines: Vec<PageLine>,
    /// Its lines, with everything.
    pub whole: String,
    /// The marks of notes, in their order: `12`, `*`; `1,2` is one that leads to two notes.
    pub marks: Vec<String>,
}

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLine {
    /// Its words, with one space between two; empty if lines are set far apart here.
    pub text: String,
    /// The size of most of its letters, in points; 0 if it has none.
    pub size: f64,
}

/// Reads a page; [`None`] if it cannot be read.
pub fn read(document: &Document, number: u32) -> Option<PageText> {
    let (mut text, mut whole) = (String::new(), String::new());
    let mut output = Output {
        text: PlainTextOutput::new(&mut text),
        whole: PlainTextOutput::new(&mut whole),
        line: None,
        word: String::new(),
        sizes: Vec::new(),
        marks: Vec::new(),
        after_marks: Vec::new(),
        in_mark: false,
    };
    output_doc_page(document, &mut output, number).ok()?;
    let Output { sizes, marks, after_marks, .. } = output;
    Some(PageText { lines: sized(&text, &sizes, &after_marks), whole: plain(&whole), marks })
}

/// Returns the lines of a text whose letters have these sizes, one for each that is no white space. The gap that a mark
/// leaves before the letters `after_marks`, counted likewise, is closed if one is a stop.
fn sized(text: &str, sizes: &[f64], after_marks: &[usize]) -> Vec<PageLine> {
    let mut count = 0;
    let line = |line: &str| {
        let first = count;
        let mut text = String::with_capacity(line.len());
        for c in line.chars() {
            if !c.is_whitespace() {
                if ".,;:!?)]”’".contains(c) && after_marks.binary_search(&count).is_ok() {
                    text.truncate(text.trim_end().len());
                }
                count += 1;
            }
            text.push(c);
        }
        let mut own = sizes.get(first..count).unwrap_or_default().to_vec();
        own.sort_by(f64::total_cmp);
        let text = one_line(&plain(&text)).trim().to_owned();
        PageLine { text, size: own.get(own.len() / 2).copied().unwrap_or_default() }
    };
    text.lines().map(line).collect()
}

/// Returns a text with the letters of ligatures apart: they are a matter of the font, not of the words.
pub fn plain(text: &str) -> String {
    let ligatures = [
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("ﬅ", "st"),
        ("ﬆ", "st"),
    ];
    ligatures.iter().fold(text.to_owned(), |text, (sign, letters)| text.replace(sign, letters))
}

/// Writes letters in both ways.
struct Output<'a> {
    text: PlainTextOutput<&'a mut String>,
    whole: PlainTextOutput<&'a mut String>,
    /// The height and the size of the last letter that is no mark.
    line: Option<(f64, f64)>,
    /// The last letters of the word.
    word: String,
    /// The sizes of the letters of `text`.
    sizes: Vec<f64>,
    marks: Vec<String>,
    /// How many letters of `text` stand before each mark.
    after_marks: Vec<usize>,
    in_mark: bool,
}

/// A letter of a mark has at most this part of the size of the others.
const SMALL: f64 = 0.8;

/// A letter of a mark is this part of the size of the others above them, or more.
const RAISED: f64 = 0.15;

impl Output<'_> {
    /// Whether a letter belongs to the mark of a note: a digit or a sign that is smaller than the line and above it,
    /// after a word. A power has a measure or a small number before it.
    fn is_mark(&self, height: f64, size: f64, letter: &str) -> bool {
        const MEASURES: [&str; 6] = ["m", "km", "cm", "mm", "ft", "in"];
        let Some((line, large)) = self.line else { return false };
        let above = height - line;
        let is_raised = size < large * SMALL && above > large * RAISED && above < large;
        let is_sign = letter.chars().all(|c| c.is_ascii_digit() || "*†‡,".contains(c));
        let is_digit = letter.starts_with(|c: char| c.is_ascii_digit());
        let is_power = MEASURES.contains(&self.word.as_str()) || is_digit && is_base(&self.word);
        is_raised && is_sign && (self.in_mark || !self.word.is_empty() && !is_power)
    }
}

/// Whether a word is a number that a power may be of: `10`, `2.5`. A year and a count of thousands are none.
fn is_base(word: &str) -> bool {
    /// A base has at most so many digits.
    const DIGITS: usize = 3;
    let number = word.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_number = number.len() == word.len() && number.ends_with(|c: char| c.is_ascii_digit());
    let digits = number.chars().filter(char::is_ascii_digit).count();
    is_number && !number.contains(',') && digits <= DIGITS
}

impl OutputDev for Output<'_> {
    fn begin_page(
        &mut self,
        number: u32,
        media_box: &MediaBox,
        art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.text.begin_page(number, media_box, art_box)?;
        self.whole.begin_page(number, media_box, art_box)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.text.end_page()?;
        self.whole.end_page()
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        self.whole.output_character(place, width, spacing, font_size, letter)?;
        let height = place.m32;
        let size = font_size * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        if self.is_mark(height, size, letter) {
            if let Some(mark) = self.marks.last_mut().filter(|_| self.in_mark) {
                mark.push_str(letter);
            } else {
                self.marks.push(letter.to_owned());
                self.after_marks.push(self.sizes.len());
            }
            self.in_mark = true;
            return Ok(());
        }
        self.in_mark = false;
        self.line = Some((height, size));
        self.sizes.extend(letter.chars().filter(|c| !c.is_whitespace()).map(|_| size));
        if letter.trim().is_empty() {
            self.word.clear();
        } else {
            self.word.push_str(letter);
        }
        self.text.output_character(place, width, spacing, font_size, letter)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.text.begin_word()?;
        self.whole.begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.text.end_word()?;
        self.whole.end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.text.end_line()?;
        self.whole.end_line()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_is_the_base_of_a_power() {
        for (word, expected) in [
            ("10", true),
            ("2", true),
            ("2.5", true),
            ("2022", false),
            ("1,204", false),
            ("£40", false),
            ("COP26", false),
            ("ships", false),
            ("", false),
        ] {
            assert_eq!(is_base(word), expected, "{word}");
        }
    }
}
