//! Subtitles of the web (`.vtt`, W3C) and of video players (`.srt`): the cues joined to turns and sentences, each
//! paragraph behind the time at which it begins.

use super::charset::decode;
use super::paragraphs::{Paragraphs, one_line};
use super::{ImportError, Imported, Metadata, SourcedValue};

/// Words that are shown for a time.
#[derive(Debug, Default, PartialEq)]
struct Cue {
    /// Seconds from the start.
    start: u64,
    end: u64,
    /// Who speaks, if it is marked.
    speaker: Option<String>,
    text: String,
    /// Whether a mark says that somebody else begins to speak.
    is_turn: bool,
}

/// A pause of so many seconds between two sentences divides paragraphs.
const PAUSE: u64 = 3;

/// A paragraph of this many characters ends with its sentence.
const LONG: usize = 400;

/// Reads subtitles.
///
/// # Errors
///
/// There are none.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let decoded = decode(bytes, None);
    let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
    let cues = cues(&text);
    if cues.is_empty() {
        return Err(ImportError::new(
            "has no subtitles: no line has two times and `-->` between them",
            "name what it is with `--as`",
        ));
    }
    let count = cues.len();
    let paragraphs = joined(cues);
    let lines = paragraphs.iter().map(String::as_str);
    let kind = SourcedValue::new("broadcast", "the kind of file");
    let metadata = Metadata { kind, ..Metadata::default() };
    let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
    imported.account.remarks.push(format!("{count} subtitles joined, with their times"));
    Ok(imported.decoded_from(&decoded))
}

/// Returns the cues in order. One that only repeats the line before, as captions that roll up do, adds
/// what is new.
fn cues(text: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut shown: Vec<String> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((start, end)) = timing(line) else { continue };
        let mut payload = Vec::new();
        while let Some(line) =
            lines.next_if(|line| !line.trim().is_empty() && timing(line).is_none())
        {
            payload.push(line.to_owned());
        }
        // In SubRip without blank lines the number of the next cue comes before its time.
        if lines.peek().is_some_and(|line| timing(line).is_some())
            && payload.last().is_some_and(|line| line.trim().bytes().all(|b| b.is_ascii_digit()))
        {
            payload.pop();
        }
        let fresh = payload.iter().filter(|line| !shown.contains(line));
        let fresh: Vec<Cue> = fresh.map(|line| cue(line, start, end)).collect();
        shown = payload;
        cues.extend(fresh.into_iter().filter(|cue| !cue.text.is_empty()));
    }
    cues
}

/// Returns the times of a line `00:00:01.000 --> 00:00:04.000`, in seconds.
fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    Some((seconds(start.trim())?, seconds(end.split_whitespace().next()?)?))
}

fn seconds(time: &str) -> Option<u64> {
    let whole = time.split(['.', ',']).next()?;
    let parts = whole.split(':').map(|part| part.parse::<u64>().ok().filter(|part| *part < 10_000));
    let parts: Vec<u64> = parts.collect::<Option<_>>()?;
    (2..=3).contains(&parts.len()).then(|| parts.iter().fold(0, |sum, part| sum * 60 + part))
}

/// Reads a line of a cue: `<v Dana Vale>We saw`, `- We saw`, `>> We saw`.
fn cue(line: &str, start: u64, end: u64) -> Cue {
    let mut cue = Cue { start, end, ..Cue::default() };
    let mut rest = line.trim();
    let unmarked = rest.trim_start_matches("&gt;&gt;").trim_start_matches(">>");
    let unmarked = unmarked.strip_prefix("- ").unwrap_or(unmarked);
    cue.is_turn = unmarked.len() < rest.len();
    rest = unmarked.trim();
    let mut text = String::new();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let Some((inside, after)) = tag.split_once('>') else {
            // A sign, not a tag.
            text.push('<');
            rest = tag;
            continue;
        };
        let name = inside.strip_prefix('v').filter(|name| name.starts_with([' ', '.']));
        if let Some((_, name)) = name.and_then(|name| name.split_once(' ')) {
            cue.speaker = Some(one_line(&unescaped(name)).trim().to_owned());
        }
        rest = after;
    }
    text.push_str(rest);
    Cue { text: one_line(&unescaped(&text)).trim().to_owned(), ..cue }
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&lrm;", ""), ("&rlm;", "")];
    let text = marks.iter().fold(text.to_owned(), |text, (mark, plain)| text.replace(mark, plain));
    text.replace("&amp;", "&")
}

/// Joins cues into paragraphs: a turn, or as many sentences as belong together.
fn joined(cues: Vec<Cue>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut last: Option<Cue> = None;
    for cue in cues {
        let begins = last.as_ref().is_none_or(|last| {
            let paragraph = paragraphs.last().map_or("", String::as_str);
            let ends = paragraph.ends_with(['.', '!', '?', '…', '"', '”', '’']);
            let pauses = cue.start.saturating_sub(last.end) >= PAUSE;
            let is_other = cue.speaker.is_some() && cue.speaker != last.speaker;
            is_other || cue.is_turn || ends && (pauses || paragraph.chars().count() > LONG)
        });
        let speaker = cue.speaker.clone().or_else(|| last.as_ref()?.speaker.clone());
        match paragraphs.last_mut() {
            Some(paragraph) if !begins => {
                paragraph.push(' ');
                paragraph.push_str(&cue.text);
            }
            _ => {
                let is_new = cue.speaker.is_some()
                    && last.as_ref().is_none_or(|last| last.speaker != cue.speaker);
                let name = cue.speaker.as_ref().filter(|_| is_new);
                let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
                paragraphs.push(format!("[{}] {name}{}", clock(cue.start), cue.text));
            }
        }
        let speaker = if cue.is_turn { cue.speaker.clone() } else { speaker };
        last = Some(Cue { speaker, ..cue });
    }
    paragraphs
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(text: &str) -> Vec<String> {
        joined(cues(text))
    }

    #[test]
    fn joins_cues_to_turns_and_sentences() {
        let vtt = "WEBVTT\n\nNOTE not this\n\n1\n00:01.000 --> 00:03.000 align:start\n\
            <v Dana Vale>We inspected 84 boats\n\n00:03.000 --> 00:05.000\nand 31 had <i>no</i> light.\n\n\
            00:05.500 --> 00:07.000\n<v.loud Ian Marsh>We act &amp; hire.\n\n01:02:09.000 --> 01:02:11.000\nNow.\n";
        assert_eq!(
            paragraphs(vtt),
            [
                "[00:00:01] Dana Vale: We inspected 84 boats and 31 had no light.",
                "[00:00:05] Ian Marsh: We act & hire.",
                "[01:02:09] Now.",
            ]
        );
    }

    #[test]
    fn a_mark_begins_a_turn() {
        let srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\n- Is it dark?\r\n- It is.\r\n\r\n2\r\n\
            00:00:02,500 --> 00:00:04,000\r\n>> And cold,\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\nif a < b.\r\n";
        assert_eq!(
            paragraphs(&srt.replace("\r\n", "\n")),
            ["[00:00:01] Is it dark?", "[00:00:01] It is.", "[00:00:02] And cold, if a < b."]
        );
    }

    #[test]
    fn captions_that_roll_up_say_each_line_once() {
        let srt = "00:01.0 --> 00:02.0\nWe saw\n\n00:02.0 --> 00:03.0\nWe saw\nthe boats\n\n\
            00:03.0 --> 00:04.0\nthe boats\nsink.\n";
        assert_eq!(paragraphs(srt), ["[00:00:01] We saw the boats sink."]);
    }
}
