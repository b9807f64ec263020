//! The rows around the panes: the title of the brief, the tabs, the footer.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::canvas::{Canvas, columns, columns_of, shorten, shorten_to_words};
use crate::page::{Role, Span};
use crate::reader::app::App;
use crate::reader::keys;
use crate::reader::layout::Area;
use crate::reader::pane::Pane;
use crate::reader::theme::Part;
use crate::text::{Text, cut, width, wrap};

/// Between two parts of a bar.
const GAP: u16 = 3;

/// The columns that the title of a brief gets before anything is put to its right.
const TITLE: u16 = 24;

/// Draws the bar at the top: the brief's place and title to the left; its source and how its
/// quotes are to the right, if there is room.
pub fn title(app: &App, canvas: &mut Canvas) {
    let Area { x, y, width, height } = app.layout().title;
    if height == 0 {
        return;
    }
    let end = x + width;
    let bar = app.title_bar();
    let mut x = x + 1;
    if width >= 72 {
        x = canvas.part(x, y, end, "topline", Part::Quiet) + GAP;
    }
    x = canvas.part(x, y, end, &bar.position, Part::Quiet) + GAP;
    if let Some(banner) = app.banner() {
        canvas.part(x, y, end, &shorten_to_words(&banner, end.saturating_sub(x)), Part::Notice);
        return;
    }
    let title = columns(&bar.title).min(TITLE);
    let room = |edge: u16| edge.saturating_sub(x + title + GAP + 1);
    let edge = at_right(&fitting_states(&bar.states, room(end)), x, y, end, canvas);
    let has_room = columns_of(&bar.source) <= room(edge);
    let edge = if has_room { at_right(&bar.source, x, y, edge, canvas) } else { edge };
    canvas.part(x, y, edge, &shorten(&bar.title, edge.saturating_sub(x)), Part::Title);
}

/// Writes spans before the column `edge`, but none before `x`. Returns the column before which there is
/// room for more.
fn at_right(spans: &[Span], x: u16, y: u16, edge: u16, canvas: &mut Canvas) -> u16 {
    if spans.is_empty() {
        return edge;
    }
    let start = edge.saturating_sub(columns_of(spans) + 1).max(x);
    canvas.spans(start, y, edge, spans, |_| Style::new());
    start.saturating_sub(GAP - 1)
}

/// Returns as many states as fit in `room`, the worst first. The worst is there in any case, as its sign
/// and number if there is no room for more: the title gives way.
fn fitting_states(all: &[Span], room: u16) -> Vec<Span> {
    let mut some = (1..=all.len()).rev().map(|count| states(&all[..count]));
    some.find(|states| columns_of(states) <= room).unwrap_or_else(|| {
        let in_short = all.first().map(|worst| {
            let words: Vec<&str> = worst.text.split_whitespace().take(2).collect();
            Span::new(worst.role, words.join(" "))
        });
        in_short.into_iter().collect()
    })
}

/// Returns the states side by side.
fn states(states: &[Span]) -> Vec<Span> {
    let gap = Span::new(Role::Plain, "  ");
    states.iter().flat_map(|state| [gap.clone(), state.clone()]).skip(1).collect()
}

/// Draws the tabs of the panes, and what the title of the focused one would say.
pub fn tabs(app: &App, canvas: &mut Canvas) {
    let tabs = app.tabs();
    let Some(last) = tabs.last() else { return };
    let row = app.layout().tabs;
    for tab in &tabs {
        let part = if tab.pane == app.pane() { Part::FocusedName } else { Part::Name };
        canvas.part(tab.area.x, row.y, row.right(), &tab.label, part);
    }
    let room = row.right().saturating_sub(last.area.right() + 1);
    let detail = match app.detail(app.pane()) {
        detail if detail.is_empty() => shorten_to_words(&below(app, app.pane()), room),
        detail => detail,
    };
    if last.area.right() + 1 + columns(&detail) <= row.right() {
        canvas.part(row.right() - columns(&detail), row.y, row.right(), &detail, Part::Quiet);
    }
}

/// Names what a pane shows further down; nothing if there is no more.
pub fn below(app: &App, pane: Pane) -> String {
    let names = app.below(pane);
    let names: Vec<&str> = names.iter().map(Text::as_str).collect();
    if names.is_empty() { String::new() } else { format!("↓ {}", names.join(" · ")) }
}

/// Draws the footer: a message, else what is searched for and what the keys do here.
pub fn footer(app: &App, canvas: &mut Canvas) {
    let footer = app.layout().footer;
    if footer.height == 0 {
        return;
    }
    if app.prompt().is_some() {
        // It takes the row, and shows a message beside itself.
        return;
    }
    let has_title = app.layout().title.height > 0;
    let banner = if has_title { None } else { app.banner() };
    if let Some(notice) = app.notice().or(banner.as_ref()) {
        return message(notice, footer, canvas);
    }
    let Area { x, y, width, .. } = footer;
    let end = x + width;
    let mut x = x + 1;
    let label = |action| app.keymap().label(app.mode(), action);
    let searched = app.searched().filter(|_| label("next-match").is_some());
    if let Some(searched) = searched {
        x = canvas.part(x, y, end, &format!("/{searched}"), Part::Notice) + GAP;
        for (action, text) in [("next-match", "next"), ("back-out", "clear")] {
            let Some(key) = label(action) else { continue };
            if x + columns(&key) + 1 + columns(text) < end {
                x = hint(x, y, end, (&key, text), canvas);
            }
        }
    }
    for (key, text) in
        app.keymap().hints(app.mode(), app.here(), usize::from(end.saturating_sub(x + 1)))
    {
        x = hint(x, y, end, (&key, text), canvas);
    }
}

fn hint(x: u16, y: u16, end: u16, (key, text): (&str, &str), canvas: &mut Canvas) -> u16 {
    let x = canvas.part(x, y, end, key, Part::Key) + 1;
    canvas.put(x, y, end, text, Style::new()) + GAP
}

/// Draws the line that is being written, and at the right a message or hints, if there is room. A
/// message that needs more is above the line. If the part before the cursor does not fit, its end is
/// shown. Returns the place of the cursor.
pub fn prompt(app: &App, canvas: &mut Canvas) -> Option<Position> {
    let (label, before, after) = app.prompt()?;
    let footer = app.layout().footer;
    let Area { x, y, width: all, .. } = footer;
    canvas.clear(footer);
    let end = x + all;
    let start = canvas.part(x, y, end, label, Part::Key);
    let room = usize::from(end.saturating_sub(start + 1));
    let cursor = canvas.put(start, y, end, end_of(before, room), Style::new());
    let written = canvas.put(cursor, y, end, after, Style::new());
    let left = usize::from(end.saturating_sub(written + 2 * GAP));
    match app.notice() {
        Some(notice) if width(notice) <= left => {
            canvas.part(end - 1 - columns(notice), y, end, notice, Part::Notice);
        }
        Some(notice) if y > 0 => message(notice, Area { y: y - 1, ..footer }, canvas),
        Some(_) => {}
        None => prompt_hints(app, y, end, left, canvas),
    }
    canvas.on(Position::new(cursor, y))
}

/// Draws what the keys do in a prompt, at the right, in the columns that are left.
fn prompt_hints(app: &App, y: u16, end: u16, left: usize, canvas: &mut Canvas) {
    let hints = app.keymap().hints(app.mode(), app.here(), left);
    let taken: usize =
        hints.iter().map(|(key, text)| width(key) + 1 + width(text) + keys::HINT_GAP).sum();
    let mut x = end.saturating_sub(u16::try_from(taken).unwrap_or(end));
    for (key, text) in &hints {
        x = hint(x, y, end, (key, text), canvas);
    }
}

/// Returns the longest end of `text` that fits in `columns`.
fn end_of(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let fits = |(_, c): &(usize, char)| {
        taken += width(c.encode_utf8(&mut [0; 4]));
        taken <= columns
    };
    let start = text.char_indices().rev().take_while(fits).last();
    start.map_or("", |(start, _)| &text[start..])
}

/// Writes a whole message. What does not fit in the row goes on the rows above it.
fn message(text: &str, row: Area, canvas: &mut Canvas) {
    let room = usize::from(row.width.saturating_sub(2)).max(1);
    let mut lines = Vec::new();
    for line in wrap(text, room, room) {
        let mut rest = &text[line];
        // Wrapping does not break a web address, but here all of it has to be visible.
        while width(rest) > room && !cut(rest, room).is_empty() {
            let (first, more) = rest.split_at(cut(rest, room).len());
            lines.push(first);
            rest = more;
        }
        lines.push(rest);
    }
    let above = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(1).min(row.y / 2);
    let area = Area { y: row.y - above, height: above + 1, ..row };
    canvas.clear(area);
    for (y, line) in (area.y..).zip(lines.iter().take(usize::from(area.height))) {
        canvas.part(row.x + 1, y, row.x + row.width, line, Part::Notice);
    }
}
