//! What the briefs have in common, with the number of briefs, to show only those.

use super::Panel;
use crate::library::catalogue::{self, BriefField};
use crate::library::search::Query;
use crate::page::{Role, Span};
use crate::reader::action::{Action, Motion};
use crate::reader::light;
use crate::reader::list::{ListKind, Row, RowId};
use crate::reader::prompt::{EarlierLines, Prompt, PromptKind};
use crate::reader::screens::brief::BriefFilter;
use crate::reader::screens::{Around, Change};
use crate::reader::sheet::Sheet;
use crate::text::Text;

use indexmap::IndexMap;

/// The columns of the names of fields.
const FIELD: usize = 10;

/// The values of the fields of all briefs.
#[derive(Debug)]
pub struct Choices {
    /// The words that they are found by.
    pub prompt: Prompt,
    /// Every value, the most frequent of each field first.
    all: Vec<Choice>,
    /// The indexes of those in the rows.
    found: Vec<usize>,
    sheet: Sheet,
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
        let prompt = earlier.prompt(PromptKind::Filter);
        let sheet = Sheet::new(ListKind::Selecting, Vec::new());
        let mut choices = Self { prompt, all, found: Vec::new(), sheet };
        choices.written();
        choices
    }

    /// Shows the values that match the words now.
    pub fn written(&mut self) {
        let query = Query::parse(&self.prompt.text());
        let rows = self.all.iter().enumerate().filter(|(_, choice)| choice.matches(&query));
        let rows = rows.map(|(index, choice)| (index, light::lit(choice.row(), &query)));
        let (found, rows) = rows.unzip();
        self.found = found;
        self.sheet.replace(rows);
    }

    /// Returns the filter that is selected.
    pub fn selected(&self) -> Option<BriefFilter> {
        let choice = self.all.get(*self.found.get(self.sheet.list().index())?)?;
        Some(BriefFilter::on(choice.field, choice.value.clone()))
    }

    /// Selects a value, to set it.
    pub fn pick(&mut self, row: &RowId) -> Option<Action> {
        let RowId::Fixed(index) = row else { return None };
        self.sheet.select(*index);
        Some(Action::Accept)
    }

    /// Changes the list.
    pub fn change(&mut self, change: Change<'_>) {
        self.sheet.change(change);
    }

    /// Moves the selection.
    pub fn go(&mut self, motion: Motion) {
        self.sheet.change(|list, text| list.go(motion, text));
    }

    /// Returns what is visible.
    pub fn panel(&self) -> Panel<'_> {
        let list = self.sheet.list();
        let number = if list.is_empty() { 0 } else { list.index() + 1 };
        Panel { title: "Show only briefs with", detail: format!("{number}/{}", list.len()), list }
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
        for value in catalogue::values(entry, field) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let choices = counts.into_iter().map(|(value, briefs)| Choice { field, value, briefs });
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by(|one, other| (other.briefs, &one.value).cmp(&(one.briefs, &other.value)));
    choices
}
