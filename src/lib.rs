//! topline reads, checks and prints policy briefs in the terminal.
//!
//! A brief is a YAML file that says what one source says: who said what, in which words, and who
//! asks what of whom. A library is a folder of them.
//!
//! Imports point left only, and a test holds them to it:
//!
//! ```text
//! text ← brief ← evidence ← library ← page ← reader ← commands ← main
//! ```
//!
//! Where the parts show on the screen:
//!
//! ```text
//!  topline   1 of 3   Board warns on unlit ferries                   ✓ 2 verified ── title: library::Library
//! ┌1 Briefs ─── 1/3 ┐┌3 Claims ─────────── 1/2 ┐┌5 Quotes ─────── 1 for c1 ┐
//! │▌ ferry-lights   ││▌ c1 31 of 84 boats …  ●1││▌•“We inspected 84 boats  │
//! │  nca-holyrood   ││  c2 Night sailings …  ●1││▌ and 31 had no …”      ●1│── words: page::items
//! ├2 Officials ─────┤├4 Asks ───────────── 1/3 ┤├6 Source ───────── q1 ¶3 ─┤
//! │▌ everyone    ●10││▌ ASK    Tidewater …   ●1││ ¶3 … “We inspected 84    │
//! │  Dana Vale    ●2││  COMMIT Sir Ian …     ●1││    boats and 31 had …”   │── spans: evidence::Finding
//! └─────────────────┘└─────────────────────────┘└──────────────────────────┘
//!  Enter its quotes   } next claim   ? help   q quit ── hints: reader::keys
//!         │                    │                     │
//!         └── reader::list ────┴── marks and counts: library::Links
//! ```
//!
//! To read briefs, find them and load them:
//!
//! ```
//! use topline::library::{Loading, shipped};
//!
//! let library = Loading::start(shipped::origins(), Vec::new()).finish(|_| {});
//! let titles: Vec<_> = library.briefs().map(|brief| brief.source.title.as_str()).collect();
//! assert_eq!(titles[0], "Board warns on unlit ferries");
//! ```

pub mod brief;
pub mod commands;
pub mod config;
pub mod evidence;
pub mod files;
pub mod import;
pub mod library;
pub mod page;
pub mod reader;
pub mod text;
