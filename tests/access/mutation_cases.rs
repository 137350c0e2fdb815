//! Each mutation, and who may send it.

/// Who may send it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    /// Without an account too.
    Anyone,
    Staff,
    /// PLATFORM too, in its own regions.
    Own,
    Admin,
}

/// Ids of people and of what they asked.
pub(super) struct People {
    pub(super) person: String,
    pub(super) invited: String,
    pub(super) approved: String,
    pub(super) refused: String,
}

#[expect(clippy::too_many_lines, reason = "it is a list")]
/// Each mutation, once about Utrecht and once about a municipality or region of
/// another platform.
pub(super) fn mutations(
    people: &People,
    [campaign, bottleneck, arrangement_id]: &[String; 3],
    [own_change, desk_change]: [u64; 2],
    [secret, first, second]: &[String; 3],
    [own_batch, given_up, of_regions]: &[String; 3],
    own: &str,
) -> Vec<(May, &'static str, String)> {
    let briefing = |code: &str| {
        format!(
            r#"(input: {{ date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["{code}"] }}) {{ id }}"#
        )
    };
    let stage = |code: &str| {
        format!(r#"(campaign: "{campaign}", code: "{code}", stage: INVITED) {{ id }}"#)
    };
    let raise = |place: &str| {
        format!(
            r#"(input: {{ category: "shelter", text: "x", raised: "2024-01-01", {place} }}) {{ id }}"#
        )
    };
    let share = |place: &str| format!(r#"(input: {{ title: "x", text: "y" {place} }}) {{ id }}"#);
    let region = format!(r#"region: {{ set: "vng-platform", code: "{own}" }}"#);
    let arrangement = |code: &str| {
        format!(
            r#"(input: {{ status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["{code}"] }}) {{ id }}"#
        )
    };
    let verdicts = |code: &str| {
        format!(
            r#"(input: {{ code: "{code}", validFrom: "2024-01-01", established: SURVEY, verdicts: [{{ block: "focal-point", verdict: PRESENT }}] }}) {{ code }}"#
        )
    };
    let document = |code: &str| {
        format!(
            r#"(input: {{ title: "x", scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["{code}"] }}) {{ id }}"#
        )
    };
    let end = format!(r#"(id: "{arrangement_id}", on: "2025-01-01") {{ id }}"#);
    let repair = format!(
        r#"(batch: "{own_batch}", repairs: [{{ line: 2, field: "verdict", value: "ABSENT" }}]) {{ id }}"#
    );
    let People {
        person,
        invited,
        approved,
        refused,
    } = people;
    vec![
        (
            May::Admin,
            "invitePerson",
            r#"(email: "nog@a.nl", role: OUTREACH) { link }"#.to_owned(),
        ),
        (
            May::Admin,
            "renewInvitation",
            format!(r#"(id: "{invited}") {{ link }}"#),
        ),
        (
            May::Admin,
            "approveAccess",
            format!(r#"(request: "{approved}", role: OUTREACH) {{ link }}"#),
        ),
        (
            May::Admin,
            "refuseAccess",
            format!(r#"(request: "{refused}")"#),
        ),
        (
            May::Admin,
            "changePerson",
            format!(r#"(id: "{person}", role: ADMIN, name: "Ander") {{ id }}"#),
        ),
        (
            May::Admin,
            "endSessions",
            format!(r#"(id: "{person}") {{ sessions }}"#),
        ),
        (
            May::Admin,
            "resetSecondFactor",
            format!(r#"(id: "{person}") {{ secondFactor }}"#),
        ),
        (
            May::Admin,
            "resetPassword",
            format!(r#"(id: "{person}") {{ password }}"#),
        ),
        (May::Admin, "removePerson", format!(r#"(id: "{person}")"#)),
        (
            May::Admin,
            "createToken",
            r#"(name: "nieuw", role: OUTREACH, scope: READ, expires: "2099-01-01") { secret }"#
                .to_owned(),
        ),
        (May::Admin, "revokeToken", r#"(name: "nieuw")"#.to_owned()),
        (May::Own, "repairImport", repair),
        (May::Own, "commitImport", format!(r#"(batch: "{own_batch}") {{ id }}"#)),
        (May::Own, "undoImport", format!(r#"(batch: "{own_batch}") {{ id }}"#)),
        (May::Own, "discardImport", format!(r#"(batch: "{given_up}") {{ id }}"#)),
        (May::Admin, "commitImport", format!(r#"(batch: "{of_regions}") {{ id }}"#)),
        (May::Own, "recordArrangement", arrangement("GM0344")),
        (May::Staff, "recordArrangement", arrangement("GM0363")),
        (May::Own, "endArrangement", end),
        (May::Own, "recordVerdicts", verdicts("GM0344")),
        (May::Staff, "recordVerdicts", verdicts("GM0363")),
        (May::Own, "recordPolicyDocument", document("GM0344")),
        (May::Staff, "recordPolicyDocument", document("GM0363")),
        (
            May::Staff,
            "confirmInherited",
            r#"(code: "GM1979") { code }"#.to_owned(),
        ),
        (
            May::Admin,
            "createRegionSet",
            r#"(id: "eigen", title: "x") { id }"#.to_owned(),
        ),
        (
            May::Admin,
            "setRegion",
            format!(
                r#"(set: "vng-platform", code: "{own}", name: "x", municipalities: ["GM0344"], from: "2099-01-01") {{ code }}"#
            ),
        ),
        (
            May::Staff,
            "createCampaign",
            r#"(input: { title: "x", goal: 1, from: "2024-01-01", to: "2024-02-01" }) { id }"#
                .to_owned(),
        ),
        (
            May::Staff,
            "addTargets",
            format!(r#"(campaign: "{campaign}", codes: ["GM0310"]) {{ id }}"#),
        ),
        (
            May::Admin,
            "recordRubric",
            r#"(input: { id: "kader-2", titleNl: "x", titleEn: "x", validFrom: "2090-01-01",
                 themes: [{ id: "t", dimension: POLICY, titleNl: "x", titleEn: "x", guidanceUrl: "https://example.org" }],
                 blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: "x", titleEn: "x", sourceUrl: "https://example.org" }] }) { id }"#
                .to_owned(),
        ),
        (
            May::Anyone,
            "proposeCorrection",
            r#"(code: "GM0344", text: "x")"#.to_owned(),
        ),
        (
            May::Anyone,
            "submitCheck",
            format!(r#"(secret: "{secret}", text: "x")"#),
        ),
        (
            May::Own,
            "makeCheckLink",
            r#"(code: "GM0344") { path }"#.to_owned(),
        ),
        (
            May::Staff,
            "makeCheckLink",
            r#"(code: "GM0363") { path }"#.to_owned(),
        ),
        (
            May::Own,
            "acceptCorrection",
            format!(r#"(id: "{first}") {{ state }}"#),
        ),
        (
            May::Own,
            "refuseCorrection",
            format!(r#"(id: "{second}", reason: "x") {{ state }}"#),
        ),
        // What its platform recorded first, and what the desk recorded.
        (
            May::Own,
            "undoChange",
            format!("(revision: {own_change}) {{ revision }}"),
        ),
        (
            May::Staff,
            "undoChange",
            format!("(revision: {desk_change}) {{ revision }}"),
        ),
        (May::Own, "setStage", stage("GM0344")),
        (May::Staff, "setStage", stage("GM0363")),
        (May::Own, "recordBriefing", briefing("GM0344")),
        (May::Staff, "recordBriefing", briefing("GM0363")),
        (
            May::Staff,
            "recordBriefing",
            briefing(r#"GM0344", "GM0363"#),
        ),
        (May::Own, "raiseBottleneck", raise(&region)),
        (
            May::Own,
            "raiseBottleneck",
            raise(r#"municipality: "GM0344""#),
        ),
        (
            May::Staff,
            "raiseBottleneck",
            raise(r#"municipality: "GM0363""#),
        ),
        (
            May::Own,
            "resolveBottleneck",
            format!(r#"(id: "{bottleneck}", on: "2024-02-01") {{ id }}"#),
        ),
        (
            May::Own,
            "shareGoodPractice",
            share(r#", municipality: "GM0344""#),
        ),
        (May::Staff, "shareGoodPractice", share("")),
    ]
}
