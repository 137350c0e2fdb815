//! What changed between two dates, and figures that stay as they were known.

use dekkingskaart::atlas::{Atlas, ChangeReport, View};
use dekkingskaart::domain::dates::AsOf;
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::vocabulary::{
    AuditAction, ChangeKind, CoordinationStatus, TimelineStep, Verdict,
};
use dekkingskaart::store::Store;
use jiff::Timestamp;
use std::sync::Arc;

use crate::support::{Scratch, Seed, clock, day, new_verdict};

/// In 2022, two merge and one absorbs another; two stay as they are. All that
/// is on record dates from before.
fn country() -> Seed {
    Seed::new()
        .municipality("GM0001")
        .municipality("GM0002")
        .municipality("GM0003")
        .municipality("GM0004")
        .municipality("GM0005")
        .municipality("GM0006")
        .merger("2022-06-01", &["GM0001", "GM0002"], "GM0009")
        .merger("2022-06-01", &["GM0003"], "GM0004")
        .arrangement(
            "care",
            CoordinationStatus::Structural,
            "2019-01-01",
            &["GM0001", "GM0004", "GM0006"],
        )
        .verdict("GM0002", "regional-plan", Verdict::Present, "2020-03-01")
        .verdict("GM0006", "regional-plan", Verdict::Absent, "2020-03-01")
}

async fn atlas(store: &Store) -> Atlas {
    Atlas::build(store.facts().await.unwrap(), None).unwrap()
}

fn view(atlas: &Atlas, date: &str, known_at: Option<Timestamp>) -> Arc<View> {
    atlas.at(AsOf::new(day(date), known_at).unwrap())
}

fn changes(atlas: &Atlas, known_at: Option<Timestamp>) -> ChangeReport {
    let earlier = view(atlas, "2021-12-31", known_at);
    let later = view(atlas, "2023-01-01", known_at);
    later.changes_since(&earlier, None).unwrap()
}

fn count(report: &ChangeReport, kind: ChangeKind) -> u32 {
    report.counts()[kind as usize]
}

/// Puts a verdict on record in a change of its own, in the place of the one
/// from the same date; returns the instant of recording.
async fn correct(store: &Store, code: &str, verdict: Verdict, from: &str) -> Timestamp {
    let mut change = store
        .begin("editor", clock().now(), AuditAction::RecordVerdicts)
        .await
        .unwrap();
    let better = new_verdict(code, "regional-plan", verdict, from);
    change.supersede_verdict(&better).await.unwrap();
    change.record_verdicts(&[better]).await.unwrap();
    change
        .commit(&SummaryMessage::named("one verdict").into())
        .await
        .unwrap();
    let facts = store.facts().await.unwrap();
    facts.changes.last().unwrap().recorded_at
}

#[tokio::test]
async fn with_nothing_but_what_was_inherited_nothing_improved() {
    let scratch = Scratch::sqlite().await;
    country().plant(&scratch.store).await;
    let report = changes(&atlas(&scratch.store).await, None);
    assert_eq!(count(&report, ChangeKind::NotComparable), 2);
    assert_eq!(count(&report, ChangeKind::NotReassessed), 2);
    assert_eq!(report.changes.len(), 4);

    correct(&scratch.store, "GM0005", Verdict::Present, "2022-03-01").await;
    let report = changes(&atlas(&scratch.store).await, None);
    assert_eq!(count(&report, ChangeKind::Improved), 1);
    assert_eq!(count(&report, ChangeKind::NotReassessed), 1);
    assert_eq!(count(&report, ChangeKind::NotComparable), 2);
}

#[tokio::test]
async fn a_figure_reads_the_same_after_later_corrections() {
    let scratch = Scratch::sqlite().await;
    country().plant(&scratch.store).await;
    let instant = correct(&scratch.store, "GM0006", Verdict::Present, "2022-03-01").await;
    let read = |atlas: &Atlas| {
        let now = view(atlas, "2023-01-01", Some(instant));
        let all: Vec<usize> = (0..now.municipalities().len()).collect();
        let history: Vec<_> = now
            .history(&all, day("2023-01-01"))
            .into_iter()
            .map(|event| (event.date, event.recorded_at, event.municipalities))
            .collect();
        let span = (day("2020-01-01"), day("2023-01-01"));
        let timeline = atlas.timeline(span, TimelineStep::Month, Some(instant), None);
        let points = timeline.unwrap().into_iter();
        (
            now.coverage(None).unwrap(),
            changes(atlas, Some(instant)).counts(),
            points
                .map(|point| (point.date, point.coverage))
                .collect::<Vec<_>>(),
            history,
        )
    };
    let quoted = read(&atlas(&scratch.store).await);

    correct(&scratch.store, "GM0006", Verdict::Absent, "2022-03-01").await;
    correct(&scratch.store, "GM0005", Verdict::Present, "2021-03-01").await;
    let corrected = atlas(&scratch.store).await;
    assert_eq!(read(&corrected), quoted);
    let now = view(&corrected, "2023-01-01", None);
    assert_ne!(now.coverage(None).unwrap(), quoted.0);
    assert_eq!(count(&changes(&corrected, None), ChangeKind::Improved), 0);
}
