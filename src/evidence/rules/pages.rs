//! The page of each rule: why it exists, what breaks it, and the same example put right.
//!
//! A page is a small part of Markdown: a title, paragraphs, headings and fenced code. It is printed
//! by `topline check --explain RULE`, shown in the documentation of [`RulePage`] and read in the
//! repository, and a test checks its examples.

use std::fmt;

use crate::brief::{Rule, Severity};

macro_rules! pages {
    ($($rule:ident = $file:literal;)+) => {
        /// The page of a rule. These are the pages:
        ///
        $(#[doc = include_str!($file)])+
        #[derive(Clone, Copy, Debug)]
        pub struct RulePage {
            rule: Rule,
            text: &'static str,
        }

        impl RulePage {
            /// Returns the page of `rule`.
            pub fn new(rule: Rule) -> Self {
                let text = match rule {
                    $(Rule::$rule => include_str!($file),)+
                };
                Self { rule, text }
            }
        }
    };
}

pages! {
    NotYaml               = "not-yaml.md";
    UnknownField          = "unknown-field.md";
    WrongType             = "wrong-type.md";
    MissingField          = "missing-field.md";
    DuplicateKey          = "duplicate-key.md";
    UnknownId             = "unknown-id.md";
    ReservedId            = "reserved-id.md";
    BadId                 = "bad-id.md";
    WrongKind             = "wrong-kind.md";
    CutByComment          = "cut-by-comment.md";
    NoEvidence            = "no-evidence.md";
    NoAddressee           = "no-addressee.md";
    SameIdOtherPerson     = "same-id-other-person.md";
    Placeholder           = "placeholder.md";
    SourceFormat          = "source-format.md";
    NotVerbatim           = "not-verbatim.md";
    ReportersWords        = "reporters-words.md";
    OtherSpeaker          = "other-speaker.md";
    SpeakersWords         = "speakers-words.md";
    AmbiguousQuote        = "ambiguous-quote.md";
    OutOfOrder            = "out-of-order.md";
    MissingFigure         = "missing-figure.md";
    TurnedBound           = "turned-bound.md";
    UnsupportedQuotation  = "unsupported-quotation.md";
    StaleLock             = "stale-lock.md";
    NoDate                = "no-date.md";
    RelativeDate          = "relative-date.md";
    NoSourceText          = "no-source-text.md";
    HeavyEllipsis         = "heavy-ellipsis.md";
    Clipped               = "clipped.md";
    LooseBrackets         = "loose-brackets.md";
    SourceNoise           = "source-noise.md";
    OuterMarks            = "outer-marks.md";
    ScareQuote            = "scare-quote.md";
    SpeakerNotNear        = "speaker-not-near.md";
    Spokesperson          = "spokesperson.md";
    DroppedHedge          = "dropped-hedge.md";
    StrongerVerb          = "stronger-verb.md";
    NotIndependent        = "not-independent.md";
    OtherPost             = "other-post.md";
    UncitedTopLine        = "uncited-top-line.md";
    LongTopLines          = "long-top-lines.md";
    SecondHandQuote       = "second-hand-quote.md";
    PastDue               = "past-due.md";
    Orphan                = "orphan.md";
    OddCharacter          = "odd-character.md";
}

/// Part of a brief, with what it is checked against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleExample {
    /// The sections of the brief that matter.
    pub brief: &'static str,
    /// What its source says, if that matters.
    pub source: Option<&'static str>,
    /// If the rule compares two briefs: the sections of the other one, or of the same one when it
    /// was locked.
    pub beside: Option<&'static str>,
}

impl RulePage {
    /// Returns the example that breaks the rule.
    pub fn failing(&self) -> RuleExample {
        self.example(0)
    }

    /// Returns the example that does not.
    pub fn passing(&self) -> RuleExample {
        self.example(1)
    }

    /// Returns the page in Markdown.
    pub fn markdown(&self) -> &'static str {
        self.text
    }

    /// Returns the example under the heading `number`, counted from 0.
    fn example(&self, number: usize) -> RuleExample {
        let mut example = RuleExample::default();
        let headings = blocks(self.text).skip_while(|block| !block.is_heading());
        let mut seen = 0;
        for block in headings {
            match block {
                PageBlock::Heading(_) => seen += 1,
                _ if seen != number + 1 => {}
                PageBlock::Code { language: "text", code } => example.source = Some(code),
                PageBlock::Code { code, .. } if example.brief.is_empty() => example.brief = code,
                PageBlock::Code { code, .. } => example.beside = Some(code),
                PageBlock::Title(_) | PageBlock::Paragraph(_) => {}
            }
        }
        example
    }
}

/// The page as plain text, with the rule's severity and summary.
impl fmt::Display for RulePage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.rule.default_severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Allowed => "allowed",
        };
        for block in blocks(self.text) {
            match block {
                PageBlock::Title(name) => {
                    writeln!(f, "{name} ({severity})\n\n{}", self.rule.summary())?;
                }
                PageBlock::Heading(heading) => writeln!(f, "\n{heading}:")?,
                PageBlock::Paragraph(text) => writeln!(f, "\n{}", text.replace("\\[", "["))?,
                PageBlock::Code { code, .. } => {
                    writeln!(f)?;
                    code.lines().try_for_each(|line| writeln!(f, "    {line}"))?;
                }
            }
        }
        Ok(())
    }
}

/// A block of a page.
enum PageBlock {
    /// `# name`, the first line.
    Title(&'static str),
    /// `## heading`.
    Heading(&'static str),
    /// Lines of text.
    Paragraph(&'static str),
    /// The lines between two fences, with the language behind the first.
    Code { language: &'static str, code: &'static str },
}

impl PageBlock {
    fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// Returns the blocks of a page, which blank lines separate. There are no blank lines in code.
fn blocks(page: &'static str) -> impl Iterator<Item = PageBlock> {
    page.trim_end().split("\n\n").map(|block| {
        if let Some(heading) = block.strip_prefix("## ") {
            PageBlock::Heading(heading)
        } else if let Some(title) = block.strip_prefix("# ") {
            PageBlock::Title(title)
        } else if let Some((language, code)) =
            block.strip_prefix("```").and_then(|fenced| fenced.split_once('\n'))
        {
            PageBlock::Code { language, code: code.trim_end_matches('`') }
        } else {
            PageBlock::Paragraph(block)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_title_its_reasons_and_two_examples() {
        for rule in Rule::ALL {
            let page = RulePage::new(*rule);
            let shape: Vec<String> = blocks(page.text)
                .map(|block| match block {
                    PageBlock::Title(title) => format!("# {title}"),
                    PageBlock::Heading(heading) => format!("## {heading}"),
                    PageBlock::Paragraph(_) => "text".to_owned(),
                    PageBlock::Code { language, code } => {
                        assert!(code.ends_with('\n') && !code.contains("```"), "{rule}: {code}");
                        language.to_owned()
                    }
                })
                .collect();
            assert_eq!(shape[0], format!("# {rule}"));
            let headings: Vec<&String> =
                shape[1..].iter().filter(|part| part.starts_with('#')).collect();
            assert_eq!(headings, ["## This breaks the rule", "## This does not"], "{rule}");
            assert_eq!(shape[1], "text", "{rule}");
            for example in [page.failing(), page.passing()] {
                assert!(!example.brief.is_empty(), "{rule}");
            }
            assert_ne!(page.failing(), page.passing(), "{rule}");
        }
    }

    #[test]
    fn every_page_is_a_rules() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/evidence/rules");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let pages = files.filter(|path| path.extension().is_some_and(|end| end == "md"));
        for page in pages {
            let name = page.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_named = |rule: &Rule| rule.name() == name;
            assert!(Rule::ALL.iter().any(is_named), "{name}.md is the page of no rule");
        }
    }
}
