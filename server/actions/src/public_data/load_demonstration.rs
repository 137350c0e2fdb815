//! Invented verdicts for every municipality, to show what the tool does. They
//! are plausible and always the same: more in cities, alike within a platform,
//! growing over the years, here and there unknown or worse than before. Each is
//! marked as invented.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::policy::record_verdicts::write_verdicts;
use crate::{ActionError, NewVerdict, Outcome, Writer};
use domain::clock::Clock;
use domain::dates::Period;
use domain::facts::Facts;
use domain::places::code::MunicipalityCode;
use domain::places::lineage::Lineage;
use domain::policy::rubric::{BuildingBlock, Rubric};
use domain::record::audit::DEMONSTRATION;
use domain::source::Source;
use domain::vocabulary::{AuditAction, Established, Level, Verdict};
use store::{RecordKind, Store};

/// The rounds of invented questionnaires: first day, number of days over which
/// the answers come in, and the share of municipalities that answer.
const ROUNDS: [(Date, i32, f64); 3] = [
    (date(2020, 1, 6), 330, 0.93),
    (date(2022, 4, 1), 420, 0.86),
    (date(2024, 9, 1), 540, 0.78),
];
/// The share of municipalities that never answer.
const NEVER: f64 = 0.05;

/// A municipality, as far as it matters for what is invented about it.
struct DemonstrationMunicipality {
    code: MunicipalityCode,
    life: Period,
    inhabitants: u32,
    platform: String,
}

/// Records an invented verdict for every municipality and building block, in
/// each round in which the municipality answers, in the place of those of the
/// public data: what is invented and what is found do not mix.
pub async fn load_demonstration(store: &Store, clock: Clock) -> Result<Outcome, ActionError> {
    let facts = store.facts().await?;
    let mut verdicts = Vec::new();
    if let Some(rubric) = facts.rubrics.last() {
        for subject in subjects(&facts) {
            verdicts.extend(answers(rubric, &subject, clock.today()));
        }
    }
    let writer = Writer::new(store, DEMONSTRATION, clock);
    let mut change = writer.begin(AuditAction::RecordVerdicts).await?;
    let found = facts.verdicts.iter();
    for found in found.filter(|verdict| verdict.known_at(None)) {
        let key = NewVerdict::from(found.fact.clone()).key();
        change.withdraw(RecordKind::Verdict, &key).await?;
    }
    let (outcome, summary) = write_verdicts(&writer, &mut change, &verdicts).await?;
    writer.finish(change, summary, outcome).await
}

/// Every code that ever was, once.
fn subjects(facts: &Facts) -> Vec<DemonstrationMunicipality> {
    let codes_of =
        |areas: &[domain::facts::Area]| areas.iter().map(|area| area.code).collect::<Vec<_>>();
    let editions: Vec<_> = facts
        .editions
        .iter()
        .map(|edition| (edition.date, codes_of(&edition.areas)))
        .collect();
    let lineage = Lineage::new(
        editions.iter().map(|(date, codes)| (*date, codes)),
        &facts.successions,
    );
    let inhabitants: BTreeMap<_, _> = facts
        .population
        .iter()
        .map(|figure| (figure.code, figure.inhabitants))
        .collect();
    let platforms: BTreeMap<_, _> = facts
        .memberships
        .iter()
        .filter(|membership| &*membership.fact.region.set == "vng-platform")
        .map(|membership| {
            (
                membership.fact.code,
                membership.fact.region.code.to_string(),
            )
        })
        .collect();
    let codes: std::collections::BTreeSet<_> = editions
        .iter()
        .flat_map(|(_, codes)| codes)
        .copied()
        .collect();
    codes
        .into_iter()
        .filter_map(|code| {
            Some(DemonstrationMunicipality {
                code,
                life: lineage.find_life(code)?,
                inhabitants: inhabitants.get(&code).copied().unwrap_or_default(),
                platform: platforms.get(&code).cloned().unwrap_or_default(),
            })
        })
        .collect()
}

fn answers(rubric: &Rubric, subject: &DemonstrationMunicipality, today: Date) -> Vec<NewVerdict> {
    let code = subject.code;
    let character = character(subject);
    let mut verdicts = Vec::new();
    for (round, (first_day, days, share)) in (0u32..).zip(ROUNDS) {
        let number = u64::from(round);
        #[expect(clippy::cast_possible_truncation, reason = "below the number of days")]
        let delay = (chance(code, &[1, number]) * f64::from(days)) as i64;
        let Ok(on) = first_day.checked_add(delay.days()) else {
            continue;
        };
        if !subject.life.contains(on) || on > today {
            continue;
        }
        // Who does not answer the first time is known to be unknown; later on
        // the earlier answer stands.
        let answers = chance(code, &[2, number]) <= share && chance(code, &[9]) > NEVER;
        if !answers && round > 0 {
            continue;
        }
        // Most grow from round to round; some lose an officer or a budget.
        let growth = 0.16 * f64::from(round) * (0.2 + chance(code, &[3]));
        let setback = if round > 0 && chance(code, &[4, number]) < 0.08 {
            0.35
        } else {
            0.0
        };
        let strength = character + growth - setback;
        verdicts.extend(
            (0u64..)
                .zip(&rubric.blocks)
                .map(|(place, block)| NewVerdict {
                    code,
                    rubric: rubric.id.clone(),
                    block: block.id.clone(),
                    verdict: if answers {
                        verdict(block, place, code, number, strength)
                    } else {
                        Verdict::Unknown
                    },
                    valid_from: on,
                    established: Established::Demonstration,
                    source: Source::default(),
                    note: None,
                }),
        );
    }
    verdicts
}

/// How far a municipality would be in the first round, around 0..1: by its
/// platform, its size and its own nature.
fn character(subject: &DemonstrationMunicipality) -> f64 {
    let platform = spread(
        subject
            .platform
            .bytes()
            .fold(0, |seed, byte| mix(seed ^ u64::from(byte))),
    );
    let size = (f64::from(subject.inhabitants.max(1)).log10() - 4.0).clamp(-0.5, 2.0);
    0.10 + 0.22 * platform + 0.20 * size + 0.62 * (chance(subject.code, &[5]) - 0.37)
}

fn verdict(
    block: &BuildingBlock,
    place: u64,
    code: MunicipalityCode,
    round: u64,
    strength: f64,
) -> Verdict {
    if chance(code, &[6, round, place]) < 0.07 && strength < 0.75 {
        return Verdict::Unknown;
    }
    let theme = u64::try_from(block.theme).unwrap_or_default();
    let level = if block.level == Level::Advanced {
        0.52
    } else {
        0.0
    };
    let hard = 0.06 + level + 0.18 * spread(place + 77);
    let leaning = 0.12 * (chance(code, &[7, theme]) - 0.5);
    let chance_hit = 0.08 * (chance(code, &[8, place]) - 0.5);
    match strength + leaning + chance_hit - hard {
        ahead if ahead > 0.06 => Verdict::Present,
        ahead if ahead > -0.04 => Verdict::InPreparation,
        _ => Verdict::Absent,
    }
}

/// A number in 0..1 that is always the same for a municipality and a purpose.
fn chance(code: MunicipalityCode, purpose: &[u64]) -> f64 {
    let seed = code.to_string().bytes().fold(7, |seed: u64, byte| {
        seed.wrapping_mul(131).wrapping_add(u64::from(byte))
    });
    spread(
        purpose
            .iter()
            .fold(seed, |seed, part| mix(seed ^ mix(*part))),
    )
}

fn spread(seed: u64) -> f64 {
    let high = u32::try_from(mix(seed) >> 32).unwrap_or_default();
    f64::from(high) / f64::from(u32::MAX)
}

/// The finaliser of `SplitMix64`.
fn mix(seed: u64) -> u64 {
    let seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_always_the_same_and_spread_over_0_to_1() {
        let codes = (1..500).map(|n| format!("GM{n:04}").parse().unwrap());
        let numbers: Vec<f64> = codes
            .map(|code: MunicipalityCode| chance(code, &[1, 2]))
            .collect();
        assert!(numbers.iter().all(|n| (0.0..=1.0).contains(n)));
        let mean = numbers.iter().sum::<f64>() / 499.0;
        assert!((0.45..0.55).contains(&mean), "{mean}");
        assert!((chance("GM0001".parse().unwrap(), &[1, 2]) - numbers[0]).abs() < f64::EPSILON);
    }
}
