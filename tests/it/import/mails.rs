//! Mails in every encoding that they are sent in, mails of Outlook, and pages saved as mails.

use std::io::{Cursor, Write};

use super::support::{PARAGRAPHS, TITLE, holds, imported, source_section, starter_states};

const HEADERS: &str = "From: Eve Moss <eve@example.org>\r\nTo: Press <press@example.org>\r\n\
    Subject: Board warns on unlit ferries\r\nDate: Mon, 9 Feb 2026 10:30:00 +0000\r\n\
    Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";

/// Cuts a paragraph into lines as mail programs do.
fn wrapped(paragraph: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in paragraph.split(' ') {
        if column > 0 && column + 1 + word.chars().count() > 72 {
            lines.push_str("\r\n");
            column = 0;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += word.chars().count();
    }
    lines
}

fn plain() -> String {
    PARAGRAPHS.iter().map(|paragraph| wrapped(paragraph) + "\r\n\r\n").collect()
}

fn html() -> String {
    let body: String = PARAGRAPHS.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    format!("<html><head><meta charset=utf-8></head><body>{body}</body></html>")
}

fn quoted_printable(text: &str) -> String {
    let mut encoded = String::new();
    for line in text.split("\r\n") {
        let mut column = 0;
        for byte in line.bytes() {
            let word = match byte {
                b'=' | 0x80.. => format!("={byte:02X}"),
                byte => char::from(byte).to_string(),
            };
            if column + word.len() > 74 {
                encoded.push_str("=\r\n");
                column = 0;
            }
            column += word.len();
            encoded.push_str(&word);
        }
        encoded.push_str("\r\n");
    }
    encoded
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for (index, chunk) in bytes.chunks(3).enumerate() {
        let number = chunk.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = char::from(LETTERS[(number >> (18 - 6 * place) & 63) as usize]);
            encoded.push(if place <= chunk.len() { letter } else { '=' });
        }
        if index % 18 == 17 {
            encoded.push_str("\r\n");
        }
    }
    encoded
}

#[test]
fn a_mail_gives_its_subject_and_its_body() {
    let plain = plain();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&plain);
    let part = |kind: &str, encoding: &str, body: &[u8]| {
        let head = format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n");
        [head.as_bytes(), body].concat()
    };
    let alternative = |plain: &[u8], html: &[u8]| {
        let head = "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\nignored\r\n--b\r\n";
        [head.as_bytes(), plain, b"\r\n--b\r\n", html, b"\r\n--b--\r\n"].concat()
    };
    for body in [
        part("text/plain; charset=utf-8", "8bit", plain.as_bytes()),
        part("text/plain; charset=utf-8", "quoted-printable", quoted_printable(&plain).as_bytes()),
        part("text/plain; charset=utf-8", "base64", base64(plain.as_bytes()).as_bytes()),
        part("text/plain; charset=windows-1252", "8bit", &windows),
        part("text/html; charset=utf-8", "quoted-printable", quoted_printable(&html()).as_bytes()),
        alternative(
            &part("text/plain; charset=utf-8", "8bit", b"See the page."),
            &part("text/html; charset=utf-8", "base64", base64(html().as_bytes()).as_bytes()),
        ),
    ] {
        let (folder, _) = holds("mail.eml", [HEADERS.as_bytes(), &body].concat());
        let section = source_section(&folder);
        for line in [
            "title: 'Board warns on unlit ferries'  # from the mail’s subject\n",
            "author: 'Eve Moss'  # from the mail’s sender\n",
            "issued: 2026-02-09  # from the mail’s date\n",
        ] {
            assert!(section.contains(line), "{section}");
        }
    }
}

#[test]
fn what_a_mail_answers_stays_behind_its_marks() {
    let mail = format!(
        "{HEADERS}Content-Type: text/plain; charset=utf-8\r\n\r\nWe agree.\r\n\r\n> We inspected 84 boats.\r\n> It is \
         neglect.\r\n"
    );
    let (folder, said) = imported("a.eml", mail, &[]);
    assert_eq!(
        folder.read("story.txt"),
        format!("{TITLE}\n\nWe agree.\n\n> We inspected 84 boats.\n\n> It is neglect.\n")
    );
    assert!(said.contains("; 2 paragraphs behind `>` of earlier mails\n"), "{said}");
    let page =
        "<p>We agree.</p><blockquote type=cite><p>We inspected <b>84</b> boats.</p></blockquote>";
    let mail = format!("{HEADERS}Content-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let (folder, _) = imported("a.eml", mail, &[]);
    assert_eq!(
        folder.read("story.txt"),
        format!("{TITLE}\n\nWe agree.\n\n> We inspected 84 boats.\n")
    );
}

#[test]
fn attachments_are_named_and_left_out() {
    let mail = format!(
        "{HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the report.\r\n\
         --b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"report.pdf\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n"
    );
    let (_, said) = imported("a.eml", mail, &[]);
    assert!(said.contains("; left out: 1 attachment (report.pdf)\n"), "{said}");
}

#[test]
fn a_page_that_a_browser_saved_as_one_file_is_a_page() {
    let page = html().replace("<body>", &format!("<body><nav><p>Home</p></nav><h1>{TITLE}</h1>"));
    let mail = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/unlit\r\nSubject: x\r\n\
         Date: Tue, 10 Feb 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n\
         Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--b--\r\n",
        quoted_printable(&page)
    );
    let (folder, _) = holds("page.mhtml", mail);
    let section = source_section(&folder);
    for line in [
        "url: 'https://example.org/unlit'  # from the browser that saved it\n",
        "accessed: 2026-02-10  # from the browser that saved it\n",
    ] {
        assert!(section.contains(line), "{section}");
    }
}

/// A mail of Outlook with these streams.
fn msg(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    // 2026-02-09 10:30 in units of 100 ns since 1601, after the tag of PR_CLIENT_SUBMIT_TIME.
    let time = (1_770_633_000_u64 + 11_644_473_600) * 10_000_000;
    let entry = [&0x0039_0040_u32.to_le_bytes()[..], &[6, 0, 0, 0], &time.to_le_bytes()].concat();
    let properties = [vec![0; 32], entry].concat();
    file.create_stream("/__properties_version1.0").unwrap().write_all(&properties).unwrap();
    file.create_storage("/__attach_version1.0_#00000000").unwrap();
    for (path, bytes) in streams {
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_mail_of_outlook_gives_its_subject_and_its_body() {
    let head = [
        ("/__substg1.0_0037001F", utf16(TITLE)),
        ("/__substg1.0_0C1A001F", utf16("Eve Moss")),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", utf16("report.pdf")),
    ];
    for body in [
        ("/__substg1.0_1000001F", utf16(&PARAGRAPHS.join("\r\n\r\n"))),
        ("/__substg1.0_10130102", html().into_bytes()),
    ] {
        let (folder, said) = holds("mail.msg", msg(&[&head[..], &[body]].concat()));
        assert!(said.contains("left out: 1 attachment (report.pdf)"), "{said}");
        let section = source_section(&folder);
        assert!(section.contains("author: 'Eve Moss'  # from the mail’s sender\n"), "{section}");
        assert!(section.contains("issued: 2026-02-09  # from the mail’s date\n"), "{section}");
    }
}

#[test]
fn one_long_line_in_a_wrapped_mail_stops_no_joining() {
    let long = "This e-mail may contain confidential information. If you are not the intended recipient, please \
                tell the sender and delete it from your system.";
    let link = format!("https://example.org/{}?from=mail", "small-boats-".repeat(9));
    let list = ["Dana Vale", "Tidewater Safety Board, 1 Quay", "- 84 boats", "- 31 lights"];
    let kind = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    for last in [long, &link] {
        let mail = format!("{HEADERS}{kind}{}{}\r\n\r\n{last}\r\n", plain(), list.join("\r\n"));
        let (folder, said) = imported("a.eml", mail, &[]);
        let lines = [&[TITLE][..], &PARAGRAPHS, &list, &[last]].concat();
        assert_eq!(folder.read("story.txt"), lines.join("\n\n") + "\n");
        assert!(!said.contains("may go on"), "{said}");
    }
    let unsure = format!(
        "{long}\r\n{long}\r\n{long}\r\nWe inspected all of the boats in every one of the harbours\r\nin winter."
    );
    let (_, said) = imported("a.eml", format!("{HEADERS}{kind}{unsure}\r\n"), &[]);
    assert!(said.contains("; 1 line may go on in the next: it is kept apart\n"), "{said}");
}

#[test]
fn a_forwarded_release_is_what_the_mail_brings() {
    let release: String = PARAGRAPHS.iter().map(|line| format!("<p>{line}</p>")).collect();
    let head = "From: Press Office &lt;press@example.org&gt;<br>Date: Mon, 9 Feb 2026<br>Subject: unlit<br>\
                To: Press list";
    let plain_head = [
        "From: Press Office <press@example.org>",
        "Date: Mon, 9 Feb 2026",
        "Subject: unlit",
        "To: Press list",
    ];
    let answer = "<div class=gmail_quote><div class=gmail_attr>On Sunday Eve Moss wrote:</div>\
                  <blockquote class=gmail_quote><p>When is it due?</p></blockquote></div>";
    let dashes = "---------- Forwarded message ---------";
    for (forwarded, first) in [
        (
            format!("<div class=gmail_quote><div>{dashes}<br>{head}<br></div>{release}</div>"),
            &[dashes][..],
        ),
        (format!("<blockquote type=cite><div>{head}</div>{release}</blockquote>"), &[]),
        (format!("<div style='border-top:solid'><p>{head}</p></div>{release}"), &[]),
    ] {
        let mail = format!(
            "{HEADERS}Content-Type: text/html; charset=utf-8\r\n\r\n<p>See below.<br>Best,<br>Eve<br>Press officer</p>\
             {forwarded}{answer}"
        );
        let (folder, _) = imported("a.eml", mail, &[]);
        let lines = [
            &[TITLE, "See below.", "Best,", "Eve", "Press officer"][..],
            first,
            &plain_head,
            &PARAGRAPHS,
            &["> On Sunday Eve Moss wrote:", "> When is it due?"],
        ];
        assert_eq!(folder.read("story.txt"), lines.concat().join("\n\n") + "\n");
        starter_states(&folder);
        let brief = folder.read("story.yaml");
        assert!(!brief.contains("exact: '>"), "{brief}");
        assert!(brief.contains("\n  type: statement         # what the mail brings"), "{brief}");
    }
}

#[test]
fn no_quotation_begins_with_the_mark_of_an_earlier_mail() {
    let mail = format!(
        "{HEADERS}Content-Type: text/plain; charset=utf-8\r\n\r\nDana Vale, the chief inspector of the Tidewater Safety \
         Board, said:\r\n\r\n> The programme will spend £96 million this year.\r\n>\r\n> We want 12 lights by 1 May \
         2026.\r\n"
    );
    let (folder, _) = imported("a.eml", mail, &[]);
    let brief = folder.read("story.yaml");
    assert!(brief.contains("The programme will spend £96 million"), "{brief}");
    assert!(!brief.contains("exact: '>"), "{brief}");
}

#[test]
fn the_sender_has_the_given_name_first() {
    let headers = HEADERS.replace("From: Eve Moss <", "From: \"Moss, Eve (Press)\" <");
    let (folder, _) = imported("a.eml", format!("{headers}\r\n{}", plain()), &[]);
    let section = source_section(&folder);
    assert!(section.contains("author: 'Eve Moss'  # from the mail’s sender\n"), "{section}");
}

#[test]
fn a_plain_text_that_is_cut_into_lines_is_joined_unless_it_is_the_source_itself() {
    let (folder, said) = holds("release.txt", format!("{TITLE}\r\n\r\n{}", plain()));
    assert!(said.contains(" cut lines joined"), "{said}");
    drop(folder);
    let text = plain().replace('\r', "");
    let (folder, _) = imported("story.txt", &text, &[]);
    assert_eq!(folder.read("story.txt"), text);
    let verse = "They sailed at night\nwithout a light\nand nobody saw them go\n";
    let (folder, said) = imported("verse.txt", verse, &[]);
    assert_eq!(folder.read("story.txt"), verse);
    assert!(!said.contains("joined"), "{said}");
}
