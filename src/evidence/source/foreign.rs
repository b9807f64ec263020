//! Saved texts that are not plain text in UTF-8: another encoding, a web page, a mail, a document.

use crate::text::{has_mail_headers, lines_at};

/// What a file is instead of plain text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignFormat {
    /// Text in UTF-16.
    Utf16,
    /// Text in a one-byte encoding.
    OneByte,
    /// Text that was read in the wrong encoding before it was saved.
    Garbled,
    /// A PDF.
    Pdf,
    /// A word processor’s document.
    Document,
    /// Rich text.
    RichText,
    /// The code of a web page.
    WebPage,
    /// A mail with its technical headers.
    Mail,
    /// The encoded text of a mail.
    EncodedMail,
}

impl ForeignFormat {
    /// Recognises the bytes of a file that cannot be read as text.
    pub fn in_bytes(bytes: &[u8]) -> Option<Self> {
        /// The beginnings of the files of Word and of other programs of its kind.
        const DOCUMENTS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];
        let sample = &bytes[..bytes.len().min(1024)];
        let zeros = sample.split(|byte| *byte == 0).count() - 1;
        if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if DOCUMENTS.iter().any(|start| bytes.starts_with(start)) {
            Some(Self::Document)
        } else if bytes.starts_with(b"\xFF\xFE")
            || bytes.starts_with(b"\xFE\xFF")
            || zeros * 4 > sample.len()
        {
            Some(Self::Utf16)
        } else {
            std::str::from_utf8(bytes).is_err().then_some(Self::OneByte)
        }
    }

    /// Recognises text that is not what a reader saw, and the byte at which that shows.
    pub fn in_text(text: &str) -> Option<(Self, usize)> {
        let start = text.len() - text.trim_start().len();
        let body = &text[start..];
        if body.starts_with("{\\rtf") {
            return Some((Self::RichText, start));
        }
        let begins = |name: &str| {
            body.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
        };
        if begins("<!doctype html") || begins("<html") {
            return Some((Self::WebPage, start));
        }
        if has_mail_headers(body) {
            return Some((Self::Mail, start));
        }
        let found = [
            (Self::WebPage, tags(text)),
            (Self::EncodedMail, quoted_printable(text)),
            (Self::EncodedMail, base64(text)),
            (Self::Garbled, garbled(text)),
        ];
        found.into_iter().find_map(|(format, place)| Some((format, place?)))
    }

    /// Says what the file is, after its name.
    pub fn what(self) -> &'static str {
        match self {
            Self::Utf16 => "is not UTF-8 but UTF-16",
            Self::OneByte => "is not UTF-8 but probably Windows-1252 or Latin-1",
            Self::Garbled => {
                "was saved in the wrong encoding, so that marks and accents are garbled"
            }
            Self::Pdf => "is a PDF, not plain text",
            Self::Document => "is a word processor’s document, not plain text",
            Self::RichText => "is rich text (RTF), not plain text",
            Self::WebPage => "is the HTML code of a web page, not its text",
            Self::Mail => "is an e-mail with its technical headers, not its text",
            Self::EncodedMail => "is the encoded text of an e-mail (quoted-printable or Base64)",
        }
    }

    /// Says how to fix it.
    pub fn fix(self) -> &'static str {
        match self {
            Self::Utf16 | Self::OneByte => "save it as UTF-8",
            Self::Garbled => "copy the text from the source again, and save it as UTF-8",
            Self::Pdf | Self::Document | Self::WebPage | Self::Mail => {
                "`topline import` writes its text as plain text"
            }
            Self::RichText => {
                "open it, save it as .docx or .odt, and let `topline import` write its text"
            }
            Self::EncodedMail => {
                "open it in a mail program, and copy what it shows into a plain text file"
            }
        }
    }
}

/// The first of two or more tags that only a web page has. Subtitles have others.
fn tags(text: &str) -> Option<usize> {
    const ELEMENTS: [&str; 20] = [
        "p", "div", "br", "html", "body", "head", "span", "li", "ul", "ol", "table", "tr", "td",
        "h1", "h2", "h3", "script", "style", "section", "article",
    ];
    let is_tag = |at: &usize| {
        let inside = text[at + 1..].trim_start_matches('/');
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let closes = inside[end..].starts_with(['>', ' ', '/']);
        closes && ELEMENTS.iter().any(|name| name.eq_ignore_ascii_case(&inside[..end]))
    };
    let mut found = text.match_indices('<').map(|(at, _)| at).filter(is_tag);
    let first = found.next()?;
    found.next().map(|_| first)
}

/// The first sign of quoted-printable text: an encoded mark or accent, a blank at a line’s end, or two
/// long lines that an equals sign breaks.
fn quoted_printable(text: &str) -> Option<usize> {
    let encoded = ["=E2=80=", "=C3=A", "=C3=B", "=20\n"].iter().filter_map(|sign| text.find(sign));
    if let Some(first) = encoded.min() {
        return Some(first);
    }
    let mut broken = lines_at(text).filter_map(|(at, line)| {
        let kept = line.strip_suffix("=\n")?;
        (kept.len() >= 60 && !kept.ends_with('=')).then_some(at)
    });
    let first = broken.next()?;
    broken.next().map(|_| first)
}

/// The first of three or more lines in a row that are Base64.
fn base64(text: &str) -> Option<usize> {
    let is_encoded = |line: &str| {
        let has = |is: fn(&u8) -> bool| line.as_bytes().iter().any(is);
        line.len() >= 60
            && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
            && has(u8::is_ascii_uppercase)
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_digit)
    };
    let (mut first, mut count) = (0, 0);
    for (start, line) in lines_at(text) {
        if is_encoded(line.trim_end()) {
            first = if count == 0 { start } else { first };
            count += 1;
        } else {
            count = 0;
        }
        if count == 3 {
            return Some(first);
        }
    }
    None
}

/// The first character of UTF-8 that was read as Windows-1252 or Latin-1: `â€œ` for `“`, `Ã©` for `é`,
/// `Â£` for `£`.
fn garbled(text: &str) -> Option<usize> {
    let mut next = text.char_indices().skip(1).map(|(_, c)| c);
    text.char_indices().find_map(|(at, c)| {
        let next = next.next()?;
        let is_garbled = match c {
            'â' => matches!(next, '€' | '\u{80}'),
            'Ã' | 'Â' => ('\u{80}'..='\u{bf}').contains(&next),
            _ => false,
        };
        is_garbled.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_files_that_are_no_text() {
        let utf16: Vec<u8> = "We act.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let with_mark = [b"\xFF\xFE", utf16.as_slice()].concat();
        for (bytes, expected) in [
            (with_mark.as_slice(), Some(ForeignFormat::Utf16)),
            (&utf16, Some(ForeignFormat::Utf16)),
            (b"\x93We act,\x94 said Dana Vale.", Some(ForeignFormat::OneByte)),
            (b"%PDF-1.7\n\xE2\xE3", Some(ForeignFormat::Pdf)),
            (b"PK\x03\x04\x14\0", Some(ForeignFormat::Document)),
            ("“We act,” said Ödön.".as_bytes(), None),
            (b"a\0b and the rest of a long line of text", None),
            (b"", None),
        ] {
            assert_eq!(ForeignFormat::in_bytes(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn recognises_text_that_is_not_what_a_reader_saw() {
        use ForeignFormat::{EncodedMail, Garbled, Mail, RichText, WebPage};
        let lines = "QmFzZTY0IGlzIG5vdCBwbGFpbiB0ZXh0LCBzYWlkIERhbmEgVmFsZSBvZiB0aGUg\n".repeat(4);
        let soft = format!("{}=\n{}=\nend", "long words ".repeat(6), "more words ".repeat(6));
        for (text, expected) in [
            ("\n<!DOCTYPE html><html>", (WebPage, 1)),
            ("<HTML lang=en>", (WebPage, 0)),
            ("x <p>We act.</p>", (WebPage, 2)),
            ("a<br>b<br/>c", (WebPage, 1)),
            ("{\\rtf1\\ansi We act.}", (RichText, 0)),
            ("From: Dana Vale\nSubject: Boats\nMIME-Version: 1.0\n\nWe act.", (Mail, 0)),
            ("Received: from a\n by b\nMessage-ID: <x>\n\nWe act.", (Mail, 0)),
            ("Dear all,=20\nwe act.", (EncodedMail, 9)),
            ("=E2=80=9CWe act,=E2=80=9D she said.", (EncodedMail, 0)),
            (&soft, (EncodedMail, 0)),
            (&lines, (EncodedMail, 0)),
            ("She said â€œWe actâ€\u{9d}.", (Garbled, 9)),
            ("RenÃ© Vale", (Garbled, 3)),
            ("It cost Â£5.", (Garbled, 8)),
        ] {
            assert_eq!(ForeignFormat::in_text(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn takes_plain_text_of_every_kind() {
        for text in [
            "",
            "“We act,” said Dana Vale of the Harbour Board.",
            "1\n00:00:01,000 --> 00:00:02,000\n<i>We act.</i>\n<b>Now.</b>",
            "From: Dana Vale\nTo: Ian Marsh\nSubject: Boats\n\nWe act.",
            "Note: content-type is a header",
            "If a < b and c > d, the p < 0.05 result stands, and so p < 0.01 does.",
            "See https://example.org/?q=20&r=C3 for more.\nTitle\n=====\nOther\n=====\n",
            "NÃO, disse. Âge d’or. Râ, €5, château",
            "An email to dana@example.org <dana@example.org> and <ian@example.org>",
            "&ldquo;We act&rdquo;, said Dana&nbsp;Vale.",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
        ] {
            assert_eq!(ForeignFormat::in_text(text), None, "{text}");
        }
    }
}
