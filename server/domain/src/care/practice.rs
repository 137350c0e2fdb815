//! What stands in the way, and what works.

use jiff::civil::Date;

use crate::id::Id;
use crate::places::code::{MunicipalityCode, RegionRef};
use crate::source::Source;
use crate::vocabulary::BottleneckCategory;

/// Something that stands in the way (knelpunt), in a region or a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// Id, kept when the bottleneck is corrected or resolved.
    pub id: Id<Bottleneck>,
    /// What it is about.
    pub category: BottleneckCategory,
    /// What it is.
    pub text: String,
    /// The region; none when it is of a municipality.
    pub region: Option<RegionRef>,
    /// The municipality; none when it is of a region.
    pub municipality: Option<MunicipalityCode>,
    /// When it was raised.
    pub raised: Date,
    /// When it was resolved; open when absent.
    pub resolved: Option<Date>,
    /// To whom it was taken when those concerned could not resolve it.
    pub escalated_to: Option<String>,
}

impl Bottleneck {
    /// Whether it was not resolved yet on a date.
    #[must_use]
    pub fn is_open(&self, date: Date) -> bool {
        self.resolved.is_none_or(|resolved| resolved > date)
    }
}

/// Something that works, for others to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodPractice {
    /// Id, kept when it is corrected.
    pub id: Id<GoodPractice>,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub text: String,
    /// Id of the building block that it helps to put in place.
    pub block: Option<String>,
    /// The region where it works.
    pub region: Option<RegionRef>,
    /// The municipality where it works.
    pub municipality: Option<MunicipalityCode>,
    /// Where to read more.
    pub source: Source,
}
