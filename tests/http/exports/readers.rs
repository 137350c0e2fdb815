//! What stands in an export, as its readers find it.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader as _, Xlsx};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::Server;

pub(super) fn export(server: &Server, path: &str) -> Vec<u8> {
    let mut response = server.get(path, &[]);
    let status = response.status();
    let bytes = response.body_mut().with_config().limit(50_000_000);
    let bytes = bytes.read_to_vec().unwrap();
    assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

pub(super) fn csv_rows(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .from_reader(text);
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

pub(super) fn workbook(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

pub(super) fn geopackage(bytes: &[u8]) -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.gpkg");
    std::fs::write(&path, bytes).unwrap();
    let database = Connection::open(&path).unwrap();
    (folder, database)
}

/// What a municipality is in an answer of GraphQL, and in each of the files.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) population: Option<i64>,
    pub(super) status: String,
    pub(super) class: String,
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) block: String,
}

/// A share in billionths: readers of JSON differ in the last bit.
#[expect(clippy::cast_possible_truncation, reason = "a share is small")]
fn billionths(share: f64) -> i64 {
    (share * 1e9).round() as i64
}

pub(super) fn of_graphql(
    server: &Server,
    filter: &Value,
    order: &Value,
    date: &str,
) -> (i64, Vec<Row>) {
    let query = "query ($where: MunicipalityFilter, $orderBy: [MunicipalityOrder!], $asOf: Date) {
        municipalities(where: $where, orderBy: $orderBy, asOf: $asOf) { totalCount nodes { code name
        population { inhabitants } coordination { status }
        policy { class completeness { low high } verdicts { block { id } verdict } } } } }";
    let variables = json!({ "where": filter, "orderBy": order, "asOf": date });
    let body = json!({ "query": query, "variables": variables }).to_string();
    let (_, answer) = server.post("application/json", &body);
    assert!(answer.get("errors").is_none(), "{filter} {answer}");
    let list = &answer["data"]["municipalities"];
    let nodes = list["nodes"].as_array().unwrap().iter().map(|node| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let policy = &node["policy"];
        let blocks = policy["verdicts"].as_array().unwrap();
        let adopted = blocks
            .iter()
            .find(|verdict| verdict["block"]["id"] == "adopted-policy");
        Row {
            code: text(&node["code"]),
            name: text(&node["name"]),
            population: node["population"]["inhabitants"].as_i64(),
            status: text(&node["coordination"]["status"]),
            class: text(&policy["class"]),
            low: billionths(policy["completeness"]["low"].as_f64().unwrap()),
            high: billionths(policy["completeness"]["high"].as_f64().unwrap()),
            block: text(&adopted.unwrap()["verdict"]),
        }
    });
    (list["totalCount"].as_i64().unwrap(), nodes.collect())
}

pub(super) const COLUMNS: &str =
    "code,name,population,status,class,completenessLow,completenessHigh,block_adopted_policy";

pub(super) fn of_csv(bytes: &[u8]) -> Vec<Row> {
    let rows = csv_rows(bytes, b',');
    assert_eq!(rows[0].join(","), COLUMNS);
    let rows = rows.into_iter().skip(1).map(|row| Row {
        code: row[0].clone(),
        // Names such as 's-Gravenhage begin with the mark that others get.
        name: row[1].clone(),
        population: row[2].parse().ok(),
        status: row[3].clone(),
        class: row[4].clone(),
        low: billionths(row[5].parse().unwrap()),
        high: billionths(row[6].parse().unwrap()),
        block: row[7].clone(),
    });
    rows.collect()
}

pub(super) fn of_xlsx(bytes: Vec<u8>) -> Vec<Row> {
    of_sheet(&workbook(bytes).worksheet_range("Gemeenten").unwrap())
}

pub(super) fn open_document(bytes: Vec<u8>) -> Ods<Cursor<Vec<u8>>> {
    Ods::new(Cursor::new(bytes)).unwrap()
}

pub(super) fn of_ods(bytes: Vec<u8>) -> Vec<Row> {
    of_sheet(&open_document(bytes).worksheet_range("Gemeenten").unwrap())
}

fn of_sheet(range: &Range<Data>) -> Vec<Row> {
    let rows = range.rows().skip(1).map(|row| {
        let text = |at: usize| match &row[at] {
            Data::String(text) => text.clone(),
            other => panic!("{other:?} is no text"),
        };
        #[expect(clippy::cast_possible_truncation, reason = "numbers of people")]
        let whole = |at: usize| match &row[at] {
            Data::Float(number) => Some(*number as i64),
            Data::Int(number) => Some(*number),
            _ => None,
        };
        let share = |at: usize| match &row[at] {
            Data::Float(number) => *number,
            Data::Int(number) => f64::from(i32::try_from(*number).unwrap()),
            other => panic!("{other:?} is no number"),
        };
        Row {
            code: text(0),
            name: text(1),
            population: whole(2),
            status: text(3),
            class: text(4),
            low: billionths(share(5)),
            high: billionths(share(6)),
            block: text(7),
        }
    });
    rows.collect()
}

pub(super) fn of_geojson(bytes: &[u8]) -> Vec<Row> {
    let collection: Value = serde_json::from_slice(bytes).unwrap();
    let features = collection["features"].as_array().unwrap().iter();
    let rows = features.map(|feature| {
        let fields = &feature["properties"];
        assert_eq!(feature["id"], fields["code"]);
        let text = |name: &str| fields[name].as_str().unwrap().to_owned();
        Row {
            code: text("code"),
            name: text("name"),
            population: fields["population"].as_i64(),
            status: text("status"),
            class: text("class"),
            low: billionths(fields["completenessLow"].as_f64().unwrap()),
            high: billionths(fields["completenessHigh"].as_f64().unwrap()),
            block: text("block_adopted_policy"),
        }
    });
    rows.collect()
}

pub(super) fn of_geopackage(bytes: &[u8]) -> Vec<Row> {
    let (_folder, database) = geopackage(bytes);
    let mut select = database
        .prepare(&format!(
            "select {COLUMNS} from municipalities order by fid"
        ))
        .unwrap();
    let rows = select.query_map([], |row| {
        Ok(Row {
            code: row.get(0)?,
            name: row.get(1)?,
            population: row.get(2)?,
            status: row.get(3)?,
            class: row.get(4)?,
            low: billionths(row.get(5)?),
            high: billionths(row.get(6)?),
            block: row.get(7)?,
        })
    });
    rows.unwrap().map(Result::unwrap).collect()
}
