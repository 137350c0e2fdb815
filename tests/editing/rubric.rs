//! Versions of the rubric, and what is carried over from one to the next.

use serde_json::{Value, json};

use super::{open, refusal};
use crate::support::Server;

const NEW: &str = r#"
  id: "kader-2", titleNl: "Kader 2", titleEn: "Framework 2", validFrom: "2026-06-01",
  themes: [{ id: "signals", dimension: AWARENESS, titleNl: "Signalen", titleEn: "Signals", guidanceUrl: "https://example.org/g" }],
  blocks: [
    { id: "focal-point", theme: "signals", level: BASIC, titleNl: "a", titleEn: "a", sourceUrl: "https://example.org/a" },
    { id: "people", theme: "signals", level: BASIC, weight: 2, titleNl: "b", titleEn: "b", sourceUrl: "https://example.org/b",
      from: ["focal-point", "staff-training"] },
    { id: "brand-new", theme: "signals", level: ADVANCED, titleNl: "c", titleEn: "c", sourceUrl: "https://example.org/c" }
  ]"#;

fn verdicts(server: &Server, at: &str) -> Value {
    let data = server.data(&format!(
        r#"{{ municipality(code: "GM0344", asOf: "{at}") {{ policy {{ rubric {{ id }} verdicts {{ block {{ id }} verdict validFrom recordedFor }} }} }} }}"#
    ));
    data["municipality"]["policy"].clone()
}

fn verdict(policy: &Value, block: &str) -> Value {
    let verdicts = policy["verdicts"].as_array().unwrap();
    let found = verdicts.iter().find(|one| one["block"]["id"] == block);
    let found = found.unwrap_or_else(|| panic!("no {block} in {policy:#}"));
    json!([found["verdict"], found["validFrom"], found["recordedFor"]])
}

fn record(server: &Server, token: &str, rubric: &str, from: &str, verdicts: &str) {
    server.data_as(
        token,
        &format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "GM0344", {rubric} validFrom: "{from}", established: SURVEY, verdicts: [{verdicts}] }}) {{ code }} }}"#
        ),
    );
}

#[test]
fn a_later_version_reads_what_was_recorded_by_the_one_before() {
    let (server, chief) = open(&[]);
    let two = r#"{ block: "focal-point", verdict: PRESENT }, { block: "staff-training", verdict: IN_PREPARATION }"#;
    record(&server, &chief, "", "2025-01-01", two);
    let before = verdicts(&server, "2026-05-31");
    let add =
        format!("mutation {{ recordRubric(input: {{ {NEW} }}) {{ id blocks {{ id from }} }} }}");
    let (_, answer) = server.ask_as(Some(&chief), &add);
    let blocks = &answer["data"]["recordRubric"]["blocks"];
    assert_eq!(blocks[0]["from"], json!(["focal-point"]), "{answer:#}");
    assert_eq!(blocks[1]["from"], json!(["focal-point", "staff-training"]));
    assert_eq!(blocks[2]["from"], json!([]));
    let notices = answer["extensions"]["notices"].as_array().unwrap();
    assert_eq!(notices.len(), 3, "{notices:?}");

    assert_eq!(verdicts(&server, "2026-05-31"), before);
    let after = verdicts(&server, "2026-06-01");
    assert_eq!(after["rubric"]["id"], "kader-2");
    assert_eq!(
        verdict(&after, "focal-point"),
        json!(["PRESENT", "2025-01-01", "focal-point"])
    );
    assert_eq!(
        verdict(&after, "people"),
        json!(["IN_PREPARATION", "2025-01-01", "staff-training"])
    );
    assert_eq!(verdict(&after, "brand-new"), json!(["UNKNOWN", null, null]));

    // What is recorded for the new block goes before what it was recorded for
    // the old one, even later.
    record(
        &server,
        &chief,
        "",
        "2026-07-01",
        r#"{ block: "people", verdict: ABSENT }"#,
    );
    let old = r#"rubric: "kader-voorlopig-1","#;
    record(&server, &chief, old, "2026-08-01", two);
    let later = verdicts(&server, "2026-09-01");
    assert_eq!(
        verdict(&later, "people"),
        json!(["ABSENT", "2026-07-01", null])
    );
    assert_eq!(
        verdict(&later, "focal-point"),
        json!(["PRESENT", "2026-08-01", "focal-point"])
    );
}

#[test]
fn a_version_is_refused_with_everything_that_is_wrong_with_it() {
    let (server, chief) = open(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let add = |input: &str| format!("mutation {{ recordRubric(input: {{ {input} }}) {{ id }} }}");
    assert_eq!(refusal(&server, &desk, &add(NEW)).0, "FORBIDDEN");
    for (good, bad, field) in [
        ("kader-2", "Kader 2", "id"),
        ("kader-2", "kader-voorlopig-1", "id"),
        ("2026-06-01", "2019-01-01", "validFrom"),
        ("weight: 2", "weight: 0", "blocks.weight"),
        (
            r#""focal-point", "staff-training"]"#,
            r#""no-such"]"#,
            "blocks.from",
        ),
        ("brand-new", "people", "blocks.id"),
        (
            "https://example.org/c",
            "javascript:alert(1)",
            "blocks.sourceUrl",
        ),
    ] {
        let input = NEW.replacen(good, bad, 1);
        assert_ne!(input, NEW, "{good}");
        let refused = refusal(&server, &chief, &add(&input));
        assert_eq!(refused, ("BAD_INPUT".to_owned(), field.to_owned()), "{bad}");
    }
    assert_eq!(
        server.data("{ rubrics { id } }")["rubrics"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_version_is_taken_back_unless_something_was_recorded_by_it() {
    let (server, chief) = open(&[]);
    let add = format!("mutation {{ recordRubric(input: {{ {NEW} }}) {{ id }} }}");
    server.data_as(&chief, &add);
    let revision = || {
        let data = server.data("{ serverInfo { revision } }");
        data["serverInfo"]["revision"].as_u64().unwrap()
    };
    let rubric = revision();
    record(
        &server,
        &chief,
        "",
        "2026-07-01",
        r#"{ block: "people", verdict: ABSENT }"#,
    );
    let undo = |revision| {
        format!("mutation {{ undoChange(revision: {revision}) {{ withdrawn restored kept }} }}")
    };
    assert_eq!(refusal(&server, &chief, &undo(rubric)).0, "CONFLICT");
    server.data_as(&chief, &undo(revision()));
    let undone = server.data_as(&chief, &undo(rubric));
    assert_eq!(undone["undoChange"]["withdrawn"], 1);
    assert_eq!(
        verdicts(&server, "2026-09-01")["rubric"]["id"],
        "kader-voorlopig-1"
    );
    // Its id is spent.
    assert_eq!(refusal(&server, &chief, &add).1, "id");
}
