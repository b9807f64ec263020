//! The frames that messages come in: a header with a length, and so many bytes of JSON.
//!
//! `lsp-server` reads frames too, but takes any length on trust and ends at the first frame that it
//! cannot read.

use std::io::{self, BufRead, Read};

/// A message may be at most this long, in bytes: a text of a source, escaped, with room to spare.
const MAX_BYTES: u64 = 256 << 20;

/// A line of a header may be at most this long, in bytes.
const MAX_LINE: u64 = 8 << 10;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    /// The bytes of a message.
    Message(Vec<u8>),
    /// Something that is no frame, or too large; the reason in words. What follows can be read.
    Unreadable(String),
    /// Nothing more will come.
    End,
}

/// Reads the next frame. Lines that belong to no header are passed over.
///
/// # Errors
///
/// The stream cannot be read.
pub fn read(stream: &mut impl BufRead) -> io::Result<Frame> {
    let mut length = None;
    let mut has_header = false;
    loop {
        let mut line = Vec::new();
        stream.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(Frame::End);
        }
        let line = line.trim_ascii();
        if line.is_empty() {
            match length {
                Some(length) => return body(stream, length),
                None if has_header => {
                    return Ok(Frame::Unreadable("expected a header `Content-Length`".to_owned()));
                }
                None => continue,
            }
        }
        has_header = true;
        if let Some(value) = value_of(line, b"content-length") {
            length = std::str::from_utf8(value).ok().and_then(|value| value.parse::<u64>().ok());
        }
    }
}

/// Returns the value of a line of a header with this name in lower case.
fn value_of<'l>(line: &'l [u8], name: &[u8]) -> Option<&'l [u8]> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let is_it = line[..colon].trim_ascii().eq_ignore_ascii_case(name);
    is_it.then(|| line[colon + 1..].trim_ascii())
}

/// Reads the bytes of a message. Memory grows with what comes, not with what is promised.
fn body(stream: &mut impl BufRead, length: u64) -> io::Result<Frame> {
    if length > MAX_BYTES {
        io::copy(&mut stream.by_ref().take(length), &mut io::sink())?;
        let limit = MAX_BYTES >> 20;
        return Ok(Frame::Unreadable(format!("a message exceeds the limit of {limit} MiB")));
    }
    let mut bytes = Vec::new();
    let read = stream.by_ref().take(length).read_to_end(&mut bytes)?;
    Ok(if (read as u64) < length { Frame::End } else { Frame::Message(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(bytes: &[u8]) -> Vec<Frame> {
        let mut stream = bytes;
        let mut found = Vec::new();
        loop {
            let frame = read(&mut stream).unwrap();
            if frame == Frame::End {
                return found;
            }
            found.push(frame);
        }
    }

    #[test]
    fn reads_a_message_after_its_header() {
        let bytes = b"content-length:2\r\nContent-Type: x\r\n\r\n{}Content-Length: 1\r\n\r\n3";
        assert_eq!(frames(bytes), [Frame::Message(b"{}".into()), Frame::Message(b"3".into())]);
    }

    #[test]
    fn goes_on_after_what_is_no_frame() {
        let found = frames(b"garbage\nmore: of it\r\n\r\nContent-Length: 2\r\n\r\n{}");
        assert_eq!(found[1], Frame::Message(b"{}".into()));
        assert!(
            matches!(&found[0], Frame::Unreadable(reason) if reason.contains("Content-Length"))
        );
        assert!(matches!(frames(b"Content-Length: -2\r\n\r\n")[0], Frame::Unreadable(_)));
    }

    #[test]
    fn a_length_is_not_taken_on_trust() {
        assert_eq!(frames(b"Content-Length: 200000000\r\n\r\n{}"), []);
        let found = frames(b"Content-Length: 9999999999999\r\n\r\n{}");
        assert!(matches!(&found[..], [Frame::Unreadable(reason)] if reason.contains("256 MiB")));
    }
}
