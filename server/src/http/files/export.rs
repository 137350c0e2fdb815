//! What leaves the server as files of rows.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use serde::Deserialize;

use crate::http::App;
use crate::http::errors::HttpError;
use crate::http::extract::RequestViewer;
use domain::clock::dutch_midnight;
use domain::dates::parse_date;
use domain::message::{AccessMessage, RequestMessage, SummaryMessage};
use domain::people::permissions::check_admin;
use export::write_audit_of;
use store::AuditQuery;

/// Which lines of the audit trail, as in `auditTrail`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct Lines {
    actor: Option<String>,
    subject: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// `/export/audit.csv`, for ADMIN.
pub(in crate::http) async fn audit(
    State(app): State<Arc<App>>,
    RequestViewer(viewer): RequestViewer,
    lines: Result<Query<Lines>, axum::extract::rejection::QueryRejection>,
) -> Response {
    if check_admin(&viewer).is_err() {
        return HttpError::forbidden(AccessMessage::AuditClosed).into();
    }
    let lines = match lines {
        Ok(Query(lines)) => lines,
        Err(error) => {
            let cause = error.to_string();
            return HttpError::bad_request(RequestMessage::AuditLines { cause }).into();
        }
    };
    let query = match lines.into_query() {
        Ok(query) => query,
        Err(error) => return HttpError::from(error).into(),
    };
    let mut csv = Vec::new();
    if let Err(error) = write_audit_of(app.store(), &query, &mut csv).await {
        tracing::error!(%error, "the audit trail could not be exported");
        let status = StatusCode::SERVICE_UNAVAILABLE;
        let message = RequestMessage::AuditUnread;
        return HttpError::new(status, "DATABASE_UNAVAILABLE", message).into();
    }
    app.tell_export(&viewer, SummaryMessage::named("audit.csv"))
        .await;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""),
    ];
    (headers, csv).into_response()
}

impl Lines {
    fn into_query(self) -> Result<AuditQuery, domain::dates::BadDate> {
        let date = |text: Option<String>| text.as_deref().map(parse_date).transpose();
        let to = date(self.to)?;
        Ok(AuditQuery {
            actor: self.actor,
            subject: self.subject,
            from: date(self.from)?.map(dutch_midnight),
            until: to.map(|to| dutch_midnight(to.saturating_add(1.day()))),
        })
    }
}
