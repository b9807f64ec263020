//! Rules on the list of things: what nothing uses, what cites nothing, and what is late.

use std::collections::HashSet;

use super::{RuleContext, quote_path};
use crate::brief::{
    Anchor, AskKind, Brief, Date, Due, Id, Path, Problem, Prose, Relation, Rule, Status,
};

/// At most so many top lines, each of at most so many words.
const TOP_LINES: usize = 5;
const TOP_LINE_WORDS: usize = 30;

impl RuleContext<'_> {
    /// `uncited-top-line`, `long-top-lines` and `orphan`.
    pub fn on_the_ledger(&self) -> Vec<Problem> {
        let mut found = self.top_lines();
        found.extend(self.orphans());
        found
    }

    fn top_lines(&self) -> Vec<Problem> {
        let lines = &self.brief.top_lines;
        let path = Path::top().key("top_lines");
        let mut found = Vec::new();
        if lines.len() > TOP_LINES {
            let message = format!("{} top lines: at most {TOP_LINES} are read", lines.len());
            found.push(Problem::new(Rule::LongTopLines, path.clone(), message));
        }
        for (index, line) in lines.iter().enumerate() {
            let path = path.index(index);
            if line.citations().next().is_none() {
                let problem =
                    Problem::new(Rule::UncitedTopLine, path.clone(), "this top line cites nothing");
                found.push(problem.help("name what it rests on: [c1], [c1, a2]"));
            }
            let words = line
                .words()
                .split_whitespace()
                .filter(|word| word.contains(char::is_alphanumeric))
                .count();
            if words > TOP_LINE_WORDS {
                let message =
                    format!("a top line of {words} words: at most {TOP_LINE_WORDS} are read");
                found.push(Problem::new(Rule::LongTopLines, path, message));
            }
        }
        found
    }

    fn orphans(&self) -> Vec<Problem> {
        let cited = cited(self.brief);
        let quotes =
            self.brief.quotes.values().filter(|quote| !cited.contains(&quote.id)).map(|quote| {
                let problem = Problem::new(
                    Rule::Orphan,
                    quote_path(quote),
                    "no claim, ask or line of prose rests on this quote",
                );
                problem.help("cite it as evidence, or leave it out")
            });
        let heard = heard(self.brief);
        let officials =
            self.brief.officials.values().filter(|official| !heard.contains(&official.id)).map(
                |official| {
                    let message =
                        format!("{} says nothing here and is asked nothing", official.name);
                    let path = Path::top().key("officials").key(&official.id);
                    Problem::new(Rule::Orphan, path, message)
                        .help("add what they say or are asked, or leave them out")
                },
            );
        quotes.chain(officials).collect()
    }
}

/// The quotes that something rests on.
fn cited(brief: &Brief) -> HashSet<&Id> {
    let claims = brief.claims.values().flat_map(|claim| &claim.evidence);
    let asks = brief.asks.values().flat_map(|ask| &ask.evidence);
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
    for quote in brief.quotes.values() {
        heard.extend(quote.by.party().into_iter().chain(&quote.to));
    }
    heard.extend(brief.claims.values().filter_map(|claim| claim.by.party()));
    for ask in brief.asks.values() {
        heard.insert(&ask.by);
        heard.extend(ask.to.iter().filter_map(|addressee| addressee.party()));
    }
    heard
}

/// What was due in `brief` before `today` and is neither answered nor over.
pub fn past_due(brief: &Brief, today: Date) -> Vec<Problem> {
    let answered: HashSet<&Id> = brief
        .asks
        .values()
        .flat_map(|ask| &ask.links)
        .filter(|link| link.relation == Relation::Answers && link.target.brief == brief.id)
        .map(|link| &link.target.item)
        .collect();
    let is_over = |status: Option<Status>| {
        matches!(status, Some(Status::Done | Status::Rejected | Status::Lapsed))
    };
    let asks =
        brief.asks.values().filter(|ask| !is_over(ask.status) && !answered.contains(&ask.id));
    asks.filter_map(|ask| {
        let Some(Due::Date(due)) = ask.due else { return None };
        let what = if ask.kind == AskKind::Ask { "asked for" } else { "promised" };
        let message = format!("this was {what} by {due}, and nothing says what became of it");
        let path = Path::top().key("asks").key(&ask.id).key("due");
        let problem = Problem::new(Rule::PastDue, path, message)
            .help("set its `status`, or add what answers it");
        (due.last_day() < today.last_day()).then_some(problem)
    })
    .collect()
}
