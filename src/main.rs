//! The `topline` program: reads the command line, does what it says, and ends with 0 (done),
//! 1 (the answer is no) or 2 (an error occurred).

mod cli;

use std::process::ExitCode;

use anyhow::Result;
use cli::{Cli, Console, Verb};
use topline::commands::Outcome;

/// The programs that we release for Linux are built with musl, so that they run on any. Its own allocator has one
/// lock for all threads: with it, a check takes four times as long.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::guarded(|| {
        if let Some(ended) = cli::imported_apart() {
            return ended;
        }
        let cli = Cli::from_process();
        let mut console = cli.console();
        let outcome = run(cli.verb(), &mut console);
        cli::exit_code(outcome.and_then(|outcome| console.finish(outcome)))
    })
}

fn run(verb: Verb, console: &mut Console) -> Result<Outcome> {
    match verb {
        Verb::Read(arguments) => arguments.run(console),
        Verb::Print(arguments) => arguments.run(console),
        Verb::Check(arguments) => arguments.run(console),
        Verb::Asks(arguments) => arguments.run(console),
        Verb::Officials(arguments) => arguments.run(console),
        Verb::Find(arguments) => arguments.run(console),
        Verb::Export(arguments) => arguments.run(console),
        Verb::Import(arguments) => arguments.run(console),
        Verb::New(arguments) => arguments.run(console),
        Verb::Lsp(arguments) => arguments.run(),
        Verb::Schema => cli::schema(console),
        Verb::Completions { shell } => Ok(cli::completions(shell, console)),
        Verb::Man { dir } => cli::manual(dir.as_deref(), console),
    }
}
