//! Any bytes at every way in: the short version of the fuzz targets in `fuzz`.

use proptest::prelude::*;

#[path = "../../fuzz/doors.rs"]
mod doors;

/// Bytes that know what the formats are made of.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "summary: ",
        "quotes:\n  q1: {",
        "by: vale",
        "exact: ",
        "- ",
        "\n",
        "\n\n",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        ": ",
        " #",
        "&a ",
        "*a ",
        "!t ",
        "---\n",
        "%TAG ! x\n",
        ">\n  ",
        "|\n",
        "? ",
        "\t",
        "\u{1b}[2J",
        "\u{202e}",
        "\u{85}",
        "\0",
        "Dana Vale said: ",
        "Mr. VALE: ",
        "“",
        "”",
        "‘",
        "’",
        "«",
        "» ",
        "[…] ",
        "... ",
        "[they] ",
        "[T]he ",
        "not ",
        "We saw ",
        "31 boats. ",
        "one in three ",
        "£5.4 million ",
        "12 March 2026 ",
        "5–6%",
        "half a ",
        "00:31 ",
        "Q. ",
        "é",
        "e\u{301}",
        "\u{fb01}",
        "\u{200d}👩‍👩‍👧",
        "\u{ad}",
        "\u{a0}",
        "界",
        "\r\n\r\n",
        "Content-Length: 2\r\n\r\n{}",
        "Content-Length: 999999999999\r\n\r\n",
        "<enter>",
        "<c-o>",
        "<esc>",
        "/boats",
        "gg",
        "2",
        "x",
        "\u{1}",
        "<p>",
        "</p>",
        "<div class=a>",
        "<br>",
        "<h1>",
        "<table><tr><td>",
        "<script>",
        "<meta property='og:title' content='",
        "<speech speakername='Dana Vale' colnum='7'>",
        "</speech>",
        "&#8220;",
        "<!--",
        "From: Dana Vale <a@b>\nSubject: ",
        "Content-Type: text/html\n",
        "00:00:01.000 --> 00:00:02.000\n",
        "<v Dana Vale>",
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    ]);
    let known =
        prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    let any = prop::collection::vec(any::<u8>(), 0..60);
    prop_oneof![4 => known.clone(), 1 => any.clone(), 2 => (known, any).prop_map(|(known, any)| [known, any].concat())]
}

macro_rules! every_door {
    ($($name:ident => $door:ident;)+) => {
        proptest! {
            $(#[test] fn $name(bytes in bytes()) { doors::$door(&bytes); })+
        }
    };
}

every_door! {
    any_bytes_are_read_as_a_brief => brief;
    any_bytes_are_decided_on_as_a_source_and_a_quotation => quotation;
    any_bytes_are_read_for_speech => speech;
    any_bytes_are_read_for_figures => figures;
    any_bytes_are_wrapped => wrapping;
    any_bytes_are_searched_and_searched_for => search;
    any_keys_are_pressed => keys;
    any_bytes_are_read_as_a_lock => lock;
    any_bytes_are_imported => import;
    any_bytes_are_read_from_an_editor => editor;
}

/// What fuzzing found.
#[test]
fn a_number_of_any_length_is_read_for_figures() {
    for length in 1..80 {
        doors::figures("4".repeat(length).as_bytes());
        doors::figures(format!("at {}pm", "9".repeat(length)).as_bytes());
    }
}

/// Every brief that ships, cut off at every byte, and with every bit turned over.
fn damaged(yaml: &[u8], step: usize) {
    for end in (0..yaml.len()).step_by(step) {
        doors::brief(&yaml[..end]);
    }
    for bit in (0..8 * yaml.len()).step_by(8 * step + 1) {
        let mut damaged = yaml.to_vec();
        damaged[bit / 8] ^= 1 << (bit % 8);
        doors::brief(&damaged);
    }
}

#[test]
fn a_brief_that_is_cut_off_or_has_a_bit_turned_over_is_read() {
    damaged(&std::fs::read("briefs/ferry-lights.yaml").unwrap(), 211);
}

#[test]
#[ignore = "the long version: minutes"]
fn a_brief_that_is_cut_off_anywhere_or_has_any_bit_turned_over_is_read() {
    damaged(&std::fs::read("briefs/ferry-lights.yaml").unwrap(), 1);
}
