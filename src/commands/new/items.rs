//! The sections of a starter brief for its top lines, quotes, claims and asks.

use std::collections::HashSet;

use crate::brief::{Form, Id, push_ask, push_claim, push_comment, push_quote};
use crate::evidence::{FILL_IN, Proposal, Proposed};

/// This many top lines are prepared, each citing an item of its own.
const TOP_LINES: usize = 3;

const ABOUT_TOP_LINES: &str = "\
# FILL IN: what a minister reads first: at most 5 points of at most 30 words, each citing items in
# square brackets.
";

const NO_TOP_LINES: &str = "\
#top_lines:
#  - The board wants stop notices used [a1].
";

const NO_QUOTES: &str = "
# FILL IN: the words that claims and asks rest on. A speaker's own words go in `exact`, word for word;
# reported speech goes in `gist`, in your own words.
#quotes:
#  q1: {form: direct, by: vale, exact: That is not bad luck}
#  q2: {form: reported, by: vale, gist: wants boats without lights stopped, paragraph: 3}
";

const QUOTES: &str = "
# Keep those that a claim or an ask rests on. If a quote says `inferred: true`, check who speaks, and
# remove that line only if the source names the speaker. What is reported needs a `gist`: what was said,
# in your own words; the sentence of the source is above it.
quotes:
";

const NO_CLAIMS: &str = "
# FILL IN: what the source claims, each in one sentence that can be checked, in your own words.
#claims:
#  c1:
#    text: 31 of 84 boats inspected had no working stern light.
#    by: vale
#    evidence: q1
";

const CLAIMS: &str = "
# What the source claims with figures. Put each in one sentence that can be checked, in your own words.
claims:
";

const NO_ASKS: &str = "
# FILL IN: what is asked (kind: ask), promised (kind: commitment) or being done (kind: action).
#asks:
#  a1:
#    kind: ask
#    by: vale
#    to: dop              # or unstated, or everyone
#    action: use the stop-notice power
#    evidence: q1
";

const ASKS: &str = "
# What is asked, promised or being done. An action begins with a verb; shorten it if you can.
asks:
";

/// Adds top lines that cite the first items of `proposal` to `yaml`: claims and asks, then quotes that none
/// of them rests on.
pub fn push_top_lines(yaml: &mut String, proposal: &Proposal) {
    yaml.push_str(ABOUT_TOP_LINES);
    let claims: Vec<&str> = proposal.claims.iter().map(|claim| &*claim.item.id).collect();
    let asks: Vec<&str> = proposal.asks.iter().map(|ask| &*ask.item.id).collect();
    let of_claims = proposal.claims.iter().flat_map(|claim| &claim.item.evidence);
    let of_asks = proposal.asks.iter().flat_map(|ask| &ask.item.evidence);
    let evidence: HashSet<&Id> = of_claims.chain(of_asks).collect();
    let quotes = proposal.quotes.iter().map(|quote| &quote.item.id);
    let quotes: Vec<&str> = quotes.filter(|id| !evidence.contains(id)).map(Id::as_str).collect();
    let first = claims.iter().take(TOP_LINES - usize::from(!asks.is_empty()));
    let cited = first.chain(&asks).chain(&quotes).take(TOP_LINES);
    let lines: Vec<String> = cited.map(|id| format!("  - {FILL_IN} [{id}]\n")).collect();
    if lines.is_empty() {
        yaml.push_str(NO_TOP_LINES);
    } else {
        yaml.push_str("top_lines:\n");
        yaml.extend(lines);
    }
}

/// Adds the quotes of `proposal` to `yaml`.
pub fn push_quotes(yaml: &mut String, proposal: &Proposal) {
    yaml.push_str(if proposal.quotes.is_empty() { NO_QUOTES } else { QUOTES });
    for quote in &proposal.quotes {
        let is_reported = quote.item.words.form() == Form::Reported;
        let described = quote.beside.as_ref().filter(|_| !is_reported);
        let remark = described.map(|name| format!("the source says: {name}"));
        let mut entry = String::new();
        push_quote(&mut entry, 2, &quote.item, remark.as_deref());
        if is_reported { push_beside(yaml, &entry, quote) } else { yaml.push_str(&entry) }
    }
}

/// Adds the claims of `proposal` to `yaml`.
pub fn push_claims(yaml: &mut String, proposal: &Proposal) {
    yaml.push_str(if proposal.claims.is_empty() { NO_CLAIMS } else { CLAIMS });
    for claim in &proposal.claims {
        let mut entry = String::new();
        push_claim(&mut entry, 2, &claim.item);
        push_beside(yaml, &entry, claim);
    }
}

/// Adds the asks, commitments and actions of `proposal` to `yaml`.
pub fn push_asks(yaml: &mut String, proposal: &Proposal) {
    yaml.push_str(if proposal.asks.is_empty() { NO_ASKS } else { ASKS });
    for ask in &proposal.asks {
        let mut entry = String::new();
        push_ask(&mut entry, 2, &ask.item);
        push_beside(yaml, &entry, ask);
    }
}

/// Adds an entry, with the words of the source below its id.
fn push_beside<T>(yaml: &mut String, entry: &str, proposed: &Proposed<T>) {
    let (id, fields) = entry.split_once('\n').unwrap_or((entry, ""));
    yaml.push_str(id);
    yaml.push('\n');
    let words = proposed.beside.as_deref().unwrap_or_default();
    push_comment(yaml, 4, &format!("¶{}: {words}", proposed.paragraph));
    if let Some(remark) = &proposed.remark {
        push_comment(yaml, 4, remark);
    }
    yaml.push_str(fields);
}
