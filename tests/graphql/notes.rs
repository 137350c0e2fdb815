//! Notes and certainties of the public data: in the words of the program, never
//! in those of who gathered them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::Server;

/// By what was written: the Dutch and the English that are shown.
fn wordings() -> BTreeMap<String, [String; 2]> {
    let files = [geodata::data::NOTES, geodata::data::EARLIER_NOTES];
    let rows = files.into_iter().flat_map(|file| {
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        rows.map(|row| row.unwrap())
    });
    rows.map(|(written, nl, en): (String, String, String)| (written, [nl, en]))
        .collect()
}

/// Every text under these names, wherever in an answer.
fn texts(answer: &Value, found: &mut BTreeSet<String>) {
    match answer {
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value.as_str()) {
                    ("note" | "certainty", Some(text)) => {
                        found.insert(text.to_owned());
                    }
                    _ => texts(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Every note and certainty of a date; in Dutch without a language.
fn shown(asked: &str, date: &str) -> BTreeSet<String> {
    let source = format!("source {{ certainty{asked} }}");
    let everything = format!(
        r#"{{ arrangements(asOf: "{date}") {{ note{asked} {source} }}
              policyDocuments(asOf: "{date}") {{ note{asked} {source} }}
              nationalIndicators {{ note{asked} {source} }}
              reorganisations {{ note{asked} }}
              municipalities(asOf: "{date}", first: 400) {{ nodes {{
                documents {{ note{asked} {source} }} history {{ {source} }}
                coordination {{ arrangements {{ note{asked} {source} }} }}
                policy {{ verdicts {{ note{asked} {source} }} }} }} }} }}"#
    );
    let mut found = BTreeSet::new();
    texts(&Server::public().data(&everything), &mut found);
    found
}

#[test]
fn what_is_shown_is_in_the_language_asked_and_dutch_otherwise() {
    let wordings = wordings();
    let other = "verdeeld over meer gemeenten: geen van hen erft de oordelen";
    let english = "divided over several municipalities: none of them inherits the verdicts";
    for (asked, place, other) in [
        ("", 0, other),
        ("(language: NL)", 0, other),
        ("(language: EN)", 1, english),
    ] {
        let allowed: BTreeSet<_> = wordings.values().map(|both| both[place].as_str()).collect();
        let mut seen = BTreeSet::new();
        for date in ["2020-06-01", "2022-01-01", "2026-11-28"] {
            let shown = shown(asked, date);
            let raw: Vec<_> = shown
                .iter()
                .filter(|text| !allowed.contains(text.as_str()) && *text != other)
                .collect();
            assert!(raw.is_empty(), "{asked} {date}: {raw:#?}");
            seen.extend(shown);
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }
}

#[test]
fn a_form_that_sends_a_note_back_leaves_it_as_it_was() {
    let server = Server::start(&[]);
    let token = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&token);
    let note = |language: &str| {
        let data = server.data(&format!(
            r#"{{ municipality(code: "GM0193", asOf: "2024-01-01") {{ coordination {{ arrangements {{ id note(language: {language}) }} }} }} }}"#
        ));
        let arrangements = data["municipality"]["coordination"]["arrangements"].clone();
        arrangements
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["id"] == "zwolle")
            .unwrap()["note"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(note("NL"), "Gemeente Zwolle.");
    let record = |note: &str| {
        server.data_as(
            &token,
            &format!(
                r#"mutation {{ recordArrangement(input: {{ id: "zwolle", status: STRUCTURAL, mode: OWN_STAFF, validFrom: "2020-07-01",
                     municipalities: ["GM0193"], note: "{note}" }}) {{ note(language: EN) }} }}"#
            ),
        )
    };
    let told = |answer: Value| {
        answer["recordArrangement"]["note"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(told(record("Gemeente Zwolle.")), "Municipality of Zwolle.");
    assert_eq!(note("EN"), "Municipality of Zwolle.");
    assert_eq!(
        told(record("Twee dagen in de week")),
        "Twee dagen in de week"
    );
}
