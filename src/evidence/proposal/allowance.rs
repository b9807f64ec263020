//! How much is proposed of a text, by its length, so that a brief of a page can be written in minutes.

use crate::text::Text;

/// The most quotations that are considered.
pub const QUOTATIONS: usize = 100;

/// Returns how many are proposed of a text of `words`: `in_800` for each 800, within these bounds.
pub fn most_by_length(words: usize, in_800: usize, least: usize, most: usize) -> usize {
    (words * in_800 / 800).clamp(least, most)
}

/// How much of one kind may still be proposed, and what there is more of it.
#[derive(Clone, Debug)]
pub struct Allowance {
    left: usize,
    most: usize,
    /// The paragraph of the first that was left out.
    stopped_at: Option<u32>,
}

impl Allowance {
    /// This many.
    pub fn new(most: usize) -> Self {
        Self { left: most, most, stopped_at: None }
    }

    /// Whether one more may be proposed, of this paragraph.
    pub fn take(&mut self, paragraph: u32) -> bool {
        if self.left == 0 {
            self.stopped_at.get_or_insert(paragraph);
            return false;
        }
        self.left -= 1;
        true
    }

    /// What to say of those that are not proposed, which are called `what`.
    pub fn note(&self, what: &str) -> Option<Text> {
        let paragraph = self.stopped_at?;
        let most = self.most;
        Some(Text::flow(&format!(
            "Only the first {most} {what} are proposed; there are more from ¶{paragraph} on."
        )))
    }
}

/// Names paragraphs, each once and in order, so many that a line holds them: `¶3, ¶7 and others`.
/// [`None`] of none.
pub fn named_paragraphs(mut paragraphs: Vec<u32>) -> Option<String> {
    /// The most paragraphs that are named.
    const NAMED: usize = 12;
    paragraphs.sort_unstable();
    paragraphs.dedup();
    let named: Vec<String> = paragraphs.iter().take(NAMED).map(|at| format!("¶{at}")).collect();
    let more = if paragraphs.len() > NAMED { " and others" } else { "" };
    (!named.is_empty()).then(|| named.join(", ") + more)
}
