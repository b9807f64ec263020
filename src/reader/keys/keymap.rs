//! What the keys mean: the table of bindings, with the changes of the user.

use std::collections::HashSet;

use super::binding::{Binding, Group, Here};
use super::bindings::BINDINGS;
use super::key::Key;
use crate::library::search::Query;
use crate::reader::action::Action;
use crate::reader::mode::Mode;
use crate::text::{FoldedText, Stroke, Text, UnknownWord, width};

/// The columns between two hints.
pub const HINT_GAP: usize = 3;

/// A binding and the keys that it has here.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The binding.
    pub binding: &'static Binding,
    /// Its keys. The footer shows the first.
    pub keys: Vec<Key>,
}

impl Bound {
    /// Returns its keys as they are shown to the user.
    pub fn label(&self) -> String {
        self.keys.iter().map(Key::label).collect::<Vec<_>>().join("  ")
    }

    /// Returns whether its name, keys or help match `query`.
    pub fn matches(&self, query: &Query) -> bool {
        let Binding { name, help, group, .. } = self.binding;
        let name = name.unwrap_or_default();
        let text = format!("{name} {help} {} {}", group.title(), self.label());
        query.is_empty() || query.fits_texts(&[FoldedText::new(&text.into())])
    }

    /// Returns whether both mean something in the same mode.
    fn meets(&self, other: &Self) -> bool {
        self.binding.modes.iter().any(|mode| other.binding.modes.contains(mode))
    }
}

/// What the keys mean.
#[derive(Clone, Debug)]
pub struct Keymap {
    all: Vec<Bound>,
}

/// The default keys.
impl Default for Keymap {
    fn default() -> Self {
        let bound = |binding: &'static Binding| Bound { binding, keys: binding.keys.clone() };
        Self { all: BINDINGS.iter().map(bound).collect() }
    }
}

impl Keymap {
    /// Gives actions other keys. `read` returns the name of an action and its keys, each written as
    /// in vim. Returns each change that is wrong, with the reason. Its action keeps its default keys,
    /// and the other changes apply.
    pub fn rebind<'a, T>(
        &mut self,
        changes: &'a [T],
        read: impl Fn(&'a T) -> (&'a str, &'a [String]),
    ) -> Vec<(&'a T, String)> {
        let mut faults = Vec::new();
        let mut applied = Vec::new();
        for change in changes {
            let (name, keys) = read(change);
            match self.find(name).and_then(|index| Ok((index, parse(keys)?))) {
                Ok((index, keys)) => {
                    self.all[index].keys = keys;
                    applied.push((change, index));
                }
                Err(fault) => faults.push((change, fault)),
            }
        }
        // An action that gets its default keys back may take them from another change.
        while let Some((at, fault)) = (0..applied.len()).rev().find_map(|at| {
            let (_, index): (&T, usize) = applied[at];
            Some((at, self.conflict(index)?))
        }) {
            let (change, index) = applied.remove(at);
            let bound = &mut self.all[index];
            bound.keys.clone_from(&bound.binding.keys);
            faults.push((change, fault));
        }
        faults
    }

    fn find(&self, name: &str) -> Result<usize, String> {
        let has_name = |bound: &Bound| bound.binding.name == Some(name);
        self.all.iter().position(has_name).ok_or_else(|| {
            let names: Vec<&str> = self.all.iter().filter_map(|bound| bound.binding.name).collect();
            UnknownWord::new(format!("no action is called `{name}`"), name, &names)
                .otherwise("press : in the reader to list them")
                .to_string()
        })
    }

    /// Returns why a binding cannot keep the keys that it has.
    fn conflict(&self, index: usize) -> Option<String> {
        let bound = &self.all[index];
        let name = bound.binding.name.unwrap_or_default();
        let others = self.all.iter().enumerate().filter(|(other, _)| *other != index);
        let taken = others.filter(|(_, other)| other.meets(bound)).find_map(|(_, other)| {
            let key = bound.keys.iter().find(|key| other.keys.contains(key))?;
            let meaning = other.binding.name.unwrap_or(other.binding.help);
            Some(format!("{} already means {meaning}; {name} keeps its default keys", key.label()))
        });
        let writes =
            |key: &&Key| bound.binding.modes.iter().any(|mode| written(*mode, **key).is_some());
        let letter = || bound.keys.iter().find(writes);
        taken.or_else(|| {
            let key = letter()?.label();
            Some(format!(
                "{key} types a letter in prompts, where {name} also applies; {name} keeps its default keys"
            ))
        })
    }

    /// Returns the bindings with their keys, in the order of the table.
    pub fn all(&self) -> &[Bound] {
        &self.all
    }

    /// Returns the bindings in the order of the help. Of those with the same action, only the
    /// first.
    pub fn by_action(&self) -> impl Iterator<Item = &Bound> {
        let mut seen = HashSet::new();
        let groups = Group::ALL.into_iter();
        let all = groups
            .flat_map(|group| self.all.iter().filter(move |bound| bound.binding.group == group));
        all.filter(move |bound| bound.binding.name.is_none_or(|name| seen.insert(name)))
    }

    /// Returns the bindings of `mode`, in order.
    pub fn in_mode(&self, mode: Mode) -> impl Iterator<Item = &Bound> {
        self.all.iter().filter(move |bound| bound.binding.modes.contains(&mode))
    }

    /// Returns what `key` means in `mode`. A key of a Cyrillic or Greek keyboard that has no
    /// meaning of its own means what the key in its place means on a Latin one.
    pub fn lookup(&self, mode: Mode, key: Key) -> Option<Action> {
        let bound = |key| {
            let bound = self.in_mode(mode).find(|bound| bound.keys.contains(&key))?;
            Some(bound.binding.action.clone())
        };
        bound(key).or_else(|| written(mode, key)).or_else(|| bound(key.in_latin()?))
    }

    /// Returns the key that the action of this name has in `mode`, as the footer shows it.
    pub fn label(&self, mode: Mode, name: &str) -> Option<String> {
        let bound = self.in_mode(mode).find(|bound| bound.binding.name == Some(name))?;
        Some(bound.keys.first()?.label())
    }

    /// Returns the hints that fit in `columns`, for where the user is: the label of a key, and
    /// what it does. A hint takes one column between the two and [`HINT_GAP`] after them. Hints of
    /// a low priority are left out first.
    pub fn hints(&self, mode: Mode, here: Here, columns: usize) -> Vec<(String, &'static str)> {
        let hint = |bound: &Bound| {
            let hint = bound.binding.hint?;
            Some((hint.priority, bound.keys.first()?.label(), (hint.text)(mode, here)?))
        };
        let mut hints: Vec<(u8, String, &str)> = self.in_mode(mode).filter_map(hint).collect();
        let needed = |hints: &[(u8, String, &str)]| -> usize {
            hints.iter().map(|(_, key, text)| width(key) + 1 + width(text) + HINT_GAP).sum()
        };
        while needed(&hints) > columns + HINT_GAP {
            let Some(least) = (0..hints.len()).min_by_key(|&i| hints[i].0) else { break };
            hints.remove(least);
        }
        hints.into_iter().map(|(_, key, text)| (key, text)).collect()
    }
}

/// Returns what a character means if it becomes a mark or is written in a prompt.
fn written(mode: Mode, key: Key) -> Option<Action> {
    match mode {
        _ if mode.prompt().is_some() => {
            key.typed().map(|c| Action::Write(Stroke::Insert(Text::from(c.to_string()))))
        }
        Mode::Marking => key.letter().map(Action::Mark),
        Mode::Jumping => key.letter().map(Action::Jump),
        _ => None,
    }
}

fn parse(keys: &[String]) -> Result<Vec<Key>, String> {
    let one =
        |text: &String| match Key::parse_all(text).map_err(|error| error.to_string())?.as_slice() {
            [key] => Ok(*key),
            _ => Err(format!("expected one key, such as j or <c-o>, not `{text}`")),
        };
    keys.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::mode::ScreenName;

    const BRIEF: Mode = Mode::Screen(ScreenName::Brief);

    type Change = (&'static str, Vec<String>);

    fn rebound(changes: &[(&'static str, &[&str])]) -> (Keymap, Vec<String>) {
        let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        let changes: Vec<Change> =
            changes.iter().map(|(name, keys)| (*name, owned(keys))).collect();
        let mut keymap = Keymap::default();
        let faults = keymap.rebind(&changes, |(name, keys)| (*name, keys.as_slice()));
        (keymap, faults.into_iter().map(|((name, _), fault)| format!("{name}: {fault}")).collect())
    }

    fn meaning(keymap: &Keymap, mode: Mode, keys: &str) -> Option<&'static str> {
        let action = format!("{:?}", keymap.lookup(mode, Key::parse_all(keys).unwrap()[0])?);
        let is_bound = |bound: &&Bound| format!("{:?}", bound.binding.action) == action;
        keymap.in_mode(mode).find(is_bound)?.binding.name
    }

    #[test]
    fn an_action_gets_other_keys_and_loses_its_own() {
        let (keymap, faults) = rebound(&[("next-claim", &["x", "<a-j>"])]);
        assert_eq!(faults, [""; 0]);
        assert_eq!(meaning(&keymap, BRIEF, "x"), Some("next-claim"));
        assert_eq!(meaning(&keymap, BRIEF, "<a-j>"), Some("next-claim"));
        assert_eq!(meaning(&keymap, BRIEF, "}"), None);
        assert_eq!(keymap.label(BRIEF, "next-claim").as_deref(), Some("x"));
    }

    #[test]
    fn two_actions_can_change_their_keys_with_each_other() {
        let (keymap, faults) = rebound(&[("copy", &["e"]), ("edit", &["y"])]);
        assert_eq!(faults, [""; 0]);
        assert_eq!(meaning(&keymap, BRIEF, "e"), Some("copy"));
        assert_eq!(meaning(&keymap, BRIEF, "y"), Some("edit"));
    }

    #[test]
    fn names_what_is_wrong_and_keeps_the_rest() {
        let (keymap, faults) = rebound(&[
            ("nxet-claim", &["x"]),
            ("back", &["<c->"]),
            ("forward", &["ab"]),
            ("reload", &["y"]),
            ("quit", &["W"]),
            ("theme", &["t"]),
        ]);
        assert_eq!(
            faults,
            [
                "nxet-claim: no action is called `nxet-claim`; did you mean next-claim?",
                "back: no key is named `<c->`; expected a name such as `<enter>`, `<esc>`, `<tab>`, `<pgdn>`, \
                 `<f1>`, or a key with a modifier such as `<c-o>`, `<a-left>`, `<s-tab>`",
                "forward: expected one key, such as j or <c-o>, not `ab`",
                "quit: W types a letter in prompts, where quit also applies; quit keeps its default keys",
                "reload: y already means copy; reload keeps its default keys",
            ]
        );
        assert_eq!(meaning(&keymap, BRIEF, "y"), Some("copy"));
        assert_eq!(meaning(&keymap, BRIEF, "r"), Some("reload"));
        assert_eq!(meaning(&keymap, BRIEF, "t"), Some("theme"));
    }

    #[test]
    fn a_change_that_falls_takes_its_own_keys_back() {
        let (keymap, faults) = rebound(&[("copy", &["e"]), ("zoom", &["y"])]);
        assert_eq!(
            faults,
            [
                "copy: e already means edit; copy keeps its default keys",
                "zoom: y already means copy; zoom keeps its default keys"
            ]
        );
        assert_eq!(meaning(&keymap, BRIEF, "y"), Some("copy"));
        assert_eq!(meaning(&keymap, BRIEF, "+"), Some("zoom"));
    }

    #[test]
    fn cyrillic_and_greek_keys_mean_what_is_in_their_place() {
        let keymap = Keymap::default();
        for (there, here) in "оОлЪξΞκΓ".chars().zip("jJk}jJkG".chars()) {
            let expected = meaning(&keymap, BRIEF, &here.to_string());
            assert!(expected.is_some());
            assert_eq!(meaning(&keymap, BRIEF, &there.to_string()), expected, "{there}");
        }
        assert_eq!(meaning(&keymap, BRIEF, "<c-щ>"), Some("back"));
        assert!(matches!(
            keymap.lookup(Mode::Searching, Key::char('о')),
            Some(Action::Write(Stroke::Insert(text))) if text.as_str() == "о"
        ));
        assert!(matches!(keymap.lookup(Mode::Marking, Key::char('ж')), Some(Action::Mark('ж'))));
    }
}
