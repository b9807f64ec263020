//! The help: the table of bindings, as a text.

use super::action::Mode;
use super::keys::{BINDINGS, Binding, Group, Key};
use super::list::Row;
use crate::page::{Role, Span};
use crate::text::width;

/// Where the keys of the help mean anything.
const SCREENS: [Mode; 3] = [Mode::Panes, Mode::Asks, Mode::Officials];

/// What the help says, group by group.
#[must_use]
pub fn rows() -> Vec<Row> {
    let labels = bindings().map(|binding| width(&label(binding.keys)));
    let indent = labels.max().unwrap_or(0) + 2;
    let groups = Group::ALL.into_iter().flat_map(|group| {
        let heading = vec![Span::new(Role::Heading, group.title())];
        let bindings = bindings().filter(move |binding| binding.group == group);
        let rows = bindings.map(move |binding| Row {
            label: Some(Span::new(Role::Label, label(binding.keys))),
            indent,
            blocks: vec![vec![Span::new(Role::Plain, binding.help)]],
            ..Row::default()
        });
        let heading = Row { blocks: vec![heading], ..Row::default() };
        std::iter::once(heading).chain(rows).chain([Row::default()])
    });
    groups.collect()
}

/// The bindings of all screens.
fn bindings() -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(|binding| binding.modes.iter().any(|mode| SCREENS.contains(mode)))
}

fn label(keys: &[Key]) -> String {
    keys.iter().map(Key::label).collect::<Vec<_>>().join("  ")
}
