//! Municipalities.

use std::sync::Arc;

use async_graphql::{Context, Description, Result, SimpleObject};
use dekkingskaart_macros::{DirectObject, direct_object};

use crate::arguments::{int, rows, view};
use crate::enums::{Crs, Detail};
use crate::filter_input::{MunicipalityFilter, MunicipalityOrder, check_position};
use crate::limits::{go_on, grow};
use crate::page::{PageInfo, cursor};
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::scalars::{Code, Date, DateTime, GeoJson};
use atlas::{PageRequest, View};
use domain::page::Page;

#[derive(Default)]
pub struct MunicipalityQuery;

#[direct_object]
impl MunicipalityQuery {
    /// The municipality that bore this code on the date. Null when none did.
    fn municipality(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code.")] code: Code,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Option<Municipality>> {
        let view = view(ctx, as_of, known_at)?;
        Ok(Municipality::find(&view, code.0))
    }

    /// The municipality in which a WGS84 position lay on the date. Null outside
    /// the country. On a border it is the one with the lowest code.
    fn municipality_at(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Longitude, degrees.")] longitude: f64,
        #[graphql(desc = "Latitude, degrees.")] latitude: f64,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Option<Municipality>> {
        check_position(longitude, latitude)?;
        let view = view(ctx, as_of, known_at)?;
        Ok(view
            .locate(longitude, latitude)
            .map(|at| Municipality { view, at }))
    }

    /// The municipalities of a date, by name unless ordered otherwise; without
    /// `first` or `last` all of them, 1,000 at most.
    #[expect(
        clippy::too_many_arguments,
        reason = "the arguments are those of the contract"
    )]
    fn municipalities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Which municipalities; all when absent.", name = "where")] filter: Option<
            MunicipalityFilter,
        >,
        #[graphql(desc = "In which order; ties go by name, then by code.")] order_by: Option<
            Vec<MunicipalityOrder>,
        >,
        #[graphql(desc = "At most so many from the beginning, 0 to 1,000.")] first: Option<i64>,
        #[graphql(desc = "Only those after this cursor.")] after: Option<String>,
        #[graphql(desc = "At most so many from the end, 0 to 1,000.")] last: Option<i64>,
        #[graphql(desc = "Only those before this cursor.")] before: Option<String>,
    ) -> Result<MunicipalityConnection> {
        let view = view(ctx, as_of, known_at)?;
        let filter = permissions::filter(ctx, filter)?;
        let orders = permissions::orders(ctx, order_by, filter.as_ref())?;
        let page = view.list(
            filter.as_ref(),
            &orders,
            &PageRequest {
                first,
                after,
                last,
                before,
            },
        )?;
        Ok(MunicipalityConnection { view, page })
    }

    /// Search by name, alias, former name or code, forgiving of accents,
    /// apostrophes and typing errors; former municipalities lead to their
    /// successors.
    fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was typed.")] text: String,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "How many at most.", default_with = "Some(10)")] first: Option<i32>,
    ) -> Result<Vec<SearchHit>> {
        let view = view(ctx, as_of, None)?;
        // Longer than any name; the rest would only cost time.
        let text: String = text.chars().take(80).collect();
        let hits = view.search(&text, rows("first", first.unwrap_or(10), 1000)?);
        Ok(hits
            .into_iter()
            .map(|hit| SearchHit::new(&view, hit))
            .collect())
    }
}

/// A page of municipalities.
#[derive(Description)]
pub struct MunicipalityConnection {
    view: Arc<View>,
    page: Page<usize>,
}

#[direct_object(use_type_description)]
impl MunicipalityConnection {
    /// Number of municipalities in the whole list.
    fn total_count(&self) -> i32 {
        int(self.page.total)
    }

    /// The municipalities of the page, each with its cursor.
    fn edges(&self) -> Vec<MunicipalityEdge> {
        let nodes = Municipality::all(&self.view, self.page.items.iter().copied());
        nodes
            .into_iter()
            .map(|node| MunicipalityEdge {
                cursor: cursor(&self.view, node.at),
                node,
            })
            .collect()
    }

    /// The municipalities of the page.
    fn nodes(&self) -> Vec<Municipality> {
        Municipality::all(&self.view, self.page.items.iter().copied())
    }

    /// Whether there is more, and where.
    fn page_info(&self) -> PageInfo {
        PageInfo::of(&self.page, |position| cursor(&self.view, *position))
    }

    /// The municipalities of the page as a GeoJSON `FeatureCollection`, with
    /// code, name, status, class and completeness (its low end, and
    /// `completenessHigh`) as properties.
    fn feature_collection(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "How finely the outlines are drawn.",
            default_with = "Detail::National"
        )]
        detail: Detail,
        #[graphql(desc = "The coordinate reference system.", default_with = "Crs::Crs84")] crs: Crs,
    ) -> Result<GeoJson> {
        go_on(ctx)?;
        let positions = &self.page.items;
        let parts = self
            .view
            .feature_collection(positions, detail.into(), crs.into());
        grow(ctx, parts.iter().map(|part| part.text().len()).sum())?;
        Ok(GeoJson::Parts(parts))
    }
}

/// A municipality in a list.
#[derive(SimpleObject, DirectObject)]
pub struct MunicipalityEdge {
    /// Its place in the list.
    cursor: String,
    /// The municipality.
    node: Municipality,
}

/// A municipality that was found.
#[derive(SimpleObject, DirectObject)]
pub struct SearchHit {
    /// The municipality.
    municipality: Municipality,
    /// The name or code that matched.
    matched: String,
    /// Why it was found.
    reason: atlas::HitReason,
    /// For a former municipality, the date on which it ended.
    since: Option<Date>,
}

impl SearchHit {
    fn new(view: &Arc<View>, hit: atlas::Hit) -> Self {
        Self {
            municipality: Municipality {
                view: Arc::clone(view),
                at: hit.position,
            },
            matched: hit.matched,
            reason: hit.reason,
            since: hit.since.map(Date),
        }
    }
}
