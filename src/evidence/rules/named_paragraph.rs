use super::{RuleContext, quote_path};
use crate::brief::{Fix, Problem, Quote, Rule};
use crate::evidence::State;

/// Reports quotes that name a paragraph which they are not in. This is part of `not-verbatim`.
pub fn check(context: &RuleContext<'_>) -> Vec<Problem> {
    context.brief.quotes.iter().filter_map(|quote| other_paragraph(context, quote)).collect()
}

fn other_paragraph(context: &RuleContext<'_>, quote: &Quote) -> Option<Problem> {
    let text = context.source?.text;
    let named = quote.paragraph?;
    let finding = context.findings.get(&quote.id)?;
    let all = text.paragraphs().len();
    let mut fix = None;
    let message = if named as usize > all {
        format!("the source has no ¶{named}: it has {all} paragraphs")
    } else if finding.state == State::Verified && !finding.paragraphs.contains(&named) {
        if let [number] = *finding.paragraphs {
            fix = Some(Fix::value(number.to_string()));
        }
        let places: Vec<String> =
            finding.paragraphs.iter().map(|number| format!("¶{number}")).collect();
        format!("these words are in {}, not in ¶{named}", places.join(" and "))
    } else {
        return None;
    };
    let problem = Problem::new(Rule::NotVerbatim, quote_path(quote).key("paragraph"), message);
    let help =
        "in hard-wrapped text a blank line ends a paragraph; otherwise each line is a paragraph";
    Some(problem.help(help).fix(fix))
}
