//! What the titles say: the bar at the top, the tabs, the counts.

use super::layout::Area;
use super::list::List;
use super::pane::Pane;
use crate::page::Span;
use crate::text::{Text, width};

/// The bar at the top of the screen, from left to right.
#[derive(Clone, Debug, Default)]
pub struct TitleBar {
    /// Which brief of how many, `2 of 3`, or how many have been read.
    pub position: String,
    /// The title of the source, or of the file if the brief is broken.
    pub title: Text,
    /// Who published the source, and when.
    pub source: Vec<Span>,
    /// How many quotes have which state.
    pub states: Vec<Span>,
}

/// The tab of a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The pane.
    pub pane: Pane,
    /// Its number and name, or its number if the names do not fit.
    pub label: String,
    /// Where it is.
    pub area: Area,
}

/// Arranges the tabs of panes in a row, which has to leave room for `detail`. Only the tab of the
/// focused pane has a name if there is no room for all.
pub fn tabs(panes: &[Pane], focused: Pane, detail: &str, row: Area) -> Vec<Tab> {
    let long = |pane: &Pane| format!("{} {}", pane.number, pane.name);
    let columns = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let all: u16 = panes.iter().map(|pane| columns(&long(pane)) + 2).sum();
    let names_fit = all + columns(detail) < row.width;
    let mut x = row.x;
    let tab = |pane: &Pane| {
        let has_name = *pane == focused || names_fit;
        let label = if has_name { long(pane) } else { pane.number.to_string() };
        let area = Area { x, width: columns(&label), ..row };
        x = area.right() + if names_fit { 2 } else { 1 };
        Tab { pane: *pane, label, area }
    };
    panes.iter().map(tab).collect()
}

/// Returns `3/9`: the number of the selected row, and the number of rows.
pub fn rank(list: &List) -> String {
    if list.is_empty() { "none".to_owned() } else { format!("{}/{}", list.index() + 1, list.len()) }
}
