//! The rules about documents, fields, arguments and fragments.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "5.1.1 executable definitions",
        keeps: &["{ __typename }"],
        breaks: &[
            ("{ __typename } type Place { name: String }", ""),
            ("{ __typename } extend type Query { place: String }", ""),
        ],
    },
    Rule {
        name: "5.2.1.1 operation name uniqueness",
        keeps: &["query A { __typename } query B { __typename }"],
        breaks: &[
            ("query A { __typename } query A { __typename }", "A"),
            (
                "query A { __typename } mutation A { undoChange(id: \"1\") { id } }",
                "A",
            ),
        ],
    },
    Rule {
        name: "5.2.2.1 lone anonymous operation",
        keeps: &["{ __typename }"],
        breaks: &[("{ __typename } query B { __typename }", "")],
    },
    Rule {
        name: "5.2.3.1 single root field",
        // Kept over a WebSocket: see `graphql::following`.
        keeps: &[],
        breaks: &[
            (
                "subscription { changed { revision } other: changed { revision } }",
                "",
            ),
            ("subscription { __typename }", ""),
            (
                "subscription A { ...F } fragment F on Subscription { changed { revision } b: changed { revision } }",
                "A",
            ),
        ],
    },
    Rule {
        name: "5.3.1 field selections",
        keeps: &["{ municipality(code: \"GM0344\") { name __typename } }"],
        breaks: &[
            ("{ municipality(code: \"GM0344\") { colour } }", "colour"),
            (
                "{ municipality(code: \"GM0344\") { ...F } } fragment F on Municipality { colour }",
                "colour",
            ),
            (
                "{ __typename } fragment F on Municipality { colour }",
                "colour",
            ),
        ],
    },
    Rule {
        name: "5.3.2 field selection merging",
        keeps: &[
            "{ municipality(code: \"GM0344\") { name name a: name } }",
            "{ municipality(code: \"GM0344\") { name } municipality(code: \"GM0344\") { code } }",
            "{ municipality(code: \"GM0344\") { r: regions(set: \"provincie\") { name } s: regions(set: \"veiligheidsregio\") { name } } }",
        ],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { name name: code } }",
                "name",
            ),
            (
                "{ municipality(code: \"GM0363\") { regions(set: \"provincie\") { name } ... on Municipality { regions(set: \"veiligheidsregio\") { name } } } }",
                "regions",
            ),
            (
                "{ municipality(code: \"GM0363\") { name } municipality(code: \"GM0344\") { name } }",
                "municipality",
            ),
            (
                "{ municipality(code: \"GM0363\") { policy { x: class } ...F } } fragment F on Municipality { policy { ...G } } fragment G on PolicyState { x: completeness { low } }",
                "x",
            ),
            (
                "query($a: ID!) { municipality(code: \"GM0363\") { regions(set: $a) { name } regions(set: \"provincie\") { name } } }",
                "regions",
            ),
        ],
    },
    Rule {
        name: "5.3.3 leaf field selections",
        keeps: &["{ municipality(code: \"GM0344\") { policy { class } } }"],
        breaks: &[
            ("{ municipality(code: \"GM0344\") }", "municipality"),
            (
                "{ municipality(code: \"GM0344\") { name { first } } }",
                "name",
            ),
            ("{ municipality(code: \"GM0344\") { policy } }", "policy"),
        ],
    },
    Rule {
        name: "5.4.1 argument names",
        keeps: &["{ municipality(code: \"GM0344\", asOf: \"2021-12-31\") { name } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\", day: \"2021-12-31\") { name } }",
                "day",
            ),
            (
                "{ municipality(code: \"GM0344\") { name @include(when: true) } }",
                "when",
            ),
        ],
    },
    Rule {
        name: "5.4.2 argument uniqueness",
        keeps: &["{ municipality(code: \"GM0344\") { name } }"],
        breaks: &[(
            "{ municipality(code: \"GM0344\", code: \"GM0344\") { name } }",
            "code",
        )],
    },
    Rule {
        name: "5.4.2.1 required arguments",
        keeps: &["{ municipalities(first: 1) { totalCount } }"],
        breaks: &[
            ("{ municipality { name } }", "code"),
            ("{ municipality(code: null) { name } }", ""),
            ("{ municipality(code: \"GM0344\") { name @include } }", "if"),
        ],
    },
    Rule {
        name: "5.5.1.1 fragment name uniqueness",
        keeps: &[
            "{ ...A ...B } fragment A on Query { __typename } fragment B on Query { __typename }",
        ],
        breaks: &[(
            "{ ...A } fragment A on Query { __typename } fragment A on Query { a: __typename }",
            "A",
        )],
    },
    Rule {
        name: "5.5.1.2 fragment spread type existence",
        keeps: &["{ ... on Query { __typename } }"],
        breaks: &[
            ("{ ... on Planet { __typename } }", "Planet"),
            ("{ ...F } fragment F on Planet { __typename }", "Planet"),
        ],
    },
    Rule {
        name: "5.5.1.3 fragments on composite types",
        keeps: &["{ ... { __typename } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { ... on String { length } } }",
                "String",
            ),
            ("{ ...F } fragment F on PolicyClass { name }", "PolicyClass"),
            (
                "{ ...F } fragment F on MunicipalityFilter { name }",
                "MunicipalityFilter",
            ),
        ],
    },
    Rule {
        name: "5.5.1.4 fragments must be used",
        keeps: &["{ ...F } fragment F on Query { __typename }"],
        breaks: &[("{ __typename } fragment F on Query { __typename }", "F")],
    },
    Rule {
        name: "5.5.2.1 fragment spread target defined",
        keeps: &["{ ...F } fragment F on Query { __typename }"],
        breaks: &[("{ ...Nowhere }", "Nowhere")],
    },
    Rule {
        name: "5.5.2.2 fragment spreads must not form cycles",
        keeps: &["{ ...F } fragment F on Query { ...G } fragment G on Query { __typename }"],
        breaks: &[
            ("{ ...F } fragment F on Query { ...F }", "F"),
            (
                "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
                "",
            ),
        ],
    },
    Rule {
        name: "5.5.2.3 fragment spread is possible",
        keeps: &["{ municipality(code: \"GM0344\") { ... on Municipality { name } } }"],
        breaks: &[
            (
                "{ municipality(code: \"GM0344\") { ... on Region { name } } }",
                "Region",
            ),
            (
                "{ municipality(code: \"GM0344\") { ...F } } fragment F on Query { __typename }",
                "F",
            ),
        ],
    },
];
