//! Bottlenecks and good practices.

use super::{Desk, strings};

#[test]
fn a_bottleneck_is_raised_filtered_and_resolved() {
    let desk = Desk::open(&[]);
    let raise = |input: &str| {
        let query = format!(
            r#"mutation {{ raiseBottleneck(input: {{ text: "Geen plek", raised: "2024-01-01", {input} }}) {{ id }} }}"#
        );
        desk.data(&query)["raiseBottleneck"]["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let region = r#"region: { set: "provincie", code: "PV26" }"#;
    let first = raise(&format!(r#"category: "shelter", {region}"#));
    let second = raise(
        r#"category: "capacity", municipality: "GM0344", escalatedTo: "Strategisch Overleg Mensenhandel""#,
    );
    raise(r#"category: "shelter", municipality: "GM0363""#);
    let resolved = desk.data(&format!(
        r#"mutation {{ resolveBottleneck(id: "{first}", on: "2024-03-01") {{ resolved }} }}"#
    ));
    assert_eq!(resolved["resolveBottleneck"]["resolved"], "2024-03-01");

    let ids = |filter: &str| {
        let data = desk.data(&format!(
            "{{ bottlenecks(where: {{ {filter} }}) {{ id }} }}"
        ));
        strings(&data["bottlenecks"], &["id"])
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    // Utrecht lies in the province.
    assert_eq!(ids(region), [first.clone(), second.clone()]);
    assert_eq!(
        ids(r#"category: ["capacity"]"#),
        std::slice::from_ref(&second)
    );
    assert_eq!(ids("open: false"), std::slice::from_ref(&first));
    assert_eq!(ids("").len(), 3);
    let counts = desk.data("{ bottleneckCounts { category open resolved escalated } }");
    let counts = counts["bottleneckCounts"].as_array().unwrap();
    let count = |category: &str| {
        counts
            .iter()
            .find(|count| count["category"] == category)
            .unwrap()
    };
    assert_eq!(count("shelter")["open"], 1);
    assert_eq!(count("shelter")["resolved"], 1);
    assert_eq!(count("capacity")["escalated"], 1);
    assert_eq!(count("privacy")["open"], 0);

    // The public reads what kind, and not what or of whom.
    let public = desk.server.data(&format!(
        "{{ bottlenecks {{ category raised resolved region {{ code }} }} there: bottlenecks(where: {{ {region} }}) {{ id }} }}"
    ));
    assert_eq!(strings(&public["bottlenecks"], &["category"]).len(), 3);
    assert_eq!(strings(&public["there"], &["id"]), [first.as_str()]);

    let again =
        format!(r#"mutation {{ resolveBottleneck(id: "{first}", on: "2024-03-02") {{ id }} }}"#);
    assert_eq!(desk.refusal(&again).0, "CONFLICT");
    for (question, field) in [
        (format!(r#"mutation {{ resolveBottleneck(id: "{second}", on: "2023-12-31") {{ id }} }}"#), "on"),
        (format!(r#"mutation {{ resolveBottleneck(id: "{second}", on: "2099-01-01") {{ id }} }}"#), "on"),
        (format!(r#"mutation {{ raiseBottleneck(input: {{ category: "weather", text: "x", raised: "2024-01-01", {region} }}) {{ id }} }}"#), "category"),
        (r#"mutation { raiseBottleneck(input: { category: "shelter", text: "x", raised: "2024-01-01" }) { id } }"#.to_owned(), "region"),
        (format!(r#"mutation {{ raiseBottleneck(input: {{ category: "shelter", text: " ", raised: "2024-01-01", {region} }}) {{ id }} }}"#), "text"),
        (r#"{ bottlenecks(where: { category: ["weather"] }) { id } }"#.to_owned(), "category"),
    ] {
        assert_eq!(desk.refusal(&question), ("BAD_INPUT".to_owned(), field.to_owned()), "{question}");
    }
}

#[test]
fn a_good_practice_is_shared_with_everybody() {
    let desk = Desk::open(&[]);
    let share = |input: &str| {
        format!(
            r#"mutation {{ shareGoodPractice(input: {{ title: "Meldpunt", text: "Zo doen wij het", {input} }}) {{ id }} }}"#
        )
    };
    desk.data(&share(r#"block: "focal-point", municipality: "GM0344", sourceUrl: "https://example.org/meldpunt""#));
    desk.data(&share(r#"region: { set: "provincie", code: "PV27" }"#));
    let data = desk.server.data(
        r#"{ all: goodPractices { title text block { id } municipality { code } region { code } source { label url } }
             block: goodPractices(block: "focal-point") { title }
             there: goodPractices(region: { set: "provincie", code: "PV26" }) { municipality { code } }
             elsewhere: goodPractices(region: { set: "provincie", code: "PV20" }) { title } }"#,
    );
    assert_eq!(data["all"][0]["block"]["id"], "focal-point");
    assert_eq!(data["all"][0]["source"]["label"], "example.org");
    assert_eq!(data["all"][1]["region"]["code"], "PV27");
    assert_eq!(data["block"].as_array().unwrap().len(), 1);
    assert_eq!(
        strings(&data["there"], &["municipality", "code"]),
        ["GM0344"]
    );
    assert_eq!(data["elsewhere"].as_array().unwrap().len(), 0);
    for (input, field) in [
        (r#"sourceUrl: "javascript:alert(1)""#, "sourceUrl"),
        (r#"block: "no-such""#, "block"),
        (r#"municipality: "GM0003""#, "municipality"),
        (
            r#"municipality: "GM0344", region: { set: "provincie", code: "PV26" }"#,
            "region",
        ),
    ] {
        assert_eq!(
            desk.refusal(&share(input)),
            ("BAD_INPUT".to_owned(), field.to_owned())
        );
    }
    assert_eq!(
        desk.server
            .error_code(r#"{ goodPractices(block: "no-such") { id } }"#),
        "UNKNOWN_BLOCK"
    );
}
