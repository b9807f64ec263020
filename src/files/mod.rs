//! The file system, as everything in topline uses it: files are read up to a limit, written whole or
//! not at all, and held against other runs of topline.

mod hold;
mod parts;
mod read;
mod stamp;
mod write;

pub use hold::{hold, hold_folder};
pub use parts::Parts;
pub use read::{UnreadFile, drain, read};
pub use stamp::Stamp;
pub use write::{
    Unrevised, create, create_with, folder, is_same, replace, replace_quickly, replace_with,
    revise, sweep,
};
