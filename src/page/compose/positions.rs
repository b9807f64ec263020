//! Who said what, in which words.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};

use super::page_one::PageOne;
use super::{BriefPage, items, source};
use crate::brief::{Date, Id, Quote};
use crate::evidence::State;
use crate::page::document::{Block, Flow, Role, Span, join};

/// Composes what each official says, then each organisation, then those who speak together, then
/// the source itself. An official who is not quoted is named too, so that every post is on paper. Of
/// the quotations on `page_one` only the citation is given.
pub fn voices(page: &BriefPage<'_>, page_one: Option<&PageOne<'_>>) -> Vec<Block> {
    let brief = page.here.brief;
    let by_speaker = by_speaker(brief.quotes.iter());
    let heard: HashSet<&Id> = by_speaker.keys().copied().flatten().collect();
    let locked_on = source::locked_on(&page.here.states());
    let joint: Vec<&[Id]> =
        by_speaker.keys().copied().filter(|parties| parties.len() > 1).collect();
    let is_silent = |id: &Id| !heard.contains(id);
    let officials = brief.officials.ids().map(|id| (std::slice::from_ref(id), is_silent(id)));
    let organisations = brief.organisations.ids().map(std::slice::from_ref);
    let rest = organisations.chain(joint.iter().copied()).chain([&[][..]]);
    let voice = |(parties, is_silent): (&[Id], bool)| {
        let statements = match by_speaker.get(parties) {
            Some(quotes) => statements(page, quotes, page_one, locked_on),
            None if is_silent => {
                vec![vec![vec![Span::new(Role::Aside, "Not quoted in this source.")]]]
            }
            None => return None,
        };
        Some(Block::Voice { speaker: items::speakers_in_full(brief, parties), statements })
    };
    officials.chain(rest.map(|parties| (parties, false))).filter_map(voice).collect()
}

/// Composes these quotations under who says them, without the remarks on them.
pub fn voices_of(page: &BriefPage<'_>, quotations: &IndexSet<&Id>) -> Vec<Block> {
    let brief = page.here.brief;
    let quotes = quotations.iter().filter_map(|id| brief.quotes.get(id));
    let locked_on = source::locked_on(&page.here.states());
    let voice = |(parties, quotes): (&[Id], Vec<&Quote>)| Block::Voice {
        speaker: items::speakers_in_full(brief, parties),
        statements: quotes
            .iter()
            .map(|quote| vec![words(page, quote, unsaid(page, quote, locked_on))])
            .collect(),
    };
    by_speaker(quotes).into_iter().map(voice).collect()
}

/// Composes a quote with its citation and its state, and the remark on it. A state is given unless
/// it is `verified`.
pub fn statement(page: &BriefPage<'_>, quote: &Quote) -> Vec<Flow> {
    let state = known(page, quote).filter(|state| *state != State::Verified);
    std::iter::once(words(page, quote, state)).chain(note(quote)).collect()
}

fn by_speaker<'a>(quotes: impl Iterator<Item = &'a Quote>) -> IndexMap<&'a [Id], Vec<&'a Quote>> {
    let mut by_speaker: IndexMap<&[Id], Vec<&Quote>> = IndexMap::new();
    for quote in quotes {
        by_speaker.entry(quote.by.parties()).or_default().push(quote);
    }
    by_speaker
}

/// Composes what one speaker says: what is not on page one in full, then where page one has the rest.
fn statements(
    page: &BriefPage<'_>,
    quotes: &[&Quote],
    page_one: Option<&PageOne<'_>>,
    locked_on: Option<Date>,
) -> Vec<Vec<Flow>> {
    let is_on_page_one =
        |quote: &&&Quote| page_one.is_some_and(|page_one| page_one.quotations.contains(&quote.id));
    let (there, here): (Vec<&&Quote>, Vec<&&Quote>) = quotes.iter().partition(is_on_page_one);
    let in_full = here.into_iter().map(|quote| {
        let state = unsaid(page, quote, locked_on);
        std::iter::once(words(page, quote, state)).chain(note(quote)).collect()
    });
    let mut statements: Vec<Vec<Flow>> = in_full.collect();
    let (noted, bare): (Vec<&Quote>, Vec<&Quote>) =
        there.into_iter().copied().partition(|quote| quote.note.is_some());
    let groups = noted.into_iter().map(|quote| vec![quote]).chain([bare]);
    for group in groups.filter(|group| !group.is_empty()) {
        let anchors: Vec<_> = group.iter().map(|quote| page.here.brief.anchor(&quote.id)).collect();
        let where_so = vec![Span::new(Role::Plain, "Quoted on page one.")];
        let cited = join([where_so, page.cite(&anchors)], " ");
        let remarks = group.iter().filter_map(|quote| note(quote));
        statements.push(std::iter::once(cited).chain(remarks).collect());
    }
    statements
}

/// Composes the words of a quote, what there is to say of them, and their citation.
fn words(page: &BriefPage<'_>, quote: &Quote, state: Option<State>) -> Flow {
    let finding = page.here.evidence.findings.get(&quote.id);
    let wording = items::quote(page.here.brief, quote, finding);
    let state =
        state.map(|state| vec![Span::new(Role::State(state.into()), items::state_on_paper(state))]);
    let aside = match join([wording.circumstances, state.unwrap_or_default()], "; ") {
        aside if aside.is_empty() => aside,
        aside => {
            [vec![Span::new(Role::Plain, "(")], aside, vec![Span::new(Role::Plain, ")")]].concat()
        }
    };
    let label = wording.label.into_iter().collect();
    join([label, wording.words, aside, page.cite_own(&quote.id)], " ")
}

fn note(quote: &Quote) -> Option<Flow> {
    Some(vec![items::note(quote.note.as_ref()?)])
}

/// Returns the state of a quote’s exact words unless the head of the page has said it: that they are
/// verified, or were on the day `locked_on`.
fn unsaid(page: &BriefPage<'_>, quote: &Quote, locked_on: Option<Date>) -> Option<State> {
    let is_said = |state: &State| {
        *state == State::Verified || (locked_on.is_some() && state.locked_on() == locked_on)
    };
    known(page, quote).filter(|state| !is_said(state))
}

fn known(page: &BriefPage<'_>, quote: &Quote) -> Option<State> {
    quote.words.exact().map(|_| page.here.state(&quote.id))
}
