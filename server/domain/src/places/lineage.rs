//! Lineage of municipalities: who went into whom, and in which shape a code
//! stood on a date.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::code::MunicipalityCode;
use crate::care::arrangement::NamedMunicipality;
use crate::dates::Period;
use crate::vocabulary::ReorganisationKind;

/// The share of its area from which a municipality counts as gone wholly into
/// another; overlays of generalised borders leave slivers of up to a percent.
const WHOLE: f64 = 0.9;

/// That (part of) a municipality went into another on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Succession {
    /// The first date on which the new situation holds.
    pub date: Date,
    /// The municipality that ended.
    pub from: MunicipalityCode,
    /// Its name.
    pub from_name: Arc<str>,
    /// The municipality that received it.
    pub to: MunicipalityCode,
    /// Its name.
    pub to_name: Arc<str>,
    /// The share of the ended municipality's area that went there, in 0..=1.
    pub area_share: f64,
}

impl Succession {
    /// Whether the whole municipality went there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.area_share >= WHOLE
    }
}

/// How a municipality comes to be covered by a record that names another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredMunicipality {
    /// The municipality that is covered.
    pub code: MunicipalityCode,
    /// The predecessors through which it is; empty when it is named itself.
    pub via: Vec<MunicipalityCode>,
}

/// A change of the division into municipalities: those that ended together and
/// those that received them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reorganisation {
    /// The first date of the new situation.
    pub date: Date,
    /// What it did.
    pub kind: ReorganisationKind,
    /// Who ended, with the name.
    pub from: Vec<(MunicipalityCode, Arc<str>)>,
    /// Who received them.
    pub to: Vec<MunicipalityCode>,
}

/// The lives of all codes over the editions.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    lives: BTreeMap<MunicipalityCode, Lifetime>,
    successions: Vec<Succession>,
}

#[derive(Debug, Clone)]
struct Lifetime {
    period: Period,
    /// The first dates of its shapes, ascending; the first is the start of life.
    shapes: Vec<Date>,
    /// Those that went wholly into it when it began; empty for a municipality
    /// that was there before boundaries begin.
    origins: Vec<MunicipalityCode>,
}

impl Lineage {
    /// Reads lives off the editions (first date and codes, ascending by date)
    /// and the successions between them.
    #[must_use]
    pub fn new<'a, Codes>(
        editions: impl IntoIterator<Item = (Date, Codes)>,
        successions: &[Succession],
    ) -> Self
    where
        Codes: IntoIterator<Item = &'a MunicipalityCode>,
    {
        let mut successions = successions.to_vec();
        successions.sort_by_key(|s| (s.date, s.from, s.to));
        let mut lives: BTreeMap<MunicipalityCode, Lifetime> = BTreeMap::new();
        let mut present: BTreeSet<MunicipalityCode> = BTreeSet::new();
        for (date, codes) in editions {
            let now: BTreeSet<MunicipalityCode> = codes.into_iter().copied().collect();
            for ended in present.difference(&now) {
                if let Some(life) = lives.get_mut(ended) {
                    life.period.to = Some(date);
                }
            }
            for code in &now {
                let life = lives.entry(*code).or_insert_with(|| Lifetime {
                    period: Period {
                        from: date,
                        to: None,
                    },
                    shapes: vec![date],
                    origins: origins(&successions, *code, date),
                });
                let grew = successions.iter().any(|s| s.to == *code && s.date == date);
                if grew && life.shapes.last() != Some(&date) {
                    life.shapes.push(date);
                }
                life.period.to = None;
            }
            present = now;
        }
        Self { lives, successions }
    }

    /// From when to when the municipality existed in the shape that it had on
    /// the date; nothing when nobody bore the code then.
    #[must_use]
    pub fn find_shape(&self, code: MunicipalityCode, date: Date) -> Option<Period> {
        let life = self
            .lives
            .get(&code)
            .filter(|life| life.period.contains(date))?;
        let next = life
            .shapes
            .iter()
            .position(|start| *start > date)
            .unwrap_or(life.shapes.len());
        let from = *life.shapes.get(next.checked_sub(1)?)?;
        Some(Period {
            from,
            to: life.shapes.get(next).copied().or(life.period.to),
        })
    }

    /// From when to when anybody bore the code.
    #[must_use]
    pub fn find_life(&self, code: MunicipalityCode) -> Option<Period> {
        self.lives.get(&code).map(|life| life.period)
    }

    /// The municipalities from which a new one inherits: those that went
    /// wholly into it when it began (rule 7).
    #[must_use]
    pub fn origins(&self, code: MunicipalityCode) -> &[MunicipalityCode] {
        self.lives.get(&code).map_or(&[], |life| &life.origins)
    }

    /// What (partly) went into the shape that the code had on the date.
    pub fn predecessors(
        &self,
        code: MunicipalityCode,
        date: Date,
    ) -> impl Iterator<Item = &Succession> {
        let start = self.find_shape(code, date).map(|shape| shape.from);
        self.successions
            .iter()
            .filter(move |s| s.to == code && Some(s.date) == start)
    }

    /// Where the municipality went when it ended.
    pub fn successors(&self, code: MunicipalityCode) -> impl Iterator<Item = &Succession> {
        self.successions.iter().filter(move |s| s.from == code)
    }

    /// Whether the area of the code grew on its way to the shape of the date,
    /// while its code stayed.
    #[must_use]
    pub fn grew(&self, code: MunicipalityCode, date: Date) -> bool {
        match (self.find_shape(code, date), self.find_life(code)) {
            (Some(shape), Some(life)) => shape.from > life.from,
            _ => false,
        }
    }

    /// The municipalities living on the date that a municipality of whatever
    /// date has become, through all reorganisations.
    #[must_use]
    pub fn heirs(&self, code: MunicipalityCode, date: Date) -> Vec<MunicipalityCode> {
        let mut found = BTreeSet::new();
        let mut open = vec![code];
        let mut seen = BTreeSet::new();
        while let Some(code) = open.pop() {
            if !seen.insert(code) {
                continue;
            }
            if self.find_shape(code, date).is_some() {
                found.insert(code);
            } else {
                open.extend(
                    self.successors(code)
                        .filter(|s| s.date <= date)
                        .map(|s| s.to),
                );
            }
        }
        found.into_iter().collect()
    }

    /// What (partly) went into the municipality after the first date and up to
    /// the second, on which it lives; by date.
    pub fn received(
        &self,
        code: MunicipalityCode,
        after: Date,
        to: Date,
    ) -> impl Iterator<Item = &Succession> {
        self.successions
            .iter()
            .filter(move |s| s.to == code && after < s.date && s.date <= to)
    }

    /// The municipalities living on the first date from which that of the
    /// second date came, wholly or in part, through all reorganisations between;
    /// itself among them when it was there.
    #[must_use]
    pub fn ancestors(&self, code: MunicipalityCode, from: Date, to: Date) -> Vec<MunicipalityCode> {
        let mut found = BTreeSet::new();
        let mut open = vec![(code, to)];
        while let Some((code, to)) = open.pop() {
            if self.find_shape(code, from).is_some() {
                found.insert(code);
            }
            // Each step goes back in time, so this ends.
            open.extend(self.received(code, from, to).map(|s| (s.from, s.date)));
        }
        found.into_iter().collect()
    }

    /// All municipalities, of whatever date, that a record covers which names
    /// these. A record covers the area of those that it names (rule 7): it
    /// carries over into a new municipality formed from them, and it covers
    /// those that had already gone wholly into one when it was named.
    #[must_use]
    pub fn reach(&self, named: &[NamedMunicipality]) -> Vec<CoveredMunicipality> {
        let mut reach: BTreeMap<MunicipalityCode, BTreeSet<MunicipalityCode>> = BTreeMap::new();
        for name in named {
            reach.insert(name.code, BTreeSet::new());
            self.reach_back(*name, &mut reach);
        }
        // Forward, in order of date: what covers an origin reaches the new one.
        let mut new: Vec<(Date, MunicipalityCode)> = self
            .lives
            .iter()
            .filter(|(_, life)| !life.origins.is_empty())
            .map(|(code, life)| (life.period.from, *code))
            .collect();
        new.sort_unstable();
        for (_, code) in new {
            if reach.contains_key(&code) {
                continue;
            }
            let via: BTreeSet<_> = self
                .origins(code)
                .iter()
                .filter(|origin| reach.contains_key(origin))
                .copied()
                .collect();
            if !via.is_empty() {
                reach.insert(code, via);
            }
        }
        reach
            .into_iter()
            .map(|(code, via)| CoveredMunicipality {
                code,
                via: via.into_iter().collect(),
            })
            .collect()
    }

    fn reach_back(
        &self,
        name: NamedMunicipality,
        reach: &mut BTreeMap<MunicipalityCode, BTreeSet<MunicipalityCode>>,
    ) {
        let absorbed = self
            .successions
            .iter()
            .filter(|s| s.to == name.code && s.date <= name.boundary_date && s.is_whole());
        for succession in absorbed {
            if reach.insert(succession.from, BTreeSet::new()).is_none() {
                self.reach_back(
                    NamedMunicipality {
                        code: succession.from,
                        ..name
                    },
                    reach,
                );
            }
        }
    }

    /// The reorganisations, by date; those that share a municipality are one.
    #[must_use]
    pub fn reorganisations(&self) -> Vec<Reorganisation> {
        let mut groups: Vec<Reorganisation> = Vec::new();
        for succession in &self.successions {
            let shares = |group: &Reorganisation| {
                group.date == succession.date
                    && (group.to.contains(&succession.to)
                        || group.from.iter().any(|(code, _)| *code == succession.from))
            };
            let (mut same, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
            groups = rest;
            let mut group = same.pop().unwrap_or(Reorganisation {
                date: succession.date,
                kind: ReorganisationKind::Merger,
                from: Vec::new(),
                to: Vec::new(),
            });
            for other in same {
                group.from.extend(other.from);
                group.to.extend(other.to);
            }
            group
                .from
                .push((succession.from, Arc::clone(&succession.from_name)));
            group.to.push(succession.to);
            groups.push(group);
        }
        for group in &mut groups {
            group.from.sort();
            group.from.dedup();
            group.to.sort();
            group.to.dedup();
            group.kind = self.kind(group);
        }
        groups.sort_by(|a, b| (a.date, &a.from).cmp(&(b.date, &b.from)));
        groups
    }

    fn kind(&self, group: &Reorganisation) -> ReorganisationKind {
        let begins = |code: &MunicipalityCode| {
            self.find_life(*code)
                .is_some_and(|life| life.from == group.date)
        };
        let split = group.from.iter().any(|(code, _)| {
            !self
                .successors(*code)
                .filter(|s| s.date == group.date)
                .any(Succession::is_whole)
        });
        if split {
            ReorganisationKind::Split
        } else if group.to.iter().any(begins) {
            ReorganisationKind::Merger
        } else {
            ReorganisationKind::Absorption
        }
    }
}

fn origins(
    successions: &[Succession],
    code: MunicipalityCode,
    start: Date,
) -> Vec<MunicipalityCode> {
    successions
        .iter()
        .filter(|s| s.to == code && s.date == start && s.is_whole())
        .map(|s| s.from)
        .collect()
}

#[cfg(test)]
mod tests;
