//! Reads and checks briefs on a thread of its own, so that the editor never waits for an answer because
//! a brief is being checked.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use super::Event;
use super::scan::{keys, scan};
use crate::evidence::{KnownParties, Proposal, SourceText, propose};
use crate::library::{
    self, Changes, Entry, Files, Loading, Origin, Watch, catch, load_bytes, text_of_source,
};
use crate::text::Text;

/// The proposals for this many texts are kept.
const MOST_PROPOSALS: usize = 16;

/// Something to do.
#[derive(Debug)]
pub enum Task {
    /// Read the library in a folder, and watch it if the editor does not.
    Open {
        /// The folder.
        root: PathBuf,
        /// Whether to watch it.
        is_watched: bool,
    },
    /// Check the text of an open brief.
    Check {
        /// The folder of its library.
        root: PathBuf,
        /// Its file.
        path: PathBuf,
        /// The version of the text.
        version: i32,
        /// The text.
        text: Arc<str>,
    },
    /// Read what files with these paths affect.
    Refresh {
        /// The folder of the library.
        root: PathBuf,
        /// The paths.
        paths: Vec<PathBuf>,
    },
}

/// What was done.
#[derive(Debug)]
pub enum Done {
    /// A library was read, or some of it again.
    Read {
        /// Its folder.
        root: PathBuf,
        /// The briefs that exist now, and those that were read.
        changes: Changes,
    },
    /// The text of an open brief was checked.
    Checked(Box<CheckedText>),
    /// topline failed on the text of an open brief.
    Failed {
        /// Its file.
        path: PathBuf,
        /// The version of the text.
        version: i32,
        /// What was said.
        message: Text,
    },
    /// Something was not done; the reason in words.
    Warned(Text),
}

/// The text of an open brief, as it was checked.
#[derive(Debug)]
pub struct CheckedText {
    /// The folder of its library.
    pub root: PathBuf,
    /// Its file.
    pub path: PathBuf,
    /// The version of the text.
    pub version: i32,
    /// The brief, and all that was found.
    pub entry: Entry,
    /// The quotations of its source, if that is available.
    pub proposal: Option<Arc<Proposal>>,
}

/// Does the `tasks` one after the other, and sends what was done. The texts of sources may be in the
/// folders `sources`.
pub fn work(tasks: &Receiver<Task>, events: &Sender<Event>, sources: Vec<PathBuf>) {
    let mut worker = Worker {
        sources,
        libraries: HashMap::new(),
        proposals: Vec::new(),
        events: events.clone(),
    };
    perform_all(tasks, events, |task| worker.perform(task));
}

/// Performs the `tasks` one after the other, and sends what was done. One that panics is reported, and
/// the next is performed.
fn perform_all(
    tasks: &Receiver<Task>,
    events: &Sender<Event>,
    mut perform: impl FnMut(Task) -> Option<Done>,
) {
    while let Ok(task) = tasks.recv() {
        let failed = match &task {
            Task::Check { path, version, .. } => Some((path.clone(), *version)),
            _ => None,
        };
        let done = catch(|| perform(task)).unwrap_or_else(|message| {
            Some(match failed {
                Some((path, version)) => Done::Failed { path, version, message },
                None => Done::Warned(format!("topline failed: {message}; please report it").into()),
            })
        });
        if let Some(done) = done
            && events.send(Event::Done(done)).is_err()
        {
            break;
        }
    }
}

struct Worker {
    sources: Vec<PathBuf>,
    libraries: HashMap<PathBuf, Files>,
    /// By the digest of the text.
    proposals: Vec<(String, Arc<Proposal>)>,
    events: Sender<Event>,
}

impl Worker {
    fn perform(&mut self, task: Task) -> Option<Done> {
        match task {
            Task::Open { root, is_watched } => {
                if is_watched {
                    self.watch(&root);
                }
                Some(self.open(root))
            }
            Task::Check { root, path, version, text } => {
                Some(self.check(root, path, version, &text))
            }
            Task::Refresh { root, paths } => {
                let files = self.libraries.get_mut(&root)?;
                let paths: Vec<PathBuf> =
                    paths.into_iter().filter(|path| files.concern(path)).collect();
                let changes = if paths.is_empty() { None } else { files.changed(&paths) }?;
                // Those that are open are about to be asked for what is wrong with them.
                for entry in &changes.entries {
                    entry.evidence();
                }
                Some(Done::Read { root, changes })
            }
        }
    }

    fn open(&mut self, root: PathBuf) -> Done {
        let origins = library::find(std::slice::from_ref(&root))
            .map_or_else(|_| Vec::new(), |found| found.origins);
        let loading = Loading::start(origins.clone(), self.sources.clone());
        let mut read: Vec<(usize, Entry)> = loading.entries().collect();
        read.sort_by_key(|(index, _)| *index);
        let entries: Vec<Entry> = read.into_iter().map(|(_, entry)| entry).collect();
        let mut files = Files::new(vec![root.clone()], self.sources.clone(), origins.clone());
        for entry in &entries {
            files.note(entry);
        }
        self.libraries.insert(root.clone(), files);
        Done::Read { root, changes: Changes { origins, entries } }
    }

    /// Watches a folder, and those of the texts. Whoever is told decides what to read.
    fn watch(&self, root: &Path) {
        let exist = |path: &PathBuf| path.exists();
        let paths = std::iter::once(root.to_owned()).chain(self.sources.iter().cloned());
        let watch = match Watch::start(paths.filter(exist)) {
            Ok(watch) => watch,
            Err(error) => {
                let _ = self.events.send(Event::Done(Done::Warned(error.to_string().into())));
                return;
            }
        };
        let events = self.events.clone();
        thread::spawn(move || {
            while let Some(paths) = watch.changed() {
                if events.send(Event::Disk(paths)).is_err() {
                    break;
                }
            }
        });
    }

    fn check(&mut self, root: PathBuf, path: PathBuf, version: i32, text: &str) -> Done {
        let origin = Origin::File(path.clone());
        let entry = load_bytes(&origin, text.as_bytes(), &self.sources);
        entry.evidence();
        if let Some(files) = self.libraries.get_mut(&root) {
            files.note(&entry);
        }
        // What fails there hides no problem.
        let proposal = catch(|| match entry.text() {
            Some(source) => Some(self.proposal(source)),
            None => self.named_source(text, &origin).map(|source| self.proposal(&source)),
        });
        let proposal = proposal.unwrap_or_else(|said| {
            let warning =
                format!("topline failed on the text of a source: {said}; please report it");
            let _ = self.events.send(Event::Done(Done::Warned(warning.into())));
            None
        });
        Done::Checked(Box::new(CheckedText { root, path, version, entry, proposal }))
    }

    /// Returns the text of the source that a brief names which cannot be read now.
    fn named_source(&self, text: &str, origin: &Origin) -> Option<SourceText> {
        let fields = scan(text);
        let field = fields.iter().find(|field| keys(&field.path) == ["source", "text"])?;
        let name = &text[field.inside(text)];
        text_of_source(name, origin, &self.sources).map(|(source, _)| source)
    }

    fn proposal(&mut self, source: &SourceText) -> Arc<Proposal> {
        let digest = source.digest();
        let known = self.proposals.iter().find(|(known, _)| *known == digest);
        if let Some((_, proposal)) = known {
            return Arc::clone(proposal);
        }
        let proposal = Arc::new(propose(source, None, &KnownParties::default()));
        if self.proposals.len() == MOST_PROPOSALS {
            self.proposals.remove(0);
        }
        self.proposals.push((digest.to_owned(), Arc::clone(&proposal)));
        proposal
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_panic_is_reported_and_the_next_task_is_performed() {
        let (tasks, to_do) = channel();
        let (events, done) = channel();
        let (root, path) = (PathBuf::from("/briefs"), PathBuf::from("/briefs/a.yaml"));
        let check = || Task::Check {
            root: root.clone(),
            path: path.clone(),
            version: 7,
            text: "summary: x".into(),
        };
        for task in [check(), Task::Refresh { root: root.clone(), paths: Vec::new() }, check()] {
            tasks.send(task).unwrap();
        }
        drop(tasks);
        let mut count = 0;
        perform_all(&to_do, &events, |_| {
            count += 1;
            assert!(count > 2, "no\nlight {count}");
            Some(Done::Warned("done".into()))
        });
        drop(events);
        let said: Vec<String> = done
            .iter()
            .map(|event| match event {
                Event::Done(Done::Failed { path, version, message }) => {
                    format!("{} {version}: {message}", path.display())
                }
                Event::Done(Done::Warned(said)) => said.to_string(),
                _ => "other".to_owned(),
            })
            .collect();
        let expected = [
            "/briefs/a.yaml 7: no light 1",
            "topline failed: no light 2; please report it",
            "done",
        ];
        assert_eq!(said, expected);
    }
}
