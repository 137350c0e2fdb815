//! The classes of policy on a map: the fills of the client's map
//! (`web/src/lib/shade/palette.ts`), and how they are called. The one place to change
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

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: &str = include_str!("../../../web/src/lib/shade/palette.ts");

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
