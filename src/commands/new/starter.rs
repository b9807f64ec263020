//! The text of a starter brief.

use super::source_section::{TextPath, push_source};
use crate::brief::{Id, push_quote, push_text};
use crate::evidence::{NamedSpeaker, ProposedQuotation, ProposedTitle};
use crate::import::Metadata;

/// The contents of a starter brief.
#[derive(Clone, Debug, Default)]
pub struct Starter {
    /// The title of its source, if there is a text.
    pub title: Option<ProposedTitle>,
    /// What the file of its source says about itself.
    pub metadata: Metadata,
    /// Where its source's text is kept.
    pub text: Option<TextPath>,
    /// The speakers that the text names.
    pub speakers: Vec<NamedSpeaker>,
    /// The proposed quotes.
    pub quotes: Vec<ProposedQuote>,
    /// Comments on what is not proposed.
    pub notes: Vec<String>,
}

/// A proposed quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedQuote {
    /// The words, and what the source says about them.
    pub quotation: ProposedQuotation,
    /// Whether the words before and after are given, which distinguish two places with the same
    /// words.
    pub with_neighbours: bool,
}

/// The placeholder for a required text that is not known yet.
pub const TO_FILL_IN: &str = "'[to be filled in]'";

/// The party for speakers who are not known yet. It differs from the officials’ body, so that no
/// official appears to speak for it.
const UNKNOWN_SPEAKER: &str = "unknown-speaker";

/// The body that officials are in until theirs is known.
const UNKNOWN_BODY: &str = "unknown-body";

const HEAD: &str = "\
# A starter brief. `topline check` lists what is still to fill in, and FILL IN marks what only you can
# supply. To use a field that begins with #, remove the #. `topline schema` describes every field.

# FILL IN: what the source says, in your own words, in a few sentences.
summary: To be written.
#topics: [child-protection]
# FILL IN: what a minister reads first: at most 5 points of at most 30 words, each citing items in
# square brackets.
#top_lines:
#  - The board wants stop notices used [a1].
#gaps:
#  - What the source does not say.
#prepared: 2026-02-10

source:
";

const NO_PARTIES: &str = "
# FILL IN: those who speak or are asked, each under an id.
#organisations:
#  dop: Department of Ports
#officials:
#  vale: {name: Dana Vale, post: chief inspector, organisation: dop}
";

const OFFICIALS: &str = "
# FILL IN: each person's post, as this source describes it, and the id of the organisation it is in.
# Remove anyone who does not hold a post.
officials:
";

const NO_QUOTES: &str = "
# FILL IN: the words that claims and asks rest on. A speaker's own words go in `exact`, word for word;
# reported speech goes in `gist`, in your own words.
#quotes:
#  q1: {form: direct, by: vale, exact: That is not bad luck}
#  q2: {form: reported, by: vale, gist: wants boats without lights stopped, paragraph: 3}
";

const QUOTES: &str = "
# FILL IN: these are proposed from the quotation marks in the text. Keep those that a claim or an ask
# rests on. If a quote says `inferred: true`, check who speaks, and remove that line only if the source
# names the speaker. Add reported speech with `form: reported` and a `gist` in your own words.
quotes:
";

const CLAIMS: &str = "
# FILL IN: what the source claims, each in one sentence that can be checked, in your own words.
#claims:
#  c1:
#    text: 31 of 84 boats inspected had no working stern light.
#    by: vale
#    evidence: q1

# FILL IN: what is asked (kind: ask), promised (kind: commitment) or being done (kind: action).
#asks:
#  a1:
#    kind: ask
#    by: vale
#    to: dop              # or unstated, or everyone
#    action: use the stop-notice power
#    evidence: q1
";

/// Returns the YAML of `starter`.
pub fn compose(starter: &Starter) -> String {
    let mut yaml = HEAD.to_owned();
    push_source(&mut yaml, starter);
    push_parties(&mut yaml, starter);
    push_quotes(&mut yaml, starter);
    yaml.push_str(CLAIMS);
    yaml
}

fn push_parties(yaml: &mut String, starter: &Starter) {
    let speaks = |named: &&NamedSpeaker| {
        starter.quotes.iter().any(|quote| quote.quotation.by.as_ref() == Some(&named.id))
    };
    let (people, bodies): (Vec<&NamedSpeaker>, Vec<&NamedSpeaker>) =
        starter.speakers.iter().filter(speaks).partition(|named| named.is_person);
    let has_unknown = starter.quotes.iter().any(|quote| quote.quotation.by.is_none());
    if people.is_empty() && bodies.is_empty() && !has_unknown {
        yaml.push_str(NO_PARTIES);
        return;
    }
    push(
        yaml,
        "\n# FILL IN: the organisations, each under an id; people go under officials.\norganisations:",
    );
    for body in bodies {
        push_text(yaml, 2, &body.id, &body.name);
    }
    if !people.is_empty() {
        push(yaml, &format!("  {UNKNOWN_BODY}: {TO_FILL_IN}"));
    }
    if has_unknown {
        push(yaml, &format!("  {UNKNOWN_SPEAKER}: {TO_FILL_IN}"));
    }
    if !people.is_empty() {
        yaml.push_str(OFFICIALS);
    }
    for person in people {
        push(yaml, &format!("  {}:", person.id));
        push_text(yaml, 4, "name", &person.name);
        if let Some(honorific) = &person.honorific {
            push_text(yaml, 4, "honorific", honorific);
        }
        push(yaml, &format!("    post: {TO_FILL_IN}"));
        push(yaml, &format!("    organisation: {UNKNOWN_BODY}"));
    }
}

fn push_quotes(yaml: &mut String, starter: &Starter) {
    yaml.push_str(if starter.quotes.is_empty() { NO_QUOTES } else { QUOTES });
    let unknown = Id::of_file(UNKNOWN_SPEAKER);
    for (number, ProposedQuote { quotation, with_neighbours }) in (1..).zip(&starter.quotes) {
        let by = quotation.by.as_ref().unwrap_or(&unknown);
        let id = Id::of_file(&format!("q{number}"));
        let quote = quotation.quote(id, vec![by.clone()]);
        let quote = if *with_neighbours { quotation.beside(quote) } else { quote };
        push_quote(yaml, 2, &quote, None);
    }
    for note in &starter.notes {
        push(yaml, &format!("# {note}"));
    }
}

/// Adds a line.
pub fn push(yaml: &mut String, line: &str) {
    yaml.push_str(line);
    yaml.push('\n');
}
