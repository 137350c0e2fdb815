//! The second factor of who is signed in.

use std::sync::Arc;

use super::{Authenticator, SignInError, SignInSource, SignedIn};
use domain::people::second_factor::TotpSecret;

impl Authenticator {
    /// Gives somebody who is signed in, and types their password again, a
    /// secret for their app.
    pub async fn begin_second_factor(
        &self,
        who: &SignedIn,
        password: &str,
    ) -> Result<TotpSecret, SignInError> {
        let by = SignInSource::Browser(who.session);
        self.count(by)?;
        let account = self.check(Some(Arc::clone(&who.account)), password);
        let account = account.await?;
        self.succeed(by);
        let writer = self.writer(&account.name);
        let secret = actions::begin_second_factor(&writer, &account).await?;
        self.refresh().await?;
        Ok(secret)
    }

    /// Turns it on when the code is right. Gives the recovery codes.
    pub async fn confirm_second_factor(
        &self,
        who: &SignedIn,
        code: &str,
    ) -> Result<Vec<String>, SignInError> {
        let writer = self.writer(&who.account.name);
        let codes = actions::confirm_second_factor(&writer, &who.account.id, code).await?;
        self.refresh().await?;
        Ok(codes)
    }

    /// Turns it off when the password and the code are right.
    pub async fn end_second_factor(
        &self,
        who: &SignedIn,
        password: &str,
        code: &str,
    ) -> Result<(), SignInError> {
        let by = SignInSource::Browser(who.session);
        self.count(by)?;
        let account = self.check(Some(Arc::clone(&who.account)), password);
        let account = account.await?;
        let writer = self.writer(&account.name);
        actions::end_second_factor(&writer, &account, Some(code)).await?;
        self.succeed(by);
        self.refresh().await?;
        Ok(())
    }
}
