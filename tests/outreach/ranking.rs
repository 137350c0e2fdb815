//! The rankings that the staff sees: rule 10 with the factor `contact`.

use jiff::civil::Date;
use serde_json::Value;

use super::Desk;

const DATE: &str = "2024-06-30";

/// All municipalities by one of the rankings: a filter on policy takes the place
/// of the classes of the list.
fn ranked(desk: &Desk, purpose: &str, public: bool) -> Vec<Value> {
    let query = format!(
        r#"{{ outreachTargets(purpose: {purpose}, asOf: "{DATE}", first: 1000, where: {{ completenessLow: {{ gte: 0 }} }}) {{ nodes {{ municipality {{ code }}
             priority {{ score rank explanation factors {{ factor value weight contribution text }} }} }} }} }}"#
    );
    let mut data = if public {
        desk.server.data(&query)
    } else {
        desk.data(&query)
    };
    let nodes = data["outreachTargets"]["nodes"].take();
    nodes.as_array().unwrap().clone()
}

fn factor<'a>(node: &'a Value, name: &str) -> Option<&'a Value> {
    let factors = node["priority"]["factors"].as_array().unwrap();
    factors.iter().find(|factor| factor["factor"] == name)
}

#[test]
fn contact_counts_for_the_staff_as_a_calculation_by_hand_says() {
    let desk = Desk::open(&["--demo"]);
    let public = ranked(&desk, "BRIEF", true);
    let codes: Vec<&str> = public
        .iter()
        .map(|node| node["municipality"]["code"].as_str().unwrap())
        .collect();
    // Briefed on these days, the last of two counts; one lies after the date.
    let briefed = [
        (codes[0], vec!["2021-03-01"], Some("2021-03-01")),
        (
            codes[1],
            vec!["2021-01-05", "2023-06-30"],
            Some("2023-06-30"),
        ),
        (codes[2], vec!["2024-06-30"], Some("2024-06-30")),
        (codes[3], vec!["2024-07-01"], None),
        (codes[4], vec![], None),
    ];
    for (code, dates, _) in &briefed {
        for date in dates {
            desk.brief(&format!(
                r#"date: "{date}", stage: HELD, kind: MUNICIPALITY, municipalities: ["{code}"]"#
            ));
        }
    }
    for purpose in ["BRIEF", "ASK"] {
        let lasts = briefed.iter().map(|(code, _, last)| (*code, *last));
        contact_counts(&desk, purpose, &lasts.collect::<Vec<_>>());
    }
    let alone =
        "weights: { gap: 0, coordination: 0, population: 0, staleness: 0, region: 0, contact: 1 }";
    let question = format!("{{ outreachTargets({alone}) {{ totalCount }} }}");
    assert_eq!(desk.server.error_code(&question), "BAD_WEIGHTS");
    assert!(desk.data(&question)["outreachTargets"]["totalCount"].is_number());
}

/// Compares the ranking of the staff with that of the public and the dates on
/// which municipalities were last briefed.
fn contact_counts(desk: &Desk, purpose: &str, briefed: &[(&str, Option<&str>)]) {
    let public = ranked(desk, purpose, true);
    let staff = ranked(desk, purpose, false);
    let on: Date = DATE.parse().unwrap();
    for (code, last) in briefed {
        let find = |nodes: &[Value]| {
            let mut nodes = nodes.iter();
            nodes
                .find(|node| node["municipality"]["code"] == *code)
                .unwrap()
                .clone()
        };
        let years = last.map_or(3.0, |last| {
            let last: Date = last.parse().unwrap();
            (f64::from((on - last).get_days()) / 365.25).min(3.0)
        });
        let (seen, own) = (find(&public), find(&staff));
        // The public's weights add up to 8, those of the staff to 10.
        let without = seen["priority"]["score"].as_f64().unwrap() * 8.0;
        let by_hand = 2.0f64.mul_add(years / 3.0, without) / 10.0;
        let score = own["priority"]["score"].as_f64().unwrap();
        assert!((score - by_hand).abs() < 1e-9, "{code}: {score} {by_hand}");
        let higher = staff
            .iter()
            .filter(|node| node["priority"]["score"].as_f64().unwrap() > score + 1e-9)
            .count();
        assert_eq!(own["priority"]["rank"], higher + 1, "{code}");
        assert_eq!(factor(&seen, "contact"), None);
        let contact = factor(&own, "contact").unwrap();
        assert!((contact["value"].as_f64().unwrap() - years / 3.0).abs() < 1e-9);
        let never = contact["text"] == "geen voorlichting vastgelegd";
        assert_eq!(never, last.is_none(), "{contact}");
    }
}

#[test]
fn briefings_filter_order_and_count() {
    let desk = Desk::open(&[]);
    for (code, date) in [
        ("GM0344", "2023-05-01"),
        ("GM0363", "2024-02-01"),
        ("GM0599", "2024-02-01"),
    ] {
        desk.brief(&format!(
            r#"date: "{date}", stage: HELD, kind: MUNICIPALITY, municipalities: ["{code}"]"#
        ));
    }
    desk.brief(
        r#"date: "2024-03-01", stage: PLANNED, kind: MUNICIPALITY, municipalities: ["GM0518"]"#,
    );
    let list = |filter: &str| {
        let data = desk.data(&format!(
            r#"{{ municipalities(asOf: "2024-06-01", where: {{ {filter} }}, orderBy: [{{ by: LAST_BRIEFED, direction: DESC }}]) {{
                 totalCount nodes {{ code }} }} }}"#
        ));
        let nodes = data["municipalities"]["nodes"].as_array().unwrap().clone();
        let codes = nodes
            .iter()
            .map(|node| node["code"].as_str().unwrap().to_owned());
        codes.collect::<Vec<_>>()
    };
    let briefed = list(r#"briefed: { from: "2020-01-01" }"#);
    assert_eq!(briefed[2], "GM0344");
    assert_eq!(briefed.len(), 3);
    assert_eq!(list(r#"briefed: { from: "2024-01-01" }"#).len(), 2);
    assert_eq!(list("neverBriefed: true").len(), 339);
    assert_eq!(list("neverBriefed: false"), briefed);
    assert_eq!(list("not: { neverBriefed: true }"), briefed);
    let counts = desk.data(
        r#"{ all: coverage(asOf: "2024-06-01") { briefedCount later: briefedCount(since: "2024-01-01") }
             then: coverage(asOf: "2024-01-01") { briefedCount }
             timeline(from: "2023-01-01", to: "2024-06-01") { date coverage { briefedCount } } }"#,
    );
    assert_eq!(counts["all"]["briefedCount"], 3);
    assert_eq!(counts["all"]["later"], 2);
    assert_eq!(counts["then"]["briefedCount"], 1);
    let points = counts["timeline"].as_array().unwrap().iter();
    let points: Vec<_> = points
        .map(|point| point["coverage"]["briefedCount"].as_u64().unwrap())
        .collect();
    assert_eq!(points, [0, 0, 1, 1, 1, 3, 3]);
}
