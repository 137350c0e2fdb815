//! The rules about values, directives and variables.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "5.6.1 values of correct type",
        keeps: &[
            "{ municipalities(first: 1, where: { coordinationStatus: [UNKNOWN] }) { totalCount } }",
            "{ municipalities(first: 1, where: { coordinationStatus: UNKNOWN }) { totalCount } }",
        ],
        breaks: &[
            ("{ municipalities(first: \"1\") { totalCount } }", "Int"),
            ("{ municipalities(first: 1.5) { totalCount } }", "Int"),
            ("{ municipalities(first: 99999999999) { totalCount } }", ""),
            (
                "{ municipalities(where: { coordinationStatus: [MAYBE] }) { totalCount } }",
                "MAYBE",
            ),
            (
                "{ municipalities(where: { coordinationStatus: [\"UNKNOWN\"] }) { totalCount } }",
                "",
            ),
            (
                "{ municipalities(where: 4) { totalCount } }",
                "MunicipalityFilter",
            ),
            (
                "{ municipality(code: \"GM0344\") { name @include(if: 1) } }",
                "Boolean",
            ),
            ("{ search(text: 5) { matched } }", "String"),
        ],
    },
    Rule {
        name: "5.6.2 input object field names",
        keeps: &["{ municipalities(where: { nameContains: \"u\" }) { totalCount } }"],
        breaks: &[(
            "{ municipalities(where: { colour: RED }) { totalCount } }",
            "colour",
        )],
    },
    Rule {
        name: "5.6.3 input object field uniqueness",
        keeps: &["{ municipalities(where: { nameContains: \"u\" }) { totalCount } }"],
        breaks: &[
            (
                "query($a: MunicipalityFilter = { and: [{ nameContains: \"u\", nameContains: \"v\" }] }) { municipalities(where: $a) { totalCount } }",
                "nameContains",
            ),
            (
                "{ ...F } fragment F on Query { municipalities(where: { or: [{ nameContains: \"u\", nameContains: \"v\" }] }) { totalCount } }",
                "nameContains",
            ),
            (
                "{ municipalities(where: { nameContains: \"u\", nameContains: \"v\" }) { totalCount } }",
                "nameContains",
            ),
        ],
    },
    Rule {
        name: "5.6.4 input object required fields",
        keeps: &[
            "{ municipalities(where: { region: { set: \"provincie\", code: \"PV26\" } }) { totalCount } }",
        ],
        breaks: &[
            (
                "{ municipalities(where: { region: { set: \"provincie\" } }) { totalCount } }",
                "code",
            ),
            (
                "{ municipalities(where: { region: { set: \"provincie\", code: null } }) { totalCount } }",
                "",
            ),
        ],
    },
    Rule {
        name: "5.7.1 directives are defined",
        keeps: &["{ __typename @skip(if: false) }"],
        breaks: &[("{ __typename @shout }", "shout")],
    },
    Rule {
        name: "5.7.2 directives are in valid locations",
        keeps: &["{ ... @include(if: true) { __typename } }"],
        breaks: &[
            ("query @skip(if: false) { __typename }", "skip"),
            (
                "query($a: Boolean @skip(if: true)) { __typename @skip(if: $a) }",
                "skip",
            ),
        ],
    },
    Rule {
        name: "5.7.3 directives are unique per location",
        keeps: &["{ __typename @skip(if: false) @include(if: true) }"],
        breaks: &[("{ __typename @skip(if: false) @skip(if: true) }", "skip")],
    },
    Rule {
        name: "5.8.1 variable uniqueness",
        keeps: &["query($a: Int, $b: Int) { municipalities(first: $a, last: $b) { totalCount } }"],
        breaks: &[(
            "query($a: Int, $a: Int) { municipalities(first: $a) { totalCount } }",
            "a",
        )],
    },
    Rule {
        name: "5.8.2 variables are input types",
        keeps: &["query($a: MunicipalityFilter) { municipalities(where: $a) { totalCount } }"],
        breaks: &[
            (
                "query($a: Municipality) { municipality(code: $a) { name } }",
                "Municipality",
            ),
            (
                "query($a: Planet) { municipality(code: $a) { name } }",
                "Planet",
            ),
        ],
    },
    Rule {
        name: "5.8.3 all variable uses defined",
        keeps: &[
            "query($a: Int) { ...F } fragment F on Query { municipalities(first: $a) { totalCount } }",
        ],
        breaks: &[
            ("{ municipalities(first: $a) { totalCount } }", "a"),
            (
                "query A($a: Int) { ...F } query B { ...F } fragment F on Query { municipalities(first: $a) { totalCount } }",
                "a",
            ),
            (
                "query { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query { municipalities(where: { code: [$a] }) { totalCount } }",
                "a",
            ),
        ],
    },
    Rule {
        name: "5.8.4 all variables used",
        keeps: &["query($a: Int) { municipalities(first: $a) { totalCount } }"],
        breaks: &[
            ("query($a: Int) { __typename }", "a"),
            (
                "query($a: Int, $b: Int) { municipalities(first: $a) { totalCount } }",
                "b",
            ),
        ],
    },
    Rule {
        name: "5.8.5 all variable usages are allowed",
        keeps: &[
            "query($a: String = \"u\") { municipalities(where: { nameContains: $a }) { totalCount } }",
            "query($a: MunicipalityCode!) { municipality(code: $a) { name } }",
            "query($a: MunicipalityCode = \"GM0344\") { municipality(code: $a) { name } }",
            "query($a: CoordinationStatus!) { municipalities(where: { coordinationStatus: [$a] }) { totalCount } }",
        ],
        breaks: &[
            (
                "query($a: String) { municipalities(first: $a) { totalCount } }",
                "a",
            ),
            (
                "query($a: Int) { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query($a: Boolean) { municipality(code: \"GM0344\") { name @skip(if: $a) } }",
                "a",
            ),
            (
                "query($a: MunicipalityCode) { municipality(code: $a) { name } }",
                "a",
            ),
            (
                "query($a: Int) { municipalities(where: { nameContains: $a }) { totalCount } }",
                "a",
            ),
            (
                "query($a: ID) { municipalities(where: { anyRegion: [{ set: \"provincie\", code: $a }] }) { totalCount } }",
                "a",
            ),
            (
                "query($a: ID = null) { municipalities(where: { region: { set: \"provincie\", code: $a } }) { totalCount } }",
                "a",
            ),
            (
                "query($a: CoordinationStatus) { municipalities(where: { coordinationStatus: [$a] }) { totalCount } }",
                "a",
            ),
            (
                "query($a: [CoordinationStatus]) { municipalities(where: { coordinationStatus: $a }) { totalCount } }",
                "a",
            ),
        ],
    },
];
