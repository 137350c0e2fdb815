//! Versions of records, read from whichever table as text.

use std::sync::LazyLock;

use sqlx::{AssertSqlSafe, Row};

use super::{ListTable, TABLES, VersionedTable};
use crate::StoreError;
use crate::sql::dialect::Tx;

/// One version of a record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Version {
    /// In the order of the table's key.
    pub(crate) key: Vec<String>,
    /// In the order of the table's values.
    pub(crate) values: Vec<Option<String>>,
    /// The rows of each list beside it, in an order that does not change.
    pub(crate) parts: Vec<Vec<Vec<Option<String>>>>,
    pub(crate) recorded_in: i64,
    pub(crate) superseded_in: Option<i64>,
}

impl Version {
    /// Whether both say the same of the same record.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.key == other.key && self.values == other.values && self.parts == other.parts
    }

    /// Whether it stood when a revision had been made.
    pub(crate) fn stood_after(&self, revision: i64) -> bool {
        self.recorded_in <= revision && self.superseded_in.is_none_or(|end| end > revision)
    }
}

/// Asks of all tables at once: most changes touch one. The end of an index is
/// read: where one import wrote nearly all, `PostgreSQL` looks for the rows of a
/// revision by going through the table.
static TOUCHED: LazyLock<String> = LazyLock::new(|| {
    let tables = TABLES.iter().enumerate().map(|(place, table)| {
        let name = table.name;
        format!(
            "select cast({place} as bigint) as place
             where (select max(recorded_in) from {name}) = $1
                 or (select max(superseded_in) from {name} where superseded_in is not null) = $1"
        )
    });
    tables.collect::<Vec<_>>().join(" union all ")
});

/// The tables of which a change wrote or withdrew versions. No later one may be
/// on record.
pub(crate) async fn touched_tables(
    tx: &mut Tx,
    revision: i64,
) -> Result<Vec<&'static VersionedTable>, StoreError> {
    macro_rules! read {
        ($tx:expr) => {{
            sqlx::query_scalar::<_, i64>(AssertSqlSafe(TOUCHED.as_str()))
                .bind(revision)
                .fetch_all(&mut **$tx)
                .await?
        }};
    }
    let places: Vec<i64> = match tx {
        Tx::Sqlite(tx) => read!(tx),
        Tx::Postgres(tx) => read!(tx),
    };
    let places = places.into_iter();
    Ok(places
        .filter_map(|place| TABLES.get(usize::try_from(place).ok()?))
        .collect())
}

/// The versions that a change wrote or withdrew, without what is large.
pub(crate) async fn touched(
    tx: &mut Tx,
    table: &VersionedTable,
    revision: i64,
) -> Result<Vec<Version>, StoreError> {
    let touched = "recorded_in = $1 or superseded_in = $1";
    versions(tx, table, touched, &[], revision, false).await
}

/// All versions of the records that a change wrote or withdrew, and of those
/// that hang together with them.
pub(crate) async fn touched_groups(
    tx: &mut Tx,
    table: &VersionedTable,
    revision: i64,
) -> Result<Vec<Version>, StoreError> {
    let (name, group) = (table.name, table.group_columns().join(", "));
    let touched = format!(
        "({group}) in (select {group} from {name} where recorded_in = $1 or superseded_in = $1)"
    );
    versions(tx, table, &touched, &[], revision, true).await
}

/// The versions of records that begin with this key, written or withdrawn
/// after a revision.
pub(crate) async fn find_later(
    tx: &mut Tx,
    table: &VersionedTable,
    key: &[&str],
    revision: i64,
) -> Result<Vec<Version>, StoreError> {
    let columns = table.key.iter().take(key.len()).enumerate();
    let equals = columns.map(|(place, column)| format!(" and {column} = ${}", place + 2));
    let equals: String = equals.collect();
    let later = format!("(recorded_in > $1 or superseded_in > $1){equals}");
    versions(tx, table, &later, key, revision, true).await
}

async fn versions(
    tx: &mut Tx,
    table: &VersionedTable,
    condition: &str,
    key: &[&str],
    revision: i64,
    whole: bool,
) -> Result<Vec<Version>, StoreError> {
    let columns = as_text(table.columns());
    let order = table.key.join(", ");
    let name = table.name;
    let sql = format!(
        "select {columns}, recorded_in, superseded_in
         from {name}
         where {condition}
         order by {order}, recorded_in"
    );
    macro_rules! read {
        ($tx:expr) => {{
            let mut query = sqlx::query(AssertSqlSafe(sql)).bind(revision);
            for value in key {
                query = query.bind(*value);
            }
            let rows = query.fetch_all(&mut **$tx).await?;
            rows.iter()
                .map(|row| read(table, row))
                .collect::<Result<Vec<_>, _>>()?
        }};
    }
    let mut versions = match &mut *tx {
        Tx::Sqlite(tx) => read!(tx),
        Tx::Postgres(tx) => read!(tx),
    };
    for version in &mut versions {
        for part in table.parts.iter().filter(|part| whole || !part.large) {
            version.parts.push(list(tx, part, version).await?);
        }
    }
    Ok(versions)
}

fn read<'r, R: Row>(table: &VersionedTable, row: &'r R) -> Result<Version, sqlx::Error>
where
    usize: sqlx::ColumnIndex<R>,
    String: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<String>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    Option<i64>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    let (keys, values) = (table.key.len(), table.values.len());
    let end = keys + values;
    Ok(Version {
        key: (0..keys)
            .map(|at| row.try_get(at))
            .collect::<Result<_, _>>()?,
        values: (keys..end)
            .map(|at| row.try_get(at))
            .collect::<Result<_, _>>()?,
        parts: Vec::new(),
        recorded_in: row.try_get(end)?,
        superseded_in: row.try_get(end + 1)?,
    })
}

/// The rows of a list beside a version.
async fn list(
    tx: &mut Tx,
    part: &ListTable,
    version: &Version,
) -> Result<Vec<Vec<Option<String>>>, StoreError> {
    let (columns, name, owner) = (as_text(part.values.iter().copied()), part.name, part.owner);
    let order = part.values.join(", ");
    let sql = format!(
        "select {columns}
         from {name}
         where {owner} = $1 and recorded_in = $2
         order by {order}"
    );
    macro_rules! read {
        ($tx:expr) => {{
            let rows = sqlx::query(AssertSqlSafe(sql))
                .bind(version.key[0].as_str())
                .bind(version.recorded_in)
                .fetch_all(&mut **$tx)
                .await?;
            rows.iter()
                .map(|row| (0..part.values.len()).map(|at| row.try_get(at)).collect())
                .collect::<Result<_, sqlx::Error>>()?
        }};
    }
    Ok(match tx {
        Tx::Sqlite(tx) => read!(tx),
        Tx::Postgres(tx) => read!(tx),
    })
}

fn as_text(columns: impl Iterator<Item = &'static str>) -> String {
    let columns = columns.map(|column| format!("cast({column} as text)"));
    columns.collect::<Vec<_>>().join(", ")
}
