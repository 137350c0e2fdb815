//! Policy documents and the verdicts that follow from them.

use jiff::civil::Date;

use super::rubric::{ADOPTED_POLICY, REGIONAL_PLAN};
use crate::care::arrangement::NamedMunicipality;
use crate::dates::Period;
use crate::id::Id;
use crate::source::Source;
use crate::vocabulary::DocumentScope;

/// A document in which one or more municipalities lay down their policy.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyDocument {
    /// Id, kept when the document is corrected.
    pub id: Id<PolicyDocument>,
    /// Title as published.
    pub title: String,
    /// One municipality or a region.
    pub scope: DocumentScope,
    /// Identifiers at the official publisher (CVDR, gmb).
    pub identifier: Option<String>,
    /// In force from when to when; a document without a date is listed but
    /// gives no verdict.
    pub period: Option<Period>,
    /// Where it was found.
    pub source: Source,
    /// The Kader themes that the visible part of the text names.
    pub themes_mentioned: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The municipalities that it names, sorted.
    pub covers: Vec<NamedMunicipality>,
}

impl PolicyDocument {
    /// Whether it is in force on the date.
    #[must_use]
    pub fn in_force(&self, date: Date) -> bool {
        self.period.is_some_and(|period| period.contains(date))
    }

    /// The building blocks that are present where this is in force (rule 4).
    #[must_use]
    pub fn makes_present(&self) -> &'static [&'static str] {
        match self.scope {
            DocumentScope::Municipal => &[ADOPTED_POLICY],
            DocumentScope::Regional => &[ADOPTED_POLICY, REGIONAL_PLAN],
        }
    }
}
