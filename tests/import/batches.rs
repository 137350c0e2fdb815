//! Files handed in over HTTP: looked through, repaired, committed.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::counter::{Counter, HEADER, outcomes};

#[test]
fn every_row_is_told_of_even_when_others_are_wrong() {
    let counter = Counter::staff();
    counter.server.data_as(
        &counter.token,
        r#"mutation { recordVerdicts(input: { code: "GM0034", validFrom: "2023-01-01", established: SURVEY,
             verdicts: [{ block: "focal-point", verdict: PRESENT }, { block: "staff-training", verdict: ABSENT }] }) { code } }"#,
    );
    let id = counter.verdicts(
        "GM0034,focal-point,ABSENT,2023-01-01,SURVEY\n\
         GM0034,staff-training,ABSENT,2023-01-01,SURVEY\n\
         344,focal-point,aanweezig,2023-01-01,SURVEY\n\
         GM0370,focal-point,PRESENT,1-2-2023,SURVEY\n\
         Den Haag,focal-point,aanwezig,2023-01-01,gesprek\n\
         Almeer,focal-point,PRESENT,2023-01-01,SURVEY\n\
         GM0518,focal-point,ABSENT,2023-01-01,SURVEY\n",
    );
    let batch = counter.batch(&id);
    assert_eq!(
        (
            &batch["file"],
            &batch["kind"],
            &batch["state"],
            &batch["createdBy"]
        ),
        (
            &json!("x.csv"),
            &json!("verdicts"),
            &json!("PREVIEW"),
            &json!("desk")
        )
    );
    assert_eq!(
        outcomes(&batch),
        [
            (2, "CHANGED"),
            (3, "SAME"),
            (4, "ERROR"),
            (5, "NEW"),
            (6, "NEW"),
            (7, "ERROR"),
            (8, "ERROR")
        ]
    );
    assert_eq!(
        batch["counts"],
        json!({ "new": 2, "changed": 1, "same": 1, "errors": 3 })
    );
    let row = |line: usize| &batch["rows"][line - 2];
    assert_eq!(
        row(2)["fields"],
        json!([{ "field": "verdict", "before": "PRESENT", "after": "ABSENT" }])
    );
    // A lost zero is understood, and a slip of the pen proposed.
    assert_eq!(
        row(4)["remarks"],
        json!([{ "field": "verdict", "proposal": "PRESENT", "understood": false }, { "field": "municipality_code", "proposal": "GM0344", "understood": true }])
    );
    assert_eq!(row(5)["municipality"], "GM0439");
    assert_eq!(row(5)["proposal"], "GM0439");
    // What is only alike is a question, never a proposal.
    assert_eq!(row(7)["proposal"], Value::Null);
    let told = row(8)["message"].as_str().unwrap();
    assert!(told.contains("line 6 is about the same"), "{told}");
    assert_eq!(
        row(5)["fields"],
        json!([{ "field": "verdict", "before": null, "after": "PRESENT" },
               { "field": "established", "before": null, "after": "SURVEY" }])
    );
    // Only those that are asked for.
    let query = format!(
        "{{ importBatch(id: \"{id}\") {{ rows(outcome: ERROR, first: 1, skip: 1) {{ line }} }} }}"
    );
    let page = counter.server.data_as(&counter.token, &query);
    assert_eq!(page["importBatch"]["rows"], json!([{ "line": 7 }]));
    let served = counter.server.data("{ serverInfo { revision } }");
    assert_eq!(
        served["serverInfo"]["revision"], 3,
        "nothing but the token and the verdicts"
    );
}

#[test]
fn rows_are_repaired_or_left_out_and_the_rest_is_one_revision() {
    let counter = Counter::staff();
    let id = counter.verdicts(
        "GM0344,focal-point,aanweezig,2023-01-01,SURVEY\n\
         Bergen,focal-point,PRESENT,2023-01-01,SURVEY\n\
         GM0363,focal-point,PRESENT,2023-01-01,SURVEY\n",
    );
    let commit = |rest: &str| format!("commitImport(batch: \"{id}\"{rest})");
    let answer = counter.ask(&commit(""));
    let problems = answer["errors"][0]["extensions"]["problems"]
        .as_array()
        .unwrap();
    let lines: Vec<_> = problems.iter().map(|problem| &problem["line"]).collect();
    assert_eq!(lines, [2, 3], "{answer:#}");
    assert_eq!(problems[0]["item"], Value::Null);
    let repaired = counter.done(&format!(
        r#"repairImport(batch: "{id}", repairs: [{{ line: 2, field: "verdict", value: "PRESENT" }}])"#
    ));
    assert_eq!(outcomes(&repaired), [(2, "NEW"), (3, "ERROR"), (4, "NEW")]);
    assert_eq!(counter.refused(&commit("")).0, "BAD_INPUT");
    assert_eq!(counter.refused(&commit(", leaveOut: [9]")).0, "BAD_INPUT");
    let committed = counter.done(&commit(", leaveOut: [3]"));
    assert_eq!(committed["state"], "COMMITTED");
    assert_eq!(committed["revision"], 3);
    assert_eq!(
        committed["counts"],
        json!({ "new": 2, "changed": 0, "same": 0, "errors": 0 })
    );
    assert_eq!(committed["rows"][1]["leftOut"], true);
    let read = counter.server.data(
        r#"{ municipalities(where: { code: ["GM0344", "GM0363"] }) { nodes { policy { verdicts { block { id } verdict } } } } }"#,
    );
    assert_eq!(
        read.to_string()
            .matches(r#"{"block":{"id":"focal-point"},"verdict":"PRESENT"}"#)
            .count(),
        2
    );
    for again in [commit(""), format!("discardImport(batch: \"{id}\")")] {
        assert_eq!(counter.refused(&again).0, "CONFLICT", "{again}");
    }
}

#[test]
fn a_preview_that_holds_no_more_is_refused_once_with_what_would_become_now() {
    let counter = Counter::staff();
    let id = counter.verdicts(
        "GM0344,focal-point,PRESENT,2023-01-01,SURVEY\n\
         GM0363,focal-point,PRESENT,2023-01-01,SURVEY\n",
    );
    let record = |code: &str| {
        counter.server.data_as(&counter.token, &format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "2023-01-01", established: SURVEY,
                 verdicts: [{{ block: "focal-point", verdict: ABSENT }}] }}) {{ code }} }}"#
        ));
    };
    // Something else is no reason to look again.
    record("GM0014");
    let commit = format!("commitImport(batch: \"{id}\")");
    record("GM0344");
    let (code, told) = counter.refused(&commit);
    assert_eq!(code, "CONFLICT");
    assert!(told.contains("line 2") && !told.contains("lines"), "{told}");
    let batch = counter.batch(&id);
    assert_eq!(outcomes(&batch), [(2, "CHANGED"), (3, "NEW")]);
    assert_eq!(batch["rows"][0]["fields"][0]["before"], "ABSENT");
    assert_eq!(counter.done(&commit)["state"], "COMMITTED");
}

#[test]
fn a_file_that_is_all_on_record_makes_no_revision_and_one_can_be_given_up() {
    let counter = Counter::staff();
    let rows = "GM0344,focal-point,PRESENT,2023-01-01,SURVEY\n";
    let first = counter.verdicts(rows);
    assert_eq!(
        counter.done(&format!("commitImport(batch: \"{first}\")"))["revision"],
        3
    );
    let again = counter.verdicts(rows);
    let committed = counter.done(&format!("commitImport(batch: \"{again}\")"));
    assert_eq!(
        (&committed["state"], &committed["revision"]),
        (&json!("COMMITTED"), &Value::Null)
    );
    let given_up = counter.verdicts("GM0363,focal-point,PRESENT,2023-01-01,SURVEY\n");
    let discarded = counter.done(&format!("discardImport(batch: \"{given_up}\")"));
    assert_eq!(discarded["state"], "DISCARDED");
    let list = counter.server.data_as(
        &counter.token,
        "{ importBatches(first: 2) { totalCount nodes { id state } pageInfo { hasNextPage endCursor } } }",
    );
    let list = &list["importBatches"];
    assert_eq!(list["totalCount"], 3);
    assert_eq!(
        list["nodes"][0],
        json!({ "id": given_up, "state": "DISCARDED" })
    );
    assert_eq!(list["pageInfo"]["hasNextPage"], true);
    let rest = counter.server.data_as(
        &counter.token,
        &format!(
            "{{ importBatches(after: {}) {{ nodes {{ id }} }} }}",
            list["pageInfo"]["endCursor"]
        ),
    );
    assert_eq!(rest["importBatches"]["nodes"], json!([{ "id": first }]));
}

#[test]
fn an_import_of_the_command_line_is_a_batch_too() {
    let counter = Counter::staff();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.csv");
    std::fs::write(
        &file,
        format!("{HEADER}\nGM0344,focal-point,PRESENT,2023-01-01,SURVEY\n"),
    )
    .unwrap();
    let file = file.display().to_string();
    counter
        .server
        .run(&["import", "verdicts", &file, "--dry-run"]);
    counter.server.run(&["import", "verdicts", &file]);
    let list = counter.server.data_as(
        &counter.token,
        "{ importBatches { nodes { file state createdBy revision counts { new } } } }",
    );
    assert_eq!(
        list["importBatches"]["nodes"],
        json!([{ "file": "own.csv", "state": "COMMITTED", "createdBy": "command line", "revision": 3, "counts": { "new": 1 } }])
    );
}

#[test]
fn an_import_is_undone_even_after_other_edits_and_keeps_what_was_changed_since() {
    let counter = Counter::staff();
    let server = &counter.server;
    let record = |code: &str, verdict: &str| {
        server.data_as(&counter.token, &format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "2023-01-01", established: SURVEY,
                 verdicts: [{{ block: "focal-point", verdict: {verdict} }}] }}) {{ code }} }}"#
        ));
    };
    let verdict = |code: &str| {
        let data = server.data(&format!(
            r#"{{ municipality(code: "{code}") {{ policy {{ verdicts {{ block {{ id }} verdict }} }} }} }}"#
        ));
        let verdicts = data["municipality"]["policy"]["verdicts"]
            .as_array()
            .unwrap()
            .clone();
        let found = verdicts
            .iter()
            .find(|one| one["block"]["id"] == "focal-point")
            .unwrap();
        found["verdict"].as_str().unwrap().to_owned()
    };
    record("GM0344", "IN_PREPARATION");
    let codes = ["GM0344", "GM0363", "GM0518"];
    let id = counter.verdicts(
        &codes
            .map(|code| format!("{code},focal-point,PRESENT,2023-01-01,SURVEY\n"))
            .concat(),
    );
    counter.done(&format!("commitImport(batch: \"{id}\")"));
    assert_eq!(codes.map(verdict), ["PRESENT"; 3]);
    record("GM0363", "ABSENT");
    let undone = counter.done(&format!("undoImport(batch: \"{id}\")"));
    assert_eq!(undone["state"], "UNDONE");
    let kept = undone["kept"].as_array().unwrap();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(kept[0].as_str().unwrap().contains("GM0363"), "{kept:?}");
    assert_eq!(codes.map(verdict), ["IN_PREPARATION", "ABSENT", "UNKNOWN"]);
    assert_eq!(
        counter.refused(&format!("undoImport(batch: \"{id}\")")).0,
        "CONFLICT"
    );
    // Whoever undoes its change undoes the import.
    let other = counter.verdicts("GM0014,focal-point,PRESENT,2023-01-01,SURVEY\n");
    let revision = counter.done(&format!("commitImport(batch: \"{other}\")"))["revision"].clone();
    server.data_as(
        &counter.token,
        &format!("mutation {{ undoChange(revision: {revision}) {{ revision }} }}"),
    );
    assert_eq!(counter.batch(&other)["state"], "UNDONE");
}

#[test]
fn what_many_rows_share_is_told_once_with_their_number() {
    let counter = Counter::staff();
    let data = counter
        .server
        .data("{ municipalities(first: 60, orderBy: [{ by: CODE }]) { nodes { code } } }");
    let nodes = data["municipalities"]["nodes"].as_array().unwrap();
    let code = |place: usize| nodes[place]["code"].as_str().unwrap();
    let mut rows = String::new();
    for place in 0..50 {
        writeln!(
            rows,
            "{},focal-point,PRESENT,2024-01-01,SURVEY",
            code(place)
        )
        .unwrap();
    }
    for place in 50..53 {
        writeln!(rows, "{},focal-point,ABSENT,2062-01-01,SURVEY", code(place)).unwrap();
    }
    let batch = counter.batch(&counter.verdicts(&rows));
    let notices = batch["notices"].as_array().unwrap();
    let about = |words: &str| {
        let told = notices.iter().filter_map(Value::as_str);
        told.filter(|notice| notice.contains(words))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        about("ahead"),
        [
            "3 dates lie more than a year ahead, up to 1 January 2062; are they right? Lines 52, 53, 54"
        ],
        "{notices:?}"
    );
    assert_eq!(
        about("say the same"),
        [
            "50 rows say the same, each of another municipality: focal-point, PRESENT, 2024-01-01, SURVEY"
        ],
        "{notices:?}"
    );
}
