//! The colours of a picture beside those of its classes.

use super::palette::{Fill, Pattern, PatternKind, UNCERTAIN, UNKNOWN};

/// For what a picture is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// A white page.
    #[default]
    Light,
    /// A dark screen.
    Dark,
    /// Print without colours.
    Grey,
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ThemeColours {
    pub(super) page: &'static str,
    pub(super) ink: &'static str,
    pub(super) soft: &'static str,
    /// Between municipalities.
    pub(super) border: &'static str,
    /// Around regions and the country.
    pub(super) outline: &'static str,
    /// What is not selected.
    pub(super) outside: &'static str,
    /// What lies around a region.
    pub(super) beyond: &'static str,
    /// Behind what asks for notice.
    pub(super) notice: &'static str,
}

impl Theme {
    pub(super) const fn colours(self) -> ThemeColours {
        match self {
            Self::Light => ThemeColours {
                page: "#ffffff",
                ink: "#14243a",
                soft: "#4a596b",
                border: "#5d6b7a",
                outline: "#24384f",
                outside: "#fbfcfd",
                beyond: "#eceae5",
                notice: "#fbf6e2",
            },
            Self::Dark => ThemeColours {
                page: "#10151c",
                ink: "#f1f4f8",
                soft: "#b4bfcc",
                border: "#0b0f14",
                outline: "#d8dfe7",
                outside: "#1b232d",
                beyond: "#1b232d",
                notice: "#54460f",
            },
            Self::Grey => ThemeColours {
                page: "#ffffff",
                ink: "#000000",
                soft: "#3a3a3a",
                border: "#5a5a5a",
                outline: "#000000",
                outside: "#fcfcfc",
                beyond: "#ebebeb",
                notice: "#ebebeb",
            },
        }
    }

    /// A fill as it looks in this theme: its colour, and its pattern with the
    /// colour of the ink.
    pub(super) fn fill(self, fill: Fill) -> (String, Option<(PatternKind, String)>) {
        let fill = match self {
            Self::Dark => on_dark(fill),
            _ => fill,
        };
        let look = |colour: &str| match self {
            Self::Grey => grey(colour),
            _ => colour.to_owned(),
        };
        let pattern = fill.pattern.map(|Pattern { kind, ink }| (kind, look(ink)));
        (look(fill.colour), pattern)
    }
}

/// What is not known does not shine on a dark page.
fn on_dark(fill: Fill) -> Fill {
    let with = |colour, ink| Fill {
        colour,
        pattern: fill
            .pattern
            .map(|Pattern { kind, .. }| Pattern { kind, ink }),
    };
    if fill == UNKNOWN {
        with("#1b232d", "#7d8b9a")
    } else if fill == UNCERTAIN {
        with("#39444f", "#6f7c89")
    } else {
        fill
    }
}

/// The relative luminance of a colour such as `#1b232d`, as WCAG 2.2 has it, in
/// 0..=1.
#[must_use]
pub fn luminance(colour: &str) -> f64 {
    let part = |from: usize| {
        let hex = colour.get(from..from + 2).unwrap_or_default();
        let share = f64::from(u8::from_str_radix(hex, 16).unwrap_or_default()) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// The grey of the same luminance.
fn grey(colour: &str) -> String {
    let luminance = luminance(colour);
    let share = if luminance <= 0.003_130_8 {
        luminance * 12.92
    } else {
        1.055 * luminance.powf(1.0 / 2.4) - 0.055
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of 255 is a byte"
    )]
    let level = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{level:02x}{level:02x}{level:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Shade;

    #[test]
    fn grey_has_the_lightness_of_the_colour() {
        assert_eq!(grey("#ffffff"), "#ffffff");
        assert_eq!(grey("#000000"), "#000000");
        assert_eq!(grey("#808080"), "#808080");
    }

    #[test]
    fn classes_of_policy_are_told_apart_in_every_theme() {
        for theme in [Theme::Light, Theme::Dark, Theme::Grey] {
            let mut looks: Vec<_> = Shade::Class
                .classes()
                .iter()
                .map(|class| theme.fill(class.fill))
                .map(|(colour, pattern)| format!("{colour} {pattern:?}"))
                .collect();
            looks.sort();
            looks.dedup();
            assert_eq!(looks.len(), 6, "{theme:?}");
        }
    }
}
