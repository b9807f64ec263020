//! When a text came out and who published it, as far as its first lines say: `Harbour Board | 3 March
//! 2026`, `Press release, 3 March 2026`, `Published 3 March 2026`.

use crate::brief::{Date, date_in_any_form, is_month};
use crate::evidence::source::{SourceText, english};
use crate::evidence::speech::is_body;
use crate::evidence::speech::names::{folded_words, plain_words};
use crate::text::{Text, lines_at};

/// This many lines at the beginning of a text are looked at.
const LINES: usize = 6;

/// A line of more characters than this is no imprint; of one that is longer only what comes before a
/// dash is looked at.
const LONGEST: usize = 120;

/// What the first lines of a text say about it, each with its paragraph, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposedImprint {
    /// When it came out.
    pub issued: Option<(Date, u32)>,
    /// Who published it.
    pub publisher: Option<(Text, u32)>,
}

/// A part of an imprint.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ImprintPart {
    /// A date, and whether it is said to be that of publication.
    Date(Date, bool),
    /// The name of a body, and whether it is said to publish the text.
    Body(Text, bool),
    /// What kind of paper it is, where it was written, or another name.
    Label,
}

/// Returns what the first lines of a text say about it. If they have several dates, none of which is
/// said to be that of publication, the date is left open.
pub fn proposed_imprint(text: &SourceText) -> ProposedImprint {
    let mut dates: Vec<(Date, bool, u32)> = Vec::new();
    let mut bodies: Vec<(Text, bool, u32)> = Vec::new();
    let lines = lines_at(text.as_str()).filter(|(_, line)| !line.trim().is_empty());
    for (start, line) in lines.take(LINES) {
        let paragraph = text.paragraph_at(start + (line.len() - line.trim_start().len()));
        let parts = imprint(line);
        let has_date = parts.iter().flatten().any(|part| matches!(part, ImprintPart::Date(..)));
        for part in parts.into_iter().flatten() {
            match part {
                ImprintPart::Date(date, is_said) => dates.push((date, is_said, paragraph)),
                ImprintPart::Body(name, is_said) if is_said || has_date => {
                    bodies.push((name, is_said, paragraph));
                }
                ImprintPart::Body(..) | ImprintPart::Label => {}
            }
        }
        if is_prose(line) {
            break;
        }
    }
    let is_one = dates.iter().all(|(date, ..)| *date == dates[0].0);
    let issued = dates.iter().find(|(_, is_said, _)| *is_said).or_else(|| dates.first());
    let issued = issued.filter(|(_, is_said, _)| *is_said || is_one);
    let named = bodies.iter().find(|(_, is_said, _)| *is_said).or_else(|| bodies.first());
    ProposedImprint {
        issued: issued.map(|(date, _, paragraph)| (*date, *paragraph)),
        publisher: named.map(|(name, _, paragraph)| (name.clone(), *paragraph)),
    }
}

/// Whether a line is no more than an imprint, and no title: it has a date, or is only a label such as
/// `Press release`.
pub fn is_imprint(line: &str) -> bool {
    let says = |part: &ImprintPart| match part {
        ImprintPart::Date(..) | ImprintPart::Body(_, true) => true,
        ImprintPart::Body(..) | ImprintPart::Label => false,
    };
    imprint(line).is_some_and(|parts| parts.iter().any(says)) || is_kind_of_paper(line)
}

/// Whether a line is a sentence of the text.
fn is_prose(line: &str) -> bool {
    line.chars().count() > LONGEST
}

/// The parts of a line, if each may be of an imprint; of a line of prose those before its first dash:
/// `NORTHPORT, 3 March 2026 – The board has`.
fn imprint(line: &str) -> Option<Vec<ImprintPart>> {
    let line = line.trim();
    let line = if is_prose(line) {
        let (head, _) = line.split_once(" – ").or_else(|| line.split_once(" — "))?;
        head
    } else {
        line
    };
    let strong = [" | ", " – ", " — ", " - ", " · ", " • ", "\t"];
    let mut parts = vec![line];
    for sign in strong {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
    }
    let parts = parts.into_iter().map(|part| part.trim_matches(|c: char| " |·•()[]".contains(c)));
    let parts: Option<Vec<Vec<ImprintPart>>> =
        parts.filter(|part| !part.is_empty()).map(imprint_part).collect();
    Some(parts?.concat())
}

/// What a part of a line says: a date, perhaps behind a label, or a name.
fn imprint_part(part: &str) -> Option<Vec<ImprintPart>> {
    if let Some(date) = date_of(part) {
        return Some(vec![ImprintPart::Date(date, false)]);
    }
    if let Some(parts) = labelled(part) {
        return Some(parts);
    }
    // `Press release, 3 March 2026`, `Northport, 3 March 2026`
    let dated = part.match_indices([',', ':']).find_map(|(at, _)| {
        let date = date_of(&part[at + 1..])?;
        Some((part[..at].trim(), date))
    });
    if let Some((label, date)) = dated {
        let label = label_of(label)?;
        return Some(vec![label, ImprintPart::Date(date, false)]);
    }
    label_of(part).map(|label| vec![label])
}

/// `Published on 3 March 2026`, `Date: 3 March 2026`, `Issued by the Harbour Board`.
fn labelled(part: &str) -> Option<Vec<ImprintPart>> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let count = words
        .iter()
        .take_while(|word| english::OPEN_IMPRINTS.contains(plain(word).as_str()))
        .count();
    let rest = words[count..].join(" ");
    let label: Vec<String> = words[..count].iter().map(|word| plain(word)).collect();
    if label.is_empty() || rest.is_empty() {
        return None;
    }
    if label.last().is_some_and(|last| last == "by") {
        let (name, date) = rest.split_once(',').unwrap_or((&rest, ""));
        let (name, date) = date_of(date).map_or((rest.as_str(), None), |date| (name, Some(date)));
        let name = is_name(name).then(|| ImprintPart::Body(without_article(name), true))?;
        let date = date.map(|date| ImprintPart::Date(date, true));
        return Some([Some(name), date].into_iter().flatten().collect());
    }
    date_of(&rest).map(|date| vec![ImprintPart::Date(date, true)])
}

/// What is not a date in an imprint: the name of a body, a kind of paper, or where it was written.
fn label_of(label: &str) -> Option<ImprintPart> {
    let words = folded_words(label);
    let is_other = words.iter().any(|word| english::OTHER_DATES.contains(word.as_str()));
    if words.is_empty() || is_other {
        return None;
    }
    if is_kind_of_paper(label) {
        return Some(ImprintPart::Label);
    }
    let is_named = is_name(label);
    if is_named && is_body(&words) && words.len() > 1 {
        return Some(ImprintPart::Body(without_article(label), false));
    }
    is_named.then_some(ImprintPart::Label)
}

/// Whether words are written as a name is: each but the small ones with a capital, and not too many.
fn is_name(label: &str) -> bool {
    const LONGEST: usize = 9;
    let words: Vec<&str> = label.split_whitespace().collect();
    let is_large = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || english::SMALL_WORDS.contains(word)
            || **word == *"&"
    };
    let has_figure = label.contains(|c: char| c.is_ascii_digit());
    !has_figure
        && !label.ends_with(['.', '?', '!'])
        && words.len() <= LONGEST
        && words
            .first()
            .is_some_and(|first| first.starts_with(char::is_uppercase) || *first == "the")
        && words.iter().all(is_large)
}

/// Whether words say no more than what kind of paper a text is: `Press release`, `FOR IMMEDIATE RELEASE`.
fn is_kind_of_paper(label: &str) -> bool {
    let words = plain_words(label);
    let is = |word: &String| english::KINDS_OF_PAPER.contains(word.as_str());
    !words.is_empty() && words.len() <= 5 && words.iter().all(is)
}

/// The date that words are, with a month in letters or as 2026-03-09, perhaps with a time of day.
fn date_of(words: &str) -> Option<Date> {
    let words = words.trim().trim_end_matches('.');
    let is_time = |word: &str| {
        word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
            || word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("am")
            || word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("pm")
            || matches!(word, "at" | "GMT" | "BST" | "UTC" | "CET")
    };
    let kept: Vec<&str> = words.split_whitespace().collect();
    let end = kept.iter().rposition(|word| !is_time(word)).map_or(0, |last| last + 1);
    let from = kept.iter().position(|word| !is_time(word) && *word != "on").unwrap_or(0);
    let words = kept.get(from..end)?.join(" ");
    let mut letters = words.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    let has_month = letters.any(|word| word.starts_with(char::is_uppercase) && is_month(word));
    let is_iso = words.get(4..5) == Some("-");
    let date = date_in_any_form(words.trim_end_matches(','))?;
    (has_month || is_iso).then_some(date)
}

fn without_article(name: &str) -> Text {
    let name = name.trim();
    Text::flow(name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &str, issued: &str, publisher: &str) {
        let found = proposed_imprint(&SourceText::new(lines));
        let date = found.issued.map_or_else(String::new, |(date, _)| date.iso());
        let name = found.publisher.map_or_else(String::new, |(name, _)| name.to_string());
        assert_eq!((date.as_str(), name.as_str()), (issued, publisher), "{lines}");
    }

    #[test]
    fn the_first_lines_say_when_and_who() {
        for (line, issued, publisher) in [
            ("Harbour Board | 3 March 2026", "2026-03-03", "Harbour Board"),
            ("3 March 2026 – the Harbour Board", "2026-03-03", "Harbour Board"),
            ("Press release, 3 March 2026", "2026-03-03", ""),
            ("PRESS RELEASE: Tuesday, 3 March 2026", "2026-03-03", ""),
            ("Published 3 March 2026", "2026-03-03", ""),
            ("Published on March 3rd, 2026 at 09:30", "2026-03-03", ""),
            ("Date of issue: 2026-03-03", "2026-03-03", ""),
            ("Embargoed until 00:01 on Tuesday 3 March 2026", "2026-03-03", ""),
            ("Issued by the Harbour Board, 3 March 2026", "2026-03-03", "Harbour Board"),
            ("Published by River Watch", "", "River Watch"),
            ("Northport, 3 March 2026", "2026-03-03", ""),
            ("News | Ports | March 2026", "2026-03", ""),
            (
                "NORTHPORT, 3 March 2026 – The Harbour Board said that it had looked at all boats in the harbour and that it \
              would look at them again in the summer.",
                "2026-03-03",
                "",
            ),
        ] {
            check(
                &format!("Board warns on boats\n\n{line}\n\nIt warns of boats.\n"),
                issued,
                publisher,
            );
            check(
                &format!("{line}\nBoard warns on boats\n\nIt warns of boats.\n"),
                issued,
                publisher,
            );
        }
    }

    #[test]
    fn what_else_happened_on_a_day_says_nothing() {
        for line in [
            "Last updated 3 March 2026",
            "Deadline: 3 March 2026",
            "Closing date: 3 March 2026",
            "The board met on 3 March 2026",
            "The Harbour Board and its crews",
            "Boats seen from 3 March 2026",
            "3/4/2026",
            "2026",
        ] {
            check(&format!("Board warns on boats\n\n{line}\n\nIt warns of boats.\n"), "", "");
        }
        let two =
            "Board warns on boats\n\nHarbour Hall, 3 March 2026\n\n9 March 2026\n\nIt warns.\n";
        check(two, "", "");
        check(&two.replace("9 March", "Published 9 March"), "2026-03-09", "");
    }

    #[test]
    fn a_title_is_no_imprint() {
        for line in ["Harbour Board | 3 March 2026", "Press release", "Published by River Watch"] {
            assert!(is_imprint(line), "{line}");
        }
        for line in ["Board warns on boats", "Harbour Board", "News of the boats of 3 March 2026"] {
            assert!(!is_imprint(line), "{line}");
        }
    }
}
