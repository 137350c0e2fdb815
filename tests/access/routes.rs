//! Every route with every role. `routes.csv` says who may use each: a route
//! without a decision fails.

use std::collections::BTreeSet;

use dekkingskaart::http::paths;

use super::setting::Roles;
use crate::support::Server;

/// A line of `routes.csv`: the route, a request to it, who may use it, and
/// whether it is closed where the public site is switched off.
struct Decision {
    path: &'static str,
    method: &'static str,
    address: &'static str,
    who: &'static str,
    is_closed: bool,
}

fn decisions() -> Vec<Decision> {
    let lines = include_str!("routes.csv").lines().skip(1);
    let decision = |line: &'static str| {
        let fields: Vec<&'static str> = line.split(',').collect();
        let [path, method, address, who, closed] = fields[..] else {
            panic!("{line}")
        };
        let is_closed = closed == "yes";
        Decision {
            path,
            method,
            address,
            who,
            is_closed,
        }
    };
    lines.map(decision).collect()
}

#[test]
fn every_route_has_a_decision_and_every_decision_a_route() {
    let decided: BTreeSet<&str> = decisions().iter().map(|decision| decision.path).collect();
    let known: BTreeSet<&str> = paths().into_iter().collect();
    assert_eq!(decided, known);
}

/// What the routes under `/auth` ask for, so that it is not the body that is
/// refused.
fn body() -> serde_json::Value {
    serde_json::json!({
        "email": "a@example.org", "name": "A", "organisation": "A", "password": "x",
        "current": "x", "new": "y", "code": "000000", "on": true, "secret": "x",
    })
}

/// Sends the request of a decision; the status says whether it was let in. What
/// GraphQL refuses is refused too.
fn status(server: &Server, decision: &Decision, address: &str, token: Option<&str>) -> u16 {
    let bearer = token.map(|token| format!("Bearer {token}"));
    let mut headers: Vec<(&str, &str)> = Vec::new();
    if let Some(bearer) = &bearer {
        headers.push(("authorization", bearer));
    }
    let mut answer = match decision.method {
        "GET" => server.get(address, &headers),
        _ => server.post_json(address, &headers, &body()),
    };
    let status = answer.status().as_u16();
    if decision.path != "/graphql" {
        return status;
    }
    let text = answer.body_mut().read_to_string().unwrap();
    if text.contains("\"FORBIDDEN\"") {
        403
    } else {
        status
    }
}

fn is_refused(status: u16) -> bool {
    matches!(status, 401 | 403)
}

#[test]
fn every_route_is_open_and_closed_as_decided() {
    let server = Server::start(&[]);
    let Roles { own, tokens } = Roles::on(&server);
    let made = server.data_as(
        &tokens[2],
        r#"mutation { createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2030-01-01" }) { id } }"#,
    );
    let campaign = made["createCampaign"]["id"].as_str().unwrap().to_owned();
    server.data_as(
        &tokens[2],
        &format!(
            r#"mutation {{ addTargets(campaign: "{campaign}", codes: ["GM0344"]) {{ id }} }}"#
        ),
    );
    let topology = server.data("{ boundaryDates { topologyUrl } }");
    let topology = topology["boundaryDates"][0]["topologyUrl"]
        .as_str()
        .unwrap();
    let closed = Server::start(&["--public", "none"]);
    let mut wrong = Vec::new();
    for decision in decisions() {
        let address = decision
            .address
            .replace("TOPOLOGY", topology)
            .replace("OWN", &own)
            .replace("CAMPAIGN", &campaign);
        let public = status(&server, &decision, &address, None);
        let [at_home, elsewhere, desk, chief] = tokens
            .each_ref()
            .map(|token| status(&server, &decision, &address, Some(token)));
        let expected = match decision.who {
            "public" => [true, true, true, true, true],
            "own" => [false, true, false, true, true],
            "signed" => [false, true, true, true, true],
            "admin" => [false, false, false, false, true],
            // What is about one's own session or account: no token opens it, and
            // no wrong password.
            "self" | "password" => [false; 5],
            who => panic!("{who} is no decision"),
        };
        let statuses = [public, at_home, elsewhere, desk, chief];
        let open = statuses.map(|status| !is_refused(status) && status != 404);
        if open != expected {
            wrong.push(format!("{address}: {statuses:?}, and not {expected:?}"));
        }
        let stranger = status(&closed, &decision, &address, None);
        if is_refused(stranger) != (decision.is_closed || expected == [false; 5]) {
            wrong.push(format!("{address} of a closed server: {stranger}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
