//! Writes text into Markdown as text: none of it becomes markup.

/// Puts a backslash before each character of `text` that means something inside a line of
/// CommonMark, or of GitHub's and Pandoc's tables, footnotes, bare links, formulas, attributes and
/// mentions. Line ends and tabs become spaces.
///
/// Markup that counts only at the start of a line is left: use [`markdown_line`] for a text that
/// begins one.
pub fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_address = rest.starts_with("://") || (c == '.' && ends_with_www(&escaped));
        if is_address || is_markup(c) {
            escaped.push('\\');
        }
        escaped.push(if matches!(c, '\n' | '\t') { ' ' } else { c });
        rest = &rest[c.len_utf8()..];
    }
    escaped
}

fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`'
            | '*'
            | '_'
            | '['
            | ']'
            | '<'
            | '>'
            | '{'
            | '}'
            | '&'
            | '|'
            | '~'
            | '$'
            | '^'
            | '#'
            | '@'
    )
}

/// Escapes what means something at the start of a line, such as the marks of lists, rules and
/// definitions, in a line that is already escaped; leaves no space at either end.
pub fn markdown_line(escaped: &str) -> String {
    let line = escaped.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits,
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => 0,
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..mark], &line[mark..])
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
            ("[x](y) ![z] [^1]", r"\[x\](y) !\[z\] \[\^1\]"),
            ("<b>&amp;</b>", r"\<b\>\&amp;\</b\>"),
            ("https://x.org WWW.x.org", r"https\://x.org WWW\.x.org"),
            ("£5 – $5\nné", r"£5 – \$5 né"),
            ("a #1 {b} @c", r"a \#1 \{b\} \@c"),
        ] {
            assert_eq!(escape_markdown(text), escaped);
        }
    }

    #[test]
    fn a_line_begins_with_no_markup() {
        for (line, escaped) in [
            ("- no", r"\- no"),
            ("+ no", r"\+ no"),
            ("---", r"\---"),
            ("===", r"\==="),
            (" 12. no ", r"12\. no"),
            ("1) no", r"1\) no"),
            (": no", r"\: no"),
            ("12 – no", "12 – no"),
            (".", "."),
        ] {
            assert_eq!(markdown_line(line), escaped);
        }
    }
}
