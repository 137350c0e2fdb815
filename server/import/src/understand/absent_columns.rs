//! A file without a column leaves what stands in it; an empty cell empties it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use jiff::civil::Date;

use crate::read::table::Table;
use crate::{ImportError, ImportJob};
use actions::NewVerdict;
use domain::care::arrangement::Arrangement;
use domain::facts::{Facts, PopulationFigure};
use domain::places::code::MunicipalityCode;
use domain::policy::document::PolicyDocument;
use domain::policy::verdict::VerdictRecord;
use domain::recorded::Recorded;
use domain::source::Source;

/// The optional columns that a file does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AbsentColumns(Vec<&'static str>);

impl Table {
    /// The columns that the file does not have, whatever was repaired since.
    pub(crate) fn absent(&self) -> AbsentColumns {
        let columns = self.found.layout.columns.iter().enumerate();
        let of_file = &self.found.places[..self.file_columns];
        let absent = columns.filter(|(place, _)| !of_file.contains(&Some(*place)));
        AbsentColumns(absent.map(|(_, column)| column.name).collect())
    }
}

/// A record of which a file may leave some fields as they stand.
pub(crate) trait PartialRecord {
    /// By what it is known.
    type Key: Hash + Eq;
    /// What stands of it.
    type Standing;
    /// Its key.
    fn key(&self) -> Self::Key;
    /// All that stands, by key.
    fn standing(facts: &Facts) -> HashMap<Self::Key, &Self::Standing>;
    /// Takes the fields over that the file does not have.
    fn keep(&mut self, standing: &Self::Standing, absent: &AbsentColumns);
}

/// What stands, where a file does not have every column.
#[derive(Debug)]
pub(crate) struct CurrentRecords {
    absent: AbsentColumns,
    /// Everything on record, when any column is absent.
    facts: Option<Facts>,
}

impl CurrentRecords {
    /// What stands in the columns that the file of a job does not have.
    pub(crate) async fn of(job: &ImportJob<'_>, table: &Table) -> Result<Self, ImportError> {
        let absent = table.absent();
        let facts = if absent.0.is_empty() {
            None
        } else {
            Some(job.writer.store().facts().await?)
        };
        Ok(Self { absent, facts })
    }

    /// Fills in what stands where the file says nothing.
    pub(crate) fn fill<'r, T: PartialRecord + 'r>(&self, records: impl Iterator<Item = &'r mut T>) {
        let Some(facts) = &self.facts else {
            return;
        };
        let standing = T::standing(facts);
        for record in records {
            if let Some(standing) = standing.get(&record.key()) {
                record.keep(standing, &self.absent);
            }
        }
    }
}

impl AbsentColumns {
    fn fill<T: Clone>(&self, column: &str, field: &mut Option<T>, standing: Option<&T>) {
        if field.is_none() && self.has(column) {
            *field = standing.cloned();
        }
    }

    fn has(&self, column: &str) -> bool {
        self.0.contains(&column)
    }

    fn fill_source(&self, certainty: &str, source: &mut Source, standing: &Source) {
        self.fill("source_url", &mut source.url, standing.url.as_ref());
        self.fill(
            certainty,
            &mut source.certainty,
            standing.certainty.as_ref(),
        );
    }
}

fn by_key<'a, T: 'a, K: Hash + Eq>(
    records: impl IntoIterator<Item = &'a Recorded<T>>,
    key: impl Fn(&T) -> K,
) -> HashMap<K, &'a T> {
    let standing = records.into_iter().filter(|record| record.known_at(None));
    standing
        .map(|record| (key(&record.fact), &record.fact))
        .collect()
}

impl PartialRecord for NewVerdict {
    type Key = (MunicipalityCode, Arc<str>, Arc<str>, Date);
    type Standing = VerdictRecord;

    fn key(&self) -> Self::Key {
        let (rubric, block) = (Arc::clone(&self.rubric), Arc::clone(&self.block));
        (self.code, rubric, block, self.valid_from)
    }

    fn standing(facts: &Facts) -> HashMap<Self::Key, &VerdictRecord> {
        by_key(facts.verdicts.iter(), |known| {
            let (rubric, block) = (Arc::clone(&known.rubric), Arc::clone(&known.block));
            (known.code, rubric, block, known.valid_from)
        })
    }

    fn keep(&mut self, standing: &VerdictRecord, absent: &AbsentColumns) {
        absent.fill(
            "source_url",
            &mut self.source.url,
            standing.source.url.as_ref(),
        );
        absent.fill("note", &mut self.note, standing.note.as_ref());
    }
}

impl PartialRecord for Arrangement {
    type Key = String;
    type Standing = Self;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn standing(facts: &Facts) -> HashMap<String, &Self> {
        by_key(&facts.arrangements, |known| known.id.to_string())
    }

    fn keep(&mut self, standing: &Self, absent: &AbsentColumns) {
        let Self {
            organisation,
            commissioned_by,
            age_from,
            age_to,
            fte,
            note,
            ..
        } = standing;
        absent.fill(
            "organisation",
            &mut self.organisation,
            organisation.as_ref(),
        );
        absent.fill(
            "commissioned_by",
            &mut self.commissioned_by,
            commissioned_by.as_ref(),
        );
        absent.fill("age_from", &mut self.age_from, age_from.as_ref());
        absent.fill("age_to", &mut self.age_to, age_to.as_ref());
        absent.fill("fte", &mut self.fte, fte.as_ref());
        absent.fill("note", &mut self.note, note.as_ref());
        absent.fill("valid_to", &mut self.period.to, standing.period.to.as_ref());
        absent.fill_source("date_certainty", &mut self.source, &standing.source);
        if self.forms.is_empty() && absent.has("forms") {
            self.forms.clone_from(&standing.forms);
        }
    }
}

impl PartialRecord for PolicyDocument {
    type Key = String;
    type Standing = Self;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn standing(facts: &Facts) -> HashMap<String, &Self> {
        by_key(&facts.documents, |known| known.id.to_string())
    }

    fn keep(&mut self, standing: &Self, absent: &AbsentColumns) {
        absent.fill(
            "identifier",
            &mut self.identifier,
            standing.identifier.as_ref(),
        );
        absent.fill("note", &mut self.note, standing.note.as_ref());
        absent.fill(
            "themes_mentioned",
            &mut self.themes_mentioned,
            standing.themes_mentioned.as_ref(),
        );
        absent.fill_source("date_kind", &mut self.source, &standing.source);
        match (&mut self.period, &standing.period) {
            (Some(period), Some(known)) => {
                absent.fill("valid_to", &mut period.to, known.to.as_ref());
            }
            (period, known) => absent.fill("valid_from", period, known.as_ref()),
        }
    }
}

impl PartialRecord for PopulationFigure {
    type Key = (Date, MunicipalityCode);
    type Standing = Self;

    fn key(&self) -> Self::Key {
        (self.boundary_date, self.code)
    }

    fn standing(facts: &Facts) -> HashMap<Self::Key, &Self> {
        let figures = facts.population.iter();
        figures.map(|known| (known.key(), known)).collect()
    }

    fn keep(&mut self, standing: &Self, absent: &AbsentColumns) {
        if self.source.is_empty() && absent.has("source") {
            self.source = standing.source.clone();
        }
        if self.reference_date == self.boundary_date && absent.has("reference_date") {
            self.reference_date = standing.reference_date;
        }
    }
}
