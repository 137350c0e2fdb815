//! Passwords: which may be chosen, and what they are known by.
//!
//! The rules are those of NIST SP 800-63B: long, not one that everybody tries
//! first, and nothing about capitals or digits.

use std::fmt;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc};
use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use super::email::Email;
use crate::message::{Message, PeopleMessage, says};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password.
pub const LONGEST: usize = 200;

/// What OWASP recommends for Argon2id: 19 MiB of memory, two passes.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// What people choose who have to choose twelve characters. In small letters.
const COMMON: [&str; 24] = [
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123123123123",
    "012345678901",
    "098765432109",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwerty123456",
    "abcdefghijkl",
    "abcd12345678",
    "password1234",
    "password12345",
    "password123456",
    "passwordpassword",
    "administrator",
    "letmein12345",
    "welkom123456",
    "wachtwoord12",
    "wachtwoord123",
    "wachtwoord1234",
    "dekkingskaart",
];

/// A password that may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPassword {
    /// Fewer characters than the fewest.
    TooShort,
    /// More characters than the most.
    TooLong,
    /// The address with which the person signs in.
    IsEmail,
    /// One that is tried first.
    TooCommon,
    /// The one that the person has.
    Unchanged,
}

says!(BadPassword);

impl From<&BadPassword> for Message {
    fn from(error: &BadPassword) -> Self {
        Self::People(match error {
            BadPassword::TooShort => PeopleMessage::PasswordTooShort { least: SHORTEST },
            BadPassword::TooLong => PeopleMessage::PasswordTooLong { most: LONGEST },
            BadPassword::IsEmail => PeopleMessage::PasswordIsEmail,
            BadPassword::TooCommon => PeopleMessage::PasswordTooCommon,
            BadPassword::Unchanged => PeopleMessage::PasswordUnchanged,
        })
    }
}

/// A password that somebody typed. Equal characters that are written with
/// different code points are the same.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// What was typed, to be compared with what is on record.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.nfkc().collect())
    }

    /// What was chosen for an account, when it may be.
    pub fn chosen(text: &str, email: &Email) -> Result<Self, BadPassword> {
        let password = Self::typed(text);
        let small = password.0.to_lowercase();
        let mut characters = password.0.chars();
        let first = characters.next();
        match password.0.chars().count() {
            ..SHORTEST => Err(BadPassword::TooShort),
            length if length > LONGEST => Err(BadPassword::TooLong),
            _ if small == email.as_str() => Err(BadPassword::IsEmail),
            _ if COMMON.contains(&&*small) => Err(BadPassword::TooCommon),
            _ if characters.all(|c| Some(c) == first) => Err(BadPassword::TooCommon),
            _ => Ok(password),
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// What a password is known by: its Argon2id hash with its salt, in the form
/// of the PHC.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(Box<str>);

/// No hash could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the password could not be hashed")]
pub struct Unhashed;

impl PasswordHash {
    /// Hashes a password; takes some tens of milliseconds and 19 MiB.
    pub fn of(password: &Password, salt: [u8; 16]) -> Result<Self, Unhashed> {
        let hash: phc::PasswordHash = hasher()?
            .hash_password_with_salt(password.0.as_bytes(), &salt)
            .map_err(|_| Unhashed)?;
        Ok(Self(hash.to_string().into()))
    }

    /// A hash that is on record.
    #[must_use]
    pub fn stored(text: &str) -> Self {
        Self(text.into())
    }

    /// A hash that no password has. Comparing with it takes as long as with
    /// another, so that nobody can tell from the time who has an account.
    #[must_use]
    pub fn of_nobody() -> Self {
        Self::stored(
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGF0IGFsbC4uLg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        )
    }

    /// Whether this is the password; takes as long as hashing it.
    #[must_use]
    pub fn is_of(&self, password: &Password) -> bool {
        let Ok(hash) = phc::PasswordHash::new(&self.0) else {
            return false;
        };
        hasher().is_ok_and(|hasher| hasher.verify_password(password.0.as_bytes(), &hash).is_ok())
    }

    /// The text to keep.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

fn hasher() -> Result<Argon2<'static>, Unhashed> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| Unhashed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Result<Password, BadPassword> {
        Password::chosen(text, &"jan@gemeente.nl".parse().unwrap())
    }

    #[test]
    fn a_password_is_long_and_not_the_first_that_comes_to_mind() {
        for (text, refused) in [
            ("elfletters.", BadPassword::TooShort),
            (&"lang ".repeat(41), BadPassword::TooLong),
            ("Jan@Gemeente.nl", BadPassword::IsEmail),
            ("Wachtwoord123", BadPassword::TooCommon),
            ("............", BadPassword::TooCommon),
        ] {
            assert_eq!(chosen(text), Err(refused), "{text}");
        }
        for text in [
            "twaalf tekens",
            "éééééééééééa",
            "correct horse battery staple",
        ] {
            assert!(chosen(text).is_ok(), "{text}");
        }
        assert!(
            COMMON
                .iter()
                .all(|word| word.len() >= SHORTEST && *word == word.to_lowercase())
        );
    }

    #[test]
    fn a_hash_knows_its_password_and_shows_nothing() {
        let password = chosen("paard batterij nietje").unwrap();
        let hash = PasswordHash::of(&password, [1; 16]).unwrap();
        assert!(hash.is_of(&password));
        assert!(!hash.is_of(&Password::typed("paard batterij nietje ")));
        assert_ne!(hash, PasswordHash::of(&password, [2; 16]).unwrap());
        assert_eq!(
            format!("{hash:?} {password:?}"),
            "PasswordHash(…) Password(…)"
        );
        assert!(!PasswordHash::stored("").is_of(&password));
    }

    #[test]
    fn the_way_a_letter_is_written_does_not_matter() {
        let composed = Password::typed("caf\u{e9} caf\u{e9} caf\u{e9}");
        assert_eq!(
            composed,
            Password::typed("cafe\u{301} cafe\u{301} cafe\u{301}")
        );
    }

    #[test]
    fn comparing_with_nobody_is_the_same_work() {
        let nobody = PasswordHash::of_nobody();
        let somebody = PasswordHash::of(&Password::typed("x"), [1; 16]).unwrap();
        let work = |hash: &PasswordHash| {
            let parts: Vec<_> = hash.reveal().split('$').map(str::to_owned).collect();
            (parts[1..4].to_vec(), parts[4].len(), parts[5].len())
        };
        assert_eq!(work(&nobody), work(&somebody));
        assert!(phc::PasswordHash::new(nobody.reveal()).is_ok());
        assert!(!nobody.is_of(&Password::typed("x")));
    }
}
