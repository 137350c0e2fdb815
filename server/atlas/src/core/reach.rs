//! Whom records cover: the municipalities that they name, and those formed
//! from them.

use domain::care::arrangement::NamedMunicipality;
use domain::outreach::campaign::Briefing;
use domain::places::code::MunicipalityCode;
use domain::places::lineage::{CoveredMunicipality, Lineage};
use domain::recorded::Recorded;

/// For each record, whom it covers.
pub(super) fn reach_of<T>(
    lineage: &Lineage,
    records: &[Recorded<T>],
    covers: impl Fn(&T) -> &[NamedMunicipality],
) -> Vec<Vec<CoveredMunicipality>> {
    let records = records.iter();
    records
        .map(|record| lineage.reach(covers(&record.fact)))
        .collect()
}

/// Whom a briefing counts for.
pub(super) fn reach_of_briefing(
    lineage: &Lineage,
    briefing: &Briefing,
) -> Vec<CoveredMunicipality> {
    let named = briefing
        .municipalities
        .iter()
        .map(|code| NamedMunicipality {
            code: *code,
            boundary_date: briefing.date,
        });
    lineage.reach(&named.collect::<Vec<_>>())
}

/// Whom a record covers, for those that are covered: the code and the
/// predecessors through which.
pub(crate) fn covered(
    reach: &[CoveredMunicipality],
) -> impl Iterator<Item = (MunicipalityCode, &[MunicipalityCode])> {
    reach.iter().map(|reach| (reach.code, reach.via.as_slice()))
}
