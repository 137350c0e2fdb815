//! Killed at random moments under write load: what was acknowledged is there,
//! nothing is there by half, and the server starts again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use dekkingskaart::store::Store;

use crate::support::process::{Process, outcome, token_on, write_two};
use crate::support::{Scratch, Seed, on_both_databases};

/// Writers at the same time.
const WRITERS: u32 = 4;

/// How often it is killed: by `make crash` more often.
fn rounds() -> u32 {
    let given = std::env::var_os("DEKKINGSKAART_CRASH_ROUNDS");
    given.map_or(10, |given| given.to_str().unwrap().parse().unwrap())
}

fn random(below: u32) -> u32 {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).unwrap();
    u32::from_le_bytes(bytes) % below
}

/// Writes until nobody answers; tells of each write that was acknowledged.
fn write_on(
    ask: impl Fn(&str) -> Result<serde_json::Value, ureq::Error>,
    places: &AtomicU32,
    acknowledged: &Sender<String>,
) {
    loop {
        let place = places.fetch_add(1, Ordering::Relaxed);
        let note = format!("write {place}");
        match ask(&write_two(place, &note)) {
            Ok(answer) => match outcome(&answer).as_str() {
                "OK" => {
                    if acknowledged.send(note).is_err() {
                        return;
                    }
                }
                // On a machine that is busy with other things a writer is told
                // to try again, which acknowledges nothing.
                refused => assert_eq!(refused, "DATABASE_UNAVAILABLE", "{answer:#}"),
            },
            Err(_) => return,
        }
    }
}

/// Kills a server under load after a random number of writes and a moment more;
/// gives what it acknowledged.
fn kill_under_load(database: &str, token: &str, places: &Arc<AtomicU32>) -> Vec<String> {
    let mut server = Process::serve(database);
    let (acknowledged, told) = channel();
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let ask = server.asker(token);
            let (places, acknowledged) = (Arc::clone(places), acknowledged.clone());
            std::thread::spawn(move || write_on(ask, &places, &acknowledged))
        })
        .collect();
    drop(acknowledged);
    let mut notes: Vec<String> = told.iter().take(1 + random(40) as usize).collect();
    // Anywhere in a write, and not only after one.
    std::thread::sleep(Duration::from_micros(u64::from(random(5_000))));
    server.kill();
    notes.extend(told.iter());
    for writer in writers {
        writer.join().unwrap();
    }
    notes
}

/// What is on record: by note, how many verdicts have it.
async fn on_record(database: &str) -> BTreeMap<String, usize> {
    let store = Store::connect(database).await.unwrap();
    let facts = store.facts().await.unwrap();
    assert_eq!(facts.revision, facts.changes.len() as u64);
    let audit = store.verify_audit().await.unwrap();
    assert!(audit.broken.is_none(), "{:?}", audit.broken);
    store.close().await;
    let mut notes = BTreeMap::new();
    for verdict in facts.verdicts.iter() {
        *notes
            .entry(verdict.fact.note.clone().unwrap_or_default())
            .or_default() += 1;
    }
    notes
}

on_both_databases! {
    async fn no_kill_loses_or_halves_a_write(scratch: Scratch) {
        let seed = Seed::new().municipality("GM0363");
        seed.plant(&scratch.store).await;
        scratch.store.close().await;
        let token = token_on(&scratch.address);
        let places = Arc::new(AtomicU32::new(0));
        let mut acknowledged = BTreeSet::new();
        let mut unacknowledged = 0;
        for round in 1..=rounds() {
            let (database, token) = (scratch.address.clone(), token.clone());
            let places = Arc::clone(&places);
            let load = move || kill_under_load(&database, &token, &places);
            acknowledged.extend(tokio::task::spawn_blocking(load).await.unwrap());
            let notes = on_record(&scratch.address).await;
            for note in &acknowledged {
                assert!(notes.contains_key(note), "round {round}: {note} is lost");
            }
            for (note, number) in &notes {
                assert_eq!(*number, 2, "round {round}: {note} is there by half");
            }
            unacknowledged = notes.len() - acknowledged.len();
        }
        let (kills, whole) = (rounds(), acknowledged.len());
        #[expect(clippy::print_stdout, reason = "how much was tried")]
        let () = println!(
            "{kills} kills: {whole} writes acknowledged, all there; {unacknowledged} more came through whole"
        );
    }
}
