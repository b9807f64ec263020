//! Reads a file again with edits, and compares it with the file as it is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::brief::{
    self, Edit, FieldPath, FixChange, Id, LineColumn, Problem, Reading, Rule, Step, edited, leaves,
};
use crate::evidence::{Evidence, SourceText, State};
use crate::library::Entry;
use crate::text::Text;

/// What a problem says, whatever its place in a list.
type ProblemKey = (Rule, Vec<Text>, Text);

fn key_of(problem: &Problem) -> ProblemKey {
    let keys = problem.path.steps().iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.clone()),
        Step::Index(_) => None,
    });
    (problem.rule, keys.collect(), problem.message.clone())
}

/// A file as it is, to compare edits of it with.
pub struct Trial<'e> {
    entry: &'e Entry,
    before: HashMap<ProblemKey, usize>,
    verified: HashSet<&'e Id>,
    leaves: Option<Vec<(FieldPath, String)>>,
    /// How much of the file is behind the place up to which it is YAML.
    unread: Option<usize>,
}

impl<'e> Trial<'e> {
    /// Returns what is known of the file of `entry`.
    pub fn new(entry: &'e Entry) -> Self {
        let problems = || entry.problems.iter().chain(&entry.evidence().problems);
        let findings = entry.findings().iter();
        let verified = findings.filter(|finding| finding.state == State::Verified);
        Self {
            entry,
            before: counts(problems()),
            verified: verified.map(|finding| &finding.quote).collect(),
            leaves: leaves(entry.yaml()),
            unread: unread(entry.yaml(), problems()),
        }
    }

    /// Returns how many bytes are read for each edit that is tried.
    pub fn size(&self) -> usize {
        self.entry.yaml().len() + self.text().map_or(0, |text| text.as_str().len())
    }

    /// Returns the text of the source, if it is available.
    fn text(&self) -> Option<&SourceText> {
        self.entry.text().or(self.entry.evidence().text_of_part.as_ref())
    }

    /// Returns whether `edits` remove the problems `targets` and do no harm.
    pub fn accepts(&self, targets: &[&Problem], edits: &[Edit]) -> bool {
        self.left_unread(targets, edits).is_some()
    }

    /// Returns how many bytes are behind the place up to which the file is YAML with `edits`, if these
    /// remove the problems `targets` and do no harm: none if all of it is.
    pub fn left_unread(&self, targets: &[&Problem], edits: &[Edit]) -> Option<usize> {
        let text = edited(self.entry.yaml(), edits);
        if text == self.entry.yaml() {
            return None;
        }
        let reading = brief::read(&self.entry.id, text.as_bytes());
        let evidence = self.evidence(&reading);
        let problems = || reading.problems.iter().chain(&evidence.problems);
        let after = counts(problems());
        let fails = |id: &&Id| evidence.findings.get(id).is_some_and(|f| f.state == State::Failed);
        if self.verified.iter().any(fails) {
            return None;
        }
        let new: Vec<&Problem> = problems()
            .filter(|problem| {
                let key = key_of(problem);
                after.get(&key) > self.before.get(&key) && problem.rule != Rule::NotYaml
            })
            .collect();
        let unread = unread(&text, problems());
        let is_accepted = self.removes(targets, &after, unread)
            && self.keeps_the_rest(targets, &text)
            && may_all_appear(&new, targets, edits, &text);
        is_accepted.then(|| unread.unwrap_or(0))
    }

    /// What is known of the quotations after an edit.
    fn evidence(&self, reading: &Reading) -> Evidence {
        let text = self.text();
        match (&reading.brief, &reading.part, text) {
            (Some(brief), ..) => Evidence::gather(brief, text.cloned(), None),
            (None, Some(part), Some(text)) => Evidence::of_quotations(part, text.clone()),
            _ => Evidence::default(),
        }
    }

    fn removes(
        &self,
        targets: &[&Problem],
        after: &HashMap<ProblemKey, usize>,
        unread: Option<usize>,
    ) -> bool {
        let gone = counts(targets.iter().copied());
        gone.iter().all(|(key, count)| {
            if key.0 == Rule::NotYaml {
                return unread.is_none_or(|unread| self.unread.is_some_and(|all| unread < all));
            }
            let (before, after) = (self.before.get(key), after.get(key));
            after.copied().unwrap_or(0) + count <= before.copied().unwrap_or(0)
        })
    }

    /// Whether every field says what it said, except those that the targets are about.
    fn keeps_the_rest(&self, targets: &[&Problem], text: &str) -> bool {
        let Some(before) = &self.leaves else { return true };
        let Some(after) = leaves(text) else { return false };
        let touched: Vec<Touched> = targets.iter().map(|target| Touched::new(target)).collect();
        rest_of(before, &touched, |touched| &touched.before)
            == rest_of(&after, &touched, |touched| &touched.after)
    }
}

/// Returns the values that no fix touches and how often each is there. The paths are those from before
/// the fixes.
fn rest_of<'l>(
    leaves: &'l [(FieldPath, String)],
    all: &[Touched],
    here: fn(&Touched) -> &FieldPath,
) -> HashMap<(FieldPath, &'l str), usize> {
    let mut rest = HashMap::new();
    for (path, value) in leaves {
        let key = match all.iter().find(|touched| path.is_within(here(touched))) {
            None => path.clone(),
            // A field that is renamed keeps all that is in it.
            Some(touched) if touched.before != touched.after => {
                let below = path.steps()[here(touched).steps().len()..].iter().cloned();
                below.fold(touched.before.clone(), |path, step| path.with(step))
            }
            Some(_) => continue,
        };
        *rest.entry((key, value.as_str())).or_insert(0) += 1;
    }
    rest
}

/// Whether each new problem was only hidden before.
fn may_all_appear(new: &[&Problem], targets: &[&Problem], edits: &[Edit], text: &str) -> bool {
    let hid = |target: &&Problem| target.rule.is_structural() || target.rule == Rule::NoSourceText;
    if new.is_empty() || !targets.iter().any(hid) {
        return new.is_empty();
    }
    let is_textual = |target: &&Problem| {
        let change = target.fix.as_ref().map(|fix| &fix.change);
        !matches!(change, Some(FixChange::Value(_) | FixChange::Key(_) | FixChange::Characters(_)))
    };
    let reach = reach(edits, text, targets.iter().any(is_textual));
    let places = LineColumn::locate_all(text, new.iter().copied());
    new.iter().zip(places).all(|(problem, place)| {
        let is_in =
            |reach: &Range<usize>| place.bytes.start < reach.end && reach.start < place.bytes.end;
        match problem.rule {
            Rule::UnknownField | Rule::WrongType | Rule::DuplicateKey => !reach.iter().any(is_in),
            // A speaker that was typed wrong may be another.
            Rule::OtherSpeaker | Rule::SpeakerNotNear | Rule::Spokesperson => {
                targets.iter().all(|target| target.path.item() != problem.path.item())
            }
            _ => true,
        }
    })
}

/// The field that the fix of a problem changes: its path before, and the one after if it is renamed.
struct Touched {
    before: FieldPath,
    after: FieldPath,
}

impl Touched {
    fn new(problem: &Problem) -> Self {
        let path = problem.path.clone();
        let parent = || path.parent().unwrap_or_default();
        let before = match problem.fix.as_ref().map(|fix| &fix.change) {
            Some(FixChange::Key(key)) => {
                let after = parent().key(key);
                return Self { before: path, after };
            }
            Some(
                FixChange::Entries(_)
                | FixChange::QuoteKey
                | FixChange::ListKey
                | FixChange::Space(_),
            ) => parent(),
            Some(
                FixChange::Unend(_)
                | FixChange::Close(_)
                | FixChange::Delete(_)
                | FixChange::Tabs(_),
            ) => FieldPath::top(),
            _ => path,
        };
        Self { after: before.clone(), before }
    }
}

/// Returns the bytes of `text` that `edits` wrote; if `to_lines`, all of their lines.
fn reach(edits: &[Edit], text: &str, to_lines: bool) -> Vec<Range<usize>> {
    let (mut added, mut removed) = (0, 0);
    let written = edits.iter().map(|edit| {
        let start = edit.bytes.start + added - removed;
        added += edit.replacement.len();
        removed += edit.bytes.len();
        let end = start + edit.replacement.len();
        if !to_lines {
            return start..end;
        }
        let from = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        from..text[end..].find('\n').map_or(text.len(), |newline| end + newline)
    });
    written.collect()
}

fn counts<'p>(problems: impl Iterator<Item = &'p Problem>) -> HashMap<ProblemKey, usize> {
    let mut counts = HashMap::new();
    for problem in problems {
        *counts.entry(key_of(problem)).or_insert(0) += 1;
    }
    counts
}

/// Returns how many bytes of `text` are behind the place at which it is no YAML; [`None`] if it is.
fn unread<'p>(text: &str, mut problems: impl Iterator<Item = &'p Problem>) -> Option<usize> {
    let problem = problems.find(|problem| problem.rule == Rule::NotYaml)?;
    Some(text.len() - LineColumn::locate(text, problem).bytes.start.min(text.len()))
}
