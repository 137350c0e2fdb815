//! The mutations, by topic. Each lets an action write by the name of the
//! viewer, and answers from the atlas that holds the change.

use async_graphql::MergedObject;

/// What can be changed.
#[derive(Default, MergedObject)]
pub struct Mutation(
    crate::graphql::care::mutation::record::RecordMutation,
    crate::graphql::policy::mutation::verdict::VerdictMutation,
    crate::graphql::outreach::mutation::CampaignMutation,
    crate::graphql::care::mutation::practice::PracticeMutation,
    crate::graphql::people::mutation::PeopleMutation,
    crate::graphql::places::mutation::RegionMutation,
    crate::graphql::policy::mutation::rubric::RubricMutation,
    crate::graphql::record::mutation::correction::CorrectionMutation,
    crate::graphql::record::mutation::undo::UndoMutation,
    crate::graphql::record::mutation::import::ImportMutation,
);
