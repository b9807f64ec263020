//! The order of names: numbers in them count as numbers (`brief-2` before `brief-10`).

use std::cmp::Ordering;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// A name that is compared in natural order, with what is compared worked out once.
///
/// Numbers are compared by their value. Of names that then are equal, the one with more zeros before the
/// first number that differs comes last. Right after a number, letters beyond U+00FF come before others,
/// so that “第1章” is before “第1-2章”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NaturalName {
    name: OsString,
    /// Compared byte by byte, it gives the order.
    key: Vec<u8>,
}

impl NaturalName {
    /// Works out how a name is compared.
    pub fn new(name: OsString) -> Self {
        let key = key(&name.to_string_lossy());
        Self { name, key }
    }

    /// Returns the name.
    pub fn as_os_str(&self) -> &OsStr {
        &self.name
    }
}

impl Ord for NaturalName {
    /// Names that are not UTF-8 may have one key.
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key).then_with(|| self.name.cmp(&other.name))
    }
}

impl PartialOrd for NaturalName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares the paths of two briefs in one folder, or below it, as [`find`](super::find()) orders them.
pub fn in_library_order(a: &Path, b: &Path) -> Ordering {
    let names =
        |path: &Path| path.iter().map(|name| NaturalName::new(name.into())).collect::<Vec<_>>();
    names(a).cmp(&names(b))
}

/// Returns the key of a name: its bytes, with a number as a digit (of which only the place among other
/// characters counts), the count of its digits, and these; then how many zeros each number begins with.
fn key(name: &str) -> Vec<u8> {
    /// Before all that a key can go on with.
    const END: u8 = 0;
    /// What a character after a number begins with, beyond U+00FF.
    const FAR: u8 = 1;
    /// What any other character after a number begins with.
    const NEAR: u8 = 2;
    /// The first byte of U+0100.
    const FIRST_FAR: u8 = 0xC4;
    let mut key = Vec::with_capacity(name.len() + 16);
    let (mut numbers, mut zeros) = (0, Vec::new());
    let mut rest = name.as_bytes();
    while !rest.is_empty() {
        let letters = rest.iter().take_while(|byte| !byte.is_ascii_digit()).count();
        key.extend(&rest[..letters]);
        rest = &rest[letters..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            break;
        }
        let before = rest.iter().take_while(|byte| **byte == b'0').count();
        key.push(b'0');
        key.extend(count(digits - before));
        key.extend(&rest[before..digits]);
        rest = &rest[digits..];
        key.extend(rest.first().map(|next| if *next < FIRST_FAR { NEAR } else { FAR }));
        if before > 0 {
            // Numbers without are not written where only such follow.
            zeros.resize(numbers * size_of::<u32>(), 0);
            zeros.extend(count(before));
        }
        numbers += 1;
    }
    key.push(END);
    key.extend(zeros);
    key
}

/// Returns a count as bytes that compare as it does.
fn count(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use alphanumeric_sort::compare_str;
    use proptest::prelude::*;

    use super::*;

    fn compare(a: &str, b: &str) -> Ordering {
        NaturalName::new(a.into()).cmp(&NaturalName::new(b.into()))
    }

    #[test]
    fn numbers_count_as_numbers() {
        let sorted = [
            "", "B", "a", "a0", "a00", "a1", "a01", "a1中", "a1-", "a1a", "a01a", "a2", "a10", "ab",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_utf8_have_an_order_too() {
        use std::os::unix::ffi::OsStringExt;

        let name = |bytes: &[u8]| NaturalName::new(OsString::from_vec(bytes.to_vec()));
        let sorted = [name(b"a9"), name(b"a10"), name(b"a10\xfe"), name(b"a10\xff"), name(b"b")];
        assert!(sorted.is_sorted() && sorted[2] != sorted[3]);
    }

    #[test]
    fn a_folder_is_before_what_is_in_it() {
        let compare = |a: &str, b: &str| in_library_order(Path::new(a), Path::new(b));
        assert_eq!(compare("x/a", "x/a/b"), Ordering::Less);
        assert_eq!(compare("x/a2/b", "x/a10/a"), Ordering::Less);
        assert_eq!(compare("x/a/b", "x/a/b"), Ordering::Equal);
    }

    proptest! {
        /// Compared without a key, as other programs do.
        #[test]
        fn a_key_gives_the_order_of_the_names(
            a in "[a0129\\-~é第中]{0,8}|[^\0]{0,6}",
            b in "[a0129\\-~é第中]{0,8}|[^\0]{0,6}",
        ) {
            prop_assert_eq!(compare(&a, &b), compare_str(&a, &b).then_with(|| a.cmp(&b)));
        }
    }
}
