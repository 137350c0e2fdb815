//! The briefing sheets: accessible PDF of two pages at most.

use serde_json::Value;

use crate::support::{Pdf, Server, has};

fn sheet(server: &Server, path: &str) -> Pdf {
    let mut response = server.get(path, &[]);
    assert_eq!(response.status(), 200, "{path}");
    assert_eq!(response.headers()["content-type"], "application/pdf");
    let bytes = response.body_mut().read_to_vec().unwrap();
    assert!(bytes.len() < 400_000, "{path}: {} bytes", bytes.len());
    Pdf::read(&bytes, path)
}

#[test]
fn names_are_right_and_every_sheet_is_accessible() {
    for (code, name) in [
        ("GM0344", "Utrecht"),
        ("GM0518", "'s-Gravenhage"),
        ("GM1900", "Súdwest-Fryslân"),
        ("GM0744", "Baarle-Nassau"),
        ("GM0820", "Nuenen, Gerwen en Nederwetten"),
    ] {
        let path = format!("/sheet/{code}.pdf");
        let document = sheet(Server::public(), &path);
        document.check_accessible();
        assert!((1..=2).contains(&document.pages()), "{path}");
        let text = document.text();
        assert!(has(&text, name), "{path}: {text}");
        assert!(
            has(&text, "Grenzen: CBS / Kadaster, CC BY 4.0"),
            "{path}: {text}"
        );
    }
}

#[test]
fn a_sheet_says_what_graphql_says() {
    let server = Server::public();
    let data = server.data(
        r#"{ municipality(code: "GM0200", asOf: "2021-12-31") { coordination { arrangements { organisation } }
             policy { verdicts(verdict: [UNKNOWN]) { block { id } } } } }"#,
    );
    let text = sheet(server, "/sheet/GM0200.pdf?date=2021-12-31").text();
    let municipality = &data["municipality"];
    for arrangement in municipality["coordination"]["arrangements"]
        .as_array()
        .unwrap()
    {
        assert!(
            has(&text, arrangement["organisation"].as_str().unwrap()),
            "{text}"
        );
    }
    let unknown = municipality["policy"]["verdicts"].as_array().unwrap().len();
    assert!(
        has(&text, &format!("Van {unknown} bouwstenen weten wij niet")),
        "{text}"
    );
    assert!(
        has(
            &text,
            "Peildatum 31 december 2021, grenzen van 1 januari 2021"
        ),
        "{text}"
    );
    assert!(!has(&text, "VOORBEELD (DEMONSTRATION)"));
}

#[test]
fn regions_have_sheets_of_two_pages_at_most() {
    let server = Server::start(&["--demo"]);
    for (set, code) in [
        ("vng-platform", "RP02"),
        ("vng-platform", "RP09"),
        ("provincie", "PV30"),
        ("provincie", "PV24"),
    ] {
        let path = format!("/sheet/{set}/{code}.pdf");
        let document = sheet(&server, &path);
        document.check_accessible();
        assert!((1..=2).contains(&document.pages()), "{path}");
        let text = document.text();
        assert!(has(&text, "VOORBEELD (DEMONSTRATION)"), "{path}");
        let query = format!(
            r#"{{ region(set: "{set}", code: "{code}") {{ name municipalities {{ name }} }} }}"#
        );
        let data: Value = server.data(&query);
        for member in data["region"]["municipalities"].as_array().unwrap() {
            let name = member["name"].as_str().unwrap();
            assert!(has(&text, name), "{path}: {name}");
        }
    }
}

#[test]
fn what_is_not_there_has_no_sheet() {
    let server = Server::public();
    for (path, status) in [
        ("/sheet/GM9999.pdf", 404),
        ("/sheet/GM0370.pdf?date=2023-01-01", 404),
        ("/sheet/34.pdf", 400),
        ("/sheet/GM0344", 404),
        ("/sheet/GM0344.odt", 404),
        ("/sheet/GM9999.docx", 404),
        ("/sheet/GM0344.pdf?date=2019-01-01", 400),
        ("/sheet/GM0344.pdf?date=gisteren", 400),
        ("/sheet/vng-platform/RP99.pdf", 404),
        ("/sheet/no-such/RP01.pdf", 404),
    ] {
        assert_eq!(server.get(path, &[]).status(), status, "{path}");
    }
    let first = server.get("/sheet/GM0344.pdf", &[]);
    let etag = first.headers()["etag"].to_str().unwrap().to_owned();
    let again = server.get("/sheet/GM0344.pdf", &[("if-none-match", &etag)]);
    assert_eq!(again.status(), 304);
}
