//! How long a recorded verdict takes until it can be read, and the import of a
//! table of them, on `SQLite` with full durability, with few and with many
//! records: `cargo bench -p dekkingskaart --bench writes`.

#![expect(clippy::unwrap_used, reason = "a benchmark that fails may stop")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use dekkingskaart::actions::{self, Writer, load_public_data};
use dekkingskaart::atlas::{Atlas, Live};
use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::dates::AsOf;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::message::SummaryMessage;
use dekkingskaart::domain::places::code::MunicipalityCode;
use dekkingskaart::domain::source::Source;
use dekkingskaart::domain::vocabulary::{AuditAction, Established, Verdict};
use dekkingskaart::import::{ImportFile, ImportKind, ImportRequest, import};
use dekkingskaart::store::{NewVerdict, Store};
use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::ToSpan as _;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Verdicts on record beside the public data.
const RECORDS: [u32; 2] = [0, 100_000];
/// Verdicts of one change while a database is filled.
const OF_ONE_CHANGE: u32 = 500;
/// More than so many records need, with one for each municipality and block a day.
const DAYS: usize = 1_000;

fn main() {
    divan::main();
}

/// A served database with so many verdicts.
struct Served {
    live: Arc<Live>,
    codes: Vec<MunicipalityCode>,
    blocks: Vec<(Arc<str>, Arc<str>)>,
    /// Those from which no verdict on record holds.
    days: Vec<Date>,
    next: AtomicU32,
    _folder: TempDir,
}

impl Served {
    async fn with(records: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}", folder.path().join("bench.db").display());
        let store = Store::connect(&address).await.unwrap();
        load_public_data(&store, Clock::system()).await.unwrap();
        let facts = store.facts().await.unwrap();
        let rubric = facts.rubrics.last().unwrap();
        let edition = facts.editions.last().unwrap();
        let mut served = Self {
            live: Arc::new(Live::open(store.clone()).await.unwrap()),
            codes: edition.areas.iter().map(|area| area.code).collect(),
            blocks: rubric
                .blocks
                .iter()
                .map(|block| (Arc::clone(&rubric.id), Arc::clone(&block.id)))
                .collect(),
            days: free_days(&facts, edition.date.max(rubric.valid_from)),
            next: AtomicU32::new(0),
            _folder: folder,
        };
        for _ in 0..records / OF_ONE_CHANGE {
            let verdicts: Vec<_> = (0..OF_ONE_CHANGE).map(|_| served.verdict()).collect();
            let now = Clock::system().now();
            let mut change = store
                .begin("bench", now, AuditAction::RecordVerdicts)
                .await
                .unwrap();
            change.record_verdicts(&verdicts).await.unwrap();
            change
                .commit(&SummaryMessage::named("filling").into())
                .await
                .unwrap();
        }
        served.live = Arc::new(Live::open(store).await.unwrap());
        served
    }

    /// A verdict on what none is about yet.
    fn verdict(&self) -> NewVerdict {
        let place = self.next.fetch_add(1, Ordering::Relaxed) as usize;
        let (municipality, rest) = (place % self.codes.len(), place / self.codes.len());
        let (block, day) = (rest % self.blocks.len(), rest / self.blocks.len());
        let (rubric, block) = self.blocks[block].clone();
        NewVerdict {
            code: self.codes[municipality],
            rubric,
            block,
            verdict: Verdict::Present,
            valid_from: self.days[day],
            established: Established::Conversation,
            source: Source {
                url: Some("https://example.org/raad/besluit".to_owned()),
                certainty: None,
            },
            note: Some("zoals besproken met de beleidsadviseur".to_owned()),
        }
    }

    /// Records one and reads it back.
    async fn record(&self) {
        let verdict = self.verdict();
        let writer = Writer::new(self.live.store(), "bench", Clock::system());
        let done = actions::record_verdicts(&writer, &[verdict]).await.unwrap();
        let atlas = self.live.refresh().await.unwrap();
        assert!(atlas.index().facts().revision >= done.revision.unwrap());
    }
}

fn free_days(facts: &Facts, from: Date) -> Vec<Date> {
    let verdicts = facts.verdicts.iter();
    let taken: HashSet<_> = verdicts.map(|verdict| verdict.fact.valid_from).collect();
    let days = from.series(1.day()).filter(|day| !taken.contains(day));
    days.take(DAYS).collect()
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap()
}

#[divan::bench(args = RECORDS, sample_count = 200, sample_size = 1)]
fn recorded_and_readable_by_1_writer(bencher: Bencher<'_, '_>, records: u32) {
    let runtime = runtime();
    let served = runtime.block_on(Served::with(records));
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| runtime.block_on(served.record()));
}

#[divan::bench(args = RECORDS, sample_count = 50, sample_size = 1)]
fn recorded_and_readable_by_16_writers(bencher: Bencher<'_, '_>, records: u32) {
    const WRITERS: usize = 16;
    let runtime = runtime();
    let served = Arc::new(runtime.block_on(Served::with(records)));
    bencher.counter(ItemsCount::new(WRITERS)).bench_local(|| {
        runtime.block_on(async {
            let writers = (0..WRITERS).map(|_| {
                let served = Arc::clone(&served);
                tokio::spawn(async move { served.record().await })
            });
            for writer in writers.collect::<Vec<_>>() {
                writer.await.unwrap();
            }
        });
    });
}

/// The import of a table with so many verdicts.
#[divan::bench(args = [100, 10_000], sample_count = 5, sample_size = 1)]
fn imported_table(bencher: Bencher<'_, '_>, rows: usize) {
    let runtime = runtime();
    bencher
        .counter(ItemsCount::new(rows))
        .with_inputs(|| {
            let served = runtime.block_on(Served::with(0));
            let mut table = "municipality_code,block,verdict,valid_from,established\n".to_owned();
            for verdict in (0..rows).map(|_| served.verdict()) {
                let (code, block, from) = (verdict.code, verdict.block, verdict.valid_from);
                writeln!(table, "{code},{block},PRESENT,{from},CONVERSATION").unwrap();
            }
            let file = ImportFile::new("verdicts.csv", table.into_bytes());
            (served, ImportRequest::new(ImportKind::Verdicts, file))
        })
        .bench_local_values(|(served, request)| {
            let writer = Writer::new(served.live.store(), "bench", Clock::system());
            runtime.block_on(import(&writer, &request)).unwrap();
            served
        });
}

/// The atlas and its view of a date, after one more verdict.
#[divan::bench(args = RECORDS)]
fn atlas_replaced_after_one_change(bencher: Bencher<'_, '_>, records: u32) {
    let runtime = runtime();
    let date = AsOf::new("2026-06-30".parse().unwrap(), None).unwrap();
    let (before, after): (Arc<Atlas>, Facts) = runtime.block_on(async {
        let served = Served::with(records).await;
        let before = served.live.atlas();
        let _ = before.at(date);
        served.record().await;
        let after = served.live.atlas().index().facts().clone();
        (before, after)
    });
    bencher.bench_local(|| {
        let atlas = Atlas::build(after.clone(), Some(&before)).unwrap();
        atlas.at(date)
    });
}
