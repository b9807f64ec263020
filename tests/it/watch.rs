//! `topline check --watch`, the built program.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::support::library::Folder;

/// A running `check --watch`, which ends with the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Folder) -> Self {
        let arguments = ["check", "--watch", folder.root().to_str().unwrap()];
        let mut child = folder.topline(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Self { child, lines }
    }

    /// Waits for the summary of a check.
    #[track_caller]
    fn summary(&self) -> String {
        const PATIENCE: Duration = Duration::from_mins(1);
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap();
            if line.starts_with("1 brief: ") {
                return line;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn checks_again_at_each_save() {
    let folder = Folder::ferry_lights();
    let brief = "ferry-lights.yaml";
    let sound = folder.read(brief);
    let watching = Watching::start(&folder);
    assert!(watching.summary().starts_with("1 brief: 0 errors"));
    folder.replace(brief, "evidence: q5", "evidence: q6");
    assert!(watching.summary().starts_with("1 brief: 1 error,"));
    folder.remove(brief);
    folder.write(brief, sound);
    assert!(watching.summary().starts_with("1 brief: 0 errors"));
}
