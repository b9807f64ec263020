//! What stands at the top and at the bottom of pages, and is no part of their text.

use std::collections::HashMap;

use super::page_text::PageLine;

/// So many of the first and of the last lines of a page may be heads.
const ZONE: usize = 3;

/// Returns how many lines were left out, and the pages without them: their numbers, and the lines that are
/// the same on most pages but for their digits.
pub fn without_heads(pages: Vec<Vec<PageLine>>) -> (usize, Vec<Vec<PageLine>>) {
    let mut forms: HashMap<String, usize> = HashMap::new();
    for page in &pages {
        let mut on_page: Vec<String> =
            zone(page).into_iter().map(|at| form(&page[at].text)).collect();
        on_page.sort_unstable();
        on_page.dedup();
        for form in on_page {
            *forms.entry(form).or_default() += 1;
        }
    }
    // On two pages or more, and on a third of all: left and right pages may have different heads.
    let often = (pages.len() / 3).max(2);
    // A row of a table may have nothing but figures.
    let has_letters = |form: &str| form.contains(char::is_alphabetic);
    let is_head = |line: &str| {
        let form = form(line);
        let is_often = forms.get(&form).is_some_and(|count| *count >= often);
        is_number(line) || (is_often && has_letters(&form))
    };
    let mut left_out = 0;
    let bodies = pages.into_iter().map(|page| {
        let heads: Vec<usize> = outermost(&page, is_head);
        left_out += heads.len();
        let lines = page.into_iter().enumerate().filter(|(at, _)| !heads.contains(at));
        lines.map(|(_, line)| line).collect()
    });
    let bodies = bodies.collect();
    (left_out, bodies)
}

/// Returns the places of the first and the last lines that have words.
fn zone(page: &[PageLine]) -> Vec<usize> {
    let written: Vec<usize> = (0..page.len()).filter(|at| !page[*at].text.is_empty()).collect();
    let last = written.len().saturating_sub(ZONE).max(ZONE.min(written.len()));
    written[..ZONE.min(written.len())].iter().chain(&written[last..]).copied().collect()
}

/// Returns the lines of the zone that are heads and have nothing but heads outside of them.
fn outermost(page: &[PageLine], is_head: impl Fn(&str) -> bool) -> Vec<usize> {
    let written: Vec<usize> = (0..page.len()).filter(|at| !page[*at].text.is_empty()).collect();
    let heads = |places: &mut dyn Iterator<Item = &usize>| -> Vec<usize> {
        places.take(ZONE).take_while(|at| is_head(&page[**at].text)).copied().collect()
    };
    let mut found = heads(&mut written.iter());
    found.extend(heads(&mut written.iter().rev()));
    found
}

/// A line without its digits, which is the same on every page.
fn form(line: &str) -> String {
    line.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim().to_owned()
}

/// Whether a line is the number of a page: `14`, `- 14 -`, `xiv`, `Page 14 of 90`.
fn is_number(line: &str) -> bool {
    let line = line.trim_matches(['-', '–', '—', ' ', '|', '[', ']']).to_lowercase();
    let line = line.strip_prefix("page").unwrap_or(&line).trim();
    let number =
        |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_roman =
        !line.is_empty() && line.len() <= 6 && line.bytes().all(|b| b"ivxl".contains(&b));
    let both = |between| {
        line.split_once(between).is_some_and(|(one, all)| number(one.trim()) && number(all.trim()))
    };
    number(line) || is_roman || both(" of ") || both("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_is_the_same_on_most_pages_and_the_numbers() {
        let lines = |text: &str| -> Vec<PageLine> {
            text.lines().map(|line| PageLine { text: line.to_owned(), size: 10.0 }).collect()
        };
        let page = |number: usize, body: &str| {
            lines(&format!("Harbour report 2026\n\n{body}\n\n– {number} –\n"))
        };
        let pages = [page(1, "We inspect\n84\nboats.\nWe hire."), page(2, "We act.")];
        let (count, bodies) = without_heads(pages.to_vec());
        assert_eq!(count, 4);
        let words = |body: &Vec<PageLine>| {
            let words: Vec<&str> = body.iter().map(|line| line.text.as_str()).collect();
            words.join(" ").trim().to_owned()
        };
        let text: Vec<String> = bodies.iter().map(words).collect();
        assert_eq!(text, ["We inspect 84 boats. We hire.", "We act."]);
        // Rows of a table that goes on overleaf are no heads.
        let rows = [
            lines("Harbour report\n\nYear Boats\n2023–24 61 9.8\n1"),
            lines("Harbour report\n\n2024–25 79 14.1\nWe act.\n2"),
        ];
        let (_, bodies) = without_heads(rows.to_vec());
        let text: Vec<String> = bodies.iter().map(words).collect();
        assert_eq!(text, ["Year Boats 2023–24 61 9.8", "2024–25 79 14.1 We act."]);
        // One page has no lines that are the same.
        assert_eq!(without_heads(vec![lines("Harbour report\nWe act.")]).0, 0);
    }

    #[test]
    fn knows_the_number_of_a_page() {
        assert!(
            ["7", "- 7 -", "xiv", "Page 7", "Page 7 of 90", "7/90"]
                .iter()
                .all(|line| is_number(line))
        );
        assert!(["", "84 boats", "2026-02", "12345", "civil"].iter().all(|line| !is_number(line)));
    }
}
