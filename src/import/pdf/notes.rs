//! The notes at the foot of pages, which would else stand inside the sentence that goes on overleaf.

use super::page_text::PageLine;
use crate::text::month_number;

/// A page without its heads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageBody {
    /// The lines above its notes.
    pub lines: Vec<String>,
    /// The lines of each note at its foot.
    pub notes: Vec<Vec<String>>,
}

/// A line of a note has less than this part of the size of the text, if notes are set smaller.
const SMALL: f64 = 0.94;

/// Sets the notes apart: the last lines of a page, from one that begins with a mark which the text of
/// that page has. Either they are smaller than the text, or all its marks are there and nothing but notes
/// follows. `marks` has the marks of each page.
pub fn set_apart(pages: Vec<Vec<PageLine>>, marks: &[Vec<String>]) -> Vec<PageBody> {
    let size = typical_size(&pages);
    let mut bodies: Vec<PageBody> = Vec::new();
    for (mut lines, marks) in pages.into_iter().zip(marks) {
        let starts = starts(&lines, marks, size);
        let foot = starts.first().copied().unwrap_or(lines.len());
        let notes = notes(&lines, &starts);
        lines.truncate(foot);
        let open = bodies.last_mut().and_then(|page| page.notes.last_mut());
        if let Some(open) = open.filter(|note| note.last().is_some_and(|line| !is_whole(line))) {
            let rest = lines.split_off(small_foot(&lines, size).unwrap_or(lines.len()));
            open.extend(written(rest));
        }
        bodies.push(PageBody { lines: lines.into_iter().map(|line| line.text).collect(), notes });
    }
    bodies
}

/// The size of the middle letter of the upper halves of pages, in the order of their sizes: notes may be longer than
/// the text.
fn typical_size(pages: &[Vec<PageLine>]) -> f64 {
    let upper = pages.iter().flat_map(|page| page.iter().take(page.len().div_ceil(2)));
    let mut sizes: Vec<(f64, usize)> =
        upper.map(|line| (line.size, line.text.chars().count())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut before = 0;
    let middle = sizes.into_iter().find(|(_, letters)| {
        before += letters;
        before > half
    });
    middle.map_or(0.0, |(size, _)| size)
}

/// Returns where the lines begin that are smaller than the text, up to the end of the page; [`None`] if the last is
/// not, or the whole page is.
fn small_foot(lines: &[PageLine], size: f64) -> Option<usize> {
    let is_small = |line: &PageLine| line.text.is_empty() || line.size < size * SMALL;
    let above = lines.iter().rposition(|line| !is_small(line))?;
    let first = above + 1 + lines[above + 1..].iter().position(|line| !line.text.is_empty())?;
    Some(first)
}

/// Returns the lines with which the notes of a page begin.
fn starts(lines: &[PageLine], marks: &[String], size: f64) -> Vec<usize> {
    let small = small_foot(lines, size);
    let mut wanted: Vec<&str> = Vec::new();
    for mark in marks.iter().flat_map(|mark| mark.split(',')).map(str::trim) {
        if !mark.is_empty() && !wanted.contains(&mark) {
            wanted.push(mark);
        }
    }
    let mut end = lines.len();
    let mut starts = Vec::new();
    for mark in wanted.iter().rev() {
        let from = small.unwrap_or(0).min(end);
        let found = lines[from..end].iter().rposition(|line| begins_note(&line.text, mark));
        if let Some(found) = found {
            end = from + found;
            starts.push(end);
        }
    }
    starts.reverse();
    let is_certain =
        small.is_some() || starts.len() == wanted.len() && stands_apart(lines, &starts);
    if is_certain { starts } else { Vec::new() }
}

/// Whether there is a gap before the first of notes that are as large as the text, and none inside one, as there is
/// after a heading with a number.
fn stands_apart(lines: &[PageLine], starts: &[usize]) -> bool {
    let is_gap = |at: usize| lines.get(at).is_some_and(|line| line.text.is_empty());
    let Some(&first) = starts.first() else { return false };
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    first > 0
        && is_gap(first - 1)
        && starts.iter().zip(ends).all(|(&start, end)| {
            let last = (start..end).rev().find(|at| !is_gap(*at)).unwrap_or(start);
            !(start..last).any(is_gap)
        })
}

/// Whether a line begins with the mark of a note and its text: `1 See`, `[1] See`, `1. See`, `* See`.
fn begins_note(line: &str, mark: &str) -> bool {
    let Some(rest) = line.trim_start_matches(['[', '(']).strip_prefix(mark) else { return false };
    let after = rest.trim_start_matches([']', ')', '.']);
    let text = after.trim_start();
    let Some(first) = text.chars().find(|c| c.is_alphanumeric()) else { return false };
    let has_gap = text.len() < after.len();
    // `12` is no mark `1`, nor is `1,000` or `1st`.
    after
        .chars()
        .next()
        .is_some_and(|c| c.is_whitespace() || c.is_alphabetic() || "“‘\"'".contains(c))
        && (has_gap || first.is_uppercase())
        && !is_date(text)
}

/// Whether a text goes on as a date does after its day.
fn is_date(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && month_number(word).is_some()
}

/// Returns the lines of each note. One whose mark the text does not show begins where the one before is whole.
fn notes(lines: &[PageLine], starts: &[usize]) -> Vec<Vec<String>> {
    let mut notes: Vec<Vec<String>> = Vec::new();
    let Some(&first) = starts.first() else { return notes };
    for (at, line) in lines.iter().enumerate().skip(first) {
        if line.text.is_empty() {
            continue;
        }
        let begins = starts.contains(&at) || notes.last().is_some_and(|note| follows(note, line));
        match notes.last_mut().filter(|_| !begins) {
            Some(note) => note.push(line.text.clone()),
            None => notes.push(vec![line.text.clone()]),
        }
    }
    notes
}

/// Whether a line begins the note with the next number.
fn follows(note: &[String], line: &PageLine) -> bool {
    let number = |line: &str| {
        let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u16>().ok()
    };
    let Some(next) = note.first().and_then(|line| number(line)?.checked_add(1)) else {
        return false;
    };
    note.last().is_some_and(|line| is_whole(line)) && begins_note(&line.text, &next.to_string())
}

/// Whether a line ends as a sentence does.
fn is_whole(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '”', '"', ')', ']'])
}

fn written(lines: Vec<PageLine>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| line.text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a page; those behind `~` are small.
    fn lines(text: &str) -> Vec<PageLine> {
        let line = |line: &str| match line.strip_prefix('~') {
            Some(small) => PageLine { text: small.to_owned(), size: 8.0 },
            None if line.is_empty() => PageLine::default(),
            None => PageLine { text: line.to_owned(), size: 10.0 },
        };
        text.lines().map(line).collect()
    }

    fn apart(pages: &[&str], marks: &[&[&str]]) -> Vec<(String, Vec<String>)> {
        let marks: Vec<Vec<String>> = marks
            .iter()
            .map(|marks| marks.iter().map(|mark| (*mark).to_owned()).collect())
            .collect();
        let bodies = set_apart(pages.iter().map(|page| lines(page)).collect(), &marks);
        let parts = bodies.into_iter().map(|page| {
            (page.lines.join("|"), page.notes.iter().map(|note| note.join("|")).collect())
        });
        parts.collect()
    }

    #[test]
    fn small_lines_at_the_foot_are_notes_if_the_page_has_their_marks() {
        let page = "We inspected 84 boats in September\n\n~1 Letter of the board,\n~3 July 2026.\n~2 Accounts, page 12.\n~3 See above.";
        let notes = ["1 Letter of the board,|3 July 2026.", "2 Accounts, page 12.", "3 See above."];
        let notes: Vec<String> = notes.map(str::to_owned).to_vec();
        let body = "We inspected 84 boats in September|".to_owned();
        // The mark of the third is not known.
        for marks in [&["1,2"][..], &["1", "2"], &["1", "2", "3"]] {
            assert_eq!(apart(&[page], &[marks]), [(body.clone(), notes.clone())]);
        }
        let (kept, notes) = apart(&[page], &[&[]]).remove(0);
        assert!(kept.ends_with("3 See above.") && notes.is_empty(), "{kept}");
        // Rows of a small table are none.
        let page = "We inspected 84 boats in September\n\n~1 Brinmouth\n~2 Eelwick\n~1 Letter.\n~2 Accounts.";
        let (kept, notes) = apart(&[page], &[&["1", "2"]]).remove(0);
        assert!(kept.ends_with("1 Brinmouth|2 Eelwick"), "{kept}");
        assert_eq!(notes, ["1 Letter.", "2 Accounts."]);
    }

    #[test]
    fn a_note_goes_on_at_the_foot_of_the_next_page() {
        let pages = [
            "We inspected in May\n\n~* Letter of the",
            "84 boats.\n\n~board of 2026.\n~† Accounts.",
        ];
        let parts = apart(&pages, &[&["*"], &["†"]]);
        assert_eq!(parts[0].1, ["* Letter of the|board of 2026."]);
        assert_eq!(parts[1], ("84 boats.|".to_owned(), vec!["† Accounts.".to_owned()]));
    }

    #[test]
    fn notes_as_large_as_the_text_stand_apart_from_it() {
        let page = "We inspected boats in\n\n1. Letter of the board.\n\n[2] Accounts,\npage 12.";
        let notes = vec!["1. Letter of the board.".to_owned(), "[2] Accounts,|page 12.".to_owned()];
        assert_eq!(apart(&[page], &[&["1", "2"]]), [("We inspected boats in|".to_owned(), notes)]);
        for page in [
            "We act.\n\n2 Findings\n\nWe inspected boats.",
            "We inspected boats in May and\n2 Boats in June.",
            "We inspected boats.\n\n2 June was a day of rain.",
            "We inspected boats.\n\n2,000 Boats sail, 2nd class.",
        ] {
            assert_eq!(apart(&[page], &[&["2"]])[0].1, [""; 0], "{page}");
        }
    }
}
