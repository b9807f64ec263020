//! The sections of a printed brief.

use crate::text::{UnknownWord, vocabulary};

vocabulary! {
    /// A section of a printed brief, in the order of the page: first those of page one, then those of
    /// the annex.
    pub enum Section {
        /// What the source says.
        Summary = "summary",
        /// What is read first.
        TopLines = "top-lines",
        /// Our own words.
        LinesToTake = "lines-to-take",
        /// Who asks for, promises and does what.
        Asks = "asks-commitments-and-actions",
        /// The direct quotations that the top lines and the asks rest on.
        InTheirWords = "in-their-words",
        /// What to be careful with on page one.
        Cautions = "cautions",
        /// Who said what, in which words.
        Positions = "positions",
        /// What is asserted, by whom.
        Claims = "claims",
        /// Every claim with a figure, as a table; printed only if it is asked for.
        Figures = "figures",
        /// What helps to understand the rest.
        Background = "background",
        /// What the source does not say.
        Gaps = "gaps",
        /// The source, and how to read citations.
        Source = "source",
        /// What several briefs say about the same people, asks and points.
        CrossSource = "cross-source",
    }
}

/// The name of the gaps when the cautions were in the same section.
const FORMER_GAPS: &str = "gaps-and-cautions";

/// How much of each brief is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Page one and the annex of each brief.
    Full {
        /// Whether it is also said how several briefs are connected.
        across: bool,
    },
    /// Page one of each brief.
    PageOne,
    /// Only these sections, in the order of the page.
    Sections(Vec<Section>),
}

impl Extent {
    /// Returns whether it is also said how several briefs are connected.
    pub fn is_across(&self) -> bool {
        match self {
            Self::Full { across } => *across,
            Self::PageOne => false,
            Self::Sections(sections) => sections.contains(&Section::CrossSource),
        }
    }

    /// Returns whether nothing else is said.
    pub fn is_across_alone(&self) -> bool {
        matches!(self, Self::Sections(sections) if sections.as_slice() == [Section::CrossSource])
    }
}

/// Everything.
impl Default for Extent {
    fn default() -> Self {
        Self::Full { across: true }
    }
}

impl Section {
    /// The sections of page one.
    pub const PAGE_ONE: &[Self] = &[
        Self::Summary,
        Self::TopLines,
        Self::LinesToTake,
        Self::Asks,
        Self::InTheirWords,
        Self::Cautions,
    ];

    /// Returns the section’s heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Summary => "SUMMARY",
            Self::TopLines => "TOP LINES",
            Self::LinesToTake => "LINES TO TAKE",
            Self::Asks => "ASKS, COMMITMENTS AND ACTIONS",
            Self::InTheirWords => "IN THEIR WORDS",
            Self::Cautions => "CAUTIONS",
            Self::Positions => "POSITIONS",
            Self::Claims => "CLAIMS",
            Self::Figures => "FIGURES",
            Self::Background => "BACKGROUND",
            Self::Gaps => "GAPS",
            Self::Source => "SOURCE",
            Self::CrossSource => "CROSS-SOURCE",
        }
    }

    /// Reads a section by its word or the first words of it: `asks`, `gaps`.
    ///
    /// # Errors
    ///
    /// Fails if no section begins with these words.
    pub fn from_first_words(raw: &str) -> Result<Self, UnknownWord> {
        if raw == FORMER_GAPS {
            return Ok(Self::Gaps);
        }
        let begins = |word: &str| {
            word.strip_prefix(raw)
                .is_some_and(|rest| !raw.is_empty() && (rest.is_empty() || rest.starts_with('-')))
        };
        Self::ALL.iter().copied().find(|section| begins(section.word())).ok_or_else(|| {
            let words: Vec<&str> = Self::ALL.iter().map(|section| section.word()).collect();
            UnknownWord::new(format!("expected one of {}", words.join(", ")), raw, &[])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_named_by_its_heading_or_its_first_words() {
        for &section in Section::ALL {
            let heading = section.heading().to_lowercase().replace(',', "").replace(' ', "-");
            assert_eq!(section.word(), heading);
            assert_eq!(Section::from_first_words(&heading), Ok(section));
        }
        assert_eq!(Section::from_first_words("asks"), Ok(Section::Asks));
        assert_eq!(Section::from_first_words("gaps-and-cautions"), Ok(Section::Gaps));
        assert_eq!(Section::from_first_words("lines-to"), Ok(Section::LinesToTake));
        for unknown in ["", "ask", "takes", "SUMMARY", "summary-"] {
            assert!(Section::from_first_words(unknown).is_err(), "{unknown}");
        }
    }

    #[test]
    fn lists_the_words_if_one_is_unknown() {
        assert_eq!(
            Section::from_first_words("x").unwrap_err().to_string(),
            "expected one of summary, top-lines, lines-to-take, asks-commitments-and-actions, \
             in-their-words, cautions, positions, claims, figures, background, gaps, source, cross-source"
        );
    }
}
