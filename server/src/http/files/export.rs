//! What leaves the server as files of rows.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use serde::Deserialize;

use crate::domain::clock::dutch_midnight;
use crate::domain::dates::parse_date;
use crate::domain::people::permissions::check_admin;
use crate::export::write_audit_of;
use crate::http::App;
use crate::http::extract::Asking;
use crate::http::json_answer::refused;
use crate::store::AuditQuery;

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
    Asking(viewer): Asking,
    lines: Result<Query<Lines>, axum::extract::rejection::QueryRejection>,
) -> Response {
    if check_admin(&viewer).is_err() {
        let what = "the audit trail is for ADMIN; sign in or send a token of that role";
        return refused(StatusCode::FORBIDDEN, what, "FORBIDDEN");
    }
    let lines = match lines {
        Ok(Query(lines)) => lines,
        Err(error) => {
            let what = format!("{error}; ask by actor, subject, from and to");
            return refused(StatusCode::BAD_REQUEST, &what, "BAD_REQUEST");
        }
    };
    let query = match lines.into_query() {
        Ok(query) => query,
        Err(error) => {
            return refused(StatusCode::BAD_REQUEST, &error.to_string(), "BAD_DATE");
        }
    };
    let mut csv = Vec::new();
    if let Err(error) = write_audit_of(app.store(), &query, &mut csv).await {
        tracing::error!(%error, "the audit trail could not be exported");
        let what = "the audit trail cannot be read now; try again in a moment";
        return refused(
            StatusCode::SERVICE_UNAVAILABLE,
            what,
            "DATABASE_UNAVAILABLE",
        );
    }
    app.tell_export(&viewer, "audit.csv").await;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""),
    ];
    (headers, csv).into_response()
}

impl Lines {
    fn into_query(self) -> Result<AuditQuery, crate::domain::dates::BadDate> {
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
