//! Whom to brief and whom to ask, on invented verdicts: the two rankings by rule
//! 10 and proposals for joint sessions.

use std::sync::OnceLock;

use serde_json::Value;

use crate::support::Server;

pub(super) const DATE: &str = "2024-06-30";

/// A filter on policy that leaves nobody out: any other would choose among the
/// classes of the list.
pub(super) const EVERYBODY: &str = "where: { completenessLow: { gte: 0 } }";

/// What a list goes by, and the classes that are on it.
pub(super) struct List {
    pub(super) purpose: &'static str,
    pub(super) classes: [&'static str; 2],
    pub(super) gap: fn(f64, f64) -> f64,
}

pub(super) const LISTS: [List; 2] = [
    List {
        purpose: "BRIEF",
        classes: ["NONE", "PARTIAL"],
        gap: |low, high| 1.0 - f64::midpoint(low, high),
    },
    List {
        purpose: "ASK",
        classes: ["NOT_ASSESSED", "UNCERTAIN"],
        gap: |low, high| high - low,
    },
];

pub(super) fn demonstration() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&["--demo"]))
}

pub(super) fn targets(arguments: &str) -> Value {
    let query = format!(
        r#"{{ outreachTargets(asOf: "{DATE}" {arguments}) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{
             municipality {{ code policy {{ class verdicts(verdict: [ABSENT]) {{ block {{ id }} }} }} }}
             priority {{ purpose rank listRank listSize score factors {{ factor value weight contribution }} explanation english: explanation(language: EN) }}
             missing {{ id }} solvedNearby {{ code }} }} }} }}"#
    );
    demonstration().data(&query)["outreachTargets"].take()
}

pub(super) fn codes(connection: &Value) -> Vec<&str> {
    let nodes = connection["nodes"].as_array().unwrap().iter();
    nodes
        .map(|node| node["municipality"]["code"].as_str().unwrap())
        .collect()
}

#[test]
fn targets_lack_complete_policy_and_miss_what_is_known_to_be_absent() {
    let answer = targets("first: 1000");
    assert_eq!(answer["totalCount"], codes(&answer).len());
    for node in answer["nodes"].as_array().unwrap() {
        let policy = &node["municipality"]["policy"];
        assert!(
            policy["class"] == "NONE" || policy["class"] == "PARTIAL",
            "{node}"
        );
        let absent: Vec<_> = policy["verdicts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| &v["block"]["id"])
            .collect();
        let missing: Vec<_> = node["missing"]
            .as_array()
            .unwrap()
            .iter()
            .map(|block| &block["id"])
            .collect();
        assert_eq!(absent, missing);
        assert!(node["solvedNearby"].as_array().unwrap().len() <= 3);
    }
}

#[test]
fn each_list_holds_the_municipalities_of_its_classes() {
    let counts = demonstration().data(&format!(
        r#"{{ coverage(asOf: "{DATE}") {{ byClass {{ class count }} }} }}"#
    ));
    let counts = counts["coverage"]["byClass"].as_array().unwrap();
    for List {
        purpose, classes, ..
    } in &LISTS
    {
        let size: u64 = counts
            .iter()
            .filter(|count| classes.contains(&count["class"].as_str().unwrap()))
            .map(|count| count["count"].as_u64().unwrap())
            .sum();
        assert!(size > 0, "{purpose}");
        let list = targets(&format!("purpose: {purpose}, first: 1000"));
        assert_eq!(list["totalCount"], size, "{purpose}");
        for (place, node) in list["nodes"].as_array().unwrap().iter().enumerate() {
            let class = node["municipality"]["policy"]["class"].as_str().unwrap();
            assert!(classes.contains(&class), "{purpose}: {class}");
            assert_eq!(node["priority"]["listRank"], place + 1, "{purpose}");
            assert_eq!(node["priority"]["listSize"], size, "{purpose}");
        }
        let empty = targets(&format!("purpose: {purpose}, first: 1000, where: {{}}"));
        assert_eq!(codes(&empty), codes(&list), "{purpose}");

        let every = targets(&format!("purpose: {purpose}, first: 1000, {EVERYBODY}"));
        assert_eq!(every["totalCount"], 342);
        for (place, node) in every["nodes"].as_array().unwrap().iter().enumerate() {
            let class = node["municipality"]["policy"]["class"].as_str().unwrap();
            let on_list = node["priority"]["listRank"].is_number();
            assert_eq!(on_list, classes.contains(&class), "{purpose}: {class}");
            assert_eq!(node["priority"]["rank"], place + 1, "{purpose}");
        }
    }
    assert_eq!(
        codes(&targets("first: 1000")),
        codes(&targets("purpose: BRIEF, first: 1000"))
    );
}

#[test]
fn a_filter_narrows_a_list_down_unless_it_is_one_on_policy() {
    let region = r#"region: { set: "provincie", code: "PV20" }"#;
    let data = demonstration().data(&format!(
        r#"{{ municipalities(asOf: "{DATE}", where: {{ {region} }}) {{ nodes {{ code }} }} }}"#
    ));
    let members: Vec<&str> = data["municipalities"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["code"].as_str().unwrap())
        .collect();
    for List { purpose, .. } in &LISTS {
        let whole = targets(&format!("purpose: {purpose}, first: 1000"));
        let here = targets(&format!("purpose: {purpose}, where: {{ {region} }}"));
        let expected: Vec<&str> = codes(&whole)
            .into_iter()
            .filter(|code| members.contains(code))
            .collect();
        assert!(
            !expected.is_empty() && expected.len() < members.len(),
            "{purpose}"
        );
        assert_eq!(codes(&here), expected, "{purpose}");
        assert_eq!(here["totalCount"], expected.len());

        let complete =
            format!("purpose: {purpose}, where: {{ policyClass: [COMPLETE, ADVANCED] }}");
        let complete = targets(&complete);
        assert!(complete["totalCount"].as_u64().unwrap() > 0);
        for node in complete["nodes"].as_array().unwrap() {
            let class = &node["municipality"]["policy"]["class"];
            assert!(class == "COMPLETE" || class == "ADVANCED", "{class}");
            assert!(node["priority"]["listRank"].is_null(), "{node}");
        }
        let blocks = r#"where: { block: { block: "adopted-policy", verdict: [PRESENT] } }"#;
        let by_block = demonstration().data(&format!(
            r#"{{ outreachTargets(purpose: {purpose}, asOf: "{DATE}", {blocks}) {{ totalCount }}
                 municipalities(asOf: "{DATE}", {blocks}) {{ totalCount }} }}"#
        ));
        assert_eq!(
            by_block["outreachTargets"]["totalCount"],
            by_block["municipalities"]["totalCount"]
        );
    }
}

#[test]
fn municipalities_can_be_ordered_by_either_ranking() {
    for (order, purpose) in [("PRIORITY", "BRIEF"), ("PRIORITY_ASK", "ASK")] {
        let data = demonstration().data(&format!(
            r#"{{ municipalities(asOf: "{DATE}", orderBy: [{{ by: {order} }}]) {{ nodes {{
                 code priority(purpose: {purpose}) {{ rank score listRank }} }} }} }}"#
        ));
        let nodes = data["municipalities"]["nodes"].as_array().unwrap();
        let targets = targets(&format!("purpose: {purpose}, first: 1000, {EVERYBODY}"));
        let found: Vec<_> = nodes
            .iter()
            .map(|node| node["code"].as_str().unwrap())
            .collect();
        assert_eq!(found, codes(&targets), "{order}");
        for (node, target) in nodes.iter().zip(targets["nodes"].as_array().unwrap()) {
            for field in ["rank", "score", "listRank"] {
                assert_eq!(
                    node["priority"][field], target["priority"][field],
                    "{order}"
                );
            }
        }
    }
    let default = demonstration().data(
        r#"{ municipality(code: "GM0344") { priority { purpose rank } brief: priority(purpose: BRIEF) { rank } } }"#,
    );
    assert_eq!(default["municipality"]["priority"]["purpose"], "BRIEF");
    assert_eq!(
        default["municipality"]["priority"]["rank"],
        default["municipality"]["brief"]["rank"]
    );
}

#[test]
fn the_public_sees_neither_list_by_contact() {
    for List { purpose, .. } in &LISTS {
        let list = targets(&format!("purpose: {purpose}, first: 3"));
        for node in list["nodes"].as_array().unwrap() {
            let factors = node["priority"]["factors"].as_array().unwrap().iter();
            let names: Vec<_> = factors
                .map(|factor| factor["factor"].as_str().unwrap())
                .collect();
            let open = ["gap", "coordination", "population", "staleness", "region"];
            assert_eq!(names, open, "{purpose}");
        }
        let alone = "gap: 0, coordination: 0, population: 0, staleness: 0, region: 0, contact: 1";
        for question in [
            format!(
                "{{ outreachTargets(purpose: {purpose}, weights: {{ {alone} }}) {{ totalCount }} }}"
            ),
            format!(
                r#"{{ municipality(code: "GM0344") {{ priority(purpose: {purpose}, weights: {{ {alone} }}) {{ rank }} }} }}"#
            ),
        ] {
            assert_eq!(
                demonstration().error_code(&question),
                "BAD_WEIGHTS",
                "{question}"
            );
        }
    }
}

#[test]
fn pages_of_targets_together_are_the_whole_ranking() {
    let whole = targets("first: 60");
    let first = targets("first: 40");
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let rest = targets(&format!(
        "first: 20, after: {}",
        first["pageInfo"]["endCursor"]
    ));
    assert_eq!([codes(&first), codes(&rest)].concat(), codes(&whole));
}

#[test]
fn weights_change_the_order_and_bad_ones_are_refused() {
    let people =
        "first: 5, weights: { gap: 0, coordination: 0, population: 1, staleness: 0, region: 0 }";
    let answer = targets(&format!("{people}, {EVERYBODY}"));
    assert_eq!(codes(&answer)[..3], ["GM0363", "GM0599", "GM0518"]);
    let factors = answer["nodes"][0]["priority"]["factors"]
        .as_array()
        .unwrap();
    assert_eq!(factors.len(), 1);
    let refused = |arguments: &str| {
        demonstration().error_code(&format!(
            "{{ outreachTargets({arguments}) {{ totalCount }} }}"
        ))
    };
    assert_eq!(refused("weights: { gap: -1 }"), "BAD_WEIGHTS");
    assert_eq!(refused("first: -1"), "BAD_PAGE");
    assert_eq!(refused(r#"after: "x""#), "BAD_CURSOR");
    let sessions = r#"{ sessionProposals(set: "x") { population } }"#;
    assert_eq!(demonstration().error_code(sessions), "UNKNOWN_REGION_SET");
}

#[test]
fn sessions_bring_neighbours_together_that_miss_the_same() {
    let query = format!(
        r#"{{ sessionProposals(asOf: "{DATE}") {{ region {{ code municipalities {{ code }} }} population spanKm
             sharedMissing {{ id }}
             municipalities {{ code population {{ inhabitants }} neighbours {{ code }}
               policy {{ verdicts(verdict: [ABSENT]) {{ block {{ id }} }} }} }} }} }}"#
    );
    let data = demonstration().data(&query);
    let proposals = data["sessionProposals"].as_array().unwrap();
    assert_eq!(proposals.len(), 10);
    let list = |value: &Value, field: &str| -> Vec<String> {
        let items = value.as_array().unwrap().iter();
        items
            .map(|item| item[field].as_str().unwrap().to_owned())
            .collect()
    };
    for proposal in proposals {
        let members = proposal["municipalities"].as_array().unwrap();
        let codes = list(&proposal["municipalities"], "code");
        assert!((2..=6).contains(&members.len()));
        let region = list(&proposal["region"]["municipalities"], "code");
        let shared = list(&proposal["sharedMissing"], "id");
        assert!(!shared.is_empty());
        let mut people = 0;
        for member in members {
            assert!(region.contains(&member["code"].as_str().unwrap().to_owned()));
            let beside = list(&member["neighbours"], "code");
            assert!(beside.iter().any(|code| codes.contains(code)), "{member}");
            let absent = member["policy"]["verdicts"].as_array().unwrap();
            let absent: Vec<_> = absent
                .iter()
                .map(|v| v["block"]["id"].as_str().unwrap())
                .collect();
            assert!(shared.iter().all(|id| absent.contains(&id.as_str())));
            people += member["population"]["inhabitants"].as_u64().unwrap();
        }
        assert_eq!(proposal["population"].as_u64().unwrap(), people);
        assert!(
            (1.0..150.0).contains(&proposal["spanKm"].as_f64().unwrap()),
            "{proposal}"
        );
    }
}
