//! Whether this server should get traffic, looked at again and again apart from
//! requests: who asks is answered at once, whatever hangs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use jiff::civil::Date;
use serde_json::{Value, json};

use atlas::{EditionModel, Live};
use store::{Store, StoreError};

/// How often it is looked.
const LOOK: Duration = Duration::from_secs(2);
/// How old a look may be: the longest one, the pause after it, and some more.
const OLDEST: Duration = Duration::from_secs(15);
/// How long the atlas may be behind the database: a change takes a second or
/// two to be served.
const LONGEST_LAG: Duration = Duration::from_secs(5);
/// The room that a disk needs to have, in bytes.
const LEAST_ROOM: u64 = 8 * 1024 * 1024;

/// What is wrong with a server; most of it should keep traffic away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::http) enum ReadinessProblem {
    /// It was asked to stop.
    Stopping,
    /// The database does not answer.
    DatabaseUnavailable,
    /// Another holds the database, so that nothing can be written.
    DatabaseLocked,
    /// The database may not be written.
    DatabaseReadOnly,
    /// A disk has too little room.
    DiskFull { free: u64 },
    /// Changes are on record that are not served.
    AtlasBehind { revision: u64, database: u64 },
    /// The outlines of a date do not make a map; all else is answered.
    EditionUnusable { date: Date },
    /// Nobody looked for too long.
    Overdue,
}

impl ReadinessProblem {
    fn of(error: &StoreError) -> Self {
        match error {
            StoreError::Busy(_) => Self::DatabaseLocked,
            StoreError::ReadOnly(_) => Self::DatabaseReadOnly,
            StoreError::Full(_) => Self::DiskFull { free: 0 },
            _ => Self::DatabaseUnavailable,
        }
    }

    /// Whether traffic that writes should stay away.
    fn stops_writing(&self) -> bool {
        !matches!(self, Self::EditionUnusable { .. })
    }

    /// Whether reading, too, gives what it should not.
    fn stops_reading(&self) -> bool {
        matches!(
            self,
            Self::Stopping | Self::AtlasBehind { .. } | Self::Overdue
        )
    }

    fn tell(&self) -> Value {
        let (code, arguments, what) = match self {
            Self::Stopping => (
                "STOPPING",
                json!({}),
                "the server was asked to stop".to_owned(),
            ),
            Self::DatabaseUnavailable => (
                "DATABASE_UNAVAILABLE",
                json!({}),
                "the database does not answer; reading goes on from memory".to_owned(),
            ),
            Self::DatabaseLocked => (
                "DATABASE_LOCKED",
                json!({}),
                "another program holds the database; nothing can be written".to_owned(),
            ),
            Self::DatabaseReadOnly => (
                "DATABASE_READ_ONLY",
                json!({}),
                "the database may not be written".to_owned(),
            ),
            Self::DiskFull { free } => (
                "DISK_FULL",
                json!({ "free": free, "least": LEAST_ROOM }),
                format!("a disk has {free} bytes of room; it needs {LEAST_ROOM}"),
            ),
            Self::AtlasBehind { revision, database } => (
                "ATLAS_BEHIND",
                json!({ "revision": revision, "databaseRevision": database }),
                format!("revision {revision} is served while {database} is on record"),
            ),
            Self::EditionUnusable { date } => (
                "EDITION_UNUSABLE",
                json!({ "date": date.to_string() }),
                format!("the outlines of {date} on record do not make a map; restore a backup"),
            ),
            Self::Overdue => (
                "CHECK_OVERDUE",
                json!({}),
                "the server does not come to look after itself".to_owned(),
            ),
        };
        json!({ "code": code, "arguments": arguments, "what": what })
    }
}

/// What was found at the last look.
#[derive(Debug)]
struct ReadinessCheck {
    at: Instant,
    database_revision: Option<u64>,
    problems: Vec<ReadinessProblem>,
}

/// Whether this server should get traffic.
#[derive(Debug)]
pub(in crate::http) struct Readiness {
    last: ArcSwap<ReadinessCheck>,
}

impl Readiness {
    pub(in crate::http) fn new() -> Self {
        let look = ReadinessCheck {
            at: Instant::now(),
            database_revision: None,
            problems: Vec::new(),
        };
        Self {
            last: ArcSwap::from_pointee(look),
        }
    }

    /// What stands in the way now.
    pub(in crate::http) fn problems(&self, is_stopping: bool) -> Vec<ReadinessProblem> {
        let last = self.last.load();
        let overdue = last.at.elapsed() > OLDEST;
        let mut problems = last.problems.clone();
        problems.extend(overdue.then_some(ReadinessProblem::Overdue));
        problems.extend(is_stopping.then_some(ReadinessProblem::Stopping));
        problems
    }

    /// Whether these keep traffic away, and all that is known, as JSON.
    pub(in crate::http) fn tell(
        &self,
        problems: &[ReadinessProblem],
        revision: u64,
        for_reading: bool,
    ) -> (bool, Value) {
        let stops = |problem: &ReadinessProblem| {
            problem.stops_reading() || !for_reading && problem.stops_writing()
        };
        let ready = !problems.iter().any(stops);
        let told = json!({
            "ready": ready,
            "revision": revision,
            "databaseRevision": self.last.load().database_revision,
            "problems": problems.iter().map(ReadinessProblem::tell).collect::<Vec<_>>(),
        });
        (ready, told)
    }

    /// Looks again and again.
    pub(in crate::http) async fn watch(self: Arc<Self>, live: Arc<Live>, folders: Vec<PathBuf>) {
        let mut behind_since = None;
        loop {
            self.look(&live, &folders, &mut behind_since).await;
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn look(&self, live: &Live, folders: &[PathBuf], behind_since: &mut Option<Instant>) {
        let mut problems = unusable_editions(live);
        let database_revision = match live.store().check_writable().await {
            Ok(revision) => {
                problems.extend(lag(live, revision, behind_since));
                Some(revision)
            }
            Err(error) => {
                problems.push(ReadinessProblem::of(&error));
                None
            }
        };
        let least = folders.iter().filter_map(|folder| free(folder)).min();
        if let Some(free) = least.filter(|free| *free < LEAST_ROOM) {
            problems.retain(|problem| !matches!(problem, ReadinessProblem::DiskFull { .. }));
            problems.push(ReadinessProblem::DiskFull { free });
        }
        self.last.store(Arc::new(ReadinessCheck {
            at: Instant::now(),
            database_revision,
            problems,
        }));
    }
}

/// The atlas when it has been behind for too long.
fn lag(live: &Live, database: u64, behind_since: &mut Option<Instant>) -> Option<ReadinessProblem> {
    let revision = live.atlas().index().facts().revision;
    if revision >= database {
        *behind_since = None;
        return None;
    }
    let since = *behind_since.get_or_insert_with(Instant::now);
    let behind = ReadinessProblem::AtlasBehind { revision, database };
    (since.elapsed() >= LONGEST_LAG).then_some(behind)
}

/// The dates of which no map can be made, as far as it was tried.
fn unusable_editions(live: &Live) -> Vec<ReadinessProblem> {
    let atlas = live.atlas();
    let editions = atlas.index().editions().iter();
    let failed = editions.filter(|edition| edition.error().is_some());
    let problem = |edition: &Arc<EditionModel>| ReadinessProblem::EditionUnusable {
        date: edition.date(),
    };
    failed.map(problem).collect()
}

/// The folders in which room is needed.
pub(in crate::http) fn folders(store: &Store, uploads: Option<&Path>) -> Vec<PathBuf> {
    let file = store.file();
    let folder = file.as_deref().and_then(Path::parent).map(|folder| {
        let here = folder.as_os_str().is_empty();
        if here { Path::new(".") } else { folder }.to_owned()
    });
    folder
        .into_iter()
        .chain(uploads.map(Path::to_owned))
        .collect()
}

/// The bytes of room in a folder, for who is not root.
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_fails_keeps_traffic_that_writes_away() {
        let readiness = Readiness::new();
        let problems = [ReadinessProblem::DatabaseLocked];
        assert!(!readiness.tell(&problems, 3, false).0);
        assert!(readiness.tell(&problems, 3, true).0);
        let behind = ReadinessProblem::AtlasBehind {
            revision: 3,
            database: 4,
        };
        let date = jiff::civil::date(2019, 1, 1);
        let unusable = ReadinessProblem::EditionUnusable { date };
        assert!(readiness.tell(std::slice::from_ref(&unusable), 3, false).0);
        let (ready, told) = readiness.tell(&[behind, unusable], 3, true);
        assert!(!ready);
        assert_eq!(told["problems"][0]["code"], "ATLAS_BEHIND");
    }

    #[test]
    fn a_look_that_is_long_ago_is_told() {
        let readiness = Readiness::new();
        assert_eq!(readiness.problems(false), []);
        assert_eq!(readiness.problems(true), [ReadinessProblem::Stopping]);
        let Some(at) = Instant::now().checked_sub(OLDEST * 2) else {
            return;
        };
        readiness.last.store(Arc::new(ReadinessCheck {
            at,
            database_revision: None,
            problems: Vec::new(),
        }));
        assert_eq!(readiness.problems(false), [ReadinessProblem::Overdue]);
    }
}
