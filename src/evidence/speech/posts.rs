//! Posts on social media, each below a line with a name and a handle: `Dana Vale @dvale · 9 Feb`.

use std::ops::Range;

use super::label_shapes::is_name;
use super::mentions::{Mentions, SpokenBy};
use super::{Stretch, Voice};
use crate::evidence::source::SourceText;
use crate::evidence::source::words::Tokens;
use crate::text::{Text, lines_at};

/// What follows a handle on its line, such as a date, has at most this many words.
const SHORT: usize = 8;

/// A line above a post, or two: the name, and then the handle.
struct Heading {
    start: usize,
    name: Range<usize>,
    end: usize,
}

/// Returns the posts of a text, each spoken by whoever is named above it.
pub fn posts(text: &SourceText, tokens: &Tokens, mentions: &Mentions<'_>) -> Vec<Stretch> {
    let headings = headings(text.as_str());
    let ends = headings.iter().skip(1).map(|next| next.start).chain([text.as_str().len()]);
    let stretch = |(heading, end): (&Heading, usize)| {
        let named = mentions.within(&tokens.within(&heading.name)).first();
        let speaker = named.and_then(|mention| mention.referent.clone().somebody());
        let printed = || Text::flow(&text.as_str()[heading.name.clone()]).to_string();
        let speaker = speaker.unwrap_or_else(|| SpokenBy::Other(printed(), 0));
        Stretch { bytes: heading.end..end, voice: Voice::named(vec![speaker]) }
    };
    headings.iter().zip(ends).map(stretch).collect()
}

fn headings(text: &str) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut above: Option<(usize, &str)> = None;
    for (start, line) in lines_at(text) {
        if line.trim().is_empty() {
            continue;
        }
        let end = start + line.len();
        let Some(at) = line.find('@').filter(|&at| follows_handle(&line[at + 1..])) else {
            above = Some((start, line));
            continue;
        };
        let name = line[..at].trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '*'));
        let heading = match above {
            Some((start, above)) if name.is_empty() => own_name(start, above, end),
            _ => own_name(start, &line[..at], end),
        };
        found.extend(heading);
        above = None;
    }
    found
}

/// The heading that begins at `start` with `name` and ends at `end`, if that is a name.
fn own_name(start: usize, name: &str, end: usize) -> Option<Heading> {
    let inner = name.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    let from = start + name.len() - inner.len();
    let inner = inner.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '*'));
    let is_named = !inner.is_empty() && is_name(inner);
    is_named.then(|| Heading { start, name: from..from + inner.len(), end })
}

/// Whether a handle, and nothing more than when and where it was posted, is in what comes after `@`.
fn follows_handle(rest: &str) -> bool {
    let is_of_handle = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '@' | '-');
    let after = rest.trim_start_matches(is_of_handle);
    let has_handle = after.len() < rest.len();
    let after = after.trim_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '*'));
    let is_parted = after.starts_with(['·', '•', '|', '-', '–', '—', ',']);
    let is_date = after.contains(char::is_numeric);
    let is_short = after.split_whitespace().count() <= SHORT && !after.ends_with(['.', '!', '?']);
    has_handle && is_short && (after.is_empty() || is_parted || is_date)
}
