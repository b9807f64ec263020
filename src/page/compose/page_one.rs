//! Page one of a brief: everything that is acted on, each once.

use indexmap::IndexSet;

use super::{BriefPage, asks, headed, items, positions, prose, source};
use crate::brief::{Form, Id, Item, Prose};
use crate::page::document::{Block, DocumentPart, Role, Span};
use crate::page::layout::{height, section_height};
use crate::page::section::Section;
use crate::text::Text;

/// The most quotations that page one has.
const MOST_QUOTATIONS: usize = 5;

/// The columns and the lines that page one is composed for: those of a sheet of paper, less the line
/// that names the pack.
const COLUMNS: usize = 72;
const LINES: usize = 59;

/// What is on page one of a brief, so that the annex does not say it again.
#[derive(Default)]
pub struct PageOne<'a> {
    /// The direct quotations that the top lines and the asks rest on, in this order; at most five.
    pub quotations: IndexSet<&'a Id>,
    /// How many more there are, which are in the annex alone.
    pub more_quotations: usize,
    /// The words of the top lines, each as a sentence.
    top_lines: IndexSet<Text>,
}

impl<'a> PageOne<'a> {
    /// Chooses what is on page one of the brief of `page`: as many quotations as fit, but at least one.
    pub fn new(page: &BriefPage<'a>) -> Self {
        let mut chosen = Self::with_all(page);
        while chosen.quotations.len() > MOST_QUOTATIONS {
            chosen.leave_out();
        }
        if chosen.quotations.len() > 1 {
            let room = LINES.saturating_sub(height(&part(page, &Self::default()), COLUMNS));
            while chosen.quotations.len() > 1 && chosen.height(page) > room {
                chosen.leave_out();
            }
        }
        chosen
    }

    /// Returns the lines that the quotations take on page one.
    fn height(&self, page: &BriefPage<'_>) -> usize {
        section_height(&their_words(page, self), COLUMNS)
    }

    fn with_all(page: &BriefPage<'a>) -> Self {
        let brief = page.here.brief;
        let cited = brief.top_lines.iter().flat_map(Prose::citations);
        let cited = cited.filter(|anchor| anchor.brief == brief.id).map(|anchor| &anchor.item);
        let is_direct = |id: &&'a Id| {
            brief.quotes.get(id).is_some_and(|quote| quote.words.form() == Form::Direct)
        };
        let rests_on = cited.chain(brief.asks.ids()).flat_map(|item| evidence(page, item));
        let top_lines =
            brief.top_lines.iter().map(|line| items::sentence(&prose::words(line).into()));
        Self {
            quotations: rests_on.filter(is_direct).collect(),
            more_quotations: 0,
            top_lines: top_lines.collect(),
        }
    }

    fn leave_out(&mut self) {
        self.quotations.pop();
        self.more_quotations += 1;
    }

    /// Returns the number of the top line that is this sentence, word for word.
    pub fn top_line(&self, sentence: &Text) -> Option<usize> {
        self.top_lines.get_index_of(sentence).map(|index| index + 1)
    }
}

/// Returns the quotes that an item of the brief rests on; a quote rests on itself.
pub fn evidence<'a>(page: &BriefPage<'a>, item: &Id) -> &'a [Id] {
    match page.here.brief.item(item) {
        Some(Item::Quote(quote)) => std::slice::from_ref(&quote.id),
        Some(Item::Claim(claim)) => &claim.evidence,
        Some(Item::Ask(ask)) => &ask.evidence,
        Some(Item::Official(_) | Item::Organisation(_)) | None => &[],
    }
}

/// Composes page one with what was `chosen` for it.
pub fn part(page: &BriefPage<'_>, chosen: &PageOne<'_>) -> DocumentPart {
    let section = |&section: &Section| match section {
        // What else there is to say of them is in the annex.
        Section::Asks => headed(section.heading(), asks::blocks(page, false)),
        Section::InTheirWords => their_words(page, chosen),
        section => page.sections(&[section]),
    };
    let mut blocks = vec![source::head(page)];
    blocks.extend(Section::PAGE_ONE.iter().flat_map(section));
    page.part("BRIEF", blocks)
}

/// Composes the section of the quotations.
fn their_words(page: &BriefPage<'_>, chosen: &PageOne<'_>) -> Vec<Block> {
    headed(Section::InTheirWords.heading(), in_their_words(page, chosen))
}

/// Composes the quotations of page one under who says them.
pub fn in_their_words(page: &BriefPage<'_>, chosen: &PageOne<'_>) -> Vec<Block> {
    let PageOne { quotations, more_quotations, .. } = chosen;
    let mut blocks = positions::voices_of(page, quotations);
    if *more_quotations > 0 {
        let more = format!("And {more_quotations} more in the annex.");
        blocks.push(Block::Paragraph(vec![Span::new(Role::Aside, more)]));
    }
    blocks
}
