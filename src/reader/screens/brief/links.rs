//! From an item to those it is linked to.

use super::overview::{self, OverviewRow};
use super::rows::Selection;
use super::{ASKS, BRIEFS, BriefScreen, CLAIMS, OFFICIALS, OVERVIEW, PROBLEMS, QUOTES, SOURCE};
use crate::brief::{Anchor, Id};
use crate::library::search::TextKind;
use crate::reader::list::RowId;
use crate::reader::pane::Pane;
use crate::reader::screens::{Around, Follow, LinkTarget, Screen, targets};

impl BriefScreen {
    /// Returns where Enter leads.
    pub fn followed(&self, around: &Around<'_>) -> Follow {
        match self.focused(around) {
            BRIEFS if self.is_broken(around) => Follow::Into(&[PROBLEMS]),
            BRIEFS => Follow::Row(OVERVIEW, overview::first_line(&self.overview)),
            OVERVIEW => self.selected_line().map_or(Follow::Into(&[]), |line| self.led_to(line)),
            OFFICIALS => Follow::Into(&[CLAIMS, ASKS, QUOTES]),
            SOURCE => self.rests_on_source(around),
            pane => self.focused_item(around).map_or(Follow::Into(&[]), |from| {
                let passage =
                    (pane == QUOTES && self.has_passage(around)).then_some(LinkTarget::Passage);
                let items = targets(around, &from).into_iter().map(LinkTarget::Item);
                let targets: Vec<LinkTarget> = passage.into_iter().chain(items).collect();
                if targets.is_empty() {
                    Follow::Nowhere(format!("`{}` has no links", from.item))
                } else {
                    Follow::Links(RowId::Anywhere(from), targets)
                }
            }),
        }
    }

    /// Returns where a row of the brief in short leads: to what it cites, or from what is known of the
    /// source to its text. The first row, which has the title, leads to the top lines.
    fn led_to(&self, line: &OverviewRow) -> Follow {
        let targets: Vec<LinkTarget> =
            line.leads_to.iter().cloned().map(LinkTarget::Item).collect();
        let here = RowId::Fixed(self.list(OVERVIEW).index());
        match line.kind {
            _ if !targets.is_empty() => Follow::Links(here, targets),
            Some(TextKind::Source) => Follow::Into(&[SOURCE]),
            None if here == RowId::Fixed(0) => {
                Follow::Row(OVERVIEW, overview::first_line(&self.overview))
            }
            _ => Follow::Nowhere("this line cites nothing".to_owned()),
        }
    }

    /// Returns where the selected paragraph of the source leads: to what rests on it. What is known of a
    /// source without its text leads to the quotes.
    fn rests_on_source(&self, around: &Around<'_>) -> Follow {
        let Some(number) = self.selected_paragraph() else { return Follow::Into(&[QUOTES]) };
        let items = self.resting(number, around).into_iter().map(LinkTarget::Item);
        let targets: Vec<LinkTarget> = items.collect();
        if targets.is_empty() {
            return Follow::Nowhere(format!("nothing in this brief rests on ¶{number}"));
        }
        Follow::Links(RowId::Paragraph(number), targets)
    }

    /// Returns what rests on a paragraph of the source, counted from 1.
    pub fn resting(&self, number: usize, around: &Around<'_>) -> Vec<Anchor> {
        let entry = self.entry(around).zip(u32::try_from(number).ok());
        let items = entry.map_or_else(Vec::new, |(entry, number)| entry.resting_on(number));
        let Some(brief) = self.brief(around) else { return Vec::new() };
        items.iter().map(|item| brief.anchor(item)).collect()
    }

    /// Returns the item that a reader of the source is at: the selected quote, if it is in the selected
    /// paragraph, or else the first that rests on it.
    pub fn item_in_source(&self, around: &Around<'_>) -> Option<Anchor> {
        let quote = self.selected_item(QUOTES, around);
        let Some(number) = self.selected_paragraph() else { return quote };
        let resting = self.resting(number, around);
        quote.filter(|quote| resting.contains(quote)).or_else(|| resting.into_iter().next())
    }

    /// Returns whether the text of the source is here and has the passage of the selected quote.
    fn has_passage(&self, around: &Around<'_>) -> bool {
        let entry = self.entry(around).filter(|entry| entry.text().is_some());
        let finding = entry.and_then(|entry| self.selection(around).finding(entry));
        finding.is_some_and(|finding| !finding.paragraphs.is_empty())
    }

    /// Returns whether a row is linked to the item that has the focus. If the quotes shown are
    /// those that a claim or an ask rests on, all are, and none is marked.
    pub fn has_link(&self, pane: Pane, row: &RowId, around: &Around<'_>) -> bool {
        if let (Some(number), RowId::Item(id)) =
            (self.selected_paragraph().filter(|_| self.is_reading()), row)
        {
            return self.resting(number, around).iter().any(|anchor| anchor.item == *id);
        }
        if pane == QUOTES && self.subject.is_some() {
            return false;
        }
        let focus = if self.is_reading() {
            self.selected_item(QUOTES, around)
        } else {
            self.focused_item(around)
        };
        let Some(focus) = focus else { return false };
        let targets = || targets(around, &focus).into_iter();
        match row {
            RowId::Item(id) => {
                let anchor = Anchor::new(&focus.brief, id);
                anchor != focus && targets().any(|target| target == anchor)
            }
            RowId::Paragraph(number) => self.passage_has(*number, around),
            RowId::Brief(id) => *id != focus.brief && targets().any(|target| target.brief == *id),
            _ => false,
        }
    }

    /// Returns the item `count` after the selected one of a pane, or the first. A quote that the
    /// focused claim does not rest on comes after those it does.
    pub fn step_from(&self, pane: Pane, count: isize, around: &Around<'_>) -> Option<Id> {
        let selection = Selection { subject: None, ..self.selection(around) };
        let all = self.rows(&selection, pane, around);
        let selected = self.list(pane).selected();
        let here = selected.and_then(|row| all.iter().position(|other| other == row));
        let last = all.len().saturating_sub(1);
        let there = here.map_or(0, |here| here.saturating_add_signed(count).min(last));
        match all.get(there)? {
            RowId::Item(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// Returns whether the passage that is shown includes a paragraph, counted from 1.
    fn passage_has(&self, number: usize, around: &Around<'_>) -> bool {
        let finding = self.entry(around).and_then(|entry| self.selection(around).finding(entry));
        finding.is_some_and(|finding| {
            finding.paragraphs.iter().any(|held| usize::try_from(*held) == Ok(number))
        })
    }
}
