//! Approving or refusing somebody who asks for an account.

use super::add_account::check_against_record;
use super::invite_person::NewInvitation;
use super::secrets::invite;
use crate::people::audit::AccountTrail;
use crate::{ActionError, Writer, refuse};
use domain::id::Id;
use domain::message::SummaryMessage;
use domain::people::access_request::AccessRequest;
use domain::people::account::Account;
use domain::people::viewer::Secret;
use domain::places::code::RegionRef;
use domain::record::audit::AuditEvent;
use domain::vocabulary::{AuditAction, Role, SubjectKind};
use store::AccessChange;

/// Makes an account of a request, and a link with which the person takes it
/// up, told once. Who came from a provider may sign in there from now on.
pub async fn approve_access(
    writer: &Writer<'_>,
    id: &Id<AccessRequest>,
    name: Option<String>,
    role: Role,
    regions: Vec<RegionRef>,
) -> Result<(Account, Secret), ActionError> {
    let mut change = writer.begin_access().await?;
    let request = get(&mut change, id).await?;
    let invited = NewInvitation {
        email: request.email,
        name: Some(name.unwrap_or(request.name)),
        role,
        regions,
    };
    let account = invited.into_account()?;
    refuse(check_against_record(&account, &mut change).await?.0)?;
    change.record_account(&account).await?;
    change
        .note_change(AuditAction::ApproveAccess, None, Some(&account), &account)
        .await?;
    if let Some(identity) = &request.identity {
        change.record_link(identity, &account.id).await?;
    }
    let secret = invite(&mut change, &account, writer.by, writer.clock.now()).await?;
    change.close_request(id).await?;
    change.commit().await?;
    Ok((account, secret))
}

/// Refuses a request.
pub async fn refuse_access(writer: &Writer<'_>, id: &Id<AccessRequest>) -> Result<(), ActionError> {
    let mut change = writer.begin_access().await?;
    let request = get(&mut change, id).await?;
    change.close_request(id).await?;
    let subject = SummaryMessage::record(SubjectKind::Request, request.email.to_string());
    let event = AuditEvent::new(writer.by, AuditAction::RefuseAccess, subject);
    change.record_event(event).await?;
    Ok(change.commit().await?)
}

async fn get(
    change: &mut AccessChange,
    id: &Id<AccessRequest>,
) -> Result<AccessRequest, ActionError> {
    let mut waiting = change.requests().await?.into_iter();
    let request = waiting.find(|request| request.id == *id);
    request.ok_or_else(|| ActionError::unknown("request", id))
}
