//! GeoPackage: an SQLite file with a table of features.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::attributes::{CODE_KEYS, NAME_KEYS, find};
use super::kind::FindingKind;
use super::report::Finding;
use super::{
    Counted, Layer, MOST_FEATURES, MOST_POSITIONS, RawFeature, ReadError, check, sqlite, wkb,
};
use crate::crs::Crs;

/// More layers than a file of boundaries has.
const MOST_LAYERS: usize = 100;

struct Table {
    name: String,
    geometry: String,
    srs: i64,
}

/// Reads a layer of municipalities: the one named, or the only one.
///
/// The CRS is that of the layer: EPSG:28992 or EPSG:4326 (longitude first, as
/// GeoPackage has it). Code and name are columns named as the properties of
/// [`super::geojson`]. The file is read in memory; nothing in it is executed.
pub fn geopackage(bytes: &[u8], layer: Option<&str>) -> Result<Layer, ReadError> {
    let (file, was_open) = sqlite::open(bytes)?;
    let table = choose(&file, layer)?;
    let crs = crs_of(&file, table.srs)?;
    let features = features(&file, &table, bytes.len())?;
    let mut layer = check::layer(crs, features);
    if was_open {
        let finding = Finding::of_file(FindingKind::WasOpen);
        layer.report.repairs.insert(0, finding);
    }
    Ok(layer)
}

fn choose(file: &Connection, wanted: Option<&str>) -> Result<Table, ReadError> {
    sqlite::check_table(
        file,
        "gpkg_geometry_columns",
        &["table_name", "column_name", "srs_id"],
    )?;
    let mut query = file.prepare(
        "select table_name, column_name, srs_id
         from gpkg_geometry_columns not indexed",
    )?;
    let table = |row: &Row<'_>| {
        Ok(Table {
            name: sqlite::as_text(row.get_ref(0)?).unwrap_or_default(),
            geometry: sqlite::as_text(row.get_ref(1)?).unwrap_or_default(),
            srs: row.get(2)?,
        })
    };
    // Sorted here: to sort, SQLite would need room for all of it.
    let rows = query.query_map([], table)?.take(MOST_LAYERS + 1);
    let mut tables: Vec<Table> = rows.collect::<Result<_, _>>()?;
    if tables.len() > MOST_LAYERS {
        return Err(ReadError::TooLarge(MOST_LAYERS, Counted::Layers));
    }
    tables.sort_by(|a, b| a.name.cmp(&b.name));
    let layers = |tables: &[Table]| tables.iter().map(|table| shown(&table.name)).collect();
    match wanted {
        Some(wanted) => match tables.iter().position(|table| table.name == wanted) {
            Some(place) => Ok(tables.swap_remove(place)),
            None => Err(ReadError::NoSuchLayer {
                wanted: wanted.to_owned(),
                layers: layers(&tables),
            }),
        },
        None if tables.len() == 1 => Ok(tables.swap_remove(0)),
        None => Err(ReadError::WhichLayer(layers(&tables))),
    }
}

fn crs_of(file: &Connection, srs: i64) -> Result<Crs, ReadError> {
    let columns = ["srs_id", "organization", "organization_coordsys_id"];
    sqlite::check_table(file, "gpkg_spatial_ref_sys", &columns)?;
    let mut query = file.prepare(
        "select organization, organization_coordsys_id
         from gpkg_spatial_ref_sys not indexed
         where srs_id = ?1",
    )?;
    let mut rows = query.query([srs])?;
    let Some(row) = rows.next()? else {
        return Err(ReadError::UnknownCrs(format!("with srs_id {srs}")));
    };
    let organization = sqlite::as_text(row.get_ref(0)?).unwrap_or_default();
    let number: i64 = row.get(1)?;
    match (organization.to_ascii_uppercase().as_str(), number) {
        ("EPSG", 28992) => Ok(Crs::RdNew),
        ("EPSG", 4326) => Ok(Crs::Crs84),
        _ => Err(ReadError::UnknownCrs(format!(
            "{}:{number}",
            shown(&organization)
        ))),
    }
}

/// The features of a table in a file of so many bytes.
fn features(
    file: &Connection,
    table: &Table,
    file_size: usize,
) -> Result<Vec<RawFeature>, ReadError> {
    let columns = sqlite::columns(file, &table.name)?;
    let column = |keys, missing| {
        let names = columns.iter().map(|column| column.name.as_str());
        find(keys, &names)
            .map(str::to_owned)
            .ok_or_else(|| ReadError::NoSuchColumn {
                layer: shown(&table.name),
                missing,
                columns: columns
                    .iter()
                    .take(50)
                    .map(|column| shown(&column.name))
                    .collect(),
            })
    };
    let code = column(&CODE_KEYS, "statcode")?;
    let name = column(&NAME_KEYS, "statnaam")?;
    sqlite::check_table(file, &table.name, &[&code, &name, &table.geometry])?;
    // In the order of the table; asked for it, SQLite might sort.
    let mut query = file.prepare(&format!(
        "select {}, {}, {}
         from {} not indexed",
        identifier(&code),
        identifier(&name),
        identifier(&table.geometry),
        identifier(&table.name),
    ))?;
    let mut rows = query.query([])?;
    let mut features: Vec<RawFeature> = Vec::new();
    let mut positions = 0;
    // Rows that share pages may hold more than the whole file.
    let mut bytes_left = file_size;
    while let Some(row) = rows.next()? {
        let geometry = match row.get_ref(2)? {
            ValueRef::Blob(blob) => {
                bytes_left = bytes_left
                    .checked_sub(blob.len())
                    .ok_or_else(|| ReadError::TooLarge(file_size, Counted::Bytes))?;
                wkb::polygons(blob)
            }
            _ => Err(FindingKind::GeometryMissing),
        };
        let feature = RawFeature {
            place: features.len() + 1,
            code: sqlite::as_text(row.get_ref(0)?),
            name: sqlite::as_text(row.get_ref(1)?),
            geometry,
        };
        positions += feature.size();
        if positions > MOST_POSITIONS {
            return Err(ReadError::too_many_positions());
        }
        if features.len() == MOST_FEATURES {
            return Err(ReadError::too_many_features());
        }
        features.push(feature);
    }
    Ok(features)
}

fn shown(name: &str) -> String {
    name.chars().take(60).collect()
}

fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
