//! Provinces, and other areas that are no municipality.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::code::MunicipalityCode;
use super::data_file::rows;
use super::name_key::fold;

/// The province of each code, as far as it is known.
static PROVINCES: LazyLock<HashMap<MunicipalityCode, &'static str>> = LazyLock::new(|| {
    let rows = rows(geodata::data::MEMBERSHIP);
    let of_province = rows.filter_map(|row| match row.as_slice() {
        [_, code, .., "provincie", region] => Some((code.parse().ok()?, *region)),
        _ => None,
    });
    of_province.collect()
});

/// How each province is named, and its short forms; with `(PV)` beside it where
/// a municipality has the same name.
static PROVINCE_NAMES: [Province; 12] = [
    ("PV20", "Groningen", &["gr", "gn", "gron"]),
    ("PV21", "Fryslân", &["fr", "f", "friesland", "frl"]),
    ("PV22", "Drenthe", &["dr", "d"]),
    ("PV23", "Overijssel", &["o", "ov", "overijssel"]),
    ("PV24", "Flevoland", &["fl", "flev"]),
    ("PV25", "Gelderland", &["gld", "g", "gelderland"]),
    ("PV26", "Utrecht", &["u", "ut", "utr"]),
    ("PV27", "Noord-Holland", &["nh", "n h", "noord holland"]),
    ("PV28", "Zuid-Holland", &["zh", "z h", "zuid holland"]),
    ("PV29", "Zeeland", &["z", "zld", "zeeland"]),
    (
        "PV30",
        "Noord-Brabant",
        &["nb", "n b", "nbr", "noord brabant", "brabant"],
    ),
    ("PV31", "Limburg", &["l", "lb", "limb", "limburg"]),
];

type Province = (&'static str, &'static str, &'static [&'static str]);

/// The province that a qualifier names, such as `NH.` or `Overijssel`.
fn province_of(qualifier: &str) -> Option<&'static Province> {
    let qualifier = fold(qualifier);
    let mut names = PROVINCE_NAMES.iter();
    names.find(|(_, name, short)| fold(name) == qualifier || short.contains(&qualifier.as_str()))
}

/// The short forms of the province that a qualifier names: places of residence
/// have them behind their names, as in `Hengelo Gld`.
#[must_use]
pub fn short_forms(qualifier: &str) -> &'static [&'static str] {
    province_of(qualifier).map_or(&[], |(.., short)| short)
}

/// Whether a qualifier names a province.
#[must_use]
pub fn names_province(qualifier: &str) -> bool {
    province_of(qualifier).is_some()
}

/// Whether a municipality lies in the province that a qualifier names. Unknown
/// provinces and qualifiers are no.
#[must_use]
pub fn lies_in(code: MunicipalityCode, qualifier: &str) -> bool {
    let province = PROVINCES.get(&code);
    province_of(qualifier).is_some_and(|(named, ..)| province == Some(named))
}

/// An area that is no municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LargerArea {
    /// The country as a whole.
    Country,
    /// A province.
    Province,
    /// A part of the country, a COROP area or another region of Statistics
    /// Netherlands.
    Region,
    /// What a table counts nowhere: abroad, unknown, the rest.
    Elsewhere,
}

impl LargerArea {
    /// The word for it in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Country => "COUNTRY",
            Self::Province => "PROVINCE",
            Self::Region => "REGION",
            Self::Elsewhere => "ELSEWHERE",
        }
    }
}

/// The letters of codes of regions, and what Statistics Netherlands writes in
/// brackets behind their names.
const REGION_LETTERS: [&str; 20] = [
    "LD", "CR", "CP", "CS", "VR", "GG", "AM", "JZ", "RM", "PE", "RP", "WA", "KK", "RE", "ZK", "GA",
    "SG", "AR", "UW", "AG",
];
/// What a table calls the rows that belong to no municipality.
const ELSEWHERE: [&str; 16] = [
    "onbekend",
    "gemeente onbekend",
    "onbekende gemeente",
    "overig",
    "overige",
    "overige gemeenten",
    "overige gebieden",
    "niet in te delen",
    "geen opgave",
    "geen gemeente",
    "buitenland",
    "caribisch nederland",
    "bonaire",
    "sint eustatius",
    "saba",
    "unknown",
];

/// The larger area that a code or a name means, as Statistics Netherlands writes
/// them; nothing when it can mean a municipality.
#[must_use]
pub fn wider(text: &str) -> Option<LargerArea> {
    let text = text.trim();
    if let Some(letters) = text.get(..2).filter(|_| text.is_ascii())
        && !text[2..].is_empty()
        && text[2..].bytes().all(|byte| byte.is_ascii_digit())
    {
        let (letters, digits) = (letters.to_ascii_uppercase(), &text[2..]);
        return match letters.as_str() {
            "NL" if digits.starts_with('0') || digits == "1" => Some(LargerArea::Country),
            // Those of Eurostat.
            "NL" => Some(LargerArea::Region),
            "PV" => Some(LargerArea::Province),
            letters if digits.len() > 1 && REGION_LETTERS.contains(&letters) => {
                Some(LargerArea::Region)
            }
            _ => None,
        };
    }
    if let Some((_, of)) = text.rsplit_once('(') {
        let of = fold(of);
        return match of.as_str() {
            "pv" | "prov" | "provincie" => Some(LargerArea::Province),
            "landsdeel" | "corop" | "corop gebied" | "regio" | "veiligheidsregio" => {
                Some(LargerArea::Region)
            }
            "land" => Some(LargerArea::Country),
            _ => {
                let letters = of.to_ascii_uppercase();
                let is_region = REGION_LETTERS.contains(&letters.as_str());
                is_region.then_some(LargerArea::Region)
            }
        };
    }
    let folded = fold(text);
    let bare = folded
        .strip_prefix("provincie ")
        .or_else(|| folded.strip_prefix("prov "));
    let is_province = |name: &str| {
        let names = PROVINCE_NAMES.iter();
        names.clone().any(|(_, province, _)| fold(province) == name) || name == "friesland"
    };
    // Groningen and Utrecht are municipalities as well.
    let is_shared = matches!(folded.as_str(), "groningen" | "utrecht");
    match folded.as_str() {
        "nederland" | "heel nederland" | "totaal" | "totaal nederland" | "nederland totaal"
        | "landelijk" | "total" | "netherlands" | "the netherlands" => Some(LargerArea::Country),
        _ if bare.is_some_and(is_province) || (is_province(&folded) && !is_shared) => {
            Some(LargerArea::Province)
        }
        "noord nederland" | "oost nederland" | "west nederland" | "zuid nederland" => {
            Some(LargerArea::Region)
        }
        name if ELSEWHERE.contains(&name) => Some(LargerArea::Elsewhere),
        name if ["veiligheidsregio ", "regio ", "politieregio ", "ggd regio "]
            .iter()
            .any(|before| name.starts_with(before)) =>
        {
            Some(LargerArea::Region)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gm(code: &str) -> MunicipalityCode {
        code.parse().unwrap()
    }

    #[test]
    fn provinces_and_the_country_are_told_apart_from_municipalities() {
        for (text, expected) in [
            ("NL01", Some(LargerArea::Country)),
            ("Nederland", Some(LargerArea::Country)),
            ("PV20", Some(LargerArea::Province)),
            ("Groningen (PV)", Some(LargerArea::Province)),
            ("provincie Utrecht", Some(LargerArea::Province)),
            ("Noord-Brabant", Some(LargerArea::Province)),
            ("LD01", Some(LargerArea::Region)),
            ("Oost-Groningen (CR)", Some(LargerArea::Region)),
            ("Groningen", None),
            ("Utrecht (gemeente)", None),
            ("Bergen (NH.)", None),
            ("GM0344", None),
            ("0344", None),
        ] {
            assert_eq!(wider(text), expected, "{text}");
        }
    }

    #[test]
    fn a_qualifier_is_held_against_the_province() {
        assert!(lies_in(gm("GM0417"), "NH."));
        assert!(!lies_in(gm("GM0417"), "L."));
        assert!(lies_in(gm("GM0164"), "Overijssel"));
    }
}
