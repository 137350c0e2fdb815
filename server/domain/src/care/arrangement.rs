//! How care coordination is filled, and the status that follows.

use crate::dates::Period;
use crate::id::Id;
use crate::places::code::MunicipalityCode;
use crate::source::Source;
use crate::vocabulary::{ArrangementMode, CoordinationStatus, ExploitationForm, Verdict};
use jiff::civil::Date;

/// That an arrangement or a document names a municipality. It covers the area
/// which that municipality had in the edition of the boundary date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamedMunicipality {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The edition to which the code belongs.
    pub boundary_date: Date,
}

/// Whom to ask about an arrangement: officials, for those with an account alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Name of a person or a desk.
    pub name: Option<String>,
    /// Address for electronic mail.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
}

/// Somebody coordinates, or is known not to, for a period and an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrangement {
    /// Id, kept when the arrangement is corrected.
    pub id: Id<Arrangement>,
    /// What it amounts to.
    pub status: CoordinationStatus,
    /// How the function is filled.
    pub mode: ArrangementMode,
    /// Who coordinates.
    pub organisation: Option<String>,
    /// Who pays.
    pub commissioned_by: Option<String>,
    /// The lowest age in years that it serves; every age when absent.
    pub age_from: Option<u8>,
    /// The highest age in years that it serves, included.
    pub age_to: Option<u8>,
    /// The forms that it serves; empty means all.
    pub forms: Vec<ExploitationForm>,
    /// Full-time equivalents, when known.
    pub fte: Option<f64>,
    /// In force from when to when.
    pub period: Period,
    /// Where this was found.
    pub source: Source,
    /// A remark.
    pub note: Option<String>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// The municipalities that it names, sorted.
    pub covers: Vec<NamedMunicipality>,
}

impl Arrangement {
    /// Whether it serves a person; an age or form that is not given matches.
    #[must_use]
    pub fn serves(&self, age: Option<u8>, form: Option<ExploitationForm>) -> bool {
        age.is_none_or(|age| {
            self.age_from.is_none_or(|from| from <= age) && self.age_to.is_none_or(|to| age <= to)
        }) && form.is_none_or(|form| self.forms.is_empty() || self.forms.contains(&form))
    }
}

/// One status from the arrangements in force: the best of them, `Unknown` when
/// there is none on record (rule 6).
#[must_use]
pub fn best_status(statuses: impl IntoIterator<Item = CoordinationStatus>) -> CoordinationStatus {
    statuses
        .into_iter()
        .max()
        .unwrap_or(CoordinationStatus::Unknown)
}

/// What a status says of the building block `care-coordination` (rule 4).
#[must_use]
pub fn care_coordination_verdict(status: CoordinationStatus) -> Verdict {
    match status {
        CoordinationStatus::Unknown => Verdict::Unknown,
        CoordinationStatus::None | CoordinationStatus::Remote => Verdict::Absent,
        CoordinationStatus::InPreparation => Verdict::InPreparation,
        CoordinationStatus::Temporary | CoordinationStatus::Structural => Verdict::Present,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CoordinationStatus::{InPreparation, None, Remote, Structural, Temporary, Unknown};

    #[test]
    fn the_best_status_counts_and_no_record_is_unknown() {
        assert_eq!(best_status([]), Unknown);
        assert_eq!(best_status([None]), None);
        assert_eq!(best_status([Remote, None]), Remote);
        assert_eq!(
            best_status([Temporary, InPreparation, Structural]),
            Structural
        );
        assert_eq!(best_status([InPreparation, Temporary]), Temporary);
    }

    #[test]
    fn remote_coordination_is_not_a_coordinator_of_ones_own() {
        assert_eq!(care_coordination_verdict(Remote), Verdict::Absent);
        assert_eq!(care_coordination_verdict(Unknown), Verdict::Unknown);
        assert_eq!(care_coordination_verdict(Temporary), Verdict::Present);
    }
}
