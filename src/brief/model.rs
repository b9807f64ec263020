//! One brief as the program uses it: every id is valid, every link inside it leads to an item of
//! the right kind, and every text is safe to show.

use std::collections::HashMap;
use std::sync::OnceLock;

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::by_id::{ById, Identified};
use super::date::Date;
use super::field_path::FieldPath;
use super::id::{Anchor, Id};
use super::prose::Prose;
use super::vocabulary::{AskKind, Form, Relation, SourceType, Status};
use crate::text::Text;

/// What one source says. Maps keep the order of the file. Lists are boxed: a brief that was read does not
/// grow, and there may be ten thousand in memory.
///
/// It is serialised to be kept by the same build of topline, and for nobody else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Brief {
    /// The stem of its file's name.
    pub id: Id,
    /// What the source says, in the author's words.
    pub summary: Prose,
    /// Topic ids.
    pub topics: Box<[Id]>,
    /// The points to read first.
    pub top_lines: Box<[Prose]>,
    /// Our own side’s words.
    pub lines_to_take: Box<[Prose]>,
    /// The paragraphs of the background.
    pub background: Box<[Prose]>,
    /// What the source does not say.
    pub gaps: Box<[Prose]>,
    /// When the brief was written.
    pub prepared: Option<Date>,
    /// Who wrote it.
    pub prepared_by: Option<Text>,
    /// The handling label.
    pub marking: Option<Text>,
    /// The source it is about.
    pub source: Source,
    /// Bodies by id.
    pub organisations: ById<Organisation>,
    /// People by id.
    pub officials: ById<Official>,
    /// Quotes by id.
    pub quotes: ById<Quote>,
    /// Claims by id.
    pub claims: ById<Claim>,
    /// Asks, commitments and actions by id.
    pub asks: ById<Ask>,
    /// What its quotes support.
    #[serde(skip)]
    pub support: Support,
}

/// What rests on each quote of a brief; worked out when it is first asked for, and not again: the brief is
/// whole by then.
#[derive(Clone, Debug, Default)]
pub struct Support(OnceLock<HashMap<Id, Vec<Id>>>);

/// The text that a brief is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// The title as printed, or one made up and in square brackets.
    pub title: Text,
    /// What kind of text it is.
    pub kind: SourceType,
    /// Who published it; [`None`] if the brief says `unknown`.
    pub publisher: Option<Text>,
    /// The party whose own words the whole text is.
    pub by: Option<Id>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// The site, paper or programme that it appeared in.
    pub container: Option<Text>,
    /// When it came out.
    pub issued: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// Its web address; http or https.
    pub url: Option<Text>,
    /// The relative path of the saved copy, which never leads out of its folder.
    pub text: Option<Text>,
    /// What it is based on: a description, or the id of a brief.
    pub based_on: Option<Text>,
}

/// A body that speaks or is asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
}

/// A person who speaks or is asked, in a post or by their own choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Official {
    /// Their id.
    pub id: Id,
    /// Their name without honorific.
    pub name: Text,
    /// The post as the source styles it; a campaigner or a witness may have none.
    pub post: Option<Text>,
    /// The organisation that the post is in.
    pub organisation: Option<Id>,
    /// Sir, Dame, Dr.
    pub honorific: Option<Text>,
    /// Other names for them.
    pub aka: Box<[Text]>,
}

impl Official {
    /// Returns the name with its honorific, as it is printed: `Sir Ian Marsh`.
    pub fn styled_name(&self) -> Text {
        match &self.honorific {
            Some(honorific) => format!("{honorific} {}", self.name).into(),
            None => self.name.clone(),
        }
    }

    /// Returns whether this is the person with the id `party`, or in that organisation.
    pub fn belongs_to(&self, party: &Id) -> bool {
        self.id == *party || self.organisation.as_ref() == Some(party)
    }
}

/// Who says something: a party of the brief, or the source itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Speaker {
    /// The source in its own voice.
    Source,
    /// An official or an organisation of the brief.
    Party(Id),
}

impl Speaker {
    /// Returns the party, if it is one.
    pub fn party(&self) -> Option<&Id> {
        match self {
            Self::Source => None,
            Self::Party(id) => Some(id),
        }
    }

    /// Returns the party as a list of one; an empty list for the source.
    pub fn parties(&self) -> &[Id] {
        match self {
            Self::Source => &[],
            Self::Party(id) => std::slice::from_ref(id),
        }
    }
}

/// Who says the words of a quote: one party, several in a joint statement, or the source itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speakers(Box<[Id]>);

impl Speakers {
    /// Returns these officials and organisations of the brief, each once, in this order. None at all
    /// are the source.
    pub fn new(parties: impl IntoIterator<Item = Id>) -> Self {
        Self(parties.into_iter().collect::<IndexSet<Id>>().into_iter().collect())
    }

    /// Returns who speaks, in the order of the file; an empty list for the source.
    pub fn parties(&self) -> &[Id] {
        &self.0
    }

    /// Returns whether the source speaks in its own voice.
    pub fn is_source(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether `party` is one of them.
    pub fn include(&self, party: &Id) -> bool {
        self.0.contains(party)
    }
}

/// The source’s words, or the gist of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Quote {
    /// Its id.
    pub id: Id,
    /// The words, and how they are given.
    pub words: Words,
    /// Who speaks.
    pub by: Speakers,
    /// The party that it was said to.
    pub to: Option<Id>,
    /// When it was said.
    pub said: Option<Date>,
    /// The paragraph of the source that the author names, counted from 1.
    pub paragraph: Option<u32>,
    /// The words just before `exact`.
    pub prefix: Option<Text>,
    /// The words just after `exact`.
    pub suffix: Option<Text>,
    /// The page, the column or the time at which the source has it.
    pub at: Option<Text>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A note for colleagues.
    pub note: Option<Text>,
}

impl Quote {
    /// Returns a quote of which nothing more is known.
    pub fn new(id: Id, words: Words, by: Speakers) -> Self {
        let (to, said, paragraph, prefix, suffix) = (None, None, None, None, None);
        let (at, inferred, note) = (None, false, None);
        Self { id, words, by, to, said, paragraph, prefix, suffix, at, inferred, note }
    }
}

/// What a quote gives: exact words, or their gist. Only exact words are ever set in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Words {
    /// A full quotation.
    Direct(Text),
    /// A quoted phrase.
    Partial(Text),
    /// The gist of reported speech.
    Reported(Text),
    /// The gist of the source's own statement.
    Passage(Text),
    /// The source's own statement in its own words, and their gist if the author gives one.
    Excerpt {
        /// The words.
        exact: Text,
        /// What they say, in the author's words.
        gist: Option<Text>,
    },
}

impl Words {
    /// Returns how the words are given.
    pub fn form(&self) -> Form {
        match self {
            Self::Direct(_) => Form::Direct,
            Self::Partial(_) => Form::Partial,
            Self::Reported(_) => Form::Reported,
            Self::Passage(_) | Self::Excerpt { .. } => Form::Passage,
        }
    }

    /// Returns the exact words of a direct or partial quote, or of a passage that has them.
    pub fn exact(&self) -> Option<&Text> {
        match self {
            Self::Direct(exact) | Self::Partial(exact) | Self::Excerpt { exact, .. } => Some(exact),
            Self::Reported(_) | Self::Passage(_) => None,
        }
    }

    /// Returns the gist of a reported quote or a passage.
    pub fn gist(&self) -> Option<&Text> {
        match self {
            Self::Direct(_) | Self::Partial(_) => None,
            Self::Reported(gist) | Self::Passage(gist) => Some(gist),
            Self::Excerpt { gist, .. } => gist.as_ref(),
        }
    }

    /// Returns the exact words, or else the gist.
    pub fn text(&self) -> &Text {
        match self {
            Self::Direct(text)
            | Self::Partial(text)
            | Self::Reported(text)
            | Self::Passage(text)
            | Self::Excerpt { exact: text, .. } => text,
        }
    }
}

/// One checkable sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// Its id.
    pub id: Id,
    /// The sentence.
    pub text: Text,
    /// Who asserts it.
    pub by: Speaker,
    /// The quotes of this brief that it rests on; at least one.
    pub evidence: Box<[Id]>,
    /// How it bears on other claims, in the order of the format, then of the file.
    pub links: Box<[Link]>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A note for colleagues.
    pub note: Option<Text>,
}

/// Something asked, promised or being done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ask {
    /// Its id.
    pub id: Id,
    /// Which of the three it is.
    pub kind: AskKind,
    /// Who asks, promises or acts.
    pub by: Id,
    /// Those who are asked. Never empty for an ask.
    pub to: Box<[Addressee]>,
    /// What is to be done; begins with a verb.
    pub action: Text,
    /// The Act, power, code or fund.
    pub instrument: Option<Text>,
    /// When it is due.
    pub due: Option<Due>,
    /// How far it has got; [`None`] for a commitment or an action if the brief does not say.
    pub status: Option<Status>,
    /// The quotes of this brief that it rests on; at least one.
    pub evidence: Box<[Id]>,
    /// The asks that it answers.
    pub links: Box<[Link]>,
    /// Whether the attribution is the author's, not the source's.
    pub inferred: bool,
    /// A note for colleagues.
    pub note: Option<Text>,
}

/// A link from a claim or an ask to another, here or in another brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The relation that the link states.
    pub relation: Relation,
    /// Where it leads. An item of another brief may not exist.
    pub target: Anchor,
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Addressee {
    /// An official or an organisation of the brief.
    Party(Id),
    /// The source does not say.
    Unstated,
    /// Everyone.
    Everyone,
}

impl Addressee {
    /// Returns the word that a brief uses: the id of the party, `unstated` or `everyone`.
    pub fn word(&self) -> &str {
        match self {
            Self::Party(id) => id,
            Self::Unstated => "unstated",
            Self::Everyone => "everyone",
        }
    }

    /// Returns the party, if one is named.
    pub fn party(&self) -> Option<&Id> {
        match self {
            Self::Party(id) => Some(id),
            Self::Unstated | Self::Everyone => None,
        }
    }
}

/// When something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// A date.
    Date(Date),
    /// The source’s own words for it.
    Words(Text),
}

impl Due {
    /// Returns the date, if the source gives one.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Words(_) => None,
        }
    }

    /// Returns the source’s own words, if it gives no date.
    pub fn words(&self) -> Option<&Text> {
        match self {
            Self::Date(_) => None,
            Self::Words(words) => Some(words),
        }
    }
}

macro_rules! identified {
    ($($item:ty),+) => {
        $(impl Identified for $item {
            fn id(&self) -> &Id {
                &self.id
            }
        })+
    };
}

identified!(Organisation, Official, Quote, Claim, Ask);

/// A party, with its details.
#[derive(Clone, Copy, Debug)]
pub enum Party<'a> {
    /// A person.
    Official(&'a Official),
    /// A body.
    Organisation(&'a Organisation),
}

impl Party<'_> {
    /// Returns the name as it is printed, honorific included.
    pub fn styled_name(self) -> Text {
        match self {
            Self::Official(official) => official.styled_name(),
            Self::Organisation(organisation) => organisation.name.clone(),
        }
    }
}

/// An item of a brief that can be cited, focused or linked.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A body.
    Organisation(&'a Organisation),
    /// A person.
    Official(&'a Official),
    /// A quote.
    Quote(&'a Quote),
    /// A claim.
    Claim(&'a Claim),
    /// An ask, a commitment or an action.
    Ask(&'a Ask),
}

impl Item<'_> {
    /// Returns whether this is the party with the id `party`, or belongs to it, or is said,
    /// asserted, asked, promised or done by it, or is said to it or asked of it.
    pub fn involves(self, party: &Id) -> bool {
        match self {
            Self::Organisation(organisation) => organisation.id == *party,
            Self::Official(official) => official.belongs_to(party),
            Self::Quote(quote) => quote.by.include(party) || quote.to.as_ref() == Some(party),
            Self::Claim(claim) => claim.by.party() == Some(party),
            Self::Ask(ask) => ask.by == *party || ask.to.iter().any(|to| to.party() == Some(party)),
        }
    }
}

impl Brief {
    /// Returns the date that the brief is listed under: when its source came out, or else was read,
    /// or else when the brief was written.
    pub fn date(&self) -> Option<Date> {
        self.source.issued.or(self.source.accessed).or(self.prepared)
    }

    /// Returns the quotes that have exact words, in the order of the file.
    pub fn exact_quotes(&self) -> impl Iterator<Item = &Quote> {
        self.quotes.iter().filter(|quote| quote.words.exact().is_some())
    }

    /// Returns the quotes that a claim or an ask rests on, in its order; none for another item.
    pub fn evidence(&self, item: &Id) -> &[Id] {
        let of_claim = self.claims.get(item).map(|claim| &claim.evidence);
        of_claim.or_else(|| Some(&self.asks.get(item)?.evidence)).map_or(&[], |quotes| quotes)
    }

    /// Returns how a claim or an ask bears on others, in its order; nothing for another item.
    pub fn links(&self, item: &Id) -> &[Link] {
        let of_claim = self.claims.get(item).map(|claim| &claim.links);
        of_claim.or_else(|| Some(&self.asks.get(item)?.links)).map_or(&[], |links| links)
    }

    /// Returns the claims, then the asks, that rest on a quote, in the order of the file.
    pub fn supported_by(&self, quote: &Id) -> &[Id] {
        let supported = self.support.0.get_or_init(|| {
            let claims = self.claims.iter().map(|claim| (&claim.id, &claim.evidence));
            let asks = self.asks.iter().map(|ask| (&ask.id, &ask.evidence));
            let mut supported: HashMap<Id, Vec<Id>> = HashMap::new();
            for (item, evidence) in claims.chain(asks) {
                for quote in evidence {
                    supported.entry(quote.clone()).or_default().push(item.clone());
                }
            }
            supported
        });
        supported.get(quote).map_or(&[], Vec::as_slice)
    }

    /// Returns the official or organisation with this id.
    pub fn party(&self, id: &Id) -> Option<Party<'_>> {
        self.officials
            .get(id)
            .map(Party::Official)
            .or_else(|| self.organisations.get(id).map(Party::Organisation))
    }

    /// Returns the item with this id, of whatever kind.
    pub fn item(&self, id: &Id) -> Option<Item<'_>> {
        self.quotes
            .get(id)
            .map(Item::Quote)
            .or_else(|| self.claims.get(id).map(Item::Claim))
            .or_else(|| self.asks.get(id).map(Item::Ask))
            .or_else(|| self.officials.get(id).map(Item::Official))
            .or_else(|| self.organisations.get(id).map(Item::Organisation))
    }

    /// Returns the path of the item with this id in the file.
    pub fn path(&self, id: &Id) -> Option<FieldPath> {
        let section = match self.item(id)? {
            Item::Organisation(_) => "organisations",
            Item::Official(_) => "officials",
            Item::Quote(_) => "quotes",
            Item::Claim(_) => "claims",
            Item::Ask(_) => "asks",
        };
        Some(FieldPath::top().key(section).key(id))
    }

    /// Returns the address of one of this brief's items.
    pub fn anchor(&self, item: &Id) -> Anchor {
        Anchor::new(&self.id, item)
    }
}
