//! Saying that something on record is not right.

use std::collections::HashSet;

use crate::checks::Checks;
use crate::{ActionError, Writer, random, refuse};
use domain::message::{ChangeMessage, SummaryMessage};
use domain::people::email::Email;
use domain::people::viewer::{Secret, TokenHash};
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::Rubric;
use domain::record::audit::AuditEvent;
use domain::record::correction::{CheckLink, Correction, LINK_HOLDS, ProposedAnswer};
use domain::record::text_fields::Text;
use domain::vocabulary::{AuditAction, CorrectionOrigin};

/// What somebody says.
#[derive(Debug, Clone, Default)]
pub struct NewCorrection {
    /// In their words.
    pub text: String,
    /// What would be different, by block of the rubric in force.
    pub answers: Vec<ProposedAnswer>,
    /// Their name.
    pub name: Option<String>,
    /// Where to reach them.
    pub email: Option<String>,
}

/// Keeps what somebody without an account says of a municipality that is there
/// today, until it is decided on.
pub async fn propose_correction(
    writer: &Writer<'_>,
    code: MunicipalityCode,
    proposal: NewCorrection,
    rubric: Option<&Rubric>,
) -> Result<(), ActionError> {
    let mut checks = Checks::default();
    if proposal.answers.is_empty() {
        checks.text(None, "text", Text::Story(&proposal.text));
    }
    check(&mut checks, &proposal, rubric);
    refuse(checks.0)?;
    keep(writer, code, proposal, None).await
}

/// Keeps what a municipality says that was sent a link, which is used up. That
/// nothing is wrong is worth keeping too.
pub async fn submit_check(
    writer: &Writer<'_>,
    link: &CheckLink,
    proposal: NewCorrection,
    rubric: Option<&Rubric>,
) -> Result<(), ActionError> {
    let mut checks = Checks::default();
    check(&mut checks, &proposal, rubric);
    refuse(checks.0)?;
    keep(writer, link.code, proposal, Some(link.hash)).await
}

/// Makes a link with which a municipality looks at its own record, once. The
/// secret in it is told once: only its hash is kept.
pub async fn make_check_link(
    writer: &Writer<'_>,
    code: MunicipalityCode,
) -> Result<(Secret, CheckLink), ActionError> {
    let now = writer.clock.now();
    let secret = Secret::of(random()?);
    let link = CheckLink {
        hash: TokenHash::of(secret.reveal()),
        code,
        expires_at: now.saturating_add(LINK_HOLDS).unwrap_or(now),
        used_at: None,
    };
    let event = AuditEvent::new(
        writer.by,
        AuditAction::MakeCheckLink,
        SummaryMessage::named(&code),
    );
    writer.store.keep_check_link(&link, now, event).await?;
    Ok((secret, link))
}

fn check(checks: &mut Checks, proposal: &NewCorrection, rubric: Option<&Rubric>) {
    checks.text(None, "text", Text::Prose(&proposal.text));
    checks.optional_text("name", proposal.name.as_deref().map(Text::Line));
    if let Some(email) = &proposal.email
        && let Err(error) = email.parse::<Email>()
    {
        checks.refuse("email", error);
    }
    let mut seen = HashSet::new();
    for (item, answer) in proposal.answers.iter().enumerate() {
        if rubric
            .and_then(|rubric| rubric.find_block(&answer.block))
            .is_none()
        {
            let block = answer.block.clone();
            checks.refuse_item(item, "answers", ChangeMessage::NoBlockInForce { block });
        }
        if !seen.insert(&answer.block) {
            checks.refuse_item(item, "answers", ChangeMessage::BlockTwice);
        }
        checks.written(Some(item), answer);
    }
}

async fn keep(
    writer: &Writer<'_>,
    code: MunicipalityCode,
    proposal: NewCorrection,
    link: Option<TokenHash>,
) -> Result<(), ActionError> {
    let random: [u8; 16] = random()?;
    let (origin, actor) = match link {
        Some(_) => (CorrectionOrigin::Link, "link"),
        None => (CorrectionOrigin::Public, "public"),
    };
    let correction = Correction {
        id: format!("{:032x}", u128::from_be_bytes(random)).into(),
        code,
        origin,
        name: proposal.name.filter(|name| !name.trim().is_empty()),
        email: proposal.email,
        text: proposal.text,
        answers: proposal.answers,
        proposed_at: writer.clock.now(),
        decision: None,
    };
    let subject = SummaryMessage::CorrectionOf {
        id: correction.id.to_string(),
        code,
    };
    let event = AuditEvent::new(actor, AuditAction::ProposeCorrection, subject);
    if writer
        .store
        .keep_correction(&correction, link, event)
        .await?
    {
        return Ok(());
    }
    Err(ActionError::conflict(ChangeMessage::CheckLinkUsed))
}
