//! A dozen named colours, from which a theme is made.

use ratatui::style::Color;

/// The colours of a theme. [`Color::Reset`] is the terminal's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub text: Color,
    pub background: Color,
    pub accent: Color,
    pub border: Color,
    pub link: Color,
    pub speaker: Color,
    pub quotation: Color,
    pub citation: Color,
    pub good: Color,
    pub unsure: Color,
    pub bad: Color,
    pub url: Color,
}

/// The names of the colours, as the config file spells them.
pub const NAMES: [&str; 12] = [
    "text",
    "background",
    "accent",
    "border",
    "link",
    "speaker",
    "quotation",
    "citation",
    "good",
    "unsure",
    "bad",
    "url",
];

impl Palette {
    /// The terminal's own sixteen colours, on its own background.
    pub const TERMINAL: Self = Self {
        text: Color::Reset,
        background: Color::Reset,
        accent: Color::Cyan,
        border: Color::DarkGray,
        link: Color::Cyan,
        speaker: Color::LightBlue,
        quotation: Color::Green,
        citation: Color::Magenta,
        good: Color::Green,
        unsure: Color::Yellow,
        bad: Color::Red,
        url: Color::LightBlue,
    };

    /// Dark ink on white.
    pub const LIGHT: Self = Self {
        text: Color::Rgb(0x1f, 0x25, 0x2c),
        background: Color::Rgb(0xff, 0xff, 0xff),
        accent: Color::Rgb(0x0a, 0x55, 0x96),
        border: Color::Rgb(0x84, 0x8d, 0x97),
        link: Color::Rgb(0x00, 0x6a, 0x6a),
        speaker: Color::Rgb(0x1f, 0x4f, 0xa8),
        quotation: Color::Rgb(0x14, 0x65, 0x2b),
        citation: Color::Rgb(0x7a, 0x2f, 0x8f),
        good: Color::Rgb(0x14, 0x65, 0x2b),
        unsure: Color::Rgb(0x8a, 0x55, 0x00),
        bad: Color::Rgb(0xb3, 0x26, 0x1e),
        url: Color::Rgb(0x0a, 0x55, 0x96),
    };

    /// Light ink on near black.
    pub const DARK: Self = Self {
        text: Color::Rgb(0xd7, 0xdc, 0xe2),
        background: Color::Rgb(0x16, 0x19, 0x1d),
        accent: Color::Rgb(0x6c, 0xb6, 0xff),
        border: Color::Rgb(0x6b, 0x76, 0x84),
        link: Color::Rgb(0x6f, 0xc7, 0xc0),
        speaker: Color::Rgb(0x9c, 0xc2, 0xff),
        quotation: Color::Rgb(0x8d, 0xdb, 0x9f),
        citation: Color::Rgb(0xd2, 0xa8, 0xff),
        good: Color::Rgb(0x8d, 0xdb, 0x9f),
        unsure: Color::Rgb(0xe3, 0xb3, 0x41),
        bad: Color::Rgb(0xff, 0x8a, 0x80),
        url: Color::Rgb(0x6c, 0xb6, 0xff),
    };

    /// No colour at all.
    pub const MONO: Self = Self::from_colours([Color::Reset; 12]);

    /// Returns the palette of twelve colours, in the order of their [`NAMES`].
    const fn from_colours(colours: [Color; 12]) -> Self {
        let [
            text,
            background,
            accent,
            border,
            link,
            speaker,
            quotation,
            citation,
            good,
            unsure,
            bad,
            url,
        ] = colours;
        Self {
            text,
            background,
            accent,
            border,
            link,
            speaker,
            quotation,
            citation,
            good,
            unsure,
            bad,
            url,
        }
    }

    const fn colours(self) -> [Color; 12] {
        let Self {
            text,
            background,
            accent,
            border,
            link,
            speaker,
            quotation,
            citation,
            good,
            unsure,
            bad,
            url,
        } = self;
        [
            text, background, accent, border, link, speaker, quotation, citation, good, unsure,
            bad, url,
        ]
    }

    /// Returns the palette with each colour changed.
    pub fn map(self, change: impl Fn(Color) -> Color) -> Self {
        Self::from_colours(self.colours().map(change))
    }

    /// Sets a colour by its name; a colour is named (`green`, `light-blue`), has a number in the
    /// terminal's table of 256 (`33`), or is written `#5fafff`.
    ///
    /// # Errors
    ///
    /// Fails with what was expected if there is no such name or colour.
    pub fn set(&mut self, name: &str, colour: &str) -> Result<(), String> {
        let Some(index) = NAMES.iter().position(|other| *other == name) else {
            return Err(format!(
                "no palette colour is called `{name}`; the colours are {}",
                NAMES.join(", ")
            ));
        };
        let colour = colour.parse().map_err(|_| {
            format!("`{colour}` is not a colour: use a name such as green, a number from 0 to 255, or #5fafff")
        })?;
        let mut colours = self.colours();
        colours[index] = colour;
        *self = Self::from_colours(colours);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::theme::colour::rgb;

    /// Returns the contrast of two colours, by the Web Content Accessibility Guidelines 2.2.
    fn contrast(one: Color, other: Color) -> f64 {
        let luminance = |colour| {
            let [r, g, b] = rgb(colour).unwrap().map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_its_background() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for (name, colour) in
                NAMES.into_iter().zip(palette.colours()).filter(|(name, _)| *name != "background")
            {
                let least = if name == "border" { 3.0 } else { 4.5 };
                let contrast = contrast(colour, palette.background);
                assert!(contrast >= least, "{name}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn a_colour_is_set_by_name_number_or_hex() {
        let mut palette = Palette::TERMINAL;
        palette.set("accent", "light-blue").unwrap();
        palette.set("url", "33").unwrap();
        palette.set("background", "#102030").unwrap();
        let expected = Palette {
            accent: Color::LightBlue,
            url: Color::Indexed(33),
            background: Color::Rgb(0x10, 0x20, 0x30),
            ..Palette::TERMINAL
        };
        assert_eq!(palette, expected);
    }

    #[test]
    fn says_what_a_palette_may_hold() {
        let mut palette = Palette::TERMINAL;
        assert_eq!(
            palette.set("acent", "red").unwrap_err(),
            "no palette colour is called `acent`; the colours are text, background, accent, border, link, \
             speaker, quotation, citation, good, unsure, bad, url"
        );
        assert_eq!(
            palette.set("accent", "rde").unwrap_err(),
            "`rde` is not a colour: use a name such as green, a number from 0 to 255, or #5fafff"
        );
        assert_eq!(palette, Palette::TERMINAL);
    }
}
