//! The least that a program like topline could take, to measure topline against:
//!
//! - `cargo run --release --example floor -- parse FOLDER` parses every brief of a folder as plain YAML, on
//!   all cores, and prints how many there are;
//! - `cargo run --release --example floor -- screen` shows two lines with ratatui until `q` is pressed;
//! - `cargo run --release --example floor -- panes` shows a list and a text beside it, which `j` and `k` go
//!   through, until `q` is pressed.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListState, Paragraph, Wrap};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["parse", folder] => parse(folder),
        ["screen"] => screen(),
        ["panes"] => panes(),
        _ => Err("usage: floor parse FOLDER | floor screen | floor panes".into()),
    }
}

fn parse(folder: &str) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|ending| ending == "yaml") {
            paths.push(path);
        }
    }
    let (next, parsed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let text = fs::read_to_string(path).unwrap_or_default();
                    if serde_yaml::from_str::<serde_yaml::Value>(&text).is_ok() {
                        parsed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    writeln!(std::io::stdout(), "{}", parsed.into_inner())?;
    Ok(())
}

fn screen() -> Result<(), Box<dyn Error>> {
    let mut terminal = ratatui::init();
    loop {
        terminal.draw(|frame| {
            let [first, second] = Layout::vertical([Constraint::Length(1), Constraint::Length(1)])
                .areas(frame.area());
            frame.render_widget(Line::raw("two lines"), first);
            frame.render_widget(Line::raw("of text"), second);
        })?;
        if let Event::Key(key) = event::read()?
            && key.code == KeyCode::Char('q')
        {
            ratatui::restore();
            return Ok(());
        }
    }
}

fn panes() -> Result<(), Box<dyn Error>> {
    let names: Vec<String> =
        (1..=200).map(|n| format!("Report {n} of the harbour board")).collect();
    let texts: Vec<String> = (1..=200)
        .map(|n| {
            format!("In week {n} there were {n} sailings, and {n} boats had no light. ").repeat(30)
        })
        .collect();
    let mut selected = ListState::default().with_selected(Some(0));
    let mut terminal = ratatui::init();
    loop {
        terminal.draw(|frame| {
            let [left, right] = Layout::horizontal([Constraint::Length(40), Constraint::Min(1)])
                .areas(frame.area());
            let list = List::new(names.iter().map(String::as_str))
                .block(Block::bordered().title("Reports"));
            let list = list.highlight_style(Style::new().reversed());
            frame.render_stateful_widget(list, left, &mut selected);
            let text = texts[selected.selected().unwrap_or_default()].as_str();
            let text = Paragraph::new(text)
                .wrap(Wrap { trim: true })
                .block(Block::bordered().title("Report"));
            frame.render_widget(text, right);
        })?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('j') => selected.select_next(),
            Event::Key(key) if key.code == KeyCode::Char('k') => selected.select_previous(),
            Event::Key(key) if key.code == KeyCode::Char('q') => {
                ratatui::restore();
                return Ok(());
            }
            _ => {}
        }
    }
}
