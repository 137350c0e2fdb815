//! Totals.

use std::sync::Arc;

use async_graphql::{Context, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::view;
use crate::filter_input::MunicipalityFilter;
use crate::permissions;
use crate::policy::coverage::{Coverage, CoverageGroup, GroupBy};
use crate::scalars::{Date, DateTime};

#[derive(Default)]
pub struct CoverageQuery;

#[direct_object]
impl CoverageQuery {
    /// Totals over the municipalities that the filter selects.
    fn coverage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Which municipalities; all when absent.", name = "where")] filter: Option<
            MunicipalityFilter,
        >,
    ) -> Result<Coverage> {
        let filter = permissions::filter(ctx, filter)?;
        let view = view(ctx, as_of, known_at)?;
        let totals = view.coverage(filter.as_ref())?;
        Ok(Coverage::new(&view, totals))
    }

    /// The same totals for each group: the regions of a set, or a field.
    fn coverage_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "By what totals are grouped.")] group: GroupBy,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(desc = "Reads the records as they stood at that instant.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Which municipalities; all when absent.", name = "where")] filter: Option<
            MunicipalityFilter,
        >,
    ) -> Result<Vec<CoverageGroup>> {
        let view = view(ctx, as_of, known_at)?;
        let filter = permissions::filter(ctx, filter)?;
        let groups = view.coverage_by(group.group(), filter.as_ref())?;
        Ok(groups
            .into_iter()
            .map(|group| CoverageGroup {
                view: Arc::clone(&view),
                group,
            })
            .collect())
    }
}
