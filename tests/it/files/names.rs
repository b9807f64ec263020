//! Names of files and arguments that would control a terminal, or forge a line of a report.

use std::fs;

use crate::hostile::sequences::{SEQUENCES, assert_harmless};
use crate::support::library::{FERRY_BOARD, Folder, UNLIT_BOATS};
use crate::support::program::Run;

/// Names of a file or a folder with every kind of sequence, as many in each as a file system takes.
fn names() -> Vec<String> {
    let mut names = vec!["d\n::error::forged".to_owned(), "f\rforged\tg".to_owned()];
    let mut name = "a".to_owned();
    // Where a long name is wrapped, it may begin a line with what the first two forge.
    for (_, sequence) in SEQUENCES.iter().filter(|(_, sequence)| !sequence.starts_with('\n')) {
        let sequence = sequence.replace("forged", "x").replace('/', "-");
        // What is written beside a file has a longer name.
        if name.len() + sequence.len() > 150 {
            names.push(std::mem::replace(&mut name, "b".to_owned()));
        }
        name.push_str(&sequence);
    }
    names.push(name);
    names
}

/// Fails if a run wrote a character that is not shown as it is, or a line that a name forged.
#[track_caller]
fn assert_plain(run: &Run, what: &str) {
    for stream in [&run.stdout, &run.stderr] {
        // CSV ends its lines so, and a form feed separates pages.
        let stream = stream.replace("\r\n", "\n").replace("\n\u{c}", "\n");
        assert!(!stream.contains('\t'), "{what}: {stream:?}");
        assert_harmless(&stream, what);
        let is_forged = |line: &str| line.starts_with("::error::") || line.starts_with("forged");
        assert!(!stream.lines().any(is_forged), "{what}: {stream:?}");
    }
}

#[test]
fn no_name_of_a_file_controls_a_terminal_or_forges_a_line() {
    for name in names().iter().map(String::as_str) {
        let folder = Folder::with(&[("kept.yaml", FERRY_BOARD)]);
        folder.write(&format!("{name}.yaml"), UNLIT_BOATS);
        folder.write(&format!("{name}/bad.yaml"), "summary: [\n");
        folder.write(&format!("{name}/topline.lock"), "no lock");
        folder.write(&format!("{name}/good.yaml"), UNLIT_BOATS);
        let file = format!("{name}.yaml");
        for arguments in [
            &["check", "."][..],
            &["check", ".", "--format", "github"],
            &["check", ".", "--format", "json"],
            &["check", ".", "--format", "sarif"],
            &["check", name, "--lock"],
            &["check", &file],
            &["print", "."],
            &["print", ".", "--format", "markdown"],
            &["print", ".", "--format", "html"],
            &["print", ".", "--format", "json"],
            &["print", "kept.yaml", "-o", name],
            &["print", "kept.yaml", "-o", &file],
            &["asks", "."],
            &["asks", ".", "--format", "csv"],
            &["find", "boats", "."],
            &["find", "boats", ".", "--format", "json"],
            &["export", "."],
            &["new", "x", "-o", &file],
            &["new", "good", "-o", name],
            &["new", "x", "--source", &file],
            &["man", &file],
            &["read", ".", "--snapshot", "100x30"],
            &["read", &file, "--snapshot", "100x30"],
        ] {
            assert_plain(&folder.run(arguments), &format!("{name:?} {arguments:?}"));
        }
    }
}

#[test]
fn no_argument_controls_a_terminal_or_forges_a_line() {
    let folder = Folder::with(&[("kept.yaml", FERRY_BOARD)]);
    for name in names().iter().map(String::as_str) {
        let flag = format!("--{name}");
        for arguments in [
            &[name][..],
            &[flag.as_str()],
            &["print", &flag],
            &["print", "--width", name],
            &["print", "--format", name],
            &["print", "--section", name],
            &["print", "--official", name, "kept.yaml"],
            &["print", "--pack", "--title", name, "kept.yaml"],
            &["check", "--allow", name],
            &["check", "--explain", name],
            &["check", "--sources", name, "kept.yaml"],
            &["asks", "--by", name],
            &["asks", "--instrument", name, "kept.yaml"],
            &["find", name, "kept.yaml"],
            &["read", "kept.yaml", "--at", name, "--snapshot", "80x24"],
            &["read", "kept.yaml", "--theme", name, "--snapshot", "80x24"],
            &["read", "kept.yaml", "--snapshot", name],
            &["new", name],
            &["completions", name],
            &["--color", name],
        ] {
            assert_plain(&folder.run(arguments), &format!("{name:?} {arguments:?}"));
        }
    }
}

#[test]
fn no_variable_and_no_setting_controls_a_terminal_or_forges_a_line() {
    for name in names().iter().map(String::as_str) {
        let folder = Folder::with(&[("kept.yaml", FERRY_BOARD)]);
        let run = folder.topline(&["print"]).env("TOPLINE_LIBRARY", name).output().unwrap();
        assert_plain(&Run::new(run), name);
        let config = folder.path(name).join("topline/config.toml");
        fs::create_dir_all(config.parent().unwrap()).unwrap();
        // TOML spells any character so.
        let value: String = name.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
        fs::write(
            config,
            format!("\"{value}\" = 1\ntheme = \"{value}\"\n[keys]\n\"{value}\" = \"{value}\"\n"),
        )
        .unwrap();
        let mut run = folder.topline(&["read", "kept.yaml", "--snapshot", "80x24"]);
        let run = Run::new(run.env("XDG_CONFIG_HOME", folder.path(name)).output().unwrap());
        assert!(run.stderr.contains("no setting is called"), "{run:?}");
        assert_plain(&run, name);
    }
}
