//! A problem of a brief: a rule that it breaks, and the field that breaks it.

use serde::{Deserialize, Serialize};

use super::field_path::{FieldPath, Spot};
use super::fix::Fix;
use super::rule::{Rule, Severity};
use crate::text::{Text, bounded};

/// A problem of one brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The rule that it breaks.
    pub rule: Rule,
    /// The field it is in.
    pub path: FieldPath,
    /// The part of that field.
    pub spot: Spot,
    /// What is wrong, and what was expected.
    pub message: Text,
    /// How to fix it.
    pub help: Option<Text>,
    /// The edit that fixes it, if there is one right one. It has not been tried.
    pub fix: Option<Box<Fix>>,
}

impl Problem {
    /// Returns a problem with the value at `path`. What the message repeats of the file is cut to
    /// about a line.
    pub fn new(rule: Rule, path: FieldPath, message: impl Into<Text>) -> Self {
        let message = bounded(&message.into());
        Self { rule, path, spot: Spot::Value, message, help: None, fix: None }
    }

    /// Returns whether its rule is an error unless the user says otherwise.
    pub fn is_error(&self) -> bool {
        self.rule.default_severity() == Severity::Error
    }

    /// Returns where it is: a field, and the part of it.
    pub fn place(&self) -> (&FieldPath, &Spot) {
        (&self.path, &self.spot)
    }

    /// Returns the same problem about another part of the field.
    #[must_use]
    pub fn at(self, spot: Spot) -> Self {
        Self { spot, ..self }
    }

    /// Returns the same problem with a way to fix it.
    #[must_use]
    pub fn help(self, help: impl Into<Text>) -> Self {
        Self { help: Some(bounded(&help.into())), ..self }
    }

    /// Returns the same problem with the edit that fixes it.
    #[must_use]
    pub fn fix(self, fix: impl Into<Option<Fix>>) -> Self {
        Self { fix: fix.into().map(Box::new), ..self }
    }
}
