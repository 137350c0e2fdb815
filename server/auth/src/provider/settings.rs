//! Which provider people may sign in at, and as whom this server asks it.

use std::fmt;

use openidconnect::core::CoreClient;
use openidconnect::{
    ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
};
use thiserror::Error;

use super::{Provider, ProviderMetadata};

/// Which provider people may sign in at, and as whom this server asks it.
#[derive(Clone)]
pub struct ProviderSettings {
    pub(super) issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    pub(super) name: String,
    own_address: Option<String>,
    pub(super) trust_email: bool,
}

/// Settings that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadProvider {
    /// The provider has no address that can be trusted.
    #[error("the issuer `{0}` is not an https address (http is for this machine alone)")]
    Issuer(String),
    /// Where this server is.
    #[error("the address `{0}` is not that of a server; write it as https://kaart.example.nl")]
    Address(String),
    /// The provider does not know who asks.
    #[error("an issuer needs a client id; give DEKKINGSKAART_OIDC_CLIENT_ID")]
    NoClient,
}

impl ProviderSettings {
    /// Checks settings as they were given.
    pub fn new(
        issuer: &str,
        client_id: Option<&str>,
        client_secret: Option<&str>,
        name: &str,
    ) -> Result<Self, BadProvider> {
        let bad = || BadProvider::Issuer(issuer.to_owned());
        if !is_safe(issuer) {
            return Err(bad());
        }
        let client_id = client_id.filter(|id| !id.is_empty());
        let client_id = client_id.ok_or(BadProvider::NoClient)?;
        Ok(Self {
            issuer: IssuerUrl::new(issuer.to_owned()).map_err(|_| bad())?,
            client_id: ClientId::new(client_id.to_owned()),
            client_secret: client_secret
                .filter(|secret| !secret.is_empty())
                .map(|secret| ClientSecret::new(secret.to_owned())),
            name: name.to_owned(),
            own_address: None,
            trust_email: false,
        })
    }

    /// Where this server is, as its visitors see it.
    pub fn at(self, address: Option<&str>) -> Result<Self, BadProvider> {
        let address = address.map(|address| address.trim_end_matches('/'));
        if let Some(address) = address
            && (!is_safe(address) || address.matches('/').count() != 2)
        {
            return Err(BadProvider::Address(address.to_owned()));
        }
        Ok(Self {
            own_address: address.map(str::to_owned),
            ..self
        })
    }

    /// Whether an address that the provider tells without a word on it counts
    /// as checked.
    #[must_use]
    pub fn trusting_email(self, trust_email: bool) -> Self {
        Self {
            trust_email,
            ..self
        }
    }

    /// Where this server is, for a request to a host. Without a setting only a
    /// browser on this machine can be answered: what a proxy made of the host
    /// and whether there is TLS in front, nobody knows.
    pub(super) fn own_address(&self, host: Option<&str>) -> Option<String> {
        let told = || {
            let address = format!("http://{}", host?);
            is_safe(&address).then_some(address)
        };
        self.own_address.clone().or_else(told)
    }
}

impl fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProviderSettings({})", self.issuer.as_str())
    }
}

/// Whether nobody on the way can change what is sent: by TLS, or since it stays
/// on this machine.
fn is_safe(address: &str) -> bool {
    let host = |rest: &str| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    if let Some(rest) = address.strip_prefix("https://") {
        return !host(rest).is_empty() && !rest.contains(['@', ' ', '\\']);
    }
    let Some(rest) = address.strip_prefix("http://") else {
        return false;
    };
    let host = host(rest);
    let (name, port) = host.rsplit_once(':').map_or((&*host, ""), |parts| parts);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]") && port.chars().all(|c| c.is_ascii_digit())
}

/// A client of which the addresses are known that every provider has.
type ProviderClient = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl Provider {
    /// Who asks, and where.
    pub(super) fn client(&self, known: &ProviderMetadata) -> ProviderClient {
        let settings = &self.settings;
        CoreClient::from_provider_metadata(
            known.metadata.clone(),
            settings.client_id.clone(),
            settings.client_secret.clone(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: Option<&str>) -> Result<ProviderSettings, BadProvider> {
        ProviderSettings::new("https://id.nl", Some("kaart"), None, "Id")?.at(address)
    }

    #[test]
    fn a_provider_is_asked_over_tls_or_on_this_machine() {
        for issuer in [
            "https://id.nl",
            "https://id.nl/realm",
            "http://127.0.0.1:4000",
        ] {
            assert!(
                ProviderSettings::new(issuer, Some("x"), None, "Id").is_ok(),
                "{issuer}"
            );
        }
        for issuer in [
            "http://id.nl",
            "id.nl",
            "",
            "http://127.0.0.1.elders.nl",
            "ftp://id.nl",
        ] {
            let error = ProviderSettings::new(issuer, Some("x"), None, "Id").unwrap_err();
            assert_eq!(error, BadProvider::Issuer(issuer.to_owned()));
        }
        let error = ProviderSettings::new("https://id.nl", Some(""), None, "Id").unwrap_err();
        assert_eq!(error, BadProvider::NoClient);
    }

    #[test]
    fn the_own_address_is_what_was_set_and_else_only_that_of_this_machine() {
        let set = at(Some("https://kaart.nl/")).unwrap();
        assert_eq!(
            set.own_address(Some("elders.nl")).as_deref(),
            Some("https://kaart.nl")
        );
        let unset = at(None).unwrap();
        let own = unset.own_address(Some("127.0.0.1:8080"));
        assert_eq!(own.as_deref(), Some("http://127.0.0.1:8080"));
        for host in [
            "elders.nl",
            "localhost.elders.nl",
            "localhost:80@elders.nl",
            "localhost:x",
            "",
        ] {
            assert_eq!(unset.own_address(Some(host)), None, "{host}");
        }
        for address in ["http://kaart.nl", "https://kaart.nl/pad", "kaart.nl"] {
            assert!(at(Some(address)).is_err(), "{address}");
        }
    }
}
