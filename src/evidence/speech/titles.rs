//! What of a name is a title, and what the name of a person.

use crate::evidence::source::english;

/// Whether somebody is known to be a man or a woman, by an honorific.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Mr, Sir.
    Man,
    /// Mrs, Ms, Dame.
    Woman,
}

/// The parts of a name that may be a person’s: `Gov. | Eve Moss | MP`.
pub struct NameParts<'a> {
    /// What comes before the name.
    pub title: &'a [String],
    /// The name.
    pub core: &'a [String],
    /// What its honorific says.
    pub gender: Option<Gender>,
}

impl<'a> NameParts<'a> {
    /// Parts the words of a name, as [`folded`](super::names::folded) has them.
    pub fn new(words: &'a [String]) -> Self {
        let is = |list: english::WordList, word: &String| list.contains(word.as_str());
        let letters = words.iter().rev().take_while(|word| is(english::LETTERS_AFTER_NAMES, word));
        let end = words.len() - letters.count().min(words.len().saturating_sub(1));
        let titles = words[..end].iter().take_while(|word| is_title(word)).count();
        let last_role = words[..end].iter().rposition(|word| is_role(word));
        let start = last_role.map_or(titles, |role| titles.max(role + 1));
        let is_post = words.get(start).is_some_and(|word| is(english::JOINERS_OF_BODIES, word));
        let start = if is_post { end } else { start };
        // `Ports Minister Sir Ian Marsh`
        let styles = words[start.min(end)..end].iter().take_while(|word| is_style(word)).count();
        let start = start + styles.min((end - start.min(end)).saturating_sub(1));
        let title = &words[..start.min(end)];
        let gender = title.iter().find_map(|word| gender(word));
        Self { title, core: &words[start.min(end)..end], gender }
    }

    /// Whether it has a given name and a surname.
    pub fn is_full_name(&self) -> bool {
        self.surname_from() > 0 && self.core.len() > 1
    }

    /// Whether it is a surname, with its particles, or a given name.
    pub fn is_short(&self) -> bool {
        !self.core.is_empty() && self.surname_from() == 0
    }

    /// Where the surname begins, its particles included.
    fn surname_from(&self) -> usize {
        let before = self.core.len().saturating_sub(1);
        let is_particle = |word: &&String| english::PARTICLES.contains(word.as_str());
        before - self.core[..before].iter().rev().take_while(is_particle).count()
    }
}

/// What an honorific says.
pub fn gender(word: &str) -> Option<Gender> {
    match word {
        word if english::HONORIFICS_OF_MEN.contains(word) => Some(Gender::Man),
        word if english::HONORIFICS_OF_WOMEN.contains(word) => Some(Gender::Woman),
        _ => None,
    }
}

/// The honorific among the words of a name as it is printed, without its point.
pub fn honorific(title: &str) -> Option<String> {
    let words = title.split_whitespace().map(|word| word.trim_end_matches('.'));
    let mut honorifics = words.filter(|word| {
        let word = word.to_lowercase();
        gender(&word).is_some() || english::HONORIFICS_OF_ANYBODY.contains(word.as_str())
    });
    honorifics.next().map(ToOwned::to_owned)
}

/// Whether `word` is a post that may be enough to name its holder: `minister`, `under-secretary`.
pub fn is_role(word: &str) -> bool {
    let is_known = |part: &str| english::ROLES.contains(part);
    let is_part = |part| is_plain_title(part) || english::PREFIXES_OF_POSTS.contains(part);
    is_known(word)
        || (word.contains('-') && word.split('-').any(is_known) && word.split('-').all(is_part))
}

/// Whether `word` belongs before a name and not to it.
pub fn is_title(word: &str) -> bool {
    is_plain_title(word) || is_role(word)
}

/// Whether `word` goes with a name for good and is no part of it: `Sir`, `Dr`.
fn is_style(word: &str) -> bool {
    gender(word).is_some() || english::HONORIFICS_OF_ANYBODY.contains(word)
}

fn is_plain_title(word: &str) -> bool {
    english::TITLES.contains(word) || english::ROLES.contains(word) || gender(word).is_some()
}

/// Whether two names are those of one person: the same surname, and given names that begin alike
/// or are initials of each other. Names between may be missing.
pub fn is_same_name(one: &[String], other: &[String]) -> bool {
    let (Some((first, one)), Some((second, other))) = (one.split_first(), other.split_first())
    else {
        return false;
    };
    let is_initial = |initial: &str, name: &str| initial.len() == 1 && name.starts_with(initial);
    let given = first == second || is_initial(first, second) || is_initial(second, first);
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (Some(last), Some(surname)) = (shorter.last(), longer.last()) else { return false };
    let middle = &shorter[..shorter.len() - 1];
    let mut rest = longer.iter();
    let agrees = |name: &String| {
        rest.any(|other| other == name || is_initial(name, other) || is_initial(other, name))
    };
    given && last == surname && middle.iter().all(agrees)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::speech::names::folded_words;

    #[test]
    fn parts_a_title_from_a_name() {
        let core = |name: &str| {
            let words = folded_words(name);
            NameParts::new(&words).core.join(" ")
        };
        for name in [
            "Gov. Eve Moss",
            "Home Secretary Eve Moss",
            "Rt. Hon. Eve Moss MP",
            "Lt. Col. Eve Moss",
        ] {
            assert_eq!(core(name), "eve moss", "{name}");
        }
        assert_eq!(core("Sir Ian Marsh KC"), "ian marsh");
        assert_eq!(core("Ports Minister Sir Ian Marsh"), "ian marsh");
        assert_eq!(core("Prime Minister"), "");
        assert_eq!(core("Parliamentary Under-Secretary"), "");
        assert_eq!(core("Vice-Chair Eve Smith-Bishop"), "eve smith-bishop");
    }

    #[test]
    fn tells_one_person_from_another() {
        let same = |one: &str, other: &str| is_same_name(&folded_words(one), &folded_words(other));
        assert!(same("Eve Moss", "E. Moss") && same("Eve Moss", "Eve J. Moss"));
        assert!(same("Eve Jane Moss", "Eve J. Moss"));
        assert!(!same("Eve Moss", "Dan Moss") && !same("Eve Moss", "Eve Hart"));
        assert!(!same("Eve Anne Moss", "Eve Jane Moss"));
    }
}
