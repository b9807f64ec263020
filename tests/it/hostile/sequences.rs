//! What could control a terminal, forge a line, or hide or reorder what is read.

/// Every kind of sequence, by its name. What is between them shows whether they had an effect.
pub const SEQUENCES: &[(&str, &str)] = &[
    ("colours and the screen (CSI)", "\u{1b}[31m\u{1b}[2J\u{1b}[1;1H"),
    ("the title (OSC 0)", "\u{1b}]0;title\u{7}"),
    ("a link (OSC 8)", "\u{1b}]8;;https://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\"),
    ("the clipboard (OSC 52)", "\u{1b}]52;c;Zm9yZ2Vk\u{7}"),
    ("a device string (DCS)", "\u{1b}P$q\"p\u{1b}\\"),
    ("an application’s string (APC)", "\u{1b}_Gi=1;AAAA\u{1b}\\"),
    ("other strings (PM, SOS)", "\u{1b}^pm\u{1b}\\\u{1b}Xsos\u{1b}\\"),
    ("a reset", "\u{1b}c"),
    (
        "sequences of one character (C1)",
        "\u{9b}31m\u{9d}0;title\u{9c}\u{90}q\u{9c}\u{9f}a\u{9c}\u{84}",
    ),
    ("a backspace and deletion", "shown\u{8}\u{8}\u{8}\u{8}\u{8}\u{7f}"),
    ("other controls", "\u{1}\u{5}\u{7}\u{b}\u{c}\u{e}\u{f}\u{11}\u{13}\u{18}\u{1a}\u{1c}"),
    ("a return", "\rforged"),
    ("other line ends", "\u{85}forged\u{2028}forged\u{2029}forged"),
    ("a command to a workflow", "\n::error::forged"),
    ("embedded directions", "\u{202a}a\u{202b}b\u{202c}c\u{202d}d\u{202e}e"),
    ("isolated directions", "\u{2066}a\u{2067}b\u{2068}c\u{2069}"),
    ("marks of direction", "\u{200e}a\u{200f}b\u{61c}"),
    ("deprecated format characters", "\u{206a}a\u{206b}\u{206c}\u{206d}\u{206e}\u{206f}"),
    ("annotations between the lines", "\u{fff9}a\u{fffa}b\u{fffb}"),
    ("tags", "\u{e0001}\u{e0068}\u{e0069}\u{e007f}"),
    ("a flag without an end", "\u{1f3f4}\u{e0067}\u{e0062}"),
];

/// All kinds, one after the other.
pub fn all() -> String {
    SEQUENCES.iter().map(|(_, sequence)| format!("{sequence} ")).collect()
}

/// A text of all kinds around a word: it ends in the first half of a sequence, and begins with the
/// second half of another, so that two fields make one between them.
pub fn around(word: &str) -> String {
    format!("]0;{word} {} \u{1b}", all())
}

/// Whether a character is never to be shown. This says again what the program says, on purpose.
pub fn is_hostile(c: char) -> bool {
    let code = u32::from(c);
    let is_control = code < 0x20 && c != '\n' && c != '\t' || (0x7f..0xa0).contains(&code);
    let hidden = [
        0x061c..=0x061c,
        0x200e..=0x200f,
        0x2028..=0x202e,
        0x2066..=0x206f,
        0xfff9..=0xfffb,
        0xe0000..=0xe007f,
    ];
    is_control || hidden.iter().any(|range| range.contains(&code))
}

/// Fails if a text holds such a character.
#[track_caller]
pub fn assert_harmless(text: &str, what: &str) {
    if let Some(at) = text.find(is_hostile) {
        let start = text[..at].char_indices().rev().nth(60).map_or(0, |(start, _)| start);
        let end = text[at..].char_indices().nth(60).map_or(text.len(), |(end, _)| at + end);
        panic!("{what}: {:?}", &text[start..end]);
    }
}

/// The character class of the tests is not empty of any kind of sequence.
#[test]
fn every_kind_is_hostile_but_the_forged_line() {
    for (kind, sequence) in SEQUENCES {
        assert_eq!(sequence.contains(is_hostile), !sequence.starts_with('\n'), "{kind}");
    }
}
