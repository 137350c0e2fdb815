//! Places of residence, postcodes and municipalities that ended before the first
//! boundaries: they lead to the municipality in which they lay on the date.

use jiff::civil::{Date, date};

use super::score::FUZZY;
use super::{Found, Hit, HitReason};
use crate::core::view::View;
use domain::places::code::MunicipalityCode;
use domain::places::gazetteer::{
    Place, former_by_name, places_from, places_like, position_of, postcode,
};
use domain::places::name_key::fold;
use domain::places::provinces::{lies_in, names_province};

/// The shortest beginning by which places are looked for, in characters.
const SHORTEST_PLACE: usize = 3;
/// From when on places lie in the municipalities of the shipped lists.
const LISTED: Date = date(2023, 1, 1);

/// The number of a Dutch postcode, with its letters or without.
fn postcode_in(text: &str) -> Option<u16> {
    let text = text.trim();
    let (digits, letters) = (text.get(..4)?, text.get(4..)?.trim_start());
    let is_postcode = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && (letters.is_empty()
            || (letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic())));
    is_postcode.then(|| digits.parse().ok()).flatten()
}

/// Where something lay on the date of a view.
struct Whereabouts {
    positions: Vec<usize>,
    /// Whether it is that one; otherwise it may have been any of them.
    is_known: bool,
}

impl View {
    /// Where something lay on the date that lies in the municipality since 2023:
    /// there if nothing went into it since, else where its position lay.
    fn whereabouts(&self, code: MunicipalityCode, at: Option<(f64, f64)>) -> Whereabouts {
        let lineage = self.index().lineage();
        let date = self.as_of().date();
        let codes = if date < LISTED {
            lineage.ancestors(code, date, LISTED)
        } else {
            lineage.heirs(code, date)
        };
        let positions: Vec<usize> = codes.iter().filter_map(|code| self.find(*code)).collect();
        let located = at.filter(|_| positions.len() > 1);
        let located = located.and_then(|(longitude, latitude)| self.locate(longitude, latitude));
        match located.filter(|located| positions.contains(located)) {
            Some(located) => Whereabouts {
                positions: vec![located],
                is_known: true,
            },
            None => Whereabouts {
                is_known: positions.len() == 1,
                positions,
            },
        }
    }

    /// Adds a hit for each municipality in which something may have lain.
    fn add_whereabouts(
        &self,
        (code, at): (MunicipalityCode, Option<(f64, f64)>),
        score: (u8, usize),
        found: &mut Found,
        hit: impl Fn(usize) -> Hit,
    ) {
        let Whereabouts {
            positions,
            is_known,
        } = self.whereabouts(code, at);
        for position in positions {
            let hit = hit(position);
            if is_known {
                found.add(score, hit);
            } else {
                let reason = HitReason::Fuzzy;
                found.add((score.0, score.1 + 1), Hit { reason, ..hit });
            }
        }
    }

    /// Municipalities that ended before the first boundaries: they lead to where
    /// they lie.
    pub(super) fn add_former(&self, wanted: &str, qualifier: Option<&str>, found: &mut Found) {
        for former in former_by_name(wanted) {
            if self.index().lineage().find_life(former.code).is_some() {
                continue;
            }
            let within = qualifier.filter(|within| names_province(within));
            let today = former.today.iter().map(|(code, _)| code);
            for code in today.filter(|code| within.is_none_or(|within| lies_in(**code, within))) {
                self.add_whereabouts((*code, None), (0, 2), found, |position| Hit {
                    position,
                    matched: former.name.to_owned(),
                    reason: HitReason::FormerName,
                    since: Some(former.to),
                });
            }
        }
    }

    /// Places of the name, or whose name begins so.
    pub(super) fn add_places(&self, wanted: &str, qualifier: Option<&str>, found: &mut Found) {
        if wanted.chars().count() < SHORTEST_PLACE {
            return;
        }
        for (is_whole, place) in places_from(wanted) {
            let is_meant = qualifier.is_none_or(|within| is_whole && lies_in(place.code, within));
            if is_meant {
                let kind = if is_whole { 0 } else { 2 };
                let rank = if place.is_official { 3 } else { 4 };
                self.add_place(place, (kind, rank), found, HitReason::Place);
            }
        }
    }

    fn add_place(&self, place: &Place, score: (u8, usize), found: &mut Found, reason: HitReason) {
        self.add_whereabouts((place.code, place.position), score, found, |position| Hit {
            position,
            matched: place.name.to_owned(),
            reason,
            since: None,
        });
    }

    /// What the place may be of which a letter or two are wrong.
    pub(super) fn add_similar_places(&self, text: &str, found: &mut Found) {
        let most = match fold(text).chars().count() {
            0..=5 => return,
            6..=9 => 1,
            _ => 2,
        };
        for (distance, place) in places_like(text, most) {
            self.add_place(place, (FUZZY, distance * 2 + 1), found, HitReason::Fuzzy);
        }
    }

    /// `1509` and `1509 AB`: where the locality of the postcode lies.
    pub(super) fn add_postcode(&self, text: &str, found: &mut Found) {
        let Some(number) = postcode_in(text) else {
            return;
        };
        for (code, locality) in postcode(number) {
            let at = position_of(locality, *code);
            self.add_whereabouts((*code, at), (0, 1), found, |position| Hit {
                position,
                matched: format!("{number} {locality}"),
                reason: HitReason::Postcode,
                since: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_four_digits_with_two_letters_or_without() {
        for (text, number) in [
            ("1509", Some(1509)),
            ("1509 AB", Some(1509)),
            ("1509ab ", Some(1509)),
            ("0344", None),
            ("150", None),
            ("1509 A", None),
            ("1509 ABC", None),
            ("15095", None),
            ("GM1509", None),
            ("éé09", None),
        ] {
            assert_eq!(postcode_in(text), number, "{text}");
        }
    }
}
