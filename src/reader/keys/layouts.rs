//! Keyboards of other scripts: which Latin key is in the place of a letter.

/// The letters of a keyboard, row by row, and the keys of the US keyboard in their places.
const LAYOUTS: [(&str, &str); 4] = [
    // Russian, with Ukrainian and Belarusian letters after it.
    ("йцукенгшщзхъфывапролджэячсмитьбюёіїєґў", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`s]'\\o"),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁІЇЄҐЎ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~S}\"|O"),
    // Greek.
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
];

/// Returns the Latin key in the place of `letter`.
pub fn latin(letter: char) -> Option<char> {
    LAYOUTS.iter().find_map(|(letters, keys)| {
        let (_, key) = letters.chars().zip(keys.chars()).find(|(other, _)| *other == letter)?;
        Some(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_key() {
        for (letters, keys) in LAYOUTS {
            assert_eq!(letters.chars().count(), keys.chars().count(), "{letters}");
        }
        assert_eq!(latin('о'), Some('j'));
        assert_eq!(latin('Σ'), Some('S'));
        assert_eq!(latin('j'), None);
    }
}
