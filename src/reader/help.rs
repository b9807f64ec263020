//! The help and the list of actions: the table of bindings, as texts.

use std::collections::HashSet;

use super::action::{Action, Mode};
use super::keys::{BINDINGS, Binding, Group, Key};
use super::light;
use super::list::Row;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::text::{Folded, Text, width};

/// The columns that the names of actions take.
const NAME: usize = 20;

/// What the help says of what `words` ask for, group by group: all of it where they ask for nothing.
#[must_use]
pub fn rows(words: &Text) -> Vec<Row> {
    let query = Query::parse(words);
    let bindings: Vec<&Binding> = once().filter(|binding| fits(binding, &query)).collect();
    if bindings.is_empty() {
        let none = format!("Nothing in the help matches {words}");
        return vec![Row { blocks: vec![vec![Span::new(Role::Plain, none)]], ..Row::default() }];
    }
    let indent = once().map(|binding| width(&label(binding.keys))).max().unwrap_or(0) + 2;
    let groups = Group::ALL.into_iter().flat_map(|group| {
        let rows = bindings.iter().filter(move |binding| binding.group == group).map(|binding| Row {
            label: Some(Span::new(Role::Label, label(binding.keys))),
            indent,
            blocks: vec![vec![Span::new(Role::Plain, binding.help)]],
            ..Row::default()
        });
        let rows: Vec<Row> = rows.map(|row| light::lit(row, &query)).collect();
        let heading = vec![Span::new(Role::Heading, group.title())];
        let heading = (!rows.is_empty()).then(|| Row { blocks: vec![heading], ..Row::default() });
        let end = heading.as_ref().map(|_| Row::default());
        heading.into_iter().chain(rows).chain(end).collect::<Vec<_>>()
    });
    groups.collect()
}

/// The actions whose name, key or help has what `words` ask for, and how each is shown.
#[must_use]
pub fn actions(words: &Text) -> Vec<(Action, Row)> {
    let query = Query::parse(words);
    let can_run = |binding: &&Binding| {
        let modes = [Mode::Panes, Mode::Copying];
        binding.action.name().is_some() && modes.iter().any(|mode| binding.modes.contains(mode))
    };
    let fitting = once().filter(can_run).filter(|binding| fits(binding, &query));
    let rows = fitting.filter_map(|binding| {
        let keys = Span::new(Role::Citation, label(binding.keys));
        let row = Row {
            label: Some(Span::new(Role::Label, binding.action.name()?)),
            indent: NAME,
            blocks: vec![vec![Span::new(Role::Plain, format!("{}  ", binding.help)), keys]],
            ..Row::default()
        };
        Some((binding.action.clone(), light::lit(row, &query)))
    });
    rows.collect()
}

/// The bindings, but of those that mean the same action only the first.
fn once() -> impl Iterator<Item = &'static Binding> {
    let mut seen = HashSet::new();
    let groups = Group::ALL.into_iter();
    let all = groups.flat_map(|group| BINDINGS.iter().filter(move |binding| binding.group == group));
    all.filter(move |binding| seen.insert(format!("{:?}", binding.action)))
}

fn fits(binding: &Binding, query: &Query) -> bool {
    let name = binding.action.name().unwrap_or_default();
    let text = format!("{name} {} {} {}", binding.help, binding.group.title(), label(binding.keys));
    let text = Folded::new(&text.into());
    query.is_empty() || query.fits(|needle| text.contains(needle))
}

fn label(keys: &[Key]) -> String {
    keys.iter().map(Key::label).collect::<Vec<_>>().join("  ")
}
