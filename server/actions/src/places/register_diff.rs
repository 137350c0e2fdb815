//! Codes and names of an edition beside those on record.

use std::collections::BTreeMap;

use crate::Refusal;
use domain::facts::{Area, Edition};
use domain::message::{List, OutlineMessage};

/// So many areas may have the same wrong before they are told as one.
const MOST_ALIKE: usize = 3;
/// The areas that are named of those.
const MOST_NAMED: usize = 5;

/// What differs from the codes and names on record, by row of the new areas;
/// what is missing has none, and what is wrong with many.
pub(crate) fn differences(known: &Edition, edition: &Edition) -> Vec<Refusal> {
    let mut missing: BTreeMap<_, _> = known.areas.iter().map(|area| (area.code, area)).collect();
    let (mut new, mut renamed) = (Vec::new(), Vec::new());
    for (row, area) in edition.areas.iter().enumerate() {
        match missing.remove(&area.code) {
            None => new.push((row, area)),
            Some(old) if old.name != area.name => renamed.push((row, area, old)),
            Some(_) => {}
        }
    }
    let named = |area: &Area| format!("{} ({})", area.code, area.name);
    let (date, mut refusals) = (edition.date, Vec::new());
    if new.len() > MOST_ALIKE {
        let areas = List::first(MOST_NAMED, new.iter().map(|(_, area)| named(area)));
        let count = new.len();
        let new = OutlineMessage::AreasNew { count, areas, date };
        refusals.push(Refusal::of_all("code", new));
    } else {
        refusals.extend(new.into_iter().map(|(row, area)| {
            let (code, name) = (area.code, area.name.to_string());
            Refusal::new(row, "code", OutlineMessage::AreaNew { code, name, date })
        }));
    }
    if renamed.len() > MOST_ALIKE {
        let both =
            |area: &Area, old: &Area| format!("{} `{}`, `{}`", area.code, area.name, old.name);
        let both = renamed.iter().map(|(_, area, old)| both(area, old));
        let areas = List::first(MOST_NAMED, both);
        let count = renamed.len();
        let renamed = OutlineMessage::AreasRenamed { count, areas };
        refusals.push(Refusal::of_all("name", renamed));
    } else {
        refusals.extend(renamed.into_iter().map(|(row, area, old)| {
            let (code, name) = (area.code, area.name.to_string());
            let known = old.name.to_string();
            let renamed = OutlineMessage::AreaRenamed { code, name, known };
            Refusal::new(row, "name", renamed)
        }));
    }
    if missing.len() > MOST_ALIKE {
        let areas = List::first(MOST_NAMED, missing.values().map(|area| named(area)));
        let count = missing.len();
        let missing = OutlineMessage::AreasMissing { count, areas };
        refusals.push(Refusal::of_all("code", missing));
    } else {
        refusals.extend(missing.into_values().map(|area| {
            let (code, name) = (area.code, area.name.to_string());
            Refusal::of_all("code", OutlineMessage::AreaMissing { code, name })
        }));
    }
    refusals
}

#[cfg(test)]
mod tests {
    use geodata::Crs;
    use jiff::civil::date;

    use super::*;

    fn edition(areas: &[(&str, &str)]) -> Edition {
        let area = |(code, name): &(&str, &str)| Area {
            code: code.parse().unwrap(),
            name: (*name).into(),
            geometry: String::new(),
        };
        Edition {
            date: date(2022, 1, 1),
            crs: Crs::RdNew,
            source: "test".to_owned(),
            areas: areas.iter().map(area).collect(),
        }
    }

    #[test]
    fn every_difference_with_the_record_is_told() {
        let known = edition(&[("GM0001", "Aa"), ("GM0002", "Be"), ("GM0003", "Ce")]);
        let new = edition(&[("GM0001", "Aa"), ("GM0002", "Bee"), ("GM0004", "De")]);
        let told: Vec<_> = differences(&known, &new)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            told,
            [
                "row 3 (code): GM0004 (De) did not exist on 2022-01-01; \
                 leave it out or give the date on which it began",
                "row 2 (name): GM0002 is called `Bee` here and `Be` on record; write the name on record",
                "(code): GM0003 (Ce) is missing; add its outline",
            ]
        );
    }

    #[test]
    fn what_is_alike_in_many_is_told_once() {
        let codes = ["GM0001", "GM0002", "GM0003", "GM0004", "GM0005", "GM0006"];
        let known: Vec<_> = codes.iter().map(|code| (*code, "Aa")).collect();
        let upper: Vec<_> = codes.iter().map(|code| (*code, "AA")).collect();
        let told = |new: &Edition| {
            let told = differences(&edition(&known), new);
            told.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            told(&edition(&[])),
            [
                "(code): 6 municipalities are missing: GM0001 (Aa), GM0002 (Aa), GM0003 (Aa), \
                 GM0004 (Aa), GM0005 (Aa) and 1 more; add their outlines"
            ]
        );
        let renamed = told(&edition(&upper));
        assert_eq!(renamed.len(), 1, "{renamed:?}");
        assert!(renamed[0].contains("6 municipalities are called otherwise"));
    }
}
