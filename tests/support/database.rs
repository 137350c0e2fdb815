//! An empty database of a test's own.

use dekkingskaart::store::Store;
use tempfile::TempDir;

use super::postgres;

/// A store on an empty database, gone at the end of the test.
pub struct Scratch {
    /// The store.
    pub store: Store,
    /// Its address, for opening it once more.
    pub address: String,
    _folder: Option<TempDir>,
}

impl Scratch {
    /// A database file in a temporary folder.
    pub async fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let address = format!(
            "sqlite://{}",
            folder.path().join("new/folder/test.db").display()
        );
        let store = Store::connect(&address).await.unwrap();
        Self {
            store,
            address,
            _folder: Some(folder),
        }
    }

    /// A database on a PostgreSQL server that the tests start.
    pub async fn postgres() -> Self {
        let address = postgres::new_database().await;
        let store = Store::connect(&address).await.unwrap();
        Self {
            store,
            address,
            _folder: None,
        }
    }
}

/// Declares tests that run against both databases.
macro_rules! on_both_databases {
    ($($(#[doc = $doc:literal])* async fn $name:ident($scratch:ident: $kind:ty) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn check($scratch: $kind) $body

            #[tokio::test]
            async fn on_sqlite() {
                check(Scratch::sqlite().await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                check(Scratch::postgres().await).await;
            }
        }
    )+};
}

pub(crate) use on_both_databases;
