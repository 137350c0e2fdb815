//! Letting somebody sign in.

use crate::checks::{Checks, no_region};
use crate::people::audit::AccountTrail;
use crate::{ActionError, Writer, hashing, random, refuse};
use domain::id::Id;
use domain::message::PeopleMessage;
use domain::people::account::Account;
use domain::people::email::Email;
use domain::people::password::Password;
use domain::places::code::RegionRef;
use domain::plain_text::Line;
use domain::record::audit::is_of_program;
use domain::vocabulary::{AuditAction, Role};
use store::AccessChange;

/// The longest name, in characters.
pub(crate) const LONGEST_NAME: usize = 100;

/// Somebody who shall be able to sign in.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What they sign in with.
    pub email: Email,
    /// Their name; what stands before the `@` when absent.
    pub name: Option<String>,
    /// What they may do.
    pub role: Role,
    /// The regions of a PLATFORM.
    pub regions: Vec<RegionRef>,
    /// Their password.
    pub password: String,
    /// Whether they have to choose another password before anything opens.
    pub must_change: bool,
}

/// Records an account.
pub async fn add_account(writer: &Writer<'_>, new: NewAccount) -> Result<Account, ActionError> {
    let mut checks = Checks::default();
    let email = new.email;
    let password = Password::chosen(&new.password, &email);
    if let Err(error) = password {
        checks.refuse("password", error);
    }
    let name = new.name.unwrap_or_else(|| email.local_part().to_owned());
    check_name(&mut checks, &name);
    check_role(&mut checks, new.role, &new.regions);
    refuse(checks.0)?;
    let account = Account {
        id: id()?,
        email,
        name: name.into(),
        role: new.role,
        regions: in_order(new.regions),
        password: Some(hashing::hash(password?).await?),
        must_change: new.must_change,
    };
    let mut change = writer.begin_access().await?;
    refuse(check_against_record(&account, &mut change).await?.0)?;
    change.record_account(&account).await?;
    change
        .note_change(AuditAction::AddAccount, None, Some(&account), &account)
        .await?;
    change.commit().await?;
    Ok(account)
}

/// A random id.
pub(crate) fn id<T>() -> Result<Id<T>, ActionError> {
    let random: [u8; 16] = random()?;
    Ok(format!("{:032x}", u128::from_be_bytes(random)).into())
}

pub(crate) fn in_order(mut regions: Vec<RegionRef>) -> Vec<RegionRef> {
    regions.sort_unstable();
    regions.dedup();
    regions
}

/// A name by which people tell accounts and tokens apart.
pub(crate) fn check_name(checks: &mut Checks, name: &str) {
    if name.trim() != name || name.is_empty() || Line::within(name, LONGEST_NAME).is_err() {
        checks.refuse("name", PeopleMessage::BadName);
    }
    if is_of_program(name) {
        checks.refuse("name", PeopleMessage::NameOfProgram);
    }
}

pub(crate) fn check_role(checks: &mut Checks, role: Role, regions: &[RegionRef]) {
    match (role, regions) {
        (Role::Public, _) => checks.refuse("role", PeopleMessage::PublicNeedsNoAccount),
        (Role::Platform, []) => {
            checks.refuse("region", PeopleMessage::PlatformNeedsRegions);
        }
        (Role::Outreach | Role::Admin, [_, ..]) => {
            checks.refuse("region", PeopleMessage::OnlyPlatformHasRegions);
        }
        (Role::Platform, [_, ..]) | (Role::Outreach | Role::Admin, []) => {}
    }
}

/// What stands in the way of an account, beside its own earlier version.
pub(crate) async fn check_against_record(
    account: &Account,
    change: &mut AccessChange,
) -> Result<Checks, ActionError> {
    let mut checks = Checks::default();
    let mut standing = change.accounts().await?;
    let is_renamed = !standing
        .iter()
        .any(|known| known.id == account.id && known.name == account.name);
    standing.retain(|known| known.id != account.id);
    if standing.iter().any(|known| known.email == account.email) {
        checks.refuse("email", PeopleMessage::EmailHasAccount);
    }
    if standing.iter().any(|known| known.name == account.name) {
        checks.refuse("name", PeopleMessage::NameOfAccount);
    }
    // What is on record is told apart by the name of who recorded it.
    let tokens = if is_renamed {
        change.tokens().await?
    } else {
        Vec::new()
    };
    if tokens.iter().any(|token| token.name == account.name) {
        checks.refuse("name", PeopleMessage::NameOfToken);
    }
    let regions = change.regions().await?;
    for region in &account.regions {
        if regions.iter().all(|known| known.id != *region) {
            checks.refuse("region", no_region(region));
        }
    }
    Ok(checks)
}
