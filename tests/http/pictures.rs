//! Pictures of the map: their figures are those of GraphQL, and what they look
//! like is held by hashes.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::encoded;
use crate::support::{Pdf, Server, has};

fn svg(server: &Server, query: &str) -> String {
    let mut response = server.get(&format!("/picture/map.svg?{query}"), &[]);
    let status = response.status();
    let kind = response.headers()["content-type"].clone();
    let text = response.body_mut().read_to_string().unwrap();
    assert_eq!(status, 200, "{query}: {text}");
    assert_eq!(kind, "image/svg+xml; charset=utf-8");
    text
}

/// The texts of a drawing, in their order.
fn texts(svg: &str) -> Vec<String> {
    let document = well_formed(svg);
    let texts = document.split("<text ").skip(1);
    let texts = texts.map(|text| {
        let (_, text) = text.split_once('>').unwrap();
        text.split("</text>").next().unwrap().to_owned()
    });
    texts.collect()
}

/// The drawing, which is read as XML to its end.
fn well_formed(svg: &str) -> &str {
    let mut reader = quick_xml::Reader::from_str(svg);
    loop {
        if reader.read_event().unwrap() == quick_xml::events::Event::Eof {
            return svg;
        }
    }
}

/// The counts of the legend, and the total under them.
fn legend(svg: &str) -> (Vec<i64>, i64) {
    let parts = svg.split("text-anchor=\"end\"").skip(1);
    let counts: Vec<i64> = parts
        .map(|part| {
            let (_, text) = part.split_once('>').unwrap();
            text.split('<').next().unwrap().parse().unwrap()
        })
        .collect();
    let total = texts(svg).iter().rev().find_map(|text| {
        text.strip_suffix(" gemeenten")
            .or(text.strip_suffix(" gemeente"))?
            .parse()
            .ok()
    });
    (counts, total.unwrap())
}

#[test]
fn the_legend_counts_what_graphql_counts() {
    let server = Server::public();
    for (filter, date) in [
        ("{}", "2024-01-01"),
        (
            r#"{"region":{"set":"provincie","code":"PV26"}}"#,
            "2021-06-01",
        ),
        (r#"{"nameContains":"berg"}"#, "2022-01-01"),
    ] {
        let query = format!(
            r#"{{ municipalities(asOf: "{date}", where: {}) {{ nodes {{ policy {{ class }} coordination {{ status }} }} }} }}"#,
            filter
                .replace(r#""region""#, "region")
                .replace(r#""set""#, "set")
                .replace(r#""code""#, "code")
                .replace(r#""nameContains""#, "nameContains")
        );
        let data = server.data(&query);
        let nodes = data["municipalities"]["nodes"].as_array().unwrap();
        let count = |pointer: &str, id: &str| -> i64 {
            let found = nodes
                .iter()
                .filter(|node| node.pointer(pointer).unwrap() == id);
            found.count().try_into().unwrap()
        };
        let whole = i64::try_from(nodes.len()).unwrap();
        for (shade, pointer, ids) in [
            (
                "class",
                "/policy/class",
                [
                    "NONE",
                    "PARTIAL",
                    "COMPLETE",
                    "ADVANCED",
                    "UNCERTAIN",
                    "NOT_ASSESSED",
                ],
            ),
            (
                "status",
                "/coordination/status",
                [
                    "NONE",
                    "REMOTE",
                    "IN_PREPARATION",
                    "TEMPORARY",
                    "STRUCTURAL",
                    "UNKNOWN",
                ],
            ),
        ] {
            let drawn = svg(
                server,
                &format!("where={}&date={date}&shade={shade}", encoded(filter)),
            );
            let (counts, total) = legend(&drawn);
            assert_eq!(counts, ids.map(|id| count(pointer, id)), "{filter} {shade}");
            assert_eq!(total, whole);
        }
        for shade in [
            "completeness",
            "awareness",
            "policy",
            "approach",
            "mode",
            "assessed",
            "matrix",
        ] {
            let drawn = svg(
                server,
                &format!("where={}&date={date}&shade={shade}", encoded(filter)),
            );
            let (counts, total) = legend(&drawn);
            assert_eq!(
                (counts.iter().sum::<i64>(), total),
                (whole, whole),
                "{filter} {shade}"
            );
        }
    }
}

#[test]
fn a_picture_says_what_it_shows_of_which_date_and_from_whom() {
    let server = Server::start(&["--demo"]);
    let drawn = svg(
        &server,
        "date=2022-06-30&region=provincie/PV26&lang=nl&shade=status",
    );
    let words = texts(&drawn).join(" ");
    for expected in [
        "van 26 gemeenten",
        "Zorgcoördinatie · Utrecht · peildatum 30 juni 2022",
        "VOORBEELD (DEMONSTRATIE): de oordelen zijn verzonnen",
        "Dekking zegt niets over fte.",
        "Grenzen: CBS / Kadaster, CC BY 4.0 · grenzen van 24 maart 2022",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
    let english = svg(&server, "date=2022-06-30&lang=en");
    assert!(texts(&english).join(" ").contains("certainly incomplete"));
    assert!(english.contains(r#"lang="en""#));
}

#[test]
fn pictures_look_as_they_did() {
    let server = Server::public();
    let mut views = Vec::new();
    for shade in [
        "class",
        "completeness",
        "awareness",
        "policy",
        "approach",
        "status",
        "mode",
        "assessed",
        "matrix",
    ] {
        views.push(format!("date=2024-01-01&shade={shade}"));
    }
    for theme in ["light", "dark", "grey"] {
        for place in ["", "&region=provincie/PV26", "&region=vng-platform/RP02"] {
            for date in ["2020-06-01", "2022-03-24"] {
                views.push(format!(
                    "date={date}&theme={theme}&lang=en&width=400{place}"
                ));
            }
        }
    }
    let mut hashes = String::new();
    for view in views {
        let hash = Sha256::digest(svg(server, &view));
        writeln!(
            hashes,
            "{view} {:02x}{:02x}{:02x}{:02x}",
            hash[0], hash[1], hash[2], hash[3]
        )
        .unwrap();
    }
    insta::assert_snapshot!("pictures", hashes);
}

#[test]
fn a_png_is_as_wide_as_asked_and_bounded() {
    // Drawing in pixels takes a program that is not optimised as long as others
    // wait for their turn.
    let server = &Server::start(&[]);
    for width in [400_u32, 1200] {
        let mut response = server.get(&format!("/picture/map.png?width={width}"), &[]);
        assert_eq!(response.headers()["content-type"], "image/png");
        let bytes = response.body_mut().read_to_vec().unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), width);
    }
    for (query, status, code) in [
        ("width=399", 400, "BAD_PARAMETER"),
        ("width=4001", 400, "BAD_PARAMETER"),
        ("shade=stage", 400, "BAD_PARAMETER"),
        ("theme=blue", 400, "BAD_PARAMETER"),
        ("region=PV26", 400, "BAD_PARAMETER"),
        ("region=provincie/PV99", 400, "UNKNOWN_REGION"),
        ("shade=briefed", 403, "FORBIDDEN"),
        ("date=2019-01-01", 400, "BAD_DATE"),
        ("date=2021-12-31&asOf=2021-12-31", 400, "BAD_PARAMETER"),
    ] {
        let mut refused = server.get(&format!("/picture/map.png?{query}"), &[]);
        assert_eq!(refused.status(), status, "{query}");
        let told: Value = refused.body_mut().read_json().unwrap();
        assert_eq!(
            told["errors"][0]["extensions"]["code"], code,
            "{query}: {told}"
        );
    }
    assert_eq!(server.get("/picture/map.gif", &[]).status(), 404);
}

/// The page at a path, as a browser gets it.
fn page(server: &Server, path: &str) -> String {
    let mut page = server.get(path, &[super::BROWSER]);
    assert_eq!(page.status(), 200, "{path}");
    page.body_mut().read_to_string().unwrap()
}

#[test]
fn a_link_shows_its_view_where_it_is_shared() {
    let server = Server::start(&["--address", "https://kaart.example.nl"]);
    let head = |path: &str| page(&server, path);
    let start = head("/?date=2022-06-30&class=NONE,PARTIAL");
    assert!(start.contains(r#"property="og:image" content="https://kaart.example.nl/picture/map.png?date=2022-06-30&amp;where="#), "{start}");
    assert!(
        start.contains("zeker onvolledig, 0 nog onduidelijk"),
        "{start}"
    );
    // What was not selected is not said to be otherwise.
    assert!(
        start.contains("30 juni 2022 · beleid: Geen beleid of Onvolledig beleid"),
        "{start}"
    );
    let utrecht = head("/gemeente/GM0344");
    assert!(
        utrecht.contains("<title>Utrecht · Dekkingskaart</title>"),
        "{utrecht}"
    );
    assert!(utrecht.contains("region=provincie%2FPV26"), "{utrecht}");
    let region = head("/regio/provincie/PV26?lang=en");
    assert!(
        region.contains("Utrecht: ") && region.contains("certainly incomplete"),
        "{region}"
    );
    for plain in [
        "/beheer",
        "/?block=adopted-policy:PRESENT",
        "/?class=%22%3E%3Cscript%3E",
        "/?region=x/y",
    ] {
        let shown = head(plain);
        assert!(
            shown.contains("<title>Dekkingskaart</title>"),
            "{plain}: {shown}"
        );
        assert!(!shown.contains("<script>"), "{plain}");
    }
    let closed = Server::start(&["--public", "none"]);
    assert!(!page(&closed, "/gemeente/GM0344").contains("Utrecht"));
}

#[test]
fn a_link_says_that_verdicts_are_invented_where_it_is_shared() {
    let invented = Server::start(&["--demo"]);
    for (path, words) in [
        ("/", "verzonnen"),
        ("/gemeente/GM0344", "verzonnen"),
        ("/gemeente/GM0344?lang=en", "invented"),
        ("/regio/provincie/PV26", "verzonnen"),
    ] {
        let told = |server: &Server| {
            let page = page(server, path);
            let described = r#"<meta property="og:description" content=""#;
            let (_, rest) = page.split_once(described).unwrap();
            let (description, _) = rest.split_once('"').unwrap();
            let in_head = page.contains(r#"<meta name="demonstration" content="true" />"#);
            (description.contains(words), in_head)
        };
        assert_eq!(told(&invented), (true, true), "{path}");
        assert_eq!(told(Server::public()), (false, false), "{path}");
    }
}

#[test]
fn a_pdf_holds_the_words_of_the_picture() {
    let server = Server::public();
    for (query, words) in [
        ("asOf=2021-12-31&lang=nl", ["2021", "CBS / Kadaster"]),
        (
            "asOf=2021-12-31&lang=en&region=provincie/PV26&theme=grey&width=1200",
            ["Utrecht", "CBS / Kadaster"],
        ),
    ] {
        let mut response = server.get(&format!("/picture/map.pdf?{query}"), &[]);
        assert_eq!(response.status(), 200, "{query}");
        assert_eq!(response.headers()["content-type"], "application/pdf");
        let bytes = response.body_mut().read_to_vec().unwrap();
        let pdf = Pdf::read(&bytes, query);
        assert_eq!(pdf.pages(), 1, "{query}");
        for word in words {
            assert!(has(&pdf.text(), word), "{query}: {word}\n{}", pdf.text());
        }
    }
}
