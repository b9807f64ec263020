//! The built program: what it writes, what it says and what it refuses.

use serde_json::Value;

use crate::support::library::Folder;
use crate::support::program::{Run, run};

const BRIEF: &str = "ferry-lights.yaml";

/// Runs `topline check .` with these arguments, whatever the date is.
fn check(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run(&[&["check", ".", "--allow", "past-due"], arguments].concat())
}

/// The brief `ferry-lights` with a date in words and a misspelt section.
fn with_mistakes() -> Folder {
    let folder = Folder::ferry_lights();
    folder.replace(BRIEF, "issued: 2026-02-09", "issued: 9 February 2026");
    folder.replace(BRIEF, "organisations:", "organizations:");
    folder
}

#[test]
fn fixes_are_made_in_the_file_named_and_what_is_left_is_checked() {
    let folder = with_mistakes();
    folder.replace(BRIEF, "84 boats and 31 had", "84 boats and 32 had");
    let run = check(&folder, &["--fix"]);
    assert_eq!(
        run.stderr,
        "topline: fixed ./ferry-lights.yaml:21:11 [wrong-type]: write `2026-02-09`\n\
         topline: fixed ./ferry-lights.yaml:25:1 [unknown-field]: rename it `organisations`\n"
    );
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("error[not-verbatim]"), "{}", run.stdout);
    let summary = "1 brief: 1 error, 0 warnings; 1 of 2 quotations verified; 1 fixable with `--fix --unsafe-fixes`\n";
    assert!(run.stdout.ends_with(summary), "{}", run.stdout);
    let run = check(&folder, &["--fix", "--unsafe-fixes"]);
    assert_eq!(run.code, 0);
    assert_eq!(folder.read(BRIEF), Folder::ferry_lights().read(BRIEF));
    // With nothing left to fix, nothing is written.
    let before = folder.path(BRIEF).metadata().unwrap().modified().unwrap();
    check(&folder, &["--fix", "--unsafe-fixes"]).done();
    assert_eq!(folder.path(BRIEF).metadata().unwrap().modified().unwrap(), before);
}

#[test]
fn a_patch_shows_the_fixes_and_changes_nothing() {
    let folder = with_mistakes();
    let before = folder.read(BRIEF);
    let run = check(&folder, &["--diff"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    insta::assert_snapshot!(run.stdout, @r"
    --- ferry-lights.yaml
    +++ ferry-lights.yaml
    @@ -18,11 +18,11 @@
       type: statement
       publisher: Tidewater Safety Board
       by: tsb
    -  issued: 9 February 2026
    +  issued: 2026-02-09
       url: https://example.org/tsb/unlit-ferries
       text: ferry-lights.txt
     
    -organizations:
    +organisations:
       tsb: Tidewater Safety Board
       dop: Department of Ports
     
    ");
    assert_eq!(folder.read(BRIEF), before);
    assert_eq!(check(&Folder::ferry_lights(), &["--diff"]).done(), "");
}

#[test]
fn line_ends_and_a_byte_order_mark_are_kept() {
    let folder = with_mistakes();
    let crlf = |text: &str| format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"));
    folder.write(BRIEF, crlf(&folder.read(BRIEF)));
    let patch = check(&folder, &["--diff"]).stdout;
    assert!(patch.contains("-organizations:\r\n+organisations:\r\n"), "{patch:?}");
    assert_eq!(check(&folder, &["--fix"]).code, 0);
    assert_eq!(folder.read(BRIEF), crlf(&Folder::ferry_lights().read(BRIEF)));
}

#[test]
fn what_is_next_to_a_character_that_is_never_shown_is_fixed_but_not_printed() {
    let folder = with_mistakes();
    folder.replace(BRIEF, "organizations:", "# \u{1b}[31m\norganizations:");
    let run = check(&folder, &["--diff"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("the fixes of ./ferry-lights.yaml are not shown"),
        "{}",
        run.stderr
    );
    check(&folder, &["--fix"]);
    assert!(folder.read(BRIEF).contains("# \u{1b}[31m\norganisations:"));
}

#[test]
fn what_is_in_no_file_is_refused() {
    let folder = Folder::new();
    for flag in ["--fix", "--diff"] {
        let shipped = folder.run(&["check", flag]).refused();
        assert!(shipped.contains(&format!("`{flag}` needs a brief or a folder")), "{shipped}");
        let stdin = folder.run(&["check", "-", flag]).refused();
        assert!(stdin.contains(&format!("`{flag}` needs a file")), "{stdin}");
    }
    assert!(folder.is_empty());
}

#[test]
fn flags_that_do_not_go_together_are_refused() {
    for arguments in [
        &["--fix", "--watch"][..],
        &["--diff", "--watch"],
        &["--fix", "--diff"],
        &["--diff", "--lock"],
        &["--diff", "--format", "json"],
        &["--fix", "--explain", "orphan"],
        &["--unsafe-fixes"],
    ] {
        run(&[&["check"], arguments].concat()).refused();
    }
}

#[test]
fn a_file_that_is_read_only_is_left_alone_and_the_others_are_fixed() {
    let folder = with_mistakes();
    folder.copy(BRIEF, "unlit.yaml");
    let mut permissions = folder.path(BRIEF).metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(folder.path(BRIEF), permissions).unwrap();
    let before = folder.read(BRIEF);
    let said = check(&folder, &["--fix"]);
    assert_eq!(said.code, 2);
    let expected = "cannot fix every brief: ./ferry-lights.yaml is read-only";
    assert!(said.stderr.contains(expected), "{}", said.stderr);
    assert_eq!(folder.read(BRIEF), before);
    assert!(folder.read("unlit.yaml").contains("issued: 2026-02-09"));
}

#[cfg(unix)]
#[test]
fn a_brief_that_is_a_link_is_fixed_where_it_is() {
    let folder = with_mistakes();
    std::fs::create_dir(folder.path("kept")).unwrap();
    std::fs::rename(folder.path(BRIEF), folder.path("kept/ferry-lights.yaml")).unwrap();
    std::os::unix::fs::symlink("kept/ferry-lights.yaml", folder.path(BRIEF)).unwrap();
    folder.run(&["check", BRIEF, "--fix"]);
    assert!(folder.path(BRIEF).is_symlink());
    assert_eq!(folder.read("kept/ferry-lights.yaml"), Folder::ferry_lights().read(BRIEF));
    // A link out of the folder that was named is not followed.
    let library = Folder::new();
    let kept = folder.path("kept/ferry-lights.yaml");
    folder.replace("kept/ferry-lights.yaml", "organisations:", "organizations:");
    std::os::unix::fs::symlink(&kept, library.path("linked.yaml")).unwrap();
    let run = library.run(&["check", ".", "--fix"]);
    assert_eq!(run.code, 1);
    assert!(folder.read("kept/ferry-lights.yaml").contains("organizations:"));
}

#[test]
fn what_is_fixed_is_locked() {
    let folder = with_mistakes();
    let run = check(&folder, &["--fix", "--lock"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(folder.read("topline.lock").contains("ferry-lights"));
}

#[test]
fn a_fix_is_in_json_and_a_safe_one_in_sarif() {
    let folder = with_mistakes();
    folder.replace(BRIEF, "paragraph: 6", "para: 6");
    let json: Value = serde_json::from_str(&check(&folder, &["--format", "json"]).stdout).unwrap();
    let fixes: Vec<&Value> =
        json["problems"].as_array().unwrap().iter().map(|problem| &problem["fix"]).collect();
    assert_eq!(fixes[0]["title"], "write `2026-02-09`");
    assert_eq!((&fixes[0]["safe"], &fixes[0]["edits"][0]["line"]), (&true.into(), &21.into()));
    assert_eq!(fixes[1]["edits"][0]["replacement"], "organisations");
    assert_eq!(fixes[2]["safe"], false);
    let sarif = check(&folder, &["--format", "sarif"]).stdout;
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&sarif).unwrap();
    let results = log.runs[0].results.as_ref().unwrap();
    let fixes: Vec<usize> =
        results.iter().map(|result| result.fixes.as_ref().map_or(0, Vec::len)).collect();
    assert_eq!(fixes, [1, 1, 0]);
    let replacement = &results[0].fixes.as_ref().unwrap()[0].artifact_changes[0].replacements[0];
    let inserted = replacement.inserted_content.as_ref().unwrap();
    assert_eq!(inserted.text.as_deref(), Some("2026-02-09"));
}
