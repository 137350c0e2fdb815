//! Whom to approach.

use async_graphql::{Context, ID, Result};
use dekkingskaart_macros::direct_object;

use crate::arguments::{rows, view};
use crate::filter_input::MunicipalityFilter;
use crate::outreach::priority::PriorityWeights;
use crate::outreach::targets::{OutreachTargetConnection, SessionProposal};
use crate::permissions;
use crate::scalars::Date;
use atlas::{PageRequest, Ranking, RankingKey};
use domain::vocabulary::OutreachPurpose;

#[derive(Default)]
pub struct OutreachQuery;

#[direct_object]
impl OutreachQuery {
    /// Ranked municipalities for tailored briefings, every rank explained: whom
    /// to brief, or whom to ask first. The factor `contact` is left out for the
    /// public, because briefings are internal.
    #[expect(
        clippy::too_many_arguments,
        reason = "the contract has so many arguments"
    )]
    fn outreach_targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "What they are approached for.",
            default_with = "OutreachPurpose::Brief"
        )]
        purpose: OutreachPurpose,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(
            desc = "Which municipalities. Unless it is a filter on policy (class, completeness, \
                    dimension, building block), it chooses among NONE and PARTIAL to brief, and \
                    among NOT_ASSESSED and UNCERTAIN to ask.",
            name = "where"
        )]
        filter: Option<MunicipalityFilter>,
        #[graphql(desc = "How much each factor counts.")] weights: Option<PriorityWeights>,
        #[graphql(desc = "At most so many, 0 to 1,000.", default_with = "Some(50)")] first: Option<
            i64,
        >,
        #[graphql(desc = "Only those after this cursor.")] after: Option<String>,
    ) -> Result<OutreachTargetConnection> {
        permissions::ranking(ctx)?;
        let view = view(ctx, as_of, None)?;
        let filter = permissions::filter(ctx, filter)?;
        let audience = permissions::audience(ctx);
        let weights = weights.map(|weights| weights.check(audience)).transpose()?;
        let key = RankingKey { purpose, audience };
        let ranking = Ranking::new(&view, &weights.unwrap_or_default(), key);
        let request = PageRequest {
            first: first.or(Some(50)),
            after,
            ..PageRequest::default()
        };
        let page = view.outreach_targets(filter.as_ref(), &ranking, &request)?;
        Ok(OutreachTargetConnection {
            view,
            ranking,
            page,
        })
    }

    /// Adjacent targets of one region that miss the same building blocks:
    /// proposals for a joint session, those that fill most gaps at once first.
    fn session_proposals(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Id of the region set.",
            default_with = "ID::from(\"vng-platform\")"
        )]
        set: ID,
        #[graphql(desc = "The date; today when absent.")] as_of: Option<Date>,
        #[graphql(
            desc = "Which municipalities. Unless it is a filter on policy, it chooses among NONE \
                    and PARTIAL.",
            name = "where"
        )]
        filter: Option<MunicipalityFilter>,
        #[graphql(desc = "At most so many, 0 to 1,000.", default = 10)] first: Option<i32>,
    ) -> Result<Vec<SessionProposal>> {
        permissions::ranking(ctx)?;
        let view = view(ctx, as_of, None)?;
        let filter = permissions::filter(ctx, filter)?;
        let most = rows("first", first.unwrap_or(10), 1000)?;
        let proposals =
            view.session_proposals(&set, filter.as_ref(), most, permissions::audience(ctx))?;
        proposals
            .iter()
            .map(|proposal| SessionProposal::new(&view, proposal))
            .collect()
    }
}
