//! Any filter, cursor and date in a question is answered or refused: no panic,
//! and a code on each error. `FUZZ_CASES` says how many cases.

use std::sync::{Arc, LazyLock};

use async_graphql::{Request, Variables};
use dekkingskaart::atlas::Atlas;
use dekkingskaart::domain::people::permissions::PublicAccess;
use dekkingskaart::domain::people::viewer::Viewer;
use dekkingskaart::graphql::{Api, build};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::support::{clock, shipped_facts};

const QUESTION: &str = "query($where: MunicipalityFilter, $first: Int, $after: String, $last: Int,
        $before: String, $asOf: Date, $knownAt: DateTime) {
    municipalities(where: $where, first: $first, after: $after, last: $last, before: $before,
            asOf: $asOf, knownAt: $knownAt) {
        totalCount pageInfo { startCursor endCursor } nodes { code name }
    }
}";

#[expect(clippy::disallowed_methods, reason = "a setting of the tests")]
fn cases() -> u32 {
    let given = std::env::var("FUZZ_CASES");
    given.ok().and_then(|text| text.parse().ok()).unwrap_or(150)
}

fn word() -> impl Strategy<Value = Value> {
    let known: &'static [&'static str] = &[
        "GM0344",
        "GM0",
        "provincie/PV26",
        "provincie/",
        "ABSENT",
        "NONE",
        "STRUCTURAL",
        "focal-point",
        "2021-12-31",
        "2019-12-31",
        "2021-02-30",
        "9999-99-99",
        "2024-01-01T00:00:00Z",
        "R00wMzQ0",
        "R00",
        "",
    ];
    prop_oneof![
        prop::sample::select(known).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-3..5_i64).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ]
}

/// A filter, nested a few deep, with values that mostly do not fit.
fn filter() -> impl Strategy<Value = Value> {
    let leaf = (
        prop::sample::select(
            &[
                "code",
                "nameContains",
                "region",
                "anyRegion",
                "coordinationStatus",
                "policyClass",
                "population",
                "completenessLow",
                "assessed",
                "neverAssessed",
                "block",
                "dimension",
                "unknown",
            ][..],
        ),
        prop_oneof![
            word(),
            prop::collection::vec(word(), 0..3).prop_map(Value::from),
            (word(), word()).prop_map(|(low, high)| json!({ "min": low, "max": high })),
            (word(), word()).prop_map(|(from, to)| json!({ "from": from, "to": to })),
            (word(), word())
                .prop_map(|(block, verdict)| json!({ "block": block, "verdict": [verdict] })),
            (word(), word()).prop_map(|(set, code)| json!({ "set": set, "code": code })),
        ],
    )
        .prop_map(|(name, value)| json!({ name: value }));
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|all| json!({ "and": all })),
            prop::collection::vec(inner.clone(), 0..4).prop_map(|any| json!({ "or": any })),
            inner.prop_map(|not| json!({ "not": not })),
        ]
    })
}

fn variables() -> impl Strategy<Value = Value> {
    let page = (word(), word(), word(), word());
    let dates = (word(), word());
    (filter(), page, dates, 0..64_u8).prop_map(|(filter, page, dates, given)| {
        let all = [
            ("where", filter),
            ("first", page.0),
            ("after", page.1),
            ("last", page.2),
            ("before", page.3),
            ("asOf", dates.0),
            ("knownAt", dates.1),
        ];
        let given = all
            .into_iter()
            .enumerate()
            .filter(|(place, _)| given >> (place % 6) & 1 == 1);
        given
            .map(|(_, (name, value))| (name.to_owned(), value))
            .collect()
    })
}

#[test]
fn any_filter_cursor_and_date_is_answered_or_refused() {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
    let facts = RUNTIME.block_on(shipped_facts(true));
    let atlas = Arc::new(Atlas::build(facts, None).unwrap());
    let api: Api = build(clock(), PublicAccess::All);
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    };
    TestRunner::new(config)
        .run(&variables(), |variables| {
            let request = Request::new(QUESTION).variables(Variables::from_json(variables));
            let answer = api.answer(request, Arc::clone(&atlas), Viewer::public());
            let answer = RUNTIME.block_on(answer);
            for error in &answer.errors {
                let code = error.extensions.as_ref().and_then(|all| all.get("code"));
                prop_assert!(
                    code.is_some_and(|code| *code != "INTERNAL".into()),
                    "{:?}",
                    error
                );
            }
            Ok(())
        })
        .unwrap();
}
