use std::collections::HashSet;

use crate::brief::{AskKind, Brief, Date, Due, FieldPath, Id, Problem, Relation, Rule, Status};

/// Reports what was due in `brief` before `today` and is neither answered nor over. The library calls
/// this, because it knows the day.
pub fn past_due(brief: &Brief, today: Date) -> Vec<Problem> {
    let answered: HashSet<&Id> = brief
        .asks
        .iter()
        .flat_map(|ask| &ask.links)
        .filter(|link| link.relation == Relation::Answers && link.target.brief == brief.id)
        .map(|link| &link.target.item)
        .collect();
    let is_over = |status: Option<Status>| {
        matches!(status, Some(Status::Done | Status::Rejected | Status::Lapsed))
    };
    let asks = brief.asks.iter().filter(|ask| !is_over(ask.status) && !answered.contains(&ask.id));
    asks.filter_map(|ask| {
        let Some(Due::Date(due)) = ask.due else { return None };
        if due.last_day() >= today.last_day() {
            return None;
        }
        let what = if ask.kind == AskKind::Ask { "asked for" } else { "promised" };
        let message = format!("this was {what} by {due}, but the brief records no outcome");
        let path = FieldPath::top().key("asks").key(&ask.id).key("due");
        let help = "set its `status`, or add the ask that answers it";
        Some(Problem::new(Rule::PastDue, path, message).help(help))
    })
    .collect()
}
