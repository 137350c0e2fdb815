//! The rules of the specification (October 2021, section 5 and 6.1), one by one:
//! a document that keeps each and one that breaks it.

use serde_json::{Value, json};

use crate::support::Server;

struct Rule {
    /// Its section and name.
    name: &'static str,
    keeps: &'static [&'static str],
    /// Documents that break it, each with what the error names.
    breaks: &'static [(&'static str, &'static str)],
}

const RULES: &[Rule] = &[
    Rule {
        name: "5.1.1 executable definitions",
        keeps: &["{ __typename }"],
        breaks: &[
            ("{ __typename } type Place { name: String }", ""),
            ("{ __typename } extend type Query { place: String }", ""),
        ],
    },
    Rule {
        name: "5.2.1.1 operation name uniqueness",
        keeps: &["query A { __typename } query B { __typename }"],
        breaks: &[
            ("query A { __typename } query A { __typename }", "A"),
            (
                "query A { __typename } mutation A { undoChange(id: \"1\") { id } }",
                "A",
            ),
        ],
    },
    Rule {
        name: "5.2.2.1 lone anonymous operation",
        keeps: &["{ __typename }"],
        breaks: &[("{ __typename } query B { __typename }", "")],
    },
    Rule {
        name: "5.3.1 field selections",
        keeps: &["{ municipality(code: \"GM0344\") { name __typename } }"],
        breaks: &[
            ("{ municipality(code: \"GM0344\") { colour } }", "colour"),
            (
                "{ municipality(code: \"GM0344\") { ...F } } fragment F on Municipality { colour }",
                "colour",
            ),
            (
                "{ __typename } fragment F on Municipality { colour }",
                "colour",
            ),
        ],
    },
    Rule {
        name: "5.3.2 field selection merging",
        keeps: &[
            "{ municipality(code: \"GM0344\") { name name a: name } }",
            "{ municipality(code: \"GM0344\") { name } municipality(code: \"GM0344\") { code } }",
            "{ municipality(code: \"GM0344\") { r: regions(set: \"provincie\") { name } s: regions(set: \"veiligheidsregio\") { name } } }",
        ],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { name name: code } }",
                "name",
            ),
            (
                "{ municipality(code: \"GM0363\") { regions(set: \"provincie\") { name } ... on Municipality { regions(set: \"veiligheidsregio\") { name } } } }",
                "regions",
            ),
            (
                "{ municipality(code: \"GM0363\") { name } municipality(code: \"GM0344\") { name } }",
                "municipality",
            ),
            (
                "{ municipality(code: \"GM0363\") { policy { x: class } ...F } } fragment F on Municipality { policy { ...G } } fragment G on PolicyState { x: completeness { low } }",
                "x",
            ),
            (
                "query($a: ID!) { municipality(code: \"GM0363\") { regions(set: $a) { name } regions(set: \"provincie\") { name } } }",
                "regions",
            ),
        ],
    },
    Rule {
        name: "5.3.3 leaf field selections",
        keeps: &["{ municipality(code: \"GM0344\") { policy { class } } }"],
        breaks: &[
            ("{ municipality(code: \"GM0344\") }", "municipality"),
            (
                "{ municipality(code: \"GM0344\") { name { first } } }",
                "name",
            ),
            ("{ municipality(code: \"GM0344\") { policy } }", "policy"),
        ],
    },
    Rule {
        name: "5.4.1 argument names",
        keeps: &["{ municipality(code: \"GM0344\", asOf: \"2021-12-31\") { name } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\", day: \"2021-12-31\") { name } }",
                "day",
            ),
            (
                "{ municipality(code: \"GM0344\") { name @include(when: true) } }",
                "when",
            ),
        ],
    },
    Rule {
        name: "5.4.2 argument uniqueness",
        keeps: &["{ municipality(code: \"GM0344\") { name } }"],
        breaks: &[(
            "{ municipality(code: \"GM0344\", code: \"GM0344\") { name } }",
            "code",
        )],
    },
    Rule {
        name: "5.4.2.1 required arguments",
        keeps: &["{ municipalities(first: 1) { totalCount } }"],
        breaks: &[
            ("{ municipality { name } }", "code"),
            ("{ municipality(code: null) { name } }", ""),
            ("{ municipality(code: \"GM0344\") { name @include } }", "if"),
        ],
    },
    Rule {
        name: "5.5.1.1 fragment name uniqueness",
        keeps: &[
            "{ ...A ...B } fragment A on Query { __typename } fragment B on Query { __typename }",
        ],
        breaks: &[(
            "{ ...A } fragment A on Query { __typename } fragment A on Query { a: __typename }",
            "A",
        )],
    },
    Rule {
        name: "5.5.1.2 fragment spread type existence",
        keeps: &["{ ... on Query { __typename } }"],
        breaks: &[
            ("{ ... on Planet { __typename } }", "Planet"),
            ("{ ...F } fragment F on Planet { __typename }", "Planet"),
        ],
    },
    Rule {
        name: "5.5.1.3 fragments on composite types",
        keeps: &["{ ... { __typename } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { ... on String { length } } }",
                "String",
            ),
            ("{ ...F } fragment F on PolicyClass { name }", "PolicyClass"),
            (
                "{ ...F } fragment F on MunicipalityFilter { name }",
                "MunicipalityFilter",
            ),
        ],
    },
    Rule {
        name: "5.5.1.4 fragments must be used",
        keeps: &["{ ...F } fragment F on Query { __typename }"],
        breaks: &[("{ __typename } fragment F on Query { __typename }", "F")],
    },
    Rule {
        name: "5.5.2.1 fragment spread target defined",
        keeps: &["{ ...F } fragment F on Query { __typename }"],
        breaks: &[("{ ...Nowhere }", "Nowhere")],
    },
    Rule {
        name: "5.5.2.2 fragment spreads must not form cycles",
        keeps: &["{ ...F } fragment F on Query { ...G } fragment G on Query { __typename }"],
        breaks: &[
            ("{ ...F } fragment F on Query { ...F }", "F"),
            (
                "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
                "",
            ),
        ],
    },
    Rule {
        name: "5.5.2.3 fragment spread is possible",
        keeps: &["{ municipality(code: \"GM0344\") { ... on Municipality { name } } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { ... on Region { name } } }",
                "Region",
            ),
            (
                "{ municipality(code: \"GM0344\") { ...F } } fragment F on Query { __typename }",
                "F",
            ),
        ],
    },
    Rule {
        name: "5.6.1 values of correct type",
        keeps: &[
            "{ municipalities(first: 1, where: { coordinationStatus: [UNKNOWN] }) { totalCount } }",
            "{ municipalities(first: 1, where: { coordinationStatus: UNKNOWN }) { totalCount } }",
        ],
        breaks: &[
            ("{ municipalities(first: \"1\") { totalCount } }", "Int"),
            ("{ municipalities(first: 1.5) { totalCount } }", "Int"),
            ("{ municipalities(first: 99999999999) { totalCount } }", ""),
            (
                "{ municipalities(where: { coordinationStatus: [MAYBE] }) { totalCount } }",
                "MAYBE",
            ),
            (
                "{ municipalities(where: { coordinationStatus: [\"UNKNOWN\"] }) { totalCount } }",
                "",
            ),
            (
                "{ municipalities(where: 4) { totalCount } }",
                "MunicipalityFilter",
            ),
            (
                "{ municipality(code: \"GM0344\") { name @include(if: 1) } }",
                "Boolean",
            ),
            ("{ search(text: 5) { matched } }", "String"),
        ],
    },
    Rule {
        name: "5.6.2 input object field names",
        keeps: &["{ municipalities(where: { nameContains: \"u\" }) { totalCount } }"],
        breaks: &[(
            "{ municipalities(where: { colour: RED }) { totalCount } }",
            "colour",
        )],
    },
    Rule {
        name: "5.6.3 input object field uniqueness",
        keeps: &["{ municipalities(where: { nameContains: \"u\" }) { totalCount } }"],
        breaks: &[
            (
                "query($a: MunicipalityFilter = { and: [{ nameContains: \"u\", nameContains: \"v\" }] }) { municipalities(where: $a) { totalCount } }",
                "nameContains",
            ),
            (
                "{ ...F } fragment F on Query { municipalities(where: { or: [{ nameContains: \"u\", nameContains: \"v\" }] }) { totalCount } }",
                "nameContains",
            ),
            (
                "{ municipalities(where: { nameContains: \"u\", nameContains: \"v\" }) { totalCount } }",
                "nameContains",
            ),
        ],
    },
    Rule {
        name: "5.6.4 input object required fields",
        keeps: &[
            "{ municipalities(where: { region: { set: \"provincie\", code: \"PV26\" } }) { totalCount } }",
        ],
        breaks: &[
            (
                "{ municipalities(where: { region: { set: \"provincie\" } }) { totalCount } }",
                "code",
            ),
            (
                "{ municipalities(where: { region: { set: \"provincie\", code: null } }) { totalCount } }",
                "",
            ),
        ],
    },
    Rule {
        name: "5.7.1 directives are defined",
        keeps: &["{ __typename @skip(if: false) }"],
        breaks: &[("{ __typename @shout }", "shout")],
    },
    Rule {
        name: "5.7.2 directives are in valid locations",
        keeps: &["{ ... @include(if: true) { __typename } }"],
        breaks: &[
            ("query @skip(if: false) { __typename }", "skip"),
            (
                "query($a: Boolean @skip(if: true)) { __typename @skip(if: $a) }",
                "skip",
            ),
        ],
    },
    Rule {
        name: "5.7.3 directives are unique per location",
        keeps: &["{ __typename @skip(if: false) @include(if: true) }"],
        breaks: &[("{ __typename @skip(if: false) @skip(if: true) }", "skip")],
    },
    Rule {
        name: "5.8.1 variable uniqueness",
        keeps: &["query($a: Int, $b: Int) { municipalities(first: $a, last: $b) { totalCount } }"],
        breaks: &[(
            "query($a: Int, $a: Int) { municipalities(first: $a) { totalCount } }",
            "a",
        )],
    },
    Rule {
        name: "5.8.2 variables are input types",
        keeps: &["query($a: MunicipalityFilter) { municipalities(where: $a) { totalCount } }"],
        breaks: &[
            (
                "query($a: Municipality) { municipality(code: $a) { name } }",
                "Municipality",
            ),
            (
                "query($a: Planet) { municipality(code: $a) { name } }",
                "Planet",
            ),
        ],
    },
    Rule {
        name: "5.8.3 all variable uses defined",
        keeps: &[
            "query($a: Int) { ...F } fragment F on Query { municipalities(first: $a) { totalCount } }",
        ],
        breaks: &[
            ("{ municipalities(first: $a) { totalCount } }", "a"),
            (
                "query A($a: Int) { ...F } query B { ...F } fragment F on Query { municipalities(first: $a) { totalCount } }",
                "a",
            ),
            (
                "query { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query { municipalities(where: { code: [$a] }) { totalCount } }",
                "a",
            ),
        ],
    },
    Rule {
        name: "5.8.4 all variables used",
        keeps: &["query($a: Int) { municipalities(first: $a) { totalCount } }"],
        breaks: &[
            ("query($a: Int) { __typename }", "a"),
            (
                "query($a: Int, $b: Int) { municipalities(first: $a) { totalCount } }",
                "b",
            ),
        ],
    },
    Rule {
        name: "5.8.5 all variable usages are allowed",
        keeps: &[
            "query($a: String = \"u\") { municipalities(where: { nameContains: $a }) { totalCount } }",
            "query($a: MunicipalityCode!) { municipality(code: $a) { name } }",
            "query($a: MunicipalityCode = \"GM0344\") { municipality(code: $a) { name } }",
            "query($a: CoordinationStatus!) { municipalities(where: { coordinationStatus: [$a] }) { totalCount } }",
        ],
        breaks: &[
            (
                "query($a: String) { municipalities(first: $a) { totalCount } }",
                "a",
            ),
            (
                "query($a: Int) { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query($a: Boolean) { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query($a: MunicipalityCode) { municipality(code: $a) { name } }",
                "a",
            ),
            (
                "query($a: Int) { municipalities(where: { nameContains: $a }) { totalCount } }",
                "a",
            ),
            (
                "query($a: ID) { municipalities(where: { anyRegion: [{ set: \"provincie\", code: $a }] }) { totalCount } }",
                "a",
            ),
            (
                "query($a: ID = null) { municipalities(where: { region: { set: \"provincie\", code: $a } }) { totalCount } }",
                "a",
            ),
            (
                "query($a: CoordinationStatus) { municipalities(where: { coordinationStatus: [$a] }) { totalCount } }",
                "a",
            ),
            (
                "query($a: [CoordinationStatus]) { municipalities(where: { coordinationStatus: $a }) { totalCount } }",
                "a",
            ),
        ],
    },
];

fn ask(server: &Server, question: &Value) -> Value {
    server.post("application/json", &question.to_string()).1
}

/// Values that variables of the documents above need.
fn variables(document: &str) -> Value {
    if document.contains("$a: MunicipalityCode!") {
        json!({ "a": "GM0344" })
    } else if document.contains("$a: CoordinationStatus!") {
        json!({ "a": "UNKNOWN" })
    } else if document.contains("$a: ID!") {
        json!({ "a": "provincie" })
    } else {
        json!({})
    }
}

#[test]
fn each_rule_of_validation_is_kept() {
    let server = Server::public();
    let mut missed = Vec::new();
    for rule in RULES {
        for document in rule.keeps {
            let mut question = json!({ "query": document, "variables": variables(document) });
            if document.starts_with("query A {") {
                question["operationName"] = "A".into();
            }
            let answer = ask(server, &question);
            assert_eq!(answer["errors"], Value::Null, "{}: {document}", rule.name);
            assert!(answer["data"].is_object(), "{}: {document}", rule.name);
        }
        for (document, named) in rule.breaks {
            let mut question = json!({ "query": document, "variables": variables(document) });
            if document.starts_with("query A") {
                question["operationName"] = "A".into();
            }
            let answer = ask(server, &question);
            let errors = answer["errors"].as_array();
            let errors = errors.unwrap_or_else(|| panic!("{}: {document}: {answer}", rule.name));
            assert_eq!(answer["data"], Value::Null, "{}: {document}", rule.name);
            let code = &errors[0]["extensions"]["code"];
            assert!(
                [
                    "GRAPHQL_VALIDATION_FAILED",
                    "GRAPHQL_PARSE_FAILED",
                    "FRAGMENT_CYCLE"
                ]
                .iter()
                .any(|known| code == known),
                "{}: {document}: {answer}",
                rule.name
            );
            let told = errors.iter().filter_map(|error| error["message"].as_str());
            let told: String = told.collect();
            if !told.contains(named) {
                missed.push(format!("{}: {document}: {told}", rule.name));
            }
            println!("{} | {document} | {told}", rule.name);
        }
    }
    assert!(missed.is_empty(), "not named:\n{}", missed.join("\n"));
}

/// A question with its variables, and what they come to.
const VARIABLES: &[(&str, &str, &str)] = &[
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @include(if: $a) } }",
        "{}",
        r#"{"municipality":{"name":"Utrecht"}}"#,
    ),
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @skip(if: $a) code } }",
        "{}",
        r#"{"municipality":{"code":"GM0344"}}"#,
    ),
    (
        "query($a: Boolean = true) { municipality(code: \"GM0344\") { name @skip(if: $a) code } }",
        r#"{"a":false}"#,
        r#"{"municipality":{"name":"Utrecht","code":"GM0344"}}"#,
    ),
    (
        "query($a: MunicipalityCode = \"GM0344\") { municipality(code: $a) { name } }",
        "{}",
        r#"{"municipality":{"name":"Utrecht"}}"#,
    ),
    (
        "query($a: Int = 1) { municipalities(first: $a) { nodes { name } } }",
        r#"{"a":null,"unknown":[1]}"#,
        "",
    ),
    (
        "query($a: [MunicipalityCode!]) { municipalities(where: { code: $a }) { totalCount } }",
        r#"{"a":"GM0344"}"#,
        r#"{"municipalities":{"totalCount":1}}"#,
    ),
    (
        "query($a: Int) { municipalities(first: $a) { totalCount } }",
        "{}",
        r#"{"municipalities":{"totalCount":342}}"#,
    ),
];

#[test]
fn variables_have_their_values_and_defaults_everywhere() {
    let server = Server::public();
    for (query, variables, expected) in VARIABLES {
        let variables: Value = serde_json::from_str(variables).unwrap();
        let answer = ask(server, &json!({ "query": query, "variables": variables }));
        assert_eq!(answer["errors"], Value::Null, "{query}");
        if !expected.is_empty() {
            let expected: Value = serde_json::from_str(expected).unwrap();
            assert_eq!(answer["data"], expected, "{query}");
        }
    }
}

#[test]
fn variables_that_do_not_fit_are_errors_of_the_request() {
    let server = Server::public();
    for (query, variables, named) in [
        (
            "query($v: [Verdict!]!) { municipalities(where: { block: { block: \"x\", verdict: $v } }) { totalCount } }",
            json!({}),
            "v",
        ),
        (
            "query($v: Int!) { municipalities(first: $v) { totalCount } }",
            json!({ "v": null }),
            "v",
        ),
        (
            "query($v: Int) { municipalities(first: $v) { totalCount } }",
            json!({ "v": "one" }),
            "v",
        ),
        (
            "query($v: Int) { municipalities(first: $v) { totalCount } }",
            json!({ "v": 3_000_000_000_u64 }),
            "v",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "colour": "RED" } }),
            "colour",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "region": { "set": "provincie" } } }),
            "code",
        ),
        (
            "query($v: MunicipalityFilter) { municipalities(where: $v) { totalCount } }",
            json!({ "v": { "coordinationStatus": ["MAYBE"] } }),
            "MAYBE",
        ),
        (
            "query($v: Boolean!) { municipality(code: \"GM0344\") { name @skip(if: $v) } }",
            json!({ "v": "true" }),
            "v",
        ),
    ] {
        let answer = ask(server, &json!({ "query": query, "variables": variables }));
        let error = &answer["errors"][0];
        let code = &error["extensions"]["code"];
        assert_eq!(code, "GRAPHQL_VALIDATION_FAILED", "{query}: {answer}");
        assert_eq!(answer["data"], Value::Null, "{query}");
        assert!(
            error["message"].as_str().unwrap().contains(named),
            "{answer}"
        );
    }
}

#[test]
fn an_object_of_which_nothing_is_selected_is_empty_and_not_null() {
    let server = Server::public();
    for (query, expected) in [
        (
            "{ municipality(code: \"GM0344\") { ... @include(if: false) { name } } }",
            json!({ "municipality": {} }),
        ),
        (
            "{ municipality(code: \"GM9999\") { ... @include(if: false) { name } } }",
            json!({ "municipality": null }),
        ),
        (
            "{ municipality(code: \"GM0344\") { name @skip(if: true) } }",
            json!({ "municipality": {} }),
        ),
        (
            "{ municipality(code: \"GM0344\") { ...F } } fragment F on Municipality { name @skip(if: true) policy { class @skip(if: true) } }",
            json!({ "municipality": { "policy": {} } }),
        ),
        (
            "{ municipalities(first: 2) { nodes { ...F @include(if: false) } } } fragment F on Municipality { name }",
            json!({ "municipalities": { "nodes": [{}, {}] } }),
        ),
        ("{ __typename @skip(if: true) }", json!({})),
        ("{ ... @include(if: false) { __typename } }", json!({})),
        (
            "{ municipality(code: \"GM0344\") { __padding: name @skip(if: true) code @include(if: true) } }",
            json!({ "municipality": { "code": "GM0344" } }),
        ),
    ] {
        let answer = ask(server, &json!({ "query": query }));
        assert_eq!(answer, json!({ "data": expected }), "{query}");
    }
}

#[test]
fn an_operation_is_chosen_by_its_name() {
    let server = Server::public();
    let query = "query A { a: __typename } query B { b: __typename }";
    for (name, key) in [("A", "a"), ("B", "b")] {
        let answer = ask(server, &json!({ "query": query, "operationName": name }));
        assert_eq!(answer["data"], json!({ key: "Query" }));
        let address = format!(
            "/graphql?operationName={name}&query={}",
            query
                .replace(' ', "%20")
                .replace('{', "%7B")
                .replace('}', "%7D")
        );
        let answer: Value = server.get(&address, &[]).body_mut().read_json().unwrap();
        assert_eq!(answer["data"], json!({ key: "Query" }));
    }
    for name in [json!("C"), Value::Null] {
        let answer = ask(server, &json!({ "query": query, "operationName": name }));
        assert_eq!(answer["data"], Value::Null);
        assert_eq!(
            answer["errors"][0]["extensions"]["code"],
            "GRAPHQL_VALIDATION_FAILED"
        );
    }
}

#[test]
fn an_error_says_where_it_is() {
    let server = Server::public();
    let answer = ask(
        server,
        &json!({ "query": "{\n  municipality(code: \"GM0344\") {\n    colour\n    name\n  }\n}" }),
    );
    assert_eq!(
        answer["errors"][0]["locations"],
        json!([{ "line": 3, "column": 5 }])
    );
}

#[test]
fn a_document_named_by_its_hash_alone_is_refused_in_the_words_of_clients() {
    let server = Server::public();
    let extensions = "%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22ab%22%7D%7D";
    let by_address: Value = server
        .get(&format!("/graphql?extensions={extensions}"), &[])
        .body_mut()
        .read_json()
        .unwrap();
    let persisted = json!({ "persistedQuery": { "version": 1, "sha256Hash": "ab" } });
    let by_body = ask(server, &json!({ "extensions": persisted }));
    for answer in [by_address, by_body] {
        let error = &answer["errors"][0];
        assert_eq!(error["message"], "PersistedQueryNotSupported");
        assert_eq!(error["extensions"]["code"], "PERSISTED_QUERY_NOT_SUPPORTED");
    }
    let both = json!({ "query": "{ __typename }", "extensions": persisted });
    assert_eq!(ask(server, &both)["data"]["__typename"], "Query");
}

#[test]
fn a_byte_order_mark_before_the_question_is_read_over() {
    let body = "\u{feff}{\"query\":\"{ __typename }\"}";
    let (status, answer) = Server::public().post("application/json", body);
    assert_eq!(
        (status, &answer["data"]["__typename"]),
        (200, &json!("Query"))
    );
}
