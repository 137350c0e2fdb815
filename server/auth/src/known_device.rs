//! Browsers in which somebody signed in before (the device cookies of OWASP):
//! failures elsewhere do not delay them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use domain::people::account::Account;

/// What a browser is given when somebody signed in with a password. It opens
/// nothing. All servers on one database know it, since it follows from the hash
/// of the password, with its random salt; another password ends it.
pub struct Device(String);

impl Device {
    /// One for the browser of somebody; none without a password.
    #[must_use]
    pub fn new(account: &Account, random: [u8; 16]) -> Option<Self> {
        let random = URL_SAFE_NO_PAD.encode(random);
        let code = URL_SAFE_NO_PAD.encode(code(account, &random)?.finalize().into_bytes());
        Some(Self(format!("{random}.{code}")))
    }

    /// What a browser brings back, when it was given for this account.
    #[must_use]
    pub fn read(text: &str, account: &Account) -> Option<Self> {
        let (random, given) = text.split_once('.')?;
        let given = URL_SAFE_NO_PAD.decode(given).ok()?;
        code(account, random)?.verify_slice(&given).ok()?;
        Some(Self(text.to_owned()))
    }

    /// The text that the browser holds.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

fn code(account: &Account, random: &str) -> Option<Hmac<Sha256>> {
    let hash = account.password.as_ref()?;
    let mut code = Hmac::<Sha256>::new_from_slice(hash.reveal().as_bytes()).ok()?;
    code.update(format!("device {} {random}", account.id).as_bytes());
    Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::people::password::PasswordHash;
    use domain::vocabulary::Role;

    fn account(id: &str, hash: Option<&str>) -> Account {
        Account {
            id: id.into(),
            email: "jan@a.nl".parse().unwrap(),
            name: "Jan".into(),
            role: Role::Outreach,
            regions: Vec::new(),
            password: hash.map(PasswordHash::stored),
            must_change: false,
        }
    }

    #[test]
    fn a_device_is_known_for_its_account_until_the_password_changes() {
        let jan = account("1", Some("$argon2id$x"));
        let device = Device::new(&jan, [7; 16]).unwrap();
        let text = device.reveal();
        assert!(Device::read(text, &jan).is_some());
        assert!(Device::read(text, &account("2", Some("$argon2id$x"))).is_none());
        assert!(Device::read(text, &account("1", Some("$argon2id$y"))).is_none());
        assert!(Device::read(text, &account("1", None)).is_none());
        assert!(Device::read(&text.replace('.', ".A"), &jan).is_none());
        assert!(Device::read("", &jan).is_none());
        assert!(Device::new(&account("1", None), [7; 16]).is_none());
    }
}
