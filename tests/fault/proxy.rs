//! A door to PostgreSQL that can be held or shut.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// What is sent waits.
    Held,
    /// Nobody comes in, and who was in is thrown out.
    Shut,
}

struct Door {
    state: Mutex<State>,
    changed: Condvar,
    inside: Mutex<Vec<TcpStream>>,
}

/// A proxy between a server and its database.
pub(super) struct Proxy {
    door: Arc<Door>,
    /// Of the database, through the door.
    pub(super) address: String,
}

impl Proxy {
    /// Before a database that is reached by a socket in a folder:
    /// `postgres://USER@localhost/NAME?host=FOLDER`.
    pub(super) fn before(address: &str) -> Self {
        let (start, folder) = address.split_once("?host=").unwrap();
        let socket = format!("{folder}/.s.PGSQL.5432");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let place = format!("@127.0.0.1:{port}/");
        let address = start.replace("@localhost/", &place) + "?sslmode=disable";
        let door = Arc::new(Door {
            state: Mutex::new(State::Open),
            changed: Condvar::new(),
            inside: Mutex::default(),
        });
        let own = Arc::clone(&door);
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if *own.state.lock().unwrap() == State::Shut {
                    continue;
                }
                let database = UnixStream::connect(&socket).unwrap();
                own.inside.lock().unwrap().push(client.try_clone().unwrap());
                let (from, to) = (client.try_clone().unwrap(), database.try_clone().unwrap());
                let there = Arc::clone(&own);
                let both = (client.try_clone().unwrap(), database.try_clone().unwrap());
                std::thread::spawn(move || {
                    there.pass(from, to);
                    // Neither side waits for the other, which may be gone.
                    let _ = both.0.shutdown(Shutdown::Both);
                    let _ = both.1.shutdown(Shutdown::Both);
                });
                let back = Arc::clone(&own);
                std::thread::spawn(move || back.pass(database, client));
            }
        });
        Self { door, address }
    }

    pub(super) fn hold(&self) {
        self.door.set(State::Held);
    }

    pub(super) fn open(&self) {
        self.door.set(State::Open);
    }

    pub(super) fn shut(&self) {
        self.door.set(State::Shut);
        for client in self.door.inside.lock().unwrap().drain(..) {
            // It may have gone by itself.
            let _ = client.shutdown(Shutdown::Both);
        }
    }
}

impl Door {
    fn set(&self, state: State) {
        *self.state.lock().unwrap() = state;
        self.changed.notify_all();
    }

    fn pass(&self, mut from: impl Read, mut to: impl Write) {
        let mut buffer = [0; 16 * 1024];
        while let Ok(read) = from.read(&mut buffer) {
            let state = self.state.lock().unwrap();
            let held = |state: &mut State| *state == State::Held;
            drop(self.changed.wait_while(state, held).unwrap());
            if read == 0 || to.write_all(&buffer[..read]).is_err() {
                break;
            }
        }
    }
}
