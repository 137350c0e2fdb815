//! What may stand in a text is the same for every text that can be sent.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::open;
use crate::import::hand_in;
use crate::support::Server;

#[derive(Clone, Copy)]
enum Kind {
    Line,
    Prose,
    Address,
}

/// Each text that a mutation takes, with a question that sends it as `$t`.
/// `PERSON`, `REQUEST`, `CORRECTION`, `LINK` and `BATCH` stand for what there is.
const TRIED: [(&str, Kind, &str); 44] = [
    (
        "recordVerdicts VerdictInput.note",
        Kind::Prose,
        r#"recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY, verdicts: [{ block: "focal-point", verdict: PRESENT, note: $t }] }) { code }"#,
    ),
    (
        "recordVerdicts VerdictsInput.sourceUrl",
        Kind::Address,
        r#"recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY, sourceUrl: $t, verdicts: [{ block: "focal-point", verdict: PRESENT }] }) { code }"#,
    ),
    (
        "acceptCorrection AcceptanceInput.sourceUrl",
        Kind::Address,
        r#"acceptCorrection(id: "CORRECTION", input: { sourceUrl: $t }) { id }"#,
    ),
    (
        "acceptCorrection AcceptanceInput.answer",
        Kind::Prose,
        r#"acceptCorrection(id: "CORRECTION", input: { answer: $t }) { id }"#,
    ),
    (
        "Mutation.refuseCorrection reason",
        Kind::Prose,
        r#"refuseCorrection(id: "CORRECTION", reason: $t) { id }"#,
    ),
    (
        "Mutation.proposeCorrection text",
        Kind::Prose,
        r#"proposeCorrection(code: "GM0344", text: $t)"#,
    ),
    (
        "Mutation.proposeCorrection email",
        Kind::Line,
        r#"proposeCorrection(code: "GM0344", text: "x", email: $t)"#,
    ),
    (
        "Mutation.submitCheck text",
        Kind::Prose,
        r#"submitCheck(secret: "LINK", text: $t)"#,
    ),
    (
        "Mutation.submitCheck name",
        Kind::Line,
        r#"submitCheck(secret: "LINK", name: $t)"#,
    ),
    (
        "submitCheck ProposedAnswer.note",
        Kind::Prose,
        r#"submitCheck(secret: "LINK", answers: [{ block: "focal-point", verdict: PRESENT, note: $t }])"#,
    ),
    (
        "ArrangementInput.organisation",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, organisation: $t }) { id }",
    ),
    (
        "ArrangementInput.commissionedBy",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, commissionedBy: $t }) { id }",
    ),
    (
        "ArrangementInput.sourceUrl",
        Kind::Address,
        "recordArrangement(input: { ARRANGEMENT, sourceUrl: $t }) { id }",
    ),
    (
        "ArrangementInput.note",
        Kind::Prose,
        "recordArrangement(input: { ARRANGEMENT, note: $t }) { id }",
    ),
    (
        "ContactInput.name",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { name: $t } }) { id }",
    ),
    (
        "ContactInput.email",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { email: $t } }) { id }",
    ),
    (
        "ContactInput.phone",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { phone: $t } }) { id }",
    ),
    (
        "PolicyDocumentInput.title",
        Kind::Line,
        "recordPolicyDocument(input: { title: $t, DOCUMENT }) { id }",
    ),
    (
        "PolicyDocumentInput.identifier",
        Kind::Line,
        r#"recordPolicyDocument(input: { title: "x", identifier: $t, DOCUMENT }) { id }"#,
    ),
    (
        "PolicyDocumentInput.sourceUrl",
        Kind::Address,
        r#"recordPolicyDocument(input: { title: "x", sourceUrl: $t, DOCUMENT }) { id }"#,
    ),
    (
        "CampaignInput.title",
        Kind::Line,
        r#"createCampaign(input: { title: $t, goal: 1, from: "2024-01-01", to: "2024-02-01" }) { id }"#,
    ),
    (
        "CampaignInput.partners",
        Kind::Line,
        r#"createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2024-02-01", partners: [$t] }) { id }"#,
    ),
    (
        "BriefingInput.owner",
        Kind::Line,
        "recordBriefing(input: { BRIEFING, owner: $t }) { id }",
    ),
    (
        "BriefingInput.partners",
        Kind::Line,
        "recordBriefing(input: { BRIEFING, partners: [$t] }) { id }",
    ),
    (
        "BriefingInput.outcome",
        Kind::Prose,
        "recordBriefing(input: { BRIEFING, outcome: $t }) { id }",
    ),
    (
        "Mutation.setStage owner",
        Kind::Line,
        r#"setStage(campaign: "CAMPAIGN", code: "GM0344", stage: INVITED, owner: $t) { id }"#,
    ),
    (
        "BottleneckInput.category",
        Kind::Line,
        r#"raiseBottleneck(input: { category: $t, text: "x", raised: "2024-01-01", municipality: "GM0344" }) { id }"#,
    ),
    (
        "BottleneckInput.text",
        Kind::Prose,
        r#"raiseBottleneck(input: { category: "shelter", text: $t, raised: "2024-01-01", municipality: "GM0344" }) { id }"#,
    ),
    (
        "BottleneckInput.escalatedTo",
        Kind::Line,
        r#"raiseBottleneck(input: { category: "shelter", text: "x", raised: "2024-01-01", municipality: "GM0344", escalatedTo: $t }) { id }"#,
    ),
    (
        "GoodPracticeInput.title",
        Kind::Line,
        r#"shareGoodPractice(input: { title: $t, text: "x" }) { id }"#,
    ),
    (
        "GoodPracticeInput.text",
        Kind::Prose,
        r#"shareGoodPractice(input: { title: "x", text: $t }) { id }"#,
    ),
    (
        "GoodPracticeInput.sourceUrl",
        Kind::Address,
        r#"shareGoodPractice(input: { title: "x", text: "x", sourceUrl: $t }) { id }"#,
    ),
    (
        "RubricInput.titleNl",
        Kind::Line,
        r#"recordRubric(input: { titleNl: $t, titleEn: "x", THEMES, BLOCKS }) { id }"#,
    ),
    (
        "RubricInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { titleNl: "x", titleEn: $t, THEMES, BLOCKS }) { id }"#,
    ),
    (
        "ThemeInput.titleNl ThemeInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { id: "kader-2", validFrom: "2090-01-01", titleNl: "x", titleEn: "x", themes: [{ id: "t", dimension: POLICY, titleNl: $t, titleEn: $t, guidanceUrl: "https://example.org" }], BLOCKS }) { id }"#,
    ),
    (
        "ThemeInput.guidanceUrl",
        Kind::Address,
        r#"recordRubric(input: { id: "kader-2", validFrom: "2090-01-01", titleNl: "x", titleEn: "x", themes: [{ id: "t", dimension: POLICY, titleNl: "x", titleEn: "x", guidanceUrl: $t }], BLOCKS }) { id }"#,
    ),
    (
        "BlockInput.titleNl BlockInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { titleNl: "x", titleEn: "x", THEMES, blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: $t, titleEn: $t, sourceUrl: "https://example.org" }] }) { id }"#,
    ),
    (
        "BlockInput.sourceUrl",
        Kind::Address,
        r#"recordRubric(input: { titleNl: "x", titleEn: "x", THEMES, blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: "x", titleEn: "x", sourceUrl: $t }] }) { id }"#,
    ),
    (
        "Mutation.createRegionSet title",
        Kind::Line,
        r#"createRegionSet(id: "eigen", title: $t) { id }"#,
    ),
    (
        "Mutation.setRegion name NewRegion.name",
        Kind::Line,
        r#"setRegion(set: "vng-platform", code: "RP02", name: $t, municipalities: ["GM0344"], from: "2099-01-01") { code }"#,
    ),
    (
        "Mutation.invitePerson email",
        Kind::Line,
        "invitePerson(email: $t, role: OUTREACH) { link }",
    ),
    (
        "Mutation.invitePerson name Mutation.createToken name",
        Kind::Line,
        r#"invitePerson(email: "nieuw@a.nl", name: $t, role: OUTREACH) { link }"#,
    ),
    (
        "Mutation.changePerson name Mutation.approveAccess name",
        Kind::Line,
        r#"changePerson(id: "PERSON", name: $t) { id }"#,
    ),
    (
        "ImportRepairInput.field ImportRepairInput.value",
        Kind::Prose,
        r#"repairImport(batch: "BATCH", repairs: [{ line: 2, field: "note", value: $t }]) { id }"#,
    ),
];

/// Texts by which something is looked for, which is on record or not.
const LOOKED_FOR: [&str; 6] = [
    "AuditFilter.actor",
    "AuditFilter.subject",
    "BottleneckFilter.category",
    "Mutation.revokeToken name",
    "Mutation.submitCheck secret",
    "MunicipalityFilter.nameContains",
];

const PARTS: [(&str, &str); 5] = [
    (
        "ARRANGEMENT",
        r#"status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["GM0344"]"#,
    ),
    (
        "DOCUMENT",
        r#"scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["GM0344"]"#,
    ),
    (
        "BRIEFING",
        r#"date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0344"]"#,
    ),
    (
        "THEMES",
        r#"id: "kader-2", validFrom: "2090-01-01", themes: [{ id: "t", dimension: POLICY, titleNl: "x", titleEn: "x", guidanceUrl: "https://example.org" }]"#,
    ),
    (
        "BLOCKS",
        r#"blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: "x", titleEn: "x", sourceUrl: "https://example.org" }]"#,
    ),
];

/// What is refused, the worst first.
fn bad(kind: Kind) -> Vec<String> {
    let mut bad = vec!["a\u{0}b".to_owned(), "x".repeat(900_000)];
    bad.extend(["a\u{fffe}b", "a\u{1b}[2Jb", "\u{1ffff}"].map(str::to_owned));
    match kind {
        Kind::Prose => bad.push("x".repeat(5_001)),
        Kind::Line => bad.extend(["x".repeat(201), "a\nb".to_owned()]),
        Kind::Address => bad.extend(
            [
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "http://",
                "https://a b",
                "x",
            ]
            .map(str::to_owned),
        ),
    }
    bad
}

/// The texts that mutations take.
fn texts(server: &Server) -> BTreeSet<String> {
    const QUESTION: &str = "{ __schema { types { kind name
        fields { name args { name type { ...T } } } inputFields { name type { ...T } } } } }
      fragment T on __Type { name ofType { name ofType { name ofType { name } } } }";
    fn is_text(kind: &Value) -> bool {
        kind["name"] == "String" || kind["ofType"].is_object() && is_text(&kind["ofType"])
    }
    let data = server.data(QUESTION);
    let mut found = BTreeSet::new();
    for kind in data["__schema"]["types"].as_array().unwrap() {
        let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
        for input in kind["inputFields"].as_array().into_iter().flatten() {
            if is_text(&input["type"]) {
                found.insert(format!("{}.{}", name(kind), name(input)));
            }
        }
        let fields = kind["fields"].as_array().into_iter().flatten();
        for field in fields.filter(|_| kind["name"] == "Mutation") {
            for argument in field["args"].as_array().unwrap() {
                if is_text(&argument["type"]) {
                    found.insert(format!("Mutation.{} {}", name(field), name(argument)));
                }
            }
        }
    }
    found
}

/// What the questions are about, in place of the words that stand for it.
fn things(server: &Server, token: &str) -> Vec<(&'static str, String)> {
    let id = |query: &str, path: &str| {
        let data = server.data_as(token, query);
        data.pointer(path).unwrap().as_str().unwrap().to_owned()
    };
    let link = id(
        r#"mutation { makeCheckLink(code: "GM0344") { path } }"#,
        "/makeCheckLink/path",
    );
    server.data(r#"mutation { proposeCorrection(code: "GM0344", text: "x", answers: [{ block: "focal-point", verdict: PRESENT }]) }"#);
    let campaign = id(
        r#"mutation { createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2030-01-01" }) { id } }"#,
        "/createCampaign/id",
    );
    let add =
        format!(r#"mutation {{ addTargets(campaign: "{campaign}", codes: ["GM0344"]) {{ id }} }}"#);
    server.data_as(token, &add);
    let rows = "municipality_code,block,verdict,valid_from,established\nGM0344,staff-training,PRESENT,2023-01-01,SURVEY\n";
    let (_, handed_in) = hand_in(server, token, "verdicts", rows.as_bytes());
    vec![
        ("LINK", link.rsplit('#').next().unwrap().to_owned()),
        (
            "CORRECTION",
            id(
                "{ corrections { nodes { id } } }",
                "/corrections/nodes/0/id",
            ),
        ),
        ("PERSON", id("{ people { id } }", "/people/0/id")),
        ("BATCH", handed_in["batch"].as_str().unwrap().to_owned()),
        ("CAMPAIGN", campaign),
    ]
}

#[test]
fn no_text_is_taken_that_cannot_be_shown() {
    let (server, token) = open(&[]);
    let named = TRIED.iter().flat_map(|(names, ..)| {
        // An argument of a mutation has two words for its name.
        let words: Vec<&str> = names.split(' ').collect();
        let mut found = Vec::new();
        for (place, word) in words.iter().enumerate() {
            match (word.strip_prefix("Mutation."), words.get(place + 1)) {
                (Some(_), Some(argument)) => found.push(format!("{word} {argument}")),
                _ if word.contains('.') => found.push((*word).to_owned()),
                _ => {}
            }
        }
        found
    });
    let named: BTreeSet<String> = named.chain(LOOKED_FOR.map(str::to_owned)).collect();
    assert_eq!(texts(&server), named, "each text has to be tried here");

    let things = things(&server, &token);
    let bearer = format!("Bearer {token}");
    let revision = || server.data("{ serverInfo { revision } }");
    let before = revision();
    for (name, kind, question) in TRIED {
        let mut question = question.to_owned();
        let parts = PARTS.map(|(word, text)| (word, text.to_owned()));
        for (word, text) in parts.iter().chain(&things) {
            question = question.replace(word, text);
        }
        // What the public may send, it may send a few times.
        let few = if question.starts_with("proposeCorrection") {
            2
        } else {
            usize::MAX
        };
        for text in bad(kind).into_iter().take(few) {
            let body = json!({
                "query": format!("mutation($t: String!) {{ {question} }}"),
                "variables": { "t": text },
            });
            let headers = [("authorization", bearer.as_str())];
            let mut answer = server.post_json("/graphql", &headers, &body);
            let answer: Value = answer.body_mut().read_json().unwrap();
            let code = &answer["errors"][0]["extensions"]["code"];
            let shown: String = text.chars().take(40).collect();
            assert_eq!(code, "BAD_INPUT", "{name} {shown:?}: {answer:#}");
        }
    }
    assert_eq!(revision(), before);
}

/// The columns of files that hold free text, each with the rest of a row.
const COLUMNS: [(&str, &str, Kind, &str, &str); 13] = [
    (
        "verdicts",
        "note",
        Kind::Prose,
        "municipality_code,block,verdict,valid_from,established",
        "GM0344,staff-training,PRESENT,2023-01-01,SURVEY",
    ),
    (
        "verdicts",
        "source_url",
        Kind::Address,
        "municipality_code,block,verdict,valid_from,established",
        "GM0344,staff-training,PRESENT,2023-01-01,SURVEY",
    ),
    (
        "arrangements",
        "organisation",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "commissioned_by",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "note",
        Kind::Prose,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "source_url",
        Kind::Address,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "date_certainty",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "documents",
        "identifier",
        Kind::Line,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "themes_mentioned",
        Kind::Prose,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "note",
        Kind::Prose,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "source_url",
        Kind::Address,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "population",
        "source",
        Kind::Line,
        "boundary_date,municipality_code,population",
        "2023-01-01,GM0344,370000",
    ),
    (
        "regions",
        "status",
        Kind::Line,
        "region_set,code,name",
        "nieuwe-indeling,A,Een",
    ),
];

#[test]
fn no_file_brings_in_what_a_mutation_refuses() {
    let (server, token) = open(&[]);
    let revision = || server.data("{ serverInfo { revision } }");
    let before = revision();
    for (kind, column, text, header, row) in COLUMNS {
        for bad in bad(text) {
            // A reader of files passes over what cannot be read as text.
            let file = format!("{header},{column}\n{row},\"{bad}\"\n");
            let (status, handed_in) = hand_in(&server, &token, kind, file.as_bytes());
            let shown: String = bad.chars().take(40).collect();
            let Some(batch) = handed_in["batch"].as_str() else {
                assert!(
                    (400..500).contains(&status),
                    "{kind} {column} {shown:?}: {handed_in:#}"
                );
                continue;
            };
            let query = format!(
                r#"{{ importBatch(id: "{batch}") {{ rows {{ outcome remarks {{ field }} }} }} }}"#
            );
            let rows = &server.data_as(&token, &query)["importBatch"]["rows"];
            assert_eq!(
                rows[0]["outcome"], "ERROR",
                "{kind} {column} {shown:?}: {rows:#}"
            );
            let commit = format!(r#"mutation {{ commitImport(batch: "{batch}") {{ id }} }}"#);
            let answer = server.ask_as(Some(&token), &commit).1;
            assert_eq!(
                answer["errors"][0]["extensions"]["code"], "BAD_INPUT",
                "{answer:#}"
            );
        }
    }
    assert_eq!(revision(), before);
}
