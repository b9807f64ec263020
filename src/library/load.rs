//! Reads briefs and the texts of their sources, one at a time or many in the background.

use std::convert::Infallible;
use std::io;
use std::iter;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

use super::all_cores::cores_for;
use super::cache::{Basis, Cache, Kind};
use super::fault::{catch, report};
use super::heap::grow_heap;
use super::in_order::in_order;
use super::lazy_evidence::{LazyEvidence, Neighbours};
use super::search::{Index, Query, Skim};
use super::source::bytes_of_text;
use super::{Entry, Library, Origin, shipped};
use crate::brief::{self, Brief, Problem, Reading};
#[cfg(doc)]
use crate::evidence::Evidence;
use crate::files;

/// Reads one brief, with the text of its source from the folder of the brief or from the first of
/// the folders in `sources` that has it, and with what is locked of it. Whatever is wrong becomes a
/// problem of the entry.
pub fn load(origin: &Origin, sources: &[PathBuf]) -> Entry {
    caught(origin, || load_beside(origin, &beside(sources)))
}

/// Reads one brief from `bytes`, which `origin` holds or is to hold, as [`load`] reads it from there.
pub fn load_bytes(origin: &Origin, bytes: &[u8], sources: &[PathBuf]) -> Entry {
    caught(origin, || entry_of(origin, bytes, &beside(sources)))
}

/// Returns the entry that `load` returns. If it panics, the file is unreadable.
fn caught(origin: &Origin, load: impl FnOnce() -> Entry) -> Entry {
    catch(load).unwrap_or_else(|said| Entry::unreadable(origin.clone(), report(&said)))
}

fn beside(sources: &[PathBuf]) -> Arc<Neighbours> {
    Arc::new(Neighbours::new(sources.to_vec(), None))
}

/// Reads one brief as [`load`] does, with what is beside it.
pub(super) fn load_among(origin: &Origin, neighbours: &Arc<Neighbours>) -> Entry {
    caught(origin, || load_beside(origin, neighbours))
}

fn load_beside(origin: &Origin, neighbours: &Arc<Neighbours>) -> Entry {
    let bytes = match origin {
        Origin::File(path) => {
            neighbours.sightings.note(path);
            files::read(path, brief::MAX_BYTES).map_err(|unread| unread.to_string())
        }
        Origin::Elsewhere(_) => Err("is a link out of the folders that were named, which is not \
            followed: name what it leads to as well, or copy that here"
            .to_owned()),
        Origin::Stdin => {
            files::drain(io::stdin().lock(), brief::MAX_BYTES).map_err(|unread| unread.to_string())
        }
        Origin::Shipped(name) => {
            shipped::bytes(name).map(Into::into).ok_or_else(|| "does not ship with topline".into())
        }
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(reason) => return Entry::unreadable(origin.clone(), format!("the file {reason}")),
    };
    entry_of(origin, &bytes, neighbours)
}

fn entry_of(origin: &Origin, bytes: &[u8], neighbours: &Arc<Neighbours>) -> Entry {
    let basis = neighbours.cache.is_some().then(|| basis_of(origin, bytes));
    entry_from(origin, bytes, basis, neighbours)
}

/// Returns what a reading of these bytes of the file at `origin` follows from.
fn basis_of(origin: &Origin, bytes: &[u8]) -> Basis {
    Basis::new([Some(origin.id().as_bytes()), Some(bytes)])
}

/// Makes the entry of a file with these bytes, whose `basis` is known if something is kept of it.
fn entry_from(
    origin: &Origin,
    bytes: &[u8],
    basis: Option<Basis>,
    neighbours: &Arc<Neighbours>,
) -> Entry {
    let id = origin.id();
    let cache = neighbours.cache.as_deref().zip(basis.as_ref());
    let kept = cache.and_then(|(cache, basis)| cache.recall(Kind::Reading, origin, basis));
    let (yaml, reading) = if let Some(reading) = kept {
        (None, reading)
    } else {
        let Reading { yaml, brief, part, problems } = brief::read(&id, bytes);
        let reading = (brief, part, problems);
        if let Some((cache, basis)) = cache {
            cache.keep(Kind::Reading, origin, basis, &reading);
        }
        (Some(yaml), reading)
    };
    let (brief, part, problems): (Option<Brief>, Option<Brief>, Vec<Problem>) = reading;
    let can_be_read_again = matches!(origin, Origin::File(_)) && problems.is_empty();
    let is_passed = neighbours.passes_files && can_be_read_again;
    let yaml = (!is_passed).then(|| yaml.unwrap_or_else(|| brief::text_of(bytes)));
    Entry {
        id,
        origin: origin.clone(),
        yaml: yaml.map_or_else(OnceLock::new, OnceLock::from),
        brief: brief.map(Arc::new),
        problems,
        evidence: LazyEvidence::new(Arc::clone(neighbours), part, basis),
        index: Index::default(),
    }
}

/// Reads, on all cores, the briefs of `origins` that `query` may match and those that are broken: what
/// [`Library::search`] finds in them is what it would find in all, and so is what is wrong.
///
/// A brief is passed over if the `cache` knows that it is sound and a word of the query cannot be in it.
/// `progress` is called with the number of briefs that are done so far, after each few.
pub fn load_for_query(
    query: &Query,
    origins: &[Origin],
    sources: Vec<PathBuf>,
    cache: Option<Arc<Cache>>,
    mut progress: impl FnMut(usize),
) -> Library {
    let neighbours = Arc::new(Neighbours::new(sources, cache));
    let skim = Skim::new(query);
    let load = |origin: &Origin| {
        let load = || match &skim {
            Some(skim) => load_unless_passed_over(origin, &neighbours, skim),
            None => Some(load_beside(origin, &neighbours)),
        };
        catch(load).unwrap_or_else(|said| Some(Entry::unreadable(origin.clone(), report(&said))))
    };
    let runs: Vec<&[Origin]> = origins.chunks(TOGETHER).collect();
    let load_run = |run: usize| runs[run].iter().map(load).collect::<Vec<_>>();
    let (mut done, mut entries) = (0, Vec::new());
    let Ok(()) = in_order(runs.len(), load_run, |run| {
        done += run.len();
        entries.extend(run.into_iter().flatten());
        progress(done);
        Ok::<(), Infallible>(())
    });
    Library::new(entries)
}

fn load_unless_passed_over(
    origin: &Origin,
    neighbours: &Arc<Neighbours>,
    skim: &Skim,
) -> Option<Entry> {
    let (Origin::File(path), Some(cache)) = (origin, &neighbours.cache) else {
        return Some(load_beside(origin, neighbours));
    };
    let Ok(bytes) = files::read(path, brief::MAX_BYTES) else {
        return Some(load_beside(origin, neighbours));
    };
    let basis = basis_of(origin, &bytes);
    let sound: Option<Option<String>> = cache.recall(Kind::Sound, origin, &basis);
    if let Some(text) = &sound {
        let Neighbours { sources, folders, .. } = &**neighbours;
        let text = text.as_deref().and_then(|name| bytes_of_text(name, origin, sources, folders));
        if !skim.may_fit(&origin.id(), &bytes, text.as_deref()) {
            return None;
        }
    }
    let entry = entry_from(origin, &bytes, Some(basis), neighbours);
    if let (None, Some(brief)) = (sound, &entry.brief) {
        cache.keep(Kind::Sound, origin, &basis, &brief.source.text.as_deref());
    }
    Some(entry)
}

/// How long briefs are waited for that are taken in together: a screen that is drawn for each batch is
/// drawn often enough to show that something happens, and leaves the cores to the reading.
const BREATH: Duration = Duration::from_millis(20);

/// The most briefs that are taken in together.
const AT_ONCE: usize = 256;

/// How many briefs a core hands on at a time to who waits for all: it is not woken for each.
const TOGETHER: usize = 16;

/// Briefs that are being read on all cores, in the background.
///
/// Dropping it stops the work after the briefs that are being read.
#[derive(Debug)]
pub struct Loading {
    origins: Arc<[Origin]>,
    entries: mpsc::Receiver<Vec<(usize, Entry)>>,
    /// Disconnected once all are read.
    end: mpsc::Receiver<Infallible>,
}

impl Loading {
    /// Starts reading `origins`, in this order; [`load`] says what `sources` are.
    pub fn start(origins: Vec<Origin>, sources: Vec<PathBuf>) -> Self {
        Self::start_cached(origins, sources, None)
    }

    /// Like [`start`](Self::start), but nothing is worked out that is in the `cache`.
    pub fn start_cached(
        origins: Vec<Origin>,
        sources: Vec<PathBuf>,
        cache: Option<Arc<Cache>>,
    ) -> Self {
        Self::start_all(origins, Neighbours::new(sources, cache))
    }

    /// Like [`start_cached`](Self::start_cached), for who shows briefs and no places in their files: the
    /// texts of sound files are not kept, but read again if they are asked for.
    pub fn start_to_show(
        origins: Vec<Origin>,
        sources: Vec<PathBuf>,
        cache: Option<Arc<Cache>>,
    ) -> Self {
        Self::start_all(
            origins,
            Neighbours { passes_files: true, ..Neighbours::new(sources, cache) },
        )
    }

    /// Like [`start_to_show`](Self::start_to_show), for who shows no source either: what is known of a brief
    /// is worked out from the text of its source, which is [not kept](Evidence::without_text).
    pub fn start_to_print(
        origins: Vec<Origin>,
        sources: Vec<PathBuf>,
        cache: Option<Arc<Cache>>,
    ) -> Self {
        let neighbours = Neighbours::new(sources, cache);
        let neighbours = Neighbours { passes_files: true, passes_texts: true, ..neighbours };
        Self::start_all(origins, neighbours)
    }

    /// Starts reading briefs for who waits for all of them.
    fn start_all(origins: Vec<Origin>, neighbours: Neighbours) -> Self {
        let neighbours = Arc::new(neighbours);
        let load = move |origin: &Origin, _| load_beside(origin, &neighbours);
        Self::start_by(0, TOGETHER, origins, load)
    }

    /// Like [`start_to_show`](Self::start_to_show), with what is beside the briefs. Reads the one at `first`
    /// before the others, and hands on each as soon as it is read.
    pub(super) fn start_among(
        first: usize,
        origins: Vec<Origin>,
        neighbours: Arc<Neighbours>,
    ) -> Self {
        Self::start_by(first, 1, origins, move |origin, is_first| {
            let entry = load_beside(origin, &neighbours);
            if is_first {
                // It is shown at once, with its state.
                entry.evidence();
            }
            entry
        })
    }

    /// Starts reading each of `origins` by `load`, which is told whether it is the one at `first`. That one
    /// is read before other cores are busy, so that it is there as soon as it can be. The others are handed
    /// on `together`, as many at a time.
    fn start_by(
        first: usize,
        together: usize,
        origins: Vec<Origin>,
        load: impl Fn(&Origin, bool) -> Entry + Send + Sync + 'static,
    ) -> Self {
        let origins: Arc<[Origin]> = origins.into();
        let cores = cores_for(origins.len());
        let (sender, entries) = mpsc::channel();
        let (working, end) = mpsc::channel();
        let next = Arc::new(AtomicUsize::new(0));
        let reader = Reader {
            origins: Arc::clone(&origins),
            first,
            together,
            next,
            load: Arc::new(load),
            sender,
            _working: working,
        };
        thread::spawn(move || {
            reader.read(1);
            for _ in 1..cores {
                let reader = reader.clone();
                thread::spawn(move || reader.read_all());
            }
            reader.read_all();
        });
        Self { origins, entries, end }
    }

    /// Returns what is being read, in order.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// Returns each brief as soon as it is read, with its index in [`origins`](Self::origins),
    /// until all are read.
    pub fn entries(&self) -> impl Iterator<Item = (usize, Entry)> + '_ {
        self.entries.iter().flatten()
    }

    /// Returns the briefs as [`entries`](Self::entries) does: the first as soon as it is read, and the
    /// others together that are read at a time, a few times in a tenth of a second; but not so many that
    /// whoever takes them in is kept from other work.
    pub fn batches(&self) -> impl Iterator<Item = Vec<(usize, Entry)>> + '_ {
        let mut is_idle = false;
        iter::from_fn(move || {
            let mut batch = self.entries.recv().ok()?;
            if is_idle {
                // Nobody is woken for each brief, but for the last.
                let _ = self.end.recv_timeout(BREATH);
            }
            while batch.len() < AT_ONCE
                && let Ok(more) = self.entries.try_recv()
            {
                batch.extend(more);
            }
            is_idle = batch.len() < AT_ONCE;
            Some(batch)
        })
    }

    /// Waits for every brief and returns the library, in order. `progress` is called with the
    /// number of briefs read so far, after each few.
    pub fn finish(self, mut progress: impl FnMut(usize)) -> Library {
        let mut read = Vec::new();
        for entries in &self.entries {
            read.extend(entries);
            progress(read.len());
        }
        read.sort_by_key(|(index, _)| *index);
        Library::new(read.into_iter().map(|(_, entry)| entry).collect())
    }
}

/// Reads the brief at an origin; it is told whether that is the first.
type Load = dyn Fn(&Origin, bool) -> Entry + Send + Sync;

/// What a core reads with, and where it sends what it has read.
#[derive(Clone)]
struct Reader {
    origins: Arc<[Origin]>,
    first: usize,
    /// How many are handed on at a time.
    together: usize,
    /// How many have been taken, by all cores.
    next: Arc<AtomicUsize>,
    /// Dropped before the sender: whoever has seen the last brief has all that was read with it.
    load: Arc<Load>,
    sender: mpsc::Sender<Vec<(usize, Entry)>>,
    /// Dropped after the last brief was sent.
    _working: mpsc::Sender<Infallible>,
}

impl Reader {
    fn read_all(&self) {
        while self.read(self.together) {}
    }

    /// Reads as many of those that have not been taken, and hands them on. Returns whether there may be more
    /// to read.
    fn read(&self, most: usize) -> bool {
        grow_heap();
        let entries: Vec<_> = iter::from_fn(|| self.read_next()).take(most).collect();
        !entries.is_empty() && self.sender.send(entries).is_ok()
    }

    /// Reads the one at `first`, or else the next of the others; [`None`] if all have been taken.
    fn read_next(&self) -> Option<(usize, Entry)> {
        let index = match self.next.fetch_add(1, Ordering::Relaxed) {
            0 => self.first,
            turn if turn <= self.first => turn - 1,
            turn => turn,
        };
        let origin = self.origins.get(index)?;
        Some((index, caught(origin, || (self.load)(origin, index == self.first))))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::evidence::State;

    #[test]
    fn the_text_of_a_sound_file_is_read_again_when_it_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let sound = "summary: Boats.\nsource: {title: Boats, publisher: unknown}\n";
        let texts = [sound.to_owned(), format!("{sound}quotes: [\n")];
        let origins: Vec<Origin> = (0..2)
            .map(|n| Origin::File(folder.path().join(format!("b{n}.yaml"))))
            .inspect(|origin| {
                let Origin::File(path) = origin else { unreachable!() };
                fs::write(path, &texts[usize::from(path.ends_with("b1.yaml"))]).unwrap();
            })
            .collect();
        let library = Loading::start_to_show(origins, Vec::new(), None).finish(|_| {});
        let held: Vec<bool> =
            library.entries().iter().map(|entry| entry.yaml.get().is_some()).collect();
        assert_eq!(held, [false, true], "only what has problems to be placed in it");
        assert!(library.entries().iter().map(Entry::yaml).eq(&texts));
    }

    #[test]
    fn what_is_printed_keeps_no_text_of_a_source_and_is_known_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let yaml = "summary: Boats.\nsource: {title: Boats, publisher: unknown, text: s.txt}\n\
             quotes: {q: {by: source, form: passage, exact: Nine boats}}\n";
        let (brief, text) = (folder.path().join("b.yaml"), folder.path().join("s.txt"));
        fs::write(&brief, yaml).unwrap();
        fs::write(&text, "Nine boats sail.").unwrap();
        let load = |start: fn(_, _, _) -> Loading| {
            start(vec![Origin::File(brief.clone())], Vec::new(), None).finish(|_| {})
        };
        let known = |library: &Library| {
            let entry = &library.entries()[0];
            let evidence = entry.evidence();
            let brief = entry.brief.as_ref().unwrap();
            let file = entry.source_file().map(ToOwned::to_owned);
            (evidence.states(brief).collect::<Vec<_>>(), evidence.has_text(), file)
        };
        let (shown, printed) = (load(Loading::start_to_show), load(Loading::start_to_print));
        assert_eq!(known(&shown), known(&printed));
        assert_eq!(known(&printed), (vec![State::Verified], true, Some(text)));
        let kept = [&shown, &printed].map(|one| one.entries()[0].evidence().text.is_some());
        assert_eq!(kept, [true, false]);
        assert_eq!(printed.entries()[0].text().unwrap().as_str(), "Nine boats sail.");
    }

    #[test]
    fn a_panic_while_a_file_is_read_is_told_and_hides_no_other_file() {
        let origins: Vec<Origin> =
            (0..50).map(|n| Origin::File(format!("brief-{n}.yaml").into())).collect();
        let faulty = |origin: &Origin| origin.to_string().contains('7');
        let loading = Loading::start_by(3, 4, origins.clone(), move |origin, _| {
            assert!(!faulty(origin), "index 7 of \u{1b}]0;{}\u{7}", "x".repeat(10_000));
            Entry::unreadable(origin.clone(), "sound")
        });
        let mut read = 0;
        let library = loading.finish(|so_far| read = so_far);
        let entries = library.entries();
        assert!(entries.iter().map(|entry| &entry.origin).eq(&origins) && read == 50);
        for entry in entries {
            let message = &entry.problems[0].message;
            if faulty(&entry.origin) {
                let start = "topline failed on this file (index 7 of \u{fffd}]0;xxx";
                assert!(message.starts_with(start) && message.len() < 1_000, "{message}");
            } else {
                assert_eq!(*message, "sound");
            }
        }
    }
}
