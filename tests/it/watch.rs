//! `topline check --watch`, the built program.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// A running `check --watch`; it is ended when the test is.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &std::path::Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_topline"))
            .args(["check", "--watch"])
            .arg(folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Self { child, lines }
    }

    /// Waits for the line that sums up a check.
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
    let folder = tempfile::tempdir().unwrap();
    let brief = folder.path().join("ferry-lights.yaml");
    let sound = fs::read_to_string("briefs/ferry-lights.yaml").unwrap();
    fs::copy("briefs/ferry-lights.txt", folder.path().join("ferry-lights.txt")).unwrap();
    fs::write(&brief, &sound).unwrap();
    let watching = Watching::start(folder.path());
    assert!(watching.summary().starts_with("1 brief: 0 errors"));
    fs::write(&brief, sound.replace("evidence: q5", "evidence: q6")).unwrap();
    assert!(watching.summary().starts_with("1 brief: 1 error,"));
    fs::remove_file(&brief).unwrap();
    fs::write(&brief, &sound).unwrap();
    assert!(watching.summary().starts_with("1 brief: 0 errors"));
}
