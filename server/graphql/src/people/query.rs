//! People, invitations, requests and tokens.

use async_graphql::{Context, Object, Result};

use crate::arguments::{atlas, keep_nowhere};
use crate::people::account::{AccessRequest, ApiToken, Invitation, Person};
use crate::permissions;

#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// Everybody who may sign in, by email. ADMIN.
    async fn people(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        permissions::admin(ctx)?;
        keep_nowhere(ctx);
        Person::list(ctx)
    }

    /// Those who did not take up their invitation, the first invited first.
    /// ADMIN.
    async fn invitations(&self, ctx: &Context<'_>) -> Result<Vec<Invitation>> {
        permissions::admin(ctx)?;
        keep_nowhere(ctx);
        Invitation::list(ctx)
    }

    /// Those who ask for an account, the first to ask first. ADMIN.
    async fn access_requests(&self, ctx: &Context<'_>) -> Result<Vec<AccessRequest>> {
        permissions::admin(ctx)?;
        keep_nowhere(ctx);
        AccessRequest::list(ctx)
    }

    /// The tokens that stand, the first made first. ADMIN.
    async fn tokens(&self, ctx: &Context<'_>) -> Result<Vec<ApiToken>> {
        permissions::admin(ctx)?;
        let atlas = atlas(ctx)?;
        let tokens = atlas.index().facts().tokens.iter();
        let standing = tokens.filter(|token| token.superseded_at.is_none());
        standing.map(|token| ApiToken::new(ctx, token)).collect()
    }
}
