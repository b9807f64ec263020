//! The help and the list of actions: the table of bindings, as texts.

use std::collections::HashSet;

use super::action::{Action, Mode};
use super::keys::{Bound, Group, Keymap};
use super::light;
use super::list::Row;
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::text::{FoldedText, Text, width};

/// The columns that the names of actions take.
const NAME: usize = 20;

/// What the help says of what `words` ask for, group by group: all of it where they ask for nothing.
pub fn rows(words: &Text, keymap: &Keymap) -> Vec<Row> {
    let query = Query::parse(words);
    let bindings: Vec<&Bound> = once(keymap).filter(|bound| fits(bound, &query)).collect();
    if bindings.is_empty() {
        let none = format!("Nothing in the help matches {words}");
        return vec![Row { blocks: vec![vec![Span::new(Role::Plain, none)]], ..Row::default() }];
    }
    let indent = once(keymap).map(|bound| width(&bound.label())).max().unwrap_or(0) + 2;
    let groups = Group::ALL.into_iter().flat_map(|group| {
        let rows =
            bindings.iter().filter(move |bound| bound.binding.group == group).map(|bound| Row {
                label: Some(Span::new(Role::Label, bound.label())),
                indent,
                blocks: vec![vec![Span::new(Role::Plain, bound.binding.help)]],
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

/// The actions of `modes` whose name, key or help has what `words` ask for, and how each is shown.
pub fn actions(words: &Text, modes: &[Mode], keymap: &Keymap) -> Vec<(Action, Row)> {
    let query = Query::parse(words);
    let can_run = |bound: &&Bound| {
        let binding = bound.binding;
        binding.action.name().is_some() && modes.iter().any(|mode| binding.modes.contains(mode))
    };
    let fitting = once(keymap).filter(can_run).filter(|bound| fits(bound, &query));
    let rows = fitting.filter_map(|bound| {
        let keys = Span::new(Role::Citation, bound.label());
        let binding = bound.binding;
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
fn once(keymap: &Keymap) -> impl Iterator<Item = &Bound> {
    let mut seen = HashSet::new();
    let groups = Group::ALL.into_iter();
    let all = groups
        .flat_map(|group| keymap.all().iter().filter(move |bound| bound.binding.group == group));
    all.filter(move |bound| seen.insert(format!("{:?}", bound.binding.action)))
}

fn fits(bound: &Bound, query: &Query) -> bool {
    let binding = bound.binding;
    let name = binding.action.name().unwrap_or_default();
    let text = format!("{name} {} {} {}", binding.help, binding.group.title(), bound.label());
    let text = FoldedText::new(&text.into());
    query.is_empty() || query.fits(|needle| text.contains(needle))
}
