//! Going through a change without making it.

use async_graphql::{Context, ID, InputObject, OneofObject, Result};
use jiff::civil;

use super::correction::{self, AcceptanceInput};
use super::undo;
use crate::arguments::{atlas, clock};
use crate::care::mutation::record::{self, ArrangementInput, PolicyDocumentInput};
use crate::change::writer;
use crate::message::Message as GraphqlMessage;
use crate::places::mutation::NewRegion;
use crate::policy::mutation::rubric::RubricInput;
use crate::policy::mutation::verdict::{self, VerdictsInput};
use crate::record::preview::ChangePreview;
use crate::scalars::{Code, Date};
use actions::{Rehearsal, Writer};
use atlas::{Atlas, differences};
use domain::dates::AsOf;
use domain::message::{ChangeMessage, Message};

/// A change that might be made; the input of the mutation of that name.
#[derive(Debug, OneofObject)]
pub enum PreviewInput {
    /// As `recordArrangement`.
    RecordArrangement(ArrangementInput),
    /// As `endArrangement`.
    EndArrangement(EndInput),
    /// As `recordVerdicts`.
    RecordVerdicts(VerdictsInput),
    /// As `confirmInherited`.
    ConfirmInherited(Code),
    /// As `recordPolicyDocument`.
    RecordPolicyDocument(PolicyDocumentInput),
    /// As `setRegion`.
    SetRegion(NewRegion),
    /// As `recordRubric`.
    RecordRubric(RubricInput),
    /// As `acceptCorrection`.
    AcceptCorrection(AcceptInput),
    /// As `undoChange`: the revision.
    UndoChange(u64),
}

/// The end of an arrangement.
#[derive(Debug, InputObject)]
pub struct EndInput {
    /// Id of the arrangement.
    id: ID,
    /// The first date on which it is no longer in force.
    on: Date,
}

/// A correction that is accepted.
#[derive(Debug, InputObject)]
pub struct AcceptInput {
    /// Id of the correction.
    id: ID,
    /// How the answers are recorded; all of them, from today, when absent.
    input: Option<AcceptanceInput>,
}

impl PreviewInput {
    /// What the change would show, when who asks may make it: of the date, or
    /// else of the first one on which it holds, today at the earliest.
    pub(crate) async fn preview(
        self,
        ctx: &Context<'_>,
        as_of: Option<Date>,
    ) -> Result<ChangePreview> {
        let now = atlas(ctx)?;
        let rehearsal = Rehearsal::from(now.index().facts().clone());
        let from = self.from();
        let notices = self
            .rehearse(ctx, writer(ctx)?.collecting(&rehearsal))
            .await?;
        let then = Atlas::build(rehearsal.into_facts(), Some(&now))?;
        let today = clock(ctx)?.today();
        let first = from.map_or(today, |from| from.max(today));
        let date = as_of.map_or(first, |date| date.0);
        let of = AsOf::new(date, None)?;
        let differences = differences(&now.at(of), &then.at(of));
        Ok(ChangePreview {
            date: Date(date),
            municipalities: differences.into_iter().map(Into::into).collect(),
            messages: GraphqlMessage::all(&notices),
            notices: notices.iter().map(ToString::to_string).collect(),
        })
    }

    fn from(&self) -> Option<civil::Date> {
        match self {
            Self::RecordArrangement(input) => Some(input.from()),
            Self::EndArrangement(input) => Some(input.on.0),
            Self::RecordVerdicts(input) => Some(input.from()),
            Self::RecordPolicyDocument(input) => Some(input.from()),
            Self::SetRegion(input) => Some(input.from()),
            Self::RecordRubric(input) => Some(input.from()),
            Self::AcceptCorrection(AcceptInput { input, .. }) => {
                input.as_ref().and_then(AcceptanceInput::from)
            }
            Self::ConfirmInherited(_) | Self::UndoChange(_) => None,
        }
    }

    async fn rehearse(self, ctx: &Context<'_>, writer: Writer<'_>) -> Result<Vec<Message>> {
        Ok(match self {
            Self::RecordArrangement(input) => input.record(ctx, writer).await?.1.notices,
            Self::RecordPolicyDocument(input) => input.record(ctx, writer).await?.1.notices,
            Self::RecordVerdicts(input) => input.record(ctx, writer).await?.notices,
            Self::SetRegion(input) => input.record(ctx, writer).await?.notices,
            Self::RecordRubric(input) => input.record(ctx, writer).await?.notices,
            Self::EndArrangement(EndInput { id, on }) => {
                record::end(ctx, &writer, &id, on).await?;
                Vec::new()
            }
            Self::ConfirmInherited(code) => verdict::confirm(ctx, &writer, code.0).await?.notices,
            Self::AcceptCorrection(AcceptInput { id, input }) => {
                correction::accept(ctx, &writer, &id, input).await?.notices
            }
            Self::UndoChange(revision) => {
                let kept = undo::undo(ctx, &writer, revision).await?.0.kept.into_iter();
                kept.map(|record| ChangeMessage::KeptAsIs { record }.into())
                    .collect()
            }
        })
    }
}
