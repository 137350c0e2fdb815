//! People and tokens: who may sign in, as what, and no longer.

use async_graphql::{Context, ID, Object, Result};

use crate::arguments::atlas;
use crate::change::{read_back, unknown, writer};
use crate::filter_input::RegionRef;
use crate::people::account::{
    ApiToken, InvitationLink, MadeToken, OneTimePassword, Person, access as people,
};
use crate::permissions;
use crate::scalars::Date;
use actions::{ActionError, NewInvitation, NewToken, PersonChange};
use domain::people::viewer::Secret;
use domain::places::code;
use domain::vocabulary::{Role, Scope};

#[derive(Default)]
pub struct PeopleMutation;

#[Object]
impl PeopleMutation {
    /// Makes an account for somebody, who takes it up with the link, or by
    /// signing in at the provider with the same address. ADMIN.
    async fn invite_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What they will sign in with.")] email: String,
        #[graphql(desc = "Their name; what stands before the `@` when absent.")] name: Option<
            String,
        >,
        #[graphql(desc = "What they may do.")] role: Role,
        #[graphql(desc = "The regions of a PLATFORM.", default)] regions: Vec<RegionRef>,
    ) -> Result<InvitationLink> {
        permissions::admin(ctx)?;
        let email = email.parse();
        let invited = NewInvitation {
            email: email.map_err(|error| ActionError::refused("email", error))?,
            name,
            role,
            regions: plain(regions),
        };
        let (account, secret) = actions::invite_person(&writer(ctx)?, invited).await?;
        link(ctx, &account.id, &secret).await
    }

    /// Another link for somebody who did not take up theirs; the one before is
    /// refused from then on. ADMIN.
    async fn renew_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
    ) -> Result<InvitationLink> {
        permissions::admin(ctx)?;
        let (account, secret) =
            actions::renew_invitation(&writer(ctx)?, &id.as_str().into()).await?;
        link(ctx, &account.id, &secret).await
    }

    /// Gives somebody who asks for it an account, and the link for it. ADMIN.
    async fn approve_access(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the request.")] request: ID,
        #[graphql(desc = "What they may do.")] role: Role,
        #[graphql(desc = "The regions of a PLATFORM.", default)] regions: Vec<RegionRef>,
        #[graphql(desc = "Their name; as they gave it when absent.")] name: Option<String>,
    ) -> Result<InvitationLink> {
        permissions::admin(ctx)?;
        let writer = writer(ctx)?;
        let approved = actions::approve_access(
            &writer,
            &request.as_str().into(),
            name,
            role,
            plain(regions),
        )
        .await?;
        link(ctx, &approved.0.id, &approved.1).await
    }

    /// Refuses somebody who asks for an account; true. ADMIN.
    async fn refuse_access(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the request.")] request: ID,
    ) -> Result<bool> {
        permissions::admin(ctx)?;
        actions::refuse_access(&writer(ctx)?, &request.as_str().into()).await?;
        people(ctx)?.refresh().await.map_err(ActionError::from)?;
        Ok(true)
    }

    /// Changes what somebody may do, or their name; what is absent stays. It
    /// holds at once, also where they are signed in. ADMIN.
    async fn change_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
        #[graphql(desc = "What they may do.")] role: Option<Role>,
        #[graphql(desc = "The regions of a PLATFORM.")] regions: Option<Vec<RegionRef>>,
        #[graphql(desc = "Their name.")] name: Option<String>,
    ) -> Result<Person> {
        permissions::admin(ctx)?;
        let change = PersonChange {
            role,
            regions: regions.map(plain),
            name,
        };
        actions::change_person(&writer(ctx)?, &id.as_str().into(), change).await?;
        get(ctx, &id).await
    }

    /// Gives somebody a password for one time, and signs them out everywhere.
    /// ADMIN.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
    ) -> Result<OneTimePassword> {
        permissions::admin(ctx)?;
        let password = actions::reset_password(&writer(ctx)?, &id.as_str().into()).await?;
        let person = get(ctx, &id).await?;
        Ok(OneTimePassword { person, password })
    }

    /// Takes away the second factor of somebody who lost theirs, and signs them
    /// out everywhere. ADMIN.
    async fn reset_second_factor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
    ) -> Result<Person> {
        permissions::admin(ctx)?;
        actions::reset_second_factor(&writer(ctx)?, &id.as_str().into()).await?;
        get(ctx, &id).await
    }

    /// Removes an account, and signs the person out everywhere; true. What they
    /// recorded stays. ADMIN.
    async fn remove_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
    ) -> Result<bool> {
        permissions::admin(ctx)?;
        actions::remove_person(&writer(ctx)?, &id.as_str().into()).await?;
        people(ctx)?.refresh().await.map_err(ActionError::from)?;
        Ok(true)
    }

    /// Signs somebody out everywhere. ADMIN.
    async fn end_sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Id of the person.")] id: ID,
    ) -> Result<Person> {
        permissions::admin(ctx)?;
        actions::end_person_sessions(&writer(ctx)?, &id.as_str().into()).await?;
        get(ctx, &id).await
    }

    /// Makes a token for a program. ADMIN.
    async fn create_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Stands beside what is recorded with it.")] name: String,
        #[graphql(desc = "What it may do.")] role: Role,
        #[graphql(desc = "The regions of a PLATFORM.", default)] regions: Vec<RegionRef>,
        #[graphql(desc = "What it may do of what its role may.")] scope: Scope,
        #[graphql(desc = "The last date on which it holds; it does not run out when absent.")]
        expires: Option<Date>,
    ) -> Result<MadeToken> {
        permissions::admin(ctx)?;
        let new = NewToken {
            name: name.clone(),
            role,
            regions: plain(regions),
            scope,
            expires: expires.map(|date| date.0),
        };
        let secret = actions::add_token(&writer(ctx)?, new).await?;
        read_back(ctx).await?;
        let atlas = atlas(ctx)?;
        let mut tokens = atlas.index().facts().tokens.iter();
        let made = tokens.find(|token| *token.fact.name == *name && token.superseded_at.is_none());
        let made = made.ok_or_else(|| unknown("token", &name))?;
        Ok(MadeToken {
            token: ApiToken::new(ctx, made)?,
            secret: secret.reveal().to_owned(),
        })
    }

    /// Takes a token back: it is refused from then on; true. ADMIN.
    async fn revoke_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Name of the token.")] name: String,
    ) -> Result<bool> {
        permissions::admin(ctx)?;
        actions::revoke_token(&writer(ctx)?, &name).await?;
        read_back(ctx).await?;
        Ok(true)
    }
}

fn plain(regions: Vec<RegionRef>) -> Vec<code::RegionRef> {
    regions.into_iter().map(Into::into).collect()
}

/// The person as they are after a change.
async fn get(ctx: &Context<'_>, id: &str) -> Result<Person> {
    people(ctx)?.refresh().await.map_err(ActionError::from)?;
    let person = Person::find(ctx, id)?;
    Ok(person.ok_or_else(|| unknown("person", id))?)
}

/// The link of an invitation. What stands after the `#` is sent to no server
/// and stands in no log.
async fn link(ctx: &Context<'_>, id: &str, secret: &Secret) -> Result<InvitationLink> {
    let person = get(ctx, id).await?;
    let link = format!("/uitnodiging#{}", secret.reveal());
    Ok(InvitationLink { person, link })
}
