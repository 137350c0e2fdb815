//! What happened in a municipality, and in several.

use super::merging;
use crate::fixture::{Country, code, on};
use crate::{HistoryEvent, HistoryEventKind, View};
use domain::dates::AsOf;
use domain::vocabulary::{CoordinationStatus, DocumentScope, Verdict};

const FIRST: &str = "2020-01-01";

fn history(view: &View, number: u16) -> Vec<HistoryEvent> {
    let position = view.find(code(number)).unwrap();
    view.history(&[position], view.as_of().date())
}

fn told(events: &[HistoryEvent]) -> Vec<(String, &HistoryEventKind)> {
    let events = events.iter();
    events
        .map(|event| (event.date.to_string(), &event.what))
        .collect()
}

#[test]
fn the_last_event_comes_first_and_later_ones_are_not_yet_told() {
    let country = Country::new()
        .edition(FIRST, &[1])
        .verdict(1, "focal-point", Verdict::Present, "2021-02-01")
        .verdict(1, "regional-plan", Verdict::Absent, "2021-02-01")
        .verdict(1, "focal-point", Verdict::Absent, "2023-02-01")
        .document_until(
            DocumentScope::Municipal,
            Some("2020-05-01"),
            Some("2022-05-01"),
            &[(1, FIRST)],
        )
        .atlas();
    let view = country.at(AsOf::new(on("2022-12-31"), None).unwrap());
    let events = history(&view, 1);
    assert_eq!(
        told(&events),
        [
            ("2022-05-01".to_owned(), &HistoryEventKind::DocumentEnded(0)),
            (
                "2021-02-01".to_owned(),
                &HistoryEventKind::Assessed(vec![0, 1])
            ),
            ("2020-05-01".to_owned(), &HistoryEventKind::DocumentBegan(0)),
        ]
    );
}

#[test]
fn an_arrangement_that_gives_way_to_another_is_one_event() {
    let named = [(1, FIRST), (2, FIRST)];
    let temporary = CoordinationStatus::Temporary;
    let view = Country::new()
        .edition(FIRST, &[1, 2, 3])
        .arrangement("a", temporary, ("2018-01-01", Some("2021-05-01")), &named)
        .arrangement(
            "b",
            CoordinationStatus::Structural,
            ("2021-05-01", None),
            &named,
        )
        .view("2022-01-01");
    let handed_over = HistoryEventKind::Coordination {
        ended: vec![0],
        began: vec![1],
    };
    let events = view.history(&[0, 1, 2], on("2022-01-01"));
    assert_eq!(events[0].what, handed_over);
    assert_eq!(events[0].municipalities, [0, 1]);
    assert_eq!(events.len(), 2);
    assert_eq!(history(&view, 1)[0].what, handed_over);
    assert!(history(&view, 3).is_empty());
}

#[test]
fn the_past_of_predecessors_is_theirs() {
    let country = || {
        merging()
            .document_until(
                DocumentScope::Municipal,
                Some("2020-05-01"),
                Some("2021-06-01"),
                &[(1, FIRST)],
            )
            .verdict(2, "focal-point", Verdict::Present, "2020-03-01")
    };
    let view = country().view("2022-01-01");
    let events = history(&view, 9);
    let kinds: Vec<_> = told(&events);
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert_eq!(
        kinds[0],
        ("2021-06-01".to_owned(), &HistoryEventKind::DocumentEnded(0))
    );
    let HistoryEventKind::Began(from) = kinds[1].1 else {
        panic!("{kinds:?}")
    };
    assert_eq!(
        from.iter().map(|part| part.from).collect::<Vec<_>>(),
        [1, 2].map(code)
    );

    let before = country().view("2020-12-31");
    let ended = before.history(&[before.find(code(1)).unwrap()], on("2021-01-01"));
    assert!(matches!(&ended[0].what, HistoryEventKind::Ended(into) if into[0].to == code(9)));
    assert_eq!(ended[1].what, HistoryEventKind::DocumentBegan(0));
    assert_eq!(history(&before, 1).len(), 1);
}

#[test]
fn what_was_recorded_later_was_no_history_yet() {
    let country = Country::new()
        .edition(FIRST, &[1])
        .verdict(1, "focal-point", Verdict::Absent, "2020-03-01")
        .recorded("2025-01-01T00:00:00Z")
        .correction(1, "focal-point", Verdict::Present, "2020-03-01")
        .atlas();
    let told = |instant: &str| {
        let as_of = AsOf::new(on("2023-01-01"), Some(instant.parse().unwrap())).unwrap();
        let events = history(&country.at(as_of), 1);
        events
            .into_iter()
            .map(|event| (event.what, event.recorded_at.to_string()))
            .collect::<Vec<_>>()
    };
    let assessed = |place, at: &str| vec![(HistoryEventKind::Assessed(vec![place]), at.to_owned())];
    assert_eq!(
        told("2024-06-01T00:00:00Z"),
        assessed(0, "2024-01-01T00:00:00Z")
    );
    assert_eq!(
        told("2025-06-01T00:00:00Z"),
        assessed(1, "2025-01-01T00:00:00Z")
    );
    assert_eq!(told("2023-12-31T00:00:00Z"), []);
}
