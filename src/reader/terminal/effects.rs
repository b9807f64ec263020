//! The effects of the reader. Slow work is done on other threads.

use std::env;
use std::io::{self, ErrorKind};
use std::path::{self, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::screen::AlternateScreen;
use super::{Message, browser, clipboard, editor};
use crate::files;
use crate::library::{Changes, Files};
use crate::reader::action::{Action, Copied, Effect, LibraryAction};
use crate::reader::app::App;
use crate::reader::memory::Memory;
use crate::reader::target::Target;
use crate::text::Text;

/// What effects are performed with.
pub struct Effects {
    pub screen: AlternateScreen,
    files: Arc<Mutex<Files>>,
    /// Where marks and the last place are kept, if they are.
    memory: Option<Memory>,
    sender: Sender<Message>,
    /// Copies that clipboard tools are still taking.
    copying: Vec<JoinHandle<()>>,
}

impl Effects {
    pub fn new(
        screen: AlternateScreen,
        files: Arc<Mutex<Files>>,
        memory: Option<Memory>,
        sender: Sender<Message>,
    ) -> Self {
        Self { screen, files, memory, sender, copying: Vec::new() }
    }

    /// Performs an effect, and returns its outcome if that is known at once. If not, it comes as a
    /// message.
    pub fn perform(&mut self, effect: Effect) -> io::Result<Option<Action>> {
        match effect {
            Effect::None | Effect::Quit => {}
            Effect::Suspend => suspend(&mut self.screen)?,
            Effect::Redraw => self.screen.clear()?,
            Effect::Copy(copied) => self.copy(copied),
            Effect::Open(url) => drop(self.spawn(move |sender| {
                browser::open(&url, |told| notify(sender, told));
            })),
            Effect::Edit { file, line } => return self.edit(file, line),
            Effect::Mark(letter, target) => return Ok(self.mark(letter, target)),
            Effect::Recall => return Ok(self.recall()),
            Effect::Reload => self.reload(Files::all, "all briefs reloaded".into()),
            Effect::ShowBelow(text) => self.screen.show_below(&text)?,
            Effect::Save { name, text } => return Ok(Some(Action::Notify(save(&name, &text)))),
            Effect::Mouse(mouse) => self.screen.use_mouse(mouse)?,
        }
        Ok(None)
    }

    /// Asks the terminal itself to put a text on the clipboard.
    pub fn send(&mut self, copied: &Copied) -> io::Result<Action> {
        self.screen.send(&clipboard::request(&copied.text))?;
        let code = if copied.is_html { format!(" {}", clipboard::AS_CODE) } else { String::new() };
        Ok(Action::Notify(copied.message(&format!("sent to the terminal{code}"))))
    }

    /// Finishes copying, and keeps the place where the reader was left.
    pub fn finish(&mut self, app: &App, messages: &Receiver<Message>) {
        for copy in self.copying.drain(..) {
            let _ = copy.join();
        }
        for message in messages.try_iter() {
            if let Message::NotTaken(copied) = message {
                let _ = self.send(&copied);
            }
        }
        if let (Some(memory), Some(position)) = (&self.memory, app.position()) {
            // The user did not ask for it, and the reader has gone: a failure is not reported.
            let _ = memory.leave(position, app.sort());
        }
    }

    fn copy(&mut self, copied: Copied) {
        self.copying.retain(|copy| !copy.is_finished());
        let copy = self.spawn(move |sender| {
            let taken = clipboard::offer(&copied);
            let message = match taken {
                Some(way) => {
                    Message::Outcome(Action::Notify(copied.message(&format!("copied {way}"))))
                }
                None => Message::NotTaken(copied),
            };
            let _ = sender.send(message);
        });
        self.copying.push(copy);
    }

    /// Lends the terminal to the editor, takes it back, and reads the file again.
    fn edit(&mut self, file: PathBuf, line: usize) -> io::Result<Option<Action>> {
        self.screen.leave()?;
        #[cfg(unix)]
        let lent = super::unix::Lent::begin()?;
        let edited = editor::run(&file, line);
        #[cfg(unix)]
        drop(lent);
        self.screen.take_back()?;
        let name = Text::from(file.as_path());
        let told = edited.err().unwrap_or_else(|| format!("{name} reloaded").into());
        self.reload(move |files| files.changed(&[file]), told);
        let (columns, rows) = self.screen.size()?;
        Ok(Some(Action::Resized(columns, rows)))
    }

    fn mark(&self, letter: char, target: Target) -> Option<Action> {
        match self.memory.as_ref()?.mark(letter, target) {
            Ok((marks, None)) => Some(Action::Marked(marks)),
            Ok((_, Some(told))) => Some(Action::Notify(told)),
            Err(reason) => Some(Action::Notify(
                format!("mark {letter} is set for this session only: {reason}").into(),
            )),
        }
    }

    fn recall(&self) -> Option<Action> {
        let (remembered, told) = self.memory.as_ref()?.recall();
        Some(told.map_or_else(|| Action::Marked(remembered.marks), Action::Notify))
    }

    /// Reads files again, and then shows a message.
    fn reload(
        &self,
        read: impl FnOnce(&mut Files) -> Option<Changes> + Send + 'static,
        told: Text,
    ) {
        let files = Arc::clone(&self.files);
        self.spawn(move |sender| {
            let changes = read(&mut locked(&files))
                .map(|changes| Action::Library(LibraryAction::Changed(changes)));
            for outcome in changes.into_iter().chain([Action::Notify(told)]) {
                let _ = sender.send(Message::Outcome(outcome));
            }
        });
    }

    fn spawn(&self, work: impl FnOnce(&Sender<Message>) + Send + 'static) -> JoinHandle<()> {
        let sender = self.sender.clone();
        thread::spawn(move || work(&sender))
    }

    /// Returns the terminal to the shell, and takes it again when the shell resumes the program.
    #[cfg(unix)]
    pub fn stop(&mut self) -> io::Result<()> {
        if super::unix::can_be_resumed()? {
            self.screen.leave()?;
            super::unix::stop()?;
            self.screen.take()?;
        }
        Ok(())
    }

    /// Systems without job control have nothing to stop for.
    #[cfg(not(unix))]
    pub fn stop(&mut self) -> io::Result<()> {
        self.screen.clear()
    }
}

/// Asks for what Ctrl-z asks for outside of raw mode: that this process, and those it was started with,
/// stop.
#[cfg(unix)]
fn suspend(_: &mut AlternateScreen) -> io::Result<()> {
    super::unix::stop_group()
}

/// Systems without job control have nothing to suspend.
#[cfg(not(unix))]
fn suspend(screen: &mut AlternateScreen) -> io::Result<()> {
    screen.clear()
}

/// Writes `text` to a new file, and says where, or why not. `~/` is the user's home folder.
fn save(name: &str, text: &str) -> Text {
    let home = env::home_dir().filter(|_| name.starts_with("~/"));
    let path = home.map_or_else(|| PathBuf::from(name), |home| home.join(&name[2..]));
    let path = path::absolute(&path).unwrap_or(path);
    let written = files::create(&path, text.as_bytes());
    let path = Text::from(path.as_path());
    match written {
        Ok(()) => format!("saved to {path}"),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            format!("{path} already exists; press s to choose another name")
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            format!("{path} cannot be written: there is no such folder")
        }
        Err(error) => format!("{path} cannot be written: {}", error.kind()),
    }
    .into()
}

fn notify(sender: &Sender<Message>, told: Text) {
    let _ = sender.send(Message::Outcome(Action::Notify(told)));
}

/// Locks the files. A panic of another thread that had them ends the program anyway.
pub fn locked(files: &Mutex<Files>) -> MutexGuard<'_, Files> {
    files.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn saves_only_to_a_new_file_and_says_where() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brief.txt");
        let name = path.to_str().unwrap();
        assert_eq!(save(name, "one\n").as_str(), format!("saved to {name}"));
        assert_eq!(
            save(name, "two\n").as_str(),
            format!("{name} already exists; press s to choose another name")
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
        let below = path.join("x");
        assert_eq!(
            save(below.to_str().unwrap(), "").as_str(),
            format!("{name}/x cannot be written: not a directory")
        );
    }
}
