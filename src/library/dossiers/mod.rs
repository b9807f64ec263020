//! What one person or body says, asks and is asked, across briefs.

mod matrix;

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};

pub use self::matrix::{InvolvementMatrix, MatrixFold, MatrixGroup, MatrixPart};
use super::{Entry, Library};
use crate::brief::{Addressee, Ask, Brief, Claim, Id, Official, Organisation, Party, Quote};
use crate::evidence::State;
use crate::text::Text;

/// A person or a body, by an id that means the same in every brief.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// The id.
    pub id: &'a Id,
    /// How each brief that names them styles them, in the order of the library; at least one.
    pub styles: Vec<PartyStyle<'a>>,
    /// What they say, in the order of the library and of the file.
    pub positions: Vec<StatedPosition<'a>>,
    /// What they assert.
    pub claims: Vec<(&'a Brief, &'a Claim)>,
    /// What they ask, promise and do.
    pub asks_made: Vec<(&'a Brief, &'a Ask)>,
    /// What is asked of them.
    pub asks_received: Vec<(&'a Brief, &'a Ask)>,
    /// The people who act in a post of it, each once, if it is a body.
    pub people: Vec<&'a Id>,
}

/// How one brief styles a person or a body.
#[derive(Clone, Copy, Debug)]
pub struct PartyStyle<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// The name, and of a person the post as the source styles it.
    pub party: Party<'a>,
}

/// Something that a person or a body says.
#[derive(Clone, Copy, Debug)]
pub struct StatedPosition<'a> {
    /// The file that it is in.
    pub entry: &'a Entry,
    /// The brief that it is in.
    pub brief: &'a Brief,
    /// What is said.
    pub quote: &'a Quote,
}

/// Returns the dossiers of everyone that `library` names: people, then bodies, each in the order in
/// which they are first named.
pub fn dossiers(library: &Library) -> Vec<Dossier<'_>> {
    let mut found: IndexMap<&Id, Dossier<'_>> = IndexMap::new();
    for brief in library.briefs() {
        for official in &brief.officials {
            style(&mut found, brief, &official.id, Party::Official(official));
        }
    }
    for brief in library.briefs() {
        for organisation in &brief.organisations {
            style(&mut found, brief, &organisation.id, Party::Organisation(organisation));
        }
    }
    let mut members = HashSet::new();
    for entry in library.entries() {
        if let Some(brief) = &entry.brief {
            gather_people(&mut found, &mut members, brief);
            gather(&mut found, entry, brief);
        }
    }
    found.into_values().collect()
}

/// Returns the dossier of the person or body with this id, if a brief names them.
pub fn dossier<'a>(library: &'a Library, id: &Id) -> Option<Dossier<'a>> {
    dossiers(library).into_iter().find(|dossier| dossier.id == id)
}

fn style<'a>(
    found: &mut IndexMap<&'a Id, Dossier<'a>>,
    brief: &'a Brief,
    id: &'a Id,
    party: Party<'a>,
) {
    let empty = || Dossier {
        id,
        styles: Vec::new(),
        positions: Vec::new(),
        claims: Vec::new(),
        asks_made: Vec::new(),
        asks_received: Vec::new(),
        people: Vec::new(),
    };
    found.entry(id).or_insert_with(empty).styles.push(PartyStyle { brief, party });
}

/// Gives the people of `brief` to their bodies, each once. `members` are those who were given, each with
/// the body.
fn gather_people<'a>(
    found: &mut IndexMap<&'a Id, Dossier<'a>>,
    members: &mut HashSet<(&'a Id, &'a Id)>,
    brief: &'a Brief,
) {
    for official in &brief.officials {
        let Some(organisation) = &official.organisation else { continue };
        if let Some(body) = found.get_mut(organisation)
            && members.insert((organisation, &official.id))
        {
            body.people.push(&official.id);
        }
    }
}

/// Gives each item of `brief` to those it is about.
fn gather<'a>(found: &mut IndexMap<&'a Id, Dossier<'a>>, entry: &'a Entry, brief: &'a Brief) {
    for quote in &brief.quotes {
        for id in quote.by.parties() {
            if let Some(speaker) = found.get_mut(id) {
                speaker.positions.push(StatedPosition { entry, brief, quote });
            }
        }
    }
    for claim in &brief.claims {
        if let Some(claimant) = claim.by.party().and_then(|id| found.get_mut(id)) {
            claimant.claims.push((brief, claim));
        }
    }
    for ask in &brief.asks {
        if let Some(maker) = found.get_mut(&ask.by) {
            maker.asks_made.push((brief, ask));
        }
        for id in ask.to.iter().filter_map(Addressee::party) {
            if let Some(addressee) = found.get_mut(id) {
                addressee.asks_received.push((brief, ask));
            }
        }
    }
}

impl<'a> Dossier<'a> {
    /// Returns whether it is about a person.
    pub fn is_person(&self) -> bool {
        self.styles.iter().any(|style| matches!(style.party, Party::Official(_)))
    }

    /// Returns the names that briefs give them, honorifics included, then other names for them,
    /// each once.
    pub fn names(&self) -> Vec<Text> {
        let styled = self.styles.iter().map(|style| style.party.styled_name());
        let others = self
            .styles
            .iter()
            .filter_map(PartyStyle::official)
            .flat_map(|official| official.aka.iter().cloned());
        let names: IndexSet<Text> = styled.chain(others).collect();
        names.into_iter().collect()
    }

    /// Returns the posts as styled: each wording with its organisation once, and the briefs that
    /// have it. A brief that gives neither has none.
    pub fn posts(&self) -> Vec<Post<'a>> {
        let mut posts: IndexMap<_, Post<'a>> = IndexMap::new();
        for style in &self.styles {
            let Some(official) = style.official() else { continue };
            let organisation = official.organisation.as_ref();
            let organisation = organisation.and_then(|id| style.brief.organisations.get(id));
            let post = official.post.as_ref();
            if post.is_none() && organisation.is_none() {
                continue;
            }
            let wording = (post, organisation.map(|body| &body.id));
            let known = || Post { post, organisation, briefs: Vec::new() };
            posts.entry(wording).or_insert_with(known).briefs.push(style.brief);
        }
        posts.into_values().collect()
    }

    /// Returns the positions under each topic, in the order in which topics first occur. A position
    /// is under every topic of its brief. Positions of briefs without topics are under [`None`],
    /// last.
    pub fn positions_by_topic(&self) -> Vec<(Option<&'a Id>, Vec<StatedPosition<'a>>)> {
        let mut topics: IndexMap<Option<&'a Id>, Vec<StatedPosition<'a>>> = IndexMap::new();
        for position in &self.positions {
            for topic in &position.brief.topics {
                topics.entry(Some(topic)).or_default().push(*position);
            }
        }
        let untold: Vec<_> = self
            .positions
            .iter()
            .filter(|position| position.brief.topics.is_empty())
            .copied()
            .collect();
        let untold = (!untold.is_empty()).then_some((None, untold));
        topics.into_iter().chain(untold).collect()
    }
}

/// A post in one wording, or a place in an organisation.
#[derive(Clone, Debug)]
pub struct Post<'a> {
    /// The wording, if the briefs have one.
    pub post: Option<&'a Text>,
    /// The organisation of the post.
    pub organisation: Option<&'a Organisation>,
    /// The briefs that use the wording.
    pub briefs: Vec<&'a Brief>,
}

impl Post<'_> {
    /// Returns the post with its organisation: `chief inspector, Tidewater Safety Board`.
    pub fn styled(&self) -> Text {
        let body = self.organisation.map(|body| body.name.as_str());
        let parts: Vec<&str> = self.post.map(Text::as_str).into_iter().chain(body).collect();
        parts.join(", ").into()
    }
}

impl<'a> PartyStyle<'a> {
    fn official(&self) -> Option<&'a Official> {
        match self.party {
            Party::Official(official) => Some(official),
            Party::Organisation(_) => None,
        }
    }
}

impl StatedPosition<'_> {
    /// Returns what is known of the exact words; [`None`] if there is only the gist.
    pub fn state(&self) -> Option<State> {
        self.entry.state(&self.quote.id)
    }
}
