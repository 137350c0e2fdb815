//! `dekkingskaart user`.

use std::io::{BufRead, IsTerminal, Write};

use clap::{Args, Subcommand};
use console::Term;
use thiserror::Error;

use super::arguments::{DatabaseArguments, read_region, read_role};
use actions::{ActionError, NewAccount, NewInvitation, PersonChange, Writer};
use domain::clock::Clock;
use domain::id::Id;
use domain::people::account::Account;
use domain::people::email::{BadEmail, Email};
use domain::places::code::RegionRef;
use domain::record::audit::COMMAND_LINE;
use domain::recorded::Recorded;
use domain::vocabulary::Role;
use store::{Store, StoreError};

#[derive(Debug, Args)]
pub(super) struct UserArguments {
    #[command(subcommand)]
    command: UserCommand,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Lets somebody sign in; the password is read from standard input.
    Add {
        /// What they sign in with.
        #[arg(value_parser = read_email)]
        email: Email,
        /// PLATFORM, OUTREACH or ADMIN.
        #[arg(long, value_parser = read_role)]
        role: Role,
        /// A region of a PLATFORM, as SET/CODE; once for each.
        #[arg(long = "region", value_parser = read_region)]
        regions: Vec<RegionRef>,
        /// Stands beside what they record; what stands before the `@` when
        /// absent.
        #[arg(long)]
        name: Option<String>,
        /// They have to choose another password before anything opens.
        #[arg(long)]
        one_time: bool,
    },
    /// Lists who may sign in.
    List,
    /// Sets a password, read from standard input, and signs them out
    /// everywhere.
    Password {
        /// The email.
        #[arg(value_parser = read_email)]
        email: Email,
        /// They have to choose another password before anything opens.
        #[arg(long)]
        one_time: bool,
    },
    /// Lets somebody sign in who chooses a password with a link; prints it,
    /// once.
    Invite {
        /// What they sign in with.
        #[arg(value_parser = read_email)]
        email: Email,
        /// PLATFORM, OUTREACH or ADMIN.
        #[arg(long, value_parser = read_role)]
        role: Role,
        /// A region of a PLATFORM, as SET/CODE; once for each.
        #[arg(long = "region", value_parser = read_region)]
        regions: Vec<RegionRef>,
        /// Stands beside what they record.
        #[arg(long)]
        name: Option<String>,
    },
    /// Changes what somebody may do, or their name.
    Change {
        /// The email.
        #[arg(value_parser = read_email)]
        email: Email,
        /// PLATFORM, OUTREACH or ADMIN.
        #[arg(long, value_parser = read_role)]
        role: Option<Role>,
        /// A region of a PLATFORM, as SET/CODE; once for each.
        #[arg(long = "region", value_parser = read_region)]
        regions: Option<Vec<RegionRef>>,
        /// Stands beside what they record.
        #[arg(long)]
        name: Option<String>,
    },
    /// Takes away the second factor of somebody who lost theirs.
    ResetSecondFactor {
        /// The email.
        #[arg(value_parser = read_email)]
        email: Email,
    },
    /// Signs somebody out everywhere.
    SignOut {
        /// The email.
        #[arg(value_parser = read_email)]
        email: Email,
    },
    /// Removes an account, and signs the person out everywhere.
    Remove {
        /// The email.
        #[arg(value_parser = read_email)]
        email: Email,
    },
}

/// Why a command about people failed.
#[derive(Debug, Error)]
pub(super) enum UserError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Action(#[from] ActionError),
    #[error("no password can be read from standard input")]
    Unread(#[from] std::io::Error),
}

fn read_email(text: &str) -> Result<Email, BadEmail> {
    text.parse()
}

#[tokio::main(flavor = "current_thread")]
pub(super) async fn user(arguments: UserArguments, clock: Clock) -> Result<(), UserError> {
    let store = Store::connect(&arguments.database.database).await?;
    let writer = Writer::new(&store, COMMAND_LINE, clock);
    let done = run(&writer, arguments.command).await;
    store.close().await;
    // Nobody may be reading any more.
    let _ = std::io::stdout().write_all(done?.as_bytes());
    Ok(())
}

/// Does what was asked; gives what is to be said.
async fn run(writer: &Writer<'_>, command: UserCommand) -> Result<String, UserError> {
    match command {
        UserCommand::Add {
            email,
            role,
            regions,
            name,
            one_time,
        } => {
            let new = NewAccount {
                email,
                name,
                role,
                regions,
                password: read_password()?,
                must_change: one_time,
            };
            let made = actions::add_account(writer, new).await?;
            Ok(format!("{} may sign in as {}\n", made.email, made.role))
        }
        UserCommand::List => {
            let accounts = writer.store().access().await?.accounts;
            Ok(accounts.iter().map(line).collect())
        }
        UserCommand::Password { email, one_time } => {
            let password = read_password()?;
            actions::set_password(writer, &email, &password, one_time).await?;
            Ok(format!("{email} has another password\n"))
        }
        UserCommand::Invite {
            email,
            role,
            regions,
            name,
        } => {
            let invited = NewInvitation {
                email,
                name,
                role,
                regions,
            };
            let (_, link) = actions::invite_person(writer, invited).await?;
            Ok(format!("/uitnodiging#{}\n", link.reveal()))
        }
        UserCommand::Change {
            email,
            role,
            regions,
            name,
        } => {
            let change = PersonChange {
                role,
                regions,
                name,
            };
            let id = id_of(writer, &email).await?;
            let changed = actions::change_person(writer, &id, change).await?;
            Ok(format!("{email}: {}, {}\n", changed.name, changed.role))
        }
        UserCommand::ResetSecondFactor { email } => {
            let id = id_of(writer, &email).await?;
            actions::reset_second_factor(writer, &id).await?;
            Ok(format!("{email} has no second factor\n"))
        }
        UserCommand::SignOut { email } => {
            let id = id_of(writer, &email).await?;
            actions::end_person_sessions(writer, &id).await?;
            Ok(format!("{email} is signed out everywhere\n"))
        }
        UserCommand::Remove { email } => {
            actions::remove_account(writer, &email).await?;
            Ok(format!("removed {email}\n"))
        }
    }
}

/// The id of the account of an email.
async fn id_of(writer: &Writer<'_>, email: &Email) -> Result<Id<Account>, UserError> {
    let mut accounts = writer.store().access().await?.accounts.into_iter();
    let account = accounts.find(|account| account.fact.email == *email);
    let account = account.ok_or_else(|| ActionError::unknown("account", email.as_str()))?;
    Ok(account.fact.id)
}

/// One line of standard input; not shown when typed.
fn read_password() -> std::io::Result<String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        let terminal = Term::stderr();
        terminal.write_str("Password: ")?;
        return terminal.read_secure_line();
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn line(account: &Recorded<Account>) -> String {
    let fact = &account.fact;
    let mut role = fact.role.to_string();
    for region in &fact.regions {
        role.push(' ');
        role.push_str(&region.to_string());
    }
    let change = if fact.must_change {
        ", has to choose a password"
    } else {
        ""
    };
    format!(
        "{}: {}, {role}, recorded {}{change}\n",
        fact.email, fact.name, account.recorded_at
    )
}
