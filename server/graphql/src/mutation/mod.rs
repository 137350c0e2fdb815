//! The mutations, by topic. Each lets an action write by the name of the
//! viewer, and answers from the atlas that holds the change.

use async_graphql::MergedObject;

/// What can be changed.
#[derive(Default, MergedObject)]
pub struct Mutation(
    crate::care::mutation::record::RecordMutation,
    crate::policy::mutation::verdict::VerdictMutation,
    crate::outreach::mutation::CampaignMutation,
    crate::care::mutation::practice::PracticeMutation,
    crate::people::mutation::PeopleMutation,
    crate::places::mutation::RegionMutation,
    crate::policy::mutation::rubric::RubricMutation,
    crate::record::mutation::correction::CorrectionMutation,
    crate::record::mutation::undo::UndoMutation,
    crate::record::mutation::import::ImportMutation,
);
