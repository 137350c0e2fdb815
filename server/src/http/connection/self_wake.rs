//! Going on at once with a task that woke itself.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering::SeqCst};
use std::task::{Context, Poll, Wake, Waker};

use futures_util::task::AtomicWaker;

/// Nobody polls it.
const RESTING: u8 = 0;
/// It is being polled.
const POLLED: u8 = 1;
/// It was woken while it was polled.
const WOKEN: u8 = 2;
/// How often it is polled before others have their turn.
const MOST_POLLS: usize = 4;

/// A future that is polled again at once when it was woken while it was polled.
///
/// hyper wakes the task of a connection whenever who answers begins to read a body,
/// which is within that task. tokio then puts the task at the end of its queue, and
/// wakes another thread to take it from there: two threads change places for each
/// question, which takes longer than to answer it.
pub(super) struct SelfWaking<F> {
    future: Pin<Box<F>>,
    state: Arc<State>,
    waker: Waker,
}

#[derive(Default)]
struct State {
    phase: AtomicU8,
    /// The task that polls it.
    task: AtomicWaker,
}

impl Wake for State {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let before = self.phase.compare_exchange(POLLED, WOKEN, SeqCst, SeqCst);
        if before == Err(RESTING) {
            self.task.wake();
        }
    }
}

impl<F: Future> SelfWaking<F> {
    pub(super) fn new(future: F) -> Self {
        let state = Arc::<State>::default();
        Self {
            future: Box::pin(future),
            waker: Arc::clone(&state).into(),
            state,
        }
    }
}

impl<F: Future> Future for SelfWaking<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.get_mut();
        let phase = &this.state.phase;
        this.state.task.register(context.waker());
        for _ in 0..MOST_POLLS {
            phase.store(POLLED, SeqCst);
            let inner = &mut Context::from_waker(&this.waker);
            if let Poll::Ready(output) = this.future.as_mut().poll(inner) {
                return Poll::Ready(output);
            }
            let rests = phase.compare_exchange(POLLED, RESTING, SeqCst, SeqCst);
            if rests.is_ok() {
                return Poll::Pending;
            }
        }
        phase.store(RESTING, SeqCst);
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::sync::atomic::AtomicUsize;

    use super::*;

    /// Counts how often a task is woken.
    #[derive(Default)]
    struct Counter(AtomicUsize);

    impl Wake for Counter {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, SeqCst);
        }
    }

    /// Wakes itself so often before it is ready.
    fn waking(mut times: usize) -> impl Future<Output = ()> {
        poll_fn(move |context| {
            if times == 0 {
                return Poll::Ready(());
            }
            times -= 1;
            context.waker().wake_by_ref();
            Poll::Pending
        })
    }

    /// Polls so often; whether it is ready, and how often its task was woken.
    fn polled<F: Future>(future: F, times: usize) -> (bool, usize) {
        let counter = Arc::<Counter>::default();
        let waker = Waker::from(Arc::clone(&counter));
        let mut future = SelfWaking::new(future);
        let mut context = Context::from_waker(&waker);
        let is_ready = (0..times).any(|_| Pin::new(&mut future).poll(&mut context).is_ready());
        (is_ready, counter.0.load(SeqCst))
    }

    #[test]
    fn what_wakes_itself_goes_on_at_once() {
        assert_eq!(polled(waking(0), 1), (true, 0));
        assert_eq!(polled(waking(MOST_POLLS - 1), 1), (true, 0));
    }

    #[test]
    fn what_wakes_itself_again_and_again_lets_others_have_their_turn() {
        assert_eq!(polled(waking(MOST_POLLS), 1), (false, 1));
        assert_eq!(polled(waking(MOST_POLLS), 2), (true, 1));
    }

    #[tokio::test]
    async fn what_is_woken_from_outside_goes_on() {
        let (send, mut receive) = tokio::sync::mpsc::channel(1);
        let received = tokio::spawn(SelfWaking::new(async move {
            let mut sum = 0;
            while let Some(number) = receive.recv().await {
                sum += number;
            }
            sum
        }));
        for number in 0..1_000 {
            send.send(number).await.unwrap();
            tokio::task::yield_now().await;
        }
        drop(send);
        assert_eq!(received.await.unwrap(), 499_500);
    }
}
