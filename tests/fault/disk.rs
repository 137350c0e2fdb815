//! A disk that is full for a while.

use std::path::Path;
use std::process::Command;

use dekkingskaart::store::Store;
use tempfile::TempDir;

use super::QUESTION;
use crate::support::Seed;
use crate::support::process::{Process, token_on, write_two};

/// A small disk of a test's own.
struct Disk(TempDir);

impl Disk {
    /// Nothing where the system lets nobody mount one.
    fn mount() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(folder.path())
            .output();
        let is_mounted = mounted.is_ok_and(|mounted| mounted.status.success());
        is_mounted.then(|| Self(folder))
    }

    fn fill(&self) {
        let mut filler = std::fs::File::create(self.filler()).unwrap();
        // It ends with what does not fit any more.
        while std::io::Write::write_all(&mut filler, &[0; 512]).is_ok() {}
    }

    fn clear(&self) {
        std::fs::remove_file(self.filler()).unwrap();
    }

    fn filler(&self) -> std::path::PathBuf {
        self.0.path().join("filler")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

async fn seeded(folder: &Path) -> (String, String) {
    let address = format!("sqlite://{}", folder.join("test.db").display());
    let store = Store::connect(&address).await.unwrap();
    Seed::new().municipality("GM0363").plant(&store).await;
    store.close().await;
    let token = token_on(&address);
    (address, token)
}

/// Writes on a full disk until some were refused, so that each connection of
/// the server has met it; then, once there is room again, every write succeeds
/// and is served at once.
async fn check(server: &Process, address: &str, token: &str, make_room: impl FnOnce()) {
    let mut acknowledged = Vec::new();
    let mut refused = 0;
    for place in 0..400 {
        let note = format!("write {place}");
        match server.outcome(token, &write_two(place, &note)).as_str() {
            "OK" => acknowledged.push(note),
            "DISK_FULL" => refused += 1,
            other => panic!("{other}"),
        }
        assert_eq!(server.outcome(token, QUESTION), "OK");
        if refused == 25 {
            break;
        }
    }
    assert_eq!(refused, 25, "the disk is not full");
    make_room();
    for place in 400..425 {
        let note = format!("write {place}");
        assert_eq!(server.outcome(token, &write_two(place, &note)), "OK");
        acknowledged.push(note);
        let store = Store::connect(address).await.unwrap();
        assert_eq!(server.revision(), store.revision().await.unwrap());
        store.close().await;
    }
    let store = Store::connect(address).await.unwrap();
    let facts = store.facts().await.unwrap();
    for note in acknowledged {
        let found = facts
            .verdicts
            .iter()
            .filter(|it| it.fact.note.as_ref() == Some(&note));
        assert_eq!(found.count(), 2, "{note}");
    }
    assert!(store.verify_audit().await.unwrap().broken.is_none());
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_was_full_once_leaves_nothing_behind() {
    let Some(disk) = Disk::mount() else {
        println!("no disk can be mounted here; the limit of the size of files is tried alone");
        return;
    };
    let (address, token) = seeded(disk.0.path()).await;
    let server = Process::serve(&address);
    disk.fill();
    check(&server, &address, &token, || disk.clear()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_may_not_grow_for_a_while_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let (address, token) = seeded(folder.path()).await;
    let length = std::fs::metadata(folder.path().join("test.db"))
        .unwrap()
        .len();
    let server = Process::limited(&address, length / 512 + 200);
    check(&server, &address, &token, || server.lift_limit()).await;
}
