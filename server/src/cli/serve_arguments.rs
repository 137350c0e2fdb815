//! What `dekkingskaart serve` is told.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::arguments::DatabaseArguments;
use super::limits::LimitArguments;
use super::serving::ServingArguments;
use auth::{BadProvider, Provider, ProviderSettings};
use domain::people::permissions::PublicAccess;

#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    /// The address to listen on.
    #[arg(long, env = "DEKKINGSKAART_LISTEN", default_value = "127.0.0.1:8080")]
    pub(super) listen: SocketAddr,
    #[command(flatten)]
    pub(super) database: DatabaseArguments,
    /// Leaves an empty database empty, instead of loading the public data.
    #[arg(long)]
    pub(super) empty: bool,
    /// Loads invented verdicts for every municipality into an empty database.
    #[arg(long, conflicts_with = "empty")]
    pub(super) demo: bool,
    /// What may be read without an account.
    #[arg(long, env = "DEKKINGSKAART_PUBLIC", value_enum, default_value_t)]
    pub(super) public: PublicAccess,
    /// Takes the address of a client from the last `X-Forwarded-For`, which a
    /// proxy in front has to set; without a proxy anybody could.
    #[arg(long, env = "DEKKINGSKAART_BEHIND_PROXY", num_args = 0..=1, default_value_t, default_missing_value = "true")]
    pub(super) behind_proxy: bool,
    /// Where this server is, as its visitors see it: `https://kaart.example.nl`.
    /// Signing in at a provider needs it, and the sheets link to it.
    #[arg(long, env = "DEKKINGSKAART_ADDRESS")]
    pub(super) address: Option<String>,
    /// Holds visitors without an account to the documents of a list: a folder of
    /// `.graphql` files, or a file of JSON with their texts by name or a manifest
    /// of persisted queries. Those of the client are always on it.
    #[arg(long, env = "DEKKINGSKAART_SAFELIST")]
    pub(super) safelist: Option<PathBuf>,
    #[command(flatten)]
    provider: ProviderArguments,
    #[command(flatten)]
    pub(super) serving: ServingArguments,
    #[command(flatten)]
    pub(super) limits: LimitArguments,
}

/// A provider of OpenID Connect where people may sign in.
#[derive(Debug, Args)]
struct ProviderArguments {
    /// The provider, as it calls itself: `https://login.example.nl`.
    #[arg(long, env = "DEKKINGSKAART_OIDC_ISSUER")]
    oidc_issuer: Option<String>,
    /// As whom this server asks it.
    #[arg(long, env = "DEKKINGSKAART_OIDC_CLIENT_ID")]
    oidc_client_id: Option<String>,
    /// What shows that it is this server. Better in the environment: others on
    /// the machine see options.
    #[arg(long, env = "DEKKINGSKAART_OIDC_CLIENT_SECRET", hide_env_values = true)]
    oidc_client_secret: Option<String>,
    /// What people know the provider by, on the button.
    #[arg(
        long,
        env = "DEKKINGSKAART_OIDC_NAME",
        default_value = "OpenID Connect"
    )]
    oidc_name: String,
    /// Trusts addresses of which the provider does not say whether it checked
    /// them; only for one that checks them all.
    #[arg(long, env = "DEKKINGSKAART_OIDC_TRUST_EMAIL", num_args = 0..=1, default_value_t, default_missing_value = "true")]
    oidc_trust_email: bool,
}

impl ServeArguments {
    /// The provider, when there is one.
    pub(super) fn provider(&self) -> Result<Option<Provider>, BadProvider> {
        let given = &self.provider;
        let issuer = given.oidc_issuer.as_deref();
        let Some(issuer) = issuer.filter(|issuer| !issuer.is_empty()) else {
            return Ok(None);
        };
        let settings = ProviderSettings::new(
            issuer,
            given.oidc_client_id.as_deref(),
            given.oidc_client_secret.as_deref(),
            &given.oidc_name,
        )?;
        let address = self.address.as_deref().filter(|text| !text.is_empty());
        let settings = settings.at(address)?.trusting_email(given.oidc_trust_email);
        Ok(Some(Provider::new(settings)))
    }
}
