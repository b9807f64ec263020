//! Enumerations that are closed lists of words: kinds, forms, states, formats.

/// Declares an enumeration in which each variant has one word, which people type and which
/// messages, files and records use.
///
/// The enumeration is copied, compared, ordered and hashed, and has
///
/// - `ALL`, every variant in the order of the declaration;
/// - `word`, the variant's word;
/// - [`Display`](std::fmt::Display), which writes the word and pads it;
/// - [`FromStr`](std::str::FromStr), which takes the exact word and fails with
///   [`UnknownWord::not_one_of`](super::UnknownWord::not_one_of).
///
/// Further derives and attributes are written on the enumeration and its variants as usual:
///
/// ```ignore
/// vocabulary! {
///     /// What is written.
///     #[derive(Default)]
///     pub enum Format {
///         /// Plain text.
///         #[default]
///         Text = "text",
///         /// JSON, for programs.
///         Json = "json",
///     }
/// }
/// ```
macro_rules! vocabulary {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$variant_attribute:meta])* $variant:ident = $word:literal),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[$variant_attribute])* $variant,)+
        }

        impl $name {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word for it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::text::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::text::UnknownWord> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::text::UnknownWord::not_one_of(word, &[$($word),+])),
                }
            }
        }
    };
}

pub(crate) use vocabulary;

#[cfg(test)]
mod tests {
    vocabulary! {
        /// How loud it is.
        #[derive(Default)]
        enum Volume {
            /// Hardly audible.
            Low = "low",
            /// The usual.
            #[default]
            Normal = "quite-normal",
        }
    }

    #[test]
    fn every_variant_is_written_and_read_by_its_word() {
        for &volume in Volume::ALL {
            assert_eq!(volume.word().parse(), Ok(volume));
        }
        assert_eq!(format!("{:6}|", Volume::Low), "low   |");
        assert_eq!(Volume::default(), Volume::Normal);
    }

    #[test]
    fn an_unknown_word_is_refused_with_the_nearest() {
        let message = |word: &str| word.parse::<Volume>().unwrap_err().to_string();
        assert_eq!(
            message("lov"),
            "expected one of low, quite-normal, found `lov`; did you mean `low`?"
        );
        assert_eq!(message("LOUD"), "expected one of low, quite-normal, found `LOUD`");
    }
}
