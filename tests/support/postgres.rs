//! A PostgreSQL cluster for the run of the tests: made in a temporary folder,
//! reached by a socket in it, gone when the tests end, however they end.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::until;

static CLUSTER: OnceLock<Cluster> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

struct Cluster {
    folder: PathBuf,
    /// Its standard input holds the cluster up: when it closes, at the latest
    /// with the end of this process, the cluster stops and its folder goes.
    _keeper: Child,
}

/// The address of a new, empty database.
pub async fn new_database() -> String {
    let cluster = CLUSTER.get_or_init(start);
    let address = |name: &str| {
        format!(
            "postgres://dekkingskaart@localhost/{name}?host={}",
            cluster.folder.display()
        )
    };
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&address("postgres")).await.unwrap();
    let create = format!("create database {name} template template0");
    sqlx::query(AssertSqlSafe(create))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    address(&name)
}

fn start() -> Cluster {
    let programs = programs();
    let folder = tempfile::Builder::new()
        .prefix("pg")
        .tempdir()
        .unwrap()
        .keep();
    let owner = owner(&folder);
    std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o700)).unwrap();
    let data = folder.join("data");

    let made = as_owner(owner, &programs.join("initdb"))
        .args([
            "--username=dekkingskaart",
            "--auth=trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
            "-D",
        ])
        .arg(&data)
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "initdb failed:\n{}",
        String::from_utf8_lossy(&made.stderr)
    );

    let keeper = as_owner(owner, Path::new("sh"))
        .arg("-c")
        .arg(
            "\"$1/postgres\" -D \"$2/data\" -c listen_addresses= -c unix_socket_directories=\"$2\" \
                -c fsync=off -c synchronous_commit=off -c max_connections=200 \
                </dev/null >\"$2/log\" 2>&1 & \
             cat >/dev/null; kill -INT $!; wait $!; rm -rf \"$2\"",
        )
        .arg("keeper")
        .arg(&programs)
        .arg(&folder)
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    await_start(&folder);
    Cluster {
        folder,
        _keeper: keeper,
    }
}

fn await_start(folder: &Path) {
    let socket = folder.join(".s.PGSQL.5432");
    let log = folder.join("log");
    until(
        format_args!("PostgreSQL does not start: {}", log.display()),
        || std::os::unix::net::UnixStream::connect(&socket).is_ok(),
    );
    // The socket is there a little before the cluster takes connections.
    until("PostgreSQL does not become ready", || {
        std::fs::read_to_string(&log).is_ok_and(|log| log.contains("ready to accept"))
    });
}

/// The folder of `initdb` and `postgres`.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let installed = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    folders.extend(installed.map(|version| version.path().join("bin")));
    folders.push("/usr/local/bin".into());
    let found = folders
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists());
    found.expect(
        "the store is tested on PostgreSQL too, and there is none: apt-get install postgresql",
    )
}

/// PostgreSQL refuses to run as root; then the folder goes to another user.
fn owner(folder: &Path) -> Option<&'static str> {
    if id("-u", None) != 0 {
        return None;
    }
    let user = if std::fs::read_to_string("/etc/passwd")
        .unwrap()
        .contains("\npostgres:")
    {
        "postgres"
    } else {
        "nobody"
    };
    chown(
        folder,
        Some(id("-u", Some(user))),
        Some(id("-g", Some(user))),
    )
    .unwrap();
    Some(user)
}

fn id(what: &str, user: Option<&str>) -> u32 {
    let output = Command::new("id").arg(what).args(user).output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap()
}

fn as_owner(owner: Option<&str>, program: &Path) -> Command {
    match owner {
        None => Command::new(program),
        Some(user) => {
            let mut command = Command::new("runuser");
            command.args(["-u", user, "--"]).arg(program);
            command
        }
    }
}
