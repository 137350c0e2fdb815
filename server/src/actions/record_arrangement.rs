//! Recording one arrangement as a person writes it, and ending one.

use jiff::civil::Date;

use super::checks::{Checks, LINE, TEXT};
use super::{ActionError, Outcome, RowOutcome, Writer, refuse};
use crate::domain::arrangement::{Arrangement, Contact};
use crate::domain::code::MunicipalityCode;
use crate::domain::dates::Period;
use crate::store::{Change, RecordKind};

/// Records an arrangement for municipalities by their codes. One with an id
/// corrects the arrangement of that id; a new one is given an id.
pub async fn record_arrangement(
    writer: &Writer<'_>,
    mut arrangement: Arrangement,
    municipalities: &[MunicipalityCode],
) -> Result<(Arrangement, Outcome), ActionError> {
    let mut change = writer.begin("record_arrangement").await?;
    let register = change.register().await?;
    let mut outcome = Outcome::default();
    let mut checks = Checks::default();
    check(&mut checks, &arrangement);
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
            Some(get(&mut change, id).await?)
        }
    };
    if known.is_none() {
        arrangement.id = format!("arrangement-{}", change.revision()?);
    }
    // What a person does not write stays: how certain the dates are, while they
    // are the same.
    if let Some(known) = known.as_ref().filter(|it| it.period == arrangement.period) {
        let certainty = &known.source.certainty;
        arrangement.source.certainty.clone_from(certainty);
    }
    outcome.rows.push(match &known {
        None => RowOutcome::New,
        Some(known) if *known == arrangement => RowOutcome::Same,
        Some(_) => RowOutcome::Changed,
    });
    change.record_arrangement(&arrangement).await?;
    let (status, id) = (arrangement.status, &arrangement.id);
    let summary = format!("{id}: {status}");
    let outcome = writer.finish(change, &summary, outcome).await?;
    Ok((arrangement, outcome))
}

/// Records the date on which an arrangement is no longer in force.
pub async fn end_arrangement(
    writer: &Writer<'_>,
    id: &str,
    on: Date,
) -> Result<Arrangement, ActionError> {
    let mut change = writer.begin("end_arrangement").await?;
    let mut arrangement = get(&mut change, id).await?;
    if let Some(end) = arrangement.period.to.filter(|end| *end <= on) {
        let what = format!("the arrangement ends on {end} already");
        return Err(ActionError::Conflict(what));
    }
    let mut checks = Checks::default();
    checks.date("on", on);
    checks.not_before("on", on, arrangement.period.from);
    refuse(checks.0)?;
    arrangement.period.to = Some(on);
    change.record_arrangement(&arrangement).await?;
    let done = vec![RowOutcome::Changed].into();
    let summary = format!("{id} on {on}");
    writer.finish(change, &summary, done).await?;
    Ok(arrangement)
}

async fn get(change: &mut Change, id: &str) -> Result<Arrangement, ActionError> {
    let mut standing = change.arrangements().await?.into_iter();
    standing
        .find(|arrangement| arrangement.id == id)
        .ok_or_else(|| ActionError::unknown("arrangement", id))
}

fn check(checks: &mut Checks, arrangement: &Arrangement) {
    checks.optional_text("organisation", arrangement.organisation.as_deref(), LINE);
    checks.optional_text(
        "commissionedBy",
        arrangement.commissioned_by.as_deref(),
        LINE,
    );
    checks.optional_text("note", arrangement.note.as_deref(), TEXT);
    checks.address("sourceUrl", arrangement.source.url.as_deref());
    checks.period(arrangement.period);
    if let (Some(from), Some(to)) = (arrangement.age_from, arrangement.age_to)
        && from > to
    {
        checks.refuse("ageTo", format_args!("the ages end at {to}, below {from}"));
    }
    if arrangement
        .fte
        .is_some_and(|fte| !(0.0..=1000.0).contains(&fte))
    {
        checks.refuse("fte", "fte is a number from 0 to 1,000");
    }
    if let Some(contact) = &arrangement.contact {
        checks.optional_text("contact.name", contact.name.as_deref(), LINE);
        checks.optional_text("contact.phone", contact.phone.as_deref(), LINE);
        checks.optional_text("contact.email", contact.email.as_deref(), LINE);
        if contact
            .email
            .as_deref()
            .is_some_and(|email| !email.contains('@'))
        {
            checks.refuse("contact.email", "is no address; write one with an @");
        }
    }
}

impl Checks {
    /// Both ends lie in the range of records, in order.
    pub(super) fn period(&mut self, period: Period) {
        self.date("validFrom", period.from);
        if let Some(to) = period.to {
            self.date("validTo", to);
            self.not_before("validTo", to, period.from);
        }
    }
}
