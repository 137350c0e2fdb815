//! Municipalities as people and spreadsheets name them.

mod by_name;
mod unknown;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use self::by_name::{find_by_name, unknown};
use domain::message::PlaceMessage;
use domain::places::code::MunicipalityCode;
use domain::places::name_key::is_invisible;
use domain::places::register::{MunicipalityLife, NoMunicipality, Register};

pub(crate) use self::by_name::UnresolvedCode;

/// A municipality that is meant, and what had to be understood for it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ResolvedCode {
    pub(crate) code: MunicipalityCode,
    pub(crate) notice: Option<PlaceMessage>,
}

/// Whether a record about a municipality that ended may be read as one about
/// the only municipality into which it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndedCodeRule {
    Successor,
    /// A figure of a part is no figure of the whole.
    Refused,
}

/// Understands a code, or a name instead of one, where it can mean one
/// municipality of the date only; an error proposes what to write.
///
/// A code may have lost its letters, capitals or leading zeros. `name` is what
/// the row calls the municipality beside its code; when that is another one,
/// the row is refused.
pub(crate) fn understand(
    register: &Register,
    given: &str,
    name: Option<&str>,
    on: Date,
    former: EndedCodeRule,
) -> Result<ResolvedCode, UnresolvedCode> {
    let clean = clean(given);
    let (code, beside) = match read_code(&clean) {
        Some(code) => (code, None),
        None => match read_code_and_name(&clean) {
            Some((code, name)) => (code, Some(name)),
            None => (find_by_name(register, &clean, on)?, None),
        },
    };
    let name = name.or(beside);
    let living = match register.get(code, on) {
        Ok(life) => life,
        Err(missing) => successor(register, &missing, on, former)
            .ok_or_else(|| unknown(register, &missing, name, on))?,
    };
    if let Some(name) = name {
        check_name(register, code, name, on)?;
    }
    let meant = living.code;
    let notice = (given != meant.to_string()).then(|| {
        let former = register.find(code).filter(|_| code != meant);
        let former = former.map(|life| (code, life.name(on).to_owned()));
        let invisible = given.chars().find(|c| is_invisible(*c));
        read_as(
            clean,
            (meant, living.name(on).to_owned()),
            former,
            invisible,
        )
    });
    Ok(ResolvedCode {
        code: meant,
        notice,
    })
}

/// What was understood: the municipality, the one that went into it when that
/// is what was written, and a character that nobody sees.
fn read_as(
    given: String,
    (code, name): (MunicipalityCode, String),
    former: Option<(MunicipalityCode, String)>,
    invisible: Option<char>,
) -> PlaceMessage {
    let character = invisible.map(|c| format!("U+{:04X}", u32::from(c)));
    match (former, character) {
        (None, None) => PlaceMessage::CodeReadAs { given, code, name },
        (None, Some(character)) => PlaceMessage::CodeReadWithout {
            given,
            code,
            name,
            character,
        },
        (Some((former, former_name)), None) => PlaceMessage::FormerReadAs {
            given,
            code,
            name,
            former,
            former_name,
        },
        (Some((former, former_name)), Some(character)) => PlaceMessage::FormerReadWithout {
            given,
            code,
            name,
            former,
            former_name,
            character,
        },
    }
}

/// What was written, without what cannot be seen, and with plain letters and
/// digits for those of full width.
fn clean(given: &str) -> String {
    let seen = given.chars().filter(|c| !is_invisible(*c));
    let plain: String = seen.nfkc().collect();
    plain.trim().to_owned()
}

/// `GM0034`, `gm0034`, `GM34`, `GM-0034`, `0034`, `34`, `34.0`.
fn read_code(given: &str) -> Option<MunicipalityCode> {
    let letters = given
        .get(..2)
        .filter(|start| start.eq_ignore_ascii_case("GM"));
    let digits = letters.map_or(given, |_| {
        given[2..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | ':'))
    });
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let is_code =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code
        .then(|| format!("GM{digits:0>4}").parse().ok())
        .flatten()
}

/// `0363 Amsterdam`, `GM0363 - Amsterdam`, `Amsterdam (GM0363)`: a whole code with
/// the name before or behind it.
fn read_code_and_name(given: &str) -> Option<(MunicipalityCode, &str)> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | ':' | ',' | '_');
    let whole = |text: &str| {
        let digits = text.len().checked_sub(4)?;
        let is_whole = text.get(digits..)?.bytes().all(|b| b.is_ascii_digit());
        read_code(text).filter(|_| is_whole)
    };
    if let Some((name, code)) = given
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    {
        return Some((whole(code.trim())?, name.trim()));
    }
    let (code, name) = given.split_once(is_between)?;
    let name = name.trim_matches(is_between);
    let is_name = name.chars().any(char::is_alphabetic);
    Some((whole(code)?, name)).filter(|_| is_name)
}

/// The only one living on the date into which the whole of an ended
/// municipality went, through as many reorganisations as there were.
fn successor<'a>(
    register: &'a Register,
    missing: &NoMunicipality,
    on: Date,
    former: EndedCodeRule,
) -> Option<&'a MunicipalityLife> {
    let NoMunicipality::Ended { successors, .. } = missing else {
        return None;
    };
    let [only] = successors.as_slice() else {
        return None;
    };
    if former == EndedCodeRule::Refused {
        return None;
    }
    match register.get(only.code, on) {
        Ok(life) => Some(life),
        Err(further) => successor(register, &further, on, former),
    }
}

/// A name beside a code has to be one that the code bore or goes by. A name
/// that nobody bears is let pass: the code says it.
fn check_name(
    register: &Register,
    code: MunicipalityCode,
    name: &str,
    on: Date,
) -> Result<(), UnresolvedCode> {
    let mut others = Vec::new();
    for life in register.find_by_name(name) {
        if life.code == code {
            return Ok(());
        }
        others.push(life);
    }
    let own = register.find(code).map_or("", |life| life.name(on));
    match others.as_slice() {
        [] => Ok(()),
        [other, ..] => Err(PlaceMessage::NameOfOther {
            code,
            own: own.to_owned(),
            name: name.to_owned(),
            other: other.code,
        }
        .into()),
    }
}

#[cfg(test)]
mod tests;
