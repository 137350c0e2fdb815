//! `dekkingskaart token`.

use std::io::Write;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::arguments::{DatabaseArguments, note_not_empty, read_region, read_role};
use actions::{ActionError, NewToken, Writer};
use domain::clock::Clock;
use domain::dates::parse_date;
use domain::people::viewer::Token;
use domain::places::code::RegionRef;
use domain::record::audit::COMMAND_LINE;
use domain::recorded::Recorded;
use domain::vocabulary::{Role, Scope, UnknownWord};
use store::Store;

#[derive(Debug, Args)]
pub(super) struct TokenArguments {
    #[command(subcommand)]
    command: TokenCommand,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Subcommand)]
enum TokenCommand {
    /// Makes a token and prints it, once: only its hash is kept.
    Add {
        /// The name, which stands beside what is recorded with the token.
        name: String,
        /// PLATFORM, OUTREACH or ADMIN.
        #[arg(long, value_parser = read_role)]
        role: Role,
        /// A region of a PLATFORM, as SET/CODE; once for each.
        #[arg(long = "region", value_parser = read_region)]
        regions: Vec<RegionRef>,
        /// READ, or WRITE: what its role may change, too.
        #[arg(long, value_parser = read_scope, default_value = "write")]
        scope: Scope,
        /// The last date on which it holds; without it, it does not run out.
        #[arg(long, value_parser = parse_date, value_name = "DATE")]
        expires: Option<Date>,
    },
    /// Lists the tokens, revoked ones too.
    List,
    /// Revokes a token: it is refused from then on.
    Revoke {
        /// The name.
        name: String,
    },
}

fn read_scope(text: &str) -> Result<Scope, UnknownWord> {
    text.to_uppercase().parse()
}

#[tokio::main(flavor = "current_thread")]
pub(super) async fn token(arguments: TokenArguments, clock: Clock) -> Result<(), ActionError> {
    let store = Store::connect(&arguments.database.database).await?;
    let writer = Writer::new(&store, COMMAND_LINE, clock);
    let was_empty = store.revision().await? == 0;
    let done = run(&writer, arguments.command).await;
    let is_empty = store.revision().await? == 0;
    store.close().await;
    say(&done?);
    if was_empty && !is_empty {
        note_not_empty();
    }
    Ok(())
}

/// Does what was asked; gives what is to be said.
async fn run(writer: &Writer<'_>, command: TokenCommand) -> Result<String, ActionError> {
    match command {
        TokenCommand::Add {
            name,
            role,
            regions,
            scope,
            expires,
        } => {
            let new = NewToken {
                name,
                role,
                regions,
                scope,
                expires,
            };
            let secret = actions::add_token(writer, new).await?;
            Ok(format!("{}\n", secret.reveal()))
        }
        TokenCommand::List => {
            let tokens = writer.store().tokens().await?;
            Ok(tokens.iter().map(line).collect())
        }
        TokenCommand::Revoke { name } => {
            actions::revoke_token(writer, &name).await?;
            Ok(format!("revoked {name}\n"))
        }
    }
}

fn line(token: &Recorded<Token>) -> String {
    let fact = &token.fact;
    let regions = fact.regions.iter().map(|region| format!(" {region}"));
    let until = fact.expires.map(|last| format!(", until {last}"));
    let revoked = token.superseded_at.map(|at| format!(", revoked {at}"));
    format!(
        "{}: {}{}, {}, made {}{}{}\n",
        fact.name,
        fact.role,
        regions.collect::<String>(),
        fact.scope,
        token.recorded_at,
        until.unwrap_or_default(),
        revoked.unwrap_or_default()
    )
}

fn say(text: &str) {
    // Nobody may be reading any more.
    let _ = std::io::stdout().write_all(text.as_bytes());
}
