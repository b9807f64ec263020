//! The built program, in every format.

use std::process::{Command, Output};

/// Runs `topline print` in this folder, in a home where nothing is set up.
fn print(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    command.arg("print").args(arguments).env_remove("TOPLINE_LIBRARY").env("HOME", home.path());
    for variable in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, home.path());
    }
    command.output().unwrap()
}

#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let output = print(arguments);
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = print(arguments);
    assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn text_is_cut_into_pages() {
    let text = printed(&["briefs", "--page-length", "60"]);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(pages.len() > 5 && pages.iter().all(|page| page.lines().count() <= 60));
    assert!(pages[1].lines().next().unwrap().ends_with(&format!("page 2 of {}", pages.len())));
    assert!(text.contains("\u{c}CROSS-SOURCE"));
    assert!(!printed(&["briefs", "--no-cross-source"]).contains("CROSS-SOURCE"));
}

#[test]
fn markdown_and_json_are_printed() {
    let markdown = printed(&["briefs", "--format", "markdown"]);
    assert!(
        markdown.starts_with("# BRIEF A: Board warns on unlit ferries\n\n- Source: "),
        "{markdown}"
    );
    assert!(
        markdown.contains("\n# CROSS-SOURCE: ")
            && markdown.contains("\n[^C3]: Source C, paragraph 3: ")
    );
    let value: serde_json::Value =
        serde_json::from_str(&printed(&["briefs", "--format", "json"])).unwrap();
    assert_eq!(value["briefs"][2]["id"], "nca-holyrood");
}

#[test]
fn a_persons_dossier_is_printed_in_every_format_of_paper() {
    let text = printed(&["briefs", "--official", "jones"]);
    assert!(text.starts_with("PERSON\nRob Jones\n====="), "{text}");
    assert!(
        printed(&["briefs", "--official", "jones", "--page-length", "30"]).contains("page 1 of 3")
    );
    let markdown = printed(&["briefs", "--official", "jones", "--format", "markdown"]);
    assert!(markdown.starts_with("# PERSON: Rob Jones\n"), "{markdown}");
    assert!(printed(&["briefs", "--official", "jones", "--ascii"]).is_ascii());
}

#[test]
fn an_unknown_person_is_refused_with_the_nearest_name() {
    assert_eq!(
        refused(&["briefs", "--official", "jnes"]),
        "topline: no brief names `jnes`; did you mean `jones`?\n"
    );
}

#[test]
fn an_option_that_means_nothing_in_a_format_is_refused() {
    for (arguments, option, format) in [
        (&["--format", "markdown", "--page-length", "60"][..], "--page-length", "markdown"),
        (&["--format", "markdown", "--width", "60"], "--width", "markdown"),
        (&["--format", "json", "--section", "asks"], "--section", "json"),
        (&["--format", "json", "--official", "jones"], "--official", "json"),
        (&["--format", "json", "--ascii"], "--ascii", "json"),
        (&["--format", "json", "--no-cross-source"], "--no-cross-source", "json"),
    ] {
        let message = format!("topline: {option} has no meaning with --format {format}\n");
        assert_eq!(refused(arguments), message);
    }
}
