//! What operators and scanners look at.

use dekkingskaart::domain::clock::Clock;
use serde_json::Value;

use crate::support::{Server, program, until};

const BROWSER: (&str, &str) = ("accept", "text/html");

#[test]
fn browsers_are_kept_to_tls_where_the_address_is_one() {
    let secure = Server::start(&["--empty", "--address", "https://kaart.example.nl/"]);
    for path in ["/", "/graphql", "/health/live", "/nowhere"] {
        let answer = secure.get(path, &[BROWSER]);
        let told = &answer.headers()["strict-transport-security"];
        assert_eq!(told, "max-age=31536000", "{path}");
        let policy = &answer.headers()["cross-origin-resource-policy"];
        assert_eq!(policy, "same-origin", "{path}");
    }
    let plain = Server::public().get("/", &[BROWSER]);
    assert!(!plain.headers().contains_key("strict-transport-security"));
    let text = text(&secure, "/.well-known/security.txt");
    let canonical = "Canonical: https://kaart.example.nl/.well-known/security.txt";
    assert!(text.lines().any(|line| line == canonical), "{text}");
}

#[test]
fn no_page_allows_what_is_inline() {
    for path in ["/", "/graphql", "/nowhere"] {
        let page = Server::public().get(path, &[BROWSER]);
        let policy = page.headers()["content-security-policy"].to_str().unwrap();
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
    }
}

fn text(server: &Server, path: &str) -> String {
    let mut answer = server.get(path, &[]);
    assert_eq!(answer.status(), 200, "{path}");
    answer.body_mut().read_to_string().unwrap()
}

#[test]
fn security_txt_tells_where_problems_go_and_has_not_run_out() {
    let server = Server::start(&["--empty", "--security-contact", "mailto:veilig@example.nl"]);
    let text = text(&server, "/.well-known/security.txt");
    let field = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix(name));
        let value = lines.next().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(lines.next(), None, "{text}");
        value.trim().to_owned()
    };
    assert_eq!(field("Contact:"), "mailto:veilig@example.nl");
    let expires: jiff::Timestamp = field("Expires:").parse().unwrap();
    let now = Clock::system().now();
    assert!(expires > now);
    // RFC 9116 recommends less than a year.
    assert!(expires < now + jiff::SignedDuration::from_hours(365 * 24));
    let refused = program()
        .args(["serve", "--security-contact", "nobody"])
        .output()
        .unwrap();
    assert!(!refused.status.success());
}

#[test]
fn paths_without_a_view_are_not_found() {
    let server = Server::public();
    for (path, status) in [
        ("/tabel/", 200),
        ("/gemeente/GM0344", 200),
        ("/regio/vng-platform/RP02", 200),
        ("/beheer/import/abc", 200),
        ("/gemeente/utrecht", 404),
        ("/wp-login.php", 404),
        ("/.env", 404),
        ("/tabel/x", 404),
        ("/regio/vng-platform", 404),
    ] {
        let mut page = server.get(path, &[BROWSER]);
        assert_eq!(page.status(), status, "{path}");
        // The client says so in words.
        let text = page.body_mut().read_to_string().unwrap();
        assert!(text.contains("<html lang=\"nl\""), "{path}");
    }
    assert_eq!(
        server.get("/nowhere", &[("accept", "image/png")]).status(),
        404
    );
}

#[test]
fn what_is_counted_can_be_read_on_this_machine_alone() {
    let server = Server::spawn(&[]);
    server.data("{ municipalities { totalCount } }");
    assert_eq!(
        server.error_code("{ nothing }"),
        "GRAPHQL_VALIDATION_FAILED"
    );
    server.post("text/plain", "x");
    let text = text(&server, "/metrics");
    for line in [
        "dekkingskaart_graphql_operations_total{operation=\"query\",outcome=\"OK\"} 1",
        "dekkingskaart_refused_total{code=\"GRAPHQL_VALIDATION_FAILED\"} 1",
        "dekkingskaart_http_requests_total{method=\"POST\",route=\"/graphql\",status=\"200\"} 2",
        "dekkingskaart_refused_total{code=\"BAD_CONTENT_TYPE\"} 1",
        "dekkingskaart_atlas_revision 1",
        "dekkingskaart_ready 1",
        "dekkingskaart_sessions 0",
    ] {
        assert!(text.lines().any(|told| told == line), "{line}\n{text}");
    }
    for part in [
        "dekkingskaart_http_request_seconds_bucket{method=\"POST\",route=\"/graphql\",le=",
        "dekkingskaart_atlas_age_seconds ",
        "dekkingskaart_atlas_views 1",
        "dekkingskaart_connections ",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let passed_on = server.get("/metrics", &[("x-forwarded-for", "10.0.0.1")]);
    assert_eq!(passed_on.status(), 404);
    let proxied = Server::start(&["--empty", "--behind-proxy"]);
    assert_eq!(proxied.get("/metrics", &[]).status(), 404);
}

#[test]
fn operators_can_have_an_address_of_their_own() {
    let server = Server::spawn(&["--empty", "--metrics-listen", "127.0.0.1:0"]);
    assert_eq!(server.get("/metrics", &[]).status(), 404);
    let printed = server.before_ready();
    let line = printed.lines().find(|line| line.contains("metrics on "));
    let (_, address) = line.unwrap().split_once("metrics on ").unwrap();
    let address = address.trim().trim_end_matches("/metrics");
    for (path, part) in [
        ("/metrics", "dekkingskaart_ready 1"),
        ("/health/live", "live"),
        ("/health/ready", "\"ready\":true"),
    ] {
        let mut answer = ureq::get(format!("{address}{path}")).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        assert!(text.contains(part), "{path}: {text}");
    }
}

#[test]
fn a_request_has_an_id_from_the_proxy_to_the_log() {
    let server = Server::logging("dekkingskaart=debug", &["--empty", "--log-format", "json"]);
    let own = server.get("/tabel?secret=1", &[("x-request-id", "from-the-proxy.1")]);
    assert_eq!(own.headers()["x-request-id"], "from-the-proxy.1");
    let [one, other] = ["", "a b"].map(|id| {
        let answer = server.get("/health/live", &[("x-request-id", id)]);
        answer.headers()["x-request-id"]
            .to_str()
            .unwrap()
            .to_owned()
    });
    assert_ne!(one, other);
    assert_ne!(other, "a b");
    until("the request is not logged", || {
        server.logged().contains(&other)
    });
    let logged = server.logged();
    let lines: Vec<Value> = logged
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let line = lines
        .iter()
        .find(|line| line["span"]["id"] == "from-the-proxy.1")
        .unwrap_or_else(|| panic!("{logged}"));
    assert_eq!(line["fields"]["status"], 200);
    // What is looked for, and by whom, stands in no log.
    assert!(
        !logged.contains("secret") && !logged.contains("127.0.0.1"),
        "{logged}"
    );
}
