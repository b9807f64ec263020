//! The encoding of a text: said by its first bytes, shown by its bytes, declared, or guessed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text that was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without its byte order mark.
    pub text: String,
    /// The encoding's name, in lower case: `windows-1252`.
    pub encoding: String,
    /// How the encoding is known.
    pub evidence: CharsetEvidence,
    /// Whether some bytes are no text in this encoding; U+FFFD is in their place.
    pub is_damaged: bool,
}

/// How the encoding of a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharsetEvidence {
    /// A byte order mark, or bytes that no other encoding has.
    Bytes,
    /// The file declares it.
    Declared,
    /// It is the likeliest.
    Guessed,
}

/// Decodes `bytes`. A byte order mark decides; else text that is sound UTF-8 is UTF-8, whatever it
/// declares; else what the file itself declares in `declared` decides; else the encoding is guessed.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return decoded(bytes, encoding, CharsetEvidence::Bytes);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return decoded(bytes, encoding, CharsetEvidence::Bytes);
    }
    let label = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let is_plain_ascii = bytes.is_ascii();
    if std::str::from_utf8(bytes).is_ok() && !(is_plain_ascii && bytes.contains(&0x1b)) {
        return decoded(bytes, UTF_8, CharsetEvidence::Bytes);
    }
    // A page that declares UTF-16 in ASCII letters is not in UTF-16.
    match label.filter(|label| label.is_ascii_compatible() || is_plain_ascii) {
        Some(encoding) if encoding != UTF_8 => decoded(bytes, encoding, CharsetEvidence::Declared),
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
            detector.feed(bytes, true);
            decoded(bytes, detector.guess(None, Utf8Detection::Allow), CharsetEvidence::Guessed)
        }
    }
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, evidence: CharsetEvidence) -> Decoded {
    let (text, used, is_damaged) = encoding.decode(bytes);
    let encoding = used.name().to_ascii_lowercase();
    Decoded { text: text.into_owned(), encoding, evidence, is_damaged }
}

/// Returns the encoding of UTF-16 that has lost its mark: in Western text every other byte is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024)];
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A quarter of all bytes.
    if (even + odd) * 4 <= sample.len() {
        None
    } else if odd > 4 * even {
        Some(UTF_16LE)
    } else if even > 4 * odd {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Returns the encoding that a page declares in its first kilobytes: `<meta charset=…>`,
/// `<meta http-equiv=… content="…; charset=…">` or `<?xml encoding=…?>`.
pub fn declared_in_markup(bytes: &[u8]) -> Option<String> {
    /// As far as a browser looks (HTML standard, 13.2.3.2), and a little further.
    const FIRST: usize = 4096;
    let head = &bytes[..bytes.len().min(FIRST)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|xml| xml.split_once("?>"));
    let in_xml = xml.and_then(|(declaration, _)| value_after(declaration, "encoding"));
    let in_meta = || {
        head.match_indices("<meta").find_map(|(at, _)| {
            let tag = head[at..].split_once('>').map_or(&head[at..], |(tag, _)| tag);
            value_after(tag, "charset")
        })
    };
    in_xml.or_else(in_meta)
}

/// Returns the word after `name` and an equals sign.
fn value_after(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(name)?.1.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
    let word = &rest[..end.unwrap_or(rest.len())];
    (!word.is_empty()).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Renée said: “We saw 84 boats – unlit – at £5 each.”";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn knows_an_encoding_by_its_bytes() {
        let little = utf16(TEXT, u16::to_le_bytes);
        let marked = [&b"\xff\xfe"[..], &little].concat();
        let with_mark = format!("\u{feff}{TEXT}");
        for (bytes, name) in [
            (TEXT.as_bytes(), "utf-8"),
            (with_mark.as_bytes(), "utf-8"),
            (&marked, "utf-16le"),
            (&little, "utf-16le"),
            (&utf16(TEXT, u16::to_be_bytes), "utf-16be"),
        ] {
            // Whatever the file declares.
            for declared in [None, Some("windows-1252")] {
                let decoded = decode(bytes, declared);
                assert_eq!((decoded.text.as_str(), decoded.encoding.as_str()), (TEXT, name));
                assert_eq!(decoded.evidence, CharsetEvidence::Bytes);
            }
        }
    }

    #[test]
    fn takes_a_declared_encoding_or_guesses() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(TEXT);
        let guessed = decode(&bytes, None);
        assert_eq!((guessed.text.as_str(), guessed.encoding.as_str()), (TEXT, "windows-1252"));
        assert_eq!(guessed.evidence, CharsetEvidence::Guessed);
        // Latin-1 on the web is Windows-1252.
        let declared = decode(&bytes, Some("ISO-8859-1"));
        assert_eq!((declared.text.as_str(), declared.encoding.as_str()), (TEXT, "windows-1252"));
        assert_eq!(declared.evidence, CharsetEvidence::Declared);
        // UTF-8 that it is not, and UTF-16 that it cannot be.
        for wrong in ["utf-8", "utf-16", "nonsense"] {
            assert_eq!(decode(&bytes, Some(wrong)).text, TEXT, "{wrong}");
        }
    }

    #[test]
    fn reads_what_a_page_declares() {
        for (page, name) in [
            ("<!doctype html><meta charset=windows-1252>", Some("windows-1252")),
            ("<META CHARSET='Shift_JIS' />", Some("shift_jis")),
            (
                "<meta name=x><meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">",
                Some("koi8-r"),
            ),
            ("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><html>", Some("iso-8859-15")),
            ("<p>charset=x", None),
            ("<meta charset=>", None),
        ] {
            assert_eq!(declared_in_markup(page.as_bytes()).as_deref(), name, "{page}");
        }
    }
}
