//! Giving a program a token.

use jiff::civil::Date;

use super::add_account::{check_name, in_order};
use crate::checks::{Checks, no_region};
use crate::{ActionError, Writer, random, refuse};
use domain::message::{PeopleMessage, SummaryMessage};
use domain::people::viewer::{Secret, Token, TokenHash};
use domain::places::code::RegionRef;
use domain::record::audit::is_of_program;
use domain::vocabulary::{AuditAction, Role, Scope};
use store::Change;

/// A token to make.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// The name, which stands beside what is recorded with it.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The regions of a PLATFORM.
    pub regions: Vec<RegionRef>,
    /// Whether it may change anything.
    pub scope: Scope,
    /// The last date on which it holds; none when it does not run out.
    pub expires: Option<Date>,
}

impl NewToken {
    /// A token of a role that may do all of it, and does not run out.
    #[must_use]
    pub fn of(name: &str, role: Role) -> Self {
        Self {
            name: name.to_owned(),
            role,
            regions: Vec::new(),
            scope: Scope::Write,
            expires: None,
        }
    }
}

/// Makes a token. The secret is told once: only its hash is kept.
pub async fn add_token(writer: &Writer<'_>, new: NewToken) -> Result<Secret, ActionError> {
    let secret = Secret::of(random()?);
    let token = Token {
        hash: TokenHash::of(secret.reveal()),
        name: new.name.into(),
        role: new.role,
        regions: in_order(new.regions),
        scope: new.scope,
        expires: new.expires,
    };
    let mut checks = Checks::default();
    check_name(&mut checks, &token.name);
    check_role(&mut checks, &token);
    if token.expires.is_some_and(|last| last < writer.today()) {
        checks.refuse("expires", PeopleMessage::ExpiresInPast);
    }
    let mut change = writer.begin(AuditAction::AddToken).await?;
    check_against_record(&mut checks, &token, &mut change).await?;
    refuse(checks.0)?;
    change.record_token(&token).await?;
    let summary = SummaryMessage::TokenOf {
        role: token.role.to_string(),
        name: token.name.to_string(),
    };
    change.commit(&summary.into()).await?;
    Ok(secret)
}

fn check_role(checks: &mut Checks, token: &Token) {
    match (token.role, &*token.regions) {
        (Role::Public, _) => checks.refuse("role", PeopleMessage::PublicNeedsNoToken),
        (Role::Platform, []) => {
            checks.refuse("region", PeopleMessage::PlatformNeedsRegions);
        }
        (Role::Outreach | Role::Admin, [_, ..]) => {
            checks.refuse("region", PeopleMessage::OnlyPlatformHasRegions);
        }
        (Role::Platform, [_, ..]) | (Role::Outreach | Role::Admin, []) => {}
    }
}

async fn check_against_record(
    checks: &mut Checks,
    token: &Token,
    change: &mut Change,
) -> Result<(), ActionError> {
    if is_of_program(&token.name) {
        checks.refuse("name", PeopleMessage::NameOfProgram);
    }
    let standing = change.tokens().await?;
    if standing.iter().any(|known| known.name == token.name) {
        checks.refuse("name", PeopleMessage::TokenStands);
    }
    let accounts = change.accounts().await?;
    if accounts.iter().any(|account| account.name == token.name) {
        checks.refuse("name", PeopleMessage::NameOfPerson);
    }
    let regions = change.regions().await?;
    for region in &token.regions {
        if regions.iter().all(|known| known.id != *region) {
            checks.refuse("region", no_region(region));
        }
    }
    Ok(())
}
