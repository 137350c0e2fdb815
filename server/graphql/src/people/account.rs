//! People who may sign in, and programs that may ask.

use std::sync::Arc;

use async_graphql::{Context, ID, Result, SimpleObject};

use crate::arguments::{int, view};
use crate::places::region::Region;
use crate::scalars::{Date, DateTime};
use auth::Authenticator;
use domain::people::access_request;
use domain::people::account::Account;
use domain::people::viewer::Token;
use domain::places::code::RegionRef;
use domain::recorded::Recorded;
use domain::vocabulary::{Role, Scope};

/// Somebody who may sign in.
#[derive(SimpleObject)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, as the API tells it"
)]
pub struct Person {
    /// Random; never given again.
    id: ID,
    /// What they sign in with.
    email: String,
    /// Stands beside what they record.
    name: String,
    /// What they may do.
    role: Role,
    /// The regions of a PLATFORM.
    regions: Vec<Region>,
    /// Whether they have a password.
    has_password: bool,
    /// Whether they have to choose another password before anything opens.
    must_change: bool,
    /// Whether a provider of OpenID Connect knows them.
    linked: bool,
    /// Whether a code is asked beside their password.
    second_factor: bool,
    /// When they last used a session that they did not sign out of.
    last_use: Option<DateTime>,
    /// In how many browsers they are signed in.
    sessions: i32,
}

/// Somebody who has not taken up an invitation yet.
#[derive(SimpleObject)]
pub struct Invitation {
    /// Who.
    person: Person,
    /// When they were invited.
    made_at: DateTime,
    /// Who invited them.
    made_by: String,
    /// From when the link is refused.
    expires_at: DateTime,
}

/// Somebody without an account who asks for one.
#[derive(SimpleObject)]
pub struct AccessRequest {
    /// Random.
    id: ID,
    /// Their address.
    email: String,
    /// Whether a provider of OpenID Connect vouches for it.
    verified: bool,
    /// Their name.
    name: String,
    /// For whom they work.
    organisation: Option<String>,
    /// The region that it is about.
    region: Option<Region>,
    /// Why they ask.
    reason: Option<String>,
    /// When they asked.
    asked_at: DateTime,
}

/// A token by which a program says who it is.
#[derive(SimpleObject)]
pub struct ApiToken {
    /// Stands beside what is recorded with it.
    name: String,
    /// What it may do.
    role: Role,
    /// The regions of a PLATFORM.
    regions: Vec<Region>,
    /// What it may do of what its role may.
    scope: Scope,
    /// The last date on which it holds; null when it does not run out.
    expires: Option<Date>,
    /// When it was made.
    made_at: DateTime,
    /// Who made it.
    made_by: String,
}

/// A link with which somebody takes up an account.
#[derive(SimpleObject)]
pub struct InvitationLink {
    /// Whose account.
    pub(crate) person: Person,
    /// The link, as a path on this server: told this once.
    pub(crate) link: String,
}

/// A password that opens once.
#[derive(SimpleObject)]
pub struct OneTimePassword {
    /// Whose.
    pub(crate) person: Person,
    /// The password: told this once.
    pub(crate) password: String,
}

/// A token that was made.
#[derive(SimpleObject)]
pub struct MadeToken {
    /// The token.
    pub(crate) token: ApiToken,
    /// What the program has to send: told this once.
    pub(crate) secret: String,
}

/// Who may sign in, and who is signed in.
pub(crate) fn access<'a>(ctx: &Context<'a>) -> Result<&'a Arc<Authenticator>> {
    ctx.data::<Arc<Authenticator>>()
}

fn places(ctx: &Context<'_>, regions: &[RegionRef]) -> Result<Vec<Region>> {
    let view = view(ctx, None, None)?;
    let found = regions.iter().filter_map(|region| view.find_region(region));
    let regions = found.map(|place| Region {
        view: Arc::clone(&view),
        place,
    });
    Ok(regions.collect())
}

impl Person {
    /// Everybody who may sign in, by email.
    pub(crate) fn list(ctx: &Context<'_>) -> Result<Vec<Self>> {
        let people = access(ctx)?.people().into_iter();
        people.map(|person| Self::new(ctx, &person)).collect()
    }

    /// The person with this id.
    pub(crate) fn find(ctx: &Context<'_>, id: &str) -> Result<Option<Self>> {
        let mut people = access(ctx)?.people().into_iter();
        let found = people.find(|person| &*person.account.id == id);
        found.map(|person| Self::new(ctx, &person)).transpose()
    }

    fn new(ctx: &Context<'_>, person: &auth::PersonRecord) -> Result<Self> {
        let account: &Account = &person.account;
        Ok(Self {
            id: ID(account.id.to_string()),
            email: account.email.to_string(),
            name: account.name.to_string(),
            role: account.role,
            regions: places(ctx, &account.regions)?,
            has_password: account.password.is_some(),
            must_change: account.must_change,
            linked: person.linked,
            second_factor: person.second_factor,
            last_use: person.last_use.map(DateTime),
            sessions: int(person.sessions),
        })
    }
}

impl Invitation {
    /// Those who did not take up their invitation.
    pub(crate) fn list(ctx: &Context<'_>) -> Result<Vec<Self>> {
        let mut invitations = Vec::new();
        for auth::PendingInvitation {
            account,
            invitation,
        } in access(ctx)?.invitees()
        {
            if let Some(person) = Person::find(ctx, &account.id)? {
                invitations.push(Self {
                    person,
                    made_at: DateTime(invitation.made_at),
                    made_by: invitation.made_by.to_string(),
                    expires_at: DateTime(invitation.expires_at),
                });
            }
        }
        Ok(invitations)
    }
}

impl AccessRequest {
    /// Those who ask for an account.
    pub(crate) fn list(ctx: &Context<'_>) -> Result<Vec<Self>> {
        let requests = access(ctx)?.requests().into_iter();
        requests.map(|request| Self::new(ctx, request)).collect()
    }

    fn new(ctx: &Context<'_>, request: access_request::AccessRequest) -> Result<Self> {
        let region: Vec<RegionRef> = request.region.into_iter().collect();
        Ok(Self {
            id: ID(request.id.to_string()),
            email: request.email.to_string(),
            verified: request.identity.is_some(),
            name: request.name,
            organisation: request.organisation,
            region: places(ctx, &region)?.pop(),
            reason: request.reason,
            asked_at: DateTime(request.asked_at),
        })
    }
}

impl ApiToken {
    pub(crate) fn new(ctx: &Context<'_>, token: &Recorded<Token>) -> Result<Self> {
        let fact = &token.fact;
        Ok(Self {
            name: fact.name.to_string(),
            role: fact.role,
            regions: places(ctx, &fact.regions)?,
            scope: fact.scope,
            expires: fact.expires.map(Date),
            made_at: DateTime(token.recorded_at),
            made_by: token.recorded_by.to_string(),
        })
    }
}
