//! Every table of which each row is a version of a record: which columns tell
//! the records apart and what they say. The audit trail and undoing go by this
//! list; a test compares it with the tables of the database.

mod reading;

use domain::message::{Message, read_kept};
pub(crate) use reading::{Version, find_later, touched, touched_groups, touched_tables};

/// What a record is, by the name of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// The municipalities from a date on.
    Edition,
    /// Where an ended municipality went.
    Succession,
    /// Another name of a municipality.
    Alias,
    /// Inhabitants of a municipality.
    Population,
    /// A division of the country.
    RegionSet,
    /// A region of a set.
    Region,
    /// A municipality in a region.
    Membership,
    /// An answer about a building block.
    Verdict,
    /// How care coordination is filled.
    Arrangement,
    /// A policy document.
    Document,
    /// A figure for the whole country.
    Indicator,
    /// By which a program says who it is.
    Token,
    /// A campaign.
    Campaign,
    /// A municipality in a campaign.
    Target,
    /// A briefing.
    Briefing,
    /// What stands in the way.
    Bottleneck,
    /// What works.
    GoodPractice,
    /// That what was inherited is right.
    Confirmation,
}

/// A table of versions.
#[derive(Debug)]
pub(crate) struct VersionedTable {
    pub(crate) kind: RecordKind,
    pub(crate) name: &'static str,
    /// What tells the records apart, as text; never null.
    pub(crate) key: &'static [&'static str],
    /// How many of the columns of the key say which records hang together: one
    /// is not taken back without the others.
    pub(crate) group: usize,
    /// What a record says.
    pub(crate) values: &'static [&'static str],
    /// What a record says in tables beside it.
    pub(crate) parts: &'static [ListTable],
}

/// A table with a list that belongs to a version.
#[derive(Debug)]
pub(crate) struct ListTable {
    pub(crate) name: &'static str,
    /// The column with the key of the record.
    pub(crate) owner: &'static str,
    /// What the list says.
    pub(crate) values: &'static [&'static str],
    /// Whether the audit trail leaves it out for its size.
    pub(crate) large: bool,
}

const fn table(
    kind: RecordKind,
    name: &'static str,
    key: &'static [&'static str],
    values: &'static [&'static str],
) -> VersionedTable {
    VersionedTable {
        kind,
        name,
        key,
        group: key.len(),
        values,
        parts: &[],
    }
}

const fn part(
    name: &'static str,
    owner: &'static str,
    values: &'static [&'static str],
) -> ListTable {
    ListTable {
        name,
        owner,
        values,
        large: false,
    }
}

/// The tables, those that others refer to first.
/// To what something was done, by what the record keeps of it.
#[must_use]
pub fn about(kept: &str) -> Message {
    read_kept(kept, |kind| TABLES.iter().any(|table| table.name == kind))
}

pub(crate) const TABLES: [VersionedTable; 18] = [
    VersionedTable {
        parts: &[ListTable {
            large: true,
            ..part(
                "boundary_area",
                "edition_date",
                &["code", "name", "geometry"],
            )
        }],
        ..table(
            RecordKind::Edition,
            "boundary_edition",
            &["date"],
            &["crs", "source"],
        )
    },
    VersionedTable {
        group: 1,
        ..table(
            RecordKind::Succession,
            "succession",
            &["date", "from_code", "to_code"],
            &["from_name", "to_name", "area_share"],
        )
    },
    table(RecordKind::Alias, "alias", &["code", "alias"], &[]),
    table(
        RecordKind::Population,
        "population_figure",
        &["boundary_date", "code"],
        &["inhabitants", "reference_date", "source"],
    ),
    table(
        RecordKind::RegionSet,
        "region_set",
        &["id"],
        &["title_nl", "title_en", "provisional", "position"],
    ),
    table(
        RecordKind::Region,
        "region",
        &["region_set", "code"],
        &["name", "status"],
    ),
    VersionedTable {
        group: 2,
        ..table(
            RecordKind::Membership,
            "region_membership",
            &["region_set", "municipality_code", "valid_from"],
            &["region_code", "valid_to"],
        )
    },
    table(
        RecordKind::Verdict,
        "verdict",
        &["code", "rubric", "block", "valid_from"],
        &[
            "verdict",
            "established",
            "source_url",
            "source_certainty",
            "note",
        ],
    ),
    VersionedTable {
        parts: &[
            part("arrangement_form", "arrangement_id", &["form"]),
            part(
                "arrangement_coverage",
                "arrangement_id",
                &["code", "boundary_date"],
            ),
        ],
        ..table(
            RecordKind::Arrangement,
            "arrangement",
            &["id"],
            &[
                "status",
                "mode",
                "organisation",
                "commissioned_by",
                "age_from",
                "age_to",
                "fte",
                "valid_from",
                "valid_to",
                "source_url",
                "source_certainty",
                "note",
                "contact_name",
                "contact_email",
                "contact_phone",
            ],
        )
    },
    VersionedTable {
        parts: &[part(
            "document_coverage",
            "document_id",
            &["code", "boundary_date"],
        )],
        ..table(
            RecordKind::Document,
            "policy_document",
            &["id"],
            &[
                "title",
                "scope",
                "identifier",
                "valid_from",
                "valid_to",
                "source_url",
                "source_certainty",
                "themes_mentioned",
                "note",
            ],
        )
    },
    table(
        RecordKind::Indicator,
        "national_indicator",
        &["indicator", "date"],
        &[
            "value",
            "of_total",
            "unit",
            "source_url",
            "source_certainty",
            "note",
        ],
    ),
    // The regions hang on the hash of the secret, which the trail never tells.
    table(
        RecordKind::Token,
        "api_token",
        &["name"],
        &["role", "scope", "expires"],
    ),
    table(
        RecordKind::Campaign,
        "campaign",
        &["id"],
        &["title", "goal", "first_day", "last_day", "partners"],
    ),
    table(
        RecordKind::Target,
        "campaign_target",
        &["campaign_id", "code"],
        &["stage", "owner", "replaces"],
    ),
    VersionedTable {
        parts: &[part("briefing_municipality", "briefing_id", &["code"])],
        ..table(
            RecordKind::Briefing,
            "briefing",
            &["id"],
            &[
                "campaign_id",
                "date",
                "stage",
                "kind",
                "region_set",
                "region_code",
                "owner",
                "partners",
                "outcome",
                "follow_up",
            ],
        )
    },
    table(
        RecordKind::Bottleneck,
        "bottleneck",
        &["id"],
        &[
            "category",
            "text",
            "region_set",
            "region_code",
            "municipality_code",
            "raised",
            "resolved",
            "escalated_to",
        ],
    ),
    table(
        RecordKind::GoodPractice,
        "good_practice",
        &["id"],
        &[
            "title",
            "text",
            "block",
            "region_set",
            "region_code",
            "municipality_code",
            "source_url",
        ],
    ),
    table(
        RecordKind::Confirmation,
        "confirmation",
        &["code", "valid_from"],
        &[],
    ),
];

/// What no version says: which change wrote it, and secrets.
#[cfg(test)]
const APART: [&str; 4] = ["recorded_in", "superseded_in", "position", "hash"];

impl RecordKind {
    pub(crate) fn table(self) -> &'static VersionedTable {
        // Each kind has its table; a test goes through them.
        TABLES
            .iter()
            .find(|table| table.kind == self)
            .unwrap_or(&TABLES[0])
    }
}

impl VersionedTable {
    /// The columns that a version says, key first.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.key.iter().chain(self.values).copied()
    }

    /// The columns that say which records hang together.
    pub(crate) fn group_columns(&self) -> &'static [&'static str] {
        &self.key[..self.group]
    }
}

#[cfg(test)]
mod tests;
