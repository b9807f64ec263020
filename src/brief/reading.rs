//! Reads one brief file.

use std::collections::HashSet;
use std::sync::Arc;

use super::field_path::{FieldPath, Step};
use super::format::BriefFile;
use super::id::Id;
use super::model::Brief;
use super::problem::Problem;
use super::rule::Rule;
use super::{resolve, schema, yaml};
use crate::text::Text;

/// The contents of a file, and its problems.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file's text, as places count it: lines end in LF, and characters that are never
    /// shown are replaced one for one.
    pub yaml: Arc<str>,
    /// The brief; [`None`] if the file breaks the format.
    pub brief: Option<Brief>,
    /// What could be read of a file that breaks the format, with those of its quotes that nothing wrong
    /// bears on, so that their words can be checked all the same.
    pub part: Option<Brief>,
    /// Every structural problem of the file, in the order of the file. One of them is an error exactly
    /// if there is no brief.
    pub problems: Vec<Problem>,
}

/// Returns the text of a file as [`Reading::yaml`] has it.
pub fn text_of(bytes: &[u8]) -> Arc<str> {
    yaml::prepare(bytes).map_or_else(|(text, _)| text, |(text, _)| text).into()
}

/// Reads the bytes of the brief `id`.
///
/// Reads any bytes without a panic, and finds every structural problem, not only the first: a bad
/// field does not hide its good neighbours.
pub fn read(id: &Id, bytes: &[u8]) -> Reading {
    let (text, mut problems) = match yaml::prepare(bytes) {
        Ok(prepared) => prepared,
        Err((text, problem)) => {
            let problems = vec![problem];
            return Reading { yaml: text.into(), brief: None, part: None, problems };
        }
    };
    let (brief, part) = match yaml::parse::<BriefFile>(&text, schema::describe) {
        Ok(parsed) => {
            let (brief, found) = resolve::resolve(id, parsed.file, &parsed.unread);
            problems.extend(parsed.problems);
            problems.extend(found);
            problems.extend(resolve::cut_texts(&text));
            if parsed.unread.is_empty() && !problems.iter().any(Problem::is_error) {
                (brief, None)
            } else {
                (None, brief.and_then(|brief| checkable(brief, &problems)))
            }
        }
        Err(problem) => {
            problems.push(problem);
            (None, None)
        }
    };
    let problems = in_order(&text, problems);
    Reading { yaml: text.into(), brief, part, problems }
}

/// The brief with those of its quotes whose words can be checked although the file has these problems:
/// nothing is wrong with them or the source, and their parties are known.
fn checkable(mut brief: Brief, problems: &[Problem]) -> Option<Brief> {
    let errors = || problems.iter().filter(|problem| problem.is_error());
    let is_in = |path: &FieldPath, section: &str| matches!(path.steps().first(), Some(Step::Key(key)) if **key == *section);
    // A source without a title says all that is needed; one of another type or speaker does not.
    let is_about_source =
        |problem: &Problem| problem.rule != Rule::MissingField && is_in(&problem.path, "source");
    if errors().any(is_about_source) {
        return None;
    }
    let bears_on_quotes = |problem: &&Problem| {
        ["quotes", "officials", "organisations"].iter().any(|section| is_in(&problem.path, section))
    };
    let wrong: HashSet<&str> = errors()
        .filter(bears_on_quotes)
        .filter_map(|problem| problem.path.item().map(Text::as_str))
        .collect();
    let (organisations, officials) = (&brief.organisations, &brief.officials);
    let is_sound = |id: &Id| !wrong.contains(id.as_str());
    let is_known = |id: &Id| (organisations.contains(id) || officials.contains(id)) && is_sound(id);
    brief.quotes.retain(|quote| {
        let is_given = quote.by.is_source() || quote.by.parties().iter().all(is_known);
        is_given && is_sound(&quote.id)
    });
    Some(brief)
}

/// Returns problems in the order of the file.
fn in_order(text: &str, problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() < 2 {
        return problems;
    }
    let places = yaml::locate_all(text, problems.iter().map(Problem::place));
    let mut by_start: Vec<(usize, Problem)> =
        places.into_iter().map(|place| place.start).zip(problems).collect();
    by_start.sort_by_key(|(start, _)| *start);
    by_start.into_iter().map(|(_, problem)| problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a file, places its problems and returns how often it was parsed, and its problems.
    fn parses(yaml: &str) -> (usize, Vec<Problem>) {
        yaml::PARSES.take();
        let reading = read(&Id::of_file("x"), yaml.as_bytes());
        yaml::locate_all(&reading.yaml, reading.problems.iter().map(Problem::place));
        (yaml::PARSES.take(), reading.problems)
    }

    /// Files that have as many problems as they have lines, or parts of a line.
    fn files(size: usize) -> Vec<String> {
        let repeat = |start: &str, part: &str| {
            let parts: String = (0..size).map(|i| part.replace("{i}", &i.to_string())).collect();
            format!("summary: x\nsource: {{title: x, publisher: x}}\n{start}{parts}\n")
        };
        vec![
            repeat("", "a{i}: x\n"),
            repeat("", "a{i}:\na{i}:\n"),
            repeat("top_lines:\n", "- see [x{i}]\n"),
            repeat("top_lines:\n- see", " [x{i}]"),
            repeat("top_lines:\n", "- see #{i} boats\n"),
            repeat("background: \"", "\\e x ") + "\"",
            repeat("background: x", " \u{1b} x"),
            repeat("quotes:\n", "  q{i}: {}\n"),
            repeat("quotes:\n", "  Q{i}: {form: partial}\n"),
        ]
    }

    #[test]
    fn a_sound_file_is_parsed_once() {
        let (parses, problems) = parses("summary: x\nsource: {title: x, publisher: x}\n");
        assert_eq!((parses, problems), (1, vec![]));
    }

    #[test]
    fn a_file_is_parsed_as_often_whatever_the_number_of_its_problems() {
        for (few, many) in files(5).iter().zip(files(500)) {
            let ((parses_few, few), (parses_many, many)) = (parses(few), parses(&many));
            assert!(many.len() >= 20 * few.len() && few.len() >= 5, "{few:?}");
            assert_eq!(parses_few, parses_many, "{:?}", few[0]);
        }
    }

    #[test]
    fn a_large_file_is_not_parsed_for_each_wrong_value() {
        let file = |size: usize, filling: usize| {
            let quotes: String = (0..size).map(|i| format!("  q{i}: {{exact: [x]}}\n")).collect();
            format!("quotes:\n{quotes}#{}", "x".repeat(filling))
        };
        for (filling, most) in [(0, 100), (1024 * 1024, 3), (3 * 1024 * 1024, 1)] {
            let (parses, problems) = parses(&file(200, filling));
            assert!((most..most + 10).contains(&parses), "{parses} parses for {most}");
            let message =
                format!("the fields after this one are not checked: {most} values are wrong");
            assert!(problems.iter().any(|problem| *problem.message == *message), "{problems:#?}");
        }
    }

    #[test]
    fn a_long_key_is_told_and_leads_nowhere() {
        let (_, problems) = parses(&format!("quotes:\n  ? {}\n  : {{a: b}}\n", "k".repeat(257)));
        let messages: Vec<&str> = problems.iter().map(|problem| &*problem.message).collect();
        assert!(messages.contains(&"a key in it has more than 256 bytes"), "{messages:?}");
        assert!(problems.iter().all(|problem| problem.path.to_string().len() < 100));
    }
}
