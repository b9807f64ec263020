//! Cuts text into lines, and says where each begins.

/// Returns each line of `text` with its line feed, and the byte at which it begins.
///
/// ```
/// let lines: Vec<_> = topline::text::lines_at("one\n\ntwo").collect();
/// assert_eq!(lines, [(0, "one\n"), (4, "\n"), (5, "two")]);
/// ```
pub fn lines_at(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((start, line))
    })
}
