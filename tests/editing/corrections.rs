//! What others say is not right, and what becomes of it.

use serde_json::{Value, json};

use super::{open, refusal};
use crate::support::Server;

fn queue(server: &Server, token: &str, state: &str) -> Value {
    let query = format!(
        "{{ corrections(state: {state}) {{ totalCount nodes {{ id origin name email text municipality {{ code }}
             differences {{ block {{ id }} standing proposed note }} state decidedBy answer revision }} }} }}"
    );
    server.data_as(token, &query)["corrections"].clone()
}

fn verdict(server: &Server, code: &str) -> Value {
    let data = server.data(&format!(
        r#"{{ municipality(code: "{code}") {{ policy {{ verdicts {{ block {{ id }} verdict established }} }} }} }}"#
    ));
    let verdicts = data["municipality"]["policy"]["verdicts"]
        .as_array()
        .unwrap();
    let found = verdicts
        .iter()
        .find(|one| one["block"]["id"] == "focal-point")
        .unwrap();
    json!([found["verdict"], found["established"]])
}

#[test]
fn what_the_public_proposes_waits_until_it_is_accepted_and_can_be_undone() {
    let (server, chief) = open(&[]);
    let propose = r#"mutation { proposeCorrection(code: "GM0344", text: "Er is er een", email: "ans@example.org",
        answers: [{ block: "focal-point", verdict: PRESENT, note: "Sinds mei" }]) }"#;
    assert_eq!(server.data(propose)["proposeCorrection"], true);
    assert_eq!(verdict(&server, "GM0344")[0], "UNKNOWN");
    let waiting = queue(&server, &chief, "OPEN");
    assert_eq!(waiting["totalCount"], 1);
    let one = &waiting["nodes"][0];
    assert_eq!(
        (&one["origin"], &one["email"], &one["municipality"]["code"]),
        (
            &json!("PUBLIC"),
            &json!("ans@example.org"),
            &json!("GM0344")
        )
    );
    let difference = json!([{ "block": { "id": "focal-point" }, "standing": "UNKNOWN", "proposed": "PRESENT", "note": "Sinds mei" }]);
    assert_eq!(one["differences"], difference);

    let id = one["id"].as_str().unwrap();
    let accept = format!(
        r#"mutation {{ acceptCorrection(id: "{id}", input: {{ answer: "Gebeld" }}) {{ state revision answer }} }}"#
    );
    let accepted = server.data_as(&chief, &accept)["acceptCorrection"].clone();
    assert_eq!(
        (&accepted["state"], &accepted["answer"]),
        (&json!("ACCEPTED"), &json!("Gebeld"))
    );
    assert_eq!(
        verdict(&server, "GM0344"),
        json!(["PRESENT", "CONVERSATION"])
    );
    assert_eq!(queue(&server, &chief, "OPEN")["totalCount"], 0);
    assert_eq!(refusal(&server, &chief, &accept).0, "CONFLICT");
    let trail = server.data_as(
        &chief,
        &format!(
            r#"{{ auditTrail(where: {{ subject: "{id}" }}) {{ nodes {{ actor action }} }} }}"#
        ),
    );
    let expected = json!([
        { "actor": "chief", "action": "accept_correction" },
        { "actor": "public", "action": "propose_correction" }
    ]);
    assert_eq!(trail["auditTrail"]["nodes"], expected);

    let undo = format!(
        "mutation {{ undoChange(revision: {}) {{ withdrawn }} }}",
        accepted["revision"]
    );
    assert_eq!(server.data_as(&chief, &undo)["undoChange"]["withdrawn"], 1);
    assert_eq!(verdict(&server, "GM0344")[0], "UNKNOWN");
}

#[test]
fn a_link_opens_one_record_once() {
    let (server, chief) = open(&[]);
    let link = server.data_as(
        &chief,
        r#"mutation { makeCheckLink(code: "GM0344") { path } }"#,
    );
    let path = link["makeCheckLink"]["path"].as_str().unwrap().to_owned();
    let secret = path.strip_prefix("/controle#").unwrap();
    let check = format!(r#"{{ check(secret: "{secret}") {{ open municipality {{ code }} }} }}"#);
    assert_eq!(
        server.data(&check)["check"],
        json!({ "open": true, "municipality": { "code": "GM0344" } })
    );
    let altered = check.replace(secret, &format!("{secret}x"));
    assert!(server.data(&altered)["check"].is_null());
    let submit = format!(
        r#"mutation {{ submitCheck(secret: "{secret}", name: "Ans", answers: [{{ block: "focal-point", verdict: ABSENT }}]) }}"#
    );
    assert_eq!(
        server.error_code(&submit.replace(secret, "nonsense")),
        "UNKNOWN_ID"
    );
    assert_eq!(server.data(&submit)["submitCheck"], true);
    assert_eq!(server.error_code(&submit), "CONFLICT");
    assert_eq!(server.data(&check)["check"]["open"], false);

    let waiting = queue(&server, &chief, "OPEN");
    let one = &waiting["nodes"][0];
    assert_eq!(
        (&one["origin"], &one["name"]),
        (&json!("LINK"), &json!("Ans"))
    );
    let refuse = |reason: &str| {
        let id = one["id"].as_str().unwrap();
        format!(r#"mutation {{ refuseCorrection(id: "{id}", reason: "{reason}") {{ state }} }}"#)
    };
    assert_eq!(
        refusal(&server, &chief, &refuse("")),
        ("BAD_INPUT".to_owned(), "reason".to_owned())
    );
    server.data_as(&chief, &refuse("Klopt toch"));
    assert_eq!(verdict(&server, "GM0344")[0], "UNKNOWN");
    assert_eq!(
        queue(&server, &chief, "REFUSED")["nodes"][0]["answer"],
        "Klopt toch"
    );
}

#[test]
fn what_is_accepted_is_chosen_by_block() {
    let (server, chief) = open(&[]);
    server.data(
        r#"mutation { proposeCorrection(code: "GM0344", text: "",
             answers: [{ block: "focal-point", verdict: PRESENT }, { block: "staff-training", verdict: PRESENT }]) }"#,
    );
    let waiting = queue(&server, &chief, "OPEN");
    let id = waiting["nodes"][0]["id"].as_str().unwrap();
    let accept = format!(
        r#"mutation {{ acceptCorrection(id: "{id}", input: {{ blocks: ["staff-training"] }}) {{ state }} }}"#
    );
    server.data_as(&chief, &accept);
    assert_eq!(verdict(&server, "GM0344")[0], "UNKNOWN");
}

#[test]
fn accepting_does_what_the_look_at_it_shows() {
    let (server, chief) = open(&[]);
    let policy = || {
        let data = server
            .data(r#"{ municipality(code: "GM0344") { policy { completeness { low high } } } }"#);
        data["municipality"]["policy"]["completeness"].clone()
    };
    server.data_as(
        &chief,
        r#"mutation { recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY,
             verdicts: [{ block: "staff-training", verdict: ABSENT }] }) { code } }"#,
    );
    // One answer that can be known, one that cannot, and one that is not accepted.
    server.data(
        r#"mutation { proposeCorrection(code: "GM0344", text: "", answers: [
             { block: "focal-point", verdict: PRESENT }, { block: "staff-training", verdict: UNKNOWN },
             { block: "prevention", verdict: ABSENT }]) }"#,
    );
    let waiting = queue(&server, &chief, "OPEN");
    let id = waiting["nodes"][0]["id"].as_str().unwrap();
    let input = r#"input: { blocks: ["focal-point", "staff-training"], validFrom: "2024-02-01", established: DOCUMENT }"#;
    let look = format!(
        r#"{{ preview(change: {{ acceptCorrection: {{ id: "{id}", {input} }} }}) {{ municipalities {{ code
             before {{ completeness {{ low high }} }} after {{ completeness {{ low high }} }} }} }} }}"#
    );
    let (before, shown) = (policy(), server.data_as(&chief, &look));
    let shown = &shown["preview"]["municipalities"];
    assert_eq!(shown.as_array().unwrap().len(), 1);
    assert_eq!(shown[0]["before"]["completeness"], before);
    assert_ne!(shown[0]["after"]["completeness"], before);
    // Nothing came of the look.
    assert_eq!(policy(), before);
    assert_eq!(queue(&server, &chief, "OPEN")["totalCount"], 1);

    let accept = format!(r#"mutation {{ acceptCorrection(id: "{id}", {input}) {{ state }} }}"#);
    server.data_as(&chief, &accept);
    assert_eq!(policy(), shown[0]["after"]["completeness"]);
    assert_eq!(verdict(&server, "GM0344"), json!(["PRESENT", "DOCUMENT"]));
    assert_eq!(refusal(&server, &chief, &look).0, "CONFLICT");
}

#[test]
fn a_look_is_at_the_day_from_which_it_holds() {
    let (server, chief) = open(&[]);
    server.data(
        r#"mutation { proposeCorrection(code: "GM0344", text: "", answers: [{ block: "focal-point", verdict: PRESENT }]) }"#,
    );
    let waiting = queue(&server, &chief, "OPEN");
    let id = waiting["nodes"][0]["id"].as_str().unwrap();
    let look = |input: &str| {
        let query = format!(
            r#"{{ preview(change: {{ acceptCorrection: {{ id: "{id}" {input} }} }}) {{ date municipalities {{ code }} }} municipality(code: "GM0344") {{ asOf }} }}"#
        );
        server.data_as(&chief, &query)
    };
    let today = look("");
    assert_eq!(today["preview"]["date"], today["municipality"]["asOf"]);
    assert_eq!(today["preview"]["municipalities"][0]["code"], "GM0344");
    let later = look(r#"input: { validFrom: "2090-01-01" }"#);
    assert_eq!(later["preview"]["date"], "2090-01-01");
    assert_eq!(later["preview"]["municipalities"][0]["code"], "GM0344");
    let none = look("input: { blocks: [] }");
    assert_eq!(none["preview"]["municipalities"], json!([]));
}

#[test]
fn what_is_wrong_with_an_answer_is_told_with_its_place() {
    let (server, _) = open(&[]);
    let propose = |answers: &str| {
        let query = format!(
            r#"mutation {{ proposeCorrection(code: "GM0344", text: "x", answers: [{answers}]) }}"#
        );
        let answer = server.answer(&query);
        answer["errors"][0]["extensions"]["problems"].clone()
    };
    let long = "x".repeat(5_001);
    let problems = propose(&format!(
        r#"{{ block: "focal-point", verdict: PRESENT }}, {{ block: "prevention", verdict: PRESENT, note: "{long}" }}"#
    ));
    assert_eq!(
        problems,
        json!([{
            "code": "TOO_LONG", "arguments": { "most": 5000 }, "what": "is longer than 5000 characters",
            "field": "answers.note", "item": 1, "line": null, "column": null, "proposal": null
        }])
    );
    let problems = propose(
        r#"{ block: "focal-point", verdict: PRESENT }, { block: "focal-point", verdict: ABSENT }"#,
    );
    assert_eq!(
        (&problems[0]["field"], &problems[0]["item"]),
        (&json!("answers"), &json!(1))
    );
}

#[test]
fn nobody_floods_the_queue() {
    let (server, chief) = open(&[]);
    let propose = r#"mutation { proposeCorrection(code: "GM0344", text: "x") }"#;
    for bad in [
        r#"mutation { proposeCorrection(code: "GM9999", text: "x") }"#,
        r#"mutation { proposeCorrection(code: "GM0344", text: " ") }"#,
        r#"mutation { proposeCorrection(code: "GM0344", text: "x", email: "nobody") }"#,
        r#"mutation { proposeCorrection(code: "GM0344", text: "x", answers: [{ block: "y", verdict: PRESENT }]) }"#,
    ] {
        assert_eq!(server.error_code(bad), "BAD_INPUT", "{bad}");
    }
    // Three of those were counted.
    for _ in 0..2 {
        server.data(propose);
    }
    assert_eq!(server.error_code(propose), "TOO_OFTEN");
    assert_eq!(queue(&server, &chief, "OPEN")["totalCount"], 2);
}
