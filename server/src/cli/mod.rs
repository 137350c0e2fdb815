//! Commands and settings. This is the only place that reads the environment.

mod audit;
mod backup;
mod import;
mod limits;
mod publish;
mod refresh;
mod safelist;
mod serve;
mod serving;
mod token;
mod user;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::auth::{BadProvider, Provider, ProviderSettings};
use crate::domain::clock::Clock;
use crate::domain::people::permissions::PublicAccess;
use crate::domain::places::code::RegionRef;
use crate::domain::record::audit::COMMAND_LINE;
use crate::domain::vocabulary::{Role, UnknownWord};

/// Coverage map of care coordination and anti-trafficking policy in Dutch
/// municipalities.
#[derive(Debug, Parser)]
#[command(name = "dekkingskaart", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one, and it is read once"
)]
enum Command {
    /// Serves the map and its GraphQL.
    Serve(ServeArguments),
    /// Imports a file: all of it, or nothing when anything in it is wrong.
    Import(import::ImportArguments),
    /// Brings the public data of this program into an older database, in the
    /// place of what came with an earlier edition and nobody has changed since.
    RefreshPublicData(refresh::RefreshArguments),
    /// Makes, lists and revokes tokens by which programs say who they are.
    Token(token::TokenArguments),
    /// Adds, lists and removes people who sign in, and sets their passwords.
    User(user::UserArguments),
    /// Checks and exports the audit trail.
    Audit(audit::AuditArguments),
    /// Copies the database to a file, while it is served.
    Backup(backup::BackupArguments),
    /// Puts a copy into an empty database.
    Restore(backup::RestoreArguments),
    /// Writes a copy of the public site in files, for a host without a server.
    Publish(publish::PublishArguments),
    /// Prints the GraphQL schema.
    Schema,
}

fn read_role(text: &str) -> Result<Role, UnknownWord> {
    text.to_uppercase().parse()
}

fn read_region(text: &str) -> Result<RegionRef, &'static str> {
    match text.split_once('/') {
        Some((set, code)) if !set.is_empty() && !code.is_empty() => Ok(RegionRef::new(set, code)),
        _ => Err("write the set and the code, such as vng-platform/RP02"),
    }
}

/// Where the database is.
#[derive(Debug, Args)]
struct DatabaseArguments {
    /// `sqlite://path` or `postgres://...`.
    #[arg(
        long,
        global = true,
        env = "DEKKINGSKAART_DATABASE",
        default_value = "sqlite://var/dekkingskaart.db"
    )]
    database: String,
}

#[derive(Debug, Args)]
struct ServeArguments {
    /// The address to listen on.
    #[arg(long, env = "DEKKINGSKAART_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    database: DatabaseArguments,
    /// Leaves an empty database empty, instead of loading the public data.
    #[arg(long)]
    empty: bool,
    /// Loads invented verdicts for every municipality into an empty database.
    #[arg(long, conflicts_with = "empty")]
    demo: bool,
    /// What may be read without an account.
    #[arg(long, env = "DEKKINGSKAART_PUBLIC", value_enum, default_value_t)]
    public: PublicAccess,
    /// Takes the address of a client from the last `X-Forwarded-For`, which a
    /// proxy in front has to set; without a proxy anybody could.
    #[arg(long, env = "DEKKINGSKAART_BEHIND_PROXY", num_args = 0..=1, default_value_t, default_missing_value = "true")]
    behind_proxy: bool,
    /// Where this server is, as its visitors see it: `https://kaart.example.nl`.
    /// Signing in at a provider needs it, and the sheets link to it.
    #[arg(long, env = "DEKKINGSKAART_ADDRESS")]
    address: Option<String>,
    /// Holds visitors without an account to the documents of a list: a folder of
    /// `.graphql` files, or a file of JSON with their texts by name or a manifest
    /// of persisted queries. Those of the client are always on it.
    #[arg(long, env = "DEKKINGSKAART_SAFELIST")]
    safelist: Option<PathBuf>,
    #[command(flatten)]
    provider: ProviderArguments,
    #[command(flatten)]
    serving: serving::ServingArguments,
    #[command(flatten)]
    limits: limits::LimitArguments,
}

/// A provider of OpenID Connect where people may sign in.
#[derive(Debug, Args)]
struct ProviderArguments {
    /// The provider, as it calls itself: `https://login.example.nl`.
    #[arg(long, env = "DEKKINGSKAART_OIDC_ISSUER")]
    oidc_issuer: Option<String>,
    /// As whom this server asks it.
    #[arg(long, env = "DEKKINGSKAART_OIDC_CLIENT_ID")]
    oidc_client_id: Option<String>,
    /// What shows that it is this server. Better in the environment: others on
    /// the machine see options.
    #[arg(long, env = "DEKKINGSKAART_OIDC_CLIENT_SECRET", hide_env_values = true)]
    oidc_client_secret: Option<String>,
    /// What people know the provider by, on the button.
    #[arg(
        long,
        env = "DEKKINGSKAART_OIDC_NAME",
        default_value = "OpenID Connect"
    )]
    oidc_name: String,
    /// Trusts addresses of which the provider does not say whether it checked
    /// them; only for one that checks them all.
    #[arg(long, env = "DEKKINGSKAART_OIDC_TRUST_EMAIL", num_args = 0..=1, default_value_t, default_missing_value = "true")]
    oidc_trust_email: bool,
}

impl ServeArguments {
    /// The provider, when there is one.
    fn provider(&self) -> Result<Option<Provider>, BadProvider> {
        let given = &self.provider;
        let issuer = given.oidc_issuer.as_deref();
        let Some(issuer) = issuer.filter(|issuer| !issuer.is_empty()) else {
            return Ok(None);
        };
        let settings = ProviderSettings::new(
            issuer,
            given.oidc_client_id.as_deref(),
            given.oidc_client_secret.as_deref(),
            &given.oidc_name,
        )?;
        let address = self.address.as_deref().filter(|text| !text.is_empty());
        let settings = settings.at(address)?.trusting_email(given.oidc_trust_email);
        Ok(Some(Provider::new(settings)))
    }
}

/// Runs the command that the program was called with.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let clock = Clock::system();
    match arguments.command {
        Command::Serve(arguments) => report(serve::serve(&arguments, clock)),
        Command::Import(arguments) => report(import::import(&arguments, clock)),
        Command::RefreshPublicData(arguments) => report(refresh::refresh(&arguments, clock)),
        Command::Token(arguments) => report(token::token(arguments, clock)),
        Command::User(arguments) => report(user::user(arguments, clock)),
        Command::Audit(arguments) => report(audit::audit(arguments)),
        Command::Backup(arguments) => report(backup::backup(&arguments)),
        Command::Restore(arguments) => report(backup::restore(&arguments)),
        Command::Publish(arguments) => report(publish::publish(&arguments, clock)),
        Command::Schema => {
            #[expect(clippy::print_stdout, reason = "the schema is what the command is for")]
            {
                print!("{}", crate::graphql::sdl());
            }
            ExitCode::SUCCESS
        }
    }
}

/// Tells that `serve` will not load the public data any more.
fn note_not_empty() {
    // Nobody may be reading any more.
    let _ = writeln!(
        std::io::stderr(),
        "note: the database was empty: `serve` loads the public data only into an empty one"
    );
}

fn report<E: std::error::Error>(outcome: Result<(), E>) -> ExitCode {
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    #[expect(
        clippy::print_stderr,
        reason = "a command tells its caller why it failed"
    )]
    {
        eprintln!("dekkingskaart: {text}");
    }
    ExitCode::FAILURE
}
