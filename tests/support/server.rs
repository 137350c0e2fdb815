//! The real program, started on a free port with a database of its own.

use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::until;

/// Tells the keeper how much address space the program may have.
const ADDRESS_SPACE: &str = "TEST_ADDRESS_SPACE";

/// A running server, stopped when dropped.
pub struct Server {
    keeper: Child,
    address: String,
    agent: Agent,
    database: String,
    /// What it printed on standard output.
    printed: Mutex<std::fs::File>,
    /// What it logged before it was ready.
    begin: String,
    /// What it logged since, by line.
    log: Arc<Mutex<Vec<String>>>,
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

    /// The same, with this much in its log.
    pub fn logging(what: &str, arguments: &[&str]) -> Self {
        let mut program = program();
        program.env("DEKKINGSKAART_LOG", what);
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite://{}", folder.path().join("test.db").display());
        let mut server = Self::of(program, &database, arguments);
        server.folder = Some(folder);
        server
    }

    /// The same, with so much address space, in KiB: it ends when it asks for
    /// more.
    pub fn limited(address_space: u32, arguments: &[&str]) -> Self {
        let mut program = program();
        program.env(ADDRESS_SPACE, address_space.to_string());
        let folder = TempDir::new().unwrap();
        let database = format!("sqlite://{}", folder.path().join("test.db").display());
        let mut server = Self::of(program, &database, arguments);
        server.folder = Some(folder);
        server
    }

    /// Starts it on a database that may hold something.
    pub fn on(database: &str, arguments: &[&str]) -> Self {
        Self::of(program(), database, arguments)
    }

    fn of(mut program: Command, database: &str, arguments: &[&str]) -> Self {
        program
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .args(arguments)
            .env("NO_COLOR", "1");
        let printed = tempfile::tempfile().unwrap();
        let mut keeper = kept(&program)
            .stdout(printed.try_clone().unwrap())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(keeper.stderr.take().unwrap()).lines();
        let mut begin = String::new();
        let ready = log.by_ref().map(Result::unwrap).find_map(|line| {
            begin.push_str(&line);
            begin.push('\n');
            // Its keeper outlives it, so the log would not end.
            assert!(!line.starts_with("dekkingskaart: "), "{line}");
            line.split_once("ready on ")
                .map(|(_, rest)| rest.split([' ', '"']).next().unwrap().to_owned())
        });
        let address = ready.expect("the server ended before it was ready");
        // The log has to be read on, or the server would wait for it.
        let logged = Arc::new(Mutex::new(Vec::new()));
        let kept_log = Arc::clone(&logged);
        std::thread::spawn(move || {
            for line in log.map_while(Result::ok) {
                kept_log.lock().unwrap().push(line);
            }
        });
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            // The server closes a connection whose request it did not read
            // to the end.
            .max_idle_connections(0)
            .build()
            .into();
        Self {
            keeper,
            address,
            agent,
            database: database.to_owned(),
            printed: Mutex::new(printed),
            begin,
            log: logged,
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

    /// The most memory that it has held, in bytes.
    pub fn peak_memory(&self) -> u64 {
        let keeper = self.keeper.id();
        let children = format!("/proc/{keeper}/task/{keeper}/children");
        let children = std::fs::read_to_string(children).unwrap();
        let of_server = |child: &&str| {
            let name = std::fs::read_to_string(format!("/proc/{child}/comm"));
            name.is_ok_and(|name| name.trim() == "dekkingskaart")
        };
        let child = children.split_whitespace().find(of_server).unwrap();
        let status = std::fs::read_to_string(format!("/proc/{child}/status")).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kibibytes = peak.unwrap().trim().trim_end_matches(" kB");
        kibibytes.parse::<u64>().unwrap() * 1024
    }

    /// What it printed on standard output so far.
    pub fn printed(&self) -> String {
        let mut file = self.printed.lock().unwrap();
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    }

    /// What it logged before it was ready.
    pub fn before_ready(&self) -> &str {
        &self.begin
    }

    /// What it logged since it was ready.
    pub fn logged(&self) -> String {
        self.log.lock().unwrap().join("\n")
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
        .args([
            "-c",
            "ulimit -v \"${TEST_ADDRESS_SPACE:-unlimited}\"; \
             \"$@\" </dev/null & cat >/dev/null; kill $!; wait $!",
        ])
        .arg("keeper")
        .arg(program.get_program())
        .args(program.get_args())
        .stdin(Stdio::piped());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => keeper.env(name, value),
            None => keeper.env_remove(name),
        };
    }
    keeper
}

/// The built program, or another build of it as `DEKKINGSKAART_BIN` says;
/// without other settings from outside.
pub fn program() -> Command {
    let given = std::env::var_os("DEKKINGSKAART_BIN");
    let program = given.unwrap_or_else(|| env!("CARGO_BIN_EXE_dekkingskaart").into());
    let mut command = Command::new(program);
    command
        .env_remove("DEKKINGSKAART_ADDRESS")
        .env_remove("DEKKINGSKAART_ANSWER_CACHE_MB")
        .env_remove("DEKKINGSKAART_BEHIND_PROXY")
        .env_remove("DEKKINGSKAART_CLIENT_AT_ONCE")
        .env_remove("DEKKINGSKAART_CLIENT_BURST")
        .env_remove("DEKKINGSKAART_CLIENT_RATE")
        // A program that is not optimised, among many tests at a time, takes long
        // for what is quick elsewhere, and that is no fault.
        .env("DEKKINGSKAART_DEADLINE_SECONDS", "120")
        .env("DEKKINGSKAART_QUEUE_SECONDS", "60")
        .env_remove("DEKKINGSKAART_DATABASE")
        .env_remove("DEKKINGSKAART_LISTEN")
        .env_remove("DEKKINGSKAART_OIDC_ISSUER")
        .env_remove("DEKKINGSKAART_PUBLIC")
        .env_remove("DEKKINGSKAART_QUEUE")
        .env_remove("DEKKINGSKAART_SAFELIST");
    command
}
