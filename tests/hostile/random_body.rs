//! Random documents, variables and bodies.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::joined;

/// Numbers that look random and are the same for a seed (`SplitMix64`).
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    pub(super) fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    pub(super) fn text(&mut self, most: usize) -> String {
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

pub(super) fn document(random: &mut Random) -> String {
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
pub(super) fn hostile_document(random: &mut Random) -> String {
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

pub(super) fn value(random: &mut Random, depth: usize) -> Value {
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

pub(super) fn request(random: &mut Random) -> Vec<u8> {
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
