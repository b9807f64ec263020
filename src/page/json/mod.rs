//! Whole briefs for programs: links resolved, and the place of each quote in its source.

mod shape;

use self::shape::{
    AskRecord, BriefRecord, ClaimRecord, LinkRecord, OfficialRecord, PrintReport, ProseRecord,
    QuoteRecord, SourceRecord, StateWord,
};
use super::items;
use super::records::{AskTerms, PartyRecord, addresses_in};
use crate::brief::{self, Anchor, Brief, Date, Id, Item, Prose};
use crate::evidence::{SourceText, State};
use crate::library::{Entry, Library};
use crate::text::Text;

/// The version of this format: raised when a field changes its meaning or is removed.
const VERSION: u32 = 1;

/// Writes the sound briefs of `library` as one JSON object with a newline at its end.
pub fn json(library: &Library) -> String {
    let sound = library.entries().iter().filter_map(|entry| Some((entry, entry.brief.as_ref()?)));
    let briefs = sound.map(|(entry, brief)| Recorder { library, entry, brief }.brief()).collect();
    let printed = PrintReport { version: VERSION, briefs };
    // Serialising to text fails only for maps whose keys are no strings, and there is none.
    serde_json::to_string_pretty(&printed).unwrap_or_default() + "\n"
}

/// Returns the JSON Schema of what [`json`] writes.
pub fn json_schema() -> serde_json::Value {
    brief::schema_of::<PrintReport<'_>>()
}

/// Reads one brief into records.
struct Recorder<'a> {
    library: &'a Library,
    entry: &'a Entry,
    brief: &'a Brief,
}

impl<'a> Recorder<'a> {
    fn brief(&self) -> BriefRecord<'a> {
        let brief = self.brief;
        BriefRecord {
            id: &brief.id,
            to_fill_in: self.entry.evidence().to_fill_in().map(ToString::to_string).collect(),
            marking: brief.marking.as_deref(),
            prepared: brief.prepared.map(Date::iso),
            prepared_by: brief.prepared_by.as_deref(),
            topics: brief.topics.iter().map(Id::as_str).collect(),
            source: self.source(),
            summary: prose(&brief.summary),
            top_lines: brief.top_lines.iter().map(prose).collect(),
            lines_to_take: brief.lines_to_take.iter().map(prose).collect(),
            background: brief.background.iter().map(prose).collect(),
            gaps: brief.gaps.iter().map(prose).collect(),
            organisations: brief
                .organisations
                .ids()
                .map(|id| PartyRecord::new(brief, id))
                .collect(),
            officials: self.officials(),
            quotes: brief.quotes.iter().map(|quote| self.quote(quote)).collect(),
            claims: brief.claims.iter().map(|claim| self.claim(claim)).collect(),
            asks: brief.asks.iter().map(|ask| self.ask(ask)).collect(),
        }
    }

    fn source(&self) -> SourceRecord<'a> {
        let source = &self.brief.source;
        SourceRecord {
            title: &source.title,
            r#type: source.kind,
            publisher: source.publisher.as_deref(),
            by: source.by.as_ref().map(|id| PartyRecord::new(self.brief, id)),
            author: source.author.as_deref(),
            container: source.container.as_deref(),
            issued: source.issued.map(Date::iso),
            accessed: source.accessed.map(Date::iso),
            url: source.url.as_deref(),
            text: source.text.as_deref(),
            sha256: self.entry.text().map(SourceText::digest),
            based_on: source.based_on.as_deref(),
        }
    }

    fn officials(&self) -> Vec<OfficialRecord<'a>> {
        let official = |official: &'a brief::Official| OfficialRecord {
            id: &official.id,
            name: &official.name,
            honorific: official.honorific.as_deref(),
            aka: official.aka.iter().map(Text::as_str).collect(),
            post: official.post.as_deref(),
            organisation: official.organisation.as_ref().map(|id| PartyRecord::new(self.brief, id)),
        };
        self.brief.officials.iter().map(official).collect()
    }

    fn quote(&self, quote: &'a brief::Quote) -> QuoteRecord<'a> {
        let anchor = self.brief.anchor(&quote.id);
        let state = self.entry.state(&quote.id);
        let finding = self.entry.findings().get(&quote.id);
        QuoteRecord {
            form: quote.words.form(),
            by: PartyRecord::first(self.brief, quote.by.parties()),
            with: PartyRecord::others(self.brief, quote.by.parties()),
            to: quote.to.as_ref().map(|id| PartyRecord::new(self.brief, id)),
            said: quote.said.map(Date::iso),
            exact: quote.words.exact().map(Text::as_str),
            gist: quote.words.gist().map(Text::as_str),
            state: state.map(|state| match state {
                State::Verified => StateWord::Verified,
                State::Locked(_) => StateWord::Locked,
                State::Unverified => StateWord::Unverified,
                State::Failed => StateWord::Failed,
            }),
            verified: state.and_then(State::locked_on).map(Date::iso),
            paragraphs: finding.map_or_else(Vec::new, |finding| finding.paragraphs.to_vec()),
            at: self.entry.at(quote).map(Text::as_str),
            spans: finding
                .map_or_else(Vec::new, |finding| self.entry.evidence().characters(&finding.spans)),
            supports: addresses_in(self.brief, self.brief.supported_by(&quote.id)),
            inferred: quote.inferred,
            note: quote.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn claim(&self, claim: &'a brief::Claim) -> ClaimRecord<'a> {
        let anchor = self.brief.anchor(&claim.id);
        ClaimRecord {
            text: &claim.text,
            figures: items::figures(claim).into_iter().collect(),
            by: PartyRecord::first(self.brief, claim.by.parties()),
            evidence: addresses_in(self.brief, &claim.evidence),
            links: self.links(&claim.links),
            linked_by: self.links(self.library.links().incoming(&anchor)),
            inferred: claim.inferred,
            note: claim.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn ask(&self, ask: &'a brief::Ask) -> AskRecord<'a> {
        let anchor = self.brief.anchor(&ask.id);
        AskRecord {
            terms: AskTerms::new(self.brief, ask),
            evidence: addresses_in(self.brief, &ask.evidence),
            links: self.links(&ask.links),
            linked_by: self.links(self.library.links().incoming(&anchor)),
            inferred: ask.inferred,
            note: ask.note.as_deref(),
            item: anchor.to_string(),
        }
    }

    fn links(&self, links: &[brief::Link]) -> Vec<LinkRecord<'a>> {
        links.iter().map(|link| self.link(link)).collect()
    }

    fn link(&self, link: &brief::Link) -> LinkRecord<'a> {
        let other = self.library.entry(&link.target.brief).and_then(|entry| entry.brief.as_ref());
        let found = other.and_then(|brief| match brief.item(&link.target.item)? {
            Item::Claim(claim) => {
                Some((claim.text.as_str(), PartyRecord::first(brief, claim.by.parties())))
            }
            Item::Ask(ask) => Some((ask.action.as_str(), PartyRecord::new(brief, &ask.by))),
            Item::Quote(_) | Item::Official(_) | Item::Organisation(_) => None,
        });
        let (text, by) = found.unzip();
        LinkRecord { relation: link.relation, item: link.target.to_string(), text, by }
    }
}

fn prose(prose: &Prose) -> ProseRecord<'_> {
    ProseRecord { text: &prose.text, cites: prose.citations().map(Anchor::to_string).collect() }
}
