//! A class of a shade.

use super::palette::Fill;
use domain::words::Language;

/// A class of a shade: its id, its names and its fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShadeClass {
    /// The id, as in the client.
    pub id: &'static str,
    /// In Dutch and in English.
    pub names: (&'static str, &'static str),
    /// How its areas are filled.
    pub fill: Fill,
}

impl ShadeClass {
    /// The name in a language.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        language.choose(self.names.0, self.names.1)
    }
}

pub(super) const fn class(
    id: &'static str,
    fill: Fill,
    dutch: &'static str,
    english: &'static str,
) -> ShadeClass {
    let names = (dutch, english);
    ShadeClass { id, names, fill }
}
