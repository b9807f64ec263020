//! Turns what a file says into a checked [`Brief`], and finds every reference that leads nowhere.
//!
//! The rules are those of the format: which fields are required, how ids, dates and addresses are
//! spelt, and which kind of item each reference may lead to.

mod cut_texts;
mod fields;
mod ids;
mod items;
mod meant;
mod references;
mod trail;

use std::collections::BTreeSet;

use indexmap::IndexMap;

pub use self::cut_texts::cut_texts;
use self::fields::Fields;
use self::ids::{Ids, ItemKind};
use self::meant::Names;
use self::trail::{TOP, Trail};
use super::by_id::{ById, Identified};
use super::field_path::FieldPath;
use super::format::{BriefFile, SourceFields};
use super::id::Id;
use super::model::{Brief, Source, Support};
use super::problem::Problem;
use super::prose::Prose;
use super::vocabulary::SourceType;
use super::yaml::{Many, Scalar};

/// Checks `file`, the brief `here`. `unread` are the fields that could not be read and are already
/// reported; what is missing because of them is not reported again.
///
/// Returns what could be read of the brief and every problem found. It is sound exactly if every field
/// could be read and no problem is an error; there is none without its source.
pub fn resolve(
    here: &Id,
    file: BriefFile,
    unread: &BTreeSet<FieldPath>,
) -> (Option<Brief>, Vec<Problem>) {
    let names = Names::new(&file);
    let mut resolver = Resolver { here, ids: Ids::default(), names, fields: Fields::new(unread) };
    resolver.check_name();
    resolver.declare(&file);
    let brief = resolver.brief(file);
    (brief, resolver.fields.into_problems())
}

struct Resolver<'a> {
    here: &'a Id,
    ids: Ids,
    names: Names,
    fields: Fields<'a>,
}

impl Resolver<'_> {
    fn brief(&mut self, file: BriefFile) -> Option<Brief> {
        let written = file.summary.clone().unwrap_or_default();
        let summary = self.fields.required_text(&TOP, "summary", file.summary);
        let summary = summary.map(|_| self.prose(&TOP.key("summary"), &written.0));
        let topics = self.topics(file.topics);
        let top_lines = self.prose_list("top_lines", file.top_lines);
        let lines_to_take = self.prose_list("lines_to_take", file.lines_to_take);
        let background = self.background(file.background);
        let gaps = self.prose_list("gaps", file.gaps);
        let prepared = self.fields.date(&TOP.key("prepared"), file.prepared);
        let prepared_by = self.fields.text(&TOP.key("prepared_by"), file.prepared_by);
        let marking = self.fields.text(&TOP.key("marking"), file.marking);
        let source = self.fields.required(&TOP, "source", file.source);
        let source = source.map(|source| self.source(source));
        let organisations = self.items("organisations", file.organisations, Self::organisation);
        let officials = self.items("officials", file.officials, Self::official);
        let quotes = self.items("quotes", file.quotes, Self::quote);
        let claims = self.items("claims", file.claims, Self::claim);
        let asks = self.items("asks", file.asks, Self::ask);
        Some(Brief {
            id: self.here.clone(),
            summary: summary.unwrap_or_default(),
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
            support: Support::default(),
        })
    }

    fn topics(&mut self, topics: Option<Many<Scalar>>) -> Box<[Id]> {
        let at = TOP.key("topics");
        let topics = self.ids_of(&at, topics, &[]);
        topics.into_iter().filter_map(|(at, topic)| self.topic(&at, topic)).collect()
    }

    fn background(&mut self, background: Option<Scalar>) -> Box<[Prose]> {
        let at = TOP.key("background");
        let raw = self.fields.prose(&at, background);
        self.citations(&at, &raw);
        Prose::paragraphs(&raw, self.here)
    }

    fn source(&mut self, source: SourceFields) -> Source {
        let at = TOP.key("source");
        let title = self.fields.required_text(&at, "title", source.title);
        let publisher = self.fields.required_text(&at, "publisher", source.publisher);
        Source {
            title: title.unwrap_or_default(),
            kind: source.kind.unwrap_or(SourceType::News),
            publisher: publisher.filter(|name| *name != "unknown"),
            by: source.by.and_then(|by| self.reference(&at.key("by"), by, ItemKind::PARTIES)),
            author: self.fields.text(&at.key("author"), source.author),
            container: self.fields.text(&at.key("container"), source.container),
            issued: self.fields.date(&at.key("issued"), source.issued),
            accessed: self.fields.date(&at.key("accessed"), source.accessed),
            url: self.fields.url(&at.key("url"), source.url),
            text: self.fields.relative_path(&at.key("text"), source.text),
            based_on: self.fields.text(&at.key("based_on"), source.based_on),
        }
    }

    /// Reads a section of items in the order of the file, past those that are wrong.
    fn items<F, T: Identified>(
        &mut self,
        section: &str,
        items: Option<IndexMap<Scalar, F>>,
        read: fn(&mut Self, &Trail<'_>, Id, F) -> Option<T>,
    ) -> ById<T> {
        let section = TOP.key(section);
        let items = items.unwrap_or_default().into_iter();
        let sound =
            |(Scalar(key), fields)| read(self, &section.key(&key), Id::of_file(&key), fields);
        items.filter_map(sound).collect()
    }
}
