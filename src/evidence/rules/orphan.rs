use std::collections::HashSet;

use super::{RuleContext, quote_path};
use crate::brief::{Anchor, Brief, FieldPath, Id, Problem, Prose, Quote, Rule, Spot};
use crate::text::in_backticks;

/// Quotes that nothing rests on, and officials who say nothing and are asked nothing.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    let brief = context.brief;
    let cited = cited(brief);
    let quotes = if cited.is_empty() && brief.quotes.len() > 1 {
        vec![nothing_cited(brief)]
    } else {
        brief.quotes.iter().filter(|quote| !cited.contains(&quote.id)).map(not_cited).collect()
    };
    let heard = heard(brief);
    let officials =
        brief.officials.iter().filter(|official| !heard.contains(&official.id)).map(|official| {
            let message =
                format!("{} says nothing and is asked nothing in this brief", official.name);
            let path = FieldPath::top().key("officials").key(&official.id);
            Problem::new(Rule::Orphan, path, message)
                .help("add what they say or are asked, or delete them")
        });
    quotes.into_iter().chain(officials).collect()
}

fn not_cited(quote: &Quote) -> Problem {
    let message = format!("no claim, ask or line of prose cites `{}`", quote.id);
    Problem::new(Rule::Orphan, quote_path(quote), message).help("cite it as evidence, or delete it")
}

/// One problem for a brief that cites none of its quotes, as one that has just been started.
fn nothing_cited(brief: &Brief) -> Problem {
    /// A longer list would not help.
    const MOST: usize = 20;
    let ids: Vec<&str> = brief.quotes.ids().map(Id::as_str).take(MOST).collect();
    let count = brief.quotes.len();
    let more = if count > MOST { ", …" } else { "" };
    let message = format!(
        "no claim, ask or line of prose cites any of the {count} quotes: {}{more}",
        in_backticks(&ids)
    );
    Problem::new(Rule::Orphan, FieldPath::top().key("quotes"), message)
        .at(Spot::Key)
        .help("add claims and asks that rest on them, and delete those that none rests on")
}

/// The quotes that something rests on.
fn cited(brief: &Brief) -> HashSet<&Id> {
    let claims = brief.claims.iter().flat_map(|claim| &claim.evidence);
    let asks = brief.asks.iter().flat_map(|ask| &ask.evidence);
    let lists = [&brief.top_lines, &brief.lines_to_take, &brief.background, &brief.gaps];
    let prose = lists.into_iter().flatten().chain([&brief.summary]);
    let here = |anchor: &&Anchor| anchor.brief == brief.id;
    claims
        .chain(asks)
        .chain(prose.flat_map(Prose::citations).filter(here).map(|anchor| &anchor.item))
        .collect()
}

/// The parties that say something or are asked something.
fn heard(brief: &Brief) -> HashSet<&Id> {
    let mut heard: HashSet<&Id> = brief.source.by.iter().collect();
    for quote in &brief.quotes {
        heard.extend(quote.by.parties().iter().chain(&quote.to));
    }
    heard.extend(brief.claims.iter().filter_map(|claim| claim.by.party()));
    for ask in &brief.asks {
        heard.insert(&ask.by);
        heard.extend(ask.to.iter().filter_map(|addressee| addressee.party()));
    }
    heard
}
