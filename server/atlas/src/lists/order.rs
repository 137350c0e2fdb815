//! The order in which municipalities are listed.

use std::cmp::Ordering;

use crate::core::view::View;
use crate::outreach::ranking::RankingKey;
use domain::people::permissions::Audience;
use domain::vocabulary::OutreachPurpose;

/// By what municipalities are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "MunicipalityOrderField")]
pub enum OrderField {
    /// Name, without regard to accents and apostrophes.
    Name,
    /// Code.
    Code,
    /// Number of inhabitants.
    Population,
    /// Low end of completeness.
    CompletenessLow,
    /// High end of completeness.
    CompletenessHigh,
    /// Status of care coordination: UNKNOWN, NONE, REMOTE, `IN_PREPARATION`,
    /// TEMPORARY, STRUCTURAL.
    CoordinationStatus,
    /// Policy class: `NOT_ASSESSED`, UNCERTAIN, NONE, PARTIAL, COMPLETE, ADVANCED.
    PolicyClass,
    /// Date of the last assessment; never comes before every date.
    LastAssessed,
    /// Date of the last briefing up to the date; never comes before every date.
    /// Internal, as the briefings are.
    LastBriefed,
    /// Rank of priority for a briefing, with the standard weights: ascending
    /// puts the first to brief first.
    Priority,
    /// Rank of priority for a question, with the standard weights: ascending
    /// puts the first to ask first.
    PriorityAsk,
}

/// One field of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOrder {
    /// By what.
    pub by: OrderField,
    /// From high to low.
    pub descending: bool,
    /// Whose ranking it is, for the priority.
    pub audience: Audience,
}

/// Puts positions that stand by name, then by code, into this order; those that
/// are equal in it stay as they stand.
pub(crate) fn sort(view: &View, orders: &[SortOrder], positions: &mut [usize]) {
    if orders.is_empty() {
        return;
    }
    positions.sort_by(|a, b| {
        orders
            .iter()
            .map(|order| {
                let ordering = compare(view, *order, *a, *b);
                if order.descending {
                    ordering.reverse()
                } else {
                    ordering
                }
            })
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    });
}

fn compare(view: &View, order: SortOrder, a: usize, b: usize) -> Ordering {
    let (left, right) = (&view.municipalities()[a], &view.municipalities()[b]);
    let by_rank = |purpose| {
        let ranking = view.ranking(RankingKey {
            purpose,
            audience: order.audience,
        });
        ranking.rank(a).cmp(&ranking.rank(b))
    };
    match order.by {
        OrderField::Name => {
            let name = |at| view.edition().map(|edition| edition.folded_name(at));
            name(a).cmp(&name(b))
        }
        OrderField::Code => a.cmp(&b),
        OrderField::Population => left.inhabitants().cmp(&right.inhabitants()),
        OrderField::CompletenessLow => left
            .policy
            .completeness
            .low
            .total_cmp(&right.policy.completeness.low),
        OrderField::CompletenessHigh => left
            .policy
            .completeness
            .high
            .total_cmp(&right.policy.completeness.high),
        OrderField::CoordinationStatus => left.coordination.status.cmp(&right.coordination.status),
        OrderField::PolicyClass => left.policy.class.cmp(&right.policy.class),
        OrderField::LastAssessed => left.policy.last_assessed.cmp(&right.policy.last_assessed),
        OrderField::LastBriefed => view.last_briefed(a).cmp(&view.last_briefed(b)),
        OrderField::Priority => by_rank(OutreachPurpose::Brief),
        OrderField::PriorityAsk => by_rank(OutreachPurpose::Ask),
    }
}
