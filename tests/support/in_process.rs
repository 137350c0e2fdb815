//! What `dekkingskaart serve` serves, in the process of the tests.

use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use dekkingskaart::cli::open_server;
use dekkingskaart::domain::clock::Clock;
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

use super::program::PATIENCE;

/// How long work on threads of its own may take to end, as in the program.
const LAST_MOMENT: Duration = Duration::from_secs(2);

/// A server with a thread and a runtime of its own, stopped when dropped.
pub(super) struct InProcess {
    address: SocketAddr,
    stop: CancellationToken,
    thread: Option<JoinHandle<()>>,
}

impl InProcess {
    /// Serves a database with these arguments of `serve`, and waits until it is
    /// ready.
    pub(super) fn serve(database: &str, arguments: &[&str]) -> Self {
        let mut all = vec!["--listen", "127.0.0.1:0", "--database", database];
        for (option, value) in PATIENCE {
            if !arguments.iter().any(|given| given.starts_with(option)) {
                all.extend([option, value]);
            }
        }
        all.extend(arguments);
        let all: Vec<String> = all.into_iter().map(str::to_owned).collect();
        let (ready, is_ready) = mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = Runtime::new().unwrap();
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            let server = runtime.block_on(open_server(&all, Clock::system()));
            let server = server.unwrap_or_else(|error| panic!("{error}"));
            let _ = ready.send((server.address(), server.stop().clone()));
            runtime.block_on(server.serve());
            runtime.shutdown_timeout(LAST_MOMENT);
        });
        let (address, stop) = is_ready
            .recv()
            .expect("the server ended before it was ready");
        Self {
            address,
            stop,
            thread: Some(thread),
        }
    }

    /// Where it serves.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for InProcess {
    fn drop(&mut self) {
        self.stop.cancel();
        // Its requests are answered, and its database is closed.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
