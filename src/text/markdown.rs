//! Writes text into Markdown as text: none of it becomes markup.

/// Puts a backslash before each character of `text` that means something inside a line of
/// CommonMark, or of GitHub's tables, footnotes, bare links and formulas. Line ends become spaces.
///
/// What means something at the start of a line alone, such as `#`, is left: the text stands behind
/// something else.
#[must_use]
pub fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_address = rest.starts_with("://") || (c == '.' && ends_with_www(&escaped));
        if is_address || is_markup(c) {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
        rest = &rest[c.len_utf8()..];
    }
    escaped
}

fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$')
}

fn ends_with_www(text: &str) -> bool {
    text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_markup() {
        for (text, escaped) in [
            ("a | b", r"a \| b"),
            ("**no** _no_ `no`", r"\*\*no\*\* \_no\_ \`no\`"),
            ("[x](y) ![z] [^1]", r"\[x\](y) !\[z\] \[^1\]"),
            ("<b>&amp;</b>", r"\<b\>\&amp;\</b\>"),
            ("https://x.org WWW.x.org", r"https\://x.org WWW\.x.org"),
            ("£5 – $5\nné", r"£5 – \$5 né"),
        ] {
            assert_eq!(escape_markdown(text), escaped);
        }
    }
}
