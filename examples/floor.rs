//! The least that a program like topline could take, to measure topline against:
//!
//! - `cargo run --release --example floor -- parse FOLDER` parses every brief of a folder as plain YAML, on
//!   all cores, and prints how many there are;
//! - `cargo run --release --example floor -- screen` shows two lines with ratatui until `q` is pressed.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::text::Line;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["parse", folder] => parse(folder),
        ["screen"] => screen(),
        _ => Err("usage: floor parse FOLDER | floor screen".into()),
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
