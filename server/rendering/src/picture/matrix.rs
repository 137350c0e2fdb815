//! Care coordination by policy, in nine classes: those of the client
//! (`web/src/lib/shade/matrix.ts`).

use super::palette::{Fill, UNKNOWN};
use super::shade_class::{ShadeClass, class};
use domain::vocabulary::{CoordinationStatus, PolicyClass};

/// The hue says how far coordination is; dark is not complete, light complete.
const CELLS: [ShadeClass; 9] = [
    class(
        "NONE-INCOMPLETE",
        Fill::flat("#872400"),
        "Geen coördinatie, beleid zeker niet volledig",
        "No coordination, policy certainly not complete",
    ),
    class(
        "NONE-UNCLEAR",
        Fill::grain("#f9e9e1", "#e2b69c"),
        "Geen coördinatie, van beleid niet genoeg bekend",
        "No coordination, not enough known of policy",
    ),
    class(
        "NONE-COMPLETE",
        Fill::flat("#fce2be"),
        "Geen coördinatie, basis van beleid volledig",
        "No coordination, basics of policy complete",
    ),
    class(
        "UNDERWAY-INCOMPLETE",
        Fill::flat("#8644c1"),
        "Coördinatie op afstand of in voorbereiding, beleid zeker niet volledig",
        "Coordination remote or in preparation, policy certainly not complete",
    ),
    class(
        "UNDERWAY-UNCLEAR",
        Fill::grain("#dbd1e9", "#b294d8"),
        "Coördinatie op afstand of in voorbereiding, van beleid niet genoeg bekend",
        "Coordination remote or in preparation, not enough known of policy",
    ),
    class(
        "UNDERWAY-COMPLETE",
        Fill::flat("#ceb9e9"),
        "Coördinatie op afstand of in voorbereiding, basis van beleid volledig",
        "Coordination remote or in preparation, basics of policy complete",
    ),
    class(
        "FILLED-INCOMPLETE",
        Fill::flat("#013438"),
        "Coördinatie ingevuld, beleid zeker niet volledig",
        "Coordination in place, policy certainly not complete",
    ),
    class(
        "FILLED-UNCLEAR",
        Fill::grain("#a8c4c5", "#659ea1"),
        "Coördinatie ingevuld, van beleid niet genoeg bekend",
        "Coordination in place, not enough known of policy",
    ),
    class(
        "FILLED-COMPLETE",
        Fill::flat("#52b0ab"),
        "Coördinatie ingevuld, basis van beleid volledig",
        "Coordination in place, basics of policy complete",
    ),
];
const NOT_KNOWN: ShadeClass = class(
    "UNKNOWN",
    UNKNOWN,
    "Zorgcoördinatie onbekend",
    "Care coordination unknown",
);

pub(super) fn classes() -> Vec<ShadeClass> {
    let mut classes = CELLS.to_vec();
    classes.push(NOT_KNOWN);
    classes
}

/// The id of the class of both; unknown when nothing is known of coordination.
pub(super) fn cell_of(status: CoordinationStatus, policy: PolicyClass) -> &'static str {
    let row = match status {
        CoordinationStatus::Unknown => return NOT_KNOWN.id,
        CoordinationStatus::None => 0,
        CoordinationStatus::Remote | CoordinationStatus::InPreparation => 1,
        CoordinationStatus::Temporary | CoordinationStatus::Structural => 2,
    };
    let column = match policy {
        PolicyClass::None | PolicyClass::Partial => 0,
        PolicyClass::Uncertain | PolicyClass::NotAssessed => 1,
        PolicyClass::Complete | PolicyClass::Advanced => 2,
    };
    CELLS[3 * row + column].id
}
