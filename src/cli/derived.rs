//! What is made from the program itself: the schema, completions and manual pages.

use std::fs;
use std::iter;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use topline::commands::{Outcome, schema};
use topline::files::{self, UnreadFile};
use topline::text::Text;

use super::{Cli, Console};

/// A page of the manual is not this large.
const MAX_PAGE: usize = 1 << 20;

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
        None => Man::new(Cli::command()).render(&mut console.out)?,
        Some(folder) => write_manual(folder)
            .with_context(|| format!("cannot write the manual into {}", Text::from(folder)))?,
    }
    Ok(Outcome::Yes)
}

/// Writes the pages, each whole or not at all.
fn write_manual(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    for command in iter::once(&command).chain(command.get_subcommands()) {
        write_page(&Man::new(command.clone()), folder)?;
    }
    Ok(())
}

/// Writes a page. Only another page of the same command is replaced.
fn write_page(page: &Man, folder: &Path) -> Result<()> {
    let name = page.get_filename();
    let (file, title) = (folder.join(&name), format!("\n.TH {} 1", name.trim_end_matches(".1")));
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    match files::read(&file, MAX_PAGE) {
        Ok(there) if String::from_utf8_lossy(&there).contains(&title) => {
            files::replace(&file, &bytes)?;
        }
        Err(UnreadFile::Absent) => files::create(&file, &bytes)?,
        _ => bail!("{name} exists and is no page of this manual; name another folder"),
    }
    Ok(())
}
