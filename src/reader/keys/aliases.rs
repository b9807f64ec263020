//! What people type for an action who know it by another name, from vim and its kin.

/// What is written before the name of a setting: `set theme`.
const SET: &str = "set";

/// The actions that set something.
const SETTINGS: [&str; 5] = ["theme", "mouse", "zoom", "sort", "show-only-like"];

/// Names, and those of the actions that they mean.
const ALIASES: [(&str, &[&str]); 6] = [
    ("quit", &["q", "q!", "qa", "qa!", "quit!", "wq", "wq!", "x", "x!", "exit", "ZZ"]),
    ("help", &["h"]),
    ("save", &["w", "write"]),
    ("edit", &["e"]),
    ("printed", &["print", "preview"]),
    ("actions", &["commands"]),
];

/// Returns the name of the action that `typed` means: itself, unless it is another name for one.
pub fn meant(typed: &str) -> &str {
    let name = setting(typed).filter(|name| !name.is_empty()).unwrap_or(typed);
    let alias = ALIASES.iter().find(|(_, aliases)| aliases.contains(&name));
    alias.map_or(name, |(name, _)| name)
}

/// Returns what follows `set`, if that is what is written.
pub fn setting(typed: &str) -> Option<&str> {
    let rest = typed.strip_prefix(SET)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(rest.trim_start())
}

/// Returns whether an action sets something.
pub fn is_setting(name: &str) -> bool {
    SETTINGS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::keys::Keymap;

    #[test]
    fn every_alias_means_an_action_and_is_the_name_of_none() {
        let keymap = Keymap::default();
        let is_name =
            |name: &str| keymap.all().iter().any(|bound| bound.binding.name == Some(name));
        assert!(SETTINGS.iter().all(|name| is_name(name)));
        for (name, aliases) in ALIASES {
            assert!(is_name(name), "{name}");
            assert!(aliases.iter().all(|alias| !is_name(alias)), "{name}");
        }
    }

    #[test]
    fn set_stands_before_a_name_or_alone() {
        assert_eq!(setting("set"), Some(""));
        assert_eq!(setting("set  theme"), Some("theme"));
        assert_eq!(setting("settle"), None);
        assert_eq!(
            ["wq", "set theme", "theme", "xyz"].map(meant),
            ["quit", "theme", "theme", "xyz"]
        );
    }
}
