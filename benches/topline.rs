//! How long the steps take that a user waits for.
//!
//! `cargo bench` measures; `cargo test --benches` runs each once, to see that it works.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop at once")]

mod corpus;

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use topline::brief::{self, Id};
use topline::library::search::{self, Index, Query, Scan};
use topline::library::{Changes, Entry, Library, Loading, Origin, find, shipped};
use topline::page::{self, Extent};
use topline::reader::action::{Action, LibraryAction};
use topline::reader::app::App;
use topline::reader::theme::Theme;
use topline::reader::view::snapshot;
use topline::text;

/// The briefs of a department that has used topline for years.
const MANY: usize = 1_000;

fn parse_one_brief(bench: &mut Criterion) {
    let id = Id::new("nca-holyrood").unwrap();
    let bytes = shipped::bytes("nca-holyrood.yaml").unwrap();
    bench.bench_function("parse one brief", |bench| {
        bench.iter(|| brief::read(black_box(&id), black_box(&bytes)));
    });
}

fn load_many_briefs(bench: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    corpus::write(folder.path(), MANY).unwrap();
    let paths = [folder.path().to_path_buf()];
    let mut group = bench.benchmark_group("load");
    group.sample_size(10);
    group.bench_function("1,000 briefs with their texts", |bench| {
        bench.iter(|| load(black_box(&paths)));
    });
    group.finish();
}

fn load(paths: &[PathBuf]) -> Library {
    Loading::start(find(paths).unwrap().origins, Vec::new()).finish(|_| {})
}

fn search_many_briefs(bench: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    corpus::write(folder.path(), MANY).unwrap();
    let library = load(&[folder.path().to_path_buf()]);
    let mut group = bench.benchmark_group("search 1,000 briefs");
    group.sample_size(10);
    group.bench_function("fold them for the first time", |bench| {
        bench.iter_batched(
            || -> Vec<Entry> {
                let entries = library.entries().iter();
                entries.map(|entry| Entry { index: Index::default(), ..entry.clone() }).collect()
            },
            |entries| -> usize {
                let query = Query::parse("zebra");
                let briefs: Vec<_> = entries.iter().map(|entry| (entry, None)).collect();
                let fitting = Scan::new(&query).fitting_in_each(&briefs);
                fitting.iter().flatten().map(|fitting| fitting.count(false)).sum()
            },
            BatchSize::PerIteration,
        );
    });
    for words in ["zebra", "lights", "stern light -harbour", "Stern"] {
        let query = Query::parse(words);
        group.bench_function(words, |bench| {
            bench.iter(|| library.search(black_box(&query)).count());
        });
    }
    group.finish();
}

fn compose_a_page(bench: &mut Criterion) {
    let library = Loading::start(shipped::origins(), Vec::new()).finish(|_| {});
    bench.bench_function("compose the shipped briefs", |bench| {
        bench.iter(|| page::compose(black_box(&library), &Extent::default()));
    });
    let document = page::compose(&library, &Extent::default());
    bench.bench_function("lay out the shipped briefs", |bench| {
        bench.iter(|| page::plain(page::layout(black_box(&document), 72)));
    });
}

fn wrap_a_long_text(bench: &mut Criterion) {
    let words: String = (1..=40).map(|number| corpus::sample(number).text).collect();
    bench.bench_function("wrap 100 KB of text", |bench| {
        bench.iter(|| text::wrap(black_box(&words), 72, 72));
    });
}

fn draw_a_frame(bench: &mut Criterion) {
    let origins = shipped::origins();
    let mut app = App::new(origins.len(), None);
    app.update(Action::Resized(200, 60));
    for (index, entry) in Loading::start(origins, Vec::new()).entries() {
        app.update(Action::Library(LibraryAction::Loaded(vec![(index, entry)])));
    }
    let theme = Theme::terminal();
    bench.bench_function("draw a frame at 200×60", |bench| {
        bench.iter(|| snapshot::frame(black_box(&app), black_box(&theme)));
    });
}

/// What comes of each key that is pressed in the prompt, over all briefs, up to the frame.
fn type_in_the_prompt(bench: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    corpus::write(folder.path(), MANY).unwrap();
    let library = load(&[folder.path().to_path_buf()]);
    search::fold(&library.entries().iter().collect::<Vec<_>>());
    for times in [1, 10] {
        let mut app = reader_of(&library, times);
        app.update(Action::Search);
        let theme = Theme::terminal();
        let write = |text: &str| Action::Write(text::Stroke::Insert(text.into()));
        let name = format!("type in the prompt over {} briefs", times * MANY);
        let mut group = bench.benchmark_group(name);
        group.sample_size(20);
        for words in ["e", "zebra", "inspection", "Inspection", "\"the board\" light"] {
            group.bench_function(words, |bench| {
                bench.iter(|| {
                    app.update(write(black_box(words)));
                    let frame = snapshot::frame(&app, &theme);
                    app.update(Action::Write(text::Stroke::DeleteToStart));
                    frame
                });
            });
        }
        group.finish();
    }
}

/// A reader of so many copies of the briefs of a library.
fn reader_of(library: &Library, times: usize) -> App {
    let copies = (0..times).flat_map(|copy| {
        library.entries().iter().map(move |entry| {
            let origin = Origin::File(format!("{copy}/{}.yaml", entry.id).into());
            Entry { origin, ..entry.clone() }
        })
    });
    let entries: Vec<Entry> = copies.collect();
    let origins = entries.iter().map(|entry| entry.origin.clone()).collect();
    let mut app = App::new(entries.len(), None);
    app.update(Action::Resized(200, 60));
    app.update(Action::Library(LibraryAction::Changed(Changes { origins, entries })));
    app
}

criterion_group!(
    benches,
    parse_one_brief,
    load_many_briefs,
    compose_a_page,
    wrap_a_long_text,
    draw_a_frame,
    search_many_briefs,
    type_in_the_prompt
);
criterion_main!(benches);
