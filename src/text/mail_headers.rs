//! The lines above a mail that only programs write.

/// Returns whether a text begins with headers of a mail (RFC 5322) that only programs write.
pub fn has_mail_headers(text: &str) -> bool {
    /// Headers that a mail program does not show, in lower case.
    const TECHNICAL: [&str; 7] = [
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "dkim-signature",
    ];
    let header = |line: &str| line.split_once(':').map(|(name, _)| name.to_ascii_lowercase());
    let is_name = |name: &String| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.lines()
        .take_while(|line| {
            line.starts_with([' ', '\t']) && !line.trim().is_empty()
                || header(line).is_some_and(|name| is_name(&name))
        })
        .filter_map(header)
        .any(|name| TECHNICAL.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_programs_write_technical_headers() {
        assert!(has_mail_headers("From: vale@example.org\nMIME-Version: 1.0\n\nBoats"));
        assert!(has_mail_headers("Received: from a\n\tby b\nSubject: Boats\n"));
        assert!(!has_mail_headers("From: Dana Vale\nSubject: Boats\n\nMIME-Version: 1.0"));
        assert!(!has_mail_headers("Dana Vale said: received: yes"));
    }
}
