use std::collections::BTreeSet;

use sqlx::Row;

use super::*;
use crate::{Database, Store};
use domain::words::Language;

/// The columns of each table that has this one.
async fn tables_with(column: &str) -> Vec<(String, BTreeSet<String>)> {
    let folder = tempfile::TempDir::new().unwrap();
    let address = format!("sqlite://{}", folder.path().join("test.db").display());
    let store = Store::connect(&address).await.unwrap();
    let Database::Sqlite(pool) = store.database() else {
        unreachable!("the address is that of a file")
    };
    let sql = "select it.name, columns.name
         from sqlite_master it, pragma_table_info(it.name) columns
         where it.type = 'table'
         order by it.name";
    let mut tables: Vec<(String, BTreeSet<String>)> = Vec::new();
    for row in sqlx::query(sql).fetch_all(pool).await.unwrap() {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        match tables.last_mut() {
            Some((last, columns)) if *last == table => {
                columns.insert(column);
            }
            _ => tables.push((table, [column].into())),
        }
    }
    tables.retain(|(_, columns)| columns.contains(column));
    tables
}

#[tokio::test]
async fn every_table_of_versions_is_here_with_all_its_columns() {
    let mut tables = tables_with("superseded_in").await;
    // A version of the rubric has an id of its own; see `Change::undo`.
    tables.retain(|(name, _)| name != "rubric");
    assert_eq!(tables.len(), TABLES.len(), "{tables:?}");
    for (name, columns) in tables {
        let table = TABLES.iter().find(|table| table.name == name);
        let table = table.unwrap_or_else(|| unreachable!("{name} is not in the list"));
        let known: BTreeSet<String> = table.columns().map(str::to_owned).collect();
        let said: BTreeSet<String> = columns
            .into_iter()
            .filter(|column| {
                !APART.contains(&column.as_str()) || column == "position" && name == "region_set"
            })
            .collect();
        assert_eq!(said, known, "{name}");
    }
}

#[tokio::test]
async fn every_list_beside_a_version_is_here_with_all_its_columns() {
    let parts: Vec<&ListTable> = TABLES.iter().flat_map(|table| table.parts).collect();
    for (name, columns) in tables_with("recorded_in").await {
        if columns.contains("superseded_in") || name == "rubric" {
            continue;
        }
        let part = parts.iter().find(|part| part.name == name);
        let part = part.unwrap_or_else(|| unreachable!("{name} is not in the list"));
        let known = part.values.iter().chain([&part.owner, &"recorded_in"]);
        let known: BTreeSet<String> = known.map(ToString::to_string).collect();
        assert_eq!(columns, known, "{name}");
    }
}

#[test]
fn each_kind_has_its_own_table() {
    for table in &TABLES {
        assert_eq!(table.kind.table().name, table.name);
    }
}

#[test]
fn every_kind_of_record_has_a_name_in_dutch() {
    for table in &TABLES {
        let about = about(&format!("{} GM0344", table.name));
        let name = about.text(Language::Dutch);
        assert!(name.ends_with(" GM0344"), "{name}");
        assert!(!name.starts_with(table.name), "{name}");
    }
}
