//! What is wrong between briefs: links that lead nowhere, and ids that mean two things.

use std::collections::HashMap;

use super::aliases::Aliases;
use super::all_cores::on_all_cores;
use super::{Entry, Library, Origin};
use crate::brief::{
    Anchor, Brief, Date, FieldPath, Id, Item, Official, Organisation, Problem, Prose, ProseRun,
    Relation, Rule, Spot, Step,
};
use crate::evidence;

/// How many briefs a core takes at a time.
const RUN: usize = 64;

impl Library {
    /// Returns the problems between the briefs of this library, and what is past due on the day
    /// `today` without an answer in any of them, each with the index of its entry.
    ///
    /// A link into a brief that is broken, or that is next to the brief but was not opened, is
    /// taken on trust.
    pub fn problems_across(&self, today: Date) -> Vec<(usize, Problem)> {
        let mut known = KnownParties::new(self);
        let parties = self.entries().iter().map(|entry| match entry.brief.as_deref() {
            Some(brief) => known.compare(brief),
            None => Vec::new(),
        });
        let parties: Vec<Vec<Problem>> = parties.collect();
        let others = Others::new(self);
        let found = on_all_cores(self.entries().len(), RUN, |index| {
            let entry = &self.entries()[index];
            let mut problems: Vec<Problem> = self.same_name(entry).into_iter().collect();
            if let Some(brief) = &entry.brief {
                problems.extend(self.links_to_nowhere(entry, brief, &others));
                problems.extend_from_slice(&parties[index]);
                problems.extend(self.not_independent(brief));
                problems.extend(self.past_due(brief, today));
            }
            problems
        });
        let found = found.into_iter().enumerate();
        found
            .flat_map(|(index, problems)| problems.into_iter().map(move |one| (index, one)))
            .collect()
    }

    fn not_independent(&self, brief: &Brief) -> Vec<Problem> {
        let corroborations = brief.claims.iter().flat_map(|claim| {
            let links = claim.links.iter().filter(|link| link.relation == Relation::Corroborates);
            links.map(move |link| (claim, &link.target))
        });
        corroborations
            .filter_map(|(claim, target)| {
                let other = self.entry(&target.brief)?.brief.as_ref()?;
                evidence::not_independent(brief, claim, other, other.claims.get(&target.item)?)
            })
            .collect()
    }

    fn past_due(&self, brief: &Brief, today: Date) -> Vec<Problem> {
        let is_answered = |problem: &Problem| {
            let ask = problem.path.item().and_then(|id| Id::new(id)).map(|id| brief.anchor(&id));
            ask.is_some_and(|ask| {
                let mut incoming = self.links().incoming(&ask).iter();
                incoming.any(|link| link.relation == Relation::Answers)
            })
        };
        evidence::past_due(brief, today)
            .into_iter()
            .filter(|problem| !is_answered(problem))
            .collect()
    }

    /// Two files with one stem are two briefs with one id.
    fn same_name(&self, entry: &Entry) -> Option<Problem> {
        let first = self.entry(&entry.id).filter(|first| !std::ptr::eq(*first, entry))?;
        let message = format!("{} already has the id `{}`", first.origin, entry.id);
        let problem = Problem::new(Rule::BadId, FieldPath::top(), message).at(Spot::Bytes(0..0));
        Some(problem.help("a brief’s id is its file name: rename one of the two files"))
    }

    fn links_to_nowhere(&self, entry: &Entry, brief: &Brief, others: &Others<'_>) -> Vec<Problem> {
        let nowhere =
            |(path, anchor, relation): (FieldPath, &Anchor, _)| match self.entry(&anchor.brief) {
                Some(target) => wrong_item(target, path, anchor, relation),
                None if lies_beside(entry, &anchor.brief) => None,
                None => Some(others.unknown(entry, path, &anchor.brief)),
            };
        references_out_of(brief).into_iter().filter_map(nowhere).collect()
    }
}

/// Returns the problem of a reference into the brief of `target`, unless it leads to an item of the
/// right kind. What a broken brief has is not known.
fn wrong_item(
    target: &Entry,
    path: FieldPath,
    anchor: &Anchor,
    relation: Option<Relation>,
) -> Option<Problem> {
    let item = target.brief.as_ref()?.item(&anchor.item);
    let fits = match (relation, item) {
        (_, None) => {
            let message = format!("`{}` has no item `{}`", anchor.brief, anchor.item);
            let help = format!("give the id of an item of `{}`", anchor.brief);
            return Some(Problem::new(Rule::UnknownId, path, message).help(help));
        }
        (None, Some(_)) => true,
        (Some(Relation::Answers), Some(item)) => matches!(item, Item::Ask(_)),
        (Some(_), Some(item)) => matches!(item, Item::Claim(_)),
    };
    let wanted = if relation == Some(Relation::Answers) { "an ask" } else { "a claim" };
    let message = format!("expected {wanted}, but `{anchor}` is not one");
    let help = format!("give the id of {wanted}");
    (!fits).then(|| Problem::new(Rule::WrongKind, path, message).help(help))
}

/// The files of a library that are not the one that is looked at.
struct Others<'a> {
    entries: &'a [Entry],
    /// How many files have each id.
    counts: HashMap<&'a Id, usize>,
}

impl<'a> Others<'a> {
    /// A longer list would not help.
    const MOST_LISTED: usize = 20;

    fn new(library: &'a Library) -> Self {
        let mut counts = HashMap::new();
        for entry in library.entries() {
            *counts.entry(&entry.id).or_insert(0) += 1;
        }
        Self { entries: library.entries(), counts }
    }

    /// Returns the problem of a reference from `from` to a brief that the library does not have.
    fn unknown(&self, from: &Entry, path: FieldPath, brief: &Id) -> Problem {
        let count = self.entries.len() - self.counts[&from.id];
        let help = match count {
            0 => "open the folder that contains both briefs".into(),
            1..=Self::MOST_LISTED => {
                let ids = self.entries.iter().map(|entry| &entry.id);
                let others: Vec<&str> = ids.filter(|id| **id != from.id).map(Id::as_str).collect();
                format!("this library’s other briefs: `{}`", others.join("`, `"))
            }
            _ => format!("the library contains {count} other briefs"),
        };
        let message = format!("this library has no brief `{brief}`");
        Problem::new(Rule::UnknownId, path, message).help(help)
    }
}

/// Returns whether the folder of `from` has a file with this brief's name.
fn lies_beside(from: &Entry, id: &Id) -> bool {
    let Origin::File(path) = &from.origin else { return false };
    ["yaml", "yml"]
        .iter()
        .any(|extension| path.with_file_name(format!("{id}.{extension}")).is_file())
}

/// Returns every reference of a brief to an item of another, with its path and its relation. A citation in
/// prose has no relation.
fn references_out_of<'b>(brief: &'b Brief) -> Vec<(FieldPath, &'b Anchor, Option<Relation>)> {
    let top = FieldPath::top();
    let leads_out = |anchor: &Anchor| anchor.brief != brief.id;
    let mut found = Vec::new();
    let mut cite = |prose: &'b Prose, path: &dyn Fn() -> FieldPath| {
        for run in &prose.runs {
            if let ProseRun::Cite(anchors) = run {
                let out = anchors.iter().filter(|anchor| leads_out(anchor));
                found.extend(out.map(|anchor| (path(), anchor, None)));
            }
        }
    };
    cite(&brief.summary, &|| top.key("summary"));
    for paragraph in &brief.background {
        cite(paragraph, &|| top.key("background"));
    }
    let lists = [
        ("top_lines", &brief.top_lines),
        ("lines_to_take", &brief.lines_to_take),
        ("gaps", &brief.gaps),
    ];
    for (name, list) in lists {
        for (index, prose) in list.iter().enumerate() {
            cite(prose, &|| top.key(name).index(index));
        }
    }
    let claims = brief.claims.iter().map(|claim| ("claims", &claim.id, &claim.links));
    let asks = brief.asks.iter().map(|ask| ("asks", &ask.id, &ask.links));
    for (section, id, links) in claims.chain(asks) {
        let mut counts: HashMap<Relation, usize> = HashMap::new();
        for link in links {
            let index = counts.entry(link.relation).or_default();
            if leads_out(&link.target) {
                let path = top.key(section).key(id).key(link.relation.word()).index(*index);
                found.push((path, &link.target, Some(link.relation)));
            }
            *index += 1;
        }
    }
    found
}

/// The people and bodies met so far, each with the brief that named it first.
struct KnownParties<'a> {
    aliases: Aliases<'a>,
    names: HashMap<&'a Id, (&'a str, &'a Id)>,
    posts: HashMap<&'a Id, (&'a str, &'a Id)>,
}

impl<'a> KnownParties<'a> {
    fn new(library: &'a Library) -> Self {
        let aliases = Aliases::new(library);
        Self { aliases, names: HashMap::new(), posts: HashMap::new() }
    }

    /// Adds the parties of `brief`, and returns how they differ from those of earlier briefs.
    fn compare(&mut self, brief: &'a Brief) -> Vec<Problem> {
        let top = FieldPath::top();
        let mut found = Vec::new();
        for Official { id, name, .. } in &brief.officials {
            if let Some((known, first)) = self.other_name(id, name, &brief.id) {
                let path = top.key("officials").key(id).key("name");
                found.push(other_person(id, known, first, path));
            }
        }
        for Organisation { id, name, .. } in &brief.organisations {
            if let Some((known, first)) = self.other_name(id, name, &brief.id) {
                let path = top.key("organisations").key(id);
                found.push(other_person(id, known, first, path));
            }
        }
        found.extend(
            brief.officials.iter().filter_map(|official| self.other_post(official, &brief.id)),
        );
        found
    }

    /// Returns the name that the party `id` had first, unless `name` is one of the same party, and the brief
    /// that has it.
    fn other_name(
        &mut self,
        id: &'a Id,
        name: &'a str,
        brief: &'a Id,
    ) -> Option<(&'a str, &'a Id)> {
        let (known, first) = *self.names.entry(id).or_insert((name, brief));
        (!self.aliases.join(id, known, name)).then_some((known, first))
    }

    fn other_post(&mut self, official: &'a Official, brief: &'a Id) -> Option<Problem> {
        let post = official.post.as_deref()?;
        let (known, first) = *self.posts.entry(&official.id).or_insert((post, brief));
        (post != known).then(|| {
            let path = FieldPath::top().key("officials").key(&official.id).key("post");
            let message =
                format!("`{}` has the post “{}” here, but “{known}” in {first}", official.id, post);
            let help = "leave it if each source gives the post so; both are shown";
            Problem::new(Rule::OtherPost, path, message).help(help)
        })
    }
}

fn other_person(id: &Id, known: &str, first: &Id, path: FieldPath) -> Problem {
    let message =
        format!("`{id}` is {known} in {first}, and an id must mean the same in every brief");
    let is_person = path.steps().first() == Some(&Step::Key("officials".into()));
    let help = if is_person {
        "if this is the same person, spell the name the same way in both briefs or add the other name to their `aka`; if not, choose another id"
    } else {
        "if this is the same body, spell the name the same way in both briefs; if not, choose another id"
    };
    Problem::new(Rule::SameIdOtherPerson, path, message).help(help)
}
