//! The change of a file as a unified patch, which `patch -p0` and `git apply -p0` take.

use std::env;
use std::path::{Component, Path, PathBuf};

use similar::{Algorithm, ChangeTag, capture_diff_slices, group_diff_ops};

use crate::text::{Text, odd_characters};

/// How many lines that did not change are shown around those that did.
const CONTEXT: usize = 3;

/// Returns the patch that makes `after` of `before`, the bytes of the file at `path`. [`None`] if it
/// would have a character that topline never prints, other than a carriage return at the end of a line
/// and a byte order mark, or if the two are not UTF-8.
pub fn unified(path: &Path, before: &[u8], after: &[u8]) -> Option<String> {
    let (before, after) = (std::str::from_utf8(before).ok()?, std::str::from_utf8(after).ok()?);
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let name = name(path);
    let mut out = format!("--- {name}\n+++ {name}\n");
    let operations = capture_diff_slices(Algorithm::Myers, &old, &new);
    for group in group_diff_ops(operations, CONTEXT) {
        let (first, last) = group.first().zip(group.last())?;
        let hunk = |start: usize, end: usize| match end - start {
            0 => format!("{start},0"),
            lines => format!("{},{lines}", start + 1),
        };
        let of_old = hunk(first.old_range().start, last.old_range().end);
        let of_new = hunk(first.new_range().start, last.new_range().end);
        out.extend(["@@ -", &of_old, " +", &of_new, " @@\n"]);
        for operation in &group {
            for change in operation.iter_changes(&old, &new) {
                push_line(&mut out, change.tag(), change.value())?;
            }
        }
    }
    Some(out)
}

fn push_line(out: &mut String, tag: ChangeTag, line: &str) -> Option<()> {
    let shown = line.strip_suffix('\n').unwrap_or(line);
    let shown = shown.strip_suffix('\r').unwrap_or(shown);
    let shown = shown.strip_prefix('\u{feff}').unwrap_or(shown);
    if odd_characters(shown).next().is_some() {
        return None;
    }
    let sign = match tag {
        ChangeTag::Equal => " ",
        ChangeTag::Delete => "-",
        ChangeTag::Insert => "+",
    };
    out.extend([sign, line]);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
    Some(())
}

/// Returns the path from the current folder, as the head of a patch has it. A name with a blank ends in
/// a tab there.
fn name(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    let parts = path.components().filter(|part| *part != Component::CurDir);
    let name = Text::from(parts.collect::<PathBuf>().as_path());
    let end = if name.contains(' ') { "\t" } else { "" };
    format!("{name}{end}")
}
