//! What is followed. All who follow the same are told by one text that was
//! made once, so that a change costs by what is asked of it and by who is told.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Request, Response};
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};
use parking_lot::{Mutex, MutexGuard};
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio_stream::Stream;

/// How many different questions are followed at once.
const MOST_FEEDS: usize = 200;
/// How many texts are kept for who takes them slowly.
const KEPT: usize = 256;

/// A question: its document, the operation and the variables.
type SubscriptionKey = (String, Option<String>, String);

/// The feeds by their questions.
#[derive(Clone, Default)]
pub(super) struct SharedStreams(Arc<Mutex<HashMap<SubscriptionKey, Sender<Arc<str>>>>>);

/// Why nothing is followed.
pub(super) enum SubscribeError {
    /// The answer that refuses it, as JSON.
    Refused(String),
    /// Different questions are followed, as many as may be.
    TooMany,
}

impl SharedStreams {
    /// Follows a question, with others that follow it already; the first
    /// begins to answer it.
    pub(super) fn follow<S>(
        &self,
        request: Request,
        begin: impl FnOnce(Request) -> Result<S, Box<Response>>,
    ) -> Result<Receiver<Arc<str>>, SubscribeError>
    where
        S: Stream<Item = Response> + Send + 'static,
    {
        let variables = serde_json::to_string(&request.variables).unwrap_or_default();
        let question = (
            request.query.clone(),
            request.operation_name.clone(),
            variables,
        );
        let mut feeds = self.lock();
        if let Some(feed) = feeds.get(&question) {
            return Ok(feed.subscribe());
        }
        if feeds.len() >= MOST_FEEDS {
            return Err(SubscribeError::TooMany);
        }
        let answers = begin(request);
        let mut answers = answers
            .map_err(|refused| SubscribeError::refused(&refused))?
            .boxed();
        // It listens from now on, and not from when its task is first run.
        if let Some(answer) = answers.next().now_or_never() {
            return Err(SubscribeError::refused(&answer.unwrap_or_default()));
        }
        let (feed, receiver) = broadcast::channel(KEPT);
        feeds.insert(question.clone(), feed.clone());
        tokio::spawn(self.clone().tell(question, feed, answers));
        Ok(receiver)
    }

    async fn tell(
        self,
        question: SubscriptionKey,
        feed: Sender<Arc<str>>,
        mut answers: BoxStream<'static, Response>,
    ) {
        loop {
            let answer = tokio::select! {
                answer = answers.next() => answer,
                () = feed.closed() => {
                    let mut feeds = self.lock();
                    // Somebody may have come meanwhile.
                    if feed.receiver_count() > 0 {
                        continue;
                    }
                    feeds.remove(&question);
                    return;
                }
            };
            let Some(answer) = answer else {
                self.lock().remove(&question);
                return;
            };
            match serde_json::to_string(&answer) {
                // Nobody may be left.
                Ok(text) => drop(feed.send(text.into())),
                Err(error) => tracing::error!(%error, "a change could not be told"),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SubscriptionKey, Sender<Arc<str>>>> {
        self.0.lock()
    }
}

impl SubscribeError {
    fn refused(response: &Response) -> Self {
        Self::Refused(serde_json::to_string(&response.errors).unwrap_or_default())
    }
}
