//! Inviting somebody, who takes up the account with a link.

use super::add_account::{check_against_record, check_name, check_role, id, in_order};
use super::secrets::invite;
use crate::checks::Checks;
use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use crate::{ActionError, Writer, refuse};
use domain::id::Id;
use domain::message::PeopleMessage;
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::viewer::Secret;
use domain::places::code::RegionRef;
use domain::vocabulary::{AuditAction, Role};

/// Somebody who is to take up an account.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// What they will sign in with.
    pub email: Email,
    /// Their name; what stands before the `@` when absent.
    pub name: Option<String>,
    /// What they may do.
    pub role: Role,
    /// The regions of a PLATFORM.
    pub regions: Vec<RegionRef>,
}

impl NewInvitation {
    /// The account, as far as it is right in itself.
    pub(crate) fn into_account(self) -> Result<Account, ActionError> {
        let mut checks = Checks::default();
        let name = self
            .name
            .unwrap_or_else(|| self.email.local_part().to_owned());
        check_name(&mut checks, &name);
        check_role(&mut checks, self.role, &self.regions);
        refuse(checks.0)?;
        Ok(Account {
            id: id()?,
            email: self.email,
            name: name.into(),
            role: self.role,
            regions: in_order(self.regions),
            password: None,
            must_change: false,
        })
    }
}

/// Records an account without a password; the link that gives it one is told
/// once.
pub async fn invite_person(
    writer: &Writer<'_>,
    invited: NewInvitation,
) -> Result<(Account, Secret), ActionError> {
    let account = invited.into_account()?;
    let mut change = writer.begin_access().await?;
    refuse(check_against_record(&account, &mut change).await?.0)?;
    change.record_account(&account).await?;
    change
        .note_change(AuditAction::InvitePerson, None, Some(&account), &account)
        .await?;
    let secret = invite(&mut change, &account, writer.by, writer.clock.now()).await?;
    change.commit().await?;
    Ok((account, secret))
}

/// Another link for somebody who did not take up theirs.
pub async fn renew_invitation(
    writer: &Writer<'_>,
    id: &Id<Account>,
) -> Result<(Account, Secret), ActionError> {
    let mut change = writer.begin_access().await?;
    let account = change.get_account(id).await?;
    if account.password.is_some() {
        return Err(ActionError::conflict(PeopleMessage::PersonHasPassword));
    }
    change.note(AuditAction::RenewInvitation, &account).await?;
    let secret = invite(&mut change, &account, writer.by, writer.clock.now()).await?;
    change.commit().await?;
    Ok((account, secret))
}
