//! Codes of an app beside a password (RFC 6238), and what helps when the app is
//! lost.

use jiff::Timestamp;
use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;
use totp_rs::{Builder, Secret, Totp};

use super::account::Account;
use super::email::Email;
use super::viewer::{BadHash, TokenHash};
use crate::id::Id;

/// As whom the app shows the codes.
const ISSUER: &str = "Dekkingskaart";

/// The secret that the app and the server share.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// The secret of these random bytes.
    #[must_use]
    pub fn of(random: [u8; 20]) -> Self {
        Self(random)
    }

    /// The text to keep: hexadecimal digits.
    #[must_use]
    pub fn reveal(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The text to type into an app.
    #[must_use]
    pub fn base32(&self) -> String {
        Secret::new_stack(self.0).to_base32()
    }

    /// The address that an app reads from a picture.
    #[must_use]
    pub fn address(&self, email: &Email) -> String {
        let named = self.codes().with_account_name(email.as_str());
        let totp = named.with_issuer(Some(ISSUER)).build_noncompliant();
        totp.to_url().unwrap_or_default()
    }

    /// The period of 30 seconds of which this is the code: the present one, the
    /// one before, or the one after, since clocks differ.
    #[must_use]
    pub fn step_of(&self, code: &str, now: Timestamp) -> Option<u64> {
        let code: String = code.split_whitespace().collect();
        let second = u64::try_from(now.as_second()).ok()?;
        self.totp().check(&code, second)
    }

    /// The code of an instant.
    #[must_use]
    pub fn code_at(&self, now: Timestamp) -> String {
        let second = u64::try_from(now.as_second()).unwrap_or_default();
        self.totp().generate(second).to_string()
    }

    fn codes(&self) -> Builder {
        Builder::new().with_secret(Secret::new_stack(self.0))
    }

    fn totp(&self) -> Totp {
        self.codes().build_noncompliant()
    }
}

impl FromStr for TotpSecret {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        let mut secret = [0; 20];
        if text.len() != 40 || !text.is_ascii() {
            return Err(BadHash);
        }
        for (byte, place) in secret.iter_mut().zip((0..).step_by(2)) {
            let digits = text.get(place..place + 2).ok_or(BadHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| BadHash)?;
        }
        Ok(Self(secret))
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// The second factor of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The id of the account.
    pub account: Id<Account>,
    /// What the app makes codes from.
    pub secret: TotpSecret,
    /// Whether a first code showed that the person has it: before, it is not
    /// asked.
    pub confirmed: bool,
    /// The last period whose code was used.
    pub last_step: u64,
}

impl SecondFactor {
    /// The period of a code that was not used yet.
    #[must_use]
    pub fn unused_step(&self, code: &str, now: Timestamp) -> Option<u64> {
        let step = self.secret.step_of(code, now)?;
        (step > self.last_step).then_some(step)
    }
}

/// What a recovery code is known by. Capitals, hyphens and spaces do not
/// matter.
#[must_use]
pub fn recovery_hash(code: &str) -> TokenHash {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    TokenHash::of(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// RFC 6238, appendix B: the last six of the eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = TotpSecret::of(*b"12345678901234567890");
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(secret.code_at(at(second)), code);
            let step = u64::try_from(second / 30).unwrap();
            assert_eq!(secret.step_of(code, at(second + 29)), Some(step));
            assert_eq!(secret.step_of(code, at(second + 61)), None);
        }
        for code in ["", "28708", "abcdef", "2870822", "２８７０８２"] {
            assert_eq!(secret.step_of(code, at(59)), None, "{code}");
        }
        assert_eq!(secret.step_of(" 287 082 ", at(59)), Some(1));
    }

    #[test]
    fn a_code_is_used_once() {
        let mut factor = SecondFactor {
            account: "a".into(),
            secret: TotpSecret::of([7; 20]),
            confirmed: true,
            last_step: 0,
        };
        let code = factor.secret.code_at(at(3000));
        factor.last_step = factor.unused_step(&code, at(3000)).unwrap();
        assert_eq!(factor.unused_step(&code, at(3000)), None);
        let next = factor.secret.code_at(at(3030));
        assert_eq!(factor.unused_step(&next, at(3000)), Some(101));
    }

    #[test]
    fn a_secret_reads_back_and_never_shows() {
        let secret = TotpSecret::of([9; 20]);
        assert_eq!(secret.reveal().parse(), Ok(secret.clone()));
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
        let address = secret.address(&"jan@a.nl".parse().unwrap());
        assert!(
            address.starts_with("otpauth://totp/Dekkingskaart:jan%40a.nl?"),
            "{address}"
        );
        assert!(address.contains(&secret.base32()), "{address}");
    }

    #[test]
    fn a_recovery_code_may_be_typed_in_any_way() {
        assert_eq!(recovery_hash("ABCDE-12345"), recovery_hash("abcde 12345"));
        assert_ne!(recovery_hash("abcde-12345"), recovery_hash("abcde-12346"));
    }
}
