//! A table as GeoJSON (RFC 7946): CRS84, outer rings counter-clockwise, a few
//! features at a time.

use std::fmt::Write as _;

use geodata::{Crs, Detail};
use serde_json::{Map, Value};

use super::table::MunicipalityTable;

/// Features that are written at a time: outlines may be large.
const FEATURES_AT_A_TIME: usize = 8;

/// The file in pieces, with what is told about it as a member `about`.
pub fn geojson_pieces(
    table: MunicipalityTable,
    about: Value,
    detail: Detail,
) -> impl Iterator<Item = Vec<u8>> + Send {
    let pieces = table.positions.len().div_ceil(FEATURES_AT_A_TIME);
    (0..pieces + 2).map(move |piece| match piece.checked_sub(1) {
        None => head(&table, &about).into_bytes(),
        Some(piece) if piece == pieces => b"\n]}\n".to_vec(),
        Some(piece) => {
            let rows = table.positions.chunks(FEATURES_AT_A_TIME).nth(piece);
            let mut text = String::new();
            for (at, position) in rows.unwrap_or_default().iter().enumerate() {
                if piece > 0 || at > 0 {
                    text.push(',');
                }
                text.push('\n');
                write_feature(&mut text, &table, *position, detail);
            }
            text.into_bytes()
        }
    })
}

fn write_feature(text: &mut String, table: &MunicipalityTable, position: usize, detail: Detail) {
    let Some(edition) = table.view.edition() else {
        return;
    };
    let properties: Map<String, Value> = table.properties(position).collect();
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        r#"{{"type":"Feature","id":"{}","geometry":{},"properties":{}}}"#,
        edition.codes()[position],
        edition.boundaries().geojson(position, detail, Crs::Crs84),
        Value::Object(properties),
    );
}

fn head(table: &MunicipalityTable, about: &Value) -> String {
    let mut text = String::from(r#"{"type":"FeatureCollection","name":"municipalities","#);
    let edition = table.view.edition();
    let bounds = edition.and_then(|edition| edition.boundaries().bounding_box_of(&table.positions));
    if let Some(bounds) = bounds {
        let _ = write!(
            text,
            r#""bbox":[{},{},{},{}],"#,
            bounds.west, bounds.south, bounds.east, bounds.north
        );
    }
    let _ = write!(text, r#""about":{about},"features":["#);
    text
}
