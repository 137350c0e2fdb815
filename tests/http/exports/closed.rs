//! What an export does not hold, and what is refused.

use calamine::Reader as _;
use serde_json::Value;

use super::readers::{export, open_document, workbook};
use crate::http::encoded;
use crate::support::Server;

#[test]
fn what_people_wrote_is_no_formula_for_any_reader() {
    let server = Server::start(&[]);
    let token = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&token);
    let evil = r#"=HYPERLINK("x");+1,-2|@SUM(A1)"#;
    server.data_as(
        &token,
        &format!(
            r#"mutation {{ recordArrangement(input: {{ municipalities: ["GM0344"], organisation: {evil:?},
                status: STRUCTURAL, mode: OWN_STAFF, validFrom: "2024-01-01" }}) {{ id }} }}"#
        ),
    );
    for separator in ["semicolon", "comma", "tab"] {
        let path =
            format!("/export/municipalities.csv?columns=organisations&separator={separator}");
        let bytes = export(&server, &path);
        for read_as in [b';', b',', b'\t', b'|'] {
            for quoting in [true, false] {
                let mut reader = csv::ReaderBuilder::new()
                    .delimiter(read_as)
                    .flexible(true)
                    .quoting(quoting)
                    .from_reader(&*bytes);
                for record in reader.records() {
                    for cell in &record.unwrap() {
                        let begin = cell.trim_start_matches(['"', ' ']).chars().next();
                        let harmless = begin.is_none_or(|first| !"=+-@".contains(first));
                        assert!(harmless, "{separator}: {cell}");
                    }
                }
            }
        }
    }
    let mut document = open_document(export(&server, "/export/municipalities.ods"));
    let formulas = document.worksheet_formula("Gemeenten").unwrap();
    assert!(formulas.used_cells().next().is_none());
    let mut book = workbook(export(&server, "/export/municipalities.xlsx"));
    let formulas = book.worksheet_formula("Gemeenten").unwrap();
    assert!(formulas.used_cells().next().is_none());
    let cells = book.worksheet_range("Gemeenten").unwrap();
    let kept = cells
        .used_cells()
        .any(|(_, _, cell)| cell.to_string().starts_with("=HYPERLINK"));
    assert!(kept, "a cell of text keeps the words");
}

#[test]
fn what_is_closed_to_a_role_is_closed_in_an_export() {
    let server = Server::start(&[]);
    let own = server
        .data(r#"{ municipality(code: "GM0344") { regions(set: "vng-platform") { code } } }"#);
    let own = own["municipality"]["regions"][0]["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let platform = format!("vng-platform/{own}");
    let platform = server.token("platform", &["--role", "PLATFORM", "--region", &platform]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let within = encoded(&format!(
        r#"{{"region":{{"set":"vng-platform","code":"{own}"}}}}"#
    ));
    let never = encoded(r#"{"neverBriefed":true}"#);
    let by_briefing = encoded(r#"[{"by":"LAST_BRIEFED"}]"#);
    let status = |query: &str, token: Option<&String>| {
        let bearer = token.map(|token| format!("Bearer {token}"));
        let headers: Vec<_> = bearer
            .iter()
            .map(|text| ("authorization", text.as_str()))
            .collect();
        let path = format!("/export/municipalities.csv?{query}");
        server.get(&path, &headers).status().as_u16()
    };
    for (query, public, own, staff) in [
        (String::new(), 200, 200, 200),
        ("columns=rankToBrief".to_owned(), 200, 200, 200),
        ("columns=lastBriefed".to_owned(), 403, 403, 200),
        (format!("columns=lastBriefed&where={within}"), 403, 200, 200),
        (format!("where={never}"), 403, 403, 200),
        (format!("orderBy={by_briefing}"), 403, 403, 200),
        (
            format!("orderBy={by_briefing}&where={within}"),
            403,
            200,
            200,
        ),
    ] {
        let statuses = [
            status(&query, None),
            status(&query, Some(&platform)),
            status(&query, Some(&desk)),
        ];
        assert_eq!(statuses, [public, own, staff], "{query}");
    }
    let status_only = Server::start(&["--public", "status"]);
    for (query, expected) in [("columns=class", 200), ("columns=rankToBrief", 403)] {
        let path = format!("/export/municipalities.csv?{query}");
        assert_eq!(status_only.get(&path, &[]).status(), expected, "{query}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of what is refused")]
fn what_cannot_be_exported_is_refused_in_the_language_of_who_asks() {
    let server = Server::public();
    let deep = format!("{}{}{}", "{\"not\":".repeat(70), "{}", "}".repeat(70));
    let long = format!(r#"{{"nameContains":"{}"}}"#, "a".repeat(20_000));
    let many = format!(
        r#"{{"or":[{}]}}"#,
        [r#"{"near":{"longitude":5,"latitude":52,"kilometres":9}}"#; 9].join(",")
    );
    for (file, query, status, code, message) in [
        (
            "csv",
            "where=%7B".to_owned(),
            400,
            "BAD_FILTER",
            "FILTER_UNREAD",
        ),
        (
            "csv",
            format!("where={}", encoded(r#"{"nope":1}"#)),
            400,
            "BAD_FILTER",
            "FILTER_MISFIT",
        ),
        (
            "csv",
            format!("where={}", encoded(r#"{"code":["GM1"]}"#)),
            400,
            "BAD_CODE",
            "FILTER_MISFIT",
        ),
        (
            "csv",
            format!("where={}", encoded(&deep)),
            400,
            "TOO_DEEP",
            "FILTER_TOO_DEEP",
        ),
        (
            "csv",
            format!("where={}", encoded(&long)),
            400,
            "FILTER_TOO_LONG",
            "FILTER_TOO_LONG",
        ),
        (
            "csv",
            format!("where={}", encoded(r#"{"region":{"set":"x","code":"y"}}"#)),
            400,
            "UNKNOWN_REGION_SET",
            "UNKNOWN_REGION_SET",
        ),
        (
            "csv",
            format!("orderBy={}", encoded(r#"[{"by":"SIZE"}]"#)),
            400,
            "BAD_FILTER",
            "FILTER_MISFIT",
        ),
        (
            "csv",
            "asOf=2019-01-01".to_owned(),
            400,
            "BAD_DATE",
            "DATE_OUT_OF_BOUNDARIES",
        ),
        (
            "csv",
            "date=gisteren".to_owned(),
            400,
            "BAD_DATE",
            "BAD_DATE",
        ),
        (
            "csv",
            "knownAt=2024-01-01".to_owned(),
            400,
            "BAD_DATE",
            "INSTANT_UNREAD",
        ),
        (
            "csv",
            "asOf=2021-12-31&date=2021-12-31".to_owned(),
            400,
            "BAD_PARAMETER",
            "DATE_TWICE",
        ),
        (
            "csv",
            "columns=code,shoe".to_owned(),
            400,
            "UNKNOWN_COLUMN",
            "COLUMN_UNKNOWN",
        ),
        (
            "csv",
            "separator=pipe".to_owned(),
            400,
            "BAD_PARAMETER",
            "PARAMETER_VALUE",
        ),
        (
            "csv",
            "lang=de".to_owned(),
            400,
            "BAD_PARAMETER",
            "PARAMETER_VALUE",
        ),
        (
            "csv",
            "size=1".to_owned(),
            400,
            "BAD_PARAMETER",
            "PARAMETER_UNKNOWN",
        ),
        (
            "csv",
            "lang=nl&lang=nl".to_owned(),
            400,
            "BAD_PARAMETER",
            "PARAMETER_TWICE",
        ),
        (
            "geojson",
            "crs=28992".to_owned(),
            400,
            "BAD_PARAMETER",
            "PARAMETER_VALUE",
        ),
        ("odt", String::new(), 404, "NOT_FOUND", "EXPORT_UNKNOWN"),
    ] {
        let told = |language: &str| {
            let path = format!("/export/municipalities.{file}?{query}&lang={language}");
            let path = if query.contains("lang=") {
                path.replace("&lang=en", "")
            } else {
                path
            };
            let mut answer = server.get(&path, &[]);
            let body: Value = answer.body_mut().read_json().unwrap();
            (
                answer.status().as_u16(),
                body["errors"][0]["extensions"].clone(),
            )
        };
        let (given, extensions) = told("en");
        assert_eq!(given, status, "{query}: {extensions}");
        assert_eq!(extensions["code"], code, "{query}: {extensions}");
        assert_eq!(
            extensions["message"]["code"], message,
            "{query}: {extensions}"
        );
        assert!(
            extensions["message"]["arguments"].is_object(),
            "{extensions}"
        );
        if !query.contains("lang=") {
            let (_, dutch) = told("nl");
            assert_ne!(
                dutch["message"]["what"], extensions["message"]["what"],
                "{query}"
            );
        }
    }
    let answer = server.get(
        &format!("/export/municipalities.csv?where={}", encoded(&many)),
        &[],
    );
    assert_eq!(answer.status(), 200);
}

#[test]
fn an_export_is_sent_once_to_who_has_it_and_told_in_the_trail() {
    let server = Server::start(&[]);
    let first = server.get("/export/municipalities.csv", &[]);
    let etag = first.headers()["etag"].to_str().unwrap().to_owned();
    let named = first.headers()["content-disposition"].to_str().unwrap();
    assert!(
        named.starts_with("attachment; filename=\"gemeenten-20"),
        "{named}"
    );
    let again = server.get("/export/municipalities.csv", &[("if-none-match", &etag)]);
    assert_eq!(again.status(), 304);
    let chief = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&chief);
    let bearer = format!("Bearer {chief}");
    let taken = server.get("/export/municipalities.xlsx", &[("authorization", &bearer)]);
    assert!(
        taken.headers()["cache-control"]
            .to_str()
            .unwrap()
            .starts_with("private")
    );
    let trail = server.data_as(
        &chief,
        "{ auditTrail(first: 5) { nodes { action subject } } }",
    );
    let trail = trail.to_string();
    assert!(
        trail.contains("export") && trail.contains(".xlsx"),
        "{trail}"
    );
}

#[test]
fn a_campaign_is_exported_to_those_who_may_read_its_targets() {
    let server = Server::start(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    let regions = server
        .data(r#"{ municipality(code: "GM0344") { regions(set: "vng-platform") { code } } }"#);
    let own = regions["municipality"]["regions"][0]["code"]
        .as_str()
        .unwrap();
    let other = if own == "RP01" { "RP02" } else { "RP01" };
    let platform = |name: &str, code: &str| {
        server.token(
            name,
            &[
                "--role",
                "PLATFORM",
                "--region",
                &format!("vng-platform/{code}"),
            ],
        )
    };
    let (own, other) = (platform("own", own), platform("other", other));
    server.await_token(&other);
    let made = server.data_as(
        &desk,
        r#"mutation { createCampaign(input: { title: "Voorjaar", goal: 2, from: "2026-01-01", to: "2026-03-31" }) { id } }"#,
    );
    let id = made["createCampaign"]["id"].as_str().unwrap();
    for change in [
        format!(r#"addTargets(campaign: "{id}", codes: ["GM0344", "GM0363"]) {{ id }}"#),
        format!(
            r#"setStage(campaign: "{id}", code: "GM0344", stage: INVITED, owner: "=Sanne") {{ id }}"#
        ),
    ] {
        server.data_as(&desk, &format!("mutation {{ {change} }}"));
    }
    let get = |path: &str, token: Option<&String>| {
        let bearer = token.map(|token| format!("Bearer {token}"));
        let headers: Vec<_> = bearer
            .iter()
            .map(|text| ("authorization", text.as_str()))
            .collect();
        let mut answer = server.get(path, &headers);
        (
            answer.status().as_u16(),
            answer.body_mut().read_to_string().unwrap(),
        )
    };
    let path = format!(
        "/export/municipalities.csv?campaign={id}&columns=name,campaignStage,campaignOwner,campaignBriefing&values=codes"
    );
    let (status, csv) = get(&path, Some(&desk));
    assert_eq!(status, 200, "{csv}");
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(lines.contains(&"GM0344;Utrecht;INVITED;'=Sanne;"), "{csv}");
    assert!(lines.contains(&"GM0363;Amsterdam;SELECTED;;"), "{csv}");
    let (status, csv) = get(&path, Some(&own));
    assert_eq!((status, csv.lines().count()), (200, 2), "{csv}");
    assert_eq!(get(&path, Some(&other)).0, 404);
    assert_eq!(get(&path, None).0, 403);
    let known = format!("{path}&knownAt=2026-11-30T10:00:00Z");
    assert_eq!(get(&known, Some(&desk)).0, 400);
    let unknown = "/export/municipalities.csv?campaign=campaign-1";
    assert_eq!(get(unknown, Some(&desk)).0, 404);
    assert_eq!(
        get(
            "/export/municipalities.csv?columns=campaignStage",
            Some(&desk)
        )
        .0,
        400
    );
    let (status, told) = get(
        &format!("/export/municipalities.geojson?campaign={id}&detail=national"),
        Some(&desk),
    );
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(status, 200);
    assert_eq!(told["about"]["campaign"], "Voorjaar");
    assert_eq!(told["about"]["date"], "2026-03-31");
    assert_eq!(told["features"].as_array().unwrap().len(), 2);
}
