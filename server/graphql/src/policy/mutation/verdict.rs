//! Verdicts on building blocks, and what a municipality inherited.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::arguments::{atlas, clock, view};
use crate::care::mutation::record::{source, view_from};
use crate::change::{read_back, unknown, writer};
use crate::permissions;
use crate::places::municipality::Municipality;
use crate::scalars::{Code, Date};
use actions::{ActionError, NewVerdict, Outcome, Writer};
use domain::message::ChangeMessage;
use domain::places::code::MunicipalityCode;
use domain::vocabulary::{Established, Verdict};

#[derive(Default)]
pub struct VerdictMutation;

#[Object]
impl VerdictMutation {
    /// Records verdicts on building blocks of a municipality, from a date on;
    /// what stands for the same block and date is superseded. Answers with the
    /// municipality of today, or of the date when it is no more. OUTREACH, ADMIN;
    /// PLATFORM for its own regions.
    async fn record_verdicts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The verdicts.")] input: VerdictsInput,
    ) -> Result<Municipality> {
        let (code, from) = (input.code.0, input.valid_from);
        input.record(ctx, writer(ctx)?).await?;
        read_back(ctx).await?;
        get(ctx, code, from)
    }

    /// Records that what a municipality has from its predecessors, or from before
    /// its area grew, is right for it: from today on it counts as its own.
    /// OUTREACH, ADMIN; PLATFORM for its own regions.
    async fn confirm_inherited(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality.")] code: Code,
    ) -> Result<Municipality> {
        confirm(ctx, &writer(ctx)?, code.0).await?;
        read_back(ctx).await?;
        get(ctx, code.0, Date(clock(ctx)?.today()))
    }
}

/// Confirms what a municipality inherited, when who asks may.
pub(crate) async fn confirm(
    ctx: &Context<'_>,
    writer: &Writer<'_>,
    code: MunicipalityCode,
) -> Result<Outcome> {
    let view = view(ctx, None, None)?;
    permissions::edits(ctx, &view, &[code], None)?;
    if view.find(code).is_some_and(|at| !view.has_inherited(at)) {
        let nothing = ChangeMessage::NothingInherited { code };
        return Err(ActionError::conflict(nothing).into());
    }
    Ok(actions::confirm_inherited(writer, code).await?)
}

/// The municipality of today, or of the date when it is no more.
fn get(ctx: &Context<'_>, code: MunicipalityCode, date: Date) -> Result<Municipality> {
    let today = Municipality::find(&view(ctx, None, None)?, code);
    let then = || Municipality::find(&view_from(ctx, date.0).ok()?, code);
    let found = today.or_else(then);
    Ok(found.ok_or_else(|| unknown("municipality", &code.to_string()))?)
}

/// Verdicts on building blocks of one municipality.
#[derive(Debug, InputObject)]
pub struct VerdictsInput {
    /// The municipality, as it is on `validFrom`.
    code: Code,
    /// Id of the rubric; the one in force on `validFrom` when absent.
    rubric: Option<ID>,
    /// The date from which they hold.
    valid_from: Date,
    /// How they are known.
    established: Established,
    /// Where it was found.
    source_url: Option<String>,
    /// The verdicts, each block once.
    verdicts: Vec<VerdictInput>,
    /// The revision that was read before they were written
    /// (`serverInfo.revision`). When a verdict on one of the blocks was changed
    /// since, this is refused with `CONFLICT` and `extensions.standing` tells
    /// what stands, by whom and since when.
    based_on: Option<u64>,
}

/// A verdict on one building block.
#[derive(Debug, InputObject)]
pub struct VerdictInput {
    /// Id of the block.
    block: ID,
    /// The answer.
    verdict: Verdict,
    /// A remark.
    note: Option<String>,
}

impl VerdictsInput {
    /// The date from which they hold.
    pub(crate) fn from(&self) -> jiff::civil::Date {
        self.valid_from.0
    }

    /// Records them, when who asks may.
    pub(crate) async fn record(self, ctx: &Context<'_>, writer: Writer<'_>) -> Result<Outcome> {
        let view = view_from(ctx, self.valid_from.0)?;
        permissions::edits(ctx, &view, &[self.code.0], None)?;
        let writer = writer.based_on(self.based_on);
        let verdicts = self.into_verdicts(ctx)?;
        Ok(actions::record_verdicts(&writer, &verdicts).await?)
    }

    fn into_verdicts(self, ctx: &Context<'_>) -> Result<Vec<NewVerdict>> {
        let atlas = atlas(ctx)?;
        let in_force = atlas.index().find_rubric(self.valid_from.0);
        let rubric: Arc<str> = match (self.rubric, in_force) {
            (Some(id), _) => id.as_str().into(),
            (None, Some((_, rubric))) => Arc::clone(&rubric.id),
            (None, None) => return Err(unknown("rubric", "").into()),
        };
        let source = source(self.source_url);
        let verdicts = self.verdicts.into_iter();
        Ok(verdicts
            .map(|verdict| NewVerdict {
                code: self.code.0,
                rubric: Arc::clone(&rubric),
                block: verdict.block.as_str().into(),
                verdict: verdict.verdict,
                valid_from: self.valid_from.0,
                established: self.established,
                source: source.clone(),
                note: verdict.note,
            })
            .collect())
    }
}
