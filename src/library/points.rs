//! The points that are made across briefs: a claim together with those that repeat it.
//!
//! The same claimant in another outlet does not make a claim more certain. So claims that are
//! connected by `repeats`, in either direction and over any number of steps, are one point, and
//! points, not claims, corroborate or contradict each other.

use std::collections::{BTreeSet, HashMap};

use super::Library;
use crate::brief::{Anchor, Brief, Claim, Id, Relation, Speaker};

/// All points of a library, and how they bear on each other.
#[derive(Clone, Debug, Default)]
pub struct Points<'a> {
    all: Vec<Point<'a>>,
    relations: Vec<Bearing>,
    by_claim: HashMap<Anchor, usize>,
    /// For each point how many say the same independently of each other.
    independent: Vec<usize>,
    /// The indexes of the relations that touch each point, in order.
    by_point: HashMap<usize, Vec<usize>>,
}

/// A claim and those that repeat it.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// Where it is made, in the order of the library; at least one.
    pub claims: Vec<(&'a Brief, &'a Claim)>,
}

/// A claim of one point that says how it bears on a claim of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// The claim that says so.
    pub from: Anchor,
    /// How it bears; never `repeats`.
    pub relation: Relation,
    /// The claim it bears on. It may not be in the library.
    pub to: Anchor,
}

/// Whose word a claim is: a person's or a body's, or that of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Claimant<'a> {
    Party(&'a Id),
    Source(&'a str),
}

impl<'a> Points<'a> {
    /// Returns the points of `library`, in the order of their first claims.
    pub fn new(library: &'a Library) -> Self {
        let claims: Vec<(&Brief, &Claim)> = library
            .briefs()
            .flat_map(|brief| brief.claims.iter().map(move |claim| (brief, claim)))
            .collect();
        let index: HashMap<Anchor, usize> = claims
            .iter()
            .enumerate()
            .map(|(i, (brief, claim))| (brief.anchor(&claim.id), i))
            .collect();
        let mut groups = Groups::new(claims.len());
        let mut relations = Vec::new();
        for (i, (brief, claim)) in claims.iter().enumerate() {
            for link in &claim.links {
                if link.relation != Relation::Repeats {
                    let (from, relation, to) =
                        (brief.anchor(&claim.id), link.relation, link.target.clone());
                    relations.push(Bearing { from, relation, to });
                } else if let Some(&other) = index.get(&link.target) {
                    groups.join(i, other);
                }
            }
        }
        let mut points: Vec<Point<'a>> = Vec::new();
        let mut by_group: HashMap<usize, usize> = HashMap::new();
        let mut by_claim = HashMap::new();
        for (i, (brief, claim)) in claims.into_iter().enumerate() {
            let point = *by_group.entry(groups.root(i)).or_insert(points.len());
            if point == points.len() {
                points.push(Point { claims: Vec::new() });
            }
            points[point].claims.push((brief, claim));
            by_claim.insert(brief.anchor(&claim.id), point);
        }
        let mut by_point: HashMap<usize, Vec<usize>> = HashMap::new();
        for (i, bearing) in relations.iter().enumerate() {
            let points = [&bearing.from, &bearing.to].map(|claim| by_claim.get(claim).copied());
            let points: BTreeSet<usize> = points.into_iter().flatten().collect();
            for point in points {
                by_point.entry(point).or_default().push(i);
            }
        }
        let mut points =
            Self { all: points, relations, by_claim, by_point, independent: Vec::new() };
        points.independent = points.count_independent();
        points
    }

    /// Returns the points, in the order of their first claims.
    pub fn all(&self) -> &[Point<'a>] {
        &self.all
    }

    /// Returns the index in [`all`](Self::all) of the point that `claim` makes.
    pub fn index(&self, claim: &Anchor) -> Option<usize> {
        #[cfg(test)]
        LOOKUPS.set(LOOKUPS.get() + 1);
        self.by_claim.get(claim).copied()
    }

    /// Returns how points bear on each other, as the briefs have it: by brief and then in the order
    /// of the file.
    pub fn relations(&self) -> &[Bearing] {
        &self.relations
    }

    /// Returns how the point at `index` bears on others, and they on it.
    pub fn relations_of(&self, index: usize) -> impl Iterator<Item = &Bearing> {
        self.by_point.get(&index).into_iter().flatten().map(|&i| &self.relations[i])
    }

    /// Returns how many say the same as the point at `index` independently of each other, itself
    /// included: the points that `corroborates` connects it with. Points that share a claimant
    /// count once.
    pub fn independent(&self, index: usize) -> usize {
        self.independent[index]
    }

    /// Counts for each point how many say the same independently of each other.
    fn count_independent(&self) -> Vec<usize> {
        let mut connected = Groups::new(self.all.len());
        for Bearing { from, to, .. } in
            self.relations.iter().filter(|bearing| bearing.relation == Relation::Corroborates)
        {
            if let (Some(from), Some(to)) = (self.index(from), self.index(to)) {
                connected.join(from, to);
            }
        }
        // Within what is connected, the points of one claimant are one voice.
        let mut voices = Groups::new(self.all.len());
        let mut first: HashMap<(usize, Claimant<'_>), usize> = HashMap::new();
        for (i, point) in self.all.iter().enumerate() {
            let group = connected.root(i);
            for claimant in point.claimants() {
                voices.join(i, *first.entry((group, claimant)).or_insert(i));
            }
        }
        let mut counts = vec![0; self.all.len()];
        for i in 0..self.all.len() {
            if voices.root(i) == i {
                counts[connected.root(i)] += 1;
            }
        }
        (0..self.all.len()).map(|i| counts[connected.root(i)]).collect()
    }
}

impl<'a> Point<'a> {
    /// Returns the addresses of its claims, in the order of the library.
    pub fn anchors(&self) -> impl Iterator<Item = Anchor> {
        self.claims.iter().map(|(brief, claim)| brief.anchor(&claim.id))
    }

    /// Returns the briefs it is made in, each once, in the order of the library.
    pub fn briefs(&self) -> Vec<&'a Brief> {
        let mut briefs: Vec<&Brief> = self.claims.iter().map(|(brief, _)| *brief).collect();
        briefs.dedup_by_key(|brief| &brief.id);
        briefs
    }

    /// Returns whose word it is. The word of a second-hand source is that of the brief it is based
    /// on.
    fn claimants(&self) -> impl Iterator<Item = Claimant<'a>> {
        self.claims.iter().map(|(brief, claim)| match &claim.by {
            Speaker::Party(id) => Claimant::Party(id),
            Speaker::Source => Claimant::Source(
                brief.source.based_on.as_ref().map_or(&brief.id, |based_on| based_on),
            ),
        })
    }
}

/// Indexes in groups that can be joined (union-find with path halving).
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Returns groups of one.
    fn new(length: usize) -> Self {
        Self { parents: (0..length).collect() }
    }

    /// Returns the member that represents the group of `member`: the lowest.
    fn root(&mut self, mut member: usize) -> usize {
        while self.parents[member] != member {
            self.parents[member] = self.parents[self.parents[member]];
            member = self.parents[member];
        }
        member
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
thread_local! {
    /// How often the point of a claim was looked up.
    static LOOKUPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Origin, load_bytes};

    #[test]
    fn each_link_is_followed_once_however_many_points_are_asked_about() {
        const COUNT: usize = 200;
        let claim = |number: usize| {
            let by = if number.is_multiple_of(2) { "vale" } else { "marsh" };
            let link = if number == 0 {
                String::new()
            } else {
                format!(", corroborates: c{}", number - 1)
            };
            format!("  c{number}: {{text: x, by: {by}, evidence: q{link}}}\n")
        };
        let claims: String = (0..COUNT).map(claim).collect();
        let yaml = format!(
            "summary: x\nsource: {{title: x, publisher: x}}\n\
             officials: {{vale: {{name: A Vale}}, marsh: {{name: B Marsh}}}}\n\
             quotes: {{q: {{form: reported, by: vale, gist: x}}}}\nclaims:\n{claims}"
        );
        let library = Library::new(vec![load_bytes(&Origin::Stdin, yaml.as_bytes(), &[])]);
        LOOKUPS.take();
        let points = Points::new(&library);
        let independent: Vec<usize> =
            (0..points.all().len()).map(|index| points.independent(index)).collect();
        assert_eq!(independent, [2; COUNT]);
        assert_eq!(LOOKUPS.take(), 2 * (COUNT - 1));
    }
}
