//! The read model: an immutable picture of everything on record, in memory,
//! replaced as a whole after each committed change.
//!
//! [`Atlas::at`] gives a [`View`]: all municipalities of one date as known at
//! one instant. Everything that people read is a question to a view.

mod care;
pub mod compression;
mod core;
#[cfg(test)]
pub(crate) mod fixture;
mod lists;
mod outreach;
mod places;
mod policy;
mod record;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use core::content::{Content, EarlierContents};
use core::view_cache::ViewCache;
use domain::dates::AsOf;
use domain::facts::Facts;

pub use care::cover::CareCover;
pub use care::practice::BottleneckCondition;
pub use core::change_notice::ChangeNotice;
pub use core::edition::{EditionError, EditionModel};
pub use core::index::Index;
pub use core::list_sizes::ListSizes;
pub use core::live::{Live, LiveError};
pub use core::state::{
    BlockState, Coordination, MunicipalityState, Policy, RegionState, VerdictBasis,
};
pub use core::view::View;
pub use lists::filter::{Filter, FilterError, Prepared, Range};
pub use lists::order::{OrderField, SortOrder};
pub use lists::page::{ListError, PageRequest};
pub use lists::search::{Hit, HitReason};
pub use outreach::campaign::{CampaignTarget, MunicipalityAt};
pub use outreach::effect::{Effect, EffectTotal, Gain};
pub use outreach::joint_sessions::JointSession;
pub use outreach::ranking::{Priority, Ranking, RankingKey};
pub use outreach::targets::OutreachTarget;
pub use places::features::TextPart;
pub use places::highlights::{Highlight, Highlights};
pub use places::history::{HistoryEvent, HistoryEventKind};
pub use places::map_file::MapFile;
pub use places::map_file::short_hash;
pub use places::peers::{Peer, Solution};
pub use policy::changes::{ChangeReason, ChangeReport, MunicipalityChange};
pub use policy::coverage::{CoverageGroup, CoverageGrouping, GroupKey};
pub use policy::timeline::{TimelineError, TimelinePoint};
pub use policy::totals::{CountInterval, Coverage, CoverageCount};
pub use record::change_log::LoggedChange;
pub use record::gathered::{Gathered, GatheredKind};
pub use record::map_diff::{MapDifference, MapState, differences};
pub use record::quality::QualityNotice;

/// How many views are kept, each of about a megabyte: enough for a timeline by the
/// month over the years that people compare, since months without a change share
/// one.
const VIEWS_KEPT: usize = 48;
/// How many of these are kept as known at an earlier instant.
const PAST_VIEWS_KEPT: usize = 12;

/// Everything on record at one revision, ready to be asked.
#[derive(Debug)]
pub struct Atlas {
    index: Arc<Index>,
    views: ViewCache<View>,
    contents: ViewCache<Content>,
    earlier: Option<EarlierContents>,
    sizes: OnceLock<ListSizes>,
}

impl Atlas {
    /// Builds the atlas of these facts. Editions that are the same in the
    /// previous atlas are taken over from it, with their geometry; so is what its
    /// views held of municipalities whose verdicts are the same.
    pub fn build(facts: Facts, previous: Option<&Self>) -> Result<Self, EditionError> {
        let index = Index::build(facts, previous.map(|atlas| &*atlas.index))?;
        let earlier = previous
            .and_then(|atlas| EarlierContents::new(&atlas.index, atlas.contents.present(), &index));
        Ok(Self {
            earlier,
            index: Arc::new(index),
            views: ViewCache::new(VIEWS_KEPT, PAST_VIEWS_KEPT),
            contents: ViewCache::new(VIEWS_KEPT, PAST_VIEWS_KEPT),
            sizes: OnceLock::new(),
        })
    }

    /// The facts and their indexes.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// All municipalities of a date, as known at an instant. Instants between
    /// which nothing was recorded share a view, and dates between which nothing
    /// begins or ends share what is in it.
    #[must_use]
    pub fn at(&self, as_of: AsOf) -> Arc<View> {
        let as_of = self.index.as_known(as_of);
        self.views.get_or_make(as_of, || {
            let turned = self.index.turned(as_of);
            let carry_forward = || self.earlier.as_ref()?.carry_forward(&self.index, turned);
            let content = self.contents.get_or_make(turned, || {
                carry_forward().unwrap_or_else(|| Content::new(&self.index, turned))
            });
            View::new(Arc::clone(&self.index), as_of, content)
        })
    }

    /// How many views are kept.
    #[must_use]
    pub fn views_kept(&self) -> usize {
        self.views.len()
    }

    /// What the view of a date and an instant holds, told apart from others;
    /// and whether it has to be made first.
    #[must_use]
    pub fn content_of(&self, as_of: AsOf) -> (AsOf, bool) {
        let turned = self.index.turned(self.index.as_known(as_of));
        (turned, !self.contents.has(turned))
    }

    /// How long the lists of this atlas are.
    #[must_use]
    pub fn sizes(&self) -> &ListSizes {
        self.sizes.get_or_init(|| ListSizes::of(&self.index))
    }

    /// The latest date from which a record holds, at most `today`; the first
    /// boundary date when nothing is on record.
    #[must_use]
    pub fn data_date(&self, today: Date) -> Date {
        self.index.data_date(today)
    }

    /// The last date of which the boundaries are known.
    #[must_use]
    pub fn boundaries_known_until(&self) -> Date {
        self.index.boundaries_known_until()
    }
}
