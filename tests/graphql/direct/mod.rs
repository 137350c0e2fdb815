//! Answers are the same whether they are written directly or not: each byte of
//! them, headers, and what they count. `DIRECT_CASES` says how many random
//! documents are asked.

mod documents;

use std::cell::Cell;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use async_graphql::{Request, Response, ServerError, Value, Variables};
use dekkingskaart::atlas::Atlas;
use dekkingskaart::domain::people::permissions::PublicAccess;
use dekkingskaart::domain::people::viewer::Viewer;
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::vocabulary::Role;
use dekkingskaart::graphql::{Api, Budget, build, sdl, write_answer};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tokio::runtime::Runtime;

use self::documents::{Kinds, Question};
use crate::support::{clock, shipped_facts};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
static ATLAS: LazyLock<Arc<Atlas>> = LazyLock::new(|| {
    let facts = RUNTIME.block_on(shipped_facts(true));
    Arc::new(Atlas::build(facts, None).unwrap())
});

#[expect(clippy::disallowed_methods, reason = "a setting of the tests")]
fn cases() -> u32 {
    let given = std::env::var("DIRECT_CASES");
    given.ok().and_then(|text| text.parse().ok()).unwrap_or(300)
}

fn viewer(role: Role) -> Viewer {
    Viewer {
        name: (role != Role::Public).then(|| "somebody".into()),
        role,
        regions: match role {
            Role::Platform => vec![RegionRef::new("provincie", "PV26")],
            _ => Vec::new(),
        },
        ..Viewer::public()
    }
}

fn ask(api: &Api, question: &Question, role: Role) -> (Response, u64) {
    let variables = Variables::from_json(question.variables.clone());
    let request = Request::new(question.text.as_str()).variables(variables);
    let budget = Budget::of(Duration::from_hours(1));
    let answer = match api.prepare(request, Arc::clone(&ATLAS), viewer(role)) {
        Ok(prepared) => RUNTIME.block_on(api.execute(prepared.data(budget.clone()))),
        Err(refused) => *refused,
    };
    (answer, budget.written())
}

/// How many fields of the query were answered directly.
fn direct_fields(answer: &Response) -> usize {
    let Value::Object(fields) = &answer.data else {
        return 0;
    };
    let is_text = |value: &&Value| match value {
        Value::Object(fields) => fields.contains_key("$serde_json::private::RawValue"),
        _ => false,
    };
    fields.values().filter(is_text).count()
}

/// What an answer was.
struct Answered {
    has_data: bool,
    direct_fields: usize,
    errors: Vec<ServerError>,
}

/// Asks in both ways, and returns what the answer by the direct way was.
fn ask_both(apis: &(Api, Api), question: &Question, role: Role) -> Answered {
    let (direct, written) = ask(&apis.0, question, role);
    let (ordinary, counted) = ask(&apis.1, question, role);
    let answered = Answered {
        has_data: direct.data != Value::Null,
        direct_fields: direct_fields(&direct),
        errors: direct.errors.clone(),
    };
    assert_eq!(direct.http_headers, ordinary.http_headers, "{question:?}");
    let text = write_answer(direct).unwrap().into_bytes();
    let expected = serde_json::to_vec(&ordinary).unwrap();
    assert_eq!(
        String::from_utf8_lossy(&text),
        String::from_utf8_lossy(&expected),
        "{question:?}"
    );
    if answered.direct_fields == 0 {
        assert_eq!(written, counted, "{question:?}");
    }
    assert_eq!(direct_fields(&ordinary), 0, "{question:?}");
    answered
}

fn apis(public: PublicAccess) -> (Api, Api) {
    let api = build(clock(), public);
    let ordinary = api.without_direct_answers();
    (api, ordinary)
}

#[test]
fn any_document_is_answered_with_the_same_bytes() {
    let kinds = Kinds::of(&sdl());
    let open = apis(PublicAccess::All);
    let guarded = apis(PublicAccess::Status);
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    };
    let roles = prop::sample::select(&[Role::Public, Role::Platform, Role::Outreach, Role::Admin]);
    let choices = prop::collection::vec(any::<u16>(), 10..160);
    let (all, valid, directly, failed) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let more = |count: &Cell<u32>, by: bool| count.set(count.get() + u32::from(by));
    TestRunner::new(config)
        .run(
            &(choices, roles, any::<bool>()),
            |(choices, role, is_open)| {
                let question = Question::of(&kinds, &choices);
                let apis = if is_open { &open } else { &guarded };
                let answer = ask_both(apis, &question, role);
                more(&all, true);
                more(&valid, answer.has_data);
                more(&directly, answer.direct_fields > 0);
                more(&failed, answer.has_data && !answer.errors.is_empty());
                Ok(())
            },
        )
        .unwrap();
    let told = format!(
        "{} documents, {} answered, {} of them directly, {} with errors",
        all.get(),
        valid.get(),
        directly.get(),
        failed.get()
    );
    // Documents that are refused, or of which nothing is written directly, prove
    // nothing.
    assert!(valid.get() * 2 > all.get(), "{told}");
    assert!(directly.get() * 4 > all.get(), "{told}");
    assert!(failed.get() * 50 > all.get(), "{told}");
}

fn plain(text: &str) -> Question {
    Question {
        text: text.to_owned(),
        variables: Value::Null.into_json().unwrap(),
    }
}

#[test]
fn what_is_asked_most_is_answered_directly() {
    let apis = apis(PublicAccess::All);
    for text in [
        r#"{ municipalities(asOf: "2021-12-31") { nodes { code name geometry coordination { status } policy { class completeness { low high } } } } }"#,
        r#"query { a: municipality(code: "GM0344", asOf: "2021-12-31") { ...Both __typename regions { name } } } fragment Both on Municipality { code policy { verdicts { block { id } } verdicts { verdict source { url label } } } ... { regions { code set } policy { class } } }"#,
        r#"{ municipalities(first: 3, where: { region: { set: "provincie", code: "PV30" } }) { totalCount nodes { population { inhabitants } boundingBox { west } areaKm2 } } }"#,
        r#"{ coverageBy(group: { regionSet: "veiligheidsregio" }) { key label coverage { byStatus { status count } } } boundaryDates { date } }"#,
        r"{ outreachTargets(first: 2) { nodes { municipality { name } priority { score } missing { id } } } }",
    ] {
        let answer = ask_both(&apis, &plain(text), Role::Public);
        assert!(answer.errors.is_empty(), "{text} {:?}", answer.errors);
        assert_ne!(answer.direct_fields, 0, "{text}");
    }
}

#[test]
fn what_fails_is_told_and_counted_once() {
    let apis = apis(PublicAccess::All);
    let text = r#"{ municipality(code: "GM0344") { geometry regions(set: "nothing") { name } lastBriefing { date } } boundaryDates { date } }"#;
    let question = plain(text);
    let answer = ask_both(&apis, &question, Role::Public);
    assert!(!answer.errors.is_empty());
    assert_eq!(answer.direct_fields, 1);
    let (_, written) = ask(&apis.0, &question, Role::Public);
    let (_, counted) = ask(&apis.1, &question, Role::Public);
    assert_eq!(written, counted);
}
