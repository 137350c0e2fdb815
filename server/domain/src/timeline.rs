//! What holds when: periods that do not overlap, each with a value.

use jiff::civil::Date;

use super::dates::Period;

/// Values over time, by date, no two at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<T>(Vec<(Period, T)>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone + PartialEq> Timeline<T> {
    /// Lets the value hold in the period, instead of what held there before.
    pub fn set(&mut self, period: Period, value: T) {
        self.clear(period);
        self.0.push((period, value));
        self.0.sort_by_key(|(period, _)| period.from);
        self.0.dedup_by(|later, earlier| {
            let joined = earlier.0.to == Some(later.0.from) && earlier.1 == later.1;
            if joined {
                earlier.0.to = later.0.to;
            }
            joined
        });
    }

    /// Lets nothing hold in the period.
    pub fn clear(&mut self, period: Period) {
        let pieces = std::mem::take(&mut self.0);
        for (old, value) in pieces {
            let before = Period {
                from: old.from,
                to: earliest(old.to, Some(period.from)),
            };
            let after = period.to.map(|end| Period {
                from: old.from.max(end),
                to: old.to,
            });
            for rest in [Some(before), after].into_iter().flatten() {
                if rest.to.is_none_or(|to| rest.from < to) {
                    self.0.push((rest, value.clone()));
                }
            }
        }
    }

    /// Whether nothing but this value holds in the period, without a gap.
    #[must_use]
    pub fn holds(&self, period: Period, value: &T) -> bool {
        self.0.iter().any(|(piece, known)| {
            known == value
                && piece.from <= period.from
                && piece
                    .to
                    .is_none_or(|end| period.to.is_some_and(|to| to <= end))
        })
    }

    /// Whether anything holds at some time in the period.
    #[must_use]
    pub fn touches(&self, period: Period) -> bool {
        self.0.iter().any(|(piece, _)| {
            piece.to.is_none_or(|end| period.from < end)
                && period.to.is_none_or(|to| piece.from < to)
        })
    }

    /// What holds on the date.
    #[must_use]
    pub fn at(&self, date: Date) -> Option<&T> {
        self.0
            .iter()
            .find(|(period, _)| period.contains(date))
            .map(|(_, value)| value)
    }

    /// The pieces, by date.
    pub fn pieces(&self) -> impl Iterator<Item = &(Period, T)> {
        self.0.iter()
    }
}

impl<T: Clone + PartialEq> FromIterator<(Period, T)> for Timeline<T> {
    fn from_iter<I: IntoIterator<Item = (Period, T)>>(pieces: I) -> Self {
        let mut timeline = Self::default();
        for (period, value) in pieces {
            timeline.set(period, value);
        }
        timeline
    }
}

/// The earlier of two ends, of which an absent one is never.
fn earliest(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn day(number: i64) -> Date {
        date(2020, 1, 1).checked_add(number.days()).unwrap()
    }

    fn period(from: i64, to: Option<i64>) -> Period {
        Period::new(day(from), to.map(day)).unwrap()
    }

    #[test]
    fn a_value_set_in_the_middle_leaves_both_ends() {
        let mut timeline = Timeline::from_iter([(period(0, None), "a")]);
        timeline.set(period(10, Some(20)), "b");
        let pieces: Vec<_> = timeline.pieces().copied().collect();
        assert_eq!(
            pieces,
            [
                (period(0, Some(10)), "a"),
                (period(10, Some(20)), "b"),
                (period(20, None), "a")
            ]
        );
    }

    #[test]
    fn equal_neighbours_become_one() {
        let timeline = Timeline::from_iter([(period(10, None), "a"), (period(0, Some(10)), "a")]);
        assert_eq!(
            timeline.pieces().copied().collect::<Vec<_>>(),
            [(period(0, None), "a")]
        );
        assert!(timeline.holds(period(5, Some(15)), &"a"));
        assert!(!timeline.holds(period(5, Some(15)), &"b"));
    }

    proptest! {
        #[test]
        fn every_day_has_the_value_that_was_set_last(
            steps in prop::collection::vec((0_i64..40, prop::option::of(1_i64..20), 0_u8..3), 0..12)
        ) {
            let mut timeline = Timeline::default();
            let mut days = [None; 61];
            for (from, length, value) in steps {
                let to = length.map(|length| from + length);
                timeline.set(period(from, to), value);
                for number in from..to.unwrap_or(61).min(61) {
                    days[usize::try_from(number).unwrap()] = Some(value);
                }
            }
            for (number, value) in days.iter().enumerate() {
                prop_assert_eq!(timeline.at(day(i64::try_from(number).unwrap())), value.as_ref());
            }
            let pieces: Vec<_> = timeline.pieces().collect();
            for pair in pieces.windows(2) {
                prop_assert!(pair[0].0.to.is_some_and(|end| end <= pair[1].0.from));
                prop_assert!(pair[0].0.to != Some(pair[1].0.from) || pair[0].1 != pair[1].1);
            }
        }
    }
}
