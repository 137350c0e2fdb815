//! What followed on the briefings of a campaign, beside municipalities that
//! were not briefed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::campaign::MunicipalityAt;
use crate::Atlas;
use crate::core::index::Index;
use crate::core::resolve::Resolver;
use crate::core::state::{Policy, policy};
use domain::dates::AsOf;
use domain::outreach::campaign::{Campaign, size_class};
use domain::places::code::MunicipalityCode;
use domain::policy::rubric::Rubric;
use domain::vocabulary::Verdict;

/// What followed on the first briefing of a municipality in a campaign. That
/// one follows on the other is no proof that it came of it.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The date of the briefing.
    pub briefed: Date,
    /// The municipality on the day before the briefing, or on its date when it
    /// began on that: what is recorded of the day itself was learned at the table.
    pub before: MunicipalityAt,
    /// The municipality, or the one that it went into, on the date of the first
    /// assessment after the briefing, when there was one.
    pub after: Option<MunicipalityAt>,
    /// What became of each building block.
    pub changes: BlockChanges,
}

/// The building blocks of which the verdict changed, by their place in the rubric
/// in force after. Those that stand in one rubric only are not compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockChanges {
    /// PRESENT after, and known not to be before.
    pub gained: Vec<usize>,
    /// Known before and after, and less of it.
    pub lost: Vec<usize>,
    /// UNKNOWN before: it may have been there all along.
    pub learned: Vec<usize>,
    /// UNKNOWN after: it may be there still.
    pub no_longer_known: Vec<usize>,
}

/// What became of policy, as a mean over municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gain {
    /// Building blocks gained.
    pub blocks: f64,
    /// Building blocks lost.
    pub lost: f64,
    /// Building blocks of which the answer was learned.
    pub learned: f64,
    /// Building blocks of which the answer is no longer known.
    pub no_longer_known: f64,
    /// Change of the low end of completeness, in -1..=1.
    pub low: f64,
}

/// A campaign's effect as a whole, beside municipalities that were not briefed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EffectTotal {
    /// Municipalities that were briefed.
    pub briefed: usize,
    /// Those of them that were assessed after it.
    pub reassessed: usize,
    /// Those of them to which others compare.
    pub matched: usize,
    /// How many others those are.
    pub comparable: usize,
    /// Mean over those that were assessed after it.
    pub of_reassessed: Option<Gain>,
    /// Mean over those to which others compare.
    pub of_matched: Option<Gain>,
    /// For each of these the mean over the others that compare to it, and the
    /// mean of that.
    pub of_comparable: Option<Gain>,
}

/// The policy of a municipality on a date, and the rubric of that date.
struct PolicyOnDate {
    policy: Policy,
    rubric: Arc<Rubric>,
}

impl Atlas {
    /// What followed on the briefings that a campaign gave, up to today: for
    /// each municipality of the first, by date and code.
    #[must_use]
    pub fn effects(&self, campaign: &Campaign, today: Date) -> Vec<Effect> {
        let index = self.index();
        let mut first: BTreeMap<MunicipalityCode, Date> = BTreeMap::new();
        for place in index.briefings_of(campaign) {
            let briefing = index.briefing(place);
            if briefing.is_held() {
                for code in &briefing.municipalities {
                    first.entry(*code).or_insert(briefing.date);
                }
            }
        }
        let mut briefed: Vec<_> = first.into_iter().map(|(code, date)| (date, code)).collect();
        briefed.sort_unstable();
        let effects = briefed.into_iter();
        effects
            .filter_map(|(date, code)| self.effect(code, date, today))
            .collect()
    }

    fn effect(&self, code: MunicipalityCode, date: Date, today: Date) -> Option<Effect> {
        let eve = date.yesterday().ok();
        let before = eve.and_then(|eve| self.find_place(code, eve));
        let before = before.or_else(|| self.find_place(code, date))?;
        let after = first_assessed(self.index(), code, date, today);
        let after = after.and_then(|(date, code)| self.find_place(code, date));
        let changes = after.as_ref().and_then(|after| {
            let rubrics = (before.view.rubric()?, after.view.rubric()?);
            Some(changes(
                (before.policy(), rubrics.0),
                (after.policy(), rubrics.1),
            ))
        });
        Some(Effect {
            briefed: date,
            before,
            after,
            changes: changes.unwrap_or_default(),
        })
    }

    /// The effects as a whole. Others compare to a municipality when nobody
    /// ever briefed them, and they had the same policy class and size class
    /// before its briefing; they are measured as it is, at their first
    /// assessment after that date.
    #[must_use]
    pub fn effect_total(&self, effects: &[Effect], today: Date) -> EffectTotal {
        let mut total = EffectTotal {
            briefed: effects.len(),
            ..EffectTotal::default()
        };
        let mut comparable = BTreeSet::new();
        let (mut all, mut own, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for effect in effects {
            let Some(gain) = effect.gain() else { continue };
            all.push(gain);
            let compared = self.comparable(effect, today);
            comparable.extend(compared.iter().map(|(code, _)| *code));
            let gains: Vec<Gain> = compared.into_iter().map(|(_, gain)| gain).collect();
            if let Some(mean) = Gain::mean(&gains) {
                own.push(gain);
                others.push(mean);
            }
        }
        total.reassessed = all.len();
        total.matched = own.len();
        total.comparable = comparable.len();
        total.of_reassessed = Gain::mean(&all);
        total.of_matched = Gain::mean(&own);
        total.of_comparable = Gain::mean(&others);
        total
    }

    fn comparable(&self, effect: &Effect, today: Date) -> Vec<(MunicipalityCode, Gain)> {
        let MunicipalityAt { view, at } = &effect.before;
        let (index, states) = (self.index(), view.municipalities());
        let alike = |other: usize| {
            other != *at
                && states[other].policy.class == states[*at].policy.class
                && size_class(states[other].inhabitants()) == size_class(states[*at].inhabitants())
        };
        let codes = (0..states.len()).filter(|other| alike(*other));
        codes
            .filter_map(|other| Some((view.code(other)?, &states[other].policy)))
            .filter(|(code, _)| !index.was_briefed(*code))
            .filter_map(|(code, before)| {
                let (assessed, heir) = first_assessed(index, code, effect.briefed, today)?;
                let after = measure(index, heir, assessed)?;
                let changes = changes((before, view.rubric()?), (&after.policy, &after.rubric));
                Some((code, Gain::between(before, &after.policy, &changes)))
            })
            .collect()
    }
}

impl MunicipalityAt {
    fn policy(&self) -> &Policy {
        &self.view.municipalities()[self.at].policy
    }
}

impl Effect {
    fn gain(&self) -> Option<Gain> {
        let after = self.after.as_ref()?.policy();
        Some(Gain::between(self.before.policy(), after, &self.changes))
    }
}

impl Gain {
    fn between(before: &Policy, after: &Policy, changes: &BlockChanges) -> Self {
        let number = |of: &[usize]| u32::try_from(of.len()).map_or(0.0, f64::from);
        Self {
            blocks: number(&changes.gained),
            lost: number(&changes.lost),
            learned: number(&changes.learned),
            no_longer_known: number(&changes.no_longer_known),
            low: after.completeness.low - before.completeness.low,
        }
    }

    fn mean(gains: &[Self]) -> Option<Self> {
        let number = u32::try_from(gains.len()).ok().filter(|n| *n > 0)?;
        let mean = |of: fn(&Self) -> f64| gains.iter().map(of).sum::<f64>() / f64::from(number);
        Some(Self {
            blocks: mean(|gain| gain.blocks),
            lost: mean(|gain| gain.lost),
            learned: mean(|gain| gain.learned),
            no_longer_known: mean(|gain| gain.no_longer_known),
            low: mean(|gain| gain.low),
        })
    }
}

/// When the municipality, or the one that it went into, was first assessed
/// after a date and up to another.
fn first_assessed(
    index: &Index,
    code: MunicipalityCode,
    after: Date,
    to: Date,
) -> Option<(Date, MunicipalityCode)> {
    let heirs = index.lineage().heirs(code, to);
    let heir = match heirs.as_slice() {
        [heir] if *heir != code => Some(*heir),
        _ => None,
    };
    let codes = [Some(code), heir].into_iter().flatten();
    codes
        .filter_map(|code| Some((index.find_assessment(code, after, to)?, code)))
        .min()
}

fn measure(index: &Arc<Index>, code: MunicipalityCode, date: Date) -> Option<PolicyOnDate> {
    let as_of = AsOf::new(date, None).ok()?;
    let (_, rubric) = index.find_rubric(date)?;
    let blocks = Resolver::new(index, as_of).resolve(code);
    Some(PolicyOnDate {
        policy: policy(index, Some(rubric), blocks),
        rubric: Arc::clone(rubric),
    })
}

fn changes(
    (before, earlier): (&Policy, &Rubric),
    (after, later): (&Policy, &Rubric),
) -> BlockChanges {
    let mut changes = BlockChanges::default();
    for (place, block) in later.blocks.iter().enumerate() {
        let Some(was) = earlier.find_block(&block.id) else {
            continue;
        };
        let kind = match (before.blocks[was].verdict, after.blocks[place].verdict) {
            (was, is) if was == is => continue,
            (Verdict::Unknown, _) => &mut changes.learned,
            (_, Verdict::Unknown) => &mut changes.no_longer_known,
            (_, Verdict::Present) => &mut changes.gained,
            (Verdict::Present, _) | (_, Verdict::Absent) => &mut changes.lost,
            _ => continue,
        };
        kind.push(place);
    }
    changes
}

impl Index {
    /// The date from which a verdict that somebody gave on the municipality
    /// holds, the first after one date and up to another.
    fn find_assessment(&self, code: MunicipalityCode, after: Date, to: Date) -> Option<Date> {
        let records = self.verdicts(code).iter();
        records
            .map(|verdict| &self.facts().verdicts[verdict.record])
            .filter(|record| record.known_at(None) && record.fact.verdict != Verdict::Unknown)
            .map(|record| record.fact.valid_from)
            .find(|date| after < *date && *date <= to)
    }
}
