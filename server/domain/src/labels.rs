//! How the words of the vocabularies are called where they stand alone: in a
//! cell, a legend or a heading. A test holds them to those of the client.

use super::vocabulary::{ArrangementMode, CoordinationStatus, OutreachStage, PolicyClass, Verdict};
use super::words::Language;

impl Language {
    /// A class of policy.
    #[must_use]
    pub fn policy_class(self, class: PolicyClass) -> &'static str {
        match class {
            PolicyClass::NotAssessed => self.choose("Niet beoordeeld", "Not assessed"),
            PolicyClass::Uncertain => self.choose("Nog onduidelijk", "Not yet clear"),
            PolicyClass::None => self.choose("Geen beleid", "No policy"),
            PolicyClass::Partial => self.choose("Onvolledig beleid", "Incomplete policy"),
            PolicyClass::Complete => self.choose("Basis volledig", "Basics complete"),
            PolicyClass::Advanced => self.choose("Basis en verdieping", "Basic and advanced"),
        }
    }

    /// A status of care coordination.
    #[must_use]
    pub fn coordination(self, status: CoordinationStatus) -> &'static str {
        match status {
            CoordinationStatus::Unknown => self.choose("Onbekend", "Unknown"),
            CoordinationStatus::None => self.choose("Geen zorgcoördinatie", "No care coordination"),
            CoordinationStatus::Remote => {
                self.choose("Op afstand door CoMensha", "Remote, by CoMensha")
            }
            CoordinationStatus::InPreparation => self.choose("In voorbereiding", "In preparation"),
            CoordinationStatus::Temporary => self.choose("Tijdelijk ingevuld", "Temporary"),
            CoordinationStatus::Structural => self.choose("Structureel ingevuld", "Structural"),
        }
    }

    /// How the function of care coordinator is filled.
    #[must_use]
    pub fn mode(self, mode: ArrangementMode) -> &'static str {
        match mode {
            ArrangementMode::Unknown => self.choose("Onbekend", "Unknown"),
            ArrangementMode::OwnStaff => self.choose("Eigen medewerkers", "Own staff"),
            ArrangementMode::CentreMunicipality => {
                self.choose("Centrumgemeente", "Centre municipality")
            }
            ArrangementMode::CentreMunicipalityOutsourced => self.choose(
                "Centrumgemeente, uitbesteed",
                "Centre municipality, outsourced",
            ),
            ArrangementMode::WelfareOrShelterOrganisation => self.choose(
                "Zorg- of opvangorganisatie",
                "Welfare or shelter organisation",
            ),
            ArrangementMode::PublicHealthService => {
                self.choose("GGD", "Public health service (GGD)")
            }
            ArrangementMode::CareAndSafetyHouse => {
                self.choose("Zorg- en Veiligheidshuis", "Care and safety house")
            }
            ArrangementMode::SafetyRegion => self.choose("Veiligheidsregio", "Safety region"),
            ArrangementMode::ComenshaEmployer => {
                self.choose("CoMensha als werkgever", "CoMensha as employer")
            }
            ArrangementMode::ComenshaRemote => {
                self.choose("CoMensha op afstand", "CoMensha, remotely")
            }
        }
    }

    /// What stands with invented verdicts, wherever they are shown.
    #[must_use]
    pub fn invented(self) -> &'static str {
        self.choose(
            "VOORBEELD (DEMONSTRATIE): de oordelen zijn verzonnen",
            "EXAMPLE (DEMONSTRATION): the verdicts are invented",
        )
    }

    /// How far outreach to a municipality has come.
    #[must_use]
    pub fn stage(self, stage: OutreachStage) -> &'static str {
        match stage {
            OutreachStage::Selected => self.choose("Gekozen", "Chosen"),
            OutreachStage::Invited => self.choose("Uitgenodigd", "Invited"),
            OutreachStage::Planned => self.choose("Gepland", "Planned"),
            OutreachStage::Held => self.choose("Gegeven", "Given"),
            OutreachStage::FollowUp => self.choose("In opvolging", "Being followed up"),
            OutreachStage::Declined => self.choose("Afgewezen", "Declined"),
        }
    }

    /// The verdict on a building block, with a capital.
    #[must_use]
    pub fn verdict_title(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Unknown => self.choose("Onbekend", "Unknown"),
            Verdict::Absent => self.choose("Afwezig", "Absent"),
            Verdict::InPreparation => self.choose("In voorbereiding", "In preparation"),
            Verdict::Present => self.choose("Aanwezig", "Present"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: [(Language, &str); 2] = [
        (
            Language::Dutch,
            include_str!("../../../web/src/lib/texts/nl/map.ts"),
        ),
        (
            Language::English,
            include_str!("../../../web/src/lib/texts/en/map.ts"),
        ),
    ];

    #[test]
    fn the_labels_are_those_of_the_client() {
        for (language, texts) in CLIENT {
            let has = |key: &str, code: &str, label: &str| {
                let line = format!("'{key}.{code}': '{label}',");
                assert!(texts.contains(&line), "{line}");
            };
            for class in PolicyClass::ALL {
                has("class", class.code(), language.policy_class(*class));
            }
            for status in CoordinationStatus::ALL {
                has("status", status.code(), language.coordination(*status));
            }
            for mode in ArrangementMode::ALL {
                has("mode", mode.code(), language.mode(*mode));
            }
            for stage in OutreachStage::ALL {
                has("stage", stage.code(), language.stage(*stage));
            }
        }
    }
}
