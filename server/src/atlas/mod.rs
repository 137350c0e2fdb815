//! The read model: an immutable picture of everything on record, in memory,
//! replaced as a whole after each committed change.
//!
//! [`Atlas::at`] gives a [`View`]: all municipalities of one date as known at
//! one instant. Everything that people read is a question to a view.

mod answers;
mod briefed;
mod campaign;
mod care;
mod change_log;
mod changes;
mod coverage;
mod edition;
mod effect;
mod filter;
#[cfg(test)]
pub(crate) mod fixture;
mod gathered;
mod highlights;
mod history;
mod index;
mod live;
mod map_file;
mod order;
mod outlook;
mod outreach;
mod page;
mod peers;
mod practice;
mod priority;
mod quality;
mod recent;
mod resolve;
mod search;
mod sessions;
mod sizes;
mod standing;
mod state;
#[cfg(test)]
mod tests;
mod timeline;
mod touched;
mod verdict_index;
mod view;

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use self::recent::Recent;
use self::view::Content;
use crate::domain::dates::AsOf;
use crate::domain::facts::Facts;

pub use campaign::{CampaignTarget, Place};
pub use care::CareCover;
pub use change_log::LoggedChange;
pub use changes::{Change, ChangeReport, Grounds};
pub use coverage::{Count, CountInterval, Coverage, CoverageGroup, Group, GroupKey};
pub use edition::{EditionError, EditionModel};
pub use effect::{Effect, EffectTotal, Gain};
pub use filter::{Filter, FilterError, Prepared, Range};
pub use gathered::{Gathered, GatheredKind};
pub use highlights::{Highlight, Highlights};
pub use history::{Happening, HistoryEvent};
pub use index::Index;
pub use live::{Live, LiveError};
pub use map_file::MapFile;
pub(crate) use map_file::short_hash;
pub use order::{Order, OrderField};
pub use outlook::{Difference, Outlook, differences};
pub use outreach::{Target, Targets};
pub use page::{ListError, Page, PageError, PageRequest, cursor};
pub use peers::{Peer, Solution};
pub use practice::BottleneckCondition;
pub use priority::{Audience, Priority, Ranking, RankingKey};
pub use quality::Notice;
pub use search::{Hit, HitReason};
pub use sessions::Proposal;
pub use sizes::Sizes;
pub use state::{Basis, BlockState, Coordination, MunicipalityState, Policy, RegionState};
pub use timeline::{TimelineError, TimelinePoint};
pub use touched::ChangeNotice;
pub use view::View;

/// How many views are kept: enough for a timeline by the month over the years
/// that people compare, and little memory.
const VIEWS_KEPT: usize = 96;
/// How many of these are kept as known at an earlier instant.
const PAST_VIEWS_KEPT: usize = 24;

/// Everything on record at one revision, ready to be asked.
#[derive(Debug)]
pub struct Atlas {
    index: Arc<Index>,
    views: Recent<View>,
    contents: Recent<Content>,
    sizes: OnceLock<Sizes>,
}

impl Atlas {
    /// Builds the atlas of these facts. Editions that are the same in the
    /// previous atlas are taken over from it, with their geometry.
    pub fn build(facts: Facts, previous: Option<&Self>) -> Result<Self, EditionError> {
        let index = Index::build(facts, previous.map(|atlas| &*atlas.index))?;
        Ok(Self {
            index: Arc::new(index),
            views: Recent::new(VIEWS_KEPT, PAST_VIEWS_KEPT),
            contents: Recent::new(VIEWS_KEPT, PAST_VIEWS_KEPT),
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
            let content = self
                .contents
                .get_or_make(turned, || Content::new(&self.index, turned));
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
    pub fn sizes(&self) -> &Sizes {
        self.sizes.get_or_init(|| Sizes::of(&self.index))
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
