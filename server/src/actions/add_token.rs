//! Giving a program a token.

use super::{ActionError, Refusal, Writer, random, refuse};
use crate::domain::audit::is_of_program;
use crate::domain::code::RegionRef;
use crate::domain::viewer::{Secret, Token, TokenHash};
use crate::domain::vocabulary::Role;
use crate::store::Change;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// Makes a token with a role, for a PLATFORM with its region. The secret is
/// told once: only its hash is kept.
pub async fn add_token(
    writer: &Writer<'_>,
    name: &str,
    role: Role,
    region: Option<RegionRef>,
) -> Result<Secret, ActionError> {
    let secret = Secret::of(random()?);
    let token = Token {
        hash: TokenHash::of(secret.reveal()),
        name: name.into(),
        role,
        region,
    };
    let mut change = writer.begin("add_token").await?;
    refuse(check(&token, &mut change).await?)?;
    change.record_token(&token).await?;
    change.commit(&format!("{role} {name}")).await?;
    Ok(secret)
}

async fn check(token: &Token, change: &mut Change) -> Result<Vec<Refusal>, ActionError> {
    let mut refusals = Vec::new();
    let mut refuse = |field, what: &str| refusals.push(Refusal::of_all(field, what));
    let length = token.name.chars().count();
    if token.name.trim() != &*token.name
        || !(1..=LONGEST_NAME).contains(&length)
        || token.name.chars().any(char::is_control)
    {
        refuse(
            "name",
            "give a name of 1 to 100 characters, without spaces around it",
        );
    }
    if is_of_program(&token.name) {
        refuse(
            "name",
            "the program itself records by this name; give another",
        );
    }
    if change
        .tokens()
        .await?
        .iter()
        .any(|known| known.name == token.name)
    {
        refuse(
            "name",
            "a token of this name stands; revoke it first, or choose another",
        );
    }
    match (token.role, &token.region) {
        (Role::Public, _) => refuse("role", "the public needs no token"),
        (Role::Platform, None) => refuse("region", "a PLATFORM needs its region: SET/CODE"),
        (Role::Platform, Some(region)) => {
            if change
                .regions()
                .await?
                .iter()
                .all(|known| known.id != *region)
            {
                refuse("region", &format!("there is no region `{region}`"));
            }
        }
        (Role::Outreach | Role::Admin, Some(_)) => {
            refuse("region", "only a PLATFORM has a region");
        }
        (Role::Outreach | Role::Admin, None) => {}
    }
    Ok(refusals)
}
