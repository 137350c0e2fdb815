//! Changing what somebody may do, and what they are called.

use super::add_account::{check_against_record, check_name, check_role, in_order};
use super::administrator::keep_an_administrator;
use crate::checks::Checks;
use crate::people::audit::AccountTrail;
use crate::people::start_session::StandingAccounts;
use crate::{ActionError, Writer, refuse};
use domain::id::Id;
use domain::people::account::Account;
use domain::places::code::RegionRef;
use domain::vocabulary::{AuditAction, Role};

/// What is to change of an account; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// What they may do.
    pub role: Option<Role>,
    /// The regions of a PLATFORM. They go with that role.
    pub regions: Option<Vec<RegionRef>>,
    /// Their name.
    pub name: Option<String>,
}

/// Changes an account; who is signed in may do what the new role may at once.
pub async fn change_person(
    writer: &Writer<'_>,
    id: &Id<Account>,
    wanted: PersonChange,
) -> Result<Account, ActionError> {
    let mut change = writer.begin_access().await?;
    let before = change.get_account(id).await?;
    let role = wanted.role.unwrap_or(before.role);
    let kept = if role == Role::Platform {
        before.regions.clone()
    } else {
        Vec::new()
    };
    let account = Account {
        role,
        regions: in_order(wanted.regions.unwrap_or(kept)),
        name: wanted.name.map_or_else(|| before.name.clone(), Into::into),
        ..before.clone()
    };
    let mut checks = Checks::default();
    check_name(&mut checks, &account.name);
    check_role(&mut checks, account.role, &account.regions);
    refuse(checks.0)?;
    refuse(check_against_record(&account, &mut change).await?.0)?;
    if account.role != Role::Admin {
        keep_an_administrator(&mut change, id).await?;
    }
    if account == before {
        change.roll_back().await?;
        return Ok(account);
    }
    change.record_account(&account).await?;
    change
        .note_change(
            AuditAction::ChangePerson,
            Some(&before),
            Some(&account),
            &account,
        )
        .await?;
    change.commit().await?;
    Ok(account)
}
