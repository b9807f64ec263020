//! The command line of `topline check`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use topline::brief::{Look, Rule};
use topline::commands::check::{CheckSettings, Format, Levels, NotAllowed};

use super::Paths;

/// How briefs are checked.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub paths: Paths,
    /// Look for the sources' texts in this folder too; may be given several times
    #[arg(long, value_name = "DIR")]
    pub sources: Vec<PathBuf>,
    /// Take every warning for an error
    #[arg(long)]
    strict: bool,
    /// Pass over this rule; may be given several times
    #[arg(long, value_name = "RULE", value_parser = rule(), hide_possible_values = true)]
    allow: Vec<Rule>,
    /// Take this rule for an error; may be given several times
    #[arg(long, value_name = "RULE", value_parser = rule(), hide_possible_values = true)]
    deny: Vec<Rule>,
    /// What to write: excerpts for people, or JSON, GitHub workflow commands or SARIF for programs
    #[arg(long, value_name = "FORMAT", value_parser = format(), default_value = "human")]
    format: Format,
}

impl CheckArgs {
    /// What is asked for, in the human format with this `look`.
    ///
    /// # Errors
    ///
    /// Fails where a rule is to be allowed that cannot be.
    pub fn settings(&self, look: Look) -> Result<CheckSettings, NotAllowed> {
        let levels = Levels::new(self.allow.clone(), self.deny.clone(), self.strict)?;
        Ok(CheckSettings { levels, format: self.format, look })
    }
}

const FORMATS: [(&str, Format); 4] =
    [("human", Format::Human), ("json", Format::Json), ("github", Format::Github), ("sarif", Format::Sarif)];

fn rule() -> impl TypedValueParser<Value = Rule> {
    let names = PossibleValuesParser::new(Rule::ALL.iter().map(|rule| rule.name()));
    names.try_map(|name| Rule::named(&name).ok_or("no such rule"))
}

fn format() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(FORMATS.map(|(name, _)| name));
    names.try_map(|name| {
        let format = FORMATS.iter().find(|(known, _)| *known == name);
        format.map(|(_, format)| *format).ok_or("no such format")
    })
}
