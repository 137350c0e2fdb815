//! The classes of policy on the map of a sheet: the fills of `picture`, and how
//! their colours are called.

use crate::picture::{PatternKind, fill_of_class};
use domain::vocabulary::PolicyClass;

/// How the areas of a class look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClassFill {
    /// An SVG paint: a colour, or a pattern of [`PATTERNS`].
    pub(super) paint: &'static str,
    /// In words.
    pub(super) name: &'static str,
}

/// The patterns: unknown is not a colour among others.
pub(super) const PATTERNS: &str = r##"<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/><rect width="1.1" height="8" fill="#89929c"/></pattern><pattern id="grain" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#e8ebef"/><circle cx="2.5" cy="2.5" r="0.9" fill="#c0c7ce"/></pattern>"##;

/// The fill of a class.
pub(super) const fn class_fill(class: PolicyClass) -> ClassFill {
    let fill = fill_of_class(class);
    let paint = match fill.pattern {
        None => fill.colour,
        Some(pattern) => match pattern.kind {
            PatternKind::Hatch => "url(#hatch)",
            PatternKind::Grain | PatternKind::Dots => "url(#grain)",
        },
    };
    let name = match class {
        PolicyClass::None => "donkeroranje",
        PolicyClass::Partial => "lichtoranje",
        PolicyClass::Complete => "lichtblauw",
        PolicyClass::Advanced => "donkerblauw",
        PolicyClass::Uncertain => "lichtgrijs met stippen",
        PolicyClass::NotAssessed => "gestreept",
    };
    ClassFill { paint, name }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = include_str!("../../../../web/src/lib/shade/palette.ts");

    #[test]
    fn the_colours_are_those_of_the_client() {
        let paints = PolicyClass::ALL
            .iter()
            .map(|class| class_fill(*class).paint);
        let written = paints.chain([PATTERNS]).collect::<String>();
        let colours: Vec<&str> = written
            .match_indices('#')
            .filter_map(|(start, _)| written.get(start..start + 7))
            .filter(|colour| colour[1..].chars().all(|sign| sign.is_ascii_hexdigit()))
            .collect();
        assert_eq!(colours.len(), 8);
        for colour in colours {
            assert!(CLIENT.contains(colour), "{colour}");
        }
    }

    #[test]
    fn every_pattern_of_a_class_is_drawn() {
        for class in PolicyClass::ALL {
            let paint = class_fill(*class).paint;
            if let Some(id) = paint.strip_prefix("url(#") {
                let id = format!("id=\"{}\"", id.trim_end_matches(')'));
                assert!(PATTERNS.contains(&id), "{class}");
            }
        }
    }
}
