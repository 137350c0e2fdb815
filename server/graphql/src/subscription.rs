//! What is told as it happens.

use std::sync::Arc;

use async_graphql::{Context, Result, SimpleObject, Subscription};
use tokio_stream::{Stream, StreamExt};

use super::arguments::int;
use super::scalars::Code;
use atlas::Live;

/// What can be followed.
#[derive(Default)]
pub struct Subscriptions;

/// What can be followed, over a WebSocket by `graphql-transport-ws`.
#[Subscription(name = "Subscription")]
impl Subscriptions {
    /// A message for every committed change, after it can be read. Who falls
    /// behind by more than 256 changes misses some: the revision tells.
    async fn changed(&self, ctx: &Context<'_>) -> Result<impl Stream<Item = ChangeNotice>> {
        let notices = ctx.data::<Arc<Live>>()?.notices();
        Ok(notices.map(ChangeNotice::from))
    }
}

/// That something was committed, and can be read.
#[derive(SimpleObject)]
pub struct ChangeNotice {
    /// The revision that it made.
    revision: i32,
    /// The municipalities that it is about. Empty for what is about the country,
    /// such as boundaries, and for what is internal.
    municipalities: Vec<Code>,
}

impl From<atlas::ChangeNotice> for ChangeNotice {
    fn from(notice: atlas::ChangeNotice) -> Self {
        Self {
            revision: int(notice.revision),
            municipalities: notice.municipalities.into_iter().map(Code).collect(),
        }
    }
}
