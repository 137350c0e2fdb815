//! The verdicts of each municipality, found without looking at the others.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use parking_lot::Mutex;

use jiff::Timestamp;
use jiff::civil::Date;

use domain::dates::AsOf;
use domain::facts::Facts;
use domain::places::code::MunicipalityCode;
use domain::policy::verdict::VerdictRecord;
use domain::policy::verdict_log::VerdictLog;
use domain::recorded::Recorded;
use domain::vocabulary::Established;

/// A verdict and the place of its block in its rubric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IndexedVerdict {
    pub(crate) record: usize,
    pub(crate) rubric: usize,
    pub(crate) block: usize,
}

/// How many dates of a municipality are kept: mostly today's alone is asked for
/// after each change.
const DATES_KEPT: usize = 2;

/// For each block of a rubric the place of the verdict that holds by a date.
pub(crate) type LatestVerdicts = Arc<[Option<usize>]>;

/// The verdicts of one municipality.
#[derive(Debug, Default)]
struct MunicipalityVerdicts {
    /// By date and instant of recording.
    all: Vec<IndexedVerdict>,
    /// The latest as known now, by rubric and date, the last one asked for last.
    latest: Mutex<Vec<((usize, Date), LatestVerdicts)>>,
}

/// A copy is made to be changed: what was kept does not hold for it.
impl Clone for MunicipalityVerdicts {
    fn clone(&self) -> Self {
        Self {
            all: self.all.clone(),
            latest: Mutex::default(),
        }
    }
}

impl PartialEq for MunicipalityVerdicts {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

/// Where the verdicts are. What no new verdict is about is shared with the
/// index of before.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct VerdictIndex {
    by_code: HashMap<MunicipalityCode, Arc<MunicipalityVerdicts>>,
    /// The dates from which verdicts hold, superseded ones too.
    dates: Arc<BTreeSet<Date>>,
    /// Whether an invented verdict stands.
    pub(crate) demonstration: bool,
}

impl VerdictIndex {
    /// Indexes the verdicts. An index of before, with the verdicts that it is
    /// of, has to be by the same rubrics.
    pub(crate) fn build(facts: &Facts, before: Option<(&Self, &VerdictLog)>) -> Self {
        let verdicts = &facts.verdicts;
        let before = before.filter(|(_, known)| verdicts.continues(known));
        let superseded = before.and_then(|(_, known)| verdicts.superseded_since(known));
        let before = before.filter(|_| superseded.is_some());
        let (mut index, first) = match before {
            Some((index, known)) => (index.clone(), known.len()),
            None => (Self::default(), 0),
        };
        for verdict in superseded.into_iter().flatten() {
            index.change(verdict.fact.code);
        }
        index.add(facts, first);
        let is_invented = |verdict: &Recorded<VerdictRecord>| {
            verdict.superseded_at.is_none()
                && verdict.fact.established == Established::Demonstration
        };
        // One that stood may be superseded; then all are looked at.
        index.demonstration = match before {
            Some((known, _)) if !known.demonstration => {
                verdicts.from(first).any(|(_, it)| is_invented(it))
            }
            _ => verdicts.iter().any(is_invented),
        };
        index
    }

    fn add(&mut self, facts: &Facts, first: usize) {
        let mut places: HashMap<(&str, &str), (usize, usize)> = HashMap::new();
        for (rubric_place, rubric) in facts.rubrics.iter().enumerate() {
            for (block_place, block) in rubric.blocks.iter().enumerate() {
                places.insert((&rubric.id, &block.id), (rubric_place, block_place));
            }
        }
        let mut added: HashMap<MunicipalityCode, Vec<IndexedVerdict>> = HashMap::new();
        let mut dates = BTreeSet::new();
        for (record, verdict) in facts.verdicts.from(first) {
            let fact = &verdict.fact;
            dates.insert(fact.valid_from);
            if let Some((rubric, block)) = places.get(&(&*fact.rubric, &*fact.block)) {
                let (rubric, block) = (*rubric, *block);
                added.entry(fact.code).or_default().push(IndexedVerdict {
                    record,
                    rubric,
                    block,
                });
            }
        }
        if !dates.is_subset(&self.dates) {
            Arc::make_mut(&mut self.dates).append(&mut dates);
        }
        let key = |verdict: &IndexedVerdict| key(&facts.verdicts, verdict);
        for (code, added) in added {
            let of_one = self.change(code);
            of_one.extend(added);
            // Mostly in order already; a stable sort by runs is quick then.
            of_one.sort_by_key(key);
        }
    }

    /// The verdicts of a municipality, to be changed: what was kept of them does
    /// not hold any more.
    fn change(&mut self, code: MunicipalityCode) -> &mut Vec<IndexedVerdict> {
        let of_one = Arc::make_mut(self.by_code.entry(code).or_default());
        of_one.latest.get_mut().clear();
        &mut of_one.all
    }

    /// The verdicts of a municipality.
    pub(crate) fn of(&self, code: MunicipalityCode) -> &[IndexedVerdict] {
        self.by_code
            .get(&code)
            .map_or(&[], |known| known.all.as_slice())
    }

    /// For each of so many blocks of a rubric the verdict of a municipality that
    /// holds by a date. As known now it is kept until a verdict of this
    /// municipality is recorded or superseded, in whatever atlas.
    pub(crate) fn latest(
        &self,
        log: &VerdictLog,
        code: MunicipalityCode,
        (rubric, blocks): (usize, usize),
        as_of: AsOf,
    ) -> LatestVerdicts {
        let Some(known) = self.by_code.get(&code) else {
            return vec![None; blocks].into();
        };
        let find = || {
            let mut latest = vec![None; blocks];
            for verdict in known.all.iter().filter(|it| it.rubric == rubric) {
                let recorded = &log[verdict.record];
                if recorded.fact.valid_from > as_of.date() {
                    break;
                }
                if recorded.known_at(as_of.known_at()) {
                    latest[verdict.block] = Some(verdict.record);
                }
            }
            LatestVerdicts::from(latest)
        };
        if as_of.known_at().is_some() {
            return find();
        }
        let key = (rubric, as_of.date());
        let mut kept = known.latest.lock();
        if let Some((_, latest)) = kept.iter().find(|(of, _)| *of == key) {
            return Arc::clone(latest);
        }
        let latest = find();
        if kept.len() == DATES_KEPT {
            kept.remove(0);
        }
        kept.push((key, Arc::clone(&latest)));
        latest
    }

    /// The first date after another from which a verdict holds.
    pub(crate) fn next_date(&self, after: Date) -> Option<Date> {
        let later = (Bound::Excluded(after), Bound::Unbounded);
        self.dates.range(later).next().copied()
    }

    /// The last date up to another from which a verdict holds.
    pub(crate) fn last_date(&self, to: Date) -> Option<Date> {
        self.dates.range(..=to).next_back().copied()
    }
}

fn key(verdicts: &VerdictLog, verdict: &IndexedVerdict) -> (Date, Timestamp) {
    let record = &verdicts[verdict.record];
    (record.fact.valid_from, record.recorded_at)
}
