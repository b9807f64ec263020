//! The errors and warnings of a library, each with its place.

use std::collections::HashMap;

use super::levels::Levels;
use crate::brief::{Date, FieldPath, LineColumn, Problem, Rule, Severity, Spot};
use crate::evidence::State;
use crate::library::{Entry, Library, TriedFix, fixes, on_all_cores};

/// How many briefs a core takes at a time.
const RUN: usize = 8;

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

    /// Returns whether `other` is in the same brief.
    fn is_beside(&self, other: &Self) -> bool {
        std::ptr::eq(self.entry, other.entry)
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
        let by_brief: Vec<&[Diagnostic<'_>]> = diagnostics.by_brief().collect();
        let fixes = on_all_cores(by_brief.len(), RUN, |brief| fixes_of(by_brief[brief]));
        let by_brief = diagnostics.list.chunk_by_mut(Diagnostic::is_beside);
        for (of_brief, fixes) in by_brief.zip(fixes) {
            for (index, fix) in fixes {
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
        let list = on_all_cores(wanted.len(), RUN, of_wanted);
        Self { library, list: list.into_iter().flatten().collect() }
    }

    /// Returns the problems of each brief that has any.
    pub fn by_brief(&self) -> impl Iterator<Item = &[Diagnostic<'a>]> {
        self.list.chunk_by(Diagnostic::is_beside)
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

    /// Returns the state of each quotation, that is of each quote with exact words.
    pub fn quotations(&self) -> impl Iterator<Item = State> {
        let entries = self.library.entries().iter();
        let sound = entries.filter_map(|entry| Some((entry, entry.brief.as_ref()?)));
        sound.flat_map(|(entry, brief)| entry.evidence().states(brief))
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

/// Returns the fixes of those of one brief’s problems that have one, with the index of each problem.
fn fixes_of(of_brief: &[Diagnostic<'_>]) -> Vec<(usize, DiagnosticFix)> {
    let (top, mut spots) = (FieldPath::top(), Vec::new());
    let (entry, problems) = (of_brief[0].entry, of_brief.iter().map(|one| &one.problem));
    let tried = fixes(entry, &problems.collect::<Vec<_>>());
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
