//! The themes there are, and the one that is shown.

use super::palette::Palette;
use super::{Depth, Theme};

/// The name of the theme that the user's own palette makes.
const OWN: &str = "own";

/// The themes there are, and the one that is shown.
#[derive(Clone, Debug)]
pub struct Themes {
    all: Vec<(&'static str, Theme)>,
    shown: usize,
}

/// Those that ship with topline, in the terminal's own colours.
impl Default for Themes {
    fn default() -> Self {
        let all = vec![
            ("terminal", Theme::terminal()),
            ("light", Theme::light()),
            ("dark", Theme::dark()),
            ("mono", Theme::mono()),
        ];
        Self { all, shown: 0 }
    }
}

impl Themes {
    /// Adds the theme that a palette makes and shows it; `read` gives the name and the colour of a
    /// setting. A colour that is not set is the terminal's own. What is wrong with a setting is
    /// returned with it, and the rest applies.
    pub fn add<'a, T>(
        &mut self,
        palette: &'a [T],
        read: impl Fn(&'a T) -> (&'a str, &'a str),
    ) -> Vec<(&'a T, String)> {
        let mut own = Palette::TERMINAL;
        let faults = palette.iter().filter_map(|setting| {
            let (name, colour) = read(setting);
            Some((setting, own.set(name, colour).err()?))
        });
        let faults = faults.collect();
        if !palette.is_empty() {
            self.shown = self.all.len();
            self.all.push((OWN, Theme::from_palette(own)));
        }
        faults
    }

    /// Shows the theme with this name.
    ///
    /// # Errors
    ///
    /// Fails with the names of the themes if there is none of this name.
    pub fn choose(&mut self, name: &str) -> Result<(), String> {
        let names = || self.all.iter().map(|(name, _)| *name);
        self.shown = names().position(|other| other == name).ok_or_else(|| {
            let names: Vec<_> = names().collect();
            format!("no theme is called `{name}`; the themes are {}", names.join(", "))
        })?;
        Ok(())
    }

    /// Returns the themes as far as a terminal of this depth can show them; without colour, only
    /// that without.
    #[must_use]
    pub fn at(mut self, depth: Depth) -> Self {
        if depth == Depth::None {
            return Self { all: vec![("mono", Theme::mono())], shown: 0 };
        }
        for (_, theme) in &mut self.all {
            *theme = theme.at(depth);
        }
        self
    }

    /// Shows the next theme, after the last the first again.
    pub fn next(&mut self) {
        self.shown = (self.shown + 1) % self.all.len();
    }

    /// Returns the theme that is shown.
    pub fn theme(&self) -> &Theme {
        &self.all[self.shown].1
    }

    /// Returns its name.
    pub fn name(&self) -> &'static str {
        self.all[self.shown].0
    }

    /// Returns whether there are others.
    pub fn are_several(&self) -> bool {
        self.all.len() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_makes_another_theme_that_is_shown() {
        let mut themes = Themes::default();
        let faults = themes.add(&[("accent", "rde"), ("url", "red")], |setting| *setting);
        assert_eq!(themes.name(), "own");
        assert_eq!(faults.len(), 1);
        assert_eq!(*faults[0].0, ("accent", "rde"));
        themes.next();
        assert_eq!(themes.name(), "terminal");
    }

    #[test]
    fn names_the_themes_there_are() {
        let mut themes = Themes::default();
        themes.choose("dark").unwrap();
        assert_eq!(themes.name(), "dark");
        assert_eq!(
            themes.choose("drak").unwrap_err(),
            "no theme is called `drak`; the themes are terminal, light, dark, mono"
        );
        assert_eq!(themes.name(), "dark");
    }

    #[test]
    fn without_colour_there_is_one_theme() {
        let themes = Themes::default().at(Depth::None);
        assert_eq!((themes.name(), themes.are_several()), ("mono", false));
    }
}
