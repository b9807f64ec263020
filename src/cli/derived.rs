//! What is made from the program itself: the schema, completions and manual pages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::Shell;
use topline::commands::{Outcome, schema};

use super::{Cli, Console};

/// Prints the JSON Schema of a brief.
pub fn schema(console: &mut Console) -> Result<Outcome> {
    schema::run(&mut console.out)?;
    Ok(Outcome::Yes)
}

/// Prints the completions for `shell`.
pub fn completions(shell: Shell, console: &mut Console) -> Outcome {
    clap_complete::generate(shell, &mut Cli::command(), "topline", &mut console.out);
    Outcome::Yes
}

/// Prints the manual page of topline, or writes a page for topline and each of its verbs into
/// `folder`, which is made if it does not exist.
pub fn manual(folder: Option<&Path>, console: &mut Console) -> Result<Outcome> {
    match folder {
        None => clap_mangen::Man::new(Cli::command()).render(&mut console.out)?,
        Some(folder) => fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
            .with_context(|| format!("cannot write the manual into {}", folder.display()))?,
    }
    Ok(Outcome::Yes)
}
