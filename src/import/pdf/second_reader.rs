//! A second program that reads a PDF: `pdftotext` of poppler, if it is installed.

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use wait_timeout::ChildExt;

use super::super::MAX_BYTES;
use crate::files;

/// What the second program says.
#[derive(Debug, PartialEq, Eq)]
pub enum Comparison {
    /// There is none, or it fails.
    Alone,
    /// It reads the same words on every page.
    Agree,
    /// It reads other words on these pages, counted from 1.
    Differ(Vec<usize>),
}

/// How many of a hundred words of a page must be the same.
const SAME: usize = 97;

/// How long the second program may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Compares the words of each page with those that `pdftotext` reads.
pub fn compare(bytes: &[u8], pages: &[String]) -> Comparison {
    let Some(text) = pdftotext(bytes) else { return Comparison::Alone };
    // Each page ends with a page break.
    let others: Vec<&str> = text.split('\u{c}').collect();
    let differs = |index: usize| {
        let other = others.get(index).copied().unwrap_or_default();
        !agree(&pages[index], other)
    };
    let differ: Vec<usize> =
        (0..pages.len()).filter(|index| differs(*index)).map(|index| index + 1).collect();
    if differ.is_empty() { Comparison::Agree } else { Comparison::Differ(differ) }
}

/// Whether nearly all words of two texts are the same, in whatever order.
fn agree(one: &str, other: &str) -> bool {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let (mut all, mut others, mut same) = (0, 0, 0);
    for word in words(one) {
        *counts.entry(word).or_default() += 1;
        all += 1;
    }
    for word in words(other) {
        others += 1;
        if let Some(count) = counts.get_mut(&word).filter(|count| **count > 0) {
            *count -= 1;
            same += 1;
        }
    }
    same * 100 >= all.max(others) * SAME
}

/// The words of a text, without marks, and with the letters of ligatures apart.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = super::page_text::plain(text).to_lowercase();
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

fn pdftotext(bytes: &[u8]) -> Option<String> {
    let mut command = Command::new("pdftotext");
    command.args(["-q", "-enc", "UTF-8", "-", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let (input, output) = (child.stdin.take()?, child.stdout.take()?);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut input = input;
            input.write_all(bytes)
        });
        let answer = scope.spawn(move || files::drain(output, MAX_BYTES));
        let status = child.wait_timeout(PATIENCE).ok().flatten();
        if status.is_none() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let answer = answer.join().ok()?.ok()?;
        status?.success().then(|| String::from_utf8(answer).ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_agree_by_their_words() {
        let text = "We inspected 84 boats ".repeat(10);
        assert!(agree(&text, &text.replace(' ', "\n")));
        assert!(agree("The ﬁrst office.", "the first ofﬁce"));
        assert!(agree(&text, &text.replacen("boats", "ships", 1)));
        assert!(!agree(&text, &text.replacen("boats", "ships", 2)));
        assert!(!agree(&text, ""));
        assert!(agree("", " "));
    }
}
