//! What follows from boundaries after others, by rules of thumb that an
//! administrator looks at before they are on record.

use std::collections::BTreeMap;

use geodata::Boundaries;
use geodata::gaps::{displacements, gaps, partings};
use geodata::overlay::{AreaShare, moved_borders};

use crate::WriteOutcome;
use domain::facts::{Area, Edition, PopulationFigure};
use domain::message::{List, Message, OutlineMessage, Tenths};
use domain::places::code::MunicipalityCode;
use domain::places::lineage::Succession;
use domain::record::field_diff::FieldDiff;

/// By area of the later edition, what it is beside the earlier one.
#[derive(Debug, Default)]
pub(crate) struct BoundaryDiff {
    pub(crate) outcomes: Vec<WriteOutcome>,
    pub(crate) differences: Vec<Vec<FieldDiff>>,
    pub(crate) remarks: Vec<Vec<Message>>,
}

fn find(edition: &Edition, code: MunicipalityCode) -> Option<&Area> {
    let place = edition
        .areas
        .binary_search_by_key(&code, |area| area.code)
        .ok()?;
    Some(&edition.areas[place])
}

/// Compares the areas of two editions by code.
pub(crate) fn compare(
    (last, old): (&Edition, &Boundaries),
    (edition, new): (&Edition, &Boundaries),
    successions: &[Succession],
) -> BoundaryDiff {
    let moved = moved_borders(old, new);
    let mut compared = BoundaryDiff::default();
    for area in &edition.areas {
        let before = find(last, area.code);
        let received: Vec<_> = successions.iter().filter(|s| s.to == area.code).collect();
        let mut remarks: Vec<Message> = received
            .iter()
            .map(|s| tell_succession(s, before.is_some(), successions))
            .collect();
        let code = area.code.to_string();
        let lost = moved.iter().filter(|share| share.from == code);
        remarks.extend(lost.map(|share| told_of_border(share, edition)));
        let gained = moved.iter().filter(|share| share.to == code);
        remarks.extend(gained.map(|share| told_of_gain(share, last)));
        let mut differences = Vec::new();
        if before.is_none_or(|before| before.name != area.name) {
            differences.push(FieldDiff {
                field: "name",
                before: before.map(|before| before.name.to_string()),
                after: Some(area.name.to_string()),
            });
        }
        compared.outcomes.push(match before {
            None => WriteOutcome::New,
            Some(_) if remarks.is_empty() && differences.is_empty() => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        });
        if before.is_none() && received.is_empty() {
            remarks.push(OutlineMessage::NothingWentInto.into());
        }
        compared.differences.push(differences);
        compared.remarks.push(remarks);
    }
    compared
}

/// What a succession is, among all of them.
#[must_use]
pub fn tell_succession(
    succession: &Succession,
    receiver_stays: bool,
    all: &[Succession],
) -> Message {
    let (from, to) = (succession.from, succession.to);
    let from_name = succession.from_name.to_string();
    let to_name = succession.to_name.to_string();
    let percent = Tenths::from(succession.area_share * 100.0);
    let rest = rest_of(succession, all);
    let is_whole = succession.is_whole();
    let message = match (is_whole, receiver_stays) {
        (true, false) if !rest.items.is_empty() => OutlineMessage::GoesMostlyNew {
            percent,
            from,
            from_name,
            to,
            to_name,
            rest,
        },
        (true, true) if !rest.items.is_empty() => OutlineMessage::GoesMostlyKept {
            percent,
            from,
            from_name,
            to,
            to_name,
            rest,
        },
        (true, false) => OutlineMessage::GoesWhollyNew {
            from,
            from_name,
            to,
            to_name,
        },
        (true, true) => OutlineMessage::GoesWhollyKept {
            from,
            from_name,
            to,
            to_name,
        },
        (false, false) => OutlineMessage::GoesPartlyNew {
            percent,
            from,
            from_name,
            to,
            to_name,
        },
        (false, true) => OutlineMessage::GoesPartlyKept {
            percent,
            from,
            from_name,
            to,
            to_name,
        },
    };
    message.into()
}

/// Where the parts of an ended municipality go that do not go this way.
fn rest_of(succession: &Succession, all: &[Succession]) -> List {
    let others = all
        .iter()
        .filter(|other| other.from == succession.from && other.to != succession.to);
    let named = |s: &Succession| {
        let percent = f64::from(Tenths::from(s.area_share * 100.0));
        format!("{} ({}, {percent} %)", s.to_name, s.to)
    };
    others.map(named).collect()
}

fn told_of_gain(share: &AreaShare, last: &Edition) -> Message {
    let percent = Tenths::from(share.share * 100.0);
    let from = name_and_code(&share.from, last);
    OutlineMessage::BorderGained { percent, from }.into()
}

/// `Utrecht (GM0344)`; the code alone of one that an edition does not have.
fn name_and_code(code: &str, edition: &Edition) -> String {
    let area = code.parse().ok().and_then(|code| find(edition, code));
    area.map_or_else(
        || code.to_owned(),
        |area| format!("{} ({})", area.name, area.code),
    )
}

/// The places that are named of those where something is amiss.
const MOST_PLACES: usize = 5;

/// Where neighbours do not meet, and how far outlines moved; of a first edition
/// only the former.
pub(crate) fn drawing(
    old: Option<&Boundaries>,
    new: &Boundaries,
) -> (Vec<Message>, BTreeMap<String, Tenths>) {
    let mut told: Vec<Message> = Vec::new();
    let gaps = gaps(old, new);
    if !gaps.is_empty() {
        let places = gaps.iter().map(|gap| {
            let (x, y) = gap.place;
            let codes = gap.codes.join(" + ");
            format!("{codes} ({x:.5}, {y:.5}), {:.0} m²", gap.square_metres)
        });
        let all: f64 = gaps.iter().map(|gap| gap.square_metres).sum();
        let apart = OutlineMessage::AreasApart {
            count: gaps.len(),
            square_metres: whole(all),
            places: List::first(MOST_PLACES, places),
        };
        told.push(apart.into());
    }
    let Some(old) = old else {
        return (told, BTreeMap::new());
    };
    let parted = partings(old, new);
    if !parted.is_empty() {
        let places = parted.iter().map(|parting| {
            let ((one, other), (x, y)) = (&parting.codes, parting.place);
            format!("{one} + {other} ({x:.5}, {y:.5}), {:.1} m", parting.metres)
        });
        let parted = OutlineMessage::NeighboursParted {
            count: parted.len(),
            places: List::first(MOST_PLACES, places),
        };
        told.push(parted.into());
    }
    let moved = displacements(old, new);
    let farthest = moved.iter().max_by(|a, b| a.metres.total_cmp(&b.metres));
    if let Some(farthest) = farthest {
        let name = new.index_of(&farthest.code).map(|area| new.name(area));
        let moved = OutlineMessage::OutlinesMoved {
            count: moved.len(),
            code: farthest.code.clone(),
            name: name.unwrap_or_default().to_owned(),
            metres: farthest.metres.into(),
        };
        told.push(moved.into());
    }
    let metres = moved
        .into_iter()
        .map(|moved| (moved.code, moved.metres.into()));
    (told, metres.collect())
}

/// Rounded to a whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no area of the country is negative, or too large"
)]
fn whole(number: f64) -> usize {
    number.round() as usize
}

fn told_of_border(share: &AreaShare, edition: &Edition) -> Message {
    let percent = Tenths::from(share.share * 100.0);
    let to = name_and_code(&share.to, edition);
    OutlineMessage::BorderMoved { percent, to }.into()
}

/// Those that ended without going anywhere, and shares that do not add up.
pub(crate) fn unaccounted(
    last: &Edition,
    edition: &Edition,
    successions: &[Succession],
) -> Vec<Message> {
    let ended = last
        .areas
        .iter()
        .filter(|area| find(edition, area.code).is_none());
    let told = ended.filter_map(|area| {
        let shares = successions.iter().filter(|s| s.from == area.code);
        // The sum of nothing would be -0.
        let share = shares.fold(0.0, |sum, s| sum + s.area_share);
        (!(0.9..1.1).contains(&share)).then(|| {
            let message = OutlineMessage::AreaUnaccounted {
                code: area.code,
                name: area.name.to_string(),
                percent: Tenths::from((share * 100.0).round()),
            };
            message.into()
        })
    });
    told.collect()
}

/// The inhabitants of those that are new or grew, where they are the sum of
/// those that went wholly into them; and of whom they cannot be told.
pub(crate) fn inhabitants(
    known: &[PopulationFigure],
    last: &Edition,
    edition: &Edition,
    successions: &[Succession],
) -> (Vec<PopulationFigure>, Vec<Message>) {
    let mut latest: BTreeMap<MunicipalityCode, &PopulationFigure> = BTreeMap::new();
    for figure in known {
        let of_code = latest.entry(figure.code).or_insert(figure);
        let age = |figure: &PopulationFigure| (figure.boundary_date, figure.reference_date);
        if figure.boundary_date <= last.date && age(of_code) <= age(figure) {
            *of_code = figure;
        }
    }
    let (mut figures, mut unknown) = (Vec::new(), Vec::new());
    for area in &edition.areas {
        let received: Vec<_> = successions.iter().filter(|s| s.to == area.code).collect();
        if received.is_empty() {
            continue;
        }
        let stays = find(last, area.code).map(|before| before.code);
        let parts = received.iter().map(|s| s.from).chain(stays);
        let parts: Option<Vec<_>> = parts.map(|code| latest.get(&code).copied()).collect();
        let whole = received.iter().all(|s| s.is_whole());
        let Some(parts) = parts.filter(|_| whole) else {
            let message = OutlineMessage::InhabitantsUnknown {
                code: area.code,
                name: area.name.to_string(),
            };
            unknown.push(message.into());
            continue;
        };
        let codes: Vec<_> = parts.iter().map(|part| part.code.to_string()).collect();
        let split: Vec<&Succession> = received
            .iter()
            .copied()
            .filter(|s| !rest_of(s, successions).items.is_empty())
            .collect();
        if !split.is_empty() {
            let part = |s: &&Succession| {
                let percent = f64::from(Tenths::from(s.area_share * 100.0));
                format!("{percent} % {} ({})", s.from_name, s.from)
            };
            let message = OutlineMessage::InhabitantsInexact {
                code: area.code,
                name: area.name.to_string(),
                parts: split.iter().map(part).collect(),
            };
            unknown.push(message.into());
        }
        let about = if split.is_empty() { "" } else { "about the " };
        let reference_date = parts.iter().map(|part| part.reference_date).min();
        figures.push(PopulationFigure {
            boundary_date: edition.date,
            code: area.code,
            inhabitants: parts.iter().map(|part| part.inhabitants).sum(),
            reference_date: reference_date.unwrap_or(edition.date),
            source: format!("{about}sum of {}", codes.join(" and ")).into(),
        });
    }
    (figures, unknown)
}

#[cfg(test)]
mod tests;
