//! What the list says of a person or a body.

use serde::Serialize;

use crate::brief::Id;
use crate::library::dossiers::Dossier;

/// A person or a body, as `docs/officials.md` describes them.
#[derive(Debug, Serialize)]
pub struct OfficialRow<'a> {
    /// The id, which means the same in every brief.
    pub id: &'a str,
    /// Whether it is a person; if not, it is a body.
    pub person: bool,
    /// The name, with the honorific, that the first brief gives.
    pub name: String,
    /// Other names that briefs give.
    pub other_names: Vec<String>,
    /// The posts as they are styled, with the body.
    pub posts: Vec<String>,
    /// The ids of the bodies of the posts.
    pub bodies: Vec<&'a str>,
    /// The number of quotes that are theirs.
    pub quotes: usize,
    /// The number of claims that are theirs.
    pub claims: usize,
    /// The number of asks, commitments and actions that they make.
    pub asks_made: usize,
    /// The number of asks that are addressed to them.
    pub asks_received: usize,
    /// The number of briefs that name them.
    pub briefs: usize,
}

impl<'a> OfficialRow<'a> {
    /// Returns the row of those whom `dossier` is about.
    pub fn new(dossier: &Dossier<'a>) -> Self {
        let mut names = dossier.names().into_iter().map(|name| name.to_string());
        let posts = dossier.posts();
        let mut bodies: Vec<&Id> = Vec::new();
        for body in posts.iter().filter_map(|post| post.organisation) {
            if !bodies.contains(&&body.id) {
                bodies.push(&body.id);
            }
        }
        Self {
            id: dossier.id.as_str(),
            person: dossier.is_person(),
            name: names.next().unwrap_or_default(),
            other_names: names.collect(),
            posts: posts.iter().map(|post| post.styled().to_string()).collect(),
            bodies: bodies.into_iter().map(Id::as_str).collect(),
            quotes: dossier.positions.len(),
            claims: dossier.claims.len(),
            asks_made: dossier.asks_made.len(),
            asks_received: dossier.asks_received.len(),
            briefs: dossier.styles.len(),
        }
    }
}
