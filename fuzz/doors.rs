//! The ways by which bytes come in from outside. Each takes any bytes, and fails by panicking if
//! something is not as it must be for all of them.
//!
//! The fuzz targets and the property tests of `cargo test` (`tests/it/any_bytes.rs`) go through the
//! same doors.

use std::ops::Range;

use topline::brief::{self, Id, LineColumn, Problem, ReportStyle};
use topline::commands::check::Levels;
use topline::commands::lsp::{self, LspSettings};
use topline::evidence::{self, Evidence, Lock, SourceText};
use topline::import::{self, FileKind, ImportOptions, Metadata};
use topline::library::search::{Index, Query};
use topline::library::{Entry, Origin};
use topline::reader::action::{Action, LibraryAction};
use topline::reader::app::App;
use topline::reader::keys::Key;
use topline::reader::view::snapshot::{self, FrameFormat};
use topline::text::{FoldedText, width, wrap};

/// A brief whose two parties say what the source is given to say; the quotation comes after it.
const BRIEF: &str = "\
summary: A test [q].
source: {title: A test, publisher: The Gazette, issued: 2026-02-09}
organisations: {board: Harbour Safety Board}
officials: {vale: {name: Dana Vale, post: chief inspector, organisation: board}}
claims: {c: {text: It saw 31 boats, by: vale, evidence: q}}
quotes:
  q: {form: direct, by: vale, exact: ";

/// A brief file, and the places and the reports of its problems.
pub fn brief(bytes: &[u8]) {
    let reading = brief::read(&Id::of_file("test"), bytes);
    let places = LineColumn::locate_all(&reading.yaml, &reading.problems);
    assert_eq!(places.len(), reading.problems.len());
    for (problem, place) in reading.problems.iter().zip(&places).take(20) {
        assert!(reading.yaml.get(place.bytes.clone()).is_some(), "{problem:?}: {place:?}");
        assert!(place.line <= reading.yaml.matches('\n').count() + 1);
        assert!((place.line, place.column) <= (place.end_line, place.end_column));
        assert_safe(&report(&reading.yaml, problem, place));
    }
    if let Some(brief) = &reading.brief {
        drop(Evidence::gather(brief, None, None));
    }
}

fn report(yaml: &str, problem: &Problem, place: &LineColumn) -> String {
    let style = ReportStyle { colour: false, width: 80 };
    brief::report("a.yaml", yaml, problem, place, problem.rule.default_severity(), style)
}

/// The text of a source, and after the last NUL a quotation from it.
pub fn quotation(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (source, exact) = text.rsplit_once('\0').unwrap_or((&text, &text));
    let exact: String = exact.chars().filter(|c| !c.is_control()).take(2_000).collect();
    let yaml = format!("{BRIEF}\"{}\"}}\n", exact.replace('\\', "\\\\").replace('"', "\\\""));
    let Some(brief) = brief::read(&Id::of_file("test"), yaml.as_bytes()).brief else { return };
    let source = SourceText::new(source);
    let evidence = Evidence::gather(&brief, Some(source.clone()), None);
    for finding in &evidence.findings {
        assert_in(source.as_str(), &finding.spans);
        assert!(finding.paragraphs.iter().all(|number| *number >= 1));
    }
    for problem in &evidence.problems {
        assert_safe(&problem.message);
        let place = LineColumn::locate(&yaml, problem);
        assert!(yaml.get(place.bytes).is_some(), "{problem:?}");
    }
}

/// A text of whose speakers nothing is known.
pub fn speech(bytes: &[u8]) {
    let text = SourceText::new(&String::from_utf8_lossy(bytes));
    let proposal = evidence::propose(&text, None, &evidence::KnownParties::default());
    let is_known = |id: &Id| {
        proposal.officials.iter().any(|official| official.item.id == *id)
            || proposal.organisations.iter().any(|body| body.item.id == *id)
    };
    for quote in &proposal.quotes {
        assert!((1..=text.paragraphs().len().max(1)).contains(&(quote.paragraph as usize)));
        assert!(quote.item.by.parties().iter().all(is_known), "{:?}", quote.item.by);
        assert_safe(quote.item.words.text());
    }
    for ask in &proposal.asks {
        assert!(is_known(&ask.item.by), "{:?}", ask.item.by);
        assert_safe(&ask.item.action);
    }
}

/// What an editor sends to the language server after it has begun.
pub fn editor(bytes: &[u8]) {
    let begin = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#;
    let mut input = format!("Content-Length: {}\r\n\r\n{begin}", begin.len()).into_bytes();
    input.extend(bytes);
    let settings = LspSettings { levels: Levels::default(), sources: Vec::new() };
    let (input, mut output) = (std::io::Cursor::new(input), Vec::new());
    let mut faults = Vec::new();
    lsp::run(settings, input, &mut output, &mut |said| faults.push(said.clone())).unwrap();
    assert!(!faults.iter().any(|said| said.contains("topline failed")), "{faults:?}");
    for said in &faults {
        assert_safe(said);
    }
    assert!(output.starts_with(b"Content-Length: "));
}

/// A text with figures.
pub fn figures(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for figure in evidence::figures(&text) {
        assert_in(&text, std::slice::from_ref(&figure.bytes));
        assert!(!figure.readings.is_empty());
        assert!(figure.agrees(&figure), "{}", &text[figure.bytes.clone()]);
    }
}

/// A text after the two widths to which it is wrapped.
pub fn wrapping(bytes: &[u8]) {
    let (widths, text) = bytes.split_at(bytes.len().min(2));
    let width_at = |index: usize| widths.get(index).map_or(1, |width| usize::from(*width));
    let text = String::from_utf8_lossy(text);
    let lines = wrap(&text, width_at(0), width_at(1));
    assert_in(&text, &lines);
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let kept: String = lines.iter().map(|line| solid(&text[line.clone()])).collect();
    assert_eq!(kept, solid(&text));
    assert!(width(&text) <= 2 * text.len());
}

/// A query, and after the first NUL a text that it is looked for in.
pub fn search(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (query, text) = text.split_once('\0').unwrap_or((&text, &text));
    let query = Query::parse(query);
    let lit = query.light(&FoldedText::new(&text.into()));
    assert_in(topline::text::Text::new(text).as_str(), &lit);
    assert!(lit.iter().all(|range| !range.is_empty()));
}

/// Keys as they are written, in a reader with a brief, a broken one, and a small screen.
pub fn keys(bytes: &[u8]) {
    let (size, keys) = bytes.split_at(bytes.len().min(2));
    let size_at = |index: usize| u16::from(size.get(index).copied().unwrap_or(20) % 100);
    let Ok(keys) = Key::parse_all(&String::from_utf8_lossy(keys)) else { return };
    let mut app = App::new(2, None);
    app.update(Action::Resized(size_at(0), size_at(1)));
    let sound = format!("{BRIEF}We inspected 31 boats}}\n");
    for (index, (id, yaml)) in
        [("sound", sound.as_str()), ("broken", "sumary: x")].into_iter().enumerate()
    {
        app.update(Action::Library(LibraryAction::Loaded(vec![(index, entry(id, yaml))])));
    }
    snapshot::press(&mut app, &keys);
    let frame = FrameFormat::Text.draw(&app);
    assert_safe(&frame);
    assert_eq!(frame.lines().count(), usize::from(size_at(1)));
}

fn entry(id: &str, yaml: &str) -> Entry {
    let reading = brief::read(&Id::of_file(id), yaml.as_bytes());
    let text = SourceText::new("Dana Vale said: “We inspected 31 boats at night.”");
    let evidence = reading.brief.as_ref().map(|brief| Evidence::gather(brief, Some(text), None));
    Entry {
        id: Id::of_file(id),
        origin: Origin::Shipped(format!("{id}.yaml")),
        yaml: reading.yaml.into(),
        brief: reading.brief.map(Into::into),
        problems: reading.problems,
        evidence: evidence.unwrap_or_default().into(),
        index: Index::default(),
    }
}

/// A lock, which other programs may have written.
pub fn lock(bytes: &[u8]) {
    let path = std::path::Path::new("topline.lock");
    match Lock::parse(bytes, path) {
        Ok(lock) => {
            let again = Lock::parse(&lock.to_bytes(), path);
            assert!(again.is_ok_and(|again| again.to_bytes() == lock.to_bytes()));
        }
        Err(error) => assert_safe(&error.to_string()),
    }
}

/// After its first byte, which chooses the kind, a file to import.
pub fn import(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let kind = FileKind::ALL[usize::from(*first) % FileKind::ALL.len()];
    let options =
        ImportOptions { kind: Some(kind), whole_page: first & 0x80 != 0, keep_lines: false };
    match import::import("a", bytes, &options) {
        Ok(imported) => {
            assert_safe(&imported.text.replace('\u{c}', ""));
            assert!(!imported.text.trim().is_empty());
            let Metadata { title, author, url, .. } = &imported.metadata;
            for value in title.iter().chain(author).chain(url) {
                assert_safe(&value.value);
                assert!(!value.value.contains('\n'));
            }
            // Whoever reads the text finds the paragraphs that were written, each on its line.
            let text = SourceText::new(&imported.text);
            assert!(text.odd_characters().is_empty(), "{:?}", imported.text);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    import::recognise("a", bytes);
}

/// Fails if a text could control a terminal.
fn assert_safe(text: &str) {
    let is_odd = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(is_odd), "{text:?}");
}

/// Fails unless the ranges are in order, apart and inside the text, between characters.
fn assert_in(text: &str, ranges: &[Range<usize>]) {
    assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()), "{ranges:?} in {text:?}");
    assert!(ranges.is_sorted_by(|a, b| a.end <= b.start), "{ranges:?}");
}
