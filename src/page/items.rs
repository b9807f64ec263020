//! The wording of an item: the one place that says how a quote, a claim, an ask, a person or a
//! source reads, on screen as on paper.
//!
//! Where the two put the parts of an item in different places, the parts come by name. What is
//! missing is said and never left blank.

use indexmap::IndexMap;

use super::document::{Flow, Role, Span, join};
use crate::brief::{
    Addressee, Anchor, Ask, AskKind, Brief, Claim, Due, Form, Id, Link, Official, Party, Quote,
    Relation, Source, SourceType, Speaker, Status, Words,
};
use crate::evidence::{Finding, State};
use crate::library::{Linked, passive};
use crate::text::Text;

/// The wording of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteText {
    /// `Part quote:`, `Reported:` or `Stated:`; nothing before a full quotation.
    pub label: Option<Span>,
    /// The exact words in quotation marks, or the gist as a sentence without them.
    pub words: Span,
    /// Who speaks: `Dana Vale, chief inspector, Tidewater Safety Board`.
    pub speaker: Vec<Span>,
    /// To whom, when, and whether the attribution is inferred; parted by semicolons, often empty.
    pub circumstances: Vec<Span>,
    /// What the words rest on: `direct · ¶3, ¶4 · ✓ verified`. Only exact words have a state.
    pub basis: Vec<Span>,
    /// What is known of the exact words, in words; nothing where the quote has none.
    pub state: Option<Span>,
    /// The remark for colleagues.
    pub note: Option<Span>,
}

/// The wording of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimText {
    /// Who asserts it: `Dana Vale`, or `The source`.
    pub by: Span,
    /// The sentence.
    pub text: Span,
    /// How it bears on other claims and they on it: `Repeats B-c5. Qualified by C-c2.`; often empty.
    pub relations: Vec<Span>,
    /// `Attribution inferred.` and the remark for colleagues; often empty.
    pub remarks: Vec<Span>,
}

/// The wording of an ask, a commitment or an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskText {
    /// `ASK`, `COMMIT` or `ACTION`.
    pub kind: Span,
    /// Who asks whom: `Tidewater Safety Board to Department of Ports`.
    pub parties: Vec<Span>,
    /// What is to be done, as a sentence.
    pub action: Span,
    /// By what means, by when, and how far it has come: `Under: … By: … No answer in this source.`
    pub terms: Vec<Span>,
    /// What it answers and what answers it: `Answered by A-a2.`; often empty.
    pub relations: Vec<Span>,
    /// `Attribution inferred.` and the remark for colleagues; often empty.
    pub remarks: Vec<Span>,
}

/// Words a quote of `brief`, with what was found of it.
pub fn quote(brief: &Brief, quote: &Quote, finding: Option<&Finding>) -> QuoteText {
    let anchor = brief.anchor(&quote.id);
    let words = match &quote.words {
        Words::Direct(exact) | Words::Partial(exact) => Span::new(Role::Quotation, in_marks(exact)),
        Words::Reported(gist) | Words::Passage(gist) => Span::new(Role::Gist, sentence(gist)),
    };
    let state = quote.words.exact().map(|_| finding.map_or(State::Unverified, |found| found.state));
    QuoteText {
        label: form_label(quote.words.form()).map(|label| Span::new(Role::Label, label)),
        words: words.to(anchor),
        speaker: speaker_in_full(brief, &quote.by),
        circumstances: circumstances(brief, quote),
        basis: basis(quote, finding, state),
        state: state.map(|state| Span::new(Role::State(state.into()), state_words(state))),
        note: quote.note.as_ref().map(note),
    }
}

/// Words a claim of `brief` that is linked to others as `linked` says; `name` writes their
/// addresses.
pub fn claim(
    brief: &Brief,
    claim: &Claim,
    linked: &Linked,
    name: impl Fn(&Anchor) -> Text,
) -> ClaimText {
    ClaimText {
        by: speaker(brief, &claim.by),
        text: Span::new(Role::Plain, sentence(&claim.text)).to(brief.anchor(&claim.id)),
        relations: relations(linked, name),
        remarks: remarks(claim.inferred, claim.note.as_ref()),
    }
}

/// Words an ask, a commitment or an action of `brief` that is linked to others as `linked` says;
/// `name` writes their addresses.
pub fn ask(brief: &Brief, ask: &Ask, linked: &Linked, name: impl Fn(&Anchor) -> Text) -> AskText {
    AskText {
        kind: Span::new(Role::Label, kind_word(ask.kind)),
        parties: parties(brief, ask),
        action: Span::new(Role::Plain, sentence(&ask.action)).to(brief.anchor(&ask.id)),
        terms: terms(brief, ask, linked),
        relations: relations(linked, name),
        remarks: remarks(ask.inferred, ask.note.as_ref()),
    }
}

/// A person's name, post and organisation: `Sir Ian Marsh, Minister for Ports, Department of Ports`.
pub fn official(brief: &Brief, official: &Official) -> Vec<Span> {
    let mut spans = vec![
        Span::new(Role::Speaker, official.styled_name()).to(brief.anchor(&official.id)),
        Span::new(Role::Post, format!(", {}", official.post)),
    ];
    if let Some(organisation) = brief.organisations.get(&official.organisation) {
        spans.push(Span::new(Role::Post, ", "));
        spans.push(
            Span::new(Role::Post, organisation.name.clone()).to(brief.anchor(&organisation.id)),
        );
    }
    spans
}

/// The name of an official or an organisation of `brief`, honorific included.
pub fn party(brief: &Brief, id: &Id) -> Span {
    let name = brief.party(id).map_or_else(|| Text::new(id), Party::styled_name);
    Span::new(Role::Speaker, name).to(brief.anchor(id))
}

/// Who says something, by name alone.
pub fn speaker(brief: &Brief, by: &Speaker) -> Span {
    match by {
        Speaker::Source => Span::new(Role::Speaker, "The source"),
        Speaker::Party(id) => party(brief, id),
    }
}

/// Who says something, with post and organisation.
pub fn speaker_in_full(brief: &Brief, by: &Speaker) -> Vec<Span> {
    match by.party().and_then(|id| brief.officials.get(id)) {
        Some(person) => official(brief, person),
        None => vec![speaker(brief, by)],
    }
}

/// Publisher, kind and date of a source: `Holyrood, news report, no date`.
pub fn source(source: &Source) -> Vec<Span> {
    let kind = Span::new(Role::Plain, source_type(source.kind));
    let comma = || Span::new(Role::Plain, ", ");
    vec![publisher(source), comma(), kind, comma(), issued(source)]
}

/// Returns what identifies a source, each on a line of its own: its title; its publisher, kind and
/// date; and its address, if it has one.
pub fn source_lines(about: &Source) -> Vec<Flow> {
    let title = vec![Span::new(Role::Title, about.title.clone())];
    let url = about.url.as_ref().map(|url| vec![Span::new(Role::Url, url.clone())]);
    [title, source(about)].into_iter().chain(url).collect()
}

/// Who published a source.
pub fn publisher(source: &Source) -> Span {
    match &source.publisher {
        Some(publisher) => Span::new(Role::Plain, publisher.clone()),
        None => Span::new(Role::Caution, "Publisher unknown"),
    }
}

/// When a source came out.
pub fn issued(source: &Source) -> Span {
    match source.issued {
        Some(date) => Span::new(Role::Plain, date.to_string()),
        None => Span::new(Role::Caution, "no date"),
    }
}

/// What is known of a quote's exact words, by a sign and in words that no line end parts:
/// `✓ verified`.
pub fn state(state: State) -> Span {
    let sign = match state {
        State::Verified => '✓',
        State::Locked(_) => '◇',
        State::Unverified => '?',
        State::Failed => '✗',
    };
    Span::new(Role::State(state.into()), format!("{sign}\u{a0}{}", state_words(state)))
}

/// What is known of a quote's exact words, in words: `verified`.
pub fn state_words(state: State) -> Text {
    match state {
        State::Verified => "verified".into(),
        State::Locked(date) => format!("verified {date}; text not here").into(),
        State::Unverified => "unverified".into(),
        State::Failed => "failed".into(),
    }
}

/// The text as a sentence: with a full stop, unless it ends with a mark of its own.
pub fn sentence(text: &Text) -> Text {
    let last = text.trim_end_matches(['”', '’', '"', '\'', ')', ']', '»']).chars().next_back();
    match last {
        None | Some('.' | '!' | '?' | '…' | ':' | ';') => text.clone(),
        Some(_) => format!("{text}.").into(),
    }
}

/// Exact words between double quotation marks; double marks inside them become single ones.
///
/// A curly opening mark that nothing closes repeats the outer one at a paragraph's start and is
/// left out. A straight mark that belongs to no pair, as in `a 12" gun`, stays.
pub fn in_marks(exact: &str) -> Text {
    let pairs = inner_pairs(exact);
    let mut marked = String::from('“');
    for (offset, c) in exact.char_indices() {
        if pairs.iter().any(|&(open, _)| open == offset) {
            marked.push('‘');
        } else if pairs.iter().any(|&(_, close)| close == offset) {
            marked.push('’');
        } else if c != '“' {
            marked.push(c);
        }
    }
    marked.push('”');
    marked.into()
}

/// The byte offsets of the double quotation marks in `exact` that open and close each other.
fn inner_pairs(exact: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    let mut before = ' ';
    for (offset, c) in exact.char_indices() {
        let starts_word = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '‘');
        let closes = c == '”' || (c == '"' && !starts_word);
        if c == '“' || (c == '"' && starts_word) {
            open.push((offset, c));
        } else if closes
            && let Some(at) = open.iter().rposition(|&(_, mark)| matches_close(mark, c))
        {
            pairs.push((open[at].0, offset));
            open.truncate(at);
        }
        before = c;
    }
    pairs
}

fn matches_close(open: char, close: char) -> bool {
    (open == '"') == (close == '"')
}

fn form_label(form: Form) -> Option<&'static str> {
    match form {
        Form::Direct => None,
        Form::Partial => Some("Part quote:"),
        Form::Reported => Some("Reported:"),
        Form::Passage => Some("Stated:"),
    }
}

fn circumstances(brief: &Brief, quote: &Quote) -> Vec<Span> {
    let to = quote.to.as_ref().map(|id| vec![Span::new(Role::Plain, "to "), party(brief, id)]);
    let said = quote.said.map(|date| vec![Span::new(Role::Plain, date.to_string())]);
    let inferred = quote.inferred.then(|| vec![Span::new(Role::Caution, "attribution inferred")]);
    join([to, said, inferred].into_iter().flatten(), "; ")
}

fn basis(quote: &Quote, finding: Option<&Finding>, known: Option<State>) -> Vec<Span> {
    let form = match quote.words.form() {
        Form::Partial => "part quote",
        form => form.word(),
    };
    let paragraphs = finding.map_or(&[][..], |found| &found.paragraphs);
    let place = if paragraphs.is_empty() {
        Span::new(Role::Caution, "paragraph not known")
    } else {
        let numbers: Vec<String> = paragraphs.iter().map(|number| format!("¶{number}")).collect();
        Span::new(Role::Citation, numbers.join(", "))
    };
    let inferred = quote.inferred.then(|| Span::new(Role::Caution, "attribution inferred"));
    let parts = [Some(Span::new(Role::Label, form)), Some(place), known.map(state), inferred];
    join(parts.into_iter().flatten().map(|part| vec![part]), " · ")
}

/// `Attribution inferred.` and a remark for colleagues; often empty.
pub fn remarks(inferred: bool, remark: Option<&Text>) -> Vec<Span> {
    let inferred = inferred.then(|| vec![Span::new(Role::Caution, "Attribution inferred.")]);
    let remark = remark.map(|remark| vec![note(remark)]);
    join([inferred, remark].into_iter().flatten(), " ")
}

fn note(note: &Text) -> Span {
    Span::new(Role::Plain, format!("Note: {}", sentence(note)))
}

fn kind_word(kind: AskKind) -> &'static str {
    match kind {
        AskKind::Ask => "ASK",
        AskKind::Commitment => "COMMIT",
        AskKind::Action => "ACTION",
    }
}

/// Who asks whom: `Tidewater Safety Board to Department of Ports`.
pub fn parties(brief: &Brief, ask: &Ask) -> Vec<Span> {
    let mut spans = vec![party(brief, &ask.by)];
    let named: Vec<Span> = ask
        .to
        .iter()
        .filter_map(|to| match to {
            Addressee::Party(id) => Some(party(brief, id)),
            Addressee::Everyone => Some(Span::new(Role::Speaker, "everyone")),
            Addressee::Unstated => None,
        })
        .collect();
    let last = named.len().saturating_sub(1);
    for (i, addressee) in named.into_iter().enumerate() {
        let joint = match i {
            0 => " to ",
            i if i == last => " and ",
            _ => ", ",
        };
        spans.push(Span::new(Role::Plain, joint));
        spans.push(addressee);
    }
    if ask.to.contains(&Addressee::Unstated) {
        spans.push(Span::new(Role::Plain, ", "));
        spans.push(Span::new(Role::Caution, "addressee not stated"));
    }
    spans
}

fn terms(brief: &Brief, ask: &Ask, linked: &Linked) -> Vec<Span> {
    let instrument = ask.instrument.as_ref().map(|act| field("Under:", Role::Plain, sentence(act)));
    join([instrument, due(ask), progress(brief, ask, linked)].into_iter().flatten(), " ")
}

/// By when; said also where an ask or a commitment has no date. What is done needs none.
fn due(ask: &Ask) -> Option<Vec<Span>> {
    match &ask.due {
        Some(Due::Date(date)) => Some(field("By:", Role::Plain, format!("{date}.").into())),
        Some(Due::Words(words)) => Some(field("When:", Role::Plain, sentence(words))),
        None if ask.kind == AskKind::Action => None,
        None => Some(field("By:", Role::Caution, "no date.".into())),
    }
}

/// How far it has come; of an open ask, that this source has no answer, unless it has.
fn progress(brief: &Brief, ask: &Ask, linked: &Linked) -> Option<Vec<Span>> {
    let answers = |link: &Link| link.relation == Relation::Answers && link.target.brief == brief.id;
    let answered_here = linked.incoming.iter().any(answers);
    let (role, text) = match ask.status? {
        Status::Open if ask.kind != AskKind::Ask => (Role::Plain, "Open."),
        Status::Open if answered_here => return None,
        Status::Open => (Role::Caution, "No answer in this source."),
        status => (Role::Plain, status_sentence(status)),
    };
    Some(vec![Span::new(role, text)])
}

/// How far something has come, as a sentence: `Accepted in part.`
pub fn status_sentence(status: Status) -> &'static str {
    match status {
        Status::Open => "Open.",
        Status::Accepted => "Accepted.",
        Status::PartAccepted => "Accepted in part.",
        Status::Rejected => "Rejected.",
        Status::Underway => "Under way.",
        Status::Done => "Done.",
        Status::Lapsed => "Lapsed.",
    }
}

fn source_type(kind: SourceType) -> &'static str {
    match kind {
        SourceType::News => "news report",
        SourceType::Webpage => "web page",
        kind => kind.word(),
    }
}

/// One sentence for each kind of relation: `Repeats B-c5, C-c2. Qualified by D-c1.`
fn relations(linked: &Linked, name: impl Fn(&Anchor) -> Text) -> Vec<Span> {
    let outgoing = linked.outgoing.iter().map(|link| (link.relation.word(), link));
    let incoming = linked.incoming.iter().map(|link| (passive(link.relation), link));
    let mut by_verb: IndexMap<&str, Vec<Vec<Span>>> = IndexMap::new();
    for (verb, link) in outgoing.chain(incoming) {
        let target = Span::new(Role::Relation, name(&link.target)).to(link.target.clone());
        by_verb.entry(verb).or_default().push(vec![target]);
    }
    let sentences = by_verb.into_iter().map(|(verb, targets)| {
        let mut sentence = vec![Span::new(Role::Plain, format!("{} ", capitalised(verb)))];
        sentence.extend(join(targets, ", "));
        sentence.push(Span::new(Role::Plain, "."));
        sentence
    });
    join(sentences, " ")
}

fn field(label: &str, role: Role, value: Text) -> Vec<Span> {
    vec![Span::new(Role::Label, label), Span::new(Role::Plain, " "), Span::new(role, value)]
}

/// The word with a capital at its start.
pub fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Date, read};
    use crate::library::Links;

    const YAML: &str = r#"
summary: Boats sail.
source: {title: Boats, publisher: unknown, type: webpage}
organisations: {board: Harbour Board, ports: Department of Ports}
officials:
  marsh: {name: Ian Marsh, honorific: Sir, post: Minister for Ports, organisation: ports}
quotes:
  q1: {form: direct, by: marsh, exact: "They told me “no” twice.", to: board, said: 2026-02}
  q2: {form: partial, by: board, exact: a decade of drift, inferred: true, note: Said by its chair}
  q3: {form: reported, by: board, gist: wants lights}
  q4: {form: passage, by: source, gist: nobody minds?}
claims:
  c1: {text: Boats sail, by: source, evidence: q4, qualifies: far/c1, contradicts: [c2, far/c2]}
  c2: {text: Boats lie idle., by: marsh, evidence: q1, inferred: true, note: He was asked twice}
asks:
  a1: {kind: ask, by: board, to: [ports, marsh, everyone], action: light the boats, instrument: Lights Act, evidence: q3}
  a2: {kind: ask, by: board, to: [ports, unstated], action: pay, due: 2026-06, evidence: q3}
  a3: {kind: commitment, by: marsh, action: write a code, due: soon, evidence: q1, answers: a1}
  a4: {kind: action, by: marsh, to: board, action: hire, evidence: q1}
"#;

    fn brief() -> Brief {
        read(&Id::new("boats").unwrap(), YAML.as_bytes()).brief.unwrap()
    }

    fn text(spans: &[Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn quote_of(brief: &Brief, id: &str, state: State, paragraphs: &[u32]) -> QuoteText {
        let finding = Finding { state, paragraphs: paragraphs.into(), spans: Vec::new() };
        quote(brief, &brief.quotes[id], Some(&finding))
    }

    fn ask_of(brief: &Brief, id: &str) -> [String; 4] {
        let links = Links::of([brief].into_iter());
        let item = &brief.asks[id];
        let wording = ask(brief, item, links.get(&brief.anchor(&item.id)), |anchor| {
            anchor.item.as_str().into()
        });
        [
            text(&wording.parties),
            wording.action.text.to_string(),
            text(&wording.terms),
            text(&wording.relations),
        ]
    }

    #[test]
    fn words_a_full_quotation() {
        let brief = brief();
        let wording = quote_of(&brief, "q1", State::Verified, &[3, 4]);
        assert_eq!(wording.label, None);
        assert_eq!(wording.words.text, "“They told me ‘no’ twice.”");
        assert_eq!(
            text(&wording.speaker),
            "Sir Ian Marsh, Minister for Ports, Department of Ports"
        );
        assert_eq!(text(&wording.circumstances), "to Harbour Board; February 2026");
        assert_eq!(text(&wording.basis), "direct · ¶3, ¶4 · ✓\u{a0}verified");
    }

    #[test]
    fn words_a_part_quote_whose_attribution_is_inferred() {
        let brief = brief();
        let locked = State::Locked(Date::parse("2026-11-21").unwrap());
        let wording = quote_of(&brief, "q2", locked, &[5]);
        assert_eq!(wording.label.unwrap().text, "Part quote:");
        assert_eq!(wording.words.text, "“a decade of drift”");
        assert_eq!(wording.state.unwrap().text, "verified 21 November 2026; text not here");
        assert_eq!(wording.note.unwrap().text, "Note: Said by its chair.");
        assert_eq!(
            text(&wording.basis),
            "part quote · ¶5 · ◇\u{a0}verified 21 November 2026; text not here · attribution inferred"
        );
    }

    #[test]
    fn never_sets_a_gist_in_marks_nor_gives_it_a_state() {
        let brief = brief();
        for (id, label, words, basis) in [
            ("q3", "Reported:", "wants lights.", "reported · paragraph not known"),
            ("q4", "Stated:", "nobody minds?", "passage · paragraph not known"),
        ] {
            let wording = quote_of(&brief, id, State::Unverified, &[]);
            assert_eq!(wording.label.unwrap().text, label);
            assert_eq!(wording.words.text, words);
            assert_eq!(wording.state, None);
            assert_eq!(text(&wording.basis), basis);
        }
    }

    #[test]
    fn words_claims_with_their_relations_and_doubts() {
        let brief = brief();
        let links = Links::of([&brief].into_iter());
        let words = |id: &str| {
            let item = &brief.claims[id];
            let linked = links.get(&brief.anchor(&item.id));
            let wording = claim(&brief, item, linked, |anchor| anchor.to_string().into());
            [wording.by, wording.text]
                .map(|span| span.text.to_string())
                .into_iter()
                .chain([text(&wording.relations), text(&wording.remarks)])
                .collect::<Vec<_>>()
        };
        let c1 =
            ["The source", "Boats sail.", "Contradicts boats/c2, far/c2. Qualifies far/c1.", ""];
        assert_eq!(words("c1"), c1);
        let remarks = "Attribution inferred. Note: He was asked twice.";
        assert_eq!(
            words("c2"),
            ["Sir Ian Marsh", "Boats lie idle.", "Contradicted by boats/c1.", remarks]
        );
    }

    #[test]
    fn words_asks_by_who_asks_whom_for_what_and_how_it_stands() {
        let brief = brief();
        let parties = "Harbour Board to Department of Ports, Sir Ian Marsh and everyone";
        assert_eq!(
            ask_of(&brief, "a1"),
            [parties, "light the boats.", "Under: Lights Act. By: no date.", "Answered by a3."]
        );
        let parties = "Harbour Board to Department of Ports, addressee not stated";
        assert_eq!(
            ask_of(&brief, "a2"),
            [parties, "pay.", "By: June 2026. No answer in this source.", ""]
        );
        assert_eq!(
            ask_of(&brief, "a3"),
            ["Sir Ian Marsh", "write a code.", "When: soon.", "Answers a1."]
        );
        assert_eq!(ask_of(&brief, "a4"), ["Sir Ian Marsh to Harbour Board", "hire.", "", ""]);
    }

    #[test]
    fn says_what_is_not_known_of_a_source() {
        assert_eq!(text(&source(&brief().source)), "Publisher unknown, web page, no date");
    }

    #[test]
    fn tells_states_apart_by_sign_and_word() {
        let states =
            [State::Verified, State::Unverified, State::Failed].map(|known| state(known).text);
        assert_eq!(states, ["✓\u{a0}verified", "?\u{a0}unverified", "✗\u{a0}failed"]);
    }

    #[test]
    fn sets_marks_inside_a_quotation_singly() {
        for (exact, marked) in [
            ("a decade of drift", "“a decade of drift”"),
            ("they said “no” to us", "“they said ‘no’ to us”"),
            ("they said \"no\" to us", "“they said ‘no’ to us”"),
            ("“No”, they said", "“‘No’, they said”"),
            ("a 12\" gun", "“a 12\" gun”"),
            ("One. “Two paragraphs", "“One. Two paragraphs”"),
            ("One. “Two say “no” again", "“One. Two say ‘no’ again”"),
            ("it’s theirs", "“it’s theirs”"),
        ] {
            assert_eq!(in_marks(exact), marked);
        }
    }

    #[test]
    fn ends_a_sentence_once() {
        for (text, ended) in [
            ("a code by June", "a code by June."),
            ("Done.", "Done."),
            ("Is it done?”", "Is it done?”"),
            ("under the Act (2019)", "under the Act (2019)."),
            ("", ""),
        ] {
            assert_eq!(sentence(&text.into()), ended);
        }
    }
}
