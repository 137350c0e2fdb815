//! Proposing corrections, and deciding on them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};
use jiff::civil;

use crate::arguments::{atlas, clock, view};
use crate::care::mutation::record::source;
use crate::change::{read_back, unknown, writer};
use crate::people::quota::Quota;
use crate::permissions;
use crate::record::correction::{CheckLink, Correction};
use crate::scalars::{Code, Date};
use actions::{ActionError, NewCorrection, NewVerdict, Outcome, Writer};
use atlas::Live;
use domain::message::ChangeMessage;
use domain::people::viewer::TokenHash;
use domain::record::correction;
use domain::vocabulary::{CorrectionOrigin, CorrectionState, Established, Verdict};

#[derive(Default)]
pub struct CorrectionMutation;

#[Object]
impl CorrectionMutation {
    /// Says that something about a municipality is not right. Nothing changes on
    /// record: the staff, or the platform of its region, decides. Everybody,
    /// 5 times an hour.
    async fn propose_correction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality, as it is today.")] code: Code,
        #[graphql(desc = "What is not right, and how it is known.")] text: String,
        #[graphql(desc = "Where to reach who says so; kept until 90 days after the decision.")]
        email: Option<String>,
        #[graphql(desc = "What building blocks would be, each once.")] answers: Option<
            Vec<ProposedAnswer>,
        >,
    ) -> Result<bool> {
        let view = view(ctx, None, None)?;
        if view.find(code.0).is_none() {
            let none = ChangeMessage::NoSuchMunicipality;
            return Err(ActionError::refused("code", none).into());
        }
        let proposal = NewCorrection {
            text,
            email: email.filter(|email| !email.trim().is_empty()),
            answers: plain(answers),
            name: None,
        };
        ctx.data::<Quota>()?.count(ctx, clock(ctx)?.now())?;
        let rubric = view.rubric().map(|rubric| &**rubric);
        actions::propose_correction(&writer(ctx)?, code.0, proposal, rubric).await?;
        Ok(true)
    }

    /// Makes a link with which a municipality looks at its own record and says
    /// what is not right, once, within 30 days. OUTREACH, ADMIN; PLATFORM for
    /// its own regions.
    async fn make_check_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality, as it is today.")] code: Code,
    ) -> Result<CheckLink> {
        let view = view(ctx, None, None)?;
        permissions::edits(ctx, &view, &[code.0], None)?;
        if view.find(code.0).is_none() {
            let none = ChangeMessage::NoSuchMunicipality;
            return Err(ActionError::refused("code", none).into());
        }
        let (secret, link) = actions::make_check_link(&writer(ctx)?, code.0).await?;
        Ok(CheckLink::new(secret.reveal(), &link))
    }

    /// Hands in what a municipality found by its link, which is used up. Without
    /// words and answers it says that everything is right. Whoever has the link.
    async fn submit_check(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The secret in the link.")] secret: String,
        #[graphql(desc = "What is not right.")] text: Option<String>,
        #[graphql(desc = "Who looked at it; kept until 90 days after the decision.")] name: Option<
            String,
        >,
        #[graphql(desc = "What building blocks would be, each once.")] answers: Option<
            Vec<ProposedAnswer>,
        >,
    ) -> Result<bool> {
        let store = ctx.data::<Arc<Live>>()?.store();
        let link = store.find_check_link(TokenHash::of(&secret)).await;
        let link = link.map_err(ActionError::from)?;
        let link = link.ok_or_else(|| unknown("link", "for a check"))?;
        let proposal = NewCorrection {
            text: text.unwrap_or_default(),
            name,
            answers: plain(answers),
            email: None,
        };
        let view = view(ctx, None, None)?;
        let rubric = view.rubric().map(|rubric| &**rubric);
        actions::submit_check(&writer(ctx)?, &link, proposal, rubric).await?;
        Ok(true)
    }

    /// Accepts a proposed correction: its answers are recorded, and that it was
    /// accepted. OUTREACH, ADMIN; PLATFORM for its own regions.
    async fn accept_correction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the correction.")] id: ID,
        #[graphql(desc = "How the answers are recorded; all of them, from today, when absent.")]
        input: Option<AcceptanceInput>,
    ) -> Result<Correction> {
        accept(ctx, &writer(ctx)?, &id, input).await?;
        read_back(ctx).await?;
        decided(ctx, &id).await
    }

    /// Puts a proposed correction aside, with the reason. OUTREACH, ADMIN;
    /// PLATFORM for its own regions.
    async fn refuse_correction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the correction.")] id: ID,
        #[graphql(desc = "Why.")] reason: String,
    ) -> Result<Correction> {
        let correction = get(ctx, &id).await?;
        actions::refuse_correction(&writer(ctx)?, &correction, &reason).await?;
        decided(ctx, &id).await
    }
}

/// Accepts an open correction, when who asks may.
pub(crate) async fn accept(
    ctx: &Context<'_>,
    writer: &Writer<'_>,
    id: &str,
    input: Option<AcceptanceInput>,
) -> Result<Outcome> {
    let correction = get(ctx, id).await?;
    let input = input.unwrap_or_default();
    let answer = input.answer.clone();
    let verdicts = input.into_verdicts(ctx, &correction)?;
    Ok(actions::accept_correction(writer, &correction, &verdicts, answer.as_deref()).await?)
}

/// What a building block would be.
#[derive(Debug, InputObject)]
pub struct ProposedAnswer {
    /// Id of the block, in the rubric in force.
    block: ID,
    /// The answer.
    verdict: Verdict,
    /// A remark.
    note: Option<String>,
}

/// How the answers of a correction are recorded.
#[derive(Debug, Default, InputObject)]
pub struct AcceptanceInput {
    /// The blocks of which the answer is accepted; all when absent.
    blocks: Option<Vec<ID>>,
    /// The date from which they hold; today when absent.
    valid_from: Option<Date>,
    /// How they are known: when absent `SURVEY` for what came by a link, and
    /// `CONVERSATION` for the rest.
    established: Option<Established>,
    /// Where it was found.
    source_url: Option<String>,
    /// What was done, for whoever looks back.
    answer: Option<String>,
}

impl AcceptanceInput {
    /// The date from which the answers hold, when it is given.
    pub(crate) fn from(&self) -> Option<civil::Date> {
        self.valid_from.map(|date| date.0)
    }

    fn into_verdicts(
        self,
        ctx: &Context<'_>,
        correction: &correction::Correction,
    ) -> Result<Vec<NewVerdict>> {
        let valid_from = match self.valid_from {
            Some(date) => date.0,
            None => clock(ctx)?.today(),
        };
        let atlas = atlas(ctx)?;
        let rubric = atlas.index().find_rubric(valid_from);
        let (_, rubric) = rubric.ok_or_else(|| unknown("rubric", ""))?;
        let established = self.established.unwrap_or(match correction.origin {
            CorrectionOrigin::Link => Established::Survey,
            CorrectionOrigin::Public => Established::Conversation,
        });
        let source = source(self.source_url);
        let accepted = |answer: &&correction::ProposedAnswer| {
            let blocks = self.blocks.as_ref();
            blocks.is_none_or(|blocks| blocks.iter().any(|block| **block == answer.block))
        };
        let answers = correction.answers.iter().filter(accepted);
        let verdicts = answers.map(|answer| NewVerdict {
            code: correction.code,
            rubric: Arc::clone(&rubric.id),
            block: answer.block.as_str().into(),
            verdict: answer.verdict,
            valid_from,
            established: match answer.verdict {
                Verdict::Unknown => Established::NotAssessed,
                _ => established,
            },
            source: source.clone(),
            note: answer.note.clone(),
        });
        Ok(verdicts.collect())
    }
}

fn plain(answers: Option<Vec<ProposedAnswer>>) -> Vec<correction::ProposedAnswer> {
    let answers = answers.into_iter().flatten();
    let answer = |answer: ProposedAnswer| correction::ProposedAnswer {
        block: answer.block.0,
        verdict: answer.verdict,
        note: answer.note.filter(|note| !note.trim().is_empty()),
    };
    answers.map(answer).collect()
}

/// An open correction, when who asks may decide on it.
async fn get(ctx: &Context<'_>, id: &str) -> Result<correction::Correction> {
    permissions::signed_in(ctx)?;
    let store = ctx.data::<Arc<Live>>()?.store();
    let found = store.corrections(None, Some(&id.into())).await;
    let found = found.map_err(ActionError::from)?.into_iter().next();
    let view = view(ctx, None, None)?;
    let edits =
        |found: &correction::Correction| permissions::edits(ctx, &view, &[found.code], None);
    permissions::own(
        ctx,
        found.as_ref().is_some_and(|found| edits(found).is_ok()),
    )?;
    let found = found.ok_or_else(|| unknown("correction", id))?;
    if found.state() != CorrectionState::Open {
        let decided = ChangeMessage::DecidedAlready;
        return Err(ActionError::conflict(decided).into());
    }
    Ok(found)
}

async fn decided(ctx: &Context<'_>, id: &str) -> Result<Correction> {
    let store = ctx.data::<Arc<Live>>()?.store();
    let found = store.corrections(None, Some(&id.into())).await;
    let found = found.map_err(ActionError::from)?.into_iter().next();
    Ok(Correction {
        view: view(ctx, None, None)?,
        correction: found.ok_or_else(|| unknown("correction", id))?,
    })
}
