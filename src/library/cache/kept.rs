//! The file of a cache: a line that says which build wrote it, a table, and the records of which the
//! table says where they are. Only the table is read at once; a record is when it is looked for.
//!
//! The table begins with the number of its rows and is sorted by name. A row is the name, the seal, and the
//! record’s first byte and length. All numbers are little-endian and of 32 bits. Nothing guards the table:
//! in a damaged one a record is not found, or the bytes that are found do not fit the seal.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::files::Parts;

/// What a record is found by.
pub type RecordName = [u8; 32];

/// What its bytes are known by.
pub type Seal = [u8; 32];

/// The bytes of a number.
const NUMBER: usize = size_of::<u32>();

const ROW: usize = size_of::<RecordName>() + size_of::<Seal>() + 2 * NUMBER;

/// A record, and where its bytes are in the file.
#[derive(Clone, Copy, Debug)]
pub struct RecordRow {
    pub name: RecordName,
    pub seal: Seal,
    pub first: u32,
    pub length: u32,
}

/// The records of a file.
#[derive(Debug, Default)]
pub struct Kept {
    file: Option<Parts>,
    /// The size of the file in bytes.
    size: u64,
    table: Vec<u8>,
}

/// The line that a file begins with.
fn header(build: &str) -> String {
    format!("topline cache {build}\n")
}

impl Kept {
    /// Returns the records in the file at `path`; none if there is no such file, it is larger than
    /// `limit` bytes, or another build wrote it.
    pub fn open(path: &Path, build: &str, limit: u64) -> Self {
        Self::read(path, build, limit).unwrap_or_default()
    }

    fn read(path: &Path, build: &str, limit: u64) -> Option<Self> {
        let header = header(build);
        let (file, size) = Parts::open(path).ok()?;
        let before = header.len() + NUMBER;
        if size > limit || size < before as u64 {
            return None;
        }
        let start = file.read(0, before).ok()?;
        let (_, count) = start.strip_prefix(header.as_bytes())?.split_last_chunk::<NUMBER>()?;
        let table = (u32::from_le_bytes(*count) as usize).checked_mul(ROW)?;
        if size - (before as u64) < table as u64 {
            return None;
        }
        let table = file.read(before as u64, table).ok()?;
        Some(Self { file: Some(file), size, table })
    }

    /// Returns the record called `name`.
    pub fn get(&self, name: &RecordName) -> Option<RecordRow> {
        let (rows, _) = self.table.as_chunks::<ROW>();
        let row = rows.binary_search_by_key(&name.as_slice(), |row| &row[..name.len()]).ok()?;
        row_in(&rows[row])
    }

    /// Returns the bytes of a record; [`None`] if the file has none there.
    pub fn bytes(&self, row: &RecordRow) -> Option<Vec<u8>> {
        let (first, length) = (u64::from(row.first), row.length as usize);
        let is_there = first + u64::from(row.length) <= self.size;
        self.file.as_ref().filter(|_| is_there)?.read(first, length).ok()
    }

    /// Returns every record.
    pub fn rows(&self) -> impl Iterator<Item = RecordRow> {
        self.table.as_chunks::<ROW>().0.iter().filter_map(row_in)
    }
}

fn row_in(row: &[u8; ROW]) -> Option<RecordRow> {
    let (name, rest) = row.split_first_chunk()?;
    let (seal, rest) = rest.split_first_chunk()?;
    let (first, length) = rest.split_first_chunk()?;
    let first = u32::from_le_bytes(*first);
    let length = u32::from_le_bytes(length.try_into().ok()?);
    Some(RecordRow { name: *name, seal: *seal, first, length })
}

/// Writes a file of records, of which `bytes` returns the bytes one after the other.
///
/// # Errors
///
/// The records are larger than `limit` bytes, `bytes` fails, or `out` does.
pub fn write(
    build: &str,
    limit: u64,
    rows: &BTreeMap<RecordName, RecordRow>,
    bytes: impl Fn(&RecordRow) -> io::Result<Vec<u8>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let number = |number: u64| {
        let number = u32::try_from(number).ok().filter(|number| u64::from(*number) <= limit);
        number.ok_or_else(|| io::Error::from(ErrorKind::FileTooLarge))
    };
    let header = header(build);
    let mut first = (header.len() + NUMBER + rows.len() * ROW) as u64;
    let size = first + rows.values().map(|row| u64::from(row.length)).sum::<u64>();
    number(size)?;
    out.write_all(header.as_bytes())?;
    out.write_all(&number(rows.len() as u64)?.to_le_bytes())?;
    for row in rows.values() {
        out.write_all(&row.name)?;
        out.write_all(&row.seal)?;
        out.write_all(&number(first)?.to_le_bytes())?;
        out.write_all(&row.length.to_le_bytes())?;
        first += u64::from(row.length);
    }
    rows.values().try_for_each(|row| out.write_all(&bytes(row)?))
}
