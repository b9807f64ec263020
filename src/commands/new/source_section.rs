//! The `source:` section of a starter brief.

use super::starter::{Starter, push};
use crate::brief::{Date, SourceType, date_in_any_form, push_text, quoted};
use crate::evidence::{FILL_IN, ProposedTitle};
use crate::import::{Metadata, SourcedValue};
use crate::text::Text;

/// Where the text of a source is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPath {
    /// At this path, from the brief's folder.
    Below(Text),
    /// Somewhere else, in a file of this name.
    Elsewhere(Text),
}

/// The publisher, until it is known.
const PUBLISHER: &str = "  \
  publisher: FILL IN      # who published it; unknown if the source does not say";

/// The date, until it is known.
const ISSUED: &str = "  \
  #issued: 2026-02-09     # FILL IN: when it came out: 2026, 2026-02 or 2026-02-09";

/// The kind of text, until it is known.
const TYPE: &str = "  \
  #type: news             # or statement, speech, debate, report, letter, law, interview,
                          # broadcast, post, webpage";

/// What a mail brings that is no letter. Its form does not show that.
const TYPE_OF_MAIL: &str = "  \
  type: statement         # what the mail brings: statement for a press release, letter if the mail
                          # itself is the source; or news, speech, debate, report, law, interview,
                          # broadcast, post, webpage";

/// Who speaks, until it is known.
const BY: &str = "  \
  #by: an-id              # who speaks, if the whole text is in their words: a speech, a letter";

/// The author, until they are known.
const AUTHOR: &str = "  #author: Who wrote it";

/// The address, until it is known.
const URL: &str = "  #url: https://example.org/";

const TEXT_ELSEWHERE: &str = "  \
  # FILL IN: copy the source's text into this folder, or a folder below it, and give its path
";

const NO_TEXT: &str = "  \
  #text: source.txt       # FILL IN: your saved copy, in this folder or a folder below it
";

/// Adds the fields of the source to `yaml`, which ends with `source:`. What the file says about itself
/// is given with where it says so.
pub fn push_source(yaml: &mut String, starter: &Starter) {
    let Metadata { title, publisher, author, issued, accessed, url, container, kind, is_mail } =
        &starter.metadata;
    match title {
        Some(title) => push_found(yaml, "title", title),
        None => push_title(yaml, starter.title.as_ref()),
    }
    push_or(yaml, "publisher", publisher.as_ref(), PUBLISHER);
    push_issued(yaml, issued.as_ref());
    match kind.as_ref().filter(|kind| kind.value.parse::<SourceType>().is_ok()) {
        Some(kind) => push(yaml, &format!("  type: {}{}", kind.value, remark(kind))),
        None => match starter.proposal.kind {
            Some(SourceType::Statement) if *is_mail => push(yaml, TYPE_OF_MAIL),
            Some(kind) => push(yaml, &format!("  type: {kind}  # by its layout")),
            None => push(yaml, TYPE),
        },
    }
    match &starter.proposal.by {
        Some(by) => push(yaml, &format!("  by: {by}  # whose words all of it is")),
        None => push(yaml, BY),
    }
    push_or(yaml, "author", author.as_ref(), AUTHOR);
    if let Some(container) = container {
        push_found(yaml, "container", container);
    }
    push_or(yaml, "url", url.as_ref(), URL);
    if let Some((date, accessed)) = accessed.as_ref().and_then(date_of) {
        push(yaml, &format!("  accessed: {}{}", date.iso(), remark(accessed)));
    }
    push_path(yaml, starter.text.as_ref());
}

fn push_title(yaml: &mut String, title: Option<&ProposedTitle>) {
    match title {
        Some(ProposedTitle::Printed(title)) => push_text(yaml, 2, "title", title),
        Some(ProposedTitle::MadeUp(title)) => {
            push(
                yaml,
                "  # FILL IN: the title as printed; keep the square brackets if you make one up",
            );
            push_text(yaml, 2, "title", &format!("[{title}]"));
        }
        None => push(yaml, &format!("  title: {FILL_IN}  # as printed")),
    }
}

fn push_path(yaml: &mut String, text: Option<&TextPath>) {
    match text {
        Some(TextPath::Below(path)) => push_text(yaml, 2, "text", path),
        Some(TextPath::Elsewhere(name)) => {
            yaml.push_str(TEXT_ELSEWHERE);
            push(yaml, &format!("  #text: {}", quoted(name, 0, 0).replace('\n', " ")));
        }
        None => yaml.push_str(NO_TEXT),
    }
}

/// Adds the date that the file gives, in the form of a brief. One that is no date is repeated in a
/// comment.
fn push_issued(yaml: &mut String, issued: Option<&SourcedValue>) {
    match issued.map(|issued| (date_of(issued), issued)) {
        Some((Some((date, _)), issued)) => {
            push(yaml, &format!("  issued: {}{}", date.iso(), remark(issued)));
        }
        Some((None, issued)) => {
            push(yaml, ISSUED);
            push(yaml, &format!("  # {} says: {}", issued.origin, Text::flow(&issued.value)));
        }
        None => push(yaml, ISSUED),
    }
}

fn date_of(value: &SourcedValue) -> Option<(Date, &SourcedValue)> {
    Some((date_in_any_form(&value.value)?, value))
}

fn push_or(yaml: &mut String, name: &str, value: Option<&SourcedValue>, unknown: &str) {
    match value {
        Some(value) => push_found(yaml, name, value),
        None => push(yaml, unknown),
    }
}

fn push_found(yaml: &mut String, name: &str, found: &SourcedValue) {
    push_text(yaml, 2, name, &found.value);
    let end = yaml.trim_end().len();
    yaml.truncate(end);
    push(yaml, &remark(found));
}

/// Returns the comment that says where a value comes from.
fn remark(found: &SourcedValue) -> String {
    format!("  # from {}", Text::flow(&found.origin))
}
