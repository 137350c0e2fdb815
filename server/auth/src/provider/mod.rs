//! Signing in at a provider of OpenID Connect: the authorization code flow with
//! PKCE, state and nonce.

mod attempt;
mod http_client;
mod settings;

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreAuthenticationFlow, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, CsrfToken, EndUserName, LocalizedClaim, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError,
    Scope, TokenResponse,
};
use thiserror::Error;
use ureq::Agent;

pub use attempt::Attempt;
pub use settings::{BadProvider, ProviderSettings};

use domain::people::identity::{Identity, ProviderProfile};
use domain::plain_text::Line;

/// How long what a provider says of itself is kept.
const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// The longest name of an account, in characters.
const LONGEST_NAME: usize = 100;
/// How soon its keys are asked again when a signature fits none of them.
const SOON: SignedDuration = SignedDuration::from_secs(30);

/// A provider where people may sign in.
#[derive(Debug)]
pub struct Provider {
    settings: ProviderSettings,
    agent: Agent,
    known: ArcSwapOption<ProviderMetadata>,
}

/// What a provider said of itself, keys included, and when.
#[derive(Debug)]
struct ProviderMetadata {
    metadata: CoreProviderMetadata,
    since: Timestamp,
}

/// A sign-in at a provider came to nothing. The causes are for the log.
#[derive(Debug, Error)]
pub enum ProviderError {
    /// It does not answer, or not as a provider does.
    #[error("the provider of sign-ins does not answer: {0}")]
    Away(String),
    /// What it says cannot be trusted.
    #[error("what the provider says does not hold: {0}")]
    Untrusted(String),
}

fn away(what: &str) -> impl Fn(Box<dyn std::error::Error>) -> ProviderError {
    move |cause| ProviderError::Away(told(what, &*cause))
}

fn untrusted(cause: &dyn std::error::Error) -> ProviderError {
    ProviderError::Untrusted(told("sign-in", cause))
}

/// An error with its causes.
fn told(what: &str, cause: &dyn std::error::Error) -> String {
    let mut text = format!("{what}: {cause}");
    let mut inner = cause.source();
    while let Some(cause) = inner {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        inner = cause.source();
    }
    text
}

impl Provider {
    /// A provider that is asked when somebody comes.
    #[must_use]
    pub fn new(settings: ProviderSettings) -> Self {
        Self {
            settings,
            agent: http_client::agent(),
            known: ArcSwapOption::empty(),
        }
    }

    /// What people know it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Where this server is, for a request to a host; none when it is not known
    /// for certain.
    #[must_use]
    pub fn own_address(&self, host: Option<&str>) -> Option<String> {
        self.settings.own_address(host)
    }

    /// Where the browser has to go. Asks the provider; to be called where
    /// waiting is allowed.
    pub fn address(
        &self,
        attempt: &Attempt,
        own: &str,
        now: Timestamp,
    ) -> Result<String, ProviderError> {
        let known = self.known(now, FRESH)?;
        let client = self.client(&known).set_redirect_uri(redirect(own)?);
        let verifier = PkceCodeVerifier::new(attempt.verifier());
        let (state, nonce) = (attempt.state(), attempt.nonce());
        let (address, ..) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address.into())
    }

    /// Who came back with this code. Asks the provider; to be called where
    /// waiting is allowed.
    pub fn person(
        &self,
        attempt: &Attempt,
        code: String,
        own: &str,
        now: Timestamp,
    ) -> Result<ProviderProfile, ProviderError> {
        let known = self.known(now, FRESH)?;
        let client = self.client(&known).set_redirect_uri(redirect(own)?);
        let ask = |request| http_client::ask(&self.agent, request);
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| away("token endpoint")(error.into()))?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier()))
            .request(&ask)
            .map_err(|error| match error {
                RequestTokenError::Request(_) => away("code")(error.into()),
                // Such as a code that was used before.
                _ => untrusted(&error),
            })?;
        let token = answer
            .id_token()
            .ok_or_else(|| ProviderError::Untrusted("there is no id token".to_owned()))?;
        let nonce = Nonce::new(attempt.nonce());
        // The provider may have changed its keys since they were asked.
        let mut known = known;
        if token.claims(&client.id_token_verifier(), &nonce).is_err() {
            known = self.known(now, SOON)?;
        }
        let client = self.client(&known);
        let verifier = client.id_token_verifier();
        let claims = token.claims(&verifier, &nonce);
        let claims = claims.map_err(|error| untrusted(&error))?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|error| untrusted(&error))?;
            let key = token.signing_key(&verifier);
            let key = key.map_err(|error| untrusted(&error))?;
            let given = AccessTokenHash::from_token(answer.access_token(), algorithm, key);
            if given.map_err(|error| untrusted(&error))? != *expected {
                let text = "the access token is of another sign-in";
                return Err(ProviderError::Untrusted(text.to_owned()));
            }
        }
        let subject = claims.subject().clone();
        let mut email = claims.email().map(|email| email.to_string());
        let mut verified = claims.email_verified();
        let mut name = first(claims.name());
        // Many providers tell these only when asked apart.
        if email.is_none() || name.is_none() {
            let token = answer.access_token().clone();
            if let Ok(request) = client.user_info(token, Some(subject.clone())) {
                let told: CoreUserInfoClaims = request
                    .request(&ask)
                    .map_err(|error| away("user info")(error.into()))?;
                if email.is_none() {
                    email = told.email().map(|email| email.to_string());
                    verified = told.email_verified();
                }
                name = name.or_else(|| first(told.name()));
            }
        }
        Ok(ProviderProfile {
            identity: Identity {
                issuer: self.settings.issuer.as_str().into(),
                subject: subject.as_str().into(),
            },
            email: email.and_then(|email| email.parse().ok()),
            email_verified: verified.unwrap_or(self.settings.trust_email),
            name: name.and_then(|name| tidy(&name)),
        })
    }

    fn known(
        &self,
        now: Timestamp,
        fresh: SignedDuration,
    ) -> Result<Arc<ProviderMetadata>, ProviderError> {
        let known = self.known.load_full();
        if let Some(known) = known.filter(|known| now.duration_since(known.since) < fresh) {
            return Ok(known);
        }
        let ask = |request| http_client::ask(&self.agent, request);
        let metadata = CoreProviderMetadata::discover(&self.settings.issuer, &ask)
            .map_err(|error| away("discovery")(error.into()))?;
        let known = Arc::new(ProviderMetadata {
            metadata,
            since: now,
        });
        self.known.store(Some(Arc::clone(&known)));
        Ok(known)
    }
}

fn redirect(own: &str) -> Result<RedirectUrl, ProviderError> {
    RedirectUrl::new(format!("{own}/auth/oidc/callback"))
        .map_err(|error| away("own address")(error.into()))
}

/// A name in whatever language.
fn first(names: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    let (_, name) = names?.iter().next()?;
    Some(name.to_string())
}

/// A name as accounts have them.
fn tidy(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    let name = name.trim_end();
    (!name.is_empty() && Line::new(name).is_ok()).then(|| name.to_owned())
}
