//! The real program as a process of its own, to be killed or limited.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use super::program;

/// A running server that ends when dropped, by SIGKILL.
pub struct Process {
    child: Child,
    address: String,
    agent: Agent,
}

impl Process {
    /// Serves a database.
    pub fn serve(database: &str) -> Self {
        Self::of(program(), database)
    }

    /// Serves a database, with no file larger than so many blocks of 512 bytes
    /// until [`Self::lift_limit`].
    pub fn limited(database: &str, blocks: u64) -> Self {
        let program = program();
        let mut limited = Command::new("sh");
        limited
            .args([
                "-c",
                "trap '' XFSZ; ulimit -S -f \"$1\"; shift; exec \"$@\"",
            ])
            .arg("limited")
            .arg(blocks.to_string())
            .arg(program.get_program());
        Self::of(limited, database)
    }

    fn of(mut command: Command, database: &str) -> Self {
        let mut child = command
            .args(["serve", "--empty", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut told = Vec::new();
        let address = log.by_ref().map_while(Result::ok).find_map(|line| {
            told.push(line.clone());
            let (_, rest) = line.split_once("ready on ")?;
            Some(rest.split(' ').next().unwrap().to_owned())
        });
        let address = address.unwrap_or_else(|| panic!("it ended before it was ready: {told:#?}"));
        // The log has to be read on, or the server would wait for it.
        std::thread::spawn(move || log.map_while(Result::ok).for_each(drop));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_idle_connections(0)
            // Much longer than any answer takes: a test that hangs fails.
            .timeout_global(Some(Duration::from_mins(1)))
            .build()
            .into();
        Self {
            child,
            address,
            agent,
        }
    }

    /// Ends it at once, whatever it is doing.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Lets files grow again.
    pub fn lift_limit(&self) {
        let lifted = Command::new("prlimit")
            .arg(format!("--pid={}", self.child.id()))
            .arg("--fsize=unlimited:unlimited")
            .status()
            .unwrap();
        assert!(lifted.success());
    }

    /// The answer to a question; an error when there is none.
    pub fn ask(&self, token: &str, query: &str) -> Result<Value, ureq::Error> {
        ask(&self.agent, &self.address, token, query)
    }

    /// What asks it from another thread.
    pub fn asker(
        &self,
        token: &str,
    ) -> impl Fn(&str) -> Result<Value, ureq::Error> + Send + 'static {
        let (agent, address) = (self.agent.clone(), self.address.clone());
        let token = token.to_owned();
        move |query| ask(&agent, &address, &token, query)
    }

    /// The code of the error of an answer; `OK` when there is none.
    pub fn outcome(&self, token: &str, query: &str) -> String {
        outcome(&self.ask(token, query).unwrap())
    }

    /// The revision that it serves.
    pub fn revision(&self) -> u64 {
        let answer = self.ask("", "{ serverInfo { revision } }").unwrap();
        let revision = &answer["data"]["serverInfo"]["revision"];
        revision.as_u64().unwrap_or_else(|| panic!("{answer:#}"))
    }
}

/// The code of the error of an answer; `OK` when there is none.
pub fn outcome(answer: &Value) -> String {
    if answer["errors"].is_null() && answer["data"].is_object() {
        return "OK".to_owned();
    }
    let codes = ["/errors/0/extensions/code", "/code", "/error/code"];
    let code = codes
        .iter()
        .find_map(|place| answer.pointer(place)?.as_str());
    code.unwrap_or_else(|| panic!("no code: {answer:#}"))
        .to_owned()
}

fn ask(agent: &Agent, address: &str, token: &str, query: &str) -> Result<Value, ureq::Error> {
    let mut request = agent
        .post(format!("{address}/graphql"))
        .header("content-type", "application/json");
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    request
        .send(json!({ "query": query }).to_string())?
        .body_mut()
        .read_json()
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A token of OUTREACH on a database, made by the command line.
pub fn token_on(database: &str) -> String {
    let made = program()
        .args(["token", "add", "writer", "--role", "OUTREACH", "--database"])
        .arg(database)
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

/// A mutation that records two verdicts at once, both or neither, with a note
/// by which they are found again. Each place gives another date.
pub fn write_two(place: u32, note: &str) -> String {
    let first: jiff::civil::Date = "2020-01-01".parse().unwrap();
    let date = first.saturating_add(jiff::Span::new().days(i64::from(place)));
    format!(
        r#"mutation {{ recordVerdicts(input: {{ code: "GM0363", validFrom: "{date}", established: CONVERSATION, verdicts: [
             {{ block: "adopted-policy", verdict: PRESENT, note: "{note}" }},
             {{ block: "regional-plan", verdict: ABSENT, note: "{note}" }} ] }}) {{ code }} }}"#
    )
}
