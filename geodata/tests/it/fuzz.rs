//! Anything at all is refused or read: no panic, and no more work than a file of
//! its size is worth. `FUZZ_CASES` says how many cases; a few hundred otherwise.

use geodata::read;
use proptest::prelude::*;
use proptest::sample::Index;

/// How often each property is tried.
fn cases() -> ProptestConfig {
    let given = option_env_cases();
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(given)
    }
}

#[expect(clippy::disallowed_methods, reason = "the setting of a test run")]
fn option_env_cases() -> u32 {
    let given = std::env::var("FUZZ_CASES");
    given.ok().and_then(|text| text.parse().ok()).unwrap_or(300)
}

/// Sound and odd files to begin with, and pieces to put in them.
const GEOJSON: [&str; 4] = [
    r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"GM0014","statnaam":"Groningen"},"geometry":{"type":"Polygon","coordinates":[[[6.5,53.2],[6.6,53.2],[6.6,53.3],[6.5,53.2]]]}}]}"#,
    r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:28992"}},"features":[{"id":"GM0014","properties":{"name":"G"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1e5,4e5],[1.1e5,4e5],[1e5,4.1e5]],[]],[]]}}]}"#,
    r#"{"type":"FeatureCollection","features":[{"properties":null,"geometry":null}]}"#,
    r#"{"type":"FeatureCollection","features":[{"properties":{"code":14,"naam":"x"},"geometry":{"type":"Polygon","coordinates":[[[5,52],[6,53],[5,53],[6,52],[5,52]]]}}]}"#,
];
const PIECES: [&str; 14] = [
    "[", "]", "{", "}", ",", "\"", "null", "1e999", "-0.0", "NaN", "[[[[", "[5,52]", "\\ud800",
    "\u{0}",
];

/// A text with pieces put in, and parts left out or repeated.
fn mangled(
    texts: &'static [&'static str],
    pieces: &'static [&'static str],
) -> impl Strategy<Value = Vec<u8>> {
    let edit = (
        any::<Index>(),
        0..12_usize,
        prop::sample::select(pieces),
        0..4_usize,
    );
    (
        prop::sample::select(texts),
        prop::collection::vec(edit, 0..8),
    )
        .prop_map(|(text, edits)| {
            let mut bytes = text.as_bytes().to_vec();
            for (place, left_out, piece, times) in edits {
                let place = place.index(bytes.len() + 1);
                let end = (place + left_out).min(bytes.len());
                bytes.splice(place..end, piece.repeat(times).into_bytes());
            }
            bytes
        })
}

/// A small GeoPackage.
fn package() -> &'static [u8] {
    static PACKAGE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.gpkg");
        let file = rusqlite::Connection::open(&path).unwrap();
        file.execute_batch(
            "pragma page_size = 512;
             create table gpkg_geometry_columns (table_name, column_name, srs_id);
             insert into gpkg_geometry_columns values ('g', 'geom', 28992);
             create table gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id);
             insert into gpkg_spatial_ref_sys values (28992, 'EPSG', 28992);
             create table g (geom blob, code text, name text);",
        )
        .unwrap();
        let mut ring = b"GP\0\x01\x40\x71\0\0\x01\x03\0\0\0\x01\0\0\0\x04\0\0\0".to_vec();
        for (x, y) in [(1e5, 4e5), (1.1e5, 4e5), (1e5, 4.1e5), (1e5, 4e5)] {
            ring.extend(f64::to_le_bytes(x));
            ring.extend(f64::to_le_bytes(y));
        }
        for code in 14..40 {
            let row = (&ring, format!("GM{code:04}"), "x");
            file.execute("insert into g values (?1, ?2, ?3)", row)
                .unwrap();
        }
        file.close().unwrap();
        std::fs::read(path).unwrap()
    });
    &PACKAGE
}

#[test]
fn the_package_to_begin_with_is_sound() {
    assert_eq!(
        read::geopackage(package(), None).unwrap().features.len(),
        26
    );
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_geojson_is_read_or_refused(bytes in mangled(&GEOJSON, &PIECES)) {
        let _ = read::geojson(&bytes);
    }

    #[test]
    fn any_geopackage_is_read_or_refused(
        edits in prop::collection::vec((any::<Index>(), any::<u8>()), 1..12),
        end in any::<Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = package().to_vec();
        for (place, byte) in edits {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let _ = read::geopackage(&bytes, None);
    }

    #[test]
    fn any_wkb_is_read_or_refused(tail in prop::collection::vec(prop_oneof![Just(0_u8), Just(1), Just(3), Just(6), Just(255), any::<u8>()], 0..120)) {
        let mut blob = b"GP\0\x01\0\0\0\0\x01".to_vec();
        blob.extend(tail);
        let mut bytes = package().to_vec();
        let header = b"GP\0\x01\x40\x71\0\0";
        let place = bytes.windows(header.len()).position(|found| found == header).unwrap();
        let end = (place + blob.len().min(90)).min(bytes.len());
        let size = end - place;
        bytes[place..end].copy_from_slice(&blob[..size]);
        let _ = read::geopackage(&bytes, None);
    }
}
