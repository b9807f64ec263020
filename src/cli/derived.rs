//! What is made from the grammar: completions and manual pages.

use std::path::Path;
use std::{fs, io};

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;

/// Writes the completions for `shell`.
pub fn completions(shell: Shell, out: &mut Vec<u8>) {
    clap_complete::generate(shell, &mut Cli::command(), "topline", out);
}

/// Writes the manual page of topline itself.
pub fn manual(out: &mut Vec<u8>) -> io::Result<()> {
    clap_mangen::Man::new(Cli::command()).render(out)
}

/// Writes a manual page for topline and for each of its verbs into `folder`, which is made where
/// it is not there.
pub fn manuals(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Cli::command(), folder)
}
