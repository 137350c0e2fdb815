//! Random documents, variables, bodies and headers: 1,000 here, and as many as
//! `DEKKINGSKAART_HOSTILE` says (`make hostile`). A seed makes the same again.

use std::fmt::Write as _;
use std::io::Write as _;

use serde_json::{Value, json};

use super::{Answer, assert_serves, encoded, joined, post, send, target};
use crate::support::Server;

/// How many are sent, and from which seed on.
fn numbers() -> (u64, u64) {
    let read = |name: &str, standard| {
        #[expect(clippy::disallowed_methods, reason = "a setting of the tests")]
        let value = std::env::var(name).ok();
        value
            .and_then(|value| value.parse().ok())
            .unwrap_or(standard)
    };
    (
        read("DEKKINGSKAART_HOSTILE", 1_000),
        read("DEKKINGSKAART_HOSTILE_SEED", 1),
    )
}

/// Numbers that look random and are the same for a seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    fn text(&mut self, most: usize) -> String {
        const PIECES: &[&str] = &[
            "a",
            "Z",
            "0",
            " ",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ":",
            "$",
            "@",
            "!",
            "#",
            "\n",
            "\r",
            "...",
            "\u{0}",
            "\u{feff}",
            "é",
            "\u{202e}",
            "🦀",
            "\"\"\"",
            "null",
            "true",
            "1e999",
            "-0",
            "fragment F on Query",
            "__typename",
            "query",
            "mutation",
        ];
        (0..self.below(most + 1))
            .map(|_| self.pick(PIECES))
            .collect()
    }
}

const OBJECTS: &[(&str, &[&str])] = &[
    (
        "municipalities",
        &[
            "totalCount",
            "nodes",
            "edges",
            "pageInfo",
            "featureCollection",
        ],
    ),
    (
        "nodes",
        &[
            "code",
            "name",
            "geometry",
            "neighbours",
            "policy",
            "coordination",
            "regions",
            "priority",
            "peers",
            "history",
            "quality",
            "successors",
        ],
    ),
    (
        "neighbours",
        &["code", "neighbours", "policy", "highlights", "documents"],
    ),
    (
        "policy",
        &["class", "completeness", "verdicts", "dimensions", "themes"],
    ),
    (
        "regions",
        &[
            "name",
            "geometry",
            "municipalities",
            "coverage",
            "weakestBlocks",
        ],
    ),
    (
        "coverage",
        &[
            "municipalityCount",
            "byStatus",
            "byClass",
            "completeness",
            "coveredShare",
        ],
    ),
    ("timeline", &["date", "coverage"]),
    ("changes", &["counts", "municipalities"]),
    ("outreachTargets", &["totalCount", "nodes"]),
    ("__schema", &["types", "queryType", "directives"]),
    ("types", &["name", "fields", "inputFields"]),
    ("fields", &["name", "type", "args"]),
    ("type", &["name", "ofType", "fields"]),
];
const ROOTS: &[&str] = &[
    "municipalities",
    "municipality",
    "coverage",
    "timeline",
    "changes",
    "outreachTargets",
    "__schema",
    "regions",
    "search",
    "auditTrail",
    "campaigns",
    "nothing",
    "__typename",
];
const ARGUMENTS: &[&str] = &[
    "first: 5",
    "first: 1000",
    "first: -1",
    "first: 99999999999",
    "asOf: \"2021-12-31\"",
    "asOf: \"1999-01-01\"",
    "asOf: 7",
    "knownAt: \"2024-01-01T00:00:00Z\"",
    "where: {}",
    "where: { or: [{}, { not: {} }] }",
    "where: { within: \"{\" }",
    "code: \"GM0344\"",
    "code: GM0344",
    "from: \"2020-01-01\", to: \"2026-01-01\", step: MONTH",
    "detail: FULL",
    "weights: { gap: 1e300 }",
    "set: \"provincie\"",
    "text: \"utr\"",
    "x: $v",
    "after: \"x\"",
];

fn field(random: &mut Random, name: &str, depth: usize, text: &mut String) {
    if random.below(4) == 0 {
        write!(text, "a{}: ", random.below(1_000)).unwrap();
    }
    text.push_str(name);
    if random.below(3) == 0 {
        write!(text, "({})", random.pick(ARGUMENTS)).unwrap();
    }
    if random.below(12) == 0 {
        text.push_str(random.pick(&[" @skip(if: $v)", " @include(if: true)", " @x", " @skip"]));
    }
    let inner = OBJECTS.iter().find(|(object, _)| *object == name);
    let inner = inner.map_or(&["name", "code"][..], |(_, fields)| fields);
    if depth > 0 && (random.below(5) > 0) {
        text.push_str(" {");
        for _ in 0..=random.below(4) {
            let name = random.pick(inner);
            field(random, name, depth - 1, text);
            text.push(' ');
        }
        if random.below(6) == 0 {
            write!(text, "...F{} ", random.below(4)).unwrap();
        }
        text.push('}');
    }
    text.push(' ');
}

fn document(random: &mut Random) -> String {
    let mut text = String::from(random.pick(&[
        "",
        "query Q ",
        "query ($v: Boolean = true) ",
        "mutation ",
        "subscription ",
    ]));
    text.push_str("{ ");
    for _ in 0..=random.below(6) {
        let (root, depth) = (random.pick(ROOTS), random.below(9));
        field(random, root, depth, &mut text);
    }
    text.push('}');
    for at in 0..random.below(4) {
        write!(
            text,
            " fragment F{at} on {} {{ ",
            random.pick(&["Query", "Municipality", "X"])
        )
        .unwrap();
        let depth = random.below(4);
        field(random, "nodes", depth, &mut text);
        write!(text, "...F{} }}", random.below(6)).unwrap();
    }
    text
}

/// A document that is hostile in one way.
fn hostile_document(random: &mut Random) -> String {
    let number = 1 + random.below(3_000);
    match random.below(9) {
        0 => format!(
            "{{a(b:{}",
            random
                .pick(&["[", "{a:", "[[", "\"\"\"[", "\"["])
                .repeat(number)
        ),
        1 => format!(
            "{{{}",
            random
                .pick(&["a{", "...{", "a(", "... on Query{"])
                .repeat(number)
        ),
        2 => {
            let count = 1 + random.below(60);
            let times = 1 + random.below(5);
            (0..count).fold("{ ...F0 }".to_owned(), |mut text, at| {
                let spread = format!("...F{} ", (at + 1) % (count + random.below(2))).repeat(times);
                write!(text, " fragment F{at} on Query {{ {spread} __typename }}").unwrap();
                text
            })
        }
        3 => {
            let what = random.pick(&[
                "municipalities { featureCollection(detail: FULL) }",
                "timeline(from: \"2020-01-01\", to: \"2050-01-01\", step: MONTH) { date }",
                "coverage { byStatus { count } }",
                "__typename",
                "__schema { types { fields { type { fields { name } } } } }",
                "regions(set: \"provincie\") { geometry(detail: FULL) }",
            ]);
            let aliases = joined(number, |at| format!("a{at}: {what} "));
            format!("{{ {aliases} }}")
        }
        4 => format!("{{ __typename {} }}", "@skip(if: false) ".repeat(number)),
        5 => format!("query({}) {{ a }}", "$v: Int ".repeat(number)),
        6 => joined(number, |at| format!("query Q{at} {{ __typename }} ")),
        7 => format!(
            "{{ {}code{} }}",
            "municipality(code: \"GM0344\") { neighbours { ".repeat(random.below(12)),
            "}".repeat(24)
        ),
        _ => random.text(number),
    }
}

fn value(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => json!(random.next()),
        2 => json!(-1.5e300),
        3 => json!(random.text(20)),
        4 => json!("x".repeat(random.below(20_000))),
        5 => json!(random.below(2) == 0),
        6 => (0..random.below(6))
            .map(|_| value(random, depth - 1))
            .collect(),
        7 => json!(vec![0; 3_000]),
        _ => (0..random.below(6))
            .map(|_| (random.text(3), value(random, depth - 1)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

fn request(random: &mut Random) -> Vec<u8> {
    let query = match random.below(2) {
        0 => document(random),
        _ => hostile_document(random),
    };
    let mut body = json!({ "query": query });
    if random.below(2) == 0 {
        body["variables"] = json!({ "v": value(random, 5) });
    }
    if random.below(8) == 0 {
        let names: &[&str] = &["extensions", "operationName", "query", "variables", "x"];
        body[random.pick(names)] = value(random, 4);
    }
    let mut body = body.to_string().into_bytes();
    match random.below(12) {
        0 => body.truncate(random.below(body.len() + 1)),
        1 => {
            let at = random.below(body.len());
            body[at] = random.next().to_le_bytes()[0];
        }
        2 => body.splice(0..0, [0xEF, 0xBB, 0xBF]).for_each(drop),
        3 => body = [b"[", &body[..], b"]"].concat(),
        4 => body = "[".repeat(random.below(100_000)).into_bytes(),
        _ => {}
    }
    body
}

const HEADERS: &[(&str, &str)] = &[
    ("authorization", "Bearer x"),
    ("authorization", "Basic eDp4"),
    ("authorization", ""),
    ("cookie", "__Host-dekkingskaart=x; __Host-dekkingskaart=y"),
    ("cookie", "=;=;;"),
    ("content-type", "text/plain"),
    ("content-type", "application/json; charset=utf-16"),
    ("content-type", "multipart/form-data; boundary=x"),
    ("accept", "text/html;q=x, */*"),
    ("accept-encoding", "br;q=9, gzip, x"),
    ("x-forwarded-for", "1.1.1.1, ::ffff:zz, "),
    ("origin", "null"),
    ("origin", "http://[::1"),
    ("sec-fetch-site", "cross-site"),
    ("if-none-match", "\"\\\", W/"),
    ("range", "bytes=0-18446744073709551615"),
    ("host", "\u{7f}"),
    ("expect", "100-continue"),
    ("upgrade", "websocket"),
    ("sec-websocket-protocol", ",,"),
];

fn ask(server: &Server, random: &mut Random) -> (Vec<u8>, Option<Answer>) {
    let headers: Vec<_> = (0..random.below(3))
        .map(|_| HEADERS[random.below(HEADERS.len())])
        .collect();
    match random.below(8) {
        0 => {
            let query = hostile_document(random);
            let query: String = query.chars().take(4_000).collect();
            let names: &[&str] = &["query", "query", "query", "variables", "extensions"];
            let path = format!(
                "/graphql?{}={}&variables={}",
                random.pick(names),
                encoded(&query),
                encoded(&value(random, 3).to_string())
                    .chars()
                    .take(9_000)
                    .collect::<String>()
            );
            let mut request = format!(
                "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n",
                server.host()
            );
            for (name, value) in headers {
                write!(request, "{name}: {value}\r\n").unwrap();
            }
            request.push_str("\r\n");
            let answer = send(server, request.as_bytes());
            (request.into_bytes(), answer)
        }
        1 => {
            let mut bytes = Vec::new();
            let line = random.pick(&[
                "GET /",
                "POST /graphql",
                "PUT /graphql",
                "GET /graphql?",
                "X",
                "GET //../",
            ]);
            write!(
                bytes,
                "{line}{} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n",
                encoded(&random.text(20))
            )
            .unwrap();
            for _ in 0..random.below(200) {
                write!(
                    bytes,
                    "x-{}: {}\r\n",
                    random.below(1_000),
                    "y".repeat(random.below(200))
                )
                .unwrap();
            }
            bytes.extend_from_slice(b"\r\n");
            let answer = send(server, &bytes);
            (bytes, answer)
        }
        _ => {
            let body = request(random);
            let answer = post(server, &headers, &body);
            (body, answer)
        }
    }
}

/// Each error has a code, and none is a fault of ours.
fn check(answer: &Answer, asked: &[u8], seed: u64) {
    let about = || {
        let asked: String = String::from_utf8_lossy(asked).chars().take(2_000).collect();
        let body: String = String::from_utf8_lossy(&answer.body)
            .chars()
            .take(600)
            .collect();
        format!("seed {seed}\n{asked}\n{}\n{body}", answer.headers)
    };
    assert!(
        matches!(answer.status, 100 | 200 | 304 | 400..=499 | 503),
        "{}",
        about()
    );
    let Ok(body) = serde_json::from_slice::<Value>(&answer.body) else {
        return;
    };
    for error in body["errors"].as_array().into_iter().flatten() {
        let code = error["extensions"]["code"].as_str();
        assert!(code.is_some_and(|code| code != "INTERNAL"), "{}", about());
    }
}

#[test]
fn random_requests_leave_the_server_as_it_was() {
    let (number, first) = numbers();
    let (mut statuses, mut codes) = (
        std::collections::BTreeMap::new(),
        std::collections::BTreeMap::new(),
    );
    for seed in first..first + number {
        let mut random = Random(seed);
        let (asked, answer) = ask(target(), &mut random);
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        *statuses.entry(status).or_insert(0_u64) += 1;
        if let Some(answer) = answer {
            check(&answer, &asked, seed);
            let body = serde_json::from_slice::<Value>(&answer.body).unwrap_or_default();
            let code = body["errors"][0]["extensions"]["code"]
                .as_str()
                .unwrap_or("-")
                .to_owned();
            *codes.entry(code).or_insert(0_u64) += 1;
        }
        if seed % 100 == 0 {
            assert_serves(target());
        }
    }
    println!(
        "{statuses:?}\n{codes:?}\n{} bytes at most",
        target().peak_memory()
    );
    assert!(
        codes.len() > 8,
        "the requests are too much alike: {codes:?}"
    );
    assert_serves(target());
}
