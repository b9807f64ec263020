//! The tests from outside: of the library’s public interface and of the built program.

#![recursion_limit = "256"]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod across;
mod any_bytes;
mod cache;
mod calendar;
mod check;
mod cli;
mod corpus;
mod evidence;
mod export;
#[cfg(unix)]
mod files;
mod fix;
mod front;
#[cfg(unix)]
mod git;
mod habits;
mod hostile;
mod import;
mod layers;
mod leaving;
mod lengths;
mod library;
mod lists;
mod lock;
mod looks;
mod losses;
mod lsp;
mod mouse;
mod names;
mod new;
#[cfg(unix)]
mod outside;
mod overviews;
mod print;
mod reading;
mod readme;
mod register;
mod scale;
mod screens;
mod search;
mod searching;
mod support;
#[cfg(unix)]
mod terminal;
mod watch;
