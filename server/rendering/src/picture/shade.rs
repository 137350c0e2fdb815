//! The ways to colour a map, each with fixed named classes, so that two maps can
//! be compared: those of the client (`web/src/lib/shade/model.ts`).

mod classes;

use jiff::civil::Date;

use super::matrix;
use super::shade_class::ShadeClass;
use atlas::View;
use classes::{
    ASSESSED, BRIEFED, CLASSES, MODES, STATUSES, STEPS, mode_of, policy, status, step_of,
};
use domain::vocabulary::Dimension;
use domain::words::Language;

pub use classes::{fill_of_class, fill_of_status, fill_of_verdict};

/// By what a map is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// The class of policy.
    Class,
    /// The completeness of policy, by its low end.
    Completeness,
    /// That of one dimension.
    Dimension(Dimension),
    /// The status of care coordination.
    Status,
    /// How the function is filled.
    Mode,
    /// When it was last assessed.
    Assessed,
    /// Care coordination by policy.
    Matrix,
    /// When it was last briefed. Internal.
    Briefed,
}

impl Shade {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Class,
        Self::Completeness,
        Self::Dimension(Dimension::Awareness),
        Self::Dimension(Dimension::Policy),
        Self::Dimension(Dimension::Approach),
        Self::Status,
        Self::Mode,
        Self::Assessed,
        Self::Matrix,
        Self::Briefed,
    ];

    /// The id, as in addresses of the client.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Completeness => "completeness",
            Self::Dimension(Dimension::Awareness) => "awareness",
            Self::Dimension(Dimension::Policy) => "policy",
            Self::Dimension(Dimension::Approach) => "approach",
            Self::Status => "status",
            Self::Mode => "mode",
            Self::Assessed => "assessed",
            Self::Matrix => "matrix",
            Self::Briefed => "briefed",
        }
    }

    /// The shade with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shade| shade.id() == id)
    }

    /// What is shown.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        match self {
            Self::Class => language.choose("Beleid", "Policy"),
            Self::Completeness => {
                language.choose("Volledigheid van beleid", "Completeness of policy")
            }
            Self::Dimension(Dimension::Awareness) => language.choose("Bewustwording", "Awareness"),
            Self::Dimension(Dimension::Policy) => {
                language.choose("Beleidsmatige basis", "Policy basis")
            }
            Self::Dimension(Dimension::Approach) => language.choose("Aanpak", "Approach"),
            Self::Status => language.choose("Zorgcoördinatie", "Care coordination"),
            Self::Mode => language.choose("Wie de zorgcoördinatie invult", "Who coordinates care"),
            Self::Assessed => language.choose("Laatst beoordeeld", "Last assessed"),
            Self::Matrix => language.choose("Coördinatie en beleid", "Coordination and policy"),
            Self::Briefed => language.choose("Laatst voorgelicht", "Last briefed"),
        }
    }

    /// Whether it tells of briefings.
    #[must_use]
    pub fn is_internal(self) -> bool {
        self == Self::Briefed
    }

    /// Its classes, from what asks for action to what is in order; what is
    /// unknown comes last.
    #[must_use]
    pub fn classes(self) -> Vec<ShadeClass> {
        match self {
            Self::Class => CLASSES.map(policy).to_vec(),
            Self::Completeness | Self::Dimension(_) => STEPS.to_vec(),
            Self::Status => STATUSES.map(status).to_vec(),
            Self::Mode => MODES.to_vec(),
            Self::Assessed => ASSESSED.to_vec(),
            Self::Matrix => matrix::classes(),
            Self::Briefed => BRIEFED.to_vec(),
        }
    }

    /// The id of the class of the municipality at a position.
    #[must_use]
    pub fn class_of(self, view: &View, position: usize) -> &'static str {
        let state = &view.municipalities()[position];
        match self {
            Self::Class => state.policy.class.code(),
            Self::Completeness => step_of(&state.policy.completeness),
            Self::Dimension(dimension) => {
                let place = Dimension::ALL.iter().position(|other| *other == dimension);
                step_of(&state.policy.dimensions[place.unwrap_or_default()])
            }
            Self::Status => state.coordination.status.code(),
            Self::Mode => mode_of(view, state),
            Self::Assessed => match state.policy.last_assessed {
                None => "UNKNOWN",
                Some(last) => match years_between(last, view.as_of().date()) {
                    ..1 => "WITHIN_1",
                    1 => "WITHIN_2",
                    2 => "WITHIN_3",
                    3.. => "OLDER",
                },
            },
            Self::Matrix => matrix::cell_of(state.coordination.status, state.policy.class),
            Self::Briefed => match view.last_briefed(position) {
                None => "NEVER",
                Some(last) => match years_between(last, view.as_of().date()) {
                    ..1 => "WITHIN_1",
                    1 | 2 => "WITHIN_3",
                    3.. => "OLDER",
                },
            },
        }
    }
}

/// Whole years that a date lies before another.
fn years_between(earlier: Date, later: Date) -> i16 {
    let years = later.year() - earlier.year();
    let is_short = (later.month(), later.day()) < (earlier.month(), earlier.day());
    years - i16::from(is_short)
}
