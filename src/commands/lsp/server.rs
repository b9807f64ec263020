//! The session with one editor: what is open, what is known, and what is answered.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::answers::Answers;
use super::documents::OpenDocument;
use super::problems::problems_in;
use super::protocol::{
    Client, ClientMessage, ClientNotice, ClientRequest, Replies, RequestNumber, RequestRefused,
    ToClient, path_of, unreadable,
};
use super::recognise::{self, Likeness};
use super::scan::scan;
use super::view::{BriefView, is_file};
use super::worker::{CheckedText, Done, Task};
use super::{Event, LspSettings};
use crate::brief::Date;
use crate::commands::Outcome;
use crate::files;
use crate::library::{Changes, Library, Origin, catch, in_library_order};
use crate::text::{Text, bounded};

/// A brief is checked when nothing was typed for this long.
const PAUSE: Duration = Duration::from_millis(150);

/// A file that is read for an answer may be at most this large.
const MAX_BYTES: usize = 64 << 20;

/// How far the session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The editor has said nothing yet.
    Waiting,
    /// It has begun.
    Running,
    /// It has said that it will end.
    Ending,
}

/// The session with one editor.
pub struct Server<'l, W> {
    settings: LspSettings,
    to_client: ToClient<W>,
    tasks: Sender<Task>,
    log: &'l mut dyn FnMut(&Text),
    phase: Phase,
    client: Client,
    /// What is open, by its address.
    documents: BTreeMap<String, OpenDocument>,
    /// The libraries that are being read or were, by their folders.
    libraries: HashMap<PathBuf, Library>,
    /// Requests about documents that are being checked for the first time.
    deferred: Vec<(RequestNumber, ClientRequest)>,
}

impl<'l, W: Write> Server<'l, W> {
    /// Returns a session that writes to `output` and gives `tasks` to the other thread.
    pub fn new(
        settings: LspSettings,
        output: W,
        tasks: Sender<Task>,
        log: &'l mut dyn FnMut(&Text),
    ) -> Self {
        Self {
            settings,
            to_client: ToClient::new(output),
            tasks,
            log,
            phase: Phase::Waiting,
            client: Client::default(),
            documents: BTreeMap::new(),
            libraries: HashMap::new(),
            deferred: Vec::new(),
        }
    }

    /// Returns when the next document is to be checked.
    pub fn next_due(&self) -> Option<Instant> {
        let waiting = self.documents.values().filter(|document| !document.is_being_read);
        waiting.filter_map(|document| document.due).min()
    }

    /// Has those documents checked that nothing was typed in for a while.
    pub fn check_what_is_due(&mut self) {
        let now = Instant::now();
        for document in self.documents.values_mut() {
            if document.is_being_read || document.due.is_none_or(|due| due > now) {
                continue;
            }
            document.due = None;
            document.is_being_read = true;
            let _ = self.tasks.send(Task::Check {
                root: document.root.clone(),
                path: document.path.clone(),
                version: document.version,
                text: Arc::clone(&document.text),
            });
        }
    }

    /// Does what an event asks for. Returns the outcome once the session is over.
    ///
    /// # Errors
    ///
    /// The editor cannot be written to.
    pub fn on_event(&mut self, event: Event) -> io::Result<Option<Outcome>> {
        match event {
            Event::End => return Ok(Some(self.outcome())),
            Event::Client(ClientMessage::Notice(ClientNotice::Exit)) => {
                return Ok(Some(self.outcome()));
            }
            Event::Client(ClientMessage::Notice(notice)) => {
                self.going_on(|server| server.on_notice(notice))?;
            }
            Event::Client(ClientMessage::Request(id, request)) => self.on_request(id, request)?,
            Event::Client(ClientMessage::Unreadable(Some(id), refusal)) => {
                let refusal = if self.phase == Phase::Waiting {
                    RequestRefused::too_early()
                } else {
                    refusal
                };
                self.to_client.answer(id, Err(refusal))?;
            }
            Event::Client(ClientMessage::Unreadable(None, refusal)) => {
                (self.log)(&bounded(&refusal.message));
                self.to_client.refuse(&refusal)?;
            }
            Event::Unreadable(reason) => {
                (self.log)(&bounded(&reason));
                self.to_client.refuse(&unreadable(&reason))?;
            }
            Event::Disk(paths) => self.refresh(&paths),
            Event::Done(done) => self.going_on(|server| server.on_done(done))?,
        }
        Ok(None)
    }

    /// Does `work`. A fault of topline in it is reported, and the session goes on.
    fn going_on(&mut self, work: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        catch(|| work(self)).unwrap_or_else(|said| {
            (self.log)(&format!("topline failed: {said}; please report it").into());
            Ok(())
        })
    }

    fn outcome(&self) -> Outcome {
        if self.phase == Phase::Ending { Outcome::Yes } else { Outcome::No }
    }

    fn on_request(&mut self, id: RequestNumber, request: ClientRequest) -> io::Result<()> {
        let answer = match (self.phase, request) {
            (Phase::Waiting, ClientRequest::Initialize(client)) => {
                self.client = *client;
                self.phase = Phase::Running;
                Ok(Replies::abilities(self.client.unit))
            }
            (Phase::Waiting, _) => Err(RequestRefused::too_early()),
            (Phase::Ending, _) => {
                Err(RequestRefused::out_of_turn("the session is over: send `exit`"))
            }
            (Phase::Running, ClientRequest::Initialize(_)) => {
                Err(RequestRefused::out_of_turn("`initialize` was sent before"))
            }
            (Phase::Running, ClientRequest::Shutdown) => {
                self.phase = Phase::Ending;
                Ok(Value::Null)
            }
            (Phase::Running, request) => {
                let document = request.document().and_then(|uri| self.documents.get(uri));
                if document.is_some_and(|one| one.is_brief() && one.checked.is_none()) {
                    self.deferred.push((id, request));
                    return Ok(());
                }
                self.answer(&request)
            }
        };
        self.to_client.answer(id, answer)
    }

    /// Answers a request about a document. A fault of topline is an answer too.
    fn answer(&mut self, request: &ClientRequest) -> Result<Value, RequestRefused> {
        let answer = catch(|| self.answer_to(request));
        answer.unwrap_or_else(|said| {
            let message = format!("topline failed: {said}; please report it");
            (self.log)(&Text::new(&message));
            Err(RequestRefused::fault(message))
        })
    }

    fn answer_to(&self, request: &ClientRequest) -> Result<Value, RequestRefused> {
        let Some(uri) = request.document() else { return Ok(Value::Null) };
        let is_worth = |document: &&OpenDocument| document.is_brief() && document.is_small_enough();
        let Some(document) = self.documents.get(uri).filter(is_worth) else {
            return Ok(Value::Null);
        };
        let none = Library::default();
        let library = self.libraries.get(&document.root).unwrap_or(&none);
        let read = |path: &Path| self.text_of(path);
        let view = BriefView {
            here: Origin::File(document.path.clone()).id(),
            path: &document.path,
            text: &document.text,
            fields: scan(&document.text),
            library,
            sound: document.sound.as_deref(),
            proposal: document.proposal.as_deref(),
            read: &read,
        };
        let open = |path: &Path| self.open(path);
        let replies = Replies { client: &self.client, open: &open };
        Answers { uri, document, view, replies, settings: &self.settings }.answer(request)
    }

    fn replying<T>(&self, make: impl FnOnce(&Replies<'_>) -> T) -> T {
        let open = |path: &Path| self.open(path);
        make(&Replies { client: &self.client, open: &open })
    }

    /// Returns the address and the version of a file that is open.
    fn open(&self, path: &Path) -> Option<(String, i32)> {
        let (uri, document) = self.documents.iter().find(|(_, document)| document.path == path)?;
        Some((uri.clone(), document.version))
    }

    /// Returns the text of a file as the editor has it, or else as it is saved.
    fn text_of(&self, path: &Path) -> Option<Arc<str>> {
        if let Some(document) = self.documents.values().find(|document| document.path == path) {
            return Some(Arc::clone(&document.text));
        }
        let bytes = files::read(path, MAX_BYTES).ok()?;
        Some(String::from_utf8(bytes).ok()?.into())
    }

    fn on_notice(&mut self, notice: ClientNotice) -> io::Result<()> {
        if self.phase != Phase::Running {
            return Ok(());
        }
        match notice {
            ClientNotice::Initialized if self.client.watches_files => {
                let registration = Replies::watching();
                self.to_client.ask("client/registerCapability", registration)?;
            }
            ClientNotice::Opened(uri, version, text) => {
                if let Some(path) = path_of(&uri) {
                    let root = self.root_of(&path);
                    let document = OpenDocument::new(path, root, version, text);
                    self.documents.insert(uri.clone(), document);
                    self.changed(&uri, Duration::ZERO);
                }
            }
            ClientNotice::Changed(uri, version, changes) => {
                let unit = self.client.unit;
                if let Some(document) = self.documents.get_mut(&uri) {
                    document.change(version, changes, unit);
                    self.changed(&uri, PAUSE);
                }
            }
            ClientNotice::Saved(uri) => {
                if let Some(document) = self.documents.get_mut(&uri)
                    && document.due.is_some()
                {
                    document.due = Some(Instant::now());
                }
            }
            ClientNotice::Closed(uri) => self.closed(&uri)?,
            ClientNotice::FilesChanged(paths) => self.refresh(&paths),
            ClientNotice::FoldersChanged(added, removed) => {
                self.client.folders.retain(|folder| !removed.contains(folder));
                self.client.folders.extend(added);
            }
            ClientNotice::Cancelled(id) => {
                let waited = self.deferred.len();
                self.deferred.retain(|(deferred, _)| *deferred != id);
                if self.deferred.len() < waited {
                    self.to_client.answer(id, Err(RequestRefused::cancelled()))?;
                }
            }
            ClientNotice::Initialized | ClientNotice::Exit | ClientNotice::Other => {}
        }
        Ok(())
    }

    /// Returns the folder of the library that a file is in: the innermost folder of the workspace that
    /// has it, or else its own folder.
    fn root_of(&self, path: &Path) -> PathBuf {
        let folders = self.client.folders.iter().filter(|folder| path.starts_with(folder));
        let innermost = folders.max_by_key(|folder| folder.iter().count());
        innermost.cloned().unwrap_or_else(|| files::folder(path).to_owned())
    }

    /// Has a document that was opened or has changed checked after a pause, if it is a brief.
    fn changed(&mut self, uri: &str, pause: Duration) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        if document.likeness == Likeness::Blank && recognise::is_beside_briefs(&document.path) {
            document.likeness = Likeness::Brief;
        }
        if !document.is_brief() {
            return;
        }
        document.due = Some(Instant::now() + pause);
        let root = document.root.clone();
        if !self.libraries.contains_key(&root) {
            self.libraries.insert(root.clone(), Library::default());
            let is_watched = !self.client.watches_files;
            let _ = self.tasks.send(Task::Open { root, is_watched });
        }
    }

    fn closed(&mut self, uri: &str) -> io::Result<()> {
        let Some(document) = self.documents.remove(uri) else { return Ok(()) };
        for (id, request) in std::mem::take(&mut self.deferred) {
            if request.document() == Some(uri) {
                self.to_client.answer(id, Ok(Value::Null))?;
            } else {
                self.deferred.push((id, request));
            }
        }
        if !document.is_brief() {
            return Ok(());
        }
        let OpenDocument { root, path, .. } = document;
        if !path.exists() {
            // It was never saved, and is gone.
            let others = self.libraries.get(&root).map(|library| {
                let entries = library.entries().iter().filter(|entry| !is_file(entry, &path));
                entries.map(|entry| entry.origin.clone()).collect()
            });
            self.replace(&root, others, Vec::new());
        }
        let _ = self.tasks.send(Task::Refresh { root: root.clone(), paths: vec![path] });
        let nothing = Replies::no_problems(uri);
        self.to_client.notify("textDocument/publishDiagnostics", nothing)?;
        self.tell_problems(&root)
    }

    /// Has what these files affect read again.
    fn refresh(&mut self, paths: &[PathBuf]) {
        for root in self.libraries.keys() {
            let task = Task::Refresh { root: root.clone(), paths: paths.to_vec() };
            let _ = self.tasks.send(task);
        }
    }

    fn on_done(&mut self, done: Done) -> io::Result<()> {
        match done {
            Done::Warned(reason) => (self.log)(&reason),
            Done::Failed { path, version, message } => {
                (self.log)(&format!("topline failed: {message}; please report it").into());
                if let Some(document) = self.document_at(&path) {
                    document.is_being_read = false;
                    document.checked = Some(version);
                }
                self.answer_deferred()?;
            }
            Done::Read { root, changes } => {
                let Changes { origins, mut entries } = changes;
                // What is open is as the editor has it, and not as it is saved.
                entries.retain(|entry| {
                    let open = self.documents.values_mut().find(|open| is_file(entry, &open.path));
                    let Some(open) = open.filter(|open| open.is_brief()) else { return true };
                    open.due = open.due.or(Some(Instant::now()));
                    open.checked.is_none()
                });
                self.replace(&root, Some(origins), entries);
                self.tell_problems(&root)?;
            }
            Done::Checked(checked) => self.on_checked(*checked)?,
        }
        Ok(())
    }

    fn on_checked(&mut self, checked: CheckedText) -> io::Result<()> {
        let CheckedText { root, path, version, entry, proposal } = checked;
        let Some(document) = self.document_at(&path) else { return Ok(()) };
        document.is_being_read = false;
        document.checked = Some(version);
        if proposal.is_some() {
            document.proposal = proposal;
        }
        if let Some(brief) = &entry.brief {
            document.sound = Some(brief.clone());
        }
        self.replace(&root, None, vec![entry]);
        self.tell_problems(&root)?;
        self.answer_deferred()
    }

    fn document_at(&mut self, path: &Path) -> Option<&mut OpenDocument> {
        self.documents.values_mut().find(|document| document.path == path)
    }

    /// Puts entries that were read into a library, which has the briefs at `origins` now, or else those
    /// that it had; and those that are open but were never saved.
    fn replace(
        &mut self,
        root: &Path,
        origins: Option<Vec<Origin>>,
        entries: Vec<crate::library::Entry>,
    ) {
        let Some(library) = self.libraries.get_mut(root) else { return };
        let known = || library.entries().iter().map(|entry| entry.origin.clone()).collect();
        let mut origins: Vec<Origin> = origins.unwrap_or_else(known);
        let open = self.documents.values().filter(|open| open.is_brief() && open.root == root);
        for document in open {
            let origin = Origin::File(document.path.clone());
            if !origins.contains(&origin) {
                let place = origins.partition_point(|other| match other {
                    Origin::File(path) => in_library_order(path, &document.path).is_lt(),
                    _ => true,
                });
                origins.insert(place, origin);
            }
        }
        library.replace(Changes { origins, entries });
    }

    /// Tells the editor of the problems of the open briefs of a library, if they are not what it was
    /// told last. A brief that has changed since it was checked has to wait: its places are those of
    /// the text before.
    fn tell_problems(&mut self, root: &Path) -> io::Result<()> {
        let Some(library) = self.libraries.get(root) else { return Ok(()) };
        let is_ready = |document: &OpenDocument| {
            document.root == root
                && document.is_brief()
                && document.checked == Some(document.version)
        };
        let ready: Vec<(&String, &OpenDocument)> =
            self.documents.iter().filter(|(_, document)| is_ready(document)).collect();
        let texts: Vec<(&Path, &str)> =
            ready.iter().map(|(_, document)| (document.path.as_path(), &*document.text)).collect();
        let (levels, today) = (&self.settings.levels, Date::today());
        let found = problems_in(library, &texts, levels, today);
        let mut told = Vec::new();
        for ((uri, document), problems) in ready.into_iter().zip(found) {
            if document.told == Some(document.version) && document.problems == problems {
                continue;
            }
            let (version, text) = (document.version, &document.text);
            let params = self.replying(|replies| replies.problems(uri, version, text, &problems));
            told.push((uri.clone(), problems, params));
        }
        for (uri, problems, params) in told {
            self.to_client.notify("textDocument/publishDiagnostics", params)?;
            if let Some(document) = self.documents.get_mut(&uri) {
                document.told = Some(document.version);
                document.problems = problems;
            }
        }
        Ok(())
    }

    /// Answers the requests about documents that have been checked by now.
    fn answer_deferred(&mut self) -> io::Result<()> {
        for (id, request) in std::mem::take(&mut self.deferred) {
            let document = request.document().and_then(|uri| self.documents.get(uri));
            if document.is_some_and(|document| document.checked.is_none()) {
                self.deferred.push((id, request));
            } else {
                let answer = self.answer(&request);
                self.to_client.answer(id, answer)?;
            }
        }
        Ok(())
    }
}
