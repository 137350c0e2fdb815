//! Municipalities that are none any more, places of residence and postcodes: the
//! shipped lists.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::code::MunicipalityCode;
use super::data_file::rows;
use super::name_forms::forms;
use super::name_key::fold;
use super::provinces::{lies_in, names_province, short_forms};
use crate::message::{Message, PlaceMessage};

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
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Whether it is an official place of residence, and no neighbourhood or
    /// hamlet.
    pub is_official: bool,
    /// Longitude and latitude, where they are known.
    pub position: Option<(f64, f64)>,
    key: String,
}

/// Ordered by their keys.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let rows = rows(geodata::data::PLACES);
    let mut all: Vec<Place> = rows
        .filter_map(|row| {
            let [_, name, code, .., longitude, latitude, kind] = row.as_slice() else {
                return None;
            };
            let position = longitude.parse().ok().zip(latitude.parse().ok());
            Some(Place {
                name,
                code: code.parse().ok()?,
                is_official: *kind == "PLACE",
                position,
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

fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The municipality that bore a code and ended, before the first boundaries too.
#[must_use]
pub fn former(code: MunicipalityCode) -> Option<&'static FormerMunicipality> {
    FORMER.iter().find(|former| former.code == code)
}

/// The municipalities of this name that ended; of a name with a province those
/// of the province.
#[must_use]
pub fn former_by_name(name: &str) -> Vec<&'static FormerMunicipality> {
    let mut forms = forms(name).into_iter().map(|(name, within)| {
        let (key, within) = (key(&name), within.filter(|within| names_province(within)));
        let is_meant = |former: &&FormerMunicipality| {
            let mut today = former.today.iter();
            let lies = within
                .as_deref()
                .is_none_or(|within| today.any(|(code, _)| lies_in(*code, within)));
            former.key == key && lies
        };
        FORMER.iter().filter(is_meant).collect::<Vec<_>>()
    });
    forms.find(|found| !found.is_empty()).unwrap_or_default()
}

/// The municipalities in which places of residence of this name lie, since 2023,
/// each once; of a name with a province those of the province.
#[must_use]
pub fn place(name: &str) -> Vec<MunicipalityCode> {
    let mut codes = Vec::new();
    for (name, within) in forms(name) {
        let within = within.as_deref().filter(|within| names_province(within));
        let short = within.map_or(&[][..], short_forms);
        let mut names: Vec<_> = short
            .iter()
            .map(|short| format!("{name} {short}"))
            .collect();
        names.push(name);
        for (is_whole, place) in names.iter().flat_map(|name| places_from(name)) {
            let is_meant = within.is_none_or(|within| lies_in(place.code, within));
            if is_whole && is_meant && place.is_official && !codes.contains(&place.code) {
                codes.push(place.code);
            }
        }
        if !codes.is_empty() {
            break;
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

/// The position of the place of this name in a municipality; nothing when it is
/// not known, or there are several.
#[must_use]
pub fn position_of(name: &str, code: MunicipalityCode) -> Option<(f64, f64)> {
    let places = places_from(name);
    let mut meant = places.filter(|(is_whole, place)| *is_whole && place.code == code);
    let (_, place) = meant.next()?;
    place.position.filter(|_| meant.next().is_none())
}

/// The municipalities in which the localities of a four-digit postcode lie, each
/// with the locality; nothing where that is not known beyond doubt.
#[must_use]
pub fn postcode(number: u16) -> &'static [(MunicipalityCode, &'static str)] {
    POSTCODES.get(&number).map_or(&[], Vec::as_slice)
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
        assert_eq!(former_by_name("de friese meren").len(), 1);
        let haaren = former_by_name("Haaren")[0];
        assert_eq!(haaren.today.len(), 4);
        assert_eq!(FORMER.len(), 189);
    }

    #[test]
    fn places_are_known_with_the_municipality_in_which_they_lie() {
        assert_eq!(place("Hoofddorp"), [gm("GM0394")]);
        assert!(place("Beek").len() > 1);
        assert_eq!(place("Laren, Gld."), [gm("GM0262")]);
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
}
