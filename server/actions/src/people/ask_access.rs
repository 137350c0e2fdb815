//! Asking for an account without having one.

use jiff::{SignedDuration, Timestamp};

use super::add_account::{LONGEST_NAME, id};
use crate::checks::{Checks, no_region};
use crate::{ActionError, Writer, refuse};
use domain::id::Id;
use domain::message::PeopleMessage;
use domain::people::access_request::AccessRequest;
use domain::people::email::Email;
use domain::people::identity::Identity;
use domain::places::code::RegionRef;
use domain::plain_text::{BadText, Prose};
use domain::record::text_fields::Text;
use store::AccessChange;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1_000;
/// How many requests wait at most: nobody may fill the database.
const MOST: usize = 200;
/// How long a request is kept after it was decided on.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What somebody asks who has no account.
#[derive(Debug, Clone)]
pub struct NewAccessRequest {
    /// Their address.
    pub email: Email,
    /// Their name.
    pub name: String,
    /// For whom they work.
    pub organisation: Option<String>,
    /// The region that it is about.
    pub region: Option<RegionRef>,
    /// Why they ask.
    pub reason: Option<String>,
}

/// Records a request. That of somebody who has an account is closed at once,
/// and one that a provider vouches for stays as it is. The work and the answer
/// are the same for all, since either would tell who has an account.
pub async fn ask_access(writer: &Writer<'_>, asked: NewAccessRequest) -> Result<(), ActionError> {
    let mut checks = Checks::default();
    checks.text(None, "name", Text::Title(&asked.name));
    if asked.name.chars().count() > LONGEST_NAME {
        checks.refuse("name", BadText::TooLong(LONGEST_NAME));
    }
    let organisation = asked.organisation.as_deref();
    checks.optional_text("organisation", organisation.map(Text::Line));
    let reason = asked.reason.as_deref().unwrap_or_default();
    if let Err(what) = Prose::within(reason, LONGEST_REASON) {
        checks.refuse("reason", what);
    }
    refuse(checks.0)?;
    let mut change = writer.begin_access().await?;
    if let Some(region) = &asked.region {
        let regions = change.regions().await?;
        if regions.iter().all(|known| known.id != *region) {
            return Err(ActionError::refused("region", no_region(region)));
        }
    }
    let now = writer.clock.now();
    forget_old(&mut change, now).await?;
    let waiting = change.requests().await?;
    check_room(waiting.len())?;
    let accounts = change.accounts().await?;
    let has_account = accounts.iter().any(|known| known.email == asked.email);
    let earlier = waiting.into_iter().find(|known| known.email == asked.email);
    let request = match earlier {
        Some(vouched) if vouched.identity.is_some() => vouched,
        earlier => new_request(earlier.as_ref(), asked, None, now)?,
    };
    change.record_request(&request).await?;
    // The same work for both, so that nobody sees who has an account.
    let closed = if has_account {
        request.id
    } else {
        Id::from("")
    };
    change.close_request(&closed).await?;
    Ok(change.commit().await?)
}

/// Records a request in place of the one that waits for the same address.
pub(crate) async fn record(
    change: &mut AccessChange,
    asked: NewAccessRequest,
    identity: Option<Identity>,
    now: Timestamp,
) -> Result<(), ActionError> {
    forget_old(change, now).await?;
    let waiting = change.requests().await?;
    let earlier = waiting.iter().find(|known| known.email == asked.email);
    if identity.is_none() && earlier.is_some_and(|known| known.identity.is_some()) {
        return Ok(());
    }
    if earlier.is_none() {
        check_room(waiting.len())?;
    }
    let request = new_request(earlier, asked, identity, now)?;
    change.record_request(&request).await?;
    Ok(())
}

async fn forget_old(change: &mut AccessChange, now: Timestamp) -> Result<(), ActionError> {
    let before = now.saturating_sub(KEPT).unwrap_or(now);
    Ok(change.forget_requests(before).await?)
}

fn check_room(waiting: usize) -> Result<(), ActionError> {
    if waiting < MOST {
        return Ok(());
    }
    Err(ActionError::conflict(PeopleMessage::TooManyRequestsWait))
}

fn new_request(
    earlier: Option<&AccessRequest>,
    asked: NewAccessRequest,
    identity: Option<Identity>,
    now: Timestamp,
) -> Result<AccessRequest, ActionError> {
    Ok(AccessRequest {
        id: earlier.map_or_else(id, |known| Ok(known.id.clone()))?,
        email: asked.email,
        name: asked.name,
        organisation: asked.organisation,
        region: asked.region,
        reason: asked.reason,
        identity,
        asked_at: now,
    })
}
