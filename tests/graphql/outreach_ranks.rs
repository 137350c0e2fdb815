//! The ranks of both lists, calculated by hand.

use serde_json::Value;

use super::outreach::{DATE, LISTS, List, demonstration, targets};

/// A municipality as rule 10 sees it.
struct Seen {
    code: String,
    class: String,
    gap: f64,
    coordination: f64,
    inhabitants: f64,
    assessed: Option<jiff::civil::Date>,
    platform: String,
}

fn seen(list: &List) -> Vec<Seen> {
    let query = format!(
        r#"{{ municipalities(asOf: "{DATE}") {{ nodes {{ code population {{ inhabitants }} coordination {{ status }}
             regions(set: "vng-platform") {{ code }} policy {{ class lastAssessed completeness {{ low high }} }} }} }} }}"#
    );
    let data = demonstration().data(&query);
    let nodes = data["municipalities"]["nodes"].as_array().unwrap().iter();
    let read = |node: &Value| Seen {
        code: node["code"].as_str().unwrap().to_owned(),
        class: node["policy"]["class"].as_str().unwrap().to_owned(),
        gap: {
            let end = |name: &str| node["policy"]["completeness"][name].as_f64().unwrap();
            (list.gap)(end("low"), end("high"))
        },
        coordination: match node["coordination"]["status"].as_str().unwrap() {
            "NONE" | "UNKNOWN" => 1.0,
            "REMOTE" => 0.75,
            "IN_PREPARATION" => 0.5,
            "TEMPORARY" => 0.25,
            _ => 0.0,
        },
        inhabitants: node["population"]["inhabitants"].as_f64().unwrap(),
        assessed: node["policy"]["lastAssessed"]
            .as_str()
            .map(|date| date.parse().unwrap()),
        platform: node["regions"][0]["code"].as_str().unwrap().to_owned(),
    };
    nodes.map(read).collect()
}

/// The score by hand, with the standard weights and without `contact`.
fn by_hand(all: &[Seen], code: &str) -> f64 {
    let own = all.iter().find(|other| other.code == code).unwrap();
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    let fewer = all
        .iter()
        .filter(|other| other.inhabitants < own.inhabitants)
        .count();
    let population = number(fewer) / number(all.len() - 1);
    let today: jiff::civil::Date = DATE.parse().unwrap();
    let staleness = own.assessed.map_or(1.0, |date| {
        let days = f64::from((today - date).get_days());
        (days / 365.25).min(3.0) / 3.0
    });
    let others: Vec<f64> = all
        .iter()
        .filter(|other| other.platform == own.platform && other.code != own.code)
        .map(|other| other.gap)
        .collect();
    let region = others.iter().sum::<f64>() / number(others.len());
    (3.0 * own.gap + 2.0 * own.coordination + population + staleness + region) / 8.0
}

#[test]
fn the_ranks_of_both_lists_are_those_of_a_calculation_by_hand() {
    for list in &LISTS {
        ranks_are_by_hand(list);
    }
}

fn ranks_are_by_hand(list: &List) {
    let all = seen(list);
    let on_list = |code: &str| {
        let one = all.iter().find(|one| one.code == code).unwrap();
        list.classes.contains(&one.class.as_str())
    };
    let mut scores: Vec<(f64, &str)> = all
        .iter()
        .map(|one| (by_hand(&all, &one.code), one.code.as_str()))
        .collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let answer = targets(&format!("purpose: {}, first: 1000", list.purpose));
    let nodes = answer["nodes"].as_array().unwrap();
    for place in [0, 1, 7, 20, nodes.len() - 1] {
        let code = nodes[place]["municipality"]["code"].as_str().unwrap();
        let priority = &nodes[place]["priority"];
        let score = priority["score"].as_f64().unwrap();
        assert!(
            (score - by_hand(&all, code)).abs() < 1e-9,
            "{code}: {score}"
        );
        let higher = scores
            .iter()
            .filter(|(other, _)| *other > score + 1e-9)
            .count();
        let rank = usize::try_from(priority["rank"].as_u64().unwrap()).unwrap();
        let equal = scores
            .iter()
            .filter(|(other, _)| (other - score).abs() < 1e-9)
            .count();
        assert!(
            (higher + 1..=higher + equal).contains(&rank),
            "{code}: {rank}"
        );
        let before = scores
            .iter()
            .filter(|(other, code)| *other > score + 1e-9 && on_list(code))
            .count();
        let list_rank = usize::try_from(priority["listRank"].as_u64().unwrap()).unwrap();
        assert_eq!(list_rank, place + 1, "{code}");
        assert!(
            (before + 1..=before + equal).contains(&list_rank),
            "{code}: {list_rank}"
        );
        assert_eq!(priority["purpose"], list.purpose);
        assert!(priority["explanation"].as_str().unwrap().ends_with('.'));
        assert_ne!(priority["explanation"], priority["english"]);
    }
}
