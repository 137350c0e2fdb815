//! The boundaries of a new date, by the steps of `docs/import.md`: on 1 January
//! 2027 Wijdemeren goes into Hilversum.

use geo::{BooleanOps as _, MultiPolygon};
use geodata::{Crs, geometry_from_geojson, geometry_to_geojson, reproject_geometry};
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};

use super::counter::hand_in;
use crate::support::Server;

const DATE: &str = "2027-01-01";

/// Code, name and outline in degrees of every municipality of 2027.
fn municipalities() -> Vec<(String, String, MultiPolygon)> {
    let shipped: Value = serde_json::from_slice(geodata::data::BOUNDARIES[4].geojson).unwrap();
    let mut areas = Vec::new();
    let mut gone = None;
    for feature in shipped["features"].as_array().unwrap() {
        let text = |name: &str| feature["properties"][name].as_str().unwrap().to_owned();
        let outline = geometry_from_geojson(&feature["geometry"].to_string()).unwrap();
        let area = (text("statcode"), text("statnaam"), outline);
        if area.0 == "GM1696" {
            gone = Some(area.2);
        } else {
            areas.push(area);
        }
    }
    let grown = areas.iter_mut().find(|area| area.0 == "GM0402").unwrap();
    grown.2 = grown.2.union(&gone.unwrap());
    areas
}

/// As PDOK publishes them: the properties of the administrative areas, in RD
/// New when asked for.
fn geojson(crs: Crs) -> Vec<u8> {
    let features = municipalities().into_iter().map(|(code, name, outline)| {
        let outline = match crs {
            Crs::Crs84 => outline,
            Crs::RdNew => reproject_geometry(&outline, Crs::Crs84, Crs::RdNew).unwrap(),
        };
        let geometry: Value = serde_json::from_str(&geometry_to_geojson(&outline)).unwrap();
        json!({
            "type": "Feature",
            "properties": { "identificatie": code, "naam": name, "ligtInProvincieNaam": "x" },
            "geometry": geometry,
        })
    });
    let name = match crs {
        Crs::Crs84 => "urn:ogc:def:crs:EPSG::4326",
        Crs::RdNew => "urn:ogc:def:crs:EPSG::28992",
    };
    json!({
        "type": "FeatureCollection",
        "crs": { "type": "name", "properties": { "name": name } },
        "features": features.collect::<Vec<_>>(),
    })
    .to_string()
    .into_bytes()
}

/// The head of a geometry in a GeoPackage, and the outline as WKB.
fn blob(outline: &MultiPolygon) -> Vec<u8> {
    let mut bytes = b"GP\x00\x01".to_vec();
    bytes.extend(28_992_i32.to_le_bytes());
    let head = |bytes: &mut Vec<u8>, kind: u32, number: usize| {
        bytes.push(1);
        bytes.extend(kind.to_le_bytes());
        bytes.extend(u32::try_from(number).unwrap().to_le_bytes());
    };
    head(&mut bytes, 6, outline.0.len());
    for polygon in outline {
        head(&mut bytes, 3, 1 + polygon.interiors().len());
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            bytes.extend(u32::try_from(ring.0.len()).unwrap().to_le_bytes());
            for position in &ring.0 {
                bytes.extend(position.x.to_le_bytes());
                bytes.extend(position.y.to_le_bytes());
            }
        }
    }
    bytes
}

/// As CBS publishes them.
async fn geopackage() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.gpkg");
    let options = SqliteConnectOptions::new()
        .filename(&path)
        .create_if_missing(true);
    let mut package: SqliteConnection = options.connect().await.unwrap();
    for statement in [
        "create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text)",
        "insert into gpkg_spatial_ref_sys values ('RD New', 28992, 'EPSG', 28992, 'undefined')",
        "create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer)",
        "insert into gpkg_geometry_columns values ('gemeente_gegeneraliseerd', 'geom', 'MULTIPOLYGON', 28992, 0, 0)",
        "create table gemeente_gegeneraliseerd (id integer primary key, statcode text, statnaam text, geom blob)",
    ] {
        sqlx::query(statement).execute(&mut package).await.unwrap();
    }
    for (code, name, outline) in municipalities() {
        let outline = reproject_geometry(&outline, Crs::Crs84, Crs::RdNew).unwrap();
        sqlx::query(
            "insert into gemeente_gegeneraliseerd (statcode, statnaam, geom) values ($1, $2, $3)",
        )
        .bind(code)
        .bind(name)
        .bind(blob(&outline))
        .execute(&mut package)
        .await
        .unwrap();
    }
    sqlx::Connection::close(package).await.unwrap();
    std::fs::read(path).unwrap()
}

struct Office {
    server: Server,
    token: String,
}

impl Office {
    fn open() -> Self {
        let server = Server::start(&[]);
        let token = server.token("chief", &["--role", "ADMIN"]);
        server.await_token(&token);
        Self { server, token }
    }

    fn hand_in(&self, file: &str, content: &[u8]) -> String {
        let path = format!("boundaries?file={file}&date={DATE}");
        let (status, answer) = hand_in(&self.server, &self.token, &path, content);
        assert_eq!(status, 200, "{answer}");
        answer["batch"].as_str().unwrap().to_owned()
    }

    fn rows(&self, batch: &str, outcome: &str) -> Value {
        let query = format!(
            "{{ importBatch(id: \"{batch}\") {{ counts {{ new changed same errors }} notices
                 rows(outcome: {outcome}) {{ line municipality message fields {{ field after }} }} }} }}"
        );
        self.server.data_as(&self.token, &query)["importBatch"].take()
    }

    fn commit(&self, rest: &str) -> Value {
        let query = format!("mutation {{ commitImport({rest}) {{ state revision }} }}");
        self.server.data_as(&self.token, &query)["commitImport"].take()
    }

    /// What the public reads of a date: all that it could depend on.
    fn picture(&self, date: &str) -> Value {
        self.server.data(&format!(
            r#"{{ municipalities(asOf: "{date}") {{ totalCount nodes {{ code name areaKm2 validFrom population {{ inhabitants }}
                 regions {{ set code }} coordination {{ status inherited }} policy {{ class inherited }} }} }} }}"#
        ))["municipalities"]
            .take()
    }

    fn record(&self, code: &str, verdict: &str) {
        self.server.data_as(&self.token, &format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "2024-01-01", established: SURVEY,
                 verdicts: [{{ block: "focal-point", verdict: {verdict} }}] }}) {{ code }} }}"#
        ));
    }
}

fn field<'a>(row: &'a Value, name: &str) -> &'a str {
    let fields = row["fields"].as_array().unwrap();
    let found = fields.iter().find(|field| field["field"] == name).unwrap();
    found["after"].as_str().unwrap()
}

fn check_preview(office: &Office, batch: &str) {
    let new = office.rows(batch, "NEW");
    assert_eq!(
        new["counts"],
        json!({ "new": 1, "changed": 1, "same": 340, "errors": 0 }),
        "{new:#}"
    );
    let row = &new["rows"][0];
    assert_eq!(field(row, "reorganisation"), "ABSORPTION");
    assert_eq!(field(row, "from"), "GM1696 Wijdemeren");
    assert_eq!(field(row, "to"), "GM0402 Hilversum");
    let share: f64 = field(row, "area_share").parse().unwrap();
    assert!(share > 0.99, "{share}");
    let changed = office.rows(batch, "CHANGED");
    assert_eq!(changed["rows"].as_array().unwrap().len(), 1);
    assert_eq!(changed["rows"][0]["municipality"], "GM0402");
    let told = changed["rows"][0]["message"].as_str().unwrap();
    assert_eq!(
        told,
        "Wijdemeren (GM1696) goes wholly into Hilversum (GM0402), which keeps its code and grows"
    );
}

fn check_record(office: &Office, before: &[Value; 2]) {
    let picture = office.picture(DATE);
    assert_eq!(picture["totalCount"], 341);
    assert_eq!(office.picture("2026-12-31"), before[0]);
    assert_eq!(office.picture("2021-06-01"), before[1]);
    let data = office.server.data(&format!(
        r#"{{ now: municipality(code: "GM0402", asOf: "{DATE}") {{ areaKm2 validFrom population {{ inhabitants }}
               regions(set: "provincie") {{ code }} policy {{ verdicts {{ block {{ id }} verdict }} }}
               quality {{ kind reason }} predecessors {{ code areaShare }} }}
             gone: municipality(code: "GM1696", asOf: "{DATE}") {{ code }}
             before: municipality(code: "GM0402", asOf: "2026-12-31") {{ areaKm2 population {{ inhabitants }} quality {{ reason }} }}
             other: municipality(code: "GM1696", asOf: "2026-12-31") {{ areaKm2 validTo population {{ inhabitants }} }} }}"#
    ));
    assert_eq!(data["gone"], Value::Null);
    let number = |value: &Value| value.as_f64().unwrap();
    let people = |who: &str| data[who]["population"]["inhabitants"].as_u64().unwrap();
    assert_eq!(people("now"), people("before") + people("other"));
    let area = |who: &str| number(&data[who]["areaKm2"]);
    assert!((area("now") - area("before") - area("other")).abs() < 0.5);
    assert_eq!(data["now"]["validFrom"], DATE);
    assert_eq!(data["other"]["validTo"], DATE);
    // It keeps its own verdicts, marked with a notice that it grew.
    let verdicts = data["now"]["policy"]["verdicts"].as_array().unwrap();
    let own = verdicts
        .iter()
        .find(|one| one["block"]["id"] == "focal-point")
        .unwrap();
    assert_eq!(own["verdict"], "PRESENT");
    let quality = data["now"]["quality"].as_array().unwrap();
    let grew = quality.iter().find(|one| one["reason"] == "GREW");
    assert_eq!(grew.unwrap()["kind"], "INHERITED", "{quality:#?}");
    let before = data["before"]["quality"].as_array().unwrap();
    assert!(before.iter().all(|one| one["reason"] != "GREW"));
    assert_eq!(data["now"]["regions"], json!([{ "code": "PV27" }]));
    assert_eq!(data["now"]["predecessors"][0]["code"], "GM1696");
}

#[tokio::test]
async fn the_next_year_is_added_from_geojson_and_from_a_geopackage() {
    for (file, content) in [
        ("gemeentegebied.geojson", geojson(Crs::RdNew)),
        ("graden.geojson", geojson(Crs::Crs84)),
        ("cbsgebiedsindelingen2027.gpkg", geopackage().await),
    ] {
        let office = Office::open();
        office.record("GM0402", "PRESENT");
        office.record("GM1696", "ABSENT");
        let before = [office.picture("2026-12-31"), office.picture("2021-06-01")];
        let batch = office.hand_in(file, &content);
        assert_eq!(
            office.picture(DATE)["totalCount"],
            342,
            "nothing is on record yet"
        );
        check_preview(&office, &batch);
        let committed = office.commit(&format!("batch: \"{batch}\""));
        assert_eq!(committed["state"], "COMMITTED");
        let known = office
            .server
            .data("{ serverInfo { boundariesKnownUntil } }");
        assert_eq!(known["serverInfo"]["boundariesKnownUntil"], DATE);
        check_record(&office, &before);
        // And taken back as a whole.
        let undo = format!("mutation {{ undoImport(batch: \"{batch}\") {{ state kept }} }}");
        let undone = office.server.data_as(&office.token, &undo);
        assert_eq!(
            undone["undoImport"],
            json!({ "state": "UNDONE", "kept": [] })
        );
        assert_eq!(office.picture(DATE)["totalCount"], 342);
        let after = [office.picture("2026-12-31"), office.picture("2021-06-01")];
        assert_eq!(after, before);
    }
}

#[test]
fn what_the_system_proposes_is_corrected_or_left_out() {
    let office = Office::open();
    let batch = office.hand_in("x.geojson", &geojson(Crs::Crs84));
    let line = office.rows(&batch, "NEW")["rows"][0]["line"].clone();
    let repair = |value: &str| {
        let query = format!(
            r#"mutation {{ repairImport(batch: "{batch}", repairs: [{{ line: {line}, field: "area_share", value: "{value}" }}]) {{ rows(outcome: NEW) {{ fields {{ field after }} }} }} }}"#
        );
        office.server.ask_as(Some(&office.token), &query).1
    };
    assert_eq!(
        repair("much")["errors"][0]["extensions"]["code"],
        "BAD_INPUT"
    );
    let repaired = repair("100 %");
    assert_eq!(
        field(&repaired["data"]["repairImport"]["rows"][0], "area_share"),
        "1"
    );
    // Left out: Wijdemeren ends, and goes nowhere.
    office.commit(&format!("batch: \"{batch}\", leaveOut: [{line}]"));
    let data = office.server.data(&format!(
        r#"{{ municipality(code: "GM0402", asOf: "{DATE}") {{ predecessors {{ code }} }} }}"#
    ));
    assert_eq!(data["municipality"]["predecessors"], json!([]));
    assert_eq!(office.picture(DATE)["totalCount"], 341);
}
