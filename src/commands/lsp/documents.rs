//! The briefs that are open in the editor, as they are there.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use super::lines::{ColumnUnit, LinePosition, LineTable};
use super::problems::PlacedProblem;
use super::recognise::{Likeness, likeness};
use crate::brief::{Brief, MAX_BYTES};
use crate::evidence::Proposal;

/// A file that is open in the editor.
#[derive(Debug)]
pub struct OpenDocument {
    /// Its file.
    pub path: PathBuf,
    /// The folder that its library is in.
    pub root: PathBuf,
    /// The version that the editor gives it.
    pub version: i32,
    /// Its text.
    pub text: Arc<str>,
    /// What it seems to be. Once it was a brief, it stays one until it is closed.
    pub likeness: Likeness,
    /// When it is to be checked.
    pub due: Option<Instant>,
    /// Whether it is being checked.
    pub is_being_read: bool,
    /// The version that was checked last.
    pub checked: Option<i32>,
    /// The brief as it was last sound.
    pub sound: Option<Arc<Brief>>,
    /// The quotations of its source.
    pub proposal: Option<Arc<Proposal>>,
    /// The problems that the editor was told of.
    pub problems: Vec<PlacedProblem>,
    /// The version that the editor was told of problems of.
    pub told: Option<i32>,
}

/// An edit: the places between which it replaces the text, or all of it, and the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The places; [`None`] if the whole text is replaced.
    pub range: Option<(LinePosition, LinePosition)>,
    /// The new text.
    pub text: String,
}

impl OpenDocument {
    /// Returns a document that the editor has opened.
    pub fn new(path: PathBuf, root: PathBuf, version: i32, text: String) -> Self {
        let likeness = likeness(&path, &text);
        Self {
            path,
            root,
            version,
            text: text.into(),
            likeness,
            due: None,
            is_being_read: false,
            checked: None,
            sound: None,
            proposal: None,
            problems: Vec::new(),
            told: None,
        }
    }

    /// Applies edits one after the other, each to the text that the one before has left.
    pub fn change(&mut self, version: i32, changes: Vec<TextChange>, unit: ColumnUnit) {
        let mut text = self.text.to_string();
        for change in changes {
            apply(&mut text, change, unit);
        }
        self.text = text.into();
        self.version = version;
        if self.likeness != Likeness::Brief {
            self.likeness = likeness(&self.path, &self.text);
        }
    }

    /// Returns whether it is a brief that can be checked.
    pub fn is_brief(&self) -> bool {
        self.likeness == Likeness::Brief
    }

    /// Returns whether the text is small enough to be worked on at each key.
    pub fn is_small_enough(&self) -> bool {
        self.text.len() <= MAX_BYTES
    }
}

/// Applies an edit to `text`. Places that are turned round or outside the text are taken as the nearest
/// ones in it.
pub fn apply(text: &mut String, change: TextChange, unit: ColumnUnit) {
    let Some((start, end)) = change.range else {
        *text = change.text;
        return;
    };
    let lines = LineTable::new(text);
    let (start, end) = (lines.byte(text, start, unit), lines.byte(text, end, unit));
    let Range { start, end } = start.min(end)..start.max(end);
    text.replace_range(start..end, &change.text);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text as an editor of UTF-16 keeps it.
    struct Editor(Vec<u16>);

    impl Editor {
        fn text(&self) -> String {
            String::from_utf16(&self.0).unwrap()
        }

        /// Moves a place out of the middle of a character or of a line end.
        fn place(&self, at: usize) -> usize {
            let at = at.min(self.0.len());
            let is_inside = |at: usize| {
                self.0.get(at).is_some_and(|unit| (0xdc00..0xe000).contains(unit))
                    || (at > 0
                        && self.0.get(at) == Some(&u16::from(b'\n'))
                        && self.0[at - 1] == u16::from(b'\r'))
            };
            if is_inside(at) { at - 1 } else { at }
        }

        fn position(&self, at: usize) -> LinePosition {
            let (mut line, mut start, mut i) = (0, 0, 0);
            while i < at {
                let unit = self.0[i];
                let next = self.0.get(i + 1).copied();
                i += 1;
                if unit == u16::from(b'\n')
                    || (unit == u16::from(b'\r') && next != Some(u16::from(b'\n')))
                {
                    (line, start) = (line + 1, i);
                }
            }
            LinePosition { line, column: at - start }
        }
    }

    proptest! {
        #[test]
        fn any_edits_leave_the_text_of_the_editor(
            text in "[a:🚢é\r\n]{0,20}",
            edits in prop::collection::vec((0usize..40, 0usize..40, "[b 🚢\r\n]{0,6}", any::<bool>()), 0..12),
        ) {
            let mut editor = Editor(text.encode_utf16().collect());
            let mut document = OpenDocument::new("a.yaml".into(), "".into(), 0, text);
            for (version, (start, end, new, is_whole)) in (1..).zip(edits) {
                let change = if is_whole && start == 0 {
                    editor.0 = new.encode_utf16().collect();
                    TextChange { range: None, text: new }
                } else {
                    let (start, end) = (editor.place(start.min(end)), editor.place(start.max(end)));
                    let range = Some((editor.position(start), editor.position(end)));
                    editor.0.splice(start..end, new.encode_utf16());
                    TextChange { range, text: new }
                };
                document.change(version, vec![change], ColumnUnit::Utf16);
                prop_assert_eq!(document.text.to_string(), editor.text());
            }
        }

        #[test]
        fn no_edit_is_a_panic(
            text in ".{0,20}",
            places in prop::array::uniform4(prop_oneof![0usize..9, Just(usize::MAX)]),
            is_bytes in any::<bool>(),
        ) {
            let unit = if is_bytes { ColumnUnit::Byte } else { ColumnUnit::Utf16 };
            let [a, b, c, d] = places;
            let range = (LinePosition { line: a, column: b }, LinePosition { line: c, column: d });
            let mut changed = text;
            apply(&mut changed, TextChange { range: Some(range), text: "x".into() }, unit);
            prop_assert!(changed.contains('x'));
        }
    }
}
