//! The classes of policy on a map: the fills of the client's map
//! (`web/src/shade/model.ts`), and how they are called. The one place to change
//! them for the sheets.

use crate::domain::vocabulary::PolicyClass;

/// How the areas of a class look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClassFill {
    /// An SVG paint: a colour, or a pattern of [`PATTERNS`].
    pub(super) paint: &'static str,
    /// In words.
    pub(super) name: &'static str,
}

/// The patterns: unknown is not a colour among others.
pub(super) const PATTERNS: &str = r##"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="1.2" height="6" fill="#8a939d"/></pattern><pattern id="grain" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#e4e8ec"/><rect width="1.3" height="6" fill="#c3cbd3"/></pattern>"##;

/// The fill of a class.
pub(super) const fn class_fill(class: PolicyClass) -> ClassFill {
    let (paint, name) = match class {
        PolicyClass::None => ("#8a2c02", "donkeroranje"),
        PolicyClass::Partial => ("#f09a4a", "lichtoranje"),
        PolicyClass::Complete => ("#a5d3ed", "lichtblauw"),
        PolicyClass::Advanced => ("#2171b5", "donkerblauw"),
        PolicyClass::Uncertain => ("url(#grain)", "lichtgrijs"),
        PolicyClass::NotAssessed => ("url(#hatch)", "gearceerd"),
    };
    ClassFill { paint, name }
}
