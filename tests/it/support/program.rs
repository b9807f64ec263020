//! The built program, run in surroundings that are the same on every machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::library::Folder;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_topline");

/// The variables that change what the program does, and that no test inherits.
pub const UNSET: [&str; 10] = [
    "TOPLINE_LIBRARY",
    "NO_COLOR",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "TMUX",
    "STY",
    "SSH_CONNECTION",
    "VISUAL",
    "EDITOR",
];

/// The variables that name the folders of the user, which are all in `home`.
pub fn folders(home: &Path) -> [(&'static str, PathBuf); 5] {
    [
        ("HOME", home.to_owned()),
        ("XDG_DATA_HOME", home.join("data")),
        ("XDG_CONFIG_HOME", home.join("config")),
        ("XDG_STATE_HOME", home.join("state")),
        ("XDG_CACHE_HOME", home.join("cache")),
    ]
}

/// The program with these arguments and without standard input. It runs in `folder`.
fn command(arguments: &[&str], folder: &Path, home: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for variable in UNSET {
        command.env_remove(variable);
    }
    command.envs(folders(home));
    command
}

/// Runs the program in the folder of this repository, with nothing set up.
pub fn run(arguments: &[&str]) -> Run {
    let home = Folder::new();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    Run::new(command(arguments, repository, home.root()).output().unwrap())
}

impl Folder {
    /// The program with these arguments and without standard input. It runs in this folder, which
    /// is also the home of its user.
    pub fn topline(&self, arguments: &[&str]) -> Command {
        command(arguments, self.root(), self.root())
    }

    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::new(self.topline(arguments).output().unwrap())
    }
}

/// How a run of the program ended.
#[derive(Debug, Default, PartialEq)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub fn new(output: Output) -> Self {
        Self {
            code: output.status.code().expect("a signal ended the program"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What the program wrote. It succeeded and had no message.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// The message of the program. It succeeded and wrote nothing else.
    #[track_caller]
    pub fn said(self) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (0, ""), "{}", self.stderr);
        self.stderr
    }

    /// The message of the program. It refused to do anything.
    #[track_caller]
    pub fn refused(self) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (2, ""));
        self.stderr
    }
}
