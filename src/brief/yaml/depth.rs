//! How deep brackets nest, before anything is parsed: libyaml looks at every open bracket for every
//! token, so that 100,000 of them take it minutes.

/// `serde_yaml` reads no deeper than this.
const MAX_DEPTH: usize = 128;

/// Returns the byte of the bracket with which the lists and maps of `text` nest too deeply to be
/// parsed.
///
/// Whether a quotation mark or a `#` is one or is part of a text depends on all that is before it. So
/// every reading is kept, and the deepest counts: no file that nests too deeply is let through, and
/// none is refused that has fewer brackets left open.
pub fn too_deep(text: &str) -> Option<usize> {
    let opening = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if opening <= MAX_DEPTH {
        return None;
    }
    let mut readings = Readings { plain: Some(0), ..Readings::default() };
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        readings.read(before, c);
        if readings.plain > Some(MAX_DEPTH) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// The deepest nesting at one place if it is in a text in quotation marks, in a comment, or in
/// neither; [`None`] if it cannot be.
#[derive(Debug, Default)]
struct Readings {
    plain: Option<usize>,
    single: Option<usize>,
    double: Option<usize>,
    comment: Option<usize>,
    /// The mark before may have ended a text; it did not if another follows.
    after_single: Option<usize>,
    after_backslash: bool,
}

impl Readings {
    fn read(&mut self, before: char, c: char) {
        let may_begin = before.is_whitespace() || "[{,:?-".contains(before);
        self.close(c);
        match c {
            '[' | '{' => self.plain = self.plain.map(|depth| depth + 1),
            ']' | '}' => self.plain = self.plain.map(|depth| depth.saturating_sub(1)),
            '\'' if may_begin => self.single = self.single.max(self.plain),
            '"' if may_begin => self.double = self.double.max(self.plain),
            '#' if before.is_whitespace() => self.comment = self.comment.max(self.plain),
            _ => {}
        }
    }

    /// Ends what ends with `c`.
    fn close(&mut self, c: char) {
        let ended = self.after_single.take();
        match c {
            '\'' if ended.is_some() => self.single = ended,
            '\'' => {
                self.after_single = self.single.take();
                self.plain = self.plain.max(self.after_single);
                return;
            }
            _ => {}
        }
        if std::mem::take(&mut self.after_backslash) {
            return;
        }
        match c {
            '\\' => self.after_backslash = self.double.is_some(),
            '"' => self.plain = self.plain.max(self.double.take()),
            '\n' => self.plain = self.plain.max(self.comment.take()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(open: &str, close: &str) -> String {
        format!("a: {}{}", open.repeat(129), close.repeat(129))
    }

    #[test]
    fn counts_brackets_that_are_left_open() {
        for (open, close) in
            [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("[']', ", "]"), ("[\"\\\"]\", ", "]")]
        {
            assert!(too_deep(&nested(open, close)).is_some(), "{open}");
        }
        for more in
            ["['it''s ]', ", "[it's, ']', ", "[ # ]\n  ", "[a#, \"#]\", ", "[\"a\"]: [']', "]
        {
            assert!(too_deep(&nested(more, "]")).is_some(), "{more}");
        }
        assert_eq!(too_deep(&"[".repeat(200)), Some(128));
    }

    #[test]
    fn lets_through_what_is_closed_again() {
        for closed in [
            "[q1] ",
            "['a'] it's [b] ",
            "- 'it''s [q1]'\n",
            "\"[q1]\" # [q1]\n",
            "- [a, {b: \"c\"}]\n",
        ] {
            assert_eq!(too_deep(&closed.repeat(1_000)), None, "{closed}");
        }
        assert_eq!(too_deep(&("[".repeat(128) + &"]".repeat(128))), None);
    }
}
