//! The `source:` section of a starter brief.

use super::starter::{Starter, TO_FILL_IN, push};
use crate::brief::{push_text, quoted};
use crate::evidence::ProposedTitle;
use crate::text::Text;

/// Where the text of a source is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPath {
    /// At this path, from the brief's folder.
    Below(Text),
    /// Somewhere else, in a file of this name.
    Elsewhere(Text),
}

const SOURCE: &str = "  \
  publisher: '[to be filled in]'  # FILL IN: who published it; unknown if the source does not say
  #issued: 2026-02-09     # FILL IN: when it came out: 2026, 2026-02 or 2026-02-09
  #type: news             # or statement, speech, debate, report, letter, law, interview,
                          # broadcast, post, webpage
  #by: an-id              # who speaks, if the whole text is in their words: a speech, a letter
  #author: Who wrote it
  #url: https://example.org/
";

const TEXT_ELSEWHERE: &str = "  \
  # FILL IN: copy the source's text into this folder, or a folder below it, and give its path
";

const NO_TEXT: &str = "  \
  #text: source.txt       # FILL IN: your saved copy, in this folder or a folder below it
";

/// Adds the fields of the source to `yaml`, which ends with `source:`.
pub fn push_source(yaml: &mut String, starter: &Starter) {
    match &starter.title {
        Some(ProposedTitle::Printed(title)) => push_text(yaml, 2, "title", title),
        Some(ProposedTitle::MadeUp(title)) => {
            push(
                yaml,
                "  # FILL IN: the title as printed; keep the square brackets if you make one up",
            );
            push_text(yaml, 2, "title", &format!("[{title}]"));
        }
        None => push(yaml, &format!("  title: {TO_FILL_IN}  # FILL IN: as printed")),
    }
    yaml.push_str(SOURCE);
    match &starter.text {
        Some(TextPath::Below(path)) => push_text(yaml, 2, "text", path),
        Some(TextPath::Elsewhere(name)) => {
            yaml.push_str(TEXT_ELSEWHERE);
            push(yaml, &format!("  #text: {}", quoted(name, 0, 0).replace('\n', " ")));
        }
        None => yaml.push_str(NO_TEXT),
    }
}
