//! One sign-in at a provider, from leaving for it to coming back.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use actions::LONGEST_SIGN_IN;
use domain::people::viewer::TokenHash;

/// The longest path to go back to, in bytes.
const LONGEST_PATH: usize = 1_000;

/// A sign-in under way. The browser alone holds it: what the provider is sent
/// follows from it and does not lead back to it, so that the server keeps
/// nothing, and nobody else's browser can end it.
#[derive(Clone)]
pub struct Attempt {
    /// When it began, random bits, and where to go back to.
    text: String,
    path: String,
}

impl Attempt {
    /// Begins one. Goes back to the path, unless it leads elsewhere.
    #[must_use]
    pub fn begin(random: [u8; 32], now: Timestamp, path: Option<&str>) -> Self {
        let path = path.filter(|path| is_own(path)).unwrap_or("/").to_owned();
        let [random, encoded] =
            [&random[..], path.as_bytes()].map(|part| URL_SAFE_NO_PAD.encode(part));
        Self {
            text: format!("{}.{random}.{encoded}", now.as_second()),
            path,
        }
    }

    /// What a browser brings back, while it holds.
    #[must_use]
    pub fn read(text: &str, now: Timestamp) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (begun, random, path) = (parts.next()?, parts.next()?, parts.next()?);
        let begun = Timestamp::from_second(begun.parse().ok()?).ok()?;
        let age = now.duration_since(begun);
        if age.is_negative() || age > LONGEST_SIGN_IN || random.len() < 43 {
            return None;
        }
        let path = String::from_utf8(URL_SAFE_NO_PAD.decode(path).ok()?).ok()?;
        is_own(&path).then(|| Self {
            text: text.to_owned(),
            path,
        })
    }

    /// The text that the browser holds.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.text
    }

    /// What the provider has to send back.
    #[must_use]
    pub fn state(&self) -> String {
        self.derived("state")
    }

    /// What the id token has to hold.
    #[must_use]
    pub fn nonce(&self) -> String {
        self.derived("nonce")
    }

    /// What shows that the code was asked by us (RFC 7636).
    #[must_use]
    pub fn verifier(&self) -> String {
        self.derived("verifier")
    }

    /// What it is known by once it was used.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.text)
    }

    /// Where to go back to.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Hashed, so that what the provider is sent does not lead back.
    fn derived(&self, use_: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{use_} {}", self.text)))
    }
}

/// Whether a path is of this server: browsers take `//` and `/\` for another.
fn is_own(path: &str) -> bool {
    let mut characters = path.chars();
    characters.next() == Some('/')
        && !matches!(characters.next(), Some('/' | '\\'))
        && path.len() <= LONGEST_PATH
        && path.chars().all(|c| c.is_ascii_graphic() && c != '\\')
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    #[test]
    fn it_reads_back_for_a_quarter_of_an_hour() {
        let attempt = Attempt::begin([7; 32], at(100), Some("/gemeente/GM0344?lang=en"));
        let text = attempt.reveal().to_owned();
        let back = Attempt::read(&text, at(115)).unwrap();
        assert_eq!(back.path(), "/gemeente/GM0344?lang=en");
        assert_eq!(back.state(), attempt.state());
        for now in [at(99), at(116)] {
            assert!(Attempt::read(&text, now).is_none());
        }
        for text in ["", "6000", "6000..Lw", "x.y.z"] {
            assert!(Attempt::read(text, at(100)).is_none(), "{text}");
        }
    }

    #[test]
    fn what_the_provider_is_sent_differs_each_time_and_from_each_other() {
        let [one, other] = [1, 2].map(|byte| Attempt::begin([byte; 32], at(1), None));
        let mut sent = vec![one.state(), one.nonce(), one.verifier(), other.state()];
        assert!(sent.iter().all(|text| text.len() == 43));
        sent.sort();
        sent.dedup();
        assert_eq!(sent.len(), 4);
        // Whoever makes it older or younger makes another.
        let younger = one.reveal().replacen("60.", "90.", 1);
        let younger = Attempt::read(&younger, at(2)).unwrap();
        assert_ne!(younger.state(), one.state());
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        for path in [
            "//elders.nl",
            "/\\elders.nl",
            "https://elders.nl",
            "",
            "x",
            "/a\\b",
            "/a\nb",
        ] {
            assert_eq!(
                Attempt::begin([1; 32], at(1), Some(path)).path(),
                "/",
                "{path}"
            );
        }
    }
}
