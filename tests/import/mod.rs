//! Imports from the command line, by the built program.

mod batch_access;
mod batches;
mod boundaries;
mod counter;
mod field_tables;
mod from_the_field;
mod next_year;
mod outlines;
mod regions;
mod rows;
mod shipped;
mod templates;
mod workbook;

pub(crate) use counter::hand_in;

use std::path::{Path, PathBuf};

use dekkingskaart::actions::load_public_data;
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::policy::verdict::VerdictRecord;
use dekkingskaart::domain::recorded::Recorded;
use dekkingskaart::store::Store;
use tempfile::TempDir;

use crate::support::{clock, program};

/// A database, and a folder for files to import.
pub(crate) struct Workshop {
    folder: TempDir,
    address: String,
}

/// How an import ended.
pub(crate) struct Ended {
    pub(crate) imported: bool,
    pub(crate) said: String,
    pub(crate) noted: String,
}

impl Workshop {
    /// On an empty database file.
    pub(crate) fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let address = format!("sqlite://{}", folder.path().join("test.db").display());
        Self { folder, address }
    }

    /// On a database file with the public data.
    pub(crate) async fn public() -> Self {
        let workshop = Self::empty();
        let store = Store::connect(&workshop.address).await.unwrap();
        load_public_data(&store, clock()).await.unwrap();
        store.close().await;
        workshop
    }

    /// On another database.
    pub(crate) fn on(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            ..Self::empty()
        }
    }

    /// The address of the database.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Writes a file to import.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    /// Runs `dekkingskaart import` with these arguments.
    pub(crate) fn import(&self, arguments: &[&str]) -> Ended {
        let output = program()
            .arg("import")
            .args(arguments)
            .args(["--database", &self.address])
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended {
            imported: output.status.success(),
            said: text(output.stdout),
            noted: text(output.stderr),
        }
    }

    /// The verdicts that came from the command line.
    pub(crate) async fn imported(&self) -> Vec<Recorded<VerdictRecord>> {
        let facts = self.facts().await;
        let imported = facts.verdicts.iter();
        let imported = imported.filter(|verdict| &*verdict.recorded_by == "command line");
        imported.cloned().collect()
    }

    /// Everything on record.
    pub(crate) async fn facts(&self) -> Facts {
        let store = Store::connect(&self.address).await.unwrap();
        let facts = store.facts().await.unwrap();
        store.close().await;
        facts
    }
}

impl Ended {
    /// What it said, when it imported.
    #[track_caller]
    pub(crate) fn expect(self) -> String {
        assert!(self.imported, "{}", self.noted);
        self.said
    }

    /// The lines that say what is wrong, when it refused.
    #[track_caller]
    pub(crate) fn problems(self) -> Vec<String> {
        assert!(!self.imported, "{}", self.said);
        let is_note = |line: &&str| line.starts_with("note: ");
        let lines = self.noted.lines().skip_while(is_note).skip(1);
        lines.map(|line| line.trim().to_owned()).collect()
    }
}

/// A file of the shipped data.
pub(crate) fn shipped(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../geodata/data")
        .join(name);
    path.display().to_string()
}
