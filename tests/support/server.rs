//! A server on a free port with a database of its own, and what is asked of it.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::in_process::InProcess;
use super::program::{ADDRESS_SPACE, OTHER_BUILD, Program, program};
use super::until;

/// A running server, stopped when dropped: in the process of the tests, or as
/// the program where a test looks at its process, its log, what it prints or
/// what it counts.
pub struct Server {
    running: Running,
    address: String,
    agent: Agent,
    database: String,
    /// Goes with the server; none when the database is another's.
    folder: Option<TempDir>,
}

enum Running {
    Here { _server: InProcess },
    Program(Program),
}

impl Server {
    /// Serves with these arguments on an empty database, in this process; waits
    /// until it is ready.
    pub fn start(arguments: &[&str]) -> Self {
        Self::on_own_database(|database| Self::on(database, arguments))
    }

    /// The same on a database that may hold something.
    pub fn on(database: &str, arguments: &[&str]) -> Self {
        // Another build can only be tried as a program.
        if std::env::var_os(OTHER_BUILD).is_some() {
            return Self::spawn_on(database, arguments);
        }
        let server = InProcess::serve(database, arguments);
        let address = format!("http://{}", server.address());
        Self::of(Running::Here { _server: server }, address, database)
    }

    /// Starts `dekkingskaart serve` with these arguments on an empty database,
    /// and waits until it is ready.
    pub fn spawn(arguments: &[&str]) -> Self {
        Self::on_own_database(|database| Self::spawn_on(database, arguments))
    }

    /// The same on a database that may hold something.
    pub fn spawn_on(database: &str, arguments: &[&str]) -> Self {
        Self::of_program(program(), database, arguments)
    }

    /// The same, with this much in its log.
    pub fn logging(what: &str, arguments: &[&str]) -> Self {
        let mut program = program();
        program.env("DEKKINGSKAART_LOG", what);
        Self::on_own_database(|database| Self::of_program(program, database, arguments))
    }

    /// The same, with so much address space, in KiB: it ends when it asks for
    /// more.
    pub fn limited(address_space: u32, arguments: &[&str]) -> Self {
        let mut program = program();
        program.env(ADDRESS_SPACE, address_space.to_string());
        Self::on_own_database(|database| Self::of_program(program, database, arguments))
    }

    fn on_own_database(serve: impl FnOnce(&str) -> Self) -> Self {
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite://{}", folder.path().join("test.db").display());
        let mut server = serve(&database);
        server.folder = Some(folder);
        server
    }

    fn of_program(command: Command, database: &str, arguments: &[&str]) -> Self {
        let program = Program::serve(command, database, arguments);
        let address = program.address().to_owned();
        Self::of(Running::Program(program), address, database)
    }

    fn of(running: Running, address: String, database: &str) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            // The server closes a connection whose request it did not read
            // to the end.
            .max_idle_connections(0)
            .build()
            .into();
        Self {
            running,
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

    /// The program, for what only a process of its own can tell.
    fn program(&self) -> &Program {
        match &self.running {
            Running::Program(program) => program,
            Running::Here { .. } => panic!("start it with `Server::spawn`"),
        }
    }

    /// The most memory that it has held, in bytes.
    pub fn peak_memory(&self) -> u64 {
        self.program().peak_memory()
    }

    /// What it printed on standard output so far.
    pub fn printed(&self) -> String {
        self.program().printed()
    }

    /// What it logged before it was ready.
    pub fn before_ready(&self) -> &str {
        self.program().before_ready()
    }

    /// What it logged since it was ready.
    pub fn logged(&self) -> String {
        self.program().logged()
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

    /// Posts JSON to a path.
    pub fn post_json(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Response<Body> {
        let mut request = self.agent.post(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.header("content-type", "application/json");
        request.send(body.to_string()).unwrap()
    }

    /// Posts a body of some type to a path.
    pub fn post_as(&self, path: &str, content_type: &str, body: &str) -> Response<Body> {
        let request = self.agent.post(format!("{}{path}", self.address));
        let request = request.header("content-type", content_type);
        request.send(body).unwrap()
    }

    /// Posts bytes to a path.
    pub fn post_bytes(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response<Body> {
        let mut request = self.agent.post(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send(body).unwrap()
    }

    /// Makes a token with these arguments of `dekkingskaart token add`.
    pub fn token(&self, name: &str, arguments: &[&str]) -> String {
        let made = self.run(&[&["token", "add", name], arguments].concat());
        made.trim().to_owned()
    }

    /// Runs the program on its database; gives what it said.
    pub fn run(&self, arguments: &[&str]) -> String {
        self.run_typing("", arguments)
    }

    /// Runs the program on its database with something on its standard input.
    pub fn run_typing(&self, typed: &str, arguments: &[&str]) -> String {
        let output = self.try_run(typed, arguments);
        let noted = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}\n{noted}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the program on its database, whether it succeeds or not.
    pub fn try_run(&self, typed: &str, arguments: &[&str]) -> Output {
        let mut running = program()
            .args(arguments)
            .args(["--database", &self.database])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = running.stdin.take().unwrap();
        // It may end without reading.
        let _ = input.write_all(typed.as_bytes());
        drop(input);
        running.wait_with_output().unwrap()
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
        until(format_args!("no revision {revision}"), || {
            self.served_revision() >= revision
        });
    }

    /// Waits until it knows a token.
    pub fn await_token(&self, token: &str) {
        until("the token is not known", || {
            self.ask_as(Some(token), "{ viewer { role } }").0 == 200
        });
    }

    /// The revision that it serves.
    pub fn served_revision(&self) -> u64 {
        let mut ready = self.get("/health/ready", &[]);
        let told: Value = ready.body_mut().read_json().unwrap();
        told["revision"].as_u64().unwrap()
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
