//! What one person or body says, asks and is asked, across briefs.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::{Entry, Library};
use crate::brief::{
    Addressee, Anchor, Ask, AskKind, Brief, Claim, Id, Official, Organisation, Party, Quote,
    Relation,
};
use crate::evidence::State;
use crate::text::Text;

/// A person or a body, by an id that means the same in every brief.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// The id.
    pub id: &'a Id,
    /// How each brief that names them has them, in the order of the library; at least one.
    pub styles: Vec<PartyStyle<'a>>,
    /// What they say, in the order of the library and of the file.
    pub positions: Vec<StatedPosition<'a>>,
    /// What they assert.
    pub claims: Vec<(&'a Brief, &'a Claim)>,
    /// What they ask, promise and do.
    pub asks_made: Vec<(&'a Brief, &'a Ask)>,
    /// What is asked of them.
    pub asks_received: Vec<(&'a Brief, &'a Ask)>,
    /// Of a body: the people who act in a post of it, each once.
    pub people: Vec<&'a Id>,
}

/// How one brief has a person or a body.
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
    /// The file it stands in.
    pub entry: &'a Entry,
    /// The brief it stands in.
    pub brief: &'a Brief,
    /// What is said.
    pub quote: &'a Quote,
}

/// The dossiers of everyone that `library` names: people, then bodies, each in the order in which
/// they are first named.
pub fn dossiers(library: &Library) -> Vec<Dossier<'_>> {
    let mut found: IndexMap<&Id, Dossier<'_>> = IndexMap::new();
    for brief in library.briefs() {
        for official in brief.officials.values() {
            style(&mut found, brief, &official.id, Party::Official(official));
        }
    }
    for brief in library.briefs() {
        for organisation in brief.organisations.values() {
            style(&mut found, brief, &organisation.id, Party::Organisation(organisation));
        }
    }
    for entry in library.entries() {
        if let Some(brief) = &entry.brief {
            gather(&mut found, entry, brief);
        }
    }
    found.into_values().collect()
}

/// The dossier of the person or body with this id, where a brief names them.
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

/// Hands each item of `brief` to those it is about.
fn gather<'a>(found: &mut IndexMap<&'a Id, Dossier<'a>>, entry: &'a Entry, brief: &'a Brief) {
    for official in brief.officials.values() {
        if let Some(body) = found
            .get_mut(&official.organisation)
            .filter(|body| !body.people.contains(&&official.id))
        {
            body.people.push(&official.id);
        }
    }
    for quote in brief.quotes.values() {
        if let Some(speaker) = quote.by.party().and_then(|id| found.get_mut(id)) {
            speaker.positions.push(StatedPosition { entry, brief, quote });
        }
    }
    for claim in brief.claims.values() {
        if let Some(claimant) = claim.by.party().and_then(|id| found.get_mut(id)) {
            claimant.claims.push((brief, claim));
        }
    }
    for ask in brief.asks.values() {
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
    /// Whether it is a person's.
    pub fn is_person(&self) -> bool {
        self.styles.iter().any(|style| matches!(style.party, Party::Official(_)))
    }

    /// The names that briefs give them, honorifics included, then other names for them; each once.
    pub fn names(&self) -> Vec<Text> {
        let styled = self.styles.iter().map(|style| style.party.styled_name());
        let others = self
            .styles
            .iter()
            .filter_map(PartyStyle::official)
            .flat_map(|official| official.aka.iter().cloned());
        let mut names: Vec<Text> = Vec::new();
        for name in styled.chain(others) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The posts as styled: each wording with its organisation once, and the briefs that have it.
    pub fn posts(&self) -> Vec<Post<'a>> {
        let mut posts: Vec<Post<'a>> = Vec::new();
        for style in &self.styles {
            let Some(official) = style.official() else { continue };
            let organisation = style.brief.organisations.get(&official.organisation);
            let same = |post: &&mut Post<'a>| {
                *post.post == official.post
                    && post.organisation.map(|body| &body.id) == organisation.map(|body| &body.id)
            };
            match posts.iter_mut().find(same) {
                Some(post) => post.briefs.push(style.brief),
                None => posts.push(Post {
                    post: &official.post,
                    organisation,
                    briefs: vec![style.brief],
                }),
            }
        }
        posts
    }

    /// The positions under each topic, in the order in which topics are first met. A position is
    /// under every topic of its brief; those of a brief without topics stand under [`None`], last.
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

/// A post in one wording.
#[derive(Clone, Debug)]
pub struct Post<'a> {
    /// The wording.
    pub post: &'a Text,
    /// The body of the post.
    pub organisation: Option<&'a Organisation>,
    /// The briefs that have it so.
    pub briefs: Vec<&'a Brief>,
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
    /// What is known of the exact words; [`None`] where there is only the gist.
    pub fn state(&self) -> Option<State> {
        self.entry.state(&self.quote.id)
    }
}

/// Who has to do with which ask: a row for everyone who asks, promises, acts, is asked or answers,
/// a column for every ask, commitment and action.
#[derive(Clone, Debug, Default)]
pub struct AskMatrix {
    /// The rows: people, then bodies, in the order in which they are first named; then everyone,
    /// and those who are not stated, where anything is asked of them.
    pub rows: Vec<Addressee>,
    /// The columns: by brief, then in the order of the file.
    pub columns: Vec<Anchor>,
    cells: HashMap<(Addressee, Anchor), Vec<MatrixPart>>,
}

/// What a person or a body has to do with an ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatrixPart {
    /// They ask, promise or do it, as its kind says.
    Makes(AskKind),
    /// It is asked of them.
    IsAsked,
    /// They answer it, by this commitment, action or ask of theirs.
    Answers(Anchor),
}

impl AskMatrix {
    /// The matrix of `library`.
    pub fn new(library: &Library) -> Self {
        let mut matrix = Self::default();
        for (brief, ask) in
            library.briefs().flat_map(|brief| brief.asks.values().map(move |ask| (brief, ask)))
        {
            let column = brief.anchor(&ask.id);
            matrix.add(Addressee::Party(ask.by.clone()), &column, MatrixPart::Makes(ask.kind));
            for to in &ask.to {
                matrix.add(to.clone(), &column, MatrixPart::IsAsked);
            }
            for link in ask.links.iter().filter(|link| link.relation == Relation::Answers) {
                matrix.add(
                    Addressee::Party(ask.by.clone()),
                    &link.target,
                    MatrixPart::Answers(column.clone()),
                );
            }
            matrix.columns.push(column);
        }
        let parties =
            dossiers(library).into_iter().map(|dossier| Addressee::Party(dossier.id.clone()));
        let all = parties.chain([Addressee::Everyone, Addressee::Unstated]);
        let with_cells: HashSet<&Addressee> = matrix.cells.keys().map(|(row, _)| row).collect();
        matrix.rows = all.filter(|row| with_cells.contains(row)).collect();
        matrix
    }

    /// What the cell of `row` and `column` stands for; nothing where they have nothing to do with
    /// each other.
    pub fn cell(&self, row: &Addressee, column: &Anchor) -> &[MatrixPart] {
        self.cells.get(&(row.clone(), column.clone())).map_or(&[], Vec::as_slice)
    }

    /// The cells that stand for something, in no order.
    pub fn cells(&self) -> impl Iterator<Item = (&Addressee, &Anchor, &[MatrixPart])> {
        self.cells.iter().map(|((row, column), parts)| (row, column, parts.as_slice()))
    }

    fn add(&mut self, row: Addressee, column: &Anchor, part: MatrixPart) {
        self.cells.entry((row, column.clone())).or_default().push(part);
    }
}
