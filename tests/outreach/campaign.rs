//! Campaigns: targets, stages, progress, follow-up, and what is refused.

use serde_json::Value;

use super::{Desk, strings};

const TARGETS: &str = "targets { stage owner municipality { code } replaces { code name }
    briefing { date stage municipalities { code } } } progress { goal reached byStage { stage count } }";

fn read(desk: &Desk, id: &str) -> Value {
    desk.data(&format!(
        r#"{{ campaign(id: "{id}") {{ title {TARGETS} }} }}"#
    ))["campaign"]
        .take()
}

fn stages(campaign: &Value) -> Vec<(&str, &str)> {
    let codes = strings(&campaign["targets"], &["municipality", "code"]);
    codes
        .into_iter()
        .zip(strings(&campaign["targets"], &["stage"]))
        .collect()
}

#[test]
fn a_campaign_goes_from_chosen_targets_to_briefings_that_count() {
    let desk = Desk::open(&[]);
    let id = desk.campaign(50);
    desk.add(&id, &["GM0344".into(), "GM0307".into()]);
    desk.data(&format!(
        r#"mutation {{ setStage(campaign: "{id}", code: "GM0307", stage: INVITED, owner: "Ans") {{ id }} }}"#
    ));
    // Counts for each of its municipalities; the third becomes a target by it.
    desk.brief(&format!(
        r#"campaign: "{id}", date: "2024-05-01", stage: HELD, kind: REGIONAL_PLATFORM, followUp: "2024-06-01",
           region: {{ set: "provincie", code: "PV26" }}, municipalities: ["GM0344", "GM0307", "GM0310"]"#
    ));
    desk.brief(&format!(
        r#"campaign: "{id}", date: "2029-05-01", stage: PLANNED, kind: MUNICIPALITY, municipalities: ["GM0344"]"#
    ));
    desk.data(&format!(
        r#"mutation {{ setStage(campaign: "{id}", code: "GM0310", stage: FOLLOW_UP) {{ id }} }}"#
    ));
    let campaign = read(&desk, &id);
    assert_eq!(
        stages(&campaign),
        [
            ("GM0307", "HELD"),
            ("GM0310", "FOLLOW_UP"),
            ("GM0344", "HELD")
        ]
    );
    assert_eq!(campaign["targets"][0]["owner"], "Ans");
    assert_eq!(campaign["targets"][2]["briefing"]["stage"], "PLANNED");
    assert_eq!(campaign["progress"]["goal"], 50);
    assert_eq!(campaign["progress"]["reached"], 3);
    let counts = campaign["progress"]["byStage"].as_array().unwrap().iter();
    let counts: Vec<_> = counts
        .map(|count| count["count"].as_u64().unwrap())
        .collect();
    assert_eq!(counts, [0, 0, 0, 2, 1, 0]);

    let due = desk.data(r#"{ followUps(until: "2024-06-01") { followUp municipalities { code } } none: followUps(until: "2024-05-31") { id } }"#);
    assert_eq!(strings(&due["followUps"], &["followUp"]), ["2024-06-01"]);
    assert_eq!(due["none"].as_array().unwrap().len(), 0);
    let last = desk
        .data(r#"{ municipality(code: "GM0344") { lastBriefing { date } briefings { date } } }"#);
    assert_eq!(last["municipality"]["lastBriefing"]["date"], "2024-05-01");
    assert_eq!(
        strings(&last["municipality"]["briefings"], &["date"]),
        ["2029-05-01", "2024-05-01"]
    );
}

#[test]
fn a_briefing_is_corrected_and_never_doubled() {
    let desk = Desk::open(&[]);
    let input =
        r#"date: "2024-05-01", stage: PLANNED, kind: MUNICIPALITY, municipalities: ["GM0344"]"#;
    let id = desk.brief(input);
    assert_eq!(desk.brief(input), id);
    let held = input.replace("PLANNED", r#"HELD, outcome: "Beleid volgt""#);
    assert_eq!(desk.brief(&held), id);
    // Moved to another day, by its id.
    let moved = held.replace("2024-05-01", "2024-05-08");
    assert_eq!(desk.brief(&format!(r#"id: "{id}", {moved}"#)), id);
    let read = desk.data(r#"{ municipality(code: "GM0344") { briefings { id date outcome } } }"#);
    let briefings = read["municipality"]["briefings"].as_array().unwrap();
    assert_eq!(briefings.len(), 1, "{briefings:?}");
    assert_eq!(briefings[0]["date"], "2024-05-08");
    assert_eq!(briefings[0]["outcome"], "Beleid volgt");
}

#[test]
fn a_planned_briefing_is_held_with_its_target_alone() {
    let desk = Desk::open(&[]);
    let id = desk.campaign(50);
    desk.add(&id, &["GM0344".into()]);
    let plan = |date: &str| {
        desk.brief(&format!(
            r#"campaign: "{id}", date: "{date}", stage: PLANNED, kind: MUNICIPALITY, municipalities: ["GM0344"]"#
        ))
    };
    let held = format!(
        r#"mutation {{ setStage(campaign: "{id}", code: "GM0344", stage: HELD) {{ {TARGETS} }} }}"#
    );
    let first = plan("2029-05-01");
    assert_eq!(desk.refusal(&held), ("BAD_INPUT".into(), "stage".into()));
    desk.brief(&format!(
        r#"id: "{first}", campaign: "{id}", date: "2024-05-01", stage: PLANNED, kind: MUNICIPALITY, municipalities: ["GM0344"]"#
    ));
    let campaign = desk.data(&held)["setStage"].take();
    assert_eq!(campaign["targets"][0]["briefing"]["stage"], "HELD");
    assert_eq!(campaign["progress"]["reached"], 1);
}

#[test]
fn a_municipality_that_ended_is_replaced_and_a_split_one_is_refused() {
    let desk = Desk::open(&[]);
    let id = desk.campaign(50);
    let add = |codes: &str| {
        format!(r#"mutation {{ addTargets(campaign: "{id}", codes: [{codes}]) {{ {TARGETS} }} }}"#)
    };
    // Appingedam and Delfzijl both went into Eemsdelta.
    let answer = desk.answer(&add(r#""GM0003", "GM0010", "GM0344""#));
    let campaign = &answer["data"]["addTargets"];
    assert_eq!(
        stages(campaign),
        [("GM0344", "SELECTED"), ("GM1979", "SELECTED")]
    );
    assert_eq!(
        strings(&campaign["targets"][1]["replaces"], &["name"]),
        ["Appingedam", "Delfzijl"]
    );
    let notices = answer["extensions"]["notices"].as_array().unwrap();
    assert_eq!(notices.len(), 2);
    assert_eq!(notices[0]["arguments"]["heir"], "GM1979", "{notices:?}");
    // Haaren was split over four; nothing of the input stands then.
    let answer = desk.answer(&add(r#""GM0363", "GM0788", "GM9999""#));
    let extensions = &answer["errors"][0]["extensions"];
    assert_eq!(extensions["code"], "BAD_INPUT");
    let items = extensions["problems"].as_array().unwrap().iter();
    let items: Vec<_> = items
        .map(|problem| problem["item"].as_u64().unwrap())
        .collect();
    assert_eq!(items, [1, 2]);
    assert_eq!(stages(&read(&desk, &id)).len(), 2);
    // Once only, by the old code too.
    for codes in [r#""GM1979""#, r#""GM0010""#, r#""GM0363", "GM0344""#] {
        assert_eq!(desk.refusal(&add(codes)).0, "CONFLICT", "{codes}");
    }
    assert_eq!(desk.refusal(&add(r#""GM0363", "GM0363""#)).0, "BAD_INPUT");
    desk.data(&format!(
        r#"mutation {{ setStage(campaign: "{id}", code: "GM0003", stage: INVITED) {{ id }} }}"#
    ));
    assert_eq!(stages(&read(&desk, &id))[1], ("GM1979", "INVITED"));
}

#[test]
fn what_cannot_be_is_refused_with_the_field() {
    let desk = Desk::open(&[]);
    let id = desk.campaign(50);
    let campaign =
        |input: &str| format!("mutation {{ createCampaign(input: {{ {input} }}) {{ id }} }}");
    let briefing =
        |input: &str| format!("mutation {{ recordBriefing(input: {{ {input} }}) {{ id }} }}");
    let one = r#"kind: MUNICIPALITY, municipalities: ["GM0344"]"#;
    for (question, code, field) in [
        (
            campaign(r#"title: " ", goal: 5, from: "2024-01-01", to: "2024-12-31""#),
            "BAD_INPUT",
            "title",
        ),
        (
            campaign(r#"title: "x", goal: 0, from: "2024-01-01", to: "2024-12-31""#),
            "BAD_INPUT",
            "goal",
        ),
        (
            campaign(r#"title: "x", goal: 70000, from: "2024-01-01", to: "2024-12-31""#),
            "BAD_INPUT",
            "goal",
        ),
        (
            campaign(r#"title: "x", goal: 5, from: "2024-01-02", to: "2024-01-01""#),
            "BAD_INPUT",
            "to",
        ),
        (
            campaign(r#"title: "x", goal: 5, from: "2001-01-02", to: "2002-01-01""#),
            "BAD_INPUT",
            "to",
        ),
        (
            briefing(&format!(r#"date: "2099-01-01", stage: HELD, {one}"#)),
            "BAD_INPUT",
            "date",
        ),
        (
            briefing(&format!(
                r#"date: "2024-01-01", stage: HELD, followUp: "2023-01-01", {one}"#
            )),
            "BAD_INPUT",
            "followUp",
        ),
        (
            briefing(r#"date: "2024-01-01", stage: HELD, kind: MUNICIPALITY, municipalities: []"#),
            "BAD_INPUT",
            "municipalities",
        ),
        (
            briefing(
                r#"date: "2024-01-01", stage: HELD, kind: REGIONAL_PLATFORM, municipalities: ["GM0344"]"#,
            ),
            "BAD_INPUT",
            "region",
        ),
        (
            briefing(&format!(
                r#"date: "2024-01-01", stage: HELD, region: {{ set: "x", code: "y" }}, {one}"#
            )),
            "BAD_INPUT",
            "region",
        ),
        (
            briefing(&format!(
                r#"campaign: "x", date: "2024-01-01", stage: HELD, {one}"#
            )),
            "UNKNOWN_ID",
            "",
        ),
        (
            briefing(&format!(
                r#"id: "x", date: "2024-01-01", stage: HELD, {one}"#
            )),
            "UNKNOWN_ID",
            "",
        ),
        (
            format!(
                r#"mutation {{ setStage(campaign: "{id}", code: "GM0344", stage: HELD) {{ id }} }}"#
            ),
            "UNKNOWN_ID",
            "",
        ),
        (
            r#"mutation { addTargets(campaign: "x", codes: ["GM0344"]) { id } }"#.to_owned(),
            "UNKNOWN_ID",
            "",
        ),
    ] {
        assert_eq!(
            desk.refusal(&question),
            (code.to_owned(), field.to_owned()),
            "{question}"
        );
    }
    let revision = desk.data("{ serverInfo { revision } campaigns { id } }");
    // The public data, the token, and one campaign.
    assert_eq!(revision["serverInfo"]["revision"], 3);
    assert_eq!(strings(&revision["campaigns"], &["id"]), [id.as_str()]);
}

#[test]
fn a_mutation_is_not_answered_by_get() {
    let desk = Desk::open(&[]);
    let header = format!("Bearer {}", desk.token);
    let query = "mutation%20%7B%20createCampaign(input%3A%7Btitle%3A%22x%22%2Cgoal%3A1%2Cfrom%3A%222024-01-01%22%2Cto%3A%222024-02-01%22%7D)%7Bid%7D%7D";
    let mut response = desk.server.get(
        &format!("/graphql?query={query}"),
        &[("authorization", &header)],
    );
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "POST");
    let answer: Value = response.body_mut().read_json().unwrap();
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MUTATION_BY_GET");
    let campaigns = desk.data("{ campaigns { id } }");
    assert_eq!(campaigns["campaigns"].as_array().unwrap().len(), 0);
}
