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
mod resolve;
mod search;
mod sessions;
mod standing;
mod state;
#[cfg(test)]
mod tests;
mod timeline;
mod touched;
mod verdict_index;
mod view;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

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
pub use state::{Basis, BlockState, Coordination, MunicipalityState, Policy, RegionState};
pub use timeline::{TimelineError, TimelinePoint};
pub use touched::ChangeNotice;
pub use view::View;

/// How many views are kept: enough for a timeline by the month over the years
/// that people compare, and little memory.
const VIEWS_KEPT: usize = 96;

/// Everything on record at one revision, ready to be asked.
#[derive(Debug)]
pub struct Atlas {
    index: Arc<Index>,
    views: Mutex<VecDeque<(AsOf, Arc<View>)>>,
}

impl Atlas {
    /// Builds the atlas of these facts. Editions that are the same in the
    /// previous atlas are taken over from it, with their geometry.
    pub fn build(facts: Facts, previous: Option<&Self>) -> Result<Self, EditionError> {
        let index = Index::build(facts, previous.map(|atlas| &*atlas.index))?;
        Ok(Self {
            index: Arc::new(index),
            views: Mutex::default(),
        })
    }

    /// The facts and their indexes.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// All municipalities of a date, as known at an instant.
    #[must_use]
    pub fn at(&self, as_of: AsOf) -> Arc<View> {
        if let Some(view) = self.kept(as_of) {
            return view;
        }
        let view = Arc::new(View::new(Arc::clone(&self.index), as_of));
        let mut views = self.views.lock().unwrap_or_else(PoisonError::into_inner);
        if views.len() == VIEWS_KEPT {
            views.pop_back();
        }
        views.push_front((as_of, Arc::clone(&view)));
        view
    }

    /// How many views are kept.
    #[must_use]
    pub fn views_kept(&self) -> usize {
        self.views
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .len()
    }

    fn kept(&self, as_of: AsOf) -> Option<Arc<View>> {
        let mut views = self.views.lock().unwrap_or_else(PoisonError::into_inner);
        let place = views.iter().position(|(key, _)| *key == as_of)?;
        let kept = views.remove(place)?;
        let view = Arc::clone(&kept.1);
        views.push_front(kept);
        Some(view)
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
