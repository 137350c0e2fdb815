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
pub(super) const PATTERNS: &str = r##"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="1.6" height="6" fill="#7d8790"/></pattern><pattern id="tint" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#f4f1ea"/><circle cx="4" cy="4" r="0.9" fill="#a79f8d"/></pattern>"##;

/// The fill of a class.
pub(super) const fn class_fill(class: PolicyClass) -> ClassFill {
    let (paint, name) = match class {
        PolicyClass::None => ("#a63603", "donkeroranje"),
        PolicyClass::Partial => ("#fdae6b", "lichtoranje"),
        PolicyClass::Complete => ("#9ecae1", "lichtblauw"),
        PolicyClass::Advanced => ("#2171b5", "donkerblauw"),
        PolicyClass::Uncertain => ("url(#tint)", "gestippeld"),
        PolicyClass::NotAssessed => ("url(#hatch)", "gearceerd"),
    };
    ClassFill { paint, name }
}
