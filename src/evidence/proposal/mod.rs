//! What a brief could make of a text: who speaks and in which post, what they say, claim, ask, promise
//! and do. Whatever only a person can write is marked to be filled in.
//!
//! The people and bodies of the text come first (`parties`, `posts`), with the ids that other briefs
//! give them (`known`, `ids`). They make a brief, and the text is read again as the source of that one, so
//! that a quote is given to whom a check will find. Then its sentences are read, one after the other
//! (`items`).

mod actions;
mod allowance;
mod asks;
mod claims;
mod ids;
mod imprint;
mod items;
mod known;
mod parties;
mod post_words;
mod posts;
mod quotations;
mod recommendations;
mod sentences;
mod speakers;
mod title;
mod weights;

use indexmap::IndexMap;

pub use imprint::proposed_imprint;
pub use known::KnownParties;
pub use quotations::{BESIDE, ProposedQuotation, is_mark_or_space, quotation};
pub use speakers::{NamedSpeaker, SpeakerList};
pub use title::{ProposedTitle, proposed_title};

use super::index::SourceIndex;
use super::source::SourceText;
use super::source::quotation_marks::quoted_spans;
use super::source::words::Tokens;
use super::speech::{Cast, Mentions, SpeechMap, likely_kind};
use crate::brief::{
    Ask, Brief, ById, Claim, Id, Official, Organisation, Prose, Quote, Source, SourceType, Support,
};
use crate::text::Text;

/// What stands where only a person can write.
pub const FILL_IN: &str = "FILL IN";

/// The party for speakers who are not known yet.
pub const UNKNOWN_SPEAKER: &str = "unknown-speaker";

/// Part of a brief that is proposed, and where it comes from.
#[derive(Clone, Debug)]
pub struct Proposed<T> {
    /// What is proposed.
    pub item: T,
    /// The paragraph of the text, counted from 1.
    pub paragraph: u32,
    /// The words of the text beside which it is to be written, if they are not part of it.
    pub beside: Option<Text>,
    /// For a quotation, the words before and after it, which tell it from the same words elsewhere.
    pub neighbours: Option<[Text; 2]>,
    /// What whoever keeps it has to look at.
    pub remark: Option<Text>,
}

impl<T> Proposed<T> {
    fn new(item: T, paragraph: u32) -> Self {
        Self { item, paragraph, beside: None, neighbours: None, remark: None }
    }
}

/// What a brief could make of a text, in the order of the text. Ids are unique, and each lead to
/// something that is proposed.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// What kind of text it is, if it is not news.
    pub kind: Option<SourceType>,
    /// Whose words a whole letter or speech is.
    pub by: Option<Id>,
    /// The bodies that speak, are asked, act or that somebody speaks for.
    pub organisations: Vec<Proposed<Organisation>>,
    /// The people who speak, are asked or act.
    pub officials: Vec<Proposed<Official>>,
    /// What is quoted and reported.
    pub quotes: Vec<Proposed<Quote>>,
    /// What is claimed with figures.
    pub claims: Vec<Proposed<Claim>>,
    /// What is asked, promised and done.
    pub asks: Vec<Proposed<Ask>>,
    /// What was found and is not proposed, each for a line of its own.
    pub notes: Vec<Text>,
}

/// Proposes what a brief could make of `text`, with the ids of `known` parties. The text is of this kind;
/// if it is not known, of the one that its layout shows.
///
/// What is proposed of a longer text is limited; notes say of what there is more.
pub fn propose(text: &SourceText, kind: Option<SourceType>, known: &KnownParties) -> Proposal {
    let drafted = drafted(text, kind, known);
    let brief = drafted.brief;
    let source = SourceIndex::new(text, &brief);
    let mentions = Mentions::new(text, &source.tokens, Cast::of_brief(&brief));
    let found = items::read(&brief, &source, &mentions);
    let paragraph = |id: &Id| drafted.paragraphs.get(id).copied().unwrap_or(1);
    let organisations = brief.organisations.into_iter().map(|body| {
        let paragraph = paragraph(&body.id);
        Proposed::new(body, paragraph)
    });
    let officials = brief.officials.into_iter().map(|person| Proposed {
        remark: drafted.remarks.get(&person.id).cloned(),
        ..Proposed::new(person.clone(), paragraph(&person.id))
    });
    let is_whole = matches!(brief.source.kind, SourceType::Letter | SourceType::Speech);
    let whole = source.speech.unmarked().first().filter(|_| is_whole);
    let by = whole.map(|stretch| stretch.voice.parties()).unwrap_or_default();
    let kind = brief.source.kind;
    let proposal = Proposal {
        kind: Some(kind).filter(|kind| *kind != SourceType::News),
        by: by.first().cloned().filter(|_| by.len() == 1),
        organisations: organisations.chain(found.groups).collect(),
        officials: officials.chain(found.somebody).collect(),
        quotes: found.quotes,
        claims: found.claims,
        asks: found.asks,
        notes: found.notes,
    };
    proposal.without_the_unused()
}

/// A brief that has the parties of a text and nothing else.
struct Drafted {
    brief: Brief,
    /// The paragraph that names each party first.
    paragraphs: IndexMap<Id, u32>,
    /// What is to be looked at of a person.
    remarks: IndexMap<Id, Text>,
}

fn drafted(text: &SourceText, kind: Option<SourceType>, known: &KnownParties) -> Drafted {
    let tokens = Tokens::from_source(text);
    let mentions = Mentions::new(text, &tokens, Cast::default());
    let kind = kind.unwrap_or_else(|| likely_kind(text, &tokens, &mentions));
    let spans = quoted_spans(text.as_str(), text.paragraphs());
    let speech = SpeechMap::new(text, &tokens, spans, &mentions, kind);
    let parties = parties::draft_parties(text, &tokens, &mentions, &speech, known);
    let bodies = parties.organisations.iter().map(|(body, at)| (body.id.clone(), *at));
    let people = parties.officials.iter().map(|(person, at)| (person.id.clone(), *at));
    let paragraphs = bodies.chain(people).collect();
    let mut brief = empty_brief(kind);
    brief.organisations = parties.organisations.into_iter().map(|(body, _)| body).collect();
    brief.officials = parties.officials.into_iter().map(|(person, _)| person).collect();
    Drafted { brief, paragraphs, remarks: parties.remarks }
}

fn empty_brief(kind: SourceType) -> Brief {
    let source = Source {
        title: FILL_IN.into(),
        kind,
        publisher: None,
        by: None,
        author: None,
        container: None,
        issued: None,
        accessed: None,
        url: None,
        text: None,
        based_on: None,
    };
    let id = Id::of_file("starter");
    Brief {
        summary: Prose::parse(FILL_IN, &id),
        id,
        topics: Box::default(),
        top_lines: Box::default(),
        lines_to_take: Box::default(),
        background: Box::default(),
        gaps: Box::default(),
        prepared: None,
        prepared_by: None,
        marking: None,
        source,
        organisations: ById::default(),
        officials: ById::default(),
        quotes: ById::default(),
        claims: ById::default(),
        asks: ById::default(),
        support: Support::default(),
    }
}

impl Proposal {
    /// Leaves out the claims and asks whose evidence is not proposed, then the quotes that are still to be
    /// written and on which nothing rests that was meant to, then the parties whom nothing names; and
    /// numbers what is left.
    #[must_use]
    pub fn without_the_unused(mut self) -> Self {
        let quotes: Vec<Id> = self.quotes.iter().map(|quote| quote.item.id.clone()).collect();
        let rests = |evidence: &[Id]| evidence.iter().all(|id| quotes.contains(id));
        self.claims.retain(|claim| rests(&claim.item.evidence));
        self.asks.retain(|ask| rests(&ask.item.evidence));
        let is_cited = |id: &Id| {
            let claims = self.claims.iter().flat_map(|claim| &claim.item.evidence);
            claims
                .chain(self.asks.iter().flat_map(|ask| &ask.item.evidence))
                .any(|cited| cited == id)
        };
        // A passage is proposed for what rests on it alone.
        let cited: Vec<bool> = self.quotes.iter().map(|quote| is_cited(&quote.item.id)).collect();
        let mut cited = cited.into_iter();
        self.quotes.retain(|quote| cited.next().unwrap_or(false) || !quote.item.by.is_source());
        let heard = self.heard();
        self.officials.retain(|official| heard.contains(&official.item.id));
        let bodies = self.officials.iter().filter_map(|person| person.item.organisation.as_ref());
        let bodies: Vec<Id> = bodies.chain(&heard).cloned().collect();
        self.organisations.retain(|body| bodies.contains(&body.item.id));
        self.numbered()
    }

    /// The parties who say, are asked or do something.
    fn heard(&self) -> Vec<Id> {
        let mut heard: Vec<Id> = self.by.iter().cloned().collect();
        heard.extend(self.quotes.iter().flat_map(|quote| quote.item.by.parties()).cloned());
        heard.extend(self.claims.iter().filter_map(|claim| claim.item.by.party()).cloned());
        for ask in &self.asks {
            heard.push(ask.item.by.clone());
            heard.extend(ask.item.to.iter().filter_map(|to| to.party()).cloned());
        }
        heard.sort();
        heard.dedup();
        heard
    }

    /// Numbers the quotes, claims and asks in their order.
    fn numbered(mut self) -> Self {
        let mut numbers: IndexMap<Id, Id> = IndexMap::new();
        for (number, quote) in (1..).zip(&mut self.quotes) {
            let id = Id::of_file(&format!("q{number}"));
            numbers.insert(std::mem::replace(&mut quote.item.id, id.clone()), id);
        }
        let renumber = |evidence: &mut [Id]| {
            for id in evidence {
                if let Some(new) = numbers.get(&*id) {
                    *id = new.clone();
                }
            }
        };
        for (number, claim) in (1..).zip(&mut self.claims) {
            claim.item.id = Id::of_file(&format!("c{number}"));
            renumber(&mut claim.item.evidence);
        }
        for (number, ask) in (1..).zip(&mut self.asks) {
            ask.item.id = Id::of_file(&format!("a{number}"));
            renumber(&mut ask.item.evidence);
        }
        self
    }
}
