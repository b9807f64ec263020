//! Makes all fixes of one file, one after another.

use std::path::PathBuf;

use super::fixes::{TriedFix, edits_of, fixes};
use super::{Entry, Origin, load_bytes};
use crate::brief::{self, LineColumn, Problem, Rule};
use crate::text::Text;

/// A file is read again at most this often.
const MOST_ROUNDS: usize = 200;

/// The most bytes, of a file and the text of its source, that are read again for its fixes.
const MOST_READ_AGAIN: usize = 64 * 1024 * 1024;

/// A file with its fixes.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The bytes of the file then.
    pub bytes: Vec<u8>,
    /// What was fixed, in this order.
    pub made: Vec<MadeFix>,
}

/// A fix that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFix {
    /// The rule that was broken.
    pub rule: Rule,
    /// Where the problem was when it was fixed; fixes made earlier may have moved it.
    pub place: LineColumn,
    /// What was done, as a short imperative.
    pub title: Text,
}

/// Returns the brief that `bytes` are, which `origin` holds, with every fix that `takes` takes.
///
/// Each is [tried](fixes) before it is made, and what it reveals is fixed as well. All other bytes stay:
/// comments, blank lines, line ends and a byte order mark. Doing it again changes nothing, unless there
/// were more problems than a brief could have that a person wrote.
pub fn repair(
    origin: &Origin,
    bytes: Vec<u8>,
    sources: &[PathBuf],
    takes: impl Fn(&Problem, &TriedFix) -> bool,
) -> Repair {
    let mut repair = Repair { bytes, made: Vec::new() };
    let mut left = MOST_READ_AGAIN;
    for _ in 0..MOST_ROUNDS {
        let entry = load_bytes(origin, &repair.bytes, sources);
        let text = entry.text().or(entry.evidence().text_of_part.as_ref());
        let source = text.map_or(0, |text| text.as_str().len());
        let Some(rest) = left.checked_sub(entry.yaml().len() + source) else { break };
        left = rest;
        if !make(&entry, &mut repair, &takes) {
            break;
        }
    }
    repair
}

/// Makes as many fixes as can be made together. Returns whether there were any.
fn make(entry: &Entry, repair: &mut Repair, takes: impl Fn(&Problem, &TriedFix) -> bool) -> bool {
    let problems: Vec<&Problem> = entry.problems.iter().chain(&entry.evidence().problems).collect();
    let mut tried = fixes(entry, &problems);
    tried.retain(|fix| takes(problems[fix.problem], fix));
    let (edits, chosen) = edits_of(entry, &problems, &tried);
    if edits.is_empty() {
        return false;
    }
    let Some(bytes) = brief::edited_bytes(&repair.bytes, &edits) else { return false };
    let fixed = || chosen.iter().map(|index| &tried[*index]);
    let places = LineColumn::locate_all(entry.yaml(), fixed().map(|fix| problems[fix.problem]));
    repair.bytes = bytes;
    repair.made.extend(fixed().zip(places).map(|(fix, place)| MadeFix {
        rule: problems[fix.problem].rule,
        place,
        title: fix.title.clone(),
    }));
    true
}
