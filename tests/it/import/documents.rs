//! Documents of word processors, written part by part.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::support::{PARAGRAPHS, TITLE, holds, imported, source_section, text};
use crate::support::library::Folder;

/// An archive of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(part.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = "<?xml version='1.0' encoding='UTF-8'?>
<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>
<Default Extension='xml' ContentType='application/xml'/>
<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>
<Override PartName='/word/footnotes.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'/>
</Types>";

const RELATIONS: &str = "<?xml version='1.0' encoding='UTF-8'?>
<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>
<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/>
<Relationship Id='rId2' Type='http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' Target='docProps/core.xml'/>
</Relationships>";

const FOOTNOTES: &str = "<?xml version='1.0' encoding='UTF-8'?>
<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>
<w:footnote w:id='2'><w:p><w:r><w:t>Of all that sail at night.</w:t></w:r></w:p></w:footnote></w:footnotes>";

const NO_FOOTNOTES: &str = "<?xml version='1.0' encoding='UTF-8'?>
<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>";

const CORE: &str = "<?xml version='1.0' encoding='UTF-8'?>
<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
 xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Board warns on unlit ferries</dc:title>
<dc:creator>Eve Moss</dc:creator></cp:coreProperties>";

fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version='1.0' encoding='UTF-8'?><w:document \
         xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{body}</w:body></w:document>"
    );
    let relations = "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes' Target='footnotes.xml'/></Relationships>";
    package(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", relations),
        ("word/document.xml", &document),
        (
            "word/footnotes.xml",
            if body.contains("footnoteReference") { FOOTNOTES } else { NO_FOOTNOTES },
        ),
        ("docProps/core.xml", CORE),
    ])
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// Each paragraph in runs that cut its words, as Word leaves them.
fn runs(paragraph: &str) -> String {
    let characters: Vec<char> = paragraph.chars().collect();
    let runs = characters.chunks(7).map(|chunk| run(&chunk.iter().collect::<String>()));
    format!("<w:p>{}</w:p>", runs.collect::<String>())
}

fn report() -> impl Iterator<Item = &'static str> {
    std::iter::once(TITLE).chain(PARAGRAPHS)
}

#[test]
fn a_document_of_word_gives_its_words() {
    let (folder, said) =
        holds("report.docx", docx(&report().map(runs).collect::<String>()).as_slice());
    assert!(said.starts_with("story.txt: 6 paragraphs of report.docx"), "{said}");
    let section = source_section(&folder);
    for line in [
        "title: 'Board warns on unlit ferries'  # from the document’s properties\n",
        "author: 'Eve Moss'  # from the document’s properties\n",
    ] {
        assert!(section.contains(line), "{section}");
    }
}

#[test]
fn tracked_changes_and_notes_do_not_change_a_sentence() {
    let body = format!(
        "<w:p>{}<w:del w:id='1' w:author='x'><w:r><w:delText>never </w:delText></w:r></w:del>\
         <w:ins w:id='2' w:author='x'>{}</w:ins>{}<w:r><w:footnoteReference w:id='2'/></w:r>{}</w:p>\
         <w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        run("We "),
        run("always "),
        run("act"),
        run(", said Dana Vale."),
        runs("Boats"),
        runs("84"),
    );
    let (folder, said) = imported("a.docx", docx(&body), &[]);
    assert_eq!(
        folder.read("story.txt"),
        "We always act, said Dana Vale.\n\nBoats 84\n\nOf all that sail at night.\n"
    );
    let account = "story.txt: 3 paragraphs of a.docx; left out: 1 footnote mark, 1 tracked deletion; the \
                   footnotes are at the end; 1 tracked insertion kept\n";
    assert!(said.starts_with(account), "{said}");
}

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0' encoding='UTF-8'?><office:document-content \
         xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' \
         xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>{body}\
         </office:text></office:body></office:document-content>"
    );
    let meta = "<?xml version='1.0'?><office:document-meta xmlns:office='o' xmlns:dc='d' xmlns:meta='m'><office:meta>\
        <dc:title>Untitled 1</dc:title><meta:initial-creator>Eve Moss</meta:initial-creator></office:meta></office:document-meta>";
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("meta.xml", meta),
    ])
}

#[test]
fn an_opendocument_text_gives_its_words() {
    let spans = |paragraph: &str| {
        let (first, rest) = paragraph.split_at(paragraph.find(' ').unwrap());
        format!("<text:p>{first}<text:span>{rest}</text:span></text:p>")
    };
    let body: String = report().map(spans).collect();
    let (folder, said) = holds("report.odt", odt(&body));
    assert!(said.starts_with("story.txt: 6 paragraphs of report.odt"), "{said}");
    // A title that is not printed is that of another document.
    assert!(!source_section(&folder).contains("Untitled"));
}

#[test]
fn an_opendocument_text_leaves_out_what_is_not_printed() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes>\
        <text:p>We<text:s text:c='2'/>act<text:note><text:note-citation>1</text:note-citation><text:note-body>\
        <text:p>In part.</text:p></text:note-body></text:note>,<office:annotation><text:p>Really?</text:p>\
        </office:annotation><text:line-break/>she said.<text:line-break/>Yes.</text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Boats</text:p></table:table-cell><table:table-cell>\
        <text:p>84</text:p></table:table-cell></table:table-row></table:table>";
    let (folder, said) = imported("a.odt", odt(body), &[]);
    assert_eq!(folder.read("story.txt"), "We act, she said.\n\nYes.\n\nBoats 84\n\nIn part.\n");
    let account =
        "left out: 1 footnote mark, 1 comment, 1 tracked deletion; the footnotes are at the end\n";
    assert!(said.contains(account), "{said}");
}

#[test]
fn a_document_that_would_exhaust_its_reader_is_refused() {
    let folder = Folder::new();
    let bomb = |body: &str| docx(body);
    folder.write("bomb.docx", bomb(&"<w:p/>".repeat(4_000_000)));
    folder.write("bomb.odt", odt(&" ".repeat(30_000_000)));
    for name in ["bomb.docx", "bomb.odt"] {
        let refused = folder.run(&["import", name]).refused();
        let reason = "has a part that inflates to more than 100 times its size";
        assert!(refused.starts_with(&format!("topline: {name} {reason}")), "{refused}");
    }
    let nested = |tag: &str| format!("<{tag}>").repeat(300) + &format!("</{tag}>").repeat(300);
    folder.write("deep.docx", docx(&nested("w:sdt")));
    folder.write("deep.odt", odt(&nested("text:section")));
    for name in ["deep.docx", "deep.odt"] {
        let refused = folder.run(&["import", name]).refused();
        assert!(refused.contains("has elements in more than 256 levels"), "{refused}");
    }
    let laughs = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;'>]>\
        <office:document-content xmlns:office='o' xmlns:text='t'><text:p>We &b; act.</text:p></office:document-content>";
    let parts = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", laughs)];
    folder.write("laughs.odt", package(&parts));
    folder.run(&["import", "laughs.odt"]).said();
    assert_eq!(folder.read("laughs.txt"), "We act.\n");
}

#[test]
fn a_document_that_is_damaged_or_protected_is_refused() {
    let folder = Folder::new();
    let whole = docx(&report().map(runs).collect::<String>());
    folder.write("cut.docx", &whole[..whole.len() / 2]);
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "x"),
    ];
    folder.write("secret.odt", package(&parts));
    folder.write("table.xlsx", package(&[("xl/workbook.xml", "<workbook/>")]));
    folder.write("all.zip", package(&[("a.txt", &text())]));
    let mut compound = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    compound.create_stream("/EncryptedPackage").unwrap().write_all(b"x").unwrap();
    folder.write("secret.docx", compound.into_inner().into_inner());
    for (name, reason) in [
        ("cut.docx", "is neither text nor of a kind that is known; "),
        (
            "secret.odt",
            "is protected by a password; open it with the password, save it without one",
        ),
        (
            "secret.docx",
            "is protected by a password; open it with the password, save it without one",
        ),
        ("table.xlsx", "is a spreadsheet or a presentation, which is not imported; save"),
        ("all.zip", "is an archive of files; unpack it"),
    ] {
        let refused = folder.run(&["import", name, "--id", "b"]).refused();
        assert!(refused.starts_with(&format!("topline: {name} {reason}")), "{refused}");
    }
    assert!(!folder.has("b.txt") && !folder.has("b.yaml"));
}
