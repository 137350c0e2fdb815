//! Who did what, as an administrator reads and checks it.

use crate::support::Server;

fn text(server: &Server, token: &str, path: &str) -> (u16, String) {
    let bearer = format!("Bearer {token}");
    let mut answer = server.get(path, &[("authorization", &bearer)]);
    let status = answer.status().as_u16();
    (
        status,
        answer.body_mut().read_to_string().unwrap_or_default(),
    )
}

#[test]
fn what_was_changed_and_exported_is_told_to_an_administrator_alone() {
    let server = Server::start(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    let chief = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&chief);
    server.data_as(
        &desk,
        r#"mutation { recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY,
             verdicts: [{ block: "focal-point", verdict: PRESENT, note: "=1+1" }] }) { code } }"#,
    );
    let bearer = format!("Bearer {desk}");
    let sheet = server.get("/sheet/GM0344.pdf", &[("authorization", &bearer)]);
    assert_eq!(sheet.status(), 200);
    // The public leaves no trace.
    assert_eq!(server.get("/sheet/GM0363.pdf", &[]).status(), 200);

    let trail = server.data_as(
        &chief,
        r#"{ auditTrail(where: { subject: "GM0344" }) { totalCount nodes { at actor action subject before after } } }"#,
    );
    let nodes = trail["auditTrail"]["nodes"].as_array().unwrap();
    let told = |place: usize, field: &str| nodes[place][field].as_str().unwrap_or_default();
    assert_eq!(nodes.len(), 2, "{trail:#}");
    assert_eq!(
        (told(0, "actor"), told(0, "action"), told(0, "subject")),
        ("desk", "export", "sheet GM0344.pdf")
    );
    assert_eq!(
        (told(1, "actor"), told(1, "action")),
        ("desk", "record_verdicts")
    );
    assert!(nodes[1]["before"].is_null());
    assert!(told(1, "after").contains(r#""verdict":"PRESENT""#));

    let (status, csv) = text(&server, &chief, "/export/audit.csv?subject=focal-point");
    assert_eq!(status, 200);
    let mut lines = csv::Reader::from_reader(csv.as_bytes());
    let lines: Vec<_> = lines.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(&lines[0][2], "desk");
    assert_eq!(text(&server, &desk, "/export/audit.csv").0, 403);
    assert_eq!(server.get("/export/audit.csv", &[]).status(), 403);
    assert_eq!(
        text(&server, &chief, "/export/audit.csv?from=gisteren").0,
        400
    );
    let exported = server.data_as(
        &chief,
        r#"{ auditTrail(where: { actor: "Chief", from: "2020-01-01" }) { nodes { subject } } }"#,
    );
    assert_eq!(exported["auditTrail"]["nodes"][0]["subject"], "audit.csv");
}

#[tokio::test]
async fn a_check_of_the_trail_fails_when_a_line_was_altered() {
    let server = Server::start(&[]);
    server.token("chief", &["--role", "ADMIN"]);
    let verify = |more: &[&str]| {
        let arguments = [&["audit", "verify"], more].concat();
        let output = server.try_run("", &arguments);
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(text).unwrap())
    };
    let (holds, told) = verify(&[]);
    assert!(holds && told.starts_with("3 lines"), "{told}");
    let head = told.trim().rsplit(' ').next().unwrap().to_owned();
    assert!(verify(&["--head", &head]).0);
    let other = "0".repeat(64);
    assert!(!verify(&["--head", &other]).0);

    let file = sqlx::SqlitePool::connect(&server.database()).await.unwrap();
    sqlx::query("update audit_entry set subject = 'api_token thief' where seq = 2")
        .execute(&file)
        .await
        .unwrap();
    let (holds, told) = verify(&[]);
    assert!(!holds && told.contains("line 2 was altered"), "{told}");
}

#[test]
fn nobody_bears_a_name_by_which_the_program_records() {
    let server = Server::start(&[]);
    let output = server.try_run("", &["token", "add", "Public data", "--role", "ADMIN"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("the program itself records"));
}

#[test]
fn a_person_and_a_token_do_not_share_a_name() {
    let server = Server::start(&[]);
    let add = |input: &str, arguments: &[&str]| {
        let output = server.try_run(input, arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), told)
    };
    let token = |name| add("", &["token", "add", name, "--role", "ADMIN"]);
    let person = |email| {
        let arguments = ["user", "add", email, "--role", "OUTREACH"];
        add("een lang wachtwoord\n", &arguments)
    };
    assert_eq!(token("loader"), (true, String::new()));
    let (is_added, told) = person("loader@example.nl");
    assert!(
        !is_added && told.contains("a token has this name"),
        "{told}"
    );
    assert!(person("anna@example.nl").0);
    let (is_added, told) = token("anna");
    assert!(
        !is_added && told.contains("a person has this name"),
        "{told}"
    );
}

#[test]
fn a_refused_edit_and_an_upload_have_lines_and_a_stranger_does_not_fill_the_trail() {
    let server = Server::start(&[]);
    let chief = server.token("chief", &["--role", "ADMIN"]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    let reader = server.token("reader", &["--role", "OUTREACH", "--scope", "READ"]);
    server.await_token(&reader);
    let lines = |actor: &str| {
        let trail = server.data_as(
            &chief,
            &format!(
                r#"{{ auditTrail(first: 200, where: {{ actor: "{actor}", from: "2020-01-01" }}) {{ nodes {{ action subject after }} }} }}"#
            ),
        );
        trail["auditTrail"]["nodes"].as_array().unwrap().clone()
    };
    let edit = r#"mutation { mine: recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY,
             verdicts: [{ block: "focal-point", verdict: PRESENT }] }) { code } }"#;
    for _ in 0..30 {
        let (_, answer) = server.ask_as(None, edit);
        assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN");
    }
    let public = lines("public");
    assert_eq!(public.len(), 20, "{public:?}");
    for line in &public {
        assert_eq!(line["action"], "edit_refused");
        // By its own name, and not by the one that the stranger gave it.
        assert_eq!(line["subject"], "recordVerdicts");
    }

    let (_, answer) = server.ask_as(Some(&reader), edit);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN");
    let rows = "municipality_code,block,verdict,valid_from,established\nGM0344,focal-point,PRESENT,2024-01-01,SURVEY\n";
    let hand_in = |token: &str| {
        let bearer = format!("Bearer {token}");
        let headers = [
            ("authorization", &*bearer),
            ("content-type", "application/octet-stream"),
        ];
        let path = "/import/verdicts?file=x.csv";
        server
            .post_bytes(path, &headers, rows.as_bytes())
            .status()
            .as_u16()
    };
    assert_eq!(hand_in(&reader), 403);
    let refused = lines("reader");
    let subjects: Vec<_> = refused
        .iter()
        .map(|line| line["subject"].as_str().unwrap())
        .collect();
    assert_eq!(subjects, ["import", "mutation"]);

    assert_eq!(hand_in(&desk), 200);
    let told = lines("desk");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["action"], "upload");
    assert!(
        told[0]["subject"]
            .as_str()
            .unwrap()
            .starts_with("import_batch ")
    );
    assert_eq!(told[0]["after"], r#"{"kind":"verdicts"}"#);
}
