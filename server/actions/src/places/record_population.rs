//! Recording inhabitants.

use std::collections::HashMap;

use crate::checks::Checks;
use crate::{ActionError, Outcome, WriteOutcome, Writer, refuse};
use domain::dates::record_date;
use domain::facts::PopulationFigure;
use domain::message::{Message, RecordMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

/// Records figures of inhabitants. One that stands for the same municipality
/// and boundary date is superseded when it says something else.
pub async fn record_population(
    writer: &Writer<'_>,
    figures: &[PopulationFigure],
) -> Result<Outcome, ActionError> {
    let mut change = writer.begin(AuditAction::RecordPopulation).await?;
    let register = change.register().await?;
    let mut checks = Checks::default();
    for (row, figure) in figures.iter().enumerate() {
        checks.written(Some(row), figure);
        if let Err(error) = register.get_in_edition(figure.code, figure.boundary_date) {
            checks.refuse_item(row, "municipality_code", error);
        }
        if let Err(error) = record_date(figure.reference_date) {
            checks.refuse_item(row, "reference_date", error);
        }
    }
    refuse(checks.0)?;

    let all = change.population().await?;
    let standing: HashMap<_, _> = all
        .iter()
        .map(|figure| ((figure.boundary_date, figure.code), figure))
        .collect();
    let mut done = Outcome::default();
    let mut to_write = Vec::new();
    for figure in figures {
        let known = standing.get(&(figure.boundary_date, figure.code)).copied();
        let outcome = match known {
            None => WriteOutcome::New,
            Some(known) if known == figure => WriteOutcome::Same,
            Some(_) => WriteOutcome::Changed,
        };
        if outcome == WriteOutcome::Changed {
            change
                .supersede_population(figure.boundary_date, figure.code)
                .await?;
        }
        if outcome != WriteOutcome::Same {
            to_write.push(figure.clone());
        }
        if outcome != WriteOutcome::Same {
            done.notices.extend(leap(&all, figure));
        }
        done.add(outcome, known, figure);
    }
    change.record_population(&to_write).await?;
    let summary = SummaryMessage::FiguresWritten {
        count: to_write.len(),
    };
    writer.finish(change, summary, done).await
}

/// Tells of a figure that is half as large again as the one nearest to it in
/// time, or less than two thirds of it: a slip of the pen, or no figure at all.
fn leap(all: &[PopulationFigure], figure: &PopulationFigure) -> Option<Message> {
    let days = |known: &&PopulationFigure| {
        let since = known.boundary_date.until(figure.boundary_date);
        since.map_or(i32::MAX, |span| span.get_days().abs())
    };
    let of_code = all.iter().filter(|known| known.code == figure.code);
    let known = of_code.min_by_key(days)?;
    let (before, now) = (u64::from(known.inhabitants), u64::from(figure.inhabitants));
    (now * 2 > before * 3 || now * 3 < before * 2).then(|| {
        let message = RecordMessage::InhabitantsLeap {
            code: figure.code,
            now,
            before,
            date: known.boundary_date,
        };
        message.into()
    })
}
