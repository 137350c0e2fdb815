//! Lineage of municipalities: who went into whom.

use std::sync::Arc;

use jiff::civil::Date;

use super::code::MunicipalityCode;

/// That (part of) a municipality went into another on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Succession {
    /// The first date on which the new situation holds.
    pub date: Date,
    /// The municipality that ended.
    pub from: MunicipalityCode,
    /// Its name.
    pub from_name: Arc<str>,
    /// The municipality that received it.
    pub to: MunicipalityCode,
    /// Its name.
    pub to_name: Arc<str>,
    /// The share of the ended municipality's area that went there, in 0..=1.
    pub area_share: f64,
}
