//! Recording over GraphQL what people know: arrangements, verdicts, documents,
//! and regions.

mod corrections;
mod file_texts;
mod rubric;
mod text_cases;
mod texts;

use serde_json::Value;

use crate::support::Server;

/// A server and a token of an administrator.
fn open(arguments: &[&str]) -> (Server, String) {
    let server = Server::start(arguments);
    let token = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&token);
    (server, token)
}

fn refusal(server: &Server, token: &str, query: &str) -> (String, String) {
    let (_, answer) = server.ask_as(Some(token), query);
    let extensions = &answer["errors"][0]["extensions"];
    let text = |name: &str| extensions[name].as_str().unwrap_or_default().to_owned();
    assert!(!text("code").is_empty(), "{query}\n{answer:#}");
    (text("code"), text("field"))
}

fn coordination(server: &Server, code: &str, at: &str) -> Value {
    let data = server.data(&format!(
        r#"{{ municipality(code: "{code}", {at}) {{ coordination {{ status inherited arrangements {{ id organisation ageFrom ageTo forms validTo }} }} }} }}"#
    ));
    data["municipality"]["coordination"].clone()
}

#[test]
fn an_arrangement_is_recorded_corrected_and_ended() {
    let (server, token) = open(&[]);
    let record = |input: &str| {
        let query = format!(
            r#"mutation {{ recordArrangement(input: {{ mode: OWN_STAFF, validFrom: "2024-01-01", {input} }}) {{ id municipalities {{ code }} contact {{ name email }} }} }}"#
        );
        server.ask_as(Some(&token), &query).1
    };
    let answer = record(
        r#"status: TEMPORARY, organisation: "Wijkteam", ageTo: 22, forms: [SEXUAL, LABOUR], fte: 0.5,
           municipalities: ["GM0622", "GM0003"], sourceUrl: "https://example.org",
           contact: { name: "Ans", email: "ans@example.org" }"#,
    );
    // Appingedam is Eemsdelta now, and the answer says so.
    let arrangement = &answer["data"]["recordArrangement"];
    assert_eq!(arrangement["municipalities"][0]["code"], "GM1979");
    assert_eq!(arrangement["contact"]["email"], "ans@example.org");
    let notice = &answer["extensions"]["notices"][0];
    assert_eq!(notice["code"], "HEIR_TAKES_PLACE");
    assert_eq!(notice["arguments"]["heir_name"], "Eemsdelta");
    assert!(notice["what"].as_str().unwrap().contains("Eemsdelta"));
    let id = arrangement["id"].as_str().unwrap();
    let read = coordination(&server, "GM0622", r#"asOf: "2024-06-01""#);
    let own = &read["arrangements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id)
        .unwrap()
        .clone();
    assert_eq!(
        (&own["organisation"], &own["ageTo"]),
        (&"Wijkteam".into(), &22.into())
    );
    let instant = server.data("{ municipality(code: \"GM0622\") { history { recordedAt } } }");
    let instant = instant["municipality"]["history"][0]["recordedAt"]
        .as_str()
        .unwrap()
        .to_owned();

    record(&format!(
        r#"id: "{id}", status: STRUCTURAL, municipalities: ["GM0622"]"#
    ));
    assert_eq!(
        coordination(&server, "GM0622", r#"asOf: "2024-06-01""#)["status"],
        "STRUCTURAL"
    );
    let ended =
        format!(r#"mutation {{ endArrangement(id: "{id}", on: "2025-01-01") {{ validTo }} }}"#);
    assert_eq!(
        server.data_as(&token, &ended)["endArrangement"]["validTo"],
        "2025-01-01"
    );
    assert_eq!(refusal(&server, &token, &ended).0, "CONFLICT");
    let ids = |at: &str| {
        let read = coordination(&server, "GM0622", at);
        read["arrangements"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] == id)
    };
    assert!(ids(r#"asOf: "2024-12-31""#) && !ids(r#"asOf: "2025-01-01""#));
    // As it was known before the correction.
    let before = coordination(
        &server,
        "GM0622",
        &format!(r#"asOf: "2025-06-01", knownAt: "{instant}""#),
    );
    let before = before["arrangements"].as_array().unwrap();
    assert!(
        before
            .iter()
            .any(|one| one["id"] == id && one["organisation"] == "Wijkteam")
    );
}

#[test]
fn what_cannot_be_recorded_is_refused_with_the_field() {
    let (server, token) = open(&[]);
    let arrangement = |input: &str| {
        format!(
            "mutation {{ recordArrangement(input: {{ status: TEMPORARY, mode: OWN_STAFF, {input} }}) {{ id }} }}"
        )
    };
    let verdicts = |input: &str| {
        format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "GM0344", validFrom: "2024-01-01", {input} }}) {{ code }} }}"#
        )
    };
    let one = r#"municipalities: ["GM0344"]"#;
    for (query, code, field) in [
        (arrangement(r#"validFrom: "2024-01-01", municipalities: []"#), "BAD_INPUT", "municipalities"),
        (arrangement(r#"validFrom: "2024-01-01", municipalities: ["GM0788"]"#), "BAD_INPUT", "municipalities"),
        (arrangement(&format!(r#"validFrom: "2024-01-01", validTo: "2023-01-01", {one}"#)), "BAD_INPUT", "validTo"),
        (arrangement(&format!(r#"validFrom: "1999-01-01", {one}"#)), "BAD_INPUT", "validFrom"),
        (arrangement(&format!(r#"validFrom: "2024-01-01", ageFrom: 23, ageTo: 18, {one}"#)), "BAD_INPUT", "ageTo"),
        (arrangement(&format!(r#"validFrom: "2024-01-01", fte: -1, {one}"#)), "BAD_INPUT", "fte"),
        (arrangement(&format!(r#"validFrom: "2024-01-01", sourceUrl: "x", {one}"#)), "BAD_INPUT", "sourceUrl"),
        (arrangement(&format!(r#"validFrom: "2024-01-01", contact: {{ email: "x" }}, {one}"#)), "BAD_INPUT", "contact.email"),
        (arrangement(&format!(r#"id: "none", validFrom: "2024-01-01", {one}"#)), "UNKNOWN_ID", ""),
        (verdicts(r#"established: SURVEY, verdicts: [{ block: "none", verdict: PRESENT }]"#), "BAD_INPUT", "block"),
        (verdicts(r#"established: NOT_ASSESSED, verdicts: [{ block: "focal-point", verdict: PRESENT }]"#), "BAD_INPUT", "established"),
        (verdicts(r#"rubric: "none", established: SURVEY, verdicts: [{ block: "focal-point", verdict: PRESENT }]"#), "BAD_INPUT", "rubric"),
        (r#"mutation { createRegionSet(id: "Mijn set", title: "x") { id } }"#.to_owned(), "BAD_INPUT", "id"),
        (r#"mutation { createRegionSet(id: "provincie", title: "x") { id } }"#.to_owned(), "CONFLICT", ""),
        (r#"mutation { setRegion(set: "none", code: "A", name: "A", municipalities: [], from: "2024-01-01") { code } }"#.to_owned(), "UNKNOWN_ID", ""),
        (r#"mutation { confirmInherited(code: "GM0344") { code } }"#.to_owned(), "CONFLICT", ""),
    ] {
        assert_eq!(refusal(&server, &token, &query), (code.to_owned(), field.to_owned()), "{query}");
    }
    let revision = server.data("{ serverInfo { revision } }");
    assert_eq!(
        revision["serverInfo"]["revision"], 2,
        "nothing was recorded"
    );
}

#[test]
fn verdicts_and_a_document_change_the_class_at_once() {
    let (server, token) = open(&[]);
    let query = r#"{ municipality(code: "GM0148") { policy { class verdicts { block { id level } verdict established } } } }"#;
    let read = || server.data(query)["municipality"]["policy"].take();
    let verdict = |policy: &Value, id: &str| {
        let verdicts = policy["verdicts"].as_array().unwrap();
        let found = verdicts
            .iter()
            .find(|one| one["block"]["id"] == id)
            .unwrap();
        (
            found["verdict"].as_str().unwrap().to_owned(),
            found["established"].as_str().unwrap().to_owned(),
        )
    };
    let policy = read();
    let blocks: Vec<&str> = policy["verdicts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["block"]["id"].as_str().unwrap())
        .collect();
    let all: Vec<String> = blocks
        .iter()
        .filter(|id| **id != "adopted-policy")
        .map(|id| format!(r#"{{ block: "{id}", verdict: PRESENT, note: "Gezien" }}"#))
        .collect();
    let answer = server.data_as(&token, &format!(
        r#"mutation {{ recordVerdicts(input: {{ code: "GM0148", validFrom: "2024-01-01", established: CONVERSATION,
             sourceUrl: "https://example.org", verdicts: [{}] }}) {{ asOf policy {{ class completeness {{ present total }} }} }} }}"#,
        all.join(", ")
    ));
    let then = &answer["recordVerdicts"]["policy"];
    let total = then["completeness"]["total"].as_u64().unwrap();
    assert_eq!(then["completeness"]["present"], total - 1);
    assert_eq!(
        then["class"], "UNCERTAIN",
        "of adopted policy nothing is known"
    );
    server.data_as(&token, r#"mutation { recordPolicyDocument(input: { title: "Beleidsplan", scope: MUNICIPAL,
         validFrom: "2024-01-01", municipalities: ["GM0148"], sourceUrl: "https://example.org/plan" }) { id title } }"#);
    let policy = read();
    assert_eq!(
        verdict(&policy, "adopted-policy"),
        ("PRESENT".into(), "DERIVED_FROM_DOCUMENT".into())
    );
    assert_eq!(policy["class"], "ADVANCED");
}

#[test]
fn what_was_inherited_is_confirmed_as_its_own() {
    let (server, token) = open(&[]);
    // The three that went into Eemsdelta, before they did.
    for code in ["GM0003", "GM0010", "GM0024"] {
        server.data_as(&token, &format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "2020-06-01", established: SURVEY,
                 verdicts: [{{ block: "focal-point", verdict: PRESENT }}, {{ block: "staff-training", verdict: ABSENT }}] }}) {{ code }} }}"#
        ));
    }
    server.data_as(&token, r#"mutation { recordArrangement(input: { status: STRUCTURAL, mode: OWN_STAFF, validFrom: "2020-06-01",
        municipalities: ["GM0010"] }) { id } }"#);
    server.data_as(&token, r#"mutation { recordPolicyDocument(input: { title: "Plan", scope: MUNICIPAL, validFrom: "2020-06-01",
        municipalities: ["GM0010"] }) { id } }"#);
    let query = r#"{ municipality(code: "GM1979") { coordination { inherited } quality { kind }
        policy { inherited completeness { low high } verdicts { block { id } verdict inherited } documents: rubric { id } } } }"#;
    let read = || server.data(query)["municipality"].take();
    let answers = |read: &Value| {
        let verdicts = read["policy"]["verdicts"].as_array().unwrap().iter();
        verdicts
            .map(|one| (one["block"]["id"].to_string(), one["verdict"].to_string()))
            .collect::<Vec<_>>()
    };
    let before = read();
    assert_eq!(before["policy"]["inherited"], true);
    server.data_as(
        &token,
        r#"mutation { confirmInherited(code: "GM1979") { code } }"#,
    );
    let after = read();
    assert_eq!(after["policy"]["inherited"], false, "{after:#}");
    assert_eq!(after["coordination"]["inherited"], false);
    assert_eq!(answers(&after), answers(&before));
    assert!(
        after["quality"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["kind"] != "INHERITED")
    );
    let again = r#"mutation { confirmInherited(code: "GM1979") { code } }"#;
    assert_eq!(refusal(&server, &token, again).0, "CONFLICT");
    // The day before it was not confirmed.
    let then = server
        .data(r#"{ municipality(code: "GM1979", asOf: "2024-01-01") { policy { inherited } } }"#);
    assert_eq!(then["municipality"]["policy"]["inherited"], true);
}

#[test]
fn a_region_gets_just_the_municipalities_that_it_is_given() {
    let (server, token) = open(&[]);
    server.data_as(
        &token,
        r#"mutation { createRegionSet(id: "eigen", title: "Eigen indeling") { id title } }"#,
    );
    let set = |code: &str, members: &str, from: &str| {
        let query = format!(
            r#"mutation {{ setRegion(set: "eigen", code: "{code}", name: "Regio {code}", municipalities: [{members}], from: "{from}") {{ name municipalities {{ code }} }} }}"#
        );
        let data = server.data_as(&token, &query);
        let members = data["setRegion"]["municipalities"]
            .as_array()
            .unwrap()
            .iter();
        members
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        set("A", r#""GM0344", "GM0307""#, "2023-01-01"),
        ["GM0307", "GM0344"]
    );
    assert_eq!(set("B", r#""GM0307""#, "2024-01-01"), ["GM0307"]);
    let read = |code: &str, at: &str| {
        let data = server.data(&format!(
            r#"{{ region(set: "eigen", code: "{code}", asOf: "{at}") {{ municipalities {{ code }} }} }}"#
        ));
        data["region"]["municipalities"].as_array().unwrap().len()
    };
    assert_eq!((read("A", "2023-06-01"), read("A", "2024-06-01")), (2, 1));
    // Those that are left out leave.
    assert_eq!(set("A", r#""GM0363""#, "2025-01-01"), ["GM0363"]);
    assert_eq!((read("A", "2024-12-31"), read("B", "2025-06-01")), (1, 1));
}

/// Corrects the first of the shipped records that tells how certain its dates
/// are, as a form does that shows no such field; gives the certainty before,
/// after, and after another date.
fn correct(server: &Server, token: &str, list: &str, record: &str) -> [Value; 3] {
    let source = format!(
        "{{ {list} {{ id title: {} validFrom validTo municipalities {{ code }} source {{ url certainty }} }} }}",
        if list == "arrangements" {
            "organisation"
        } else {
            "title"
        }
    );
    let all = server.data(&source)[list].clone();
    let is_certain = |one: &&Value| {
        let codes = one["municipalities"].as_array().unwrap();
        one["source"]["certainty"].is_string() && one["validFrom"].is_string() && !codes.is_empty()
    };
    let known = all.as_array().unwrap().iter().find(is_certain).unwrap();
    let codes: Vec<&Value> = known["municipalities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["code"])
        .collect();
    let codes = serde_json::to_string(&codes).unwrap();
    let (id, url, to) = (&known["id"], &known["source"]["url"], &known["validTo"]);
    let certainty = |from: &Value| {
        let query = format!(
            "mutation {{ {record} validFrom: {from}, validTo: {to}, id: {id}, sourceUrl: {url}, municipalities: {codes} }}) {{ source {{ certainty }} }} }}"
        );
        let answer = server.data_as(token, &query);
        let field = record.split('(').next().unwrap();
        answer[field]["source"]["certainty"].clone()
    };
    let kept = certainty(&known["validFrom"]);
    let moved = certainty(&"2020-03-02".into());
    [known["source"]["certainty"].clone(), kept, moved]
}

#[test]
fn a_correction_keeps_what_it_does_not_write_while_the_dates_are_the_same() {
    let (server, token) = open(&[]);
    let arrangement =
        r#"recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, organisation: "Anders","#;
    let document = r#"recordPolicyDocument(input: { title: "Anders", scope: MUNICIPAL,"#;
    for (list, record) in [("arrangements", arrangement), ("policyDocuments", document)] {
        let [before, kept, moved] = correct(&server, &token, list, record);
        assert_eq!(kept, before, "{list}");
        assert_eq!(moved, Value::Null, "{list}");
    }
}
