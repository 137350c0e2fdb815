//! What a record says, field by field, and how two records differ.

use std::fmt::Display;

use crate::care::arrangement::Arrangement;
use crate::facts::{PopulationFigure, Region, RegionSet};
use crate::policy::document::PolicyDocument;
use crate::policy::verdict::VerdictRecord;
use crate::source::Source;

/// A field that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDiff {
    /// The field, by its name in files.
    pub field: &'static str,
    /// What it said; nothing when it was empty, or the record is new.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// A field and what it says.
pub type Field = (&'static str, Option<String>);

/// A record that people write field by field, but for its key.
pub trait Fields {
    /// Its fields, always the same ones in the same order.
    fn fields(&self) -> Vec<Field>;
}

/// The fields that differ; of a new record all that say something.
#[must_use]
pub fn differences(before: Option<&impl Fields>, after: &impl Fields) -> Vec<FieldDiff> {
    let before = before.map(Fields::fields).unwrap_or_default();
    let after = after.fields();
    let pairs = after
        .into_iter()
        .enumerate()
        .map(|(place, (field, after))| {
            let before = before.get(place).and_then(|(_, before)| before.clone());
            FieldDiff {
                field,
                before,
                after,
            }
        });
    pairs.filter(|diff| diff.before != diff.after).collect()
}

fn optional(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn filled(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// The fields of a verdict.
#[must_use]
pub fn verdict_fields(
    verdict: impl Display,
    established: impl Display,
    source: &Source,
    note: Option<&String>,
) -> Vec<Field> {
    vec![
        ("verdict", Some(verdict.to_string())),
        ("established", Some(established.to_string())),
        ("source_url", source.url.clone()),
        ("note", note.cloned()),
    ]
}

impl Fields for VerdictRecord {
    fn fields(&self) -> Vec<Field> {
        verdict_fields(
            self.verdict,
            self.established,
            &self.source,
            self.note.as_ref(),
        )
    }
}

impl Fields for Arrangement {
    fn fields(&self) -> Vec<Field> {
        let forms: Vec<_> = self.forms.iter().map(ToString::to_string).collect();
        vec![
            ("status", Some(self.status.to_string())),
            ("mode", Some(self.mode.to_string())),
            ("organisation", self.organisation.clone()),
            ("commissioned_by", self.commissioned_by.clone()),
            ("age_from", optional(self.age_from)),
            ("age_to", optional(self.age_to)),
            ("forms", filled(&forms.join("; "))),
            ("fte", optional(self.fte)),
            ("valid_from", Some(self.period.from.to_string())),
            ("valid_to", optional(self.period.to)),
            ("date_certainty", self.source.certainty.clone()),
            ("source_url", self.source.url.clone()),
            ("note", self.note.clone()),
        ]
    }
}

impl Fields for PolicyDocument {
    fn fields(&self) -> Vec<Field> {
        let (from, to) = self
            .period
            .map_or((None, None), |period| (Some(period.from), period.to));
        vec![
            ("title", Some(self.title.clone())),
            ("scope", Some(self.scope.to_string())),
            ("valid_from", optional(from)),
            ("valid_to", optional(to)),
            ("date_kind", self.source.certainty.clone()),
            ("identifier", self.identifier.clone()),
            ("source_url", self.source.url.clone()),
            ("themes_mentioned", self.themes_mentioned.clone()),
            ("note", self.note.clone()),
        ]
    }
}

impl Fields for PopulationFigure {
    fn fields(&self) -> Vec<Field> {
        vec![
            ("population", Some(self.inhabitants.to_string())),
            ("reference_date", Some(self.reference_date.to_string())),
            ("source", filled(&self.source)),
        ]
    }
}

impl Fields for RegionSet {
    fn fields(&self) -> Vec<Field> {
        vec![
            ("title_nl", Some(self.title_nl.clone())),
            ("title_en", Some(self.title_en.clone())),
            ("provisional", Some(self.provisional.to_string())),
        ]
    }
}

impl Fields for Region {
    fn fields(&self) -> Vec<Field> {
        vec![
            ("name", Some(self.name.clone())),
            ("status", filled(&self.status)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::code::RegionRef;

    fn region(name: &str, status: &str) -> Region {
        Region {
            id: RegionRef::new("streek", "S1"),
            name: name.to_owned(),
            status: status.to_owned(),
        }
    }

    #[test]
    fn only_what_says_something_else_differs() {
        let diff = |before: Option<&Region>, after: &Region| {
            let diffs = differences(before, after).into_iter();
            diffs
                .map(|diff| (diff.field, diff.before, diff.after))
                .collect::<Vec<_>>()
        };
        let (old, new) = (region("Zuid", ""), region("Zuid", "official"));
        assert_eq!(diff(None, &old), [("name", None, Some("Zuid".to_owned()))]);
        assert_eq!(
            diff(Some(&old), &new),
            [("status", None, Some("official".to_owned()))]
        );
        assert_eq!(
            diff(Some(&new), &old),
            [("status", Some("official".to_owned()), None)]
        );
        assert!(diff(Some(&old), &old).is_empty());
    }
}
