//! Municipalities as people and spreadsheets name them.

use jiff::civil::Date;

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::message::{Message, PlaceMessage};
use crate::domain::places::code::MunicipalityCode;
use crate::domain::places::gazetteer::{former, former_by_name, place, wider};
use crate::domain::places::name_key::{fold, is_invisible, without_qualifier};
use crate::domain::places::register::{MunicipalityLife, NoMunicipality, Register};

/// A municipality that is meant, and what had to be understood for it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct ResolvedCode {
    pub(in crate::import) code: MunicipalityCode,
    pub(in crate::import) notice: Option<PlaceMessage>,
}

/// Why no municipality is meant, and which may be.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct UnresolvedCode {
    pub(in crate::import) message: Message,
    pub(in crate::import) proposal: Option<MunicipalityCode>,
}

impl<T: Into<Message>> From<T> for UnresolvedCode {
    fn from(message: T) -> Self {
        Self {
            message: message.into(),
            proposal: None,
        }
    }
}

/// Whether a record about a municipality that ended may be read as one about
/// the only municipality into which it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum EndedCodeRule {
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
pub(in crate::import) fn understand(
    register: &Register,
    given: &str,
    name: Option<&str>,
    on: Date,
    former: EndedCodeRule,
) -> Result<ResolvedCode, UnresolvedCode> {
    let clean = clean(given);
    let code = match read_code(&clean) {
        Some(code) => code,
        None => find_by_name(register, &clean, on)?,
    };
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

/// `GM0034`, `gm0034`, `GM34`, `0034`, `34`, `34.0`.
fn read_code(given: &str) -> Option<MunicipalityCode> {
    let letters = given
        .get(..2)
        .filter(|start| start.eq_ignore_ascii_case("GM"));
    let digits = letters.map_or(given, |_| given[2..].trim_start());
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let is_code =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code
        .then(|| format!("GM{digits:0>4}").parse().ok())
        .flatten()
}

fn find_by_name(
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

/// What a name may be that no municipality on record bears. What only looks
/// alike is a question and never a proposal: one click would put the figure of
/// one municipality on another.
fn unknown_name(register: &Register, name: &str, on: Date) -> Message {
    let ended = former_by_name(name).map(Message::from);
    let ended = ended.reduce(|first, rest| {
        let (first, rest) = (Box::new(first), Box::new(rest));
        PlaceMessage::Several { first, rest }.into()
    });
    if let Some(ended) = ended {
        return ended;
    }
    let given = excerpt(name);
    let lies = place(&given);
    if !lies.is_empty() {
        let lies = lies.into_iter().map(|code| match register.find(code) {
            Some(life) => format!("{code} ({})", life.name(on)),
            None => code.to_string(),
        });
        let municipalities = lies.collect();
        return PlaceMessage::PlaceIn {
            given,
            municipalities,
        }
        .into();
    }
    let message = match look_alike(register, &given, on) {
        Some((life, letters)) => PlaceMessage::NameAlike {
            given,
            code: life.code,
            name: life.name(on).to_owned(),
            letters,
        },
        None => PlaceMessage::NameUnknown { given },
    };
    message.into()
}

/// The one living municipality whose name differs in one letter, or in two of
/// a longer name. What is between brackets does not make names alike.
fn look_alike<'a>(
    register: &'a Register,
    name: &str,
    on: Date,
) -> Option<(&'a MunicipalityLife, usize)> {
    let given = fold(without_qualifier(name));
    let length = given.chars().count();
    let most = match length {
        0..=4 => return None,
        5..=8 => 1,
        _ => 2,
    };
    let mut found: Vec<(usize, &MunicipalityLife)> = register
        .lives()
        .filter(|life| life.contains(on))
        .filter_map(|life| {
            let own = fold(without_qualifier(life.name(on)));
            if own.chars().count().abs_diff(length) > most {
                return None;
            }
            let distance = strsim::osa_distance(&given, &own);
            (distance <= most).then_some((distance, life))
        })
        .collect();
    found.sort_by_key(|(distance, life)| (*distance, life.code));
    match found.as_slice() {
        [(distance, life)] => Some((life, *distance)),
        [(one, life), (other, _), ..] if one < other => Some((life, *one)),
        _ => None,
    }
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

/// Why a code is none of the date. A proposal never leads from a municipality
/// that ended, or that is yet to come, to another one.
fn unknown(
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

fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::domain::facts::Alias;
    use crate::domain::places::lineage::Succession;

    const ON: Date = date(2022, 6, 1);

    fn gm(text: &str) -> MunicipalityCode {
        text.parse().unwrap()
    }

    /// Beemster went into Purmerend on 2022-01-01; Haaren was split on
    /// 2021-01-01.
    fn register() -> Register {
        let names = [
            ("GM0034", "Almere", 3),
            ("GM0370", "Beemster", 2),
            ("GM0373", "Bergen (NH.)", 3),
            ("GM0439", "Purmerend", 3),
            ("GM0757", "Boxtel", 3),
            ("GM0788", "Haaren", 1),
            ("GM0865", "Vught", 3),
            ("GM0893", "Bergen (L.)", 3),
            ("GM0518", "'s-Gravenhage", 3),
        ];
        let editions = [date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)];
        let areas = (0..3).flat_map(|edition| {
            names
                .iter()
                .filter(move |(.., last)| edition < *last)
                .map(move |(code, name, _)| (editions[edition], gm(code), Arc::from(*name)))
        });
        let goes = |date, from: &str, to: &str, to_name: &str, area_share| Succession {
            date,
            from: gm(from),
            from_name: from.into(),
            to: gm(to),
            to_name: to_name.into(),
            area_share,
        };
        let successions = vec![
            goes(editions[1], "GM0788", "GM0757", "Boxtel", 0.6),
            goes(editions[1], "GM0788", "GM0865", "Vught", 0.4),
            goes(editions[2], "GM0370", "GM0439", "Purmerend", 1.0),
        ];
        let alias = Alias {
            code: gm("GM0518"),
            name: "Den Haag".to_owned(),
        };
        Register::new(areas, successions, &[alias])
    }

    fn read(given: &str) -> Result<(String, Option<String>), String> {
        understand(&register(), given, None, ON, EndedCodeRule::Successor)
            .map(|read| {
                let notice = read.notice.map(|notice| Message::from(notice).to_string());
                (read.code.to_string(), notice)
            })
            .map_err(|unclear| unclear.message.to_string())
    }

    #[test]
    fn a_code_that_lost_something_is_understood() {
        assert_eq!(read("GM0034"), Ok(("GM0034".to_owned(), None)));
        for given in ["34", "0034", "034", "gm0034", "GM34", "GM 0034", "34.0"] {
            let notice = format!("`{given}` is read as GM0034 (Almere)");
            assert_eq!(read(given), Ok(("GM0034".to_owned(), Some(notice))));
        }
    }

    #[test]
    fn a_name_is_understood_when_one_municipality_bears_it() {
        for given in [
            "Almere",
            "almere",
            "den haag",
            "'s Gravenhage",
            "Bergen (L)",
        ] {
            assert!(read(given).is_ok(), "{given}");
        }
        assert_eq!(
            read("Bergen").unwrap_err(),
            "several municipalities are called `Bergen`; write one of GM0373 (Bergen (NH.)), GM0893 (Bergen (L.))"
        );
        assert_eq!(
            read("Almeer").unwrap_err(),
            "no municipality is called `Almeer`; do you mean GM0034 (Almere)? One letter differs"
        );
        let unclear =
            understand(&register(), "Almeer", None, ON, EndedCodeRule::Successor).unwrap_err();
        assert_eq!(unclear.proposal, None, "what is alike is no proposal");
        assert!(read("Atlantis").unwrap_err().contains("write its code"));
    }

    #[test]
    fn a_former_code_or_name_leads_to_the_only_successor() {
        for given in ["GM0370", "370", "Beemster"] {
            let (code, notice) = read(given).unwrap();
            assert_eq!(code, "GM0439");
            assert_eq!(
                notice.unwrap(),
                format!(
                    "`{given}` is read as GM0439 (Purmerend), into which GM0370 (Beemster) went"
                )
            );
        }
        let refused =
            understand(&register(), "GM0370", None, ON, EndedCodeRule::Refused).unwrap_err();
        assert_eq!(
            refused.proposal, None,
            "another municipality is no proposal"
        );
        assert_eq!(
            refused.message.to_string(),
            "`GM0370` (Beemster) ended on 2022-01-01; write GM0439 (Purmerend)"
        );
        assert!(
            read("Haaren")
                .unwrap_err()
                .contains("was split; write one of GM0757 (Boxtel, 60 %) or GM0865")
        );
        assert_eq!(
            read("GM9999").unwrap_err(),
            "no municipality on record has the code `GM9999`"
        );
    }

    #[test]
    fn what_is_no_municipality_is_told_as_what_it_is() {
        for (given, expected) in [
            (
                "Nederland",
                "`Nederland` is the country and no municipality; leave this row out",
            ),
            (
                "PV20",
                "`PV20` is a province and no municipality; leave this row out",
            ),
            ("Noord-Nederland (LD)", "is a region and no municipality"),
            (
                "Hoofddorp",
                "`Hoofddorp` is a place and no municipality; it lies in GM0394",
            ),
            (
                "Bussum",
                "`GM0381` (Bussum) ended on 2016-01-01; it lies today in GM1942 (Gooise Meren)",
            ),
            (
                "0248",
                "`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)",
            ),
            ("Laren (NH.)", "is no municipality; write its code"),
            ("Waterlan", "is no municipality; write its code"),
        ] {
            let unclear =
                understand(&register(), given, None, ON, EndedCodeRule::Successor).unwrap_err();
            let told = unclear.message.to_string();
            assert!(told.contains(expected), "{given}: {told}");
            assert_eq!(unclear.proposal, None, "{given}");
        }
        let named = understand(
            &register(),
            "0248",
            Some("Almere"),
            ON,
            EndedCodeRule::Successor,
        );
        assert_eq!(named.unwrap_err().proposal, None);
    }

    #[test]
    fn an_invisible_character_is_named() {
        let (code, notice) = read("Am\u{200c}ere\u{200b}".replace("Am", "Alm").as_str()).unwrap();
        assert_eq!(code, "GM0034");
        assert_eq!(
            notice.unwrap(),
            "`Almere` is read as GM0034 (Almere), without the invisible character U+200C"
        );
        assert_eq!(read("ＧＭ００３４").unwrap().0, "GM0034");
    }

    #[test]
    fn a_name_that_belongs_to_another_code_is_refused() {
        let check = |given, name| {
            understand(&register(), given, Some(name), ON, EndedCodeRule::Successor)
                .map(|read| read.code)
                .map_err(|unclear| unclear.message.to_string())
        };
        assert_eq!(check("GM0518", "Den Haag"), Ok(gm("GM0518")));
        assert_eq!(check("GM0034", "Flevostad"), Ok(gm("GM0034")));
        assert_eq!(
            check("GM0034", "Vught").unwrap_err(),
            "GM0034 is Almere, and the row calls it `Vught`, which is GM0865; correct one of them"
        );
        assert!(
            check("GM9999", "Almere")
                .unwrap_err()
                .ends_with("; Almere is GM0034")
        );
    }
}
