//! Mails (`.eml`), and web pages that a browser has saved as one file (`.mhtml`), which are mails too.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::html;
use super::paragraphs::Paragraphs;
use super::wrapped::{Unwrapped, unwrapped};
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
        Some(page) => Unwrapped { paragraphs: html::mail(page)?, ..Unwrapped::default() },
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
    /// Its paragraphs.
    pub body: Unwrapped,
    /// The names of its attachments.
    pub attachments: Vec<String>,
}

/// Returns the text of a mail: its subject, then its body.
pub fn imported(letter: &Letter<'_>) -> Imported {
    let title = SourcedValue::new(letter.subject, "the mail’s subject");
    let subject = title.iter().map(|title| title.value.as_str());
    let paragraphs = &letter.body.paragraphs;
    let body = paragraphs.iter().map(String::as_str);
    let is_repeated = paragraphs.first().is_some_and(|first| first.trim() == letter.subject.trim());
    let lines = subject.filter(|_| !is_repeated).chain(body);
    let from = |value: &Option<String>, origin| {
        value.as_deref().and_then(|value| SourcedValue::new(value, origin))
    };
    let author = from(&letter.author.as_deref().map(given_name_first), "the mail’s sender");
    let issued = from(&letter.issued, "the mail’s date");
    let quoted = paragraphs.iter().filter(|line| line.trim_start().starts_with('>')).count();
    let publisher = letter.author.as_deref().and_then(press_office_of);
    let publisher = publisher.and_then(|name| SourcedValue::new(name, "the mail’s sender"));
    let metadata = Metadata {
        title: title.clone(),
        publisher,
        author,
        issued,
        is_mail: true,
        ..Metadata::default()
    };
    let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
    if quoted > 0 {
        let remark = format!("{} behind `>` of earlier mails", counted(quoted, "paragraph"));
        imported.account.remarks.push(remark);
    }
    imported.account.remarks.extend(letter.body.remark());
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
fn plain_bodies(message: &Message<'_>) -> Unwrapped {
    let mut whole = Unwrapped::default();
    for part in message.text_bodies() {
        let PartType::Text(text) = &part.body else { continue };
        let kind = part.content_type();
        let is_flowed = kind
            .and_then(|kind| kind.attribute("format"))
            .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
        whole.append(unwrapped(text, is_flowed));
    }
    whole
}

fn sender(message: &Message<'_>) -> Option<String> {
    let address = message.from()?.first()?;
    address.name.as_deref().or(address.address.as_deref()).map(str::to_owned)
}

/// Returns `Dana Vale` of `Vale, Dana (Inspectors)`, as address books of departments write names. What may be
/// the name of a body stays as it is.
fn given_name_first(name: &str) -> String {
    /// What is no given name.
    const AFTER_NAMES: [&str; 8] = ["Jr", "Sr", "PhD", "MP", "MSP", "QC", "KC", "Esq"];
    let plain = name.split_once(" (").filter(|(_, unit)| unit.ends_with(')'));
    let plain = plain.map_or(name, |(plain, _)| plain);
    let Some((surname, given)) = plain.split_once(',') else { return name.to_owned() };
    let (surname, given) = (surname.trim(), given.trim());
    let is_name = |word: &str| {
        let mut letters = word.trim_end_matches('.').chars();
        let first = letters.next();
        first.is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
            && !AFTER_NAMES.contains(&word.trim_end_matches('.'))
    };
    let is_short = |word: &str| word.chars().count() <= 2 || word.chars().any(char::is_lowercase);
    let mut last = surname.split(' ').rev();
    let is_surname = last.next().is_some_and(is_name)
        && last.all(|particle| particle.chars().all(char::is_lowercase));
    let is_given = given.split(' ').count() <= 2
        && given.split(' ').all(|word| is_name(word) && is_short(word));
    if is_surname && is_given { format!("{given} {surname}") } else { name.to_owned() }
}

/// Returns the body whose press office sends a mail: `Harbour Board` of `Harbour Board Press Office`.
fn press_office_of(sender: &str) -> Option<&str> {
    const OFFICES: [&str; 6] =
        ["press office", "press team", "media office", "media team", "newsroom", "communications"];
    let at = OFFICES.iter().find_map(|office| {
        let at = sender.to_ascii_lowercase().find(office)?;
        Some(at..at + office.len())
    })?;
    let is_edge = |c: char| !c.is_alphanumeric();
    let (before, after) =
        (sender[..at.start].trim_matches(is_edge), sender[at.end..].trim_matches(is_edge));
    let after =
        ["of ", "at "].iter().find_map(|joiner| after.strip_prefix(joiner)).unwrap_or(after);
    match (before.is_empty(), after.is_empty()) {
        (false, true) => Some(before),
        (true, false) => Some(after),
        _ => None,
    }
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
    fn a_press_office_sends_for_its_body() {
        for (sender, expected) in [
            ("Press Office, Harbour Board", Some("Harbour Board")),
            ("Harbour Board Press Office", Some("Harbour Board")),
            ("Harbour Board (Media Team)", Some("Harbour Board")),
            ("Press Office", None),
            ("Dana Vale", None),
            ("Dana Vale (Press Office, Harbour Board)", None),
        ] {
            assert_eq!(press_office_of(sender), expected, "{sender}");
        }
    }

    #[test]
    fn the_given_name_comes_first_if_it_is_a_name() {
        for (name, expected) in [
            ("Vale, Dana", "Dana Vale"),
            ("Vale, Dana (Inspectors)", "Dana Vale"),
            ("O’Moss-Roe, Eve J.", "Eve J. O’Moss-Roe"),
            ("van der Marsh, Ian", "Ian van der Marsh"),
            ("Dana Vale", "Dana Vale"),
            ("Marsh, KC", "Marsh, KC"),
            ("Dana Vale, PhD", "Dana Vale, PhD"),
            ("Harbour Board, Press Office", "Harbour Board, Press Office"),
            ("Ports, Department of", "Ports, Department of"),
            ("Communications, DOPH", "Communications, DOPH"),
            ("press@example.org", "press@example.org"),
            (",", ","),
        ] {
            assert_eq!(given_name_first(name), expected);
        }
    }
}
