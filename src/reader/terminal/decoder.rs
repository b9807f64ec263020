//! Makes events of the bytes that a terminal sends.
//!
//! The bytes come in pieces of any length: a sequence may be cut anywhere, and a paste may be of any
//! size or never end. What is kept between two pieces is bounded.

use crossterm::event::Event;
use terminput_crossterm::to_crossterm;

use crate::text::Input;

const ESCAPE: u8 = 0x1b;
const CTRL_C: u8 = 0x03;
const PASTE: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// The longest sequence of a key or the mouse; anything longer is dropped.
const LONGEST_SEQUENCE: usize = 64;

/// The bytes that are kept of a paste: at least one character more than a line holds, so that a line
/// which is cut can be told from one which is full.
const LONGEST_PASTE: usize = 4 * (Input::LONGEST + 1);

/// What has come of an event that is not complete.
#[derive(Debug)]
enum Begun {
    Sequence(Vec<u8>),
    /// A paste: its text, and how much of its end mark has come.
    Paste(Vec<u8>, usize),
}

/// Decodes what a terminal sends.
#[derive(Debug)]
pub struct Decoder {
    begun: Begun,
}

impl Decoder {
    pub fn new() -> Self {
        Self { begun: Begun::Sequence(Vec::new()) }
    }

    /// Returns the events that end within `bytes`, in order.
    ///
    /// Ctrl-c ends a paste whose end mark was lost, if it comes on its own, as a key does. It is then
    /// not read as a key: what follows may be text all the same.
    pub fn decode(&mut self, bytes: &[u8]) -> Vec<Event> {
        if bytes == [CTRL_C] && self.is_pasting() {
            return self.end_paste().into_iter().collect();
        }
        bytes.iter().filter_map(|byte| self.take(*byte)).collect()
    }

    /// Returns whether an escape has come that may be a key, or the start of a sequence.
    pub fn is_undecided(&self) -> bool {
        matches!(&self.begun, Begun::Sequence(bytes) if *bytes == [ESCAPE])
    }

    /// Reads an escape as a key, because nothing followed it.
    pub fn decide(&mut self) -> Option<Event> {
        if self.is_undecided() { self.end_sequence() } else { None }
    }

    fn is_pasting(&self) -> bool {
        matches!(self.begun, Begun::Paste(..))
    }

    fn take(&mut self, byte: u8) -> Option<Event> {
        match &mut self.begun {
            Begun::Paste(text, matched) => {
                if PASTE_END[*matched] == byte {
                    *matched += 1;
                } else {
                    append(text, &PASTE_END[..*matched]);
                    *matched = usize::from(byte == ESCAPE);
                    append(text, if byte == ESCAPE { &[] } else { std::slice::from_ref(&byte) });
                }
                if *matched == PASTE_END.len() { self.end_paste() } else { None }
            }
            Begun::Sequence(bytes) => {
                // An escape cuts off whatever has begun; after another escape, that was a key.
                let cut = (byte == ESCAPE).then(|| std::mem::take(bytes));
                bytes.push(byte);
                match cut {
                    Some(cut) => parse(&cut).ok().flatten(),
                    None => self.end_sequence_if_complete(),
                }
            }
        }
    }

    fn end_sequence_if_complete(&mut self) -> Option<Event> {
        let Begun::Sequence(bytes) = &self.begun else { return None };
        if bytes == PASTE {
            self.begun = Begun::Paste(Vec::new(), 0);
            return None;
        }
        match parse(bytes) {
            Ok(None) if bytes.len() < LONGEST_SEQUENCE => None,
            _ => self.end_sequence(),
        }
    }

    fn end_sequence(&mut self) -> Option<Event> {
        let Begun::Sequence(bytes) = &mut self.begun else { return None };
        parse(&std::mem::take(bytes)).ok().flatten()
    }

    fn end_paste(&mut self) -> Option<Event> {
        let begun = std::mem::replace(&mut self.begun, Begun::Sequence(Vec::new()));
        match begun {
            Begun::Paste(text, _) => {
                Some(Event::Paste(String::from_utf8_lossy(&text).into_owned()))
            }
            Begun::Sequence(_) => None,
        }
    }
}

/// Appends what is within the bound.
fn append(text: &mut Vec<u8>, bytes: &[u8]) {
    let room = LONGEST_PASTE - text.len();
    text.extend(&bytes[..bytes.len().min(room)]);
}

/// Returns the event that `bytes` are; [`None`] if they are the beginning of one.
fn parse(bytes: &[u8]) -> Result<Option<Event>, ()> {
    match terminput::Event::parse_from(bytes) {
        Ok(Some(event)) => to_crossterm(event).map(Some).map_err(|_| ()),
        Ok(None) => Ok(None),
        Err(_) => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEventKind};
    use proptest::prelude::*;

    use super::*;

    /// Returns the events of pieces of input, after which nothing more comes.
    fn events(pieces: &[&[u8]]) -> Vec<Event> {
        let mut decoder = Decoder::new();
        let mut events: Vec<Event> =
            pieces.iter().flat_map(|piece| decoder.decode(piece)).collect();
        events.extend(decoder.decide());
        events
    }

    fn key(code: KeyCode) -> Event {
        Event::Key(code.into())
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| key(KeyCode::Char(c))).collect()
    }

    #[test]
    fn reads_keys_the_mouse_and_pasted_text() {
        assert_eq!(events(&["jé\r".as_bytes()]), [typed("jé"), vec![key(KeyCode::Enter)]].concat());
        assert_eq!(
            events(&[b"\x1b[A\x1bOB\x1b[5~"]),
            [KeyCode::Up, KeyCode::Down, KeyCode::PageUp].map(key)
        );
        let ctrl = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(events(&[b"\x03"]), [Event::Key(ctrl)]);
        let pasted = Event::Paste("a\n\x1b[2Jb".into());
        assert_eq!(
            events(&[b"\x1b[200~a\n\x1b[2Jb\x1b[201~j"]),
            [vec![pasted], typed("j")].concat()
        );
        let wheel = events(&[b"\x1b[<65;3;4M"]);
        assert!(
            matches!(&wheel[..], [Event::Mouse(mouse)] if mouse.kind == MouseEventKind::ScrollDown)
        );
    }

    #[test]
    fn an_escape_is_a_key_if_nothing_or_another_escape_follows() {
        assert_eq!(events(&[b"\x1b"]), [key(KeyCode::Esc)]);
        assert_eq!(events(&[b"\x1b\x1b"]), [KeyCode::Esc, KeyCode::Esc].map(key));
        assert_eq!(events(&[b"\x1b\x1b[A"]), [KeyCode::Esc, KeyCode::Up].map(key));
        assert_eq!(events(&[b"\x1b[12\x1b[A"]), [key(KeyCode::Up)]);
        let alt = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::ALT);
        assert_eq!(events(&[b"\x1b", b"j"]), [Event::Key(alt)]);
    }

    #[test]
    fn a_paste_keeps_its_beginning_and_swallows_the_rest() {
        let text = "x".repeat(LONGEST_PASTE - 1) + &"é\x1b".repeat(100_000);
        let input = format!("\x1b[200~{text}\x1b[201~j");
        let kept = Event::Paste("x".repeat(LONGEST_PASTE - 1) + "\u{fffd}");
        assert_eq!(events(&[input.as_bytes()]), [vec![kept], typed("j")].concat());
    }

    #[test]
    fn a_key_ends_a_paste_that_does_not() {
        let paste = Event::Paste("aq\x03q".into());
        assert_eq!(
            events(&[b"\x1b[200~a", b"q", b"\x03q", b"\x03", b"j"]),
            [vec![paste], typed("j")].concat()
        );
    }

    proptest! {
        #[test]
        fn it_does_not_matter_where_the_input_is_cut(
            parts in prop::collection::vec(prop::sample::select(vec![
                "j", "é", "\u{1b}", "\u{1b}[A", "\u{1b}[<64;4;5M", "\u{1b}[200~", "\u{1b}[201~", "[", "M", "\r",
            ]), 0..30),
            at in 0_usize..100,
        ) {
            let input = parts.concat().into_bytes();
            let (before, after) = input.split_at(at.min(input.len()));
            prop_assert_eq!(events(&[before, after]), events(&[&input]));
        }

        #[test]
        fn no_bytes_are_kept_without_bound(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut decoder = Decoder::new();
            for bytes in [&bytes[..], &[0x1b, b'['], &[b'1'; 5000], &bytes[..]] {
                decoder.decode(bytes);
                let kept = match &decoder.begun {
                    Begun::Sequence(bytes) => bytes.len() <= LONGEST_SEQUENCE,
                    Begun::Paste(text, _) => text.len() <= LONGEST_PASTE,
                };
                prop_assert!(kept);
            }
        }
    }
}
