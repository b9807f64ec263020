//! Makes a digest of everything that the verdict on a brief follows from besides the brief: the layers
//! up to `evidence`, how a cache is written, the dependencies and the compiler. What another build has
//! kept in a cache is not used (`library::cache`).

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::process::Command;

/// What is read for the digest. No layer imports what is to the right of it, so the others cannot matter.
const READ: [&str; 8] = [
    "Cargo.lock",
    "Cargo.toml",
    "src/text",
    "src/files",
    "src/import",
    "src/brief",
    "src/evidence",
    "src/library/cache",
];

fn main() -> io::Result<()> {
    let mut digest = DefaultHasher::new();
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Command::new(compiler).arg("-vV").output()?.stdout.hash(&mut digest);
    for path in READ {
        println!("cargo::rerun-if-changed={path}");
        add(Path::new(path), &mut digest)?;
    }
    println!("cargo::rustc-env=TOPLINE_BUILD={:016x}", digest.finish());
    Ok(())
}

/// Adds a file, or all files of a folder in the order of their names, to the digest.
fn add(path: &Path, digest: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        let mut paths: Vec<_> =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.sort();
        return paths.iter().try_for_each(|path| add(path, digest));
    }
    path.to_string_lossy().replace('\\', "/").hash(digest);
    // A package that is built as a dependency may have no lock.
    fs::read(path).unwrap_or_default().hash(digest);
    Ok(())
}
