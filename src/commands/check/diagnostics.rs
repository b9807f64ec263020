//! The errors and warnings of a library, each with its place.

use std::collections::HashMap;
use std::convert::Infallible;

use super::levels::Levels;
use crate::brief::{Date, FieldPath, LineColumn, Problem, Rule, Severity, Spot};
use crate::evidence::State;
use crate::library::{Entry, Library, TriedFix, fixes, in_order};

/// The problems of a library.
pub struct Diagnostics<'a> {
    /// The briefs that were checked.
    pub library: &'a Library,
    /// The problems, by brief and then by place.
    pub list: Vec<Diagnostic<'a>>,
}

/// A problem, its severity and its place.
pub struct Diagnostic<'a> {
    /// The brief it is in.
    pub entry: &'a Entry,
    /// The problem.
    pub problem: Problem,
    /// Error or warning.
    pub severity: Severity,
    /// Its place in the brief's file.
    pub place: LineColumn,
    /// The edits that fix it, if there is one right fix.
    pub fix: Option<DiagnosticFix>,
}

/// The fix of a problem, with the place of each edit.
pub struct DiagnosticFix {
    /// The fix.
    pub fix: TriedFix,
    /// Where each of its edits is.
    pub places: Vec<LineColumn>,
}

impl Diagnostic<'_> {
    /// Returns the address of the item that the problem is in: `nca-holyrood/q3`; else the brief's
    /// id.
    pub fn item(&self) -> String {
        match self.problem.path.item() {
            Some(item) => format!("{}/{item}", self.entry.id),
            None => self.entry.id.to_string(),
        }
    }

    /// Returns `error` or `warning`.
    pub fn severity_word(&self) -> &'static str {
        if self.severity == Severity::Error { "error" } else { "warning" }
    }

    /// Returns the message, followed by the fix.
    pub fn whole_message(&self) -> String {
        match &self.problem.help {
            Some(help) => format!("{}. Help: {help}", self.problem.message),
            None => self.problem.message.to_string(),
        }
    }
}

impl<'a> Diagnostics<'a> {
    /// Returns the problems that `library` has on the day `today` and that `levels` do not allow, with
    /// their fixes.
    pub fn new(library: &'a Library, levels: &Levels, today: Date) -> Self {
        let mut diagnostics = Self::without_fixes(library, levels, today, |_| true);
        for of_brief in diagnostics.list.chunk_by_mut(|a, b| std::ptr::eq(a.entry, b.entry)) {
            let problems: Vec<&Problem> = of_brief.iter().map(|one| &one.problem).collect();
            for (index, fix) in fixes_of(of_brief[0].entry, &problems) {
                of_brief[index].fix = Some(fix);
            }
        }
        diagnostics
    }

    /// Returns those of the problems of `library` that are in the entries which `is_wanted`. Their fixes
    /// are not tried, which takes longer than to find them.
    pub fn without_fixes(
        library: &'a Library,
        levels: &Levels,
        today: Date,
        is_wanted: impl Fn(&Entry) -> bool,
    ) -> Self {
        let mut across: HashMap<usize, Vec<Problem>> = HashMap::new();
        for (index, problem) in library.problems_across(today) {
            across.entry(index).or_default().push(problem);
        }
        let entries = library.entries().iter().enumerate();
        let wanted: Vec<(usize, &Entry)> = entries.filter(|(_, entry)| is_wanted(entry)).collect();
        let of_wanted = |index: usize| {
            let (index, entry) = wanted[index];
            let across = across.get(&index).map_or(&[][..], Vec::as_slice);
            let own = entry.problems.iter().chain(&entry.evidence().problems);
            of_entry(entry, own.chain(across).cloned(), levels)
        };
        let mut list = Vec::new();
        let Ok(()) = in_order(wanted.len(), of_wanted, |diagnostics| {
            list.extend(diagnostics);
            Ok::<(), Infallible>(())
        });
        Self { library, list }
    }

    /// Returns how many of the problems are errors.
    pub fn errors(&self) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// Returns how many briefs are not YAML, so that nothing else is known of them.
    pub fn unread(&self) -> usize {
        let is_unread = |diagnostic: &&Diagnostic<'_>| {
            diagnostic.problem.rule == Rule::NotYaml && !diagnostic.entry.yaml().is_empty()
        };
        self.list.iter().filter(is_unread).count()
    }

    /// Returns how many of the problems are warnings.
    pub fn warnings(&self) -> usize {
        self.list.len() - self.errors()
    }

    /// Returns how many of the problems have a fix that is safe, if `is_safe`, or else one that is not.
    pub fn fixable(&self, is_safe: bool) -> usize {
        let fixes = self.list.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
        fixes.filter(|found| found.fix.is_safe == is_safe).count()
    }

    /// Returns how many quotations, that is quotes with exact words, are in a state that `fits`,
    /// and how many there are.
    pub fn quotations(&self, fits: impl Fn(State) -> bool) -> (usize, usize) {
        let entries = self.library.entries().iter();
        let sound = entries.filter_map(|entry| Some((entry, entry.brief.as_ref()?)));
        let states: Vec<State> =
            sound.flat_map(|(entry, brief)| entry.evidence().states(brief)).collect();
        (states.iter().filter(|state| fits(**state)).count(), states.len())
    }
}

/// Returns those of a brief’s problems that `levels` do not allow, in the order of its file.
fn of_entry<'a>(
    entry: &'a Entry,
    problems: impl Iterator<Item = Problem>,
    levels: &Levels,
) -> Vec<Diagnostic<'a>> {
    let severe: Vec<(Severity, Problem)> = problems
        .map(|problem| (levels.severity(problem.rule), problem))
        .filter(|(severity, _)| *severity > Severity::Allowed)
        .collect();
    let places = entry.places(severe.iter().map(|(_, problem)| problem));
    let mut diagnostics: Vec<Diagnostic<'_>> = severe
        .into_iter()
        .zip(places)
        .map(|((severity, problem), place)| Diagnostic {
            entry,
            problem,
            severity,
            place,
            fix: None,
        })
        .collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.place.bytes.start);
    diagnostics
}

/// Returns the fixes of those of a brief’s problems that have one, with the index of each problem.
fn fixes_of(entry: &Entry, problems: &[&Problem]) -> Vec<(usize, DiagnosticFix)> {
    let (top, mut spots) = (FieldPath::top(), Vec::new());
    let tried = fixes(entry, problems);
    for edit in tried.iter().flat_map(|fix| &fix.edits) {
        spots.push(Spot::Bytes(edit.bytes.clone()));
    }
    let places = LineColumn::all(entry.yaml(), spots.iter().map(|spot| (&top, spot)));
    let mut places = places.into_iter();
    tried
        .into_iter()
        .map(|fix| {
            let places = places.by_ref().take(fix.edits.len()).collect();
            (fix.problem, DiagnosticFix { fix, places })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::PARSES;
    use crate::library::{Origin, load_bytes};

    /// Returns how many problems a brief with this many overdue asks has, and how often it is parsed to
    /// report them.
    fn parses(asks: usize) -> (usize, usize) {
        let ask = |number| {
            format!(
                "  a{number}: {{kind: ask, by: vale, to: everyone, action: x, due: 2020, evidence: q}}\n"
            )
        };
        let asks: String = (0..asks).map(ask).collect();
        let yaml = format!(
            "summary: x\nsource: {{title: x, publisher: x}}\nofficials: {{vale: {{name: A Vale}}}}\n\
             quotes: {{q: {{form: reported, by: vale, gist: x}}}}\nasks:\n{asks}"
        );
        let library = Library::new(vec![load_bytes(&Origin::Stdin, yaml.as_bytes(), &[])]);
        PARSES.take();
        let today = Date::parse("2026-11-27").unwrap();
        let diagnostics = Diagnostics::new(&library, &Levels::default(), today);
        (diagnostics.list.len(), PARSES.take())
    }

    #[test]
    fn a_brief_is_walked_once_for_all_its_problems() {
        let (few, parses_few) = parses(2);
        let (many, parses_many) = parses(200);
        assert!(few >= 2 && many >= 200, "{few} and {many}");
        assert_eq!(parses_few, parses_many);
        assert!(parses_few <= 2, "{parses_few}");
    }
}
