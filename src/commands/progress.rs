//! Shows the progress of long work on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Nothing is shown of work that takes less than this.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line that counts, and disappears when the work is done.
#[derive(Debug)]
pub struct Progress<W: Write> {
    out: Option<W>,
    since: Instant,
    is_shown: bool,
}

impl Progress<io::Stderr> {
    /// Starts counting on standard error, if that is a terminal.
    pub fn start() -> Self {
        Self::on(io::stderr().is_terminal().then(io::stderr))
    }
}

impl<W: Write> Progress<W> {
    fn on(out: Option<W>) -> Self {
        Self { out, since: Instant::now(), is_shown: false }
    }

    /// Shows that `done` of `total` briefs are read.
    pub fn show(&mut self, done: usize, total: usize) {
        self.show_after(self.since.elapsed(), done, total);
    }

    fn show_after(&mut self, elapsed: Duration, done: usize, total: usize) {
        if let Some(out) = self.out.as_mut().filter(|_| elapsed > PATIENCE) {
            self.is_shown = true;
            let _ = write!(out, "\rreading briefs: {done} of {total}").and_then(|()| out.flush());
        }
    }
}

/// Clears the line.
impl<W: Write> Drop for Progress<W> {
    fn drop(&mut self) {
        if let Some(out) = self.out.as_mut().filter(|_| self.is_shown) {
            let _ = write!(out, "\r\x1b[K").and_then(|()| out.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(steps: &[(u64, usize)]) -> String {
        let mut out = Vec::new();
        let mut progress = Progress::on(Some(&mut out));
        for &(millis, done) in steps {
            progress.show_after(Duration::from_millis(millis), done, 9);
        }
        drop(progress);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn says_nothing_of_quick_work() {
        assert_eq!(shown(&[(0, 1), (499, 9)]), "");
    }

    #[test]
    fn counts_long_work_and_clears_the_line() {
        assert_eq!(
            shown(&[(400, 1), (600, 2), (700, 3)]),
            "\rreading briefs: 2 of 9\rreading briefs: 3 of 9\r\u{1b}[K"
        );
    }
}
