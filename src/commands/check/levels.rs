//! The severity of each rule in one run.

use thiserror::Error;

use crate::brief::{Rule, Severity};

/// The severities that `--allow`, `--deny` and `--strict` make.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    allowed: Vec<Rule>,
    denied: Vec<Rule>,
    strict: bool,
}

/// A rule that cannot be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0} cannot be allowed: a brief that breaks it cannot be read")]
pub struct NotAllowed(pub Rule);

impl Levels {
    /// Returns levels that ignore the `allowed` rules and make errors of the `denied` ones and, if
    /// `strict`, of all others. A rule that is both is denied.
    ///
    /// # Errors
    ///
    /// Fails if `allowed` has a rule without which a brief cannot be read.
    pub fn new(allowed: Vec<Rule>, denied: Vec<Rule>, strict: bool) -> Result<Self, NotAllowed> {
        match allowed.iter().find(|rule| rule.is_structural()) {
            Some(rule) => Err(NotAllowed(*rule)),
            None => Ok(Self { allowed, denied, strict }),
        }
    }

    /// Returns the severity of `rule`.
    pub fn severity(&self, rule: Rule) -> Severity {
        if self.denied.contains(&rule) {
            Severity::Error
        } else if self.allowed.contains(&rule) {
            Severity::Allowed
        } else if self.strict {
            Severity::Error
        } else {
            rule.default_severity()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deny_is_stronger_than_allow_and_allow_than_strict() {
        let levels =
            Levels::new(vec![Rule::NoDate, Rule::Orphan], vec![Rule::Orphan], true).unwrap();
        let severity = |rule| levels.severity(rule);
        assert_eq!(severity(Rule::Orphan), Severity::Error);
        assert_eq!(severity(Rule::NoDate), Severity::Allowed);
        assert_eq!(severity(Rule::ScareQuote), Severity::Error);
        assert_eq!(Levels::default().severity(Rule::ScareQuote), Severity::Warning);
    }

    #[test]
    fn rules_without_which_a_brief_cannot_be_read_are_never_allowed() {
        assert_eq!(
            Levels::new(vec![Rule::UnknownId], vec![], false).unwrap_err(),
            NotAllowed(Rule::UnknownId)
        );
    }
}
