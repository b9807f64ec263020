//! Reads single fields: texts, dates, addresses, and required ones.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::trail::{TOP, Trail};
use crate::brief::date::Date;
use crate::brief::field_path::{FieldPath, Spot};
use crate::brief::fix::Fix;
use crate::brief::model::Due;
use crate::brief::near_date::NearDate;
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::brief::schema;
use crate::brief::yaml::{Many, Scalar};
use crate::text::{SolidPlaces, Text, odd_characters};

/// Reads fields and collects their problems.
pub struct Fields<'a> {
    unread: &'a BTreeSet<FieldPath>,
    has_unknown_section: bool,
    problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// Reads the fields of a file of which `unread` could not be read.
    pub fn new(unread: &'a BTreeSet<FieldPath>) -> Self {
        let is_unknown =
            |path: &FieldPath| path.steps().len() == 1 && schema::describe(path).is_none();
        let has_unknown_section = unread.iter().any(is_unknown);
        Self { unread, has_unknown_section, problems: Vec::new() }
    }

    /// Returns the problems that were found.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Adds a problem.
    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Returns whether the field here could not be read.
    fn is_left_out(&self, at: &Trail<'_>) -> bool {
        !self.unread.is_empty() && self.unread.contains(&at.path())
    }

    /// Returns whether all of `section` could not be read.
    pub fn is_unread(&self, section: &str) -> bool {
        self.is_left_out(&TOP.key(section))
    }

    /// Returns whether the brief has a field that the format does not know, which may be a section or
    /// an item of one.
    pub fn has_unknown_section(&self) -> bool {
        self.has_unknown_section
    }

    /// Returns the ids of the items in `section` that could not be read.
    pub fn unread_items(&self, section: &str) -> impl Iterator<Item = &'a Text> {
        let section = FieldPath::top().key(section);
        self.unread
            .iter()
            .filter(move |path| path.parent().as_ref() == Some(&section))
            .filter_map(FieldPath::item)
    }

    /// Returns a required field. Reports it if it is missing, unless it could not be read.
    pub fn required<T>(&mut self, parent: &Trail<'_>, field: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.missing(Rule::MissingField, parent, field);
        }
        value
    }

    /// Reports that `parent` lacks a field, unless the field could not be read.
    pub fn missing(&mut self, rule: Rule, parent: &Trail<'_>, field: &str) {
        let at = parent.key(field);
        if self.is_left_out(&at) {
            return;
        }
        let message = if parent.is_top() {
            format!("the brief has no `{field}`")
        } else {
            format!("`{parent}` has no `{field}`")
        };
        let problem = Problem::new(rule, parent.path(), message).at(Spot::Key);
        self.report(match schema::describe(&at.path()) {
            Some(description) => problem.help(format!("add `{field}`: {description}")),
            None => problem,
        });
    }

    /// Reads a text, set on one line; [`None`] if it is empty. YAML reads an empty value, `~` and
    /// `null` as texts.
    pub fn text(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> Option<Text> {
        let Scalar(raw) = value?;
        self.clean(at, &raw);
        let text = Text::flow(&raw);
        (!matches!(text.as_str(), "" | "~" | "null")).then_some(text)
    }

    /// Reads a required text, which may not be empty.
    pub fn required_text(
        &mut self,
        parent: &Trail<'_>,
        field: &str,
        value: Option<Scalar>,
    ) -> Option<Text> {
        let value = self.required(parent, field, value)?;
        let at = parent.key(field);
        let text = self.text(&at, Some(value));
        if text.is_none() {
            let path = at.path();
            let problem =
                Problem::new(Rule::MissingField, path.clone(), format!("`{path}` is empty"));
            self.report(match schema::describe(&path) {
                Some(description) => problem.help(format!("`{field}`: {description}")),
                None => problem,
            });
        }
        text
    }

    /// Returns prose as it was written, including its line ends.
    pub fn prose(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> String {
        let Scalar(raw) = value.unwrap_or_default();
        self.clean(at, &raw);
        raw
    }

    /// Reads a date.
    pub fn date(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> Option<Date> {
        let text = self.text(at, value)?;
        let date = Date::parse(&text);
        if date.is_none() {
            let message = format!("expected a date, found `{text}`");
            let near = NearDate::parse(&text);
            let help = near.map_or_else(
                || "write a year, a month or a day that exists, such as `2026`, `2026-02` or `2026-02-09`".into(),
                NearDate::help,
            );
            let problem = Problem::new(Rule::WrongType, at.path(), message).help(help);
            self.report(problem.fix(near.and_then(date_as_written)));
        }
        date
    }

    /// Reads when something is due: a date or the source’s own words. What is nearly a date is a
    /// problem, because words are never past due.
    pub fn due(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> Option<Due> {
        let text = self.text(at, value)?;
        if let Some(date) = Date::parse(&text) {
            return Some(Due::Date(date));
        }
        if let Some(near) = NearDate::parse(&text) {
            let message = format!(
                "expected a date such as `2026-02-09`, or words that are no date, found `{text}`"
            );
            let problem = Problem::new(Rule::WrongType, at.path(), message);
            self.report(problem.help(near.help()).fix(date_as_written(near)));
        }
        Some(Due::Words(text))
    }

    /// Reads a web address.
    pub fn url(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> Option<Text> {
        let text = self.text(at, value)?;
        if is_web_address(&text) {
            return Some(text);
        }
        let message = format!("expected a web address, found `{text}`");
        let help =
            "write the whole address, beginning with `https://` or `http://`, without spaces";
        self.report(Problem::new(Rule::WrongType, at.path(), message).help(help));
        None
    }

    /// Reads a relative path, which may not lead out of its folder.
    pub fn relative_path(&mut self, at: &Trail<'_>, value: Option<Scalar>) -> Option<Text> {
        let text = self.text(at, value)?;
        if is_below(&text) {
            return Some(text);
        }
        let message = format!(
            "expected a path to a file in this folder or a folder below it, found `{text}`"
        );
        let help = "keep the text beside the brief or in the `--sources` folder, and give its path from \
                    there, with `/` between folders and no `..`";
        let meant = text.replace('\\', "/");
        let meant = meant.strip_prefix("./").unwrap_or(&meant);
        let fix = is_below(meant).then(|| Fix::value(meant));
        self.report(Problem::new(Rule::WrongType, at.path(), message).help(help).fix(fix));
        None
    }

    /// Returns the values of a list, each with its trail.
    pub fn list<'t>(
        &self,
        at: &'t Trail<'t>,
        values: Option<Vec<Scalar>>,
    ) -> Vec<(Trail<'t>, Scalar)> {
        let read = (0..).map(|index| at.index(index)).filter(|entry| !self.is_left_out(entry));
        read.zip(values.unwrap_or_default()).collect()
    }

    /// Returns the value, or the values of a list, each with its trail.
    pub fn many<'t>(
        &self,
        at: &'t Trail<'t>,
        values: Option<Many<Scalar>>,
    ) -> Vec<(Trail<'t>, Scalar)> {
        let many = values.unwrap_or_default();
        if many.is_list {
            self.list(at, Some(many.values))
        } else {
            many.values.into_iter().map(|value| (*at, value)).collect()
        }
    }

    /// Reports the characters of a decoded text that are never shown. Those in the file itself were
    /// found before it was parsed; these were written as escapes, as in `"\e[31m"`.
    fn clean(&mut self, at: &Trail<'_>, raw: &str) {
        let places = LazyCell::new(|| SolidPlaces::new(raw));
        for odd in odd_characters(raw).filter(|odd| odd.character != '\r') {
            let start = places.range(&(odd.offset..odd.offset)).start;
            let spot = Spot::Within(start..start + 1);
            self.report(super::super::yaml::odd_character(odd.character, at.path(), spot));
        }
    }
}

/// Returns the fix of a date in another form, if it can be no other date.
fn date_as_written(near: NearDate) -> Option<Fix> {
    near.date.filter(|_| near.is_certain).map(|date| Fix::value(date.iso()))
}

fn is_web_address(text: &str) -> bool {
    let host = ["https://", "http://"].into_iter().find_map(|scheme| {
        text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme))?;
        text.get(scheme.len()..)
    });
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !text.contains(char::is_whitespace)
}

fn is_below(path: &str) -> bool {
    let absolute = path.starts_with('/') || path.chars().nth(1) == Some(':');
    !absolute
        && !path.contains('\\')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_http_and_https_addresses_alone() {
        for good in ["https://example.org", "HTTP://example.org/a?b#c", "https://[::1]/"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https:// a",
            "javascript:alert(1)",
            "é://",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn takes_paths_below_the_folder_alone() {
        for good in ["a.txt", "sources/a b.txt", "..a/b"] {
            assert!(is_below(good), "{good}");
        }
        for bad in ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "C:/a", "a\\b", "a/"] {
            assert!(!is_below(bad), "{bad}");
        }
    }
}
