//! Items as rows of a list on screen.

use super::remarks::RESTS_ON_FAILED;
use super::{ask, claim, quote, source};
use crate::brief::{Ask, Brief, Claim, Date, FieldPath, Id, Item, Quote, Speaker};
use crate::library::register::RegisterRow;
use crate::library::{Entry, Library};
use crate::page::addressing::Addressing;
use crate::page::document::{Flow, Role, Span, StateRole, join};
use crate::text::{Text, width};

/// Where an item is listed. It decides how items are addressed, and what a row says apart from the
/// words of its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Among the items of its own brief. Items are addressed by their ids, and the faults of each
    /// are listed with it.
    InBrief,
    /// Among items of several briefs. Items have their whole addresses, and the row says where its
    /// item comes from. Quotes and claims are only listed like this under their own party, which
    /// they do not name again; a joint statement names everyone.
    AcrossBriefs {
        /// The day by which asks are past due.
        today: Date,
    },
}

/// An item, worded for a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemRow {
    /// What comes before the words: an id or a kind.
    pub label: Option<Span>,
    /// The columns to keep for the label, so that those of all rows are aligned.
    pub label_columns: usize,
    /// What the item says. Each flow begins on a new line; none is empty.
    pub blocks: Vec<Flow>,
    /// The number of quotes that it rests on, or of claims and asks that rest on it.
    pub count: Option<usize>,
}

/// Returns the wording of the item `item` of `entry`, a file of `library`. Returns [`None`] for a
/// person or a body, and if there is no such item.
pub fn row(library: &Library, entry: &Entry, item: &Id, listing: Listing) -> Option<ItemRow> {
    let brief = entry.brief.as_ref()?;
    let addressing = match listing {
        Listing::InBrief => Addressing::Within(&brief.id),
        Listing::AcrossBriefs { .. } => Addressing::Across,
    };
    let list = ItemList { library, entry, brief, listing, addressing };
    let item_of_brief = brief.item(item)?;
    let mut row = match item_of_brief {
        Item::Quote(quote) => list.quote(quote),
        Item::Claim(claim) => list.claim(claim),
        Item::Ask(ask) => list.ask(ask),
        Item::Official(_) | Item::Organisation(_) => return None,
    };
    if listing == Listing::InBrief {
        row.blocks.extend(doubt(entry, item_of_brief));
        row.blocks.extend(brief.path(item).iter().flat_map(|path| faults_within(entry, path)));
    }
    row.blocks.retain(|block| !block.is_empty());
    Some(row)
}

/// A list that has items of `brief`.
struct ItemList<'a> {
    library: &'a Library,
    entry: &'a Entry,
    brief: &'a Brief,
    listing: Listing,
    addressing: Addressing<'a>,
}

impl ItemList<'_> {
    fn quote(&self, item: &Quote) -> ItemRow {
        let anchor = self.brief.anchor(&item.id);
        let text = quote(self.brief, item, self.entry.findings().get(&item.id));
        let words = join([text.label.into_iter().collect(), text.words], " ");
        let note = text.note.into_iter().collect();
        match self.listing {
            Listing::InBrief => {
                let id = Span::new(Role::Label, format!("{} · ", item.id));
                let basis = [vec![id], text.basis].concat();
                ItemRow {
                    blocks: vec![words, text.speaker, text.circumstances, basis, note],
                    count: Some(self.brief.supported_by(&item.id).len()),
                    ..ItemRow::default()
                }
            }
            Listing::AcrossBriefs { .. } => {
                let address = vec![Span::new(Role::Citation, anchor.to_string())];
                let basis = join([address, text.basis], " · ");
                let is_joint = item.by.parties().len() > 1;
                let speakers = if is_joint { text.speaker } else { Flow::new() };
                let blocks = vec![words, speakers, text.circumstances, basis, note];
                ItemRow { blocks, ..ItemRow::default() }
            }
        }
    }

    fn claim(&self, item: &Claim) -> ItemRow {
        let anchor = self.brief.anchor(&item.id);
        let linked = self.library.links().linked(self.brief, &item.id);
        let text = claim(self.brief, item, linked, |other| self.addressing.address(other));
        let count = Some(item.evidence.len());
        match self.listing {
            Listing::InBrief => {
                let mut sentence = vec![text.text];
                if item.by != Speaker::Source {
                    let by = Span { role: Role::Post, ..text.by };
                    sentence.extend([Span::new(Role::Post, " — "), by]);
                }
                let widest = self.brief.claims.ids().map(|id| width(id)).max().unwrap_or(0);
                ItemRow {
                    label: Some(Span::new(Role::Label, item.id.as_str())),
                    label_columns: widest + 1,
                    blocks: vec![sentence, text.relations, text.remarks],
                    count,
                }
            }
            Listing::AcrossBriefs { .. } => {
                let address = vec![Span::new(Role::Citation, anchor.to_string())];
                let blocks = vec![vec![text.text], text.relations, text.remarks, address];
                ItemRow { blocks, count, ..ItemRow::default() }
            }
        }
    }

    fn ask(&self, item: &Ask) -> ItemRow {
        let linked = self.library.links().linked(self.brief, &item.id);
        let text = ask(self.brief, item, linked, |other| self.addressing.address(other));
        let mut sentence = text.parties;
        sentence.extend([Span::new(Role::Plain, ": "), text.action]);
        let blocks = match self.listing {
            Listing::InBrief => vec![sentence, text.terms, text.relations, text.remarks],
            Listing::AcrossBriefs { today } => {
                let terms = join([text.terms, text.relations], " ");
                vec![sentence, terms, self.standing(item, today), text.remarks]
            }
        };
        ItemRow {
            label: Some(text.kind),
            label_columns: "COMMIT ".len(),
            blocks,
            count: Some(item.evidence.len()),
        }
    }

    /// Says whether an ask is past due or unanswered, and where it comes from: `UNANSWERED ·
    /// ferry-lights/a1 ¶5 · Tidewater Safety Board, statement, 9 February 2026`.
    fn standing(&self, item: &Ask, today: Date) -> Flow {
        let row = RegisterRow::new(self.library, self.entry, self.brief, item, today);
        let numbers: Vec<String> =
            row.paragraphs().iter().map(|number| format!("¶{number}")).collect();
        let place = format!("{} {}", row.anchor(), numbers.join(", ")).trim_end().to_owned();
        let parts = [
            row.is_past_due.then(|| vec![Span::new(Role::Caution, "PAST DUE")]),
            row.is_unanswered().then(|| vec![Span::new(Role::Plain, "UNANSWERED")]),
            Some(vec![Span::new(Role::Citation, place)]),
            Some(source(&self.brief.source)),
        ];
        join(parts.into_iter().flatten(), " · ")
    }
}

/// Says of a claim or an ask that it rests on a quotation that failed.
fn doubt(entry: &Entry, item: Item<'_>) -> Option<Flow> {
    let evidence = match item {
        Item::Claim(claim) => &claim.evidence,
        Item::Ask(ask) => &ask.evidence,
        _ => return None,
    };
    entry.evidence().has_failed(evidence).then(|| fault(RESTS_ON_FAILED))
}

/// Returns what is wrong with something, on a line of its own.
fn fault(message: impl Into<Text>) -> Flow {
    let sign = Span::new(Role::State(StateRole::Failed), "✗ ");
    vec![sign, Span::new(Role::Caution, message)]
}

/// Returns what was found wrong with an item or a text when the brief was checked against its source.
pub fn faults_within(entry: &Entry, path: &FieldPath) -> Vec<Flow> {
    let faults = entry.evidence().errors().filter(|problem| problem.path.is_within(path));
    faults.map(|problem| fault(problem.message.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::read;
    use crate::evidence::{Evidence, SourceText};
    use crate::library::Origin;

    const YAML: &str = r"
summary: Boats sail.
source: {title: Boats, publisher: unknown, type: webpage}
organisations: {board: Harbour Board}
quotes:
  q1: {form: partial, by: board, exact: a decade of drift, said: 2026-02, note: Said by its chair}
claims:
  c1: {text: Boats sail, by: source, evidence: q1, qualifies: far/c1, contradicts: c20}
  c20: {text: Boats idle, by: board, evidence: q1, note: Asked twice}
asks:
  a1: {kind: ask, by: board, to: everyone, action: pay, due: 2026-06, status: open, evidence: q1, inferred: true}
";

    /// Returns the words of a row of `boats`, whose source lacks its quotation: the label with its
    /// columns, the blocks with the role of each span, and the count. `why` is the message of a
    /// fault.
    fn worded(item: &str, listing: Listing) -> String {
        let brief = read(&Id::new("boats").unwrap(), YAML.as_bytes()).brief.unwrap();
        let text = SourceText::new("Boats sail.");
        let mut evidence = Evidence::gather(&brief, Some(text), None);
        evidence.problems.iter_mut().for_each(|problem| problem.message = "why".into());
        let file = Origin::File("boats.yaml".into());
        let entry = Entry {
            brief: Some(brief.into()),
            evidence: evidence.into(),
            ..Entry::unreadable(file, "")
        };
        let library = Library::new(vec![entry]);
        let row = row(&library, &library.entries()[0], &Id::new(item).unwrap(), listing).unwrap();
        let span = |span: &Span| format!("{:?}({})", span.role, span.text);
        let flow = |flow: &Flow| flow.iter().map(span).collect::<Vec<_>>().join(" ");
        let label = row.label.iter().map(|label| format!("{} {}", span(label), row.label_columns));
        let count = row.count.map(|count| count.to_string());
        label.chain(row.blocks.iter().map(flow)).chain(count).collect::<Vec<_>>().join("\n")
    }

    fn late() -> Listing {
        Listing::AcrossBriefs { today: Date::parse("2026-07-01").unwrap() }
    }

    #[test]
    fn words_a_quote_in_its_brief_and_in_a_record() {
        assert_eq!(
            worded("q1", Listing::InBrief),
            "Label(Part quote:) Plain( ) Quotation(“a decade of drift”)\n\
             Speaker(Harbour Board)\n\
             Plain(February 2026)\n\
             Label(q1 · ) Label(part quote) Plain( · ) Aside(paragraph not known) Plain( · ) \
             State(Failed)(✗\u{a0}failed)\n\
             Note(Note: Said by its chair.)\n\
             State(Failed)(✗ ) Caution(why)\n\
             3"
        );
        assert_eq!(
            worded("q1", late()),
            "Label(Part quote:) Plain( ) Quotation(“a decade of drift”)\n\
             Plain(February 2026)\n\
             Citation(boats/q1) Plain( · ) Label(part quote) Plain( · ) Aside(paragraph not known) \
             Plain( · ) State(Failed)(✗\u{a0}failed)\n\
             Note(Note: Said by its chair.)"
        );
    }

    #[test]
    fn words_a_claim_in_its_brief_and_in_a_record() {
        assert_eq!(
            worded("c1", Listing::InBrief),
            "Label(c1) 4\n\
             Plain(Boats sail.)\n\
             Plain(Contradicts ) Relation(c20) Plain(.) Plain( ) Plain(Qualifies ) Relation(far/c1) \
             Plain(.)\n\
             State(Failed)(✗ ) Caution(rests on a quotation that failed)\n\
             1"
        );
        assert_eq!(
            worded("c20", Listing::InBrief),
            "Label(c20) 4\n\
             Plain(Boats idle.) Post( — ) Post(Harbour Board)\n\
             Plain(Contradicted by ) Relation(c1) Plain(.)\n\
             Note(Note: Asked twice.)\n\
             State(Failed)(✗ ) Caution(rests on a quotation that failed)\n\
             1"
        );
        assert_eq!(
            worded("c20", late()),
            "Plain(Boats idle.)\n\
             Plain(Contradicted by ) Relation(boats/c1) Plain(.)\n\
             Note(Note: Asked twice.)\n\
             Citation(boats/c20)\n\
             1"
        );
    }

    #[test]
    fn words_an_ask_in_its_brief_and_across_briefs() {
        let sentence = "Label(ASK) 7\nSpeaker(Harbour Board) Plain( to ) Speaker(everyone) Plain(: ) \
                        Plain(pay.)\n";
        let terms =
            "Label(By:) Plain( ) Plain(June 2026.) Plain( ) Aside(No answer in this source.)\n";
        let doubt = "Aside(Attribution inferred.)\n\
                     State(Failed)(✗ ) Caution(rests on a quotation that failed)\n1";
        assert_eq!(worded("a1", Listing::InBrief), [sentence, terms, doubt].concat());
        let remarks = "Aside(Attribution inferred.)\n1";
        let standing = "Caution(PAST DUE) Plain( · ) Plain(UNANSWERED) Plain( · ) Citation(boats/a1) \
                        Plain( · ) Aside(Publisher unknown) Plain(, ) Plain(web page) Plain(, ) \
                        Aside(no date)\n";
        assert_eq!(worded("a1", late()), [sentence, terms, standing, remarks].concat());
    }
}
