//! Municipalities as people and spreadsheets name them.

use jiff::civil::Date;

use super::columns::nearest;
use crate::domain::code::MunicipalityCode;
use crate::domain::register::{Life, NoMunicipality, Register};

/// A municipality that is meant, and what had to be understood for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Understood {
    pub(super) code: MunicipalityCode,
    pub(super) notice: Option<String>,
}

/// Why no municipality is meant, and which may be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclear {
    pub(super) what: String,
    pub(super) proposal: Option<MunicipalityCode>,
}

impl From<String> for Unclear {
    fn from(what: String) -> Self {
        Self {
            what,
            proposal: None,
        }
    }
}

/// Whether a record about a municipality that ended may be read as one about
/// the only municipality into which it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Former {
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
pub(super) fn understand(
    register: &Register,
    given: &str,
    name: Option<&str>,
    on: Date,
    former: Former,
) -> Result<Understood, Unclear> {
    let code = match read_code(given) {
        Some(code) => code,
        None => find_by_name(register, given, on)?,
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
        let ended = register
            .find(code)
            .filter(|_| code != meant)
            .map(|life| format!(", into which {code} ({}) went", life.name(on)))
            .unwrap_or_default();
        format!("`{given}` is read as {meant} ({}){ended}", living.name(on))
    });
    Ok(Understood {
        code: meant,
        notice,
    })
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

fn find_by_name(register: &Register, name: &str, on: Date) -> Result<MunicipalityCode, Unclear> {
    let all: Vec<&Life> = register.find_by_name(name).collect();
    let living: Vec<&Life> = all
        .iter()
        .copied()
        .filter(|life| life.contains(on))
        .collect();
    match (living.as_slice(), all.as_slice()) {
        ([one], _) | ([], [one]) => Ok(one.code),
        ([], []) => Err(match look_alike(register, name, on) {
            Some(life) => Unclear {
                what: format!(
                    "no municipality is called `{}`; is it {} ({})?",
                    excerpt(name),
                    life.code,
                    life.name(on)
                ),
                proposal: Some(life.code),
            },
            None => format!(
                "`{}` is no municipality; write its code, GM and four digits",
                excerpt(name)
            )
            .into(),
        }),
        (several, all) => {
            let several = if several.is_empty() { all } else { several };
            let choices = several
                .iter()
                .map(|life| format!("{} ({})", life.code, life.name(on)));
            Err(format!(
                "several municipalities are called `{name}`; write one of {}",
                choices.collect::<Vec<_>>().join(", ")
            )
            .into())
        }
    }
}

fn look_alike<'a>(register: &'a Register, name: &str, on: Date) -> Option<&'a Life> {
    let living = || register.lives().filter(|life| life.contains(on));
    let nearest = nearest(name, living().map(|life| life.name(on)))?;
    living().find(|life| life.name(on) == nearest)
}

/// The only one living on the date into which the whole of an ended
/// municipality went, through as many reorganisations as there were.
fn successor<'a>(
    register: &'a Register,
    missing: &NoMunicipality,
    on: Date,
    former: Former,
) -> Option<&'a Life> {
    let NoMunicipality::Ended { successors, .. } = missing else {
        return None;
    };
    let [only] = successors.as_slice() else {
        return None;
    };
    if former == Former::Refused {
        return None;
    }
    match register.get(only.code, on) {
        Ok(life) => Some(life),
        Err(further) => successor(register, &further, on, former),
    }
}

fn unknown(register: &Register, missing: &NoMunicipality, name: Option<&str>, on: Date) -> Unclear {
    let by_name = name.and_then(|name| find_by_name(register, name, on).ok());
    let by_name = by_name.and_then(|code| register.get(code, on).ok());
    let hint = by_name.map(|life| format!("; {} is {}", life.name(on), life.code));
    let only = || match missing {
        NoMunicipality::Ended { successors, .. } if successors.len() == 1 => {
            register.get(successors[0].code, on).ok()
        }
        NoMunicipality::NotYet { predecessors, .. } if predecessors.len() == 1 => {
            register.get(predecessors[0].code, on).ok()
        }
        _ => None,
    };
    Unclear {
        what: format!("{missing}{}", hint.unwrap_or_default()),
        proposal: by_name.or_else(only).map(|life| life.code),
    }
}

/// A name beside a code has to be one that the code bore or goes by. A name
/// that nobody bears is let pass: the code says it.
fn check_name(
    register: &Register,
    code: MunicipalityCode,
    name: &str,
    on: Date,
) -> Result<(), Unclear> {
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
        [other, ..] => Err(format!(
            "{code} is {own}, and the row calls it `{name}`, which is {}; correct one of them",
            other.code
        )
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
    use crate::domain::lineage::Succession;

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
        understand(&register(), given, None, ON, Former::Successor)
            .map(|read| (read.code.to_string(), read.notice))
            .map_err(|unclear| unclear.what)
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
            "no municipality is called `Almeer`; is it GM0034 (Almere)?"
        );
        let unclear = understand(&register(), "Almeer", None, ON, Former::Successor).unwrap_err();
        assert_eq!(unclear.proposal, Some(gm("GM0034")));
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
        let refused = understand(&register(), "GM0370", None, ON, Former::Refused).unwrap_err();
        assert_eq!(refused.proposal, Some(gm("GM0439")));
        assert_eq!(
            refused.what,
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
    fn a_name_that_belongs_to_another_code_is_refused() {
        let check = |given, name| {
            understand(&register(), given, Some(name), ON, Former::Successor)
                .map(|read| read.code)
                .map_err(|unclear| unclear.what)
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
