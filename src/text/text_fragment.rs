//! Text fragments: the part of a web address after `#:~:text=`, at which a browser opens a page at
//! words and highlights them (WICG, URL Fragment Text Directives).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What has no meaning in a directive: `-` has one there.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// Of longer words only this many at either end are given; a browser finds what is between.
const AT_EACH_END: usize = 5;

/// Returns `address`, a web address, so that a browser opens its page at `passages`: words that stand
/// together on the page, in its order. Without a passage it is returned as it is.
pub fn address_at_words<'a>(address: &str, passages: impl IntoIterator<Item = &'a str>) -> String {
    let directives: Vec<String> = passages.into_iter().filter_map(directive).collect();
    match (directives.is_empty(), address.contains('#')) {
        (true, _) => address.to_owned(),
        (false, has_fragment) => {
            let mark = if has_fragment { "" } else { "#" };
            format!("{address}{mark}:~:{}", directives.join("&"))
        }
    }
}

/// Returns `address` without the words at which [`address_at_words`] opens it, for people to read.
pub fn without_words(address: &str) -> &str {
    address.split_once(":~:").map_or(address, |(page, _)| page.trim_end_matches('#'))
}

/// Returns the directive for one passage, if it has a word.
fn directive(passage: &str) -> Option<String> {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), PLAIN).to_string();
    match words.len() {
        0 => None,
        count if count <= 2 * AT_EACH_END => Some(format!("text={}", encoded(&words))),
        count => {
            let (start, end) = (&words[..AT_EACH_END], &words[count - AT_EACH_END..]);
            Some(format!("text={},{}", encoded(start), encoded(end)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, passages: &[&str], expected: &str) {
        assert_eq!(address_at_words(address, passages.iter().copied()), expected);
    }

    #[test]
    fn lead_to_words_and_escape_what_has_a_meaning() {
        check(
            "https://example.org/a",
            &["stern-light, “out” & 100%"],
            "https://example.org/a#:~:text=stern%2Dlight%2C%20%E2%80%9Cout%E2%80%9D%20%26%20100%25",
        );
    }

    #[test]
    fn give_the_ends_of_long_passages() {
        check(
            "https://example.org/",
            &["one two three four five six seven eight nine ten eleven"],
            "https://example.org/#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
        );
    }

    #[test]
    fn follow_the_fragment_of_an_address_and_hold_several_passages() {
        check(
            "https://example.org/#b",
            &["one", " ", "two"],
            "https://example.org/#b:~:text=one&text=two",
        );
        check("https://example.org/#b", &[], "https://example.org/#b");
    }

    #[test]
    fn are_left_out_for_people() {
        for address in ["https://example.org/a", "https://example.org/a#b"] {
            assert_eq!(without_words(&address_at_words(address, ["two words"])), address);
        }
    }
}
