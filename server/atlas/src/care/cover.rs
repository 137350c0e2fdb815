//! Who coordinates care for a person in a municipality.

use crate::core::view::View;
use domain::vocabulary::{CoordinationStatus, ExploitationForm};

/// Who coordinates care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CareCover {
    /// The place of the arrangement in the facts; nothing when it is the
    /// helpdesk because nobody is on record.
    pub arrangement: Option<usize>,
    /// Whether it is `CoMensha`'s helpdesk, from a distance.
    pub fallback: bool,
}

impl View {
    /// Who coordinates care for a person of this age and form of exploitation
    /// in the municipality at a position: those that work there, or `CoMensha`'s
    /// helpdesk when nobody else does.
    #[must_use]
    pub fn who_covers(
        &self,
        position: usize,
        age: Option<u8>,
        form: Option<ExploitationForm>,
    ) -> Vec<CareCover> {
        let serving = |wanted: &[CoordinationStatus]| -> Vec<usize> {
            let arrangements = &self.municipalities()[position].coordination.arrangements;
            arrangements
                .iter()
                .map(|in_force| in_force.arrangement)
                .filter(|place| {
                    let fact = &self.index().arrangement(*place).fact;
                    wanted.contains(&fact.status) && fact.serves(age, form)
                })
                .collect()
        };
        let working = serving(&[
            CoordinationStatus::Structural,
            CoordinationStatus::Temporary,
        ]);
        if !working.is_empty() {
            return working
                .into_iter()
                .map(|place| CareCover {
                    arrangement: Some(place),
                    fallback: false,
                })
                .collect();
        }
        let remote = serving(&[CoordinationStatus::Remote]);
        vec![CareCover {
            arrangement: remote.first().copied(),
            fallback: true,
        }]
    }
}
