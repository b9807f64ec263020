//! Documents that are archives of parts, as word processors write them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::ImportError;

/// A document that is an archive.
#[derive(Debug)]
pub struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

/// A part that is at most this large may inflate as it likes: it cannot exhaust anything.
const GRACE: u64 = 100 << 10;

/// How many times its size a larger part may inflate to. Text comes to 20 times at most.
const INFLATION: u64 = 100;

impl<'a> Package<'a> {
    /// Opens a document; [`None`] if it is no archive.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    /// Returns whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Returns whether the names of some parts begin like this.
    pub fn has_any(&self, prefix: &str) -> bool {
        self.0.file_names().flatten().any(|name| name.starts_with(prefix))
    }

    /// Reads a part; [`None`] if there is none of this name.
    ///
    /// # Errors
    ///
    /// It is damaged or encrypted, or inflates to more than a hundred times its size.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        if !self.has(name) {
            return Ok(None);
        }
        let part = self.0.by_name(name).map_err(|_| damaged())?;
        let limit = part.compressed_size().saturating_mul(INFLATION).max(GRACE);
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        if bytes.len() as u64 > limit {
            return Err(ImportError::new(
                format!("has a part that inflates to more than {INFLATION} times its size"),
                "open it in the program that made it, and save it once more",
            ));
        }
        Ok(Some(bytes))
    }
}

fn damaged() -> ImportError {
    ImportError::new(
        "cannot be read: it is a damaged or encrypted document",
        "open it in the program that made it, and save it once more without a password",
    )
}
