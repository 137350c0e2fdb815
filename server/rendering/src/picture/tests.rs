//! The table of classes is held to that of the client.

use super::{Shade, ShadeClass};
use domain::words::Language;

const PALETTE: &str = include_str!("../../../../web/src/lib/shade/palette.ts");
const TEXTS: [(Language, &str); 2] = [
    (
        Language::Dutch,
        include_str!("../../../../web/src/lib/texts/nl/map.ts"),
    ),
    (
        Language::English,
        include_str!("../../../../web/src/lib/texts/en/map.ts"),
    ),
];

fn every_class() -> impl Iterator<Item = (Shade, ShadeClass)> {
    let classes = |shade: Shade| shade.classes().into_iter().map(move |class| (shade, class));
    Shade::ALL.into_iter().flat_map(classes)
}

#[test]
fn classes_and_shades_are_named_as_in_the_client() {
    for (language, texts) in TEXTS {
        let has = |key: &str, name: &str| {
            let line = format!("'{key}': '{name}',");
            assert!(texts.contains(&line), "{line}");
        };
        for (shade, class) in every_class() {
            let group = match shade {
                Shade::Completeness | Shade::Dimension(_) => "step",
                shade => shade.id(),
            };
            has(&format!("{group}.{}", class.id), class.name(language));
        }
        for shade in Shade::ALL {
            has(&format!("shade.{}", shade.id()), shade.title(language));
        }
    }
}

#[test]
fn classes_are_coloured_as_in_the_client() {
    for (shade, class) in every_class() {
        let ink = class.fill.pattern.map(|pattern| pattern.ink);
        for colour in std::iter::once(class.fill.colour).chain(ink) {
            assert!(PALETTE.contains(colour), "{shade:?} {colour}");
        }
    }
}

#[test]
fn what_is_unknown_has_a_pattern() {
    for (shade, class) in every_class() {
        let is_unknown = matches!(class.id, "UNKNOWN" | "UNCERTAIN" | "NOT_ASSESSED");
        if is_unknown {
            assert!(class.fill.pattern.is_some(), "{shade:?} {}", class.id);
        }
    }
}
