//! The program `dekkingskaart serve`, as a process of its own.

use std::io::{BufRead, BufReader, Read, Seek};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

/// Names another build of the program, to be tried instead.
pub(super) const OTHER_BUILD: &str = "DEKKINGSKAART_BIN";
/// Tells the keeper how much address space the program may have.
pub(super) const ADDRESS_SPACE: &str = "TEST_ADDRESS_SPACE";

/// The running program, stopped when dropped.
pub(super) struct Program {
    keeper: Child,
    address: String,
    /// What it printed on standard output.
    printed: Mutex<std::fs::File>,
    /// What it logged before it was ready.
    begin: String,
    /// What it logged since, by line.
    log: Arc<Mutex<Vec<String>>>,
}

impl Program {
    /// Serves a database with these arguments, and waits until it is ready.
    pub(super) fn serve(mut program: Command, database: &str, arguments: &[&str]) -> Self {
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
        Self {
            keeper,
            address,
            printed: Mutex::new(printed),
            begin,
            log: logged,
        }
    }

    /// Where it serves.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// The most memory that it has held, in bytes.
    pub(super) fn peak_memory(&self) -> u64 {
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
    pub(super) fn printed(&self) -> String {
        let mut file = self.printed.lock().unwrap();
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    }

    /// What it logged before it was ready.
    pub(super) fn before_ready(&self) -> &str {
        &self.begin
    }

    /// What it logged since it was ready.
    pub(super) fn logged(&self) -> String {
        self.log.lock().unwrap().join("\n")
    }
}

impl Drop for Program {
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

/// Options of a server among many tests at a time: a program that is not
/// optimised takes long there for what is quick elsewhere, and that is no fault.
pub(super) const PATIENCE: [(&str, &str); 2] =
    [("--deadline-seconds", "120"), ("--queue-seconds", "60")];

/// The built program, or another build of it as `DEKKINGSKAART_BIN` says;
/// without other settings from outside.
pub fn program() -> Command {
    let given = std::env::var_os(OTHER_BUILD);
    let program = given.unwrap_or_else(|| env!("CARGO_BIN_EXE_dekkingskaart").into());
    let mut command = Command::new(program);
    command
        .env_remove("DEKKINGSKAART_ADDRESS")
        .env_remove("DEKKINGSKAART_ANSWER_CACHE_MB")
        .env_remove("DEKKINGSKAART_BEHIND_PROXY")
        .env_remove("DEKKINGSKAART_CLIENT_AT_ONCE")
        .env_remove("DEKKINGSKAART_CLIENT_BURST")
        .env_remove("DEKKINGSKAART_CLIENT_RATE")
        .env("DEKKINGSKAART_DEADLINE_SECONDS", PATIENCE[0].1)
        .env("DEKKINGSKAART_QUEUE_SECONDS", PATIENCE[1].1)
        .env_remove("DEKKINGSKAART_DATABASE")
        .env_remove("DEKKINGSKAART_LISTEN")
        .env_remove("DEKKINGSKAART_OIDC_ISSUER")
        .env_remove("DEKKINGSKAART_PUBLIC")
        .env_remove("DEKKINGSKAART_QUEUE")
        .env_remove("DEKKINGSKAART_SAFELIST");
    command
}
