//! One key, and how it is written.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use thiserror::Error;

use super::layouts;

/// A key with its modifiers, written as in vim: `j`, `}`, `<enter>`, `<s-tab>`, `<c-o>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The keys that are written by a name, and the names; the first of several is the one shown.
const NAMES: [(&str, KeyCode); 18] = [
    ("enter", KeyCode::Enter),
    ("cr", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("bs", KeyCode::Backspace),
    ("backspace", KeyCode::Backspace),
    ("space", KeyCode::Char(' ')),
    ("lt", KeyCode::Char('<')),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("del", KeyCode::Delete),
    ("ins", KeyCode::Insert),
];

impl Key {
    /// Returns a key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// Returns the key that types `c`.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// Returns `c` with Control.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
    }

    /// Returns a key that types nothing, with Control.
    pub const fn with_ctrl(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::CONTROL }
    }

    /// Returns a key with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::ALT }
    }

    /// Returns a key with Shift; for keys that type a character, Shift is part of the character.
    pub const fn shift(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::SHIFT }
    }

    /// Returns the key that an event presses or repeats; nothing for a release, which Windows
    /// reports too.
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        (event.kind != KeyEventKind::Release).then(|| Self::normal(event.code, event.modifiers))
    }

    /// Returns the key in the same place on a Latin keyboard, if this one is Cyrillic or Greek.
    pub fn in_latin(self) -> Option<Self> {
        match self.code {
            KeyCode::Char(c) => Some(Self { code: KeyCode::Char(layouts::latin(c)?), ..self }),
            _ => None,
        }
    }

    /// Returns the character that it types.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// Returns the letter that it types, of whatever script.
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() && c.is_alphabetic() => Some(c),
            _ => None,
        }
    }

    /// Spells one key one way, whatever the terminal reports.
    fn normal(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let modifiers =
            modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => {
                Self { code: KeyCode::Tab, modifiers: modifiers | KeyModifiers::SHIFT }
            }
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => Self {
                code: KeyCode::Char(c.to_ascii_lowercase()),
                modifiers: modifiers - KeyModifiers::SHIFT,
            },
            KeyCode::Char(_) => Self { code, modifiers: modifiers - KeyModifiers::SHIFT },
            _ => Self { code, modifiers },
        }
    }

    /// Reads a string of keys: `jj<enter>}`. Digits are keys, not counts.
    ///
    /// # Errors
    ///
    /// Where a `<` opens no key's name; it is itself written `<lt>`.
    pub fn parse_all(mut text: &str) -> Result<Vec<Self>, KeyError> {
        let mut keys = Vec::new();
        while let Some(first) = text.chars().next() {
            let (key, rest) = match text.strip_prefix('<') {
                Some(inside) => {
                    let (name, rest) = inside
                        .split_once('>')
                        .ok_or_else(|| KeyError::Unclosed(text.to_owned()))?;
                    let key =
                        Self::named(name).ok_or_else(|| KeyError::Unknown(name.to_owned()))?;
                    (key, rest)
                }
                None => (Self::char(first), &text[first.len_utf8()..]),
            };
            keys.push(key);
            text = rest;
        }
        Ok(keys)
    }

    /// Returns the key that is named between `<` and `>`: `c-o`, `a-left`, `f1`, `enter`.
    fn named(name: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name;
        while let Some((modifier, after)) =
            rest.split_once('-').filter(|(_, after)| !after.is_empty())
        {
            modifiers |= match modifier.to_ascii_lowercase().as_str() {
                "c" => KeyModifiers::CONTROL,
                "a" | "m" => KeyModifiers::ALT,
                "s" => KeyModifiers::SHIFT,
                _ => return None,
            };
            rest = after;
        }
        let code = code(rest)?;
        // `<j>` is no key's name: it is written `j`.
        let letter_alone = modifiers.is_empty() && rest.chars().count() == 1;
        (!letter_alone).then(|| Self::normal(code, modifiers))
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let lower = name.to_ascii_lowercase();
    if let Some(&(_, code)) = NAMES.iter().find(|(known, _)| *known == lower) {
        return Some(code);
    }
    let mut chars = name.chars();
    match (chars.next(), chars.as_str()) {
        (Some(c), "") => Some(KeyCode::Char(c)),
        (Some('f' | 'F'), number) => {
            number.parse().ok().filter(|number| (1..=12).contains(number)).map(KeyCode::F)
        }
        _ => None,
    }
}

/// As it is written in `--keys` and in the configuration.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut prefix = String::new();
        for (modifier, letter) in
            [(KeyModifiers::CONTROL, "c-"), (KeyModifiers::ALT, "a-"), (KeyModifiers::SHIFT, "s-")]
        {
            if self.modifiers.contains(modifier) {
                prefix.push_str(letter);
            }
        }
        let name = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| *name);
        match (name, self.code) {
            (Some(name), _) => write!(f, "<{prefix}{name}>"),
            (None, KeyCode::F(number)) => write!(f, "<{prefix}f{number}>"),
            (None, KeyCode::Char(c)) if prefix.is_empty() => write!(f, "{c}"),
            (None, KeyCode::Char(c)) => write!(f, "<{prefix}{c}>"),
            (None, code) => write!(f, "<{prefix}{code}>"),
        }
    }
}

impl Key {
    /// Returns the key as it is shown to a reader: `Ctrl-o`, `Alt-←`, `Enter`.
    pub fn label(&self) -> String {
        let mut label = String::new();
        for (modifier, word) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.modifiers.contains(modifier) {
                label.push_str(word);
            }
        }
        label.push_str(&match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            code => code.to_string(),
        });
        label
    }
}

/// Why a string spells no keys.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// A `<` without its `>`.
    #[error(
        "expected a key’s name and `>` after `<` in `{0}`; the key `<` itself is written `<lt>`"
    )]
    Unclosed(String),
    /// A name that no key has.
    #[error(
        "no key is named `<{0}>`; expected a name such as `<enter>`, `<esc>`, `<tab>`, `<pgdn>`, `<f1>`, \
         or a key with a modifier such as `<c-o>`, `<a-left>`, `<s-tab>`"
    )]
    Unknown(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Key::parse_all(text).unwrap().iter().map(Key::to_string).collect()
    }

    #[test]
    fn reads_keys_as_vim_writes_them_and_writes_them_back() {
        for text in [
            "j", "}", "<enter>", "<esc>", "<tab>", "<s-tab>", "<space>", "<lt>", ">", "<c-o>",
            "<a-left>", "<pgdn>", "1", "é", "<f1>", "<c-a-x>", "<bs>",
        ] {
            assert_eq!(read(text), [text], "{text}");
        }
        assert_eq!(read("3jG<enter>)"), ["3", "j", "G", "<enter>", ")"]);
        assert_eq!(
            read("<CR><Backspace><C-O><M-Left> "),
            ["<enter>", "<bs>", "<c-o>", "<a-left>", "<space>"]
        );
    }

    #[test]
    fn refuses_what_names_no_key() {
        assert_eq!(Key::parse_all("j<ent"), Err(KeyError::Unclosed("<ent".into())));
        for bad in ["<return>", "<j>", "<x-o>", "<>", "<f13>", "<c->"] {
            assert!(matches!(Key::parse_all(bad), Err(KeyError::Unknown(_))), "{bad}");
        }
    }

    #[track_caller]
    fn assert_pressed(code: KeyCode, modifiers: KeyModifiers, expected: &str) {
        assert_eq!(Key::pressed(KeyEvent::new(code, modifiers)).unwrap().to_string(), expected);
    }

    #[test]
    fn spells_a_key_one_way_whatever_the_terminal_reports() {
        assert_pressed(KeyCode::Char('J'), KeyModifiers::SHIFT, "J");
        assert_pressed(KeyCode::Char('J'), KeyModifiers::NONE, "J");
        assert_pressed(KeyCode::BackTab, KeyModifiers::SHIFT, "<s-tab>");
        assert_pressed(KeyCode::Char('O'), KeyModifiers::CONTROL | KeyModifiers::SHIFT, "<c-o>");
        assert_pressed(KeyCode::Left, KeyModifiers::ALT | KeyModifiers::SUPER, "<a-left>");
    }

    #[test]
    fn a_release_presses_nothing() {
        let event =
            KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::pressed(event), None);
    }

    #[test]
    fn labels_keys_for_reading() {
        let labels: Vec<_> = Key::parse_all("<c-o><a-left><s-tab><space>}<lt><pgdn><f1><enter>")
            .unwrap()
            .iter()
            .map(Key::label)
            .collect();
        assert_eq!(
            labels,
            ["Ctrl-o", "Alt-←", "Shift-Tab", "Space", "}", "<", "PgDn", "F1", "Enter"]
        );
    }
}
