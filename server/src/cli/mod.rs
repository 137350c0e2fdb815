//! Commands and settings. This is the only place that reads the environment.

mod arguments;
mod audit;
mod backup;
mod import;
mod limits;
mod publish;
mod ready_server;
mod refresh;
mod safelist;
mod serve;
mod serve_arguments;
mod serving;
mod token;
mod user;

use std::error::Error;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{Args as _, FromArgMatches as _, Parser, Subcommand};

use domain::clock::Clock;
use serve_arguments::ServeArguments;

pub use ready_server::ReadyServer;

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
            // Who reads it may have seen enough.
            let _ = std::io::stdout().write_all(graphql::sdl().as_bytes());
            ExitCode::SUCCESS
        }
    }
}

/// Opens what `dekkingskaart serve` with these arguments would serve, whatever
/// the environment says. For tests, which have it in their own process.
pub async fn open_server(
    arguments: &[&str],
    clock: Clock,
) -> Result<ReadyServer, Box<dyn Error + Send + Sync>> {
    let command = clap::Command::new("serve").no_binary_name(true);
    let command = ServeArguments::augment_args(command);
    let command = command.mut_args(|argument| argument.env(None::<&'static str>));
    let matches = command.try_get_matches_from(arguments)?;
    let arguments = ServeArguments::from_arg_matches(&matches)?;
    Ok(ReadyServer::open(&arguments, clock).await?)
}

fn report<E: Error>(outcome: Result<(), E>) -> ExitCode {
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
