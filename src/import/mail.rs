//! Mails (`.eml`), and web pages that a browser has saved as one file (`.mhtml`), which are mails too.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::html;
use super::paragraphs::Paragraphs;
use super::{ImportError, Imported, Metadata, SourcedValue, counted};

/// Reads a mail.
///
/// # Errors
///
/// It is no mail, or its page cannot be read.
pub fn read(bytes: &[u8], whole_page: bool) -> Result<Imported, ImportError> {
    let message = MessageParser::default().parse(bytes).ok_or_else(|| {
        ImportError::new(
            "is no e-mail, or a damaged one",
            "open it in a mail program, and save what it shows as text",
        )
    })?;
    let header = |name: &'static str| message.header_raw(name).map(str::trim);
    let page_url = header("Snapshot-Content-Location");
    let saved_page =
        page_url.is_some() || header("From").is_some_and(|from| from.contains("<Saved by "));
    let page = html_body(&message);
    if let Some(page) = page.filter(|_| saved_page) {
        return saved(&message, page, page_url, whole_page);
    }
    let body = match page {
        // The page has whole paragraphs; the plain text of a mail is cut into lines.
        Some(page) => html::mail(page)?,
        None => plain_bodies(&message),
    };
    let subject = message.subject().unwrap_or_default();
    Ok(imported(&Letter {
        subject,
        author: sender(&message),
        issued: date(&message),
        body,
        attachments: attachments(&message),
    }))
}

/// What a mail says.
#[derive(Debug, Default)]
pub struct Letter<'a> {
    /// Its subject.
    pub subject: &'a str,
    /// Who sent it.
    pub author: Option<String>,
    /// When it was sent, as `2026-02-09`.
    pub issued: Option<String>,
    /// Its lines; what is empty divides paragraphs.
    pub body: Vec<String>,
    /// The names of its attachments.
    pub attachments: Vec<String>,
}

/// Returns the text of a mail: its subject, then its body.
pub fn imported(letter: &Letter<'_>) -> Imported {
    let title = SourcedValue::new(letter.subject, "the mail’s subject");
    let subject = title.iter().map(|title| title.value.as_str());
    let body = letter.body.iter().map(String::as_str);
    let is_repeated =
        letter.body.first().is_some_and(|first| first.trim() == letter.subject.trim());
    let lines = subject.filter(|_| !is_repeated).chain(body);
    let from = |value: &Option<String>, origin| {
        value.as_deref().and_then(|value| SourcedValue::new(value, origin))
    };
    let author = from(&letter.author, "the mail’s sender");
    let issued = from(&letter.issued, "the mail’s date");
    let quoted = letter.body.iter().filter(|line| line.trim_start().starts_with('>')).count();
    let metadata = Metadata { title: title.clone(), author, issued, ..Metadata::default() };
    let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
    if quoted > 0 {
        let remark = format!("{} behind `>` of earlier mails", counted(quoted, "paragraph"));
        imported.account.remarks.push(remark);
    }
    if !letter.attachments.is_empty() {
        let names = letter.attachments.join(", ");
        let count = counted(letter.attachments.len(), "attachment");
        imported.account.left_out.push(format!("{count} ({names})"));
    }
    imported
}

fn html_body<'a>(message: &'a Message<'_>) -> Option<&'a str> {
    message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.as_ref()),
        _ => None,
    })
}

/// Returns the paragraphs of the plain parts.
fn plain_bodies(message: &Message<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for part in message.text_bodies() {
        let PartType::Text(text) = &part.body else { continue };
        let kind = part.content_type();
        let is_flowed = kind
            .and_then(|kind| kind.attribute("format"))
            .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
        lines.extend(unwrapped(text, is_flowed));
    }
    lines
}

/// Joins the lines of a text into paragraphs. A flowed line that ends with a space goes on in the next
/// (RFC 3676). In any other text a line goes on if the first word of the next would not have fitted after it.
pub fn unwrapped(text: &str, is_flowed: bool) -> Vec<String> {
    /// No mail program cuts lines that are shorter.
    const NARROWEST: usize = 55;
    let lines: Vec<&str> = text.lines().collect();
    let length = |line: &str| line.chars().count();
    let widest = lines.iter().map(|line| length(line)).max().unwrap_or_default();
    let is_wrapped = (NARROWEST..=100).contains(&widest);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for (index, line) in lines.iter().enumerate() {
        let depth = quoted_depth(line);
        let is_signature = line.trim_end() == "--";
        let same_depth = index > 0 && quoted_depth(lines[index - 1]) == depth;
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on && same_depth && !line.trim().is_empty() => {
                paragraph.truncate(paragraph.trim_end().len());
                paragraph.push(' ');
                paragraph.push_str(line.trim_start_matches(['>', ' ']));
            }
            _ => paragraphs.push((*line).to_owned()),
        }
        let next = lines.get(index + 1).copied().unwrap_or_default();
        let next_word = next.trim_start_matches(['>', ' ']).split(' ').next().unwrap_or_default();
        let is_full = length(line.trim_end()) + 1 + length(next_word) > widest;
        let is_blank = line.trim_matches(['>', ' ', '\t']).is_empty() || next_word.is_empty();
        goes_on = !is_signature
            && !is_blank
            && if is_flowed { line.ends_with(' ') } else { is_wrapped && is_full };
    }
    paragraphs
}

fn quoted_depth(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, '>' | ' ')).filter(|c| *c == '>').count()
}

fn sender(message: &Message<'_>) -> Option<String> {
    let address = message.from()?.first()?;
    address.name.as_deref().or(address.address.as_deref()).map(str::to_owned)
}

fn date(message: &Message<'_>) -> Option<String> {
    let date = message.date()?;
    Some(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

fn attachments(message: &Message<'_>) -> Vec<String> {
    let names = message.attachments().filter(|part| part.content_id().is_none());
    names.map(|part| part.attachment_name().unwrap_or("unnamed").to_owned()).collect()
}

/// Returns the article of a page that a browser has saved.
fn saved(
    message: &Message<'_>,
    page: &str,
    url: Option<&str>,
    whole_page: bool,
) -> Result<Imported, ImportError> {
    const ORIGIN: &str = "the browser that saved it";
    let mut imported = html::page(page, whole_page)?;
    let known = Metadata {
        url: url.and_then(|url| SourcedValue::url(url, ORIGIN)),
        accessed: date(message).and_then(|date| SourcedValue::new(&date, ORIGIN)),
        ..Metadata::default()
    };
    imported.metadata = known.or(imported.metadata);
    Ok(imported)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_lines_that_a_mail_program_has_cut() {
        let wrapped = "We inspected 84 boats in the harbour, and thirty-one of\n\
            them had no light at all, which is not bad luck.\n\nYours,\nDana Vale\nChief inspector";
        assert_eq!(
            unwrapped(wrapped, false),
            [
                "We inspected 84 boats in the harbour, and thirty-one of them had no light at all, which is \
                 not bad luck.",
                "",
                "Yours,",
                "Dana Vale",
                "Chief inspector",
            ]
        );
        assert_eq!(
            unwrapped("One \ntwo.\n-- \nDana \nVale", true),
            ["One two.", "-- ", "Dana Vale"]
        );
        assert_eq!(unwrapped("> one \n> two\nthree", true), ["> one two", "three"]);
    }
}
