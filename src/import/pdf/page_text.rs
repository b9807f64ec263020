//! The text of a page, with and without the raised numbers that lead to its footnotes.

use pdf_extract::{
    Document, MediaBox, OutputDev, OutputError, PlainTextOutput, Transform, output_doc_page,
};

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// Its lines, without the marks of notes.
    pub text: String,
    /// Its lines, with everything.
    pub whole: String,
    /// How many marks there are.
    pub note_marks: usize,
}

/// Reads a page; [`None`] if it cannot be read.
pub fn read(document: &Document, number: u32) -> Option<PageText> {
    let (mut text, mut whole) = (String::new(), String::new());
    let mut output = Output {
        text: PlainTextOutput::new(&mut text),
        whole: PlainTextOutput::new(&mut whole),
        line: None,
        word: String::new(),
        note_marks: 0,
        in_mark: false,
    };
    output_doc_page(document, &mut output, number).ok()?;
    let note_marks = output.note_marks;
    Some(PageText { text: plain(&text), whole: plain(&whole), note_marks })
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
    note_marks: usize,
    in_mark: bool,
}

/// A letter of a mark has at most this part of the size of the others.
const SMALL: f64 = 0.8;

/// A letter of a mark is this part of the size of the others above them, or more.
const RAISED: f64 = 0.15;

impl Output<'_> {
    /// Whether a letter belongs to the mark of a note: a digit or a sign that is smaller than the line and above it,
    /// after a word. A power has a measure or a digit before it.
    fn is_mark(&self, height: f64, size: f64, letter: &str) -> bool {
        const MEASURES: [&str; 6] = ["m", "km", "cm", "mm", "ft", "in"];
        let Some((line, large)) = self.line else { return false };
        let above = height - line;
        let is_raised = size < large * SMALL && above > large * RAISED && above < large;
        let is_sign = letter.chars().all(|c| c.is_ascii_digit() || "*†‡,".contains(c));
        let is_power = MEASURES.contains(&self.word.as_str())
            || self.word.ends_with(|c: char| c.is_ascii_digit());
        is_raised && is_sign && (self.in_mark || !self.word.is_empty() && !is_power)
    }
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
            self.note_marks += usize::from(!self.in_mark);
            self.in_mark = true;
            return Ok(());
        }
        self.in_mark = false;
        self.line = Some((height, size));
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
