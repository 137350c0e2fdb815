//! Questions that are cheap to ask and dear to answer, and those that people
//! ask.

use std::collections::BTreeMap;
use std::sync::Arc;

use apollo_compiler::ast::Document;
use async_graphql::{Request, Variables};
use dekkingskaart::atlas::Atlas;
use dekkingskaart::domain::dates::AsOf;
use dekkingskaart::domain::people::permissions::PublicAccess;
use dekkingskaart::domain::people::viewer::Viewer;
use dekkingskaart::graphql::{self, MOST_BYTES, MOST_POINTS};
use serde_json::{Value, json};

use super::{assert_serves, body, excerpt, joined, refused, target};
use crate::support::{clock, shipped_facts};

fn repeated(number: usize, field: impl Fn(usize) -> String) -> String {
    joined(number, |at| format!("a{at}: {} ", field(at)))
}

/// A ring of so many positions around the middle of the country.
fn ring(positions: u32) -> Value {
    let position = |at: u32| {
        let turn = std::f64::consts::TAU * f64::from(at) / f64::from(positions);
        json!([5.3 + turn.cos(), 52.1 + turn.sin()])
    };
    let mut ring: Vec<_> = (0..positions).map(position).collect();
    ring.push(position(0));
    json!({ "type": "Polygon", "coordinates": [ring] })
}

#[test]
fn what_costs_much_is_refused_before_any_work_with_its_numbers() {
    let weights = |at: usize| {
        let gap = at + 1;
        format!("priority(weights: {{ gap: {gap} }}) {{ rank }}")
    };
    let neighbours = format!("{}code{}", "neighbours { ".repeat(7), " }".repeat(7));
    let types = format!("{}name{}", "fields { type { ".repeat(6), " } }".repeat(6));
    for (query, code) in [
        (
            format!("{{ {} }}", repeated(900, |_| {
                "municipalities { featureCollection(detail: FULL) }".to_owned()
            })),
            "TOO_COMPLEX",
        ),
        (
            format!("{{ municipalities {{ nodes {{ {} }} }} }}", repeated(150, weights)),
            "TOO_COMPLEX",
        ),
        (
            format!(r#"{{ municipality(code: "GM0344") {{ {neighbours} }} }}"#),
            "TOO_COMPLEX",
        ),
        (
            "{ municipalities { nodes { neighbours { neighbours { neighbours { neighbours { name } } } } } } }"
                .to_owned(),
            "TOO_COMPLEX",
        ),
        (format!("{{ __schema {{ types {{ {types} }} }} }}"), "TOO_COMPLEX"),
        (
            format!("{{ {} }}", repeated(100, |at| {
                let month = 1 + at % 12;
                format!(
                    "coverage(asOf: \"20{}-{month:02}-01\") {{ byStatus {{ count }} }}",
                    20 + at / 12
                )
            })),
            "",
        ),
        (
            format!("{{ {} }}", repeated(400, |at| {
                format!(
                    "timeline(from: \"2020-01-01\", to: \"2026-12-31\", step: MONTH, knownAt: \"20{:02}-01-01T00:00:00Z\") {{ coverage {{ byStatus {{ count }} }} }}",
                    10 + at % 80
                )
            })),
            "TOO_COMPLEX",
        ),
    ] {
        let answer = target().answer(&query);
        if code.is_empty() {
            assert!(answer.get("errors").is_none(), "{}", excerpt(&answer));
        } else {
            let numbers = refused(&answer, code);
            assert!(numbers["estimate"].as_u64() > numbers["limit"].as_u64());
        }
    }
    // Little work, and much to send.
    let query = repeated(90, |_| {
        "municipalities { featureCollection(detail: FULL) }".to_owned()
    });
    let numbers = refused(
        &target().answer(&format!("{{ {query} }}")),
        "ANSWER_TOO_LARGE",
    );
    assert!(numbers["estimate"].as_u64() > numbers["limit"].as_u64());
    assert_serves(target());
}

#[test]
fn areas_and_filters_count_wherever_they_are_used() {
    let uses = repeated(700, |_| {
        "municipalities(where: { within: $v }) { totalCount }".to_owned()
    });
    let query = format!("query($v: GeoJSON) {{ {uses} }}");
    for area in [ring(19_000), Value::String(ring(19_000).to_string())] {
        let (_, answer) = target().post("application/json", &body(&query, &json!({ "v": area })));
        refused(&answer, "TOO_COMPLEX");
    }
    let filter: Vec<_> = (0..30_000)
        .map(|_| json!({ "nameContains": "a" }))
        .collect();
    let query = "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }";
    let (_, answer) = target().post(
        "application/json",
        &body(query, &json!({ "v": { "or": filter } })),
    );
    refused(&answer, "TOO_COMPLEX");
    // One area as detailed as may be, drawn by hand or not.
    let query = "query($v: GeoJSON) { municipalities(where: { within: $v }) { totalCount } }";
    let (_, answer) = target().post(
        "application/json",
        &body(query, &json!({ "v": ring(19_000) })),
    );
    assert!(answer.get("errors").is_none(), "{}", excerpt(&answer));
    assert_serves(target());
}

#[tokio::test]
async fn dates_and_instants_between_which_nothing_changed_share_a_view() {
    let atlas = Atlas::build(shipped_facts(true).await, None).unwrap();
    let content = |date: &str, known_at: Option<&str>| {
        let known_at = known_at.map(|instant| instant.parse().unwrap());
        atlas
            .content_of(AsOf::new(date.parse().unwrap(), known_at).unwrap())
            .0
    };
    let changes = &atlas.index().facts().changes;
    let recorded = changes.first().unwrap().recorded_at.to_string();
    let before = content("2024-06-01", Some("2001-01-01T00:00:00Z"));
    assert_eq!(content("2024-06-01", Some("2012-03-04T05:06:07Z")), before);
    assert_ne!(content("2024-06-01", Some(&recorded)), before);
    // After the last change everything is known.
    assert_eq!(
        content("2024-06-01", Some("2090-01-01T00:00:00Z")),
        content("2024-06-01", None)
    );
    assert_eq!(content("2099-12-31", None), content("2099-01-01", None));
}

#[test]
fn a_question_for_many_instants_is_answered() {
    let query = format!(
        "{{ {} }}",
        repeated(400, |at| {
            format!(
                "municipality(code: \"GM0344\", knownAt: \"20{:02}-0{}-01T00:00:00Z\") {{ name }}",
                10 + at % 80,
                1 + at % 9
            )
        })
    );
    assert!(target().answer(&query).get("errors").is_none());
    assert_serves(target());
}

/// What people ask, and how much of the limits it takes.
const ASKED: &[&str] = &[
    r#"{ municipalities(asOf: "2021-12-31") { nodes { code name geometry coordination { status } policy { class completeness { low high } } } } }"#,
    r#"{ municipalities(asOf: "2021-12-31") { nodes { code name coordination { status } policy { class completeness { low high } } } } }"#,
    r#"{ municipality(code: "GM0344", asOf: "2021-12-31") { code name geometry regions { set code name } coordination { status } policy { class verdicts { block { id } verdict validFrom established source { url } } } } }"#,
    r#"{ municipalities(asOf: "2021-12-31", first: 50, orderBy: [{ by: POPULATION, direction: DESC }], where: { region: { set: "provincie", code: "PV30" }, policyClass: [NONE, PARTIAL] }) { totalCount nodes { code name population { inhabitants } policy { class } } } }"#,
    r#"{ coverageBy(group: { regionSet: "veiligheidsregio" }, asOf: "2021-12-31") { key label coverage { byStatus { status count } } } }"#,
    r#"{ timeline(from: "2020-01-01", to: "2026-12-31", step: MONTH) { date coverage { municipalityCount population byStatus { status count } byClass { class count } completeness { low high } coveredShare } } }"#,
    r#"{ timeline(from: "2020-01-01", to: "2053-01-01", step: MONTH) { date coverage { byStatus { status count } byClass { class count } completeness { low high } } } }"#,
    r#"{ municipalities(asOf: "2024-06-01") { nodes { code geometry(detail: FULL) } } }"#,
    r#"{ municipalities(asOf: "2024-06-01") { featureCollection(detail: FULL, crs: RD_NEW) } }"#,
    r#"{ regions(set: "provincie") { name geometry(detail: REGIONAL) coverage { byStatus { status count } } } }"#,
    r#"{ regions(set: "veiligheidsregio") { name geometry municipalities { code name } } }"#,
    r"{ municipalities { nodes { code name neighbours { code name } } } }",
    r"{ municipalities { nodes { code priority(weights: { gap: 5 }) { rank score explanation factors { factor value text } } } } }",
    r"{ municipalities { nodes { code policy { verdicts { verdict block { id title } validFrom established source { label url } note } } } } }",
    r#"{ changes(from: "2021-01-01", to: "2024-01-01") { counts { kind count } municipalities { kind reason municipality { code name } before { code } } } }"#,
];

/// The operations of the client, each with the fragments that it needs.
fn client_documents() -> (String, Vec<String>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/src/lib/api/documents");
    let files = std::fs::read_dir(folder).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let text: String = texts.collect();
    let words: Vec<_> = text.split_whitespace().collect();
    let names = words.windows(2).filter(|pair| pair[0] == "query");
    let names = names.map(|pair| pair[1].split('(').next().unwrap().to_owned());
    (text.clone(), names.collect())
}

/// One operation of a document, with the fragments that it spreads.
fn alone(document: &Document, name: &str) -> String {
    let named = |wanted: &str| {
        let mut definitions = document.definitions.iter();
        definitions.find(|definition| definition.name().is_some_and(|name| name == wanted))
    };
    let mut texts = vec![named(name).unwrap().to_string()];
    let mut spread = vec![name.to_owned()];
    let mut next = 0;
    while let Some(text) = texts.get(next).cloned() {
        next += 1;
        for (_, after) in text
            .match_indices("...")
            .map(|(at, _)| text.split_at(at + 3))
        {
            let end = after.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let fragment = &after[..end.unwrap_or(after.len())];
            if !fragment.is_empty() && !spread.iter().any(|known| known == fragment) {
                spread.push(fragment.to_owned());
                texts.push(named(fragment).unwrap().to_string());
            }
        }
    }
    texts.concat()
}

/// Of everything that a document of the client may be given.
fn values() -> BTreeMap<&'static str, Value> {
    [
        ("asOf", json!("2021-12-31")),
        ("from", json!("2020-01-01")),
        ("to", json!("2026-12-31")),
        ("code", json!("GM0344")),
        (
            "codes",
            json!([
                "GM0344", "GM0363", "GM0599", "GM0518", "GM0310", "GM0307", "GM0200", "GM0453"
            ]),
        ),
        ("first", json!(342)),
        ("where", json!({ "policyClass": ["NONE", "PARTIAL"] })),
    ]
    .into()
}

/// Values for the variables of a document: what its own need is made up.
fn values_of(document: &str) -> BTreeMap<String, Value> {
    let mut values: BTreeMap<_, _> = values()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let document = Document::parse(document, "question.graphql").unwrap();
    let operations = document.definitions.iter();
    let operations = operations.filter_map(|definition| definition.as_operation_definition());
    for variable in operations.flat_map(|operation| &operation.variables) {
        let value = match variable.ty.to_string().as_str() {
            "ID!" | "String!" => json!("made-up"),
            "Float!" => json!(5.1),
            "Int!" => json!(10),
            "Date!" => json!("2026-12-31"),
            "Language!" => json!("NL"),
            "OutreachPurpose!" => json!("BRIEF"),
            "RegionRef!" => json!({ "set": "provincie", "code": "PV26" }),
            "PreviewInput!" => json!({ "undoChange": 1 }),
            kind if kind.ends_with("Filter!") || kind.ends_with("Weights!") => json!({}),
            kind if variable.name == "where" && !kind.starts_with("MunicipalityFilter") => {
                json!({})
            }
            "Boolean!" => json!(true),
            "RubricInput!" => {
                json!({ "id": "made-up", "titleNl": "x", "titleEn": "x", "validFrom": "2021-12-31", "themes": [], "blocks": [] })
            }
            _ => continue,
        };
        if variable.name == "where" {
            values.insert(variable.name.to_string(), value);
        } else {
            values.entry(variable.name.to_string()).or_insert(value);
        }
    }
    values
}

#[tokio::test]
async fn what_people_ask_takes_a_part_of_the_limits() {
    let atlas = Arc::new(Atlas::build(shipped_facts(true).await, None).unwrap());
    let api = graphql::build(clock(), PublicAccess::All);
    let (text, names) = client_documents();
    assert!(names.len() > 30, "{names:?}");
    let document = Document::parse(text, "client.graphql").unwrap();
    let mut dearest = (0, String::new());
    let asked = ASKED.iter().map(|query| Request::new(*query));
    // All of the client's in one document are more than one may hold.
    let of_client = names
        .iter()
        .map(|name| Request::new(alone(&document, name)).operation_name(name.clone()));
    for request in asked.chain(of_client) {
        let values = json!(values_of(&request.query));
        let request = request.variables(Variables::from_json(values));
        let query = request.query.clone();
        let prepared = api.prepare(request, Arc::clone(&atlas), Viewer::public());
        let prepared = match prepared {
            Ok(prepared) => prepared,
            Err(refused) => panic!("{query}\n{:?}", refused.errors),
        };
        let estimate = prepared.estimate();
        let shares = [
            estimate.points * 1_000 / MOST_POINTS,
            estimate.bytes * 1_000 / MOST_BYTES,
        ];
        let share = shares.into_iter().max().unwrap();
        println!("{share:>5} per mille {estimate:?} {query}");
        if share > dearest.0 {
            dearest = (share, query);
        }
    }
    assert!(dearest.0 < 600, "{dearest:?}");
}
