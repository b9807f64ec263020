//! The sections of a printed brief.

use std::fmt;
use std::str::FromStr;

/// A section of a printed brief, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What the source says.
    Summary,
    /// What is read first.
    TopLines,
    /// The own side's words.
    LinesToTake,
    /// Who wants, promises and does what.
    Asks,
    /// Who said what, in which words.
    Positions,
    /// What is asserted, by whom.
    Claims,
    /// Every claim with a figure, as a table.
    Figures,
    /// What helps to understand the rest.
    Background,
    /// What the source does not say, and what to be careful with.
    Gaps,
    /// Where it all comes from.
    Source,
    /// What several briefs say of the same people, asks and points.
    CrossSource,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: &'static [Self] = &[
        Self::Summary,
        Self::TopLines,
        Self::LinesToTake,
        Self::Asks,
        Self::Positions,
        Self::Claims,
        Self::Figures,
        Self::Background,
        Self::Gaps,
        Self::Source,
        Self::CrossSource,
    ];

    /// The section's heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Summary => "SUMMARY",
            Self::TopLines => "TOP LINES",
            Self::LinesToTake => "LINES TO TAKE",
            Self::Asks => "ASKS, COMMITMENTS AND ACTIONS",
            Self::Positions => "POSITIONS",
            Self::Claims => "CLAIMS",
            Self::Figures => "FIGURES",
            Self::Background => "BACKGROUND",
            Self::Gaps => "GAPS AND CAUTIONS",
            Self::Source => "SOURCE",
            Self::CrossSource => "CROSS-SOURCE",
        }
    }

    /// The section's name on the command line: its heading in lower case, with hyphens.
    pub fn name(self) -> String {
        self.heading().to_lowercase().replace(',', "").replace(' ', "-")
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name())
    }
}

/// A name that no section has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected one of {}", names())]
pub struct UnknownSection;

fn names() -> String {
    Section::ALL.iter().map(|section| section.name()).collect::<Vec<_>>().join(", ")
}

/// Reads a section's [name](Section::name), or its first words: `asks`, `gaps`.
impl FromStr for Section {
    type Err = UnknownSection;

    fn from_str(raw: &str) -> Result<Self, UnknownSection> {
        let begins = |name: &str| {
            name.strip_prefix(raw)
                .is_some_and(|rest| !raw.is_empty() && (rest.is_empty() || rest.starts_with('-')))
        };
        Self::ALL.iter().copied().find(|section| begins(&section.name())).ok_or(UnknownSection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_named_by_its_heading_or_its_first_words() {
        for &section in Section::ALL {
            assert_eq!(section.name().parse(), Ok(section));
        }
        assert_eq!("asks".parse(), Ok(Section::Asks));
        assert_eq!("lines-to".parse(), Ok(Section::LinesToTake));
        for unknown in ["", "ask", "takes", "SUMMARY", "summary-"] {
            assert_eq!(unknown.parse::<Section>(), Err(UnknownSection), "{unknown}");
        }
    }

    #[test]
    fn lists_the_names_where_one_is_unknown() {
        assert_eq!(
            UnknownSection.to_string(),
            "expected one of summary, top-lines, lines-to-take, asks-commitments-and-actions, positions, \
             claims, figures, background, gaps-and-cautions, source, cross-source"
        );
    }
}
