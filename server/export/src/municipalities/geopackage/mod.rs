//! A table as a GeoPackage (OGC 12-128r18, version 1.3): a layer of outlines, a
//! table `about`, and a style for QGIS.

mod geometry;
mod style;

use geodata::{Crs, Detail};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use thiserror::Error;

use self::geometry::{bounds, geometry};
use super::about::TableNotes;
use super::cell::{Cell, Wording};
use super::columns::Column;
use super::table::MunicipalityTable;

const SCHEMA: &str = include_str!("schema.sql");
const LAYER: &str = "municipalities";

/// The file cannot be written.
#[derive(Debug, Error)]
#[error("the GeoPackage could not be written")]
pub struct GeopackageError(#[from] rusqlite::Error);

/// The file, with outlines in a coordinate system.
pub fn geopackage(
    table: &MunicipalityTable,
    notes: &TableNotes,
    detail: Detail,
    crs: Crs,
) -> Result<Vec<u8>, GeopackageError> {
    let mut database = Connection::open_in_memory()?;
    database.execute_batch(SCHEMA)?;
    let write = database.transaction()?;
    write.execute_batch(&create_layer(table))?;
    let box_of_all = write_features(&write, table, detail, crs)?;
    let title = table.language.choose("Gemeenten", "Municipalities");
    let changed = changed_at(table);
    write.execute(
        "insert into gpkg_contents (table_name, data_type, identifier, description, last_change, \
         min_x, min_y, max_x, max_y, srs_id) values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            LAYER,
            title,
            notes.warning,
            changed,
            box_of_all[0],
            box_of_all[1],
            box_of_all[2],
            box_of_all[3],
            srs(crs),
        ],
    )?;
    write.execute(
        "insert into gpkg_geometry_columns values (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
        params![LAYER, srs(crs)],
    )?;
    write_notes(&write, notes, &changed)?;
    if table.columns.contains(&Column::Class) {
        write.execute(
            "insert into layer_styles (f_table_catalog, f_table_schema, f_table_name, \
             f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, \
             ui, update_time) values ('', '', ?, 'geom', 'class', ?, '', 1, ?, '', null, ?)",
            params![LAYER, style::qml(table), title, changed],
        )?;
    }
    write.commit()?;
    Ok(database.serialize("main")?.to_vec())
}

fn srs(crs: Crs) -> i32 {
    match crs {
        Crs::Crs84 => 4326,
        Crs::RdNew => 28992,
    }
}

/// When the data last changed: the same table is the same file.
fn changed_at(table: &MunicipalityTable) -> String {
    let changes = &table.view.index().facts().changes;
    let last = changes.last().map(|change| change.recorded_at);
    let last = last.unwrap_or_default();
    last.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string()
}

fn create_layer(table: &MunicipalityTable) -> String {
    let mut sql = format!(
        "create table {LAYER} (fid integer primary key autoincrement not null, geom multipolygon"
    );
    for column in &table.columns {
        sql += ", ";
        sql += &quoted(&column.id(&table.view));
        sql += match column {
            Column::Population | Column::Documents | Column::Rank(_) => " integer",
            Column::Area | Column::Completeness(_) | Column::Dimension(..) => " double",
            Column::ValidFrom
            | Column::PopulationDate
            | Column::StatusSince
            | Column::LastAssessed
            | Column::LastBriefed => " date",
            Column::Inherited => " boolean",
            _ => " text",
        };
    }
    sql + ");"
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Writes the rows; the box around all of them.
fn write_features(
    database: &Connection,
    table: &MunicipalityTable,
    detail: Detail,
    crs: Crs,
) -> Result<[Option<f64>; 4], GeopackageError> {
    let Some(edition) = table.view.edition() else {
        return Ok([None; 4]);
    };
    let names: Vec<String> = table.ids().map(|id| quoted(&id)).collect();
    let gaps = vec!["?"; names.len() + 1].join(", ");
    let mut insert = database.prepare(&format!(
        "insert into {LAYER} (geom, {}) values ({gaps})",
        names.join(", ")
    ))?;
    let mut around: Option<[f64; 4]> = None;
    for position in &table.positions {
        let outline = edition.boundaries().geometry(*position, detail, crs);
        if let Some([west, south, east, north]) = bounds(&outline) {
            let [w, s, e, n] = around.unwrap_or([west, south, east, north]);
            around = Some([w.min(west), s.min(south), e.max(east), n.max(north)]);
        }
        let shape = Value::Blob(geometry(&outline, srs(crs)));
        let cells = table.row(*position).map(|cell| value(&cell));
        insert.execute(params_from_iter(std::iter::once(shape).chain(cells)))?;
    }
    Ok(around.map_or([None; 4], |bounds| bounds.map(Some)))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::Text(text.clone()),
        Cell::Whole(count) => Value::Integer(*count),
        Cell::Number(number) | Cell::Share(number) => Value::Real(*number),
        Cell::Date(date) => Value::Text(date.to_string()),
        Cell::Flag(flag) => Value::Integer((*flag).into()),
        Cell::Word(word) => Value::Text(word.code.to_owned()),
        Cell::Words(words) => Value::Text(Wording::Codes.words(words)),
    }
}

fn write_notes(
    database: &Connection,
    notes: &TableNotes,
    changed: &str,
) -> Result<(), GeopackageError> {
    for name in ["about", "layer_styles"] {
        database.execute(
            "insert into gpkg_contents (table_name, data_type, identifier, description, \
             last_change) values (?, 'attributes', ?, '', ?)",
            params![name, name, changed],
        )?;
    }
    let mut insert = database.prepare("insert into about (key, title, text) values (?, ?, ?)")?;
    if let Some(warning) = notes.warning {
        insert.execute(params!["warning", "", warning])?;
    }
    for (key, heading, text) in &notes.lines {
        insert.execute(params![key, heading, text])?;
    }
    Ok(())
}
