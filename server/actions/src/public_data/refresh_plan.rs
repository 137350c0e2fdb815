//! Which records of a later edition of the public data take the place of what
//! is on record: those that nobody has changed since they came.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use domain::facts::{ChangeRecord, Facts};
use domain::record::audit::PUBLIC_DATA;
use domain::recorded::Recorded;
use store::RecordKind;

/// A record of the public data: its kind, and its key as the table has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RefreshedRecord {
    /// What it is called: `arrangement`, `policy document`, `verdict`,
    /// `national indicator`.
    pub kind: &'static str,
    /// What tells it from the others of its kind.
    pub key: Vec<String>,
}

impl RefreshedRecord {
    pub(crate) fn new(kind: RecordKind, key: Vec<String>) -> Self {
        let kind = match kind {
            RecordKind::Arrangement => "arrangement",
            RecordKind::Document => "policy document",
            RecordKind::Verdict => "verdict",
            _ => "national indicator",
        };
        Self { kind, key }
    }
}

impl fmt::Display for RefreshedRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.key.join(" "))
    }
}

/// What becomes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RefreshStep {
    /// It was not on record.
    New,
    /// The later edition says something else.
    Changed,
    /// The later edition does not have it any more.
    Withdrawn,
}

/// Why a record is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// Somebody wrote it, or corrected it.
    Changed {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// Somebody withdrew it.
    Withdrawn {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// Somebody answered for the same building block, and from an earlier date.
    Answered {
        /// Who.
        by: String,
        /// The date from which the answer holds.
        from: Date,
    },
    /// The municipality or the building block is not on record.
    Nowhere,
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { by, at } => write!(f, "{by} changed it at {at}"),
            Self::Withdrawn { by, at } => write!(f, "{by} withdrew it at {at}"),
            Self::Answered { by, from } => {
                write!(f, "{by} recorded an answer that holds from {from}")
            }
            Self::Nowhere => f.write_str("its municipality or building block is not on record"),
        }
    }
}

/// What is to be done with the records of one kind.
#[derive(Debug)]
pub(crate) struct RefreshPlan<T> {
    pub(crate) write: Vec<(Vec<String>, T, RefreshStep)>,
    pub(crate) withdraw: Vec<Vec<String>>,
    pub(crate) left: Vec<(Vec<String>, SkipReason)>,
}

/// Every version of each record, by key and instant of recording.
pub(crate) type Versions<T> = BTreeMap<Vec<String>, Vec<Recorded<T>>>;

/// Who changed what on record, by the instant.
pub(crate) struct Authors<'a>(HashMap<Timestamp, &'a ChangeRecord>);

impl<'a> Authors<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Self {
        let changes = facts.changes.iter();
        Self(changes.map(|change| (change.recorded_at, change)).collect())
    }

    fn undid(&self, at: Timestamp) -> bool {
        self.0
            .get(&at)
            .is_some_and(|change| change.undoes.is_some())
    }

    fn name(&self, at: Timestamp) -> &str {
        self.0
            .get(&at)
            .map_or("somebody", |change| &change.recorded_by)
    }

    /// Whether a version is as an edition of the public data had it, and stands
    /// because it came with one, or because what took its place was taken back.
    pub(crate) fn came_with_edition<T: PartialEq>(
        &self,
        versions: &[Recorded<T>],
        version: &Recorded<T>,
    ) -> bool {
        let loaded = |version: &Recorded<T>| &*version.recorded_by == PUBLIC_DATA;
        loaded(version)
            || self.undid(version.recorded_at)
                && versions
                    .iter()
                    .any(|earlier| loaded(earlier) && earlier.fact == version.fact)
    }

    /// Sets the records of an edition beside every version on record of those
    /// that it has or that came with an earlier one.
    pub(crate) fn plan<T: PartialEq>(
        &self,
        versions: &Versions<T>,
        edition: Vec<(Vec<String>, T)>,
    ) -> RefreshPlan<T> {
        let mut plan = RefreshPlan {
            write: Vec::new(),
            withdraw: Vec::new(),
            left: Vec::new(),
        };
        let mut edition: BTreeMap<_, _> = edition.into_iter().collect();
        for (key, of_key) in versions {
            let standing = of_key.iter().find(|version| version.known_at(None));
            let ours = standing.is_some_and(|version| self.came_with_edition(of_key, version));
            let came = || of_key.iter().any(|one| &*one.recorded_by == PUBLIC_DATA);
            match (edition.remove(key), standing) {
                (Some(after), Some(before)) if before.fact == after => {}
                (Some(after), Some(_)) if ours => {
                    plan.write.push((key.clone(), after, RefreshStep::Changed));
                }
                (None, Some(_)) if ours => plan.withdraw.push(key.clone()),
                (Some(_), Some(before)) => plan.left.push((key.clone(), changed(before))),
                (None, Some(before)) if came() => plan.left.push((key.clone(), changed(before))),
                (None, _) => {}
                (Some(after), None) => match self.withdrawn(of_key) {
                    Some(because) => plan.left.push((key.clone(), because)),
                    None => plan.write.push((key.clone(), after, RefreshStep::New)),
                },
            }
        }
        let new = edition.into_iter();
        plan.write
            .extend(new.map(|(key, after)| (key, after, RefreshStep::New)));
        plan
    }

    /// Who withdrew a record that does not stand; nothing when it was an
    /// edition, or the taking back of one.
    fn withdrawn<T>(&self, versions: &[Recorded<T>]) -> Option<SkipReason> {
        let at = versions.iter().filter_map(|one| one.superseded_at).max()?;
        let by = self.name(at);
        (by != PUBLIC_DATA && !self.undid(at)).then(|| SkipReason::Withdrawn {
            by: by.to_owned(),
            at,
        })
    }
}

fn changed<T>(version: &Recorded<T>) -> SkipReason {
    SkipReason::Changed {
        by: version.recorded_by.to_string(),
        at: version.recorded_at,
    }
}
