//! Writes a folder of invented briefs with the texts of their sources, to try topline on:
//!
//! ```sh
//! cargo run --example corpus -- /tmp/reports 1000
//! cargo run --release -- /tmp/reports
//! ```

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().map(PathBuf::from);
    let count = arguments.next().and_then(|count| count.to_str()?.parse().ok());
    let (Some(folder), Some(count)) = (folder, count) else {
        eprintln!("usage: corpus FOLDER COUNT");
        return ExitCode::from(2);
    };
    match corpus::write(&folder, count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write into {}: {error}", folder.display());
            ExitCode::from(2)
        }
    }
}
