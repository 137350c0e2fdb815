use proptest::prelude::*;
use serde_json::{Value, json};

use super::evaluate::is_like;
use super::{DEEPEST, LONGEST, MOST, read};
use domain::message::PublishMessage;

const KNOWN: [&str; 5] = ["name", "class", "low", "since", "inherited"];

fn holds(filter: &str) -> bool {
    let feature = json!({
        "name": "'s-Gravenhage", "class": "PARTIAL", "low": 0.25, "since": "2021-07-01",
        "inherited": false,
    });
    let condition = read(filter, &KNOWN).unwrap_or_else(|refused| panic!("{filter}: {refused:?}"));
    condition.holds(&|name| feature.get(name).cloned().unwrap_or(Value::Null))
}

#[test]
fn conditions_hold_or_do_not() {
    for filter in [
        "class = 'PARTIAL'",
        "class <> 'NONE' AND low < 0.5",
        "low >= 0.25 and low <= 2.5e-1",
        "0.2 < low",
        "name LIKE '''s-%hage'",
        "name like '_s-Graven____'",
        "low BETWEEN 0.2 AND 0.3 AND class IN ('NONE', 'PARTIAL')",
        "low NOT BETWEEN 0.3 AND 0.4",
        "class NOT IN ('NONE')",
        "NOT (class = 'NONE' OR class = 'ALL')",
        "class = 'NONE' OR class = 'PARTIAL' AND TRUE",
        "since >= DATE('2021-07-01')",
        "since < TIMESTAMP('2021-07-01T22:30:00Z')",
        "inherited = FALSE",
        "\"class\" = 'PARTIAL' AND name IS NOT NULL",
        "TRUE",
    ] {
        assert!(holds(filter), "{filter}");
    }
    for filter in [
        "class = 'partial'",
        "name LIKE 'Graven%'",
        "name NOT LIKE '%hage'",
        "low > 1",
        "class IS NULL",
        "(low > 0.5)",
        "FALSE",
        // What cannot be compared is neither.
        "class = 1",
        "NOT class = 1",
    ] {
        assert!(!holds(filter), "{filter}");
    }
}

#[test]
fn nothing_is_neither_more_nor_less() {
    let nothing = |filter: &str| read(filter, &KNOWN).unwrap().holds(&|_| Value::Null);
    assert!(nothing("low IS NULL"));
    assert!(nothing("low < 1 OR TRUE"));
    for filter in [
        "low < 1",
        "NOT low < 1",
        "low <> 1",
        "low NOT IN (1)",
        "name NOT LIKE '%'",
        "NOT (low < 1 AND TRUE)",
    ] {
        assert!(!nothing(filter), "{filter}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    for (filter, place) in [
        ("", 1),
        ("class", 6),
        ("class =", 8),
        ("class == 'NONE'", 8),
        ("class = 'NONE", 9),
        ("class = 'NONE')", 15),
        ("(class = 'NONE'", 16),
        ("class = 'NONE' class = 'ALL'", 16),
        ("class NOT 'NONE'", 11),
        ("low BETWEEN 1", 14),
        ("class IN 'NONE'", 10),
        ("class IN ('NONE' 'ALL')", 18),
        ("class IN (low)", 11),
        ("name LIKE 1", 11),
        ("low = 1.2.3", 7),
        ("low = 1e999", 7),
        ("é = 1 AND §", 11),
        ("class = 'é' AND §", 17),
        ("since > DATE('gisteren')", 14),
        ("AND", 1),
        ("'a' IS NULL", 12),
    ] {
        let at = match read(filter, &KNOWN) {
            Err(
                PublishMessage::ConditionUnread { at, .. }
                | PublishMessage::PropertyUnknown { at, .. },
            ) => at,
            other => panic!("{filter}: {other:?}"),
        };
        assert_eq!(at, place, "{filter}");
    }
}

#[test]
fn length_depth_and_number_are_bounded() {
    let is_refused = |filter: &str| read(filter, &KNOWN).is_err();
    let nested = |depth: usize| format!("{}TRUE{}", "(".repeat(depth), ")".repeat(depth));
    assert!(!is_refused(&nested(DEEPEST - 1)) && is_refused(&nested(DEEPEST)));
    assert!(is_refused(&format!("{} TRUE", "NOT ".repeat(DEEPEST))));
    let values = |number: usize| format!("low IN ({})", vec!["1"; number].join(","));
    assert!(!is_refused(&values(MOST - 1)) && is_refused(&values(MOST)));
    let any = vec!["TRUE"; MOST + 1].join(" OR ");
    assert!(is_refused(&any));
    assert!(is_refused(&format!("name = '{}'", "a".repeat(LONGEST))));
}

#[test]
fn a_pattern_is_whole_and_takes_no_time() {
    assert!(is_like("", "") && is_like("", "%") && is_like("abc", "a%c") && is_like("a%", "a\\%"));
    assert!(!is_like("a", "") && !is_like("abc", "a_") && !is_like("ab", "a\\%"));
    assert!(is_like("aXbXc", "%X%c") && !is_like("aXbXc", "%X%d"));
    let hard = format!("{}b", "%a".repeat(1_000));
    assert!(!is_like(&"a".repeat(5_000), &hard));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_it(text in "[a-z'\"=<>() ,.%_0-9§éANDORTLIKE-]{0,80}") {
        if let Ok(condition) = read(&text, &KNOWN) {
            condition.holds(&|_| json!("a"));
        }
    }
}
