//! A PLATFORM cannot use an id of somebody else's, nor find out whether there
//! is a record of that id.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::import::hand_in;
use crate::support::Server;

/// An id that nothing has.
const ABSENT: &str = "campaign-01890000-0000-7000-8000-000000000000";

/// Each argument and input field of mutations that is an id and that a PLATFORM
/// may write, with the question that uses it. `ID` stands for the id, and the
/// records that these ids name are of another platform.
const TRIED: [(&str, &str); 15] = [
    (
        "setStage.campaign",
        r#"mutation { setStage(campaign: "ID", code: "GM0344", stage: INVITED) { id title goal partners } }"#,
    ),
    (
        "BriefingInput.campaign",
        r#"mutation { recordBriefing(input: { campaign: "ID", date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0344"] }) { id } }"#,
    ),
    (
        "BriefingInput.id",
        r#"mutation { recordBriefing(input: { id: "ID", date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0344"] }) { id } }"#,
    ),
    (
        "resolveBottleneck.id",
        r#"mutation { resolveBottleneck(id: "ID", on: "2024-02-01") { id } }"#,
    ),
    (
        "endArrangement.id",
        r#"mutation { endArrangement(id: "ID", on: "2025-01-01") { id } }"#,
    ),
    (
        "EndInput.id",
        r#"{ preview(change: { endArrangement: { id: "ID", on: "2025-01-01" } }) { date } }"#,
    ),
    (
        "ArrangementInput.id",
        r#"mutation { recordArrangement(input: { id: "ID", status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["GM0344"] }) { id } }"#,
    ),
    (
        "PolicyDocumentInput.id",
        r#"mutation { recordPolicyDocument(input: { id: "ID", title: "x", scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["GM0344"] }) { id } }"#,
    ),
    (
        "acceptCorrection.id",
        r#"mutation { acceptCorrection(id: "ID") { id } }"#,
    ),
    (
        "AcceptInput.id",
        r#"{ preview(change: { acceptCorrection: { id: "ID" } }) { date } }"#,
    ),
    (
        "refuseCorrection.id",
        r#"mutation { refuseCorrection(id: "ID", reason: "x") { id } }"#,
    ),
    (
        "repairImport.batch",
        r#"mutation { repairImport(batch: "ID", repairs: []) { id } }"#,
    ),
    (
        "commitImport.batch",
        r#"mutation { commitImport(batch: "ID") { id } }"#,
    ),
    (
        "undoImport.batch",
        r#"mutation { undoImport(batch: "ID") { id } }"#,
    ),
    (
        "discardImport.batch",
        r#"mutation { discardImport(batch: "ID") { id } }"#,
    ),
];

/// The other ids: of mutations that are an administrator's or the desk's alone,
/// where the id of nobody's record is asked, or new ids.
const NOT_OF_SOMEBODY: [&str; 27] = [
    "AcceptanceInput.blocks",
    "BlockInput.from",
    "BlockInput.id",
    "BlockInput.theme",
    "GoodPracticeInput.block",
    "GroupBy.regionSet",
    "NewRegion.code",
    "NewRegion.set",
    "ProposedAnswer.block",
    "RegionRef.code",
    "RegionRef.set",
    "RubricInput.id",
    "ThemeInput.id",
    "VerdictInput.block",
    "VerdictsInput.rubric",
    "addTargets.campaign",
    "approveAccess.request",
    "changePerson.id",
    "createRegionSet.id",
    "endSessions.id",
    "refuseAccess.request",
    "removePerson.id",
    "renewInvitation.id",
    "resetPassword.id",
    "resetSecondFactor.id",
    "setRegion.code",
    "setRegion.set",
];

/// Records of another platform, by the argument that takes their id.
struct Others {
    campaign: String,
    briefing: String,
    bottleneck: String,
    arrangement: String,
    document: String,
    correction: String,
    batch: String,
    revision: u64,
}

impl Others {
    fn make(server: &Server, desk: &str, theirs: &str) -> Self {
        let make = |query: &str| {
            let data = server.data_as(desk, &format!("mutation {{ made: {query} {{ id }} }}"));
            data["made"]["id"].as_str().unwrap().to_owned()
        };
        let campaign = make(
            r#"createCampaign(input: { title: "geheim", goal: 1, from: "2024-01-01", to: "2030-01-01", partners: ["geheim"] })"#,
        );
        make(&format!(
            r#"addTargets(campaign: "{campaign}", codes: ["GM0363"])"#
        ));
        server.data(r#"mutation { proposeCorrection(code: "GM0363", text: "x") }"#);
        let corrections = server.data_as(desk, "{ corrections { nodes { id } } }");
        let rows = "municipality_code,block,verdict,valid_from,established\n\
                    GM0363,staff-training,PRESENT,2023-01-01,SURVEY\n";
        let (_, handed_in) = hand_in(server, theirs, "verdicts", rows.as_bytes());
        let others = Self {
            briefing: make(&format!(
                r#"recordBriefing(input: {{ campaign: "{campaign}", date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0363"] }})"#
            )),
            bottleneck: make(
                r#"raiseBottleneck(input: { category: "shelter", text: "x", raised: "2024-01-01", municipality: "GM0363" })"#,
            ),
            arrangement: make(
                r#"recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["GM0363"] })"#,
            ),
            document: make(
                r#"recordPolicyDocument(input: { title: "x", scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["GM0363"] })"#,
            ),
            correction: corrections["corrections"]["nodes"][0]["id"]
                .as_str()
                .unwrap()
                .to_owned(),
            batch: handed_in["batch"].as_str().unwrap().to_owned(),
            campaign,
            revision: 0,
        };
        let log = server.data_as(desk, "{ changeLog(first: 1) { nodes { revision } } }");
        let revision = log["changeLog"]["nodes"][0]["revision"].as_u64().unwrap();
        Self { revision, ..others }
    }

    fn id(&self, argument: &str) -> &str {
        match argument {
            "BriefingInput.id" => &self.briefing,
            "resolveBottleneck.id" => &self.bottleneck,
            "endArrangement.id" | "EndInput.id" | "ArrangementInput.id" => &self.arrangement,
            "PolicyDocumentInput.id" => &self.document,
            "acceptCorrection.id" | "AcceptInput.id" | "refuseCorrection.id" => &self.correction,
            _ if argument.split('.').next_back() == Some("batch") => &self.batch,
            _ => &self.campaign,
        }
    }
}

/// The ids that mutations take, each by its owner and name.
fn ids(server: &Server) -> BTreeSet<String> {
    const QUESTION: &str = "{ __schema { types { kind name
        fields { name args { name type { ...T } } } inputFields { name type { ...T } } } } }
      fragment T on __Type { name ofType { name ofType { name ofType { name } } } }";
    fn is_id(kind: &Value) -> bool {
        kind["name"] == "ID" || kind["ofType"].is_object() && is_id(&kind["ofType"])
    }
    let data = server.data(QUESTION);
    let mut found = BTreeSet::new();
    for kind in data["__schema"]["types"].as_array().unwrap() {
        let inputs = kind["inputFields"].as_array().into_iter().flatten();
        let inputs = inputs.map(|input| (&kind["name"], input));
        let is_mutation = kind["name"] == "Mutation";
        let fields = kind["fields"].as_array().into_iter().flatten();
        let arguments = fields.filter(|_| is_mutation).flat_map(|field| {
            let arguments = field["args"].as_array().unwrap().iter();
            arguments.map(move |argument| (&field["name"], argument))
        });
        let ids = inputs.chain(arguments).filter(|(_, it)| is_id(&it["type"]));
        found.extend(ids.map(|(owner, it)| {
            let (owner, name) = (owner.as_str().unwrap(), it["name"].as_str().unwrap());
            format!("{owner}.{name}")
        }));
    }
    // What a question is filtered by names nothing that is changed.
    found.retain(|id| !id.contains("Filter."));
    found
}

fn platform_of(server: &Server, code: &str, name: &str) -> String {
    let data = server.data(&format!(
        r#"{{ municipality(code: "{code}") {{ regions(set: "vng-platform") {{ code }} }} }}"#
    ));
    let region = &data["municipality"]["regions"][0]["code"];
    let region = format!("vng-platform/{}", region.as_str().unwrap());
    server.token(name, &["--role", "PLATFORM", "--region", &region])
}

#[test]
fn an_id_of_somebody_else_answers_as_one_that_nothing_has() {
    let server = Server::start(&[]);
    let own = platform_of(&server, "GM0344", "own");
    let theirs = platform_of(&server, "GM0363", "theirs");
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let others = Others::make(&server, &desk, &theirs);

    let named: BTreeSet<String> = TRIED.iter().map(|(name, _)| (*name).to_owned()).collect();
    let named = named
        .into_iter()
        .chain(NOT_OF_SOMEBODY.map(str::to_owned))
        .collect::<BTreeSet<_>>();
    assert_eq!(
        ids(&server),
        named,
        "each id has to be tried here, or be of nobody"
    );

    let count = |list: &str| server.data_as(&desk, list);
    let targets = format!(
        r#"{{ campaign(id: "{}") {{ targets {{ municipality {{ code }} }} briefings {{ id date }} }} }}"#,
        others.campaign
    );
    let before = (count(&targets), count("{ serverInfo { revision } }"));
    for (argument, question) in TRIED {
        let ask = |id: &str| {
            let answer = server.ask_as(Some(&own), &question.replace("ID", id)).1;
            let text = answer.to_string();
            assert!(!text.contains("geheim"), "{argument}: {text}");
            answer
        };
        let (foreign, absent) = (ask(others.id(argument)), ask(ABSENT));
        assert_eq!(foreign, absent, "{argument}");
        let code = &foreign["errors"][0]["extensions"]["code"];
        assert_eq!(code, "FORBIDDEN", "{argument}: {foreign:#}");
        // Who may write everywhere is told that there is none.
        let told = server
            .ask_as(Some(&desk), &question.replace("ID", ABSENT))
            .1;
        let code = &told["errors"][0]["extensions"]["code"];
        assert_eq!(code, "UNKNOWN_ID", "{argument}: {told:#}");
    }
    let undo = |revision: u64| {
        let query = format!("mutation {{ undoChange(revision: {revision}) {{ revision }} }}");
        server.ask_as(Some(&own), &query).1
    };
    let refused = undo(others.revision);
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN");
    assert_eq!(
        undo(999_999)["errors"][0]["extensions"]["code"],
        "FORBIDDEN"
    );
    assert_eq!(
        (count(&targets), count("{ serverInfo { revision } }")),
        before
    );
}

#[test]
fn a_question_by_an_id_of_somebody_else_answers_as_by_one_that_nothing_has() {
    let server = Server::start(&[]);
    let own = platform_of(&server, "GM0344", "own");
    let theirs = platform_of(&server, "GM0363", "theirs");
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    server.await_token(&desk);
    let others = Others::make(&server, &desk, &theirs);
    for (question, id) in [
        (r#"{ campaign(id: "ID") { id title } }"#, &others.campaign),
        (r#"{ importBatch(id: "ID") { id file } }"#, &others.batch),
        (
            r#"{ corrections(after: "ID") { totalCount } }"#,
            &others.correction,
        ),
        (r#"{ check(secret: "ID") { open } }"#, &others.correction),
    ] {
        let ask = |id: &str| {
            let answer = server.ask_as(Some(&own), &question.replace("ID", id)).1;
            // An error says which id was given.
            answer.to_string().replace(&id[..id.len().min(40)], "ID")
        };
        assert_eq!(ask(id), ask(ABSENT), "{question}");
    }
    let sheets = |id: &str| {
        let bearer = format!("Bearer {own}");
        let path = format!("/sheet/campaign/{id}.zip");
        let mut answer = server.get(&path, &[("authorization", &bearer)]);
        let text = answer.body_mut().read_to_string().unwrap();
        (answer.status().as_u16(), text)
    };
    assert_eq!(sheets(&others.campaign), sheets(ABSENT));
}

#[test]
fn the_id_of_a_new_record_cannot_be_guessed() {
    let server = Server::start(&[]);
    let desk = server.token("desk", &["--role", "OUTREACH"]);
    let theirs = platform_of(&server, "GM0363", "theirs");
    server.await_token(&theirs);
    let others = Others::make(&server, &desk, &theirs);
    for (kind, id) in [
        ("campaign-", &others.campaign),
        ("briefing-", &others.briefing),
        ("bottleneck-", &others.bottleneck),
        ("arrangement-", &others.arrangement),
        ("document-", &others.document),
        ("", &others.batch),
    ] {
        let random = id.strip_prefix(kind).unwrap();
        // UUID version 7: 74 random bits.
        assert_eq!((random.len(), &random[14..15]), (36, "7"), "{id}");
    }
    assert_eq!(others.correction.len(), 32);
}
