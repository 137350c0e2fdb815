//! A municipality on a date.

use std::sync::Arc;

use async_graphql::{Context, Description, ID, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use super::highlight_text::highlights;
use super::history::HistoryEvent;
use super::lineage::Succession;
use super::peer::{Peer, Solution};
use super::region::{Region, region_places};
use crate::arguments::{int, rows, view_beside};
use crate::care::arrangement::CoordinationState;
use crate::enums::{Crs, Detail, Language};
use crate::limits::{go_on, grow};
use crate::outreach::briefing::Briefing;
use crate::outreach::priority::{Priority, PriorityWeights};
use crate::permissions;
use crate::policy::document::PolicyDocument;
use crate::policy::verdict::PolicyState;
use crate::record::quality::QualityNotice;
use crate::scalars::{Code, Date, GeoJson};
use atlas::{EditionModel, MunicipalityState, RankingKey, View};
use domain::vocabulary::OutreachPurpose;

/// A municipality on a date: a CBS code, and the shape that it had.
#[derive(Description)]
pub struct Municipality {
    pub(crate) view: Arc<View>,
    pub(crate) at: usize,
}

impl Municipality {
    pub(crate) fn find(
        view: &Arc<View>,
        code: domain::places::code::MunicipalityCode,
    ) -> Option<Self> {
        view.find(code).map(|at| Self {
            view: Arc::clone(view),
            at,
        })
    }

    pub(crate) fn all(view: &Arc<View>, positions: impl IntoIterator<Item = usize>) -> Vec<Self> {
        positions
            .into_iter()
            .map(|at| Self {
                view: Arc::clone(view),
                at,
            })
            .collect()
    }

    fn state(&self) -> &MunicipalityState {
        &self.view.municipalities()[self.at]
    }

    /// Municipalities exist only in a view with an edition.
    fn edition(&self) -> Result<&EditionModel> {
        self.view
            .edition()
            .map(|edition| &**edition)
            .ok_or_else(|| "the view has no edition".into())
    }
}

#[direct_object(use_type_description)]
impl Municipality {
    /// The CBS code.
    fn code(&self) -> Result<Code> {
        Ok(Code(self.edition()?.codes()[self.at]))
    }

    /// The official name.
    fn name(&self) -> Result<&str> {
        Ok(self.edition()?.name(self.at))
    }

    /// The date that the answer is about.
    fn as_of(&self) -> Date {
        Date(self.view.as_of().date())
    }

    /// The first date on which the municipality existed in this shape: a code
    /// that stays while the area grows has two shapes. Boundaries begin on
    /// 2020-01-01.
    fn valid_from(&self) -> Date {
        Date(self.state().shape.from)
    }

    /// The date on which it no longer existed in this shape; open when absent.
    fn valid_to(&self) -> Option<Date> {
        self.state().shape.to.map(Date)
    }

    /// Inhabitants, when a figure is known.
    fn population(&self) -> Option<Population> {
        self.state().population.as_ref().map(|figure| Population {
            inhabitants: int(figure.inhabitants),
            reference_date: Date(figure.reference_date),
            source: figure.source.to_string(),
        })
    }

    /// Area in square kilometres, measured in RD New at full detail; water that
    /// belongs to the municipality counts as far as the outline holds it.
    fn area_km2(&self) -> Result<f64> {
        Ok(self.edition()?.boundaries().area_km2(self.at))
    }

    /// A position well inside the area, for a label or a marker.
    fn label_position(&self) -> Result<Position> {
        let label = self.edition()?.boundaries().label(self.at);
        Ok(Position {
            longitude: label.degrees.x,
            latitude: label.degrees.y,
        })
    }

    /// The smallest box around the area.
    fn bounding_box(&self) -> Result<BoundingBox> {
        Ok(self.edition()?.boundaries().bounding_box(self.at).into())
    }

    /// The outline as a GeoJSON Polygon or `MultiPolygon`.
    fn geometry(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "How finely the outline is drawn.",
            default_with = "Detail::National"
        )]
        detail: Detail,
        #[graphql(desc = "The coordinate reference system.", default_with = "Crs::Crs84")] crs: Crs,
    ) -> Result<GeoJson> {
        let text = self
            .edition()?
            .boundaries()
            .geojson(self.at, detail.into(), crs.into());
        grow(ctx, text.len())?;
        Ok(GeoJson::Kept(Arc::clone(text)))
    }

    /// The municipalities with which it shares a border, by name.
    fn neighbours(&self, ctx: &Context<'_>) -> Result<Vec<Self>> {
        go_on(ctx)?;
        let neighbours = self.edition()?.boundaries().neighbours(self.at);
        Ok(Self::all(&self.view, self.view.in_name_order(neighbours)))
    }

    /// The regions in which it lies, at most one of each set unless sets
    /// overlap.
    fn regions(
        &self,
        #[graphql(desc = "Only those of the set with this id.")] set: Option<ID>,
    ) -> Result<Vec<Region>> {
        let places = region_places(
            &self.view,
            &self.state().regions,
            set.as_ref().map(|id| id.as_str()),
        )?;
        Ok(places
            .into_iter()
            .map(|place| Region {
                view: Arc::clone(&self.view),
                place,
            })
            .collect())
    }

    /// The municipalities of which (part of) the area came into this shape when
    /// it began.
    fn predecessors(&self) -> Result<Vec<Succession>> {
        let code = self.edition()?.codes()[self.at];
        let lineage = self.view.index().lineage();
        let successions = lineage.predecessors(code, self.view.as_of().date());
        Ok(successions
            .cloned()
            .map(|succession| Succession::back(&self.view, succession))
            .collect())
    }

    /// The municipalities into which it went when it ended.
    fn successors(&self) -> Result<Vec<Succession>> {
        let code = self.edition()?.codes()[self.at];
        let successions = self.view.index().lineage().successors(code);
        Ok(successions
            .cloned()
            .map(|succession| Succession::forward(&self.view, succession))
            .collect())
    }

    /// Care coordination on the date.
    fn coordination(&self) -> CoordinationState {
        CoordinationState {
            view: Arc::clone(&self.view),
            at: self.at,
        }
    }

    /// Policy on the date.
    fn policy(&self) -> PolicyState {
        PolicyState {
            view: Arc::clone(&self.view),
            at: self.at,
        }
    }

    /// The policy documents that cover it: those in force on the date, and
    /// those whose date is not known.
    fn documents(&self) -> Vec<PolicyDocument> {
        let places = self.state().documents.iter();
        places
            .map(|place| PolicyDocument {
                view: Arc::clone(&self.view),
                place: *place,
            })
            .collect()
    }

    /// Similar municipalities, the most similar first: near in number of
    /// inhabitants and in density, and neighbours nearer.
    fn peers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many at most.", default_with = "Some(5)")] first: Option<i32>,
    ) -> Result<Vec<Peer>> {
        go_on(ctx)?;
        let most = rows("first", first.unwrap_or(5), 1000)?;
        let peers = self.view.peers(self.at, most).into_iter();
        Ok(peers
            .map(|peer| Peer {
                view: Arc::clone(&self.view),
                peer,
            })
            .collect())
    }

    /// The most similar municipalities that have a building block: who solved
    /// this already.
    fn solved_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the building block, of the rubric in force.")] block: ID,
        #[graphql(desc = "How many at most.", default_with = "Some(3)")] first: Option<i32>,
    ) -> Result<Vec<Solution>> {
        go_on(ctx)?;
        let most = rows("first", first.unwrap_or(3), 1000)?;
        let solutions = self.view.solved_by(self.at, &block, most)?;
        Ok(solutions
            .into_iter()
            .map(|solution| Solution {
                view: Arc::clone(&self.view),
                solution,
            })
            .collect())
    }

    /// What makes it stand out among its ten nearest peers, as sentences:
    /// completeness 20 percentage points from their mean, a coordinator where
    /// few of them have one or none where most have, and building blocks that
    /// few of them have or that it misses and most have. Few are at most a
    /// quarter, most at least three quarters.
    fn highlights(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The language of the sentences.",
            default_with = "Language::Dutch"
        )]
        language: Language,
    ) -> Result<Vec<String>> {
        go_on(ctx)?;
        Ok(highlights(&self.view, self.at, language))
    }

    /// What happened in it, the last first. A record that covers it only through
    /// a predecessor counts from the day on which it began.
    fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The last date, included; that of the question when absent. A later one shows how the municipality ended."
        )]
        until: Option<Date>,
    ) -> Result<Vec<HistoryEvent>> {
        go_on(ctx)?;
        let until = until.map_or(self.view.as_of().date(), |until| until.0);
        Ok(HistoryEvent::of_one(&self.view, self.at, until))
    }

    /// What is to be said of its data on the date.
    fn quality(&self) -> Vec<QualityNotice> {
        QualityNotice::all(&self.view, self.at)
    }

    /// How much it asks for outreach, among all municipalities of the date.
    fn priority(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "What it is approached for.",
            default_with = "OutreachPurpose::Brief"
        )]
        purpose: OutreachPurpose,
        #[graphql(desc = "How much each factor counts.")] weights: Option<PriorityWeights>,
    ) -> Result<Priority> {
        permissions::ranking(ctx)?;
        go_on(ctx)?;
        let view = view_beside(ctx, &self.view, None)?;
        let audience = permissions::audience(ctx);
        let key = RankingKey { purpose, audience };
        let weights = weights.map(|weights| weights.check(audience)).transpose()?;
        Ok(match weights {
            None => Priority::new(&view, self.at, view.ranking(key)),
            Some(weights) => Priority::new(&view, self.at, &view.ranking_by(&weights, key)),
        })
    }

    /// The briefing that was given last, up to the date. Internal: PLATFORM for
    /// its own regions, OUTREACH, ADMIN.
    fn last_briefing(&self, ctx: &Context<'_>) -> Result<Option<Briefing>> {
        permissions::internal(ctx, &self.view, &[self.at])?;
        let place = self.view.find_last_briefing(self.at);
        place.map(|place| Briefing::new(ctx, place)).transpose()
    }

    /// The briefings that count for it, given and planned, whatever the date of
    /// the question, the last first. Internal: PLATFORM for its own regions,
    /// OUTREACH, ADMIN.
    fn briefings(&self, ctx: &Context<'_>) -> Result<Vec<Briefing>> {
        permissions::internal(ctx, &self.view, &[self.at])?;
        Briefing::all(ctx, self.view.briefings(self.at))
    }
}

/// The number of people who live in a municipality.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct Population {
    /// The number.
    inhabitants: i32,
    /// The date to which it refers.
    reference_date: Date,
    /// Who published it.
    source: String,
}

/// A position in WGS84.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct Position {
    /// Longitude, degrees.
    longitude: f64,
    /// Latitude, degrees.
    latitude: f64,
}

/// A box in WGS84.
#[derive(Debug, SimpleObject, DirectObject)]
pub struct BoundingBox {
    /// Lowest longitude, degrees.
    west: f64,
    /// Lowest latitude, degrees.
    south: f64,
    /// Highest longitude, degrees.
    east: f64,
    /// Highest latitude, degrees.
    north: f64,
}

impl From<geodata::BoundingBox> for BoundingBox {
    fn from(given: geodata::BoundingBox) -> Self {
        Self {
            west: given.west,
            south: given.south,
            east: given.east,
            north: given.north,
        }
    }
}
