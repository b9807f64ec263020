//! The archive that a Word file is.

use std::io::{self, Cursor};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::page::markup::Markup;

/// The archive while it is made.
pub type Zip = ZipWriter<Cursor<Vec<u8>>>;

/// An archive of XML files. Nothing in it depends on the machine or the time.
pub struct Archive(Zip);

impl Archive {
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a file with what `write` writes, and returns what that returns.
    pub fn part<T>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Markup<&mut Zip>) -> io::Result<T>,
    ) -> io::Result<T> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        let mut markup = Markup::new(&mut self.0);
        markup.declare_xml()?;
        write(&mut markup)
    }

    /// Returns the archive.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}
