//! Git and pre-commit, as `docs/git.md` sets them up: Git itself, and the built program.

use std::fs;
use std::process::Command;

use crate::support::library::Folder;
use crate::support::program::PROGRAM;

/// Git in a folder whose `topline` is the built program, without this user's settings.
fn git(folder: &Folder, arguments: &[&str]) -> String {
    let bin = folder.path("bin");
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display());
    let output = Command::new("git")
        .current_dir(folder.root())
        .env("PATH", path)
        .env("HOME", folder.root())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=Dana Vale", "-c", "user.email=vale@example.org"])
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The lines of the fenced blocks of the page that begin with `start`.
fn documented(start: &str) -> Vec<String> {
    let page = fs::read_to_string("docs/git.md").unwrap();
    page.lines().filter(|line| line.starts_with(start)).map(str::to_owned).collect()
}

#[test]
fn git_shows_what_changed_on_the_printed_page() {
    let folder = Folder::ferry_lights();
    let yaml = folder.read("ferry-lights.yaml");
    let repository = Folder::with(&[
        ("briefs/ferry-lights.yaml", yaml.clone()),
        ("briefs/ferry-lights.txt", folder.read("ferry-lights.txt")),
        (".gitattributes", documented("briefs/*.yaml diff=").join("\n")),
    ]);
    fs::create_dir(repository.path("bin")).unwrap();
    std::os::unix::fs::symlink(PROGRAM, repository.path("bin/topline")).unwrap();
    git(&repository, &["init", "--quiet"]);
    let [textconv] = &documented("git config --global diff.topline.textconv ")[..] else {
        panic!()
    };
    let command = textconv.split_once(" '").unwrap().1.trim_end_matches('\'');
    git(&repository, &["config", "diff.topline.textconv", command]);
    git(&repository, &["add", "briefs"]);
    git(&repository, &["commit", "--quiet", "--message", "Add a brief"]);
    repository.write("briefs/ferry-lights.yaml", yaml.replace("31 of 84", "32 of 84"));
    let shown = git(&repository, &["diff"]);
    assert!(shown.contains("\n-1. 31 of 84 boats"), "{shown}");
    assert!(shown.contains("\n+- A-c1 “32” is not in its evidence"), "{shown}");
    repository.write("briefs/ferry-lights.yaml", format!("{yaml}quotes: [\n"));
    assert!(
        git(&repository, &["diff"]).contains("\n+quotes: ["),
        "a broken brief is shown as it is"
    );
}

#[test]
fn the_hooks_of_pre_commit_run_the_program_as_it_is() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let hooks: Vec<serde_yaml::Value> = serde_yaml::from_str(&hooks).unwrap();
    let folder = Folder::with(&[("briefs/broken.yaml", "summary: [")]);
    for hook in &hooks {
        let entry = hook["entry"].as_str().unwrap();
        let arguments = hook["args"].as_sequence().unwrap().iter().map(|one| one.as_str().unwrap());
        let words: Vec<&str> = entry.split(' ').skip(1).chain(arguments).collect();
        let run = folder.run(&words);
        assert_eq!(run.code, 1, "{entry}: {}", run.stderr);
        assert!(run.stdout.contains("briefs/broken.yaml"), "{}", run.stdout);
    }
    assert_eq!(hooks.len(), 2);
}
