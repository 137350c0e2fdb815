//! What the other answers refer to: boundaries, rubrics, national figures, and
//! the server itself.

use std::sync::Arc;

use async_graphql::{Context, ID, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::{BadArgument, atlas, clock, int, view};
use crate::permissions;
use crate::places::lineage::{BoundaryDate, Reorganisation};
use crate::places::national::{NationalIndicator, ServerInfo, Viewer};
use crate::policy::rubric::Rubric;
use crate::record::gathered::{Gathered, PublicData};
use crate::scalars::Date;
use domain::dates::{AsOf, BadDate};

#[derive(Default)]
pub struct ReferenceQuery;

#[direct_object]
impl ReferenceQuery {
    /// The dates from which boundaries hold, in order.
    fn boundary_dates(&self, ctx: &Context<'_>) -> Result<Vec<BoundaryDate>> {
        Ok(atlas(ctx)?
            .index()
            .editions()
            .iter()
            .map(|edition| BoundaryDate(Arc::clone(edition)))
            .collect())
    }

    /// The reorganisations of municipalities, in order.
    fn reorganisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first date, included; from the beginning when absent.")] from: Option<
            Date,
        >,
        #[graphql(desc = "The last date, included; without end when absent.")] to: Option<Date>,
    ) -> Result<Vec<Reorganisation>> {
        if let (Some(Date(from)), Some(Date(to))) = (from, to)
            && to < from
        {
            return Err(BadDate::EndsBeforeItBegins { from, to }.into());
        }
        let inside =
            |date| from.is_none_or(|from| date >= from.0) && to.is_none_or(|to| date <= to.0);
        let all = atlas(ctx)?.index().lineage().reorganisations();
        Ok(all
            .into_iter()
            .filter(|change| inside(change.date))
            .map(Reorganisation)
            .collect())
    }

    /// All versions of the rubric, by date.
    fn rubrics(&self, ctx: &Context<'_>) -> Result<Vec<Rubric>> {
        Ok(atlas(ctx)?
            .index()
            .facts()
            .rubrics
            .iter()
            .cloned()
            .map(Rubric)
            .collect())
    }

    /// The rubric with this id; the one in force today when absent.
    fn rubric(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
    ) -> Result<Option<Rubric>> {
        let atlas = atlas(ctx)?;
        let index = atlas.index();
        let Some(id) = id else {
            return Ok(index
                .find_rubric(clock(ctx)?.today())
                .map(|(_, rubric)| Rubric(Arc::clone(rubric))));
        };
        let found = index
            .facts()
            .rubrics
            .iter()
            .find(|rubric| *rubric.id == *id);
        match found {
            Some(rubric) => Ok(Some(Rubric(Arc::clone(rubric)))),
            None => Err(BadArgument::UnknownId {
                kind: "rubric",
                id: id.to_string(),
            }
            .into()),
        }
    }

    /// Figures for the whole country that others published, with their sources.
    fn national_indicators(&self, ctx: &Context<'_>) -> Result<Vec<NationalIndicator>> {
        Ok(atlas(ctx)?
            .index()
            .facts()
            .indicators
            .iter()
            .cloned()
            .map(NationalIndicator)
            .collect())
    }

    /// What was gathered about care coordination and policy: each kind, how
    /// much of it, of how many municipalities and from how many sources.
    fn gathered(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date whose municipalities are counted; today when absent.")]
        as_of: Option<Date>,
    ) -> Result<Vec<Gathered>> {
        let view = view(ctx, as_of, None)?;
        Ok(view.gathered().map(Gathered::from).into())
    }

    /// The public data on record, which come in editions.
    fn public_data(&self, ctx: &Context<'_>) -> Result<PublicData> {
        Ok(PublicData(atlas(ctx)?))
    }

    /// Who is asking.
    fn viewer(&self, ctx: &Context<'_>) -> Result<Viewer> {
        let view = view(ctx, None, None)?;
        Ok(Viewer::new(&view, permissions::viewer(ctx)))
    }

    /// The server and what it holds.
    fn server_info(&self, ctx: &Context<'_>) -> Result<ServerInfo> {
        let atlas = atlas(ctx)?;
        let today = clock(ctx)?.today();
        // The clock may be wrong, but it must not be silently so.
        AsOf::new(today, None)?;
        Ok(ServerInfo {
            version: env!("CARGO_PKG_VERSION"),
            revision: int(atlas.index().facts().revision),
            demonstration: atlas.index().demonstration(),
            data_date: Date(atlas.data_date(today)),
            boundaries_known_until: Date(atlas.boundaries_known_until()),
        })
    }
}
