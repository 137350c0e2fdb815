//! Every way to change something, one file a use case. Each checks against
//! what is on record and writes in one transaction: all of it or nothing.

mod care;
mod checks;
mod coverage;
mod hashing;
mod ids;
mod outreach;
mod people;
mod places;
mod policy;
mod public_data;
mod record;
mod writer;

use std::fmt;

use domain::message::{ChangeMessage, Message, PeopleMessage, ServiceMessage};
use domain::people::password::BadPassword;
use domain::record::field_diff::{FieldDiff, Fields, differences};
use domain::vocabulary::RowOutcome;
use store::{StaleRecord, StoreError};

pub use care::raise_bottleneck::raise_bottleneck;
pub use care::record_arrangement::{end_arrangement, record_arrangement};
pub use care::record_arrangements::{
    record_arrangement_coverage, record_arrangement_details, record_arrangements,
};
pub use care::resolve_bottleneck::resolve_bottleneck;
pub use care::share_good_practice::share_good_practice;
pub use hashing::is_of;
pub use ids::new_id;
pub use outreach::add_targets::add_targets;
pub use outreach::create_campaign::create_campaign;
pub use outreach::record_briefing::record_briefing;
pub use outreach::set_stage::set_stage;
pub use people::accept_invitation::accept_invitation;
pub use people::add_account::{NewAccount, add_account};
pub use people::add_token::{NewToken, add_token};
pub use people::ask_access::{NewAccessRequest, ask_access};
pub use people::change_person::{PersonChange, change_person};
pub use people::decide_access::{approve_access, refuse_access};
pub use people::end_sessions::{end_person_sessions, end_session, end_sessions, record_uses};
pub use people::enter_by_provider::{LONGEST_SIGN_IN, ProviderSession, enter_by_provider};
pub use people::invite_person::{NewInvitation, invite_person, renew_invitation};
pub use people::make_first_account::{FirstAccount, make_first_account};
pub use people::refused_sign_in::record_refused_sign_in;
pub use people::remove_account::{remove_account, remove_person};
pub use people::revoke_token::revoke_token;
pub use people::second_factor::{
    begin_second_factor, confirm_second_factor, end_second_factor, reset_second_factor,
};
pub use people::set_password::{choose_password, reset_password, set_password};
pub use people::start_session::start_session;
pub use places::boundary_diff::tell_succession;
pub use places::record_population::record_population;
pub use places::record_regions::{record_region_sets, record_regions};
pub use places::replace_boundaries::{
    BoundaryOutcome, SuccessionReview, check_boundaries, replace_boundaries,
};
pub use places::set_memberships::set_memberships;
pub use places::set_region::{create_region_set, set_region};
pub use policy::confirm_inherited::confirm_inherited;
pub use policy::record_document::record_document;
pub use policy::record_documents::{
    record_document_coverage, record_document_details, record_documents,
};
pub use policy::record_rubric::record_rubric;
pub use policy::record_verdicts::record_verdicts;
pub use public_data::load_demonstration::load_demonstration;
pub use public_data::load_public_data::{LoadError, load_public_data, load_public_records};
pub use public_data::public_file::ShippedError;
pub use public_data::refresh_plan::{RefreshStep, RefreshedRecord, SkipReason};
pub use public_data::refresh_public_data::{Refresh, refresh_public_data};
pub use record::decide_correction::{accept_correction, refuse_correction};
pub use record::import_batch::{close_batch, keep_batch, keep_look, keep_rows};
pub use record::propose_correction::{
    NewCorrection, make_check_link, propose_correction, submit_check,
};
pub use record::rehearsal::Rehearsal;
pub use record::undo_change::undo_change;
pub use store::NewVerdict;
pub use writer::{BatchCommit, Progress, Writer};

/// What became of one row of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WriteOutcome {
    /// Nothing of its key was on record.
    New,
    /// It supersedes what was on record.
    Changed,
    /// It is on record already; nothing was written.
    Same,
}

/// What became of the input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The revision that was made; none when there was nothing to write, or
    /// when it was a rehearsal.
    pub revision: Option<u64>,
    /// By row of the input; further rows are what was withdrawn for them.
    pub rows: Vec<WriteOutcome>,
    /// By row of the input, what differs from the record of before; rows that
    /// have no fields but their key may be missing at the end.
    pub differences: Vec<Vec<FieldDiff>>,
    /// What a person should know of.
    pub notices: Vec<Message>,
}

impl From<WriteOutcome> for RowOutcome {
    fn from(outcome: WriteOutcome) -> Self {
        match outcome {
            WriteOutcome::New => Self::New,
            WriteOutcome::Changed => Self::Changed,
            WriteOutcome::Same => Self::Same,
        }
    }
}

impl From<Vec<WriteOutcome>> for Outcome {
    fn from(rows: Vec<WriteOutcome>) -> Self {
        Self {
            rows,
            ..Self::default()
        }
    }
}

impl Outcome {
    /// Adds a row: what became of it follows from what was on record.
    fn add<K: Fields>(&mut self, outcome: WriteOutcome, before: Option<&K>, after: &impl Fields) {
        self.rows.push(outcome);
        self.differences.push(differences(before, after));
    }

    /// The number of rows with this outcome.
    #[must_use]
    pub fn count(&self, outcome: WriteOutcome) -> usize {
        self.rows.iter().filter(|row| **row == outcome).count()
    }
}

/// One thing that is wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Position of the row in the input, from 0; none when it is about all of
    /// it.
    pub row: Option<usize>,
    /// The field, by its name in files.
    pub field: &'static str,
    /// The line of a file, counted from 1 with the header.
    pub line: Option<u64>,
    /// The column of a file, counted from 1.
    pub column: Option<usize>,
    /// What is wrong and what to do.
    pub message: Message,
    /// A better value, when there is one to propose.
    pub proposal: Option<String>,
}

impl Refusal {
    fn new(row: usize, field: &'static str, message: impl Into<Message>) -> Self {
        Self {
            row: Some(row),
            ..Self::of_all(field, message)
        }
    }

    /// A refusal of the input as a whole.
    pub fn of_all(field: &'static str, message: impl Into<Message>) -> Self {
        Self {
            row: None,
            field,
            line: None,
            column: None,
            message: message.into(),
            proposal: None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.row {
            write!(f, "row {} ", row + 1)?;
        }
        write!(f, "({}): {}", self.field, self.message)
    }
}

/// Nothing was changed.
#[derive(Debug)]
pub enum ActionError {
    /// The input is wrong; everything that is wrong with it, by row.
    Refused(Vec<Refusal>),
    /// Nothing on record has the id.
    UnknownId {
        /// What was looked for.
        kind: &'static str,
        /// The id as given.
        id: String,
    },
    /// What is on record already stands in the way.
    Conflict(Message),
    /// Another may do this.
    NotAllowed,
    /// Somebody changed the records after they were read.
    Stale(Vec<StaleRecord>),
    /// Something was recorded since the rows of a batch were looked at.
    Moved,
    /// The database refused, or cannot be used.
    Store(StoreError),
    /// A file that was handed in could not be read, for no fault of its own.
    Unread,
    /// The machine has no random bits for a secret.
    NoRandomness,
    /// The password may not be chosen.
    BadPassword(BadPassword),
    /// No password can be hashed or compared.
    NotHashed,
    /// A link or a sign-in that was used, has run out, or never was.
    LinkUsed,
    /// A provider tells no address.
    NoEmail,
    /// The account has a second factor, and no code was given.
    CodeMissing,
    /// The code of the second factor is wrong, or was used.
    WrongCode,
    /// Somebody changed the account meanwhile.
    AccountChanged,
    /// What is shipped with the program cannot be read.
    Shipped(ShippedError),
}

impl fmt::Display for ActionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusals) => {
                let lines: Vec<_> = refusals.iter().map(Refusal::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Store(error) => error.fmt(f),
            Self::Shipped(error) => error.fmt(f),
            other => Message::from(other).fmt(f),
        }
    }
}

impl std::error::Error for ActionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => error.source(),
            Self::Shipped(error) => error.source(),
            _ => None,
        }
    }
}

impl From<StoreError> for ActionError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BadPassword> for ActionError {
    fn from(error: BadPassword) -> Self {
        Self::BadPassword(error)
    }
}

impl From<ShippedError> for ActionError {
    fn from(error: ShippedError) -> Self {
        Self::Shipped(error)
    }
}

/// What is told of an error: of a refusal the first thing that is wrong.
impl From<&ActionError> for Message {
    fn from(error: &ActionError) -> Self {
        match error {
            ActionError::Refused(refusals) => match refusals.first() {
                Some(refusal) => refusal.message.clone(),
                None => ServiceMessage::Internal.into(),
            },
            ActionError::UnknownId { kind, id } => {
                let (kind, id) = ((*kind).to_owned(), id.clone());
                ChangeMessage::UnknownId { kind, id }.into()
            }
            ActionError::Conflict(message) => message.clone(),
            ActionError::NotAllowed => ChangeMessage::UndoNotAllowed.into(),
            ActionError::Stale(standing) => {
                let changes = standing.iter().map(|record| {
                    let StaleRecord {
                        subject, by, at, ..
                    } = record;
                    format!("{by} changed {subject} at {at}")
                });
                let changes = changes.collect();
                ChangeMessage::ChangedMeanwhile { changes }.into()
            }
            ActionError::Moved => ChangeMessage::RecordedMeanwhile.into(),
            ActionError::Store(error) => error.into(),
            ActionError::Unread => ServiceMessage::FileUnread.into(),
            ActionError::NoRandomness => ServiceMessage::NoRandomness.into(),
            ActionError::BadPassword(error) => error.into(),
            ActionError::NotHashed => ServiceMessage::NotHashed.into(),
            ActionError::LinkUsed => PeopleMessage::LinkUsed.into(),
            ActionError::NoEmail => PeopleMessage::NoEmail.into(),
            ActionError::CodeMissing => PeopleMessage::CodeMissing.into(),
            ActionError::WrongCode => PeopleMessage::WrongCode.into(),
            ActionError::AccountChanged => PeopleMessage::AccountChanged.into(),
            ActionError::Shipped(_) => ServiceMessage::Internal.into(),
        }
    }
}

impl ActionError {
    /// A refusal of one field of the input.
    pub fn refused(field: &'static str, message: impl Into<Message>) -> Self {
        Self::Refused(vec![Refusal::of_all(field, message)])
    }

    /// What stands in the way.
    pub fn conflict(message: impl Into<Message>) -> Self {
        Self::Conflict(message.into())
    }

    /// An id that no record of its kind has.
    #[must_use]
    pub fn unknown(kind: &'static str, id: &str) -> Self {
        let id = id.chars().take(60).collect();
        Self::UnknownId { kind, id }
    }
}

/// Refuses when there is anything to refuse.
fn refuse(refusals: Vec<Refusal>) -> Result<(), ActionError> {
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(ActionError::Refused(refusals))
    }
}

/// Random bytes for a secret.
fn random<const N: usize>() -> Result<[u8; N], ActionError> {
    let mut random = [0; N];
    getrandom::fill(&mut random).map_err(|_| ActionError::NoRandomness)?;
    Ok(random)
}
