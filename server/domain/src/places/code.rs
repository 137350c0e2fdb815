//! Codes of municipalities and regions.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A CBS municipality code: `GM` and four digits. The code alone does not fix
/// a shape: the same code can stand for a larger area later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(u16);

/// Text that is not a municipality code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCode(pub String);

impl TryFrom<String> for MunicipalityCode {
    type Error = BadCode;

    fn try_from(text: String) -> Result<Self, BadCode> {
        text.parse()
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}

impl FromStr for MunicipalityCode {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let digits = text.strip_prefix("GM").unwrap_or_default();
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadCode(text.chars().take(40).collect()));
        }
        digits
            .parse()
            .map(Self)
            .map_err(|_| BadCode(text.to_owned()))
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GM{:04}", self.0)
    }
}

/// A region: the id of its set and its code within that set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionRef {
    /// Id of the region set, such as `provincie`.
    pub set: Arc<str>,
    /// Code within the set, such as `PV20`.
    pub code: Arc<str>,
}

impl RegionRef {
    /// Names a region; whether it exists is for the atlas to say.
    #[must_use]
    pub fn new(set: &str, code: &str) -> Self {
        Self {
            set: set.into(),
            code: code.into(),
        }
    }
}

impl fmt::Display for RegionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.set, self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_leading_zeros() {
        let code: MunicipalityCode = "GM0034".parse().unwrap();
        assert_eq!(code.to_string(), "GM0034");
    }

    #[test]
    fn anything_but_gm_and_four_digits_is_refused() {
        for text in [
            "",
            "GM",
            "GM34",
            "0034",
            "gm0034",
            "GM00345",
            "GM+034",
            "GM００34",
        ] {
            assert!(text.parse::<MunicipalityCode>().is_err(), "{text}");
        }
    }
}
