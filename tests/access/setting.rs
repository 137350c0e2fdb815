//! A server with something in every field, and somebody of every role.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::json;

use crate::import::hand_in;
use crate::support::Server;

pub(super) struct Setting {
    pub(super) server: Server,
    /// PLATFORM of the region of Utrecht, PLATFORM of another, OUTREACH, ADMIN.
    pub(super) tokens: [String; 4],
    /// Samples of arguments, by `Type.field(argument)` or by argument.
    pub(super) samples: BTreeMap<String, String>,
}

/// A token of every role.
pub(super) struct Roles {
    /// The platform of Utrecht.
    pub(super) own: String,
    /// PLATFORM of the region of Utrecht, PLATFORM of another, OUTREACH, ADMIN.
    pub(super) tokens: [String; 4],
}

impl Roles {
    /// Makes them, and waits until the server knows them.
    pub(super) fn on(server: &Server) -> Self {
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
        assert_ne!(own, other);
        let platform = |name: &str, region: &str| {
            let region = format!("vng-platform/{region}");
            server.token(name, &["--role", "PLATFORM", "--region", &region])
        };
        let tokens = [
            platform("own", &own),
            platform("other", &other),
            server.token("desk", &["--role", "OUTREACH"]),
            server.token("chief", &["--role", "ADMIN"]),
        ];
        server.await_token(&tokens[3]);
        Self { own, tokens }
    }
}

/// Utrecht has a campaign, a briefing, bottlenecks and a good practice.
pub(super) fn setting() -> &'static Setting {
    static SETTING: OnceLock<Setting> = OnceLock::new();
    SETTING.get_or_init(|| {
        let server = Server::start(&["--demo"]);
        let Roles { own, tokens } = Roles::on(&server);
        let desk = |query: &str| server.data_as(&tokens[2], query);
        let made = desk(
            r#"mutation { createCampaign(input: { title: "Vijftig", goal: 50, from: "2024-01-01", to: "2030-12-31" }) { id } }"#,
        );
        let campaign = made["createCampaign"]["id"].as_str().unwrap().to_owned();
        desk(&format!(
            r#"mutation {{ recordBriefing(input: {{ campaign: "{campaign}", date: "2020-06-01", stage: HELD, kind: REGIONAL_PLATFORM,
                 region: {{ set: "vng-platform", code: "{own}" }}, municipalities: ["GM0344"], followUp: "2020-07-01",
                 owner: "Ans", outcome: "Beleid volgt" }}) {{ id }} }}"#
        ));
        desk(&format!(
            r#"mutation {{ raiseBottleneck(input: {{ category: "shelter", text: "Geen plek", raised: "2024-01-01",
                 region: {{ set: "vng-platform", code: "{own}" }}, escalatedTo: "SOM" }}) {{ id }} }}"#
        ));
        // Two records that do not agree, of which a notice is given.
        desk(
            r#"mutation { recordPolicyDocument(input: { title: "Plan", scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["GM1979"] }) { id } }"#,
        );
        let assessed = server.data(r#"{ municipality(code: "GM1979") { policy { lastAssessed } } }"#);
        let assessed = assessed["municipality"]["policy"]["lastAssessed"].as_str().unwrap().to_owned();
        desk(&format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "GM1979", validFrom: "{assessed}", established: CONVERSATION,
                 verdicts: [{{ block: "adopted-policy", verdict: ABSENT }}] }}) {{ code }} }}"#
        ));
        desk(
            r#"mutation { recordArrangement(input: { status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01",
                 municipalities: ["GM0344"], contact: { name: "Ans" } }) { id } }"#,
        );
        desk(
            r#"mutation { shareGoodPractice(input: { title: "Meldpunt", text: "Zo", municipality: "GM0344", block: "focal-point" }) { id } }"#,
        );
        let proposed = server.answer(
            r#"mutation { proposeCorrection(code: "GM0344", text: "Anders", email: "ans@example.org",
                 answers: [{ block: "focal-point", verdict: ABSENT, note: "Weg" }]) }"#,
        );
        assert_eq!(proposed["data"]["proposeCorrection"], true, "{proposed:#}");
        let link = desk(r#"mutation { makeCheckLink(code: "GM0344") { path } }"#);
        let link = link["makeCheckLink"]["path"].as_str().unwrap().to_owned();
        let secret = link.rsplit('#').next().unwrap();
        // What its platform did itself.
        server.data_as(
            &tokens[0],
            r#"mutation { raiseBottleneck(input: { category: "shelter", text: "Vol", raised: "2024-01-01", municipality: "GM0344" }) { id } }"#,
        );
        // And a file that it handed in.
        let (_, batch) = hand_in(
            &server,
            &tokens[0],
            "verdicts?file=x.csv",
            b"municipality_code,block,verdict,valid_from,established,colour\nGM0344,focal-point,aanweezig,2024-01-01,SURVEY,red\n344,staff-training,PRESENT,2024-01-01,SURVEY,red\n",
        );
        let region = json!({ "set": "vng-platform", "code": own });
        let asks = json!({ "email": "vraagt@a.nl", "name": "Vraagt", "organisation": "Gemeente", "reason": "Werk", "region": region });
        assert_eq!(server.post_json("/auth/request", &[], &asks).status(), 204);
        server.data_as(
            &tokens[3],
            r#"mutation { invitePerson(email: "genodigd@a.nl", role: OUTREACH) { link } }"#,
        );
        let samples = [
            ("Query.importBatch(id)", batch["batch"].to_string()),
            ("code", r#""GM0344""#.to_owned()),
            ("Query.region(code)", format!(r#""{own}""#)),
            ("set", r#""vng-platform""#.to_owned()),
            ("block", r#""focal-point""#.to_owned()),
            ("longitude", "5.12".to_owned()),
            ("latitude", "52.09".to_owned()),
            ("text", r#""Utrecht""#.to_owned()),
            ("from", r#""2020-01-01""#.to_owned()),
            ("to", r#""2024-01-01""#.to_owned()),
            ("group", "{ field: POLICY_CLASS }".to_owned()),
            ("Query.campaign(id)", format!(r#""{campaign}""#)),
            ("Query.check(secret)", format!(r#""{secret}""#)),
            (
                "Query.preview(change)",
                r#"{ recordVerdicts: { code: "GM0344", validFrom: "2030-01-01", established: SURVEY, verdicts: [{ block: "focal-point", verdict: IN_PREPARATION }, { block: "staff-training", verdict: IN_PREPARATION }] } }"#.to_owned(),
            ),
        ];
        let samples = samples.map(|(name, value)| (name.to_owned(), value));
        Setting { server, tokens, samples: samples.into() }
    })
}
