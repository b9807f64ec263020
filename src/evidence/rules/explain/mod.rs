//! What each rule is for, with an example that breaks it and one that does not, as
//! `topline check --explain RULE` prints them. A test holds every example to its word.

mod texts;

use std::fmt;

use crate::brief::{Rule, Severity};

/// Why a rule is there, and what breaks it.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The rule.
    pub rule: Rule,
    /// The reasoning, in lines of at most 80 columns.
    pub reasoning: &'static str,
    /// What breaks the rule.
    pub failing: Example,
    /// The same, mended.
    pub passing: Example,
}

/// Part of a brief, with what it is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The sections of the brief that matter.
    pub brief: &'static str,
    /// What its source says, where that matters.
    pub source: Option<&'static str>,
    /// Where the rule compares two briefs: the sections of the other one, or of the same one when it
    /// was locked.
    pub beside: Option<&'static str>,
}

impl Explanation {
    /// Explains `rule`.
    pub fn of(rule: Rule) -> Self {
        texts::explain(rule)
    }

    fn example(&self, example: &Example, heading: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{heading}\n")?;
        indented(example.brief, f)?;
        if let Some(source) = example.source {
            writeln!(f, "\nwhere the source says:\n")?;
            indented(source, f)?;
        }
        if let Some(beside) = example.beside {
            let what = match self.rule {
                Rule::StaleLock => "when it was locked:",
                _ => "where another brief, `other`, says:",
            };
            writeln!(f, "\n{what}\n")?;
            indented(beside, f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.rule.default_severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Allowed => "allowed",
        };
        writeln!(
            f,
            "{} ({severity})\n\n{}\n\n{}",
            self.rule,
            self.rule.summary(),
            self.reasoning.trim()
        )?;
        self.example(&self.failing, "This breaks the rule:", f)?;
        self.example(&self.passing, "This does not:", f)
    }
}

fn indented(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for line in text.trim_end().lines() {
        if line.is_empty() { writeln!(f)? } else { writeln!(f, "    {line}")? }
    }
    Ok(())
}
