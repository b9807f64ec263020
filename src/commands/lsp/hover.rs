//! What is known of the thing under the cursor.

use std::fmt::Write;
use std::ops::Range;

use super::ids::IdTarget;
use super::problems::PlacedProblem;
use super::view::BriefView;
use crate::brief::{
    Anchor, Ask, Brief, Claim, Id, Item, Official, Quote, Rule, describe, words_of,
};
use crate::evidence::{RulePage, State};
use crate::library::Entry;
use crate::text::escape_markdown;

/// The most pages of rules that are shown at one place.
const MOST_PAGES: usize = 3;

/// What is shown at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoverText {
    /// The bytes that it is about.
    pub bytes: Range<usize>,
    /// The words, in Markdown.
    pub markdown: String,
}

/// Returns what is known of what is at the byte `at`: of an item, what it says; of a field or a word of
/// a closed list, what it is for; of a problem, the page of its rule. `problems` are those of the text.
pub fn hover(view: &BriefView<'_>, at: usize, problems: &[PlacedProblem]) -> Option<HoverText> {
    let mut parts = Vec::new();
    let mut bytes = None;
    if let Some(mention) = view.mention_at(at) {
        let said = match &mention.leads_to {
            IdTarget::Item(anchor) => item(view, anchor),
            IdTarget::Brief(id) => view.library.entry(id).and_then(about_brief),
        };
        if let Some(said) = said {
            parts.push(said);
            bytes = Some(mention.whole);
        }
    }
    if bytes.is_none()
        && let Some((place, said)) = field(view, at)
    {
        parts.push(said);
        bytes = Some(place);
    }
    let mut rules: Vec<(Rule, Range<usize>)> = Vec::new();
    for problem in problems.iter().filter(|one| one.bytes.start <= at && at <= one.bytes.end) {
        if !rules.iter().any(|(rule, _)| *rule == problem.rule) {
            rules.push((problem.rule, problem.bytes.clone()));
        }
    }
    for (rule, place) in rules.into_iter().take(MOST_PAGES) {
        parts.push(RulePage::new(rule).markdown().to_owned());
        bytes = bytes.or(Some(place));
    }
    Some(HoverText { bytes: bytes?, markdown: parts.join("\n\n---\n\n") })
}

/// Returns what a field is for, if the cursor is on its key, or what a word of a closed list means.
fn field(view: &BriefView<'_>, at: usize) -> Option<(Range<usize>, String)> {
    let field = view.field_at(at)?;
    let is_in = |bytes: &Range<usize>| bytes.start <= at && at <= bytes.end;
    if let Some(key) = field.key.clone().filter(is_in) {
        let name = field.path.to_string();
        return Some((key, format!("`{name}`: {}", escape_markdown(&describe(&field.path)?))));
    }
    let word = &view.text[field.inside(view.text)];
    let entry = words_of(&field.path).into_iter().find(|entry| entry.name == *word)?;
    let said = format!("`{}`: {}", entry.name, escape_markdown(&entry.description?));
    Some((field.value.clone(), said))
}

fn item(view: &BriefView<'_>, anchor: &Anchor) -> Option<String> {
    let is_own = anchor.brief == view.here;
    let entry = if is_own { view.entry() } else { view.library.entry(&anchor.brief) };
    let last = if is_own { view.sound } else { None };
    let brief = entry.and_then(|entry| entry.brief.as_deref()).or(last)?;
    let mut said = match brief.item(&anchor.item)? {
        Item::Quote(quote) => about_quote(brief, quote, entry),
        Item::Claim(claim) => about_claim(brief, claim),
        Item::Ask(ask) => about_ask(brief, ask),
        Item::Official(official) => about_official(brief, official),
        Item::Organisation(body) => format!("**{}**", escape_markdown(&body.name)),
    };
    if brief.party(&anchor.item).is_some() {
        said.push_str(&elsewhere(view, brief, &anchor.item));
    } else if !is_own {
        let _ = write!(said, "\n\n{}", escape_markdown(&brief.source.title));
    }
    Some(said)
}

fn about_brief(entry: &Entry) -> Option<String> {
    let brief = entry.brief.as_deref()?;
    let title = escape_markdown(&brief.source.title);
    Some(format!("**{title}**\n\n{}", escape_markdown(&brief.summary.words())))
}

/// Returns the name of a party as it is printed, or the source.
fn names(brief: &Brief, parties: &[Id]) -> String {
    let name = |id: &Id| {
        brief.party(id).map_or_else(|| id.to_string(), |party| party.styled_name().to_string())
    };
    match parties {
        [] => "the source".to_owned(),
        parties => escape_markdown(&parties.iter().map(name).collect::<Vec<_>>().join(", ")),
    }
}

fn about_quote(brief: &Brief, quote: &Quote, entry: Option<&Entry>) -> String {
    let words = escape_markdown(quote.words.text());
    let words = if quote.words.exact().is_some() { format!("“{words}”") } else { words };
    let mut facts = vec![quote.words.form().to_string()];
    let finding = entry.and_then(|entry| entry.findings().get(&quote.id));
    if quote.words.exact().is_some() {
        facts.push(match finding.map_or(State::Unverified, |finding| finding.state) {
            State::Verified => "✓ verified".to_owned(),
            State::Locked(date) => format!("✓ verified on {date}; the text is not here"),
            State::Unverified => "not checked".to_owned(),
            State::Failed => "✗ refused".to_owned(),
        });
    }
    let named = quote.paragraph.map(|number| vec![number]).unwrap_or_default();
    let paragraphs = finding.map_or(named, |finding| finding.paragraphs.to_vec());
    if !paragraphs.is_empty() {
        let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
        facts.push(numbers.join(", "));
    }
    format!("{words}\n\n{}: {}", names(brief, quote.by.parties()), facts.join(" · "))
}

fn about_claim(brief: &Brief, claim: &Claim) -> String {
    let rests_on = claim.evidence.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>();
    let by = names(brief, claim.by.parties());
    format!("{}\n\n{by}: rests on {}", escape_markdown(&claim.text), rests_on.join(", "))
}

fn about_ask(brief: &Brief, ask: &Ask) -> String {
    let by = names(brief, std::slice::from_ref(&ask.by));
    let to: Vec<String> = ask
        .to
        .iter()
        .map(|to| match to.party() {
            Some(id) => names(brief, std::slice::from_ref(id)),
            None => to.word().to_owned(),
        })
        .collect();
    let to = if to.is_empty() { String::new() } else { format!(" → {}", to.join(", ")) };
    let mut facts = vec![ask.kind.to_string()];
    facts.extend(ask.status.map(|status| status.to_string()));
    facts.extend(ask.due.as_ref().map(|due| match (due.date(), due.words()) {
        (Some(date), _) => format!("due {date}"),
        (None, words) => format!("due {}", escape_markdown(words.map_or("", |words| words))),
    }));
    format!("{}\n\n{by}{to}: {}", escape_markdown(&ask.action), facts.join(" · "))
}

fn about_official(brief: &Brief, official: &Official) -> String {
    let mut said = format!("**{}**", escape_markdown(&official.styled_name()));
    if let Some(post) = &official.post {
        let _ = write!(said, ", {}", escape_markdown(post));
    }
    if let Some(body) = &official.organisation {
        let _ = write!(said, ", {}", names(brief, std::slice::from_ref(body)));
    }
    said
}

/// Returns the other briefs that have a party, with the post that each gives.
fn elsewhere(view: &BriefView<'_>, brief: &Brief, id: &Id) -> String {
    let entries = view.library.entries_with_party(id, &brief.id);
    let others = entries.into_iter().filter_map(|entry| entry.brief.as_deref());
    let mut said = String::new();
    for other in others.filter(|other| other.id != brief.id) {
        let post = other.officials.get(id).and_then(|official| official.post.as_ref());
        let post = post.map_or_else(String::new, |post| format!(": {}", escape_markdown(post)));
        let _ = write!(said, "\n- `{}`{post}", other.id);
    }
    if said.is_empty() { said } else { format!("\n\nAlso in\n{said}") }
}
