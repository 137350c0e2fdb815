//! Handles of the metrics that every request counts in. To find one by its labels
//! is a good part of the cost of a kept answer, so each thread keeps those it found.

use std::cell::RefCell;
use std::collections::HashMap;

use metrics::{Counter, Histogram, counter, histogram};

/// What is counted of a route.
struct RouteHandles {
    seconds: Histogram,
    by_status: Vec<(u16, Counter)>,
}

type ByRoute = HashMap<Box<str>, RouteHandles>;

thread_local! {
    static ROUTES: RefCell<HashMap<&'static str, ByRoute>> = RefCell::default();
    static OPERATIONS: RefCell<HashMap<&'static str, (Histogram, Counter)>> = RefCell::default();
    static ANSWERS: RefCell<HashMap<&'static str, Counter>> = RefCell::default();
}

/// Counts at a route, by method and status. Routes are those of the program, and
/// so are few.
pub(super) fn of_route(
    method: &'static str,
    route: &str,
    status: u16,
    count: impl FnOnce(&Histogram, &Counter),
) {
    ROUTES.with_borrow_mut(|by_method| {
        let by_route = by_method.entry(method).or_default();
        if !by_route.contains_key(route) {
            let labels = [("method", method.to_owned()), ("route", route.to_owned())];
            let found = RouteHandles {
                seconds: histogram!("dekkingskaart_http_request_seconds", &labels),
                by_status: Vec::new(),
            };
            by_route.insert(route.into(), found);
        }
        let Some(RouteHandles { seconds, by_status }) = by_route.get_mut(route) else {
            return;
        };
        let place = by_status.iter().position(|(known, _)| *known == status);
        let place = place.unwrap_or_else(|| {
            let labels = [
                ("method", method.to_owned()),
                ("route", route.to_owned()),
                ("status", status.to_string()),
            ];
            let found = counter!("dekkingskaart_http_requests_total", &labels);
            by_status.push((status, found));
            by_status.len() - 1
        });
        count(seconds, &by_status[place].1);
    });
}

/// Counts at a kind of operation: the time that it took, and those without an error.
pub(super) fn of_operation(operation: &'static str, count: impl FnOnce(&Histogram, &Counter)) {
    OPERATIONS.with_borrow_mut(|by_operation| {
        let (seconds, answered) = by_operation.entry(operation).or_insert_with(|| {
            let seconds =
                histogram!("dekkingskaart_graphql_operation_seconds", "operation" => operation);
            (seconds, ended(operation, "OK".to_owned()))
        });
        count(seconds, answered);
    });
}

/// Counts operations by how they ended: the code of their first error, or `OK`.
pub(super) fn ended(operation: &'static str, code: String) -> Counter {
    counter!(
        "dekkingskaart_graphql_operations_total",
        "operation" => operation,
        "outcome" => code
    )
}

/// Counts answers by whether they were kept.
pub(super) fn of_answers(outcome: &'static str, count: impl FnOnce(&Counter)) {
    ANSWERS.with_borrow_mut(|by_outcome| {
        count(
            by_outcome.entry(outcome).or_insert_with(
                || counter!("dekkingskaart_answer_cache_total", "outcome" => outcome),
            ),
        );
    });
}
