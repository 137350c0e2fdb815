//! Who bore which code and name, from when to when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::code::MunicipalityCode;
use super::lineage::Succession;
use super::name_forms::forms;
use super::name_key::{fold, without_qualifier};
use super::provinces::lies_in;
use crate::facts::{Alias, Facts};
use crate::message::{Message, PlaceMessage, says};

/// The life of one municipality code over the editions of the boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityLife {
    /// The code.
    pub code: MunicipalityCode,
    /// Its names, each from the date of the edition that brought it.
    pub names: Vec<(Date, Arc<str>)>,
    /// The day on which it began; absent when it stands in the first edition,
    /// since what was before is not on record.
    pub from: Option<Date>,
    /// The day after its last; absent while it lives.
    pub to: Option<Date>,
}

impl MunicipalityLife {
    /// Whether the municipality existed on the date.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date < to)
    }

    /// Its name on the date, or the nearest before or after it.
    #[must_use]
    pub fn name(&self, date: Date) -> &str {
        let after = self.names.partition_point(|(from, _)| *from <= date);
        self.names
            .get(after.saturating_sub(1))
            .map_or("", |(_, name)| name)
    }
}

/// A municipality that people can be pointed to.
#[derive(Debug, Clone, PartialEq)]
pub struct RelatedMunicipality {
    /// Its code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: Arc<str>,
    /// The share of the ended municipality's area that it got, in 0..=1.
    pub share: f64,
}

impl RelatedMunicipality {
    fn to(succession: &Succession) -> Self {
        Self {
            code: succession.to,
            name: Arc::clone(&succession.to_name),
            share: succession.area_share,
        }
    }

    fn from(succession: &Succession) -> Self {
        Self {
            code: succession.from,
            name: Arc::clone(&succession.from_name),
            share: succession.area_share,
        }
    }
}

/// Nobody bore the code on the date.
#[derive(Debug, Clone, PartialEq)]
pub enum NoMunicipality {
    /// No edition knows the code.
    Unknown(MunicipalityCode),
    /// The municipality ended before.
    Ended {
        /// Its code.
        code: MunicipalityCode,
        /// Its last name.
        name: String,
        /// The day after its last.
        to: Date,
        /// Where its area went.
        successors: Vec<RelatedMunicipality>,
    },
    /// The municipality begins later.
    NotYet {
        /// Its code.
        code: MunicipalityCode,
        /// Its first name.
        name: String,
        /// Its first day.
        from: Date,
        /// Which municipalities were there before.
        predecessors: Vec<RelatedMunicipality>,
    },
}

says!(NoMunicipality);

impl From<&NoMunicipality> for Message {
    fn from(error: &NoMunicipality) -> Self {
        let named = |part: &RelatedMunicipality| format!("{} ({})", part.code, part.name);
        Self::Place(match error {
            NoMunicipality::Unknown(code) => PlaceMessage::CodeUnknown { code: *code },
            NoMunicipality::Ended {
                code,
                name,
                to,
                successors,
            } => {
                let (code, name, ended) = (*code, name.clone(), *to);
                match successors.as_slice() {
                    [] => PlaceMessage::CodeEnded { code, name, ended },
                    [heir] => PlaceMessage::CodeEndedInto {
                        code,
                        name,
                        ended,
                        heir: heir.code,
                        heir_name: heir.name.to_string(),
                    },
                    several => PlaceMessage::CodeSplit {
                        code,
                        name,
                        ended,
                        parts: several.iter().map(with_share).collect(),
                    },
                }
            }
            NoMunicipality::NotYet {
                code,
                name,
                from,
                predecessors,
            } => {
                let (code, name, begins) = (*code, name.clone(), *from);
                match predecessors.as_slice() {
                    [] => PlaceMessage::CodeBegins { code, name, begins },
                    before => PlaceMessage::CodeBeginsAfter {
                        code,
                        name,
                        begins,
                        before: before.iter().map(named).collect(),
                    },
                }
            }
        })
    }
}

fn with_share(part: &RelatedMunicipality) -> String {
    format!("{} ({}, {:.0} %)", part.code, part.name, part.share * 100.0)
}

/// All codes and names of all editions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    editions: Vec<Date>,
    lives: BTreeMap<MunicipalityCode, MunicipalityLife>,
    successions: Vec<Succession>,
    /// Folded names and aliases.
    names: BTreeMap<String, BTreeSet<MunicipalityCode>>,
}

impl Register {
    /// Builds the register from the areas of all standing editions, by date.
    #[must_use]
    pub fn new(
        areas: impl IntoIterator<Item = (Date, MunicipalityCode, Arc<str>)>,
        successions: Vec<Succession>,
        aliases: &[Alias],
    ) -> Self {
        let mut register = Self {
            successions,
            ..Self::default()
        };
        let mut last_seen = BTreeMap::new();
        for (date, code, name) in areas {
            if register.editions.last() != Some(&date) {
                register.editions.push(date);
            }
            let first = register.editions.first() == Some(&date);
            let life = register
                .lives
                .entry(code)
                .or_insert_with(|| MunicipalityLife {
                    code,
                    names: Vec::new(),
                    from: (!first).then_some(date),
                    to: None,
                });
            if life.names.last().is_none_or(|(_, known)| *known != name) {
                register.names.entry(key(&name)).or_default().insert(code);
                register
                    .names
                    .entry(key(without_qualifier(&name)))
                    .or_default()
                    .insert(code);
                life.names.push((date, name));
            }
            last_seen.insert(code, date);
        }
        for (code, seen) in last_seen {
            let end = register
                .editions
                .iter()
                .copied()
                .find(|edition| *edition > seen);
            if let Some(life) = register.lives.get_mut(&code) {
                life.to = end;
            }
        }
        for Alias { code, name } in aliases {
            register.names.entry(key(name)).or_default().insert(*code);
        }
        register
    }

    /// Builds the register from everything on record.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let areas = facts.editions.iter().flat_map(|edition| {
            edition
                .areas
                .iter()
                .map(|area| (edition.date, area.code, Arc::clone(&area.name)))
        });
        Self::new(areas, facts.successions.to_vec(), &facts.aliases)
    }

    /// The dates of the editions, in order.
    #[must_use]
    pub fn editions(&self) -> &[Date] {
        &self.editions
    }

    /// The edition that follows the one of this date.
    #[must_use]
    pub fn next_edition(&self, date: Date) -> Option<Date> {
        self.editions
            .iter()
            .copied()
            .find(|edition| *edition > date)
    }

    /// The life of a code, whenever it was.
    #[must_use]
    pub fn find(&self, code: MunicipalityCode) -> Option<&MunicipalityLife> {
        self.lives.get(&code)
    }

    /// The municipality that bore the code on the date.
    pub fn get(
        &self,
        code: MunicipalityCode,
        date: Date,
    ) -> Result<&MunicipalityLife, NoMunicipality> {
        let Some(life) = self.lives.get(&code) else {
            return Err(NoMunicipality::Unknown(code));
        };
        match (life.from, life.to) {
            (_, Some(to)) if to <= date => Err(NoMunicipality::Ended {
                code,
                name: life.name(date).to_owned(),
                to,
                successors: self.successors(code).map(RelatedMunicipality::to).collect(),
            }),
            (Some(from), _) if date < from => Err(NoMunicipality::NotYet {
                code,
                name: life.name(date).to_owned(),
                from,
                predecessors: self
                    .predecessors(code)
                    .map(RelatedMunicipality::from)
                    .collect(),
            }),
            _ => Ok(life),
        }
    }

    /// Whether the edition of the date has a municipality with the code. An
    /// error when there is no edition of just that date.
    pub fn get_in_edition(
        &self,
        code: MunicipalityCode,
        date: Date,
    ) -> Result<&MunicipalityLife, Message> {
        if !self.editions.contains(&date) {
            let choices = self.editions.iter().collect();
            return Err(PlaceMessage::NotAnEdition { date, choices }.into());
        }
        self.get(code, date).map_err(Message::from)
    }

    /// All lives, by code.
    pub fn lives(&self) -> impl Iterator<Item = &MunicipalityLife> {
        self.lives.values()
    }

    /// Every municipality that ever bore this name or alias, however its
    /// capitals, accents, apostrophes and hyphens are written, with `gemeente`
    /// before or behind it, abbreviated, or with its province. A name with a
    /// qualifier, such as `Bergen (NH.)`, is found without it too.
    pub fn find_by_name(&self, name: &str) -> impl Iterator<Item = &MunicipalityLife> {
        let found = forms(name).into_iter().find_map(|(form, province)| {
            let codes = self.names.get(&form.replace(' ', ""))?;
            let codes = codes.iter().copied();
            let fits = |code: &MunicipalityCode| {
                province
                    .as_deref()
                    .is_none_or(|province| lies_in(*code, province))
            };
            let found: Vec<_> = codes.filter(fits).collect();
            (!found.is_empty()).then_some(found)
        });
        let codes = found.unwrap_or_default().into_iter();
        codes.filter_map(|code| self.lives.get(&code))
    }

    /// Where the area of an ended municipality went.
    pub fn successors(&self, code: MunicipalityCode) -> impl Iterator<Item = &Succession> {
        self.successions
            .iter()
            .filter(move |succession| succession.from == code)
    }

    /// The municipalities of a date from which one that lived later came, wholly or
    /// in part; itself among them when it was there.
    #[must_use]
    pub fn ancestors(&self, code: MunicipalityCode, date: Date) -> Vec<&MunicipalityLife> {
        let mut found = BTreeMap::new();
        let mut open = vec![code];
        let mut seen = BTreeSet::new();
        while let Some(code) = open.pop() {
            if !seen.insert(code) {
                continue;
            }
            found.extend(self.get(code, date).ok().map(|life| (code, life)));
            let later = self.predecessors(code).filter(|s| s.date > date);
            open.extend(later.map(|s| s.from));
        }
        found.into_values().collect()
    }

    /// Which municipalities went, wholly or in part, into this one.
    pub fn predecessors(&self, code: MunicipalityCode) -> impl Iterator<Item = &Succession> {
        self.successions
            .iter()
            .filter(move |succession| succession.to == code)
    }
}

/// The key of a name: capitals, accents, apostrophes, hyphens and spaces do
/// not matter.
fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

#[cfg(test)]
mod tests;
