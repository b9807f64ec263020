//! What the briefs have in common, with the number of briefs, to show only those.

use indexmap::IndexMap;

use super::finder::Finder;
use crate::library::catalogue::{self, BriefField};
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::light;
use crate::reader::list::Row;
use crate::reader::prompt::{EarlierLines, PromptKind};
use crate::reader::screens::Around;
use crate::reader::screens::brief::BriefFilter;
use crate::text::Text;

/// The columns of the names of fields.
const FIELD: usize = 10;

/// The values of the fields of all briefs.
#[derive(Debug)]
pub struct Choices {
    /// Those that the words find.
    pub finder: Finder<BriefFilter>,
    /// Every value, the most frequent of each field first.
    all: Vec<Choice>,
}

#[derive(Debug)]
struct Choice {
    field: BriefField,
    value: Text,
    briefs: usize,
}

impl Choices {
    /// Returns the values that the briefs have now.
    pub fn new(around: &Around<'_>, earlier: &EarlierLines) -> Self {
        let all = BriefField::ALL.iter().flat_map(|&field| counted(field, around)).collect();
        let finder = Finder::new("Show only briefs with", earlier.prompt(PromptKind::Filter));
        let mut choices = Self { finder, all };
        choices.written();
        choices
    }

    /// Shows the values that match the words now.
    pub fn written(&mut self) {
        let query = Query::parse(&self.finder.prompt.text());
        let matching = self.all.iter().filter(|choice| choice.matches(&query));
        let found = matching.map(|choice| {
            let filter = BriefFilter::on(choice.field, choice.value.clone());
            (filter, light::lit(choice.row(), &query))
        });
        self.finder.show(found.collect::<Vec<_>>());
    }
}

impl Choice {
    fn matches(&self, query: &Query) -> bool {
        query.is_empty() || light::matches(&self.row(), query)
    }

    fn row(&self) -> Row {
        Row {
            label: Some(Span::new(Role::Label, self.field.word())),
            indent: FIELD,
            count: Some(self.briefs),
            ..Row::block(vec![Span::new(Role::Plain, self.value.clone())])
        }
    }
}

/// Returns the values of a field, and how many briefs have each, the most frequent first.
fn counted(field: BriefField, around: &Around<'_>) -> Vec<Choice> {
    let mut counts: IndexMap<Text, usize> = IndexMap::new();
    for entry in around.briefs.entries() {
        for value in catalogue::values(entry, field, &|entry| around.briefs.state(entry)) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let choices = counts.into_iter().map(|(value, briefs)| Choice { field, value, briefs });
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by(|one, other| (other.briefs, &one.value).cmp(&(one.briefs, &other.value)));
    choices
}
