//! The built program, in every format.

use std::fs;

use crate::support::library::Folder;
use crate::support::program::{PROGRAM, Run, run};
#[cfg(unix)]
use crate::support::terminal::{Terminal, command};

/// Runs `topline print` in the folder of this repository.
fn print(arguments: &[&str]) -> Run {
    run(&[&["print"], arguments].concat())
}

#[test]
fn text_is_cut_into_pages() {
    let text = print(&["briefs", "--page-length", "60"]).done();
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(pages.len() > 5 && pages.iter().all(|page| page.lines().count() <= 60));
    assert!(pages[1].lines().next().unwrap().ends_with(&format!("page 2 of {}", pages.len())));
    assert!(text.contains("\u{c}CROSS-SOURCE"));
    assert!(!print(&["briefs", "--no-cross-source"]).done().contains("CROSS-SOURCE"));
}

#[test]
fn a_draft_says_what_is_still_to_be_filled_in() {
    let draft = "summary: To be written.\nsource: {title: Boats, publisher: TBC}\n";
    let folder = Folder::with(&[
        ("draft.yaml", draft),
        ("nearly.yaml", &draft.replace("TBC", "unknown")),
        ("sound.yaml", &draft.replace("TBC", "unknown").replace("To be written", "They sail")),
    ]);
    let text = folder.run(&["print", "."]);
    assert_eq!(text.code, 0);
    assert_eq!(
        text.stderr,
        "topline: ./draft.yaml is a draft with 2 places to fill in; run `topline check`\n\
         topline: ./nearly.yaml is a draft with 1 place to fill in; run `topline check`\n"
    );
    let drafts: Vec<&str> = text.stdout.lines().filter(|line| line.starts_with("DRAFT")).collect();
    assert_eq!(drafts, ["DRAFT     2 places to fill in", "DRAFT     1 place to fill in"]);
    let markdown = folder.run(&["print", "draft.yaml", "--format", "markdown"]).stdout;
    assert!(markdown.contains("- DRAFT: 2 places to fill in\n"), "{markdown}");
    let json = folder.run(&["print", ".", "--format", "json"]).stdout;
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let to_fill_in = |index: usize| value["briefs"][index]["to_fill_in"].clone();
    assert_eq!(to_fill_in(0), serde_json::json!(["summary", "source.publisher"]));
    assert_eq!(to_fill_in(2), serde_json::json!([]));
}

#[test]
fn markdown_and_json_are_printed() {
    let markdown = print(&["briefs", "--format", "markdown"]).done();
    assert!(
        markdown.starts_with("# BRIEF A: Board warns on unlit ferries\n\n- Source A: "),
        "{markdown}"
    );
    assert!(
        markdown.contains("\n# CROSS-SOURCE: ")
            && markdown.contains("\n[^C3]: Source C, paragraph 3: ")
    );
    let value: serde_json::Value =
        serde_json::from_str(&print(&["briefs", "--format", "json"]).done()).unwrap();
    assert_eq!(value["briefs"][2]["id"], "nca-holyrood");
}

#[test]
fn the_name_of_the_output_chooses_the_format_unless_one_is_given() {
    let folder = Folder::ferry_lights();
    let written = |file: &str, more: &[&str]| {
        folder.run(&[&["print", "ferry-lights.yaml", "-o", file, "--force"], more].concat()).done();
        fs::read(folder.path(file)).unwrap()
    };
    for (file, begins) in [
        ("page.html", "<!DOCTYPE html>"),
        ("page.HTM", "<!DOCTYPE html>"),
        ("page.docx", "PK"),
        ("page.md", "# BRIEF A: "),
        ("page.json", "{\n"),
        ("page.txt", "BRIEF A\n"),
        ("page", "BRIEF A\n"),
    ] {
        assert!(written(file, &[]).starts_with(begins.as_bytes()), "{file}");
    }
    assert!(written("page.html", &["--format", "text"]).starts_with(b"BRIEF A\n"));
    assert_eq!(
        folder.run(&["print", "ferry-lights.yaml", "-o", "page.docx", "--width", "60"]).refused(),
        "topline: `--width` cannot be used with `--format docx`\n"
    );
}

#[test]
fn a_word_file_goes_through_a_pipe() {
    let folder = Folder::ferry_lights();
    let arguments = ["print", "ferry-lights.yaml", "--format", "docx"];
    let output = folder.topline(&arguments).output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    assert!(output.stdout.starts_with(b"PK"));
}

#[cfg(unix)]
#[test]
fn a_word_file_is_not_written_to_a_terminal() {
    let folder = Folder::ferry_lights();
    let brief = folder.path("ferry-lights.yaml");
    let arguments = ["print", brief.to_str().unwrap(), "--format", "docx"];
    let mut terminal = Terminal::run(command(PROGRAM, &arguments));
    assert_eq!(terminal.wait_for_end().exit_code(), 2);
    assert_eq!(
        terminal.contents().trim_end(),
        "topline: a Word file cannot be shown in a terminal; name a file with `-o brief.docx`"
    );
}

#[test]
fn a_persons_dossier_is_printed_in_every_format_of_paper() {
    let text = print(&["briefs", "--official", "jones"]).done();
    assert!(text.starts_with("PERSON\nRob Jones\n====="), "{text}");
    assert!(
        print(&["briefs", "--official", "jones", "--page-length", "30"])
            .done()
            .contains("page 1 of 3")
    );
    let markdown = print(&["briefs", "--official", "jones", "--format", "markdown"]).done();
    assert!(markdown.starts_with("# PERSON: Rob Jones\n"), "{markdown}");
    assert!(print(&["briefs", "--official", "jones", "--ascii"]).done().is_ascii());
}

#[test]
fn an_unknown_person_is_refused_with_the_nearest_name() {
    assert_eq!(
        print(&["briefs", "--official", "jnes"]).refused(),
        "topline: no brief names `jnes`; did you mean `jones`?\n"
    );
}

#[test]
fn an_option_that_means_nothing_in_a_format_is_refused() {
    for (arguments, option, format) in [
        (&["--format", "markdown", "--page-length", "60"][..], "--page-length", "markdown"),
        (&["--format", "markdown", "--width", "60"], "--width", "markdown"),
        (&["--format", "html", "--width", "60"], "--width", "html"),
        (&["--format", "html", "--citations", "inline"], "--citations", "html"),
        (&["--format", "docx", "--page-length", "60"], "--page-length", "docx"),
        (&["--format", "json", "--section", "asks"], "--section", "json"),
        (&["--format", "json", "--official", "jones"], "--official", "json"),
        (&["--format", "json", "--ascii"], "--ascii", "json"),
        (&["--format", "json", "--no-cross-source"], "--no-cross-source", "json"),
    ] {
        let message = format!("topline: `{option}` cannot be used with `--format {format}`\n");
        assert_eq!(print(arguments).refused(), message);
    }
}
