//! Figures that others are looked up in, in a time that does not grow with their number.

use std::collections::HashMap;

use super::{Figure, FigureReading};

/// The figures of a text, by what they bear out.
#[derive(Debug, Default)]
pub struct FigureSet {
    figures: Vec<Figure>,
    by_reading: HashMap<FigureReading, Vec<usize>>,
}

impl FigureSet {
    /// The figures, in their order.
    pub fn new(figures: Vec<Figure>) -> Self {
        let mut by_reading: HashMap<FigureReading, Vec<usize>> = HashMap::new();
        for (index, figure) in figures.iter().enumerate() {
            for reading in figure.given() {
                let places = by_reading.entry(reading.clone()).or_default();
                let is_like = |place: &usize| figures[*place].is_like(figure);
                if !places.iter().any(is_like) {
                    places.push(index);
                }
            }
        }
        Self { figures, by_reading }
    }

    /// All of them, in their order.
    pub fn all(&self) -> &[Figure] {
        &self.figures
    }

    /// Those that agree with `figure`, one for each way in which they bear it out.
    pub fn agreeing<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
        let places = figure.sought().filter_map(|reading| self.by_reading.get(reading)).flatten();
        places.map(|place| &self.figures[*place]).filter(|known| figure.agrees(known))
    }
}

impl Figure {
    /// Whether it bears out a reading in the same way as `other`.
    fn is_like(&self, other: &Self) -> bool {
        let form = |figure: &Self| {
            let Self { rate, counted, is_denied, is_range_end, .. } = figure;
            (*rate, *counted, figure.bound(), *is_denied, *is_range_end)
        };
        form(self) == form(other)
    }
}
