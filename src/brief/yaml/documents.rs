//! The way to the parser, on which tests count how often a file is parsed.

use serde_yaml::Deserializer;

/// Returns the documents of prepared `text`. Each is parsed when it is taken.
pub fn documents(text: &str) -> Deserializer<'_> {
    #[cfg(test)]
    PARSES.set(PARSES.get() + 1);
    Deserializer::from_str(text)
}

#[cfg(test)]
thread_local! {
    /// How often a file was parsed.
    pub static PARSES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}
