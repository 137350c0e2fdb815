//! Recording one arrangement as a person writes it, and ending one.

use jiff::civil::Date;

use crate::checks::Checks;
use crate::{ActionError, Outcome, WriteOutcome, Writer, new_id, refuse};
use domain::care::arrangement::{Arrangement, Contact};
use domain::dates::{Period, record_date};
use domain::id::Id;
use domain::message::{RecordMessage, SummaryMessage};
use domain::notes;
use domain::places::code::MunicipalityCode;
use domain::vocabulary::AuditAction;
use store::{Change, RecordKind};

/// Records an arrangement for municipalities by their codes. One with an id
/// corrects the arrangement of that id; a new one is given an id.
pub async fn record_arrangement(
    writer: &Writer<'_>,
    mut arrangement: Arrangement,
    municipalities: &[MunicipalityCode],
) -> Result<(Arrangement, Outcome), ActionError> {
    let mut change = writer.begin(AuditAction::RecordArrangement).await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let mut checks = Checks::default();
    check(&mut checks, None, &arrangement);
    arrangement.covers = checks.covers(
        municipalities,
        &register,
        arrangement.period.from,
        &mut outcome.notices,
    );
    refuse(checks.0)?;
    arrangement.forms.sort_unstable();
    arrangement.forms.dedup();
    arrangement.contact = arrangement
        .contact
        .filter(|contact| *contact != Contact::default());
    let known = match arrangement.id.as_str() {
        "" => None,
        id => {
            let keys: &[&[&str]] = &[&[id]];
            writer
                .check_unchanged(&mut change, RecordKind::Arrangement, keys)
                .await?;
            Some(get(&mut change, &id.into()).await?)
        }
    };
    if known.is_none() {
        arrangement.id = format!("arrangement-{}", new_id(change.recorded_at())?).into();
    }
    let note = known.as_ref().and_then(|known| known.note.as_deref());
    arrangement.note = notes::recorded(arrangement.note.take(), note);
    // What a person does not write stays: how certain the dates are, while they
    // are the same.
    if let Some(known) = known.as_ref().filter(|it| it.period == arrangement.period) {
        let certainty = &known.source.certainty;
        arrangement.source.certainty.clone_from(certainty);
    }
    outcome.rows.push(match &known {
        None => WriteOutcome::New,
        Some(known) if *known == arrangement => WriteOutcome::Same,
        Some(_) => WriteOutcome::Changed,
    });
    change.record_arrangement(&arrangement).await?;
    let (status, id) = (arrangement.status, &arrangement.id);
    let summary = SummaryMessage::ArrangementStatus {
        id: id.to_string(),
        status: status.to_string(),
    };
    let outcome = writer.finish(change, summary, outcome).await?;
    Ok((arrangement, outcome))
}

/// Records the date on which an arrangement is no longer in force.
pub async fn end_arrangement(
    writer: &Writer<'_>,
    id: &Id<Arrangement>,
    on: Date,
) -> Result<Arrangement, ActionError> {
    let mut change = writer.begin(AuditAction::EndArrangement).await?;
    let mut arrangement = get(&mut change, id).await?;
    if let Some(end) = arrangement.period.to.filter(|end| *end <= on) {
        let ended = RecordMessage::ArrangementEnded { ended: end };
        return Err(ActionError::conflict(ended));
    }
    let mut checks = Checks::default();
    checks.date("on", on);
    checks.not_before("on", on, arrangement.period.from);
    refuse(checks.0)?;
    arrangement.period.to = Some(on);
    change.record_arrangement(&arrangement).await?;
    let done = vec![WriteOutcome::Changed].into();
    let summary = SummaryMessage::ArrangementOn {
        id: id.to_string(),
        date: on,
    };
    writer.finish(change, summary, done).await?;
    Ok(arrangement)
}

async fn get(change: &mut Change, id: &Id<Arrangement>) -> Result<Arrangement, ActionError> {
    let mut standing = change.arrangements().await?.into_iter();
    standing
        .find(|arrangement| arrangement.id == *id)
        .ok_or_else(|| ActionError::unknown("arrangement", id))
}

/// What holds for every arrangement, written or read from a file.
pub(crate) fn check(checks: &mut Checks, item: Option<usize>, arrangement: &Arrangement) {
    checks.written(item, arrangement);
    if let (Some(from), Some(to)) = (arrangement.age_from, arrangement.age_to)
        && from > to
    {
        let (from, to) = (from.into(), to.into());
        checks.refuse_at(item, "age_to", RecordMessage::AgesReversed { from, to });
    }
    if arrangement
        .fte
        .is_some_and(|fte| !(0.0..=1000.0).contains(&fte))
    {
        checks.refuse_at(item, "fte", RecordMessage::BadFte);
    }
    let contact = arrangement.contact.as_ref();
    let email = contact.and_then(|contact| contact.email.as_deref());
    if email.is_some_and(|email| !email.contains('@')) {
        checks.refuse_at(item, "contact.email", RecordMessage::BadContactEmail);
    }
    checks.period(item, arrangement.period);
}

impl Checks {
    /// Both ends lie in the range of records, in order.
    pub(crate) fn period(&mut self, item: Option<usize>, period: Period) {
        for (field, date) in [("valid_from", Some(period.from)), ("valid_to", period.to)] {
            if let Some(Err(error)) = date.map(record_date) {
                self.refuse_at(item, field, error);
            }
        }
        if let Some(to) = period.to.filter(|to| *to < period.from) {
            let (date, first) = (to, period.from);
            self.refuse_at(item, "valid_to", RecordMessage::DateBefore { date, first });
        }
    }
}
