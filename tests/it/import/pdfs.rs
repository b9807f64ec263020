//! PDFs, written object by object, with a text layer.

use super::support::{PARAGRAPHS, TITLE, holds, source_section};
use crate::support::library::Folder;

/// A PDF of pages that are lines, each with the place of its beginning; `info` is its dictionary of
/// information.
fn pdf(pages: &[Vec<(u32, u32, String)>], info: &str) -> Vec<u8> {
    let line = |(x, y, line): &(u32, u32, String)| {
        format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm <{}> Tj ET\n", hexadecimal(line))
    };
    let contents: Vec<String> = pages.iter().map(|page| page.iter().map(line).collect()).collect();
    pdf_with_contents(&contents, info)
}

/// A PDF whose pages are drawn so.
fn pdf_with_contents(pages: &[String], info: &str) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
    objects.push(format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")));
    objects.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    );
    objects.push(info.to_owned());
    for (index, shown) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            6 + 2 * index
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{shown}endstream", shown.len()));
    }
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    bytes
}

/// The letters of a line in Windows-1252, which the font names.
fn hexadecimal(line: &str) -> String {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(line);
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// Cuts a paragraph into lines of a page, and a long word at a hyphen.
fn lines(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = lines.last_mut().unwrap();
        let length = line.chars().count();
        if length == 0 {
            line.push_str(word);
        } else if word == "inspectors," {
            line.push_str(" inspec-");
            lines.push("tors,".to_owned());
        } else if length + 1 + word.chars().count() <= 80 {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The report on two pages, which end inside a paragraph, with a head and a number each.
fn report() -> Vec<Vec<(u32, u32, String)>> {
    let mut all: Vec<Option<String>> = vec![Some(TITLE.to_owned()), None];
    for paragraph in PARAGRAPHS {
        all.extend(lines(paragraph).into_iter().map(Some));
        all.push(None);
    }
    let (first, second) = all.split_at(7);
    [first, second]
        .iter()
        .enumerate()
        .map(|(index, lines)| {
            let mut page = vec![(60, 800, "Tidewater Gazette | Ferries".to_owned())];
            let mut y = 740;
            for line in *lines {
                match line {
                    Some(line) => page.push((60, y, line.clone())),
                    None => y -= 12,
                }
                y -= 12;
            }
            page.push((290, 40, (index + 1).to_string()));
            page
        })
        .collect()
}

const INFO: &str = "<< /Title (Board warns on unlit ferries) /Author (Eve Moss) >>";

#[test]
fn a_pdf_gives_its_words_over_its_pages() {
    let (folder, said) = holds("report.pdf", pdf(&report(), INFO));
    assert_eq!(folder.read("story.txt").matches('\u{c}').count(), 1);
    assert!(
        said.contains(
            "; left out: 4 page heads and numbers; 1 word joined at line ends; 2 pages; "
        ),
        "{said}"
    );
    let section = source_section(&folder);
    for line in [
        "title: 'Board warns on unlit ferries'  # from the document’s properties\n",
        "author: 'Eve Moss'  # from the document’s properties\n",
    ] {
        assert!(section.contains(line), "{section}");
    }
}

/// Runs the program where `pdftotext` is the script, or is not installed.
fn with_pdftotext(script: Option<&str>) -> String {
    let folder = Folder::with(&[("a.pdf", pdf(&report(), INFO))]);
    folder.write("bin/keep", "");
    if let Some(script) = script {
        folder.write("bin/pdftotext", script);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let executable = std::fs::Permissions::from_mode(0o755);
            std::fs::set_permissions(folder.path("bin/pdftotext"), executable).unwrap();
        }
    }
    let mut command = folder.topline(&["import", "a.pdf"]);
    crate::support::program::Run::new(command.env("PATH", folder.path("bin")).output().unwrap())
        .said()
}

#[cfg(unix)]
#[test]
fn a_second_program_is_asked_if_it_is_installed() {
    let said = with_pdftotext(None);
    assert!(
        said.contains("; one program alone has read it: compare what you quote with the PDF"),
        "{said}"
    );
    let said = with_pdftotext(Some("#!/bin/sh\nexit 1\n"));
    assert!(said.contains("; one program alone has read it"), "{said}");
    let pages = report();
    let page = |index: usize| {
        pages[index].iter().map(|(_, _, line)| line.as_str()).collect::<Vec<_>>().join("\n")
    };
    let script = |second: &str| {
        format!(
            "#!/bin/sh\nwhile read -r line; do :; done\nprintf '%s' '{}\u{c}{second}\u{c}'\n",
            page(0)
        )
    };
    let said = with_pdftotext(Some(&script(&page(1))));
    assert!(said.contains("; `pdftotext` reads the same words\n"), "{said}");
    let other = page(1).replace("board", "hoard").replace("lights", "rights");
    let said = with_pdftotext(Some(&script(&other)));
    assert!(
        said.contains("; `pdftotext` reads other words on page 2: compare what you quote"),
        "{said}"
    );
}

#[test]
fn a_scan_a_damaged_file_and_a_protected_one_are_refused() {
    let folder = Folder::new();
    folder.write("scan.pdf", pdf(&[Vec::new(), Vec::new()], INFO));
    let whole = pdf(&report(), INFO);
    folder.write("cut.pdf", &whole[..40]);
    let locked = String::from_utf8_lossy(&whole).replace(
        "/Info 4 0 R",
        "/Info 4 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /Length 40 \
         /O <2055C756C72E1AD702608E8196ACAD447AD32D17CFF583235F6DD15FED7DAB67> \
         /U <2055C756C72E1AD702608E8196ACAD447AD32D17CFF583235F6DD15FED7DAB67> >>",
    );
    folder.write("locked.pdf", locked);
    for (name, reason) in [
        (
            "scan.pdf",
            "has no text: it is a scan, or its letters are drawn; run it through text recognition (OCR)",
        ),
        ("cut.pdf", "cannot be read: it is no PDF, or a damaged one; open it and print it"),
        ("locked.pdf", "is protected by a password; open it with the password"),
    ] {
        let refused = folder.run(&["import", name]).refused();
        assert!(refused.starts_with(&format!("topline: {name} {reason}")), "{refused}");
    }
}

#[test]
fn the_marks_of_footnotes_are_not_in_their_sentences() {
    let text = |text: &str| format!("<{}> Tj\n", hexadecimal(text));
    let raised = |mark: &str| format!("/F1 6 Tf 4 Ts {} 0 Ts /F1 10 Tf\n", text(mark));
    let content = [
        "BT /F1 10 Tf 1 0 0 1 60 700 Tm\n".to_owned(),
        text("It was “a decade of drift"),
        raised("12"),
        text(" and neglect” over 10 km"),
        raised("2"),
        text(", said Dana Vale.\u{a0}"),
        "ET BT /F1 8 Tf 1 0 0 1 60 60 Tm\n".to_owned(),
        text("12 Of all that sail."),
        "ET\n".to_owned(),
    ];
    let folder = Folder::with(&[("a.pdf", pdf_with_contents(&[content.concat()], INFO))]);
    let said = folder.run(&["import", "a.pdf"]).said();
    assert_eq!(
        folder.read("a.txt").replace('\u{a0}', ""),
        "It was “a decade of drift and neglect” over 10 km2, said Dana Vale.\n\n12 Of all that sail.\n"
    );
    assert!(said.contains("; left out: 1 footnote mark; "), "{said}");
}

/// Draws text at a place in a size; a part behind `^` is a raised mark.
fn drawn(size: u32, place: (u32, u32), shown: &str) -> String {
    let (x, y) = place;
    let mut content = format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm\n");
    for (index, part) in shown.split('^').enumerate() {
        let part = format!("<{}> Tj\n", hexadecimal(part));
        let shown = if index % 2 == 1 {
            format!("/F1 6 Tf 4 Ts {part} 0 Ts /F1 {size} Tf\n")
        } else {
            part
        };
        content.push_str(&shown);
    }
    content + "ET\n"
}

#[test]
fn the_footnotes_of_a_page_stand_in_no_sentence() {
    for size in [8, 10] {
        let first = [
            drawn(
                10,
                (60, 700),
                "The board of harbours has written to all of the owners^1^ of small ferries",
            ),
            drawn(
                10,
                (60, 688),
                "in the district^2^. It will return to the largest harbours in September",
            ),
            drawn(size, (60, 80), "1 The owners are listed in the annex."),
            drawn(
                size,
                (60, 68),
                "2 Letter of the board to the department, 3 July 2026, which the board published with",
            ),
            drawn(size, (60, 56), "its accounts."),
            drawn(10, (290, 30), "1"),
        ];
        let second = [
            drawn(10, (60, 700), "2027 and will report on what has changed."),
            drawn(10, (60, 670), "It ends here."),
            drawn(10, (290, 30), "2"),
        ];
        let pages = [first.concat(), second.concat()];
        let folder = Folder::with(&[("a.pdf", pdf_with_contents(&pages, INFO))]);
        let said = folder.run(&["import", "a.pdf"]).said();
        assert_eq!(
            folder.read("a.txt"),
            "The board of harbours has written to all of the owners of small ferries in the district. It will \
             return to the largest harbours in September\u{c}2027 and will report on what has changed.\n\n\
             1 The owners are listed in the annex.\n\n\
             2 Letter of the board to the department, 3 July 2026, which the board published with its \
             accounts.\n\nIt ends here.\n"
        );
        let account = "left out: 2 page heads and numbers, 2 footnote marks; 2 footnotes set apart from the \
                       text above; ";
        assert!(said.contains(account), "{said}");
    }
}

#[test]
fn a_bullet_begins_a_paragraph_and_a_title_of_two_lines_is_one() {
    let lines = [
        drawn(16, (60, 760), "Board warns"),
        drawn(16, (60, 730), "Owners of unlit ferries"),
        drawn(10, (60, 700), "The board wants:"),
        drawn(
            10,
            (60, 680),
            "\u{2022} lights on every boat that sails at night or at dusk, and on every quay; and",
        ),
        drawn(10, (60, 660), "\u{2022} parishes to put up notices."),
    ];
    let info = "<< /Title (Board warns Owners of unlit ferries) >>";
    let bytes = pdf_with_contents(&[lines.concat()], info);
    let (folder, _) = super::support::imported("a.pdf", bytes, &[]);
    assert_eq!(
        folder.read("story.txt"),
        "Board warns Owners of unlit ferries\n\nThe board wants:\n\n\
         \u{2022} lights on every boat that sails at night or at dusk, and on every quay; and\n\n\
         \u{2022} parishes to put up notices.\n"
    );
    let section = source_section(&folder);
    let title = "title: 'Board warns Owners of unlit ferries'  # from the document’s properties\n";
    assert!(section.contains(title), "{section}");
}
