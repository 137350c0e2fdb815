//! The second factor of who is signed in.

use std::net::IpAddr;
use std::sync::Arc;

use super::{Access, AccessError, Credentials, SignedIn};
use crate::actions;
use crate::domain::second_factor::TotpSecret;

impl Access {
    /// Gives somebody who is signed in, and types their password again, a
    /// secret for their app.
    pub async fn begin_second_factor(
        &self,
        who: &SignedIn,
        password: &str,
        address: IpAddr,
    ) -> Result<TotpSecret, AccessError> {
        let given = again(who, password, None, address);
        self.count(&given)?;
        let account = self.check(Some(Arc::clone(&who.account)), &given).await?;
        self.succeed(&given);
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
    ) -> Result<Vec<String>, AccessError> {
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
        address: IpAddr,
    ) -> Result<(), AccessError> {
        let given = again(who, password, Some(code), address);
        self.count(&given)?;
        let account = self.check(Some(Arc::clone(&who.account)), &given).await?;
        let writer = self.writer(&account.name);
        actions::end_second_factor(&writer, &account, given.code).await?;
        self.succeed(&given);
        self.refresh().await?;
        Ok(())
    }
}

fn again<'a>(
    who: &'a SignedIn,
    password: &'a str,
    code: Option<&'a str>,
    address: IpAddr,
) -> Credentials<'a> {
    Credentials {
        email: who.account.email.as_str(),
        password,
        code,
        address,
    }
}
