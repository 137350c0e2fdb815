//! How long it takes to answer the questions that people ask most, from the
//! shipped data as of 2021-12-31, to search, to set sheets, and to make an atlas:
//! `cargo bench -p dekkingskaart`.

#![expect(clippy::unwrap_used, reason = "a benchmark that fails may stop")]

use std::sync::{Arc, LazyLock};

use async_graphql::Request;
use dekkingskaart::actions::{load_demonstration, load_public_data};
use dekkingskaart::atlas::Atlas;
use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::dates::AsOf;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::people::permissions::PublicAccess;
use dekkingskaart::domain::people::viewer::Viewer;
use dekkingskaart::graphql::{self, Api, write_answer};
use dekkingskaart::sheet::{Provenance, Sheet};
use dekkingskaart::store::Store;
use divan::Bencher;
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
});
static FACTS: LazyLock<Facts> = LazyLock::new(|| RUNTIME.block_on(facts()));
static API: LazyLock<Api> = LazyLock::new(|| graphql::build(Clock::system(), PublicAccess::All));
static ATLAS: LazyLock<Arc<Atlas>> =
    LazyLock::new(|| Arc::new(Atlas::build(FACTS.clone(), None).unwrap()));

/// The public data with a verdict on everything, as in a filled database.
async fn facts() -> Facts {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite://{}", folder.path().join("bench.db").display());
    let store = Store::connect(&address).await.unwrap();
    load_public_data(&store, Clock::system()).await.unwrap();
    load_demonstration(&store, Clock::system()).await.unwrap();
    let facts = store.facts().await.unwrap();
    store.close().await;
    facts
}

fn main() {
    divan::main();
}

/// Q1: all with geometry. Q2: all without. Q3: one with everything. Q4: the
/// largest of a province without complete policy. Q5: coverage of the safety
/// regions.
const QUESTIONS: [(&str, &str); 5] = [
    (
        "Q1",
        r#"{ municipalities(asOf: "2021-12-31") { nodes { code name geometry coordination { status } policy { class completeness { low high } } } } }"#,
    ),
    (
        "Q2",
        r#"{ municipalities(asOf: "2021-12-31") { nodes { code name coordination { status } policy { class completeness { low high } } } } }"#,
    ),
    (
        "Q3",
        r#"{ municipality(code: "GM0344", asOf: "2021-12-31") { code name geometry regions { set code name } coordination { status } policy { class verdicts { block { id } verdict validFrom established source { url } } } } }"#,
    ),
    (
        "Q4",
        r#"{ municipalities(asOf: "2021-12-31", first: 50, orderBy: [{ by: POPULATION, direction: DESC }], where: { region: { set: "provincie", code: "PV30" }, policyClass: [NONE, PARTIAL] }) { totalCount nodes { code name population { inhabitants } policy { class } } } }"#,
    ),
    (
        "Q5",
        r#"{ coverageBy(group: { regionSet: "veiligheidsregio" }, asOf: "2021-12-31") { key label coverage { byStatus { status count } } } }"#,
    ),
];

#[divan::bench(args = QUESTIONS.map(|(name, _)| name))]
fn answer(bencher: Bencher, name: &str) {
    let (_, question) = QUESTIONS.iter().find(|(other, _)| *other == name).unwrap();
    let ask = || {
        let answer = RUNTIME.block_on(API.answer(
            Request::new(*question),
            Arc::clone(&ATLAS),
            Viewer::public(),
        ));
        assert!(answer.errors.is_empty(), "{:?}", answer.errors);
        write_answer(answer).unwrap()
    };
    // The first answer draws outlines, which are kept.
    ask();
    bencher.bench(ask);
}

/// The briefing sheets of all municipalities.
#[divan::bench(sample_count = 3)]
fn all_sheets() -> usize {
    let date = "2024-06-30".parse().unwrap();
    let view = ATLAS.at(AsOf::new(date, None).unwrap());
    let stamp = Provenance {
        revision: 2,
        demonstration: true,
        address: None,
    };
    let edition = view.edition().unwrap();
    let codes = edition.codes().iter();
    let sheets = codes.map(|code| Sheet::of_municipality(&view, *code, &stamp).unwrap());
    sheets.map(|sheet| sheet.pdf().unwrap().len()).sum()
}

/// An atlas from nothing, as at the start.
#[divan::bench(sample_count = 10)]
fn atlas_at_the_start(bencher: Bencher) {
    bencher
        .with_inputs(|| FACTS.clone())
        .bench_values(|facts| Atlas::build(facts, None).unwrap());
}

/// All municipalities of a date, judged anew.
#[divan::bench(sample_count = 10)]
fn view_of_a_date(bencher: Bencher) {
    let as_of = end_of_2021();
    bencher
        // With nothing kept of another atlas.
        .with_inputs(|| Atlas::build(FACTS.clone(), None).unwrap())
        .bench_values(|atlas| atlas.at(as_of));
}

/// A name as people write it, a former municipality, a mistake, a postcode.
#[divan::bench(args = ["den bosch", "Franekeradeel", "utrech", "3512 JE"])]
fn search(bencher: Bencher, text: &str) {
    let view = ATLAS.at(end_of_2021());
    assert!(!view.search(text, 20).is_empty());
    bencher.bench(|| view.search(text, 20));
}

fn end_of_2021() -> AsOf {
    AsOf::new("2021-12-31".parse().unwrap(), None).unwrap()
}
