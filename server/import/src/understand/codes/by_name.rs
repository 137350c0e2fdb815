//! The municipality that a name means, and why none is meant.

use jiff::civil::Date;

use super::unknown::{excerpt, unknown_name};
use domain::message::{Message, PlaceMessage};
use domain::places::code::MunicipalityCode;
use domain::places::gazetteer::former;
use domain::places::provinces::wider;
use domain::places::register::{MunicipalityLife, NoMunicipality, Register};

/// Why no municipality is meant, and which may be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UnresolvedCode {
    pub(crate) message: Message,
    pub(crate) proposal: Option<MunicipalityCode>,
}

impl<T: Into<Message>> From<T> for UnresolvedCode {
    fn from(message: T) -> Self {
        Self {
            message: message.into(),
            proposal: None,
        }
    }
}

/// The only municipality that bears a name: on the date, or ever where nobody
/// does then.
pub(super) fn find_by_name(
    register: &Register,
    name: &str,
    on: Date,
) -> Result<MunicipalityCode, UnresolvedCode> {
    if let Some(wider) = wider(name) {
        let (given, area) = (excerpt(name), wider.code().to_owned());
        return Err(PlaceMessage::WiderArea { given, area }.into());
    }
    let all: Vec<&MunicipalityLife> = register.find_by_name(name).collect();
    let living: Vec<&MunicipalityLife> = all
        .iter()
        .copied()
        .filter(|life| life.contains(on))
        .collect();
    match (living.as_slice(), all.as_slice()) {
        ([one], _) | ([], [one]) => Ok(one.code),
        ([], []) => Err(unknown_name(register, name, on).into()),
        (several, all) => {
            let several = if several.is_empty() { all } else { several };
            let choices = several
                .iter()
                .map(|life| format!("{} ({})", life.code, life.name(on)));
            Err(PlaceMessage::NameAmbiguous {
                given: name.to_owned(),
                choices: choices.collect(),
            }
            .into())
        }
    }
}

/// Why a code is none of the date. A proposal never leads from a municipality
/// that ended, or that is yet to come, to another one.
pub(super) fn unknown(
    register: &Register,
    missing: &NoMunicipality,
    name: Option<&str>,
    on: Date,
) -> UnresolvedCode {
    let NoMunicipality::Unknown(code) = missing else {
        return missing.clone().into();
    };
    if let Some(former) = former(*code) {
        return former.into();
    }
    let by_name = name.and_then(|name| find_by_name(register, name, on).ok());
    let by_name = by_name.and_then(|code| register.get(code, on).ok());
    let message = match by_name {
        Some(life) => PlaceMessage::CodeUnknownAndName {
            code: *code,
            name: life.name(on).to_owned(),
            other: life.code,
        },
        None => PlaceMessage::CodeUnknown { code: *code },
    };
    UnresolvedCode {
        message: message.into(),
        proposal: by_name.map(|life| life.code),
    }
}
