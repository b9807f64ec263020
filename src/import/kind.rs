//! The kinds of file that can be imported, known by their first bytes, then by their names.

use std::io::Cursor;

use cfb::CompoundFile;

use super::package::Package;
use crate::text::{has_mail_headers, vocabulary};

vocabulary! {
    /// A kind of file that a source comes in.
    pub enum FileKind {
        /// A web page.
        Html = "html",
        /// Plain text.
        Text = "text",
        /// A document of Word.
        Docx = "docx",
        /// A document of Word before 2007.
        Doc = "doc",
        /// A text of LibreOffice.
        Odt = "odt",
        /// A mail, or a web page that a browser has saved as one file.
        Eml = "eml",
        /// A mail of Outlook.
        Msg = "msg",
        /// Subtitles of the web.
        Vtt = "vtt",
        /// Subtitles of video players.
        Srt = "srt",
        /// The record of a debate in XML.
        Hansard = "hansard",
        /// A PDF.
        Pdf = "pdf",
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// It can be imported.
    Kind(FileKind),
    /// It cannot, for this reason.
    Refused(Refusal),
}

/// A kind of file that is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Rich text.
    RichText,
    /// A picture, such as a scan.
    Picture,
    /// A sound or video recording.
    Recording,
    /// A spreadsheet or presentation.
    OtherDocument,
    /// An archive of files.
    Archive,
    /// A document that needs a password.
    Protected,
    /// Bytes that are neither text nor a known kind.
    Unknown,
}

impl Refusal {
    /// Says what the file is, after its name.
    pub fn what(self) -> &'static str {
        match self {
            Self::RichText => "is rich text (RTF), which is not imported",
            Self::Picture => "is a picture: it has no text",
            Self::Recording => "is a recording: it has no text",
            Self::OtherDocument => "is a spreadsheet or a presentation, which is not imported",
            Self::Archive => "is an archive of files",
            Self::Protected => "is protected by a password",
            Self::Unknown => "is neither text nor of a kind that is known",
        }
    }

    /// Says what to do instead.
    pub fn fix(self) -> &'static str {
        match self {
            Self::RichText => {
                "open it in a word processor, save it as .docx or .odt, and import that"
            }
            Self::Picture => {
                "run it through text recognition (OCR), and import the PDF or the text"
            }
            Self::Recording => "import its transcript or its subtitles (.vtt or .srt)",
            Self::OtherDocument => "save what you need of it as PDF or as text, and import that",
            Self::Archive => "unpack it, and import the file that you need",
            Self::Protected => "open it with the password, save it without one, and import that",
            Self::Unknown => "save it as PDF, as a web page or as text, and import that",
        }
    }
}

/// Returns what a file is, by its first bytes, then by the ending of its `name`.
pub fn recognise(name: &str, bytes: &[u8]) -> Recognised {
    if let Some(recognised) = by_bytes(bytes) {
        return recognised;
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let sample = sample(bytes);
    let kind = match extension.to_ascii_lowercase().as_str() {
        _ if sample.trim_start_matches('\u{fffd}').trim_start().starts_with("webvtt") => {
            FileKind::Vtt
        }
        _ if is_debate(&sample) => FileKind::Hansard,
        "html" | "htm" | "xhtml" | "xht" => FileKind::Html,
        "eml" | "mht" | "mhtml" => FileKind::Eml,
        "vtt" => FileKind::Vtt,
        "srt" => FileKind::Srt,
        _ if has_mail_headers(sample.trim_start()) => FileKind::Eml,
        _ if looks_like_page(&sample) => FileKind::Html,
        _ if is_binary(bytes) => return Recognised::Refused(Refusal::Unknown),
        _ => FileKind::Text,
    };
    Recognised::Kind(kind)
}

/// Returns what only one kind of file begins with.
fn by_bytes(bytes: &[u8]) -> Option<Recognised> {
    /// The beginnings of files that have no text.
    const REFUSED: [(&[u8], Refusal); 15] = [
        (b"{\\rtf", Refusal::RichText),
        (b"\x89PNG", Refusal::Picture),
        (b"\xff\xd8\xff", Refusal::Picture),
        (b"GIF8", Refusal::Picture),
        (b"II*\0", Refusal::Picture),
        (b"MM\0*", Refusal::Picture),
        (b"ID3", Refusal::Recording),
        (b"OggS", Refusal::Recording),
        (b"fLaC", Refusal::Recording),
        (b"\x1aE\xdf\xa3", Refusal::Recording),
        (b"\x1f\x8b", Refusal::Archive),
        (b"7z\xbc\xaf", Refusal::Archive),
        (b"Rar!", Refusal::Archive),
        (b"BZh", Refusal::Archive),
        (b"\xfd7zXZ", Refusal::Archive),
    ];
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_riff = |kind: &[u8]| bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(kind);
    let is_video = bytes.get(4..8) == Some(b"ftyp") || is_riff(b"WAVE") || is_riff(b"AVI ");
    if body.trim_ascii_start().starts_with(b"%PDF-") {
        return Some(Recognised::Kind(FileKind::Pdf));
    }
    if let Some(mut package) = Package::open(bytes).filter(|_| bytes.starts_with(b"PK")) {
        return Some(in_package(&mut package));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(in_compound_file(bytes));
    }
    let refused = REFUSED.iter().find(|(start, _)| body.trim_ascii_start().starts_with(start));
    refused
        .map(|(_, refusal)| *refusal)
        .or_else(|| is_video.then_some(Refusal::Recording))
        .or_else(|| is_riff(b"WEBP").then_some(Refusal::Picture))
        .map(Recognised::Refused)
}

fn in_package(package: &mut Package<'_>) -> Recognised {
    let has_type = |package: &mut Package<'_>| {
        let kind = package.part("mimetype").ok().flatten().unwrap_or_default();
        kind.starts_with(b"application/vnd.oasis.opendocument.text")
    };
    if package.has("word/document.xml") {
        Recognised::Kind(FileKind::Docx)
    } else if has_type(package) {
        Recognised::Kind(FileKind::Odt)
    } else if ["xl/", "ppt/", "content.xml"].iter().any(|part| package.has_any(part)) {
        Recognised::Refused(Refusal::OtherDocument)
    } else {
        Recognised::Refused(Refusal::Archive)
    }
}

/// Returns what a compound file is (MS-CFB), by the names of its streams.
fn in_compound_file(bytes: &[u8]) -> Recognised {
    let Ok(file) = CompoundFile::open(Cursor::new(bytes)) else {
        return Recognised::Refused(Refusal::Unknown);
    };
    if file.exists("/WordDocument") {
        Recognised::Kind(FileKind::Doc)
    } else if file.exists("/__properties_version1.0") {
        Recognised::Kind(FileKind::Msg)
    } else if file.exists("/EncryptedPackage") {
        Recognised::Refused(Refusal::Protected)
    } else {
        Recognised::Refused(Refusal::OtherDocument)
    }
}

/// Whether XML is the record of a debate.
fn is_debate(sample: &str) -> bool {
    let begins = sample.trim_start_matches(|c: char| !c.is_ascii_graphic()).starts_with('<');
    begins && ["<publicwhip", "<akomantoso", "<debates"].iter().any(|root| sample.contains(root))
}

/// Returns the beginning of a file, as far as its kind shows there, in lower case and without the zeros
/// of UTF-16.
fn sample(bytes: &[u8]) -> String {
    /// The bytes that are looked at.
    const FIRST: usize = 4096;
    let first: Vec<u8> = bytes.iter().take(FIRST).copied().filter(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&first).to_ascii_lowercase()
}

/// Whether text begins as a web page does, after what may come before.
fn looks_like_page(sample: &str) -> bool {
    const STARTS: [&str; 9] =
        ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<article", "<p>"];
    let mut rest = sample.trim_start_matches(|c: char| !c.is_ascii_graphic());
    loop {
        rest = rest.trim_start();
        let after = match rest {
            rest if rest.starts_with("<!--") => rest.split_once("-->"),
            rest if rest.starts_with("<?xml") => rest.split_once("?>"),
            _ => None,
        };
        match after {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    STARTS.iter().any(|start| rest.starts_with(start))
}

/// Whether bytes are no text in any encoding: they have zeros, and are not UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(4096)];
    let controls = sample
        .iter()
        .filter(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f))
        .count();
    let zeros = sample.split(|byte| *byte == 0).count() - 1;
    let is_utf16 = sample.starts_with(b"\xff\xfe")
        || sample.starts_with(b"\xfe\xff")
        || zeros * 4 > sample.len() && controls == zeros;
    !is_utf16 && controls * 50 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_file_by_its_bytes_then_by_its_name() {
        let kind = |name: &str, bytes: &[u8]| recognise(name, bytes);
        let utf16: Vec<u8> = "<html>We act".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (name, bytes, expected) in [
            ("a", &b"\xef\xbb\xbf\n<!DOCTYPE html>"[..], FileKind::Html),
            ("a.txt", b"<!-- saved from url=(1)x -->\n<HTML lang=en>", FileKind::Html),
            ("a.txt", b"<?xml version='1.0'?><html>", FileKind::Html),
            ("a.htm", b"We act.", FileKind::Html),
            ("a", &utf16, FileKind::Html),
            ("a", b"We <b>act</b>.", FileKind::Text),
            ("a.md", b"", FileKind::Text),
            ("a.txt", b"WEBVTT\n\n", FileKind::Vtt),
            ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nWe act.", FileKind::Srt),
            ("a", b"Received: from a\r\n by b\r\nSubject: Boats\r\n\r\nWe act.", FileKind::Eml),
            ("a", b"From: Dana Vale\nSubject: Boats\n\nWe act.", FileKind::Text),
            ("a.eml", b"From: Dana Vale\nSubject: Boats\n\nWe act.", FileKind::Eml),
            ("a", b"%PDF-1.7\n%\xe2\xe3", FileKind::Pdf),
            ("a.xml", b"<?xml version='1.0'?>\n<publicwhip>", FileKind::Hansard),
        ] {
            assert_eq!(kind(name, bytes), Recognised::Kind(expected), "{name} {bytes:?}");
        }
        for (bytes, expected) in [
            (&b"{\\rtf1 We act.}"[..], Refusal::RichText),
            (b"\x89PNG\r\n", Refusal::Picture),
            (b"RIFF\0\0\0\0WAVE", Refusal::Recording),
            (b"\0\0\0\x18ftypmp42", Refusal::Recording),
            (b"\x1f\x8b\x08", Refusal::Archive),
            (b"\x7fELF\x02\x01\x01\0\0\0", Refusal::Unknown),
        ] {
            assert_eq!(kind("a.txt", bytes), Recognised::Refused(expected), "{bytes:?}");
        }
    }
}
