//! Web addresses that may be followed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Returns `text` as an address that a link can lead to, if it is an http or https address of a named
/// host. What an address may not contain as it is comes percent-encoded (RFC 3986); so nothing in it
/// can end the link, nor make another program refuse the file that holds it.
pub fn web_address(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    is_host(host).then(|| format!("{scheme}://{}{}", encode(host), encode(path)))
}

/// What has no meaning in an address (RFC 3986, unreserved), and the strokes of a path.
const PLAIN_IN_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What an address may contain as it is, besides `#` and `%`, which depend on their place.
const PLAIN_IN_ADDRESS: &AsciiSet = &PLAIN_IN_PATH
    .remove(b'?')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// Returns a relative path as a relative address: percent-encoded, and with nothing in it that a browser
/// would take for a scheme, a query or a fragment.
pub fn relative_address(path: &str) -> String {
    utf8_percent_encode(path, PLAIN_IN_PATH).to_string()
}

/// Returns whether `text` is the name of a host, with a port or without.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, ""));
    let is_part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    !name.is_empty()
        && name.chars().all(is_part_of_name)
        && port.bytes().all(|b| b.is_ascii_digit())
}

/// Encodes what an address may not contain. A sign that opens a second fragment is none.
fn encode(text: &str) -> String {
    match text.split_once('#') {
        Some((path, fragment)) => format!("{}#{}", encode_part(path), encode_part(fragment)),
        None => encode_part(text),
    }
}

/// Encodes a part of an address. A percent sign that makes two digits stand for a byte is kept.
fn encode_part(text: &str) -> String {
    let mut parts = text.split('%');
    let first = utf8_percent_encode(parts.next().unwrap_or_default(), PLAIN_IN_ADDRESS);
    let mut encoded = first.to_string();
    for part in parts {
        encoded.push_str(if is_escape(part.as_bytes()) { "%" } else { "%25" });
        encoded.extend(utf8_percent_encode(part, PLAIN_IN_ADDRESS));
    }
    encoded
}

/// Returns whether what follows a percent sign makes it stand for a byte.
fn is_escape(rest: &[u8]) -> bool {
    rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_addresses_of_a_host_are_links() {
        for (text, address) in [
            ("https://example.org", "https://example.org"),
            ("HTTP://Example.org:8080/a?b=c&d#e", "http://Example.org:8080/a?b=c&d#e"),
            (
                "https://example.org/a b\"<c>%20%zz#d#e",
                "https://example.org/a%20b%22%3Cc%3E%20%25zz#d%23e",
            ),
            ("https://bücher.example/é", "https://b%C3%BCcher.example/%C3%A9"),
        ] {
            assert_eq!(web_address(text).as_deref(), Some(address), "{text}");
        }
    }

    #[test]
    fn everything_else_is_text() {
        for text in [
            "",
            "example.org",
            "javascript:alert(1)//://x",
            "data://text",
            "file:///etc/passwd",
            "http://",
            "http:///path",
            "https://a b/",
            "https://bank.example@evil.example/",
            "https://example.org:port/",
            "https://exam\"ple.org",
        ] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }
}
