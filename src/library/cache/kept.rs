//! The file of a cache: a line that says which build wrote it, a table, and the records of which the
//! table says where they are. Nothing is decoded before it is looked for.
//!
//! The table is sorted by name. A row is the name, the seal, and the record’s first byte and length.
//! All numbers are little-endian and of 32 bits. Nothing guards the table: in a damaged one a record is
//! not found, or the bytes that are found do not fit the seal.

use std::collections::BTreeMap;

/// What a record is found by.
pub type RecordName = [u8; 32];

/// What its bytes are known by.
pub type Seal = [u8; 32];

const ROW: usize = size_of::<RecordName>() + size_of::<Seal>() + 2 * size_of::<u32>();

/// A record that is to be written.
#[derive(Debug)]
pub struct Record {
    pub seal: Seal,
    pub bytes: Vec<u8>,
}

/// The records of a file.
#[derive(Debug, Default)]
pub struct Kept {
    bytes: Vec<u8>,
    /// How many bytes are before the table.
    header: usize,
    rows: usize,
}

/// The line that a file begins with.
fn header(build: &str) -> String {
    format!("topline cache {build}\n")
}

impl Kept {
    /// Returns the records in the `bytes` of a file; none if another build wrote it.
    pub fn new(bytes: Vec<u8>, build: &str) -> Self {
        let header = header(build);
        let Some(rest) = bytes.strip_prefix(header.as_bytes()) else { return Self::default() };
        let Some((count, _)) = rest.split_first_chunk() else { return Self::default() };
        let rows = u32::from_le_bytes(*count) as usize;
        let start = header.len() + size_of::<u32>();
        if rows.checked_mul(ROW).is_none_or(|table| bytes.len() - start < table) {
            return Self::default();
        }
        Self { bytes, header: start, rows }
    }

    /// Returns the seal and the bytes of the record called `name`.
    pub fn get(&self, name: &RecordName) -> Option<(Seal, &[u8])> {
        let (rows, _) = self.table().as_chunks::<ROW>();
        let row = rows.binary_search_by_key(&name.as_slice(), |row| &row[..name.len()]).ok()?;
        let (_, seal, bytes) = self.row(&rows[row])?;
        Some((seal, bytes))
    }

    /// Returns every record, with its name and its seal.
    pub fn rows(&self) -> impl Iterator<Item = (RecordName, Seal, &[u8])> {
        self.table().as_chunks::<ROW>().0.iter().filter_map(|row| self.row(row))
    }

    fn table(&self) -> &[u8] {
        &self.bytes[self.header..self.header + self.rows * ROW]
    }

    fn row(&self, row: &[u8; ROW]) -> Option<(RecordName, Seal, &[u8])> {
        let (name, rest) = row.split_first_chunk()?;
        let (seal, rest) = rest.split_first_chunk()?;
        let (first, length) = rest.split_first_chunk()?;
        let first = u32::from_le_bytes(*first) as usize;
        let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
        let bytes = self.bytes.get(first..first.checked_add(length)?)?;
        Some((*name, *seal, bytes))
    }
}

/// Returns the bytes of a file that holds these records; [`None`] if they do not fit into one.
pub fn to_bytes(build: &str, records: &BTreeMap<RecordName, (Seal, &[u8])>) -> Option<Vec<u8>> {
    let mut file = header(build).into_bytes();
    file.extend(u32::try_from(records.len()).ok()?.to_le_bytes());
    let mut first = file.len() + records.len() * ROW;
    for (name, (seal, bytes)) in records {
        file.extend_from_slice(name);
        file.extend_from_slice(seal);
        file.extend(u32::try_from(first).ok()?.to_le_bytes());
        file.extend(u32::try_from(bytes.len()).ok()?.to_le_bytes());
        first += bytes.len();
    }
    for (_, bytes) in records.values() {
        file.extend_from_slice(bytes);
    }
    Some(file)
}
