//! Makes the items of a brief: organisations, officials, quotes, claims and asks.

use super::Resolver;
use super::ids::ItemKind;
use super::trail::Trail;
use crate::brief::field_path::Spot;
use crate::brief::format::{AskFields, ClaimFields, OfficialFields, QuoteFields};
use crate::brief::id::{Anchor, Id};
use crate::brief::model::{
    Addressee, Ask, Claim, Link, Official, Organisation, Quote, Speakers, Words,
};
use crate::brief::problem::Problem;
use crate::brief::rule::Rule;
use crate::brief::vocabulary::{AskKind, Form, Relation, Status};
use crate::brief::yaml::{Many, Scalar};

impl Resolver<'_> {
    pub fn organisation(&mut self, at: &Trail<'_>, id: Id, name: Scalar) -> Option<Organisation> {
        let name = self.fields.required_text(at.parent(), &id, Some(name))?;
        Some(Organisation { id, name })
    }

    pub fn official(
        &mut self,
        at: &Trail<'_>,
        id: Id,
        official: OfficialFields,
    ) -> Option<Official> {
        let name = self.fields.required_text(at, "name", official.name);
        let post = self.fields.text(&at.key("post"), official.post);
        let organisation = official
            .organisation
            .and_then(|id| self.reference(&at.key("organisation"), id, &[ItemKind::Organisation]));
        let honorific = self.fields.text(&at.key("honorific"), official.honorific);
        let names = at.key("aka");
        let aka = self.fields.many(&names, official.aka).into_iter();
        let aka = aka.filter_map(|(at, name)| self.fields.text(&at, Some(name))).collect();
        Some(Official { id, name: name?, post, organisation, honorific, aka })
    }

    pub fn quote(&mut self, at: &Trail<'_>, id: Id, quote: QuoteFields) -> Option<Quote> {
        let form = self.fields.required(at, "form", quote.form);
        let by = self.fields.required(at, "by", quote.by);
        let by = by.and_then(|by| self.speakers(at, by));
        if let (Some(form), Some(by)) = (form, &by) {
            self.speakers_fit(&at.key("by"), form, by);
        }
        let words = form.and_then(|form| self.words(at, form, quote.exact, quote.gist));
        if quote.paragraph == Some(0) {
            let message = "expected a whole number of at least 1, found 0";
            self.fields.report(
                Problem::new(Rule::WrongType, at.key("paragraph").path(), message)
                    .help("count paragraphs from 1"),
            );
        }
        let to = quote.to.and_then(|to| self.reference(&at.key("to"), to, ItemKind::PARTIES));
        let said = self.fields.date(&at.key("said"), quote.said);
        let prefix = self.fields.text(&at.key("prefix"), quote.prefix);
        let suffix = self.fields.text(&at.key("suffix"), quote.suffix);
        let place = self.fields.text(&at.key("at"), quote.at);
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
            at: place,
            inferred: quote.inferred.unwrap_or(false),
            note,
        })
    }

    /// Reads the exact words or the gist of a quote, as its form wants them. Reports the field that it
    /// may not have.
    fn words(
        &mut self,
        at: &Trail<'_>,
        form: Form,
        exact: Option<Scalar>,
        gist: Option<Scalar>,
    ) -> Option<Words> {
        match form {
            Form::Direct | Form::Partial => {
                let help = "remove `gist`: the speaker’s words go in `exact`, and yours in a claim";
                self.unwanted(at, form, "gist", gist.is_some(), help);
                let exact = self.fields.required_text(at, "exact", exact)?;
                Some(if form == Form::Direct {
                    Words::Direct(exact)
                } else {
                    Words::Partial(exact)
                })
            }
            Form::Reported => {
                let help = "remove `exact`: your words go in `gist`, and the speaker’s in a separate direct or partial quote";
                self.unwanted(at, form, "exact", exact.is_some(), help);
                self.fields.required_text(at, "gist", gist).map(Words::Reported)
            }
            Form::Passage if exact.is_some() => {
                let exact = self.fields.required_text(at, "exact", exact)?;
                let gist = self.fields.text(&at.key("gist"), gist);
                Some(Words::Excerpt { exact, gist })
            }
            Form::Passage => self.fields.required_text(at, "gist", gist).map(Words::Passage),
        }
    }

    fn unwanted(&mut self, at: &Trail<'_>, form: Form, field: &str, is_given: bool, help: &str) {
        if is_given {
            let message = format!("a {form} quote cannot have `{field}`");
            let problem =
                Problem::new(Rule::UnknownField, at.key(field).path(), message).at(Spot::Key);
            self.fields.report(problem.help(help));
        }
    }

    /// Reports speakers that the form does not allow: `source` speaks in a passage, and only there.
    fn speakers_fit(&mut self, at: &Trail<'_>, form: Form, by: &Speakers) {
        let (message, help) = match (form, by.parties()) {
            (Form::Passage, [id, ..]) => (
                format!(
                    "expected `source`, found `{id}`: a passage is a statement that the source attributes to nobody"
                ),
                "write `by: source`; if they said it, change `form` to `reported`, `direct` or `partial`".into(),
            ),
            (Form::Direct | Form::Partial | Form::Reported, []) => (
                "expected an official or an organisation, found `source`, which is only for a passage".into(),
                format!(
                    "change it to `form: passage`, or name who speaks; {}",
                    self.ids.candidates(ItemKind::PARTIES)
                ),
            ),
            _ => return,
        };
        self.fields.report(Problem::new(Rule::WrongKind, at.path(), message).help(help));
    }

    pub fn claim(&mut self, at: &Trail<'_>, id: Id, claim: ClaimFields) -> Option<Claim> {
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

    pub fn ask(&mut self, at: &Trail<'_>, id: Id, ask: AskFields) -> Option<Ask> {
        let kind = self.fields.required(at, "kind", ask.kind);
        let by = self.fields.required(at, "by", ask.by);
        let by = by.and_then(|by| self.reference(&at.key("by"), by, ItemKind::PARTIES));
        let to = self.addressees(at, kind, ask.to);
        let action = self.fields.required_text(at, "action", ask.action);
        let instrument = self.fields.text(&at.key("instrument"), ask.instrument);
        let due = self.fields.due(&at.key("due"), ask.due);
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
            links: links.into(),
            inferred,
            note,
        })
    }

    fn addressees(
        &mut self,
        at: &Trail<'_>,
        kind: Option<AskKind>,
        to: Option<Many<Scalar>>,
    ) -> Box<[Addressee]> {
        let field = at.key("to");
        let to = self.ids_of(&field, to, ItemKind::PARTIES);
        if to.is_empty() && kind == Some(AskKind::Ask) {
            self.fields.missing(Rule::NoAddressee, at, "to");
        }
        to.into_iter()
            .filter_map(|(at, to)| match to.0.trim() {
                "unstated" => Some(Addressee::Unstated),
                "everyone" => Some(Addressee::Everyone),
                _ => self.reference(&at, to, ItemKind::PARTIES).map(Addressee::Party),
            })
            .collect()
    }

    fn evidence(&mut self, at: &Trail<'_>, evidence: Option<Many<Scalar>>) -> Box<[Id]> {
        let field = at.key("evidence");
        let quotes = self.ids_of(&field, evidence, ItemKind::Quote.alone());
        if quotes.is_empty() {
            self.fields.missing(Rule::NoEvidence, at, "evidence");
        }
        quotes
            .into_iter()
            .filter_map(|(at, quote)| self.reference(&at, quote, &[ItemKind::Quote]))
            .collect()
    }

    fn links(
        &mut self,
        at: &Trail<'_>,
        id: &Id,
        relation: Relation,
        targets: Option<Many<Scalar>>,
        kind: ItemKind,
    ) -> Vec<Link> {
        let field = at.key(relation.word());
        let targets = self.ids_of(&field, targets, kind.alone());
        targets
            .into_iter()
            .filter_map(|(at, target)| {
                let target = self.anchor(&at, target, kind)?;
                if target == Anchor::new(self.here, id) {
                    let message = format!("`{id}` cannot name itself in `{relation}`");
                    let problem = Problem::new(Rule::WrongKind, at.path(), message);
                    self.fields.report(problem.help(format!("remove `{id}` from `{relation}`")));
                    return None;
                }
                Some(Link { relation, target })
            })
            .collect()
    }
}
