//! Text that is safe to show: cleaned, measured in columns, and wrapped; and words that are read
//! from a closed list.
//!
//! Everything that reaches a screen, a pipe, a clipboard or a message passes through
//! [`Text`], which cannot hold a control or bidirectional character.

mod address;
mod ascii;
mod clean;
mod fold;
mod input;
mod lines;
mod mail_headers;
mod markdown;
mod message;
mod months;
mod sentence;
mod solid;
mod text_fragment;
mod unknown_word;
mod vocabulary;
mod width;
mod wrap;

pub use address::{relative_address, web_address};
pub use ascii::{to_ascii, to_unbroken_ascii};
pub use clean::{OddCharacter, Text, odd_characters};
pub use fold::{
    Case, FoldedText, Needle, fold_for_search, graphemes, is_double_mark, push_folded_text,
};
pub use input::{Input, Stroke};
pub use lines::lines_at;
pub use mail_headers::has_mail_headers;
pub use markdown::{escape_markdown, markdown_line};
pub use message::{bounded, in_backticks};
pub use months::{MONTHS, month_number};
pub use sentence::{ends_sentence, sentences};
pub use solid::{SolidPlaces, solid_length};
pub use text_fragment::{address_at_words, without_words};
pub use unknown_word::UnknownWord;
pub(crate) use vocabulary::vocabulary;
pub use width::{cut, is_plain, shorten, shorten_to_words, width};
pub use wrap::wrap;
