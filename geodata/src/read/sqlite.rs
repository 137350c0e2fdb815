//! An SQLite file of a stranger, opened so that nothing in it runs.
//!
//! 1. The file is read from memory: there is no journal, no file beside it and
//!    no lock, and nothing stays.
//! 2. Views and triggers are switched off, functions in the schema are not
//!    trusted, and what a statement may ask for is limited.
//! 3. Only plain tables are read, without columns that are computed.
//! 4. A statement that goes on and on is ended.

use std::io::Read as _;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};

use super::{Counted, ReadError};

/// Bytes of a name or a code that are read; a longer one is refused later.
const LONGEST_TEXT: usize = 4_000;

/// Bytes of one value, and with it of one geometry.
const LARGEST_VALUE: i32 = 64 << 20;
/// Definitions in the schema: each is kept in memory.
const MOST_DEFINITIONS: usize = 5_000;
/// How a definition begins.
const DEFINITION: &[u8] = b"create ";
/// Instructions of all statements, and between two looks at the number.
const MOST_INSTRUCTIONS: u32 = 50_000_000;
const INSTRUCTIONS_BETWEEN: i32 = 10_000;
/// Where a file says that it is in write-ahead mode, and what says that it is
/// not.
const JOURNAL: std::ops::Range<usize> = 18..20;
const WRITE_AHEAD: [u8; 2] = [2, 2];
const ROLL_BACK: [u8; 2] = [1, 1];

const LIMITS: [(Limit, i32); 9] = [
    (Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (Limit::SQLITE_LIMIT_VDBE_OP, 20_000),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// Opens a file, and tells whether it was open elsewhere in write-ahead mode
/// when it was copied: what was written last is then in another file.
pub(super) fn open(bytes: &[u8]) -> Result<(Connection, bool), ReadError> {
    let definitions = bytes
        .windows(DEFINITION.len())
        .filter(|found| found.eq_ignore_ascii_case(DEFINITION));
    if definitions.count() > MOST_DEFINITIONS {
        return Err(ReadError::TooLarge(MOST_DEFINITIONS, Counted::Tables));
    }
    let was_open = bytes.get(JOURNAL) == Some(&WRITE_AHEAD);
    let mut file = Connection::open_in_memory()?;
    restrict(&file)?;
    let (before, rest) = bytes.split_at(JOURNAL.start.min(bytes.len()));
    let (journal, after) = rest.split_at(JOURNAL.len().min(rest.len()));
    // SQLite reads no file from memory that says it has a journal beside it.
    let journal = if was_open { &ROLL_BACK } else { journal };
    let read = before.chain(journal).chain(after);
    file.deserialize_read_exact(MAIN_DB, read, bytes.len(), true)?;
    Ok((file, was_open))
}

fn restrict(file: &Connection) -> Result<(), ReadError> {
    for (limit, value) in LIMITS {
        file.set_limit(limit, value)?;
    }
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        file.set_db_config(setting, on)?;
    }
    // What is sorted or set aside stays in memory, and within the cache.
    file.execute_batch(
        "pragma cell_size_check = on;
         pragma query_only = on;
         pragma temp_store = memory;
         pragma cache_size = -8192;",
    )?;
    let mut left = MOST_INSTRUCTIONS / INSTRUCTIONS_BETWEEN.unsigned_abs();
    file.progress_handler(
        INSTRUCTIONS_BETWEEN,
        Some(move || {
            left = left.saturating_sub(1);
            left == 0
        }),
    )?;
    Ok(())
}

/// A column of a table.
pub(super) struct Column {
    pub(super) name: String,
    /// Whether its values are computed when they are read.
    is_computed: bool,
}

/// The columns of a table. Read as values: asked as names of a statement,
/// rusqlite wants UTF-8.
pub(super) fn columns(file: &Connection, table: &str) -> Result<Vec<Column>, ReadError> {
    check_plain(file, table)?;
    let mut query = file.prepare(
        "select name, hidden
         from pragma_table_xinfo(?1)",
    )?;
    let columns = query.query_map([table], |row| {
        Ok(Column {
            name: as_text(row.get_ref(0)?).unwrap_or_default(),
            is_computed: row.get::<_, i64>(1)? != 0,
        })
    })?;
    Ok(columns.collect::<Result<_, _>>()?)
}

/// Refuses to read columns of what is no plain table, or that are computed.
pub(super) fn check_table(
    file: &Connection,
    table: &str,
    wanted: &[&str],
) -> Result<(), ReadError> {
    for column in columns(file, table)? {
        let is_wanted = |name: &&str| name.eq_ignore_ascii_case(&column.name);
        if column.is_computed && wanted.iter().any(is_wanted) {
            return Err(not_a_table(table));
        }
    }
    Ok(())
}

/// A view or a virtual table could compute for ever, and has no pages.
fn check_plain(file: &Connection, table: &str) -> Result<(), ReadError> {
    let mut query = file.prepare(
        "select type, rootpage
         from sqlite_schema
         where name = ?1 collate nocase
         and type in ('table', 'view')",
    )?;
    let mut rows = query.query([table])?;
    let mut is_plain = false;
    while let Some(row) = rows.next()? {
        let is_table = as_text(row.get_ref(0)?).as_deref() == Some("table");
        let pages = row.get_ref(1)?.as_i64().unwrap_or_default();
        if !is_table || pages <= 0 || is_plain {
            return Err(not_a_table(table));
        }
        is_plain = true;
    }
    if is_plain {
        Ok(())
    } else {
        Err(ReadError::NoSuchTable(table.chars().take(60).collect()))
    }
}

fn not_a_table(table: &str) -> ReadError {
    ReadError::NotATable(table.chars().take(60).collect())
}

/// Numbers and text; what is longer than any code or name is cut.
pub(super) fn as_text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(text) => {
            let text = &text[..text.len().min(LONGEST_TEXT)];
            Some(String::from_utf8_lossy(text).into_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of the bytes that these statements make, as it is opened here.
    fn opened(statements: &str) -> Connection {
        let made = Connection::open_in_memory().unwrap();
        made.execute_batch(statements).unwrap();
        let bytes = made.serialize(MAIN_DB).unwrap().to_vec();
        open(&bytes).unwrap().0
    }

    #[test]
    fn nothing_in_a_file_runs_even_where_it_is_asked() {
        let file = opened("create table a (b); create view v as select 1;");
        for (setting, expected) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        ] {
            assert_eq!(file.db_config(setting).unwrap(), expected);
        }
        assert!(file.prepare("select * from v").is_err());
        assert!(file.execute_batch("insert into a values (1)").is_err());
        assert!(file.execute_batch("attach ':memory:' as other").is_err());
    }

    #[test]
    fn what_a_statement_may_ask_for_is_limited() {
        let file = opened("create table a (b);");
        for (limit, most) in LIMITS {
            assert_eq!(file.limit(limit).unwrap(), most);
        }
        let large = "select length(zeroblob(70000000))";
        assert!(
            file.query_row(large, [], |row| row.get::<_, i64>(0))
                .is_err()
        );
        let endless = "with recursive n(i) as (select 1 union all select i + 1 from n)
             select count(*) from n";
        assert!(
            file.query_row(endless, [], |row| row.get::<_, i64>(0))
                .is_err()
        );
    }

    #[test]
    fn a_text_longer_than_any_name_is_cut() {
        let text = "x".repeat(LONGEST_TEXT + 1);
        let read = as_text(ValueRef::Text(text.as_bytes())).unwrap();
        assert_eq!(read.len(), LONGEST_TEXT);
    }
}
