//! From one date to the next.

use geodata::{data, overlay};

use crate::SHIPPED;

#[test]
fn the_shipped_successions_follow_from_the_boundaries() {
    let mut found = Vec::new();
    for dates in SHIPPED.windows(2) {
        for share in overlay::successions(&dates[0].boundaries, &dates[1].boundaries) {
            found.push((dates[1].name, share.from, share.to, share.share));
        }
    }
    let shipped: Vec<Vec<&str>> = data::SUCCESSIONS
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    assert_eq!(found.len(), shipped.len());
    for (found, shipped) in found.iter().zip(&shipped) {
        assert_eq!(
            [found.0, &found.1, &found.2],
            [shipped[0], shipped[1], shipped[3]]
        );
        let share: f64 = shipped[5].parse().unwrap();
        assert!((found.3 - share).abs() < 0.01, "{found:?} {shipped:?}");
    }
}

#[test]
fn those_that_kept_their_code_and_grew_are_found() {
    let grown: Vec<Vec<String>> = SHIPPED
        .windows(2)
        .map(|dates| {
            let grown = overlay::growths(&dates[0].boundaries, &dates[1].boundaries);
            assert!(grown.iter().all(|growth| growth.factor > 1.05));
            grown.into_iter().map(|growth| growth.code).collect()
        })
        .collect();
    // Those that took part of Haaren, then Purmerend, then Amsterdam.
    let haaren = ["GM0757", "GM0824", "GM0855", "GM0865"];
    assert_eq!(grown[0], haaren);
    assert_eq!(grown[1], ["GM0439"]);
    assert_eq!(grown[2], ["GM0363"]);
    assert!(grown[3].is_empty());
}

#[test]
fn nothing_changes_between_a_date_and_itself() {
    let boundaries = &SHIPPED[0].boundaries;
    assert!(overlay::successions(boundaries, boundaries).is_empty());
    assert!(overlay::growths(boundaries, boundaries).is_empty());
}
