//! What really changed between two dates.

use std::sync::Arc;

use async_graphql::{Description, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::change_text::reason;
use crate::arguments::int;
use crate::enums::Language;
use crate::places::municipality::Municipality;
use atlas::View;
use domain::vocabulary::ChangeKind;

/// What became of the municipalities of the later date, each compared with
/// itself on the earlier date.
///
/// `NOT_COMPARABLE`: it merged, grew, or received part of a split municipality
/// in between, so that it is not in the shape that it had. The others are
/// compared by building block and by status of care coordination, both by what
/// is certain: PRESENT counts for one, `IN_PREPARATION` for half, ABSENT and
/// UNKNOWN for nothing; STRUCTURAL > TEMPORARY > `IN_PREPARATION` > REMOTE, and
/// NONE and UNKNOWN are the least. IMPROVED: something became better and
/// nothing worse. WORSE: something became worse and nothing better. Where one
/// thing became better and another worse, the low end of completeness decides;
/// if that is equal, the status; if that is equal too, it is SAME. SAME: nothing
/// became better or worse, and a verdict other than UNKNOWN, an arrangement or
/// a document holds from a date after `from` up to `to`, or ends then.
/// `NOT_REASSESSED`: nothing on record does. Under another version of the
/// rubric only building blocks that both versions have, and that are known
/// under both, are compared.
#[derive(Description)]
pub struct ChangeReport {
    pub(crate) earlier: Arc<View>,
    pub(crate) later: Arc<View>,
    pub(crate) report: atlas::ChangeReport,
}

#[direct_object(use_type_description)]
impl ChangeReport {
    /// For each kind; the counts add up to the number of municipalities of the
    /// later date that the filter selects then.
    fn counts(&self) -> Vec<ChangeCount> {
        let pairs = ChangeKind::ALL.iter().zip(self.report.counts());
        pairs
            .map(|(kind, count)| ChangeCount {
                kind: *kind,
                count: int(count),
            })
            .collect()
    }

    /// What became of each municipality of the later date, by name.
    fn municipalities(
        &self,
        #[graphql(desc = "Only those of this kind.")] kind: Option<ChangeKind>,
    ) -> Vec<MunicipalityChange> {
        let changes = self.report.changes.iter();
        changes
            .filter(|change| kind.is_none_or(|kind| change.kind == kind))
            .map(|change| MunicipalityChange {
                earlier: Arc::clone(&self.earlier),
                later: Arc::clone(&self.later),
                change: change.clone(),
            })
            .collect()
    }
}

/// How many municipalities changed in a way.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct ChangeCount {
    /// What became of them.
    kind: ChangeKind,
    /// Number of municipalities.
    count: i32,
}

/// What became of one municipality.
#[derive(Description)]
pub struct MunicipalityChange {
    earlier: Arc<View>,
    later: Arc<View>,
    change: atlas::MunicipalityChange,
}

#[direct_object(use_type_description)]
impl MunicipalityChange {
    /// What became of it.
    fn kind(&self) -> ChangeKind {
        self.change.kind
    }

    /// The municipality on the later date.
    fn municipality(&self) -> Municipality {
        Municipality {
            view: Arc::clone(&self.later),
            at: self.change.position,
        }
    }

    /// The municipalities on the earlier date from which it came, wholly or in
    /// part, by name; only itself when it is comparable.
    fn before(&self) -> Vec<Municipality> {
        Municipality::all(&self.earlier, self.change.before.iter().copied())
    }

    /// Why the change is of its kind, as a sentence.
    fn reason(
        &self,
        #[graphql(
            desc = "The language of the sentence.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> String {
        reason(&self.earlier, &self.later, &self.change, language)
    }
}
