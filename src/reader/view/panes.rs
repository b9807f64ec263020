//! The panes and the help: borders, titles, and lists.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::bars;
use super::canvas::{Canvas, columns, columns_of, shorten, shorten_to_words};
use crate::page::{Role, Span};
use crate::reader::app::App;
use crate::reader::layout::{Area, Slot};
use crate::reader::list::{GUTTER, List, RowId, Visible};
use crate::reader::overlays::Panel;
use crate::reader::screens::brief;
use crate::reader::theme::Part;

/// Draws every visible pane. Returns the place of the row that has the focus.
pub fn draw(app: &App, canvas: &mut Canvas) -> Option<Position> {
    let mut cursor = None;
    for column in &app.layout().columns {
        if !app.layout().is_tabbed() {
            borders(app, column, canvas);
        }
        for slot in column {
            head(app, *slot, canvas);
            let place = list(app, *slot, canvas);
            if slot.pane == app.pane() {
                cursor = place;
            }
        }
    }
    cursor
}

/// Draws the overlay. Returns the place of its selected row.
pub fn draw_overlay(app: &App, canvas: &mut Canvas) -> Option<Position> {
    let Panel { title, detail, list } = app.panel()?;
    let area = app.layout().overlay;
    if area.is_empty() {
        return None;
    }
    let frame = area.framed();
    canvas.clear(frame);
    edge(frame, frame.y, ['┌', '─', '┐'], Part::FocusedBorder, canvas);
    edge(frame, frame.bottom() - 1, ['└', '─', '┘'], Part::FocusedBorder, canvas);
    sides(area, Part::FocusedBorder, canvas);
    let end = frame.right() - 1;
    let next = canvas.part(frame.x + 1, frame.y, end, &format!(" {title} "), Part::FocusedName);
    if !detail.is_empty() && next + columns(&detail) + 4 <= end {
        canvas.part(end - columns(&detail) - 3, frame.y, end, &format!(" {detail} "), Part::Name);
    }
    let selected = canvas.theme().selected(true);
    let over = |_: &Span, is_selected| if is_selected { selected } else { Style::new() };
    let is_selected = &|line: &Visible<'_>| line.selected;
    let look = Look { bar: Part::Bar, is_selected, is_linked: &|_| false, over: &over };
    rows(list, area, &look, canvas)
}

/// Draws the borders of the panes of a column, which share those between them, and their titles.
fn borders(app: &App, column: &[Slot], canvas: &mut Canvas) {
    let part = |slot: Option<&Slot>| match slot {
        Some(slot) if slot.pane == app.pane() => Part::FocusedBorder,
        _ => Part::Border,
    };
    for (i, slot) in column.iter().enumerate() {
        let corners = if i == 0 { ['┌', '─', '┐'] } else { ['├', '─', '┤'] };
        let above = i.checked_sub(1).and_then(|above| column.get(above));
        let shared = if slot.pane == app.pane() { part(Some(slot)) } else { part(above) };
        edge(slot.frame, slot.frame.y, corners, shared, canvas);
        sides(slot.inside(), part(Some(slot)), canvas);
        title(app, slot, canvas);
    }
    if let Some(last) = column.last() {
        edge(
            last.frame,
            last.frame.bottom().saturating_sub(1),
            ['└', '─', '┘'],
            part(Some(last)),
            canvas,
        );
        foot(app, last, canvas);
    }
}

/// Names in the lower border what the pane shows further down.
fn foot(app: &App, slot: &Slot, canvas: &mut Canvas) {
    let below = bars::below(app, slot.pane);
    let (start, end) = (slot.frame.x + 2, slot.frame.right().saturating_sub(2));
    let room = end.saturating_sub(start + 2);
    if !below.is_empty() && room > 3 {
        let names = shorten_to_words(&below, room);
        let y = slot.frame.bottom().saturating_sub(1);
        canvas.part(start, y, end, &format!(" {names} "), Part::Name);
    }
}

fn edge(frame: Area, y: u16, [left, middle, right]: [char; 3], part: Part, canvas: &mut Canvas) {
    let second = (frame.x + 1).min(frame.right());
    let last = frame.right().saturating_sub(1).max(second);
    canvas.fill(frame.x, y, second, left, part);
    canvas.fill(second, y, last, middle, part);
    canvas.fill(last, y, frame.right(), right, part);
}

fn sides(inner: Area, part: Part, canvas: &mut Canvas) {
    for y in inner.y..inner.bottom() {
        let right = inner.right();
        canvas.fill(inner.x.saturating_sub(1), y, inner.x, '│', part);
        canvas.fill(right, y, right + 1, '│', part);
    }
}

fn title(app: &App, slot: &Slot, canvas: &mut Canvas) {
    let (start, y, end) = (slot.frame.x + 1, slot.frame.y, slot.frame.right().saturating_sub(1));
    let focused = slot.pane == app.pane();
    let name = format!("{} {}", slot.pane.number, slot.pane.name);
    let next =
        canvas.part(start, y, end, &name, if focused { Part::FocusedName } else { Part::Name });
    let next = canvas.part(next, y, end, " ", Part::Border);
    let room = end.saturating_sub(next + 3);
    let detail = shorten(&app.detail(slot.pane), room);
    if room >= 3 && !detail.is_empty() {
        canvas.part(end - columns(&detail) - 2, y, end, &format!(" {detail} "), Part::Name);
    }
}

/// Draws the lines above the list of a pane. If there is no room for all, the last ones.
fn head(app: &App, slot: Slot, canvas: &mut Canvas) {
    let lines = app.head(slot.pane);
    let hidden = lines.len().saturating_sub(usize::from(slot.head.height));
    for (y, line) in (slot.head.y..slot.head.bottom()).zip(lines.iter().skip(hidden)) {
        let end = slot.head.right();
        canvas.spans(slot.head.x, y, end, line, |_| Style::new());
        if columns_of(line) > slot.head.width {
            canvas.part(end.saturating_sub(1), y, end, "…", Part::Name);
        }
    }
}

/// Draws the list of a pane. Returns the place of its selected row, or of its first line.
fn list(app: &App, slot: Slot, canvas: &mut Canvas) -> Option<Position> {
    if app.list(slot.pane).is_empty() {
        let Area { x, y, .. } = slot.inner;
        canvas.part(x + 2, y, slot.inner.right(), app.absence(slot.pane), Part::Quiet);
    }
    let focused = slot.pane == app.pane();
    let selected = canvas.theme().selected(focused);
    let lit = canvas.theme().part(Part::Lit);
    let look = Look {
        bar: if focused { Part::Bar } else { Part::Border },
        // In the text of the source, sentences are selected.
        is_selected: &|visible| match slot.pane {
            brief::SOURCE => visible.line.spans.iter().any(|span| span.chosen),
            _ => visible.selected,
        },
        is_linked: &|row| app.is_linked(slot.pane, row),
        over: &|span, is_selected| match (slot.pane, span.role) {
            (brief::SOURCE, Role::Quotation) if span.chosen => lit.patch(selected),
            (brief::SOURCE, Role::Quotation) => lit,
            (brief::SOURCE, _) if !span.chosen => Style::new(),
            _ if is_selected => selected,
            _ => Style::new(),
        },
    };
    rows(app.list(slot.pane), slot.inner, &look, canvas)
}

/// How the rows of a list look.
struct Look<'a> {
    /// The bar beside the selected row.
    bar: Part,
    /// Whether a line is one of those that are selected.
    is_selected: &'a dyn Fn(&Visible<'_>) -> bool,
    /// Whether a row has a mark.
    is_linked: &'a dyn Fn(&RowId) -> bool,
    /// What is laid over the style of a role, in the selected row and in others.
    over: &'a dyn Fn(&Span, bool) -> Style,
}

/// Draws the visible lines in `area`. Returns the place of the selected row, or of the first line.
fn rows(list: &List, area: Area, look: &Look, canvas: &mut Canvas) -> Option<Position> {
    let mut cursor = None;
    let mut above = None;
    for (y, visible) in (area.y..area.bottom()).zip(list.visible()) {
        let selected = (look.is_selected)(&visible);
        let Visible { row, body, line, .. } = visible;
        let is_first = body && above != Some(row);
        if is_first {
            above = Some(row);
        }
        let end = area.right();
        if selected && body {
            canvas.part(area.x, y, end, "▌", look.bar);
            cursor = cursor.or(Some(Position::new(area.x, y)));
        }
        if is_first && (look.is_linked)(row) {
            canvas.part(area.x + 1, y, end, "•", Part::Link);
        }
        let text = area.x + u16::try_from(GUTTER).unwrap_or(0);
        let found = canvas.theme().part(if selected { Part::FoundSelected } else { Part::Found });
        canvas.spans(text, y, end, &line.spans, |span| {
            let style = (look.over)(span, selected && body);
            if span.lit { style.patch(found) } else { style }
        });
        if let Some(sign) = &line.sign {
            let sign = std::slice::from_ref(sign);
            canvas.spans(end.saturating_sub(columns_of(sign) + 1).max(text), y, end, sign, |_| {
                Style::new()
            });
        }
        if let Some(count) = line.count {
            let count = format!("●{count}");
            canvas.part(end.saturating_sub(columns(&count)).max(text), y, end, &count, Part::Link);
        }
    }
    canvas.on(cursor.unwrap_or(Position::new(area.x, area.y)))
}
