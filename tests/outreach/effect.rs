//! A campaign of fifty with briefings and later verdicts, against a calculation
//! by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use super::Desk;

/// After all that the shipped data has.
const BEFORE: &str = "2026-02-10";
const BRIEFED: &str = "2026-03-01";
const AFTER: &str = "2026-09-01";

/// What is said of the municipality at a place in the list by code: the blocks
/// that it has before, and those that it has at the later assessment, if any.
fn verdicts(place: usize) -> (Vec<usize>, Option<Vec<usize>>) {
    let before: Vec<usize> = (0..place % 4).collect();
    let later = match place % 3 {
        0 => None,
        1 => Some((0..place % 4 + 2).collect()),
        _ => Some((0..(place % 4).saturating_sub(1) + place % 2).collect()),
    };
    (before, later)
}

struct Country {
    codes: Vec<String>,
    inhabitants: BTreeMap<String, u64>,
    blocks: Vec<(String, f64)>,
}

fn country(desk: &Desk) -> Country {
    let data = desk.data(&format!(
        r#"{{ rubric {{ blocks {{ id weight }} }}
             municipalities(asOf: "{BRIEFED}", orderBy: [{{ by: CODE }}]) {{ nodes {{ code population {{ inhabitants }} }} }} }}"#
    ));
    let nodes = data["municipalities"]["nodes"].as_array().unwrap();
    let code = |node: &Value| node["code"].as_str().unwrap().to_owned();
    let blocks = data["rubric"]["blocks"].as_array().unwrap().iter();
    Country {
        codes: nodes.iter().map(code).collect(),
        inhabitants: nodes
            .iter()
            .map(|node| {
                (
                    code(node),
                    node["population"]["inhabitants"].as_u64().unwrap(),
                )
            })
            .collect(),
        blocks: blocks
            .map(|block| {
                let id = block["id"].as_str().unwrap().to_owned();
                (id, block["weight"].as_f64().unwrap())
            })
            .collect(),
    }
}

/// Every block is answered on both dates, so that nothing is derived.
fn import(desk: &Desk, country: &Country) {
    let mut file = String::from("municipality_code,block,verdict,valid_from,established\n");
    let mut answer = |code: &str, present: &[usize], date: &str| {
        for (place, (block, _)) in country.blocks.iter().enumerate() {
            let verdict = if present.contains(&place) {
                "PRESENT"
            } else {
                "ABSENT"
            };
            writeln!(file, "{code},{block},{verdict},{date},SURVEY").unwrap();
        }
    };
    for (place, code) in country.codes.iter().enumerate() {
        let (before, later) = verdicts(place);
        answer(code, &before, BEFORE);
        if let Some(later) = later {
            answer(code, &later, AFTER);
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("verdicts.csv");
    std::fs::write(&path, file).unwrap();
    desk.server
        .run(&["import", "verdicts", path.to_str().unwrap()]);
}

fn low(country: &Country, present: &[usize]) -> f64 {
    let whole: f64 = country.blocks.iter().map(|(_, weight)| weight).sum();
    let part: f64 = present.iter().map(|place| country.blocks[*place].1).sum();
    part / whole
}

/// Blocks gained and change of the low end; nothing for one not assessed again.
fn gain(country: &Country, place: usize) -> Option<Gain> {
    let (before, later) = verdicts(place);
    let later = later?;
    let gained = later.iter().filter(|block| !before.contains(block)).count();
    let gained = f64::from(u32::try_from(gained).unwrap());
    Some((gained, low(country, &later) - low(country, &before)))
}

fn mean(gains: &[Gain]) -> Gain {
    let number = f64::from(u32::try_from(gains.len()).unwrap());
    let sum = gains
        .iter()
        .fold((0.0, 0.0), |sum, gain| (sum.0 + gain.0, sum.1 + gain.1));
    (sum.0 / number, sum.1 / number)
}

/// The class by CBS, and whether anything is present: none of these is complete.
fn kind(country: &Country, place: usize) -> (usize, bool) {
    let inhabitants = country.inhabitants[&country.codes[place]];
    let bounds = [5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 250_000];
    let class = bounds.iter().filter(|bound| **bound <= inhabitants).count();
    (class, !verdicts(place).0.is_empty())
}

/// Blocks gained and change of the low end.
type Gain = (f64, f64);

/// The gains of those of the briefed to which others compare, the means of these
/// others, the gains of all of the briefed, and who the others are.
type Comparison = (Vec<Gain>, Vec<Gain>, Vec<Gain>, BTreeSet<usize>);

fn compare(country: &Country, briefed: &[usize]) -> Comparison {
    let (mut own, mut others, mut all, mut comparable) =
        (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
    for place in briefed {
        let Some(of_one) = gain(country, *place) else {
            continue;
        };
        all.push(of_one);
        let compared: Vec<usize> = (0..country.codes.len())
            .filter(|other| !briefed.contains(other))
            .filter(|other| kind(country, *other) == kind(country, *place))
            .filter(|other| gain(country, *other).is_some())
            .collect();
        comparable.extend(compared.iter().copied());
        if !compared.is_empty() {
            let gains: Vec<_> = compared
                .iter()
                .map(|at| gain(country, *at).unwrap())
                .collect();
            own.push(of_one);
            others.push(mean(&gains));
        }
    }
    (own, others, all, comparable)
}

#[test]
fn the_effect_of_fifty_briefings_is_that_of_a_calculation_by_hand() {
    let desk = Desk::open(&[]);
    let country = country(&desk);
    import(&desk, &country);
    let id = desk.campaign(50);
    let chosen = (0..country.codes.len()).filter(|place| place % 5 == 2);
    let chosen: Vec<usize> = chosen.take(50).collect();
    let codes: Vec<String> = chosen
        .iter()
        .map(|place| country.codes[*place].clone())
        .collect();
    desk.add(&id, &codes);
    // Thirty at one table, ten each by themselves; ten are not held.
    let table = serde_json::to_string(&codes[..30]).unwrap();
    desk.brief(&format!(
        r#"campaign: "{id}", date: "{BRIEFED}", stage: HELD, kind: REGIONAL_PLATFORM,
           region: {{ set: "provincie", code: "PV26" }}, municipalities: {table}"#
    ));
    for code in &codes[30..40] {
        desk.brief(&format!(
            r#"campaign: "{id}", date: "{BRIEFED}", stage: FOLLOW_UP, kind: MUNICIPALITY, municipalities: ["{code}"]"#
        ));
    }
    desk.brief(&format!(
        r#"campaign: "{id}", date: "{BRIEFED}", stage: DECLINED, kind: MUNICIPALITY, municipalities: ["{}"]"#,
        codes[40]
    ));
    let data = desk.data(&format!(
        r#"{{ campaign(id: "{id}") {{ progress {{ goal reached byStage {{ stage count }} }}
             effect {{ municipality {{ code }} briefed assessed gained {{ id }}
               before {{ completeness {{ low }} }} after {{ completeness {{ low }} }} }}
             effectTotal {{ briefed reassessed matched comparable note
               ofReassessed {{ blocks completenessLow }} ofMatched {{ blocks completenessLow }}
               ofComparable {{ blocks completenessLow }} }} }} }}"#
    ));
    let campaign = &data["campaign"];
    assert_eq!(campaign["progress"]["reached"], 40);
    let counts = campaign["progress"]["byStage"].as_array().unwrap().iter();
    let counts: Vec<_> = counts
        .map(|count| count["count"].as_u64().unwrap())
        .collect();
    assert_eq!(counts, [9, 0, 0, 30, 10, 1]);

    let briefed = &chosen[..40];
    let effects = campaign["effect"].as_array().unwrap();
    assert_eq!(effects.len(), 40);
    for (place, effect) in briefed.iter().zip(effects) {
        assert_eq!(effect["municipality"]["code"], country.codes[*place]);
        assert_eq!(effect["briefed"], BRIEFED);
        let (before, later) = verdicts(*place);
        let near = |value: &Value, hand: f64| {
            let value = value["completeness"]["low"].as_f64().unwrap();
            assert!((value - hand).abs() < 1e-9, "{effect}");
        };
        near(&effect["before"], low(&country, &before));
        let Some(later) = later else {
            assert!(effect["after"].is_null() && effect["assessed"].is_null());
            continue;
        };
        near(&effect["after"], low(&country, &later));
        assert_eq!(effect["assessed"], AFTER);
        let (gained, _) = gain(&country, *place).unwrap();
        let told = u32::try_from(effect["gained"].as_array().unwrap().len()).unwrap();
        assert!((f64::from(told) - gained).abs() < 1e-9);
    }

    let (own, others, all, comparable) = compare(&country, briefed);
    let total = &campaign["effectTotal"];
    assert_eq!(total["briefed"], 40);
    assert_eq!(total["reassessed"], all.len());
    assert_eq!(total["matched"], own.len());
    assert_eq!(total["comparable"], comparable.len());
    assert!(!own.is_empty() && comparable.len() > 20);
    for (name, gains) in [
        ("ofReassessed", all),
        ("ofMatched", own),
        ("ofComparable", others),
    ] {
        let (blocks, low) = mean(&gains);
        let read = |key: &str| total[name][key].as_f64().unwrap();
        assert!((read("blocks") - blocks).abs() < 1e-9, "{name}: {total}");
        assert!(
            (read("completenessLow") - low).abs() < 1e-9,
            "{name}: {total}"
        );
    }
    assert!(total["note"].as_str().unwrap().contains("geen bewijs"));
}

#[test]
fn what_was_learned_is_not_gained_and_the_day_of_a_briefing_is_not_before_it() {
    let desk = Desk::open(&[]);
    let code = "GM0344";
    let record = |date: &str, verdicts: &str| {
        desk.data(&format!(
            r#"mutation {{ recordVerdicts(input: {{ code: "{code}", validFrom: "{date}", established: SURVEY,
                 verdicts: [{verdicts}] }}) {{ code }} }}"#
        ));
    };
    record(
        BEFORE,
        "{ block: \"focal-point\", verdict: ABSENT }, { block: \"staff-training\", verdict: UNKNOWN },
         { block: \"chain-agreements\", verdict: PRESENT }, { block: \"known-contact\", verdict: PRESENT }",
    );
    // What is heard at the table is no state of before.
    record(BRIEFED, "{ block: \"focal-point\", verdict: PRESENT }");
    let id = desk.campaign(50);
    desk.add(&id, &[code.to_owned()]);
    desk.brief(&format!(
        r#"campaign: "{id}", date: "{BRIEFED}", stage: HELD, kind: MUNICIPALITY, municipalities: ["{code}"]"#
    ));
    record(
        AFTER,
        "{ block: \"staff-training\", verdict: PRESENT }, { block: \"chain-agreements\", verdict: UNKNOWN },
         { block: \"known-contact\", verdict: IN_PREPARATION }",
    );
    let data = desk.data(&format!(
        r#"{{ campaign(id: "{id}") {{
             effect {{ briefed assessed gained {{ id }} lost {{ id }} learned {{ id }} noLongerKnown {{ id }}
               before {{ verdicts {{ verdict block {{ id }} }} }} }}
             effectTotal {{ ofReassessed {{ blocks lost learned noLongerKnown }} note }} }} }}"#
    ));
    let effect = &data["campaign"]["effect"][0];
    assert_eq!(effect["briefed"], BRIEFED);
    assert_eq!(effect["assessed"], AFTER);
    for (kind, block) in [
        ("gained", "focal-point"),
        ("lost", "known-contact"),
        ("learned", "staff-training"),
        ("noLongerKnown", "chain-agreements"),
    ] {
        assert_eq!(effect[kind], serde_json::json!([{ "id": block }]), "{kind}");
    }
    let before = effect["before"]["verdicts"].as_array().unwrap();
    let focal = before
        .iter()
        .find(|verdict| verdict["block"]["id"] == "focal-point");
    assert_eq!(focal.unwrap()["verdict"], "ABSENT");
    assert_eq!(
        data["campaign"]["effectTotal"]["ofReassessed"],
        serde_json::json!({ "blocks": 1.0, "lost": 1.0, "learned": 1.0, "noLongerKnown": 1.0 })
    );
}
