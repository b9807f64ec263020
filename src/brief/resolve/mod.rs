//! Makes a checked [`Brief`] of what a file says, and finds every reference that leads nowhere.
//!
//! The rules are those of the format: what has to be there, how ids, dates and addresses are
//! spelt, and which kind of item each reference may lead to.

mod fields;
mod ids;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use self::fields::Fields;
use self::ids::{Ids, ItemKind, one_of};
use super::field_path::{FieldPath, Spot};
use super::format::{AskFields, BriefFile, ClaimFields, OfficialFields, QuoteFields, SourceFields};
use super::id::{Anchor, Id};
use super::model::{
    Addressee, Ask, Brief, Claim, Due, Link, Official, Organisation, Quote, Source, Speaker, Words,
};
use super::problem::Problem;
use super::prose::Prose;
use super::rule::{Rule, Severity};
use super::vocabulary::{AskKind, Form, Relation, SourceType, Status};
use super::yaml::{Many, Scalar};
use super::{Date, id};
use crate::text::Text;

/// Checks `file`, the brief `here`. `unread` are the fields that could not be read and were
/// reported already; what is missing because of them is not reported again.
///
/// Gives the brief and every problem found. There is a brief exactly when nothing was left out
/// and no problem is an error.
pub fn resolve(
    here: &Id,
    file: BriefFile,
    unread: &BTreeSet<FieldPath>,
) -> (Option<Brief>, Vec<Problem>) {
    let mut resolver = Resolver { here, ids: Ids::default(), fields: Fields::new(unread) };
    resolver.name();
    resolver.declare(&file);
    let brief = resolver.brief(file);
    let problems = resolver.fields.into_problems();
    let is_sound = unread.is_empty()
        && problems.iter().all(|problem| problem.rule.default_severity() < Severity::Error);
    (brief.filter(|_| is_sound), problems)
}

struct Resolver<'a> {
    here: &'a Id,
    ids: Ids,
    fields: Fields<'a>,
}

impl Resolver<'_> {
    /// Checks the name of the file.
    fn name(&mut self) {
        if Id::new(self.here).is_none() {
            let message = format!(
                "the file's name “{}” is no id, so that other briefs cannot cite it",
                self.here
            );
            let problem =
                Problem::new(Rule::BadId, FieldPath::top(), message).at(Spot::Bytes(0..0));
            self.fields.report(problem.help(format!("rename the file: {SPELLING}")));
        }
    }

    /// Takes in the ids of all items, so that references may run forwards.
    fn declare(&mut self, file: &BriefFile) {
        for (kind, section) in ItemKind::SECTIONS {
            for key in keys(file, kind) {
                self.declare_one(kind, &FieldPath::top().key(section).key(&key.0), &key.0);
            }
            for id in self.fields.unread_items(section).filter_map(|key| Id::new(key)) {
                self.ids.declare(id, kind);
            }
        }
    }

    fn declare_one(&mut self, kind: ItemKind, path: &FieldPath, key: &str) {
        let problem =
            |rule, message: String| Problem::new(rule, path.clone(), message).at(Spot::Key);
        let Some(id) = Id::new(key) else {
            let message = format!("“{key}” is no id for {kind}");
            self.fields.report(problem(Rule::BadId, message).help(SPELLING));
            return;
        };
        if id.is_reserved() {
            let message = format!("`{id}` has a meaning of its own and cannot name {kind}");
            let help = format!("choose another id; reserved are {}", id::RESERVED.join(", "));
            self.fields.report(problem(Rule::ReservedId, message).help(help));
        } else if let Some(taken) = self.ids.declare(id.clone(), kind) {
            let message = format!("`{id}` names {taken} already");
            let help = "all ids of one brief share one namespace: choose another";
            self.fields.report(problem(Rule::BadId, message).help(help));
        }
    }

    fn brief(&mut self, file: BriefFile) -> Option<Brief> {
        let top = FieldPath::top();
        let summary = self.fields.required_text(&top, "summary", file.summary);
        let summary = summary.map(|text| self.prose(&top.key("summary"), &text));
        let topics = self.topics(file.topics);
        let top_lines = self.prose_list("top_lines", file.top_lines);
        let lines_to_take = self.prose_list("lines_to_take", file.lines_to_take);
        let background = self.background(file.background);
        let gaps = self.prose_list("gaps", file.gaps);
        let prepared = self.fields.date(&top.key("prepared"), file.prepared);
        let prepared_by = self.fields.text(&top.key("prepared_by"), file.prepared_by);
        let marking = self.fields.text(&top.key("marking"), file.marking);
        let source = self.fields.required(&top, "source", file.source);
        let source = source.and_then(|source| self.source(source));
        let organisations = self.items("organisations", file.organisations, Self::organisation);
        let officials = self.items("officials", file.officials, Self::official);
        let quotes = self.items("quotes", file.quotes, Self::quote);
        let claims = self.items("claims", file.claims, Self::claim);
        let asks = self.items("asks", file.asks, Self::ask);
        Some(Brief {
            id: self.here.clone(),
            summary: summary?,
            topics,
            top_lines,
            lines_to_take,
            background,
            gaps,
            prepared,
            prepared_by,
            marking,
            source: source?,
            organisations,
            officials,
            quotes,
            claims,
            asks,
        })
    }

    fn topics(&mut self, topics: Option<Many<Scalar>>) -> Vec<Id> {
        let topics = self.fields.many(&FieldPath::top().key("topics"), topics);
        topics.into_iter().filter_map(|(path, topic)| self.id(&path, topic)).collect()
    }

    fn background(&mut self, background: Option<Scalar>) -> Vec<Prose> {
        let path = FieldPath::top().key("background");
        let raw = self.fields.prose(&path, background);
        self.citations(&path, &raw);
        Prose::paragraphs(&raw, self.here)
    }

    fn source(&mut self, source: SourceFields) -> Option<Source> {
        let at = FieldPath::top().key("source");
        let title = self.fields.required_text(&at, "title", source.title);
        let publisher = self.fields.required_text(&at, "publisher", source.publisher);
        let source = Source {
            title: title.clone().unwrap_or_default(),
            kind: source.kind.unwrap_or(SourceType::News),
            publisher: publisher.clone().filter(|name| *name != "unknown"),
            by: source.by.and_then(|by| self.reference(&at.key("by"), by, ItemKind::PARTIES)),
            author: self.fields.text(&at.key("author"), source.author),
            container: self.fields.text(&at.key("container"), source.container),
            issued: self.fields.date(&at.key("issued"), source.issued),
            accessed: self.fields.date(&at.key("accessed"), source.accessed),
            url: self.fields.url(&at.key("url"), source.url),
            text: self.fields.relative_path(&at.key("text"), source.text),
            based_on: self.fields.text(&at.key("based_on"), source.based_on),
        };
        title.and(publisher).map(|_| source)
    }

    /// Reads a section of items in the order of the file, going on past those that are wrong.
    fn items<F, T>(
        &mut self,
        section: &str,
        items: Option<IndexMap<Scalar, F>>,
        read: fn(&mut Self, &FieldPath, Id, F) -> Option<T>,
    ) -> IndexMap<Id, T> {
        let section = FieldPath::top().key(section);
        let mut sound = IndexMap::new();
        for (Scalar(key), fields) in items.unwrap_or_default() {
            let id = Id::of_file(&key);
            if let Some(item) = read(self, &section.key(&key), id.clone(), fields) {
                sound.insert(id, item);
            }
        }
        sound
    }

    fn organisation(&mut self, at: &FieldPath, id: Id, name: Scalar) -> Option<Organisation> {
        let section = at.parent().unwrap_or_default();
        let name = self.fields.required_text(&section, &id, Some(name))?;
        Some(Organisation { id, name })
    }

    fn official(&mut self, at: &FieldPath, id: Id, official: OfficialFields) -> Option<Official> {
        let name = self.fields.required_text(at, "name", official.name);
        let post = self.fields.required_text(at, "post", official.post);
        let organisation = self.fields.required(at, "organisation", official.organisation);
        let organisation = organisation
            .and_then(|id| self.reference(&at.key("organisation"), id, &[ItemKind::Organisation]));
        let honorific = self.fields.text(&at.key("honorific"), official.honorific);
        let aka = self.fields.many(&at.key("aka"), official.aka);
        let aka = aka
            .into_iter()
            .filter_map(|(path, name)| self.fields.text(&path, Some(name)))
            .collect();
        Some(Official { id, name: name?, post: post?, organisation: organisation?, honorific, aka })
    }

    fn quote(&mut self, at: &FieldPath, id: Id, quote: QuoteFields) -> Option<Quote> {
        let form = self.fields.required(at, "form", quote.form);
        let by = self.fields.required(at, "by", quote.by);
        let by = by.and_then(|by| self.speaker(&at.key("by"), by));
        if let (Some(form), Some(by)) = (form, &by) {
            self.speaker_fits(&at.key("by"), form, by);
        }
        let words = form.and_then(|form| self.words(at, form, quote.exact, quote.gist));
        if quote.paragraph == Some(0) {
            let message = "expected a whole number from 1, found 0";
            self.fields.report(
                Problem::new(Rule::WrongType, at.key("paragraph"), message)
                    .help("paragraphs are counted from 1"),
            );
        }
        let to = quote.to.and_then(|to| self.reference(&at.key("to"), to, ItemKind::PARTIES));
        let said = self.fields.date(&at.key("said"), quote.said);
        let prefix = self.fields.text(&at.key("prefix"), quote.prefix);
        let suffix = self.fields.text(&at.key("suffix"), quote.suffix);
        let note = self.fields.text(&at.key("note"), quote.note);
        Some(Quote {
            id,
            words: words?,
            by: by?,
            to,
            said,
            paragraph: quote.paragraph,
            prefix,
            suffix,
            inferred: quote.inferred.unwrap_or(false),
            note,
        })
    }

    /// Exact words for a direct or partial quote, a gist for the others, and never both.
    fn words(
        &mut self,
        at: &FieldPath,
        form: Form,
        exact: Option<Scalar>,
        gist: Option<Scalar>,
    ) -> Option<Words> {
        let (wanted, value, other, unwanted) = match form {
            Form::Direct | Form::Partial => ("exact", exact, "gist", gist),
            Form::Reported | Form::Passage => ("gist", gist, "exact", exact),
        };
        if unwanted.is_some() {
            let message = format!("a {form} quote has no `{other}`");
            let help = match form {
                Form::Direct | Form::Partial => {
                    "keep the speaker's words in `exact`, and yours in a claim"
                }
                Form::Reported | Form::Passage => {
                    "keep your words in `gist`; quote the speaker's in a quote of their own, as direct or partial"
                }
            };
            let problem = Problem::new(Rule::UnknownField, at.key(other), message).at(Spot::Key);
            self.fields.report(problem.help(help));
        }
        let text = self.fields.required_text(at, wanted, value)?;
        Some(match form {
            Form::Direct => Words::Direct(text),
            Form::Partial => Words::Partial(text),
            Form::Reported => Words::Reported(text),
            Form::Passage => Words::Passage(text),
        })
    }

    /// `source` speaks in a passage, and only there.
    fn speaker_fits(&mut self, path: &FieldPath, form: Form, by: &Speaker) {
        let message = match (form, by) {
            (Form::Passage, Speaker::Party(id)) => {
                format!(
                    "a passage is by `source`, not by `{id}`: it is a statement that the source attributes to nobody"
                )
            }
            (Form::Direct | Form::Partial | Form::Reported, Speaker::Source) => {
                format!(
                    "a {form} quote is by an official or an organisation; only a passage is by `source`"
                )
            }
            _ => return,
        };
        self.fields.report(Problem::new(Rule::WrongKind, path.clone(), message));
    }

    fn claim(&mut self, at: &FieldPath, id: Id, claim: ClaimFields) -> Option<Claim> {
        let text = self.fields.required_text(at, "text", claim.text);
        let by = self.fields.required(at, "by", claim.by);
        let by = by.and_then(|by| self.speaker(&at.key("by"), by));
        let evidence = self.evidence(at, claim.evidence);
        let links = [
            (Relation::Repeats, claim.repeats),
            (Relation::Corroborates, claim.corroborates),
            (Relation::Contradicts, claim.contradicts),
            (Relation::Updates, claim.updates),
            (Relation::Qualifies, claim.qualifies),
        ];
        let links = links
            .into_iter()
            .flat_map(|(relation, targets)| self.links(at, &id, relation, targets, ItemKind::Claim))
            .collect();
        let note = self.fields.text(&at.key("note"), claim.note);
        let inferred = claim.inferred.unwrap_or(false);
        Some(Claim { id, text: text?, by: by?, evidence, links, inferred, note })
    }

    fn ask(&mut self, at: &FieldPath, id: Id, ask: AskFields) -> Option<Ask> {
        let kind = self.fields.required(at, "kind", ask.kind);
        let by = self.fields.required(at, "by", ask.by);
        let by = by.and_then(|by| self.reference(&at.key("by"), by, ItemKind::PARTIES));
        let to = self.addressees(at, kind, ask.to);
        let action = self.fields.required_text(at, "action", ask.action);
        let instrument = self.fields.text(&at.key("instrument"), ask.instrument);
        let due = self.fields.text(&at.key("due"), ask.due);
        let due = due.map(|word| Date::parse(&word).map_or_else(|| Due::Words(word), Due::Date));
        let evidence = self.evidence(at, ask.evidence);
        let links = self.links(at, &id, Relation::Answers, ask.answers, ItemKind::Ask);
        let note = self.fields.text(&at.key("note"), ask.note);
        let inferred = ask.inferred.unwrap_or(false);
        let kind = kind?;
        let status = ask.status.or((kind == AskKind::Ask).then_some(Status::Open));
        Some(Ask {
            id,
            kind,
            by: by?,
            to,
            action: action?,
            instrument,
            due,
            status,
            evidence,
            links,
            inferred,
            note,
        })
    }

    fn addressees(
        &mut self,
        at: &FieldPath,
        kind: Option<AskKind>,
        to: Option<Many<Scalar>>,
    ) -> Vec<Addressee> {
        let to = self.fields.many(&at.key("to"), to);
        if to.is_empty() && kind == Some(AskKind::Ask) {
            self.fields.missing(Rule::NoAddressee, at, "to");
        }
        to.into_iter()
            .filter_map(|(path, to)| match to.0.trim() {
                "unstated" => Some(Addressee::Unstated),
                "everyone" => Some(Addressee::Everyone),
                _ => self.reference(&path, to, ItemKind::PARTIES).map(Addressee::Party),
            })
            .collect()
    }

    fn evidence(&mut self, at: &FieldPath, evidence: Option<Many<Scalar>>) -> Vec<Id> {
        let quotes = self.fields.many(&at.key("evidence"), evidence);
        if quotes.is_empty() {
            self.fields.missing(Rule::NoEvidence, at, "evidence");
        }
        quotes
            .into_iter()
            .filter_map(|(path, quote)| self.reference(&path, quote, &[ItemKind::Quote]))
            .collect()
    }

    fn links(
        &mut self,
        at: &FieldPath,
        id: &Id,
        relation: Relation,
        targets: Option<Many<Scalar>>,
        kind: ItemKind,
    ) -> Vec<Link> {
        let targets = self.fields.many(&at.key(relation.word()), targets);
        targets
            .into_iter()
            .filter_map(|(path, target)| {
                let target = self.anchor(&path, target, kind)?;
                if target == Anchor::new(self.here, id) {
                    let message = format!("`{id}` {relation} itself");
                    self.fields.report(Problem::new(Rule::WrongKind, path, message));
                    return None;
                }
                Some(Link { relation, target })
            })
            .collect()
    }

    /// Who speaks: a party, or the source.
    fn speaker(&mut self, path: &FieldPath, by: Scalar) -> Option<Speaker> {
        match by.0.trim() {
            "source" => Some(Speaker::Source),
            _ => self.reference(path, by, ItemKind::PARTIES).map(Speaker::Party),
        }
    }

    /// An id, whatever it names.
    fn id(&mut self, path: &FieldPath, value: Scalar) -> Option<Id> {
        let text = self.fields.text(path, Some(value)).unwrap_or_default();
        let id = Id::new(&text);
        if id.is_none() {
            let message = format!("expected an id, found “{text}”");
            self.fields.report(Problem::new(Rule::BadId, path.clone(), message).help(SPELLING));
        }
        id
    }

    /// A reference to an item of this brief.
    fn reference(&mut self, path: &FieldPath, value: Scalar, kinds: &[ItemKind]) -> Option<Id> {
        let id = self.id(path, value)?;
        self.leads_to(path, Spot::Value, &id, kinds).then_some(id)
    }

    /// A reference to an item of this brief or of another. Only those to this one are followed.
    fn anchor(&mut self, path: &FieldPath, value: Scalar, kind: ItemKind) -> Option<Anchor> {
        let text = self.fields.text(path, Some(value)).unwrap_or_default();
        let Some(anchor) = Anchor::parse(&text, self.here) else {
            let message = format!("expected the address of {kind}, found “{text}”");
            let help = format!("write an id of this brief, or brief-id/item-id. {SPELLING}");
            self.fields.report(Problem::new(Rule::BadId, path.clone(), message).help(help));
            return None;
        };
        let fits =
            anchor.brief != *self.here || self.leads_to(path, Spot::Value, &anchor.item, &[kind]);
        fits.then_some(anchor)
    }

    /// Whether `id` names an item of one of `kinds` (any, where `kinds` is empty); reports it
    /// where it does not.
    fn leads_to(&mut self, path: &FieldPath, spot: Spot, id: &Id, kinds: &[ItemKind]) -> bool {
        let (rule, message) = match self.ids.kind(id) {
            Some(kind) if kinds.is_empty() || kinds.contains(&kind) => return true,
            Some(kind) => {
                (Rule::WrongKind, format!("expected {}, but `{id}` is {kind}", one_of(kinds)))
            }
            None if id.is_reserved() => {
                (Rule::WrongKind, format!("expected {}; `{id}` is not allowed here", one_of(kinds)))
            }
            None => (Rule::UnknownId, format!("there is no `{id}` in this brief")),
        };
        let help = self.ids.candidates(kinds);
        self.fields.report(Problem::new(rule, path.clone(), message).at(spot).help(help));
        false
    }

    fn prose_list(&mut self, field: &str, values: Option<Vec<Scalar>>) -> Vec<Prose> {
        let list = self.fields.list(&FieldPath::top().key(field), values);
        list.into_iter()
            .filter_map(|(path, value)| {
                let text = self.fields.text(&path, Some(value));
                if text.is_none() {
                    self.fields.report(Problem::new(
                        Rule::MissingField,
                        path.clone(),
                        format!("`{path}` is empty"),
                    ));
                }
                text.map(|text| self.prose(&path, &text))
            })
            .collect()
    }

    /// Reads one paragraph, and reports the citations in it that lead nowhere.
    fn prose(&mut self, path: &FieldPath, text: &Text) -> Prose {
        self.citations(path, text);
        Prose::parse(text, self.here)
    }

    fn citations(&mut self, path: &FieldPath, text: &str) {
        for (anchor, range) in Prose::cited(text, self.here) {
            if anchor.brief == *self.here {
                let start = solid(&text[..range.start]);
                let spot = Spot::Within(start..start + solid(&text[range]));
                self.leads_to(path, spot, &anchor.item, &[]);
            }
        }
    }
}

const SPELLING: &str =
    "an id is a lower-case letter, then lower-case letters, digits and hyphens: c1, rob-jones";

/// How many characters of `text` are not white space.
fn solid(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The keys of the section that holds items of this kind.
fn keys(file: &BriefFile, kind: ItemKind) -> Vec<&Scalar> {
    fn keys_of<T>(section: Option<&IndexMap<Scalar, T>>) -> Vec<&Scalar> {
        section.map(|items| items.keys().collect()).unwrap_or_default()
    }
    match kind {
        ItemKind::Organisation => keys_of(file.organisations.as_ref()),
        ItemKind::Official => keys_of(file.officials.as_ref()),
        ItemKind::Quote => keys_of(file.quotes.as_ref()),
        ItemKind::Claim => keys_of(file.claims.as_ref()),
        ItemKind::Ask => keys_of(file.asks.as_ref()),
    }
}
