//! Names and codes of areas that are no municipality, or none any more: the
//! shipped lists of former municipalities, places of residence and provinces.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::code::MunicipalityCode;
use super::name_key::fold;
use crate::domain::message::{Message, PlaceMessage};

/// A municipality that ended, and where it lies today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerMunicipality {
    /// Its code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: &'static str,
    /// The day after its last.
    pub to: Date,
    /// The municipalities in which it lies today.
    pub today: Vec<(MunicipalityCode, &'static str)>,
    key: String,
}

impl From<&FormerMunicipality> for Message {
    fn from(former: &FormerMunicipality) -> Self {
        let (code, name, ended) = (former.code, former.name.to_owned(), former.to);
        Self::Place(match former.today.as_slice() {
            [] => PlaceMessage::CodeEnded { code, name, ended },
            today => PlaceMessage::CodeFormer {
                code,
                name,
                ended,
                today: today
                    .iter()
                    .map(|(code, name)| format!("{code} ({name})"))
                    .collect(),
            },
        })
    }
}

static FORMER: LazyLock<Vec<FormerMunicipality>> = LazyLock::new(|| {
    let mut all: Vec<FormerMunicipality> = Vec::new();
    for row in rows(geodata::data::FORMER_MUNICIPALITIES) {
        let [code, name, _, to, today, name_today, ..] = row.as_slice() else {
            continue;
        };
        let (Ok(code), Ok(to), today) = (code.parse(), to.parse(), today.parse()) else {
            continue;
        };
        let today = today.ok().map(|code| (code, *name_today));
        match all.iter_mut().find(|former| former.code == code) {
            Some(former) => former.today.extend(today),
            None => all.push(FormerMunicipality {
                code,
                name,
                to,
                today: today.into_iter().collect(),
                key: key(name),
            }),
        }
    }
    all
});

/// A name of a place that is no municipality, in one of them since 2023.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Whether it is an official place of residence, and no neighbourhood or
    /// hamlet.
    pub is_official: bool,
    key: String,
}

/// Ordered by their keys.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let rows = rows(geodata::data::PLACES);
    let mut all: Vec<Place> = rows
        .filter_map(|row| {
            let [_, name, code, .., kind] = row.as_slice() else {
                return None;
            };
            Some(Place {
                name,
                code: code.parse().ok()?,
                is_official: *kind == "PLACE",
                key: key(name),
            })
        })
        .collect();
    all.sort_by(|one, other| (&one.key, !one.is_official).cmp(&(&other.key, !other.is_official)));
    all
});

/// The municipalities and the localities of each postcode, by its number. One
/// that crosses a boundary has several.
static POSTCODES: LazyLock<HashMap<u16, Vec<(MunicipalityCode, &'static str)>>> =
    LazyLock::new(|| {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows(geodata::data::POSTCODES) {
            let [number, code, locality, ..] = row.as_slice() else {
                continue;
            };
            if let (Ok(number), Ok(code)) = (number.parse(), code.parse()) {
                all.entry(number).or_default().push((code, *locality));
            }
        }
        all
    });

/// The province of each code, as far as it is known.
static PROVINCES: LazyLock<HashMap<MunicipalityCode, &'static str>> = LazyLock::new(|| {
    let rows = rows(geodata::data::MEMBERSHIP);
    let of_province = rows.filter_map(|row| match row.as_slice() {
        [_, code, .., "provincie", region] => Some((code.parse().ok()?, *region)),
        _ => None,
    });
    of_province.collect()
});

/// The cells of the rows of a shipped file; a name with a comma in it is two of
/// them, which does not matter to what is read here.
fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = file.lines().skip(1);
    lines.map(|line| line.trim_end().split(',').collect())
}

fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The municipality that bore a code and ended, before the first boundaries too.
#[must_use]
pub fn former(code: MunicipalityCode) -> Option<&'static FormerMunicipality> {
    FORMER.iter().find(|former| former.code == code)
}

/// The municipalities of this name that ended.
pub fn former_by_name(name: &str) -> impl Iterator<Item = &'static FormerMunicipality> {
    let key = key(name);
    FORMER.iter().filter(move |former| former.key == key)
}

/// The municipalities in which places of residence of this name lie, since 2023,
/// each once.
#[must_use]
pub fn place(name: &str) -> Vec<MunicipalityCode> {
    let key = key(name);
    let mut codes = Vec::new();
    for (is_whole, place) in places_from(&key) {
        if is_whole && place.is_official && !codes.contains(&place.code) {
            codes.push(place.code);
        }
    }
    codes
}

/// The places whose name begins so, those of the very name first, and whether
/// each is of the very name; neighbourhoods and hamlets too.
pub fn places_from(name: &str) -> impl Iterator<Item = (bool, &'static Place)> {
    let key = key(name);
    let from = PLACES.partition_point(|place| place.key < key);
    PLACES[from..].iter().map_while(move |place| {
        let begins = !key.is_empty() && place.key.starts_with(&key);
        begins.then(|| (place.key == key, place))
    })
}

/// The places whose name differs from this one in so many letters at the most.
pub fn places_like(name: &str, most: usize) -> impl Iterator<Item = (usize, &'static Place)> {
    let key = key(name);
    PLACES.iter().filter_map(move |place| {
        if place.key.len().abs_diff(key.len()) > most * 4 {
            return None;
        }
        let distance = strsim::osa_distance(&place.key, &key);
        (distance <= most).then_some((distance, place))
    })
}

/// The municipalities in which the localities of a four-digit postcode lie, each
/// with the locality; nothing where that is not known beyond doubt.
#[must_use]
pub fn postcode(number: u16) -> &'static [(MunicipalityCode, &'static str)] {
    POSTCODES.get(&number).map_or(&[], Vec::as_slice)
}

/// How each province is named, and its short forms; with `(PV)` beside it where
/// a municipality has the same name.
const PROVINCE_NAMES: [(&str, &str, &[&str]); 12] = [
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

/// Whether a municipality lies in the province that a qualifier names, such as
/// `NH.` or `Overijssel`. Unknown provinces and qualifiers are no.
#[must_use]
pub fn lies_in(code: MunicipalityCode, qualifier: &str) -> bool {
    let qualifier = fold(qualifier);
    let named = PROVINCE_NAMES
        .iter()
        .find(|(_, name, short)| fold(name) == qualifier || short.contains(&qualifier.as_str()));
    let province = PROVINCES.get(&code);
    named.is_some_and(|(named, ..)| province == Some(named))
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
}

impl LargerArea {
    /// The word for it in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Country => "COUNTRY",
            Self::Province => "PROVINCE",
            Self::Region => "REGION",
        }
    }
}

/// The wider area that a code or a name means, as Statistics Netherlands writes
/// them; nothing when it can mean a municipality.
#[must_use]
pub fn wider(text: &str) -> Option<LargerArea> {
    let text = text.trim();
    let letters = text.get(..2).filter(|_| text.len() >= 4 && text.is_ascii());
    if let Some(letters) = letters
        && text[2..].bytes().all(|byte| byte.is_ascii_digit())
    {
        return match letters.to_ascii_uppercase().as_str() {
            "NL" => Some(LargerArea::Country),
            "PV" => Some(LargerArea::Province),
            "LD" | "CR" | "VR" | "GG" | "AM" | "JZ" | "RM" | "PE" | "RP" | "WA" | "KK" => {
                Some(LargerArea::Region)
            }
            _ => None,
        };
    }
    if let Some((_, of)) = text.rsplit_once('(') {
        return match fold(of).as_str() {
            "pv" | "provincie" => Some(LargerArea::Province),
            "ld" | "landsdeel" | "cr" | "corop" | "regio" | "vr" => Some(LargerArea::Region),
            _ => None,
        };
    }
    let folded = fold(text);
    let bare = folded.strip_prefix("provincie ");
    let is_province = |name: &str| {
        let names = PROVINCE_NAMES.iter();
        names.clone().any(|(_, province, _)| fold(province) == name) || name == "friesland"
    };
    // Groningen and Utrecht are municipalities as well.
    let is_shared = matches!(folded.as_str(), "groningen" | "utrecht");
    match folded.as_str() {
        "nederland" | "heel nederland" | "totaal" | "totaal nederland" | "the netherlands" => {
            Some(LargerArea::Country)
        }
        _ if bare.is_some_and(is_province) || (is_province(&folded) && !is_shared) => {
            Some(LargerArea::Province)
        }
        "noord nederland" | "oost nederland" | "west nederland" | "zuid nederland" => {
            Some(LargerArea::Region)
        }
        _ => None,
    }
}

/// The names that may be meant by what somebody wrote: without what says that it
/// is a municipality, with abbreviations written out, and with the province apart.
#[must_use]
pub fn forms(name: &str) -> Vec<(String, Option<String>)> {
    let trimmed = name.trim();
    let mut bare = vec![(fold(trimmed), None)];
    if let Some((before, within)) = trimmed.rsplit_once('(') {
        let within = fold(within);
        if matches!(within.as_str(), "gemeente" | "gem" | "gm" | "g") {
            bare.push((fold(before), None));
        } else {
            bare.push((fold(before), Some(within)));
        }
    }
    for (text, province) in bare.clone() {
        for before in ["gemeente ", "gem ", "municipality of "] {
            if let Some(rest) = text.strip_prefix(before) {
                bare.push((rest.to_owned(), province.clone()));
            }
        }
        if let Some(rest) = text.strip_suffix(" gemeente") {
            bare.push((rest.to_owned(), province.clone()));
        }
    }
    let mut forms = bare.clone();
    for (text, province) in bare {
        for (short, long) in [
            (" a d ", " aan den "),
            (" a d ", " aan de "),
            (" ad ", " aan den "),
            (" ad ", " aan de "),
            (" a den ", " aan den "),
            (" a de ", " aan de "),
        ] {
            if text.contains(short) {
                forms.push((text.replace(short, long), province.clone()));
            }
        }
        // `Hengelo Overijssel`, `Laren NH`.
        if province.is_none()
            && let Some((before, last)) = text.rsplit_once(' ')
        {
            forms.push((before.to_owned(), Some(last.to_owned())));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gm(code: &str) -> MunicipalityCode {
        code.parse().unwrap()
    }

    #[test]
    fn former_municipalities_are_known_with_where_they_lie() {
        let hengelo = former(gm("GM0248")).unwrap();
        assert_eq!(
            Message::from(hengelo).to_string(),
            "`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)"
        );
        assert_eq!(former_by_name("de friese meren").count(), 1);
        let haaren = former_by_name("Haaren").next().unwrap();
        assert_eq!(haaren.today.len(), 4);
        assert_eq!(FORMER.len(), 189);
    }

    #[test]
    fn places_are_known_with_the_municipality_in_which_they_lie() {
        assert_eq!(place("Hoofddorp"), [gm("GM0394")]);
        assert!(place("Beek").len() > 1);
        assert!(place("Atlantis").is_empty());
        let official = PLACES.iter().filter(|place| place.is_official);
        assert_eq!((official.count(), PLACES.len()), (2_501, 2_980));
        assert!(places_from("Hoofdd").any(|(_, place)| place.name == "Hoofddorp"));
        assert!(places_from("").next().is_none());
        assert_eq!(postcode(1509), [(gm("GM0479"), "Zaandam")]);
        assert!(postcode(1000).is_empty());
        // One row of the published file is cut off, and read over.
        assert_eq!(POSTCODES.values().map(Vec::len).sum::<usize>(), 3_920);
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
