//! The help: the table of bindings, as a text.

use super::action::Mode;
use super::keys::{self, Group, Key};
use crate::page::{Block, Role, Span};
use crate::text::Text;

/// What the help says, group by group.
#[must_use]
pub fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in Group::ALL {
        blocks.push(Block::Heading(group.title().into()));
        let bindings = keys::bindings(Mode::Panes).filter(|binding| binding.group == group);
        blocks.extend(bindings.map(|binding| {
            let labels: Vec<String> = binding.keys.iter().map(Key::label).collect();
            Block::Entry {
                label: vec![Span::new(Role::Label, labels.join("  "))],
                body: vec![Span::new(Role::Plain, Text::new(binding.help))],
            }
        }));
    }
    blocks
}
