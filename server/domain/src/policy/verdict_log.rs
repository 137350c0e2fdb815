//! All verdicts on record: the largest table, which only grows.

use std::ops::Index;

use jiff::Timestamp;
use rpds::VectorSync;

use super::verdict::VerdictRecord;
use crate::recorded::Recorded;

/// The verdicts by instant of recording, superseded ones too. A copy shares
/// what it has in common with the original, so that adding a few verdicts to a
/// copy costs by those few.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VerdictLog {
    records: VectorSync<Recorded<VerdictRecord>>,
    /// The places of those that were superseded, by the instant at which.
    superseded: VectorSync<usize>,
}

impl VerdictLog {
    /// The number of verdicts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The verdict at a place, which it keeps.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Recorded<VerdictRecord>> {
        self.records.get(place)
    }

    /// All of them, in the order in which they were recorded.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Recorded<VerdictRecord>> {
        self.records.iter()
    }

    /// Those from a place on.
    pub fn from(
        &self,
        place: usize,
    ) -> impl Iterator<Item = (usize, &Recorded<VerdictRecord>)> + Clone {
        (place..self.len()).filter_map(|place| Some((place, self.records.get(place)?)))
    }

    /// Adds one that was recorded after all others.
    pub fn push(&mut self, verdict: Recorded<VerdictRecord>) {
        let superseded = verdict.superseded_at.is_some();
        self.records.push_back_mut(verdict);
        if superseded {
            self.place_superseded(self.len() - 1);
        }
    }

    /// Says that the one with this id, recorded at an instant, was superseded.
    /// Those of one instant are found fastest in the order of their recording.
    pub fn supersede(&mut self, recorded_at: Timestamp, id: &str, at: Timestamp) {
        if let Some(place) = self.place_of(recorded_at, id) {
            let verdict = Recorded {
                superseded_at: Some(at),
                ..self.records[place].clone()
            };
            self.records.set_mut(place, verdict);
            self.place_superseded(place);
        }
    }

    /// The place of the one with this id, recorded at an instant: looked for from
    /// the one that was superseded last, since a change that takes back another
    /// ends one after the other.
    fn place_of(&self, recorded_at: Timestamp, id: &str) -> Option<usize> {
        let is_later = |place: &usize| self.records[*place].recorded_at > recorded_at;
        let first = first(self.len(), |place| {
            self.records[place].recorded_at < recorded_at
        });
        let next = self.superseded.last().map_or(first, |last| last + 1);
        let next = next.clamp(first, self.len());
        let is_it = |place: &usize| self.records[*place].fact.id == id;
        let from_next = (next..self.len()).take_while(|place| !is_later(place));
        let before = (first..next).take_while(|place| !is_later(place));
        from_next.chain(before).find(is_it)
    }

    /// Those that were recorded or superseded at an instant.
    pub fn touched(&self, at: Timestamp) -> impl Iterator<Item = &Recorded<VerdictRecord>> {
        let first_written = first(self.len(), |place| self.records[place].recorded_at < at);
        let written = self.from(first_written).map(|(_, verdict)| verdict);
        let ended = |place: usize| self.records[self.superseded[place]].superseded_at;
        let first_ended = first(self.superseded.len(), |place| ended(place) < Some(at));
        let superseded = (first_ended..self.superseded.len())
            .map(|place| &self.records[self.superseded[place]])
            .take_while(move |verdict| verdict.superseded_at == Some(at));
        written
            .take_while(move |verdict| verdict.recorded_at == at)
            .chain(superseded)
    }

    /// Those that were superseded since another, which this continues. None when
    /// that cannot be told.
    #[must_use]
    pub fn superseded_since(
        &self,
        other: &Self,
    ) -> Option<impl Iterator<Item = &Recorded<VerdictRecord>>> {
        let known = other.superseded.len();
        let last = |log: &Self| {
            known
                .checked_sub(1)
                .map(|at| log.superseded.get(at).copied())
        };
        (last(self) == last(other)).then(|| {
            let places = known..self.superseded.len();
            places.map(|at| &self.records[self.superseded[at]])
        })
    }

    /// Whether this begins with all of another, superseded since or not.
    #[must_use]
    pub fn continues(&self, other: &Self) -> bool {
        let is_same = |known: &Recorded<VerdictRecord>, place: usize| {
            self.get(place).is_some_and(|own| {
                own.recorded_at == known.recorded_at && own.fact.id == known.fact.id
            })
        };
        match other.records.last() {
            None => true,
            Some(last) => is_same(last, other.len() - 1),
        }
    }

    /// In the order of the instants at which, then of places.
    fn place_superseded(&mut self, place: usize) {
        let records = &self.records;
        let key = |place: usize| (records[place].superseded_at, place);
        let mut later = Vec::new();
        while let Some(last) = self.superseded.last().copied()
            && key(last) > key(place)
        {
            self.superseded.drop_last_mut();
            later.push(last);
        }
        self.superseded.push_back_mut(place);
        for place in later.into_iter().rev() {
            self.superseded.push_back_mut(place);
        }
    }
}

/// The first place of an ordered list at which a condition holds no more.
fn first(len: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

impl Index<usize> for VerdictLog {
    type Output = Recorded<VerdictRecord>;

    fn index(&self, place: usize) -> &Self::Output {
        &self.records[place]
    }
}

impl FromIterator<Recorded<VerdictRecord>> for VerdictLog {
    fn from_iter<I: IntoIterator<Item = Recorded<VerdictRecord>>>(verdicts: I) -> Self {
        let records: VectorSync<_> = verdicts.into_iter().collect();
        let mut superseded: Vec<_> = records
            .iter()
            .enumerate()
            .filter_map(|(place, verdict)| Some((verdict.superseded_at?, place)))
            .collect();
        superseded.sort_unstable();
        Self {
            records,
            superseded: superseded.into_iter().map(|(_, place)| place).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::Source;
    use crate::vocabulary::{Established, Verdict};

    fn instant(number: u32) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + i64::from(number)).unwrap()
    }

    fn verdict(at: u32, position: usize) -> Recorded<VerdictRecord> {
        Recorded {
            fact: VerdictRecord {
                id: format!("{at}-{position}"),
                code: "GM0363".parse().unwrap(),
                rubric: "r".into(),
                block: "b".into(),
                verdict: Verdict::Present,
                valid_from: "2024-01-01".parse().unwrap(),
                established: Established::Survey,
                source: Source::default(),
                note: None,
            },
            recorded_at: instant(at),
            recorded_by: "me".into(),
            superseded_at: None,
        }
    }

    proptest! {
        /// Changes that each write some verdicts and withdraw some of before.
        #[test]
        fn step_by_step_is_as_all_at_once(changes in prop::collection::vec((0_usize..4, prop::collection::vec(any::<prop::sample::Index>(), 0..3)), 1..30)) {
            let mut plain: Vec<Recorded<VerdictRecord>> = Vec::new();
            let mut log = VerdictLog::default();
            for (at, (number, withdrawn)) in (1_u32..).zip(changes) {
                let before = log.clone();
                for index in withdrawn {
                    let Some(known) = (!plain.is_empty()).then(|| index.get(&plain).clone()) else { continue };
                    if known.superseded_at.is_some() { continue }
                    log.supersede(known.recorded_at, &known.fact.id, instant(at));
                    let place = plain.iter().position(|other| other.fact.id == known.fact.id).unwrap();
                    plain[place].superseded_at = Some(instant(at));
                }
                for position in 0..number {
                    log.push(verdict(at, position));
                    plain.push(verdict(at, position));
                }
                prop_assert_eq!(&log, &plain.iter().cloned().collect::<VerdictLog>());
                prop_assert!(log.continues(&before));
                let touched: Vec<_> = log.touched(instant(at)).map(|it| it.fact.id.clone()).collect();
                let mut expected: Vec<_> = plain.iter().filter(|it| it.recorded_at == instant(at)).collect();
                expected.extend(plain.iter().filter(|it| it.superseded_at == Some(instant(at))));
                prop_assert_eq!(touched, expected.iter().map(|it| it.fact.id.clone()).collect::<Vec<_>>());
            }
        }
    }
}
