//! Every mutation with every role.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::mutation_cases::{May, People, mutations};
use super::people::{PASSWORD, add, sign_in};
use super::schema::fields;
use crate::import::hand_in;
use crate::support::Server;

/// These change nothing on record: another revision shows nothing of them.
const BESIDE_THE_FACTS: [&str; 6] = [
    "proposeCorrection",
    "makeCheckLink",
    "submitCheck",
    "refuseCorrection",
    "repairImport",
    "discardImport",
];

/// Nor do these, which the audit trail tells of.
const OF_PEOPLE: [&str; 9] = [
    "invitePerson",
    "renewInvitation",
    "approveAccess",
    "refuseAccess",
    "changePerson",
    "endSessions",
    "resetSecondFactor",
    "resetPassword",
    "removePerson",
];

impl People {
    /// Somebody with an account, somebody who was invited, and two who ask.
    fn ask(server: &Server, chief: &str) -> Self {
        add(server, "iemand@a.nl", &["--role", "OUTREACH"]);
        sign_in(server, "iemand@a.nl", PASSWORD);
        for name in ["wel", "niet"] {
            let asks = json!({ "email": format!("{name}@a.nl"), "name": name });
            assert_eq!(server.post_json("/auth/request", &[], &asks).status(), 204);
        }
        let invite = r#"mutation { invitePerson(email: "genodigd@a.nl", role: OUTREACH) { person { id } } }"#;
        let invited = server.data_as(chief, invite);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let known = server.data_as(chief, "{ people { id email } accessRequests { id name } }");
        let id = |list: &str, field: &str, value: &str| {
            let mut all = known[list].as_array().unwrap().iter();
            text(&all.find(|one| one[field] == value).unwrap()["id"])
        };
        Self {
            person: id("people", "email", "iemand@a.nl"),
            invited: text(&invited["invitePerson"]["person"]["id"]),
            approved: id("accessRequests", "name", "wel"),
            refused: id("accessRequests", "name", "niet"),
        }
    }
}

/// Eemsdelta inherits what its three predecessors had.
fn hand_down(server: &Server, desk: &str) {
    for code in ["GM0003", "GM0010", "GM0024"] {
        let query = format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "2020-06-01", established: SURVEY, verdicts: [{{ block: "focal-point", verdict: PRESENT }}] }}) {{ code }} }}"#
        );
        server.data_as(desk, &query);
    }
}

/// The secret of a link for a check, and the ids of two corrections.
fn propose(server: &Server, desk: &str) -> [String; 3] {
    for _ in 0..2 {
        server.data(r#"mutation { proposeCorrection(code: "GM0344", text: "x") }"#);
    }
    let proposed = server.data_as(desk, "{ corrections { nodes { id } } }");
    let proposed = |place: usize| {
        let id = &proposed["corrections"]["nodes"][place]["id"];
        id.as_str().unwrap().to_owned()
    };
    let link = server.data_as(
        desk,
        r#"mutation { makeCheckLink(code: "GM0344") { path } }"#,
    );
    let link = link["makeCheckLink"]["path"].as_str().unwrap();
    let secret = link.rsplit('#').next().unwrap().to_owned();
    [secret, proposed(0), proposed(1)]
}

/// Two files of a platform, and one of regions.
fn batches(server: &Server, at_home: &str, chief: &str) -> [String; 3] {
    let handed_in = |token: &str, kind: &str, content: &str| {
        let (_, answer) = hand_in(server, token, kind, content.as_bytes());
        answer["batch"].as_str().unwrap().to_owned()
    };
    let verdicts = "municipality_code,block,verdict,valid_from,established\n\
                    GM0344,staff-training,PRESENT,2023-01-01,SURVEY\n";
    let regions = "region_set,code,name\nnieuwe-indeling,A,Een\n";
    [
        handed_in(at_home, "verdicts", verdicts),
        handed_in(at_home, "verdicts", verdicts),
        handed_in(chief, "regions", regions),
    ]
}

/// What can be looked at before it is done, by the mutation that does it, and
/// whether that is by an input object.
fn previews(server: &Server) -> BTreeMap<String, bool> {
    let data =
        server.data(r#"{ __type(name: "PreviewInput") { inputFields { name type { kind } } } }"#);
    let fields = data["__type"]["inputFields"].as_array().unwrap().iter();
    fields
        .map(|field| {
            let name = field["name"].as_str().unwrap().to_owned();
            (name, field["type"]["kind"] == "INPUT_OBJECT")
        })
        .collect()
}

/// The question for what a mutation with these arguments would show.
fn preview(name: &str, rest: &str, by_object: bool) -> String {
    let arguments = &rest[1..rest.rfind(')').unwrap()];
    let change = match arguments.strip_prefix("input: ") {
        Some(input) => input.to_owned(),
        None if by_object => format!("{{ {arguments} }}"),
        None => arguments.split_once(": ").unwrap().1.to_owned(),
    };
    format!("{{ preview(change: {{ {name}: {change} }}) {{ date }} }}")
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is one walk through all of them")]
fn every_mutation_and_a_look_at_it_is_for_its_roles_alone() {
    let server = Server::start(&[]);
    let region = |code: &str| {
        let data = server.data(&format!(
            r#"{{ municipality(code: "{code}") {{ regions(set: "vng-platform") {{ code }} }} }}"#
        ));
        data["municipality"]["regions"][0]["code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (own, other) = (region("GM0344"), region("GM0363"));
    let platform = |name: &str, region: &str| {
        let region = format!("vng-platform/{region}");
        server.token(name, &["--role", "PLATFORM", "--region", &region])
    };
    let (at_home, elsewhere) = (platform("own", &own), platform("other", &other));
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    let chief = server.token("chief", &["--role", "ADMIN"]);
    server.await_token(&chief);
    let make = |query: &str, field: &str| {
        let data = server.data_as(&desk, query);
        data[field]["id"].as_str().unwrap().to_owned()
    };
    let campaign = make(
        r#"mutation { createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2030-01-01" }) { id } }"#,
        "createCampaign",
    );
    let add = format!(
        r#"mutation {{ addTargets(campaign: "{campaign}", codes: ["GM0344", "GM0363"]) {{ id }} }}"#
    );
    make(&add, "addTargets");
    let raise = r#"mutation { raiseBottleneck(input: { category: "shelter", text: "x", raised: "2024-01-01", municipality: "GM0344" }) { id } }"#;
    let bottleneck = make(raise, "raiseBottleneck");

    let record = r#"mutation { recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["GM0344"] }) { id } }"#;
    let arrangement = make(record, "recordArrangement");

    hand_down(&server, &desk);
    let raised = |token: &str| {
        let raise = raise.replace("\"x\"", "\"y\"");
        server.data_as(token, &raise);
        let log = server.data_as(token, "{ changeLog(first: 1) { nodes { revision } } }");
        log["changeLog"]["nodes"][0]["revision"].as_u64().unwrap()
    };
    let changes = [raised(&at_home), raised(&desk)];
    let corrections = propose(&server, &desk);
    let batches = batches(&server, &at_home, &chief);
    let people = People::ask(&server, &chief);
    let mutations = mutations(
        &people,
        &[campaign, bottleneck, arrangement],
        changes,
        &corrections,
        &batches,
        &own,
    );
    let tried: BTreeSet<&str> = mutations.iter().map(|(_, name, _)| *name).collect();
    let schema = fields(&server);
    let all: BTreeSet<&str> = schema
        .iter()
        .filter(|field| field.parent == "Mutation")
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(
        tried, all,
        "each mutation of the schema has to be tried here"
    );

    let previews = previews(&server);
    let looked_at: BTreeSet<&str> = previews.keys().map(String::as_str).collect();
    assert!(looked_at.is_subset(&tried), "{looked_at:?}");

    let lines = || {
        server.data_as(&chief, "{ auditTrail(first: 1) { totalCount } }")["auditTrail"]["totalCount"].take()
    };
    let revision = || server.data("{ serverInfo { revision } }")["serverInfo"]["revision"].take();
    for (may, name, rest) in &mutations {
        let query = format!("mutation {{ {name}{rest} }}");
        let look = previews.get(*name).map(|by| preview(name, rest, *by));
        let ask = |token: Option<&str>, query: &str| {
            let answer: Value = server.ask_as(token, query).1;
            answer["errors"][0]["extensions"]["code"]
                .as_str()
                .map(str::to_owned)
        };
        let before = revision();
        if *may == May::Anyone {
            assert_eq!(ask(None, &query), None, "{query}");
            assert_eq!(revision(), before, "{query}");
            continue;
        }
        let check_closed = |token: Option<&str>| {
            for query in look.iter().chain([&query]) {
                assert_eq!(ask(token, query).as_deref(), Some("FORBIDDEN"), "{query}");
            }
        };
        check_closed(None);
        if !rest.contains("GM0363") {
            check_closed(Some(&elsewhere));
        }
        if *may != May::Own {
            check_closed(Some(&at_home));
        }
        if *may == May::Admin {
            check_closed(Some(&desk));
        }
        let token = match may {
            May::Own => &at_home,
            May::Staff => &desk,
            May::Admin => &chief,
            May::Anyone => continue,
        };
        if let Some(look) = &look {
            assert_eq!(ask(Some(token), look), None, "{look}");
        }
        assert_eq!(revision(), before, "{query}");
        let told = lines();
        assert_eq!(ask(Some(token), &query), None, "{query}");
        let is_of_people = OF_PEOPLE.contains(name);
        assert!(!is_of_people || lines() != told, "{query}");
        let is_beside = is_of_people || BESIDE_THE_FACTS.contains(name);
        assert_eq!(revision() == before, is_beside, "{query}");
    }
}
