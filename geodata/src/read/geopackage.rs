//! GeoPackage: an SQLite file with a table of features.

use std::path::Path;

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row};

use super::attributes::{CODE_KEYS, NAME_KEYS, find};
use super::{Layer, MOST_POSITIONS, RawFeature, ReadError, check, wkb};
use crate::crs::Crs;

/// The most bytes that one value may have, and with it one geometry.
const LARGEST_VALUE: i32 = 64 << 20;

struct Table {
    name: String,
    geometry: String,
    srs: i64,
}

/// Reads a layer of municipalities: the one named, or the only one.
///
/// The CRS is that of the layer: EPSG:28992 or EPSG:4326 (longitude first, as
/// GeoPackage has it). Code and name are columns named as the properties of
/// [`super::geojson`]. The file is only read.
pub fn geopackage(path: &Path, layer: Option<&str>) -> Result<Layer, ReadError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let file = Connection::open_with_flags(path, flags)?;
    // The file may be hostile: no code of its schema runs, nothing grows.
    file.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE)?;
    file.execute_batch("pragma trusted_schema = off; pragma cell_size_check = on;")?;
    let table = choose(&file, layer)?;
    let crs = crs_of(&file, table.srs)?;
    let features = features(&file, &table)?;
    Ok(check::layer(crs, features))
}

fn choose(file: &Connection, wanted: Option<&str>) -> Result<Table, ReadError> {
    let mut query = file.prepare(
        "select table_name, column_name, srs_id
         from gpkg_geometry_columns
         order by table_name",
    )?;
    let table = |row: &Row<'_>| {
        Ok(Table {
            name: row.get(0)?,
            geometry: row.get(1)?,
            srs: row.get(2)?,
        })
    };
    let mut tables: Vec<Table> = query.query_map([], table)?.collect::<Result<_, _>>()?;
    let layers = |tables: &[Table]| tables.iter().map(|table| table.name.clone()).collect();
    let table = match wanted {
        Some(wanted) => match tables.iter().position(|table| table.name == wanted) {
            Some(place) => tables.swap_remove(place),
            None => {
                return Err(ReadError::NoSuchLayer {
                    wanted: wanted.to_owned(),
                    layers: layers(&tables),
                });
            }
        },
        None if tables.len() == 1 => tables.swap_remove(0),
        None => return Err(ReadError::WhichLayer(layers(&tables))),
    };
    // A view or virtual table could compute for ever.
    let plain: bool = file.query_row(
        "select count(*) > 0
         from sqlite_master
         where name = ?1 and type = 'table' and sql not like 'create virtual%'",
        [&table.name],
        |row| row.get(0),
    )?;
    if plain {
        Ok(table)
    } else {
        Err(ReadError::NotATable(table.name))
    }
}

fn crs_of(file: &Connection, srs: i64) -> Result<Crs, ReadError> {
    let found = file.query_row(
        "select organization, organization_coordsys_id
         from gpkg_spatial_ref_sys
         where srs_id = ?1",
        [srs],
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)),
    );
    match found {
        Ok((organization, number)) => match (organization.to_ascii_uppercase().as_str(), number) {
            ("EPSG", 28992) => Ok(Crs::RdNew),
            ("EPSG", 4326) => Ok(Crs::Crs84),
            _ => Err(ReadError::UnknownCrs(format!("{organization}:{number}"))),
        },
        Err(rusqlite::Error::QueryReturnedNoRows) => {
            Err(ReadError::UnknownCrs(format!("with srs_id {srs}")))
        }
        Err(other) => Err(other.into()),
    }
}

fn features(file: &Connection, table: &Table) -> Result<Vec<RawFeature>, ReadError> {
    let columns = columns(file, table)?;
    let column = |keys, missing| {
        let names = columns.iter().map(String::as_str);
        find(keys, &names)
            .map(identifier)
            .ok_or_else(|| ReadError::NoSuchColumn {
                layer: table.name.clone(),
                missing,
                columns: columns.clone(),
            })
    };
    let mut query = file.prepare(&format!(
        "select {}, {}, {} from {} order by rowid",
        column(&CODE_KEYS, "statcode")?,
        column(&NAME_KEYS, "statnaam")?,
        identifier(&table.geometry),
        identifier(&table.name),
    ))?;
    let mut rows = query.query([])?;
    let mut features = Vec::new();
    let mut positions = 0;
    while let Some(row) = rows.next()? {
        let feature = RawFeature {
            place: features.len() + 1,
            code: as_text(row.get_ref(0)?),
            name: as_text(row.get_ref(1)?),
            geometry: match row.get_ref(2)? {
                ValueRef::Blob(blob) => wkb::polygons(blob),
                _ => Err("there is no geometry; give a Polygon or MultiPolygon".to_owned()),
            },
        };
        // A feature without positions counts too.
        positions += feature.positions() + 1;
        if positions > MOST_POSITIONS {
            return Err(ReadError::TooLarge);
        }
        features.push(feature);
    }
    Ok(features)
}

/// Read as values: asked as names of a statement, rusqlite wants UTF-8.
fn columns(file: &Connection, table: &Table) -> Result<Vec<String>, ReadError> {
    let mut query = file.prepare(
        "select name
         from pragma_table_info(?1)
         order by cid",
    )?;
    let name = |row: &Row<'_>| Ok(as_text(row.get_ref(0)?).unwrap_or_default());
    let names = query
        .query_map([&table.name], name)?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

fn as_text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        _ => None,
    }
}

fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
