//! The classes of each shade, in the order of the legend.

use crate::picture::palette::{
    ADVANCED, COMPLETE, Fill, LILAC, LOW, NONE, OLIVE, PALE, PARTIAL, REMOTE, RUST, SEVERAL,
    UNCERTAIN, UNKNOWN, YELLOW,
};
use crate::picture::shade_class::{ShadeClass, class};
use atlas::{MunicipalityState, View};
use domain::policy::completeness::Completeness;
use domain::vocabulary::{ArrangementMode, CoordinationStatus, PolicyClass, Verdict};
use domain::words::Language;

pub(super) const CLASSES: [PolicyClass; 6] = [
    PolicyClass::None,
    PolicyClass::Partial,
    PolicyClass::Complete,
    PolicyClass::Advanced,
    PolicyClass::Uncertain,
    PolicyClass::NotAssessed,
];
pub(super) const STATUSES: [CoordinationStatus; 6] = [
    CoordinationStatus::None,
    CoordinationStatus::Remote,
    CoordinationStatus::InPreparation,
    CoordinationStatus::Temporary,
    CoordinationStatus::Structural,
    CoordinationStatus::Unknown,
];

/// The fill of a class of policy.
#[must_use]
pub const fn fill_of_class(class: PolicyClass) -> Fill {
    match class {
        PolicyClass::None => Fill::flat(NONE),
        PolicyClass::Partial => Fill::flat(PARTIAL),
        PolicyClass::Complete => Fill::flat(COMPLETE),
        PolicyClass::Advanced => Fill::flat(ADVANCED),
        PolicyClass::Uncertain => UNCERTAIN,
        PolicyClass::NotAssessed => UNKNOWN,
    }
}

/// The fill of a status of care coordination.
#[must_use]
pub const fn fill_of_status(status: CoordinationStatus) -> Fill {
    match status {
        CoordinationStatus::None => Fill::flat(NONE),
        CoordinationStatus::Remote => Fill::flat(REMOTE),
        CoordinationStatus::InPreparation => Fill::flat(PARTIAL),
        CoordinationStatus::Temporary => Fill::flat(COMPLETE),
        CoordinationStatus::Structural => Fill::flat(ADVANCED),
        CoordinationStatus::Unknown => UNKNOWN,
    }
}

/// The fill of a verdict.
#[must_use]
pub const fn fill_of_verdict(verdict: Verdict) -> Fill {
    match verdict {
        Verdict::Absent => Fill::flat(NONE),
        Verdict::InPreparation => Fill::flat(PARTIAL),
        Verdict::Present => Fill::flat(ADVANCED),
        Verdict::Unknown => UNKNOWN,
    }
}

pub(super) fn policy(class: PolicyClass) -> ShadeClass {
    ShadeClass {
        id: class.code(),
        names: both(|language| language.policy_class(class)),
        fill: fill_of_class(class),
    }
}

pub(super) fn status(status: CoordinationStatus) -> ShadeClass {
    ShadeClass {
        id: status.code(),
        names: both(|language| language.coordination(status)),
        fill: fill_of_status(status),
    }
}

fn both(name: impl Fn(Language) -> &'static str) -> (&'static str, &'static str) {
    (name(Language::Dutch), name(Language::English))
}

const fn flat(
    id: &'static str,
    colour: &'static str,
    dutch: &'static str,
    english: &'static str,
) -> ShadeClass {
    class(id, Fill::flat(colour), dutch, english)
}

pub(super) const STEPS: [ShadeClass; 7] = [
    flat("0-20", NONE, "0 tot 20% zeker", "0 to 20% certain"),
    flat("20-40", LOW, "20 tot 40% zeker", "20 to 40% certain"),
    flat("40-60", PARTIAL, "40 tot 60% zeker", "40 to 60% certain"),
    flat("60-80", COMPLETE, "60 tot 80% zeker", "60 to 80% certain"),
    flat(
        "80-100",
        ADVANCED,
        "80 tot en met 100% zeker",
        "80 to 100% certain",
    ),
    class("UNCERTAIN", UNCERTAIN, "Nog onduidelijk", "Not yet clear"),
    class("UNKNOWN", UNKNOWN, "Niet beoordeeld", "Not assessed"),
];

/// A completeness from below the first to the second or above can be anything.
const ANYTHING: (f64, f64) = (0.4, 0.8);

/// The class of the low end of a completeness: unknown when no block at all is
/// known, uncertain when too few are.
pub(super) fn step_of(interval: &Completeness) -> &'static str {
    let Completeness { low, high, .. } = *interval;
    if low <= 0.0 && high >= 1.0 {
        return "UNKNOWN";
    }
    if low < ANYTHING.0 && high >= ANYTHING.1 {
        return "UNCERTAIN";
    }
    let ends = [
        (0.2, "0-20"),
        (0.4, "20-40"),
        (0.6, "40-60"),
        (0.8, "60-80"),
    ];
    let step = ends.into_iter().find(|(end, _)| low < *end);
    step.map_or("80-100", |(_, id)| id)
}

pub(super) const MODES: [ShadeClass; 9] = [
    flat("OWN_STAFF", ADVANCED, "Eigen medewerkers", "Own staff"),
    flat(
        "CENTRE_MUNICIPALITY",
        PALE,
        "Centrumgemeente",
        "Centre municipality",
    ),
    flat(
        "WELFARE_OR_SHELTER_ORGANISATION",
        YELLOW,
        "Zorg- of opvangorganisatie",
        "Welfare or shelter organisation",
    ),
    flat(
        "PUBLIC_HEALTH_SERVICE",
        OLIVE,
        "GGD",
        "Public health service (GGD)",
    ),
    flat(
        "CARE_AND_SAFETY",
        RUST,
        "Zorg- en Veiligheidshuis of veiligheidsregio",
        "Care and safety house, or safety region",
    ),
    flat(
        "COMENSHA_EMPLOYER",
        LILAC,
        "CoMensha als werkgever",
        "CoMensha as employer",
    ),
    flat(
        "COMENSHA_REMOTE",
        REMOTE,
        "CoMensha op afstand",
        "CoMensha, remotely",
    ),
    class("SEVERAL", SEVERAL, "Meer dan één", "More than one"),
    class("UNKNOWN", UNKNOWN, "Onbekend", "Unknown"),
];

/// The class of a mode: nine colours nobody can tell apart.
fn group_of(mode: ArrangementMode) -> Option<&'static str> {
    Some(match mode {
        ArrangementMode::Unknown => return None,
        ArrangementMode::OwnStaff => "OWN_STAFF",
        ArrangementMode::CentreMunicipality | ArrangementMode::CentreMunicipalityOutsourced => {
            "CENTRE_MUNICIPALITY"
        }
        ArrangementMode::WelfareOrShelterOrganisation => "WELFARE_OR_SHELTER_ORGANISATION",
        ArrangementMode::PublicHealthService => "PUBLIC_HEALTH_SERVICE",
        ArrangementMode::CareAndSafetyHouse | ArrangementMode::SafetyRegion => "CARE_AND_SAFETY",
        ArrangementMode::ComenshaEmployer => "COMENSHA_EMPLOYER",
        ArrangementMode::ComenshaRemote => "COMENSHA_REMOTE",
    })
}

/// The class of the modes that are known; several when they differ.
pub(super) fn mode_of(view: &View, state: &MunicipalityState) -> &'static str {
    let arrangements = state.coordination.arrangements.iter();
    let mut groups = arrangements
        .filter_map(|in_force| group_of(view.index().arrangement(in_force.arrangement).fact.mode));
    match groups.next() {
        None => "UNKNOWN",
        Some(first) if groups.all(|other| other == first) => first,
        Some(_) => "SEVERAL",
    }
}

pub(super) const ASSESSED: [ShadeClass; 5] = [
    flat(
        "OLDER",
        NONE,
        "3 jaar of langer geleden",
        "3 years ago or longer",
    ),
    flat(
        "WITHIN_3",
        PARTIAL,
        "2 tot 3 jaar geleden",
        "2 to 3 years ago",
    ),
    flat(
        "WITHIN_2",
        COMPLETE,
        "1 tot 2 jaar geleden",
        "1 to 2 years ago",
    ),
    flat(
        "WITHIN_1",
        ADVANCED,
        "Minder dan 1 jaar geleden",
        "Less than 1 year ago",
    ),
    class(
        "UNKNOWN",
        UNKNOWN,
        "Geen oordeel bekend",
        "No verdict known",
    ),
];

pub(super) const BRIEFED: [ShadeClass; 5] = [
    flat(
        "NEVER",
        NONE,
        "Geen voorlichting bekend",
        "No briefing on record",
    ),
    flat(
        "OLDER",
        PARTIAL,
        "3 jaar of langer geleden",
        "3 years ago or longer",
    ),
    flat(
        "WITHIN_3",
        COMPLETE,
        "1 tot 3 jaar geleden",
        "1 to 3 years ago",
    ),
    flat(
        "WITHIN_1",
        ADVANCED,
        "Minder dan 1 jaar geleden",
        "Less than 1 year ago",
    ),
    class(
        "UNKNOWN",
        UNKNOWN,
        "Niet voor u zichtbaar",
        "Not visible to you",
    ),
];
