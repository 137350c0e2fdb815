//! The shipped data, without a server.

use dekkingskaart::actions::{load_demonstration, load_public_data};
use dekkingskaart::domain::facts::Facts;

use super::{Scratch, clock};

/// The public data, and verdicts that are invented when asked for.
pub async fn shipped_facts(demonstration: bool) -> Facts {
    let scratch = Scratch::sqlite().await;
    load_public_data(&scratch.store, clock()).await.unwrap();
    if demonstration {
        load_demonstration(&scratch.store, clock()).await.unwrap();
    }
    scratch.store.facts().await.unwrap()
}
