//! Words set as a sentence or as a quotation.

use crate::text::{Text, ends_sentence};

/// Ends the text with a full stop, unless it has an end mark of its own.
pub fn sentence(text: &Text) -> Text {
    if text.is_empty() || ends_sentence(text) { text.clone() } else { format!("{text}.").into() }
}

/// Capitalises the first letter of a word.
pub fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Puts exact words between double quotation marks. Double marks inside them become single ones.
///
/// A curly opening mark without a closing one repeats the outer mark at the start of a paragraph
/// and is left out. A straight mark that is not part of a pair, as in `a 12" gun`, stays.
pub fn in_marks(exact: &str) -> Text {
    let pairs = inner_pairs(exact);
    let mut marked = String::from('“');
    for (offset, c) in exact.char_indices() {
        if pairs.iter().any(|&(open, _)| open == offset) {
            marked.push('‘');
        } else if pairs.iter().any(|&(_, close)| close == offset) {
            marked.push('’');
        } else if c != '“' {
            marked.push(c);
        }
    }
    marked.push('”');
    marked.into()
}

/// Returns the byte offsets of each pair of double quotation marks in `exact`.
fn inner_pairs(exact: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    let mut before = ' ';
    for (offset, c) in exact.char_indices() {
        let starts_word = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '‘');
        let closes = c == '”' || (c == '"' && !starts_word);
        if c == '“' || (c == '"' && starts_word) {
            open.push((offset, c));
        } else if closes
            && let Some(at) = open.iter().rposition(|&(_, mark)| matches_close(mark, c))
        {
            pairs.push((open[at].0, offset));
            open.truncate(at);
        }
        before = c;
    }
    pairs
}

fn matches_close(open: char, close: char) -> bool {
    (open == '"') == (close == '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_marks_inside_a_quotation_singly() {
        for (exact, marked) in [
            ("a decade of drift", "“a decade of drift”"),
            ("they said “no” to us", "“they said ‘no’ to us”"),
            ("they said \"no\" to us", "“they said ‘no’ to us”"),
            ("“No”, they said", "“‘No’, they said”"),
            ("a 12\" gun", "“a 12\" gun”"),
            ("One. “Two paragraphs", "“One. Two paragraphs”"),
            ("One. “Two say “no” again", "“One. Two say ‘no’ again”"),
            ("it’s theirs", "“it’s theirs”"),
        ] {
            assert_eq!(in_marks(exact), marked);
        }
    }

    #[test]
    fn ends_a_sentence_once() {
        for (text, ended) in [
            ("a code by June", "a code by June."),
            ("Done.", "Done."),
            ("Is it done?”", "Is it done?”"),
            ("under the Act (2019)", "under the Act (2019)."),
            ("", ""),
        ] {
            assert_eq!(sentence(&text.into()), ended);
        }
    }
}
