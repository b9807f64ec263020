//! The figures in the fields of a brief that describe its source: its date, its title, the names of
//! the parties. A text may have these without citing them.

use std::collections::HashSet;

use crate::brief::{Ask, Brief, Date, Due};
use crate::evidence::figures::{Figure, FigureReading, figures, readings_of_date};

/// What a brief says in figures outside its prose.
#[derive(Debug, Default)]
pub struct Details {
    /// Of the source and the parties.
    source: HashSet<FigureReading>,
    /// Of the brief itself: when it was prepared, when asks are due, when words were said.
    own: HashSet<FigureReading>,
}

impl Details {
    /// Reads the fields of `brief`.
    pub fn new(brief: &Brief) -> Self {
        let source = &brief.source;
        let texts = [
            Some(&source.title),
            source.publisher.as_ref(),
            source.container.as_ref(),
            source.author.as_ref(),
            source.based_on.as_ref(),
        ];
        let names = brief
            .officials
            .iter()
            .flat_map(|official| std::iter::once(&official.name).chain(&official.post));
        let bodies = brief.organisations.iter().map(|organisation| &organisation.name);
        let texts = texts.into_iter().flatten().chain(names).chain(bodies);
        let stated = texts.flat_map(|text| stated(text));
        let issued = source.issued.into_iter().flat_map(readings_of_date);
        let said = brief.quotes.iter().filter_map(|quote| quote.said);
        let own = [brief.prepared, source.accessed].into_iter().flatten().chain(said);
        let asks = brief.asks.iter().flat_map(of_ask);
        Self {
            source: stated.chain(issued).collect(),
            own: own.flat_map(readings_of_date).chain(asks).collect(),
        }
    }

    /// Whether the source or a party is described with `figure`.
    pub fn describe(&self, figure: &Figure) -> bool {
        figure.readings.iter().any(|reading| self.source.contains(reading))
    }

    /// Whether any field has `figure`.
    pub fn have(&self, figure: &Figure) -> bool {
        let has = |reading: &FigureReading| self.own.contains(reading);
        self.describe(figure) || figure.readings.iter().any(has)
    }
}

/// The figures of when an ask is due and of its instrument.
pub fn of_ask(ask: &Ask) -> Vec<FigureReading> {
    let due = match &ask.due {
        Some(Due::Date(date)) => readings_of_date(*date),
        Some(Due::Words(words)) => stated(words),
        None => Vec::new(),
    };
    let instrument = ask.instrument.iter().flat_map(|instrument| stated(instrument));
    due.into_iter().chain(instrument).collect()
}

/// Whether a date has `figure`.
pub fn dated(date: Option<Date>, figure: &Figure) -> bool {
    let readings = date.into_iter().flat_map(readings_of_date);
    readings.into_iter().any(|reading| figure.readings.contains(&reading))
}

fn stated(text: &str) -> Vec<FigureReading> {
    figures(text)
        .into_iter()
        .flat_map(|figure| [figure.readings, figure.implied].concat())
        .collect()
}
