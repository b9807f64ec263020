//! PDFs, by their text layer. It says where letters are, not what the words and the paragraphs are, so
//! that two programs are asked if two are here, and every page on which they differ is named.

mod heads;
mod joining;
mod notes;
mod page_text;
mod second_reader;

use std::panic::{self, AssertUnwindSafe};

use pdf_extract::{Document, decode_text_string};

use self::page_text::PageText;
use self::second_reader::Comparison;
use super::word::{properties_metadata, protected};
use super::{ImportError, Imported, counted};

/// Reads a PDF.
///
/// # Errors
///
/// It is damaged, needs a password, or has no text, as a scan has none.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut document = guarded(|| Document::load_mem(bytes).ok()).ok_or_else(|| {
        ImportError::new(
            "cannot be read: it is no PDF, or a damaged one",
            "open it and print it to PDF once more, or copy its text into a text file",
        )
    })?;
    if document.is_encrypted() && guarded(|| document.decrypt("").ok()).is_none() {
        return Err(protected());
    }
    let count = u32::try_from(document.get_pages().len()).unwrap_or(u32::MAX);
    let read = |number| guarded(|| page_text::read(&document, number)).unwrap_or_default();
    let read: Vec<PageText> = (1..=count).map(read).collect();
    let whole: Vec<String> = read.iter().map(|page| page.whole.clone()).collect();
    let blank: Vec<usize> = numbers(&whole, |page| page.trim().is_empty());
    if blank.len() == whole.len() && document.trailer.has(b"Encrypt") {
        return Err(protected());
    }
    if blank.len() == whole.len() {
        return Err(ImportError::new(
            "has no text: it is a scan, or its letters are drawn",
            "run it through text recognition (OCR), for example `ocrmypdf`, and import the result",
        ));
    }
    let mut imported = text_of_pages(&document, read);
    let comparison = second_reader::compare(bytes, &whole);
    imported.account.remarks.extend(remarks(&whole, &blank, &comparison));
    Ok(imported)
}

/// Returns the text of pages, with what was left out of it and how it was put together.
fn text_of_pages(document: &Document, read: Vec<PageText>) -> Imported {
    let (lines, marks): (Vec<_>, Vec<_>) =
        read.into_iter().map(|page| (page.lines, page.marks)).unzip();
    let note_marks = marks.iter().flatten().count();
    let (heads, bodies) = heads::without_heads(lines);
    let bodies = notes::set_apart(bodies, &marks);
    let notes = bodies.iter().flat_map(|page| &page.notes).count();
    let mut text = joining::joined(&bodies);
    let title = info(document, b"Title");
    text.join_title(title.as_deref().unwrap_or_default());
    let joined_words = text.joined_words;
    let lines: Vec<&str> = text.paragraphs.iter().map(String::as_str).collect();
    let metadata =
        properties_metadata(title.as_deref(), info(document, b"Author").as_deref(), &lines);
    let mut imported = Imported::new(text.into_paragraphs(), metadata);
    let account = &mut imported.account;
    if heads > 0 {
        let what = if heads == 1 { "page head or number" } else { "page heads and numbers" };
        account.left_out.push(format!("{heads} {what}"));
    }
    if note_marks > 0 {
        account.left_out.push(counted(note_marks, "footnote mark"));
    }
    if notes > 0 {
        account
            .remarks
            .push(format!("{} set apart from the text above", counted(notes, "footnote")));
    }
    if joined_words > 0 {
        account.remarks.push(format!("{} joined at line ends", counted(joined_words, "word")));
    }
    imported
}

/// Returns what the user has to know of the pages.
fn remarks(pages: &[String], blank: &[usize], comparison: &Comparison) -> Vec<String> {
    let mut remarks = vec![counted(pages.len(), "page")];
    if !blank.is_empty() {
        remarks.push(format!("without text, as a scan or a picture: {}", named(blank)));
    }
    match comparison {
        Comparison::Alone => remarks.push(
            "one program alone has read it: compare what you quote with the PDF, or install `pdftotext` \
             (poppler-utils) as a second"
                .to_owned(),
        ),
        Comparison::Agree => remarks.push("`pdftotext` reads the same words".to_owned()),
        Comparison::Differ(pages) => remarks.push(format!(
            "`pdftotext` reads other words on {}: compare what you quote from there with the PDF",
            named(pages)
        )),
    }
    remarks
}

/// Returns the numbers of the pages that `is_meant` is true of, from 1.
fn numbers(pages: &[String], is_meant: impl Fn(&String) -> bool) -> Vec<usize> {
    (1..).zip(pages).filter(|(_, page)| is_meant(page)).map(|(number, _)| number).collect()
}

/// Names pages: `page 3`, `pages 3, 7 and 12 others`.
fn named(pages: &[usize]) -> String {
    /// The most that are named.
    const NAMED: usize = 10;
    let list: Vec<String> = pages.iter().take(NAMED).map(ToString::to_string).collect();
    let more = match pages.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {}", counted(more, "other")),
    };
    format!("{} {}{more}", if pages.len() == 1 { "page" } else { "pages" }, list.join(", "))
}

/// Returns what `read` does. The reader of PDFs panics at what it does not expect, and one such page is no reason to
/// lose the others.
fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// Returns an entry of the document’s information.
fn info(document: &Document, name: &[u8]) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let (_, info) = document.dereference(info).ok()?;
    let (_, value) = document.dereference(info.as_dict().ok()?.get(name).ok()?).ok()?;
    decode_text_string(value).ok()
}
