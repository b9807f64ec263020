//! The reasoning and the examples, rule by rule.

use super::{Example, Explanation};
use crate::brief::Rule;

/// The explanation of `rule`.
#[expect(clippy::too_many_lines, reason = "one entry a rule")]
pub fn explain(rule: Rule) -> Explanation {
    let (reasoning, failing, passing) = match rule {
        Rule::NotYaml => (
            "A brief is one YAML document in UTF-8, of at most 4 MiB. The usual slips: a colon
and a space inside a text, a quotation mark that is not closed, a tab for an
indent, a text that begins with [, {, @ or *.",
            alone("summary: Boats sail unlit: the board says.
"),
            alone(r#"summary: "Boats sail unlit: the board says."
"#),
        ),
        Rule::UnknownField => (
            "A field that the format does not have would be read by nobody. Most are slips of
the pen, so the nearest known name is offered.",
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  isued: 2026-02-09
"),
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
"),
        ),
        Rule::WrongType => (
            "A list where one text is expected, a word where a number is, a day that the
calendar does not have: what was meant cannot be cue.",
            alone("prepared: 2026-02-30
"),
            alone("prepared: 2026-02-28
"),
        ),
        Rule::MissingField => (
            "A brief without a summary or a source, a claim without its text, a person without
a post: nobody can stand behind it.",
            alone("officials:
  vale: {name: Dana Vale, organisation: board}
"),
            alone("officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
"),
        ),
        Rule::DuplicateKey => (
            "Of two fields with one name one would be lost without a word.",
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
  c1: {text: The board inspected boats., by: vale, evidence: q1}
"),
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
  c2: {text: The board inspected boats., by: vale, evidence: q1}
"),
        ),
        Rule::UnknownId => (
            "A citation, a speaker or an addressee that is not in the brief leads nowhere.",
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q7}
"),
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
        ),
        Rule::ReservedId => (
            "`source`, `unstated` and `everyone` have a meaning of their own in a brief, and
`yes`, `no`, `on` and `off` have one in YAML.",
            alone("organisations:
  board: Harbour Safety Board
  everyone: Everyone
"),
            alone("organisations:
  board: Harbour Safety Board
  public: Everyone
"),
        ),
        Rule::BadId => (
            "Ids are cited in prose and in addresses, so they are plain: a lower-case letter,
then lower-case letters, digits and hyphens. All ids of a brief share one
namespace.",
            alone("organisations:
  board: Harbour Safety Board
  Ministry_1: Ministry of Works
"),
            alone("organisations:
  board: Harbour Safety Board
  ministry-1: Ministry of Works
"),
        ),
        Rule::WrongKind => (
            "Evidence is a quote, an addressee is a party, an answer is an ask. A reference to
an item of another kind is a slip.",
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: board}
"),
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
        ),
        Rule::NoEvidence => (
            "A claim or an ask that rests on no quote cannot be checked.",
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale}
"),
            alone("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
        ),
        Rule::NoAddressee => (
            "An ask is asked of somebody. Where the source does not say of whom, say so:
`unstated`.",
            alone("asks:
  a1: {kind: ask, by: vale, action: inspect the boats, evidence: q1}
"),
            alone("asks:
  a1: {kind: ask, by: vale, to: unstated, action: inspect the boats, evidence: q1}
"),
        ),
        Rule::SameIdOtherPerson => (
            "An id means the same person or body in every brief of a library: that is how one
person's words are found across sources.",
            beside("officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
", "officials:
  vale: {name: Daniel Vale, post: chief inspector, organisation: board}
"),
            beside("officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
", "officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
"),
        ),
        Rule::NotVerbatim => (
            "Words in quotation marks are the speaker's, to the letter. Typography does not
count: kinds of quotation marks, dashes, spaces, accents composed or not. Every
word does, and so do capitals: [T]he marks a changed one. `...` or `[…]` leaves
words out, but not a negation that turns what is kept; `[they]` stands for up to
six words of the source, but not for a negation, a condition, a hedge or a
figure. A near match is shown and never accepted. A `paragraph` that the words
do not stand in is refused as well.",
            against("quotes:
  q1: {form: direct, by: vale, exact: We inspected 48 boats}
", "Dana Vale said: “We inspected 84 boats and 31 had no light.”
"),
            against("quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
", "Dana Vale said: “We inspected 84 boats and 31 had no light.”
"),
        ),
        Rule::ReportersWords => (
            "What stands outside the source's quotation marks is the reporter's wording, and
quoting it as the speaker's makes them say it. Where the whole text is the
speaker's own (a speech, a letter, a law), name them in the source's `by`. In a
transcript (debate, interview, broadcast) the turn tells who speaks, or a name
within two paragraphs.",
            against("quotes:
  q1: {form: partial, by: vale, exact: the law is hardly used}
", "Dana Vale said that the law is hardly used.
"),
            against("quotes:
  q1: {form: reported, by: vale, gist: the law is not much used, paragraph: 1}
", "Dana Vale said that the law is hardly used.
"),
        ),
        Rule::SpeakersWords => (
            "Eight or more words in a row that the source prints in quotation marks are a
quotation, also when a gist or a claim gives them as its own.",
            against("claims:
  c1: {text: Most of the owners had been warned before in writing., by: vale, evidence: q1}
", "Dana Vale said: “We inspected 84 boats. Most of the owners had been warned before in writing.”
"),
            against("claims:
  c1: {text: The board had written to most owners earlier., by: vale, evidence: q1}
", "Dana Vale said: “We inspected 84 boats. Most of the owners had been warned before in writing.”
"),
        ),
        Rule::AmbiguousQuote => (
            "Where the source has the words twice nobody can tell which place is meant, and
the context may differ.",
            against("quotes:
  q1: {form: direct, by: vale, exact: We will act}
", "Dana Vale said: “We will act in May. We will act in June.”
"),
            against("quotes:
  q1: {form: direct, by: vale, exact: We will act, suffix: in June}
", "Dana Vale said: “We will act in May. We will act in June.”
"),
        ),
        Rule::OutOfOrder => (
            "An ellipsis leaves words out. It does not turn two remarks round, and it does not
make one remark of two people's.",
            against(r#"quotes:
  q1: {form: direct, by: vale, exact: "We inspected 84 boats. […] We will act by June."}
"#, "Dana Vale said: “We inspected 84 boats. Some had no light. That is neglect.”
Sir Ian Marsh replied: “We will act by June.”
"),
            against(r#"quotes:
  q1: {form: direct, by: vale, exact: "We inspected 84 boats. […] That is neglect."}
"#, "Dana Vale said: “We inspected 84 boats. Some had no light. That is neglect.”
Sir Ian Marsh replied: “We will act by June.”
"),
        ),
        Rule::MissingFigure => (
            "A figure that no evidence has is the slip that costs most. Spelling does not
count: 1,000, one thousand and 1k are one figure. Units do: £20 is not 20%, and
ten years are not ten months. Where the source's text is here, the text decides,
not the gist.",
            alone("claims:
  c1: {text: The board inspected 48 boats., by: vale, evidence: q1}
"),
            alone("claims:
  c1: {text: The board inspected eighty-four boats., by: vale, evidence: q1}
"),
        ),
        Rule::UnsupportedQuotation => (
            "Quotation marks say that somebody said just this. In your own prose they need a
direct or partial quote that has the words, cited where they stand. Titles, with
their capitals, are left alone.",
            alone(r#"background: The board speaks of "wilful neglect" [q1].
"#),
            alone(r#"background: The board says "we inspected 84 boats" [q1].
"#),
        ),
        Rule::StaleLock => (
            "A lock says that the quotes stood in a text on a day. A quote that was changed
since, or another text, has to be checked again. The lock guards against drift
and not against a forger: whoever can write the brief can write the lock.",
            beside("quotes:
  q1: {form: direct, by: vale, exact: We inspected boats}
", "quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
"),
            beside("quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats.}
", "quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
"),
        ),
        Rule::NoDate => (
            "An undated source cannot be set against later ones, and what it calls new may be
old.",
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  text: source.txt
"),
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02
  text: source.txt
"),
        ),
        Rule::RelativeDate => (
            "“Last month” means something only beside a date.",
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  text: source.txt
claims:
  c1: {text: The board inspected 84 boats last month., by: vale, evidence: q1}
"),
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  text: source.txt
claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
        ),
        Rule::NoSourceText => (
            "Without the text nothing can be checked. Save it as UTF-8 beside the brief or in a
folder that --sources names; a lock keeps what was verified where the text may
not be shared.",
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
"),
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
  text: source.txt
"),
        ),
        Rule::HeavyEllipsis => (
            "An ellipsis that leaves out more than fifty words, a whole clause with a “not”, or
a condition may be honest, but a reader should look.",
            against(r#"quotes:
  q1: {form: direct, by: vale, exact: "We inspected 84 boats. […] That is neglect."}
"#, "Dana Vale said: “We inspected 84 boats. Not all were ours. That is neglect.”
"),
            against("quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats. Not all were ours.}
", "Dana Vale said: “We inspected 84 boats. Not all were ours. That is neglect.”
"),
        ),
        Rule::ScareQuote => (
            "One or two words in quotation marks read as irony, not as evidence.",
            against("quotes:
  q1: {form: partial, by: vale, exact: neglect}
", "Dana Vale spoke of “a decade of neglect”.
"),
            against("quotes:
  q1: {form: partial, by: vale, exact: a decade of neglect}
", "Dana Vale spoke of “a decade of neglect”.
"),
        ),
        Rule::SpeakerNotNear => (
            "Somebody whom the source does not name near the words may not have said them. Two
paragraphs is near; the speaker's surname, post or organisation will do. Where
the attribution is yours, say `inferred: true`.",
            against("quotes:
  q1: {form: partial, by: vale, exact: a decade of neglect}
", "The boats are old. There has been “a decade of neglect”.
"),
            against("quotes:
  q1: {form: partial, by: vale, exact: a decade of neglect, inferred: true}
", "The boats are old. There has been “a decade of neglect”.
"),
        ),
        Rule::DroppedHedge => (
            "Around, about, average, potential, suspected, alleged, statistically, is said to: a
hedge is what the source can stand behind. A line that drops it claims more.",
            against("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
", "Dana Vale said: “We inspected 84 boats.” In all, around 84 boats were seen.
"),
            against("claims:
  c1: {text: The board inspected around 84 boats., by: vale, evidence: q1}
", "Dana Vale said: “We inspected 84 boats.” In all, around 84 boats were seen.
"),
        ),
        Rule::StrongerVerb => (
            "“Will” is a promise. “Wants to”, “plans to” and “is committed to” are not.",
            against("claims:
  c1: {text: The ministry will publish a lighting code., by: ministry, evidence: q2}
quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
  q2: {form: reported, by: ministry, gist: wants to publish a lighting code, paragraph: 2}
", "Dana Vale said: “We inspected 84 boats.”
The ministry said it wants to publish a lighting code.
"),
            against("claims:
  c1: {text: The ministry wants to publish a lighting code., by: ministry, evidence: q2}
quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
  q2: {form: reported, by: ministry, gist: wants to publish a lighting code, paragraph: 2}
", "Dana Vale said: “We inspected 84 boats.”
The ministry said it wants to publish a lighting code.
"),
        ),
        Rule::NotIndependent => (
            "One person in two papers is one source. A claim is corroborated by somebody else,
who does not rest on the same report; the same claimant elsewhere is `repeats`.",
            beside("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1, corroborates: other/c1}
", "claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
            beside("claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1, repeats: other/c1}
", "claims:
  c1: {text: The board inspected 84 boats., by: vale, evidence: q1}
"),
        ),
        Rule::OtherPost => (
            "A person styled differently in two sources may have changed posts, or one source
may be wrong. Both stylings are shown; that is right where each source has it so.",
            beside("officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
", "officials:
  vale: {name: Dana Vale, post: inspector, organisation: board}
"),
            beside("officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
", "officials:
  vale: {name: Dana Vale, post: chief inspector, organisation: board}
"),
        ),
        Rule::UncitedTopLine => (
            "A top line is what a minister reads and repeats. It has to say what it rests on.",
            alone("top_lines:
  - The board inspected its boats.
"),
            alone("top_lines:
  - The board inspected its boats [c1].
"),
        ),
        Rule::LongTopLines => (
            "At most five top lines of at most thirty words are read.",
            alone("top_lines:
  - The board has inspected boats in the harbour at night and found that there were some which
    had no light that worked, and it says that the owners of these boats knew of it [c1].
"),
            alone("top_lines:
  - The board found boats in the harbour without a working light [c1].
"),
        ),
        Rule::SecondHandQuote => (
            "A digest of an article is not the article: what it prints in quotation marks may be
shortened or turned. Check the words against what the source rests on.",
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
  text: source.txt
  based_on: A report by the Evening News
"),
            alone("source:
  title: Board warns on unlit boats
  publisher: The Gazette
  issued: 2026-02-09
  text: source.txt
"),
        ),
        Rule::PastDue => (
            "What was promised or asked for by a day that is over, with nothing said of it since,
is a question to put.",
            alone("asks:
  a1: {kind: commitment, by: ministry, action: act, due: 2020-06, evidence: q1}
"),
            alone("asks:
  a1: {kind: commitment, by: ministry, action: act, due: 2020-06, status: done, evidence: q1}
"),
        ),
        Rule::Orphan => (
            "A quote that nothing cites, and an official who says and is asked nothing, are left
over from an earlier draft, or a claim is missing.",
            alone("quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
  q2: {form: partial, by: vale, exact: inspected 84 boats}
"),
            alone("quotes:
  q1: {form: direct, by: vale, exact: We inspected 84 boats}
"),
        ),
        Rule::OddCharacter => (
            "Control characters and marks that turn the direction of writing can hide or reorder
what is read. They are never shown, and named so that they can be taken out.",
            alone(r#"summary: "Boats sail \u202Eunlit."
"#),
            alone(r#"summary: "Boats sail unlit."
"#),
        ),
    };
    Explanation { rule, reasoning, failing, passing }
}

fn alone(brief: &'static str) -> Example {
    Example { brief, source: None, beside: None }
}

fn against(brief: &'static str, source: &'static str) -> Example {
    Example { brief, source: Some(source), beside: None }
}

fn beside(brief: &'static str, beside: &'static str) -> Example {
    Example { brief, source: None, beside: Some(beside) }
}
