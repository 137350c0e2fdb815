//! Every field of the schema with every role. `decisions.csv` says who may read
//! each field: a field without a decision fails, so that none is opened or
//! closed by accident.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::schema::{Field, fields, ways};
use super::setting::{Setting, setting};

/// Who may read a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    /// Everybody.
    Public,
    /// PLATFORM for its own regions, OUTREACH, ADMIN.
    Own,
    /// OUTREACH, ADMIN.
    Staff,
    /// Whoever has an account.
    Signed,
    /// ADMIN.
    Admin,
    /// Whoever may send the mutation that answers with it; no question gives it.
    Mutation,
    /// Whoever may follow what changes, which is public; `following.rs` tries it.
    Following,
    /// An administrator, where a later edition of the public data can be
    /// brought; `serve/newer.rs` tries it.
    Newer,
}

fn decisions() -> BTreeMap<String, Decision> {
    let file = include_str!("decisions.csv").lines().skip(1);
    file.map(|line| {
        let (path, decision) = line.split_once(',').unwrap();
        let decision = match decision {
            "public" => Decision::Public,
            "own" => Decision::Own,
            "staff" => Decision::Staff,
            "signed" => Decision::Signed,
            "admin" => Decision::Admin,
            "mutation" => Decision::Mutation,
            "following" => Decision::Following,
            "newer" => Decision::Newer,
            other => panic!("{path}: {other} is no decision"),
        };
        (path.to_owned(), decision)
    })
    .collect()
}

fn selected(setting: &Setting, field: &Field) -> String {
    let mut text = field.name.clone();
    let given: Vec<String> = field
        .arguments
        .iter()
        .filter(|(.., must)| *must)
        .map(|(name, ..)| {
            let own = format!("{}({name})", field.path());
            let sample = setting
                .samples
                .get(&own)
                .or_else(|| setting.samples.get(name));
            format!(
                "{name}: {}",
                sample.unwrap_or_else(|| panic!("no sample for {own}"))
            )
        })
        .collect();
    if !given.is_empty() {
        write!(text, "({})", given.join(", ")).unwrap();
    }
    text
}

/// A question for one field, by the shortest way to its object.
fn question(setting: &Setting, way: &[Field], field: &Field) -> String {
    let mut text = String::from("{ ");
    for step in way {
        write!(text, "{} {{ ", selected(setting, step)).unwrap();
    }
    // Eemsdelta has predecessors and inherited verdicts.
    if way
        .iter()
        .any(|step| ["predecessors", "quality"].contains(&&*step.name))
    {
        text = text.replace("GM0344", "GM1979");
    }
    // In its own region.
    let own = &setting.samples["Query.region(code)"];
    let there = format!(
        r#"{{ arrangements(where: {{ region: {{ set: "vng-platform", code: {own} }} }}) {{"#
    );
    text = text.replace("{ arrangements {", &there);
    // A platform may count over its own region alone.
    let own = &setting.samples["Query.region(code)"];
    let own =
        format!(r#"coverage(where: {{ region: {{ set: "vng-platform", code: {own} }} }}) {{"#);
    text = text.replace("{ coverage {", &format!("{{ {own}"));
    write!(text, "__typename asked: {}", selected(setting, field)).unwrap();
    if field.gives.is_some() {
        text.push_str(" { __typename }");
    }
    text.push_str(&" }".repeat(way.len() + 1));
    text
}

/// Whether an object with the field stands anywhere in the answer.
fn holds(value: &Value) -> bool {
    match value {
        Value::Object(object) => object.contains_key("asked") || object.values().any(holds),
        Value::Array(list) => list.iter().any(holds),
        _ => false,
    }
}

fn code(answer: &Value) -> Option<&str> {
    answer["errors"][0]["extensions"]["code"].as_str()
}

#[test]
fn every_field_has_a_decision_and_every_decision_a_field() {
    let decided = decisions();
    let decided: Vec<&String> = decided.keys().collect();
    let mut known: Vec<String> = fields(&setting().server)
        .iter()
        .filter(|field| field.parent != "Mutation")
        .map(Field::path)
        .collect();
    known.sort();
    let undecided: Vec<_> = known
        .iter()
        .filter(|path| !decided.contains(path))
        .collect();
    assert!(undecided.is_empty(), "without a decision: {undecided:#?}");
    let gone: Vec<_> = decided
        .into_iter()
        .filter(|path| !known.contains(path))
        .collect();
    assert!(gone.is_empty(), "decided, and not in the schema: {gone:#?}");
}

#[test]
fn every_field_is_open_and_closed_as_decided() {
    let setting = setting();
    let decisions = decisions();
    let fields = fields(&setting.server);
    // By open ways where there are any, so that it is the field that refuses.
    let open = ways(&fields, |field| {
        decisions[&field.path()] == Decision::Public
    });
    let any = ways(&fields, |_| true);
    let mut wrong = Vec::new();
    for field in fields.iter().filter(|field| field.parent != "Mutation") {
        let decision = decisions[&field.path()];
        if decision == Decision::Newer {
            continue;
        }
        if matches!(decision, Decision::Mutation | Decision::Following) {
            if any.contains_key(&field.parent) {
                wrong.push(format!("{} is given by a question", field.path()));
            }
            continue;
        }
        let Some(way) = open.get(&field.parent).or_else(|| any.get(&field.parent)) else {
            wrong.push(format!("{} cannot be reached", field.path()));
            continue;
        };
        let question = question(setting, way, field);
        let ask = |token: Option<&String>| {
            setting
                .server
                .ask_as(token.map(String::as_str), &question)
                .1
        };
        let is_open = |answer: &Value| code(answer).is_none() && holds(&answer["data"]);
        let is_closed = |answer: &Value| {
            matches!(code(answer), None | Some("FORBIDDEN")) && !holds_value(&answer["data"])
        };
        let decision = decisions[&field.path()];
        let [own, other, desk, chief] = setting.tokens.each_ref().map(|token| ask(Some(token)));
        let public = ask(None);
        let expected = [
            ("public", &public, decision == Decision::Public),
            (
                "another platform",
                &other,
                matches!(decision, Decision::Public | Decision::Signed),
            ),
            (
                "its platform",
                &own,
                !matches!(decision, Decision::Staff | Decision::Admin),
            ),
            ("OUTREACH", &desk, decision != Decision::Admin),
            ("ADMIN", &chief, true),
        ];
        for (who, answer, open) in expected {
            let right = if open {
                is_open(answer)
            } else {
                is_closed(answer)
            };
            if !right {
                wrong.push(format!("{} as {who}: {question}\n{answer:#}", field.path()));
            }
        }
        // The public is told that something is closed, and not that it is empty.
        if decision != Decision::Public && code(&public) != Some("FORBIDDEN") {
            wrong.push(format!("{} as public: {public:#}", field.path()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether the field has a value anywhere in the answer.
fn holds_value(value: &Value) -> bool {
    match value {
        Value::Object(object) => {
            object
                .get("asked")
                .is_some_and(|asked| !asked.is_null() && *asked != json!([]))
                || object.values().any(holds_value)
        }
        Value::Array(list) => list.iter().any(holds_value),
        _ => false,
    }
}

#[test]
fn no_filter_and_no_order_tells_of_briefings() {
    let setting = setting();
    let fields = fields(&setting.server);
    let ways = ways(&fields, |_| true);
    let mut tried = 0;
    for field in &fields {
        let filters = field
            .arguments
            .iter()
            .filter(|(_, kind, _)| kind == "MunicipalityFilter");
        for (name, ..) in filters {
            for (detour, own_too) in [
                ("{ neverBriefed: true }", false),
                (r#"{ briefed: { from: "2020-01-01" } }"#, false),
                ("{ not: { neverBriefed: false } }", false),
                (
                    r#"{ and: [{ code: ["GM0344"] }, { or: [{ neverBriefed: true }] }] }"#,
                    false,
                ),
                (
                    r#"{ region: { set: "vng-platform", code: "OWN" }, neverBriefed: true }"#,
                    true,
                ),
            ] {
                let own = &setting.samples["Query.region(code)"];
                let detour = detour.replace(r#""OWN""#, own);
                let asked = selected(setting, field);
                let with = if asked.ends_with(')') {
                    format!("{}, {name}: {detour})", asked.trim_end_matches(')'))
                } else {
                    format!("{asked}({name}: {detour})")
                };
                let question = question(setting, &ways[&field.parent], field)
                    .replace(&format!("asked: {asked}"), &format!("asked: {with}"));
                tried += 1;
                let ask = |token: Option<&String>| {
                    let answer = setting
                        .server
                        .ask_as(token.map(String::as_str), &question)
                        .1;
                    code(&answer).map(str::to_owned)
                };
                let [platform, other, desk, _] = setting.tokens.each_ref().map(Some).map(ask);
                let forbidden = Some("FORBIDDEN".to_owned());
                assert_eq!(ask(None), forbidden, "{question}");
                assert_eq!(other, forbidden, "{question}");
                assert_eq!(platform.is_none(), own_too, "{question}");
                assert_eq!(desk, None, "{question}");
            }
        }
    }
    assert!(tried >= 35, "{tried}");
    let by_briefing =
        "{ municipalities(first: 1, orderBy: [{ by: LAST_BRIEFED }]) { totalCount } }";
    let codes = [None, Some(&setting.tokens[0]), Some(&setting.tokens[2])].map(|token| {
        let answer = setting
            .server
            .ask_as(token.map(String::as_str), by_briefing)
            .1;
        code(&answer).map(str::to_owned)
    });
    assert_eq!(
        codes,
        [
            Some("FORBIDDEN".to_owned()),
            Some("FORBIDDEN".to_owned()),
            None
        ]
    );
}

#[test]
fn only_those_who_read_everywhere_see_the_lists_by_contact() {
    let setting = setting();
    for purpose in ["BRIEF", "ASK"] {
        let question = format!(
            r#"{{ outreachTargets(purpose: {purpose}, first: 1) {{ nodes {{ priority {{ factors {{ factor }} }} }} }}
                 municipality(code: "GM0344") {{ priority(purpose: {purpose}) {{ factors {{ factor }} }} }} }}"#
        );
        let [own, other, desk, chief] = &setting.tokens;
        for (token, counts) in [
            (None, false),
            (Some(own), false),
            (Some(other), false),
            (Some(desk), true),
            (Some(chief), true),
        ] {
            let answer = setting
                .server
                .ask_as(token.map(String::as_str), &question)
                .1;
            assert_eq!(code(&answer), None, "{answer}");
            let data = &answer["data"];
            let listed = &data["outreachTargets"]["nodes"][0]["priority"]["factors"];
            let single = &data["municipality"]["priority"]["factors"];
            for factors in [listed, single] {
                let mut factors = factors.as_array().unwrap().iter();
                let shown = factors.any(|factor| factor["factor"] == "contact");
                assert_eq!(shown, counts, "{purpose}: {token:?}");
            }
        }
    }
}
