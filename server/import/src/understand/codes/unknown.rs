//! What a name may be that is no municipality of the date.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use domain::message::{List, Message, PlaceMessage};
use domain::places::code::MunicipalityCode;
use domain::places::gazetteer::{former_by_name, place};
use domain::places::name_key::{fold, without_qualifier};
use domain::places::provinces::{lies_in, names_province};
use domain::places::register::{MunicipalityLife, Register};

/// What a name may be that no municipality on record bears. What only looks
/// alike is a question and never a proposal: one click would put the figure of
/// one municipality on another.
pub(super) fn unknown_name(register: &Register, name: &str, on: Date) -> Message {
    let ended = former_by_name(name).into_iter().map(Message::from);
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
        return place_in(register, given, &lies, on).into();
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

/// Where a place lies: the list of places is of today.
fn place_in(
    register: &Register,
    given: String,
    lies: &[MunicipalityCode],
    date: Date,
) -> PlaceMessage {
    let named = |life: &MunicipalityLife| format!("{} ({})", life.code, life.name(date));
    let municipalities: List = lies
        .iter()
        .map(|code| register.find(*code).map_or_else(|| code.to_string(), named))
        .collect();
    let before = lies.iter().map(|code| register.ancestors(*code, date));
    let before: BTreeMap<_, _> = before.flatten().map(|life| (life.code, life)).collect();
    let is_as_today = before.keys().eq(lies.iter().collect::<BTreeSet<_>>());
    if is_as_today || before.is_empty() {
        PlaceMessage::PlaceIn {
            given,
            municipalities,
        }
    } else {
        PlaceMessage::PlaceInToday {
            given,
            municipalities,
            date,
            before: before.into_values().map(named).collect(),
        }
    }
}

/// The one living municipality whose name differs in one letter, or in two of
/// a longer name. What is between brackets does not make names alike, and a
/// province there makes those of others unlike.
fn look_alike<'a>(
    register: &'a Register,
    name: &str,
    on: Date,
) -> Option<(&'a MunicipalityLife, usize)> {
    let given = fold(without_qualifier(name));
    let within = name.rsplit_once('(').map(|(_, within)| within);
    let within = within.filter(|within| names_province(within));
    let length = given.chars().count();
    let most = match length {
        0..=4 => return None,
        5..=8 => 1,
        _ => 2,
    };
    let mut found: Vec<(usize, &MunicipalityLife)> = register
        .lives()
        .filter(|life| life.contains(on))
        .filter(|life| within.is_none_or(|within| lies_in(life.code, within)))
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

pub(super) fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}
