//! The real program, started on a free port with a database of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

/// A running server, stopped when dropped.
pub struct Server {
    keeper: Child,
    address: String,
    agent: Agent,
    database: String,
    /// Goes with the server; none when the database is another's.
    folder: Option<TempDir>,
}

impl Server {
    /// Starts `dekkingskaart serve` with these arguments on an empty database
    /// and waits until it is ready.
    pub fn start(arguments: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite://{}", folder.path().join("test.db").display());
        let mut server = Self::on(&database, arguments);
        server.folder = Some(folder);
        server
    }

    /// Starts it on a database that may hold something.
    pub fn on(database: &str, arguments: &[&str]) -> Self {
        let mut program = program();
        program
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .args(arguments)
            .env("NO_COLOR", "1");
        let mut keeper = kept(&program).stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(keeper.stderr.take().unwrap()).lines();
        let ready = log.by_ref().map(Result::unwrap).find_map(|line| {
            // Its keeper outlives it, so the log would not end.
            assert!(!line.starts_with("dekkingskaart: "), "{line}");
            line.split_once("ready on ")
                .map(|(_, rest)| rest.split(' ').next().unwrap().to_owned())
        });
        let address = ready.expect("the server ended before it was ready");
        // The log has to be read on, or the server would wait for it.
        std::thread::spawn(move || log.for_each(drop));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        Self {
            keeper,
            address,
            agent,
            database: database.to_owned(),
            folder: None,
        }
    }

    /// One server with the public data, shared by all tests that only read.
    pub fn public() -> &'static Self {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| Self::start(&[]))
    }

    /// The address of its database.
    pub fn database(&self) -> String {
        self.database.clone()
    }

    /// Host and port.
    pub fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// Gets a path.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let mut request = self.agent.get(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.call().unwrap()
    }

    /// Posts a body to `/graphql`.
    pub fn post(&self, content_type: &str, body: &str) -> (u16, Value) {
        let request = self.agent.post(format!("{}/graphql", self.address));
        let mut response = request
            .header("content-type", content_type)
            .send(body)
            .unwrap();
        (
            response.status().as_u16(),
            response.body_mut().read_json().unwrap(),
        )
    }

    /// Makes a token with these arguments of `dekkingskaart token add`.
    pub fn token(&self, name: &str, arguments: &[&str]) -> String {
        let made = self.run(&[&["token", "add", name], arguments].concat());
        made.trim().to_owned()
    }

    /// Runs the program on its database; gives what it said.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = program()
            .args(arguments)
            .args(["--database", &self.database])
            .output()
            .unwrap();
        let noted = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}\n{noted}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Status and whole answer to a question with a token.
    pub fn ask_as(&self, token: Option<&str>, query: &str) -> (u16, Value) {
        let mut request = self.agent.post(format!("{}/graphql", self.address));
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let body = json!({ "query": query }).to_string();
        let mut response = request
            .header("content-type", "application/json")
            .send(body)
            .unwrap();
        (
            response.status().as_u16(),
            response.body_mut().read_json().unwrap(),
        )
    }

    /// The data of an answer without errors to a question with a token.
    pub fn data_as(&self, token: &str, query: &str) -> Value {
        let (_, mut answer) = self.ask_as(Some(token), query);
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"].take()
    }

    /// Waits until it serves what is on record, as it does within a second or
    /// two of another program's change.
    pub fn await_revision(&self, revision: u64) {
        let begin = Instant::now();
        while self.served_revision() < revision {
            assert!(
                begin.elapsed() < Duration::from_secs(20),
                "no revision {revision}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until it knows a token.
    pub fn await_token(&self, token: &str) {
        let begin = Instant::now();
        while self.ask_as(Some(token), "{ viewer { role } }").0 != 200 {
            let waited = begin.elapsed();
            assert!(waited < Duration::from_secs(20), "the token is not known");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn served_revision(&self) -> u64 {
        let mut ready = self.get("/health/ready", &[]);
        let text = ready.body_mut().read_to_string().unwrap();
        let revision = text.trim().rsplit(' ').next().unwrap();
        revision.parse().unwrap()
    }

    /// The whole answer to a question.
    pub fn answer(&self, query: &str) -> Value {
        self.post("application/json", &json!({ "query": query }).to_string())
            .1
    }

    /// The data of an answer without errors.
    pub fn data(&self, query: &str) -> Value {
        let mut answer = self.answer(query);
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"].take()
    }

    /// The code of the first error of an answer.
    pub fn error_code(&self, query: &str) -> String {
        let answer = self.answer(query);
        let code = answer["errors"][0]["extensions"]["code"].as_str();
        code.unwrap_or_else(|| panic!("no error code: {answer:#}"))
            .to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its keeper stops it, and may have ended already.
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// The program under a keeper, which stops it when its own standard input
/// closes: at the latest with the end of this process, however that comes.
/// A server in a `static` is never dropped.
fn kept(program: &Command) -> Command {
    let mut keeper = Command::new("sh");
    keeper
        .args(["-c", "\"$@\" </dev/null & cat >/dev/null; kill $!; wait $!"])
        .arg("keeper")
        .arg(program.get_program())
        .args(program.get_args())
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => keeper.env(name, value),
            None => keeper.env_remove(name),
        };
    }
    keeper
}

/// The built program, without settings from outside.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dekkingskaart"));
    command
        .env_remove("DEKKINGSKAART_DATABASE")
        .env_remove("DEKKINGSKAART_LISTEN")
        .env_remove("DEKKINGSKAART_PUBLIC");
    command
}
