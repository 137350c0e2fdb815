//! Who may hand in a file, and who sees it.

use serde_json::{Value, json};

use super::counter::{Counter, hand_in, outcomes};

#[test]
fn a_platform_imports_about_its_own_regions_and_sees_its_own_files() {
    let counter = Counter::staff();
    let data = counter
        .server
        .data(r#"{ municipality(code: "GM0344") { regions(set: "vng-platform") { code } } }"#);
    let region = data["municipality"]["regions"][0]["code"].as_str().unwrap();
    let platform = counter.server.token(
        "platform",
        &[
            "--role",
            "PLATFORM",
            "--region",
            &format!("vng-platform/{region}"),
        ],
    );
    counter.server.await_token(&platform);
    let of_staff = counter.verdicts("GM0344,focal-point,PRESENT,2023-01-01,SURVEY\n");
    let own = Counter {
        server: counter.server,
        token: platform,
    };
    let id = own.verdicts(
        "GM0344,focal-point,PRESENT,2023-01-01,SURVEY\nGM0363,focal-point,PRESENT,2023-01-01,SURVEY\n",
    );
    let batch = own.batch(&id);
    assert_eq!(outcomes(&batch), [(2, "NEW"), (3, "ERROR")]);
    let told = batch["rows"][1]["message"].as_str().unwrap();
    assert!(told.contains("outside your own regions"), "{told}");
    assert_eq!(own.batch(&of_staff), Value::Null);
    assert_eq!(
        own.refused(&format!("commitImport(batch: \"{of_staff}\")"))
            .0,
        "FORBIDDEN"
    );
    assert_eq!(
        own.refused(&format!("commitImport(batch: \"{id}\")")).0,
        "BAD_INPUT"
    );
    assert_eq!(
        own.done(&format!("commitImport(batch: \"{id}\", leaveOut: [3])"))["state"],
        "COMMITTED"
    );
    // An arrangement of others is not theirs to correct.
    let coverage = "arrangement_id,boundary_date,municipality_code\namsterdam,2023-01-01,GM0344\n";
    let (_, answer) = own.send("arrangements", "c.csv", coverage.as_bytes());
    let batch = own.batch(answer["batch"].as_str().unwrap());
    assert_eq!(outcomes(&batch), [(2, "ERROR")]);
}

#[test]
fn who_may_not_hand_in_a_file_is_told_and_so_is_what_cannot_be_read() {
    let counter = Counter::staff();
    let (status, answer) = hand_in(&counter.server, "wrong", "verdicts", b"x");
    assert_eq!(
        (status, &answer["errors"][0]["extensions"]["code"]),
        (401, &json!("UNAUTHENTICATED"))
    );
    let code = |(status, answer): (u16, Value)| {
        (
            status,
            answer["errors"][0]["extensions"]["code"]
                .as_str()
                .unwrap()
                .to_owned(),
        )
    };
    for kind in ["boundaries", "regions"] {
        assert_eq!(
            code(counter.send(kind, "x", b"x")),
            (403, "FORBIDDEN".to_owned())
        );
    }
    assert_eq!(
        code(counter.send("guesses", "x", b"x")),
        (404, "UNKNOWN_KIND".to_owned())
    );
    assert_eq!(
        code(counter.send("verdicts", "x", b"a,b\n1,2\n")),
        (422, "BAD_INPUT".to_owned())
    );
    assert_eq!(
        code(counter.send("verdicts", "x", b"")),
        (400, "BAD_REQUEST".to_owned())
    );
    let public = counter
        .server
        .post_as("/import/verdicts", "application/octet-stream", "x");
    assert_eq!(public.status(), 403);
    let form = counter.server.post_bytes(
        "/import/verdicts",
        &[
            ("authorization", &format!("Bearer {}", counter.token)),
            ("content-type", "text/plain"),
        ],
        b"x",
    );
    assert_eq!(form.status(), 415);
}
