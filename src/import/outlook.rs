//! Outlook’s mails (`.msg`): the properties of MS-OXMSG in a compound file.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use encoding_rs::WINDOWS_1252;

use super::html;
use super::mail::{Letter, imported};
use super::wrapped::{Unwrapped, unwrapped};
use super::{ImportError, Imported, MAX_BYTES};

/// The properties that are read (MS-OXPROPS).
const SUBJECT: u16 = 0x0037;
const SENDER: u16 = 0x0c1a;
const BODY: u16 = 0x1000;
const HTML: u16 = 0x1013;
const HEADERS: u16 = 0x007d;
const ATTACHMENT_NAME: u16 = 0x3707;
/// When the sender sent it, and when it came.
const TIMES: [u16; 2] = [0x0039, 0x0e06];

/// Reads a mail.
///
/// # Errors
///
/// It is damaged, or its page cannot be read.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| {
        ImportError::new(
            "is no mail of Outlook, or a damaged one",
            "open it in Outlook, and save it as text or as a web page",
        )
    })?;
    let page = binary(&mut file, HTML);
    let text = text(&mut file, "", BODY);
    let body = match (page, text) {
        (Some(page), _) => {
            let page = decoded_page(&page);
            let paragraphs = html::mail(&String::from_utf8_lossy(&page))?;
            Unwrapped { paragraphs, ..Unwrapped::default() }
        }
        (None, Some(text)) => unwrapped(&text, false),
        (None, None) => {
            return Err(ImportError::new(
                "has its text only as rich text (RTF)",
                "open it in Outlook, and save it as text or as a web page",
            ));
        }
    };
    let subject = self::text(&mut file, "", SUBJECT).unwrap_or_default();
    let author = self::text(&mut file, "", SENDER);
    let issued = date(&mut file);
    let attachments = attachments(&mut file);
    Ok(imported(&Letter { subject: &subject, author, issued, body, attachments }))
}

fn decoded_page(page: &[u8]) -> Vec<u8> {
    let declared = super::charset::declared_in_markup(page);
    super::charset::decode(page, declared.as_deref()).text.into_bytes()
}

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

fn stream(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let stream = file.open_stream(path).ok()?;
    stream.take(MAX_BYTES as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Returns a text property of the mail, or of the part in `folder`: in UTF-16 or in one byte a letter.
fn text(file: &mut File<'_>, folder: &str, property: u16) -> Option<String> {
    if let Some(bytes) = stream(file, &format!("{folder}/__substg1.0_{property:04X}001F")) {
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
        return Some(text.trim_end_matches('\0').to_owned());
    }
    let bytes = stream(file, &format!("{folder}/__substg1.0_{property:04X}001E"))?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| WINDOWS_1252.decode(error.as_bytes()).0.into_owned());
    Some(text.trim_end_matches('\0').to_owned())
}

fn binary(file: &mut File<'_>, property: u16) -> Option<Vec<u8>> {
    stream(file, &format!("/__substg1.0_{property:04X}0102"))
        .or_else(|| text(file, "", property).map(String::into_bytes))
        .filter(|page| !page.is_empty())
}

/// Returns the day on which the mail was sent: a property of fixed size, or a header.
fn date(file: &mut File<'_>) -> Option<String> {
    /// The bytes before the properties of a mail, and those of each.
    const HEAD: usize = 32;
    const ENTRY: usize = 16;
    /// The kind of a time: units of 100 ns since 1601.
    const TIME: u16 = 0x0040;
    let properties = stream(file, "/__properties_version1.0").unwrap_or_default();
    let number =
        |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let entries = properties.get(HEAD..).unwrap_or_default();
    let time = TIMES.iter().find_map(|wanted| {
        let tag = u64::from(*wanted) << 16 | u64::from(TIME);
        let entry = entries.chunks_exact(ENTRY).find(|entry| number(&entry[..4]) == tag)?;
        Some(number(&entry[8..]))
    });
    let from_time = time.and_then(|time| {
        /// The seconds from 1601 to 1970.
        const TO_1970: u64 = 11_644_473_600;
        let seconds = (time / 10_000_000).checked_sub(TO_1970)?;
        let date = mail_parser::DateTime::from_timestamp(i64::try_from(seconds).ok()?);
        Some(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    });
    from_time.or_else(|| {
        let headers = text(file, "", HEADERS)?;
        let line = headers.lines().find_map(|line| line.strip_prefix("Date:"))?;
        let date = mail_parser::DateTime::parse_rfc822(line.trim())?;
        Some(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    })
}

fn attachments(file: &mut File<'_>) -> Vec<String> {
    let Ok(entries) = file.read_storage("/") else { return Vec::new() };
    let names: Vec<String> = entries.map(|entry| entry.name().to_owned()).collect();
    let parts = names.iter().filter(|name| name.starts_with("__attach_version1.0_"));
    let name = |part: &String| text(file, &format!("/{part}"), ATTACHMENT_NAME);
    parts.map(name).map(|name| name.unwrap_or_else(|| "unnamed".to_owned())).collect()
}
