//! Finds what somebody may have meant.

/// The name among `names` that is nearest to `word`: by Damerau-Levenshtein distance, at most a
/// third of the word's length; else one that the word abbreviates.
pub fn nearest<'n>(word: &str, names: &[&'n str]) -> Option<&'n str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let near = names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&word, name), *name))
        .filter(|&(distance, _)| distance <= (length / 3).max(1))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name);
    near.or_else(|| names.iter().copied().find(|name| length >= 3 && name.starts_with(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_the_nearest_name_and_none_that_is_far() {
        let names = ["summary", "source", "gist", "paragraph"];
        assert_eq!(nearest("sumary", &names), Some("summary"));
        assert_eq!(nearest("Source", &names), Some("source"));
        assert_eq!(nearest("para", &names), Some("paragraph"));
        assert_eq!(nearest("author", &names), None);
        assert_eq!(nearest("", &names), None);
    }
}
