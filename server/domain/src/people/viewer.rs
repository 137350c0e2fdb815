//! Who is asking, and the tokens by which programs say so.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::places::code::RegionRef;
use crate::vocabulary::{Role, Scope};

/// Who is asking: what they may do, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The name of the account; none for the public.
    pub name: Option<Arc<str>>,
    /// What they may do.
    pub role: Role,
    /// The regions whose internal data a PLATFORM may read.
    pub regions: Vec<RegionRef>,
    /// Whether they may change what their role may change.
    pub scope: Scope,
}

impl Viewer {
    /// Somebody without an account.
    #[must_use]
    pub fn public() -> Self {
        Self {
            name: None,
            role: Role::Public,
            regions: Vec::new(),
            scope: Scope::Write,
        }
    }

    /// Whether they have an account.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.role != Role::Public
    }

    /// Whether they may read the internal data of every region.
    #[must_use]
    pub fn reads_everywhere(&self) -> bool {
        matches!(self.role, Role::Outreach | Role::Admin)
    }
}

/// A token by which a program says who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What the secret is known by.
    pub hash: TokenHash,
    /// The name, which stands beside what was recorded with it.
    pub name: Arc<str>,
    /// What it may do.
    pub role: Role,
    /// The regions of a PLATFORM; none for the others.
    pub regions: Vec<RegionRef>,
    /// Whether it may change anything.
    pub scope: Scope,
    /// The last date on which it holds; none when it does not run out.
    pub expires: Option<Date>,
}

impl Token {
    /// Who asks with it.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer {
            name: Some(Arc::clone(&self.name)),
            role: self.role,
            regions: self.regions.clone(),
            scope: self.scope,
        }
    }

    /// Whether it holds on a date.
    #[must_use]
    pub fn holds_on(&self, date: Date) -> bool {
        self.expires.is_none_or(|last| date <= last)
    }
}

/// What a program or a browser sends: a prefix by which people and scanners know it for a
/// secret, and 256 random bits.
pub struct Secret(String);

impl Secret {
    const PREFIX: &str = "dekkingskaart_";

    /// The secret of these random bits.
    #[must_use]
    pub fn of(random: [u8; 32]) -> Self {
        Self(format!(
            "{}{}",
            Self::PREFIX,
            URL_SAFE_NO_PAD.encode(random)
        ))
    }

    /// The text to send.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The SHA-256 of a secret, of a token or of a session. A secret of 256 random
/// bits needs no slow hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// Hashes the text that a program sent.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret).into())
    }
}

impl fmt::Display for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Not 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the hash of a token")]
pub struct BadHash;

impl FromStr for TokenHash {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        let mut hash = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(BadHash);
        }
        for (byte, place) in hash.iter_mut().zip((0..).step_by(2)) {
            let digits = text.get(place..place + 2).ok_or(BadHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| BadHash)?;
        }
        Ok(Self(hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_and_never_shows_the_secret() {
        let secret = Secret::of([7; 32]);
        assert!(secret.reveal().len() > 50);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        let hash = TokenHash::of(secret.reveal());
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_ne!(hash, TokenHash::of(Secret::of([8; 32]).reveal()));
        assert_eq!("zz".repeat(32).parse::<TokenHash>(), Err(BadHash));
        assert_eq!("".parse::<TokenHash>(), Err(BadHash));
    }
}
